/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-file.h: what is known of one file of a site. Never changed once it is made, and shared by all snapshots of the
 * site as long as the file is the same.
 */
#pragma once

#include "fr-walk.h"

G_BEGIN_DECLS

typedef struct
{
  char     *path;           /* within the site's folder: "images/a.png" */
  gint64    bytes;
  gint64    modified;       /* ns since 1970 */
  unsigned  width, height;  /* of an image, pixels; 0: none, or not known */

  /* Of what Jekyll makes a page of: it begins with front matter. The texts are as they are published; NULL: not there. */
  gboolean  is_page;
  char     *title;
  char     *third_nav_title;
  char     *permalink;
  char     *address;        /* where it is published, as fr_address_simplify () has it; NULL: not known */

  /* Of a page in a folder "_posts" whose name begins with a day, unless it says that it is not published. */
  char    **post_categories; /* the folders above _posts, then its own; NULL: no post */
  gint64    post_seconds;    /* its date since 1970, as it would be at UTC */
  gboolean  post_has_time;   /* the date has a time; else it is a day, wherever the site is made */
  char     *post_external;   /* what it stands for: another site … */
  char     *post_file;       /* … or a file */
  gboolean  post_is_link;    /* by its layout */
} FrSiteFile;

/* What of it is wanted; each is read with what stands before it. */
typedef enum { FR_SITE_FILES, FR_SITE_PAGES, FR_SITE_IMAGES } FrSiteDepth;

typedef struct
{
  const char  *root;  /* the site's folder, a real path */
  FrSiteDepth  depth;
  gint64       left;  /* bytes that may still be read; none: of further files no more is known than where they are */
} FrSiteReading;

/* Blocks, but never waits for what is no regular file any more. `before`, which may be NULL, is taken if it tells of the
 * same file. transfer full, by fr_site_file_unref () */
FrSiteFile *fr_site_file_read       (FrSiteReading *reading, const FrWalkedFile *walked, FrSiteFile *before);
FrSiteFile *fr_site_file_ref        (FrSiteFile *self);
void        fr_site_file_unref      (FrSiteFile *self);

gboolean    fr_site_file_is_image   (const FrSiteFile *self);
/* ".md" and the like: what may be a page. */
gboolean    fr_path_is_page         (const char *path);
/* "/visit/", "/visit/index.html", "/visit.html" and "/visit" are one page to a web server: the last of them. transfer full */
char       *fr_address_simplify     (const char *address);

/* Whether what was read now of a file in this state can be taken for what is in it as long as it is in this state: not
 * if it was written so shortly before that a clock may not tell the next time from that one. */
gboolean    fr_file_state_is_settled (const FrFileState *state);

G_END_DECLS
