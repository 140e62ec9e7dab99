/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cli-sarif.h: findings in the Static Analysis Results Interchange Format, version 2.1.0. */
#pragma once

#include <json-glib/json-glib.h>

#include "fr-findings.h"

G_BEGIN_DECLS

/* transfer full */
JsonObject *cli_sarif_result (const char *file, const FrFinding *finding);
/* The whole log; the results are kept. transfer full */
JsonObject *cli_sarif_log    (JsonArray *results);

G_END_DECLS
