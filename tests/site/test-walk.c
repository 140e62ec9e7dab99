/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a walk finds in a folder, and what it goes by. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "../tools/folder.h"
#include "fr-walk.h"

static char *
real (char *folder)
{
  char *path = realpath (folder, NULL), *copy = g_strdup (path);

  free (path);
  g_free (folder);
  return copy;
}

static void
make_link (const char *folder, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
append (GString *out, const char *title, const GPtrArray *paths)
{
  for (unsigned i = 0; i < paths->len; i++)
    g_string_append_printf (out, "%s %s\n", title, (char *) paths->pdata[i]);
}

/* A line for each thing found. */
static char *
describe (const FrWalk *walk)
{
  GString *out = g_string_new (NULL);

  for (unsigned i = 0; i < walk->files->len; i++)
    g_string_append_printf (out, "file %s\n", g_array_index (walk->files, FrWalkedFile, i).path);
  append (out, "folder", walk->folders);
  for (unsigned i = 0; i < walk->links->len; i++)
    {
      const FrFolderLink *link = walk->links->pdata[i];

      g_string_append_printf (out, "link %s > %s\n", link->path, link->target);
    }
  append (out, "odd", walk->odd);
  append (out, "unread", walk->unread);
  return g_string_free (out, FALSE);
}

static void
assert_found (const char *folder, const char *expected)
{
  g_autoptr(FrWalk) walk = fr_walk_new (folder, NULL);
  g_autofree char *found = describe (walk);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_files_and_folders (void)
{
  g_autofree char *folder = real (make_folder ());

  for (const char * const *name = (const char * const[]) {
         "index.md", "b/x.png", "B/x.png", "a/_posts/2026-01-01-a.md", ".git/HEAD", "a/.hidden", "node_modules/m/x.js",
         "a/node_modules/x.js", "_site/index.html", "_data/navigation.yml", NULL }; *name != NULL; name++)
    write_file (folder, *name, "x");
  assert_found (folder, "file _data/navigation.yml\nfile a/_posts/2026-01-01-a.md\nfile B/x.png\nfile b/x.png\nfile index.md\n"
                        "folder \nfolder _data\nfolder a\nfolder a/_posts\nfolder B\nfolder b\n");
}

static void
test_links (void)
{
  g_autofree char *folder = real (make_folder ()), *outside = real (make_folder ());
  g_autofree char *secret = g_build_filename (outside, "secret.md", NULL);

  write_file (folder, "a/one.md", "x");
  write_file (outside, "secret.md", "x");
  make_link (folder, "file.md", "a/one.md");
  make_link (folder, "folder", "a");
  make_link (folder, "a/up", "..");
  make_link (folder, "a/self", "self");
  make_link (folder, "nowhere.md", "gone.md");
  make_link (folder, "secret.md", secret);
  make_link (folder, "out", outside);
  make_link (folder, "beside", "../");
  assert_found (folder, "file a/one.md\nfile file.md\nfolder \nfolder a\nlink a/up > \nlink folder > a\n"
                        "odd a/self\nodd beside\nodd nowhere.md\nodd out\nodd secret.md\n");
}

/* Also where the name of the folder beside begins like that of the site. */
static void
test_link_to_a_neighbour (void)
{
  g_autofree char *above = real (make_folder ());
  g_autofree char *folder = g_build_filename (above, "site", NULL);

  write_file (above, "site-old/a.png", "x");
  write_file (folder, "index.md", "x");
  make_link (folder, "a.png", "../site-old/a.png");
  assert_found (folder, "file index.md\nfolder \nodd a.png\n");
}

static void
test_what_is_no_file (void)
{
  g_autofree char *folder = real (make_folder ());
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.md", NULL);
  struct sockaddr_un address = { AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (g_snprintf (address.sun_path, sizeof address.sun_path, "%s/socket.png", folder), <, (int) sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  make_link (folder, "zero.png", "/dev/zero");
  make_link (folder, "to-pipe.md", "pipe.md");
  assert_found (folder, "folder \nodd pipe.md\nodd socket.png\nodd to-pipe.md\nodd zero.png\n");
  close (fd);
}

static void
test_deep (void)
{
  g_autofree char *folder = real (make_folder ());
  g_autoptr(FrWalk) walk = NULL;

  write_file (folder, "1/2/3/4/5/6/7/8/9/10/11/12/13/14/x.md", "x");
  write_file (folder, "1/2/3/4/5/6/7/8/9/10/11/12/x.md", "x");
  walk = fr_walk_new (folder, NULL);
  g_assert_cmpuint (walk->files->len, ==, 1);
  g_assert_cmpuint (walk->unread->len, ==, 1);
  g_assert_cmpstr (walk->unread->pdata[0], ==, "1/2/3/4/5/6/7/8/9/10/11/12/13");
}

/* Who runs tests as root may read it all the same. */
static void
test_unreadable_folder (void)
{
  g_autofree char *folder = real (make_folder ());
  g_autofree char *closed = g_build_filename (folder, "closed", NULL);
  gboolean may_read;

  write_file (folder, "closed/x.md", "x");
  write_file (folder, "y.md", "x");
  g_assert_cmpint (chmod (closed, 0), ==, 0);
  may_read = access (closed, R_OK) == 0;
  assert_found (folder, may_read ? "file closed/x.md\nfile y.md\nfolder \nfolder closed\n"
                                 : "file y.md\nfolder \nfolder closed\nunread closed\n");
  g_assert_cmpint (chmod (closed, 0700), ==, 0);
}

static void
test_nothing_there (void)
{
  assert_found ("/no/such/folder", "folder \nunread \n");
}

static void
test_cancelled (void)
{
  g_autofree char *folder = real (make_folder ());
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(FrWalk) walk = NULL;

  write_file (folder, "y.md", "x");
  g_cancellable_cancel (cancellable);
  walk = fr_walk_new (folder, cancellable);
  g_assert_cmpuint (walk->files->len, ==, 0);
  g_assert_cmpstr (walk->unread->pdata[0], ==, "");
}

static void
test_quick (void)
{
  g_autofree char *folder = real (make_folder ()), *found = NULL;
  g_autoptr(FrWalk) walk = NULL;

  for (const char * const *name = (const char * const[]) { "_config.yml", "_data/footer.yml", "index.md", "images/a.png", NULL };
       *name != NULL; name++)
    write_file (folder, *name, "x");
  walk = fr_walk_new_quick (folder);
  found = describe (walk);
  g_assert_cmpstr (found, ==, "file _config.yml\nfile _data/footer.yml\nunread \n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/files-and-folders", test_files_and_folders);
  g_test_add_func ("/walk/links", test_links);
  g_test_add_func ("/walk/link-to-a-neighbour", test_link_to_a_neighbour);
  g_test_add_func ("/walk/what-is-no-file", test_what_is_no_file);
  g_test_add_func ("/walk/deep", test_deep);
  g_test_add_func ("/walk/unreadable-folder", test_unreadable_folder);
  g_test_add_func ("/walk/nothing-there", test_nothing_there);
  g_test_add_func ("/walk/cancelled", test_cancelled);
  g_test_add_func ("/walk/quick", test_quick);
  return g_test_run ();
}
