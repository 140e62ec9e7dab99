/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-limits.h: for programs of ours that work on what other people have made, and can be ended without harm. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on the kernel ends this process when it has taken so many seconds of the processor's time, with SIGXCPU, or so many of
 * anybody's; and gives it no more memory than so many bytes. It leaves no core. */
void fr_limit_process (unsigned seconds, unsigned seconds_waiting, gsize memory);

G_END_DECLS
