/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-review-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "fr-compare.h"
#include "fr-review-row.h"
#include "fr-snapshot.h"

/* Nobody reads more, and each costs a widget. */
#define MOST_ROWS 300

struct _FrReviewPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *count;
  GtkWidget *back;
  GtkStack *ways;
  GtkListBox *values, *lines;
  AdwBin *pages;

  FrSession *session;
  FrReview *review;
  GBytes *saved;      /* what the file held when the page before was drawn */
  unsigned refresh;   /* source; 0: none */
};

G_DEFINE_FINAL_TYPE (FrReviewPage, fr_review_page, GTK_TYPE_WIDGET)

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_rest (GtkListBox *list, unsigned n)
{
  g_autofree char *text = NULL;

  if (n <= MOST_ROWS)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MOST_ROWS), n - MOST_ROWS);
  gtk_list_box_append (list, gtk_label_new (text));
}

static void
fill (FrReviewPage *self)
{
  const GPtrArray *entries = fr_review_get_entries (self->review);
  unsigned n_hunks = fr_review_get_hunks (self->review)->len;

  clear (self->values);
  clear (self->lines);
  for (unsigned i = 0; i < MIN (entries->len, MOST_ROWS); i++)
    gtk_list_box_append (self->values, fr_review_row_new (entries->pdata[i], i));
  for (unsigned i = 0; i < MIN (n_hunks, MOST_ROWS); i++)
    gtk_list_box_append (self->lines, fr_review_row_new_hunk (self->review, i));
  add_rest (self->values, entries->len);
  add_rest (self->lines, n_hunks);
}

static void
show_count (FrReviewPage *self)
{
  unsigned n = fr_review_get_entries (self->review)->len;
  g_autofree char *text = n == 0 ? g_strdup (_("Nothing to be saved"))
                          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->values), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), n > 0);
}

/* The pages are made when somebody wants to see them; they cost two web views. */
static void
show_pages (FrReviewPage *self)
{
  g_autoptr (GBytes) saved = NULL;

  if (self->review == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), "pages") != 0)
    return;
  if (adw_bin_get_child (self->pages) == NULL)
    adw_bin_set_child (self->pages, fr_compare_new (self->session));
  saved = fr_document_get_saved (fr_session_get_document (self->session));
  if (self->saved != NULL && g_bytes_equal (saved, self->saved))
    return;
  fr_compare_set_saved (FR_COMPARE (adw_bin_get_child (self->pages)), fr_review_get_saved (self->review));
  g_clear_pointer (&self->saved, g_bytes_unref);
  self->saved = g_steal_pointer (&saved);
}

static void
refresh (FrReviewPage *self)
{
  g_clear_pointer (&self->review, fr_review_free);
  self->review = fr_review_new (fr_session_get_document (self->session));
  fill (self);
  show_count (self);
  show_pages (self);
}

static void
on_refresh (gpointer page)
{
  FrReviewPage *self = page;

  self->refresh = 0;
  refresh (self);
}

/* Several changes may come at once. What was listed is not so any more. */
static void
refresh_soon (FrReviewPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add_once (on_refresh, self);
}

static void
forget (FrReviewPage *self)
{
  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->review, fr_review_free);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_object (&self->session);
  if (self->box == NULL)
    return;
  adw_bin_set_child (self->pages, NULL);
  clear (self->values);
  clear (self->lines);
}

void
fr_review_page_set_session (FrReviewPage *self, FrSession *session)
{
  g_return_if_fail (FR_IS_REVIEW_PAGE (self));

  if (session == self->session)
    return;
  forget (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (refresh_soon), self);
  g_signal_connect_swapped (session, "notify::saving", G_CALLBACK (refresh_soon), self);
  gtk_stack_set_visible_child_name (self->ways, "values");
  refresh (self);
  gtk_widget_grab_focus (self->back);
}

static void
tell (FrReviewPage *self, gboolean good, const GError *error)
{
  if (!good)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
  gtk_widget_grab_focus (self->back);
}

/* A list that is behind says nothing of what is there now. */
static const FrReviewEntry *
find_entry (FrReviewPage *self, GVariant *parameter)
{
  const GPtrArray *entries = self->review != NULL && self->refresh == 0 ? fr_review_get_entries (self->review) : NULL;
  unsigned index = g_variant_get_uint32 (parameter);

  return entries != NULL && index < entries->len ? entries->pdata[index] : NULL;
}

static void
revert (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrReviewPage *self = FR_REVIEW_PAGE (widget);
  const FrReviewEntry *entry = find_entry (self, parameter);
  g_autoptr (GError) error = NULL;

  if (entry != NULL)
    tell (self, fr_review_revert (self->review, entry, &error), error);
}

static void
revert_lines (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrReviewPage *self = FR_REVIEW_PAGE (widget);
  unsigned index = g_variant_get_uint32 (parameter);
  g_autoptr (GError) error = NULL;

  if (self->review != NULL && self->refresh == 0 && index < fr_review_get_hunks (self->review)->len)
    tell (self, fr_review_revert_hunk (self->review, index, &error), error);
}

static void
show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrReviewPage *self = FR_REVIEW_PAGE (widget);
  const FrReviewEntry *entry = find_entry (self, parameter);

  if (entry == NULL)
    return;
  gtk_stack_set_visible_child_name (self->ways, "pages");
  fr_compare_point (FR_COMPARE (adw_bin_get_child (self->pages)), entry->saved_pointer, entry->pointer);
}

static void
fr_review_page_dispose (GObject *object)
{
  FrReviewPage *self = FR_REVIEW_PAGE (object);

  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_review_page_parent_class)->dispose (object);
}

static void
fr_review_page_class_init (FrReviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_review_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/fr-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, box);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, count);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, back);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, ways);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, values);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, lines);
  gtk_widget_class_bind_template_child (widget_class, FrReviewPage, pages);
  gtk_widget_class_bind_template_callback (widget_class, show_pages);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "review.revert", "u", revert);
  gtk_widget_class_install_action (widget_class, "review.revert-lines", "u", revert_lines);
  gtk_widget_class_install_action (widget_class, "review.show", "u", show);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back-from-review", NULL);
}

static void
fr_review_page_init (FrReviewPage *self)
{
  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (ADW_TYPE_BIN);
  gtk_widget_init_template (GTK_WIDGET (self));
}
