/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-walk.h: all that is in a folder, found without opening a single file.
 *
 * Left out, as Jekyll leaves it out, is what begins with a dot, node_modules and _site. A symbolic link to a file inside
 * of the folder is that file under another name, as Jekyll publishes it; a link to a folder in there is remembered
 * (FrFolderLink) and not walked, so that no link can make the walk go round. What leads out of the folder or nowhere,
 * and what is no regular file, is named and stepped over.
 */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* A file as it was seen: another one, or one that was written since, is not equal. */
typedef struct
{
  guint64 device, inode;
  gint64  bytes;
  gint64  modified, changed;  /* ns since 1970: the content; the content, name or mode */
} FrFileState;

/* Paths are within the folder: "images/a.png"; the folder itself is "". */
typedef struct
{
  char        *path;
  FrFileState  state;
} FrWalkedFile;

typedef struct
{
  char *path;
  char *target;  /* of the folder that it leads to */
} FrFolderLink;

typedef struct
{
  GArray    *files;    /* of FrWalkedFile, in the order of fr_path_compare () */
  GPtrArray *folders;  /* of paths, "" first */
  GPtrArray *links;    /* of FrFolderLink */
  GPtrArray *odd;      /* of paths that are neither a file nor a folder to be read */
  GPtrArray *unread;   /* of folders of which not everything is known: not readable, too deep, or one of too many */
} FrWalk;

FrFileState fr_file_state_of    (const struct stat *status);
gboolean    fr_file_state_equal (const FrFileState *a, const FrFileState *b);

/* Names that differ in nothing but case stand together; no two different paths are equal. */
int         fr_path_compare     (const char *a, const char *b);
/* Whether `path` is `folder` or lies in it. */
gboolean    fr_path_is_below    (const char *path, const char *folder);
/* Whether the walk goes by what has this name. */
gboolean    fr_path_is_skipped  (const char *name);

/* Both block; `root` is a real path, without links in it. A walk that is cancelled has everything unread. transfer full */
FrWalk     *fr_walk_new         (const char *root, GCancellable *cancellable);
/* _config.yml and what lies in _data, and all else unread. */
FrWalk     *fr_walk_new_quick   (const char *root);
void        fr_walk_free        (FrWalk *walk);
/* Whether all but the files is the same. */
gboolean    fr_walk_has_same_folders (const FrWalk *a, const FrWalk *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrWalk, fr_walk_free)

G_END_DECLS
