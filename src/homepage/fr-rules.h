/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-rules.h: the one table of what is looked for in a homepage. Names last: scripts, and what people have chosen to ignore,
 * know rules by them. The command line's list, its manual and the window's sentences are made from the table.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { FR_SEVERITY_ERROR, FR_SEVERITY_WARNING, FR_SEVERITY_NOTE } FrSeverity;

typedef enum
{
  /* The page as a whole */
  FR_RULE_HERO_FIRST,
  FR_RULE_HERO_NOT_FIRST,
  FR_RULE_LAYOUT_WRONG,
  FR_RULE_PERMALINK_NOT_ROOT,
  FR_RULE_PERMALINK_TAKEN,
  FR_RULE_NOTIFICATION_EMPTY,
  FR_RULE_BODY_NOT_SHOWN,
  /* What is there, and what is not */
  FR_RULE_TOO_MANY,
  FR_RULE_SEVERAL_KINDS,
  FR_RULE_SECTION_EMPTY,
  FR_RULE_LIST_EMPTY,
  FR_RULE_ITEM_EMPTY,
  FR_RULE_TITLE_MISSING,
  FR_RULE_DESCRIPTION_MISSING,
  FR_RULE_PICTURE_MISSING,
  FR_RULE_ANNOUNCEMENT_OLD,
  /* YAML */
  FR_RULE_UNKNOWN_KIND,
  FR_RULE_UNKNOWN_KEY,
  FR_RULE_BREAKING_KEY,
  FR_RULE_DUPLICATE_KEY,
  FR_RULE_WRONG_TYPE,
  FR_RULE_UNKNOWN_CHOICE,
  FR_RULE_UNQUOTED_VALUE,
  FR_RULE_SYMBOL_VALUE,
  FR_RULE_DATE_FORMAT,
  /* Texts */
  FR_RULE_DEFAULT_TEXT,
  FR_RULE_PLACEHOLDER_TEXT,
  FR_RULE_TOO_LONG,
  FR_RULE_TEXT_REPEATED,
  FR_RULE_DAMAGED_TEXT,
  FR_RULE_INVISIBLE_CHARACTERS,
  FR_RULE_MARKDOWN_SHOWN,
  FR_RULE_MARKUP_SHOWN,
  FR_RULE_MARKUP_UNBALANCED,
  FR_RULE_MARKUP_UNKNOWN,
  FR_RULE_MARKUP_FORBIDDEN,
  /* Pictures */
  FR_RULE_IMAGE_MISSING,
  FR_RULE_IMAGE_EMPTY,
  FR_RULE_IMAGE_NOT_FOUND,
  FR_RULE_IMAGE_ELSEWHERE,
  FR_RULE_FILE_NAME_CASE,
  FR_RULE_IMAGE_TOO_BIG,
  FR_RULE_IMAGE_KIND,
  FR_RULE_IMAGE_SMALL,
  FR_RULE_IMAGE_LARGE,
  FR_RULE_ALT_MISSING,
  FR_RULE_ALT_EMPTY,
  FR_RULE_ALT_FILE_NAME,
  FR_RULE_ALT_VAGUE,
  FR_RULE_ALT_REPEATED,
  /* Links */
  FR_RULE_LINK_INCOMPLETE,
  FR_RULE_LINK_EMPTY,
  FR_RULE_LINK_TEXT_EMPTY,
  FR_RULE_LINK_TEXT_VAGUE,
  FR_RULE_LINK_NOT_FOUND,
  FR_RULE_ANCHOR_NOT_FOUND,
  FR_RULE_LINK_TO_ITSELF,
  FR_RULE_LINK_OWN_SITE,
  FR_RULE_ADDRESS_INSECURE,
  FR_RULE_ADDRESS_WITHOUT_SCHEME,
  FR_RULE_ADDRESS_SCHEME,
  FR_RULE_ADDRESS_CAPITALS,
  FR_RULE_ADDRESS_SPACES,
  FR_RULE_ADDRESS_MALFORMED,
  FR_RULE_ADDRESS_RELATIVE,
  FR_RULE_ADDRESS_STAGING,
  FR_RULE_ADDRESS_EDITOR,
  /* The site's files */
  FR_RULE_SITE_FILE_BROKEN,
  FR_RULE_STYLE_ERROR,
  FR_RULE_STYLE_UNPUBLISHED,
  FR_RULE_STYLE_MISSING,
  FR_RULE_THEME_UNKNOWN,
  FR_N_RULES
} FrRuleId;

typedef struct
{
  const char *name;      /* "alt-missing" */
  FrSeverity  severity;  /* of most of its findings */
  const char *title;     /* what is wrong: a sentence without its end */
  const char *why;       /* what that means on the published page: sentences */
  const char *remedy;    /* what to do: sentences */
} FrRule;

/* Translated by whoever shows them. Never NULL but for a name that is none. */
const FrRule *fr_rule_get   (FrRuleId id);
const FrRule *fr_rule_find  (const char *name);
/* "error", "warning", "note" */
const char   *fr_severity_get_name (FrSeverity severity);
/* FALSE: there is none of that name. */
gboolean      fr_severity_find     (const char *name, FrSeverity *severity);

G_END_DECLS
