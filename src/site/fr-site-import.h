/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-import.h: brings a picture from anywhere into the site's folder, so that the page can show it. */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

/* The picture's address in the site, "/images/quay.png". Where it is in the folder, or the site has the same one to the byte
 * (a portal does not tell where what it hands over was chosen), that is its address. Else it is copied to images/, never
 * over another file, under a name that an address can hold as it is. Both block; NULL with an error of G_IO_ERROR whose
 * sentence says what is wrong. `copied`: the state of the file that was made for it; its inode is 0 where none was. transfer full */
char *fr_site_import_image (FrSite *self, GFile *image, FrFileState *copied, GError **error);
/* The same with what a picture's file would hold that is called `name`. */
char *fr_site_import_bytes (FrSite *self, const char *name, GBytes *bytes, FrFileState *copied, GError **error);

G_END_DECLS
