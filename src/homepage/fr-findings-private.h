/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-findings-private.h: what fr-findings.c keeps and fr-findings-list.c tells. */
#pragma once

#include "fr-findings.h"

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
  FrSite     *site;
  GPtrArray  *settings;        /* of FrProblem */
  GPtrArray  *sections;        /* of FrFoundSection */
  gboolean    stale_settings;
  gboolean    changed;         /* since the last signal */
};

/* The list of them; NULL: there is none. */
const FrNode *fr_findings_get_sections (FrFindings *self);

G_END_DECLS
