#include "fr-pages.h"

#include <string.h>

#include "fr-file.h"

/* Deeper than any site; a link that leads back up must not walk for ever. */
#define MAX_DEPTH 12

/* "/visit/", "/visit/index.html", "/visit.html" and "/visit" are one page to a web server. */
static char *
simplify (const char *address)
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

static gboolean
is_page_name (const char *name)
{
  return g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown") || g_str_has_suffix (name, ".html");
}

/* Without a permalink a page is where its file is; what lies in a folder like "_posts" has another rule then. */
static void
add_page (GHashTable *pages, const char *file, const char *path)
{
  g_autoptr (GBytes) bytes = fr_file_read (file, NULL);
  g_autoptr (FrDocument) document = bytes != NULL ? fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL) : NULL;
  const char *permalink = document != NULL ? fr_node_get_text (fr_document_get (document, "/permalink")) : NULL;
  g_autofree char *own = g_strndup (path, strrchr (path, '.') - path);

  if (document == NULL || (permalink == NULL && (*path == '_' || strstr (path, "/_") != NULL)))
    return;
  g_hash_table_insert (pages, simplify (permalink != NULL ? permalink : own), g_strdup (path));
}

static void
read_folder (GHashTable *pages, const char *folder, const char *path, unsigned depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && depth < MAX_DEPTH && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *below = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);

      if (*name == '.' || g_str_equal (name, "node_modules") || g_str_equal (name, "_site") ||
          g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        read_folder (pages, file, below, depth + 1);
      else if (is_page_name (name))
        add_page (pages, file, below);
    }
}

GHashTable *
fr_pages_read (FrSite *site)
{
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_folder (pages, g_file_peek_path (fr_site_get_folder (site)), "", 0);
  return pages;
}

static char *
find_file (FrSite *site, const char *address)
{
  g_autofree char *path = fr_site_resolve (site, address);
  g_autofree char *root = fr_site_resolve (site, "/");

  if (path == NULL || root == NULL || is_page_name (path) || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_strdup (path + strlen (root) + 1);
}

char *
fr_pages_find (GHashTable *pages, FrSite *site, const char *href)
{
  const char *base = fr_site_get_base_url (site);
  gsize length = strlen (base);
  const char *address = strncmp (href, base, length) == 0 && strchr ("/?#", href[length]) != NULL ? href + length : href;
  g_autofree char *simple = simplify (address);
  const char *page = g_hash_table_lookup (pages, simple);

  return page != NULL ? g_strdup (page) : find_file (site, address);
}
