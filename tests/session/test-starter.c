/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homepages that are made new, and the sample's copy. */
#include <string.h>

#include "opened.h"
#include "fr-starter.h"

static GFile *
make (const char *folder, const char *title, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) result = NULL;

  fr_starter_make_async (place, title, keep_result, &result);
  wait_until (result != NULL);
  return fr_starter_finish (result, error);
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
assert_text (FrDocument *document, const char *pointer, const char *text)
{
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, pointer)), ==, text);
}

/* What is found in it is what its author has to write, and nothing else. */
static void
test_made (gconstpointer title)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = make (folder, title, &error);
  g_autoptr (FrSession) session = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (FrSite) site = NULL;

  g_assert_no_error (error);
  session = open_in (folder, "");
  site = fr_site_new (made);
  assert_text (fr_session_get_document (session), "/title", title);
  assert_text (fr_session_get_document (session), "/sections/0/hero/title", title);
  g_assert_cmpstr (fr_site_get_title (site), ==, title);
  g_assert_null (fr_site_get_other_theme (site));
  fr_findings_set_site (fr_session_get_findings (session), site);
  findings = fr_findings_list (fr_session_get_findings (session));
  g_assert_cmpuint (findings->len, >, 0);
  for (unsigned i = 0; i < findings->len; i++)
    g_assert_cmpstr (((FrFinding *) findings->pdata[i])->rule, ==, "default-text");
}

typedef struct
{
  const char *name;
  const char *file, *text;  /* that is there before; in "inner", the folder that it is made in */
  const char *says;         /* NULL: it is made, and that file is as it was */
} Kept;

static const Kept kept[] = {
  { "config", "inner/_config.yml", "title: Mine # and stays\n", NULL },
  { "picture", "inner/images/hero.svg", "<svg/>", NULL },
  { "other-files", "inner/pages/a.md", "text", NULL },
  { "homepage", "inner/index.md", "", "There is a homepage in this folder already" },
  { "homepage-in-html", "inner/index.html", "<p>", "There is a homepage in this folder already" },
  { "within-a-site", "_config.yml", "title: Outer\n", "This is a folder within the site" },
  { "file-for-a-folder", "inner/images", "x", "" },
};

static void
test_kept (gconstpointer data)
{
  const Kept *self = data;
  g_autofree char *outer = make_folder (), *folder = g_build_filename (outer, "inner", NULL), *after = NULL, *homepage = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = NULL;

  write_file (outer, "inner/readme", "");
  write_file (outer, self->file, self->text);
  homepage = read_file (folder, "index.md");
  made = make (folder, "New", &error);
  after = read_file (outer, self->file);
  g_assert_cmpstr (after, ==, self->text);
  if (self->says != NULL)
    {
      g_autofree char *homepage_after = read_file (folder, "index.md");

      g_assert_null (made);
      g_assert_nonnull (strstr (error->message, self->says));
      g_assert_cmpstr (homepage_after, ==, homepage);
      return;
    }
  g_assert_no_error (error);
  g_clear_object (&made);
  g_object_unref (open_in (folder, ""));
}

static void
copy_sample (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = NULL;

  fr_starter_sample_async (keep_result, &result);
  wait_until (result != NULL);
  made = fr_starter_finish (result, &error);
  g_assert_no_error (error);
}

static void
assert_as_in (const char *source, const char *copy, const char *name)
{
  g_autofree char *path = g_build_filename (source, name, NULL), *one = NULL, *other = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  if (folder == NULL)
    {
      one = read_file (source, name), other = read_file (copy, name);
      g_assert_cmpstr (one, ==, other);
      return;
    }
  for (const char *child = g_dir_read_name (folder); child != NULL; child = g_dir_read_name (folder))
    {
      g_autofree char *below = g_build_filename (name, child, NULL);

      assert_as_in (source, copy, below);
    }
}

/* All of it, and what people change in it stays. */
static void
test_sample (void)
{
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "frontage", "sample-site", NULL), *after = NULL;

  copy_sample ();
  assert_as_in (g_getenv ("SAMPLE_SITE"), copy, "");
  write_file (copy, "index.md", PAGE);
  copy_sample ();
  after = read_file (copy, "index.md");
  g_assert_cmpstr (after, ==, PAGE);
}

int
main (int argc, char **argv)
{
  static const char * const titles[] = { "Harbour Board", "yes", "Board: \"A\" # 1", "2026", "Zweckverband Müll – Süd" };
  g_autofree char *data = make_folder ();

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/starter/made/%u", i);

      g_test_add_data_func (path, titles[i], test_made);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_strconcat ("/starter/kept/", kept[i].name, NULL);

      g_test_add_data_func (path, &kept[i], test_kept);
    }
  g_test_add_func ("/starter/sample", test_sample);
  return g_test_run ();
}
