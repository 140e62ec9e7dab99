/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-findings-private.h: what fr-findings.c keeps and fr-findings-list.c tells. */
#pragma once

#include "fr-check.h"
#include "fr-findings.h"
#include "fr-kinds.h"

G_BEGIN_DECLS

/* What is known of one item of `sections`. Where it stands is its place in the array. */
typedef struct
{
  GPtrArray *problems;  /* of FrProblem; NULL: not looked at yet */
  guint32    kinds;     /* a bit for each kind of the table that is there */
  gboolean   stale;
} FrFoundSection;

struct _FrFindings
{
  GObject     parent_instance;
  FrDocument *document;
  FrCheckScope scope;
  GPtrArray  *settings;        /* of FrProblem */
  GPtrArray  *sections;        /* of FrFoundSection */
  unsigned    firsts[32];      /* for each kind of the table, the first section that has it; G_MAXUINT: there is none */
  gboolean    stale_settings;
  gboolean    changed;         /* since the last signal */
};

/* The list of them; NULL: there is none. */
const FrNode *fr_findings_get_sections (FrFindings *self);
/* The first item lacks what must be first, or another one has it. */
gboolean      fr_findings_is_misplaced (FrFindings *self, unsigned index);
/* An item before this one has a section of the kind, of which there may be one. */
gboolean      fr_findings_is_second    (FrFindings *self, unsigned index, const FrKind *kind);

/* About a file of the site; takes the message. A place of no line is the file's beginning. transfer full */
FrFinding    *fr_finding_new_of_file   (FrRuleId rule, char *message, FrSite *site, const char *path, FrPlace place);

G_END_DECLS
