/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-thumbnail-view.h"

#include "fr-thumbnails.h"

struct _FrThumbnailView
{
  AdwBin parent_instance;

  GtkWidget *picture;
  GtkWidget *icon;
  char *path;           /* NULL: there is none */
  gint64 modified;
  gboolean is_asked;    /* somebody draws it, or it is there */
  GCancellable *asking; /* NULL: nobody does */
  GtkAdjustment *place; /* of the scrolled window around it, while it is mapped; NULL: there is none */
  unsigned looking;     /* source id */
};

G_DEFINE_FINAL_TYPE (FrThumbnailView, fr_thumbnail_view, ADW_TYPE_BIN)

static GdkTexture *
make_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                                 bytes, gdk_pixbuf_get_rowstride (pixbuf));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrThumbnailView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = fr_thumbnails_get_finish (result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (pixbuf == NULL)
    return;
  texture = make_texture (pixbuf);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  adw_bin_set_child (ADW_BIN (self), self->picture);
}

static void
ask (FrThumbnailView *self)
{
  FrThumbnailSize size = gtk_widget_get_scale_factor (GTK_WIDGET (self)) > 1 ? FR_THUMBNAIL_LARGE : FR_THUMBNAIL_NORMAL;

  if (self->path == NULL || self->is_asked)
    return;
  self->is_asked = TRUE;
  self->asking = g_cancellable_new ();
  fr_thumbnails_get_async (self->path, size, self->asking, on_drawn, g_object_ref (self));
}

/* Lists keep many more rows than there is room for. */
static gboolean
is_in_sight (FrThumbnailView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scroller == NULL)
    return TRUE;
  return gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &bounds) && bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (scroller);
}

static gboolean
look (gpointer data)
{
  FrThumbnailView *self = data;

  self->looking = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && is_in_sight (self))
    ask (self);
  return G_SOURCE_REMOVE;
}

/* When everything is in its place. */
static void
look_soon (FrThumbnailView *self)
{
  if (self->looking == 0 && self->path != NULL && !self->is_asked)
    self->looking = g_idle_add (look, self);
}

static void
follow_place (FrThumbnailView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return;
  self->place = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_swapped (self->place, "value-changed", G_CALLBACK (look_soon), self);
  g_signal_connect_swapped (self->place, "changed", G_CALLBACK (look_soon), self);
}

static void
forget_place (FrThumbnailView *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_object (&self->place);
}

static void
forget (FrThumbnailView *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->is_asked = FALSE;
}

void
fr_thumbnail_view_show (FrThumbnailView *self, const char *path, gint64 modified, const char *icon_name)
{
  g_return_if_fail (FR_IS_THUMBNAIL_VIEW (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  if (g_strcmp0 (path, self->path) == 0 && modified == self->modified)
    return;
  forget (self);
  g_free (self->path);
  self->path = g_strdup (path);
  self->modified = modified;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  adw_bin_set_child (ADW_BIN (self), self->icon);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_soon (self);
}

static void
fr_thumbnail_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fr_thumbnail_view_parent_class)->map (widget);
  follow_place (FR_THUMBNAIL_VIEW (widget));
  look_soon (FR_THUMBNAIL_VIEW (widget));
}

/* What is on its way may be for another one's turn now. */
static void
fr_thumbnail_view_unmap (GtkWidget *widget)
{
  FrThumbnailView *self = FR_THUMBNAIL_VIEW (widget);

  forget_place (self);
  if (self->asking != NULL)
    forget (self);
  GTK_WIDGET_CLASS (fr_thumbnail_view_parent_class)->unmap (widget);
}

static void
fr_thumbnail_view_dispose (GObject *object)
{
  FrThumbnailView *self = FR_THUMBNAIL_VIEW (object);

  forget_place (self);
  forget (self);
  g_clear_object (&self->picture);
  g_clear_object (&self->icon);
  G_OBJECT_CLASS (fr_thumbnail_view_parent_class)->dispose (object);
}

static void
fr_thumbnail_view_finalize (GObject *object)
{
  g_free (FR_THUMBNAIL_VIEW (object)->path);
  G_OBJECT_CLASS (fr_thumbnail_view_parent_class)->finalize (object);
}

static void
fr_thumbnail_view_class_init (FrThumbnailViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_thumbnail_view_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_thumbnail_view_finalize;
  GTK_WIDGET_CLASS (class)->map = fr_thumbnail_view_map;
  GTK_WIDGET_CLASS (class)->unmap = fr_thumbnail_view_unmap;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "thumbnail");
}

static void
fr_thumbnail_view_init (FrThumbnailView *self)
{
  self->picture = g_object_ref_sink (gtk_picture_new ());
  self->icon = g_object_ref_sink (gtk_image_new ());
  gtk_image_set_icon_size (GTK_IMAGE (self->icon), GTK_ICON_SIZE_LARGE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), self->icon);
}

GtkWidget *
fr_thumbnail_view_new (void)
{
  return g_object_new (FR_TYPE_THUMBNAIL_VIEW, NULL);
}
