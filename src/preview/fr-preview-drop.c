/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the page is under the pointer of one who drags something over it. The page itself hears nothing of drags. */
#include "fr-preview-private.h"

void
fr_preview_find_at_async (FrPreview *self, double x, double y, GAsyncReadyCallback callback, gpointer data)
{
  double zoom = webkit_web_view_get_zoom_level (WEBKIT_WEB_VIEW (self->view));
  char left[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *point = NULL;

  g_return_if_fail (FR_IS_PREVIEW (self));

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->view), x, y, &x, &y);
  point = g_strdup_printf ("[%s, %s]", g_ascii_dtostr (left, sizeof left, x / zoom), g_ascii_dtostr (top, sizeof top, y / zoom));
  fr_preview_view_call (self->view, "placeAtPoint", point, self->cancellable, callback, data);
}

char *
fr_preview_find_at_finish (FrPreview *self, GAsyncResult *result)
{
  g_autoptr (JSCValue) value = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (FR_IS_PREVIEW (self), NULL);

  if (self->view == NULL)
    return NULL;
  value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (self->view), result, NULL);
  place = value != NULL ? jsc_value_to_string (value) : NULL;
  return place != NULL && self->page != NULL ? fr_preview_find_pointer (self, place) : NULL;
}

void
fr_preview_mark_drop (FrPreview *self, const char *pointer)
{
  g_autofree char *place = NULL;

  g_return_if_fail (FR_IS_PREVIEW (self));

  if (self->state != FR_PREVIEW_FILLED)
    return;
  place = fr_preview_find_place (self, pointer);
  fr_preview_view_call (self->view, "markDrop", place, self->cancellable, NULL, NULL);
}
