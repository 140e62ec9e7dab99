/* fr-findings.h: what is wrong with a homepage, or left over from the web editor's default texts. */
#pragma once

#include "fr-document.h"
#include "fr-error.h"
#include "fr-site.h"

G_BEGIN_DECLS

typedef enum { FR_SEVERITY_ERROR, FR_SEVERITY_WARNING, FR_SEVERITY_NOTE } FrSeverity;

typedef struct
{
  FrSeverity  severity;
  const char *rule;     /* "alt-missing": stable, for machines */
  char       *message;  /* translated: what is wrong, what the page does, what to do */
  char       *pointer;  /* the value (or the mapping that lacks it) */
  gsize       offset;   /* of the value in the homepage's text, bytes */
  char       *file;     /* the path of the site's file that it is about; NULL: the homepage */
  FrPlace     place;    /* in that file */
} FrFinding;

void       fr_finding_free  (FrFinding *finding);
GPtrArray *fr_findings_list (FrDocument *document, FrSite *site);  /* of FrFinding, in document order; transfer full */

G_END_DECLS
