/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "fr-application.h"
#include "fr-preview-system.h"

int
main (int argc, char **argv)
{
  g_autoptr (FrApplication) application = NULL;

  fr_preview_choose_renderer ("/proc");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Frontage"));
  application = fr_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
