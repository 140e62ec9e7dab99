/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new file in an old one's place. It has no name until it is whole and on the disk, so a process that dies leaves nothing,
 * but for the moment between two system calls; for that, and where a file must have a name, the name is always the
 * same, and whoever saves next takes it.
 */
#define _GNU_SOURCE
#include "fr-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Of a name; what is put before it has room then. */
#define LONGEST_NAME 200

/* The file that is made, until it is at its place. */
typedef struct
{
  const char *path;       /* where it comes */
  char       *temporary;  /* beside that */
  int         fd;
  gboolean    is_named;   /* there is something at `temporary` */
} Making;

static char *
name_temporary (const char *folder, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return strlen (name) <= LONGEST_NAME ? g_strdup_printf ("%s/.frontage-%s", folder, name)
                                       : g_strdup_printf ("%s/.frontage-%08x", folder, g_str_hash (name));
}

/* What has that name was left by someone who died: the file is held by us. */
static int
open_named (Making *self, mode_t mode)
{
  int fd = open (self->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);

  if (fd < 0 && errno == EEXIST && unlink (self->temporary) == 0)
    fd = open (self->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  self->is_named = fd >= 0;
  return fd;
}

static gboolean
begin (Making *self, mode_t mode, gboolean by_name)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->temporary = name_temporary (folder, self->path);
  self->fd = by_name ? -1 : open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
  if (self->fd < 0)
    self->fd = open_named (self, mode);
  return self->fd >= 0;
}

/* Those that are about security belong to the system, which gives the new file its own. */
static gboolean
matters (const char *attribute)
{
  return g_str_has_prefix (attribute, "user.") || g_str_has_prefix (attribute, "system.");
}

static gboolean
copy_attribute (int from, int to, const char *name)
{
  gssize size = fgetxattr (from, name, NULL, 0);
  g_autofree char *value = size >= 0 ? g_malloc (size) : NULL;

  return size >= 0 && fgetxattr (from, name, value, size) == size && fsetxattr (to, name, value, size, 0) == 0;
}

static gboolean
copy_attributes (int from, int to)
{
  gssize size = flistxattr (from, NULL, 0);
  g_autofree char *names = size > 0 ? g_malloc (size) : NULL;

  if (size > 0)
    size = flistxattr (from, names, size);
  for (const char *name = names; size > 0 && name < names + size; name += strlen (name) + 1)
    if (!copy_attribute (from, to, name) && matters (name))
      return FALSE;
  return size >= 0 || errno == ENOTSUP;
}

/* The owner can be kept only by root, a group only by its members. The mode comes last: what is put on before may need
 * to write, or take away bits of it. */
static gboolean
take_over (int fd, int old, const struct stat *status)
{
  struct stat now;

  return copy_attributes (old, fd) && fstat (fd, &now) == 0 &&
         ((now.st_uid == status->st_uid && now.st_gid == status->st_gid) || fchown (fd, status->st_uid, status->st_gid) == 0) &&
         fchmod (fd, status->st_mode & 07777) == 0;
}

gboolean
fr_file_write_all (int fd, GBytes *bytes)
{
  gsize size, written = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (written < size)
    {
      gssize more = pwrite (fd, data + written, size - written, written);

      if (more < 0 && errno != EINTR)
        return FALSE;
      written += MAX (more, 0);
    }
  return fsync (fd) == 0;
}

void
fr_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
is_still_there (const char *path, const struct stat *before)
{
  struct stat now;

  if (stat (path, &now) == 0 && fr_file_is_as_before (&now, before))
    return TRUE;
  errno = ESTALE;
  return FALSE;
}

static gboolean
link_as (const Making *self, const char *open_file)
{
  return linkat (AT_FDCWD, open_file, AT_FDCWD, self->temporary, AT_SYMLINK_FOLLOW) == 0;
}

static gboolean
give_name (Making *self)
{
  g_autofree char *open_file = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  self->is_named = self->is_named || link_as (self, open_file) ||
                   (errno == EEXIST && unlink (self->temporary) == 0 && link_as (self, open_file));
  return self->is_named;
}

static FrReplacing
end (Making *self, FrReplacing outcome)
{
  int code = errno;

  if (self->is_named && outcome != FR_REPLACED)
    unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->temporary, g_free);
  errno = code;
  return outcome;
}

/* Whether it is the folder, or the place in it, that lets nobody put a file there. */
static FrReplacing
judge (const struct stat *status)
{
  static const int places[] = { EACCES, EPERM, EROFS, EBUSY, EXDEV, EEXIST, EISDIR };

  for (unsigned i = 0; i < G_N_ELEMENTS (places) && status != NULL; i++)
    if (errno == places[i])
      return FR_NOT_REPLACEABLE;
  return FR_NOT_REPLACED;
}

static FrReplacing
replace (Making *self, int old, const struct stat *status, mode_t mode, GBytes *bytes, gboolean by_name)
{
  if (!begin (self, mode, by_name))
    return end (self, judge (status));
  if (status != NULL && !take_over (self->fd, old, status))
    return end (self, FR_NOT_REPLACEABLE);
  if (!fr_file_write_all (self->fd, bytes))
    return end (self, FR_NOT_REPLACED);
  if (!give_name (self))
    return end (self, by_name ? judge (status) : FR_NOT_NAMED);
  if (status != NULL && !is_still_there (self->path, status))
    return end (self, FR_NOT_REPLACED);
  if (rename (self->temporary, self->path) != 0)
    return end (self, judge (status));
  fr_file_sync_folder (self->path);
  return end (self, FR_REPLACED);
}

/* Where there is no /proc, or a file system makes files without a name and never gives them one, it has one from the start. */
static FrReplacing
replace_either_way (const char *path, int old, const struct stat *status, mode_t mode, GBytes *bytes)
{
  Making self = { path, NULL, -1, FALSE };
  FrReplacing outcome = replace (&self, old, status, mode, bytes, FALSE);

  return outcome == FR_NOT_NAMED ? replace (&self, old, status, mode, bytes, TRUE) : outcome;
}

FrReplacing
fr_file_replace (const char *path, int old, const struct stat *status, GBytes *bytes)
{
  return replace_either_way (path, old, status, 0600, bytes);
}

gboolean
fr_file_make (const char *path, mode_t mode, GBytes *bytes)
{
  return replace_either_way (path, -1, NULL, mode, bytes) == FR_REPLACED;
}
