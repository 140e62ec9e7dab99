/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-review-row.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "fr-review-markup.h"

#define LONGEST 2000  /* characters */

struct _FrReviewRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *texts;    /* a column */
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (FrReviewRow, fr_review_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
add_text (FrReviewRow *self, const char *markup, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (self->texts), label);
  return label;
}

static void
add_button (FrReviewRow *self, const char *label, const char *name, const char *action, unsigned index)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static unsigned
place_of (const char *pointer)
{
  return strtoul (strrchr (pointer, '/') + 1, NULL, 10) + 1;
}

static char *
say_what_happened (const FrReviewEntry *entry)
{
  switch (entry->kind)
    {
    case FR_REVIEW_ADDED:
      return g_strdup (_("Added"));
    case FR_REVIEW_REMOVED:
      return g_strdup (_("Removed"));
    case FR_REVIEW_MOVED:
      return g_strdup_printf (_("Moved from place %u to place %u"), place_of (entry->saved_pointer), place_of (entry->pointer));
    case FR_REVIEW_BODY:
      return g_strdup (_("Changed; the homepage does not show it"));
    case FR_REVIEW_WRITING:
      return g_strdup (_("Changed, apart from values; “Lines” shows where"));
    default:
      return g_strdup (_("Changed"));
    }
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, LONGEST);
  return g_strconcat (start, "…", NULL);
}

/* Where nothing is left to be read, that is said. */
static void
add_values (FrReviewRow *self, const FrReviewEntry *entry)
{
  g_autofree char *before = shorten (entry->before != NULL ? entry->before : ""), *old = NULL;
  g_autofree char *after = shorten (entry->after != NULL ? entry->after : ""), *new = NULL;
  g_autofree char *nothing = g_markup_printf_escaped ("<i>%s</i>", _("(empty)"));

  if (entry->kind == FR_REVIEW_MOVED)
    {
      g_autofree char *same = g_markup_escape_text (after, -1);

      add_text (self, same, NULL);
      return;
    }
  old = fr_review_mark_old (before, after);
  new = fr_review_mark_new (before, after);
  if (entry->before != NULL)
    add_text (self, *old != '\0' ? old : nothing, "old");
  if (entry->after != NULL)
    add_text (self, *new != '\0' ? new : nothing, "new");
}

GtkWidget *
fr_review_row_new (const FrReviewEntry *entry, unsigned index)
{
  FrReviewRow *self = g_object_new (FR_TYPE_REVIEW_ROW, NULL);
  g_autofree char *what = say_what_happened (entry), *name = g_markup_escape_text (entry->name, -1);
  g_autofree char *show = g_strdup_printf (_("Show %s on the page"), entry->name);
  g_autofree char *revert = g_strdup_printf (_("Revert %s"), entry->name);
  GtkWidget *caption;

  add_text (self, name, "heading");
  caption = add_text (self, what, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  add_values (self, entry);
  if (entry->pointer != NULL || entry->saved_pointer != NULL)
    add_button (self, _("Show"), show, "review.show", index);
  add_button (self, _("Revert"), revert, "review.revert", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name, -1);
  return GTK_WIDGET (self);
}

GtkWidget *
fr_review_row_new_hunk (FrReview *review, unsigned index)
{
  FrReviewRow *self = g_object_new (FR_TYPE_REVIEW_ROW, NULL);
  const FrHunk *hunk = &g_array_index (fr_review_get_hunks (review), FrHunk, index);
  g_autofree char *markup = fr_review_mark_hunk (review, index);
  g_autofree char *name = g_strdup_printf (_("Line %u"), hunk->after + 1);
  g_autofree char *revert = g_strdup_printf (_("Revert line %u"), hunk->after + 1);

  gtk_widget_add_css_class (add_text (self, name, "caption"), "dim-label");
  gtk_widget_add_css_class (add_text (self, markup, "lines"), "monospace");
  add_button (self, _("Revert"), revert, "review.revert-lines", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static void
fr_review_row_class_init (FrReviewRowClass *class)
{
}

static void
fr_review_row_init (FrReviewRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_box_append (GTK_BOX (box), self->texts);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self), "review");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}
