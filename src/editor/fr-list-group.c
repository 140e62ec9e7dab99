/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-list-group.h"

#include <glib/gi18n-lib.h>

#include "fr-form-part.h"
#include "fr-pointer.h"

struct _FrListGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;
  GtkWidget *add;      /* the button */
  const FrField *field;
  FrSession *session;  /* weak */
  char *pointer;       /* NULL: what the list was in is gone */
  GPtrArray *items;    /* of FrItemRow, in the list's order; owned by the box */
  int focus_at;        /* the place of a row that went with the focus in it; -1: there is none */
};

static void fr_list_group_init_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrListGroup, fr_list_group, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_list_group_init_part))

static const FrNode *
get_list (FrListGroup *self)
{
  return fr_document_get (fr_session_get_document (self->session), self->pointer);
}

/* Its row is made when all changes are told and it is known where it stands. */
static void
insert_item (gpointer data, unsigned index)
{
  FrListGroup *self = data;

  g_ptr_array_insert (self->items, MIN (index, self->items->len), NULL);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
remove_item (gpointer data, unsigned index)
{
  FrListGroup *self = data;
  FrItemRow *item = index < self->items->len ? g_ptr_array_steal_index (self->items, index) : NULL;

  if (item == NULL)
    return;
  if (has_focus (GTK_WIDGET (item)))
    self->focus_at = index;
  fr_item_row_follow (item, NULL, NULL);
  gtk_list_box_remove (self->box, GTK_WIDGET (item));
}

static void
move_item (gpointer data, unsigned from, unsigned to)
{
  FrListGroup *self = data;
  FrItemRow *item;

  if (from >= self->items->len)
    return;
  item = g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, MIN (to, self->items->len), item);
}

static void
ignore_edit (gpointer data, unsigned index)
{
}

static void
ignore_all (gpointer data)
{
}

/* Rows are sorted and not taken out and put in again, which would take the focus from what is in them. */
static int
by_place (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  return fr_item_row_get_index (FR_ITEM_ROW (one)) - fr_item_row_get_index (FR_ITEM_ROW (other));
}

/* Of what is in the list and not on the page. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *above, gpointer data)
{
  FrListGroup *self = data;
  unsigned most = self->field->max_items;
  g_autofree char *text = NULL;
  GtkWidget *line;

  if (most == 0 || fr_item_row_get_index (FR_ITEM_ROW (row)) != (int) most)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The page shows only the one above",
                                       "The page shows only the first %u, which are above", most), most);
  line = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_widget_add_css_class (line, "limit");
  gtk_list_box_row_set_header (row, line);
}

static void
describe (FrListGroup *self, const FrNode *list)
{
  FrType type = fr_node_get_type (list);
  gboolean is_list = type == FR_TYPE_SEQUENCE || type == FR_TYPE_NULL;
  const char *text = is_list ? _(self->field->purpose) : _("This is not a list in the file. It is kept as it is.");

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), self->items->len == 0 ? text : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->box), self->items->len > 0);
  gtk_widget_set_visible (self->add, is_list);
}

/* TRUE: its row is new, or has been in another place. */
static gboolean
show_item (FrListGroup *self, unsigned index, const GPtrArray *changes)
{
  g_autofree char *pointer = fr_pointer_join_index (self->pointer, index);
  FrItemRow *item = self->items->pdata[index];

  if (item == NULL)
    {
      item = self->items->pdata[index] = FR_ITEM_ROW (fr_item_row_new (self->field, self->session, pointer));
      gtk_list_box_insert (self->box, GTK_WIDGET (item), -1);
    }
  else
    fr_item_row_follow (item, pointer, changes);
  return fr_item_row_set_index (item, index);
}

/* What assistive technology reads, too, which a list box in GTK 4.8 leaves as it was. */
static void
sort_rows (FrListGroup *self)
{
  GtkWidget *above = NULL;

  gtk_list_box_invalidate_sort (self->box);
  gtk_list_box_invalidate_headers (self->box);
  for (unsigned i = 0; i < self->items->len; i++)
    {
      GtkWidget *header = gtk_list_box_row_get_header (self->items->pdata[i]);

      if (header != NULL)
        gtk_widget_insert_after (header, GTK_WIDGET (self->box), above);
      gtk_widget_insert_after (self->items->pdata[i], GTK_WIDGET (self->box), header != NULL ? header : above);
      above = self->items->pdata[i];
    }
}

/* Who removes several goes on with the next one. */
static void
restore_focus (FrListGroup *self)
{
  int last = (int) self->items->len - 1, index = MIN (self->focus_at, last);

  if (self->focus_at < 0)
    return;
  self->focus_at = -1;
  if (index < 0)
    gtk_widget_grab_focus (self->add);
  else
    gtk_widget_child_focus (self->items->pdata[index], GTK_DIR_TAB_FORWARD);
}

/* One row for each item that is there, whatever was told of them. */
static void
settle (FrListGroup *self, const GPtrArray *changes)
{
  const FrNode *list = get_list (self);
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;
  gboolean reordered = FALSE;

  while (self->items->len > count)
    remove_item (self, self->items->len - 1);
  while (self->items->len < count)
    insert_item (self, self->items->len);
  for (unsigned i = 0; i < count; i++)
    reordered = show_item (self, i, changes) || reordered;
  if (reordered)
    sort_rows (self);
  describe (self, list);
  restore_focus (self);
}

static void
fr_list_group_follow (FrFormPart *part, const char *before, const char *after, const GPtrArray *changes)
{
  static const FrListEvents events = { insert_item, remove_item, move_item, ignore_edit, ignore_all };
  FrListGroup *self = FR_LIST_GROUP (part);
  g_autofree char *old = g_strdup (self->pointer);

  if (old == NULL || self->session == NULL)
    return;
  if (fr_pointer_follow_below (&self->pointer, before, after, changes) && after != NULL)
    fr_changes_tell_list (changes, old, &events, self);
  if (after != NULL)
    settle (self, changes);
  else
    for (unsigned i = 0; i < self->items->len; i++)
      fr_item_row_follow (self->items->pdata[i], NULL, NULL);
}

static GtkWidget *
fr_list_group_find (FrFormPart *part, const char *pointer)
{
  FrListGroup *self = FR_LIST_GROUP (part);
  GtkWidget *found = self->pointer != NULL ? fr_form_parts_find (self->items, pointer) : NULL;

  return found == NULL && self->pointer != NULL && fr_pointer_is_within (pointer, self->pointer) ? self->add : found;
}

/* Those of the list itself say that it is too long, as the line between its rows does. */
static void
fr_list_group_show_findings (FrFormPart *part, GPtrArray *findings)
{
  FrListGroup *self = FR_LIST_GROUP (part);
  g_autoptr (GPtrArray) own = fr_findings_take (findings, self->pointer);

  fr_form_parts_show_findings (self->items, own);
}

static void
fr_list_group_init_part (FrFormPartInterface *iface)
{
  iface->follow = fr_list_group_follow;
  iface->find = fr_list_group_find;
  iface->show_findings = fr_list_group_show_findings;
}

/* At the end, and open, with the focus in its first field. */
static void
add_item (FrListGroup *self)
{
  g_autofree char *pointer = NULL;
  g_autoptr (GError) error = NULL;

  if (self->pointer == NULL || self->session == NULL)
    return;
  pointer = fr_pointer_join_index (self->pointer, self->items->len);
  if (!fr_document_add (fr_session_get_document (self->session), pointer, self->field->new_item, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "form.focus", "s", pointer);
}

/* "Add highlight": the list's own word for one, with a small letter. */
static void
name_button (FrListGroup *self)
{
  g_autofree char *item = fr_label_in_words (_(self->field->item_label));
  /* Translators: a button; an item of a list with a small letter: "Add highlight" */
  g_autofree char *name = g_strdup_printf (_("Add %s"), item);

  gtk_button_set_label (GTK_BUTTON (self->add), name);
}

GtkWidget *
fr_list_group_new (const FrField *field, FrSession *session, const char *pointer)
{
  FrListGroup *self = g_object_new (FR_TYPE_LIST_GROUP, "title", _(field->label), NULL);

  self->field = field;
  g_set_weak_pointer (&self->session, session);
  self->pointer = g_strdup (pointer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  name_button (self);
  settle (self, NULL);
  return GTK_WIDGET (self);
}

static void
fr_list_group_finalize (GObject *object)
{
  FrListGroup *self = FR_LIST_GROUP (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->items);
  g_free (self->pointer);
  G_OBJECT_CLASS (fr_list_group_parent_class)->finalize (object);
}

static void
fr_list_group_class_init (FrListGroupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_list_group_finalize;
}

static void
fr_list_group_init (FrListGroup *self)
{
  self->items = g_ptr_array_new ();
  self->focus_at = -1;
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->box, by_place, NULL, NULL);
  gtk_list_box_set_header_func (self->box, update_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
  self->add = gtk_button_new ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->add, 6);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_item), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}
