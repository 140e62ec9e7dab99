/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-own-program.h: where Frontage's programs are that only its others call. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Its path, where it is installed or, in `folder` of the sources, where it is built; NULL: nowhere. transfer full */
char *fr_own_program_find (const char *folder, const char *name);

G_END_DECLS
