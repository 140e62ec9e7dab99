/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-journal.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "fr-file-private.h"

#define KIND "Frontage journal 1\n"
#define CHECKSUM G_CHECKSUM_SHA256
#define CHECKSUM_BYTES 32
#define MOST_BYTES ((gsize) 1 << 30)

/* The thread's own, but for the number of those who have it. */
struct _FrJournal
{
  gatomicrefcount count;
  char           *path;
  int             fd;  /* -1: there is no file */
};

typedef enum { APPEND, REMOVE, LET_GO, TELL } Kind;

typedef struct
{
  Kind       kind;
  FrJournal *journal;
  GBytes    *bytes;
  GMutex    *mutex;  /* TELL: of those who wait, … */
  GCond     *cond;
  gboolean  *done;   /* … for this */
} Job;

static void
unref (FrJournal *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* Locked, so that nobody takes it for one that was left. */
static void
create (FrJournal *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  self->fd = open (self->path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return;
  flock (self->fd, LOCK_EX | LOCK_NB);
  if (write (self->fd, KIND, strlen (KIND)) == (gssize) strlen (KIND))
    fr_file_sync_folder (self->path);
}

/* What was written in part is not read; what follows it would not be, either. */
static void
append (FrJournal *self, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  off_t before;

  if (self->fd < 0)
    create (self);
  if (self->fd < 0)
    return;
  before = lseek (self->fd, 0, SEEK_END);
  if (write (self->fd, data, size) != (gssize) size && before >= 0 && ftruncate (self->fd, before) != 0)
    return;
  fdatasync (self->fd);
}

static void
remove_file (FrJournal *self)
{
  if (self->fd < 0)
    return;
  unlink (self->path);
  close (self->fd);
  self->fd = -1;
}

static void
tell (Job *job)
{
  g_mutex_lock (job->mutex);
  *job->done = TRUE;
  g_cond_signal (job->cond);
  g_mutex_unlock (job->mutex);
}

static void
run (gpointer data, gpointer user_data)
{
  g_autofree Job *job = data;

  if (job->kind == APPEND)
    append (job->journal, job->bytes);
  else if (job->kind == REMOVE)
    remove_file (job->journal);
  else if (job->kind == TELL)
    tell (job);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->journal, unref);
}

static void
push (const Job *job)
{
  static GThreadPool *thread;

  if (g_once_init_enter (&thread))
    g_once_init_leave (&thread, g_thread_pool_new (run, NULL, 1, TRUE, NULL));
  g_thread_pool_push (thread, g_memdup2 (job, sizeof *job), NULL);
}

static void
push_for (FrJournal *self, Kind kind, GBytes *bytes)
{
  Job job = { kind, self, bytes };

  g_atomic_ref_count_inc (&self->count);
  push (&job);
}

FrJournal *
fr_journal_new (const char *path)
{
  FrJournal *self = g_new0 (FrJournal, 1);

  g_atomic_ref_count_init (&self->count);
  self->path = g_strdup (path);
  self->fd = -1;
  return self;
}

void
fr_journal_free (FrJournal *self)
{
  /* It is closed in the thread, behind what is still to be written. */
  push_for (self, LET_GO, NULL);
  unref (self);
}

static void
add_checksum (GByteArray *bytes, const void *data, gsize size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (CHECKSUM);
  guint8 digest[CHECKSUM_BYTES];
  gsize length = sizeof digest;

  g_checksum_update (checksum, data, size);
  g_checksum_get_digest (checksum, digest, &length);
  g_byte_array_append (bytes, digest, length);
}

/* Its size, its checksum, and the record with its type. */
void
fr_journal_append (FrJournal *self, GVariant *record)
{
  g_autoptr (GVariant) boxed = g_variant_ref_sink (g_variant_new_variant (record));
  GByteArray *bytes = g_byte_array_new ();
  guint64 size = g_variant_get_size (boxed);

  g_byte_array_append (bytes, (guint8 *) &size, sizeof size);
  add_checksum (bytes, g_variant_get_data (boxed), size);
  g_byte_array_append (bytes, g_variant_get_data (boxed), size);
  push_for (self, APPEND, g_byte_array_free_to_bytes (bytes));
}

void
fr_journal_remove (FrJournal *self)
{
  push_for (self, REMOVE, NULL);
}

void
fr_journals_sync (void)
{
  gboolean done = FALSE;
  GMutex mutex;
  GCond cond;
  Job job = { TELL, .mutex = &mutex, .cond = &cond, .done = &done };

  g_mutex_init (&mutex);
  g_cond_init (&cond);
  g_mutex_lock (&mutex);
  push (&job);
  while (!done)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
  g_mutex_clear (&mutex);
  g_cond_clear (&cond);
}

/* The record that begins at `*at`, which is moved behind it; NULL: there is no whole one. */
static GVariant *
read_record (GBytes *bytes, gsize *at)
{
  gsize all = g_bytes_get_size (bytes), head = sizeof (guint64) + CHECKSUM_BYTES;
  const char *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GByteArray) checksum = g_byte_array_new ();
  g_autoptr (GBytes) own = NULL;
  g_autoptr (GVariant) boxed = NULL;
  guint64 size;

  if (all - *at < head)
    return NULL;
  memcpy (&size, data + *at, sizeof size);
  if (size > all - *at - head)
    return NULL;
  add_checksum (checksum, data + *at + head, size);
  if (memcmp (checksum->data, data + *at + sizeof size, CHECKSUM_BYTES) != 0)
    return NULL;
  own = g_bytes_new_from_bytes (bytes, *at + head, size);
  boxed = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARIANT, own, FALSE));
  *at += head + size;
  return g_variant_is_normal_form (boxed) ? g_variant_get_variant (boxed) : NULL;
}

GPtrArray *
fr_journal_read (const char *path, int *fd)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GBytes) bytes = NULL;
  gsize at = strlen (KIND);
  GVariant *record;
  struct stat status;

  *fd = fr_file_open_regular (path, O_RDONLY, &status, NULL);
  if (*fd >= 0 && flock (*fd, LOCK_EX | LOCK_NB) == 0)
    bytes = fr_file_read_start (path, MOST_BYTES, NULL, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) < at || memcmp (g_bytes_get_data (bytes, NULL), KIND, at) != 0)
    {
      if (*fd >= 0)
        close (*fd);
      *fd = -1;
      return NULL;
    }
  while ((record = read_record (bytes, &at)) != NULL)
    g_ptr_array_add (records, record);
  return g_steal_pointer (&records);
}
