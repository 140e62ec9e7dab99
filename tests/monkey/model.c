/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include <string.h>

#include "../tools/find-widget.h"
#include "fr-field-row.h"
#include "fr-line-row.h"
#include "fr-paragraph-row.h"
#include "fr-section-row.h"

static FrSession *
get_session (Model *self)
{
  return fr_window_get_session (self->window);
}

static FrDocument *
get_document (Model *self)
{
  return fr_session_get_document (get_session (self));
}

static char *
dup_source (Model *self)
{
  g_autoptr (GBytes) source = fr_session_get_source (get_session (self));

  return g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source));
}

static const char *
get_text (Model *self, unsigned at)
{
  return self->texts->pdata[at];
}

void
model_begin (Model *self, FrWindow *window)
{
  self->window = window;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->now = 0;
  self->is_unreadable = FALSE;
  g_ptr_array_add (self->texts, dup_source (self));
}

void
model_end (Model *self)
{
  g_ptr_array_unref (self->texts);
}

void
model_take (Model *self)
{
  g_autofree char *text = dup_source (self);

  if (strcmp (text, get_text (self, self->now)) == 0)
    return;
  g_ptr_array_set_size (self->texts, self->now + 1);
  g_ptr_array_add (self->texts, g_steal_pointer (&text));
  self->now++;
}

/* The nearest one that is the text now. FALSE: it never was. */
static gboolean
step (Model *self, int by)
{
  g_autofree char *text = dup_source (self);

  for (int at = (int) self->now + by; at >= 0 && at < (int) self->texts->len; at += by)
    if (strcmp (get_text (self, at), text) == 0)
      {
        self->now = at;
        return TRUE;
      }
  return strcmp (get_text (self, self->now), text) == 0;
}

void
model_follow (Model *self, Did did, const char *what)
{
  gboolean was_unreadable = self->is_unreadable;

  self->is_unreadable = fr_session_get_unreadable (get_session (self)) != NULL;
  if ((did != DID_UNDO && did != DID_REDO) || was_unreadable || self->is_unreadable)
    model_take (self);
  else if (!step (self, did == DID_UNDO ? -1 : 1))
    g_error ("%s leads to a text that never was:\n%s\nfrom\n%s", what, fr_document_get_text (get_document (self)),
             get_text (self, self->now));
}

static char *
dup_shown (GtkWidget *row)
{
  GtkWidget *view = find_widget (row, GTK_TYPE_TEXT_VIEW), *text = view == NULL ? find_widget (row, GTK_TYPE_TEXT) : NULL;
  char *shown = NULL;

  if (view != NULL)
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &shown, NULL);
  return view != NULL ? shown : text != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (text))) : NULL;
}

static void
check_field (Model *self, GtkWidget *row, const char *what)
{
  const char *pointer = fr_field_row_get_pointer (FR_FIELD_ROW (row));
  const FrNode *node = pointer != NULL ? fr_document_get (get_document (self), pointer) : NULL;
  const char *text = fr_node_get_text (node);
  g_autofree char *shown = dup_shown (row);

  if (text == NULL || fr_node_get_type (node) == FR_TYPE_NULL)
    text = "";
  if (pointer == NULL)
    g_error ("after %s there is a field of nothing", what);
  if (shown == NULL || strcmp (shown, text) != 0)
    g_error ("after %s the field of %s shows “%s” and not “%s”", what, pointer, shown, text);
}

static void
check_widgets (Model *self, GtkWidget *widget, const char *what)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (FR_IS_LINE_ROW (widget) || FR_IS_PARAGRAPH_ROW (widget))
    check_field (self, widget, what);
  if (FR_IS_SECTION_ROW (widget) && fr_document_get (get_document (self), fr_section_row_get_pointer (FR_SECTION_ROW (widget))) == NULL)
    g_error ("after %s the list has a row for %s", what, fr_section_row_get_pointer (FR_SECTION_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widgets (self, child, what);
}

void
model_check_shown (Model *self, const char *what)
{
  check_widgets (self, GTK_WIDGET (self->window), what);
}

static char *
describe_page (FrPage *page)
{
  GString *text = g_string_new (NULL);
  unsigned n;
  const FrBlock *blocks = fr_page_get_blocks (page, &n);

  for (unsigned i = 0; i < n; i++)
    g_string_append_printf (text, "%s %s %s\n", blocks[i].pointer, blocks[i].classes, blocks[i].html);
  return g_string_free (text, FALSE);
}

static char *
describe_findings (FrFindings *findings)
{
  g_autoptr (GPtrArray) list = fr_findings_list (findings);
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = list->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", finding->rule, finding->field, finding->message);
    }
  return g_string_free (text, FALSE);
}

void
model_check_drawn (Model *self, const char *what)
{
  FrSession *session = get_session (self);
  FrDocument *document = get_document (self);
  g_autoptr (FrPage) page = fr_page_new (fr_session_get_site (session), FR_IMAGES_AS_ADDRESSES);
  g_autoptr (FrFindings) findings = fr_findings_new (document, fr_session_get_site (session));
  g_autofree char *drawn = describe_page (fr_session_get_page (session)), *anew = NULL, *found = NULL, *found_anew = NULL;

  fr_page_update (page, fr_document_get_root (document), NULL);
  anew = describe_page (page);
  if (strcmp (drawn, anew) != 0)
    g_error ("after %s the page is\n%s\nand not\n%s", what, drawn, anew);
  found = describe_findings (fr_session_get_findings (session));
  found_anew = describe_findings (findings);
  if (strcmp (found, found_anew) != 0)
    g_error ("after %s the findings are\n%s\nand not\n%s", what, found, found_anew);
}

void
model_check_file (Model *self, const char *what)
{
  FrSession *session = get_session (self);
  g_autofree char *held = NULL;
  gsize length;

  if (fr_session_is_modified (session))
    return;
  g_assert_true (g_file_get_contents (g_file_peek_path (fr_session_get_file (session)), &held, &length, NULL));
  if (strcmp (held, fr_document_get_text (get_document (self))) != 0)
    g_error ("after %s the file holds\n%s\nand not\n%s", what, held, fr_document_get_text (get_document (self)));
}
