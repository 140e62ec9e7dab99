/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-finding-row.h"

#include <glib/gi18n-lib.h>

#include "fr-find-row.h"
#include "fr-fix.h"

struct _FrFindingRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FrFindingRow, fr_finding_row, GTK_TYPE_LIST_BOX_ROW)

enum { MEND, IGNORE, N_SIGNALS };
static unsigned signals[N_SIGNALS];

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *class, const char *other_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  if (other_class != NULL)
    gtk_widget_add_css_class (label, other_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_mend (FrFindingRow *self)
{
  g_signal_emit (self, signals[MEND], 0);
}

static void
on_ignore (FrFindingRow *self)
{
  g_signal_emit (self, signals[IGNORE], 0);
}

static GtkWidget *
add_button (FrFindingRow *self, GtkWidget *box, const char *label, const char *tip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* What the button does stands before it is pressed. */
static void
add_buttons (FrFindingRow *self, GtkWidget *lines, const FrFinding *finding, gboolean ignored)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *what = finding->fix != NULL ? fr_fix_describe (finding) : NULL;
  GtkWidget *let_be;

  if (what != NULL)
    add_label (lines, what, "caption", NULL);
  if (what != NULL)
    add_button (self, box, _("Mend"), what, G_CALLBACK (on_mend));
  let_be = add_button (self, box, ignored ? _("Tell Again") : _("Ignore"),
                       ignored ? NULL : _("Leave it as it is. This is remembered on this computer, and not written into the site."),
                       G_CALLBACK (on_ignore));
  gtk_widget_add_css_class (let_be, "flat");
  gtk_box_append (GTK_BOX (lines), box);
}

static const char *
get_class (const FrFinding *finding)
{
  return finding->severity == FR_SEVERITY_ERROR ? "error" : finding->severity == FR_SEVERITY_WARNING ? "warning" : NULL;
}

/* transfer full */
static char *
describe_place (FrDocument *document, const FrFinding *finding)
{
  g_autofree char *name = finding->file != NULL ? g_path_get_basename (finding->file) : NULL;
  char *where;

  if (name != NULL)
    return g_strdup_printf (_("%s, line %u"), name, finding->place.line);
  where = fr_find_row_describe (document, finding->pointer);
  return where != NULL ? where : g_strdup_printf (_("Line %u"), finding->place.line);
}

GtkWidget *
fr_finding_row_new (FrDocument *document, const FrFinding *finding, gboolean ignored)
{
  FrFindingRow *self = g_object_new (FR_TYPE_FINDING_ROW, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const FrRule *rule = fr_rule_find (finding->rule);
  g_autofree char *where = describe_place (document, finding);
  g_autofree char *name = g_strdup_printf ("%s: %s", where, finding->message);

  add_label (lines, where, "caption", "dim-label");
  add_label (lines, finding->message, get_class (finding), NULL);
  if (rule != NULL)
    {
      g_autofree char *more = g_strdup_printf ("%s %s", _(rule->why), _(rule->remedy));

      add_label (lines, more, "caption", "dim-label");
    }
  add_buttons (self, lines, finding, ignored);
  gtk_widget_set_margin_top (lines, 6);
  gtk_widget_set_margin_bottom (lines, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* For assistive technology, which cannot activate a row but can call what it offers. */
static void
open_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit_by_name (gtk_widget_get_parent (widget), "row-activated", widget);
}

static void
fr_finding_row_class_init (FrFindingRowClass *class)
{
  signals[MEND] = g_signal_new ("mend", FR_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[IGNORE] = g_signal_new ("ignore", FR_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "finding.open", NULL, open_row);
}

static void
fr_finding_row_init (FrFindingRow *self)
{
}
