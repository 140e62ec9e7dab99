/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-dialog.h: how a picture comes into a field: one of the site's, or any other, which is copied into the site. What is to be
 * asked of it is asked in the same step; where nothing is, nothing is shown.
 */
#pragma once

#include <adwaita.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_IMAGE_DIALOG (fr_image_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FrImageDialog, fr_image_dialog, FR, IMAGE_DIALOG, AdwWindow)

/* For the field of a picture at `pointer`, which is followed; `owner` is in the window that asks. Shows the site's pictures. */
void fr_image_dialog_choose (GtkWidget *owner, FrSession *session, const char *pointer);
/* A file that was dropped or pasted there. `is_ours`: it goes when it was taken, or not. What is wrong is told by "win.tell-problem"
 * where there is nothing to be asked. */
void fr_image_dialog_take   (GtkWidget *owner, FrSession *session, const char *pointer, GFile *file, gboolean is_ours);

G_END_DECLS
