/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-limits.h"

#include <sys/resource.h>
#include <unistd.h>

static void
limit (int resource, rlim_t most)
{
  /* The first one can be told from others' signals by who finds this process ended; the second one cannot be put off. */
  const struct rlimit both = { most, resource == RLIMIT_CPU ? most + 1 : most };

  setrlimit (resource, &both);
}

void
fr_limit_process (unsigned seconds, unsigned seconds_waiting, gsize memory)
{
  limit (RLIMIT_CPU, seconds);
  limit (RLIMIT_CORE, 0);
  /* AddressSanitizer takes terabytes of addresses for itself. */
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, memory);
#endif
  alarm (seconds_waiting);
}
