/* fr-window-private.h: what the parts of the window share. fr-window.c shows, fr-window-save.c saves and
 * closes.
 */
#pragma once

#include "fr-document.h"
#include "fr-form.h"
#include "fr-page.h"
#include "fr-preview.h"
#include "fr-section-list.h"
#include "fr-site-watch.h"
#include "fr-window.h"

G_BEGIN_DECLS

struct _FrWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkPaned *panes;
  GtkPaned *side;
  FrSectionList *sections;
  FrForm *form;
  FrPreview *preview;

  GSettings *settings;  /* NULL where the schema is not installed */
  GFile *file;
  FrDocument *document;  /* NULL unless the file could be read */
  FrSiteWatch *watch;    /* of the site … */
  FrSite *site;          /* … as it is shown */
  FrPage *page;
  GCancellable *loading;
  char *last_changed;    /* pointer of the last change */

  gboolean choosing_from_preview;
  gboolean saving;
  gboolean close_when_saved;
};

void     fr_window_update_title    (FrWindow *self);
void     fr_window_update_actions  (FrWindow *self);

/* fr-window-save.c */
void     fr_window_save            (FrWindow *self, gboolean over_changes);
gboolean fr_window_close_request   (GtkWindow *window);

G_END_DECLS
