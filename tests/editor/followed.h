/* SPDX-License-Identifier: GPL-3.0-or-later */
/* followed.h: a homepage's list of sections and its form in a window, connected as the program has them, for tests of
 * what they do when the document changes under them.
 */
#pragma once

#include "../tools/wait.h"
#include "fr-form.h"
#include "fr-section-list.h"

typedef struct
{
  FrSession     *session;
  FrDocument    *document;
  GtkWidget     *window;
  FrSectionList *list;
  FrForm        *form;
} Followed;

/* The page's settings are chosen. Returns when the window is there and active. */
Followed  *followed_new    (const char *yaml);
void       followed_free   (Followed *it);

/* A JSON Patch, with ' for ". FALSE: it was refused. */
gboolean   followed_patch  (Followed *it, const char *patch);

/* A button of the form, by what it says. */
void       followed_press  (Followed *it, const char *name);
/* In place of all that is in the field. */
void       followed_type   (Followed *it, const char *pointer, const char *text);

/* What somebody sees and finds there, as text: rows of the list in their order, or all labels, texts and fields of the
 * form with their pointers. transfer full */
char      *describe_list   (FrSectionList *list);
char      *describe_form   (FrForm *form);
/* The same of widgets that are made anew. */
char      *describe_new_list (FrSession *session);
char      *describe_new_form (FrSession *session, const char *pointer);
/* Asserts that list and form are as if they were made anew, and that the form is of the section that is chosen. */
void       assert_as_made_anew (Followed *it, const char *when);

GtkListBox *list_box_of    (FrSectionList *list);

