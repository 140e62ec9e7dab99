/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-patch.h"

#include "fr-image-field.h"
#include "fr-json.h"

static void
append (GString *patch, FrDocument *document, const char *pointer, const char *text)
{
  const FrNode *old = fr_document_get (document, pointer);

  if (g_strcmp0 (fr_node_get_text (old), text) == 0)
    return;
  g_string_append_printf (patch, "%s{\"op\":\"%s\",\"path\":", patch->len > 1 ? "," : "", old != NULL ? "replace" : "add");
  fr_json_append_string (patch, pointer, -1);
  g_string_append (patch, ",\"value\":");
  fr_json_append_string (patch, text, -1);
  g_string_append_c (patch, '}');
}

gboolean
fr_image_patch (FrSession *session, const char *pointer, const char *address, const char *alt, GError **error)
{
  FrDocument *document = fr_session_get_document (session);
  g_autofree char *beside = fr_image_field_get_alt (pointer);
  g_autoptr (GString) patch = g_string_new ("[");

  append (patch, document, pointer, address);
  if (alt != NULL && beside != NULL)
    append (patch, document, beside, alt);
  g_string_append_c (patch, ']');
  fr_document_end_group (document);
  return fr_document_patch (document, patch->str, error);
}
