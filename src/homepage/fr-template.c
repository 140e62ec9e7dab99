/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-template.h"

#include <string.h>
#include <tmpl-glib.h>

#include "fr-file.h"
#include "fr-values.h"
#include "homepage-resources.h"

#define FOLDER "/io/github/frontage/Frontage/homepage/"

/* A document of files does not let this scheme load: for an image that is missing or outside of the site. */
#define NOWHERE "frontage-site://"

typedef struct
{
  const FrRendering  *rendering;
  const char         *name;
  const FrNode       *mapping;
  const FrField      *fields;
  const char         *at;
  const char * const *extra;
} Frame;

static GBytes *
look_up (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".tmpl", NULL);

  return g_resource_lookup_data (homepage_get_resource (), path, 0, NULL);
}

gboolean
fr_template_exists (const char *name)
{
  g_autoptr(GBytes) text = look_up (name);

  return text != NULL;
}

/* Each thread has its own: what a template is made of is not made to be shared. */
static GHashTable *
get_templates (void)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *templates = g_private_get (&private);

  if (templates == NULL)
    {
      templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&private, templates);
    }
  return templates;
}

/* Parsed once. They come with the program, so that they are there and parse is a matter for the tests. */
static TmplTemplate *
get_template (const char *name, GError **error)
{
  GHashTable *templates = get_templates ();
  TmplTemplate *found = g_hash_table_lookup (templates, name);
  g_autoptr(TmplTemplate) parsed = NULL;
  g_autoptr(GBytes) text = NULL;

  if (found != NULL)
    return found;
  text = look_up (name);
  parsed = tmpl_template_new (NULL);
  if (!tmpl_template_parse_string (parsed, text != NULL ? g_bytes_get_data (text, NULL) : "", error))
    return NULL;
  found = g_steal_pointer (&parsed);
  g_hash_table_insert (templates, g_strdup (name), found);
  return found;
}

static char *
encode_path (const char *address)
{
  return g_uri_escape_string (address, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#%&=[]", TRUE);
}

static char *
to_data_uri (const FrRendering *rendering, const char *address)
{
  g_autofree char *path = fr_site_resolve (rendering->site, address);
  g_autoptr(GBytes) bytes = path != NULL ? fr_file_read (path, NULL) : NULL;
  g_autofree char *content = NULL, *mime = NULL, *base64 = NULL;

  if (bytes == NULL)
    return encode_path (address);
  content = g_content_type_guess (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  mime = g_content_type_get_mime_type (content);
  base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strdup_printf ("data:%s;base64,%s", mime, base64);
}

char *
fr_template_image (const FrRendering *rendering, const char *address)
{
  g_autofree char *encoded = encode_path (address);
  g_autofree char *folder = NULL, *path = NULL;
  const char *slash = *encoded == '/' ? "" : "/";

  if (fr_address_is_external (address))
    return g_steal_pointer (&encoded);
  switch (rendering->images)
    {
    case FR_IMAGES_AS_DATA_URIS:
      return to_data_uri (rendering, address);
    case FR_IMAGES_AS_FILE_URIS:
      path = fr_site_resolve (rendering->site, address);
      if (path == NULL)
        return g_strconcat (NOWHERE, slash, encoded, NULL);
      folder = g_file_get_uri (fr_site_get_folder (rendering->site));
      return g_strconcat (folder, slash, encoded, NULL);
    default:
      return g_strconcat ("frontage-site://", slash, encoded, NULL);
    }
}

static char *
render_items (const Frame *frame, const char *name, const FrNode *list)
{
  const FrField *field = fr_field_find (frame->fields, name);
  g_autofree char *template = g_strconcat (frame->name, "-", name, NULL);
  GString *html = g_string_new (NULL);
  unsigned count = fr_node_count (list);

  if (field == NULL || fr_node_get_type (list) != FR_TYPE_SEQUENCE)
    return g_string_free (html, FALSE);
  for (unsigned i = 0; i < count && (field->max_items == 0 || i < field->max_items); i++)
    {
      g_autofree char *at = *name == '\0' ? g_strdup_printf ("%s%u/", frame->at, i)
                                          : g_strdup_printf ("%s%s/%u/", frame->at, name, i);
      g_autofree char *item = fr_template_render (frame->rendering, template, fr_node_get_item (list, i),
                                                  field->fields, at, NULL);

      g_string_append (html, item);
    }
  return g_string_free (html, FALSE);
}

static char *
render_group (const Frame *frame, const char *name, const FrNode *mapping)
{
  const FrField *field = fr_field_find (frame->fields, name);
  g_autofree char *template = g_strconcat (frame->name, "-", name, NULL);
  g_autofree char *at = g_strconcat (frame->at, name, "/", NULL);

  return field == NULL ? g_strdup ("") : fr_template_render (frame->rendering, template, mapping, field->fields, at, NULL);
}

static unsigned
count_drawn (const Frame *frame, const char *name, const FrNode *list)
{
  const FrField *field = fr_field_find (frame->fields, name);
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;

  return field != NULL && field->max_items > 0 ? MIN (count, field->max_items) : count;
}

static const char *
choose (const Frame *frame, const char *name, const FrNode *value)
{
  const FrField *field = fr_field_find (frame->fields, name);

  return fr_field_choose (field, fr_node_get_text (value));
}

/* The text of "x" or "x_href" …; NULL where the name has no such ending. */
static char *
derive_text (const Frame *frame, const char *ending, const char *name, const FrNode *value)
{
  g_autofree char *text = NULL;

  if (*ending == '\0')
    return fr_value_print (value);
  if (strcmp (ending, "_href") == 0)
    return fr_value_to_href (value, frame->rendering->site);
  if (strcmp (ending, "_items") == 0)
    return render_items (frame, name, value);
  if (strcmp (ending, "_group") == 0)
    return render_group (frame, name, value);
  if (strcmp (ending, "_choice") == 0)
    return g_strdup (choose (frame, name, value));
  if (strcmp (ending, "_count") == 0)
    return g_strdup_printf ("%u", count_drawn (frame, name, value));
  if (strcmp (ending, "_src") != 0)
    return NULL;
  text = fr_value_print (value);
  return fr_template_image (frame->rendering, text);
}

static void
derive (const Frame *frame, const char *wanted, TmplSymbol *symbol)
{
  const char *underscore = strrchr (wanted, '_');
  static const char * const endings[] = { "_there", "_href", "_external", "_src", "_choice", "_items", "_count", "_group",
                                          NULL };
  const char *ending = underscore != NULL && g_strv_contains (endings, underscore) ? underscore : "";
  g_autofree char *name = g_strndup (wanted, strlen (wanted) - strlen (ending));
  const FrNode *value = *name == '\0' || strcmp (name, "self") == 0 ? frame->mapping : fr_node_lookup (frame->mapping, name);
  g_auto(GValue) result = G_VALUE_INIT;
  const char *key = strcmp (name, "self") == 0 ? "" : name;

  if (strcmp (ending, "_there") == 0 || strcmp (ending, "_external") == 0)
    {
      g_value_init (&result, G_TYPE_BOOLEAN);
      g_value_set_boolean (&result, ending[1] == 't' ? fr_value_is_there (value) : fr_value_is_external (value));
    }
  else
    {
      g_value_init (&result, G_TYPE_STRING);
      g_value_take_string (&result, derive_text (frame, ending, key, value));
    }
  tmpl_symbol_assign_value (symbol, &result);
}

static const char *
find_extra (const Frame *frame, const char *name)
{
  for (const char * const *pair = frame->extra; pair != NULL && *pair != NULL; pair += 2)
    if (strcmp (pair[0], name) == 0)
      return pair[1];
  return strcmp (name, "at") == 0 ? frame->at : NULL;
}

static gboolean
resolve (TmplScope *scope, const char *name, TmplSymbol **symbol, gpointer data)
{
  const Frame *frame = data;
  const char *extra = find_extra (frame, name);

  *symbol = tmpl_symbol_new ();
  if (extra != NULL)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, extra);
      tmpl_symbol_assign_value (*symbol, &value);
    }
  else
    derive (frame, name, *symbol);
  return TRUE;
}

char *
fr_template_render (const FrRendering *rendering, const char *name, const FrNode *mapping,
                    const FrField *fields, const char *at, const char * const *extra)
{
  Frame frame = { rendering, name, mapping, fields, at, extra };
  g_autoptr(TmplScope) scope = tmpl_scope_new ();
  g_autoptr(GError) error = NULL;
  TmplTemplate *template = get_template (name, &error);
  char *html;

  tmpl_scope_set_resolver (scope, resolve, &frame, NULL);
  html = template != NULL ? tmpl_template_expand_string (template, scope, &error) : NULL;
  if (html != NULL)
    return html;
  /* A fault of ours is no reason for the page, and what was typed into it, to go. */
  return g_markup_printf_escaped ("<p class=\"missing\">%s: %s</p>", name, error->message);
}

GBytes *
fr_template_style (void)
{
  return g_resource_lookup_data (homepage_get_resource (), FOLDER "style.css", 0, NULL);
}
