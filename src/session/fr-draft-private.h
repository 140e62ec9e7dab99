/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-draft-private.h: what writing a draft and finding it share. */
#pragma once

#include "fr-draft.h"

G_BEGIN_DECLS

/* The first record: the file's real path, the text before the first step, and what the file held. */
#define FR_DRAFT_BASE "(ayayay)"
/* What was done (fr-log.h), and the checksum of the text after it. */
#define FR_DRAFT_DONE "(vs)"
/* What is typed in the text beside: where it begins to differ from the document's, how many bytes of that are others, and these. */
#define FR_DRAFT_TYPED "(ttay)"

/* Of the whole text. transfer full */
char *fr_draft_checksum (FrDocument *document);
/* transfer full */
char *fr_draft_get_folder (void);
/* What the names of all drafts of a file begin with. transfer full */
char *fr_draft_get_stem (const char *real_path);

G_END_DECLS
