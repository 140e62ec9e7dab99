/* fr-surroundings.h: what the site puts around each of its pages: masthead, navigation bar and footer. */
#pragma once

#include "fr-template.h"

G_BEGIN_DECLS

/* Empty where the files in _data that they are made from are missing or broken. transfer full */
char *fr_surroundings_header (const FrRendering *rendering);
char *fr_surroundings_footer (const FrRendering *rendering);

G_END_DECLS
