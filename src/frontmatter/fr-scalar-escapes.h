/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-scalar-escapes.h: what stands between double quotes, and what it says (YAML 1.1, 5.6). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What YAML reads outside of double quotes; line breaks other than newline are not among it. */
gboolean fr_is_printable (gunichar c);

/* `text` may hold NULs. transfer full */
char    *fr_escape       (const char *text, gsize length);
/* The same, but what `raw` says alike at its beginning and at its end stays as it is written there. */
char    *fr_escape_like  (const char *raw, const char *text, gsize length);

/* Appends what `raw` says; it has no line breaks, and FALSE is returned for an escape that there is not. */
gboolean fr_unescape     (const char *raw, gsize length, GString *out);

G_END_DECLS
