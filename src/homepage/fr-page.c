#include "fr-page.h"

#include <stdlib.h>
#include <string.h>

#include "fr-kinds.h"
#include "fr-markup.h"
#include "fr-pointer.h"
#include "fr-render.h"
#include "fr-surroundings.h"
#include "fr-values.h"

/* One kind of one item of `sections`, as HTML. */
typedef struct
{
  const FrKind *kind;
  GRefString   *html;
} Drawn;

struct _FrPage
{
  GObject      parent_instance;
  FrRendering  rendering;
  GRefString  *notification;   /* NULL: not drawn */
  GPtrArray   *items;          /* one a list item: GArray of Drawn, in the order of the table */
  GArray      *blocks;         /* of FrBlock */
  char        *title;
};

G_DEFINE_FINAL_TYPE (FrPage, fr_page, G_TYPE_OBJECT)

static void
clear_drawn (gpointer drawn)
{
  g_ref_string_release (((Drawn *) drawn)->html);
}

static void
clear_block (gpointer data)
{
  FrBlock *block = data;

  g_free (block->pointer);
  g_ref_string_release (block->html);
}

static void
fr_page_finalize (GObject *object)
{
  FrPage *self = FR_PAGE (object);

  g_clear_object (&self->rendering.site);
  g_clear_pointer (&self->notification, g_ref_string_release);
  g_ptr_array_unref (self->items);
  g_array_unref (self->blocks);
  g_free (self->title);
  G_OBJECT_CLASS (fr_page_parent_class)->finalize (object);
}

static void
fr_page_class_init (FrPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fr_page_finalize;
}

static void
fr_page_init (FrPage *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (FrBlock));
  g_array_set_clear_func (self->blocks, clear_block);
}

FrPage *
fr_page_new (FrSite *site, FrImages images)
{
  FrPage *self = g_object_new (FR_TYPE_PAGE, NULL);

  self->rendering = (FrRendering) { g_object_ref (site), images };
  return self;
}

/* Interned, so that the same HTML is the same pointer, whichever update made it. */
static GRefString *
intern (char *html)
{
  g_autofree char *owned = html;
  g_autofree char *confined = fr_markup_confine (html);

  return g_ref_string_new_intern (confined);
}

static GArray *
draw_item (FrPage *self, const FrNode *item)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));
  unsigned n_kinds;
  const FrKind *kinds = fr_kinds_all (&n_kinds);

  g_array_set_clear_func (drawn, clear_drawn);
  for (unsigned i = 0; i < n_kinds; i++)
    {
      const FrNode *value = fr_node_lookup (item, kinds[i].name);
      Drawn one = { &kinds[i] };

      if (!fr_value_is_there (value))
        continue;
      one.html = intern (fr_render_section (&self->rendering, &kinds[i], value));
      g_array_append_val (drawn, one);
    }
  return drawn;
}

static void
draw_notification (FrPage *self, const FrNode *root)
{
  const FrNode *value = fr_node_lookup (root, "notification");
  char *html = fr_value_is_there (value) ? fr_render_notification (&self->rendering, value) : NULL;

  g_clear_pointer (&self->notification, g_ref_string_release);
  self->notification = html != NULL ? intern (html) : NULL;
}

static void
draw_everything (FrPage *self, const FrNode *root)
{
  const FrNode *sections = fr_node_lookup (root, "sections");
  g_autoptr(GPtrArray) old = self->items;   /* kept until the new ones are drawn: they share texts */

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  draw_notification (self, root);
  for (unsigned i = 0; fr_node_get_type (sections) == FR_TYPE_SEQUENCE && i < fr_node_count (sections); i++)
    g_ptr_array_add (self->items, draw_item (self, fr_node_get_item (sections, i)));
}

/* "/sections/12/…" → 12; FALSE for any other pointer. */
static gboolean
is_in_section (const char *pointer, unsigned *index)
{
  const char *digits = pointer + strlen ("/sections/");
  char *end;

  if (!g_str_has_prefix (pointer, "/sections/") || !g_ascii_isdigit (*digits))
    return FALSE;
  *index = strtoul (digits, &end, 10);
  return *end == '/' || *end == '\0';
}

/* What is counted from the top of the page on (RULES.md, "Order"). */
typedef struct
{
  gboolean grey;
  unsigned sides;   /* of those that change them */
  guint32  kinds;   /* a bit for each that was drawn */
} Counts;

static void
add_block (FrPage *self, char *pointer, const char *classes, GRefString *html)
{
  FrBlock block = { pointer, g_intern_string (classes), g_ref_string_acquire (html) };

  g_array_append_val (self->blocks, block);
}

/* An error band is grey whatever its neighbours are, and does not swap. */
static void
add_error (FrPage *self, unsigned index, const char *message)
{
  GRefString *html = intern (fr_render_error (&self->rendering, message));

  add_block (self, fr_pointer_join_index ("/sections", index), "block grey", html);
  g_ref_string_release (html);
}

static gboolean
is_second (const FrKind *kind, Counts *counts)
{
  guint32 bit = 1u << fr_kind_get_index (kind);
  gboolean second = kind->only_one != NULL && (counts->kinds & bit) != 0;

  counts->kinds |= bit;
  return second;
}

static void
add_drawn (FrPage *self, unsigned index, const Drawn *drawn, Counts *counts)
{
  g_autofree char *item = fr_pointer_join_index ("/sections", index);
  g_autofree char *classes = NULL;

  if (is_second (drawn->kind, counts))
    {
      add_error (self, index, drawn->kind->only_one);
      return;
    }
  classes = g_strconcat ("block ", counts->grey ? "grey" : "white",
                         !drawn->kind->changes_sides ? "" : counts->sides++ % 2 == 0 ? " left" : " right", NULL);
  counts->grey = !counts->grey;
  add_block (self, fr_pointer_join (item, drawn->kind->name), classes, drawn->html);
}

static void
add_item (FrPage *self, unsigned index, GArray *item, Counts *counts)
{
  const FrKind *first = fr_kind_get_first ();
  gboolean has_first = item->len > 0 && g_array_index (item, Drawn, 0).kind == first;

  if (index == 0 && has_first)
    add_block (self, fr_pointer_join ("/sections/0", first->name), "block", g_array_index (item, Drawn, 0).html);
  else if (index == 0)
    add_error (self, index, first->must_be_first);
  for (unsigned i = has_first ? 1 : 0; i < item->len; i++)
    add_drawn (self, index, &g_array_index (item, Drawn, i), counts);
}

static void
assemble (FrPage *self)
{
  Counts counts = { 0 };
  g_autoptr(GArray) old = self->blocks;

  self->blocks = g_array_new (FALSE, FALSE, sizeof (FrBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  if (self->notification != NULL)
    add_block (self, g_strdup ("/notification"), "block", self->notification);
  for (unsigned i = 0; i < self->items->len; i++)
    add_item (self, i, g_ptr_array_index (self->items, i), &counts);
}

static gboolean
has_same_kinds (const GArray *drawn, const GArray *other)
{
  if (drawn->len != other->len)
    return FALSE;
  for (unsigned i = 0; i < drawn->len; i++)
    if (g_array_index (drawn, Drawn, i).kind != g_array_index (other, Drawn, i).kind)
      return FALSE;
  return TRUE;
}

/* There is none for what an error stands in place of. */
static void
replace_in_block (FrPage *self, unsigned index, const Drawn *drawn)
{
  g_autofree char *item = fr_pointer_join_index ("/sections", index);
  g_autofree char *pointer = fr_pointer_join (item, drawn->kind->name);

  for (unsigned i = 0; i < self->blocks->len; i++)
    {
      FrBlock *block = &g_array_index (self->blocks, FrBlock, i);

      if (strcmp (block->pointer, pointer) != 0)
        continue;
      g_ref_string_release (block->html);
      block->html = g_ref_string_acquire (drawn->html);
    }
}

/* As long as its kinds are the same, other sections do not depend on it. */
static void
redraw_item (FrPage *self, const FrNode *root, unsigned index)
{
  g_autoptr(GArray) old = self->items->pdata[index];
  GArray *drawn = draw_item (self, fr_node_get_item (fr_node_lookup (root, "sections"), index));

  self->items->pdata[index] = drawn;
  if (!has_same_kinds (old, drawn))
    assemble (self);
  else
    for (unsigned i = 0; i < drawn->len; i++)
      replace_in_block (self, index, &g_array_index (drawn, Drawn, i));
}

void
fr_page_update (FrPage *self, const FrNode *root, const char *pointer)
{
  unsigned index;

  if (pointer != NULL && is_in_section (pointer, &index) && index < self->items->len)
    {
      redraw_item (self, root, index);
      return;
    }
  if (pointer != NULL && fr_pointer_is_within (pointer, "/notification"))
    draw_notification (self, root);
  else
    draw_everything (self, root);
  g_free (self->title);
  self->title = fr_value_print (fr_node_lookup (root, "title"));
  assemble (self);
}

const FrBlock *
fr_page_get_blocks (FrPage *self, unsigned *n_blocks)
{
  *n_blocks = self->blocks->len;
  return (const FrBlock *) (gpointer) self->blocks->data;
}

char *
fr_page_to_document (FrPage *self, gboolean with_site)
{
  g_autoptr(FrSurroundings) around = fr_surroundings_new (&self->rendering, self->title, with_site);
  g_autoptr(GString) html = g_string_new (NULL);

  for (unsigned i = 0; i < self->blocks->len; i++)
    {
      const FrBlock *block = &g_array_index (self->blocks, FrBlock, i);

      g_string_append_printf (html, "<div class=\"%s\" data-pointer=\"%s\">%s</div>\n",
                              block->classes, block->pointer, block->html);
    }
  return fr_render_page (&self->rendering, around, html->str);
}

char *
fr_page_new_empty_document (void)
{
  static const FrRendering rendering = { .images = FR_IMAGES_AS_ADDRESSES };
  static const FrSurroundings nothing = { "", "", "", "" };

  return fr_render_page (&rendering, &nothing, "");
}

FrSurroundings *
fr_page_draw_surroundings (FrPage *self)
{
  return fr_surroundings_new (&self->rendering, self->title, TRUE);
}
