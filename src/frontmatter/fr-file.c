#include "fr-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>

GBytes *
fr_file_read (const char *path, GError **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

gboolean
fr_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *real = realpath (path, NULL);
  const char *target = real != NULL ? real : path;
  GStatBuf info;
  int mode = g_stat (target, &info) == 0 ? (int) (info.st_mode & 07777) : 0644;

  if (!g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, error))
    return FALSE;
  /* The mode above is subject to the umask. */
  g_chmod (target, mode);
  return TRUE;
}
