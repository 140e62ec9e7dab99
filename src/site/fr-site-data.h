/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-data.h: one of the files by which a site is set up, read as YAML: _config.yml, what is in _data, the order of a
 * collection's pages. Never changed once it is made, and shared by snapshots as long as the file is the same.
 */
#pragma once

#include "fr-document.h"
#include "fr-walk.h"

G_BEGIN_DECLS

typedef struct
{
  char       *path;
  FrDocument *document;  /* NULL: it could not be read … */
  GError     *error;     /* … and why */
} FrSiteData;

/* Whether a file with this path is one. */
gboolean    fr_site_data_is_path (const char *path);
/* Blocks. `state`: NULL for what is no file that could be read. `before` may be NULL. transfer full, by fr_site_data_unref () */
FrSiteData *fr_site_data_read    (const char *root, const char *path, const FrFileState *state, FrSiteData *before);
FrSiteData *fr_site_data_ref     (FrSiteData *self);
void        fr_site_data_unref   (FrSiteData *self);

G_END_DECLS
