/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typist.c: somebody who types, to be killed: typist FILE says after each edit when it was made (ms) and its number; typist FILE
 * show says the number of the last edit that is there after the draft was restored, 0: there is none.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../tools/wait.h"
#include "fr-session.h"

#define TITLE "/sections/0/hero/title"

static FrSession *
open_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  fr_session_open_async (file, NULL, keep_result, &result);
  wait_until (result != NULL);
  return fr_session_open_finish (result, NULL);
}

/* Every tenth edit is undone and made again, every hundredth is of another value. */
static gboolean
type (gpointer session)
{
  static unsigned number;
  FrDocument *document = fr_session_get_document (session);
  g_autofree char *text = g_strdup_printf ("%u", ++number);

  fr_session_type_text (session, TITLE, text, NULL);
  if (number % 10 == 0)
    {
      fr_document_end_group (document);
      fr_document_undo (document);
      fr_document_redo (document);
    }
  if (number % 100 == 0)
    fr_document_move (document, "/sections/1", "/sections/2", NULL);
  printf ("%" G_GINT64_FORMAT " %u\n", g_get_real_time () / 1000, number);
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (FrSession) session = open_file (argv[1]);
  const char *title;

  g_assert_nonnull (session);
  if (argc < 3)
    {
      g_timeout_add (5, type, session);
      for (;;)
        g_main_context_iteration (NULL, TRUE);
    }
  fr_session_restore_draft (session);
  title = fr_node_get_text (fr_document_get (fr_session_get_document (session), TITLE));
  printf ("%d %d\n", atoi (title), fr_session_is_modified (session));
  return 0;
}
