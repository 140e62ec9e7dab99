/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-file-private.h: what reading, holding and the two ways of writing share. fr-file.c reads, fr-file-hold.c locks and
 * chooses the way, fr-file-replace.c puts another file in the old one's place, fr-file-rewrite.c writes into it.
 */
#pragma once

#include "fr-file.h"

G_BEGIN_DECLS

/* Always FALSE, with an error whose code is that of errno, or `code`. `format` has the path in it. The first one says
 * what the system says, too. */
gboolean fr_file_fail         (GError **error, const char *format, const char *path);
gboolean fr_file_refuse       (GError **error, int code, const char *format, const char *path);
/* GIO's own domain, without GIO. */
GQuark   fr_file_error_quark  (void);

/* A regular file, for reading, or O_RDWR; -1 with an error. Never waits. */
int      fr_file_open_regular (const char *path, int access, struct stat *status, GError **error);
/* `status`: what the file was, and what it was when it was read; `path` is for the error's sentence. transfer full */
GBytes  *fr_file_read_whole   (int fd, struct stat *status, const char *path, GError **error);
/* Nothing has been done to it: not to its content, its mode or its names. */
gboolean fr_file_is_as_before (const struct stat *a, const struct stat *b);
/* From the start of the file. FALSE: errno says why. */
gboolean fr_file_write_all    (int fd, GBytes *bytes);
/* What was done to its names is on the disk then, too. */
void     fr_file_sync_folder  (const char *path);

typedef enum
{
  FR_REPLACED,
  FR_NOT_REPLACED,     /* errno says why: ESTALE, something was done to the old one since `status` */
  FR_NOT_REPLACEABLE,  /* another file cannot take its place as it is; it may be rewritten. errno says why */
  FR_NOT_NAMED,        /* within fr-file-replace.c */
} FrReplacing;

/* Puts a new file at `path`, in the place of the one that is open as `old`. Unless FR_REPLACED all is as it was. */
FrReplacing fr_file_replace   (const char *path, int old, const struct stat *status, GBytes *bytes);
/* At a path where nothing is, or what is does not matter. FALSE: errno says why. */
gboolean fr_file_make         (const char *path, mode_t mode, GBytes *bytes);

/* Writes into the file that is open and held. FALSE with an error whose sentence says what the file holds then. */
gboolean fr_file_rewrite      (const char *path, int fd, const struct stat *status, GBytes *bytes, GError **error);
/* Whether a rewriting of this file was cut short, or goes on: then it has to be held to be read. */
gboolean fr_file_is_unfinished (const struct stat *status);
/* Ends it. The file is open and held; `status` is what it was, and is afterwards. */
gboolean fr_file_finish       (const char *path, int fd, struct stat *status, GError **error);

G_END_DECLS
