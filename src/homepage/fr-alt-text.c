/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-alt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-image-size.h"
#include "fr-kinds.h"

/* Those of programs, and those of people who were asked for something. */
static gboolean
is_empty_word (const char *text)
{
  static const char * const words[] = { "image", "picture", "photo", "photograph", "img", "pic", "banner", "graphic", "icon",
                                        "alt", "alt text", "alternative text", "untitled", "screenshot", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize length = strlen (lower);

  while (length > 0 && (g_ascii_isdigit (lower[length - 1]) || strchr (" .-_", lower[length - 1]) != NULL))
    lower[--length] = '\0';
  return g_strv_contains (words, lower);
}

/* "quay.jpg"; and "IMG_2034" of IMG_2034.jpg, but not "Quay" of Quay.jpg. */
static gboolean
is_file_name (const char *text, const char *address)
{
  g_autofree char *name = g_path_get_basename (address);
  char *dot = strrchr (name, '.');

  if (fr_image_is_name (text) && strchr (text, ' ') == NULL)
    return TRUE;
  if (dot != NULL)
    *dot = '\0';
  return strcmp (text, name) == 0 && strpbrk (text, "0123456789-_") != NULL;
}

char *
fr_alt_text_doubt (const char *text, const char *address)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (*words == '\0')
    return g_strdup (_("Say in a few words what the picture shows, for people who cannot see it."));
  if (is_file_name (words, address))
    return g_strdup_printf (_("“%s” is the name of a file. Say what the picture shows."), words);
  if (is_empty_word (words) || fr_kinds_is_default_text (words, strlen (words)))
    return g_strdup_printf (_("“%s” tells nobody what the picture shows. Say that in a few words."), words);
  return NULL;
}
