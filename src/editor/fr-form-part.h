/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-form-part.h: a piece of a form that shows something of one mapping of the document: a field, a list, a choice between
 * fields, what the table does not know. A form, and an item of a list, is made of such pieces and passes on to each of them
 * what happens; of what it does not care for, a piece leaves the function out.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-findings.h"

G_BEGIN_DECLS

#define FR_TYPE_FORM_PART (fr_form_part_get_type ())
G_DECLARE_INTERFACE (FrFormPart, fr_form_part, FR, FORM_PART, GtkWidget)

struct _FrFormPartInterface
{
  GTypeInterface parent;

  /* The mapping has gone from `before` to `after`; NULL: it is gone, and the piece on its way out. */
  void       (*follow)        (FrFormPart *self, const char *before, const char *after, const GPtrArray *changes);
  /* What takes the focus for the value at the pointer: its own row, else the first one inside of it. NULL: it is not in
   * here. */
  GtkWidget *(*find)          (FrFormPart *self, const char *pointer);
  /* Shows what is in it. */
  void       (*open)          (FrFormPart *self);
  /* Shows, of these FrFinding, those that are mended in here, and takes them out of the list; what it showed before goes. */
  void       (*show_findings) (FrFormPart *self, GPtrArray *findings);
  /* Other things of the site may be known. */
  void       (*site_changed)  (FrFormPart *self);
};

void       fr_form_part_open           (FrFormPart *self);

/* All of several, of FrFormPart. */
void       fr_form_parts_follow        (const GPtrArray *parts, const char *before, const char *after, const GPtrArray *changes);
GtkWidget *fr_form_parts_find          (const GPtrArray *parts, const char *pointer);  /* the first one's answer */
void       fr_form_parts_show_findings (const GPtrArray *parts, GPtrArray *findings);
void       fr_form_parts_site_changed  (const GPtrArray *parts);

/* Of findings those that are mended at the pointer, or below it; they are taken out. transfer full */
GPtrArray *fr_findings_take            (GPtrArray *findings, const char *pointer);

G_END_DECLS
