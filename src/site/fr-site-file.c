/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-site-file.h"

#include <stdio.h>
#include <string.h>

#include "fr-document.h"
#include "fr-fences.h"
#include "fr-file.h"
#include "fr-image-size.h"
#include "fr-values.h"

/* Most front matter ends within the first; no page has more of it than the second. */
#define FIRST_BYTES 4096
#define MOST_BYTES  (8 << 20)

/* The clocks of file systems go by steps of at most 10 ms. */
#define SETTLED_NS (50 * G_GINT64_CONSTANT (1000000))

typedef struct
{
  FrSiteFile  public;
  FrFileState state;
  gboolean    settled;
  FrSiteDepth depth;   /* what was read of it */
} Record;

gboolean
fr_path_is_page (const char *path)
{
  return g_str_has_suffix (path, ".md") || g_str_has_suffix (path, ".markdown") || g_str_has_suffix (path, ".html");
}

gboolean
fr_site_file_is_image (const FrSiteFile *self)
{
  return fr_image_is_name (self->path);
}

char *
fr_address_simplify (const char *address)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *decoded = g_uri_unescape_string (path, NULL);
  GString *simple = g_string_new (decoded != NULL ? decoded : path);

  if (*simple->str != '/')
    g_string_prepend_c (simple, '/');
  if (g_str_has_suffix (simple->str, ".html"))
    g_string_truncate (simple, simple->len - strlen (".html"));
  if (g_str_has_suffix (simple->str, "/index"))
    g_string_truncate (simple, simple->len - strlen ("index"));
  while (simple->len > 1 && simple->str[simple->len - 1] == '/')
    g_string_truncate (simple, simple->len - 1);
  return g_string_free (simple, FALSE);
}

gboolean
fr_file_state_is_settled (const FrFileState *state)
{
  gint64 age = g_get_real_time () * 1000 - state->changed;

  return ABS (age) > SETTLED_NS;
}

/* NULL where another file has taken its place: that one may be anything, and the next walk finds it. */
static GBytes *
read_start (FrSiteReading *reading, const FrWalkedFile *walked, gsize most)
{
  g_autofree char *path = g_build_filename (reading->root, walked->path, NULL);
  struct stat status;
  g_autoptr(GBytes) bytes = fr_file_read_start (path, most, &status, NULL);

  if (bytes == NULL || status.st_dev != walked->state.device || status.st_ino != walked->state.inode)
    return NULL;
  reading->left -= g_bytes_get_size (bytes);
  return g_steal_pointer (&bytes);
}

/* With its fences; NULL: there is none, or it goes on behind the bytes that were read. */
static GBytes *
cut_front_matter (GBytes *bytes, gboolean is_whole)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size), *line_end;
  FrFences fences;

  if (size == 0 || !fr_fences_find (text, size, &fences, NULL))
    return NULL;
  line_end = memchr (text + fences.end, '\n', size - fences.end);
  if (line_end == NULL && !is_whole)
    return NULL;
  return g_bytes_new_from_bytes (bytes, 0, line_end != NULL ? (gsize) (line_end + 1 - text) : size);
}

static gboolean
begins_with_fence (GBytes *bytes)
{
  const char *text = g_bytes_get_data (bytes, NULL);

  return g_bytes_get_size (bytes) > 6 && strncmp (text + (*text == '\xef' ? 3 : 0), "---", 3) == 0;
}

static GBytes *
read_front_matter (FrSiteReading *reading, const FrWalkedFile *walked)
{
  g_autoptr(GBytes) start = read_start (reading, walked, FIRST_BYTES);
  gboolean is_whole = start != NULL && g_bytes_get_size (start) < FIRST_BYTES;
  g_autoptr(GBytes) front_matter = start != NULL ? cut_front_matter (start, is_whole) : NULL, more = NULL;

  if (start == NULL || front_matter != NULL || is_whole || !begins_with_fence (start))
    return g_steal_pointer (&front_matter);
  more = read_start (reading, walked, MOST_BYTES);
  return more != NULL ? cut_front_matter (more, g_bytes_get_size (more) < MOST_BYTES) : NULL;
}

static char *
dup_text (FrDocument *document, const char *pointer)
{
  const FrNode *node = fr_document_get (document, pointer);

  return fr_value_is_there (node) ? fr_value_print (node) : NULL;
}

/* What lies in a folder like "_posts" or "_hidden" is not published where it lies. */
static char *
find_address (const FrSiteFile *page)
{
  g_autofree char *own = g_strndup (page->path, strrchr (page->path, '.') - page->path);

  if (page->permalink != NULL)
    return fr_address_simplify (page->permalink);
  return *own == '_' || strstr (own, "/_") != NULL ? NULL : fr_address_simplify (own);
}

/* "news/a/_posts/2026-03-01-open-day.md" → where its name begins; NULL: no post */
static const char *
find_post_name (const char *path)
{
  static const char form[] = "dddd-dd-dd-";
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path;
  gsize above = name - path, i;

  for (i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (name[i]) : name[i] != '-')
      return NULL;
  if (name[i] == '.' || above < strlen ("_posts/") || strncmp (name - strlen ("_posts/"), "_posts/", strlen ("_posts/")) != 0)
    return NULL;
  return above == strlen ("_posts/") || name[-(gssize) strlen ("/_posts/")] == '/' ? name : NULL;
}

/* "2026-03-01-open-DAY.md" → "Open Day", as Jekyll calls a post without a title. */
static char *
make_title (const char *name)
{
  const char *slug_start = name + strlen ("2026-03-01-");
  g_autofree char *slug = g_strndup (slug_start, strrchr (slug_start, '.') - slug_start);
  g_autofree char *lowered = g_ascii_strdown (slug, -1);
  g_auto(GStrv) words = g_strsplit (lowered, "-", -1);

  for (char **word = words; *word != NULL; word++)
    **word = g_ascii_toupper (**word);
  return g_strjoinv (" ", words);
}

/* "2026-03-01 10:00:00 +0800"; the day of the name where the post says none. */
static void
take_date (FrSiteFile *self, FrDocument *document, const char *name)
{
  g_autofree char *text = fr_value_print (fr_document_get (document, "/date"));
  int year, month, day, hour = 0, minute = 0, second = 0, zone = 0;
  int found = sscanf (text, "%4d-%2d-%2d%*[ T]%2d:%2d:%2d %5d", &year, &month, &day, &hour, &minute, &second, &zone);
  g_autoptr(GDateTime) date = NULL;

  if (found < 3)
    sscanf (name, "%4d-%2d-%2d", &year, &month, &day);
  self->post_has_time = found > 3;
  date = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (date != NULL)
    self->post_seconds = g_date_time_to_unix (date) - (zone / 100 * 60 + zone % 100) * 60;
}

static void
add_category (GPtrArray *categories, const char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (categories, name, g_str_equal, NULL))
    g_ptr_array_add (categories, g_strdup (name));
}

/* A text is a list of words. */
static void
add_own_categories (GPtrArray *categories, const FrNode *own)
{
  g_autofree char *text = fr_value_is_there (own) ? fr_value_print (own) : g_strdup ("");
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);

  if (fr_node_get_type (own) != FR_TYPE_SEQUENCE)
    for (char **word = words; *word != NULL; word++)
      add_category (categories, *word);
  else
    for (unsigned i = 0; i < fr_node_count (own); i++)
      {
        g_autofree char *item = fr_value_print (fr_node_get_item (own, i));

        add_category (categories, item);
      }
}

static char **
list_categories (const FrSiteFile *self, FrDocument *document, const char *name)
{
  gssize above = name - self->path - (gssize) strlen ("/_posts/");
  g_autofree char *folder = g_strndup (self->path, MAX (above, 0));
  g_auto(GStrv) folders = g_strsplit (folder, "/", -1);
  GPtrArray *categories = g_ptr_array_new ();

  for (char **one = folders; *one != NULL; one++)
    add_category (categories, *one);
  add_own_categories (categories, fr_document_get (document, "/category"));
  add_own_categories (categories, fr_document_get (document, "/categories"));
  g_ptr_array_add (categories, NULL);
  return (char **) g_ptr_array_free (categories, FALSE);
}

static gboolean
is_draft (FrDocument *document)
{
  const FrNode *published = fr_document_get (document, "/published");

  return fr_node_get_type (published) == FR_TYPE_BOOLEAN && !fr_node_is_true (published);
}

static void
take_post (FrSiteFile *self, FrDocument *document)
{
  const char *name = find_post_name (self->path);

  if (name == NULL || is_draft (document))
    return;
  self->post_categories = list_categories (self, document, name);
  take_date (self, document, name);
  self->post_file = dup_text (document, "/file_url");
  self->post_external = dup_text (document, "/external");
  self->post_is_link = g_strcmp0 (fr_node_get_text (fr_document_get (document, "/layout")), "link") == 0;
  if (self->title == NULL)
    self->title = make_title (name);
}

static void
read_page (FrSiteFile *self, FrSiteReading *reading, const FrWalkedFile *walked)
{
  g_autoptr(GBytes) bytes = read_front_matter (reading, walked);
  g_autoptr(FrDocument) document = bytes != NULL ? fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL) : NULL;

  if (document == NULL)
    return;
  self->is_page = TRUE;
  self->title = dup_text (document, "/title");
  self->third_nav_title = dup_text (document, "/third_nav_title");
  self->permalink = dup_text (document, "/permalink");
  self->address = find_address (self);
  take_post (self, document);
}

static void
read_image (FrSiteFile *self, FrSiteReading *reading, const FrWalkedFile *walked)
{
  static const gsize lengths[] = { FR_IMAGE_FIRST_BYTES, FR_IMAGE_MOST_BYTES };

  for (unsigned i = 0; i < G_N_ELEMENTS (lengths) && self->width == 0; i++)
    {
      g_autoptr(GBytes) bytes = read_start (reading, walked, lengths[i]);
      gsize length = 0;
      const guchar *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

      if (data == NULL || fr_image_measure (data, length, &self->width, &self->height) || length < lengths[i])
        return;
    }
}

static gboolean
is_still_true (const Record *record, const FrWalkedFile *walked, FrSiteDepth depth)
{
  return record->settled && record->depth >= depth && fr_file_state_equal (&record->state, &walked->state);
}

FrSiteFile *
fr_site_file_read (FrSiteReading *reading, const FrWalkedFile *walked, FrSiteFile *before)
{
  Record *record;
  FrSiteFile *self;

  if (before != NULL && is_still_true ((Record *) before, walked, reading->depth))
    return fr_site_file_ref (before);
  record = g_atomic_rc_box_new0 (Record);
  record->state = walked->state;
  record->settled = fr_file_state_is_settled (&walked->state);
  record->depth = reading->left > 0 ? reading->depth : FR_SITE_FILES;
  self = &record->public;
  self->path = g_strdup (walked->path);
  self->bytes = walked->state.bytes;
  self->modified = walked->state.modified;
  if (record->depth >= FR_SITE_PAGES && fr_path_is_page (self->path))
    read_page (self, reading, walked);
  else if (record->depth >= FR_SITE_IMAGES && fr_site_file_is_image (self))
    read_image (self, reading, walked);
  return self;
}

FrSiteFile *
fr_site_file_ref (FrSiteFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FrSiteFile *self = data;

  g_free (self->path);
  g_free (self->title);
  g_free (self->third_nav_title);
  g_free (self->permalink);
  g_free (self->address);
  g_strfreev (self->post_categories);
  g_free (self->post_external);
  g_free (self->post_file);
}

void
fr_site_file_unref (FrSiteFile *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
