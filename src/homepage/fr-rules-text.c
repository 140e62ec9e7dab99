/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says. How it is written is looked at only where it has characters for it, which one way through it tells. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-plain-text.h"

enum
{
  HAS_TAG = 1 << 0,
  HAS_ENTITY = 1 << 1,
  HAS_MARKDOWN = 1 << 2,
  HAS_WIDE = 1 << 3,     /* beyond ASCII, or no character to be seen */
};

static const guint8 classes[256] = {
  ['<'] = HAS_TAG, ['&'] = HAS_ENTITY, ['*'] = HAS_MARKDOWN, [']'] = HAS_MARKDOWN, ['#'] = HAS_MARKDOWN, ['`'] = HAS_MARKDOWN,
  [0x01 ... 0x08] = HAS_WIDE, [0x0b ... 0x0c] = HAS_WIDE, [0x0e ... 0x1f] = HAS_WIDE, [0x7f ... 0xff] = HAS_WIDE,
};

static void
check_length (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot)
{
  unsigned length = fr_plain_text_length (text);
  g_autofree char *name = NULL;

  if (length <= field->max_length)
    return;
  name = fr_check_describe (check, spot);
  fr_check_report (check, FR_RULE_TOO_LONG, spot,
                   _("“%s” has %u characters; the web editor allows %u"), name, length, field->max_length);
}

static void
set_leftover (FrProblem *problem, const FrField *field, const FrSpot *spot)
{
  if (field->missing_message == NULL)
    fr_problem_take_away (problem, spot);
}

static void
report_default_text (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot)
{
  g_autofree char *name = fr_check_describe (check, spot);
  FrProblem *problem;

  problem = fr_check_report (check, FR_RULE_DEFAULT_TEXT, spot,
                             _("“%s” still holds the text that every new section begins with: “%s”"), name, text);
  problem->brief = g_ref_string_new (_("This is still the text that every new section begins with"));
  set_leftover (problem, field, spot);
}

/* All of the text, or, of the longer ones, its beginning. */
static gboolean
is_placeholder (const char *text, gsize length)
{
  static const char * const words[] = {
    "tbc", "tba", "tbd", "todo", "xxx", "xxxx", "placeholder", "test", "testing", "asdf", "lorem", "dummy text", "sample text",
    "insert text here", "text here", "title here", "your text here", "to be confirmed", "to be updated", NULL
  };

  if (length > 17)
    return (*text == 'l' || *text == 'L') && g_ascii_strncasecmp (text, "lorem ipsum", 11) == 0;
  for (unsigned i = 0; words[i] != NULL; i++)
    if (*words[i] == g_ascii_tolower (*text) && g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

static void
report_placeholder (FrCheck *check, const FrField *field, const char *text, const FrSpot *spot)
{
  g_autofree char *beginning = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

  set_leftover (fr_check_report (check, FR_RULE_PLACEHOLDER_TEXT, spot,
                                 _("“%s” only keeps the place of another text"), beginning), field, spot);
}

static guint8
classify (const char *text, gsize length)
{
  guint8 found = 0;

  for (gsize i = 0; i < length; i++)
    found |= classes[(guint8) text[i]];
  return found;
}

void
fr_check_text (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);
  gsize length = fr_node_get_length (value);
  guint8 found = classify (text, length);

  if (field->max_length > 0 && length > field->max_length)
    check_length (check, field, text, spot);
  if (fr_kinds_is_default_text (text, length))
    report_default_text (check, field, text, spot);
  else if (is_placeholder (text, length))
    report_placeholder (check, field, text, spot);
  if ((found & HAS_WIDE) != 0)
    fr_check_letters (check, text, spot);
  if ((found & HAS_MARKDOWN) != 0)
    fr_check_markdown (check, field, text, spot);
  if ((found & HAS_TAG) != 0)
    fr_check_markup (check, field, text, spot);
  if ((found & HAS_ENTITY) != 0)
    fr_check_escapes (check, text, spot);
}
