/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-window-private.h: what the parts of the window share. fr-window.c shows the session, fr-window-state.c says what
 * it is called and what can be done, fr-window-places.c goes where a click, an undo or a key leads, fr-window-turns.c has pane and
 * preview take turns where there is no room for both, fr-window-drops.c takes files that are dropped, fr-window-toasts.c tells
 * what an edit did, fr-window-save.c asks and tells when it is saved and closed, fr-window-notify.c tells those who look at
 * something else by then; fr-window-source.c has the file's text below; fr-window-review.c shows what would be saved.
 */
#pragma once

#include "fr-pane.h"
#include "fr-preview.h"
#include "fr-recent-list.h"
#include "fr-review-page.h"
#include "fr-source-view.h"
#include "fr-window.h"

G_BEGIN_DECLS

struct _FrWindow
{
  AdwApplicationWindow parent_instance;

  AdwHeaderBar *bar;
  GtkActionBar *bar_below;
  AdwWindowTitle *title;
  GtkWidget *open_button;
  GMenu *open_menu;
  GMenu *primary_menu;
  GtkButton *turn_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *lone;
  GtkWidget *open_folder;
  GtkWidget *new_homepage;
  FrRecentList *recent;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *problem;
  AdwStatusPage *fault;
  GtkPaned *levels;      /* pane and preview above, the source below */
  GtkPaned *panes;
  FrPane *pane;
  FrPreview *preview;
  FrSourceView *source;  /* seen while it is wanted */
  GtkWidget *source_button;
  FrReviewPage *review;  /* in the place of all of these while it is wanted */
  GtkWidget *review_button;

  GSettings *settings;   /* NULL where the schema is not installed */
  GFile *wanted;         /* what is being opened, or could not be; NULL: nothing was opened yet */
  GCancellable *opening;
  FrSession *session;    /* NULL unless the file could be read */
  char *last_changed;    /* pointer of the last change; NULL: of nothing that is there */

  unsigned inhibited;    /* logging out is, while there are unsaved changes; 0: it is not */
  GtkWindow *conflicts; /* weak; the dialog that asks of what was changed here and in the file, while it is open … */
  GPtrArray *mine;      /* … and its buttons, one for each of these, that say "mine" */
  AdwToast *regret;     /* the overlay's, while it says what was removed last */
  GtkWidget *drop_row;    /* weak; the field that a picture is held over; NULL: none */
  gboolean finding_drop;  /* the page is asked what is under the pointer */
  gboolean is_narrow;    /* pane and preview take turns … */
  gboolean shows_page;   /* … and it is the preview's */
  gboolean is_tight;     /* and some buttons are below */
  gboolean choosing_from_preview;
  gboolean close_when_saved;
  gboolean notified;        /* of what the window shows by itself when it is looked at */
  gboolean saved_in_sight;  /* the window was active when the save began */
};

/* fr-window-state.c */
void     fr_window_show_state      (FrWindow *self);
/* What undo and redo are about, for those who do not see the tooltips. */
void     fr_window_describe_steps  (FrWindow *self);
gboolean fr_window_query_undo      (FrWindow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkWidget *button);
gboolean fr_window_query_redo      (FrWindow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, GtkWidget *button);
/* Another window than this one that shows the session; NULL: there is none. */
GtkWindow *fr_window_find_other    (FrWindow *self, FrSession *session);

/* fr-window-places.c */
void     fr_window_install_places     (FrWindowClass *class);
/* Signal handlers of the template. */
void     fr_window_follow_chosen      (FrWindow *self, const char *pointer);
void     fr_window_open_clicked       (FrWindow *self, const char *pointer);
void     fr_window_open_double_clicked (FrWindow *self, const char *pointer);
void     fr_window_follow_focus       (FrWindow *self);

/* fr-window-source.c */
void     fr_window_install_source  (FrWindowClass *class);
/* It is the session's if it is seen. */
void     fr_window_update_source   (FrWindow *self);

/* fr-window-review.c */
void     fr_window_install_review  (FrWindowClass *class);
gboolean fr_window_is_reviewing    (FrWindow *self);

/* fr-window-turns.c */
void     fr_window_install_turns   (FrWindowClass *class);
void     fr_window_init_turns      (FrWindow *self);
/* Pane or preview is seen, whoever's turn it was. */
void     fr_window_take_turn       (FrWindow *self, gboolean shows_page);

/* fr-window-drops.c */
void     fr_window_accept_drops    (FrWindow *self);

/* fr-window-toasts.c */
void     fr_window_install_toasts  (FrWindowClass *class);
/* What was said of the last change is over. */
void     fr_window_forget_regret  (FrWindow *self);

/* fr-window-notify.c */
/* How a save has ended, by a notification of the desktop, if people have gone to another window meanwhile. It goes when they
 * come back. NULL: well. */
void     fr_window_tell_saved      (FrWindow *self, const char *problem);
void     fr_window_withdraw        (FrWindow *self);

/* fr-window-save.c */
void     fr_window_install_saving  (FrWindowClass *class);
gboolean fr_window_close_request   (GtkWindow *window);
/* Holds up logging out, or no longer. */
void     fr_window_guard_changes   (FrWindow *self);

/* fr-window-outside.c: what comes from outside of the window */
/* Asks whether what an earlier run left unsaved is wanted; nothing where there is none. */
void     fr_window_offer_draft     (FrWindow *self);
/* Tells what others do to the session's file, and asks where both have changed a value. */
void     fr_window_connect_outside (FrWindow *self);

/* fr-window-conflicts.c */
/* Shows what both have changed, to be chosen from. */
void     fr_window_ask_conflicts   (FrWindow *self);

G_END_DECLS
