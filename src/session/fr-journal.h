/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-journal.h: a file that grows by records, each of which is there as a whole or not at all, whenever the program or the
 * machine stops. All are written in one thread, in the order in which they come.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FrJournal FrJournal;

/* There is no file before the first record; then it is the program's own, and so is its folder (0600, 0700). */
FrJournal *fr_journal_new    (const char *path);
/* What is written stays. */
void       fr_journal_free   (FrJournal *self);
/* Any variant; a floating one is taken. */
void       fr_journal_append (FrJournal *self, GVariant *record);
/* The file goes. */
void       fr_journal_remove (FrJournal *self);
/* Waits until all that was appended and removed is on the disk. */
void       fr_journals_sync  (void);

/* Blocks. The records of a journal that nobody has open any more, which stays so as long as `fd` is; NULL: it is somebody's,
 * or there is none. transfer full, of GVariant */
GPtrArray *fr_journal_read   (const char *path, int *fd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrJournal, fr_journal_free)

G_END_DECLS
