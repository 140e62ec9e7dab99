/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-markup-tools.h"

#include <glib/gi18n-lib.h>

#include "fr-markup-clean.h"
#include "fr-markup-wrap.h"

struct _FrMarkupTools
{
  GtkBox parent_instance;

  GtkTextView *view;  /* weak */
  FrMarkup markup;
  GtkWidget *link_button;
  GtkWidget *address;
};

G_DEFINE_FINAL_TYPE (FrMarkupTools, fr_markup_tools, GTK_TYPE_BOX)

static void
put_around (FrMarkupTools *self, const char *before, const char *after)
{
  if (self->view == NULL || !gtk_text_view_get_editable (self->view))
    return;
  fr_markup_wrap (gtk_text_view_get_buffer (self->view), before, after);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
make_bold (FrMarkupTools *self)
{
  put_around (self, "<b>", "</b>");
}

static void
break_line (FrMarkupTools *self)
{
  put_around (self, NULL, "<br>");
}

static void
open_link (FrMarkupTools *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->link_button));
}

static void
add_link (FrMarkupTools *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  g_autofree char *escaped = g_markup_escape_text (address, -1), *before = g_strdup_printf ("<a href=\"%s\">", escaped);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->link_button));
  if (*address != '\0')
    put_around (self, before, "</a>");
  gtk_editable_set_text (GTK_EDITABLE (self->address), "");
}

/* With the fewest words that say what comes; "Add" is off until there is an address. */
static GtkWidget *
make_link_popover (FrMarkupTools *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_("Add link"));

  self->address = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->address), _("/page/ or https://…"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->address), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Address of the link"), -1);
  gtk_widget_add_css_class (add, "suggested-action");
  g_object_bind_property (self->address, "text-length", add, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->address, "activate", G_CALLBACK (add_link), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_link), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->address);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
set_up_button (FrMarkupTools *self, GtkWidget *button, const char *name, const char *tooltip)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), button);
}

static void
add_button (FrMarkupTools *self, const char *icon, const char *name, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  set_up_button (self, button, name, tooltip);
}

static void
add_link_button (FrMarkupTools *self)
{
  self->link_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->link_button), "insert-link-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->link_button), make_link_popover (self));
  set_up_button (self, self->link_button, _("Link"), _("Make the selected words a link (Ctrl+K)"));
}

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  void (*act) (FrMarkupTools *) = data;

  act (g_object_get_data (G_OBJECT (widget), "fr-markup-tools"));
  return TRUE;
}

static void
add_key (GtkEventController *keys, const char *trigger, void (*act) (FrMarkupTools *))
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (on_key, act, NULL)));
}

/* Before the view sees them, which takes Shift+Enter for Enter. */
static void
add_keys (FrMarkupTools *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>b", make_bold);
  add_key (keys, "<Shift>Return|<Shift>KP_Enter", break_line);
  if (self->markup == FR_MARKUP_LINKS)
    add_key (keys, "<Control>k", open_link);
  g_object_set_data (G_OBJECT (self->view), "fr-markup-tools", self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
paste_html (FrMarkupTools *self, const char *html)
{
  g_autofree char *clean = fr_markup_clean (html, self->markup == FR_MARKUP_LINKS);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, clean, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
}

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrMarkupTools) self = data;
  gssize length = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  g_autofree char *html = NULL;

  if (length < 0 || self->view == NULL)
    return;
  html = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  paste_html (self, html);
}

static void
on_html_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrMarkupTools) self = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, on_bytes_read, g_steal_pointer (&self));
}

/* In place of the view's own way, which takes the plain text. */
static void
on_paste (FrMarkupTools *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->view));

  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    return;
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  if (gtk_text_view_get_editable (self->view))
    gdk_clipboard_read_async (clipboard, (const char *[]) { "text/html", NULL }, G_PRIORITY_DEFAULT, NULL, on_html_read,
                              g_object_ref (self));
}

GtkWidget *
fr_markup_tools_new (GtkTextView *view, FrMarkup markup)
{
  FrMarkupTools *self = g_object_new (FR_TYPE_MARKUP_TOOLS, NULL);

  g_set_weak_pointer (&self->view, view);
  self->markup = markup;
  add_button (self, "format-text-bold-symbolic", _("Bold"), _("Make the selected words bold (Ctrl+B)"),
              G_CALLBACK (make_bold));
  if (markup == FR_MARKUP_LINKS)
    add_link_button (self);
  add_button (self, "frontage-line-break-symbolic", _("Line break"), _("Begin a new line here (Shift+Enter)"),
              G_CALLBACK (break_line));
  add_keys (self);
  g_signal_connect_object (view, "paste-clipboard", G_CALLBACK (on_paste), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
fr_markup_tools_dispose (GObject *object)
{
  g_clear_weak_pointer (&FR_MARKUP_TOOLS (object)->view);
  G_OBJECT_CLASS (fr_markup_tools_parent_class)->dispose (object);
}

static void
fr_markup_tools_class_init (FrMarkupToolsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = fr_markup_tools_dispose;
}

static void
fr_markup_tools_init (FrMarkupTools *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "markup-tools");
}
