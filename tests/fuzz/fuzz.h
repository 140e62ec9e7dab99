/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h: what the fuzz targets share. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <stdlib.h>

#include "fr-document-private.h"
#include "fr-pointer.h"
#include "to-save.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* libFuzzer keeps the input of an abort, not of g_error()'s trap. */
G_GNUC_NORETURN static inline void
fuzz_fail (const char *message)
{
  g_printerr ("%s\n", message);
  abort ();
}

static inline FrDocument *
fuzz_open (const uint8_t *data, size_t size, FrFormat format)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  return fr_document_new (bytes, format, NULL);
}

/* The tree must be what the text reads as, at any time. */
static inline GBytes *
fuzz_check (FrDocument *document)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = bytes_to_save (document, &error);

  if (bytes == NULL)
    fuzz_fail (error->message);
  return bytes;
}

static inline void
fuzz_check_undo (FrDocument *document, const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) first = g_bytes_new_static (data, size);
  g_autoptr(GBytes) bytes = NULL;

  while (fr_document_undo (document))
    ;
  bytes = fuzz_check (document);
  if (!g_bytes_equal (bytes, first))
    fuzz_fail ("undo did not bring the bytes back");
}
