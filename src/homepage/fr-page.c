/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-page-private.h"

#include <string.h>

#include "fr-markup.h"
#include "fr-render.h"
#include "fr-surroundings.h"
#include "fr-values.h"

G_DEFINE_FINAL_TYPE (FrPage, fr_page, G_TYPE_OBJECT)

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
  self->items = fr_page_items_new ();
  self->last_id = FR_PAGE_NOTIFICATION_ID;
  self->blocks = fr_page_blocks_new ();
}

FrPage *
fr_page_new (FrSite *site, FrImages images)
{
  FrPage *self = g_object_new (FR_TYPE_PAGE, NULL);

  self->rendering = (FrRendering) { g_object_ref (site), images };
  return self;
}

GRefString *
fr_page_intern (char *html)
{
  g_autofree char *owned = html;
  g_autofree char *confined = fr_markup_confine (html);

  return g_ref_string_new_intern (confined);
}

/* Only the site's first page has a notification. */
static char *
render_notification (FrPage *self, const FrNode *root)
{
  const FrNode *value = fr_node_lookup (root, "notification");
  g_autofree char *address = fr_value_print (fr_node_lookup (root, "permalink"));

  if (!fr_value_is_there (value) || (*address != '\0' && strcmp (address, "/") != 0))
    return NULL;
  return fr_render_notification (&self->rendering, value);
}

static void
draw_notification (FrPage *self, const FrNode *root)
{
  char *html = render_notification (self, root);

  g_clear_pointer (&self->notification, g_ref_string_release);
  self->notification = html != NULL ? fr_page_intern (html) : NULL;
  self->reordered = TRUE;
}

static gboolean
touch (const GPtrArray *changes, const char *pointer)
{
  for (unsigned i = 0; changes != NULL && i < changes->len; i++)
    if (fr_change_touches (changes->pdata[i], pointer))
      return TRUE;
  return changes == NULL;
}

void
fr_page_update (FrPage *self, const FrNode *root, const GPtrArray *changes)
{
  if (changes != NULL)
    fr_page_follow (self, changes);
  else
    fr_page_outdate_all (self);
  if (touch (changes, "/notification") || touch (changes, "/permalink"))
    draw_notification (self, root);
  if (touch (changes, "/title"))
    {
      g_free (self->title);
      self->title = fr_value_print (fr_node_lookup (root, "title"));
    }
  fr_page_draw_outdated (self, fr_node_lookup (root, "sections"));
  if (self->reordered)
    fr_page_assemble (self);
}

/* Of what a section shows, the site gives base URL and posts. */
static gboolean
depends_on_site (FrPage *self, const FrPageItem *item, FrSite *before)
{
  if (self->rendering.images != FR_IMAGES_AS_ADDRESSES ||
      strcmp (fr_site_get_base_url (before), fr_site_get_base_url (self->rendering.site)) != 0)
    return TRUE;
  for (unsigned i = 0; i < item->drawn->len; i++)
    if (g_array_index (item->drawn, FrDrawn, i).kind->drawing == FR_DRAW_WITH_POSTS)
      return TRUE;
  return FALSE;
}

void
fr_page_set_site (FrPage *self, FrSite *site, const FrNode *root)
{
  g_autoptr(FrSite) before = g_steal_pointer (&self->rendering.site);

  self->rendering.site = g_object_ref (site);
  for (unsigned i = 0; i < self->items->len; i++)
    if (depends_on_site (self, self->items->pdata[i], before))
      fr_page_outdate_item (self, i);
  draw_notification (self, root);
  fr_page_draw_outdated (self, fr_node_lookup (root, "sections"));
  if (self->reordered)
    fr_page_assemble (self);
}

char *
fr_page_new_empty_document (void)
{
  static const FrRendering rendering = { .images = FR_IMAGES_AS_ADDRESSES };
  static const FrSurroundings nothing = { "", "", "", "", "" };

  return fr_render_page (&rendering, &nothing, "");
}

FrSurroundings *
fr_page_draw_surroundings (FrPage *self)
{
  return fr_surroundings_new (&self->rendering, self->title, TRUE);
}
