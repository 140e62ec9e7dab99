/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-entry-row.h: a row that stands for an entry of a list of the document, a section or an item of a list in one: it can be
 * duplicated, removed and moved, by menu, by key and by dragging its handle. Each is one step of undo.
 *
 * The document is changed and nothing else: whoever shows the list hears of it from the session, as of all changes.
 * What is to be told goes to the window: "win.tell-removed" (s: what is gone) and "win.tell-problem" (s: a sentence).
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_ENTRY_ROW (fr_entry_row_get_type ())
G_DECLARE_INTERFACE (FrEntryRow, fr_entry_row, FR, ENTRY_ROW, GtkWidget)

struct _FrEntryRowInterface
{
  GTypeInterface parent;

  FrSession *(*get_session) (FrEntryRow *self);  /* NULL: it is closed */
  char      *(*dup_entry)   (FrEntryRow *self);  /* its pointer, "/sections/3"; NULL: it is gone, or nothing of the kind */
  char      *(*dup_title)   (FrEntryRow *self);  /* "Infopic: SCRI Academy" */
  void       (*show_entry)  (FrEntryRow *self, const char *pointer);  /* one of the same list, which is new; may be NULL */
};

/* Gives the class of a row the actions "entry.duplicate", "entry.remove", "entry.move-up" and "entry.move-down", the last two
 * by Alt+Up and Alt+Down from wherever in the row the focus is, and "entry.menu" (Menu, Shift+F10), which offers these. */
void       fr_entry_row_install     (GtkWidgetClass *class);
/* To be called once for each row: others of its list may be dropped on it, and the right button shows the menu. */
void       fr_entry_row_accept      (FrEntryRow *self);
GtkWidget *fr_entry_row_make_handle (FrEntryRow *self);  /* by which it is dragged; floating */
GtkWidget *fr_entry_row_make_button (FrEntryRow *self);  /* with the menu of the actions; floating */

G_END_DECLS
