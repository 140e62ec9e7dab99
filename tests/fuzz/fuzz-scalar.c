/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first byte chooses a place and its style, the rest is a text to be written there. */
#include "fuzz.h"

static const struct { const char *yaml, *pointer; } places[] = {
  { "a: b\nc: d\n", "/a" },
  { "a: 'b'\nc: d\n", "/a" },
  { "a: \"b\"\nc: d\n", "/a" },
  { "a: |\n  b\n  c\nd: e\n", "/a" },
  { "a: >-\n  b c d e\n  f g h\nd: e\n", "/a" },
  { "a: this text goes\n  over two lines\nd: e\n", "/a" },
  { "- - b\n  - c\n", "/0/0" },
  { "a: [b, c]\n", "/a/0" },
  { "a: {b: 'c', d: e}\r\n", "/a/b" },
  { "a:\nb: c\n", "/a" },
  { "- 'this text goes\n  over two\n\n  lines'\n- |2-\n   b\n", "/0" },
  { "- 'this text goes\n  over two\n\n  lines'\n- |2-\n   b\n", "/1" },
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(FrDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  const char *yaml, *pointer;

  if (size == 0 || !g_utf8_validate ((const char *) data + 1, size - 1, NULL))
    return 0;
  yaml = places[data[0] % G_N_ELEMENTS (places)].yaml;
  pointer = places[data[0] % G_N_ELEMENTS (places)].pointer;
  text = g_strndup ((const char *) data + 1, size - 1);
  document = fuzz_open ((const uint8_t *) yaml, strlen (yaml), FR_FORMAT_YAML);
  if (!fr_document_set_string (document, pointer, text, &error))
    fuzz_fail (error->message);
  g_bytes_unref (fuzz_check (document));
  if (strcmp (fr_node_get_text (fr_document_get (document, pointer)), text) != 0)
    fuzz_fail ("another text was written");
  fuzz_check_undo (document, (const uint8_t *) yaml, strlen (yaml));
  return 0;
}
