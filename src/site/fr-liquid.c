/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-liquid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-liquid-expression.h"
#include "fr-liquid-parts.h"

/* A piece of the result, and where in the text it begins. What is printed of a value comes from its {{. */
typedef struct
{
  gsize    written;
  gsize    start;
  gboolean is_copy;
} Piece;

struct _FrLiquidMap
{
  GArray *pieces;
};

typedef enum { GO_ON, NEXT_ROUND, LEAVE_LOOP } Going;

typedef struct
{
  const char   *text;
  GArray       *parts;
  FrLiquidScope scope;
  GString      *out;
  GArray       *pieces;   /* of `out`; NULL: it is captured */
  GHashTable   *cycles;   /* how often each has been printed, by its markup */
  Going         going;
  gsize         failed;   /* where in the text */
} Run;

typedef struct
{
  gint64 index, length;
} Round;

gsize
fr_liquid_map_find (const FrLiquidMap *self, gsize offset)
{
  const Piece *found = NULL;

  for (unsigned low = 0, high = self->pieces->len; low < high;)
    {
      unsigned middle = (low + high) / 2;
      const Piece *piece = &g_array_index (self->pieces, Piece, middle);

      if (piece->written > offset)
        high = middle;
      else
        {
          found = piece;
          low = middle + 1;
        }
    }
  if (found == NULL)
    return 0;
  return found->start + (found->is_copy ? offset - found->written : 0);
}

void
fr_liquid_map_free (FrLiquidMap *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

static void
emit (Run *run, const char *text, gsize length, gsize start, gboolean is_copy)
{
  Piece piece = { run->out->len, start, is_copy };

  if (run->pieces != NULL)
    g_array_append_val (run->pieces, piece);
  g_string_append_len (run->out, text, length);
  fr_liquid_store_spend (run->scope.store, length);
}

static void
print (Run *run, FrLiquidValue value, gsize start)
{
  g_autofree char *text = fr_liquid_print (value);

  emit (run, text, strlen (text), start, FALSE);
}

static void
set_variable (Run *run, const char *name, FrLiquidValue value)
{
  g_hash_table_replace (run->scope.variables, g_strdup (name), g_memdup2 (&value, sizeof value));
}

static const FrLiquidPart *
get_part (const Run *run, unsigned index)
{
  return &g_array_index (run->parts, FrLiquidPart, index);
}

/* The last tag of the block that `index` opens. */
static unsigned
find_end (const Run *run, unsigned index)
{
  while (!g_str_has_prefix (get_part (run, index)->name, "end"))
    index = get_part (run, index)->next;
  return index;
}

/* From the part `from` to that before `to`. */
static void run_parts (Run *run, unsigned from, unsigned to);

static gboolean
matches (Run *run, const FrLiquidPart *when, FrLiquidValue value)
{
  const char *at = when->markup;

  do
    if (fr_liquid_equal (fr_liquid_evaluate (&run->scope, &at), value))
      return TRUE;
  while (fr_liquid_accept (&at, ",") || fr_liquid_accept (&at, "or "));
  return FALSE;
}

static gboolean
is_wanted (Run *run, const FrLiquidPart *branch, FrLiquidValue value)
{
  if (strcmp (branch->name, "when") == 0)
    return matches (run, branch, value);
  if (strcmp (branch->name, "else") == 0)
    return TRUE;
  if (strcmp (branch->name, "case") == 0)
    return FALSE;
  return fr_liquid_test (&run->scope, branch->markup) == (strcmp (branch->name, "unless") != 0);
}

/* if, unless, case: the first of their branches that is wanted. */
static void
run_branches (Run *run, unsigned index)
{
  const FrLiquidPart *branch = get_part (run, index);
  const char *at = branch->markup;
  FrLiquidValue value = strcmp (branch->name, "case") == 0 ? fr_liquid_evaluate (&run->scope, &at) : fr_liquid_nil ();

  for (; !g_str_has_prefix (branch->name, "end"); index = branch->next, branch = get_part (run, index))
    if (is_wanted (run, branch, value))
      {
        run_parts (run, index + 1, branch->next);
        return;
      }
}

static FrLiquidValue
ask_round (gconstpointer object, const char *name, FrLiquidStore *store)
{
  const Round *round = object;
  const struct { const char *name; gint64 number; } numbers[] = {
    { "index", round->index + 1 }, { "index0", round->index }, { "length", round->length },
    { "rindex", round->length - round->index }, { "rindex0", round->length - round->index - 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (numbers[i].name, name) == 0)
      return fr_liquid_integer (numbers[i].number);
  if (strcmp (name, "first") == 0)
    return fr_liquid_boolean (round->index == 0);
  if (strcmp (name, "last") == 0)
    return fr_liquid_boolean (round->index == round->length - 1);
  return fr_liquid_nil ();
}

/* What stands behind the list: "reversed", "limit: 3", "offset: 1". */
static GArray *
choose_items (Run *run, FrLiquidValue list, const char *at)
{
  gint64 count = fr_liquid_size (list), limit = count, offset = 0;
  gboolean reversed = FALSE;
  GArray *items = fr_liquid_list_new ();

  for (;;)
    {
      g_autofree char *word = fr_liquid_take_name (&at);

      if (word == NULL)
        break;
      if (strcmp (word, "reversed") == 0)
        reversed = TRUE;
      else if (fr_liquid_accept (&at, ":"))
        {
          double number = fr_liquid_to_double (fr_liquid_evaluate (&run->scope, &at));

          *(strcmp (word, "limit") == 0 ? &limit : &offset) = (gint64) CLAMP (number, 0, (double) count);
        }
      fr_liquid_accept (&at, ",");
    }
  for (gint64 i = offset; i < MIN (count, offset + limit); i++)
    {
      gint64 last = MIN (count, offset + limit) - 1;
      FrLiquidValue item = fr_liquid_get_at (list, reversed ? last - (i - offset) : i);

      g_array_append_val (items, item);
    }
  return items;
}

static void
run_rounds (Run *run, const char *name, const GArray *items, unsigned from, unsigned to)
{
  /* A variable may go on standing for it. */
  Round *round = fr_liquid_store_memory (run->scope.store, g_new0 (Round, 1));
  const FrLiquidValue *outer = g_hash_table_lookup (run->scope.variables, "forloop");
  FrLiquidValue before = outer != NULL ? *outer : fr_liquid_nil ();
  const FrLiquidValue forloop = { FR_LIQUID_OBJECT, .object = { ask_round, round } };

  round->length = items->len;
  for (; round->index < round->length && run->going != LEAVE_LOOP; round->index++)
    {
      if (!fr_liquid_store_spend (run->scope.store, 16))
        break;
      run->going = GO_ON;
      set_variable (run, name, g_array_index (items, FrLiquidValue, round->index));
      set_variable (run, "forloop", forloop);
      run_parts (run, from, to);
    }
  run->going = GO_ON;
  g_hash_table_remove (run->scope.variables, name);
  set_variable (run, "forloop", before);
}

static void
run_loop (Run *run, unsigned index)
{
  const FrLiquidPart *loop = get_part (run, index), *otherwise = get_part (run, loop->next);
  const char *at = loop->markup;
  g_autofree char *name = fr_liquid_take_name (&at), *in = fr_liquid_take_name (&at);
  g_autoptr(GArray) items = NULL;
  FrLiquidValue list;

  if (name == NULL || g_strcmp0 (in, "in") != 0)
    return;
  list = fr_liquid_evaluate (&run->scope, &at);
  items = choose_items (run, list, at);
  if (items->len > 0)
    run_rounds (run, name, items, index + 1, loop->next);
  else if (strcmp (otherwise->name, "else") == 0)
    run_parts (run, loop->next + 1, otherwise->next);
}

static void
run_capture (Run *run, unsigned index)
{
  const FrLiquidPart *tag = get_part (run, index);
  const char *at = tag->markup;
  g_autofree char *name = fr_liquid_take_name (&at);
  GString *out = g_steal_pointer (&run->out);
  GArray *pieces = g_steal_pointer (&run->pieces);

  run->out = g_string_new (NULL);
  run_parts (run, index + 1, tag->next);
  if (name != NULL)
    set_variable (run, name, fr_liquid_store_text (run->scope.store, g_strdup (run->out->str)));
  g_string_free (run->out, TRUE);
  run->out = out;
  run->pieces = pieces;
}

static void
run_assign (Run *run, const FrLiquidPart *tag)
{
  const char *at = tag->markup;
  g_autofree char *name = fr_liquid_take_name (&at);

  if (name != NULL && fr_liquid_accept (&at, "="))
    set_variable (run, name, fr_liquid_evaluate_filtered (&run->scope, at));
}

/* {% cycle 'odd', 'even' %} */
static void
run_cycle (Run *run, const FrLiquidPart *tag)
{
  unsigned round = GPOINTER_TO_UINT (g_hash_table_lookup (run->cycles, tag->markup));
  g_autoptr(GArray) values = fr_liquid_list_new ();
  const char *at = tag->markup;

  do
    {
      FrLiquidValue value = fr_liquid_evaluate (&run->scope, &at);

      g_array_append_val (values, value);
    }
  while (fr_liquid_accept (&at, ","));
  print (run, g_array_index (values, FrLiquidValue, round % values->len), tag->start);
  g_hash_table_insert (run->cycles, tag->markup, GUINT_TO_POINTER (round + 1));
}

/* Both return the number of the last part that it was about. */
static unsigned
run_block (Run *run, unsigned index)
{
  const FrLiquidPart *tag = get_part (run, index);

  if (strcmp (tag->name, "for") == 0)
    run_loop (run, index);
  else if (strcmp (tag->name, "capture") == 0)
    run_capture (run, index);
  else
    run_branches (run, index);
  return find_end (run, index);
}

static unsigned
run_tag (Run *run, unsigned index)
{
  const FrLiquidPart *tag = get_part (run, index);

  if (strcmp (tag->name, "assign") == 0)
    run_assign (run, tag);
  else if (strcmp (tag->name, "cycle") == 0)
    run_cycle (run, tag);
  else if (strcmp (tag->name, "break") == 0 || strcmp (tag->name, "continue") == 0)
    run->going = *tag->name == 'b' ? LEAVE_LOOP : NEXT_ROUND;
  else
    return run_block (run, index);
  return index;
}

static void
run_parts (Run *run, unsigned from, unsigned to)
{
  for (unsigned i = from; i < to && run->going == GO_ON && fr_liquid_store_spend (run->scope.store, 16); i++)
    {
      const FrLiquidPart *part = get_part (run, i);

      if (part->type == FR_LIQUID_PLAIN)
        emit (run, run->text + part->start, part->end - part->start, part->start, TRUE);
      else if (part->type == FR_LIQUID_OUTPUT)
        print (run, fr_liquid_evaluate_filtered (&run->scope, part->markup), part->start);
      else
        i = run_tag (run, i);
      if (run->scope.error != NULL && run->failed == 0)
        run->failed = part->start;
    }
}

/* What went wrong on the way; NULL: nothing. */
static GError *
find_error (const Run *run)
{
  if (!fr_liquid_store_spend (run->scope.store, 1))
    return fr_error_new_at (FR_ERROR_SYNTAX, (FrPlace) { 1, 1 }, _("Its loops take too long"));
  if (run->scope.error != NULL)
    return fr_error_new_at (FR_ERROR_SYNTAX, fr_liquid_find_place (run->text, run->failed), "%s", run->scope.error);
  return NULL;
}

char *
fr_liquid_render (const char *text, gsize start, FrLiquidValue root, FrLiquidStore *store, FrLiquidMap **map,
                  GError **error)
{
  g_autoptr(GArray) parts = fr_liquid_parts_new (text, start, error);
  g_autoptr(GHashTable) variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) cycles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Run run = { text, parts, { store, root, variables }, NULL, pieces, cycles };
  GError *problem;

  if (parts == NULL)
    return NULL;
  run.out = g_string_new (NULL);
  run_parts (&run, 0, parts->len);
  problem = find_error (&run);
  g_free (run.scope.error);
  if (problem != NULL)
    {
      g_string_free (run.out, TRUE);
      g_propagate_error (error, problem);
      return NULL;
    }
  *map = g_new (FrLiquidMap, 1);
  (*map)->pieces = g_steal_pointer (&pieces);
  return g_string_free (run.out, FALSE);
}
