/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shown.h: a homepage in a preview in a window, as the program has it, for tests of what the web view does.
 * Everything waits for conditions; a test that waits for what does not come fails after PATIENCE.
 */
#pragma once

#include <webkit/webkit.h>

#include "../tools/folder.h"
#include "../tools/wait.h"
#include "fr-preview.h"

#define OUR_WORLD "frontage"  /* the script world of preview.js */

typedef struct
{
  FrSite        *site;
  FrDocument    *document;
  FrPage        *page;
  FrPreview     *preview;
  WebKitWebView *view;
  GtkWidget     *window;
  unsigned       loads;  /* of documents, so far */
} Shown;

/* `folder` is the site's. Returns when the page shows the blocks. */
Shown *shown_new      (const char *folder, const char *yaml);
void   shown_free     (Shown *shown);

/* An edit, as a form makes it. Any edit of the document goes to the preview, as the window has it. */
void   shown_set      (Shown *shown, const char *pointer, const char *text);

/* The site's folder has changed: what it holds now goes to page and preview, as the window has it. */
void   shown_read_site_again (Shown *shown);

/* What the script says, as JSON. `world`: NULL for the page's own. transfer full */
char  *shown_ask      (Shown *shown, const char *script, const char *world);
/* Until the script says true. */
void   shown_wait     (Shown *shown, const char *script);
/* Until the pictures are there and two frames were drawn with what is in the page. */
void   shown_settle   (Shown *shown);

/* A label of the window that is on the screen and says this; NULL if there is none. */
GtkWidget *shown_find_label (Shown *shown, const char *text);

