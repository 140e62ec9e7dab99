/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-own-program.h"

/* As seen from the folders of the programs that call it. */
char *
fr_own_program_find (const char *folder, const char *name)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *own = g_path_get_dirname (self != NULL ? self : ".");
  g_autofree char *beside = g_build_filename ("..", folder, NULL);
  g_autofree char *from_test = g_build_filename ("../../src", folder, NULL);
  const char * const places[] = { LIBEXEC_FROM_BIN, beside, from_test };

  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_canonicalize_filename (places[i], own);
      g_autofree char *program = g_build_filename (place, name, NULL);

      if (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&program);
    }
  return NULL;
}
