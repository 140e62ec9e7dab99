/* SPDX-License-Identifier: GPL-3.0-or-later */
/* monkey ACTIONS SEED: random use of the real window, held against a model (model.h). In rounds: each opens a page in a new window,
 * undoes all in the end, does it again, and closes; after that nothing of it is left, and no round needs more memory than those
 * before. A warning of any library ends it, as do the sanitizers' errors.
 */
#include <adwaita.h>
#include <malloc.h>
#include <stdlib.h>

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "fr-application.h"
#include "hands.h"
#include "model.h"

#define ROUND 250          /* actions */
#define GROWTH (256 << 10) /* bytes that a round may leave, for caches that fill: those of GTK, fontconfig, GLib's names */

size_t __sanitizer_get_current_allocated_bytes (void) __attribute__ ((weak));
void   __lsan_ignore_object (const void *object) __attribute__ ((weak));
void   __sanitizer_malloc_hook (const volatile void *object, size_t size);

/* GLib's first table of quarks, which it makes before main () and lets go of when it needs a larger one, since other threads may be
 * reading it. */
#define QUARKS (2048 * sizeof (char *))
static const void *quarks;

void
__sanitizer_malloc_hook (const volatile void *object, size_t size)
{
  if (size == QUARKS && quarks == NULL)
    quarks = (const void *) object;
}

static const char page[] =
  "---\n# kept\nlayout: homepage\ntitle: Page\nnotification: Open <b>today</b>\npermalink: /\nsections:\n"
  "  - hero:\n      title: Hero   # and this\n      subtitle: >-\n        Folded over\n        two lines\n      background: /images/quay.svg\n"
  "      button: Go\n      url: /visit/\n      key_highlights:\n        - title: One\n          url: /visit/#fees\n"
  "        - title: Two\n          url: https://example.org/\n"
  "  - infobar:\n      title: 'Bar'\n      description: Words\n"
  "  - infopic:\n      title: Pic\n      image: /images/quay.svg\n      alt: Quay\n      url: www.example.org\n      button: \"B\"\n"
  "  - textcards:\n      title: Cards\n      cards:\n        - {title: C1, url: /visit/}\n        - title: C2\n"
  "  - announcements:\n      title: News\n      announcement_items:\n        - title: A1\n          date: 02 March 2026\n"
  "  - carousel:\n    - title: S1\n    - title: S2\n"
  "  - nothing: here\n  - only text\n---\nBody\n";

static void
make_site (const char *folder)
{
  write_file (folder, "_config.yml", "title: Site\n");
  write_file (folder, "index.md", page);
  write_file (folder, "pages/visit.md", "---\ntitle: Visit\npermalink: /visit/\n---\n# Fees\n");
  write_file (folder, "images/quay.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>");
}

static size_t
count_bytes (void)
{
  return __sanitizer_get_current_allocated_bytes != NULL ? __sanitizer_get_current_allocated_bytes () : mallinfo2 ().uordblks;
}

static FrWindow *
open_window (GtkApplication *application, const char *folder)
{
  FrWindow *window = FR_WINDOW (fr_window_new (application));
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 780);
  fr_window_open (window, place);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (fr_window_get_session (window) != NULL);
  wait_until (fr_site_is_complete (fr_session_get_site (fr_window_get_session (window))));
  wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  hands_rest ();
  return window;
}

/* What another program wrote is here, or is asked for. */
static gboolean
came_in (Hands *hands)
{
  FrSession *session = fr_window_get_session (hands->window);
  const char *title = fr_node_get_text (fr_document_get (fr_session_get_document (session), "/title"));

  return g_strcmp0 (title, hands->outside) == 0 || fr_session_get_conflicts (session) != NULL ||
         fr_session_get_trouble (session) != NULL;
}

/* Until what was begun is done. */
static void
wait_for (Hands *hands, Did did)
{
  if (did == DID_OUTSIDE)
    wait_until (came_in (hands));
  if (did == DID_SAVE)
    wait_until (!fr_session_is_saving (fr_window_get_session (hands->window)));
  hands_rest ();
  while (hands_answer (hands))
    {
      wait_until (!fr_session_is_saving (fr_window_get_session (hands->window)));
      hands_rest ();
    }
}

static void
act (Hands *hands, Model *model, unsigned number)
{
  Did did;

  did = hands_act (hands);
  g_test_message ("%u: %s", number, hands->what);
  wait_for (hands, did);
  model_follow (model, did, hands->what);
  model_check_shown (model, hands->what);
  if (did == DID_SAVE)
    model_check_file (model, hands->what);
  if (number % 25 == 0)
    model_check_drawn (model, hands->what);
}

static void
go_to_the_end (FrSession *session, gboolean (*step) (FrSession *session), const char *wanted)
{
  while (step (session))
    hands_rest ();
  g_assert_cmpstr (fr_document_get_text (fr_session_get_document (session)), ==, wanted);
}

/* What cannot be read is none of the document's. */
static void
go_there_and_back (FrSession *session)
{
  g_autofree char *last = NULL;

  if (fr_session_get_unreadable (session) != NULL)
    fr_session_take_back_source (session);
  while (fr_session_redo (session))
    hands_rest ();
  if (fr_session_get_unreadable (session) != NULL)
    fr_session_take_back_source (session);
  last = g_strdup (fr_document_get_text (fr_session_get_document (session)));
  go_to_the_end (session, fr_session_undo, page);
  go_to_the_end (session, fr_session_redo, last);
  if (fr_session_get_unreadable (session) != NULL)
    fr_session_take_back_source (session);
}

static void
save (Hands *hands, Model *model)
{
  FrSession *session = fr_window_get_session (hands->window);

  gtk_widget_activate_action (GTK_WIDGET (hands->window), "win.save", NULL);
  wait_for (hands, DID_SAVE);
  model_check_file (model, "the last save");
  g_assert_false (fr_session_is_modified (session));
}

/* Neither the window nor what it showed is left. */
static void
close_for_good (FrWindow *window)
{
  FrSession *session = fr_window_get_session (window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (window == NULL && session == NULL);
}

static void
play (GtkApplication *application, GRand *rand, unsigned first, unsigned n_actions)
{
  g_autofree char *folder = make_folder (), *counts = NULL;
  Hands hands = { rand };
  Model model;
  FrSession *session;

  make_site (folder);
  hands.window = open_window (application, folder);
  session = fr_window_get_session (hands.window);
  model_begin (&model, hands.window);
  for (unsigned i = 0; i < n_actions; i++)
    act (&hands, &model, first + i);
  go_there_and_back (session);
  model_check_drawn (&model, "undoing and redoing all");
  model_check_shown (&model, "undoing and redoing all");
  save (&hands, &model);
  counts = hands_tell (&hands);
  g_test_message ("%s; %u texts", counts, model.texts->len);
  close_for_good (hands.window);
  model_end (&model);
  g_free (hands.what);
  g_free (hands.outside);
}

typedef struct
{
  GtkApplication *application;
  unsigned        n_actions, seed;
} Game;

static void
test_monkey (gconstpointer data)
{
  const Game *game = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (game->seed);
  size_t settled = 0;
  unsigned rounds = 0;

  for (unsigned done = 0; done < game->n_actions; done += ROUND, rounds++)
    {
      play (game->application, rand, done, MIN (ROUND, game->n_actions - done));
      hands_rest ();
      g_test_message ("round %u: %zu bytes", rounds, count_bytes ());
      if (rounds == 2)
        settled = count_bytes ();
    }
  if (rounds > 3)
    g_assert_cmpuint (count_bytes (), <, settled + (size_t) (rounds - 3) * GROWTH);
}

int
main (int argc, char **argv)
{
  g_autoptr (FrApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = make_folder ();
  Game game;

  if (__lsan_ignore_object != NULL)
    __lsan_ignore_object (quarks);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  application = fr_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (argc, ==, 3);
  game = (Game) { GTK_APPLICATION (application), atoi (argv[1]), atoi (argv[2]) };
  g_test_add_data_func ("/monkey", &game, test_monkey);
  return g_test_run ();
}
