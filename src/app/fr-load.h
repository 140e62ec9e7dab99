/* fr-load.h: a homepage's file and the site around it, read off the main thread. */
#pragma once

#include <gio/gio.h>

#include "fr-document.h"
#include "fr-site.h"

G_BEGIN_DECLS

typedef struct
{
  FrDocument *document;
  FrSite     *site;  /* quick: for fr_site_watch_get () */
} FrLoaded;

void      fr_loaded_free (FrLoaded *loaded);
void      fr_load_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* NULL with an error whose message says what is wrong and what to do; it may have a place. transfer full */
FrLoaded *fr_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLoaded, fr_loaded_free)

G_END_DECLS
