/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Liquid of style files: what is printed for what, and where an error is. The expectations follow Liquid's own
 * reference and what Jekyll says of its variables. */
#include <string.h>

#include "../tools/contains.h"
#include "fr-document.h"
#include "fr-liquid.h"

static const char data[] =
  "colors:\n"
  "  primary-color: '#0f4c5c'\n"
  "  media-colors:\n"
  "    - {title: media-color-one, color: '#2180cb'}\n"
  "    - {title: media-color-two, color: '#264653'}\n"
  "title: Trust & Sons\n"
  "count: 12\n"
  "share: 0.25\n"
  "right: true\n"
  "wrong: false\n"
  "none: ~\n"
  "blank: ''\n"
  "words: [sea, sand, sun]\n"
  "nothing: []\n"
  "baseurl: /sub\n";

typedef struct { const char *name, *text, *result; } Case;

static const Case cases[] = {
  { "plain", "a { b: c }", "a { b: c }" },
  { "braces", "a{b:{c}} {", "a{b:{c}} {" },
  { "value", "{{ site.title }}", "Trust & Sons" },
  { "value-no-spaces", "{{site.colors.primary-color}}", "#0f4c5c" },
  { "value-by-key", "{{ site.colors['primary-color'] }}", "#0f4c5c" },
  { "value-by-variable", "{% assign k = 'primary-color' %}{{ site.colors[k] }}", "#0f4c5c" },
  { "value-by-number", "{{ site.words[1] }}{{ site.words[-1] }}{{ site.words[9] }}", "sandsun" },
  { "value-unknown", "[{{ site.nope }}{{ site.nope.nope }}{{ nope }}{{ page.a }}]", "[]" },
  { "value-null", "[{{ site.none }}]", "[]" },
  { "value-numbers", "{{ site.count }} {{ site.share }} {{ 3 }} {{ 2.50 }} {{ -4 }}", "12 0.25 3 2.5 -4" },
  { "value-booleans", "{{ site.right }} {{ site.wrong }} {{ true }}", "true false true" },
  { "value-list", "{{ site.words }}", "seasandsun" },
  { "value-map", "{{ site.colors.media-colors[0] }}", "{\"title\"=>\"media-color-one\", \"color\"=>\"#2180cb\"}" },
  { "value-text", "{{ 'a' }}{{ \"b\" }}", "ab" },
  { "value-empty", "[{{ }}]", "[]" },
  { "value-broken", "[{{ ! }}]", "[]" },
  { "value-size", "{{ site.words.size }} {{ site.words.first }} {{ site.words.last }} {{ site.title.size }}", "3 sea sun 12" },
  { "dashes", "a \n {{- 1 -}} \n b {%- if true -%} \n c {%- endif %} d", "a1bc d" },
  { "dashes-raw", "a {%- raw -%} {{ b }} {% endraw -%} c", "a {{ b }} c" },
  { "assign", "{% assign a = site.count | plus: 1 %}{{ a }}", "13" },
  { "capture", "{% capture a %}<{{ site.count }}>{% endcapture %}{{ a }}{{ a | size }}", "<12>4" },
  { "comment", "a{% comment %} {{ b }} {% if c %}{% endif %} {% endcomment %}c", "ac" },
  { "comment-within", "a{% comment %}{% comment %}{% endcomment %}b{% endcomment %}c", "ac" },
  { "raw", "{% raw %}{{ a }}{% if %}{% endraw %}", "{{ a }}{% if %}" },
  { "if", "{% if site.right %}a{% endif %}{% if site.wrong %}b{% endif %}{% if site.none %}c{% endif %}", "a" },
  { "if-empty-is-true", "{% if site.blank %}a{% endif %}{% if site.nothing %}b{% endif %}{% if 0 %}c{% endif %}", "abc" },
  { "if-else", "{% if site.wrong %}a{% elsif site.count == 12 %}b{% else %}c{% endif %}", "b" },
  { "if-within", "{% if true %}{% if false %}a{% else %}b{% endif %}c{% endif %}", "bc" },
  { "if-signs", "{% if 1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3 and 1 != 2 and 1 <> 2 %}a{% endif %}", "a" },
  { "if-order", "{% if true or false and false %}a{% endif %}", "a" },
  { "if-contains", "{% if site.words contains 'sea' and site.title contains 'Sons' %}a{% endif %}", "a" },
  { "if-empty", "{% if site.nothing == empty and site.blank == empty %}a{% endif %}{% if site.words != empty %}b{% endif %}", "ab" },
  { "if-nil", "{% if site.nope == nil %}a{% endif %}{% if site.nope > 1 %}b{% endif %}", "a" },
  { "if-texts", "{% if 'a' == \"a\" %}a{% endif %}{% if 'a' == 'A' %}b{% endif %}{% if '1' == 1 %}c{% endif %}", "a" },
  { "unless", "{% unless site.wrong %}a{% else %}b{% endunless %}", "a" },
  { "case", "{% case site.count %}{% when 1, 12 %}a{% when 13 %}b{% else %}c{% endcase %}", "a" },
  { "case-else", "{% case 'x' %} ignored {% when 'a' or 'b' %}a{% else %}c{% endcase %}", "c" },
  { "for", "{% for c in site.colors.media-colors %}${{ c.title }}: {{ c.color }};{% endfor %}",
    "$media-color-one: #2180cb;$media-color-two: #264653;" },
  { "for-loop", "{% for w in site.words %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{% if forloop.first %}F{% endif %}"
    "{% if forloop.last %}L{% endif %}/{{ forloop.length }} {% endfor %}", "103F/3 212/3 321L/3 " },
  { "for-range", "{% for i in (1..3) %}{{ i }}{% endfor %}", "123" },
  { "for-range-of-values", "{% assign n = 2 %}{% for i in (n..site.words.size) %}{{ i }}{% endfor %}", "23" },
  { "for-limits", "{% for w in site.words limit: 1 offset: 1 %}{{ w }}{% endfor %}{% for w in site.words reversed %}{{ w }}{% endfor %}",
    "sandsunsandsea" },
  { "for-else", "{% for w in site.nothing %}a{% else %}b{% endfor %}{% for w in site.nope %}a{% else %}c{% endfor %}", "bc" },
  { "for-break", "{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "12" },
  { "for-continue", "{% for i in (1..4) %}{% if i == 3 %}{% continue %}{% endif %}{{ i }}{% endfor %}.", "124." },
  { "for-within", "{% for i in (1..2) %}{% for k in (1..2) %}{{ i }}{{ k }}{{ forloop.index }} {% endfor %}{{ forloop.index }} {% endfor %}",
    "111 122 1 211 222 2 " },
  { "for-kept", "{% for i in (1..2) %}{% assign kept = forloop %}{% endfor %}{{ kept.length }}", "2" },
  { "cycle", "{% for i in (1..3) %}{% cycle 'a', 'b' %}{% endfor %}", "aba" },
  { "default", "{{ site.nope | default: '#333' }}{{ site.blank | default: 'b' }}{{ site.wrong | default: 'c' }}{{ site.count | default: 'd' }}", "#333bc12" },
  { "filters-in-a-row", "{{ site.title | upcase | escape }}", "TRUST &amp; SONS" },
  { "filter-unknown", "{{ 'a' | nope: 1 }}", "a" },
  { "filters-of-texts", "{{ 'aBc' | downcase }} {{ 'aBC' | capitalize }} {{ ' a ' | strip }} {{ 'a' | append: 'b' | prepend: 'c' }} "
    "{{ 'aXaX' | replace: 'X', 'y' }} {{ 'aXa' | remove: 'X' }} {{ 'abcdef' | slice: 1, 3 }} {{ 'abc' | slice: -1 }}",
    "abc Abc a cab ayay aa bcd c" },
  { "filters-of-lists", "{{ 'a,b,c' | split: ',' | reverse | join: '-' }} {{ site.colors.media-colors | map: 'title' | first }} "
    "{{ site.colors.media-colors | where: 'title', 'media-color-two' | map: 'color' | join }} {{ site.words | size }} {{ site.words | last }}",
    "c-b-a media-color-one #264653 3 sun" },
  { "filters-of-numbers", "{{ 7 | plus: 1 }} {{ 7 | minus: 2 }} {{ 7 | times: 2 }} {{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }} "
    "{{ 7 | modulo: 4 }} {{ 1.5 | times: 2 }} {{ 2.567 | round: 2 }} {{ 2.5 | round }} {{ 2.1 | ceil }} {{ 2.9 | floor }} {{ '3' | plus: '4' }}",
    "8 5 14 3 3.5 3 3.0 2.57 3 3 2 7" },
  { "relative-url", "{{ '/images/a.png' | relative_url }} {{ 'a' | relative_url }} {{ 'https://b.c' | relative_url }}",
    "/sub/images/a.png /sub/a https://b.c" },
  { "quotes-in-values", "{{ \"it's\" | append: '%' }}", "it's%" },
};

typedef struct { const char *name, *text; unsigned line, column; const char *sentence; } Failure;

static const Failure failures[] = {
  { "unknown-tag", "a\n  {% nope %}", 2, 3, "nope" },
  { "include", "{% include a.html %}", 1, 1, "include" },
  { "no-end", "a\nb {% if true %}\n{% for i in (1..2) %}{% endfor %}", 2, 3, "if" },
  { "no-end-of-raw", "{% raw %}a", 1, 1, "raw" },
  { "no-end-of-raw-but-with-a-dash", "{% raw %}a{%- endraw %}", 1, 1, "raw" },
  { "no-end-of-comment", "\n{% comment %}{% comment %}{% endcomment %}", 2, 1, "comment" },
  { "end-of-another", "{% if true %}{% endfor %}", 1, 14, "endfor" },
  { "end-of-nothing", "{% endif %}", 1, 1, "endif" },
  { "else-of-nothing", "{% else %}", 1, 1, "else" },
  { "open-value", "a {{ b", 1, 3, "{{" },
  { "open-tag", "a {% if b", 1, 3, "{%" },
  { "divided-by-zero", "a\n\n{{ 1 | divided_by: 0 }}", 3, 1, "divided by 0" },
  { "endless", "{% for i in (1..90000) %}{% for k in (1..90000) %}{% endfor %}{% endfor %}", 1, 1, "too long" },
  { "growing", "{% assign a = 'aaaaaaaa' %}{% for i in (1..90000) %}{% assign a = a | append: a %}{% endfor %}", 1, 1, "too long" },
  { "growing-by-replace", "{% assign a = 'aaaaaaaa' %}{% for i in (1..90000) %}{% assign a = a | replace: 'a', a %}{% endfor %}", 1, 1, "too long" },
};

static FrLiquidValue
ask (gconstpointer object, const char *name, FrLiquidStore *store)
{
  return strcmp (name, "site") == 0 ? fr_liquid_of_node (fr_document_get_root ((FrDocument *) object), store) : fr_liquid_nil ();
}

static char *
render (const char *text, FrLiquidMap **map, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_YAML, NULL);
  g_autoptr(FrLiquidStore) store = fr_liquid_store_new ();
  const FrLiquidValue root = { FR_LIQUID_OBJECT, .object = { ask, document } };

  return fr_liquid_render (text, 0, root, store, map, error);
}

static void
test_case (gconstpointer data_)
{
  const Case *it = data_;
  g_autoptr(GError) error = NULL;
  g_autoptr(FrLiquidMap) map = NULL;
  g_autofree char *result = render (it->text, &map, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result, ==, it->result);
}

static void
test_failure (gconstpointer data_)
{
  const Failure *it = data_;
  g_autoptr(GError) error = NULL;
  g_autoptr(FrLiquidMap) map = NULL;
  g_autofree char *result = render (it->text, &map, &error);

  g_assert_error (error, FR_ERROR, FR_ERROR_SYNTAX);
  g_assert_null (result);
  assert_has (error->message, it->sentence);
  g_assert_cmpuint (fr_error_get_place (error).line, ==, it->line);
  g_assert_cmpuint (fr_error_get_place (error).column, ==, it->column);
}

/* Each byte that was written is found where it came from; those of a value, where that is asked for. */
static void
test_map (void)
{
  static const char text[] = "a{% for w in site.words %}\n[{{ w | upcase }}]\n{% endfor %}b";
  g_autoptr(FrLiquidMap) map = NULL;
  g_autofree char *result = render (text, &map, NULL);

  g_assert_cmpstr (result, ==, "a\n[SEA]\n\n[SAND]\n\n[SUN]\nb");
  for (const char *at = result; *at != '\0'; at++)
    g_assert_cmpint (text[fr_liquid_map_find (map, at - result)], ==, g_ascii_isupper (*at) ? '{' : *at);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/liquid/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/liquid/fails/", failures[i].name, NULL);

      g_test_add_data_func (path, &failures[i], test_failure);
    }
  g_test_add_func ("/liquid/map", test_map);
  return g_test_run ();
}
