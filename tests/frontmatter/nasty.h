/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nasty.h: texts that are hard to write in YAML. */
#pragma once

static const char * const nasty[] = {
  "", " ", "a", "yes", "No", "null", "~", "012", "0x1F", "1_000", "1:30", "1e3", ".5", ".inf", "2026-03-01",
  "2026-03-01 10:00:00", "=", "<<", "-", "- a", "-a", "? b", "?", ":", ": c", "a: b", "a:b", "a:", "a #b", "#b",
  "'", "\"", "it's \"quoted\"", "back\\slash", "tab\there", "\ttab", " lead", "trail ", "  both  ", "line\nline",
  "line\n\nline\n", "\nlead", "trail\n\n\n", "a \n b", "  indented\nline", "first\n  second\nthird", "\n", "\n\n", " \n ",
  "---", "...", "--- a", "%a", "@a", "`a", "&a", "*a", "!a", "|", ">", "> a", "[", "]", "{a}", "a, b", ",", "[a, b]",
  "https://example.org/a?b=c&d=e#f", "é", "中文字", "😀", "\u2028", "\u00a0", "\ufeff", "\xc2\x85", "bell\a", "\033[0m",
  "\r", "a\r\nb", ":symbol", "y", "n", "on", "+1", "-.inf", "0o17", "1,000", "a\u200bb", "<b>bold</b>", "{{ liquid }}",
  "a long text that goes on for more than eighty characters so that a folded scalar has to be broken somewhere, twice if need be",
};
