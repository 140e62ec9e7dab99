/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-find-page.h: words to find in all texts of the homepage, where they stand, and others to put in their place. */
#pragma once

#include <gtk/gtk.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_FIND_PAGE (fr_find_page_get_type ())
G_DECLARE_FINAL_TYPE (FrFindPage, fr_find_page, FR, FIND_PAGE, GtkWidget)

/* Signal "opened" (FrFindPage *, const char *pointer, int start, int end): go to these characters of the value's text. */

void fr_find_page_set_session (FrFindPage *self, FrSession *session);  /* NULL: there is none */
/* Puts the focus where the words are typed. */
void fr_find_page_start       (FrFindPage *self);
/* Opens the match after or before the one that was opened last, around the end if need be. */
void fr_find_page_step        (FrFindPage *self, gboolean forward);

G_END_DECLS
