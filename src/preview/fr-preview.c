#include "fr-preview.h"

#include <adwaita.h>
#include <webkit/webkit.h>

#include "fr-preview-patch.h"
#include "fr-preview-scheme.h"

#define WORLD "frontage"
#define RESOURCES "/io/github/frontage/Frontage/preview/"

/* Values are other people's HTML. Markup runs no script (see new_settings); this is the second lock: nothing
 * is loaded but what is in the document and the site's own files, and nothing is sent anywhere. */
static const char content_security_policy[] =
  "default-src 'none'; img-src " FR_PREVIEW_SCHEME ": data:; font-src " FR_PREVIEW_SCHEME ": data:; "
  "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-src 'none'";

struct _FrPreview
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *page_bin;

  WebKitWebView *view;
  FrPreviewPatch *patch;
  FrPage *page;
  FrSite *site;
  GCancellable *cancellable;  /* of the calls into the document that is loaded now */
  char *scroll_to;            /* asked for before the page was there */

  gboolean ready;      /* our script in the page answered */
  gboolean in_flight;  /* a patch is under way … */
  gboolean outdated;   /* … and the blocks have changed since */
};

G_DEFINE_FINAL_TYPE (FrPreview, fr_preview, GTK_TYPE_WIDGET)

enum { CLICKED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

GtkWidget *
fr_preview_new (void)
{
  return g_object_new (FR_TYPE_PREVIEW, NULL);
}

static void send_patch (FrPreview *self);

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
    {
      /* What the page shows is unknown now: from the start again. */
      g_message ("The preview is loaded again: %s", error->message);
      fr_preview_set_page (self, self->page, self->site);
    }
  else if (self->outdated)
    send_patch (self);
}

static void
call (FrPreview *self, const char *body, const char *name, const char *value, GAsyncReadyCallback callback)
{
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, name, "s", value);
  webkit_web_view_call_async_javascript_function (self->view, body, -1, g_variant_dict_end (&arguments), WORLD, NULL,
                                                  self->cancellable, callback,
                                                  callback ? g_object_ref (self) : NULL);
}

/* One patch at a time; a newer state waits for it, and only the newest one is sent. */
static void
send_patch (FrPreview *self)
{
  const FrBlock *blocks;
  unsigned n_blocks;
  g_autofree char *json = NULL;

  self->outdated = self->in_flight || !self->ready;
  if (self->outdated)
    return;
  blocks = fr_page_get_blocks (self->page, &n_blocks);
  json = fr_preview_patch_next (self->patch, blocks, n_blocks);
  if (json == NULL)
    return;
  self->in_flight = TRUE;
  call (self, "frontage.patch(json)", "json", json, patched);
}

void
fr_preview_update (FrPreview *self)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  if (self->page != NULL)
    send_patch (self);
}

void
fr_preview_scroll_to (FrPreview *self, const char *pointer)
{
  g_return_if_fail (FR_IS_PREVIEW (self));

  if (self->ready)
    call (self, "frontage.scrollTo(pointer)", "pointer", pointer, NULL);
  else
    {
      g_free (self->scroll_to);
      self->scroll_to = g_strdup (pointer);
    }
}

void
fr_preview_set_page (FrPreview *self, FrPage *page, FrSite *site)
{
  g_autofree char *html = NULL;

  g_return_if_fail (FR_IS_PREVIEW (self));
  g_return_if_fail (FR_IS_PAGE (page));

  g_set_object (&self->page, page);
  g_set_object (&self->site, site);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = self->in_flight = self->outdated = FALSE;

  /* The blocks follow when the script in the page is ready: whichever way a value comes in, it is cleaned, and
   * markup that is left open ends with its block. */
  fr_preview_patch_reset (self->patch);
  html = fr_page_to_empty_document (page);
  webkit_web_view_load_html (self->view, html, FR_PREVIEW_SCHEME ":///");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "page");
}

static void
on_ready (FrPreview *self)
{
  g_autofree char *pointer = g_steal_pointer (&self->scroll_to);

  self->ready = TRUE;
  fr_preview_update (self);
  if (pointer != NULL)
    fr_preview_scroll_to (self, pointer);
}

static void
on_clicked (FrPreview *self, JSCValue *message)
{
  g_autofree char *pointer = jsc_value_to_string (message);

  g_signal_emit (self, signals[CLICKED], 0, pointer);
}

static void
on_stopped (FrPreview *self)
{
  self->ready = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "stopped");
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrPreview *self = FR_PREVIEW (widget);

  if (self->page != NULL)
    fr_preview_set_page (self, self->page, self->site);
}

static void
on_scheme_request (WebKitURISchemeRequest *request, gpointer data)
{
  GWeakRef *preview = data;
  g_autoptr (FrPreview) self = g_weak_ref_get (preview);

  fr_preview_scheme_serve (request, self ? self->site : NULL);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The document we gave it, and nothing else. */
static gboolean
on_decide_policy (FrPreview *self, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  WebKitNavigationAction *action;
  const char *uri;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;
  action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && !self->ready &&
      webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_OTHER &&
      g_strcmp0 (uri, FR_PREVIEW_SCHEME ":///") == 0)
    webkit_policy_decision_use (decision);
  else
    webkit_policy_decision_ignore (decision);
  return TRUE;
}

static gboolean
yes (void)
{
  return TRUE;
}

static WebKitSettings *
new_settings (void)
{
  return webkit_settings_new_with_settings ("enable-javascript", TRUE,
                                            "enable-javascript-markup", FALSE,
                                            "enable-dns-prefetching", FALSE,
                                            "enable-html5-database", FALSE,
                                            "enable-html5-local-storage", FALSE,
                                            "enable-media", FALSE,
                                            "enable-webgl", FALSE,
                                            "enable-back-forward-navigation-gestures", FALSE,
                                            "enable-smooth-scrolling", TRUE,
                                            "javascript-can-open-windows-automatically", FALSE,
                                            NULL);
}

static WebKitUserContentManager *
new_content_manager (FrPreview *self)
{
  WebKitUserContentManager *manager = webkit_user_content_manager_new ();
  g_autoptr (GBytes) source = g_resources_lookup_data (RESOURCES "preview.js", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  WebKitUserScript *script;

  script = webkit_user_script_new_for_world (g_bytes_get_data (source, NULL), WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);
  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
  webkit_user_content_manager_register_script_message_handler (manager, "ready", WORLD);
  webkit_user_content_manager_register_script_message_handler (manager, "clicked", WORLD);
  g_signal_connect_object (manager, "script-message-received::ready", G_CALLBACK (on_ready), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "script-message-received::clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  return manager;
}

static void
create_view (FrPreview *self)
{
  g_autoptr (WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr (WebKitNetworkSession) session = webkit_network_session_new_ephemeral ();
  g_autoptr (WebKitUserContentManager) manager = new_content_manager (self);
  g_autoptr (WebKitSettings) settings = new_settings ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  webkit_web_context_register_uri_scheme (context, FR_PREVIEW_SCHEME, on_scheme_request, weak, free_weak_ref);
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);

  self->view = g_object_new (WEBKIT_TYPE_WEB_VIEW,
                             "web-context", context,
                             "network-session", session,
                             "user-content-manager", manager,
                             "settings", settings,
                             "default-content-security-policy", content_security_policy,
                             NULL);
  g_signal_connect_object (self->view, "decide-policy", G_CALLBACK (on_decide_policy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "web-process-terminated", G_CALLBACK (on_stopped), self, G_CONNECT_SWAPPED);
  /* Its menu is about web pages: reload, back, save the image. */
  g_signal_connect (self->view, "context-menu", G_CALLBACK (yes), NULL);
  adw_bin_set_child (ADW_BIN (self->page_bin), GTK_WIDGET (self->view));
}

static void
fr_preview_dispose (GObject *object)
{
  FrPreview *self = FR_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->page);
  g_clear_object (&self->site);
  self->view = NULL;
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_preview_parent_class)->dispose (object);
}

static void
fr_preview_finalize (GObject *object)
{
  FrPreview *self = FR_PREVIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->patch, fr_preview_patch_free);
  g_free (self->scroll_to);
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

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "fr-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FrPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, FrPreview, page_bin);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_install_action (widget_class, "preview.reload", NULL, reload);
}

static void
fr_preview_init (FrPreview *self)
{
  self->patch = fr_preview_patch_new ();
  self->cancellable = g_cancellable_new ();
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  create_view (self);
}
