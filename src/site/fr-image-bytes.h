/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-image-bytes.h: numbers in the first bytes of a picture's file, as its formats write them. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  const guchar *data;
  gsize         length;
} FrImageBytes;

/* Beyond the end there are zeros. */
static inline unsigned
byte_at (const FrImageBytes *bytes, gsize at)
{
  return at < bytes->length ? bytes->data[at] : 0;
}

static inline unsigned
big_16 (const FrImageBytes *bytes, gsize at)
{
  return byte_at (bytes, at) << 8 | byte_at (bytes, at + 1);
}

static inline unsigned
big_32 (const FrImageBytes *bytes, gsize at)
{
  return big_16 (bytes, at) << 16 | big_16 (bytes, at + 2);
}

static inline unsigned
little_16 (const FrImageBytes *bytes, gsize at)
{
  return byte_at (bytes, at + 1) << 8 | byte_at (bytes, at);
}

static inline unsigned
little_24 (const FrImageBytes *bytes, gsize at)
{
  return byte_at (bytes, at + 2) << 16 | little_16 (bytes, at);
}

static inline unsigned
little_32 (const FrImageBytes *bytes, gsize at)
{
  return little_16 (bytes, at + 2) << 16 | little_16 (bytes, at);
}

static inline gboolean
has_at (const FrImageBytes *bytes, gsize at, const char *text, gsize length)
{
  return at + length <= bytes->length && memcmp (bytes->data + at, text, length) == 0;
}

#define HAS(bytes, at, text) has_at (bytes, at, text, sizeof text - 1)

G_END_DECLS
