/* fr-save.h: checking a snapshot and writing it, in a thread. */
#pragma once

#include <gio/gio.h>

#include "fr-snapshot.h"

G_BEGIN_DECLS

/* Takes the snapshot. `expected` is what the file must still hold, or NULL; else the error is
 * G_IO_ERROR_WRONG_ETAG. */
void     fr_save_async  (GFile *file, FrSnapshot *snapshot, GBytes *expected, GAsyncReadyCallback callback, gpointer data);
/* What was written, to be freed; NULL with an error, and the file as it was. */
FrSnapshot *fr_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
