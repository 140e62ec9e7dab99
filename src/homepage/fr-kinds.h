/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-kinds.h: the one table of what a homepage can hold. Forms, findings and HTML are made from it: what is a fact of
 * a kind or of a field stands here, what is a way of doing something is code that asks for it.
 * The limits are those of the official web editor (RULES.md, "What the official web editor limits").
 *
 * Which element of the page shows a value is said in the templates (data-field, data-also): one value may be in
 * several elements, or in none, as the template has it.
 */
#pragma once

#include <glib.h>

#include "fr-rules.h"

G_BEGIN_DECLS

typedef enum
{
  FR_FIELD_LINE,       /* one line of text */
  FR_FIELD_PARAGRAPH,  /* text of several lines */
  FR_FIELD_DATE,       /* a day as `02 March 2026` (fr-date-text.h), or any other text */
  FR_FIELD_ADDRESS,    /* where a link leads: an address in the site or http(s)://… */
  FR_FIELD_IMAGE,      /* an image in the site */
  FR_FIELD_CHOICE,     /* one of `choices` */
  FR_FIELD_GROUP,      /* a mapping of `fields` */
  FR_FIELD_LIST,       /* a sequence of mappings of `fields` */
} FrFieldType;

/* What people may put into a text beside words. The page shows all markup of all texts; this is what it is good for. */
typedef enum
{
  FR_MARKUP_NONE,
  FR_MARKUP_WORDS,  /* bold words and line breaks: what is around the text is a link already */
  FR_MARKUP_LINKS,  /* and links */
} FrMarkup;

typedef struct _FrField FrField;

/* Messages and labels are translatable, but for those that the published page says. */
struct _FrField
{
  const char          *name;        /* the key in the YAML; NULL ends a table; "" is the value itself (carousel) */
  const char          *label;       /* also the field's name for a screen reader */
  FrFieldType          type;
  unsigned             max_length;  /* characters, markup not counted; 0: no limit */
  const char          *heading;     /* of it and the fields after it, in the form; NULL: they go on */
  FrMarkup             markup;
  const char * const  *default_texts;  /* what the web editor puts into a new one; NULL: nothing */

  /* Of several things one is wanted: fields of the same alternative belong together, and there is one of the alternatives of
   * a mapping, or none. The last that is there is drawn. Their fields follow each other, and the first one's heading asks
   * which. NULL: the field stands for itself. */
  const char          *alternative;    /* "A button" */

  /* A field that is drawn only where a choice beside it, `drawn_by`, is one of these values; NULL: always. */
  const char          *drawn_by;
  const char * const  *drawn_in;

  /* A field that must be there: the finding where it is not. */
  FrRuleId             missing_rule;
  const char          *missing_message;  /* NULL: it need not be there */

  gboolean             is_wanted;     /* the page does not ask for it, but visitors miss it */
  gboolean             shows_markup;  /* the page prints tags as letters: an attribute, the browser's title bar */

  /* ADDRESS: the other fields of the same mapping that make the link. */
  const char          *link_text;     /* its text; NULL: it has no field for one */
  const char          *link_instead;  /* where this one is there, no link is wanted */
  gboolean             always_links;  /* the page makes a link without an address, too; the text need not be there */

  /* IMAGE: the field beside it for its alternative text; NULL: it has none. The widest that the page draws it, CSS pixels, and how
   * high it has to be for that; 0: as wide or high as it is, or not known. */
  const char          *alt;
  unsigned             drawn_width;
  unsigned             drawn_height;

  /* CHOICE: the values, and what they are called. The first, "", stands for "not there"; for that and for any value
   * that is not listed, the page takes the second, and the first has no name (NULL) where it looks the same. */
  const char * const  *choices;
  const char * const  *choice_labels;

  /* GROUP and LIST */
  const FrField       *fields;      /* of it or of each item */
  const char          *item_label;  /* LIST: what one item is called, e.g. "Highlight" */
  unsigned             max_items;   /* LIST: the page draws no more; 0: no limit */
  const char          *new_item;    /* of a list, or a group that is chosen; JSON */
  const char          *purpose;     /* LIST: what it is for, a sentence, for one who sees it empty */
};

typedef enum
{
  FR_DRAW_TEMPLATE,    /* by its template alone */
  FR_DRAW_WITH_POSTS,  /* {{posts}} and {{room}}: the site's newest posts */
} FrDrawing;

/* What a section's colour is, and what colour the next one gets. */
typedef enum
{
  FR_BAND_SWAPS,        /* the other one than the section's before */
  FR_BAND_ALWAYS_WHITE, /* and yet it swaps */
  FR_BAND_GREY_TWICE,   /* grey, as is the next one */
} FrBand;

#define FR_POSTS_DRAWN 3

typedef struct
{
  const char    *name;       /* the key in the list item: "hero" */
  const char    *label;      /* "Hero" */
  const FrField *fields;
  const char    *new_value;  /* JSON, in the web editor's order of keys: what can be empty without looking broken */
  FrDrawing      drawing;
  FrBand         band;
  gboolean       changes_sides;  /* each other one on the page has its image on the left */
  const char    *must_be_first;  /* it can only be in the first item: what the page says if that has none; NULL: anywhere */
  const char    *only_one;       /* what the page says in place of a second one; NULL: there may be many */
  unsigned       rank;           /* in the order in which people need them: 1 comes first */
  const char    *purpose;        /* a sentence that says what it is for */
} FrKind;

const FrKind  *fr_kinds_all            (unsigned *n_kinds);   /* in the order in which one item's kinds are drawn */
const FrField *fr_page_settings_fields (void);                /* title, description, image, permalink, notification */
/* Whether the key beside these is one that a homepage cannot do without. */
gboolean       fr_page_settings_reserve (const char *key);

/* Whether older web editors wrote this key into every section; it does nothing. */
gboolean       fr_field_is_ignored     (const char *key);

/* fr-kind.c: looking things up. */
const FrKind  *fr_kind_find            (const char *name);    /* NULL: unknown */
unsigned       fr_kind_get_index       (const FrKind *kind);  /* its place in the table: below 32, a bit of a set */
const FrKind  *fr_kind_get_first       (void);                /* the one that must be first */
const FrField *fr_field_find           (const FrField *fields, const char *name);  /* NULL: unknown, or no fields */
/* Which of the choices the page takes for this text; NULL and texts that it does not know are allowed. */
const char    *fr_field_choose         (const FrField *field, const char *text);
/* What that one is called; translated. */
const char    *fr_field_name_choice    (const FrField *field, const char *text);
/* Whether the web editor puts this into any new field. */
gboolean       fr_kinds_is_default_text (const char *text, gsize length);
/* A label within a sentence, with a small letter. transfer full */
char          *fr_label_in_words       (const char *label);
/* What the value at the pointer is called in a sentence: "Hero: Title", "Highlight 2: Address", "Slide 1"; NULL for
 * what is not in the table. transfer full */
char          *fr_kinds_describe       (const char *pointer);
/* The same within a sentence: "Hero title", "Highlight 2 address", "Page title". */
char          *fr_kinds_describe_in_words (const char *pointer);
/* The field's label alone: "Address". transfer full */
char          *fr_kinds_get_label (const char *pointer);

G_END_DECLS
