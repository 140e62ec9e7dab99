/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fr-document.h"
#include "fr-history.h"
#include "fr-operation.h"
#include "fr-pool.h"

G_BEGIN_DECLS

struct _FrDocument
{
  GObject    parent_instance;
  GString   *text;            /* the whole file */
  FrFormat   format;
  gsize      yaml_start;      /* bytes */
  gsize      yaml_end;
  FrNode    *root;
  FrPool    *pool;            /* of those nodes that were read with the whole text */
  gboolean   read_whole;      /* anchors and the like: no part of the text can be read by itself */
  gboolean   has_more;        /* more YAML documents follow the first */
  char      *fault;           /* what broke the promise that text and tree say the same; NULL: nothing did */
  GPtrArray *undo;            /* of FrStep */
  GPtrArray *redo;
  FrStep    *step;            /* being made */
  gboolean   group_open;      /* the next fr_document_set_string() may join the last step */
  int        group_style;     /* FrStyle of the value before the group's first edit; -1: there was none */
  GBytes    *opened;          /* the text before the first step in `undo` */
  GBytes    *saved;           /* what the file holds */
  guint64    saved_step;      /* the last one made by then; 0: none */
  gboolean   was_modified, could_undo, could_redo;  /* as last notified */
};

/* fr-document-text.c: the text and its tree, kept together. */
FrSource fr_document_get_source (FrDocument *self, gsize near);
gboolean fr_document_read_all   (FrDocument *self, GError **error);
/* Takes both; the old ones go. */
void     fr_document_set_root   (FrDocument *self, FrNode *root, FrPool *pool);
/* Makes the splice of the operation, checks what came of it and adds it to self->step. */
gboolean fr_document_apply      (FrDocument *self, const FrOperation *operation, GError **error);
void     fr_document_revert     (FrDocument *self, FrPastSplice *change, gboolean forwards);

/* fr-document-steps.c: an edit is made between begin and end. `pointer`: of a text that is typed, else NULL. */
void     fr_document_begin      (FrDocument *self, const char *pointer);
gboolean fr_document_end        (FrDocument *self, gboolean good);
/* The step being made will become part of the last one. */
gboolean fr_document_may_join   (FrDocument *self);

/* fr-document.c: FALSE with an error where there is no YAML in the text. */
gboolean fr_document_find_yaml  (FrDocument *self, GError **error);
/* Tells listeners. */
void     fr_document_changed    (FrDocument *self, GPtrArray *changes);
void     fr_document_notify_state (FrDocument *self);

/* fr-document-operations.c: changes without a step of their own; values are trees that stay the caller's. */
typedef enum
{
  FR_ADD_OVER,  /* the value is there already (RFC 6902, replace) */
  FR_ADD_NEW,   /* what holds it is there; a list gets one item more (RFC 6902, add) */
  FR_ADD_DEEP,  /* the same, and collections that are missing on the way are made */
  FR_ADD_SET,   /* over what is there, else as FR_ADD_DEEP */
} FrAdd;

gboolean fr_document_add_value        (FrDocument *self, const char *pointer, const FrNode *value, FrAdd how, GError **error);
gboolean fr_document_remove_entry   (FrDocument *self, const char *pointer, GError **error);
gboolean fr_document_move_entry   (FrDocument *self, const char *from, const char *pointer, GError **error);
gboolean fr_document_copy_entry  (FrDocument *self, const char *from, const char *pointer, GError **error);

/* fr-document-move.c: a key gets another name, an item of a list another index, at its place. FALSE: nothing is changed;
 * it has to be removed and inserted. */
gboolean fr_document_move_in_place (FrDocument *self, const char *from, const char *pointer);

/* fr-document-find.c: what can be changed, and where it is. */
/* FALSE with an error (FR_ERROR_FAULT): nothing can be, and nothing saved (fr_document_get_fault ()). */
gboolean fr_document_is_sound   (FrDocument *self, GError **error);
/* The node itself: aliases are not followed, merge keys not looked into; NULL with an error, also where it or what
 * it is in cannot be changed. */
FrNode  *fr_document_find       (FrDocument *self, const char *pointer, GError **error);
/* The value of a key (the last one, where it is there twice) or an item, and its index; NULL if there is none. */
FrNode  *fr_document_find_key   (const FrNode *mapping, const char *key, unsigned *index);
FrNode  *fr_document_find_child (const FrNode *node, const char *token, unsigned *index);
/* FALSE with an error: its bytes cannot be changed; no entry can have that name; others refer to it. */
gboolean fr_document_may_change (FrDocument *self, const FrNode *node, GError **error);
gboolean fr_document_may_name   (FrDocument *self, const FrNode *parent, const char *token, GError **error);
gboolean fr_document_may_go     (FrDocument *self, const FrNode *node, GError **error);
/* Always FALSE, with an error. */
gboolean fr_document_nothing_at (const char *pointer, GError **error);
gboolean fr_document_refuse     (FrDocument *self, const FrNode *node, const char *why, GError **error);
gboolean fr_document_refuse_merged (FrDocument *self, const FrNode *mapping, GError **error);

G_END_DECLS
