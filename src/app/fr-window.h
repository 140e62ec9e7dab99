/* fr-window.h: one homepage: its sections and forms beside its preview. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FR_TYPE_WINDOW (fr_window_get_type ())
G_DECLARE_FINAL_TYPE (FrWindow, fr_window, FR, WINDOW, AdwApplicationWindow)

GtkWidget *fr_window_new      (GtkApplication *application);
void       fr_window_open     (FrWindow *self, GFile *file);
GFile     *fr_window_get_file (FrWindow *self);  /* NULL: nothing was opened yet; transfer none */

G_END_DECLS
