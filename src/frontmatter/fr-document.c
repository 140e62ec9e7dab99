/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-document-private.h"
#include "fr-fences.h"
#include "fr-pointer.h"
#include "fr-text.h"

/* No homepage comes near, and this much is read in a few seconds. Places in the tree are 32 bits wide. */
#define MAX_SIZE (8 << 20)

G_DEFINE_FINAL_TYPE (FrDocument, fr_document, G_TYPE_OBJECT)

enum { PROP_CAN_UNDO = 1, PROP_CAN_REDO, PROP_MODIFIED, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

static void
fr_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FrDocument *self = FR_DOCUMENT (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    default:
      g_value_set_boolean (value, fr_document_is_modified (self));
      break;
    }
}

static void
fr_document_finalize (GObject *object)
{
  FrDocument *self = FR_DOCUMENT (object);

  g_string_free (self->text, TRUE);
  fr_document_set_root (self, NULL, NULL);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->opened, g_bytes_unref);
  g_free (self->fault);
  G_OBJECT_CLASS (fr_document_parent_class)->finalize (object);
}

static void
fr_document_class_init (FrDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fr_document_get_property;
  object_class->finalize = fr_document_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", FR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
fr_document_init (FrDocument *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_step_free);
}

static void
notify_if_new (FrDocument *self, gboolean *before, gboolean now, unsigned property)
{
  if (*before == now)
    return;
  *before = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
fr_document_notify_state (FrDocument *self)
{
  notify_if_new (self, &self->could_undo, self->undo->len > 0, PROP_CAN_UNDO);
  notify_if_new (self, &self->could_redo, self->redo->len > 0, PROP_CAN_REDO);
  notify_if_new (self, &self->was_modified, fr_document_is_modified (self), PROP_MODIFIED);
}

void
fr_document_changed (FrDocument *self, GPtrArray *changes)
{
  g_signal_emit (self, changed_signal, 0, changes);
  fr_document_notify_state (self);
}

/* Plain YAML by its ending; everything else is a page with front matter. */
FrFormat
fr_document_format_for (const char *file_name)
{
  return g_str_has_suffix (file_name, ".yml") || g_str_has_suffix (file_name, ".yaml")
         ? FR_FORMAT_YAML : FR_FORMAT_FRONT_MATTER;
}

/* NUL is a character of UTF-8, but no text has it; UTF-16 is one all the same, and says so where editors write it. */
static gboolean
is_text (FrDocument *self)
{
  const char *text = self->text->str;

  return g_str_has_prefix (text, "\xFF\xFE") || g_str_has_prefix (text, "\xFE\xFF") ||
         memchr (text, '\0', self->text->len) == NULL;
}

static gboolean
check_encoding (FrDocument *self, GError **error)
{
  FrPlace place;
  const char *end;

  if (self->text->len > MAX_SIZE)
    {
      g_set_error (error, FR_ERROR, FR_ERROR_VALUE, "The file is larger than %d MB, and no homepage is. It may be another file by mistake",
                   MAX_SIZE >> 20);
      return FALSE;
    }
  if (fr_is_utf8 (self->text->str, self->text->len, &end))
    return TRUE;
  place = fr_document_get_place (self, end - self->text->str);
  if (is_text (self))
    g_propagate_error (error, fr_error_new_at (FR_ERROR_ENCODING, place,
      "This text is not in UTF-8. Save it as UTF-8 in a text editor first"));
  else
    g_propagate_error (error, fr_error_new_at (FR_ERROR_NOT_TEXT, place,
      "This is not a text file, but a picture or another kind of document"));
  return FALSE;
}

gboolean
fr_document_find_yaml (FrDocument *self, GError **error)
{
  FrFences fences;

  if (self->format == FR_FORMAT_YAML)
    {
      self->yaml_start = g_str_has_prefix (self->text->str, "\xef\xbb\xbf") ? 3 : 0;
      self->yaml_end = self->text->len;
      return TRUE;
    }
  if (!fr_fences_find (self->text->str, self->text->len, &fences, error))
    return FALSE;
  self->yaml_start = fences.start;
  self->yaml_end = fences.end;
  return TRUE;
}

FrFormat
fr_document_get_format (FrDocument *self)
{
  g_return_val_if_fail (FR_IS_DOCUMENT (self), FR_FORMAT_YAML);
  return self->format;
}

/* Returns NULL with an error (FR_ERROR_ENCODING, _NOT_TEXT, _FENCES or _SYNTAX, with its place) if the bytes are not a
 * text with YAML in it. */
FrDocument *
fr_document_new (GBytes *bytes, FrFormat format, GError **error)
{
  g_autoptr(FrDocument) self = g_object_new (FR_TYPE_DOCUMENT, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->format = format;
  self->text = g_string_new_len (data, size);
  self->saved = g_bytes_ref (bytes);
  self->opened = g_bytes_ref (bytes);
  if (!check_encoding (self, error) || !fr_document_find_yaml (self, error) || !fr_document_read_all (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GBytes *
fr_document_get_bytes (FrDocument *self)
{
  return g_bytes_new (self->text->str, self->text->len);
}

const char *
fr_document_get_text (FrDocument *self)
{
  return self->text->str;
}

const FrNode *
fr_document_get_root (FrDocument *self)
{
  return self->root;
}

const FrNode *
fr_document_get (FrDocument *self, const char *pointer)
{
  return fr_node_at (self->root, pointer);
}

const char *
fr_document_get_fault (FrDocument *self)
{
  return self->fault;
}

FrPlace
fr_document_get_place (FrDocument *self, gsize offset)
{
  const char *text = self->text->str;
  const char *line = text;
  FrPlace place = { 1, 1 };

  for (const char *p = text; p < text + offset; p++)
    if (*p == '\n')
      {
        place.line++;
        line = p + 1;
      }
  place.column += g_utf8_strlen (line, text + offset - line);
  return place;
}

/* What is missing can be added if what would hold it can be changed. */
char *
fr_document_why_read_only (FrDocument *self, const char *pointer)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *token = NULL;
  g_autofree char *above = NULL;

  if (fr_document_find (self, pointer, &error) != NULL)
    return NULL;
  if (!g_error_matches (error, FR_ERROR, FR_ERROR_POINTER))
    return g_strdup (error->message);
  above = fr_pointer_split_last (pointer, &token);
  return above == NULL ? NULL : fr_document_why_read_only (self, above);
}

gboolean
fr_document_is_modified (FrDocument *self)
{
  g_autoptr(GBytes) now = g_bytes_new_static (self->text->str, self->text->len);

  return !g_bytes_equal (self->saved, now);
}
