/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-findings-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-finding-row.h"
#include "fr-fix.h"
#include "fr-ignored.h"
#include "fr-pointer.h"

#define MOST_ROWS 200

struct _FrFindingsPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *summary;
  GtkButton *mend;
  GtkWidget *cancel;
  GtkToggleButton *show_ignored;
  GtkListBox *list;

  FrSession *session;
  FrIgnored *ignored;
  GPtrArray *findings;  /* of FrFinding, all of them; NULL: the page has changed since */
  GPtrArray *shown;     /* of them, those that rows are of */
  GPtrArray *safe;      /* of them, those that are mended together */
  unsigned n_ignored;
  unsigned update;      /* idle source */
  gboolean reviewing;   /* what would be mended together, before it is */
};

G_DEFINE_FINAL_TYPE (FrFindingsPage, fr_findings_page, GTK_TYPE_WIDGET)

enum { OPENED, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static void refresh (FrFindingsPage *self);

static void
forget (FrFindingsPage *self)
{
  g_clear_pointer (&self->safe, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

/* What keeps the site from being published at all, the sections from the top of the page down, and what is seen elsewhere: in the
 * browser's title bar, by search engines. */
static unsigned
get_layer (const FrFinding *finding)
{
  return finding->file != NULL ? 0 : fr_pointer_is_within (finding->pointer, "/sections") ? 1 : 2;
}

static int
by_notice (gconstpointer a, gconstpointer b)
{
  const FrFinding *one = *(FrFinding **) a, *other = *(FrFinding **) b;

  if (one->severity != other->severity)
    return one->severity < other->severity ? -1 : 1;
  if (get_layer (one) != get_layer (other))
    return get_layer (one) < get_layer (other) ? -1 : 1;
  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

static void
choose_shown (FrFindingsPage *self)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  gboolean wanted = gtk_toggle_button_get_active (self->show_ignored);

  self->n_ignored = 0;
  self->shown = g_ptr_array_new ();
  for (unsigned i = 0; i < self->findings->len; i++)
    {
      gboolean ignored = fr_ignored_has (self->ignored, self->findings->pdata[i]);

      self->n_ignored += ignored;
      if (!ignored)
        g_ptr_array_add (told, self->findings->pdata[i]);
      if (ignored == wanted)
        g_ptr_array_add (self->shown, self->findings->pdata[i]);
    }
  self->safe = fr_fixes_choose (told, NULL);
  self->reviewing = self->reviewing && self->safe->len > 0;
  if (self->reviewing)
    {
      g_ptr_array_unref (self->shown);
      self->shown = g_ptr_array_copy (self->safe, NULL, NULL);  /* which are in another order */
    }
}

/* NULL: there is nothing, which the list says itself. transfer full */
static char *
summarize (FrFindingsPage *self)
{
  unsigned count = self->shown->len;

  if (self->reviewing)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This is what will be changed, in one step that Undo takes back:",
                                         "These %u will be changed, in one step that Undo takes back:", count), count);
  if (gtk_toggle_button_get_active (self->show_ignored))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding is ignored", "%u findings are ignored", count), count);
  if (count == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings, what visitors notice first on top", count), count);
}

static void
apply (FrFindingsPage *self, const char *patch)
{
  g_autoptr (GError) error = NULL;

  if (patch != NULL && !fr_document_patch (fr_session_get_document (self->session), patch, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
}

/* Where the page has changed since, other rows will be there in a moment. */
static const FrFinding *
get_finding (FrFindingsPage *self, GtkListBoxRow *row)
{
  unsigned index = gtk_list_box_row_get_index (row);

  return self->shown != NULL && index < self->shown->len ? self->shown->pdata[index] : NULL;
}

static void
on_mend (GtkListBoxRow *row, FrFindingsPage *self)
{
  const FrFinding *finding = get_finding (self, row);
  g_autofree char *patch = finding != NULL ? g_strdup (finding->fix) : NULL;

  apply (self, patch);
}

static gboolean
on_idle (gpointer data)
{
  FrFindingsPage *self = data;

  self->update = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: it may be a row's own button that was pressed. */
static void
on_changed (FrFindingsPage *self)
{
  forget (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->update == 0)
    self->update = g_idle_add (on_idle, self);
}

static void
on_ignore (GtkListBoxRow *row, FrFindingsPage *self)
{
  const FrFinding *finding = get_finding (self, row);
  g_autoptr (GError) error = NULL;

  if (finding == NULL)
    return;
  if (!fr_ignored_set (self->ignored, finding, !fr_ignored_has (self->ignored, finding), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-problem", "s", error->message);
  on_changed (self);
}

static GtkWidget *
make_row (FrFindingsPage *self, const FrFinding *finding)
{
  GtkWidget *row = fr_finding_row_new (fr_session_get_document (self->session), finding, fr_ignored_has (self->ignored, finding));

  g_signal_connect (row, "mend", G_CALLBACK (on_mend), self);
  g_signal_connect (row, "ignore", G_CALLBACK (on_ignore), self);
  return row;
}

static void
show_buttons (FrFindingsPage *self)
{
  const char *counted = g_dngettext (GETTEXT_PACKAGE, "Mend %u", "Mend These %u", self->safe->len);
  g_autofree char *label = self->reviewing ? g_strdup_printf (counted, self->safe->len) : g_strdup (_("Mend All Safe Ones…"));

  gtk_button_set_label (self->mend, label);
  gtk_widget_set_visible (GTK_WIDGET (self->mend), self->safe->len > 0 && !gtk_toggle_button_get_active (self->show_ignored));
  gtk_widget_set_visible (self->cancel, self->reviewing);
  gtk_widget_set_visible (GTK_WIDGET (self->show_ignored), !self->reviewing &&
                          (self->n_ignored > 0 || gtk_toggle_button_get_active (self->show_ignored)));
}

static void
show_rows (FrFindingsPage *self)
{
  g_autofree char *summary = summarize (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (unsigned i = 0; i < MIN (self->shown->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list, make_row (self, self->shown->pdata[i]));
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  show_buttons (self);
}

static void
refresh (FrFindingsPage *self)
{
  g_clear_handle_id (&self->update, g_source_remove);
  if (self->findings != NULL || self->session == NULL)
    return;
  self->findings = fr_findings_list (fr_session_get_findings (self->session));
  choose_shown (self);
  g_ptr_array_sort (self->shown, by_notice);
  show_rows (self);
}

static void
show_again (FrFindingsPage *self)
{
  forget (self);
  refresh (self);
}

static void
on_row_activated (FrFindingsPage *self, GtkListBoxRow *row)
{
  const FrFinding *finding = get_finding (self, row);

  if (finding != NULL && finding->field != NULL)
    {
      g_autofree char *pointer = g_strdup (finding->field);

      g_signal_emit (self, signals[OPENED], 0, pointer);
    }
}

/* First what it would do is shown, then it is done. */
static void
mend_safe (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrFindingsPage *self = FR_FINDINGS_PAGE (widget);

  refresh (self);
  if (self->reviewing)
    {
      g_autofree char *patch = fr_fixes_join (self->safe);

      self->reviewing = FALSE;
      apply (self, patch);
      return;
    }
  self->reviewing = TRUE;
  show_again (self);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FrFindingsPage *self = FR_FINDINGS_PAGE (widget);

  self->reviewing = FALSE;
  show_again (self);
}

void
fr_findings_page_set_session (FrFindingsPage *self, FrSession *session)
{
  g_return_if_fail (FR_IS_FINDINGS_PAGE (self));
  g_return_if_fail (session == NULL || FR_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->update, g_source_remove);
  forget (self);
  g_clear_pointer (&self->ignored, fr_ignored_free);
  self->reviewing = FALSE;
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  self->ignored = fr_ignored_new (fr_site_get_folder (fr_session_get_site (session)));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "site-changed", G_CALLBACK (on_changed), self);
}

void
fr_findings_page_start (FrFindingsPage *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (FR_IS_FINDINGS_PAGE (self));

  self->reviewing = FALSE;
  show_again (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
fr_findings_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fr_findings_page_parent_class)->map (widget);
  refresh (FR_FINDINGS_PAGE (widget));
}

static void
fr_findings_page_dispose (GObject *object)
{
  FrFindingsPage *self = FR_FINDINGS_PAGE (object);

  fr_findings_page_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (fr_findings_page_parent_class)->dispose (object);
}

static void
fr_findings_page_class_init (FrFindingsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_findings_page_dispose;
  widget_class->map = fr_findings_page_map;
  signals[OPENED] = g_signal_new ("opened", FR_TYPE_FINDINGS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/frontage/Frontage/editor/fr-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, box);
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, mend);
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, show_ignored);
  gtk_widget_class_bind_template_child (widget_class, FrFindingsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, show_again);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "findings.mend-safe", NULL, mend_safe);
  gtk_widget_class_install_action (widget_class, "findings.cancel", NULL, cancel);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fr_findings_page_init (FrFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
