#include "fr-section-list.h"

#include <glib/gi18n-lib.h>

#include "fr-kinds.h"
#include "fr-pointer.h"
#include "fr-section-row.h"
#include "fr-titles.h"

struct _FrSectionList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;

  FrDocument *document;
  GPtrArray *rows;     /* of FrSectionRow, owned by the list box */
  char *chosen;        /* pointer last told by "chosen" */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (FrSectionList, fr_section_list, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void
set_row (FrSectionList *self, unsigned index, const char *pointer, const char *title)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = fr_section_row_new ();

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
    }
  fr_section_row_set (g_ptr_array_index (self->rows, index), pointer, title);
}

static char *
section_title (const char *kind_name, const FrNode *mapping)
{
  const FrKind *kind = fr_kind_find (kind_name);

  return fr_title_for (kind ? _(kind->label) : kind_name, mapping);
}

/* Of keys that stand twice the last one counts; the rows say so by showing one. */
static gboolean
is_repeated_later (const FrNode *mapping, unsigned index)
{
  const char *key = fr_node_get_text (fr_node_get_key (mapping, index));

  return key == NULL || fr_node_lookup (mapping, key) != fr_node_get_value (mapping, index);
}

static unsigned
set_item_rows (FrSectionList *self, unsigned n_rows, unsigned index, const FrNode *item)
{
  g_autofree char *item_pointer = fr_pointer_join_index ("/sections", index);
  unsigned before = n_rows;

  for (unsigned i = 0; i < fr_node_count (item) && fr_node_get_type (item) == FR_TYPE_MAPPING; i++)
    {
      const char *name = fr_node_get_text (fr_node_get_key (item, i));
      g_autofree char *pointer = NULL;
      g_autofree char *title = NULL;

      if (is_repeated_later (item, i))
        continue;
      pointer = fr_pointer_join (item_pointer, name);
      title = section_title (name, fr_node_get_value (item, i));
      set_row (self, n_rows++, pointer, title);
    }
  if (n_rows == before)
    set_row (self, n_rows++, item_pointer, _("Not a section"));
  return n_rows;
}

static FrSectionRow *
find_row (FrSectionList *self, const char *pointer)
{
  for (unsigned i = self->rows->len; i-- > 1;)
    if (fr_pointer_is_within (pointer, fr_section_row_get_pointer (g_ptr_array_index (self->rows, i))))
      return g_ptr_array_index (self->rows, i);
  return self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
}

static void
rebuild (FrSectionList *self)
{
  const FrNode *sections;
  unsigned n_rows = 0;

  self->updating = TRUE;
  if (self->document != NULL)
    {
      sections = fr_document_get (self->document, "/sections");
      set_row (self, n_rows++, "", _("Page settings"));
      if (fr_node_get_type (sections) == FR_TYPE_SEQUENCE)
        for (unsigned i = 0; i < fr_node_count (sections); i++)
          n_rows = set_item_rows (self, n_rows, i, fr_node_get_item (sections, i));
    }
  while (self->rows->len > n_rows)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_remove_index (self->rows, self->rows->len - 1);
    }
  self->updating = FALSE;
}

static void
on_row_selected (FrSectionList *self, GtkListBoxRow *row)
{
  if (self->updating || row == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (fr_section_row_get_pointer (FR_SECTION_ROW (row)));
  g_signal_emit (self, signals[CHOSEN], 0, self->chosen);
}

static void
on_changed (FrSectionList *self, const char *pointer)
{
  FrSectionRow *row = find_row (self, pointer);
  const char *own = row ? fr_section_row_get_pointer (row) : "";

  g_autofree char *kind_name = NULL;
  g_autofree char *parent = fr_pointer_split_last (own, &kind_name);

  /* A text within a section: at most that one row's title. */
  if (parent != NULL && strcmp (parent, "/sections") != 0 && strlen (pointer) > strlen (own))
    {
      g_autofree char *title = section_title (kind_name, fr_document_get (self->document, own));

      fr_section_row_set (row, own, title);
    }
  else if (*pointer == '\0' || fr_pointer_is_within (pointer, "/sections"))
    rebuild (self);
}

void
fr_section_list_set_document (FrSectionList *self, FrDocument *document)
{
  g_return_if_fail (FR_IS_SECTION_LIST (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (on_changed), self);
  g_clear_pointer (&self->chosen, g_free);
  rebuild (self);
}

const char *
fr_section_list_get_chosen (FrSectionList *self)
{
  g_return_val_if_fail (FR_IS_SECTION_LIST (self), NULL);

  return self->chosen;
}

static void
scroll_to (FrSectionList *self, FrSectionRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 6, bounds.origin.y + bounds.size.height + 6);
}

void
fr_section_list_choose (FrSectionList *self, const char *pointer)
{
  FrSectionRow *row;

  g_return_if_fail (FR_IS_SECTION_LIST (self));

  row = find_row (self, pointer);
  if (row == NULL)
    return;
  /* A row that is selected but stands for another mapping now (the sections moved) tells so. */
  if (GTK_LIST_BOX_ROW (row) == gtk_list_box_get_selected_row (self->list) &&
      g_strcmp0 (self->chosen, fr_section_row_get_pointer (row)) != 0)
    on_row_selected (self, GTK_LIST_BOX_ROW (row));
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  scroll_to (self, row);
}

static void
fr_section_list_dispose (GObject *object)
{
  FrSectionList *self = FR_SECTION_LIST (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->updating = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_section_list_parent_class)->dispose (object);
}

static void
fr_section_list_class_init (FrSectionListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_section_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_SECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/frontage/Frontage/editor/fr-section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FrSectionList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_section_list_init (FrSectionList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
