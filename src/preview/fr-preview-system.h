/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-preview-system.h: what of the system WebKit needs to draw the page, and what it is told of it before it begins. WebKit
 * itself ends the program where it can make no sandbox, and shows nothing where a driver hands it no buffers.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Has WebKit draw without shared buffers of the graphics card where NVIDIA's own driver is in the kernel: with some of its
 * versions all that they hold is empty. A choice that is in the environment already stays. To be called before anything
 * else, as it changes the environment. proc: "/proc", or what stands for it in a test. */
void     fr_preview_choose_renderer (const char *proc);

/* Whether WebKit's processes can be kept in a sandbox here; asked of the system once, which takes some milliseconds. */
gboolean fr_preview_has_sandbox     (void);

G_END_DECLS
