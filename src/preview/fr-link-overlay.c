/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-link-overlay.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-link.h"

struct _FrLinkOverlay
{
  GtkWidget parent_instance;

  GtkWidget *toasts;
  GtkWidget *overlay;
  GtkWidget *status;

  AdwToast *toast;  /* the overlay's, while it is shown */
  FrSite *site;
  char *pointed;
};

G_DEFINE_FINAL_TYPE (FrLinkOverlay, fr_link_overlay, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CHILD };

static void
show_status (FrLinkOverlay *self)
{
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->status, self->pointed != NULL && self->site != NULL);
  if (!gtk_widget_get_visible (self->status))
    return;
  sentence = fr_link_describe (self->pointed, self->site);
  gtk_label_set_text (GTK_LABEL (self->status), sentence);
}

void
fr_link_overlay_set_site (FrLinkOverlay *self, FrSite *site)
{
  g_return_if_fail (FR_IS_LINK_OVERLAY (self));

  if (g_set_object (&self->site, site))
    show_status (self);
}

void
fr_link_overlay_point (FrLinkOverlay *self, const char *href)
{
  g_return_if_fail (FR_IS_LINK_OVERLAY (self));

  g_free (self->pointed);
  self->pointed = g_strdup (href);
  show_status (self);
}

static void
on_dismissed (FrLinkOverlay *self)
{
  self->toast = NULL;
}

/* Clicks come faster than toasts go: one that is shown says the newest. libadwaita 1.2 crashes where one takes the
 * place of another that is on its way out. */
static void
show_toast (FrLinkOverlay *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  if (self->toast != NULL)
    {
      adw_toast_set_title (self->toast, markup);
      return;
    }
  self->toast = adw_toast_new (markup);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), self->toast);
}

void
fr_link_overlay_follow (FrLinkOverlay *self, const char *href)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (FR_IS_LINK_OVERLAY (self));

  if (self->site == NULL)
    return;
  sentence = fr_link_describe (href, self->site);
  show_toast (self, sentence);
  /* Until another link is pointed at: one sentence once. */
  gtk_widget_set_visible (self->status, FALSE);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrLinkOverlay) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, _("No program could be found that opens this address"));
}

void
fr_link_overlay_open (FrLinkOverlay *self, const char *href)
{
  GtkRoot *root;

  g_return_if_fail (FR_IS_LINK_OVERLAY (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (fr_link_is_external (href) && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), href, GDK_CURRENT_TIME, NULL, on_opened, g_object_ref (self));
  else
    fr_link_overlay_follow (self, href);
}

static void
fr_link_overlay_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, gtk_overlay_get_child (GTK_OVERLAY (FR_LINK_OVERLAY (object)->overlay)));
}

static void
fr_link_overlay_set_property (GObject *object, unsigned id, const GValue *value, GParamSpec *spec)
{
  gtk_overlay_set_child (GTK_OVERLAY (FR_LINK_OVERLAY (object)->overlay), g_value_get_object (value));
}

static void
fr_link_overlay_dispose (GObject *object)
{
  FrLinkOverlay *self = FR_LINK_OVERLAY (object);

  self->toast = NULL;
  g_clear_object (&self->site);
  g_clear_pointer (&self->toasts, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_link_overlay_parent_class)->dispose (object);
}

static void
fr_link_overlay_finalize (GObject *object)
{
  FrLinkOverlay *self = FR_LINK_OVERLAY (object);

  g_free (self->pointed);
  G_OBJECT_CLASS (fr_link_overlay_parent_class)->finalize (object);
}

static void
fr_link_overlay_class_init (FrLinkOverlayClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = fr_link_overlay_get_property;
  object_class->set_property = fr_link_overlay_set_property;
  object_class->dispose = fr_link_overlay_dispose;
  object_class->finalize = fr_link_overlay_finalize;
  g_object_class_install_property (object_class, PROP_CHILD,
                                   g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/frontage/Frontage/preview/fr-link-overlay.ui");
  gtk_widget_class_bind_template_child (widget_class, FrLinkOverlay, toasts);
  gtk_widget_class_bind_template_child (widget_class, FrLinkOverlay, overlay);
  gtk_widget_class_bind_template_child (widget_class, FrLinkOverlay, status);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_link_overlay_init (FrLinkOverlay *self)
{
  g_type_ensure (ADW_TYPE_TOAST_OVERLAY);
  gtk_widget_init_template (GTK_WIDGET (self));
}
