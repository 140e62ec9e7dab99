/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smaller copies of pictures: their sizes, which way up they are, of what format, and what of pictures that are made to do harm. */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../tools/folder.h"
#include "drawn.h"
#include "fr-image-size.h"
#include "fr-own-program.h"
#include "fr-picture-copy.h"

static const struct
{
  const char *name, *type;
  int         width, height;
  char        turn;              /* EXIF's; 0: says nothing */
  int         box[2], copy[2];
  gboolean    starts_with_red;   /* the first pixel of the copy */
} sizes[] = {
  { "png", "png", 400, 200, 0, { 100, 100 }, { 100, 50 }, TRUE },
  { "jpeg", "jpeg", 400, 200, 0, { 100, 100 }, { 100, 50 }, TRUE },
  { "bmp", "bmp", 400, 200, 0, { 100, 100 }, { 100, 50 }, TRUE },
  { "box-higher", "png", 400, 200, 0, { 300, 20 }, { 40, 20 }, TRUE },
  { "never-larger", "png", 40, 20, 0, { 100, 100 }, { 40, 20 }, TRUE },
  { "never-nothing", "png", 4000, 2, 0, { 100, 100 }, { 100, 1 }, TRUE },
  { "upside-down", "jpeg", 400, 200, 3, { 100, 100 }, { 100, 50 }, FALSE },
  { "mirrored", "jpeg", 400, 200, 2, { 100, 100 }, { 100, 50 }, FALSE },
  { "on-its-side", "jpeg", 400, 200, 6, { 100, 100 }, { 50, 100 }, TRUE },
  { "on-its-other-side", "jpeg", 400, 200, 8, { 100, 100 }, { 50, 100 }, FALSE },
  { "box-of-a-turned-one", "jpeg", 400, 200, 6, { 100, 400 }, { 100, 200 }, TRUE },
};

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static void
test_sizes (void)
{
  g_autofree char *folder = make_folder ();

  for (unsigned i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = save_picture (folder, sizes[i].name, sizes[i].type, sizes[i].width, sizes[i].height);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) copy = NULL;
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      g_test_message ("%s", sizes[i].name);
      if (sizes[i].turn != 0)
        turn_picture (path, sizes[i].turn);
      copy = fr_picture_copy (path, sizes[i].box[0], sizes[i].box[1], &error);
      g_assert_no_error (error);
      pixbuf = decode (copy);
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, sizes[i].copy[0]);
      g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, sizes[i].copy[1]);
      g_assert_cmpint (gdk_pixbuf_get_pixels (pixbuf)[0] > 128, ==, sizes[i].starts_with_red);
      /* What is turned is not to be turned once more. */
      g_assert_null (gdk_pixbuf_get_option (pixbuf, "orientation"));
    }
}

static gboolean
is_jpeg (GBytes *bytes)
{
  return memcmp (g_bytes_get_data (bytes, NULL), "\xff\xd8", 2) == 0;
}

/* A photo that was saved as a PNG would be heavier than it need be. What lets the page through keeps that. */
static void
test_formats (void)
{
  static const struct { gboolean has_alpha, is_noise, is_jpeg; } cases[] = { { 0, 1, 1 }, { 1, 1, 0 }, { 0, 0, 0 } };
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "a.png", NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = draw_picture (900, 900, cases[i].has_alpha, cases[i].is_noise), copied = NULL;
      g_autoptr (GBytes) copy = NULL;

      g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
      copy = fr_picture_copy (path, 800, 800, NULL);
      g_assert_cmpint (is_jpeg (copy), ==, cases[i].is_jpeg);
      copied = decode (copy);
      g_assert_cmpint (gdk_pixbuf_get_has_alpha (copied), ==, cases[i].has_alpha);
    }
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = fr_picture_copy (path, 100, 100, &error);

  g_assert_null (copy);
  g_assert_error (error, G_IO_ERROR, code);
}

/* It says that it has 400 million pixels, and has none. */
#define BOMB "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\10\2\0\0\0\x6c\x12\xd1\x6e" "\x00\x00\x00\x11\x49\x44\x41\x54\x78\x9c\x63\x60\x18\x05\xa3\x60\x14\x0c\x77\x00\x00\x03\xe8\x00\x01\xb3\xa6\xd3\x46"

static void
test_harm (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *text = g_build_filename (folder, "text.png", NULL), *pipe = g_build_filename (folder, "pipe.png", NULL);
  g_autofree char *bomb = g_build_filename (folder, "bomb.png", NULL), *none = g_build_filename (folder, "none.png", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.png", NULL);

  write_file (folder, "text.png", "A picture");
  write_file (folder, "empty.png", "");
  g_assert_true (g_file_set_contents (bomb, BOMB, sizeof BOMB - 1, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (text, G_IO_ERROR_INVALID_DATA);
  assert_refused (empty, G_IO_ERROR_INVALID_DATA);
  assert_refused (bomb, G_IO_ERROR_NO_SPACE);
  assert_refused (pipe, G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused (none, G_IO_ERROR_NOT_FOUND);
  assert_refused (folder, G_IO_ERROR_INVALID_ARGUMENT);
}

/* Up to where a download ended. */
static void
test_cut_short (void)
{
  g_autofree char *folder = make_folder (), *path = save_picture (folder, "a.jpg", "jpeg", 400, 400), *content = NULL;
  g_autoptr (GBytes) copy = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, length - 200, NULL));
  copy = fr_picture_copy (path, 100, 100, NULL);
  g_assert_nonnull (copy);
}

/* The program has nothing of what was open where it was started: it closes the pipe at once, and not when it ends, since it waits for
 * a picture. */
static void
test_what_is_open_is_closed (void)
{
  g_autofree char *program = fr_own_program_find ("pictures", "frontage-picture");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  int ends[2];
  char byte;

  g_assert_cmpint (pipe (ends), ==, 0);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_INHERIT_FDS, &error, program, "copy", "9", "9", NULL);
  g_assert_no_error (error);
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 0);
  close (ends[0]);
  g_subprocess_force_exit (process);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy/sizes", test_sizes);
  g_test_add_func ("/copy/formats", test_formats);
  g_test_add_func ("/copy/harm", test_harm);
  g_test_add_func ("/copy/cut-short", test_cut_short);
  g_test_add_func ("/copy/what-is-open-is-closed", test_what_is_open_is_closed);
  return g_test_run ();
}
