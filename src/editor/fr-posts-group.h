/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-posts-group.h: the site's posts that a section shows by itself, to be looked at. It is a part of a form. */
#pragma once

#include <adwaita.h>

#include "fr-session.h"

G_BEGIN_DECLS

#define FR_TYPE_POSTS_GROUP (fr_posts_group_get_type ())
G_DECLARE_FINAL_TYPE (FrPostsGroup, fr_posts_group, FR, POSTS_GROUP, AdwPreferencesGroup)

GtkWidget *fr_posts_group_new (FrSession *session);  /* floating */

G_END_DECLS
