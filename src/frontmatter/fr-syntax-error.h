/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-syntax-error.h: what libyaml complains of, in words for people who do not know its scanner. */
#pragma once

#include <glib.h>
#include <yaml.h>

G_BEGIN_DECLS

/* FR_ERROR_SYNTAX with the place in `text`, from line 1 on. transfer full */
GError *fr_syntax_error_new (const yaml_parser_t *parser, const char *text, gsize length);

G_END_DECLS
