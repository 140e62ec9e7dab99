/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli.h: what the verbs of frontage-cli share. */
#pragma once

#include "fr-document.h"

G_BEGIN_DECLS

/* Exit statuses */
enum { CLI_DONE = 0, CLI_FINDINGS = 1, CLI_FAILED = 2 };

/* Each takes its own argv, the verb first, and returns the exit status. */
int cli_get    (int argc, char **argv);
int cli_set    (int argc, char **argv);
int cli_patch  (int argc, char **argv);
int cli_render (int argc, char **argv);
int cli_check  (int argc, char **argv);

/* Parses options; then there must be `least` to `most` arguments besides the verb (most 0: no limit). What is no option
 * is an argument, as a value may begin with a dash. */
gboolean    cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *arguments, int least, int most);
/* "FILE:LINE:COLUMN: sentence" on stderr; takes the error. Returns CLI_FAILED. */
int         cli_fail  (const char *file, GError *error);
/* NULL: told already. */
FrDocument *cli_open  (const char *file);
/* To be changed: nobody else's edit comes between this and the end of the process. Once in a process. */
FrDocument *cli_hold  (const char *file);
/* What was held. Once in a process, at its end. */
int         cli_save  (const char *file, FrDocument *document);

G_END_DECLS
