/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-dialog.h: questions and messages over a window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Responses are added by the caller, before fr_dialog_present (). */
AdwMessageDialog *fr_dialog_new     (GtkWindow *parent, const char *heading, const char *body);
void              fr_dialog_present (AdwMessageDialog *self);

G_END_DECLS
