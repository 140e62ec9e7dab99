/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Not kept in snapshots: to find them all bodies would have to be read, and they are asked for one page at a time. */
#include <string.h>

#include "fr-fences.h"
#include "fr-file.h"
#include "fr-pages.h"

/* Longer pages are looked at as far as this. */
#define MOST_BYTES (4 << 20)

typedef struct
{
  GPtrArray  *names;
  GHashTable *counts;  /* of headings by the id that they would get */
} Anchors;

/* What the pattern's first group holds, each time it is found. */
static void
add_matches (Anchors *anchors, const char *text, const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (anchors->names, g_match_info_fetch (match, 1));
}

/* "Opening *hours*, 2026" → "opening-hours-2026", as kramdown does for GitHub's Markdown. transfer full */
static char *
to_id (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *id = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == ' ' || letter == '\t')
        g_string_append_c (id, '-');
      else if (letter == '-' || letter == '_' || g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (id, letter);
    }
  return g_string_free (id, FALSE);
}

/* A second heading with the same words gets "-1" behind them. */
static void
add_heading (Anchors *anchors, const char *heading)
{
  g_autofree char *id = to_id (heading);
  unsigned count = GPOINTER_TO_UINT (g_hash_table_lookup (anchors->counts, id));

  g_ptr_array_add (anchors->names, count == 0 ? g_strdup (id) : g_strdup_printf ("%s-%u", id, count));
  g_hash_table_replace (anchors->counts, g_steal_pointer (&id), GUINT_TO_POINTER (count + 1));
}

/* "# One", and "Two" with a line of dashes or "=" below; one that names its own id ("# One {#one}") gets no other. */
static void
add_headings (Anchors *anchors, const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(?:#{1,6}[ \\t]*([^#\\s].*?)[ \\t#]*|([^\\s<>#|].*?)[ \\t]*\\n(?:-+|=+)[ \\t]*)$",
                                         G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *hashed = g_match_info_fetch (match, 1), *underlined = g_match_info_fetch (match, 2);
      const char *heading = hashed != NULL && *hashed != '\0' ? hashed : underlined;

      if (heading != NULL && !g_str_has_suffix (heading, "}"))
        add_heading (anchors, heading);
    }
}

/* Code between fences has no headings. transfer full */
static char *
without_code (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(```+|~~~+).*?^\\1[`~]*[ \\t]*$", G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

/* The body as UTF-8 with newlines alone. transfer full; NULL: it cannot be read */
static char *
read_body (FrSite *site, const char *path)
{
  g_autofree char *address = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *real = fr_site_resolve (site, address);
  g_autoptr(GBytes) bytes = real != NULL ? fr_file_read_start (real, MOST_BYTES, NULL, NULL) : NULL;
  g_autofree char *valid = NULL;
  g_auto(GStrv) lines = NULL;
  FrFences fences = { 0 };
  const char *text;
  gsize size;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  if (!fr_fences_find (text, size, &fences, NULL))
    fences.end = 0;
  valid = g_utf8_make_valid (text + fences.end, size - fences.end);
  lines = g_strsplit (valid, "\r\n", -1);
  return g_strjoinv ("\n", lines);
}

GStrv
fr_pages_list_anchors (FrSite *site, const char *path)
{
  g_autofree char *body = read_body (site, path);
  g_autofree char *text = body != NULL ? without_code (body) : NULL;
  Anchors anchors = { g_ptr_array_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  if (text != NULL)
    {
      if (!g_str_has_suffix (path, ".html"))
        add_headings (&anchors, text);
      add_matches (&anchors, text, "<[^>]*\\sid\\s*=\\s*[\"']?([^\"'\\s>]+)");
      add_matches (&anchors, text, "<a\\s[^>]*\\bname\\s*=\\s*[\"']?([^\"'\\s>]+)");
      add_matches (&anchors, text, "\\{:?[^}\\n]*#([^\\s}.]+)[^}\\n]*\\}");
    }
  g_ptr_array_add (anchors.names, NULL);
  g_hash_table_unref (anchors.counts);
  return (GStrv) g_ptr_array_free (anchors.names, FALSE);
}
