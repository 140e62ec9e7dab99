/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.h: for conditions that come by the main loop. A test that waits for what does not come fails after PATIENCE. */
#pragma once

#include <gio/gio.h>

#define PATIENCE 30  /* s */

static inline gboolean
wait_wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* One turn of the main loop, of a tenth of a second at most. */
static inline void
wait_step (const char *what, gint64 end)
{
  unsigned alarm = g_timeout_add (100, wait_wake, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
  if (g_get_monotonic_time () > end)
    g_error ("not within %d s: %s", PATIENCE, what);
}

/* Until the condition holds. */
#define wait_until(condition) \
  G_STMT_START { \
    gint64 wait_until_end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC; \
    while (!(condition)) \
      wait_step (#condition, wait_until_end); \
  } G_STMT_END

/* A callback: sets the GAsyncResult * that `data` points at, which starts as NULL. */
static inline void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}
