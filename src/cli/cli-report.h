/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli-report.h: findings as people or other programs read them: text as compilers print it, JSON, SARIF 2.1.0, and the commands
 * by which GitHub's workflows show them beside the lines.
 */
#pragma once

#include "fr-findings.h"

G_BEGIN_DECLS

typedef struct _CliReport CliReport;

/* NULL: there is no such format; "text" is the usual one. */
CliReport *cli_report_new  (const char *format);
void       cli_report_add  (CliReport *self, const char *file, const FrFinding *finding);
/* Prints what was not printed yet, and frees the report. */
void       cli_report_end  (CliReport *self);

/* All that is looked for, as "text" or "json"; FALSE: there is no such format. */
gboolean   cli_report_list_rules (const char *format);

G_END_DECLS
