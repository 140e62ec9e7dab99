/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-compare.h"

#include <glib/gi18n-lib.h>

#include "fr-preview.h"

/* CSS pixels: the page as on a desktop, which is made smaller where there is less room */
#define PAGE_WIDTH 1024
/* px; below, the two stand one above the other */
#define BESIDE_FROM 900
#define BETWEEN 6

struct _FrCompare
{
  GtkWidget parent_instance;

  GtkWidget *columns[2];      /* captions and pages */
  FrPreview *before, *after;
  GtkEventController *over_before, *over_after;  /* where the pointer is */
  FrSession *session;
};

G_DEFINE_FINAL_TYPE (FrCompare, fr_compare, GTK_TYPE_WIDGET)

/* Who turns the wheel over one page turns it for both. */
static void
on_before_scrolled (FrCompare *self, double place)
{
  if (gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->over_before)))
    fr_preview_set_place (self->after, place);
}

static void
on_after_scrolled (FrCompare *self, double place)
{
  if (gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->over_after)))
    fr_preview_set_place (self->before, place);
}

static FrPreview *
add_page (FrCompare *self, GtkWidget **place, const char *caption, GtkEventController **over, GCallback on_scrolled)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = gtk_label_new (caption), *page = fr_preview_new ();

  fr_preview_hide_toolbar (FR_PREVIEW (page));
  g_object_set (page, "page-width", PAGE_WIDTH, "site-shown", FALSE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  *over = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (page, *over);
  g_signal_connect_swapped (page, "scrolled", on_scrolled, self);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), page);
  gtk_widget_set_parent (column, GTK_WIDGET (self));
  *place = column;
  return FR_PREVIEW (page);
}

static void
on_changed (FrCompare *self, GPtrArray *changes)
{
  fr_preview_update (self->after, changes);
}

static void
on_site_changed (FrCompare *self)
{
  fr_preview_set_site (self->after, fr_session_get_site (self->session));
}

GtkWidget *
fr_compare_new (FrSession *session)
{
  FrCompare *self = g_object_new (FR_TYPE_COMPARE, NULL);

  self->session = g_object_ref (session);
  fr_preview_set_page (self->after, fr_session_get_page (session), fr_session_get_site (session));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "site-changed", G_CALLBACK (on_site_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
fr_compare_set_saved (FrCompare *self, FrDocument *saved)
{
  FrSite *site = fr_session_get_site (self->session);
  g_autoptr (FrPage) page = fr_page_new (site, FR_IMAGES_AS_ADDRESSES);

  g_return_if_fail (FR_IS_COMPARE (self));

  fr_page_update (page, fr_document_get_root (saved), NULL);
  fr_preview_set_page (self->before, page, site);
}

static void
point (FrPreview *page, const char *pointer)
{
  if (pointer != NULL)
    fr_preview_scroll_to (page, pointer);
  fr_preview_mark (page, pointer);
}

/* What is not in one of them is looked for where it is in the other one. */
void
fr_compare_point (FrCompare *self, const char *before, const char *after)
{
  g_return_if_fail (FR_IS_COMPARE (self));

  point (self->before, before);
  point (self->after, after);
  if (before == NULL && after != NULL)
    fr_preview_scroll_to (self->before, after);
  if (after == NULL && before != NULL)
    fr_preview_scroll_to (self->after, before);
}

static void
fr_compare_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FrCompare *self = FR_COMPARE (widget);
  gboolean beside = width >= BESIDE_FROM;
  int half_width = beside ? (width - BETWEEN) / 2 : width, half_height = beside ? height : (height - BETWEEN) / 2;
  graphene_point_t second = GRAPHENE_POINT_INIT (width - half_width, height - half_height);

  gtk_widget_allocate (self->columns[0], half_width, half_height, baseline, NULL);
  gtk_widget_allocate (self->columns[1], half_width, half_height, baseline, gsk_transform_translate (NULL, &second));
}

/* Either way. */
static void
fr_compare_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  FrCompare *self = FR_COMPARE (widget);

  *minimum = *natural = 0;
  for (unsigned i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      int least;

      gtk_widget_measure (self->columns[i], orientation, -1, &least, NULL, NULL, NULL);
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, least) : *minimum + least + BETWEEN;
    }
}

static void
fr_compare_dispose (GObject *object)
{
  FrCompare *self = FR_COMPARE (object);

  for (unsigned i = 0; i < G_N_ELEMENTS (self->columns); i++)
    g_clear_pointer (&self->columns[i], gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (fr_compare_parent_class)->dispose (object);
}

static void
fr_compare_class_init (FrCompareClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_compare_dispose;
  widget_class->size_allocate = fr_compare_size_allocate;
  widget_class->measure = fr_compare_measure;
}

static void
fr_compare_init (FrCompare *self)
{
  self->before = add_page (self, &self->columns[0], _("In the file"), &self->over_before, G_CALLBACK (on_before_scrolled));
  self->after = add_page (self, &self->columns[1], _("As it would be saved"), &self->over_after, G_CALLBACK (on_after_scrolled));
}
