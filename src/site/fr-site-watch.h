/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-site-watch.h: the newest snapshot of a site, kept current: one for each folder, shared by all who ask for it.
 *
 * For the main thread, on which nothing of the site is read: that is done in a thread. Changes that come together are
 * read together, at most half a second after the first of them.
 */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_SITE_WATCH (fr_site_watch_get_type ())
G_DECLARE_FINAL_TYPE (FrSiteWatch, fr_site_watch, FR, SITE_WATCH, GObject)

/* Property "site" (FrSite, read only): notified when there is a newer snapshot in which something is different. The first
 * one is soon followed by the first one of the whole site. */

/* Of the folder that `first` is a snapshot of, which was made in a thread (fr_site_new_quick ()). If that folder is watched
 * already, by whichever path it is reached, this is the same watch, and `first` is not needed. transfer full */
FrSiteWatch *fr_site_watch_get      (FrSite *first);
FrSite      *fr_site_watch_get_site (FrSiteWatch *self);  /* transfer none */

G_END_DECLS
