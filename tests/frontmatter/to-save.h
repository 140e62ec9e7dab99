/* SPDX-License-Identifier: GPL-3.0-or-later */
/* to-save.h: what a save would write. */
#pragma once

#include "fr-snapshot.h"

/* NULL with an error if the check before saving fails. transfer full */
static inline GBytes *
bytes_to_save (FrDocument *document, GError **error)
{
  g_autoptr(FrSnapshot) snapshot = fr_snapshot_new (document);

  return fr_snapshot_check (snapshot, error) ? g_bytes_ref (fr_snapshot_get_bytes (snapshot)) : NULL;
}
