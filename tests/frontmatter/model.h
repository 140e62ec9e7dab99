/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model.h: RFC 6902 on plain JSON, as simple as can be, to hold documents against. */
#pragma once

#include <json-glib/json-glib.h>

JsonNode *model_copy  (JsonNode *node);

/* Carries out one operation. FALSE: the RFC calls it an error; the value may be half changed then. */
gboolean  model_patch (JsonNode **root, JsonObject *operation);
