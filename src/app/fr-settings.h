/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-settings.h: the program's settings; it also runs where they are not installed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *fr_settings_new (void);  /* NULL without the schema; transfer full */

G_END_DECLS
