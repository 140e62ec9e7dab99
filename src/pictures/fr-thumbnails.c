/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-thumbnails.h"

/* Each may have a decoder at work that fills what memory it is given. */
#define MOST_THREADS 4

typedef struct
{
  char           *path;
  FrThumbnailSize size;
  guint64         number;  /* in the order of asking */
} Request;

static void
request_free (gpointer data)
{
  g_free (((Request *) data)->path);
  g_free (data);
}

static void
work (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  GdkPixbuf *thumbnail;

  if (g_task_return_error_if_cancelled (task))
    return;
  thumbnail = fr_thumbnail_get (request->path, request->size, &error);
  if (thumbnail != NULL)
    g_task_return_pointer (task, thumbnail, g_object_unref);
  else
    g_task_return_error (task, error);
}

static int
newest_first (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Request *one = g_task_get_task_data ((GTask *) a), *other = g_task_get_task_data ((GTask *) b);

  return one->number < other->number ? 1 : -1;
}

/* On the main thread. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    {
      pool = g_thread_pool_new (work, NULL, CLAMP (g_get_num_processors (), 1, MOST_THREADS), FALSE, NULL);
      g_thread_pool_set_sort_function (pool, newest_first, NULL);
    }
  return pool;
}

void
fr_thumbnails_get_async (const char *path, FrThumbnailSize size, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  static guint64 asked;
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->size = size;
  request->number = asked++;
  g_task_set_source_tag (task, fr_thumbnails_get_async);
  g_task_set_task_data (task, request, request_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

GdkPixbuf *
fr_thumbnails_get_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
