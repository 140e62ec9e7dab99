/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memfd_create () */
#include "fr-sass.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fr-own-program.h"

static GError *
new_error (FrPlace place, const char *message)
{
  return fr_error_new_at (FR_ERROR_SYNTAX, place, "%s", message);
}

/* "LINE:COLUMN:FILE\nMESSAGE" */
static GError *
read_error (const char *output, char **file)
{
  char *at;
  FrPlace place = { 0, 0 };
  const char *message = strchr (output, '\n');

  if (message == NULL)
    return new_error (place, output);
  place.line = strtoul (output, &at, 10);
  place.column = *at == ':' ? strtoul (at + 1, &at, 10) : 0;
  if (at[0] == ':' && at[1] == '/')
    *file = g_strndup (at + 2, message - at - 2);
  return new_error (place, message + 1);
}

static GError *
explain_end (GSubprocess *process)
{
  int signal = g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) : 0;

  if (signal == SIGXCPU || signal == SIGALRM || signal == SIGKILL)
    return new_error ((FrPlace) { 0, 0 }, _("It takes too long: a loop in it may have no end."));
  return new_error ((FrPlace) { 0, 0 }, _("The compiler could not cope with it."));
}

/* No pipe: to write into one whose reader has ended would end this program. -1: there is no memory. */
static int
open_text (const char *text)
{
  int fd = memfd_create ("style", MFD_CLOEXEC);
  gsize length = strlen (text);

  if (fd >= 0 && write (fd, text, length) == (gssize) length && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start (const char *text, const char *folder)
{
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *program = fr_own_program_find ("sass", "frontage-sass");
  int fd = program != NULL ? open_text (text) : -1;

  if (fd < 0)
    return NULL;
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  return g_subprocess_launcher_spawn (launcher, NULL, program, folder, NULL);
}

char *
fr_sass_compile (const char *text, const char *folder, char **error_file, GError **error)
{
  g_autoptr(GSubprocess) process = start (text, folder);
  g_autofree char *output = NULL;

  if (process == NULL)
    {
      g_propagate_error (error, new_error ((FrPlace) { 0, 0 },
                                           _("Frontage’s own program “frontage-sass” is missing or does not start.")));
      return NULL;
    }
  /* What is wrong with the pipe shows in how the program ends. */
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL);
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0 && output != NULL)
    return g_steal_pointer (&output);
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 1 && output != NULL)
    g_propagate_error (error, read_error (output, error_file));
  else
    g_propagate_error (error, explain_end (process));
  return NULL;
}
