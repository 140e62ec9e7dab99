/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing gets out of the preview and nothing gets in: each value of hostile.h in the first load of a page and as an
 * edit, in the real web view. Each has a server and a file outside of the site of its own, so that whatever
 * happens can be told by whose it was. */
#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <adwaita.h>

#include "hostile.h"
#include "shown.h"

#define N_HOSTILE G_N_ELEMENTS (hostile)
#define PICTURE "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>"

static char *folder, *site, *outside;
static GSocketService *servers;
static guint16 ports[N_HOSTILE], control_port;
static GHashTable *called;  /* names of those whose server was called */
static int notify;          /* of files being opened, in the site's images and outside */
static int watch_inside;

static void
link_in_site (const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (site, "images", name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_files (void)
{
  folder = make_folder ();
  site = g_build_filename (folder, "site", NULL);
  outside = g_build_filename (folder, "outside", NULL);
  write_file (site, "_config.yml", "title: Harbour\n");
  write_file (site, "images/inside.svg", PICTURE);
  write_file (site, "images/script.html", "<script>top.ran_html_file = 1</script>");
  write_file (site, "images/script.svg",
              "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7' onload='top.ran_svg_file = 1'>"
              "<script>top.ran_svg_file = 1</script></svg>");
  link_in_site ("out", outside);
  for (unsigned i = 0; i < N_HOSTILE; i++)
    {
      g_autofree char *name = g_strconcat (hostile[i].name, ".svg", NULL);
      g_autofree char *path = g_build_filename (outside, name, NULL);
      g_autofree char *link = g_strconcat ("out-", name, NULL);

      write_file (outside, name, PICTURE);
      link_in_site (link, path);
    }
}

static gboolean
on_called (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  g_hash_table_add (called, g_object_get_data (source, "name"));
  return FALSE;
}

static guint16
serve (const char *name)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) got = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set_data (source, "name", (char *) name);
  g_socket_listener_add_address (G_SOCKET_LISTENER (servers), any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, source,
                                 &got, &error);
  g_assert_no_error (error);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got));
}

static void
start_watching (void)
{
  g_autofree char *images = g_build_filename (site, "images", NULL);

  called = g_hash_table_new (g_str_hash, g_str_equal);
  servers = g_socket_service_new ();
  g_signal_connect (servers, "incoming", G_CALLBACK (on_called), NULL);
  for (unsigned i = 0; i < N_HOSTILE; i++)
    ports[i] = serve (hostile[i].name);
  control_port = serve ("control");
  notify = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  g_assert_cmpint (inotify_add_watch (notify, outside, IN_OPEN), >=, 0);
  watch_inside = inotify_add_watch (notify, images, IN_OPEN);
}

/* Whether the site's own picture was opened; what was opened outside goes to `found`. */
static gboolean
collect_opened (GString *found)
{
  _Alignas (struct inotify_event) char buffer[8192];
  gboolean inside = FALSE;

  for (gssize length; (length = read (notify, buffer, sizeof buffer)) > 0;)
    for (char *at = buffer; at < buffer + length;)
      {
        const struct inotify_event *event = (gpointer) at;

        if (event->wd == watch_inside)
          inside |= event->len > 0 && g_str_equal (event->name, "inside.svg");
        else
          g_string_append_printf (found, "the file outside of the site was opened: %s\n",
                                  event->len > 0 ? event->name : "the folder");
        at += sizeof (struct inotify_event) + event->len;
      }
  return inside;
}

static char *
spell (unsigned index)
{
  const Hostile *h = &hostile[index];
  GString *text = g_string_new (h->value);
  g_autofree char *run = g_strconcat ("top.ran_", h->name, "=1", NULL);
  g_autofree char *net = g_strdup_printf ("http://127.0.0.1:%u/%s", ports[index], h->name);
  g_autofree char *secret = g_strconcat (h->name, ".svg", NULL);
  g_autofree char *path = g_build_filename (outside, secret, NULL);
  g_autofree char *me = g_strdup_printf ("main > :nth-child(%u) *", index + 1);

  g_strdelimit (run, "-", '_');
  g_string_replace (text, "{run}", run, 0);
  g_string_replace (text, "{net}", net, 0);
  g_string_replace (text, "{host}", net + strlen ("http:"), 0);
  g_string_replace (text, "{secret}", secret, 0);
  g_string_replace (text, "{path}", path, 0);
  g_string_replace (text, "{me}", me, 0);
  return g_string_free (text, FALSE);
}

/* A section for each value, and a last one with the site's own picture, which has to be read. */
static char *
make_homepage (void)
{
  GString *yaml = g_string_new ("---\nsections:\n");

  for (unsigned i = 0; i <= N_HOSTILE; i++)
    g_string_append (yaml, "  - infopic:\n      title: A\n      button: B\n      url: /c/\n      image: /d.svg\n"
                           "      alt: E\n");
  g_string_append (yaml, "---\n");
  return g_string_free (yaml, FALSE);
}

static void
set (FrDocument *document, unsigned section, const char *field, const char *value)
{
  g_autofree char *pointer = g_strdup_printf ("/sections/%u/infopic/%s", section, field);
  g_autoptr (GError) error = NULL;

  fr_document_set_string (document, pointer, value, &error);
  g_assert_no_error (error);
}

static gboolean
is_in_style (unsigned index)
{
  return g_str_equal (hostile[index].field, "style");
}

/* Copied as it is, without front matter. The first rule says that the style is there. */
static void
write_style (void)
{
  g_autoptr (GString) css = g_string_new ("main { --there: 'it is' }\n");

  for (unsigned i = 0; i < N_HOSTILE; i++)
    if (is_in_style (i))
      {
        g_autofree char *rules = spell (i);

        g_string_append_printf (css, "%s\n", rules);
      }
  write_file (site, "misc/custom.css", css->str);
}

static void
set_all (FrDocument *document)
{
  for (unsigned i = 0; i < N_HOSTILE; i++)
    {
      g_autofree char *value = is_in_style (i) ? NULL : spell (i);

      if (value != NULL)
        set (document, i, hostile[i].field, value);
    }
  set (document, N_HOSTILE, "image", "/images/inside.svg");
}

/* What a person could do with what is there. */
static void
use_everything (Shown *shown)
{
  static const char script[] =
    "for (const element of document.querySelectorAll('main *')) {"
    "  element.focus?.();"
    "  for (const name of ['pointerdown', 'mousedown', 'click', 'auxclick'])"
    "    element.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, composed: true }));"
    "}";
  g_autofree char *answer = shown_ask (shown, script, NULL);
}

/* The network's own process does things in their order: when this request is there, all before it would be, too. */
static void
call_control_server (Shown *shown)
{
  WebKitNetworkSession *session = webkit_web_view_get_network_session (shown->view);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", control_port);
  g_autoptr (WebKitDownload) download = webkit_network_session_download_uri (session, address);

  wait_until (g_hash_table_contains (called, "control"));
  g_hash_table_remove (called, "control");
}

static void
collect_scripts (Shown *shown, GString *found)
{
  g_autofree char *answer = shown_ask (shown, "Object.keys(window).filter(k => k.startsWith('ran_')).join(' ')", NULL);

  if (!g_str_equal (answer, "\"\""))
    g_string_append_printf (found, "scripts ran: %s\n", answer);
}

static void
collect_called (GString *found)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, called);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_string_append_printf (found, "the server was called: %s\n", (char *) name);
  g_hash_table_remove_all (called);
}

/* Said at once: nothing that is asked of the page after that gets an answer. */
static void
on_load_changed (WebKitWebView *view, WebKitLoadEvent event, GString *found)
{
  if (event != WEBKIT_LOAD_STARTED)
    return;
  g_test_message ("another document was loaded: %s", webkit_web_view_get_uri (view));
  g_string_append (found, "another document was loaded\n");
}

static void
check (Shown *shown, GString *found)
{
  gboolean inside;

  shown_wait (shown, "getComputedStyle(document.querySelector('main')).getPropertyValue('--there') !== ''");
  shown_settle (shown);
  use_everything (shown);
  shown_settle (shown);
  call_control_server (shown);
  collect_scripts (shown, found);
  collect_called (found);
  inside = collect_opened (found);
  g_assert_cmpstr (found->str, ==, "");
  g_assert_true (inside);
}

static void
test_first_load (void)
{
  g_autofree char *yaml = make_homepage ();
  g_autoptr (GBytes) bytes = g_bytes_new (yaml, strlen (yaml));
  g_autoptr (FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  Shown *shown;

  set_all (document);
  changed = fr_document_get_bytes (document);
  text = g_strndup (g_bytes_get_data (changed, NULL), g_bytes_get_size (changed));
  shown = shown_new (site, text);
  g_signal_connect (shown->view, "load-changed", G_CALLBACK (on_load_changed), found);
  check (shown, found);
  shown_free (shown);
}

static void
test_edit (void)
{
  g_autofree char *yaml = make_homepage ();
  g_autoptr (GString) found = g_string_new (NULL);
  Shown *shown = shown_new (site, yaml);

  g_signal_connect (shown->view, "load-changed", G_CALLBACK (on_load_changed), found);
  set_all (shown->document);
  shown_wait (shown, "document.querySelector('main > :last-child img')?.src.endsWith('inside.svg')");
  check (shown, found);
  shown_free (shown);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  make_files ();
  start_watching ();
  write_style ();
  g_test_add_func ("/hostile/first-load", test_first_load);
  g_test_add_func ("/hostile/edit", test_edit);
  return g_test_run ();
}
