/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-source-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

#include "fr-pointer.h"
#include "fr-text-change.h"

struct _FrSourceView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *problem;
  GtkWidget *go_there, *take_back;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *wrong;   /* of the line with the error */

  FrSession *session;
  GBytes *shown;       /* what is in the buffer; NULL: nothing of a session */
  char *place;         /* of the cursor; NULL: not known */
  gboolean marked;     /* a line is */
  gboolean filling;    /* the buffer is being changed by us … */
  gboolean placing;    /* … or its cursor is */
};

G_DEFINE_FINAL_TYPE (FrSourceView, fr_source_view, GTK_TYPE_WIDGET)

enum { POINTED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static const char *
get_shown (FrSourceView *self)
{
  return g_bytes_get_data (self->shown, NULL);
}

/* With a zero behind it, which is not counted. */
static GBytes *
end_with_zero (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), size);

  return g_bytes_new_take (text, size);
}

static void
take_shown (FrSourceView *self, GBytes *text)
{
  g_clear_pointer (&self->shown, g_bytes_unref);
  self->shown = text;
}

static gsize
get_cursor (FrSourceView *self)
{
  GtkTextIter cursor;
  const char *text = get_shown (self);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  return g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&cursor)) - text;
}

/* Whether places in the document are places here. */
static gboolean
is_document (FrSourceView *self)
{
  g_autoptr (GBytes) text = NULL;

  if (self->session == NULL || self->shown == NULL)
    return FALSE;
  text = fr_document_get_bytes (fr_session_get_document (self->session));
  return g_bytes_equal (text, self->shown);
}

static void
find_place (FrSourceView *self)
{
  g_autofree char *before = g_steal_pointer (&self->place);

  if (!is_document (self))
    return;
  self->place = fr_document_get_pointer (fr_session_get_document (self->session), get_cursor (self));
  if (g_strcmp0 (before, self->place) != 0 && fr_source_view_has_focus (self) && !self->placing)
    g_signal_emit (self, signals[POINTED], 0, self->place);
}

static void
on_cursor (FrSourceView *self)
{
  if (!self->filling)
    find_place (self);
}

static void
on_buffer_changed (FrSourceView *self)
{
  GtkTextIter start, end;
  char *text;

  if (self->filling || self->session == NULL)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  take_shown (self, g_bytes_new_take (text, strlen (text)));
  fr_session_type_source (self->session, self->shown);
}

/* A file whose lines end with "\r\n" gets no others. */
static void
on_insert (FrSourceView *self, GtkTextIter *where, const char *text, int length)
{
  g_autofree char *inserted = g_strndup (text, length), *lines = NULL;
  g_auto (GStrv) parts = NULL;

  if (self->filling || self->shown == NULL || strchr (inserted, '\n') == NULL || strstr (inserted, "\r\n") != NULL ||
      strstr (get_shown (self), "\r\n") == NULL)
    return;
  parts = g_strsplit (inserted, "\n", -1);
  lines = g_strjoinv ("\r\n", parts);
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  gtk_text_buffer_insert (self->buffer, where, lines, -1);
}

/* Around the cursor. */
static void
change_buffer (FrSourceView *self, const char *old, const char *new)
{
  GtkTextIter start, end;
  FrTextChange change;

  if (!fr_text_change_find (old, new, &change))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, change.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, change.old_end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, change.text, change.length);
}

static void
show_text (FrSourceView *self)
{
  g_autoptr (GBytes) source = fr_session_get_source (self->session), text = NULL;

  if (self->shown != NULL && g_bytes_equal (source, self->shown))
    return;
  text = end_with_zero (source);
  self->filling = TRUE;
  if (self->shown == NULL)
    gtk_text_buffer_set_text (self->buffer, g_bytes_get_data (text, NULL), -1);
  else
    change_buffer (self, get_shown (self), g_bytes_get_data (text, NULL));
  self->filling = FALSE;
  take_shown (self, g_steal_pointer (&text));
}

static char *
describe_problem (const GError *error)
{
  unsigned line = fr_error_get_place (error).line;

  if (line == 0)
    return g_strdup_printf (_("This cannot be read: %s. The forms wait."), error->message);
  return g_strdup_printf (_("Line %u cannot be read: %s. The forms wait."), line, error->message);
}

static void
mark_line (FrSourceView *self, unsigned line)
{
  GtkTextIter start, end;

  if (line == 0 && !self->marked)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->wrong, &start, &end);
  self->marked = line > 0;
  if (line == 0)
    return;
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line - 1);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_apply_tag (self->buffer, self->wrong, &start, &end);
}

static void
show_problem (FrSourceView *self)
{
  const GError *error = fr_session_get_unreadable (self->session);
  unsigned line = error != NULL ? fr_error_get_place (error).line : 0;
  g_autofree char *sentence = error != NULL ? describe_problem (error) : g_strdup ("");

  mark_line (self, line);
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (self->go_there, line > 0);
  gtk_widget_set_visible (self->take_back, error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (gtk_widget_get_first_child (self->box), "unreadable");
  else
    gtk_widget_remove_css_class (gtk_widget_get_first_child (self->box), "unreadable");
}

static void
on_source_changed (FrSourceView *self)
{
  show_text (self);
  show_problem (self);
  find_place (self);
}

void
fr_source_view_set_session (FrSourceView *self, FrSession *session)
{
  g_return_if_fail (FR_IS_SOURCE_VIEW (self));

  if (session == self->session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->shown, g_bytes_unref);
  g_clear_pointer (&self->place, g_free);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_source_changed), self);
  g_signal_connect_swapped (session, "source-changed", G_CALLBACK (on_source_changed), self);
  on_source_changed (self);
}

static void
place_cursor (FrSourceView *self, const GtkTextIter *where)
{
  self->placing = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, where);
  self->placing = FALSE;
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.3);
}

/* NULL: nothing around it is there, either. */
static const FrNode *
find_around (FrDocument *document, const char *pointer)
{
  g_autofree char *around = g_strdup (pointer);
  const FrNode *node;

  while ((node = fr_document_get (document, around)) == NULL && *around != '\0')
    {
      char *above = fr_pointer_split_last (around, NULL);

      g_free (around);
      around = above;
    }
  return node;
}

void
fr_source_view_show_value (FrSourceView *self, const char *pointer)
{
  const FrNode *node;
  GtkTextIter where;
  gsize cursor;

  g_return_if_fail (FR_IS_SOURCE_VIEW (self));

  if (!is_document (self))
    return;
  node = find_around (fr_session_get_document (self->session), pointer);
  cursor = get_cursor (self);
  if (node == NULL || (cursor >= fr_node_get_start (node) && cursor <= fr_node_get_end (node)))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &where,
                                      g_utf8_pointer_to_offset (get_shown (self), get_shown (self) + fr_node_get_start (node)));
  place_cursor (self, &where);
}

gboolean
fr_source_view_has_focus (FrSourceView *self)
{
  g_return_val_if_fail (FR_IS_SOURCE_VIEW (self), FALSE);

  return gtk_widget_is_focus (GTK_WIDGET (self->view)) && gtk_widget_is_visible (GTK_WIDGET (self));
}

const char *
fr_source_view_get_place (FrSourceView *self)
{
  g_return_val_if_fail (FR_IS_SOURCE_VIEW (self), NULL);

  return self->place;
}

void
fr_source_view_go_to_problem (FrSourceView *self)
{
  const GError *error = self->session != NULL ? fr_session_get_unreadable (self->session) : NULL;
  FrPlace place = error != NULL ? fr_error_get_place (error) : (FrPlace) { 0 };
  GtkTextIter where;

  if (place.line == 0)
    return;
  gtk_text_buffer_get_iter_at_line (self->buffer, &where, place.line - 1);
  gtk_text_iter_forward_chars (&where, MIN ((int) place.column, gtk_text_iter_get_chars_in_line (&where)) - 1);
  place_cursor (self, &where);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
take_back (FrSourceView *self)
{
  if (self->session != NULL)
    fr_session_take_back_source (self->session);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
fr_source_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FR_SOURCE_VIEW (widget)->view));
}

static void
choose_colours (FrSourceView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (self->buffer), gtk_source_style_scheme_manager_get_scheme (
    schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
init_buffer (FrSourceView *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (self->view));

  self->buffer = GTK_TEXT_BUFFER (buffer);
  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_source_buffer_set_language (buffer, gtk_source_language_manager_get_language (languages, "yaml"));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  self->wrong = gtk_text_buffer_create_tag (self->buffer, NULL, "paragraph-background", "rgba(224,27,36,0.25)", NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (choose_colours), self, G_CONNECT_SWAPPED);
  choose_colours (self);
}

static void
fr_source_view_dispose (GObject *object)
{
  FrSourceView *self = FR_SOURCE_VIEW (object);

  fr_source_view_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_source_view_parent_class)->dispose (object);
}

static void
fr_source_view_class_init (FrSourceViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_source_view_dispose;
  widget_class->grab_focus = fr_source_view_grab_focus;
  signals[POINTED] = g_signal_new ("pointed", FR_TYPE_SOURCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FrSourceView, box);
  gtk_widget_class_bind_template_child (widget_class, FrSourceView, problem);
  gtk_widget_class_bind_template_child (widget_class, FrSourceView, go_there);
  gtk_widget_class_bind_template_child (widget_class, FrSourceView, take_back);
  gtk_widget_class_bind_template_child (widget_class, FrSourceView, view);
  gtk_widget_class_bind_template_callback (widget_class, fr_source_view_go_to_problem);
  gtk_widget_class_bind_template_callback (widget_class, take_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_source_view_init (FrSourceView *self)
{
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  init_buffer (self);
}
