/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-grid.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-image-item.h"
#include "fr-thumbnail-view.h"

#define WIDTH 128
#define HEIGHT 96
#define LETTERS 14  /* of a name, before it is cut */

struct _FrImageGrid
{
  GtkBox parent_instance;

  GtkWidget *search;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *grid;
  GListStore *items;        /* of FrImageItem */
  GtkCustomFilter *filter;
  GtkFilterListModel *found;
  GStrv words;              /* that are searched for */
};

G_DEFINE_FINAL_TYPE (FrImageGrid, fr_image_grid, GTK_TYPE_BOX)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void
show_found (FrImageGrid *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  adw_status_page_set_title (self->nothing, any ? _("No Such Picture") : _("No Pictures Yet"));
  adw_status_page_set_description (self->nothing, any ? _("Search for a part of a file’s name or folder.")
                                                      : _("Take one from a file: it is copied into the site."));
  gtk_stack_set_visible_child_name (self->stack, fr_image_grid_count (self) > 0 ? "grid" : "nothing");
}

unsigned
fr_image_grid_count (FrImageGrid *self)
{
  g_return_val_if_fail (FR_IS_IMAGE_GRID (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->found));
}

void
fr_image_grid_set_site (FrImageGrid *self, FrSite *site)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (FR_IS_IMAGE_GRID (self));

  items = fr_image_items_of (site);
  if (fr_image_items_are (items, G_LIST_MODEL (self->items)))
    return;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  show_found (self);
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  return fr_image_item_has (item, (const char * const *) FR_IMAGE_GRID (data)->words);
}

static void
on_search_changed (FrImageGrid *self)
{
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit (text, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
choose (FrImageGrid *self, unsigned position)
{
  g_autoptr (FrImageItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, fr_image_item_get_path (item));
}

/* Enter in the search: what is found is the one that is meant. */
static void
on_search_activate (FrImageGrid *self)
{
  if (fr_image_grid_count (self) == 1)
    choose (self, 0);
  else
    gtk_widget_child_focus (self->grid, GTK_DIR_TAB_FORWARD);
}

static void
make_cell (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *view = fr_thumbnail_view_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (view, WIDTH, HEIGHT);
  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (cell, box);
}

static void
fill_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, FrImageGrid *self)
{
  FrImageItem *item = gtk_list_item_get_item (cell);
  GtkWidget *box = gtk_list_item_get_child (cell), *view = gtk_widget_get_first_child (box);

  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (view), fr_image_item_get_file (item), fr_image_item_get_modified (item),
                          "image-x-generic-symbolic");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), fr_image_item_get_name (item));
  gtk_widget_set_tooltip_text (box, fr_image_item_get_path (item));
}

/* One that is scrolled by is not drawn. */
static void
empty_cell (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *view = gtk_widget_get_first_child (gtk_list_item_get_child (cell));

  fr_thumbnail_view_show (FR_THUMBNAIL_VIEW (view), NULL, 0, "image-x-generic-symbolic");
}

static GtkWidget *
make_grid (FrImageGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_single_selection_set_autoselect (selection, FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (make_cell), self);
  g_signal_connect (factory, "bind", G_CALLBACK (fill_cell), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (empty_cell), self);
  self->grid = gtk_grid_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_grid_view_set_single_click_activate (GTK_GRID_VIEW (self->grid), TRUE);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->grid), 2);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "images");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Images of the site"), -1);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  return scroller;
}

static GtkWidget *
make_search (FrImageGrid *self)
{
  GtkWidget *search = gtk_search_entry_new ();

  g_object_set (search, "placeholder-text", _("Search images"), "margin-start", 12, "margin-end", 12, "margin-top", 6,
                "margin-bottom", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search images"), -1);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (on_search_activate), self, G_CONNECT_SWAPPED);
  return search;
}

void
fr_image_grid_focus (FrImageGrid *self)
{
  g_return_if_fail (FR_IS_IMAGE_GRID (self));

  gtk_widget_grab_focus (self->search);
}

static void
fr_image_grid_finalize (GObject *object)
{
  FrImageGrid *self = FR_IMAGE_GRID (object);

  g_clear_object (&self->found);
  g_clear_object (&self->items);
  g_strfreev (self->words);
  G_OBJECT_CLASS (fr_image_grid_parent_class)->finalize (object);
}

static void
fr_image_grid_class_init (FrImageGridClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_image_grid_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_IMAGE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
fr_image_grid_init (FrImageGrid *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->items = g_list_store_new (FR_TYPE_IMAGE_ITEM);
  self->words = g_new0 (char *, 1);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (self->filter));
  self->search = make_search (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->nothing, "image-x-generic-symbolic");
  gtk_stack_add_named (self->stack, make_grid (self), "grid");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  show_found (self);
}

GtkWidget *
fr_image_grid_new (void)
{
  return g_object_new (FR_TYPE_IMAGE_GRID, NULL);
}
