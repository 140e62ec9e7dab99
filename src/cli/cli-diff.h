/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli-diff.h: what differs between two texts, as patch(1) takes it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing, where they are the same. */
void cli_diff_print (const char *file, GBytes *before, GBytes *after);

G_END_DECLS
