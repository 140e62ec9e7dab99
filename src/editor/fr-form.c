/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-kinds.h"
#include "fr-field-notes.h"
#include "fr-field-row.h"
#include "fr-fields-box.h"
#include "fr-item-row.h"
#include "fr-pointer.h"
#include "fr-posts-group.h"

struct _FrForm
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;

  FrSession *session;
  char *pointer;       /* NULL: nothing is shown */
  const FrField *fields; /* that it is made of; NULL: none */

  FrFieldNotes *notes; /* what is wrong with the section as a whole */
  GPtrArray *parts;    /* of FrFormPart; owned by the box */
  gboolean stale_findings;

  GtkWidget *pointed;    /* weak; what somebody has the cursor in elsewhere */
  GtkWidget *revealed;   /* weak; to be kept in view while the list item around it opens */
  gint64 reveal_until;   /* microseconds of the frame clock */
  unsigned reveal;       /* tick callback */
};

G_DEFINE_FINAL_TYPE (FrForm, fr_form, GTK_TYPE_WIDGET)

static void
stop_reveal (FrForm *self)
{
  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal);
  self->reveal = 0;
  g_clear_weak_pointer (&self->revealed);
}

static void
remove_rows (FrForm *self)
{
  stop_reveal (self);
  for (unsigned i = 0; i < self->parts->len; i++)
    gtk_box_remove (GTK_BOX (self->box), self->parts->pdata[i]);
  g_ptr_array_set_size (self->parts, 0);
}

/* An item of the list of sections that has no key. */
static gboolean
has_no_name (FrForm *self, const char *parent)
{
  return fr_node_get_type (fr_document_get (fr_session_get_document (self->session), parent)) == FR_TYPE_SEQUENCE;
}

static const FrKind *
kind_at (const char *pointer)
{
  g_autofree char *name = NULL;
  g_autofree char *parent = fr_pointer_split_last (pointer, &name);

  return parent != NULL ? fr_kind_find (name) : NULL;
}

static const FrField *
fields_at (const char *pointer)
{
  const FrKind *kind = kind_at (pointer);

  return kind != NULL ? kind->fields : *pointer == '\0' ? fr_page_settings_fields () : NULL;
}

static void
add_part (FrForm *self, GtkWidget *part)
{
  g_ptr_array_add (self->parts, part);
  gtk_box_append (GTK_BOX (self->box), part);
}

static void
add_known (FrForm *self, const FrKind *kind)
{
  FrFieldsBox *box = fr_fields_box_new (self->session, NULL);

  fr_fields_box_add (box, self->fields, self->fields, NULL, self->pointer);
  if (kind != NULL && kind->drawing == FR_DRAW_WITH_POSTS)
    fr_fields_box_add_part (box, fr_posts_group_new (self->session));
  fr_fields_box_add_source (box, self->fields, self->pointer);
  add_part (self, GTK_WIDGET (box));
}

/* What the page draws nothing for is shown as it stands in the file. */
static void
add_unknown (FrForm *self, const char *name)
{
  g_autofree char *title = name != NULL ? g_markup_printf_escaped (_("Unknown Section “%s”"), name) : g_strdup (_("Not a Section"));
  FrFieldsBox *box = fr_fields_box_new (self->session, title);

  fr_fields_box_describe (box, _("The published page draws nothing for it. It is kept exactly as it is in the file."));
  fr_fields_box_add_source (box, NULL, self->pointer);
  add_part (self, GTK_WIDGET (box));
}

static void
build (FrForm *self)
{
  g_autofree char *name = NULL;
  g_autofree char *parent = fr_pointer_split_last (self->pointer, &name);
  const FrKind *kind = kind_at (self->pointer);

  self->fields = fields_at (self->pointer);
  if (self->fields != NULL)
    add_known (self, kind);
  else
    add_unknown (self, has_no_name (self, parent) ? NULL : name);
}

/* What is mended in no part of the form is said at its top. */
static void
show_findings (FrForm *self)
{
  g_autoptr (GPtrArray) findings = NULL;

  self->stale_findings = FALSE;
  findings = fr_findings_list_for (fr_session_get_findings (self->session), self->pointer);
  fr_form_parts_show_findings (self->parts, findings);
  fr_field_notes_set_findings (self->notes, findings);
}

/* They are others before the form has followed what made them so. */
static void
on_findings_changed (FrForm *self)
{
  self->stale_findings = TRUE;
}

/* A section that is gone has no form; whoever chose it chooses another. */
static void
on_changed (FrForm *self, GPtrArray *changes)
{
  g_autofree char *before = g_strdup (self->pointer);

  fr_pointer_follow_key (&self->pointer, changes);
  fr_form_parts_follow (self->parts, before, self->pointer, changes);
  if (self->pointer == NULL)
    fr_form_clear (self);
  else if (self->stale_findings)
    show_findings (self);
}

static void
on_site_changed (FrForm *self)
{
  fr_form_parts_site_changed (self->parts);
  if (self->stale_findings)
    show_findings (self);
}

void
fr_form_show (FrForm *self, FrSession *session, const char *pointer)
{
  g_autofree char *wanted = g_strdup (pointer);

  g_return_if_fail (FR_IS_FORM (self));
  g_return_if_fail (FR_IS_SESSION (session));

  if (self->session == session && g_strcmp0 (self->pointer, wanted) == 0 && self->fields != NULL &&
      self->fields == fields_at (wanted))
    return;
  fr_form_clear (self);
  self->session = g_object_ref (session);
  self->pointer = g_steal_pointer (&wanted);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "site-changed", G_CALLBACK (on_site_changed), self);
  g_signal_connect_swapped (fr_session_get_findings (session), "changed", G_CALLBACK (on_findings_changed), self);
  build (self);
  show_findings (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fr_form_clear (FrForm *self)
{
  g_return_if_fail (FR_IS_FORM (self));

  remove_rows (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (fr_session_get_findings (self->session), self);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->pointer, g_free);
}

static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FrForm *self = FR_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (self->revealed != NULL && gtk_widget_compute_bounds (self->revealed, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + 24);
  if (gdk_frame_clock_get_frame_time (clock) < self->reveal_until)
    return G_SOURCE_CONTINUE;
  self->reveal = 0;
  g_clear_weak_pointer (&self->revealed);
  return G_SOURCE_REMOVE;
}

/* The scroller follows the focus, but only to where the field is at that moment: nowhere yet, in a list item
 * that has only begun to open. */
static void
start_reveal (FrForm *self, GtkWidget *row)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  stop_reveal (self);
  if (clock == NULL)
    return;
  g_set_weak_pointer (&self->revealed, row);
  self->reveal_until = gdk_frame_clock_get_frame_time (clock) + 500 * 1000;
  self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, NULL, NULL);
}

static void
open_around (FrForm *self, GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != GTK_WIDGET (self); above = gtk_widget_get_parent (above))
    if (FR_IS_FORM_PART (above))
      fr_form_part_open (FR_FORM_PART (above));
}

static void
forget_pointed (FrForm *self)
{
  if (self->pointed != NULL)
    gtk_widget_remove_css_class (self->pointed, "pointed");
  g_clear_weak_pointer (&self->pointed);
}

void
fr_form_focus (FrForm *self, const char *pointer, gboolean select)
{
  GtkWidget *found;

  g_return_if_fail (FR_IS_FORM (self));

  found = fr_form_parts_find (self->parts, pointer);
  if (found == NULL)
    return;
  forget_pointed (self);
  open_around (self, found);
  if (FR_IS_FIELD_ROW (found))
    {
      fr_field_row_focus (FR_FIELD_ROW (found));
      fr_field_row_select_text (FR_FIELD_ROW (found), select);
    }
  else
    gtk_widget_grab_focus (found);
  start_reveal (self, found);
}

void
fr_form_reveal (FrForm *self, const char *pointer)
{
  GtkWidget *found;

  g_return_if_fail (FR_IS_FORM (self));

  forget_pointed (self);
  found = fr_form_parts_find (self->parts, pointer);
  if (found == NULL)
    return;
  open_around (self, found);
  start_reveal (self, found);
  g_set_weak_pointer (&self->pointed, found);
  gtk_widget_add_css_class (found, "pointed");
}

const char *
fr_form_get_focused (FrForm *self)
{
  GtkRoot *root;
  GtkWidget *widget;

  g_return_val_if_fail (FR_IS_FORM (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  widget = root ? gtk_root_get_focus (root) : NULL;
  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self)))
    return NULL;
  for (; widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (FR_IS_FIELD_ROW (widget))
        return fr_field_row_get_pointer (FR_FIELD_ROW (widget));
      if (FR_IS_ITEM_ROW (widget))
        return fr_item_row_get_pointer (FR_ITEM_ROW (widget));
    }
  return self->pointer;
}

/* For what is in the form. */
static void
focus_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fr_form_focus (FR_FORM (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
fr_form_dispose (GObject *object)
{
  FrForm *self = FR_FORM (object);

  if (self->scroller != NULL)
    fr_form_clear (self);
  g_clear_weak_pointer (&self->pointed);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_form_parent_class)->dispose (object);
}

static void
fr_form_finalize (GObject *object)
{
  FrForm *self = FR_FORM (object);

  g_ptr_array_unref (self->parts);
  G_OBJECT_CLASS (fr_form_parent_class)->finalize (object);
}

/* What is found of the section as a whole, in no field. */
static void
mend (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrForm *self = FR_FORM (widget);
  g_autoptr (GError) error = NULL;

  if (self->session != NULL &&
      !fr_document_patch (fr_session_get_document (self->session), g_variant_get_string (parameter, NULL), &error))
    gtk_widget_activate_action (widget, "win.tell-problem", "s", error->message);
}

static void
fr_form_class_init (FrFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_form_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_form_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FrForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, FrForm, box);
  gtk_widget_class_bind_template_child (widget_class, FrForm, notes);
  gtk_widget_class_install_action (widget_class, "field.mend", "s", mend);
  gtk_widget_class_install_action (widget_class, "form.focus", "s", focus_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fr_form_init (FrForm *self)
{
  self->parts = g_ptr_array_new ();
  g_type_ensure (FR_TYPE_FIELD_NOTES);
  gtk_widget_init_template (GTK_WIDGET (self));
}
