/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "fr-preview-private.h"
#include "fr-page-style.h"
#include "fr-preview-system.h"

#define RESOURCES "/io/github/frontage/Frontage/preview/"

G_DEFINE_FINAL_TYPE (FrPreview, fr_preview, GTK_TYPE_WIDGET)

enum { CLICKED, DOUBLE_CLICKED, SCROLLED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

GtkWidget *
fr_preview_new (void)
{
  return g_object_new (FR_TYPE_PREVIEW, NULL);
}

static void send_patch (FrPreview *self);

/* What the page shows is unknown now: from the start again, but not for ever. */
static void
start_again (FrPreview *self, const GError *error)
{
  if (self->failed)
    {
      fr_preview_stop (self);
      return;
    }
  g_message ("The preview is loaded again: %s", error->message);
  fr_preview_load (self);
  self->failed = TRUE;
}

static void
patched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = NULL;

  value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->in_flight = FALSE;
  if (error != NULL)
    start_again (self, error);
  else
    {
      self->failed = FALSE;
      if (self->outdated)
        send_patch (self);
    }
}

char *
fr_preview_find_place (FrPreview *self, const char *pointer)
{
  const FrBlock *block = pointer != NULL ? fr_page_find_block_of (self->page, pointer) : NULL;
  const char *field = block != NULL ? pointer + strlen (block->pointer) : "";

  if (block == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s", block->id, field + (*field == '/'));
}

static void
send_mark (FrPreview *self)
{
  char *place = fr_preview_find_place (self, self->marked);

  if (g_strcmp0 (place, self->marked_place) == 0)
    {
      g_free (place);
      return;
    }
  g_free (self->marked_place);
  self->marked_place = place;
  fr_preview_view_call (self->view, "mark", place, self->cancellable, NULL, NULL);
}

static void
send_scroll (FrPreview *self)
{
  g_autofree char *pointer = g_steal_pointer (&self->scroll_to);
  const FrBlock *block = pointer != NULL ? fr_page_find_block_of (self->page, pointer) : NULL;
  g_autofree char *id = block != NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, block->id) : NULL;

  if (id != NULL)
    fr_preview_view_call (self->view, "scrollTo", id, self->cancellable, NULL, NULL);
}

/* What is said of the page's blocks waits until the page has them. */
static void
send_places (FrPreview *self)
{
  if (self->state != FR_PREVIEW_FILLED || self->outdated)
    return;
  send_mark (self);
  send_scroll (self);
}

/* One patch at a time; a newer state waits for it, and only the newest one is sent. */
static void
send_patch (FrPreview *self)
{
  const FrBlock *blocks;
  unsigned n_blocks;
  g_autofree char *json = NULL;

  self->outdated = self->in_flight || self->state != FR_PREVIEW_FILLED;
  if (self->outdated)
    return;
  blocks = fr_page_get_blocks (self->page, &n_blocks);
  json = fr_preview_patch_next (self->patch, blocks, n_blocks);
  if (json != NULL)
    {
      self->in_flight = TRUE;
      fr_preview_view_call (self->view, "patch", json, self->cancellable, patched, g_object_ref (self));
    }
  send_places (self);
}

void
fr_preview_update (FrPreview *self, const GPtrArray *changes)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  if (changes != NULL)
    {
      fr_pointer_follow_key (&self->marked, changes);
      fr_pointer_follow (&self->scroll_to, changes);
    }
  if (self->page != NULL)
    send_patch (self);
}

void
fr_preview_scroll_to (FrPreview *self, const char *pointer)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  g_free (self->scroll_to);
  self->scroll_to = g_strdup (pointer);
  send_places (self);
}

void
fr_preview_mark (FrPreview *self, const char *pointer)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  g_free (self->marked);
  self->marked = g_strdup (pointer);
  send_places (self);
}

/* The document that is shown gets its content when our script in it is ready: whichever way a value comes in, it is
 * cleaned, and markup that is left open ends with its block. */
void
fr_preview_load (FrPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->in_flight = self->outdated = FALSE;
  self->state = FR_PREVIEW_LOADING;
  fr_preview_patch_reset (self->patch);
  g_clear_pointer (&self->marked_place, g_free);
  g_clear_pointer (&self->around, g_free);
  fr_link_overlay_point (self->links, NULL);
  if (!fr_preview_has_sandbox ())
    {
      self->state = FR_PREVIEW_STOPPED;
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "no-sandbox");
      return;
    }
  fr_preview_view_load (self->view);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "page");
}

static void
restore_place (FrPreview *self)
{
  char place[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (place, sizeof place, self->place);
  fr_preview_view_call (self->view, "restore", place, self->cancellable, NULL, NULL);
}

static void
surround (FrPreview *self)
{
  g_autoptr (FrSurroundings) surroundings = fr_page_draw_surroundings (self->page);
  g_autofree char *json = fr_preview_patch_surroundings (surroundings);

  if (g_strcmp0 (json, self->around) == 0)
    return;
  fr_preview_view_call (self->view, "surround", json, self->cancellable, NULL, NULL);
  g_free (self->around);
  self->around = g_steal_pointer (&json);
}

static void
fill_document (FrPreview *self)
{
  gboolean restoring = self->scroll_to == NULL && self->place > 0;

  self->state = FR_PREVIEW_FILLED;
  fr_preview_view_set_site (self->view, self->site);
  fr_link_overlay_set_site (self->links, self->site);
  surround (self);
  send_patch (self);
  if (restoring)
    restore_place (self);
}

void
fr_preview_fill (FrPreview *self)
{
  self->state = FR_PREVIEW_EMPTY;
  if (self->page != NULL)
    fill_document (self);
}

static void
show_notice (FrPreview *self)
{
  g_autofree char *text = fr_page_style_describe (self->site);

  gtk_label_set_text (self->notice, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), *text != '\0');
}

void
fr_preview_set_page (FrPreview *self, FrPage *page, FrSite *site)
{
  g_return_if_fail (FR_IS_PREVIEW (self));
  g_return_if_fail (FR_IS_PAGE (page));

  g_set_object (&self->page, page);
  g_set_object (&self->site, site);
  show_notice (self);
  self->place = 0;
  if (self->state == FR_PREVIEW_EMPTY)
    fill_document (self);
  else if (self->state != FR_PREVIEW_LOADING)
    fr_preview_load (self);
}

void
fr_preview_set_site (FrPreview *self, FrSite *site)
{
  g_autoptr (FrSite) before = NULL;
  g_auto (GStrv) images = NULL;
  g_autofree char *json = NULL;

  g_return_if_fail (FR_IS_PREVIEW (self));
  g_return_if_fail (FR_IS_SITE (site) && self->site != NULL);

  before = g_steal_pointer (&self->site);
  self->site = g_object_ref (site);
  show_notice (self);
  if (self->state != FR_PREVIEW_FILLED)
    return;
  images = fr_site_changed_images (before, site);
  json = fr_preview_patch_versions ((const char * const *) images, ++self->version);
  fr_preview_view_set_site (self->view, site);
  fr_link_overlay_set_site (self->links, site);
  surround (self);
  send_patch (self);
  if (json != NULL)
    fr_preview_view_call (self->view, "refresh", json, self->cancellable, NULL, NULL);
}

void
fr_preview_hide_toolbar (FrPreview *self)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  gtk_widget_set_visible (self->toolbar, FALSE);
}

void
fr_preview_set_place (FrPreview *self, double place)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  self->place = place;
  if (self->state == FR_PREVIEW_FILLED)
    restore_place (self);
}

void
fr_preview_stop (FrPreview *self)
{
  /* A patch under way must not load the page again, which may be what ended the process. */
  g_cancellable_cancel (self->cancellable);
  self->state = FR_PREVIEW_STOPPED;
  fr_link_overlay_point (self->links, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "stopped");
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPreview *self = FR_PREVIEW (widget);

  if (self->page != NULL && self->state != FR_PREVIEW_LOADING)
    fr_preview_load (self);
  self->failed = FALSE;
}

static void
fr_preview_dispose (GObject *object)
{
  FrPreview *self = FR_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  self->state = FR_PREVIEW_STOPPED;
  g_clear_handle_id (&self->show_scale, g_source_remove);
  g_clear_object (&self->page);
  g_clear_object (&self->site);
  self->view = NULL;
  if (self->links != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->links));
  self->links = NULL;
  G_OBJECT_CLASS (fr_preview_parent_class)->dispose (object);
}

static void
fr_preview_finalize (GObject *object)
{
  FrPreview *self = FR_PREVIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->patch, fr_preview_patch_free);
  g_free (self->scroll_to);
  g_free (self->marked);
  g_free (self->marked_place);
  g_free (self->around);
  G_OBJECT_CLASS (fr_preview_parent_class)->finalize (object);
}

static void
fr_preview_class_init (FrPreviewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = fr_preview_dispose;
  object_class->finalize = fr_preview_finalize;
  signals[CLICKED] = g_signal_new ("clicked", FR_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  signals[DOUBLE_CLICKED] = g_signal_new ("double-clicked", FR_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SCROLLED] = g_signal_new ("scrolled", FR_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "fr-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FrPreview, links);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, frame);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, toolbar);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, scale);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, notice);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "preview");
  fr_preview_install_size (class);
  gtk_widget_class_install_action (widget_class, "preview.reload", NULL, reload);
}

static void
fr_preview_init (FrPreview *self)
{
  self->patch = fr_preview_patch_new ();
  self->cancellable = g_cancellable_new ();
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  g_type_ensure (FR_TYPE_LINK_OVERLAY);
  g_type_ensure (FR_TYPE_PAGE_FRAME);
  gtk_widget_init_template (GTK_WIDGET (self));
  fr_preview_create_view (self);
  self->site_shown = TRUE;
  fr_preview_init_size (self);
}
