/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-known-files.h"
#include "fr-plain-text.h"
#include "fr-pointer.h"
#include "fr-values.h"

/* Where the check is. Pointers are written only for what is found: there is nothing to say of most values. */
typedef struct _Spot Spot;

struct _Spot
{
  const Spot *above;
  const char *name;   /* the key; NULL: `index`; "": the same as above */
  unsigned    index;
};

typedef struct
{
  const char *holder;  /* the pointer by which the table knows the part */
  FrSite     *site;
  GPtrArray  *problems;
} Check;

void
fr_problem_free (FrProblem *problem)
{
  g_free (problem->message);
  g_free (problem->brief);
  g_free (problem->path);
  g_free (problem->spot);
  g_free (problem->field);
  g_free (problem->leftover);
  g_free (problem);
}

static char *
to_path (const Spot *spot)
{
  g_autofree char *above = spot->above != NULL ? to_path (spot->above) : NULL;

  if (above == NULL)
    return g_strdup ("");
  if (spot->name == NULL)
    return fr_pointer_join_index (above, spot->index);
  return *spot->name == '\0' ? g_steal_pointer (&above) : fr_pointer_join (above, spot->name);
}

static char *
describe (Check *check, const Spot *spot)
{
  g_autofree char *path = to_path (spot);
  g_autofree char *pointer = g_strconcat (check->holder, path, NULL);

  return fr_kinds_describe (pointer);
}

/* Takes the message. About `about`, it shows at `spot`, and is mended there. */
static FrProblem *
report (Check *check, FrSeverity severity, const char *rule, const Spot *about, const Spot *spot, char *message)
{
  FrProblem *problem = g_new0 (FrProblem, 1);

  *problem = (FrProblem) { severity, rule, message, NULL, to_path (about), to_path (spot), to_path (spot) };
  g_ptr_array_add (check->problems, problem);
  return problem;
}

static void
mend_at (FrProblem *problem, const Spot *field)
{
  g_free (problem->field);
  problem->field = to_path (field);
}

static void
check_length (Check *check, const FrField *field, const char *text, const Spot *spot)
{
  unsigned length = fr_plain_text_length (text);
  g_autofree char *name = NULL;

  if (length <= field->max_length)
    return;
  name = describe (check, spot);
  report (check, FR_SEVERITY_WARNING, "too-long", spot, spot,
          g_strdup_printf (_("“%s” has %u characters; the web editor allows %u"), name, length, field->max_length));
}

/* What the page does not need can go. */
static void
report_default_text (Check *check, const FrField *field, const char *text, const Spot *spot)
{
  g_autofree char *name = describe (check, spot);
  FrProblem *problem;

  problem = report (check, FR_SEVERITY_WARNING, "default-text", spot, spot,
                    g_strdup_printf (_("“%s” still holds the text that every new section begins with: “%s”"), name, text));
  problem->brief = g_strdup (_("This is still the text that every new section begins with"));
  problem->leftover = field->missing_rule == NULL ? to_path (spot) : NULL;
}

static void
check_text (Check *check, const FrField *field, const FrNode *value, const Spot *spot)
{
  const char *text = fr_node_get_text (value);
  gsize bytes = fr_node_get_length (value);

  if (text == NULL)
    return;
  if (field->max_length > 0 && bytes > field->max_length)
    check_length (check, field, text, spot);
  if (fr_kinds_is_default_text (text, bytes))
    report_default_text (check, field, text, spot);
}

static void
check_image (Check *check, const FrNode *value, const Spot *spot)
{
  g_autofree char *address = fr_value_print (value);

  if (fr_known_files_have_image (check->site, address))
    return;
  report (check, FR_SEVERITY_ERROR, "image-not-found", spot, spot,
          g_strdup_printf (_("There is no file “%s” in the site's folder, so the page shows no picture"), address));
}

static void check_fields (Check *check, const FrField *fields, const FrNode *mapping, const Spot *spot);

static void
check_list (Check *check, const FrField *field, const FrNode *list, const Spot *spot)
{
  unsigned count = fr_node_get_type (list) == FR_TYPE_SEQUENCE ? fr_node_count (list) : 0;

  if (field->max_items > 0 && count > field->max_items)
    mend_at (report (check, FR_SEVERITY_WARNING, "too-many", spot, &(Spot) { spot, NULL, field->max_items },
                     g_strdup_printf (_("The page shows the first %u of these only; there are %u"), field->max_items, count)),
             spot);
  for (unsigned i = 0; i < count; i++)
    check_fields (check, field->fields, fr_node_get_item (list, i), &(Spot) { spot, NULL, i });
}

static void
check_value (Check *check, const FrField *field, const FrNode *value, const Spot *spot)
{
  switch (field->type)
    {
    case FR_FIELD_IMAGE:
      check_image (check, value, spot);
      break;
    case FR_FIELD_GROUP:
      check_fields (check, field->fields, value, spot);
      break;
    case FR_FIELD_LIST:
      check_list (check, field, value, spot);
      break;
    default:
      check_text (check, field, value, spot);
      break;
    }
}

static const char *
say_incomplete (const FrField *address, gboolean named)
{
  if (address->always_links)
    return _("The link has a text but no address, so it leads back to the homepage");
  return named ? _("The link has a text but no address, so the page does not show it")
               : _("The link has an address but no text, so the page does not show it");
}

/* A link needs both its text and its address, which is the field `address`. */
static void
check_link (Check *check, const FrField *address, const FrNode *mapping, const Spot *spot)
{
  gboolean linked = fr_value_is_there (fr_node_lookup (mapping, address->name));
  gboolean named = fr_value_is_there (fr_node_lookup (mapping, address->link_text));
  Spot half = { spot, named ? address->link_text : address->name };
  FrProblem *problem;

  if (named == linked || (address->always_links && linked) ||
      (address->link_instead != NULL && fr_value_is_there (fr_node_lookup (mapping, address->link_instead))))
    return;
  problem = report (check, FR_SEVERITY_WARNING, "link-incomplete", spot, &half,
                    g_strdup (say_incomplete (address, named)));
  mend_at (problem, &(Spot) { spot, named ? address->name : address->link_text });
  problem->leftover = to_path (&half);
}

/* What the fields are to each other. Where several that are required are missing, the page says one thing in place of
 * all of them. */
static void
check_mapping (Check *check, const FrField *fields, const FrNode *mapping, const Spot *spot)
{
  gboolean complete = TRUE;

  for (; fields->name != NULL; fields++)
    {
      if (complete && fields->missing_rule != NULL && !fr_value_is_there (fr_node_lookup (mapping, fields->name)))
        {
          mend_at (report (check, FR_SEVERITY_ERROR, fields->missing_rule, spot, spot, g_strdup (_(fields->missing_message))),
                   &(Spot) { spot, fields->name });
          complete = FALSE;
        }
      if (fields->link_text != NULL)
        check_link (check, fields, mapping, spot);
    }
}

static void
check_fields (Check *check, const FrField *fields, const FrNode *mapping, const Spot *spot)
{
  check_mapping (check, fields, mapping, spot);
  for (; fields->name != NULL; fields++)
    {
      const FrNode *value = *fields->name == '\0' ? mapping : fr_node_lookup (mapping, fields->name);

      if (fr_value_is_there (value))
        check_value (check, fields, value, &(Spot) { spot, fields->name });
    }
}

static Check
start (const char *holder, FrSite *site)
{
  return (Check) { holder, site, g_ptr_array_new_with_free_func ((GDestroyNotify) fr_problem_free) };
}

GPtrArray *
fr_check_settings (const FrNode *root, FrSite *site)
{
  Check check = start ("", site);

  check_fields (&check, fr_page_settings_fields (), root, &(Spot) { NULL });
  return check.problems;
}

GPtrArray *
fr_check_section (const FrNode *item, FrSite *site)
{
  Check check = start ("/sections/0", site);
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);
  const Spot top = { NULL };

  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (item, kinds[i].name);

      if (fr_value_is_there (value))
        check_fields (&check, kinds[i].fields, value, &(Spot) { &top, kinds[i].name });
    }
  return check.problems;
}
