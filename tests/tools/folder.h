/* SPDX-License-Identifier: GPL-3.0-or-later */
/* folder.h: folders for one run of a test, removed with all that is in them when the program ends. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A new, empty one. transfer full: its path */
char *make_folder (void);
/* Makes the folders that the file is in, too. */
void  write_file  (const char *folder, const char *name, const char *text);

G_END_DECLS
