/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-row.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"

struct _FrSectionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkInscription *title;
  GtkInscription *summary;
  GtkWidget *badge;

  FrSession *session;  /* weak */
  char *name;
  char *pointer;
  int number;
  unsigned n_findings;
  gboolean is_settings;
};

static void fr_section_row_entry_init (FrEntryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrSectionRow, fr_section_row, GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_ENTRY_ROW, fr_section_row_entry_init))

/* The title says what an icon shows. */
static void
add_image (FrSectionRow *self, GtkWidget *image)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_prepend (GTK_BOX (self->box), image);
}

static void
add_icon (FrSectionRow *self, const char *name)
{
  g_autofree char *icon = g_strconcat ("section-", name, "-symbolic", NULL);

  add_image (self, gtk_image_new_from_icon_name (icon));
}

GtkWidget *
fr_section_row_new (FrSession *session, const char *name)
{
  FrSectionRow *self = g_object_new (FR_TYPE_SECTION_ROW, NULL);

  g_set_weak_pointer (&self->session, session);
  self->name = g_strdup (name);
  add_icon (self, name != NULL && fr_kind_find (name) != NULL ? name : "unknown");
  gtk_box_prepend (GTK_BOX (self->box), fr_entry_row_make_handle (FR_ENTRY_ROW (self)));
  gtk_box_append (GTK_BOX (self->box), fr_entry_row_make_button (FR_ENTRY_ROW (self)));
  fr_entry_row_accept (FR_ENTRY_ROW (self));
  return GTK_WIDGET (self);
}

GtkWidget *
fr_section_row_new_settings (FrSession *session)
{
  FrSectionRow *self = g_object_new (FR_TYPE_SECTION_ROW, NULL);

  g_set_weak_pointer (&self->session, session);
  self->is_settings = TRUE;
  add_icon (self, "settings");
  /* As wide as the handles of the others. */
  add_image (self, gtk_image_new ());
  return GTK_WIDGET (self);
}

const char *
fr_section_row_get_name (FrSectionRow *self)
{
  return self->name;
}

const char *
fr_section_row_get_pointer (FrSectionRow *self)
{
  return self->pointer;
}

int
fr_section_row_get_number (FrSectionRow *self)
{
  return self->number;
}

void
fr_section_row_set_place (FrSectionRow *self, int number, const char *pointer)
{
  self->number = number;
  if (g_strcmp0 (self->pointer, pointer) == 0)
    return;
  g_free (self->pointer);
  self->pointer = g_strdup (pointer);
}

const char *
fr_section_row_get_title (FrSectionRow *self)
{
  return gtk_inscription_get_text (self->title);
}

void
fr_section_row_set_title (FrSectionRow *self, const char *title)
{
  if (g_strcmp0 (fr_section_row_get_title (self), title) == 0)
    return;
  gtk_inscription_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static char *
describe_findings (FrSectionRow *self)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to look at", "%u things to look at", self->n_findings), self->n_findings);
}

static void
describe (FrSectionRow *self)
{
  const char *summary = gtk_inscription_get_text (self->summary);
  g_autofree char *findings = describe_findings (self);
  g_autofree char *text = g_strconcat (summary != NULL ? summary : "", self->n_findings > 0 ? ", " : "",
                                       self->n_findings > 0 ? findings : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
fr_section_row_set_summary (FrSectionRow *self, const char *summary)
{
  if (g_strcmp0 (gtk_inscription_get_text (self->summary), summary) == 0)
    return;
  gtk_inscription_set_text (self->summary, summary);
  describe (self);
}

static void
make_badge (FrSectionRow *self)
{
  self->badge = gtk_label_new (NULL);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_box_insert_child_after (GTK_BOX (self->box), self->badge, gtk_widget_get_parent (GTK_WIDGET (self->title)));
}

void
fr_section_row_set_findings (FrSectionRow *self, unsigned count)
{
  g_autofree char *number = g_strdup_printf ("%u", count), *findings = NULL;

  if (self->n_findings == count)
    return;
  self->n_findings = count;
  if (self->badge == NULL)
    make_badge (self);
  findings = describe_findings (self);
  gtk_widget_set_visible (self->badge, count > 0);
  gtk_label_set_text (GTK_LABEL (self->badge), number);
  gtk_widget_set_tooltip_text (self->badge, findings);
  describe (self);
}

static FrSession *
get_session (FrEntryRow *row)
{
  return FR_SECTION_ROW (row)->session;
}

/* The item of the list, which holds the section's key and may hold others. */
static char *
dup_entry (FrEntryRow *row)
{
  FrSectionRow *self = FR_SECTION_ROW (row);
  g_autofree char *token = NULL;

  if (self->is_settings || self->pointer == NULL)
    return NULL;
  return self->name != NULL ? fr_pointer_split_last (self->pointer, &token) : g_strdup (self->pointer);
}

static char *
dup_title (FrEntryRow *row)
{
  return g_strdup (fr_section_row_get_title (FR_SECTION_ROW (row)));
}

static void
fr_section_row_entry_init (FrEntryRowInterface *iface)
{
  iface->get_session = get_session;
  iface->dup_entry = dup_entry;
  iface->dup_title = dup_title;
}

/* For assistive technology, which cannot activate a row but can call what it offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static gboolean
is_cut (GtkInscription *inscription)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (inscription),
                                                                   gtk_inscription_get_text (inscription));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (GTK_WIDGET (inscription));
}

/* The title, where there is no room for all of it. Asked for when it is to be shown: to set it with each key press would
 * make GTK wait for the X server, to know what is pointed at. */
static gboolean
fr_section_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FrSectionRow *self = FR_SECTION_ROW (widget);

  gtk_tooltip_set_text (tooltip, fr_section_row_get_title (self));
  return is_cut (self->title);
}

static void
fr_section_row_finalize (GObject *object)
{
  g_clear_weak_pointer (&FR_SECTION_ROW (object)->session);
  g_free (FR_SECTION_ROW (object)->name);
  g_free (FR_SECTION_ROW (object)->pointer);
  G_OBJECT_CLASS (fr_section_row_parent_class)->finalize (object);
}

static void
fr_section_row_class_init (FrSectionRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_section_row_finalize;
  GTK_WIDGET_CLASS (class)->query_tooltip = fr_section_row_query_tooltip;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "section.open", NULL, open_row);
  fr_entry_row_install (GTK_WIDGET_CLASS (class));
}

/* Its size does not depend on its text, so that a key press does not lay out the list. In more room than that of a line it
 * would show a text that is cut at the top. */
static GtkInscription *
add_line (GtkWidget *lines)
{
  GtkInscription *line = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (line, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (line), TRUE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (line));
  return line;
}

static void
fr_section_row_init (FrSectionRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->number = G_MAXINT;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->title = add_line (lines);
  self->summary = add_line (lines);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section");
}
