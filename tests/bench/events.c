/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events FILE ROUNDS: libyaml's bare event loop over the front matter of a file, again and again, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static void
read_events (const unsigned char *text, size_t length)
{
  yaml_parser_t parser;
  yaml_event_t event;
  int done = 0;

  yaml_parser_initialize (&parser);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, text, length);
  while (!done)
    {
      if (!yaml_parser_parse (&parser, &event))
        exit (EXIT_FAILURE);
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
}

int
main (int argc, char **argv)
{
  static char text[1 << 20];
  FILE *file = argc == 3 ? fopen (argv[1], "r") : NULL;
  size_t length = file != NULL ? fread (text, 1, sizeof text - 1, file) : 0;
  char *start = strchr (text, '\n'), *end = start != NULL ? strstr (start, "\n---") : NULL;

  if (length == 0 || end == NULL)
    return EXIT_FAILURE;
  for (int i = atoi (argv[2]); i > 0; i--)
    read_events ((unsigned char *) start + 1, end - start);
  return EXIT_SUCCESS;
}
