#include "fr-item-row.h"

#include <glib/gi18n-lib.h>

#include "fr-titles.h"

struct _FrItemRow
{
  AdwExpanderRow parent_instance;

  const char *label;
  FrDocument *document;
  char *pointer;
};

G_DEFINE_FINAL_TYPE (FrItemRow, fr_item_row, ADW_TYPE_EXPANDER_ROW)

GtkWidget *
fr_item_row_new (const char *label, FrDocument *document, const char *pointer)
{
  FrItemRow *self = g_object_new (FR_TYPE_ITEM_ROW, NULL);

  self->label = label;
  self->document = document;
  self->pointer = g_strdup (pointer);
  fr_item_row_refresh (self);
  return GTK_WIDGET (self);
}

const char *
fr_item_row_get_pointer (FrItemRow *self)
{
  return self->pointer;
}

void
fr_item_row_refresh (FrItemRow *self)
{
  g_autofree char *title = fr_title_for (_(self->label), fr_document_get (self->document, self->pointer));

  if (g_strcmp0 (title, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))) == 0)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* For assistive technology, which can call what a row offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

static void
fr_item_row_finalize (GObject *object)
{
  g_free (FR_ITEM_ROW (object)->pointer);
  G_OBJECT_CLASS (fr_item_row_parent_class)->finalize (object);
}

static void
fr_item_row_class_init (FrItemRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_item_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "item.open", NULL, open_row);
}

static void
fr_item_row_init (FrItemRow *self)
{
  /* Titles are the file's text, in which "&" and "<" are themselves. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}
