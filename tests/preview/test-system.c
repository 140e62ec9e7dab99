/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-system.h"

#include "../tools/folder.h"

#define VARIABLE "WEBKIT_DISABLE_DMABUF_RENDERER"

typedef struct
{
  const char *file;   /* in /proc */
  const char *before; /* the variable; NULL: not there */
  const char *after;
} Case;

static const Case cases[] = {
  { "driver/nvidia/version", NULL, "1" },
  { "driver/nvidia/version", "0", "0" },
  { "driver/rtc", NULL, NULL },
  { "modules/nvidiafb", NULL, NULL },
  { "driver/rtc", "1", "1" },
};

static void
test_renderer (gconstpointer data)
{
  const Case *this = data;
  g_autofree char *proc = make_folder ();

  if (this->before != NULL)
    g_setenv (VARIABLE, this->before, TRUE);
  else
    g_unsetenv (VARIABLE);
  write_file (proc, this->file, "");
  fr_preview_choose_renderer (proc);
  g_assert_cmpstr (g_getenv (VARIABLE), ==, this->after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/system/renderer/%u", i);

      g_test_add_data_func (name, &cases[i], test_renderer);
    }
  return g_test_run ();
}
