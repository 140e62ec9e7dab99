/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site.h: the folder around a homepage, as Jekyll sees it: _config.yml, navigation, pages, posts, images, files.
 *
 * A snapshot: it never changes, so any thread may ask it, and none of it is read again (fr-site-watch.h has the newest
 * one). What it holds is shared with the snapshots before and after it. A file that is missing or broken counts as empty,
 * and its problem is kept for findings.
 */
#pragma once

#include <gio/gio.h>

#include "fr-document.h"
#include "fr-site-file.h"
#include "fr-site-style.h"

G_BEGIN_DECLS

#define FR_TYPE_SITE (fr_site_get_type ())
G_DECLARE_FINAL_TYPE (FrSite, fr_site, FR, SITE, GObject)

/* These read the disk: they block. */

/* The folder of the site that `file` is in: the nearest one above it with a _config.yml, else its own. transfer full */
GFile        *fr_site_find_folder       (GFile *file);
/* The homepage in the folder of a site; what is no folder is one itself, whether it is there or not. An error of G_IO_ERROR
 * says what the folder is instead, and what to choose. transfer full */
GFile        *fr_site_find_homepage     (GFile *place, GError **error);
/* All of it. */
FrSite       *fr_site_new               (GFile *folder);
/* Less of it: so much of each file. */
FrSite       *fr_site_new_to_depth      (GFile *folder, FrSiteDepth depth);
/* _config.yml and _data, which are there at once; of pages, posts and files it knows nothing. */
FrSite       *fr_site_new_quick         (GFile *folder);
/* All of it as it is now; what is as it was is not read again. The same one if nothing is different. transfer full */
FrSite       *fr_site_read_again        (FrSite *self);
/* The file behind an address in the site ("/images/a.png", percent-encoding undone), with symbolic links
 * resolved; NULL if there is none or if it lies outside of the site's folder. transfer full */
char         *fr_site_resolve           (FrSite *self, const char *address);

/* These answer from the snapshot. Nothing of it is the caller's; it lives as long as the site. */

GFile        *fr_site_get_folder        (FrSite *self);
const FrNode *fr_site_get_config        (FrSite *self, const char *pointer);
const char   *fr_site_get_title         (FrSite *self);               /* NULL: it has none */
/* FALSE: there is no _config.yml, not even a broken one, so that this may be no site at all. */
gboolean      fr_site_has_config        (FrSite *self);
const char   *fr_site_get_base_url      (FrSite *self);               /* "" where there is none */
const char   *fr_site_get_primary_color (FrSite *self);
const char   *fr_site_get_secondary_color (FrSite *self);
/* The one at a place of _config.yml, as a style may have it; `fallback`, which may be NULL, if none is there. transfer full */
char         *fr_site_dup_color           (FrSite *self, const char *pointer, const char *fallback);

/* Its own style, or what is wrong with that. */
const FrSiteStyle *fr_site_get_style        (FrSite *self);
/* The theme that it says it is made with, if that is not Isomer's; else NULL. */
const char   *fr_site_get_other_theme   (FrSite *self);

/* One of _config.yml, _data/NAME.yml and _NAME/collection.yml: NULL if it is missing or broken. The document is everybody's:
 * it must not be edited. */
FrDocument   *fr_site_get_data          (FrSite *self, const char *path);
/* Why such a file could not be read; NULL: it could, or there is none. */
const GError *fr_site_get_problem       (FrSite *self, const char *path);

typedef enum
{
  FR_PRESENCE_THERE,
  FR_PRESENCE_OTHER_CASE,  /* not there, but with other upper and lower case letters */
  FR_PRESENCE_MISSING,
  FR_PRESENCE_UNKNOWN,     /* this part of the folder was not read */
} FrPresence;

/* The file behind an address, as fr_site_resolve () has it. `file`, which may be NULL: that one, or the one with other
 * letters, else NULL. */
FrPresence    fr_site_look_up           (FrSite *self, const char *address, const FrSiteFile **file);
/* By its path in the site; NULL if there is none. */
const FrSiteFile *fr_site_get_file      (FrSite *self, const char *path);
/* The page that is published there, as fr_address_simplify () has it; NULL if there is none. */
const FrSiteFile *fr_site_get_page      (FrSite *self, const char *simple_address);
/* A page that is published there beside the one with this path; NULL if there is none. */
const FrSiteFile *fr_site_get_other_page (FrSite *self, const char *simple_address, const char *path);
/* Of FrSiteFile, in the order of their paths. transfer container */
GPtrArray    *fr_site_list_files        (FrSite *self);
GPtrArray    *fr_site_list_images       (FrSite *self);
GPtrArray    *fr_site_list_pages        (FrSite *self);

/* FALSE: there are files that it does not know of, so that nothing can be said to be missing but by fr_site_look_up (). */
gboolean      fr_site_is_complete       (FrSite *self);
/* The addresses of images that are new, gone or others in `after`, as far as both know of them: "/images/a b.png". */
GStrv         fr_site_changed_images    (FrSite *before, FrSite *after);  /* transfer full */

G_END_DECLS
