/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holding a file: by a lock on one byte of it, far behind its end, since some shares keep others from reading what is
 * locked. The lock is the file's that was opened, so that it goes with the process and is not lost when another thread
 * closes the same file. A file that was replaced while it was waited for is not the one at the path any more: then
 * it begins anew.
 */
#define _GNU_SOURCE
#include "fr-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCKED_BYTE (G_GINT64_CONSTANT (1) << 30)

/* A save takes some milliseconds, and a hundred may be waiting. */
#define PATIENCE      (30 * G_USEC_PER_SEC)
#define LONGEST_PAUSE (20 * 1000)

struct _FrHeldFile
{
  char       *path;    /* as it was given, for people */
  char       *real;
  int         fd;
  struct stat status;
};

static gboolean
is_taken (int code)
{
  return code == EAGAIN || code == EACCES || code == EWOULDBLOCK;
}

/* FALSE: somebody else has it. Where a file system has no locks at all, whoever comes has it. */
static gboolean
try_lock (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE, .l_len = 1 };

  if (fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  return !is_taken (errno) && (flock (fd, LOCK_EX | LOCK_NB) == 0 || !is_taken (errno));
}

static gboolean
lock (int fd, gint64 end)
{
  for (gulong pause = 500; !try_lock (fd); pause = MIN (2 * pause, LONGEST_PAUSE))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_usleep (pause);
    }
  return TRUE;
}

static gboolean
is_at (const char *path, const struct stat *status)
{
  struct stat now;

  return stat (path, &now) == 0 && now.st_dev == status->st_dev && now.st_ino == status->st_ino;
}

/* TRUE: it is held, or cannot be (an error); FALSE: another file has taken its place. */
static gboolean
try_to_hold (FrHeldFile *self, gint64 end, GError **error)
{
  self->fd = fr_file_open_regular (self->real, O_RDWR, &self->status, error);
  if (self->fd < 0)
    return TRUE;
  if (!lock (self->fd, end))
    {
      fr_file_refuse (error, EBUSY, _("“%s” is being saved by another program, which does not come to an end."), self->path);
      return TRUE;
    }
  return is_at (self->real, &self->status);
}

FrHeldFile *
fr_file_hold (const char *path, GError **error)
{
  g_autoptr(FrHeldFile) self = g_new0 (FrHeldFile, 1);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GError *problem = NULL;

  self->path = g_strdup (path);
  self->fd = -1;
  self->real = realpath (path, NULL);
  if (self->real == NULL)
    {
      fr_file_fail (error, _("“%s” cannot be found, so it was not saved."), path);
      return NULL;
    }
  while (!try_to_hold (self, end, &problem))
    close (self->fd);
  if (problem == NULL && fr_file_finish (self->real, self->fd, &self->status, &problem))
    return g_steal_pointer (&self);
  g_propagate_error (error, problem);
  return NULL;
}

void
fr_held_file_free (FrHeldFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  free (self->real);
  g_free (self->path);
  g_free (self);
}

/* From here on whatever is done to the file is seen before it is replaced. */
GBytes *
fr_held_file_read (FrHeldFile *self, GError **error)
{
  return fr_file_read_whole (self->fd, &self->status, self->path, error);
}

static gboolean
say_changed (GError **error)
{
  return fr_file_refuse (error, ESTALE, _("The file was changed by another program since it was opened."), "");
}

gboolean
fr_held_file_write (FrHeldFile *self, GBytes *bytes, GError **error)
{
  FrReplacing outcome = FR_NOT_REPLACEABLE;

  if (self->status.st_nlink == 1)
    outcome = fr_file_replace (self->real, self->fd, &self->status, bytes);
  if (outcome == FR_REPLACED)
    return TRUE;
  if (outcome == FR_NOT_REPLACEABLE)
    return fr_file_rewrite (self->path, self->fd, &self->status, bytes, error);
  return errno == ESTALE ? say_changed (error)
                         : fr_file_fail (error, _("“%s” was not saved. The old file is as it was."), self->path);
}

static gboolean
make (const char *path, GBytes *bytes, GError **error)
{
  return fr_file_make (path, 0666, bytes) ||
         fr_file_fail (error, _("“%s” was not saved, because nothing can be written into its folder."), path);
}

static gboolean
is_as_expected (FrHeldFile *self, GBytes *expected, GError **error)
{
  g_autoptr(GBytes) bytes = fr_held_file_read (self, error);

  return bytes != NULL && (g_bytes_equal (bytes, expected) || say_changed (error));
}

gboolean
fr_file_write (const char *path, GBytes *bytes, GBytes *expected, GError **error)
{
  g_autoptr(FrHeldFile) held = NULL;
  struct stat status;

  if (expected == NULL && lstat (path, &status) != 0 && errno == ENOENT)
    return make (path, bytes, error);
  held = fr_file_hold (path, error);
  return held != NULL && (expected == NULL || is_as_expected (held, expected, error)) &&
         fr_held_file_write (held, bytes, error);
}
