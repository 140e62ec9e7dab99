/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What preview.js says, and what is done about it. */
#include "fr-preview-private.h"

static void
on_scrolled (FrPreview *self, JSCValue *message)
{
  if (self->state != FR_PREVIEW_FILLED)
    return;
  self->place = jsc_value_to_double (message);
  g_signal_emit_by_name (self, "scrolled", self->place);
}

char *
fr_preview_find_pointer (FrPreview *self, const char *place)
{
  char *field;
  guint64 id = g_ascii_strtoull (place, &field, 10);
  const FrBlock *block = fr_page_find_block (self->page, id);

  if (block == NULL || *field != ' ')
    return NULL;
  return g_strconcat (block->pointer, field[1] != '\0' ? "/" : "", field + 1, NULL);
}

static void
emit_at (FrPreview *self, const char *signal, JSCValue *message)
{
  g_autofree char *place = jsc_value_to_string (message);
  g_autofree char *pointer = fr_preview_find_pointer (self, place);

  if (pointer != NULL)
    g_signal_emit_by_name (self, signal, pointer);
}

static void
on_clicked (FrPreview *self, JSCValue *message)
{
  emit_at (self, "clicked", message);
}

static void
on_double_clicked (FrPreview *self, JSCValue *message)
{
  emit_at (self, "double-clicked", message);
}

static void
on_link_pointed (FrPreview *self, JSCValue *message)
{
  g_autofree char *href = jsc_value_is_null (message) ? NULL : jsc_value_to_string (message);

  fr_link_overlay_point (self->links, href);
}

static void
on_link_followed (FrPreview *self, JSCValue *message)
{
  g_autofree char *href = jsc_value_to_string (message);

  fr_link_overlay_follow (self->links, href);
}

static void
on_link_opened (FrPreview *self, JSCValue *message)
{
  g_autofree char *href = jsc_value_to_string (message);

  fr_link_overlay_open (self->links, href);
}

void
fr_preview_create_view (FrPreview *self)
{
  static const struct
  {
    const char *message;
    GCallback   callback;
  } messages[] = {
    { "ready", G_CALLBACK (fr_preview_fill) },
    { "scrolled", G_CALLBACK (on_scrolled) },
    { "clicked", G_CALLBACK (on_clicked) },
    { "doubleClicked", G_CALLBACK (on_double_clicked) },
    { "pointed", G_CALLBACK (on_link_pointed) },
    { "followed", G_CALLBACK (on_link_followed) },
    { "opened", G_CALLBACK (on_link_opened) },
  };
  const char *names[G_N_ELEMENTS (messages) + 1] = { NULL };
  WebKitUserContentManager *manager;

  for (unsigned i = 0; i < G_N_ELEMENTS (messages); i++)
    names[i] = messages[i].message;
  self->view = fr_preview_view_new (names);
  manager = webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (self->view));
  for (unsigned i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *signal = g_strconcat ("script-message-received::", names[i], NULL);

      g_signal_connect_object (manager, signal, messages[i].callback, self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->view, "web-process-terminated", G_CALLBACK (fr_preview_stop), self, G_CONNECT_SWAPPED);
  fr_page_frame_set_view (self->frame, WEBKIT_WEB_VIEW (self->view));
  /* Starting the web process takes longer than all else until a page is seen, so it starts now, beside the rest. */
  fr_preview_load (self);
}
