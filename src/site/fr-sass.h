/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-sass.h: Sass made CSS, by frontage-sass: a program of its own, which the kernel ends if it takes too long. */
#pragma once

#include <gio/gio.h>

#include "fr-error.h"

G_BEGIN_DECLS

/* Blocks. `folder`: of the files that @import finds. NULL: an error of FR_ERROR with its place, in the text or in a file
 * of the folder: `*error_file` is then its path in there. transfer full, both */
char *fr_sass_compile (const char *text, const char *folder, char **error_file, GError **error);

G_END_DECLS
