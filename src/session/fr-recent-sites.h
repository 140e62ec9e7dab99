/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-recent-sites.h: the sites that were open, newest first, in the settings (key "recent-sites"): URI and title of each,
 * and the picture of its hero. By URI since a sandbox is given the same folder under the same one again.
 */
#pragma once

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_RECENT_SITES_MOST 8

typedef struct
{
  char  *title;
  GFile *place;    /* a site's folder, or a file that is not the homepage of one */
  char  *picture;  /* the path of its hero's, as it was known last; NULL: none was */
} FrRecentSite;

/* Of FrRecentSite. transfer full */
GPtrArray *fr_recent_sites_list   (GSettings *settings);
/* It is the newest now. */
void       fr_recent_sites_add    (GSettings *settings, FrSession *session);
/* What is known of it by now, if it is remembered; its place among the others stays. */
void       fr_recent_sites_update (GSettings *settings, FrSession *session);
void       fr_recent_sites_forget (GSettings *settings, GFile *place);

/* As people say it: the home folder is "~", and of what a sandbox was given only its own part is told. transfer full */
char      *fr_place_describe      (GFile *place);
/* A file that was given to a sandbox by itself is in a folder of its own, whose name says nothing. */
gboolean   fr_place_is_nameless   (GFile *folder);

G_END_DECLS
