/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-file-chooser.h: asks for a file or a folder. In a sandbox the dialog is the portal's, and what is chosen is handed over.
 * The one file that knows which of GTK's dialogs that is: GTK 4.10 calls it old, and GTK 4.8 has no newer one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { FR_CHOOSE_FILE, FR_CHOOSE_FOLDER, FR_CHOOSE_COPY } FrFileChooserKind;

typedef struct _FrFileChooser FrFileChooser;

/* Called with what was chosen, and not at all if nothing was. Nothing is the callee's. */
typedef void (*FrFileChosen) (gpointer owner, GFile *place);

/* Nobody's until it is shown. `accept`: what the button says. */
FrFileChooser *fr_file_chooser_new        (FrFileChooserKind kind, const char *title, const char *accept);
/* Of several, people choose the one by which files are shown; the first is taken to begin with. */
void           fr_file_chooser_add_pattern (FrFileChooser *self, const char *name, const char *pattern);
void           fr_file_chooser_add_type   (FrFileChooser *self, const char *name, const char *mime_type);
/* Where it begins, and what a copy is called unless people call it otherwise. */
void           fr_file_chooser_set_folder (FrFileChooser *self, GFile *folder);
void           fr_file_chooser_set_name   (FrFileChooser *self, const char *name);
/* The chooser goes when it has its answer, with its owner, or when the owner shows another one. */
void           fr_file_chooser_show       (FrFileChooser *self, GtkWindow *parent, gpointer owner, FrFileChosen chosen);

G_END_DECLS
