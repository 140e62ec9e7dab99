/* fr-kinds.h: the one table of what a homepage can hold. Forms, findings and HTML are made from it.
 * The limits are those of the official web editor (RULES.md, "What the official web editor limits").
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FR_FIELD_LINE,       /* one line of text */
  FR_FIELD_PARAGRAPH,  /* text of several lines */
  FR_FIELD_ADDRESS,    /* where a link leads: an address in the site or http(s)://… */
  FR_FIELD_IMAGE,      /* an image in the site */
  FR_FIELD_CHOICE,     /* one of `choices` */
  FR_FIELD_GROUP,      /* a mapping of `fields` */
  FR_FIELD_LIST,       /* a sequence of mappings of `fields` */
} FrFieldType;

typedef struct _FrField FrField;

struct _FrField
{
  const char          *name;        /* the key in the YAML; NULL ends a table; "" is the value itself (carousel) */
  const char          *label;       /* translatable; also the field's name for a screen reader */
  FrFieldType          type;
  unsigned             max_length;  /* characters, markup not counted; 0: no limit */
  const char * const  *choices;     /* FR_FIELD_CHOICE: the values; "" stands for "not there" */
  const char * const  *choice_labels;
  const FrField       *fields;      /* GROUP and LIST: the fields of it or of each item */
  const char          *item_label;  /* LIST: what one item is called, e.g. "Highlight" */
  unsigned             max_items;   /* LIST: the page draws no more; 0: no limit */
};

typedef struct
{
  const char    *name;      /* the key in the list item: "hero" */
  const char    *label;     /* translatable: "Hero" */
  const FrField *fields;
  gboolean       has_form;  /* the window has a form for it (hero, infopic so far) */
} FrKind;

const FrKind  *fr_kinds_all          (unsigned *n_kinds);     /* in the order in which one item's kinds are drawn, hero first */
const FrKind  *fr_kind_find          (const char *name);      /* NULL: unknown */
const FrField *fr_page_settings_fields (void);                /* title, description, image, permalink, notification */

G_END_DECLS
