/* fr-save.h: checking a snapshot and writing it, in a thread. */
#pragma once

#include <gio/gio.h>

#include "fr-snapshot.h"

G_BEGIN_DECLS

/* Takes the snapshot. Where another program has changed the file since, the error is G_IO_ERROR_WRONG_ETAG, unless it is
 * to be written over such changes. */
void     fr_save_async  (GFile *file, FrSnapshot *snapshot, gboolean over_changes, GAsyncReadyCallback callback,
                         gpointer data);
/* What was written, to be freed; NULL with an error, and the file as it was. */
FrSnapshot *fr_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
