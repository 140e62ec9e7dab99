/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-find-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-kinds.h"
#include "fr-pointer.h"
#include "fr-titles.h"

#define CHARACTERS_BEFORE 20
#define CHARACTERS_BEHIND 60

struct _FrFindRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FrFindRow, fr_find_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  REPLACE,
  N_SIGNALS
};
static unsigned signals[N_SIGNALS];

/* The title of the section that the value is in; NULL: it has none. */
static char *
find_title (FrDocument *document, const char *pointer)
{
  const char *end = pointer, *text;
  g_autofree char *section = NULL;
  g_autofree char *title = NULL;

  if (!fr_pointer_is_within (pointer, "/sections"))
    return NULL;
  /* "/sections/3/infopic" */
  for (unsigned i = 0; i < 3; i++)
    end += strcspn (end + 1, "/") + 1;
  section = g_strndup (pointer, end - pointer);
  text = fr_node_get_text (fr_node_lookup (fr_document_get (document, section), "title"));
  title = text != NULL ? fr_title_plain (text) : NULL;
  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
}

char *
fr_find_row_describe (FrDocument *document, const char *pointer)
{
  g_autofree char *what = fr_kinds_describe_in_words (pointer);
  g_autofree char *title = what != NULL ? find_title (document, pointer) : NULL;

  /* Translators: a field, and the title of its section: "Infopic description in “SCRI Academy”" */
  return title != NULL ? g_strdup_printf (_("%s in “%s”"), what, title) : g_steal_pointer (&what);
}

/* The words in bold, with those around them. */
static char *
cut_out (const FrMatch *match)
{
  const char *text = match->text, *start = text + match->start, *end = text + match->end;
  const char *first = start, *last = end;
  g_autofree char *before = NULL, *words = NULL, *behind = NULL;

  for (unsigned i = 0; i < CHARACTERS_BEFORE && first > text; i++)
    first = g_utf8_prev_char (first);
  for (unsigned i = 0; i < CHARACTERS_BEHIND && *last != '\0'; i++)
    last = g_utf8_next_char (last);
  before = g_strdelimit (g_markup_escape_text (first, start - first), "\r\n", ' ');
  words = g_strdelimit (g_markup_escape_text (start, end - start), "\r\n", ' ');
  behind = g_strdelimit (g_markup_escape_text (end, last - end), "\r\n", ' ');
  return g_strconcat (first > text ? "…" : "", before, "<b>", words, "</b>", behind, *last != '\0' ? "…" : "", NULL);
}

static GtkWidget *
add_label (GtkWidget *box, const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_clicked (FrFindRow *self)
{
  g_signal_emit (self, signals[REPLACE], 0);
}

static GtkWidget *
make_button (FrFindRow *self, const FrMatch *match)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-find-replace-symbolic");

  gtk_widget_set_tooltip_text (button, match->why_read_only != NULL ? match->why_read_only : _("Replace here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Replace here"), -1);
  gtk_widget_set_sensitive (button, match->why_read_only == NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

GtkWidget *
fr_find_row_new (FrDocument *document, const FrMatch *match)
{
  FrFindRow *self = g_object_new (FR_TYPE_FIND_ROW, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *where = fr_find_row_describe (document, match->pointer), *where_markup = g_markup_escape_text (where, -1);
  g_autofree char *words = cut_out (match);
  GtkWidget *caption = add_label (lines, where_markup);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  add_label (lines, words);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_margin_top (lines, 6);
  gtk_widget_set_margin_bottom (lines, 6);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), make_button (self, match));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, where, -1);
  return GTK_WIDGET (self);
}

/* For assistive technology, which cannot activate a row but can call what it offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit_by_name (gtk_widget_get_parent (widget), "row-activated", widget);
}

static void
fr_find_row_class_init (FrFindRowClass *class)
{
  signals[REPLACE] = g_signal_new ("replace", FR_TYPE_FIND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "found.open", NULL, open_row);
}

static void
fr_find_row_init (FrFindRow *self)
{
}
