/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-pointer.h"

#include <string.h>

#include "fr-error.h"

/* ~1 is "/", ~0 is "~"; FALSE for any other "~". */
static gboolean
unescape (char *token)
{
  char *out = token;

  for (const char *in = token; *in != '\0'; in++)
    if (*in != '~')
      *out++ = *in;
    else if (in[1] == '0' || in[1] == '1')
      *out++ = *++in == '0' ? '~' : '/';
    else
      return FALSE;
  *out = '\0';
  return TRUE;
}

char **
fr_pointer_split (const char *pointer, GError **error)
{
  g_auto(GStrv) tokens = NULL;

  if (*pointer != '\0' && *pointer != '/')
    {
      g_set_error (error, FR_ERROR, FR_ERROR_POINTER,
                   "“%s” is not a JSON Pointer: it must be empty or begin with “/”", pointer);
      return NULL;
    }
  tokens = *pointer == '\0' ? g_new0 (char *, 1) : g_strsplit (pointer + 1, "/", -1);
  /* g_strsplit() makes no token of an empty string, but "/" has one: the empty key. */
  if (*pointer == '/' && tokens[0] == NULL)
    {
      g_strfreev (tokens);
      tokens = g_new0 (char *, 2);
      tokens[0] = g_strdup ("");
    }
  for (char **token = tokens; *token != NULL; token++)
    if (!unescape (*token))
      {
        g_set_error (error, FR_ERROR, FR_ERROR_POINTER,
                     "“%s” is not a JSON Pointer: “~” must be written “~0”, or “~1” for “/”", pointer);
        return NULL;
      }
  return g_steal_pointer (&tokens);
}

char *
fr_pointer_join (const char *parent, const char *token)
{
  GString *joined = g_string_new (parent);

  g_string_append_c (joined, '/');
  for (; *token != '\0'; token++)
    if (*token == '~')
      g_string_append (joined, "~0");
    else if (*token == '/')
      g_string_append (joined, "~1");
    else
      g_string_append_c (joined, *token);
  return g_string_free (joined, FALSE);
}

char *
fr_pointer_join_index (const char *parent, unsigned index)
{
  return g_strdup_printf ("%s/%u", parent, index);
}

char *
fr_pointer_split_last (const char *pointer, char **token)
{
  const char *slash = strrchr (pointer, '/');

  if (slash == NULL)
    return NULL;
  if (token != NULL)
    {
      *token = g_strdup (slash + 1);
      unescape (*token);
    }
  return g_strndup (pointer, slash - pointer);
}

gboolean
fr_pointer_parse_index (const char *token, unsigned *index)
{
  guint64 value;

  if ((token[0] == '0' && token[1] != '\0') ||
      !g_ascii_string_to_unsigned (token, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *index = value;
  return TRUE;
}

gboolean
fr_pointer_is_within (const char *pointer, const char *ancestor)
{
  gsize length = strlen (ancestor);

  return strncmp (pointer, ancestor, length) == 0 && (pointer[length] == '\0' || pointer[length] == '/');
}
