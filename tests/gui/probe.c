/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GIO module that the test has the real program load (GIO_EXTRA_MODULES). It answers on the session bus
 * what the accessibility bus cannot: GTK 4.8 does not show there what a web view shows.
 */
#include <string.h>
#include <webkit/webkit.h>

#include "../tools/find-widget.h"

void g_io_module_load   (GIOModule *module);
void g_io_module_unload (GIOModule *module);
char **g_io_module_query (void);

static const char interface_xml[] =
  "<node><interface name='io.github.frontage.Probe'>"
  "  <method name='Evaluate'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "    <arg type='s' direction='out'/></method>"
  "  <method name='GetPlace'><arg type='d' direction='out'/><arg type='d' direction='out'/></method>"
  "  <method name='KillWebProcess'/>"
  "</interface></node>";

static void
on_evaluated (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_evaluate_javascript_finish (WEBKIT_WEB_VIEW (source), result, &error);
  g_autofree char *text = value ? jsc_value_to_json (value, 0) : NULL;

  if (value == NULL)
    g_dbus_method_invocation_return_gerror (invocation, error);
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", text ? text : "null"));
}

/* Of the web view in its window: newer GTK shows what is in the web view on the accessibility bus, but not the view. */
static GVariant *
get_place (GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &bounds))
    bounds = *graphene_rect_zero ();
  return g_variant_new ("(dd)", bounds.origin.x, bounds.origin.y);
}

static void
on_call (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
         GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  GtkWidget *widget = find_widget_anywhere (WEBKIT_TYPE_WEB_VIEW);
  WebKitWebView *view = widget != NULL ? WEBKIT_WEB_VIEW (widget) : NULL;
  const char *script, *world;

  if (view == NULL)
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no web view");
  else if (strcmp (method, "Evaluate") == 0)
    {
      g_variant_get (parameters, "(&s&s)", &script, &world);
      webkit_web_view_evaluate_javascript (view, script, -1, *world ? world : NULL, NULL, NULL, on_evaluated, invocation);
    }
  else if (strcmp (method, "GetPlace") == 0)
    g_dbus_method_invocation_return_value (invocation, get_place (widget));
  else
    {
      webkit_web_view_terminate_web_process (view);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static gboolean
start (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  GDBusNodeInfo *info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  GDBusConnection *bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_register_object (bus, "/probe", info->interfaces[0], &vtable, NULL, NULL, NULL);
  g_bus_own_name_on_connection (bus, "io.github.frontage.Probe", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  /* Not in the web processes, too. */
  g_unsetenv ("GIO_EXTRA_MODULES");
  g_idle_add (start, NULL);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return NULL;
}
