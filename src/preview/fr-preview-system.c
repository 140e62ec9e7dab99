/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-system.h"

#include <gio/gio.h>

void
fr_preview_choose_renderer (const char *proc)
{
  g_autofree char *driver = g_build_filename (proc, "driver", "nvidia", "version", NULL);

  if (g_file_test (driver, G_FILE_TEST_EXISTS))
    g_setenv ("WEBKIT_DISABLE_DMABUF_RENDERER", "1", FALSE);
}

/* What WebKit asks of bubblewrap, with a program that does nothing. */
static gboolean
can_make_sandbox (void)
{
  static const char * const command[] = {
    "bwrap", "--unshare-all", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "true", NULL
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *said = NULL;

  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error))
    g_message ("No sandbox can be made: %s", error->message);
  else if (!g_subprocess_get_successful (process))
    g_message ("No sandbox can be made: %s", g_strchomp (said));
  else
    return TRUE;
  return FALSE;
}

/* In a Flatpak, it is Flatpak that makes the sandbox. Who set the variable has decided; nobody but a test should. */
static gboolean
has_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ||
         g_getenv ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS") != NULL || can_make_sandbox ();
}

gboolean
fr_preview_has_sandbox (void)
{
  static int answer; /* 0: not asked yet */

  if (answer == 0)
    answer = has_sandbox () ? 1 : -1;
  return answer > 0;
}
