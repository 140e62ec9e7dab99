/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-text-box.h"

struct _FrTextBox
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (FrTextBox, fr_text_box, GTK_TYPE_TEXT_VIEW)

/* Pixels; a width of -1 is that of the longest line. */
static int
measure_text (GtkWidget *widget, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int height;

  g_object_get (buffer, "text", &text, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
fr_text_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  GTK_WIDGET_CLASS (fr_text_box_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_text (widget, for_size);
}

static GtkSizeRequestMode
fr_text_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

GtkWidget *
fr_text_box_new (void)
{
  return g_object_new (FR_TYPE_TEXT_BOX, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
}

static void
fr_text_box_class_init (FrTextBoxClass *class)
{
  GTK_WIDGET_CLASS (class)->measure = fr_text_box_measure;
  GTK_WIDGET_CLASS (class)->get_request_mode = fr_text_box_get_request_mode;
}

static void
fr_text_box_init (FrTextBox *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}
