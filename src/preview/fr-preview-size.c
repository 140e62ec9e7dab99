/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "fr-preview-private.h"

#define MIN_ZOOM 0.3
#define MAX_ZOOM 5
#define ZOOM_STEP 1.2
#define MAX_WIDTH 4000

enum { PROP_0, PROP_PAGE_WIDTH, PROP_ZOOM, PROP_SITE_SHOWN };

static void
set_zoom (FrPreview *self, double zoom)
{
  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  fr_page_frame_set_zoom (self->frame, self->zoom);
  g_object_notify (G_OBJECT (self), "zoom");
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPreview *self = FR_PREVIEW (widget);

  if (g_str_equal (action, "preview.zoom-in"))
    set_zoom (self, self->zoom * ZOOM_STEP);
  else if (g_str_equal (action, "preview.zoom-out"))
    set_zoom (self, self->zoom / ZOOM_STEP);
  else
    set_zoom (self, 1);
}

static gboolean
show_scale (gpointer data)
{
  FrPreview *self = data;
  g_autofree char *text = NULL;
  double scale;

  self->show_scale = 0;
  g_object_get (self->frame, "scale", &scale, NULL);
  /* Translators: how large the page is shown, in percent */
  text = g_strdup_printf (_("%.0f %%"), scale * 100);
  gtk_button_set_label (self->scale, text);
  return G_SOURCE_REMOVE;
}

/* It changes while widgets are given their sizes, when none may ask for another one. */
static void
on_scale_changed (FrPreview *self)
{
  if (self->show_scale == 0)
    self->show_scale = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_scale, self, NULL);
}

static void
fr_preview_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  FrPreview *self = FR_PREVIEW (object);

  if (id == PROP_PAGE_WIDTH)
    g_value_set_int (value, self->page_width);
  else if (id == PROP_ZOOM)
    g_value_set_double (value, self->zoom);
  else
    g_value_set_boolean (value, self->site_shown);
}

static void
fr_preview_set_property (GObject *object, unsigned id, const GValue *value, GParamSpec *spec)
{
  FrPreview *self = FR_PREVIEW (object);

  if (id == PROP_ZOOM)
    set_zoom (self, g_value_get_double (value));
  else if (id == PROP_PAGE_WIDTH)
    fr_page_frame_set_width (self->frame, self->page_width = g_value_get_int (value));
  else
    fr_preview_view_show_site (self->view, self->site_shown = g_value_get_boolean (value));
}

static void
install_properties (GObjectClass *class)
{
  class->get_property = fr_preview_get_property;
  class->set_property = fr_preview_set_property;
  g_object_class_install_property (class, PROP_PAGE_WIDTH,
                                   g_param_spec_int ("page-width", NULL, NULL, 0, MAX_WIDTH, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (class, PROP_ZOOM,
                                   g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, 1,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (class, PROP_SITE_SHOWN,
                                   g_param_spec_boolean ("site-shown", NULL, NULL, TRUE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

void
fr_preview_install_size (FrPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  install_properties (G_OBJECT_CLASS (class));
  gtk_widget_class_bind_template_callback (widget_class, on_scale_changed);
  gtk_widget_class_install_property_action (widget_class, "preview.page-width", "page-width");
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-reset", NULL, zoom_action);
}

void
fr_preview_init_size (FrPreview *self)
{
  self->zoom = 1;
  show_scale (self);
}
