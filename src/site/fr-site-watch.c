/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-site-watch.h"

#include "fr-site-private.h"

/* After the last change, and after the first one. */
#define QUIET_MS 150
#define LONGEST_MS 500

/* A folder that comes while those before are looked at is looked at again, but not for ever. */
#define MOST_WALKS 4

/* What threads and monitors have instead of the watch, which may be gone before them. Only the main thread looks at it. */
typedef struct
{
  FrSiteWatch *watch;
} Link;

struct _FrSiteWatch
{
  GObject       parent_instance;
  Link         *link;
  FrSite       *site;
  GHashTable   *monitors;      /* GFileMonitor, by the path of the folder */
  GCancellable *cancellable;
  gboolean      reading;
  gint64        first_change;  /* not yet being read; 0: there is none */
  unsigned      timer;
};

G_DEFINE_FINAL_TYPE (FrSiteWatch, fr_site_watch, G_TYPE_OBJECT)

enum { PROP_0, PROP_SITE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* By real path; none of them is owned. */
static GHashTable *watches;

/* What the thread works with. */
typedef struct
{
  Link       *link;
  FrSite     *before;
  GHashTable *monitors;  /* those of folders that are in the site now */
  FrSite     *after;     /* NULL: cancelled */
} Reading;

static void read_again (FrSiteWatch *self);

static void
forget_link (gpointer link, GClosure *closure)
{
  g_atomic_rc_box_release (link);
}

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_atomic_rc_box_release (reading->link);
  g_object_unref (reading->before);
  g_hash_table_unref (reading->monitors);
  g_clear_object (&reading->after);
  g_free (reading);
}

static void
on_timer (gpointer data)
{
  FrSiteWatch *self = data;

  self->timer = 0;
  read_again (self);
}

static void
expect_more (FrSiteWatch *self)
{
  gint64 now = g_get_monotonic_time () / 1000, left;

  if (self->first_change == 0)
    self->first_change = now;
  left = self->first_change + LONGEST_MS - now;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->reading)
    self->timer = g_timeout_add_once (CLAMP (left, 0, QUIET_MS), on_timer, self);
}

static gboolean
is_of_interest (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL && !fr_path_is_skipped (name);
}

static void
on_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  Link *link = data;

  if (link->watch != NULL && (is_of_interest (file) || is_of_interest (other)))
    expect_more (link->watch);
}

/* Called in the thread: to begin watching looks at the disk. What a monitor says comes on the main thread. */
static GFileMonitor *
new_monitor (Reading *reading, const char *path)
{
  g_autofree char *own = g_build_filename (reading->before->real_folder, path, NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (own);
  GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);

  if (monitor == NULL)
    return NULL;
  g_file_monitor_set_rate_limit (monitor, QUIET_MS);
  g_signal_connect_data (monitor, "changed", G_CALLBACK (on_changed), g_atomic_rc_box_acquire (reading->link),
                         forget_link, 0);
  return monitor;
}

static void
forget_monitor (gpointer monitor)
{
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static GHashTable *
new_monitors (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, forget_monitor);
}

/* TRUE: there are folders that were not watched when the walk went through them. */
static gboolean
watch_folders (Reading *reading, const FrWalk *walk)
{
  g_autoptr(GHashTable) monitors = new_monitors ();
  gboolean added = FALSE;

  for (unsigned i = 0; i < walk->folders->len; i++)
    {
      const char *path = walk->folders->pdata[i];
      gpointer key, monitor;

      if (!g_hash_table_steal_extended (reading->monitors, path, &key, &monitor))
        {
          key = g_strdup (path);
          monitor = new_monitor (reading, path);
          added = added || monitor != NULL;
        }
      if (monitor != NULL)
        g_hash_table_insert (monitors, key, monitor);
      else
        g_free (key);
    }
  g_hash_table_unref (reading->monitors);
  reading->monitors = g_steal_pointer (&monitors);
  return added;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  FrSite *before = reading->before;
  FrWalk *walk = NULL;
  unsigned walks = 0;

  do
    {
      g_clear_pointer (&walk, fr_walk_free);
      walk = fr_walk_new (before->real_folder, cancellable);
    }
  while (watch_folders (reading, walk) && ++walks < MOST_WALKS && !g_cancellable_is_cancelled (cancellable));
  if (g_task_return_error_if_cancelled (task))
    {
      fr_walk_free (walk);
      return;
    }
  reading->after = fr_site_new_from_walk (before->folder, before->real_folder, walk, FR_SITE_IMAGES, before);
  g_task_return_boolean (task, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  FrSiteWatch *self = reading->link->watch;

  if (self == NULL || !g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  self->reading = FALSE;
  self->monitors = g_steal_pointer (&reading->monitors);
  reading->monitors = new_monitors ();
  if (self->first_change != 0)
    expect_more (self);
  if (fr_site_is_same (self->site, reading->after))
    return;
  g_set_object (&self->site, reading->after);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SITE]);
}

static void
read_again (FrSiteWatch *self)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, on_read, NULL);

  self->first_change = 0;
  self->reading = TRUE;
  reading->link = g_atomic_rc_box_acquire (self->link);
  reading->before = g_object_ref (self->site);
  reading->monitors = g_steal_pointer (&self->monitors);
  g_task_set_source_tag (task, read_again);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

FrSiteWatch *
fr_site_watch_get (FrSite *first)
{
  FrSiteWatch *self;

  g_return_val_if_fail (FR_IS_SITE (first), NULL);

  if (watches == NULL)
    watches = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (watches, first->real_folder);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (FR_TYPE_SITE_WATCH, NULL);
  self->site = g_object_ref (first);
  g_hash_table_insert (watches, g_strdup (first->real_folder), self);
  read_again (self);
  return self;
}

FrSite *
fr_site_watch_get_site (FrSiteWatch *self)
{
  g_return_val_if_fail (FR_IS_SITE_WATCH (self), NULL);

  return self->site;
}

static void
fr_site_watch_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, FR_SITE_WATCH (object)->site);
}

static void
fr_site_watch_dispose (GObject *object)
{
  FrSiteWatch *self = FR_SITE_WATCH (object);
  gpointer key;

  if (self->site != NULL && g_hash_table_steal_extended (watches, self->site->real_folder, &key, NULL))
    g_free (key);
  self->link->watch = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_clear_object (&self->site);
  G_OBJECT_CLASS (fr_site_watch_parent_class)->dispose (object);
}

static void
fr_site_watch_finalize (GObject *object)
{
  g_object_unref (FR_SITE_WATCH (object)->cancellable);
  g_atomic_rc_box_release (FR_SITE_WATCH (object)->link);
  G_OBJECT_CLASS (fr_site_watch_parent_class)->finalize (object);
}

static void
fr_site_watch_class_init (FrSiteWatchClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = fr_site_watch_get_property;
  object_class->dispose = fr_site_watch_dispose;
  object_class->finalize = fr_site_watch_finalize;
  props[PROP_SITE] = g_param_spec_object ("site", NULL, NULL, FR_TYPE_SITE,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fr_site_watch_init (FrSiteWatch *self)
{
  self->link = g_atomic_rc_box_new (Link);
  self->link->watch = self;
  self->cancellable = g_cancellable_new ();
  self->monitors = new_monitors ();
}
