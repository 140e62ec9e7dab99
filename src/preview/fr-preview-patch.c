/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-patch.h"

#include "fr-json.h"

typedef struct
{
  guint64     id;
  const char *classes;
  GRefString *html;
} Shown;

struct _FrPreviewPatch
{
  GArray *shown;  /* of Shown, top to bottom */
};

static void
shown_clear (gpointer data)
{
  g_clear_pointer (&((Shown *) data)->html, g_ref_string_release);
}

static GArray *
shown_array_new (unsigned reserved)
{
  GArray *array = g_array_sized_new (FALSE, TRUE, sizeof (Shown), reserved);

  g_array_set_clear_func (array, shown_clear);
  return array;
}

FrPreviewPatch *
fr_preview_patch_new (void)
{
  FrPreviewPatch *self = g_new0 (FrPreviewPatch, 1);

  self->shown = shown_array_new (0);
  return self;
}

void
fr_preview_patch_free (FrPreviewPatch *self)
{
  g_array_unref (self->shown);
  g_free (self);
}

void
fr_preview_patch_reset (FrPreviewPatch *self)
{
  g_array_set_size (self->shown, 0);
}

static void
append_member (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, "%c\"%s\":", json->str[json->len - 1] == '{' ? ' ' : ',', name);
  fr_json_append_string (json, text, -1);
}

char *
fr_preview_patch_surroundings (const FrSurroundings *surroundings)
{
  GString *json = g_string_new ("{");

  append_member (json, "title", surroundings->title);
  append_member (json, "colors", surroundings->colors);
  append_member (json, "style", surroundings->style);
  append_member (json, "header", surroundings->header);
  append_member (json, "footer", surroundings->footer);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
fr_preview_patch_versions (const char * const *addresses, unsigned version)
{
  GString *json = NULL;

  for (; *addresses != NULL; addresses++)
    {
      if (!g_utf8_validate (*addresses, -1, NULL))
        continue;
      if (json == NULL)
        json = g_string_new ("{");
      else
        g_string_append_c (json, ',');
      fr_json_append_string (json, *addresses, -1);
      g_string_append_printf (json, ":%u", version);
    }
  return json != NULL ? g_string_free (g_string_append_c (json, '}'), FALSE) : NULL;
}

static const Shown *
at (const GArray *shown, unsigned index)
{
  return index < shown->len ? &g_array_index (shown, Shown, index) : NULL;
}

/* What is shown of each block, by its place in the new order; NULL: nothing yet. */
static const Shown **
match (const GArray *shown, const FrBlock *blocks, unsigned n_blocks)
{
  const Shown **found = g_new0 (const Shown *, n_blocks + 1);
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (unsigned i = 0; i < shown->len; i++)
    if (i >= n_blocks || at (shown, i)->id != blocks[i].id)
      g_hash_table_insert (others, (gpointer) &at (shown, i)->id, (gpointer) at (shown, i));
  for (unsigned i = 0; i < n_blocks; i++)
    if (i < shown->len && at (shown, i)->id == blocks[i].id)
      found[i] = at (shown, i);
    else
      found[i] = g_hash_table_lookup (others, &blocks[i].id);
  return found;
}

static void
tell_block (GString *json, const FrBlock *block, const Shown *before)
{
  if (before != NULL && before->html == block->html && before->classes == block->classes)
    return;
  g_string_append_printf (json, "%s{\"id\":%" G_GUINT64_FORMAT, json->str[json->len - 1] == '[' ? "" : ",", block->id);
  if (before == NULL || before->classes != block->classes)
    append_member (json, "classes", block->classes);
  if (before == NULL || before->html != block->html)
    append_member (json, "html", block->html);
  g_string_append_c (json, '}');
}

static gboolean
is_reordered (const GArray *before, const GArray *after)
{
  if (before->len != after->len)
    return TRUE;
  for (unsigned i = 0; i < after->len; i++)
    if (at (before, i)->id != at (after, i)->id)
      return TRUE;
  return FALSE;
}

static void
tell_order (GString *json, const GArray *after)
{
  g_string_append (json, ",\"order\":[");
  for (unsigned i = 0; i < after->len; i++)
    g_string_append_printf (json, "%s%" G_GUINT64_FORMAT, i > 0 ? "," : "", at (after, i)->id);
  g_string_append_c (json, ']');
}

char *
fr_preview_patch_next (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks)
{
  g_autofree const Shown **before = match (self->shown, blocks, n_blocks);
  g_autoptr (GString) json = g_string_new ("{\"blocks\":[");
  GArray *after = shown_array_new (n_blocks);
  gsize nothing = json->len;
  gboolean reordered;

  for (unsigned i = 0; i < n_blocks; i++)
    {
      Shown shown = { blocks[i].id, blocks[i].classes, g_ref_string_acquire (blocks[i].html) };

      tell_block (json, &blocks[i], before[i]);
      g_array_append_val (after, shown);
    }
  reordered = is_reordered (self->shown, after);
  nothing = json->len - nothing;
  g_string_append_c (json, ']');
  if (reordered)
    tell_order (json, after);
  g_string_append_c (json, '}');
  g_array_unref (self->shown);
  self->shown = after;
  return nothing > 0 || reordered ? g_strdup (json->str) : NULL;
}
