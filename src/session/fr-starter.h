/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-starter.h: the sites that the program brings along (data/sites.gresource.xml): a homepage to begin with, and a sample to try
 * things with. What is there already is never written over.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes a homepage in a folder that has none, and of its site what is missing, in a thread. `title`: what the site is called. */
void   fr_starter_make_async    (GFile *folder, const char *title, GAsyncReadyCallback callback, gpointer data);
/* Makes people's own copy of the sample in their data folder, or what is missing of it, in a thread. */
void   fr_starter_sample_async  (GAsyncReadyCallback callback, gpointer data);
/* The folder, to be opened. NULL with an error of G_IO_ERROR whose sentence says what is wrong and what to do. transfer full */
GFile *fr_starter_finish        (GAsyncResult *result, GError **error);

G_END_DECLS
