/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes: refused with a reason, or opened and kept as they are. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (FrFormat format = FR_FORMAT_FRONT_MATTER; format <= FR_FORMAT_YAML; format++)
    {
      g_autoptr(FrDocument) document = fuzz_open (data, size, format);

      if (document == NULL)
        continue;
      g_bytes_unref (fuzz_check (document));
      fuzz_check_undo (document, data, size);
    }
  return 0;
}
