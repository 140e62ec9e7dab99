/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-address-list.h"

#include <string.h>

typedef struct
{
  FrAddress public;
  char     *address, *title;
  char     *folded;  /* title and address, as they are compared */
  unsigned  rank;    /* of its sort: the lower, the sooner */
} Entry;

struct _FrAddressList
{
  GPtrArray *entries;  /* of Entry, by rank, then title */
};

static void
free_entry (Entry *entry)
{
  g_free (entry->address);
  g_free (entry->title);
  g_free (entry->folded);
  g_free (entry);
}

/* As it is compared: capital letters and accents, which not every keyboard has, do not count. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) < 0x300 || g_utf8_get_char (at) > 0x36F)
      g_string_append_len (bare, at, g_utf8_next_char (at) - at);
  return g_utf8_casefold (bare->str, -1);
}

/* NULL: nothing is published there that a link could lead to. */
static char *
get_address (const FrSiteFile *file)
{
  g_autofree char *path = NULL;

  if (file->is_page)
    return g_strdup (file->permalink != NULL ? file->permalink : file->address);
  if (fr_site_file_is_image (file) || *file->path == '_' || *file->path == '.' || strstr (file->path, "/_") != NULL ||
      strstr (file->path, "/.") != NULL)
    return NULL;
  path = g_uri_escape_string (file->path, "/", TRUE);
  return g_strconcat ("/", path, NULL);
}

static unsigned
get_rank (const FrSiteFile *file)
{
  return !file->is_page ? 2 : file->post_categories != NULL ? 1 : 0;
}

static void
add_file (FrAddressList *self, const FrSiteFile *file)
{
  g_autofree char *address = get_address (file);
  const char *name = strrchr (file->path, '/');
  g_autofree char *words = NULL;
  Entry *entry;

  if (address == NULL)
    return;
  entry = g_new0 (Entry, 1);
  entry->title = g_strdup (file->title != NULL ? file->title : name != NULL ? name + 1 : file->path);
  words = g_strconcat (entry->title, " ", address, NULL);
  entry->folded = fold (words);
  entry->rank = get_rank (file);
  entry->address = g_steal_pointer (&address);
  entry->public = (FrAddress) { file, entry->address, entry->title };
  g_ptr_array_add (self->entries, entry);
}

static int
compare (gconstpointer one, gconstpointer other)
{
  const Entry *a = *(const Entry **) one, *b = *(const Entry **) other;

  return a->rank != b->rank ? (a->rank < b->rank ? -1 : 1) : strcmp (a->folded, b->folded);
}

static FrAddressList *
make_list (FrSite *site)
{
  FrAddressList *self = g_new (FrAddressList, 1);
  g_autoptr (GPtrArray) files = fr_site_list_files (site);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  for (unsigned i = 0; i < files->len; i++)
    add_file (self, files->pdata[i]);
  g_ptr_array_sort (self->entries, compare);
  return self;
}

static void
free_list (gpointer data)
{
  FrAddressList *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

FrAddressList *
fr_address_list_get (FrSite *site)
{
  static GMutex making;
  FrAddressList *self;

  g_mutex_lock (&making);
  self = g_object_get_data (G_OBJECT (site), "fr-addresses");
  if (self == NULL)
    {
      self = make_list (site);
      g_object_set_data_full (G_OBJECT (site), "fr-addresses", self, free_list);
    }
  g_mutex_unlock (&making);
  return self;
}

/* How well a text holds the words: 0: not; 2: all of them begin a word in it; 3: and it begins with the first. */
static unsigned
rate (const char *text, char * const *words)
{
  unsigned worst = *words != NULL && g_str_has_prefix (text, *words) ? 3 : 2;

  for (; *words != NULL; words++)
    {
      const char *found = strstr (text, *words);
      gboolean begins = FALSE;

      if (found == NULL)
        return 0;
      for (; found != NULL && !begins; found = strstr (found + 1, *words))
        begins = found == text || strchr (" /-_(.", found[-1]) != NULL || **words == '/';
      worst = begins ? worst : 1;
    }
  return worst;
}

GPtrArray *
fr_address_list_match (FrAddressList *self, const char *words, unsigned most)
{
  g_autofree char *folded = fold (words);
  g_auto(GStrv) split = g_strsplit_set (g_strstrip (folded), " \t\r\n", -1);
  GPtrArray *matches = g_ptr_array_new ();

  for (unsigned wanted = 3; wanted > 0; wanted--)
    for (unsigned i = 0; i < self->entries->len && matches->len < most; i++)
      {
        Entry *entry = self->entries->pdata[i];

        if (rate (entry->folded, split) == wanted)
          g_ptr_array_add (matches, &entry->public);
      }
  return matches;
}
