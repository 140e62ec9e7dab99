/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that belong together: a link's text and its address, a picture and what it is said to show, texts side by side. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-image-size.h"
#include "fr-values.h"

static gboolean
is_blank (const FrNode *value)
{
  const char *text = fr_node_get_text (value);

  return fr_node_get_type (value) == FR_TYPE_STRING && text[strspn (text, " \t\n")] == '\0';
}

/* Without capitals and spaces at the ends. */
static gboolean
is_same_text (const FrNode *value, const FrNode *other)
{
  const char *text = fr_node_get_text (value), *other_text = fr_node_get_text (other);

  return fr_node_get_type (value) == FR_TYPE_STRING && other_text != NULL && !is_blank (value) &&
         g_ascii_strcasecmp (text, other_text) == 0;
}

static const char *
say_incomplete (const FrField *address, gboolean named)
{
  if (address->always_links)
    return _("The link has a text but no address, so it leads back to the homepage");
  return named ? _("The link has a text but no address, so the page does not show it")
               : _("The link has an address but no text, so the page does not show it");
}

static void
report_incomplete (FrCheck *check, const FrField *address, gboolean named, const FrSpot *spot)
{
  const FrSpot half = { spot, named ? address->link_text : address->name };
  FrProblem *problem;

  problem = fr_check_report (check, FR_RULE_LINK_INCOMPLETE, spot, say_incomplete (address, named));
  fr_problem_show_at (problem, &half);
  fr_problem_mend_at (problem, &(FrSpot) { spot, named ? address->name : address->link_text });
  fr_problem_take_away (problem, &half);
}

/* All of the link goes. */
static void
add_removal (FrProblem *problem, const FrField *address, const FrSpot *spot, gboolean safe)
{
  fr_problem_add_fix (problem, "remove", &(FrSpot) { spot, address->name }, NULL);
  fr_problem_add_fix (problem, "remove", &(FrSpot) { spot, address->link_text }, NULL);
  problem->safe = safe;
}

static gboolean
is_vague (const char *text)
{
  static const char * const words[] =
    { "click here", "here", "click", "link", "this link", "click me", "press here", "click this link", NULL };

  for (unsigned i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Both are there; the page makes a link of empty ones, too. */
static void
check_whole_link (FrCheck *check, const FrField *address, const FrNode *url, const FrNode *text, const FrSpot *spot)
{
  const FrSpot at_text = { spot, address->link_text }, at_url = { spot, address->name };

  if (is_blank (text))
    add_removal (fr_check_report (check, FR_RULE_LINK_TEXT_EMPTY, &at_text,
                                  _("The link has no words, so the page shows an empty one")),
                 address, spot, is_blank (url));
  else if (is_blank (url))
    add_removal (fr_check_report (check, FR_RULE_LINK_EMPTY, &at_url,
                                  _("The link's address is empty, so it leads back to the homepage")), address, spot, FALSE);
  else if (fr_node_get_text (text) != NULL && is_vague (fr_node_get_text (text)))
    fr_check_report (check, FR_RULE_LINK_TEXT_VAGUE, &at_text,
                     _("“%s” does not say where the link leads"), fr_node_get_text (text));
}

/* A link needs both its text and its address, which is the field `address`. */
void
fr_check_link (FrCheck *check, const FrField *address, const FrNode *mapping, const FrSpot *spot)
{
  const FrNode *url = fr_node_lookup (mapping, address->name), *text = fr_node_lookup (mapping, address->link_text);
  gboolean linked = fr_value_is_there (url), named = fr_value_is_there (text);

  if (address->link_instead != NULL && fr_value_is_there (fr_node_lookup (mapping, address->link_instead)))
    return;
  if (named && linked)
    check_whole_link (check, address, url, text, spot);
  else if (named != linked && !(address->always_links && linked))
    report_incomplete (check, address, named, spot);
}

/* Of a link whose text is no field of its own. */
static void
check_bare_link (FrCheck *check, const FrField *address, const FrNode *mapping, const FrSpot *spot)
{
  const FrSpot here = { spot, address->name };

  if (is_blank (fr_node_lookup (mapping, address->name)))
    fr_problem_take_away (fr_check_report (check, FR_RULE_LINK_EMPTY, &here,
                                           _("The link's address is empty, so it leads back to the homepage")), &here);
}

/* "IMG_2041.JPG", or the name of the file that it stands for, if that is no word. */
static gboolean
is_file_name (const char *alt, const char *image)
{
  const char *base = strrchr (image, '/') != NULL ? strrchr (image, '/') + 1 : image;
  const char *dot = strrchr (base, '.'), *ending = strrchr (alt, '.');
  gsize stem = dot != NULL ? (gsize) (dot - base) : strlen (base);

  if (ending != NULL && fr_image_is_name (ending) && strchr (ending, ' ') == NULL)
    return TRUE;
  return stem == strlen (alt) && g_ascii_strncasecmp (alt, base, stem) == 0 && strpbrk (alt, "_-0123456789") != NULL;
}

static gboolean
is_vague_alt (const char *alt)
{
  static const char * const words[] = {
    "image", "picture", "photo", "photograph", "pic", "img", "alt", "alt text", "alternative text", "banner", "logo", "icon",
    "graphic", "graphics", "infopic", "hero", "background", "an image", "a picture", "picture here", "image here", NULL
  };
  gsize length = strlen (alt);

  while (length > 0 && strchr (" 0123456789.", alt[length - 1]) != NULL)
    length--;
  for (unsigned i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (alt, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
check_alt (FrCheck *check, const FrField *image, const FrNode *mapping, const FrSpot *spot)
{
  const FrNode *address = fr_node_lookup (mapping, image->name), *alt = fr_node_lookup (mapping, image->alt);
  const FrSpot here = { spot, image->alt };
  const char *text = fr_node_get_text (alt);
  gboolean is_required = fr_field_find (image, image->alt)->missing_message != NULL;

  if (!fr_value_is_there (address) || is_blank (address) || fr_node_get_text (address) == NULL)
    return;
  if (!fr_value_is_there (alt) || is_blank (alt))
    {
      /* Where it may be missing, the title stands for it. */
      if (fr_value_is_there (alt) || (!is_required && fr_node_get_length (fr_node_lookup (mapping, "title")) == 0))
        fr_check_report (check, FR_RULE_ALT_EMPTY, &here, _("Nothing says what the picture shows"));
    }
  else if (text == NULL)
    return;
  else if (is_file_name (text, fr_node_get_text (address)))
    fr_check_report (check, FR_RULE_ALT_FILE_NAME, &here,
                     _("“%s” is the name of a file, and does not say what the picture shows"), text);
  else if (is_vague_alt (text))
    fr_check_report (check, FR_RULE_ALT_VAGUE, &here, _("“%s” does not say what the picture shows"), text);
  else if (is_same_text (alt, fr_node_lookup (mapping, "title")))
    fr_check_report (check, FR_RULE_ALT_REPEATED, &here,
                     _("“%s” is the title's text, and does not say what the picture shows"), text);
}

/* A title's words once more in one of the texts beside it. */
static void
check_repeated (FrCheck *check, const FrNode *mapping, const FrSpot *spot)
{
  static const char * const others[] = { "subtitle", "description", "announcement", NULL };
  const FrNode *title = fr_node_lookup (mapping, "title");

  for (unsigned i = 0; title != NULL && others[i] != NULL; i++)
    if (is_same_text (title, fr_node_lookup (mapping, others[i])))
      fr_problem_take_away (fr_check_report (check, FR_RULE_TEXT_REPEATED, &(FrSpot) { spot, others[i] },
                                             _("“%s” stands in the title, too"), fr_node_get_text (title)),
                            &(FrSpot) { spot, others[i] });
}

void
fr_check_pairs (FrCheck *check, const FrField *fields, const FrNode *mapping, const FrSpot *spot)
{
  for (const FrField *field = fields; field->name != NULL; field++)
    if (field->link_text != NULL)
      fr_check_link (check, field, mapping, spot);
    else if (field->type == FR_FIELD_ADDRESS)
      check_bare_link (check, field, mapping, spot);
    else if (field->alt != NULL)
      check_alt (check, field, mapping, spot);
  if (spot->above != NULL)
    check_repeated (check, mapping, spot);
}
