/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contains.h: a long text holds another one or does not; a test that fails shows both. */
#pragma once

#include <glib.h>
#include <string.h>

static inline void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static inline void
assert_has_not (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in %s", part, text);
}
