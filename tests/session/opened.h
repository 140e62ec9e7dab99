/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opened.h: sessions for tests, without a display. All of it waits, and fails after PATIENCE. */
#pragma once

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "fr-session.h"

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

