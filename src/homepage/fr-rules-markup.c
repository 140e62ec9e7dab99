/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML in texts: what is open, what is no HTML, what pages may not hold, and what is shown as letters. */
#include <glib/gi18n-lib.h>
#include <gumbo.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-plain-text.h"

/* Deeper than anybody writes; what is deeper is not looked at. */
#define MOST_OPEN 32

typedef struct
{
  FrCheck      *check;
  const FrSpot *spot;
  const char   *text;
  GumboTag      open[MOST_OPEN];
  unsigned      n_open;
  gboolean      told[FR_N_RULES];  /* one finding of a rule is enough for a text */
} Reading;

static void
report (Reading *it, FrRuleId rule, const char *sentence, const char *words)
{
  if (!it->told[rule])
    fr_check_report (it->check, rule, it->spot, sentence, words);
  it->told[rule] = TRUE;
}

static gboolean
is_one_of (GumboTag tag, const GumboTag *tags)
{
  while (*tags != GUMBO_TAG_LAST && *tags != tag)
    tags++;
  return *tags != GUMBO_TAG_LAST;
}

static gboolean
has_no_end (GumboTag tag)
{
  static const GumboTag tags[] = { GUMBO_TAG_AREA, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_HR, GUMBO_TAG_IMG,
                                   GUMBO_TAG_INPUT, GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE,
                                   GUMBO_TAG_TRACK, GUMBO_TAG_WBR, GUMBO_TAG_LAST };

  return is_one_of (tag, tags);
}

/* They end by themselves where the next one begins. */
static gboolean
may_stay_open (GumboTag tag)
{
  static const GumboTag tags[] = { GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
                                   GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_OPTION, GUMBO_TAG_LAST };

  return is_one_of (tag, tags);
}

static gboolean
is_forbidden (GumboTag tag)
{
  static const GumboTag tags[] = { GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_BASE, GUMBO_TAG_LINK,
                                   GUMBO_TAG_META, GUMBO_TAG_FORM, GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_LAST };

  return is_one_of (tag, tags);
}

static void
open_element (Reading *it, GumboTag tag)
{
  if (!has_no_end (tag) && it->n_open < MOST_OPEN)
    it->open[it->n_open++] = tag;
}

static void
close_element (Reading *it, GumboTag tag)
{
  unsigned at = it->n_open;

  while (at > 0 && it->open[at - 1] != tag && may_stay_open (it->open[at - 1]))
    at--;
  if (at > 0 && it->open[at - 1] == tag)
    it->n_open = at - 1;
  else if (!has_no_end (tag) && it->n_open < MOST_OPEN)
    report (it, FR_RULE_MARKUP_UNBALANCED, _("“</%s>” closes what is not open"), gumbo_normalized_tagname (tag));
}

/* The value of an attribute: *start and *end are bytes of the text; FALSE: the tag has none of that name. */
static gboolean
find_attribute (const Reading *it, const char *tag, const char *tag_end, const char *name, gsize *start, gsize *end)
{
  gsize length = strlen (name);

  for (const char *at = tag; at + length < tag_end; at++)
    {
      const char *value;

      if (!g_ascii_isspace (*at) || g_ascii_strncasecmp (at + 1, name, length) != 0)
        continue;
      value = at + 1 + length + strspn (at + 1 + length, " \t\n");
      if (*value != '=')
        continue;
      value += 1 + strspn (value + 1, " \t\n");
      *start = value + (*value == '"' || *value == '\'') - it->text;
      *end = *start + strcspn (it->text + *start, *value == '"' ? "\"" : *value == '\'' ? "'" : " \t\n>");
      return it->text + *end <= tag_end;
    }
  return FALSE;
}

/* " onclick=": programs in attributes. */
static gboolean
has_program (const char *tag, const char *tag_end)
{
  for (const char *at = tag; at + 4 < tag_end; at++)
    if (g_ascii_isspace (*at) && g_ascii_strncasecmp (at + 1, "on", 2) == 0 && g_ascii_isalpha (at[3]))
      {
        const char *name_end = at + 3 + strspn (at + 3, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

        if (*(name_end + strspn (name_end, " \t\n")) == '=')
          return TRUE;
      }
  return FALSE;
}

static void
read_opening (Reading *it, GumboTag tag, const char *name, const char *tag_end)
{
  gsize start, end;

  if (is_forbidden (tag))
    report (it, FR_RULE_MARKUP_FORBIDDEN, _("A page may not hold <%s>"), gumbo_normalized_tagname (tag));
  else if (has_program (name, tag_end))
    report (it, FR_RULE_MARKUP_FORBIDDEN, _("A page may not hold a program, as here in <%s>"), gumbo_normalized_tagname (tag));
  if (tag == GUMBO_TAG_A && find_attribute (it, name, tag_end, "href", &start, &end))
    fr_check_address_within (it->check, it->text, start, end, it->spot);
  /* Within SVG a slash at the end closes; elsewhere browsers take no notice of it. */
  if (tag_end[-1] != '/')
    open_element (it, tag);
}

/* `at` is a "<" before a name or a slash; returns what is behind the tag. */
static const char *
read_tag (Reading *it, const char *at)
{
  gboolean closes = at[1] == '/';
  const char *name = at + 1 + closes;
  gsize length = strcspn (name, " \t\n/>");
  g_autofree char *word = g_ascii_strdown (name, length);
  GumboTag tag = gumbo_tag_enum (word);
  const char *end = fr_plain_text_find_tag_end (name + length);
  g_autofree char *whole = end != NULL ? g_strndup (at, end - at) : NULL;

  if (end == NULL)
    {
      report (it, FR_RULE_MARKUP_UNBALANCED, _("“<%s” has no “>”, so that the rest is not shown"), word);
      return at + strlen (at);
    }
  if (tag == GUMBO_TAG_UNKNOWN && strchr (word, '-') == NULL)
    report (it, FR_RULE_MARKUP_UNKNOWN, _("“%s” is no HTML, so that browsers do not show it"), whole);
  else if (closes)
    close_element (it, tag);
  else
    read_opening (it, tag, name + length, end - 1);
  return end;
}

static const char *
skip_comment (const char *at)
{
  const char *end = strstr (at, "-->");

  return end != NULL ? end + strlen ("-->") : at + strlen (at);
}

static void
finish (Reading *it)
{
  while (it->n_open > 0 && may_stay_open (it->open[it->n_open - 1]))
    it->n_open--;
  if (it->n_open > 0)
    report (it, FR_RULE_MARKUP_UNBALANCED,
            _("“<%s>” is opened and never closed"), gumbo_normalized_tagname (it->open[it->n_open - 1]));
}

/* Attributes and the browser's title bar show markup as it is written. */
static gboolean
check_bare (FrCheck *check, const char *text, const FrSpot *spot)
{
  g_autofree char *plain = fr_plain_text (text);

  if (strcmp (plain, text) != 0)
    fr_problem_replace (fr_check_report (check, FR_RULE_MARKUP_SHOWN, spot, _("HTML is shown as letters here")), spot,
                        plain, TRUE);
  return TRUE;
}

void
fr_check_markup (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot)
{
  Reading it = { check, spot, text };

  if (field->shows_markup && check_bare (check, text, spot))
    return;
  for (const char *at = text; (at = strchr (at, '<')) != NULL;)
    if (g_str_has_prefix (at, "<!--"))
      at = skip_comment (at);
    else if (g_ascii_isalpha (at[1]) || (at[1] == '/' && g_ascii_isalpha (at[2])))
      at = read_tag (&it, at);
    else
      at++;
  finish (&it);
}

/* "&amp;nbsp;", "&lt;b&gt;": what was escaped once too often. */
void
fr_check_escapes (FrCheck *check, const char *text, const FrSpot *spot)
{
  static GRegex *twice, *tag;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (strstr (text, "&amp;") == NULL && strstr (text, "&lt;") == NULL)
    return;
  if (g_once_init_enter (&twice))
    {
      tag = g_regex_new ("&lt;/?(?:b|i|a|p|u|br|em|strong|span|div|ul|li|h[1-6])(?:\\s[^&]*?(?:&quot;[^&]*)*)?\\s*/?&gt;",
                         G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&twice, g_regex_new ("&amp;(?=(?:amp|nbsp|lt|gt|quot|apos|rsquo|lsquo|#[0-9]+);)", 0, 0, NULL));
    }
  if (g_regex_match (twice, text, 0, NULL))
    {
      g_autofree char *once = g_regex_replace_literal (twice, text, -1, 0, "&", 0, NULL);

      fr_problem_replace (fr_check_report (check, FR_RULE_MARKUP_SHOWN, spot,
                                           _("A sign was escaped twice, so that the page shows “&amp;” and the like")), spot, once, TRUE);
    }
  else if (g_regex_match (tag, text, 0, &match))
    {
      found = g_match_info_fetch (match, 0);
      fr_check_report (check, FR_RULE_MARKUP_SHOWN, spot, _("The page shows “%s” as letters"), found);
    }
}
