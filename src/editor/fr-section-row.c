/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-row.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"

#define LIST "/sections"

struct _FrSectionRow
{
  GtkListBoxRow parent_instance;

  FrSession *session;  /* weak */
  char *name;
  unsigned index;      /* of its item */
  char *pointer;       /* NULL: not asked for yet */
  int number;
  gboolean is_settings;

  char *title;
  char *summary;
  unsigned n_findings;

  gboolean accepts;    /* others may be dropped on it */
  GtkWidget *box;      /* all that is to be seen of it; NULL: it is out of sight */
  GtkInscription *title_line;
  GtkInscription *summary_line;
  GtkWidget *badge;
};

static void fr_section_row_entry_init (FrEntryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrSectionRow, fr_section_row, GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_ENTRY_ROW, fr_section_row_entry_init))

GtkWidget *
fr_section_row_new (FrSession *session, const char *name)
{
  FrSectionRow *self = g_object_new (FR_TYPE_SECTION_ROW, NULL);

  g_set_weak_pointer (&self->session, session);
  self->name = g_strdup (name);
  return GTK_WIDGET (self);
}

GtkWidget *
fr_section_row_new_settings (FrSession *session)
{
  FrSectionRow *self = g_object_new (FR_TYPE_SECTION_ROW, NULL);

  g_set_weak_pointer (&self->session, session);
  self->is_settings = TRUE;
  return GTK_WIDGET (self);
}

const char *
fr_section_row_get_name (FrSectionRow *self)
{
  return self->name;
}

/* Made when it is asked for: one edit may move a thousand rows. */
const char *
fr_section_row_get_pointer (FrSectionRow *self)
{
  g_autofree char *item = NULL;

  if (self->pointer != NULL)
    return self->pointer;
  item = fr_pointer_join_index (LIST, self->index);
  self->pointer = self->is_settings ? g_strdup ("") : self->name != NULL ? fr_pointer_join (item, self->name)
                                                                         : g_steal_pointer (&item);
  return self->pointer;
}

int
fr_section_row_get_number (FrSectionRow *self)
{
  return self->number;
}

void
fr_section_row_set_place (FrSectionRow *self, int number, unsigned index)
{
  self->number = number;
  if (self->index == index)
    return;
  self->index = index;
  g_clear_pointer (&self->pointer, g_free);
}

/* The title says what an icon shows. */
static void
add_image (FrSectionRow *self, GtkWidget *image)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->box), image);
}

static void
add_icon (FrSectionRow *self)
{
  gboolean is_known = self->name != NULL && fr_kind_find (self->name) != NULL;
  g_autofree char *icon = g_strconcat ("section-", self->is_settings ? "settings" : is_known ? self->name : "unknown", "-symbolic",
                                       NULL);

  /* Without a handle, what stands there is as wide as that of the others. */
  if (self->is_settings)
    add_image (self, gtk_image_new ());
  else
    gtk_box_append (GTK_BOX (self->box), fr_entry_row_make_handle (FR_ENTRY_ROW (self)));
  add_image (self, gtk_image_new_from_icon_name (icon));
}

/* Its size does not depend on its text, so that a key press does not lay out the list. In more room than that of a line it
 * would show a text that is cut at the top. */
static GtkInscription *
add_line (GtkWidget *lines, const char *text)
{
  GtkInscription *line = GTK_INSCRIPTION (gtk_inscription_new (text));

  gtk_inscription_set_text_overflow (line, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (line), TRUE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (line));
  return line;
}

static void
add_lines (FrSectionRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title_line = add_line (lines, self->title);
  self->summary_line = add_line (lines, self->summary);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary_line), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary_line), "dim-label");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), lines);
}

static char *
describe_findings (FrSectionRow *self)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to look at", "%u things to look at", self->n_findings),
                          self->n_findings);
}

static void
show_badge (FrSectionRow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->n_findings), *findings = describe_findings (self);

  gtk_widget_set_visible (self->badge, self->n_findings > 0);
  gtk_label_set_text (GTK_LABEL (self->badge), number);
  gtk_widget_set_tooltip_text (self->badge, findings);
}

static void
add_badge (FrSectionRow *self)
{
  self->badge = gtk_label_new (NULL);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_box_append (GTK_BOX (self->box), self->badge);
  show_badge (self);
}

static void
fill (FrSectionRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  add_icon (self);
  add_lines (self);
  add_badge (self);
  if (!self->is_settings)
    gtk_box_append (GTK_BOX (self->box), fr_entry_row_make_button (FR_ENTRY_ROW (self)));
  if (!self->is_settings && !self->accepts)
    fr_entry_row_accept (FR_ENTRY_ROW (self));
  self->accepts = TRUE;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

void
fr_section_row_set_in_sight (FrSectionRow *self, gboolean in_sight)
{
  if (in_sight == (self->box != NULL))
    return;
  if (in_sight)
    {
      fill (self);
      return;
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  self->box = self->badge = NULL;
  self->title_line = self->summary_line = NULL;
}

const char *
fr_section_row_get_title (FrSectionRow *self)
{
  return self->title;
}

/* TRUE: it was another one. */
static gboolean
replace (char **text, const char *now)
{
  if (g_strcmp0 (*text, now) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (now);
  return TRUE;
}

void
fr_section_row_set_title (FrSectionRow *self, const char *title)
{
  if (!replace (&self->title, title))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (self->box != NULL)
    gtk_inscription_set_text (self->title_line, title);
}

char *
fr_section_row_describe (FrSectionRow *self)
{
  g_autofree char *findings = describe_findings (self);

  if (self->n_findings == 0)
    return g_strdup (self->summary);
  return self->summary != NULL ? g_strconcat (self->summary, ", ", findings, NULL) : g_strdup (findings);
}

static void
tell_description (FrSectionRow *self)
{
  g_autofree char *text = fr_section_row_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
fr_section_row_set_summary (FrSectionRow *self, const char *summary)
{
  if (!replace (&self->summary, summary))
    return;
  tell_description (self);
  if (self->box != NULL)
    gtk_inscription_set_text (self->summary_line, summary);
}

void
fr_section_row_set_findings (FrSectionRow *self, unsigned count)
{
  if (self->n_findings == count)
    return;
  self->n_findings = count;
  tell_description (self);
  if (self->box != NULL)
    show_badge (self);
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

  return self->is_settings ? NULL : fr_pointer_join_index (LIST, self->index);
}

static char *
dup_title (FrEntryRow *row)
{
  return g_strdup (fr_section_row_get_title (FR_SECTION_ROW (row)));
}

static void
show_entry (FrEntryRow *self, const char *pointer)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show", "s", pointer);
}

static void
fr_section_row_entry_init (FrEntryRowInterface *iface)
{
  iface->get_session = get_session;
  iface->dup_entry = dup_entry;
  iface->dup_title = dup_title;
  iface->show_entry = show_entry;
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

  gtk_tooltip_set_text (tooltip, self->title);
  return self->box != NULL && is_cut (self->title_line);
}

static void
fr_section_row_finalize (GObject *object)
{
  FrSectionRow *self = FR_SECTION_ROW (object);

  g_clear_weak_pointer (&self->session);
  g_free (self->name);
  g_free (self->pointer);
  g_free (self->title);
  g_free (self->summary);
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

static void
fr_section_row_init (FrSectionRow *self)
{
  self->number = G_MAXINT;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section");
}
