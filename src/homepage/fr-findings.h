/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-findings.h: what is wrong with a homepage, by the rules of fr-rules.h.
 *
 * Kept up to date by the document's changes: only the sections that an edit was made in are looked at again, and what
 * depends on several sections (there may be one carousel, the hero stands first) is counted anew, which costs nothing.
 * Pointers and places are made when the list is asked for.
 */
#pragma once

#include "fr-change.h"
#include "fr-document.h"
#include "fr-error.h"
#include "fr-rules.h"
#include "fr-site.h"

G_BEGIN_DECLS

/* `message`, `brief`, `pointer`, `field` and `instead` are GRefStrings, as a list of thousands is made at each key press that asks
 * for it. */
typedef struct
{
  FrSeverity  severity;
  const char *rule;     /* "alt-missing": fr-rules.h */
  char       *message;  /* translated: what is wrong, what the page does, what to do */
  char       *brief;    /* the same to one who has the field before his eyes */
  char       *pointer;  /* the value (or the mapping that lacks it) */
  char       *field;    /* where it is mended: the value that is wrong, or the place of the one that is missing */
  char       *leftover; /* what can be taken away, whereupon all is well; NULL: nothing */
  char       *fix;      /* what mends it, a JSON Patch; NULL: nobody knows */
  char       *instead;  /* the text that the fix puts in place of another; NULL: it does something else */
  gboolean    safe;     /* the fix makes what was meant, and nothing is left to choose */
  gsize       offset;   /* of the value in the homepage's text, bytes */
  char       *file;     /* the path of the site's file that it is about; NULL: the homepage */
  FrPlace     place;    /* in that file */
} FrFinding;

#define FR_TYPE_FINDINGS (fr_findings_get_type ())
G_DECLARE_FINAL_TYPE (FrFindings, fr_findings, FR, FINDINGS, GObject)

/* Signal "changed" (FrFindings *self): the list may say something else than before, or of other places in the page.
 * It is not sent where only lines and columns are others. */

FrFindings *fr_findings_new      (FrDocument *document, FrSite *site);
/* The same of a homepage that is this file. Where files may be read, which blocks, places in other pages are looked for, too. */
FrFindings *fr_findings_new_for  (FrDocument *document, FrSite *site, GFile *file, gboolean reads_pages);
/* The document has made these changes (fr-change.h); NULL: any. */
void        fr_findings_update   (FrFindings *self, const GPtrArray *changes);
/* The same site, as it is now. */
void        fr_findings_set_site (FrFindings *self, FrSite *site);
/* Of FrFinding: those about the site's files, then the homepage's in the order of its text. transfer full */
GPtrArray  *fr_findings_list     (FrFindings *self);
/* How many there are of the page's settings, or of the section under this key of an item of `sections` (NULL: of an item that
 * has no key). It costs no more than looking at those. */
unsigned    fr_findings_count_settings (FrFindings *self);
unsigned    fr_findings_count_section  (FrFindings *self, unsigned index, const char *name);
/* Those alone that are about the item of `sections` that the pointer is in, or about the page's settings; without offset
 * and place, which costs as little in a page of a thousand sections as in one of ten. transfer full */
GPtrArray  *fr_findings_list_for (FrFindings *self, const char *pointer);

void        fr_finding_free      (FrFinding *finding);

G_END_DECLS
