/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "opened.h"

#include "../tools/contains.h"

FrSession *
open_file (GFile *file, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  fr_session_open_async (file, NULL, keep_result, &result);
  wait_until (result != NULL);
  return fr_session_open_finish (result, error);
}

FrSession *
open_in (const char *folder, const char *name)
{
  g_autoptr(GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  FrSession *session = open_file (file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
  return session;
}

gboolean
save (FrSession *session, gboolean over_changes, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  fr_session_save_async (session, over_changes, keep_result, &result);
  wait_until (result != NULL);
  return fr_session_save_finish (session, result, error);
}

gboolean
save_copy (FrSession *session, const char *path, GError **error)
{
  g_autoptr(GFile) copy = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  fr_session_save_copy_async (session, copy, keep_result, &result);
  wait_until (result != NULL);
  return fr_session_save_copy_finish (session, result, error);
}

void
set_title (FrSession *session, const char *text)
{
  g_autoptr(GError) error = NULL;

  fr_document_set_string (fr_session_get_document (session), "/sections/0/hero/title", text, &error);
  g_assert_no_error (error);
}

void
assert_on_disk (const char *folder, const char *name, const char *title)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *found = NULL;
  g_auto(GStrv) around = g_strsplit (PAGE, "Hello", 2);
  g_autofree char *expected = g_strjoin (title, around[0], around[1], NULL);

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

void
assert_says (const GError *error, GQuark domain, int code, const char *words)
{
  g_assert_error (error, domain, code);
  assert_has (error->message, words);
}
