/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-field-notes.h: what is said below a field: why it cannot be changed or has no effect, how long its text is, what its
 * address leads to, and what is wrong with it, with a button that mends it where that is plain. Nothing is there as long as there is nothing to say.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-destination.h"
#include "fr-findings.h"

G_BEGIN_DECLS

#define FR_TYPE_FIELD_NOTES (fr_field_notes_get_type ())
G_DECLARE_FINAL_TYPE (FrFieldNotes, fr_field_notes, FR, FIELD_NOTES, GtkBox)

void  fr_field_notes_set_note     (FrFieldNotes *self, const char *sentence, gboolean is_problem);  /* NULL: none */
/* In characters; a limit of 0 is none. */
void  fr_field_notes_set_length   (FrFieldNotes *self, unsigned length, unsigned limit);
/* What its address leads to. A button changes it to what was meant by "field.replace" (s: the address). */
void  fr_field_notes_set_destination (FrFieldNotes *self, const FrDestination *destination);
/* Of FrFinding, those of this field; kept. The button is for "field.mend" (s: a JSON Patch). */
void  fr_field_notes_set_findings (FrFieldNotes *self, GPtrArray *findings);
/* All of it, for a screen reader. transfer full */
char *fr_field_notes_dup_text     (FrFieldNotes *self);

G_END_DECLS
