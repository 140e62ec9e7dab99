/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-alternatives.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-alternative-patch.h"
#include "fr-field-notes.h"
#include "fr-fields-box.h"
#include "fr-toggles.h"

#define MOST 4

struct _FrAlternatives
{
  GtkBox parent_instance;

  FrToggles *toggles;   /* the first is "Nothing" */
  FrFieldNotes *notes;
  FrSession *session;   /* weak */
  char *pointer;        /* of the mapping; NULL: it is gone */
  FrAlternative all[MOST];
  unsigned n;
  GPtrArray *boxes;     /* of FrFieldsBox, one for each; children */
};

static void fr_alternatives_init_part (FrFormPartInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FrAlternatives, fr_alternatives, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (FR_TYPE_FORM_PART, fr_alternatives_init_part))

static const FrNode *
get_mapping (FrAlternatives *self)
{
  return fr_document_get (fr_session_get_document (self->session), self->pointer);
}

/* What the page steps over for the chosen one; NULL: nothing. transfer full */
static char *
describe_hidden (FrAlternatives *self, int drawn)
{
  for (int i = 0; i < drawn; i++)
    if (fr_alternative_is_filled (&self->all[i], get_mapping (self)))
      return g_strdup_printf (_("The file has this, too, which the page does not show: %s."), _(self->all[i].first->alternative));
  return NULL;
}

static void
refresh (FrAlternatives *self)
{
  int drawn = fr_alternatives_find_drawn (self->all, self->n, get_mapping (self));
  g_autofree char *hidden = describe_hidden (self, drawn);

  fr_toggles_choose (self->toggles, drawn + 1);
  for (unsigned i = 0; i < self->n; i++)
    gtk_widget_set_visible (self->boxes->pdata[i], (int) i == drawn);
  fr_field_notes_set_note (self->notes, hidden, FALSE);
}

static void
on_chosen (FrAlternatives *self, unsigned index)
{
  FrDocument *document = self->session != NULL ? fr_session_get_document (self->session) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *patch = NULL;

  if (document == NULL || self->pointer == NULL)
    return;
  patch = fr_alternatives_make_patch (self->all, self->n, (int) index - 1, self->session, self->pointer);
  if (!fr_document_patch (document, patch, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
  refresh (self);
}

static void
find_all (FrAlternatives *self, const FrField *first, const FrField *end)
{
  for (const FrField *field = first; field != end; field++)
    {
      FrAlternative *last = self->n > 0 ? &self->all[self->n - 1] : NULL;

      if (last != NULL && strcmp (last->first->alternative, field->alternative) == 0)
        last->end = field + 1;
      else if (self->n < MOST)
        self->all[self->n++] = (FrAlternative) { field, field + 1 };
    }
}

static void
add_box (FrAlternatives *self, const FrField *fields, const FrAlternative *alternative)
{
  FrFieldsBox *box = fr_fields_box_new (self->session, NULL);

  fr_fields_box_add (box, fields, alternative->first, alternative->end, self->pointer);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (box));
  g_ptr_array_add (self->boxes, box);
  fr_toggles_add (self->toggles, _(alternative->first->alternative), NULL);
}

static void
add_switch (FrAlternatives *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_set_margin_top (GTK_WIDGET (self->notes), 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->toggles));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->notes));
  gtk_box_append (GTK_BOX (self), group);
  fr_toggles_add (self->toggles, _("Nothing"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
fr_alternatives_new (const FrField *fields, const FrField *first, const FrField *end, const char *title, FrSession *session,
                     const char *pointer)
{
  FrAlternatives *self = g_object_new (FR_TYPE_ALTERNATIVES, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);

  g_set_weak_pointer (&self->session, session);
  self->pointer = g_strdup (pointer);
  find_all (self, first, end);
  add_switch (self, title);
  for (unsigned i = 0; i < self->n; i++)
    add_box (self, fields, &self->all[i]);
  refresh (self);
  return GTK_WIDGET (self);
}

static void
fr_alternatives_follow (FrFormPart *part, const char *before, const char *after, const GPtrArray *changes)
{
  FrAlternatives *self = FR_ALTERNATIVES (part);

  fr_form_parts_follow (self->boxes, before, after, changes);
  g_free (self->pointer);
  self->pointer = g_strdup (after);
  if (after != NULL && self->session != NULL)
    refresh (self);
}

/* What is not shown is decided about by the switch. */
static GtkWidget *
fr_alternatives_find (FrFormPart *part, const char *pointer)
{
  FrAlternatives *self = FR_ALTERNATIVES (part);
  GtkWidget *found = fr_form_parts_find (self->boxes, pointer);

  for (unsigned i = 0; found != NULL && i < self->boxes->len; i++)
    if (gtk_widget_is_ancestor (found, self->boxes->pdata[i]) && !gtk_widget_get_visible (self->boxes->pdata[i]))
      return GTK_WIDGET (self->toggles);
  return found;
}

static void
fr_alternatives_show_findings (FrFormPart *part, GPtrArray *findings)
{
  fr_form_parts_show_findings (FR_ALTERNATIVES (part)->boxes, findings);
}

static void
fr_alternatives_init_part (FrFormPartInterface *iface)
{
  iface->follow = fr_alternatives_follow;
  iface->find = fr_alternatives_find;
  iface->show_findings = fr_alternatives_show_findings;
}

static void
fr_alternatives_finalize (GObject *object)
{
  FrAlternatives *self = FR_ALTERNATIVES (object);

  g_clear_weak_pointer (&self->session);
  g_ptr_array_unref (self->boxes);
  g_free (self->pointer);
  G_OBJECT_CLASS (fr_alternatives_parent_class)->finalize (object);
}

static void
fr_alternatives_class_init (FrAlternativesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_alternatives_finalize;
}

static void
fr_alternatives_init (FrAlternatives *self)
{
  self->boxes = g_ptr_array_new ();
  self->toggles = FR_TOGGLES (fr_toggles_new ());
  self->notes = g_object_new (FR_TYPE_FIELD_NOTES, NULL);
  g_signal_connect_object (self->toggles, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
}
