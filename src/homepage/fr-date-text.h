/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-date-text.h: days as announcements have them, "02 March 2026": in English, whatever the language of the desktop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* transfer full */
char     *fr_date_to_text   (const GDate *date);
/* Also "2 Mar 2026", "March 2, 2026" and "2026-03-02". FALSE: it is no day. */
gboolean  fr_date_from_text (const char *text, GDate *date);

G_END_DECLS
