/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-liquid-value.h: what Liquid counts with. Values are small and copied; what they point to is the site's, or belongs to
 * the FrLiquidStore of one run and goes with it.
 */
#pragma once

#include "fr-node.h"

G_BEGIN_DECLS

typedef struct _FrLiquidStore FrLiquidStore;
typedef struct _FrLiquidValue FrLiquidValue;

typedef enum
{
  FR_LIQUID_NIL,
  FR_LIQUID_BOOLEAN,
  FR_LIQUID_INTEGER,
  FR_LIQUID_FLOAT,
  FR_LIQUID_TEXT,
  FR_LIQUID_LIST,
  FR_LIQUID_MAP,     /* of YAML */
  FR_LIQUID_OBJECT,  /* what the program answers for */
} FrLiquidType;

/* What `name` is of it. */
typedef FrLiquidValue (*FrLiquidAsk) (gconstpointer object, const char *name, FrLiquidStore *store);

struct _FrLiquidValue
{
  FrLiquidType type;
  union
  {
    gint64        integer;  /* a boolean's, too */
    double        number;
    const char   *text;
    const GArray *list;     /* of FrLiquidValue */
    const FrNode *map;
    struct { FrLiquidAsk ask; gconstpointer data; } object;
  };
};

FrLiquidStore *fr_liquid_store_new      (void);
void           fr_liquid_store_free     (FrLiquidStore *store);
/* FALSE: the run has done more than any style has to do, and ends. `amount`: steps, or bytes. */
gboolean       fr_liquid_store_spend    (FrLiquidStore *store, gsize amount);
/* These keep what they are given, and take it. */
gpointer       fr_liquid_store_memory   (FrLiquidStore *store, gpointer memory);
FrLiquidValue  fr_liquid_store_text     (FrLiquidStore *store, char *text);
FrLiquidValue  fr_liquid_store_list     (FrLiquidStore *store, GArray *list);
GArray        *fr_liquid_list_new       (void);

FrLiquidValue  fr_liquid_nil            (void);
FrLiquidValue  fr_liquid_boolean        (gboolean is_true);
FrLiquidValue  fr_liquid_integer        (gint64 integer);
FrLiquidValue  fr_liquid_float          (double number);
FrLiquidValue  fr_liquid_of_node        (const FrNode *node, FrLiquidStore *store);

/* Of a list by name, of a map by number and the like there is nothing: nil. */
FrLiquidValue  fr_liquid_get            (FrLiquidValue value, const char *name, FrLiquidStore *store);
FrLiquidValue  fr_liquid_get_at         (FrLiquidValue value, gint64 index);
gsize          fr_liquid_size           (FrLiquidValue value);
/* All but nil and false. */
gboolean       fr_liquid_is_true        (FrLiquidValue value);
gboolean       fr_liquid_is_empty       (FrLiquidValue value);
gboolean       fr_liquid_is_number      (FrLiquidValue value);
/* A text is the number that it begins with. */
FrLiquidValue  fr_liquid_to_number      (FrLiquidValue value);
double         fr_liquid_to_double      (FrLiquidValue value);
gboolean       fr_liquid_equal          (FrLiquidValue one, FrLiquidValue other);
/* -1, 0 or 1; 2: they cannot be compared. */
int            fr_liquid_compare        (FrLiquidValue one, FrLiquidValue other);
/* As the page shows it. transfer full */
char          *fr_liquid_print          (FrLiquidValue value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrLiquidStore, fr_liquid_store_free)

G_END_DECLS
