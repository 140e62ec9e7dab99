/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-posts-group.h"

#include <glib/gi18n-lib.h>

#include "fr-form-part.h"
#include "fr-kinds.h"
#include "fr-posts.h"
#include "fr-titles.h"

struct _FrPostsGroup
{
  AdwPreferencesGroup parent_instance;

  FrSession *session;  /* weak */
  GPtrArray *rows;     /* owned by the group */
};

static void fr_posts_group_init_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrPostsGroup, fr_posts_group, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_posts_group_init_part))

static void
add_post (FrPostsGroup *self, const FrPost *post)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = fr_title_plain (post->title);
  g_autofree char *subtitle = *post->category != '\0' ? g_strdup_printf ("%s · %s", post->category, post->date)
                                                      : g_strdup (post->date);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static const char *
describe (FrSite *site, unsigned n_posts)
{
  if (n_posts > 0)
    return _("The newest of the site, by themselves");
  return fr_site_is_complete (site) ? _("The site has no posts in its “_posts” folders")
                                    : _("The site’s posts are not known here");
}

static void
refresh (FrPostsGroup *self)
{
  FrSite *site = fr_session_get_site (self->session);
  g_autoptr (GPtrArray) posts = fr_posts_newest (site, FR_POSTS_DRAWN);

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; i < posts->len; i++)
    add_post (self, posts->pdata[i]);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), describe (site, posts->len));
}

static void
fr_posts_group_site_changed (FrFormPart *part)
{
  if (FR_POSTS_GROUP (part)->session != NULL)
    refresh (FR_POSTS_GROUP (part));
}

static void
fr_posts_group_init_part (FrFormPartInterface *iface)
{
  iface->site_changed = fr_posts_group_site_changed;
}

GtkWidget *
fr_posts_group_new (FrSession *session)
{
  FrPostsGroup *self = g_object_new (FR_TYPE_POSTS_GROUP, "title", _("Posts on the page"), NULL);

  g_set_weak_pointer (&self->session, session);
  refresh (self);
  return GTK_WIDGET (self);
}

static void
fr_posts_group_finalize (GObject *object)
{
  g_clear_weak_pointer (&FR_POSTS_GROUP (object)->session);
  g_ptr_array_unref (FR_POSTS_GROUP (object)->rows);
  G_OBJECT_CLASS (fr_posts_group_parent_class)->finalize (object);
}

static void
fr_posts_group_class_init (FrPostsGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_posts_group_finalize;
}

static void
fr_posts_group_init (FrPostsGroup *self)
{
  self->rows = g_ptr_array_new ();
}
