/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opened.h: sessions for tests, without a display. All of it waits, and fails after PATIENCE. */
#pragma once

#include "../tools/folder.h"
#include "fr-session.h"

#define PATIENCE 20  /* s */

#define PAGE "---\nlayout: homepage\ntitle: T\nsections:\n- hero:\n    title: Hello\n    background: /images/a.svg\n---\nBody\n"

/* NULL with an error. transfer full */
FrSession *open_file       (GFile *file, GError **error);
/* The file "index.md" in the folder, or another one; what is wrong ends the test. transfer full */
FrSession *open_in         (const char *folder, const char *name);

gboolean   save            (FrSession *session, gboolean over_changes, GError **error);
gboolean   save_copy       (FrSession *session, const char *path, GError **error);

/* An edit, as a form makes it. */
void       set_title       (FrSession *session, const char *text);
/* The title in the hero is another one, on the disk as in the session, and nothing else. */
void       assert_on_disk  (const char *folder, const char *name, const char *title);
/* There is an error of this domain and code, and its message has these words. */
void       assert_says     (const GError *error, GQuark domain, int code, const char *words);

/* A callback: sets the GAsyncResult * that `data` points at, which starts as NULL. */
void       keep_result     (GObject *source, GAsyncResult *result, gpointer data);

/* Until the condition holds. */
#define wait_until(condition) \
  G_STMT_START { \
    gint64 wait_until_end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC; \
    while (!(condition)) \
      wait_step (#condition, wait_until_end); \
  } G_STMT_END
void       wait_step       (const char *what, gint64 end);
