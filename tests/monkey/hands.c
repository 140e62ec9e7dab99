/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands.h"

#include <string.h>
#include <webkit/webkit.h>

#include "../tools/find-widget.h"
#include "fr-entry-row.h"
#include "fr-file.h"
#include "fr-pane.h"
#include "fr-section-row.h"

void
hands_rest (void)
{
  for (unsigned i = 0; i < 300 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static void
say (Hands *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (Hands *self, const char *format, ...)
{
  va_list arguments;

  g_free (self->what);
  va_start (arguments, format);
  self->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* What can be used now. */
typedef gboolean (*Wanted) (GtkWidget *widget);

static void
collect (GtkWidget *widget, Wanted wanted, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (wanted (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, wanted, found);
}

/* NULL: there is none. */
static GtkWidget *
pick (Hands *self, Wanted wanted)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (self->window), wanted, found);
  return found->len > 0 ? found->pdata[g_rand_int_range (self->rand, 0, found->len)] : NULL;
}

static gboolean
is_text (GtkWidget *widget)
{
  return (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget))) ||
         (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)));
}

static gboolean
is_section (GtkWidget *widget)
{
  return FR_IS_SECTION_ROW (widget);
}

static gboolean
is_entry (GtkWidget *widget)
{
  return FR_IS_ENTRY_ROW (widget);
}

static gboolean
is_dropdown (GtkWidget *widget)
{
  return GTK_IS_DROP_DOWN (widget);
}

/* Not those that lead out of the page: other windows, menus, the file chooser. */
static gboolean
is_button (GtkWidget *widget)
{
  const char *action = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  if (!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget))
    return FALSE;
  if (action != NULL && (g_str_has_prefix (action, "app.") || g_str_has_prefix (action, "window.") || strstr (action, "browse") ||
                         strstr (action, "copy")))
    return FALSE;
  return gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) == NULL &&
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL;
}

static const char *
any_text (Hands *self)
{
  static const char * const texts[] = {
    "a", "e", " ", "Harbour", "é", "日本", "<b>bold</b>", "<a href='/x/'>", ": ", " #", "\"", "'", "yes", "012", "- ", "&amp;", "{", "]", "|",
    "/visit/", "www.example.org", "#fees", "/images/quay.svg", "\\", "%", "  ", "…", "🙂", "very long words that go on and on and on ",
  };

  return texts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (texts))];
}

static void
type_in_entry (Hands *self, GtkEditable *text, const char *typed)
{
  int length = g_utf8_strlen (gtk_editable_get_text (text), -1);
  int place = g_rand_int_range (self->rand, 0, length + 1);

  if (typed == NULL)
    gtk_editable_delete_text (text, place, g_rand_boolean (self->rand) ? place + 1 : length);
  else
    gtk_editable_insert_text (text, typed, -1, &place);
}

static void
type_in_view (Hands *self, GtkTextView *view, const char *typed)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int length = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter place, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &place, g_rand_int_range (self->rand, 0, length + 1));
  end = place;
  gtk_text_buffer_begin_user_action (buffer);
  if (typed != NULL)
    gtk_text_buffer_insert (buffer, &place, typed, -1);
  else if (gtk_text_iter_forward_chars (&end, g_rand_int_range (self->rand, 1, 9)) || !gtk_text_iter_equal (&place, &end))
    gtk_text_buffer_delete (buffer, &place, &end);
  gtk_text_buffer_end_user_action (buffer);
}

static Did
open_section (Hands *self)
{
  GtkWidget *row = pick (self, is_section);

  say (self, "open section");
  if (row != NULL)
    gtk_widget_activate_action (row, "section.open", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  return DID_EDIT;
}

static Did
write_somewhere (Hands *self, const char *typed)
{
  GtkWidget *text = pick (self, is_text);

  if (text == NULL)
    return open_section (self);
  say (self, "%s %s in %s", typed != NULL ? "type" : "delete", typed != NULL ? typed : "", G_OBJECT_TYPE_NAME (text));
  gtk_widget_grab_focus (text);
  if (GTK_IS_TEXT_VIEW (text))
    type_in_view (self, GTK_TEXT_VIEW (text), typed);
  else
    type_in_entry (self, GTK_EDITABLE (text), typed);
  return DID_EDIT;
}

static Did
type (Hands *self)
{
  return write_somewhere (self, any_text (self));
}

static Did
delete (Hands *self)
{
  return write_somewhere (self, NULL);
}

static Did
press (Hands *self)
{
  GtkWidget *button = pick (self, is_button);
  const char *action = button != NULL ? gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) : NULL;

  say (self, "press %s (%s)", button != NULL ? G_OBJECT_TYPE_NAME (button) : "nothing", action != NULL ? action : "");
  if (button == NULL)
    return DID_EDIT;
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  return g_strcmp0 (action, "win.undo") == 0 ? DID_UNDO : g_strcmp0 (action, "win.redo") == 0 ? DID_REDO
         : g_strcmp0 (action, "win.save") == 0 ? DID_SAVE : DID_EDIT;
}

static Did
choose (Hands *self)
{
  GtkWidget *dropdown = pick (self, is_dropdown);

  say (self, "choose");
  if (dropdown != NULL)
    {
      GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (dropdown));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), g_rand_int_range (self->rand, 0, g_list_model_get_n_items (choices)));
    }
  return DID_EDIT;
}

static Did
change_entry (Hands *self)
{
  static const char * const actions[] = { "entry.duplicate", "entry.remove", "entry.move-up", "entry.move-down" };
  const char *action = actions[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (actions))];
  GtkWidget *row = pick (self, is_entry);

  say (self, "%s", action);
  if (row != NULL)
    gtk_widget_activate_action (row, action, NULL);
  return DID_EDIT;
}

/* One row onto another, as the pointer would bring it. */
static Did
drag (Hands *self)
{
  GtkWidget *row = pick (self, is_entry), *target = pick (self, is_entry);
  g_autoptr (GListModel) controllers = target != NULL ? gtk_widget_observe_controllers (target) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  say (self, "drag");
  if (row == NULL)
    return DID_EDIT;
  g_value_init (&value, FR_TYPE_ENTRY_ROW);
  g_value_set_object (&value, row);
  for (unsigned i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      double y = g_rand_double_range (self->rand, 0, gtk_widget_get_height (target));
      gboolean handled = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_signal_emit_by_name (controller, "drop", &value, 5.0, y, &handled);
      break;
    }
  return DID_EDIT;
}

static Did
act_by_name (Hands *self, const char *action, Did did)
{
  say (self, "%s", action);
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  return did;
}

static Did
undo (Hands *self)
{
  return act_by_name (self, "win.undo", DID_UNDO);
}

static Did
redo (Hands *self)
{
  return act_by_name (self, "win.redo", DID_REDO);
}

static Did
save (Hands *self)
{
  return act_by_name (self, "win.save", DID_SAVE);
}

static Did
go (Hands *self)
{
  static const char * const actions[] = {
    "win.back", "win.previous-section", "win.next-section", "win.add-section", "win.find", "win.find-next", "win.zoom-in", "win.zoom-out",
    "win.zoom-reset", "win.take-turns", "win.reload",
  };

  return act_by_name (self, actions[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (actions))], DID_EDIT);
}

static Did
resize (Hands *self)
{
  static const int sizes[][2] = { { 1280, 780 }, { 720, 780 }, { 360, 640 } };
  unsigned which = g_rand_int_range (self->rand, 0, G_N_ELEMENTS (sizes));

  say (self, "resize to %d", sizes[which][0]);
  gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[which][0], sizes[which][1]);
  return DID_EDIT;
}

static Did
click_page (Hands *self)
{
  static const char * const pointers[] = {
    "/sections/0/hero/title", "/sections/1", "/sections/0/hero/key_highlights/1/title", "/sections/2/infopic/url", "/notification",
  };
  const char *pointer = pointers[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (pointers))];
  GtkWidget *preview = find_widget (GTK_WIDGET (self->window), g_type_from_name ("FrPreview"));

  say (self, "click %s", pointer);
  g_signal_emit_by_name (preview, g_rand_boolean (self->rand) ? "clicked" : "double-clicked", pointer);
  return DID_EDIT;
}

static Did
kill_web_process (Hands *self)
{
  say (self, "kill the web process");
  webkit_web_view_terminate_web_process (WEBKIT_WEB_VIEW (find_widget (GTK_WIDGET (self->window), WEBKIT_TYPE_WEB_VIEW)));
  return DID_EDIT;
}

/* The title of what is on the disk is another one then. */
static Did
write_outside (Hands *self)
{
  const char *path = g_file_peek_path (fr_session_get_file (fr_window_get_session (self->window)));
  g_autoptr (GBytes) before = fr_file_read (path, NULL), after = NULL;
  g_autoptr (FrDocument) document = before != NULL ? fr_document_new (before, FR_FORMAT_FRONT_MATTER, NULL) : NULL;

  g_free (self->outside);
  self->outside = g_strdup_printf ("Outside %u", g_rand_int (self->rand));
  say (self, "another program writes %s", self->outside);
  g_assert_nonnull (document);
  g_assert_true (fr_document_set_string (document, "/title", self->outside, NULL));
  after = fr_document_get_bytes (document);
  g_assert_true (fr_file_write (path, after, before, NULL));
  return DID_OUTSIDE;
}

typedef struct
{
  const char *name;
  unsigned    weight;
  Did       (*act) (Hands *self);
} Action;

static const Action actions[] = {
  { "type", 30, type }, { "delete", 12, delete }, { "open", 9, open_section }, { "press", 14, press }, { "choose", 2, choose },
  { "entry", 8, change_entry }, { "drag", 4, drag }, { "undo", 10, undo }, { "redo", 6, redo }, { "save", 3, save }, { "go", 6, go },
  { "resize", 1, resize }, { "click", 3, click_page }, { "outside", 2, write_outside }, { "kill", 1, kill_web_process },
};

Did
hands_act (Hands *self)
{
  unsigned sum = 0, chosen, i = 0;

  for (unsigned at = 0; at < G_N_ELEMENTS (actions); at++)
    sum += actions[at].weight;
  chosen = g_rand_int_range (self->rand, 0, sum);
  for (; chosen >= actions[i].weight; i++)
    chosen -= actions[i].weight;
  self->counts[i]++;
  return actions[i].act (self);
}

char *
hands_tell (Hands *self)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (actions); i++)
    g_string_append_printf (text, "%s %u ", actions[i].name, self->counts[i]);
  return g_string_free (text, FALSE);
}

/* Without those that ask for a file. */
gboolean
hands_answer (Hands *self)
{
  static const char * const answers[] = { "use", "keep", "overwrite", "close", "later", "cancel" };
  GtkWidget *dialog = find_widget_anywhere (ADW_TYPE_MESSAGE_DIALOG);
  unsigned first = g_rand_int_range (self->rand, 0, 2);

  if (dialog == NULL || !gtk_widget_get_mapped (dialog))
    return FALSE;
  for (unsigned i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const char *answer = answers[i < 2 ? (i + first) % 2 : i];

      if (!adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), answer))
        continue;
      g_test_message ("answer %s to %s", answer, adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)));
      g_object_ref (dialog);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_object_unref (dialog);
      hands_rest ();
      return TRUE;
    }
  g_error ("nobody knows what to answer to %s", adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)));
}
