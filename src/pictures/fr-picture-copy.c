/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-picture-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fr-own-program.h"

/* What is no regular file could be waited for without end. -1 with an error */
static int
open_picture (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  int code = fd < 0 || fstat (fd, &status) != 0 ? errno : S_ISREG (status.st_mode) ? 0 : EINVAL;

  if (code == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The picture “%s” cannot be read (%s)."), path, g_strerror (code));
  return -1;
}

static GSubprocess *
start (const char *path, const char * const *arguments, GError **error)
{
  /* GLib starts those that inherit descriptors without a copy of this process. After such a copy each page that the main thread
   * writes to is copied once more, which is seen while pictures scroll. The program closes what it inherits. */
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS);
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();
  g_autofree char *program = fr_own_program_find ("pictures", "frontage-picture");
  g_auto (GStrv) words = NULL;
  int fd;

  if (program == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Frontage’s own program “frontage-picture” is missing."));
      return NULL;
    }
  fd = open_picture (path, error);
  if (fd < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  g_strv_builder_add (command, program);
  g_strv_builder_addv (command, (const char **) arguments);
  words = g_strv_builder_end (command);
  return g_subprocess_launcher_spawnv (launcher, (const char * const *) words, error);
}

static GBytes *
run (const char *path, const char * const *arguments, GError **error)
{
  g_autoptr (GSubprocess) process = start (path, arguments, error);
  g_autoptr (GBytes) made = NULL;
  int status;

  if (process == NULL)
    return NULL;
  /* What is wrong with the pipe shows in how the program ends. */
  g_subprocess_communicate (process, NULL, NULL, &made, NULL, NULL);
  status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : FR_PICTURE_BROKEN;
  if (status == 0 && made != NULL)
    return g_steal_pointer (&made);
  if (status == FR_PICTURE_TOO_LARGE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("The picture is too large to be drawn here."));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture’s file is broken, or of a kind that cannot be drawn here."));
  return NULL;
}

GBytes *
fr_picture_copy (const char *path, unsigned width, unsigned height, GError **error)
{
  g_autofree char *w = g_strdup_printf ("%u", width), *h = g_strdup_printf ("%u", height);
  const char * const arguments[] = { "copy", w, h, NULL };

  return run (path, arguments, error);
}

GBytes *
fr_picture_copy_thumbnail (const char *path, unsigned size, const char * const *texts, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *side = g_strdup_printf ("%u", size);
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add_many (builder, "thumbnail", side, side, NULL);
  g_strv_builder_addv (builder, (const char **) texts);
  arguments = g_strv_builder_end (builder);
  return run (path, (const char * const *) arguments, error);
}
