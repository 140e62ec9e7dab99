/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random [--print] SEED COUNT [FILE…]: random pages, each with a sequence of random JSON Patch operations.
 *
 * Pages come from a grammar of all styles, or are the FILEs. After every operation the text, read anew, must hold
 * the values that a plain model of RFC 6902 has; an operation that fails must fail in the model too, or be
 * refused with a reason, and leave every byte; one that sets or adds a value must leave every comment. What is added
 * and removed again, or moved and moved back (there-and-back.h), must leave every byte. After as many
 * undos the bytes are the first ones, and after as many redos the last ones.
 *
 * With --print, each outcome goes to stdout as JSON (whether it is a page, text, values), for another YAML parser
 * to judge.
 *
 * A failing case is made smaller, printed with its operations, and is then one for the tables of test-document.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fr-document-private.h"
#include "fr-file.h"
#include "fr-json.h"
#include "grammar.h"
#include "model.h"
#include "nasty.h"
#include "pointers.h"
#include "there-and-back.h"
#include "to-save.h"

#define MOST_EDITS 12
#define SECONDS 20  /* for one case; more is a failure */

enum { GOOD, UNREADABLE, BAD };  /* how a case's process ends */

typedef struct
{
  unsigned edits, refused;
} Counts;

typedef struct
{
  Tape       *tape;
  FrDocument *document;
  JsonNode   *model;
  Counts     *counts;  /* shared with the parent process */
  gboolean    told;    /* print what is done */
} Run;

static char **files;
static unsigned n_files;
static gboolean print;

G_GNUC_NORETURN static void
fail (const char *what)
{
  printf ("%s\n", what);
  fflush (stdout);
  _exit (BAD);
}

static void
tell (Run *run, const char *title, const char *text)
{
  g_autofree char *escaped = g_strescape (text, "\x80\x81");

  if (run->told)
    printf ("%s: \"%s\"\n", title, escaped);
}

static JsonNode *
random_value (Tape *tape)
{
  static const char * const values[] = {
    "\"text\"", "null", "true", "12", "1.5", "[]", "{}", "[\"x\", [\"y\"], {\"k\": \"yes\"}]", "\"\"", "\"a #b\"",
    "{\"title\": \"A: b\", \"list\": [], \"deep\": {\"text\": \"line\\nline\\n\"}}",
  };
  JsonNode *node;

  if (tape_chance (tape, 3))
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (node, nasty[tape_pick (tape, G_N_ELEMENTS (nasty))]);
      return node;
    }
  return json_from_string (values[tape_pick (tape, G_N_ELEMENTS (values))], NULL);
}

static char *
random_pointer (Run *run, gboolean new)
{
  static const char * const names[] = { "-", "0", "1", "title", "new key", "a/b", "k1", "k0" };
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
  const char *pointer;

  collect_pointers (fr_document_get_root (run->document), "", pointers);
  pointer = g_ptr_array_index (pointers, tape_pick (run->tape, pointers->len));
  return new ? fr_pointer_join (pointer, names[tape_pick (run->tape, G_N_ELEMENTS (names))]) : g_strdup (pointer);
}

static JsonObject *
random_operation (Run *run)
{
  static const char * const names[] = { "replace", "add", "remove", "move", "copy", "test" };
  const char *name = names[tape_pick (run->tape, G_N_ELEMENTS (names))];
  JsonObject *operation = json_object_new ();
  g_autofree char *path = random_pointer (run, strchr ("amc", *name) != NULL && !tape_chance (run->tape, 3));

  json_object_set_string_member (operation, "op", name);
  json_object_set_string_member (operation, "path", path);
  if (*name == 'm' || *name == 'c')
    {
      g_autofree char *from = random_pointer (run, FALSE);

      json_object_set_string_member (operation, "from", from);
    }
  else if (strcmp (name, "remove") != 0)
    json_object_set_member (operation, "value", random_value (run->tape));
  return operation;
}

static JsonNode *
values_of (FrDocument *document)
{
  g_autofree char *json = fr_json_to_text (fr_document_get_root (document), FALSE);
  g_autoptr(GError) error = NULL;
  JsonNode *values = json_from_string (json, &error);

  if (values == NULL)
    fail (error->message);
  return values;
}

static void
check_values (Run *run, const char *when)
{
  g_autoptr(JsonNode) values = values_of (run->document);
  g_autofree char *is = NULL, *meant = NULL, *what = NULL;

  if (json_node_equal (values, run->model))
    return;
  is = json_to_string (values, FALSE);
  meant = json_to_string (run->model, FALSE);
  what = g_strdup_printf ("%s the values are %s and should be %s", when, is, meant);
  fail (what);
}

static GBytes *
checked_bytes (FrDocument *document)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = bytes_to_save (document, &error);

  if (bytes == NULL)
    fail (error->message);
  return bytes;
}

static char *
text_of (GBytes *bytes)
{
  return g_bytes_get_size (bytes) == 0 ? g_strdup ("") : g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What looks like a comment in a block scalar is a part of its value. */
static void
check_comments (const char *before, const char *after, JsonNode *values)
{
  g_autofree char *json = json_to_string (values, FALSE);

  for (const char *c = strstr (before, "# c"); c != NULL; c = strstr (c + 1, "# c"))
    {
      g_autofree char *comment = g_strndup (c, 3 + strspn (c + 3, "0123456789"));
      const char *found = strstr (after, comment);

      while (found != NULL && g_ascii_isdigit (found[strlen (comment)]))
        found = strstr (found + 1, comment);
      if (found == NULL && strstr (json, comment) == NULL)
        fail ("a comment is lost");
    }
}

/* Whether the operation writes a scalar over a scalar or something new, so that every comment must stay. */
static gboolean
keeps_comments (Run *run, JsonObject *operation)
{
  const char *op = json_object_get_string_member (operation, "op");
  const FrNode *node = fr_document_get (run->document, json_object_get_string_member (operation, "path"));

  return (*op == 'a' || *op == 'c' || strcmp (op, "replace") == 0) && (node == NULL || fr_node_get_text (node) != NULL);
}

static void
try_operation (Run *run, JsonObject *operation)
{
  g_autoptr(GBytes) before = fr_document_get_bytes (run->document), after = NULL;
  g_autofree char *text_before = text_of (before), *text_after = NULL, *json = NULL, *patch = NULL;
  g_autoptr(JsonNode) node = json_node_alloc (), model = model_copy (run->model), model_before = NULL;
  g_autoptr(GError) error = NULL;
  gboolean comments_stay = keeps_comments (run, operation);
  gboolean good, right = model_patch (&model, operation);

  json_node_init_object (node, operation);
  json = json_to_string (node, FALSE);
  patch = g_strdup_printf ("[%s]", json);
  tell (run, "operation", json);
  good = fr_document_patch (run->document, patch, &error);
  after = checked_bytes (run->document);
  text_after = text_of (after);
  tell (run, good ? "text" : "fails", good ? text_after : error->message);
  run->counts->edits++;
  run->counts->refused += g_error_matches (error, FR_ERROR, FR_ERROR_NOT_EDITABLE);
  if (good && !right)
    fail ("the operation should have failed");
  if (!good && right && !g_error_matches (error, FR_ERROR, FR_ERROR_NOT_EDITABLE))
    fail ("the operation should not have failed");
  if (!good && !g_bytes_equal (before, after))
    fail ("an operation that failed left a trace");
  model_before = run->model;
  run->model = good ? g_steal_pointer (&model) : model_copy (model_before);
  check_values (run, "after the operation");
  if (good && comments_stay)
    check_comments (text_before, text_after, model_before);
}

static void
try_there_and_back (Run *run)
{
  g_autofree char *problem = there_and_back (run->document, run->tape);

  if (problem != NULL)
    fail (problem);
}

static void
check_history (Run *run, GBytes *first)
{
  g_autoptr(GBytes) last = fr_document_get_bytes (run->document), undone = NULL, redone = NULL;

  while (fr_document_undo (run->document))
    ;
  undone = checked_bytes (run->document);
  if (!g_bytes_equal (undone, first))
    fail ("undo did not bring the bytes back");
  while (fr_document_redo (run->document))
    ;
  redone = checked_bytes (run->document);
  if (!g_bytes_equal (redone, last))
    fail ("redo did not bring the bytes back");
}

static GBytes *
random_page (Tape *tape, FrFormat *format)
{
  unsigned file = n_files > 0 ? tape_pick (tape, 2 * n_files) : 0;
  GrammarPage page;

  if (file < n_files && n_files > 0)
    {
      *format = fr_document_format_for (files[file]);
      return fr_file_read (files[file], NULL);
    }
  page = grammar_page (tape);
  *format = page.front_matter ? FR_FORMAT_FRONT_MATTER : FR_FORMAT_YAML;
  return g_string_free_to_bytes (page.text);
}

static void
print_outcome (Run *run, FrFormat format)
{
  g_autoptr(GBytes) bytes = fr_document_get_bytes (run->document);
  g_autofree char *text = text_of (bytes), *line = NULL;
  g_autoptr(JsonArray) row = json_array_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  json_array_add_boolean_element (row, format == FR_FORMAT_FRONT_MATTER);
  json_array_add_string_element (row, text);
  json_array_add_element (row, model_copy (run->model));
  json_node_set_array (node, row);
  line = json_to_string (node, FALSE);
  printf ("%s\n", line);
}

/* Does not return. */
static void
run_case (Tape *tape, Counts *counts, gboolean told)
{
  Run run = { .tape = tape, .counts = counts, .told = told };
  FrFormat format;
  g_autoptr(GBytes) bytes = random_page (tape, &format);
  g_autofree char *text = text_of (bytes);
  unsigned n_edits = 1 + tape_pick (tape, MOST_EDITS);

  alarm (SECONDS);
  tell (&run, format == FR_FORMAT_YAML ? "YAML" : "page", text);
  run.document = fr_document_new (bytes, format, NULL);
  if (run.document == NULL)
    _exit (UNREADABLE);
  run.model = values_of (run.document);
  for (unsigned i = 0; i < n_edits; i++)
    {
      g_autoptr(JsonObject) operation = random_operation (&run);

      try_operation (&run, operation);
      try_there_and_back (&run);
    }
  check_history (&run, bytes);
  if (print)
    print_outcome (&run, format);
  _exit (GOOD);
}

/* In a process of its own, so that a crash and an endless loop are failures like others. */
static int
play (Tape *tape, Counts *counts, gboolean told)
{
  int status;
  pid_t child;

  tape->next = 0;
  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      if (!told && freopen ("/dev/null", "w", stderr) == NULL)
        _exit (BAD);
      if (!told && !print && freopen ("/dev/null", "w", stdout) == NULL)
        _exit (BAD);
      setvbuf (stdout, NULL, _IOLBF, 0);
      run_case (tape, counts, told);
    }
  waitpid (child, &status, 0);
  if (told && WIFSIGNALED (status))
    printf ("It ends with signal %d (%s).\n", WTERMSIG (status), strsignal (WTERMSIG (status)));
  return WIFEXITED (status) && WEXITSTATUS (status) < BAD ? WEXITSTATUS (status) : BAD;
}

static gboolean
still_fails (GArray *choices, Counts *counts)
{
  Tape tape = { choices, 0 };

  return play (&tape, counts, FALSE) == BAD;
}

static gboolean
cut_parts (GArray **choices, unsigned size, Counts *counts)
{
  gboolean any = FALSE;

  for (unsigned i = 0; i + size <= (*choices)->len;)
    {
      g_autoptr(GArray) shorter = g_array_copy (*choices);

      g_array_remove_range (shorter, i, size);
      if (!still_fails (shorter, counts))
        {
          i += size;
          continue;
        }
      g_array_unref (*choices);
      *choices = g_steal_pointer (&shorter);
      any = TRUE;
    }
  return any;
}

static gboolean
lower_choice (GArray *choices, unsigned i, Counts *counts)
{
  guint32 *choice = &g_array_index (choices, guint32, i);
  guint32 old = *choice;

  for (guint32 smaller = 0; smaller < old; smaller += (old - smaller + 1) / 2)
    {
      *choice = smaller;
      if (still_fails (choices, counts))
        return TRUE;
    }
  *choice = old;
  return FALSE;
}

/* Cuts parts out, the large ones first, and makes single choices smaller, as long as the case goes on failing. */
static gboolean
shrink_once (GArray **choices, Counts *counts)
{
  gboolean any = FALSE;

  for (unsigned size = (*choices)->len; size > 0; size /= 2)
    any = cut_parts (choices, size, counts) || any;
  for (unsigned i = 0; i < (*choices)->len; i++)
    any = lower_choice (*choices, i, counts) || any;
  return any;
}

#define CHOICES 1500

static GArray *
make_choices (unsigned seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (unsigned i = 0; i < CHOICES; i++)
    {
      guint32 choice = g_rand_int_range (rand, 0, 27720);

      g_array_append_val (choices, choice);
    }
  return choices;
}

static void
report (GArray *choices, unsigned seed, Counts *counts)
{
  Tape tape;

  printf ("Seed %u fails. Made smaller:\n", seed);
  while (shrink_once (&choices, counts))
    ;
  tape = (Tape) { choices, 0 };
  play (&tape, counts, TRUE);
  g_array_unref (choices);
}

int
main (int argc, char **argv)
{
  Counts *counts = mmap (NULL, sizeof (Counts), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  unsigned first, count, cases = 0, unreadable = 0;

  print = argc > 1 && strcmp (argv[1], "--print") == 0;
  argv += print;
  argc -= print;
  first = argc > 2 ? atoi (argv[1]) : 0;
  count = argc > 2 ? atoi (argv[2]) : 0;
  files = argv + MIN (argc, 3);
  n_files = MAX (argc - 3, 0);
  for (unsigned seed = first; seed < first + count; seed++)
    {
      g_autoptr(GArray) choices = make_choices (seed);
      Tape tape = { choices, 0 };
      int outcome = play (&tape, counts, FALSE);

      if (outcome == BAD)
        {
          report (g_steal_pointer (&choices), seed, counts);
          return 1;
        }
      cases++;
      unreadable += outcome == UNREADABLE;
    }
  fprintf (stderr, "%u pages, %u unreadable, %u operations, %u of them refused\n", cases, unreadable, counts->edits, counts->refused);
  /* A grammar whose pages cannot be read tests nothing. */
  return cases == 0 || unreadable * 2 > cases;
}
