/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-picture-import.h: a picture from outside of the site: what it is, and how it comes in (fr-site-import.h): turned the way up
 * that its camera says, and smaller if that is wanted. What it was stays where it was.
 */
#pragma once

#include "fr-site-import.h"

G_BEGIN_DECLS

typedef struct
{
  char     *name;           /* of the file */
  unsigned  width, height;  /* pixels, as it is shown; 0: not known */
  gint64    bytes;
  gboolean  is_turned;      /* its camera lay on its side: some programs show it so */
} FrPicture;

void       fr_picture_free           (FrPicture *picture);
/* Blocks. NULL with an error of G_IO_ERROR: it is none, or cannot be read. transfer full */
FrPicture *fr_picture_inspect        (const char *path, GError **error);
/* The same in a thread. */
void       fr_picture_inspect_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FrPicture *fr_picture_inspect_finish (GAsyncResult *result, GError **error);

/* In a thread. So large at most; 0: as it is. The callback comes whatever happens to who asked. */
void       fr_picture_import_async   (FrSite *site, GFile *file, unsigned width, unsigned height,
                                      GAsyncReadyCallback callback, gpointer data);
/* As fr_site_import_image () has it. transfer full */
char      *fr_picture_import_finish  (GAsyncResult *result, FrFileState *copied, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrPicture, fr_picture_free)

G_END_DECLS
