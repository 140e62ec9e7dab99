/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-dialog.h: questions and messages over a window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  FR_BUTTON_PLAIN,
  FR_BUTTON_SUGGESTED,   /* Enter presses it; without one, the first */
  FR_BUTTON_DESTRUCTIVE,
} FrButtonLook;

typedef struct
{
  const char  *name;  /* what the answer is called; NULL: the end of the list */
  const char  *label; /* with a mnemonic */
  FrButtonLook look;
} FrButton;

typedef void (*FrDialogAnswered) (GtkWindow *window, const char *name);

/* Calls `answered` with the name of the button that was pressed, unless the window has gone. Escape presses the first one.
 * NULL: nothing depends on it. */
void       fr_dialog_show      (GtkWindow *window, const char *heading, const char *body, const FrButton *buttons,
                                FrDialogAnswered answered);
/* The same with a widget below its text. The dialog, which goes with its answer; transfer none */
GtkWindow *fr_dialog_show_with (GtkWindow *window, const char *heading, const char *body, GtkWidget *child,
                                const FrButton *buttons, FrDialogAnswered answered);
/* Whether the button of this name can be pressed; at first all can. */
void       fr_dialog_enable    (GtkWindow *dialog, const char *name, gboolean enabled);

/* What a button with a label is called on the accessibility bus. */
void       fr_dialog_name_button (GtkWidget *button, const char *name);

G_END_DECLS
