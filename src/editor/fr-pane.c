/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-find-page.h"
#include "fr-findings-page.h"
#include "fr-form.h"
#include "fr-kind-chooser.h"
#include "fr-new-section.h"
#include "fr-section-header.h"
#include "fr-section-list.h"

struct _FrPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *waiting;  /* says that the source cannot be read, while it cannot */
  GtkStack *levels;
  FrSectionList *list;
  FrSectionHeader *header;
  FrForm *form;
  FrKindChooser *kinds;
  GtkLabel *where;
  FrFindPage *find;
  FrFindingsPage *findings;

  FrSession *session;
  gboolean returning;  /* to the list, as what the form was of is gone */
  const char *origin;  /* where the form that is open was opened from, to which the way back leads; NULL: the list */
};

G_DEFINE_FINAL_TYPE (FrPane, fr_pane, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static gboolean
is_at (FrPane *self, const char *level)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->levels), level) == 0;
}

static void
enable_actions (FrPane *self)
{
  gboolean is_section = is_at (self, "section");
  gboolean usable = self->session != NULL && fr_session_get_unreadable (self->session) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.back", !is_at (self, "page"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.previous", is_section && fr_section_list_can_step (self->list, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.next", is_section && fr_section_list_can_step (self->list, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.add", usable && !is_at (self, "kinds"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.find", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.findings", usable);
}

static void
show_level (FrPane *self, const char *level)
{
  gtk_stack_set_visible_child_name (self->levels, level);
  enable_actions (self);
}

static void
show_form (FrPane *self)
{
  fr_form_show (self->form, self->session, fr_section_list_get_chosen (self->list));
  fr_section_header_update (self->header);
}

/* Only one section's form exists, and none while another section is chosen in the list. */
static void
on_chosen (FrPane *self, const char *pointer)
{
  if (is_at (self, "section"))
    show_form (self);
  else
    fr_form_clear (self->form);
  if (self->returning)
    fr_section_list_focus (self->list);
  self->returning = FALSE;
  enable_actions (self);
  g_signal_emit (self, signals[CHOSEN], 0, pointer);
}

/* Another one is chosen next. */
static void
on_gone (FrPane *self)
{
  self->returning = is_at (self, "section");
  if (self->returning)
    show_level (self, "page");
}

static void
on_opened (FrPane *self)
{
  fr_pane_open (self, fr_section_list_get_chosen (self->list), FALSE);
}

/* After list and form. */
static void
on_changed (FrPane *self)
{
  fr_section_header_update (self->header);
  enable_actions (self);
}

/* What is shown may be another thing when the source can be read again, and an edit would not know of it. */
static void
on_unreadable (FrPane *self)
{
  gboolean waits = self->session != NULL && fr_session_get_unreadable (self->session) != NULL;

  gtk_widget_set_visible (self->waiting, waits);
  gtk_widget_set_sensitive (GTK_WIDGET (self->levels), !waits);
  enable_actions (self);
}

void
fr_pane_set_session (FrPane *self, FrSession *session)
{
  g_return_if_fail (FR_IS_PANE (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  fr_form_clear (self->form);
  fr_section_list_set_session (self->list, session);
  fr_find_page_set_session (self->find, session);
  fr_findings_page_set_session (self->findings, session);
  if (session != NULL)
    {
      g_signal_connect_data (session, "changed", G_CALLBACK (on_changed), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_swapped (session, "notify::unreadable", G_CALLBACK (on_unreadable), self);
    }
  show_level (self, "page");
  on_unreadable (self);
}

const char *
fr_pane_get_chosen (FrPane *self)
{
  g_return_val_if_fail (FR_IS_PANE (self), NULL);

  return fr_section_list_get_chosen (self->list);
}

void
fr_pane_choose (FrPane *self, const char *pointer)
{
  g_return_if_fail (FR_IS_PANE (self));

  fr_section_list_choose (self->list, pointer);
}

/* Where a form has no field, as that of an unknown section, the focus goes to what stands above it. */
void
fr_pane_open (FrPane *self, const char *pointer, gboolean select)
{
  g_autofree char *wanted = g_strdup (pointer);

  g_return_if_fail (FR_IS_PANE (self));

  if (self->session == NULL)
    return;
  fr_section_list_choose (self->list, wanted);
  show_form (self);
  show_level (self, "section");
  self->origin = NULL;
  fr_form_focus (self->form, wanted, select);
  if (fr_form_get_focused (self->form) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

void
fr_pane_reveal (FrPane *self, const char *pointer)
{
  g_return_if_fail (FR_IS_PANE (self));

  fr_section_list_choose (self->list, pointer);
  if (is_at (self, "section"))
    fr_form_reveal (self->form, pointer);
}

void
fr_pane_show_list (FrPane *self)
{
  g_return_if_fail (FR_IS_PANE (self));

  show_level (self, "page");
  fr_section_list_focus (self->list);
}

const char *
fr_pane_get_focused (FrPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_val_if_fail (FR_IS_PANE (self), NULL);

  if (focus != NULL && is_at (self, "page") && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return fr_section_list_get_chosen (self->list);
  return is_at (self, "section") ? fr_form_get_focused (self->form) : NULL;
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);

  show_level (self, "find");
  fr_find_page_start (self->find);
}

static void
find_other (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fr_find_page_step (FR_PANE (widget)->find, strcmp (action, "pane.find-next") == 0);
}

/* Of the text that has the focus. */
static void
select_characters (FrPane *self, int start, int end)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;
  GtkTextIter from, to;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), start, end);
  if (buffer == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
on_found (FrPane *self, const char *pointer, int start, int end)
{
  fr_pane_open (self, pointer, FALSE);
  if (fr_form_get_focused (self->form) != NULL)
    select_characters (self, start, end);
  self->origin = "find";
}

static void
show_findings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);

  show_level (self, "findings");
  fr_findings_page_start (self->findings);
}

static void
on_finding_opened (FrPane *self, const char *pointer)
{
  fr_pane_open (self, pointer, FALSE);
  self->origin = "findings";
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);

  if (g_strcmp0 (self->origin, "find") == 0 && is_at (self, "section"))
    find (widget, NULL, NULL);
  else if (g_strcmp0 (self->origin, "findings") == 0 && is_at (self, "section"))
    show_findings (widget, NULL, NULL);
  else
    fr_pane_show_list (self);
}

/* Who goes on by a button goes on with it; who was in a field is in a field. */
static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);
  gboolean was_in_form = fr_form_get_focused (self->form) != NULL;

  if (fr_section_list_step (self->list, strcmp (action, "pane.next") == 0 ? 1 : -1) && was_in_form)
    fr_pane_open (self, fr_section_list_get_chosen (self->list), FALSE);
}

/* For what is in the pane: a section is new. */
static void
show_section (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);

  fr_pane_choose (self, g_variant_get_string (parameter, NULL));
  if (is_at (self, "page"))
    fr_section_list_focus (self->list);
}

static char *
describe_place (FrPane *self)
{
  FrEntryRow *row = fr_section_list_get_row (self->list);
  g_autofree char *entry = row != NULL ? FR_ENTRY_ROW_GET_IFACE (row)->dup_entry (row) : NULL;
  g_autofree char *title = entry != NULL ? FR_ENTRY_ROW_GET_IFACE (row)->dup_title (row) : NULL;

  if (title == NULL)
    return g_strdup (_("Add section at the end"));
  /* Translators: the title of a section: "Hero: Welcome" */
  return g_strdup_printf (_("Add section below “%s”"), title);
}

static void
offer_kinds (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPane *self = FR_PANE (widget);
  g_autofree char *where = NULL;

  if (self->session == NULL)
    return;
  where = describe_place (self);
  gtk_label_set_text (self->where, where);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->where), where);
  fr_kind_chooser_offer (self->kinds, fr_session_get_document (self->session));
  show_level (self, "kinds");
  fr_kind_chooser_focus (self->kinds);
}

static void
on_kind_chosen (FrPane *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pointer = fr_new_section_add (fr_session_get_document (self->session), fr_kind_find (name),
                                                 fr_section_list_get_chosen (self->list), &error);

  if (pointer != NULL)
    fr_pane_open (self, pointer, FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
}

static void
fr_pane_dispose (GObject *object)
{
  FrPane *self = FR_PANE (object);

  if (self->levels != NULL)
    fr_pane_set_session (self, NULL);
  self->levels = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_pane_parent_class)->dispose (object);
}

static void
fr_pane_class_init (FrPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_pane_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", FR_TYPE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FrPane, box);
  gtk_widget_class_bind_template_child (widget_class, FrPane, waiting);
  gtk_widget_class_bind_template_child (widget_class, FrPane, levels);
  gtk_widget_class_bind_template_child (widget_class, FrPane, list);
  gtk_widget_class_bind_template_child (widget_class, FrPane, header);
  gtk_widget_class_bind_template_child (widget_class, FrPane, form);
  gtk_widget_class_bind_template_child (widget_class, FrPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, FrPane, where);
  gtk_widget_class_bind_template_child (widget_class, FrPane, find);
  gtk_widget_class_bind_template_child (widget_class, FrPane, findings);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_gone);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_opened);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "pane.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "pane.previous", NULL, step);
  gtk_widget_class_install_action (widget_class, "pane.next", NULL, step);
  gtk_widget_class_install_action (widget_class, "pane.add", NULL, offer_kinds);
  gtk_widget_class_install_action (widget_class, "pane.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "pane.findings", NULL, show_findings);
  gtk_widget_class_install_action (widget_class, "pane.find-next", NULL, find_other);
  gtk_widget_class_install_action (widget_class, "pane.find-previous", NULL, find_other);
  gtk_widget_class_install_action (widget_class, "pane.show", "s", show_section);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pane.back", NULL);
}

static void
fr_pane_init (FrPane *self)
{
  g_type_ensure (FR_TYPE_SECTION_LIST);
  g_type_ensure (FR_TYPE_SECTION_HEADER);
  g_type_ensure (FR_TYPE_FORM);
  g_type_ensure (FR_TYPE_KIND_CHOOSER);
  g_type_ensure (FR_TYPE_FIND_PAGE);
  g_type_ensure (FR_TYPE_FINDINGS_PAGE);
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  fr_section_header_set_list (self->header, self->list);
  enable_actions (self);
}
