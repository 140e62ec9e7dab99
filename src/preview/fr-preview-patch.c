#include "fr-preview-patch.h"

#include <json-glib/json-glib.h>

typedef struct
{
  guint64     id;
  char       *pointer;
  const char *classes;  /* interned here: the page may hand out others that are equal */
  GRefString *html;
} Shown;

struct _FrPreviewPatch
{
  GArray  *shown;  /* of Shown, top to bottom */
  guint64  last_id;
};

static void
shown_clear (gpointer data)
{
  Shown *shown = data;

  g_free (shown->pointer);
  g_clear_pointer (&shown->html, g_ref_string_release);
}

static GArray *
shown_array_new (unsigned reserved)
{
  GArray *array = g_array_sized_new (FALSE, TRUE, sizeof (Shown), reserved);

  g_array_set_clear_func (array, shown_clear);
  return array;
}

static void
append_shown (GArray *array, guint64 id, const FrBlock *block)
{
  Shown shown = {
    .id = id,
    .pointer = g_strdup (block->pointer),
    .classes = g_intern_string (block->classes),
    .html = g_ref_string_acquire (block->html),
  };

  g_array_append_val (array, shown);
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
  self->last_id = 0;
}

char *
fr_preview_patch_surroundings (const FrSurroundings *surroundings)
{
  g_autoptr (JsonNode) root = json_node_alloc ();
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "title", surroundings->title);
  json_object_set_string_member (object, "colors", surroundings->colors);
  json_object_set_string_member (object, "header", surroundings->header);
  json_object_set_string_member (object, "footer", surroundings->footer);
  json_node_init_object (root, object);
  return json_to_string (root, FALSE);
}

char *
fr_preview_patch_versions (const char * const *addresses, unsigned version)
{
  g_autoptr (JsonNode) root = json_node_alloc ();
  g_autoptr (JsonObject) object = json_object_new ();

  if (*addresses == NULL)
    return NULL;
  for (; *addresses != NULL; addresses++)
    if (g_utf8_validate (*addresses, -1, NULL))
      json_object_set_int_member (object, *addresses, version);
  json_node_init_object (root, object);
  return json_to_string (root, FALSE);
}

static gboolean
is_same (const Shown *shown, const FrBlock *block)
{
  return shown->html == block->html && strcmp (shown->pointer, block->pointer) == 0 &&
         strcmp (shown->classes, block->classes) == 0;
}

static gboolean
nothing_changed (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks)
{
  if (self->shown->len != n_blocks)
    return FALSE;
  for (unsigned i = 0; i < n_blocks; i++)
    if (!is_same (&g_array_index (self->shown, Shown, i), &blocks[i]))
      return FALSE;
  return TRUE;
}

/* Two passes over what is shown and not taken yet: the same HTML, wherever it stands; then the same
 * pointer, which is a block that was edited. `taken[i]` is the new place of what stands at i, plus one. */
static unsigned *
match (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks)
{
  unsigned n_shown = self->shown->len;
  unsigned *from = g_new0 (unsigned, n_blocks + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_shown + 1);
  g_autoptr (GHashTable) by_html = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_pointer = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < n_blocks && i < n_shown; i++)
    if (g_array_index (self->shown, Shown, i).html == blocks[i].html)
      {
        from[i] = i + 1;
        taken[i] = TRUE;
      }
  for (unsigned i = n_shown; i-- > 0;)
    if (!taken[i])
      {
        Shown *shown = &g_array_index (self->shown, Shown, i);

        g_hash_table_insert (by_html, shown->html, GUINT_TO_POINTER (i + 1));
        g_hash_table_insert (by_pointer, shown->pointer, GUINT_TO_POINTER (i + 1));
      }
  for (unsigned i = 0; i < n_blocks; i++)
    {
      unsigned found = from[i] ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (by_html, blocks[i].html));

      if (found == 0 || taken[found - 1])
        continue;
      from[i] = found;
      taken[found - 1] = TRUE;
    }
  for (unsigned i = 0; i < n_blocks; i++)
    {
      unsigned found = from[i] ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (by_pointer, blocks[i].pointer));

      if (found == 0 || taken[found - 1])
        continue;
      from[i] = found;
      taken[found - 1] = TRUE;
    }
  return from;
}

static void
tell_block (JsonBuilder *builder, guint64 id, const FrBlock *block, const Shown *before)
{
  if (before != NULL && is_same (before, block))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, id);
  json_builder_set_member_name (builder, "pointer");
  json_builder_add_string_value (builder, block->pointer);
  json_builder_set_member_name (builder, "classes");
  json_builder_add_string_value (builder, block->classes);
  if (before == NULL || before->html != block->html)
    {
      json_builder_set_member_name (builder, "html");
      json_builder_add_string_value (builder, block->html);
    }
  json_builder_end_object (builder);
}

static void
tell_order (JsonBuilder *builder, GArray *before, GArray *after)
{
  gboolean same = before->len == after->len;

  for (unsigned i = 0; same && i < after->len; i++)
    same = g_array_index (before, Shown, i).id == g_array_index (after, Shown, i).id;
  if (same)
    return;
  json_builder_set_member_name (builder, "order");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < after->len; i++)
    json_builder_add_int_value (builder, g_array_index (after, Shown, i).id);
  json_builder_end_array (builder);
}

char *
fr_preview_patch_next (FrPreviewPatch *self, const FrBlock *blocks, unsigned n_blocks)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GArray) after = NULL;
  g_autofree unsigned *from = NULL;

  if (nothing_changed (self, blocks, n_blocks))
    return NULL;

  builder = json_builder_new ();
  after = shown_array_new (n_blocks);
  from = match (self, blocks, n_blocks);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < n_blocks; i++)
    {
      const Shown *before = from[i] ? &g_array_index (self->shown, Shown, from[i] - 1) : NULL;
      guint64 id = before ? before->id : ++self->last_id;

      tell_block (builder, id, &blocks[i], before);
      append_shown (after, id, &blocks[i]);
    }
  json_builder_end_array (builder);
  tell_order (builder, self->shown, after);
  json_builder_end_object (builder);

  g_array_unref (self->shown);
  self->shown = g_steal_pointer (&after);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
