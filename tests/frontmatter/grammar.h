/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grammar.h: random YAML as people and programs write it: every style, indentation, comment and line end. */
#pragma once

#include "tape.h"

typedef struct
{
  GString *text;
  gboolean front_matter;  /* between Jekyll's fences, with a body behind it */
} GrammarPage;

/* Most of them can be read. Comments are "# c1", "# c2", … and nothing else says so. Free the text. */
GrammarPage grammar_page (Tape *tape);
