/* fr-site.h: the folder around a homepage, as Jekyll sees it: _config.yml, navigation, images, posts.
 * Read once; a file that is missing or broken counts as empty (the problem is kept for findings).
 */
#pragma once

#include <gio/gio.h>

#include "fr-document.h"

G_BEGIN_DECLS

#define FR_TYPE_SITE (fr_site_get_type ())
G_DECLARE_FINAL_TYPE (FrSite, fr_site, FR, SITE, GObject)

/* The site that `file` is in: the nearest folder above it with a _config.yml, else the file's own folder. */
FrSite       *fr_site_new_for_file      (GFile *file);
FrSite       *fr_site_new               (GFile *folder);
GFile        *fr_site_get_folder        (FrSite *self);               /* transfer none */
const FrNode *fr_site_get_config        (FrSite *self, const char *pointer);
const char   *fr_site_get_base_url      (FrSite *self);               /* "" where there is none */
const char   *fr_site_get_primary_color (FrSite *self);
const char   *fr_site_get_secondary_color (FrSite *self);
/* The file behind an address in the site ("/images/a.png", percent-encoding undone), with symbolic links
 * resolved; NULL if there is none or if it lies outside of the site's folder. transfer full */
char         *fr_site_resolve           (FrSite *self, const char *address);

/* A file of the site by its path in there; NULL if it is missing, broken or outside of the folder. transfer full */
FrDocument   *fr_site_read              (FrSite *self, const char *path, FrFormat format,
                                         GError **error);

G_END_DECLS
