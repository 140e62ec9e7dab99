/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sass-imports.h: what @import finds: files of one folder and nothing else, wherever a name or a link leads. */
#pragma once

#include <gio/gio.h>
#include <sass/context.h>

G_BEGIN_DECLS

/* For one compiler, which takes it. The folder may be missing. */
Sass_Importer_List sass_imports_new (const char *folder);

G_END_DECLS
