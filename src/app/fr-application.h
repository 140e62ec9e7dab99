/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-application.h: windows, one for each file, and what is the same in all of them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FR_TYPE_APPLICATION (fr_application_get_type ())
G_DECLARE_FINAL_TYPE (FrApplication, fr_application, FR, APPLICATION, AdwApplication)

FrApplication *fr_application_new (void);

G_END_DECLS
