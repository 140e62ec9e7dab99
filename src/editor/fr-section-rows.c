/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-section-rows.h"

#include <glib/gi18n-lib.h>

#include "fr-pointer.h"
#include "fr-summary.h"
#include "fr-titles.h"

#define LIST "/sections"

/* An item of `sections`: a row for each of its keys, or one that says that it has none. */
typedef struct
{
  GPtrArray *rows;     /* of FrSectionRow, owned by the list box */
  gboolean   outdated;
} Item;

struct _FrSectionRows
{
  GtkListBox *list;
  FrSession *session;
  FrSectionRow *settings;  /* the first row */
  GPtrArray *items;        /* of Item */
  GPtrArray *unplaced;     /* of FrSectionRow: those that are new or have moved */
  gboolean reordered;      /* rows are others, or in other places, than when they were last numbered */
  gboolean miscounted;     /* findings are others than when they were last shown */
};

static void
free_item (gpointer data)
{
  Item *item = data;

  g_ptr_array_unref (item->rows);
  g_free (item);
}

/* Rows are sorted by their number and not taken out and put in again: the selected one stays selected. */
static int
by_number (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  return fr_section_row_get_number (FR_SECTION_ROW (one)) - fr_section_row_get_number (FR_SECTION_ROW (other));
}

static void
unplace (FrSectionRows *self, FrSectionRow *row)
{
  g_ptr_array_add (self->unplaced, g_object_ref_sink (row));
  self->reordered = TRUE;
}

static FrSectionRow *
add_row (FrSectionRows *self, const char *name)
{
  FrSectionRow *row = FR_SECTION_ROW (fr_section_row_new (self->session, name));

  unplace (self, row);
  return row;
}

static void
drop_row (FrSectionRows *self, FrSectionRow *row)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  while (g_ptr_array_remove (self->unplaced, row))
    ;
  self->reordered = TRUE;
}

/* Of keys that stand twice the last one counts; the rows say so by showing one. */
static gboolean
is_repeated_later (const FrNode *mapping, unsigned index)
{
  const char *key = fr_node_get_text (fr_node_get_key (mapping, index));

  return key == NULL || fr_node_lookup (mapping, key) != fr_node_get_value (mapping, index);
}

/* Its row, which is the last one of that name, or a new one. */
static FrSectionRow *
take_row (FrSectionRows *self, GPtrArray *rows, const char *name)
{
  for (unsigned i = 0; i < rows->len; i++)
    if (g_strcmp0 (fr_section_row_get_name (rows->pdata[i]), name) == 0)
      return g_ptr_array_steal_index (rows, i);
  return add_row (self, name);
}

static void
add_kind (FrSectionRows *self, Item *item, GPtrArray *old, const char *name, const FrNode *mapping)
{
  FrSectionRow *row = take_row (self, old, name);
  const FrKind *kind = fr_kind_find (name);
  g_autofree char *title = fr_title_for (kind ? _(kind->label) : name, mapping);
  g_autofree char *summary = fr_summary_for (kind ? kind->fields : NULL, mapping);

  fr_section_row_set_title (row, title);
  fr_section_row_set_summary (row, summary);
  g_ptr_array_add (item->rows, row);
}

/* Keys can change places in a mapping. Those that are new are not in `before`. */
static void
unplace_reordered (FrSectionRows *self, const GPtrArray *rows, const GPtrArray *before)
{
  unsigned place, next = 0;

  for (unsigned i = 0; i < rows->len; i++)
    if (g_ptr_array_find ((GPtrArray *) before, rows->pdata[i], &place))
      {
        if (place < next)
          unplace (self, rows->pdata[i]);
        next = MAX (next, place);
      }
}

static void
update_item (FrSectionRows *self, Item *item, const FrNode *node)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&item->rows);
  g_autoptr (GPtrArray) before = g_ptr_array_copy (old, NULL, NULL);

  item->outdated = FALSE;
  item->rows = g_ptr_array_new ();
  for (unsigned i = 0; i < fr_node_count (node) && fr_node_get_type (node) == FR_TYPE_MAPPING; i++)
    if (!is_repeated_later (node, i))
      add_kind (self, item, old, fr_node_get_text (fr_node_get_key (node, i)), fr_node_get_value (node, i));
  if (item->rows->len == 0)
    {
      FrSectionRow *row = take_row (self, old, NULL);

      g_autofree char *summary = fr_summary_for (NULL, node);

      fr_section_row_set_title (row, _("Not a section"));
      fr_section_row_set_summary (row, summary);
      g_ptr_array_add (item->rows, row);
    }
  /* Which of several rows is the first one matters to what is counted for each. */
  self->miscounted = self->miscounted || item->rows->len > 1 || before->len > 1;
  unplace_reordered (self, item->rows, before);
  for (unsigned i = 0; i < old->len; i++)
    drop_row (self, old->pdata[i]);
}

static void
insert_item (gpointer data, unsigned index)
{
  FrSectionRows *self = data;
  Item *item = g_new (Item, 1);

  *item = (Item) { g_ptr_array_new (), TRUE };
  g_ptr_array_insert (self->items, MIN (index, self->items->len), item);
  self->reordered = TRUE;
}

static void
remove_item (gpointer data, unsigned index)
{
  FrSectionRows *self = data;
  Item *item = index < self->items->len ? self->items->pdata[index] : NULL;

  if (item == NULL)
    return;
  for (unsigned i = 0; i < item->rows->len; i++)
    drop_row (self, item->rows->pdata[i]);
  g_ptr_array_remove_index (self->items, index);
}

static void
move_item (gpointer data, unsigned from, unsigned to)
{
  FrSectionRows *self = data;
  Item *item = from < self->items->len ? g_ptr_array_steal_index (self->items, from) : NULL;

  if (item == NULL)
    return;
  g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
  for (unsigned i = 0; i < item->rows->len; i++)
    unplace (self, item->rows->pdata[i]);
}

static void
outdate_item (gpointer data, unsigned index)
{
  FrSectionRows *self = data;

  if (index < self->items->len)
    ((Item *) self->items->pdata[index])->outdated = TRUE;
}

static void
outdate_all (gpointer data)
{
  FrSectionRows *self = data;

  for (unsigned i = 0; i < self->items->len; i++)
    outdate_item (self, i);
}

static void
number_rows (FrSectionRows *self)
{
  int number = 0;

  fr_section_row_set_place (self->settings, number++, 0);
  for (unsigned i = 0; i < self->items->len; i++)
    {
      const GPtrArray *rows = ((Item *) self->items->pdata[i])->rows;

      for (unsigned k = 0; k < rows->len; k++)
        fr_section_row_set_place (rows->pdata[k], number++, i);
    }
}

/* Its number is right, and so are those of all that are in the list. */
static void
place_row (FrSectionRows *self, FrSectionRow *row)
{
  GtkListBoxRow *above;
  int index;

  if (gtk_widget_get_parent (GTK_WIDGET (row)) == NULL)
    {
      gtk_list_box_insert (self->list, GTK_WIDGET (row), -1);
      return;
    }
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
  /* GTK 4.8 leaves it where it was among the children, in whose order assistive technology reads them. */
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  above = index > 0 ? gtk_list_box_get_row_at_index (self->list, index - 1) : NULL;
  gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self->list), GTK_WIDGET (above));
}

/* To sort all of them takes longer than all else that one edit asks for. */
static void
place_rows (FrSectionRows *self)
{
  unsigned moved = 0;

  number_rows (self);
  for (unsigned i = 0; i < self->unplaced->len; i++)
    moved += gtk_widget_get_parent (self->unplaced->pdata[i]) != NULL;
  if (moved > 1)
    gtk_list_box_invalidate_sort (self->list);
  for (unsigned i = 0; i < self->unplaced->len; i++)
    if (moved <= 1 || gtk_widget_get_parent (self->unplaced->pdata[i]) == NULL)
      place_row (self, self->unplaced->pdata[i]);
  g_ptr_array_set_size (self->unplaced, 0);
  self->reordered = FALSE;
}

/* One row for each section that is there, whatever was told of them. */
static void
settle (FrSectionRows *self)
{
  const FrNode *sections = fr_document_get (fr_session_get_document (self->session), LIST);
  unsigned count = fr_node_get_type (sections) == FR_TYPE_SEQUENCE ? fr_node_count (sections) : 0;

  while (self->items->len < count)
    insert_item (self, self->items->len);
  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  for (unsigned i = 0; i < count; i++)
    if (((Item *) self->items->pdata[i])->outdated)
      update_item (self, self->items->pdata[i], fr_node_get_item (sections, i));
  if (self->reordered)
    place_rows (self);
}

static void
show_settings (FrSectionRows *self)
{
  const FrNode *root = fr_document_get_root (fr_session_get_document (self->session));
  const char *text = fr_node_get_text (fr_node_lookup (root, "title"));
  g_autofree char *title = fr_title_plain (text != NULL ? text : "");

  fr_section_row_set_summary (self->settings, title);
}

static void
show_findings (FrSectionRows *self)
{
  FrFindings *findings = fr_session_get_findings (self->session);

  fr_section_row_set_findings (self->settings, fr_findings_count_settings (findings));
  for (unsigned i = 0; i < self->items->len; i++)
    {
      const GPtrArray *rows = ((Item *) self->items->pdata[i])->rows;

      for (unsigned k = 0; k < rows->len; k++)
        fr_section_row_set_findings (rows->pdata[k],
                                     fr_findings_count_section (findings, i, fr_section_row_get_name (rows->pdata[k])));
    }
  self->miscounted = FALSE;
}

void
fr_section_rows_follow (FrSectionRows *self, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, outdate_item, outdate_all };

  fr_changes_tell_list (changes, LIST, &events, self);
  settle (self);
  show_settings (self);
  if (self->miscounted)
    show_findings (self);
}

/* In the middle of an edit, which the session tells of later; else because the site is another one. */
static void
on_findings_changed (FrSectionRows *self)
{
  self->miscounted = TRUE;
}

static void
on_site_changed (FrSectionRows *self)
{
  if (self->miscounted)
    show_findings (self);
}

FrSectionRows *
fr_section_rows_new (GtkListBox *list, FrSession *session)
{
  FrSectionRows *self = g_new0 (FrSectionRows, 1);

  self->list = list;
  self->session = g_object_ref (session);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_list_box_set_sort_func (list, by_number, NULL, NULL);
  g_signal_connect_swapped (fr_session_get_findings (session), "changed", G_CALLBACK (on_findings_changed), self);
  g_signal_connect_swapped (session, "site-changed", G_CALLBACK (on_site_changed), self);
  self->settings = FR_SECTION_ROW (fr_section_row_new_settings (session));
  unplace (self, self->settings);
  fr_section_row_set_title (self->settings, _("Page settings"));
  settle (self);
  show_settings (self);
  show_findings (self);
  return self;
}

void
fr_section_rows_free (FrSectionRows *self)
{
  g_signal_handlers_disconnect_by_data (fr_session_get_findings (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  while (self->items->len > 0)
    remove_item (self, self->items->len - 1);
  drop_row (self, self->settings);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->unplaced);
  g_object_unref (self->session);
  g_free (self);
}

gboolean
fr_section_rows_are_none (FrSectionRows *self)
{
  return self->items->len == 0;
}

FrSectionRow *
fr_section_rows_find (FrSectionRows *self, const char *pointer)
{
  g_auto (GStrv) tokens = fr_pointer_split (pointer, NULL);
  const GPtrArray *rows;
  unsigned index;

  if (tokens == NULL || !fr_pointer_is_within (pointer, LIST) || tokens[1] == NULL ||
      !fr_pointer_parse_index (tokens[1], &index) || index >= self->items->len)
    return self->settings;
  rows = ((Item *) self->items->pdata[index])->rows;
  for (unsigned i = 0; i < rows->len; i++)
    if (g_strcmp0 (tokens[2], fr_section_row_get_name (rows->pdata[i])) == 0)
      return rows->pdata[i];
  return rows->pdata[0];
}
