/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-destination.h: what an address in a homepage leads to once it is published (RULES.md, "Treatment, field by field"), in
 * words for those who wrote it.
 */
#pragma once

#include "fr-site.h"

G_BEGIN_DECLS

typedef enum
{
  FR_DESTINATION_NONE,     /* there is no address */
  FR_DESTINATION_KNOWN,    /* something of the site */
  FR_DESTINATION_OUTSIDE,  /* another site, a letter, a call: nobody looked whether it is there */
  FR_DESTINATION_UNKNOWN,  /* the site is not known well enough to tell */
  FR_DESTINATION_BROKEN,   /* nothing, or something else than what was meant */
} FrDestinationKind;

/* What is wrong with an address that is BROKEN. */
typedef enum
{
  FR_TROUBLE_NONE,
  FR_TROUBLE_NO_HOST,
  FR_TROUBLE_CAPITALS,     /* in "http" */
  FR_TROUBLE_SCHEME,
  FR_TROUBLE_NO_SCHEME,    /* it is one of another site */
  FR_TROUBLE_OTHER_CASE,   /* the file has other capital letters */
  FR_TROUBLE_RELATIVE,     /* to be put behind a base address */
  FR_TROUBLE_NOTHING,      /* no page and no file is there */
  FR_TROUBLE_NO_PLACE,     /* the page has no such place */
} FrTrouble;

typedef struct
{
  FrDestinationKind kind;
  FrTrouble         trouble;
  char             *sentence;  /* NULL: there is nothing to say */
  char             *instead;   /* BROKEN: the address that was meant, where that is sure; else NULL */
  const FrSiteFile *file;      /* KNOWN: the site's */
} FrDestination;

/* Of an address as the file has it. Any thread. transfer full */
FrDestination *fr_destination_find       (FrSite *site, const char *address);
/* Whether that blocks: the page's file is read where the address names a place in it ("#"). */
gboolean       fr_destination_reads_file (const char *address);
/* The same without reading: what a page has in it is taken for granted. */
FrDestination *fr_destination_guess      (FrSite *site, const char *address);
void           fr_destination_free       (FrDestination *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FrDestination, fr_destination_free)

G_END_DECLS
