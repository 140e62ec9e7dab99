/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-field-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-fix.h"
#include "fr-kinds.h"

struct _FrFieldNotes
{
  GtkBox parent_instance;

  GtkWidget *note;
  GtkWidget *length;
  GtkWidget *destination;
  GtkWidget *change;
  GtkWidget *finding;
  GtkWidget *fix;
  GPtrArray *findings;         /* of FrFinding, all that were told of */
  gboolean tells_destination;  /* so that nothing is said of it twice */
};

G_DEFINE_FINAL_TYPE (FrFieldNotes, fr_field_notes, GTK_TYPE_BOX)

/* Each change of a class, and back, has the widget styled again, with each key press. */
static void
set_class (GtkWidget *widget, const char *class, gboolean wanted)
{
  if (wanted == gtk_widget_has_css_class (widget, class))
    return;
  if (wanted)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
set_text (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text != NULL ? text : "") == 0)
    return;
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* A box without anything in it would still be a gap. */
static void
settle (FrFieldNotes *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->note) || gtk_widget_get_visible (self->length) ||
                                             gtk_widget_get_visible (self->destination) || gtk_widget_get_visible (self->finding));
}

void
fr_field_notes_set_note (FrFieldNotes *self, const char *sentence, gboolean is_problem)
{
  set_text (self->note, sentence);
  set_class (self->note, "error", is_problem);
  set_class (self->note, "dim-label", !is_problem);
  settle (self);
}

/* Shown from four fifths of the limit on. The page takes longer texts; they only look worse. */
void
fr_field_notes_set_length (FrFieldNotes *self, unsigned length, unsigned limit)
{
  gboolean shown = limit > 0 && length * 5 >= limit * 4, too_long = length > limit;
  g_autofree char *text = NULL;

  if (shown && too_long)
    /* Translators: characters used, and the most there should be */
    text = g_strdup_printf (_("%u of %u characters: too long for the web editor. The page shows all of it."), length, limit);
  else if (shown)
    text = g_strdup_printf (_("%u of %u characters"), length, limit);
  set_text (self->length, text);
  set_class (self->length, "warning", too_long);
  set_class (self->length, "dim-label", !too_long);
  settle (self);
}

/* The length is told of anyway, and so is where an address leads. */
static gboolean
is_to_be_told (FrFieldNotes *self, const FrFinding *finding)
{
  static const char * const of_destinations[] = { "link-not-found", "anchor-not-found", "address-without-scheme", "address-scheme",
                                                  "address-capitals", "address-relative", NULL };

  return strcmp (finding->rule, "too-long") != 0 &&
         !(self->tells_destination && g_strv_contains (of_destinations, finding->rule));
}

/* What goes may be another field than the one that this is said of. */
static char *
name_fix (const FrFinding *finding)
{
  g_autofree char *label = NULL, *words = NULL;

  if (finding->leftover == NULL)
    return fr_fix_describe (finding);
  label = strcmp (finding->leftover, finding->field) != 0 ? fr_kinds_get_label (finding->leftover) : NULL;
  words = label != NULL ? fr_label_in_words (label) : NULL;
  /* Translators: a button; a field with a small letter: "Remove button text" */
  return words != NULL ? g_strdup_printf (_("Remove %s"), words) : g_strdup (_("Remove text"));
}

/* NULL: nothing can be mended by a button. */
static void
set_fix (FrFieldNotes *self, const FrFinding *finding)
{
  g_autofree char *name = finding != NULL ? name_fix (finding) : NULL;

  gtk_widget_set_visible (self->fix, finding != NULL);
  if (finding == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fix), "s", finding->fix);
  gtk_button_set_label (GTK_BUTTON (self->fix), name);
}

static void
show_findings (FrFieldNotes *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const FrFinding *mendable = NULL;
  gboolean is_error = FALSE;

  for (unsigned i = 0; i < self->findings->len; i++)
    {
      const FrFinding *finding = self->findings->pdata[i];

      if (!is_to_be_told (self, finding))
        continue;
      g_string_append_printf (text, "%s%s.", text->len > 0 ? "\n" : "", finding->brief);
      if (mendable == NULL && finding->fix != NULL)
        mendable = finding;
      is_error = is_error || finding->severity == FR_SEVERITY_ERROR;
    }
  set_text (self->finding, text->len > 0 ? text->str : NULL);
  set_class (self->finding, "error", is_error);
  set_class (self->finding, "warning", !is_error);
  set_fix (self, mendable);
  settle (self);
}

void
fr_field_notes_set_findings (FrFieldNotes *self, GPtrArray *findings)
{
  g_ptr_array_ref (findings);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  show_findings (self);
}

void
fr_field_notes_set_destination (FrFieldNotes *self, const FrDestination *destination)
{
  gboolean is_broken = destination->kind == FR_DESTINATION_BROKEN;
  g_autofree char *name = NULL;

  set_text (self->destination, destination->sentence);
  set_class (self->destination, "warning", is_broken);
  set_class (self->destination, "dim-label", !is_broken);
  gtk_widget_set_visible (self->change, destination->instead != NULL);
  if (destination->instead != NULL)
    {
      /* Translators: a button; an address */
      name = g_strdup_printf (_("Change to %s"), destination->instead);
      gtk_button_set_label (GTK_BUTTON (self->change), name);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->change), "s", destination->instead);
    }
  self->tells_destination = TRUE;
  if (self->findings != NULL)
    show_findings (self);
  settle (self);
}

char *
fr_field_notes_dup_text (FrFieldNotes *self)
{
  GtkWidget *labels[] = { self->note, self->length, self->destination, self->finding };
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (labels[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", gtk_label_get_text (GTK_LABEL (labels[i])));
  return g_string_free (text, FALSE);
}

static GtkWidget *
add_label (FrFieldNotes *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

/* A button for an action whose target comes later. */
static GtkWidget *
add_button (FrFieldNotes *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "fix");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
fr_field_notes_finalize (GObject *object)
{
  g_clear_pointer (&FR_FIELD_NOTES (object)->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (fr_field_notes_parent_class)->finalize (object);
}

static void
fr_field_notes_class_init (FrFieldNotesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = fr_field_notes_finalize;
}

static void
fr_field_notes_init (FrFieldNotes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->note = add_label (self);
  self->length = add_label (self);
  self->destination = add_label (self);
  self->change = add_button (self, "field.replace");
  self->finding = add_label (self);
  self->fix = add_button (self, "field.mend");
}
