/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frontage-sass: compiles a site's style from standard input. fr-sass.h starts it and tells what it prints.
 *
 * A program of its own, since nothing else can be stopped: a loop in a style may have no end, libsass has no way to be
 * asked to give up, and what is nested too deeply breaks the process that it runs in. Here the kernel ends it, and whoever
 * called it goes on.
 */
#include <sass/context.h>
#include <stdio.h>
#include <string.h>

#include "fr-limits.h"
#include "sass-imports.h"

/* A style of 300 kB, ten times as much as sites have, takes a tenth of a second. */
#define MOST_SECONDS 2
#define MOST_SECONDS_WAITING 30
#define MOST_MEMORY ((gsize) 1 << 30)
#define MOST_INPUT ((gsize) 4 << 20)
#define MOST_OUTPUT ((gsize) 4 << 20)

static GString *
read_input (void)
{
  GString *text = g_string_new (NULL);
  char buffer[16384];
  gsize length;

  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0 && text->len <= MOST_INPUT)
    g_string_append_len (text, buffer, length);
  return text;
}

static int
fail (gsize line, gsize column, const char *file, const char *message)
{
  printf ("%zu:%zu:%s\n%s", line, column, file != NULL ? file : "", message);
  return 1;
}

static int
compile (struct Sass_Data_Context *data, const char *folder)
{
  struct Sass_Context *context = sass_data_context_get_context (data);
  const char *css;

  sass_option_set_c_importers (sass_context_get_options (context), sass_imports_new (folder));
  if (sass_compile_data_context (data) != 0)
    return fail (sass_context_get_error_line (context), sass_context_get_error_column (context),
                 sass_context_get_error_file (context), sass_context_get_error_text (context));
  css = sass_context_get_output_string (context);
  if (strlen (css) > MOST_OUTPUT)
    return fail (0, 0, NULL, "There is too much of it.");
  fputs (css, stdout);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr(GString) text = NULL;
  struct Sass_Data_Context *data;
  int status;

  if (argc != 2)
    {
      fputs ("usage: frontage-sass FOLDER < STYLE > CSS\n", stderr);
      return 2;
    }
  fr_limit_process (MOST_SECONDS, MOST_SECONDS_WAITING, MOST_MEMORY);
  text = read_input ();
  if (text->len > MOST_INPUT)
    return fail (0, 0, NULL, "There is too much of it.");
  data = sass_make_data_context (sass_copy_c_string (text->str));
  status = compile (data, argv[1]);
  sass_delete_data_context (data);
  return fflush (stdout) == 0 ? status : 2;
}
