/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-preview-view.h"

#include <glib/gi18n-lib.h>

#include "fr-page.h"
#include "fr-preview-scheme.h"

/* Our scripts have a world of their own, which the page's markup cannot see. */
#define WORLD "frontage"
#define RESOURCES "/io/github/frontage/Frontage/preview/"
#define ADDRESS FR_PREVIEW_SCHEME ":///"

/* Values are other people's HTML. Markup runs no script (see new_settings); this is the second lock: nothing
 * is loaded but what is in the document and the site's own files, and nothing is sent anywhere. */
static const char content_security_policy[] =
  "default-src 'none'; img-src " FR_PREVIEW_SCHEME ": data:; font-src " FR_PREVIEW_SCHEME ": data:; "
  "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-src 'none'";

struct _FrPreviewView
{
  WebKitWebView parent_instance;

  FrSite *site;
  unsigned expected;  /* loads that we asked for and that have not begun */
};

G_DEFINE_FINAL_TYPE (FrPreviewView, fr_preview_view, WEBKIT_TYPE_WEB_VIEW)

static void
on_scheme_request (WebKitURISchemeRequest *request, gpointer data)
{
  g_autoptr (FrPreviewView) self = g_weak_ref_get (data);

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
fr_preview_view_decide_policy (WebKitWebView *view, WebKitPolicyDecision *decision, WebKitPolicyDecisionType type)
{
  FrPreviewView *self = FR_PREVIEW_VIEW (view);
  WebKitNavigationAction *action;
  const char *uri;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return WEBKIT_WEB_VIEW_CLASS (fr_preview_view_parent_class)->decide_policy (view, decision, type);
  action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && self->expected > 0 &&
      webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_OTHER &&
      g_strcmp0 (uri, ADDRESS) == 0)
    {
      self->expected--;
      webkit_policy_decision_use (decision);
    }
  else
    webkit_policy_decision_ignore (decision);
  return TRUE;
}

/* Its menu is about web pages: reload, back, save the image. */
static gboolean
fr_preview_view_context_menu (WebKitWebView *view, WebKitContextMenu *menu, WebKitHitTestResult *hit)
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

static void
add_script (WebKitUserContentManager *manager, const char *resource)
{
  g_autoptr (GBytes) source = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  WebKitUserScript *script;

  script = webkit_user_script_new_for_world (g_bytes_get_data (source, NULL), WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);
  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
}

static WebKitUserContentManager *
new_content_manager (const char * const *messages)
{
  WebKitUserContentManager *manager = webkit_user_content_manager_new ();

  add_script (manager, RESOURCES "preview.js");
  add_script (manager, RESOURCES "mark.js");
  for (; *messages != NULL; messages++)
    webkit_user_content_manager_register_script_message_handler (manager, *messages, WORLD);
  return manager;
}

FrPreviewView *
fr_preview_view_new (const char * const *messages)
{
  g_autoptr (WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr (WebKitNetworkSession) session = webkit_network_session_new_ephemeral ();
  g_autoptr (WebKitUserContentManager) manager = new_content_manager (messages);
  g_autoptr (WebKitSettings) settings = new_settings ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  FrPreviewView *self;

  g_weak_ref_init (weak, NULL);
  webkit_web_context_register_uri_scheme (context, FR_PREVIEW_SCHEME, on_scheme_request, weak, free_weak_ref);
  self = g_object_new (FR_TYPE_PREVIEW_VIEW,
                       "web-context", context,
                       "network-session", session,
                       "user-content-manager", manager,
                       "settings", settings,
                       "default-content-security-policy", content_security_policy,
                       NULL);
  g_weak_ref_set (weak, self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page"), -1);
  return self;
}

void
fr_preview_view_set_site (FrPreviewView *self, FrSite *site)
{
  g_set_object (&self->site, site);
}

void
fr_preview_view_load (FrPreviewView *self)
{
  g_autofree char *html = fr_page_new_empty_document ();
  WebKitNetworkSession *session = webkit_web_view_get_network_session (WEBKIT_WEB_VIEW (self));

  /* Pictures of a scheme of our own never grow old there: neither a newer file nor that of another site would be seen.
   * The web process gets this message before the one with the document. */
  webkit_website_data_manager_clear (webkit_network_session_get_website_data_manager (session),
                                     WEBKIT_WEBSITE_DATA_MEMORY_CACHE, 0, NULL, NULL, NULL);
  self->expected++;
  webkit_web_view_load_html (WEBKIT_WEB_VIEW (self), html, ADDRESS);
}

void
fr_preview_view_call (FrPreviewView *self, const char *function, const char *argument, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autofree char *body = g_strdup_printf ("return frontage.%s(argument)", function);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "argument", "s", argument);
  webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (self), body, -1, g_variant_dict_end (&arguments),
                                                  WORLD, NULL, cancellable, callback, data);
}

/* By a style of our own over the page's: the document stays, whatever is in it. */
void
fr_preview_view_show_site (FrPreviewView *self, gboolean shown)
{
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (self));
  WebKitUserStyleSheet *style;

  webkit_user_content_manager_remove_all_style_sheets (manager);
  if (shown)
    return;
  style = webkit_user_style_sheet_new ("header.site, .site-end { display: none !important; }",
                                       WEBKIT_USER_CONTENT_INJECT_TOP_FRAME, WEBKIT_USER_STYLE_LEVEL_USER, NULL, NULL);
  webkit_user_content_manager_add_style_sheet (manager, style);
  webkit_user_style_sheet_unref (style);
}

static void
fr_preview_view_dispose (GObject *object)
{
  g_clear_object (&FR_PREVIEW_VIEW (object)->site);
  G_OBJECT_CLASS (fr_preview_view_parent_class)->dispose (object);
}

static void
fr_preview_view_class_init (FrPreviewViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_preview_view_dispose;
  WEBKIT_WEB_VIEW_CLASS (class)->decide_policy = fr_preview_view_decide_policy;
  WEBKIT_WEB_VIEW_CLASS (class)->context_menu = fr_preview_view_context_menu;
}

static void
fr_preview_view_init (FrPreviewView *self)
{
}
