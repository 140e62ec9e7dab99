/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the site in a field and to choose from, and what becomes of the page when one is taken. */
#include <adwaita.h>
#include <string.h>
#include <utime.h>

#include "../tools/contains.h"
#include "../tools/find-widget.h"
#include "fr-image-dialog.h"
#include "fr-image-grid.h"
#include "fr-image-item.h"
#include "fr-image-row.h"
#include "followed.h"

#define PAGE "sections:\n  - hero:\n      title: T\n      background: /images/old.png\n" \
             "  - infopic:\n      title: P\n      image: /images/gone.png\n      alt: Image alt text\n"

/* Of 800 × 600 pixels, by what it says first. */
static void
add_picture (Followed *it, const char *name, gint64 seconds)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\3\x20\0\0\2\x58\10\2\0\0\0";
  GFile *folder = fr_site_get_folder (fr_session_get_site (it->session));
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL), *parent = g_path_get_dirname (path);
  const struct utimbuf times = { seconds, seconds };

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, png, sizeof png - 1, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static gboolean
knows (Followed *it, const char *name)
{
  const FrSiteFile *file = fr_site_get_file (fr_session_get_site (it->session), name);

  return file != NULL && file->width == 800;
}

static Followed *
open_page (void)
{
  Followed *it = followed_new (PAGE);

  add_picture (it, "images/old.png", 1000000000);
  add_picture (it, "images/boats/Ferry at night.png", 1000000002);
  add_picture (it, "images/quay.png", 1000000001);
  wait_until (knows (it, "images/old.png") && knows (it, "images/quay.png") && knows (it, "images/boats/Ferry at night.png"));
  return it;
}

static void
test_order (void)
{
  static const char * const newest_first[] = { "images/boats/Ferry at night.png", "images/quay.png", "images/old.png" };
  Followed *it = open_page ();
  g_autoptr (GPtrArray) items = fr_image_items_of (fr_session_get_site (it->session));

  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (newest_first));
  for (unsigned i = 0; i < items->len; i++)
    g_assert_cmpstr (fr_image_item_get_path (items->pdata[i]), ==, newest_first[i]);
  followed_free (it);
}

static void
test_search (void)
{
  static const struct { const char *text; unsigned found; } cases[] =
    { { "", 3 }, { "quay", 1 }, { "QUAY", 1 }, { "night boats", 1 }, { "images", 3 }, { "png o", 2 }, { "nowhere", 0 }, { "  ", 3 } };
  Followed *it = open_page ();
  FrImageGrid *grid = FR_IMAGE_GRID (g_object_ref_sink (fr_image_grid_new ()));
  GtkWidget *search = find_widget (GTK_WIDGET (grid), GTK_TYPE_SEARCH_ENTRY);

  fr_image_grid_set_site (grid, fr_session_get_site (it->session));
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].text);
      g_signal_emit_by_name (search, "search-changed");
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (fr_image_grid_count (grid), ==, cases[i].found);
    }
  g_object_unref (grid);
  followed_free (it);
}

/* What is said of the picture of a field, whatever is in the site now. */
static void
test_said (void)
{
  static const struct { const char *address, *said; } cases[] = {
    { "/images/quay.png", "800 × 600 pixels" },
    { "/images/quay.png", "Sharp: the page draws it up to 720 pixels wide." },
    { "/images/none.png", "There is no such picture in the site." },
    { "https://a.b/c.png", "A picture of another site." },
    { "", "No picture yet." },
  };
  Followed *it = open_page ();

  fr_section_list_choose (it->list, "/sections/1/infopic");
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *form = NULL;

      fr_document_set_string (it->document, "/sections/1/infopic/image", cases[i].address, NULL);
      form = describe_form (it->form);
      assert_has (form, cases[i].said);
    }
  fr_document_set_string (it->document, "/sections/1/infopic/image", "/images/new.png", NULL);
  add_picture (it, "images/new.png", 1000000003);
  wait_until (knows (it, "images/new.png"));
  assert_as_made_anew (it, "the picture came into the site");
  followed_free (it);
}

static FrImageDialog *
find_dialog (void)
{
  return (FrImageDialog *) find_widget_anywhere (FR_TYPE_IMAGE_DIALOG);
}

static FrImageDialog *
choose (Followed *it, const char *pointer, const char *path)
{
  GtkWidget *row;

  fr_section_list_choose (it->list, pointer);
  row = find_widget (GTK_WIDGET (it->form), FR_TYPE_IMAGE_ROW);
  g_assert_true (gtk_widget_activate_action (row, "image.choose", NULL));
  g_assert_nonnull (find_dialog ());
  g_signal_emit_by_name (find_widget (GTK_WIDGET (find_dialog ()), FR_TYPE_IMAGE_GRID), "chosen", path);
  return find_dialog ();
}

static void
type_alt (FrImageDialog *dialog, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (dialog));

  gtk_editable_set_text (GTK_EDITABLE (focus), text);
}

static void
use (FrImageDialog *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

/* A text that says nothing is told of before it is taken. Picture and text are one step. */
static void
test_taken (void)
{
  Followed *it = open_page ();
  FrImageDialog *dialog = choose (it, "/sections/1/infopic", "images/quay.png");
  g_autofree char *before = g_strdup (fr_document_get_text (it->document));

  type_alt (dialog, "quay.png");
  use (dialog);
  g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
  type_alt (dialog, "image");
  use (dialog);
  g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
  type_alt (dialog, "A quay in the rain");
  use (dialog);
  g_assert_null (find_dialog ());
  assert_has (fr_document_get_text (it->document), "      image: /images/quay.png\n      alt: A quay in the rain\n");
  g_assert_true (fr_document_undo (it->document));
  g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
  followed_free (it);
}

static void
test_insisted (void)
{
  Followed *it = open_page ();
  FrImageDialog *dialog = choose (it, "/sections/1/infopic", "images/quay.png");

  type_alt (dialog, "image");
  use (dialog);
  g_assert_nonnull (find_dialog ());
  use (dialog);
  assert_has (fr_document_get_text (it->document), "      image: /images/quay.png\n      alt: image\n");
  followed_free (it);
}

/* There is nothing to be asked. */
static void
test_taken_at_once (void)
{
  Followed *it = open_page ();

  g_assert_null (choose (it, "/sections/0/hero", "images/boats/Ferry at night.png"));
  assert_has (fr_document_get_text (it->document), "      background: /images/boats/Ferry at night.png\n");
  followed_free (it);
}

/* Others remove, or move, what it is for. */
static void
test_followed (void)
{
  Followed *it = open_page ();
  FrImageDialog *dialog = choose (it, "/sections/1/infopic", "images/quay.png");

  g_assert_true (followed_patch (it, "[{'op': 'move', 'from': '/sections/1', 'path': '/sections/0'}]"));
  type_alt (dialog, "A quay");
  use (dialog);
  assert_has (fr_document_get_text (it->document), "  - infopic:\n      title: P\n      image: /images/quay.png\n      alt: A quay\n");
  choose (it, "/sections/0/infopic", "images/old.png");
  g_assert_true (followed_patch (it, "[{'op': 'remove', 'path': '/sections/0'}]"));
  g_assert_null (find_dialog ());
  followed_free (it);
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/images/order", test_order);
  g_test_add_func ("/images/search", test_search);
  g_test_add_func ("/images/said", test_said);
  g_test_add_func ("/images/taken", test_taken);
  g_test_add_func ("/images/insisted", test_insisted);
  g_test_add_func ("/images/taken-at-once", test_taken_at_once);
  g_test_add_func ("/images/followed", test_followed);
  return g_test_run ();
}
