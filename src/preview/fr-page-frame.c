/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page-frame.h"

#include <math.h>

/* WebKit draws no letters smaller than 6 pixels, with which texts would not fit. What is smaller is drawn at this size
 * and shrunk as a picture. */
#define LEAST_ZOOM 0.5

struct _FrPageFrame
{
  GtkWidget parent_instance;

  WebKitWebView *view;
  int width;
  double zoom;
  double scale;
};

G_DEFINE_FINAL_TYPE (FrPageFrame, fr_page_frame, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SCALE };

static void
fr_page_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  FrPageFrame *self = FR_PAGE_FRAME (widget);

  if (self->view != NULL)
    gtk_widget_measure (GTK_WIDGET (self->view), orientation, -1, minimum, natural, NULL, NULL);
}

static void
set_scale (FrPageFrame *self, double scale)
{
  if (scale == self->scale)
    return;
  self->scale = scale;
  g_object_notify (G_OBJECT (self), "scale");
}

/* Both are made of whole pixels, so that the page has exactly the width that was asked for. */
static void
fr_page_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FrPageFrame *self = FR_PAGE_FRAME (widget);
  int page = self->width > 0 ? self->width : (int) round (width / self->zoom);
  int shown = self->width > 0 ? MIN (width, (int) (page * self->zoom)) : width;
  int drawn = MAX (shown, (int) ceil (page * LEAST_ZOOM));
  double shrunk = (double) shown / drawn;
  GskTransform *place;

  if (self->view == NULL || width <= 0)
    return;
  set_scale (self, (double) shown / page);
  webkit_web_view_set_zoom_level (self->view, (double) drawn / page);
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((width - shown) / 2, 0));
  if (drawn > shown)
    place = gsk_transform_scale (place, shrunk, shrunk);
  gtk_widget_allocate (GTK_WIDGET (self->view), drawn, ceil (height / shrunk), baseline, place);
}

void
fr_page_frame_set_view (FrPageFrame *self, WebKitWebView *view)
{
  g_return_if_fail (FR_IS_PAGE_FRAME (self));

  self->view = view;
  gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
}

void
fr_page_frame_set_width (FrPageFrame *self, int width)
{
  g_return_if_fail (FR_IS_PAGE_FRAME (self));

  self->width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
fr_page_frame_set_zoom (FrPageFrame *self, double zoom)
{
  g_return_if_fail (FR_IS_PAGE_FRAME (self));

  self->zoom = zoom;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fr_page_frame_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  g_value_set_double (value, FR_PAGE_FRAME (object)->scale);
}

static void
fr_page_frame_dispose (GObject *object)
{
  FrPageFrame *self = FR_PAGE_FRAME (object);
  GtkWidget *view = GTK_WIDGET (g_steal_pointer (&self->view));

  g_clear_pointer (&view, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_page_frame_parent_class)->dispose (object);
}

static void
fr_page_frame_class_init (FrPageFrameClass *class)
{
  G_OBJECT_CLASS (class)->get_property = fr_page_frame_get_property;
  G_OBJECT_CLASS (class)->dispose = fr_page_frame_dispose;
  GTK_WIDGET_CLASS (class)->measure = fr_page_frame_measure;
  GTK_WIDGET_CLASS (class)->size_allocate = fr_page_frame_size_allocate;
  g_object_class_install_property (G_OBJECT_CLASS (class), PROP_SCALE,
                                   g_param_spec_double ("scale", NULL, NULL, 0, 10, 1,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "pageframe");
}

static void
fr_page_frame_init (FrPageFrame *self)
{
  self->zoom = self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
