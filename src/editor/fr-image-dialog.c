/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-image-dialog.h"

#include <glib/gi18n-lib.h>

#include "fr-file-chooser.h"
#include "fr-image-details.h"
#include "fr-image-field.h"
#include "fr-image-grid.h"
#include "fr-image-patch.h"
#include "fr-pasted-image.h"
#include "fr-picture-import.h"
#include "fr-pointer.h"

#define WIDTH 720
#define HEIGHT 560

struct _FrImageDialog
{
  AdwWindow parent_instance;

  GtkWidget *owner;           /* weak */
  FrSession *session;
  char *pointer;              /* NULL: the field is gone */
  GCancellable *cancellable;  /* when it is closed */

  GtkStack *pages;
  FrImageGrid *grid;
  FrImageDetails *details;
  GtkWidget *back;
  GtkWidget *from_file;
  GtkWidget *use;
  GtkWidget *problem;
  gboolean has_grid;          /* people came to choose */

  char *address;              /* of the picture that is to be taken, if the site has it … */
  GFile *file;                /* … else its file */
  gboolean is_ours;           /* the file was made for this */
};

G_DEFINE_FINAL_TYPE (FrImageDialog, fr_image_dialog, ADW_TYPE_WINDOW)

/* Where nobody has seen this window, it is told in theirs, and over. */
static void
tell_problem (FrImageDialog *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->problem), sentence);
  gtk_widget_set_visible (self->problem, TRUE);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (self->owner != NULL)
    gtk_widget_activate_action (self->owner, "win.tell-problem", "s", sentence);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_page (FrImageDialog *self, const char *name)
{
  gboolean is_grid = g_str_equal (name, "grid");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_window_set_title (GTK_WINDOW (self), is_grid ? _("Images of the Site") : _("Use This Image"));
  gtk_widget_set_visible (self->from_file, is_grid);
  gtk_widget_set_visible (self->use, !is_grid);
  gtk_widget_set_visible (self->back, !is_grid && self->has_grid);
  gtk_button_set_label (GTK_BUTTON (self->use), _("Use image"));
  gtk_window_set_default_widget (GTK_WINDOW (self), is_grid ? NULL : self->use);
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
put (FrImageDialog *self, const char *address)
{
  g_autoptr (GError) error = NULL;
  const char *alt = fr_image_details_get_alt (self->details);

  if (self->pointer == NULL || fr_image_patch (self->session, self->pointer, address, alt, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    tell_problem (self, error->message);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrImageDialog) self = data;
  g_autoptr (GError) error = NULL;
  FrFileState copied;
  g_autofree char *address = fr_picture_import_finish (result, &copied, &error);

  /* Even if nobody waits for it any more: then it is not used, and goes again. */
  if (address != NULL)
    fr_session_remember_copy (self->session, address, &copied);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->use, TRUE);
  if (address != NULL)
    put (self, address);
  else
    tell_problem (self, error->message);
}

static void
take (FrImageDialog *self)
{
  unsigned width, height;
  gboolean smaller = fr_image_details_get_smaller (self->details, &width, &height);

  if (self->address != NULL)
    {
      put (self, self->address);
      return;
    }
  gtk_widget_set_sensitive (self->use, FALSE);
  fr_picture_import_async (fr_session_get_site (self->session), self->file, smaller ? width : 0, smaller ? height : 0,
                           on_imported, g_object_ref (self));
}

static void
on_use (FrImageDialog *self)
{
  if (fr_image_details_settle (self->details))
    take (self);
  else
    gtk_button_set_label (GTK_BUTTON (self->use), _("Use anyway"));
}

static void
on_details_changed (FrImageDialog *self)
{
  gtk_button_set_label (GTK_BUTTON (self->use), _("Use image"));
}

/* What there is now; NULL: the field has none. transfer full */
static char *
dup_alt (FrImageDialog *self)
{
  g_autofree char *beside = fr_image_field_get_alt (self->pointer);
  const FrNode *node = beside != NULL ? fr_document_get (fr_session_get_document (self->session), beside) : NULL;

  if (beside == NULL)
    return NULL;
  return g_strdup (fr_node_get_text (node) != NULL ? fr_node_get_text (node) : "");
}

/* Asks what is to be asked. */
static void
offer (FrImageDialog *self, const char *path, gint64 modified, const FrImage *image)
{
  g_autofree char *alt = self->pointer != NULL ? dup_alt (self) : NULL;
  FrImageOffer it = { path, modified, *image, self->pointer != NULL ? fr_image_field_find (self->pointer) : NULL,
                      self->address == NULL, alt };

  if (it.field == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  fr_image_details_show (self->details, &it);
  if (!fr_image_offer_asks (&it))
    {
      take (self);
      return;
    }
  show_page (self, "details");
  gtk_window_present (GTK_WINDOW (self));
}

static void
forget_picture (FrImageDialog *self)
{
  if (self->is_ours && self->file != NULL)
    fr_pasted_image_delete (self->file);
  self->is_ours = FALSE;
  g_clear_object (&self->file);
  g_clear_pointer (&self->address, g_free);
}

static void
offer_of_site (FrImageDialog *self, const FrSiteFile *file)
{
  FrSite *site = fr_session_get_site (self->session);
  g_autofree char *path = g_build_filename (g_file_peek_path (fr_site_get_folder (site)), file->path, NULL);
  const FrImage image = { file->path, file->width, file->height, file->bytes };

  forget_picture (self);
  self->address = g_strconcat ("/", file->path, NULL);
  offer (self, path, file->modified, &image);
}

static void
on_chosen (FrImageDialog *self, const char *path)
{
  const FrSiteFile *file = fr_site_get_file (fr_session_get_site (self->session), path);

  if (file != NULL)
    offer_of_site (self, file);
}

static void
on_inspected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FrImageDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FrPicture) picture = fr_picture_inspect_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (picture == NULL)
    tell_problem (self, error->message);
  else
    offer (self, g_file_peek_path (self->file), 0,
           &(FrImage) { picture->name, picture->width, picture->height, picture->bytes });
}

static void
offer_file (FrImageDialog *self, GFile *file, gboolean is_ours)
{
  FrSite *site = fr_session_get_site (self->session);
  g_autofree char *path = g_file_get_relative_path (fr_site_get_folder (site), file);
  const FrSiteFile *own = path != NULL ? fr_site_get_file (site, path) : NULL;

  if (own != NULL)
    {
      offer_of_site (self, own);
      return;
    }
  forget_picture (self);
  self->file = g_object_ref (file);
  self->is_ours = is_ours;
  fr_picture_inspect_async (file, self->cancellable, on_inspected, g_object_ref (self));
}

static void
on_file_chosen (gpointer self, GFile *file)
{
  offer_file (self, file, FALSE);
}

static void
choose_file (FrImageDialog *self)
{
  FrFileChooser *chooser = fr_file_chooser_new (FR_CHOOSE_FILE, _("Choose an Image"), _("_Choose"));

  fr_file_chooser_add_type (chooser, _("Images"), "image/*");
  fr_file_chooser_show (chooser, GTK_WINDOW (self), self, on_file_chosen);
}

static void
go_back (FrImageDialog *self)
{
  forget_picture (self);
  show_page (self, "grid");
  fr_image_grid_focus (self->grid);
}

static void
on_changed (FrImageDialog *self, GPtrArray *changes)
{
  fr_pointer_follow_key (&self->pointer, changes);
  if (self->pointer == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_site_changed (FrImageDialog *self)
{
  if (self->has_grid)
    fr_image_grid_set_site (self->grid, fr_session_get_site (self->session));
}

static FrImageDialog *
new_dialog (GtkWidget *owner, FrSession *session, const char *pointer)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  FrImageDialog *self = g_object_new (FR_TYPE_IMAGE_DIALOG, NULL);
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;

  g_set_weak_pointer (&self->owner, owner);
  self->session = g_object_ref (session);
  self->pointer = g_strdup (pointer);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (WIDTH, width) : WIDTH, HEIGHT);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "site-changed", G_CALLBACK (on_site_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
fr_image_dialog_choose (GtkWidget *owner, FrSession *session, const char *pointer)
{
  FrImageDialog *self = new_dialog (owner, session, pointer);

  self->has_grid = TRUE;
  on_site_changed (self);
  go_back (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
fr_image_dialog_take (GtkWidget *owner, FrSession *session, const char *pointer, GFile *file, gboolean is_ours)
{
  offer_file (new_dialog (owner, session, pointer), file, is_ours);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *label, gboolean at_end, GCallback clicked, FrImageDialog *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  if (at_end)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar), button);
  else
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
  return button;
}

static GtkWidget *
make_bar (FrImageDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  add_button (bar, _("Cancel"), FALSE, G_CALLBACK (gtk_window_destroy), self);
  self->back = add_button (bar, _("Back"), FALSE, G_CALLBACK (go_back), self);
  self->from_file = add_button (bar, _("From a file…"), TRUE, G_CALLBACK (choose_file), self);
  self->use = add_button (bar, _("Use image"), TRUE, G_CALLBACK (on_use), self);
  gtk_widget_add_css_class (self->use, "suggested-action");
  return bar;
}

static GtkWidget *
make_details (FrImageDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->details = FR_IMAGE_DETAILS (fr_image_details_new ());
  g_signal_connect_object (self->details, "changed", G_CALLBACK (on_details_changed), self, G_CONNECT_SWAPPED);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->details));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
fr_image_dialog_dispose (GObject *object)
{
  FrImageDialog *self = FR_IMAGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->owner);
  G_OBJECT_CLASS (fr_image_dialog_parent_class)->dispose (object);
}

static void
fr_image_dialog_finalize (GObject *object)
{
  FrImageDialog *self = FR_IMAGE_DIALOG (object);

  forget_picture (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_free (self->pointer);
  G_OBJECT_CLASS (fr_image_dialog_parent_class)->finalize (object);
}

static void
fr_image_dialog_class_init (FrImageDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = fr_image_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = fr_image_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fr_image_dialog_init (FrImageDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->pages = GTK_STACK (gtk_stack_new ());
  self->grid = FR_IMAGE_GRID (fr_image_grid_new ());
  g_signal_connect_object (self->grid, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->grid), "grid");
  gtk_stack_add_named (self->pages, make_details (self), "details");
  self->problem = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "visible", FALSE, "margin-start", 12, "margin-end", 12, NULL);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_window_set_content (ADW_WINDOW (self), box);
}
