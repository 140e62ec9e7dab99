/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a remembered pointer: as a table, and by random patches against a model that gives each value a number
 * of its own. */
#include <string.h>

#include "fr-document.h"
#include "fr-pointer.h"

#define PATCHES 4000
#define MOST_OPERATIONS 4

typedef struct
{
  const char  *name;
  FrChange     change;
  const char  *pointer, *after;   /* NULL: gone */
} Rule;

#define EDITED(at) { FR_CHANGE_EDITED, (char *) at }
#define INSERTED(at, list) { FR_CHANGE_INSERTED, (char *) at, NULL, list }
#define REMOVED(at, list) { FR_CHANGE_REMOVED, (char *) at, NULL, list }
#define MOVED(from, from_list, at, list) { FR_CHANGE_MOVED, (char *) at, (char *) from, list, from_list }

static const Rule rules[] = {
  { "edited-itself", EDITED ("/a"), "/a", "/a" },
  { "edited-below", EDITED ("/a/b"), "/a", "/a" },
  { "inserted-before", INSERTED ("/a/1", TRUE), "/a/2/b", "/a/3/b" },
  { "inserted-there", INSERTED ("/a/1", TRUE), "/a/1", "/a/2" },
  { "inserted-behind", INSERTED ("/a/1", TRUE), "/a/0/b", "/a/0/b" },
  { "inserted-key-like-a-number", INSERTED ("/a/1", FALSE), "/a/2", "/a/2" },
  { "inserted-in-other-list", INSERTED ("/a/1", TRUE), "/ab/2", "/ab/2" },
  { "list-itself", INSERTED ("/a/1", TRUE), "/a", "/a" },
  { "ten-and-more", INSERTED ("/a/9", TRUE), "/a/10", "/a/11" },
  { "nine-becomes-ten", INSERTED ("/a/0", TRUE), "/a/9/1", "/a/10/1" },
  { "removed-itself", REMOVED ("/a/1", TRUE), "/a/1", NULL },
  { "removed-with-what-is-below", REMOVED ("/a/1", TRUE), "/a/1/b", NULL },
  { "removed-before", REMOVED ("/a/1", TRUE), "/a/2", "/a/1" },
  { "removed-not-the-longer-number", REMOVED ("/a/1", TRUE), "/a/10", "/a/9" },
  { "removed-behind", REMOVED ("/a/1", TRUE), "/a/0", "/a/0" },
  { "removed-key", REMOVED ("/a/1", FALSE), "/a/2", "/a/2" },
  { "moved-itself", MOVED ("/a/0", TRUE, "/a/2", TRUE), "/a/0/b", "/a/2/b" },
  { "moved-down-past", MOVED ("/a/0", TRUE, "/a/2", TRUE), "/a/2", "/a/1" },
  { "moved-up-past", MOVED ("/a/2", TRUE, "/a/0", TRUE), "/a/0", "/a/1" },
  { "moved-beside", MOVED ("/a/2", TRUE, "/a/0", TRUE), "/a/3", "/a/3" },
  { "renamed", MOVED ("/a/b", FALSE, "/a/c", FALSE), "/a/b/0", "/a/c/0" },
  { "moved-to-other-list", MOVED ("/a/0", TRUE, "/b/0", TRUE), "/b/0", "/b/1" },
  { "left-its-list", MOVED ("/a/0", TRUE, "/b/0", TRUE), "/a/1", "/a/0" },
  { "moved-into-what-moves-up", MOVED ("/a/0", TRUE, "/a/0/k", FALSE), "/a/1/x", "/a/0/x" },
};

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  g_autofree char *after = NULL;

  g_ptr_array_add (changes, (gpointer) &rule->change);
  after = fr_pointer_rebase (rule->pointer, changes);
  g_assert_cmpstr (after, ==, rule->after);
}

/* What a list is told of its items. */
static void inserted (gpointer told, unsigned index) { g_string_append_printf (told, "+%u ", index); }
static void removed (gpointer told, unsigned index) { g_string_append_printf (told, "-%u ", index); }
static void moved (gpointer told, unsigned from, unsigned to) { g_string_append_printf (told, "%u>%u ", from, to); }
static void edited (gpointer told, unsigned index) { g_string_append_printf (told, "%u ", index); }
static void replaced (gpointer told) { g_string_append (told, "all "); }

static const struct { const char *name; FrChange changes[3]; const char *told; } lists[] = {
  { "insert", { INSERTED ("/l/1", TRUE) }, "+1 " },
  { "remove", { REMOVED ("/l/1", TRUE) }, "-1 " },
  { "move", { MOVED ("/l/1", TRUE, "/l/0", TRUE) }, "1>0 " },
  { "edit", { EDITED ("/l/1/x") }, "1 " },
  { "edit-item", { EDITED ("/l/1") }, "1 " },
  { "key-of-item", { INSERTED ("/l/1/x", FALSE) }, "1 " },
  { "item-of-item", { REMOVED ("/l/1/x/0", TRUE) }, "1 " },
  { "list-edited", { EDITED ("/l") }, "all " },
  { "everything-edited", { EDITED ("") }, "all " },
  { "list-inserted", { INSERTED ("/l", FALSE) }, "all " },
  { "list-removed", { REMOVED ("/l", FALSE) }, "all " },
  { "other-key", { EDITED ("/k"), INSERTED ("/ll/0", TRUE), REMOVED ("/l2", FALSE) }, "" },
  { "from-elsewhere", { MOVED ("/k/0", TRUE, "/l/2", TRUE) }, "+2 " },
  { "to-elsewhere", { MOVED ("/l/2", TRUE, "/k/x", FALSE) }, "-2 " },
  { "out-of-an-item", { MOVED ("/l/2/y/0", TRUE, "/l/2", TRUE) }, "2 +2 " },
  { "into-an-item", { MOVED ("/l/0", TRUE, "/l/0/y/0", TRUE) }, "-0 0 " },
  { "list-put-aside", { MOVED ("/l", FALSE, "/m", FALSE), INSERTED ("/m/0", TRUE), EDITED ("/l/0") }, "all 0 " },
  { "another-list", { MOVED ("/l", FALSE, "/m", FALSE), INSERTED ("/l", FALSE), INSERTED ("/l/0", TRUE) }, "all all +0 " },
};

static void
test_list (gconstpointer data)
{
  static const FrListEvents events = { inserted, removed, moved, edited, replaced };
  unsigned at = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  g_autoptr(GString) told = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (lists[at].changes) && lists[at].changes[i].pointer != NULL; i++)
    g_ptr_array_add (changes, (gpointer) &lists[at].changes[i]);
  fr_changes_tell_list (changes, "/l", &events, told);
  g_assert_cmpstr (told->str, ==, lists[at].told);
}

/* A list that is in an item of another one moves with it. */
static void
test_inner_list (void)
{
  static const FrListEvents events = { inserted, removed, moved, edited, replaced };
  static const FrChange steps[] = { INSERTED ("/s/0", TRUE), INSERTED ("/s/2/l/4", TRUE), INSERTED ("/s/1/l/5", TRUE),
                                    MOVED ("/s/2", TRUE, "/s/0", TRUE), REMOVED ("/s/0/l/3", TRUE), REMOVED ("/s/0", TRUE) };
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  g_autoptr(GString) told = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (steps); i++)
    g_ptr_array_add (changes, (gpointer) &steps[i]);
  fr_changes_tell_list (changes, "/s/1/l", &events, told);
  g_assert_cmpstr (told->str, ==, "+4 -3 all ");
}

/* A place in a mapping that has gone elsewhere, whatever was taken out of it or put in. */
static const struct { const char *name; FrChange change; const char *pointer, *before, *after, *then; gboolean touched; } places[] = {
  { "stays", INSERTED ("/x", FALSE), "/a/b", "/a", "/a", "/a/b", FALSE },
  { "goes-along", INSERTED ("/l/0", TRUE), "/l/1/b/c", "/l/1", "/l/2", "/l/2/b/c", FALSE },
  { "group-removed", REMOVED ("/a/b", FALSE), "/a/b/c", "/a", "/a", "/a/b/c", TRUE },
  { "group-put-aside", MOVED ("/a/b", FALSE, "/a/d", FALSE), "/a/b/c", "/a", "/a", "/a/b/c", TRUE },
  { "moved-in-from-above", MOVED ("/l/0", TRUE, "/l/0/b", FALSE), "/l/1/b", "/l/1", "/l/0", "/l/0/b", TRUE },
  { "mapping-gone", REMOVED ("/l/0", TRUE), "/l/0/b", "/l/0", NULL, NULL, TRUE },
};

static void
test_follow_below (gconstpointer data)
{
  unsigned i = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  g_autofree char *pointer = g_strdup (places[i].pointer);
  gboolean touched;

  g_ptr_array_add (changes, (gpointer) &places[i].change);
  touched = fr_pointer_follow_below (&pointer, places[i].before, places[i].after, changes);
  g_assert_cmpstr (pointer, ==, places[i].then);
  g_assert_cmpint (touched, ==, places[i].touched);
}

/* The model: the document's values with numbers. */
typedef struct _Value Value;
struct _Value
{
  unsigned   number;
  gboolean   list;
  GPtrArray *keys;    /* of a mapping */
  GPtrArray *values;  /* NULL: a scalar */
};

static unsigned last_number;

static Value *
number_node (const FrNode *node)
{
  Value *value = g_new0 (Value, 1);
  FrType type = fr_node_get_type (node);

  value->number = ++last_number;
  value->list = type == FR_TYPE_SEQUENCE;
  if (type < FR_TYPE_SEQUENCE)
    return value;
  value->keys = g_ptr_array_new_with_free_func (g_free);
  value->values = g_ptr_array_new ();
  for (unsigned i = 0; i < fr_node_count (node); i++)
    {
      if (!value->list)
        g_ptr_array_add (value->keys, g_strdup (fr_node_get_text (fr_node_get_key (node, i))));
      g_ptr_array_add (value->values, number_node (value->list ? fr_node_get_item (node, i) : fr_node_get_value (node, i)));
    }
  return value;
}

static void
free_value (Value *value)
{
  for (unsigned i = 0; value->values != NULL && i < value->values->len; i++)
    free_value (value->values->pdata[i]);
  g_clear_pointer (&value->keys, g_ptr_array_unref);
  g_clear_pointer (&value->values, g_ptr_array_unref);
  g_free (value);
}

/* Each value's pointer by its number. */
static void
list_pointers (const Value *value, const char *pointer, GHashTable *pointers)
{
  g_hash_table_insert (pointers, GUINT_TO_POINTER (value->number), g_strdup (pointer));
  for (unsigned i = 0; value->values != NULL && i < value->values->len; i++)
    {
      g_autofree char *below = value->list ? fr_pointer_join_index (pointer, i) : fr_pointer_join (pointer, value->keys->pdata[i]);

      list_pointers (value->values->pdata[i], below, pointers);
    }
}

static GHashTable *
pointers_of (const Value *root)
{
  GHashTable *pointers = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  list_pointers (root, "", pointers);
  return pointers;
}

static unsigned
find_place (const Value *parent, const char *token)
{
  unsigned index = parent->values->len;

  if (parent->list && strcmp (token, "-") != 0)
    fr_pointer_parse_index (token, &index);
  for (unsigned i = 0; !parent->list && i < parent->keys->len; i++)
    if (strcmp (parent->keys->pdata[i], token) == 0)
      return i;
  return index;
}

/* The collection around it and its place there. */
static Value *
find_parent (Value *root, const char *pointer, unsigned *place, char **token)
{
  g_auto(GStrv) tokens = fr_pointer_split (pointer, NULL);
  unsigned n = g_strv_length (tokens);

  for (unsigned i = 0; i + 1 < n; i++)
    root = root->values->pdata[find_place (root, tokens[i])];
  *place = find_place (root, tokens[n - 1]);
  *token = g_strdup (tokens[n - 1]);
  return root;
}

static Value *
take (Value *root, const char *pointer)
{
  g_autofree char *token = NULL;
  unsigned place;
  Value *parent = find_parent (root, pointer, &place, &token);

  if (!parent->list)
    g_ptr_array_remove_index (parent->keys, place);
  return g_ptr_array_steal_index (parent->values, place);
}

static void
renumber (Value *value)
{
  value->number = ++last_number;
  for (unsigned i = 0; value->values != NULL && i < value->values->len; i++)
    renumber (value->values->pdata[i]);
}

/* What is written over keeps its number, not what is below; what is written there is other values. */
static void
put (Value *root, const char *pointer, Value *value, gboolean over)
{
  g_autofree char *token = NULL;
  unsigned place;
  Value *parent = find_parent (root, pointer, &place, &token);

  if (place < parent->values->len && (over || !parent->list))
    {
      renumber (value);
      value->number = ((Value *) parent->values->pdata[place])->number;
      free_value (parent->values->pdata[place]);
      parent->values->pdata[place] = value;
      return;
    }
  if (!parent->list)
    g_ptr_array_add (parent->keys, g_strdup (token));
  g_ptr_array_insert (parent->values, place, value);
}

static const char * const samples[] = { "1", "\"x\"", "[1, 2]", "{\"k\": [3, {\"a\": 4}], \"l\": 5}", "[{\"k\": 1}, {\"k\": 2}]" };

static Value *
number_sample (const char *json)
{
  g_autofree char *text = g_strdup_printf ("v: %s\n", json);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);

  return number_node (fr_document_get (document, "/v"));
}

static char *
any_pointer (GRand *rand, Value *root)
{
  g_autoptr(GHashTable) pointers = pointers_of (root);
  g_autoptr(GList) all = g_list_sort (g_hash_table_get_values (pointers), (GCompareFunc) strcmp);
  unsigned n = g_list_length (all);

  return n < 2 ? NULL : g_strdup (g_list_nth_data (all, g_rand_int_range (rand, 1, n)));
}

/* Where a new entry can go: beside what is there, or under a new key. */
static char *
any_new_pointer (GRand *rand, Value *root)
{
  g_autofree char *beside = any_pointer (rand, root);
  g_autofree char *token = NULL, *above = beside != NULL ? fr_pointer_split_last (beside, &token) : NULL;

  if (above == NULL)
    return g_strdup ("/n");
  if (g_ascii_isdigit (*token))
    return g_rand_boolean (rand) ? g_steal_pointer (&beside) : g_strconcat (above, "/-", NULL);
  return g_strdup_printf ("%s/n%d", above, g_rand_int_range (rand, 0, 3));
}

/* FALSE also where nothing changes. */
static gboolean
try (FrDocument *document, char *operation)
{
  g_autofree char *owned = operation, *patch = g_strdup_printf ("[%s]", operation);
  g_autoptr(GBytes) before = fr_document_get_bytes (document), after = NULL;
  gboolean good = fr_document_patch (document, patch, NULL);

  after = fr_document_get_bytes (document);
  return good && !g_bytes_equal (before, after);
}

/* One operation on the document and, where it succeeds, on the model. */
static void
any_operation (GRand *rand, FrDocument *document, Value *root)
{
  const char *sample = samples[g_rand_int_range (rand, 0, G_N_ELEMENTS (samples))];
  g_autofree char *pointer = any_pointer (rand, root), *to = any_new_pointer (rand, root);

  if (pointer == NULL)
    return;
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (try (document, g_strdup_printf ("{\"op\":\"add\",\"path\":\"%s\",\"value\":%s}", to, sample)))
        put (root, to, number_sample (sample), FALSE);
      break;
    case 1:
      if (try (document, g_strdup_printf ("{\"op\":\"remove\",\"path\":\"%s\"}", pointer)))
        free_value (take (root, pointer));
      break;
    case 2:
      if (try (document, g_strdup_printf ("{\"op\":\"replace\",\"path\":\"%s\",\"value\":%s}", pointer, sample)))
        put (root, pointer, number_sample (sample), TRUE);
      break;
    default:
      if (try (document, g_strdup_printf ("{\"op\":\"move\",\"from\":\"%s\",\"path\":\"%s\"}", pointer, to)) &&
          strcmp (pointer, to) != 0)
        put (root, to, take (root, pointer), FALSE);
    }
}

/* Whether the pointer was below a value that is another one as a whole: it may be anything then. */
static gboolean
is_lost (const char *pointer, const GPtrArray *changes)
{
  g_autofree char *now = g_strdup (pointer);

  for (unsigned i = 0; now != NULL && i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];
      g_autoptr(GPtrArray) one = g_ptr_array_new ();
      char *next;

      if (change->kind == FR_CHANGE_EDITED && fr_pointer_is_within (now, change->pointer) && strcmp (now, change->pointer) != 0)
        return TRUE;
      g_ptr_array_add (one, (gpointer) change);
      next = fr_pointer_rebase (now, one);
      g_free (now);
      now = next;
    }
  return FALSE;
}

static void
assert_follows (GHashTable *before, GHashTable *after, const GPtrArray *changes)
{
  GHashTableIter iter;
  gpointer number, pointer;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &number, &pointer))
    {
      g_autofree char *found = fr_pointer_rebase (pointer, changes);

      if (!is_lost (pointer, changes))
        g_assert_cmpstr (found, ==, g_hash_table_lookup (after, number));
    }
}

static void
collect (FrDocument *document, GPtrArray *changes, GPtrArray *all)
{
  for (unsigned i = 0; i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];

      fr_changes_add (all, change->kind, change->pointer, change->in_list, change->from, change->from_list, change->key);
    }
}

/* Followed from before the first operation to behind the last; taken back, what still has its number is where it was. */
static void
test_random (void)
{
  static const char text[] = "a: [1, {k: 2}, [3]]\nb:\n- x: 1\n  y: [1, 2]\n- x: 2\n- z\nc: {d: {e: f}}\ng: h\n";
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);

  for (unsigned n = 0; n < PATCHES; n++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
      g_autoptr(GPtrArray) forth = fr_changes_new (), back = fr_changes_new ();
      Value *root = number_node (fr_document_get_root (document));
      g_autoptr(GHashTable) before = pointers_of (root), after = NULL;
      unsigned long handler = g_signal_connect (document, "changed", G_CALLBACK (collect), forth);

      for (int i = g_rand_int_range (rand, 1, MOST_OPERATIONS + 1); i > 0; i--)
        any_operation (rand, document, root);
      after = pointers_of (root);
      assert_follows (before, after, forth);
      g_signal_handler_disconnect (document, handler);
      g_signal_connect (document, "changed", G_CALLBACK (collect), back);
      while (fr_document_undo (document))
        ;
      assert_follows (after, before, back);
      free_value (root);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/change/rebase/", rules[i].name, NULL);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/change/list/", lists[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_list);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/change/below/", places[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_follow_below);
    }
  g_test_add_func ("/change/inner-list", test_inner_list);
  g_test_add_func ("/change/random", test_random);
  return g_test_run ();
}
