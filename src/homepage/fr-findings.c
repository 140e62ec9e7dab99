#include "fr-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-kinds.h"
#include "fr-navigation.h"
#include "fr-pointer.h"
#include "fr-values.h"

/* What the web editor puts into new sections, often left behind (RULES.md). */
static const char * const default_texts[] = {
  "Hero title", "Hero subtitle", "Key Highlight Title", "Key Highlight description", "Infobar", "Infobar Title",
  "Infobar Subtitle", "Infobar description", "Infopic", "Infopic Title", "Infopic Subtitle", "Infopic description",
  "Add an image and text", "Add informational text", "Button Text", "Image alt text", "Brief site description here",
  "Hero Dropdown Title", "Hero Dropdown Element Title", "New Announcement", "Announcement content",
  "Text card description", "Card description", "Infobox description", "Isomer Site", NULL
};

typedef struct
{
  FrDocument *document;
  FrSite     *site;
  GPtrArray  *findings;
} Search;

void
fr_finding_free (FrFinding *finding)
{
  g_free (finding->message);
  g_free (finding->pointer);
  g_free (finding->file);
  g_free (finding);
}

static void
report (Search *search, FrSeverity severity, const char *rule, const char *pointer, const FrNode *node, char *message)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { severity, rule, message, g_strdup (pointer), fr_node_get_start (node) };
  finding->place = fr_document_get_place (search->document, finding->offset);
  g_ptr_array_add (search->findings, finding);
}

/* Characters that a reader sees: tags are not counted. */
static unsigned
visible_length (const char *text)
{
  unsigned length = 0;
  gboolean in_tag = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (*text == '<' || *text == '>')
      in_tag = *text == '<';
    else
      length += !in_tag;
  return length;
}

static void
check_text (Search *search, const FrField *field, const FrNode *value, const char *pointer)
{
  const char *text = fr_node_get_text (value);
  unsigned length = text != NULL ? visible_length (text) : 0;

  if (text == NULL)
    return;
  if (field->max_length > 0 && length > field->max_length)
    report (search, FR_SEVERITY_WARNING, "too-long", pointer, value,
            g_strdup_printf (_("“%s” has %u characters; the web editor allows %u"), _(field->label), length, field->max_length));
  if (g_strv_contains (default_texts, text))
    report (search, FR_SEVERITY_WARNING, "default-text", pointer, value,
            g_strdup_printf (_("“%s” still holds the text that every new section begins with: “%s”"), _(field->label), text));
}

static void
check_image (Search *search, const FrField *field, const FrNode *value, const char *pointer)
{
  g_autofree char *address = fr_value_print (value);
  FrPresence presence;

  if (*address == '\0' || fr_value_is_external (value))
    return;
  presence = fr_site_look_up (search->site, address, NULL);
  if (presence == FR_PRESENCE_MISSING || presence == FR_PRESENCE_OTHER_CASE)
    report (search, FR_SEVERITY_ERROR, "image-not-found", pointer, value,
            g_strdup_printf (_("There is no file “%s” in the site's folder, so the page shows no picture"), address));
}

static void check_fields (Search *search, const FrField *fields, const FrNode *mapping, const char *pointer);

static void
check_list (Search *search, const FrField *field, const FrNode *list, const char *pointer)
{
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;

  if (field->max_items > 0 && count > field->max_items)
    report (search, FR_SEVERITY_WARNING, "too-many", pointer, fr_node_get_item (list, field->max_items),
            g_strdup_printf (_("The page shows the first %u of these only; there are %u"), field->max_items, count));
  for (unsigned i = 0; i < count; i++)
    {
      g_autofree char *item = fr_pointer_join_index (pointer, i);

      check_fields (search, field->fields, fr_node_get_item (list, i), item);
    }
}

static void
check_field (Search *search, const FrField *field, const FrNode *value, const char *pointer)
{
  switch (field->type)
    {
    case FR_FIELD_IMAGE:
      check_image (search, field, value, pointer);
      break;
    case FR_FIELD_GROUP:
      check_fields (search, field->fields, value, pointer);
      break;
    case FR_FIELD_LIST:
      check_list (search, field, value, pointer);
      break;
    default:
      check_text (search, field, value, pointer);
      break;
    }
}

static void
check_fields (Search *search, const FrField *fields, const FrNode *mapping, const char *pointer)
{
  for (; fields->name != NULL; fields++)
    {
      const FrNode *value = *fields->name == '\0' ? mapping : fr_node_lookup (mapping, fields->name);
      g_autofree char *below = *fields->name == '\0' ? g_strdup (pointer) : fr_pointer_join (pointer, fields->name);

      if (fr_value_is_there (value))
        check_field (search, fields, value, below);
    }
}

/* A button is drawn only where it has a text and an address. */
static void
check_pair (Search *search, const FrNode *mapping, const char *text, const char *address, const char *pointer)
{
  const FrNode *one = fr_node_lookup (mapping, text);
  const FrNode *other = fr_node_lookup (mapping, address);

  if (fr_value_is_there (one) && !fr_value_is_there (other))
    report (search, FR_SEVERITY_WARNING, "link-incomplete", pointer, one,
            g_strdup (_("The link has a text but no address, so the page does not show it")));
  else if (fr_value_is_there (other) && !fr_value_is_there (one))
    report (search, FR_SEVERITY_WARNING, "link-incomplete", pointer, other,
            g_strdup (_("The link has an address but no text, so the page does not show it")));
}

static void
check_infopic (Search *search, const FrNode *infopic, const char *pointer)
{
  gboolean image = fr_value_is_there (fr_node_lookup (infopic, "image"));

  if (image && fr_value_is_there (fr_node_lookup (infopic, "alt")))
    return;
  report (search, FR_SEVERITY_ERROR, image ? "alt-missing" : "image-missing", pointer, infopic,
          g_strdup (image ? _("The alternative text is missing, so the page shows an error instead of the picture")
                          : _("The image is missing, so the page shows an error in its place")));
}

static void
check_section (Search *search, const FrKind *kind, const FrNode *value, const char *pointer)
{
  if (strcmp (kind->name, "infopic") == 0)
    check_infopic (search, value, pointer);
  if (strcmp (kind->name, "infocols") == 0)
    check_pair (search, value, "linktext", "url", pointer);
  else if (strcmp (kind->name, "hero") != 0 || !fr_value_is_there (fr_node_lookup (value, "dropdown")))
    check_pair (search, value, "button", "url", pointer);
  check_fields (search, kind->fields, value, pointer);
}

static void
check_item (Search *search, const FrNode *item, unsigned index)
{
  g_autofree char *pointer = fr_pointer_join_index ("/sections", index);
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);
  const FrNode *hero = fr_node_lookup (item, "hero");

  if (index == 0 && !fr_value_is_there (hero))
    report (search, FR_SEVERITY_ERROR, "hero-first", pointer, item,
            g_strdup (_("The first section must be a hero; the page shows an error in its place")));
  if (index > 0 && fr_value_is_there (hero))
    report (search, FR_SEVERITY_ERROR, "hero-not-first", pointer, item,
            g_strdup (_("The page shows a hero only as the first section; this one is not drawn")));
  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (item, kinds[i].name);
      g_autofree char *below = fr_pointer_join (pointer, kinds[i].name);

      if (fr_value_is_there (value) && !g_str_equal (kinds[i].name, "resources"))
        check_section (search, &kinds[i], value, below);
      else if (fr_value_is_there (value))
        check_fields (search, kinds[i].fields, value, below);
    }
}

/* Takes the path. What is wrong with a file as a whole has no place in it. */
static void
report_file (Search *search, char *path, const GError *error)
{
  FrFinding *finding = g_new0 (FrFinding, 1);

  *finding = (FrFinding) { FR_SEVERITY_ERROR, "site-file-broken", NULL, g_strdup (""), 0, path, fr_error_get_place (error) };
  if (finding->place.line == 0)
    finding->place = (FrPlace) { 1, 1 };
  finding->message = g_strdup_printf (_("The site cannot be published, as this file cannot be read as YAML: %s"),
                                      error->message);
  g_ptr_array_add (search->findings, finding);
}

/* They are not part of the document: reported before it. */
static void
check_site (Search *search)
{
  static const char * const files[] = { "_config.yml", FR_NAVIGATION_FILE, FR_FOOTER_FILE };

  for (unsigned i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const GError *problem = fr_site_get_problem (search->site, files[i]);

      if (problem != NULL)
        report_file (search, g_build_filename (g_file_peek_path (fr_site_get_folder (search->site)), files[i], NULL), problem);
    }
}

static int
by_offset (gconstpointer a, gconstpointer b)
{
  const FrFinding *one = *(FrFinding **) a, *other = *(FrFinding **) b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

GPtrArray *
fr_findings_list (FrDocument *document, FrSite *site)
{
  Search search = { document, site, g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free) };
  const FrNode *root = fr_document_get_root (document);
  const FrNode *sections = fr_node_lookup (root, "sections");

  check_site (&search);
  check_fields (&search, fr_page_settings_fields (), root, "");
  for (unsigned i = 0; fr_node_get_type (sections) == FR_TYPE_SEQUENCE && i < fr_node_count (sections); i++)
    check_item (&search, fr_node_get_item (sections, i), i);
  g_ptr_array_sort (search.findings, by_offset);
  return search.findings;
}
