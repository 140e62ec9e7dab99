/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three bytes choose an edit, the rest is the text it is made in. */
#include "fuzz.h"
#include "nasty.h"
#include "pointers.h"

static const char * const values[] = {
  "null", "12", "[]", "{}", "[\"x\", {\"k\": \"yes\"}]", "{\"a\": \"A: b\", \"b\": [], \"c\": {\"d\": \"line\\nline\\n\"}}",
};

static void
edit (FrDocument *document, unsigned kind, const char *there, const char *other, unsigned which)
{
  const char *value = values[which % G_N_ELEMENTS (values)];
  g_autofree char *first = g_strconcat (there, "/0", NULL);
  g_autofree char *last = g_strconcat (there, "/-", NULL);

  switch (kind % 8)
    {
    case 0:
      fr_document_set_string (document, there, nasty[which % G_N_ELEMENTS (nasty)], NULL);
      break;
    case 1:
      fr_document_set_json (document, there, value, NULL);
      break;
    case 2:
      fr_document_add (document, first, value, NULL);
      break;
    case 3:
      fr_document_add (document, last, value, NULL);
      break;
    case 4:
      fr_document_remove (document, there, NULL);
      break;
    case 5:
      fr_document_move (document, there, other, NULL);
      break;
    case 6:
      fr_document_copy (document, there, other, NULL);
      break;
    default:
      fr_document_copy (document, other, last, NULL);
      break;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(FrDocument) document = size < 3 ? NULL : fuzz_open (data + 3, size - 3, FR_FORMAT_YAML);
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  if (document == NULL)
    return 0;
  collect_pointers (fr_document_get_root (document), "", pointers);
  edit (document, data[0], g_ptr_array_index (pointers, data[1] % pointers->len),
        g_ptr_array_index (pointers, data[2] % pointers->len), data[2]);
  g_bytes_unref (fuzz_check (document));
  fuzz_check_undo (document, data + 3, size - 3);
  return 0;
}
