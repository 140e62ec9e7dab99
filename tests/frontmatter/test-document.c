/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fr-document-private.h"
#include "to-save.h"

static FrDocument *
open_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  FrDocument *document = fr_document_new (bytes, FR_FORMAT_YAML, &error);

  g_assert_no_error (error);
  return document;
}

/* After the same full check as before a save, though without the end that a save puts to typing in a field. */
static char *
text_of (FrDocument *document)
{
  g_autoptr(GError) error = NULL;
  gboolean group_open = document->group_open;
  g_autoptr(GBytes) bytes = bytes_to_save (document, &error);

  g_assert_no_error (error);
  document->group_open = group_open;
  return g_bytes_get_size (bytes) == 0 ? g_strdup ("") : g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_text (FrDocument *document, const char *expected)
{
  g_autofree char *text = text_of (document);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *patch;
  const char *after;
} PatchCase;

static const PatchCase patch_cases[] = {
  { "replace/plain", "a: old # why\nb: 1\n", "[{'op':'replace','path':'/a','value':'new'}]", "a: new # why\nb: 1\n" },
  { "replace/needs-quotes", "a: old\n", "[{'op':'replace','path':'/a','value':'yes'}]", "a: 'yes'\n" },
  { "replace/keeps-quotes", "a: \"old\"\n", "[{'op':'replace','path':'/a','value':'new'}]", "a: \"new\"\n" },
  { "replace/null", "a:\nb: 1\n", "[{'op':'replace','path':'/a','value':'x'}]", "a: x\nb: 1\n" },
  { "replace/number", "a: old\n", "[{'op':'replace','path':'/a','value':12}]", "a: 12\n" },
  { "replace/scalar-by-list", "a: old\nb: 1\n", "[{'op':'replace','path':'/a','value':['x','y']}]",
    "a:\n  - x\n  - 'y'\nb: 1\n" },
  { "replace/list-by-scalar", "a:\n- x\n- z\nb: 1\n", "[{'op':'replace','path':'/a','value':'x'}]", "a: x\nb: 1\n" },
  { "replace/literal", "a: |\n  one\n  two\nb: 1\n", "[{'op':'replace','path':'/a','value':'one\\nthree\\n'}]",
    "a: |\n  one\n  three\nb: 1\n" },
  { "replace/folded-keeps-lines", "a: >-\n  one two\n  three four\n  five\n",
    "[{'op':'replace','path':'/a','value':'one two three 4 five'}]", "a: >-\n  one two\n  three 4\n  five\n" },
  { "replace/crlf", "a: old\r\nb: >-\r\n  x\r\n", "[{'op':'replace','path':'/b','value':'one\\n\\ntwo'}]",
    "a: old\r\nb: >-\r\n  one\r\n\r\n\r\n  two\r\n" },
  { "lines/plain-with-spaces-at-their-ends", "a: one two \n  three four \n  five six\nb: 1\n",
    "[{'op':'replace','path':'/a','value':'one two three 4 five six'}]", "a: one two \n  three 4 \n  five six\nb: 1\n" },
  { "lines/single-quoted", "a: 'it''s two\n  three four\n\n  five six'\n",
    "[{'op':'replace','path':'/a','value':'it\\u0027s two three 4\\nfive six'}]", "a: 'it''s two\n  three 4\n\n  five six'\n" },
  { "lines/double-quoted", "a: \"one two \\\n  three four\n\n   five six\"\n",
    "[{'op':'replace','path':'/a','value':'one two three 4\\nfive six'}]", "a: \"one two \\\n  three 4\n\n   five six\"\n" },
  { "lines/double-quoted-escapes", "a: \"caf\\u00e9 \\x41 x\"\n", "[{'op':'replace','path':'/a','value':'caf\\u00e9 A \\u0001'}]",
    "a: \"caf\\u00e9 \\x41 \\x01\"\n" },
  { "lines/folded-with-deeper-ones", "a: >\n  one two\n  three\n\n  four\n    more\n  end\nb: 1\n",
    "[{'op':'replace','path':'/a','value':'one two three\\n4\\n  more\\nend\\n'}]",
    "a: >\n  one two\n  three\n\n  4\n    more\n  end\nb: 1\n" },
  { "lines/folded-new-deeper-line", "a: >-\n  one\n  two\nb: 1\n",
    "[{'op':'replace','path':'/a','value':'one two\\n  more\\nend'}]", "a: >-\n  one\n  two\n    more\n  end\nb: 1\n" },
  { "lines/literal-with-mixed-newlines", "a: |-\r\n  one\n  two\r\n \r\n  three\r\n",
    "[{'op':'replace','path':'/a','value':'one\\ntwo\\n\\n3\\nfour'}]", "a: |-\r\n  one\n  two\r\n \r\n  3\r\n  four\r\n" },
  { "lines/literal-without-a-newline-at-the-end", "a: |\n  x", "[{'op':'replace','path':'/a','value':'z1\\n'}]", "a: |\n  z1\n" },
  { "add/key", "a:\n  b: 1\n# end\n", "[{'op':'add','path':'/a/c','value':'x'}]", "a:\n  b: 1\n  c: x\n# end\n" },
  { "add/first-item", "a:\n  # one\n  - x\n", "[{'op':'add','path':'/a/0','value':'w'}]", "a:\n  - w\n  # one\n  - x\n" },
  { "add/last-item", "a:\n- x # one\nb: 1\n", "[{'op':'add','path':'/a/-','value':'w'}]", "a:\n- x # one\n- w\nb: 1\n" },
  { "add/between-with-blank-lines", "a:\n  - x\n\n  - z\n", "[{'op':'add','path':'/a/1','value':'w'}]",
    "a:\n  - x\n\n  - w\n\n  - z\n" },
  { "add/to-empty-list", "a: []\nb: 1\n", "[{'op':'add','path':'/a/-','value':{'t':'x','u':'w'}}]",
    "a:\n  - t: x\n    u: w\nb: 1\n" },
  { "add/to-null", "a:\nb: 1\n", "[{'op':'add','path':'/a/-','value':'x'}]", "a:\n  - x\nb: 1\n" },
  { "add/flow", "a: [x, z]\n", "[{'op':'add','path':'/a/1','value':'b, c'}]", "a: [x, 'b, c', z]\n" },
  { "add/as-the-neighbours-quote", "a:\n  - \"x\"\n", "[{'op':'add','path':'/a/-','value':'w'}]", "a:\n  - \"x\"\n  - \"w\"\n" },
  { "add/no-newline-at-end", "a:\n  - x", "[{'op':'add','path':'/a/-','value':'w'}]", "a:\n  - x\n  - w" },
  { "add/on-the-dash", "- - x\n  - z\n", "[{'op':'add','path':'/0/0','value':'w'}]", "- - w\n  - x\n  - z\n" },
  { "remove/with-its-comment", "a:\n  - x\n  # of z\n  - z\n  # of w\n  - w\n", "[{'op':'remove','path':'/a/1'}]",
    "a:\n  - x\n  # of w\n  - w\n" },
  { "remove/last-leaves-empty", "a:\n  - x\nb: 1\n", "[{'op':'remove','path':'/a/0'}]", "a: []\nb: 1\n" },
  { "remove/first-key-on-the-dash", "- a: 1\n  b: 2\n", "[{'op':'remove','path':'/0/a'}]", "- b: 2\n" },
  { "remove/flow", "a: [x, z, w]\n", "[{'op':'remove','path':'/a/2'},{'op':'remove','path':'/a/0'}]", "a: [z]\n" },
  { "move/down", "a:\n  # of x\n  - x # x\n  - z\n", "[{'op':'move','from':'/a/0','path':'/a/1'}]",
    "a:\n  - z\n  # of x\n  - x # x\n" },
  { "move/key", "a:\n  b: 1\n  c: 2\nd: 3\n", "[{'op':'move','from':'/a/b','path':'/e'}]", "a:\n  c: 2\nd: 3\ne: 1\n" },
  { "copy/item", "a:\n  - t: 'x'\n    u:   z # why\n  - w\n", "[{'op':'copy','from':'/a/0','path':'/a/-'}]",
    "a:\n  - t: 'x'\n    u:   z # why\n  - w\n  - t: 'x'\n    u:   z # why\n" },
  { "test/passes", "a: 12\n", "[{'op':'test','path':'/a','value':12},{'op':'add','path':'/b','value':null}]",
    "a: 12\nb: null\n" },
  { "escapes", "a/b: 1\nm~n: 2\n", "[{'op':'replace','path':'/a~1b','value':3},{'op':'replace','path':'/m~0n','value':4}]",
    "a/b: 3\nm~n: 4\n" },
  { "duplicate-key", "a: first\na: last\n", "[{'op':'replace','path':'/a','value':'x'}]", "a: first\na: x\n" },
  { "add/to-null-with-comment", "a:   # why\nb: ~ # w\n",
    "[{'op':'add','path':'/a/k','value':'x'},{'op':'add','path':'/b/-','value':'x'}]",
    "a:   # why\n  k: x\nb: # w\n  - x\n" },
  { "add/bare-dashes", "a:\n-\n  t: x\n-\n  t: z\n",
    "[{'op':'add','path':'/a/-','value':{'t':'w','u':'v'}}]",
    "a:\n-\n  t: x\n-\n  t: z\n-\n  t: w\n  u: v\n" },
  { "add/four-spaces", "a:\n    - t: x\nb:\n    c:\n        d: 1\n",
    "[{'op':'add','path':'/a/-','value':{'l':[{'k':'v'}]}},{'op':'add','path':'/b/e','value':{'k':'v'}}]",
    "a:\n    - t: x\n    - l:\n          - k: v\nb:\n    c:\n        d: 1\n    e:\n        k: v\n" },
  { "add/as-the-neighbours-block-scalars", "a:\n  - t: |\n      x\n",
    "[{'op':'add','path':'/a/-','value':{'t':'one\\ntwo\\n'}}]",
    "a:\n  - t: |\n      x\n  - t: |\n      one\n      two\n" },
  { "add/flow-on-lines", "a: [\n  x,\n  y1\n]\n",
    "[{'op':'add','path':'/a/1','value':'z'},{'op':'add','path':'/a/-','value':'w'}]",
    "a: [\n  x,\n  z,\n  y1,\n  w\n]\n" },
  { "add/flow-on-lines-with-last-comma", "a: [\n  x, # of x\n]\n",
    "[{'op':'add','path':'/a/-','value':'w'}]",
    "a: [\n  x, # of x\n  w,\n]\n" },
  { "add/flow-behind-comment", "a: [\n  x # of x\n]\n",
    "[{'op':'add','path':'/a/-','value':'w'}]",
    "a: [\n  x, # of x\n  w\n]\n" },
  { "add/to-nothing", "",
    "[{'op':'add','path':'/a','value':'x'}]",
    "a: x\n" },
  { "add/to-comments", "# only\n",
    "[{'op':'add','path':'/a','value':'x'}]",
    "# only\na: x\n" },
  { "add/behind-the-start", "---\n# c\n",
    "[{'op':'add','path':'/a','value':'x'}]",
    "---\n# c\na: x\n" },
  { "add/between-start-and-end", "---\n...\n", "[{'op':'add','path':'/a','value':'x'}]", "---\na: x\n...\n" },
  { "add/before-the-end", "a: x\n...\n",
    "[{'op':'add','path':'/b','value':'z'}]",
    "a: x\nb: z\n...\n" },
  { "add/replaces-key", "a: 1\nb: 2\n",
    "[{'op':'add','path':'/a','value':3}]",
    "a: 3\nb: 2\n" },
  { "remove/only-item-with-its-comments", "a: # list\n  # own\n  - x # line\n    # deep\n# of b\nb: 1\n",
    "[{'op':'remove','path':'/a/0'}]",
    "a: [] # list\n# of b\nb: 1\n" },
  { "remove/only-item-crlf", "a:\r\n  - x\r\nb: 1\r\n",
    "[{'op':'remove','path':'/a/0'}]",
    "a: []\r\nb: 1\r\n" },
  { "remove/only-key-with-its-comment", "a:\n  b: 1 # c\nd: 1\n",
    "[{'op':'remove','path':'/a/b'}]",
    "a: {}\nd: 1\n" },
  { "remove/last-item-with-blank-lines", "a:\n  - x\n\n  - y1\n\n  - z\n",
    "[{'op':'remove','path':'/a/2'}]",
    "a:\n  - x\n\n  - y1\n" },
  { "remove/middle-item-with-blank-lines", "a:\n  - x\n\n  - y1\n\n  - z\n",
    "[{'op':'remove','path':'/a/1'}]",
    "a:\n  - x\n\n  - z\n" },
  { "remove/keeps-a-comment-at-another-column", "a:\n  - x\n#  - w: 1\n#    v: 2\n  - z\nb: 1\n",
    "[{'op':'remove','path':'/a/1'}]",
    "a:\n  - x\n#  - w: 1\n#    v: 2\nb: 1\n" },
  { "remove/keeps-a-comment-behind-a-blank-line", "a:\n  - x\n\n  # - w\n\n  # of z\n  - z\n\n  - v\nb: 1\n",
    "[{'op':'remove','path':'/a/1'}]",
    "a:\n  - x\n\n  # - w\n\n  - v\nb: 1\n" },
  { "remove/last-item-keeps-the-line-behind-it", "a:\n  - x\n\n  - z\n  \nb: 1\n",
    "[{'op':'remove','path':'/a/1'}]",
    "a:\n  - x\n  \nb: 1\n" },
  { "remove/last-item-without-a-newline", "- x\n- z", "[{'op':'remove','path':'/1'}]", "- x" },
  { "remove/behind-a-block-scalar-without-a-newline", "- |\n  x\n- z", "[{'op':'remove','path':'/1'}]", "- |\n  x\n" },
  { "remove/first-key-on-the-dash-with-comments", "- a: 1 # of a\n  # of b\n  b: 2\n",
    "[{'op':'remove','path':'/0/a'}]",
    "- # of b\n  b: 2\n" },
  { "remove/flow-only-item", "a: [ x ]\n",
    "[{'op':'remove','path':'/a/0'}]",
    "a: []\n" },
  { "remove/all-of-a-duplicate-key", "a: 1\nb: 2\na: 3\n",
    "[{'op':'remove','path':'/a'}]",
    "b: 2\n" },
  { "replace/list-keeps-comment-on-its-key", "a: # list\n  - x\nb: 1\n",
    "[{'op':'replace','path':'/a','value':'v'}]",
    "a: v # list\nb: 1\n" },
  { "move/to-another-list", "a:\n  # own\n  - t: x # line\n    u: 'q'\n  # of z\n  - z\nb:\n- 1\n",
    "[{'op':'move','from':'/a/0','path':'/b/-'}]",
    "a:\n  # of z\n  - z\nb:\n- 1\n# own\n- t: x # line\n  u: 'q'\n" },
  { "move/to-an-empty-list", "a:\n  # own\n  - t: x # line\n    u: 'q'\n  - z\nb: []\n",
    "[{'op':'move','from':'/a/0','path':'/b/0'}]",
    "a:\n  - z\nb:\n  # own\n  - t: x # line\n    u: 'q'\n" },
  { "move/key-with-its-lines", "a:\n  # own\n  t: |\n    x\n    z\n  u: 1\nb:\n    w: 1\n",
    "[{'op':'move','from':'/a/t','path':'/b/m'}]",
    "a:\n  u: 1\nb:\n    w: 1\n    # own\n    m: |\n      x\n      z\n" },
  { "move/blank-lines-between", "a:\n  - x # x\n\n  - z\n\n  - w\n",
    "[{'op':'move','from':'/a/0','path':'/a/2'}]",
    "a:\n  - z\n\n  - w\n\n  - x # x\n" },
  { "move/last-without-a-blank-line-behind-it", "a:\n  - x\n\n  - z\n\n  - w\nb: 1\n",
    "[{'op':'move','from':'/a/2','path':'/a/0'}]",
    "a:\n  - w\n\n  - x\n\n  - z\nb: 1\n" },
  { "move/blank-lines-stay-between", "a:\n  - x\n\n\n  # of z\n  - z\n# of nobody\n  - w\n\nb: 1\n",
    "[{'op':'move','from':'/a/0','path':'/a/2'}]",
    "a:\n  # of z\n  - z\n\n\n  - w\n# of nobody\n  - x\n\nb: 1\n" },
  { "move/in-brackets", "a: [x,  'z', {w: 1},v ]\n",
    "[{'op':'move','from':'/a/2','path':'/a/0'},{'op':'move','from':'/a/1','path':'/a/-'}]", "a: [{w: 1},  'z', v,x ]\n" },
  { "move/without-a-newline-at-the-end", "- x\n- z", "[{'op':'move','from':'/1','path':'/0'}]", "- z\n- x" },
  { "move/on-the-dash", "- - x\n  # of z\n  - z\n- 1\n", "[{'op':'move','from':'/0/1','path':'/0/0'}]", "- # of z\n  - z\n  - x\n- 1\n" },
  { "move/far", "- x0\n- x1\n- x2\n- x3\n- x4\n- x5\n- x6\n- x7\n- x8\n- x9\n- x10\n",
    "[{'op':'move','from':'/0','path':'/10'}]", "- x1\n- x2\n- x3\n- x4\n- x5\n- x6\n- x7\n- x8\n- x9\n- x10\n- x0\n" },
  { "move/brings-its-blank-line", "a:\n  - x\n  \n  - z\nb:\n- w\n",
    "[{'op':'move','from':'/a/0','path':'/b/0'}]", "a:\n  - z\nb:\n- x\n  \n- w\n" },
  { "move/keeps-comments-left-of-it", "a:\n    - k:\n# nobody's\n        l: 1\nb:\n- w\n",
    "[{'op':'move','from':'/a/0','path':'/b/-'}]", "a: []\nb:\n- w\n- k:\n# nobody's\n    l: 1\n" },
  { "rename/only-key", "a:\n  - x: # of x\n      # inside\n      t: \"1\"\n      u:   '2'\n",
    "[{'op':'move','from':'/a/0/x','path':'/a/0/y1'}]",
    "a:\n  - y1: # of x\n      # inside\n      t: \"1\"\n      u:   '2'\n" },
  { "rename/key-among-others", "a: 1\n# of b\n\"b\":  \"1\" # why\nc: 2\n", "[{'op':'move','from':'/b','path':'/d'}]",
    "a: 1\n# of b\n\"d\":  \"1\" # why\nc: 2\n" },
  { "rename/in-brackets", "a: {b: \"1\",  c: 2}\n", "[{'op':'move','from':'/a/b','path':'/a/d, e'}]", "a: {'d, e': \"1\",  c: 2}\n" },
  { "rename/to-what-needs-quotes", "b: 1\nc: 2\n", "[{'op':'move','from':'/b','path':'/yes'}]", "'yes': 1\nc: 2\n" },
  { "rename/duplicate-key", "b: 1\nc: 2\nb: 3\n", "[{'op':'move','from':'/b','path':'/d'}]", "c: 2\nd: 3\n" },
  { "rename/before-a-merge-key", "b: 1\n<<: {d: 2}\n", "[{'op':'move','from':'/b','path':'/d'}]", "<<: {d: 2}\nd: 1\n" },
  { "move/into-another-kind", "a:\n  - 'x'\n  - z\nb:\n  c: 1\n",
    "[{'op':'move','from':'/a/0','path':'/b/d'}]",
    "a:\n  - z\nb:\n  c: 1\n  d: x\n" },
  { "move/onto-itself", "a:\n  - x\n",
    "[{'op':'move','from':'/a/0','path':'/a/0'},{'op':'add','path':'/b','value':1}]",
    "a:\n  - x\nb: 1\n" },
  { "move/over-a-key", "a: 1\nb: 2\n",
    "[{'op':'move','from':'/a','path':'/b'}]",
    "b: 1\n" },
  { "copy/over-a-key", "a: 1\nb: 2\n",
    "[{'op':'copy','from':'/a','path':'/b'}]",
    "a: 1\nb: 1\n" },
  { "copy/without-comments-above", "a:\n  # own\n  - x # line\n  - z\n",
    "[{'op':'copy','from':'/a/0','path':'/a/1'}]",
    "a:\n  # own\n  - x # line\n  - x # line\n  - z\n" },
  { "test/structures", "a: {b: [1, x, null, true, 1.5]}\n",
    "[{'op':'test','path':'/a','value':{'b':[1,'x',null,true,1.5]}},{'op':'test','path':'','value':{'a':{'b':[1,'x',null,true,1.5]}}},{'op':'add','path':'/c','value':1}]",
    "a: {b: [1, x, null, true, 1.5]}\nc: 1\n" },
  { "test/keys-in-any-order", "a: {b: 1, c: 2}\n",
    "[{'op':'test','path':'/a','value':{'c':2,'b':1}},{'op':'remove','path':'/a/c'}]",
    "a: {b: 1}\n" },
  { "replace/root", "a: 1\n",
    "[{'op':'replace','path':'','value':{'b':2}}]",
    "b: 2\n" },
  { "add/root", "a: 1\n",
    "[{'op':'add','path':'','value':{'b':2}}]",
    "b: 2\n" },
  { "add/empty-key", "a: 1\n",
    "[{'op':'add','path':'/','value':2}]",
    "a: 1\n\"\": 2\n" },
  { "escapes/tilde-one", "~1: 1\n",
    "[{'op':'replace','path':'/~01','value':2}]",
    "~1: 2\n" },
  { "unknown-members-are-ignored", "a: 1\n",
    "[{'op':'replace','path':'/a','value':2,'note':'x'}]",
    "a: 2\n" },
  { "fails/replace-index-out-of-range", "a:\n  - x\n", "[{'op':'replace','path':'/a/1','value':1}]", NULL },
  { "fails/replace-at-the-end", "a:\n  - x\n", "[{'op':'replace','path':'/a/-','value':1}]", NULL },
  { "fails/remove-at-the-end", "a:\n  - x\n", "[{'op':'remove','path':'/a/-'}]", NULL },
  { "fails/negative-index", "a:\n  - x\n", "[{'op':'add','path':'/a/-1','value':1}]", NULL },
  { "fails/index-with-a-word", "a:\n  - x\n", "[{'op':'add','path':'/a/0x','value':1}]", NULL },
  { "fails/huge-index", "a:\n  - x\n", "[{'op':'replace','path':'/a/99999999999999999999','value':1}]", NULL },
  { "fails/below-a-scalar", "a: x\n", "[{'op':'add','path':'/a/b','value':1}]", NULL },
  { "fails/name-in-a-list", "a:\n  - x\n", "[{'op':'add','path':'/a/b','value':1}]", NULL },
  { "fails/move-missing", "a: 1\n", "[{'op':'move','from':'/b','path':'/a'}]", NULL },
  { "fails/copy-missing", "a: 1\n", "[{'op':'copy','from':'/b','path':'/a'}]", NULL },
  { "fails/move-to-missing", "a: 1\n", "[{'op':'move','from':'/a','path':'/b/c'}]", NULL },
  { "fails/move-without-from", "a: 1\n", "[{'op':'move','path':'/a'}]", NULL },
  { "fails/copy-without-from", "a: 1\n", "[{'op':'copy','path':'/a'}]", NULL },
  { "fails/test-missing", "a: 1\n", "[{'op':'test','path':'/b','value':null}]", NULL },
  { "fails/test-other-type", "a: '1'\n", "[{'op':'test','path':'/a','value':1}]", NULL },
  { "fails/test-order-of-a-list", "a: [1, 2]\n", "[{'op':'test','path':'/a','value':[2,1]}]", NULL },
  { "fails/no-op", "a: 1\n", "[{'path':'/a','value':1}]", NULL },
  { "fails/op-in-capitals", "a: 1\n", "[{'op':'Add','path':'/a','value':1}]", NULL },
  { "fails/no-path", "a: 1\n", "[{'op':'add','value':1}]", NULL },
  { "fails/path-is-no-string", "a: 1\n", "[{'op':'add','path':1,'value':1}]", NULL },
  { "fails/not-a-list", "a: 1\n", "{'op':'add','path':'/a','value':1}", NULL },
  { "fails/item-is-no-object", "a: 1\n", "['add']", NULL },
  { "fails/not-json", "a: 1\n", "[{'op'", NULL },
  { "fails/wrong-escape", "a~2b: 1\n", "[{'op':'replace','path':'/a~2b','value':1}]", NULL },
  { "fails/escape-at-the-end", "a: 1\n", "[{'op':'add','path':'/a~','value':1}]", NULL },
  { "fails/remove-root", "a: 1\n", "[{'op':'remove','path':''}]", NULL },
  { "fails/tag", "a: !!str 12\n", "[{'op':'replace','path':'/a','value':'x'}]", NULL },
  { "fails/below-an-anchor", "a: &x {b: 1}\nc: *x\n", "[{'op':'replace','path':'/a/b','value':2}]", NULL },
  { "fails/merged", "a: {<<: {q: 1}}\n", "[{'op':'replace','path':'/a/q','value':2}]", NULL },
  { "fails/remove-what-is-referred-to", "a: {b: &x 1}\nc: *x\n", "[{'op':'remove','path':'/a'}]", NULL },
  { "fails/replace-what-is-referred-to", "a: {b: &x 1}\nc: *x\n", "[{'op':'replace','path':'/a','value':1}]", NULL },
  { "fails/merge-key", "a: {<<: {q: 1}}\n", "[{'op':'replace','path':'/a/<<','value':2}]", NULL },
  { "fails/new-merge-key", "a: {q: 1}\n", "[{'op':'add','path':'/a/<<','value':{'q':2}}]", NULL },
  { "fails/remove-what-is-also-merged", "a: {<<: {q: 1}, q: 2}\n", "[{'op':'remove','path':'/a/q'}]", NULL },
  { "remove/with-anchor-and-alias", "a: {b: &x 1, c: *x}\nd: 1\n", "[{'op':'remove','path':'/a'}]", "d: 1\n" },
  { "replace/block-scalar-keeps-its-comment", "a: | # why\n  x\nb: |- # w\n  x\nc: 1\n",
    "[{'op':'replace','path':'/a','value':''},{'op':'replace','path':'/b','value':[1]}]", "a: \"\" # why\nb: # w\n  - 1\nc: 1\n" },
  { "odd-breaks/line-separator", "a: one\xe2\x80\xa8  two\nb: x\n", "[{'op':'replace','path':'/b','value':'z1'}]",
    "a: one\xe2\x80\xa8  two\nb: z1\n" },
  { "odd-breaks/byte-order-mark-inside", "- x\n- \r\xef\xbb\xbf key: 1\n", "[{'op':'replace','path':'/0','value':'z1'}]",
    "- z1\n- \r\xef\xbb\xbf key: 1\n" },
  { "odd-breaks/comment-that-ends-without-a-newline", "a:\n- x\n# c\r- w\n- z\nb: 1\n", "[{'op':'replace','path':'/a/1','value':'v'}]",
    "a:\n- x\n# c\r- v\n- z\nb: 1\n" },
  { "fails/odd-breaks", "a:\n- x\n# c\r- w\n- z\nb: 1\n", "[{'op':'remove','path':'/a/1'},{'op':'remove','path':'/b/0'}]", NULL },
  { "odd-breaks/carriage-returns", "a: x\rb: z\r", "[{'op':'replace','path':'/a','value':'z1'}]", "a: z1\rb: z\r" },
  { "fails/mapping-named-as-a-merge-key", "a: x\n", "[{'op':'add','path':'/b','value':{'<<':{'q':1}}}]", NULL },
  { "fails/list-named-as-a-merge-key", "a: x\n", "[{'op':'replace','path':'/a','value':[{'k':[{'<<':[{'q':1},{}]}]}]}]", NULL },
  { "fails/nothing-named-as-a-merge-key", "a: x\n", "[{'op':'replace','path':'','value':{'<<':[],'q':1}}]", NULL },
  { "merge-key/that-merges-nothing", "a: x\n", "[{'op':'add','path':'/b','value':{'<<':[1]}},{'op':'add','path':'/c','value':{'<<':'x'}}]",
    "a: x\nb:\n  '<<':\n    - 1\nc:\n  '<<': x\n" },
  { "merge-key/moves-with-what-it-is-in", "a:\n  b: {<<: {q: 1}}\nc:\n  d: 1\n", "[{'op':'move','from':'/a/b','path':'/c/b'}]",
    "a: {}\nc:\n  d: 1\n  b: {<<: {q: 1}}\n" },
  { "fails/name-is-a-list", "[flow]: block\n", "[{'op':'add','path':'/[\\u0022flow\\u0022]','value':1}]", NULL },
  { "fails/name-is-a-list-deeper", "a: {[flow]: {b: 1}}\n", "[{'op':'replace','path':'/a/[\\u0022flow\\u0022]/b','value':1}]", NULL },
  { "fails/name-is-an-alias", "b: &a w1\n*a : w\n", "[{'op':'add','path':'/w1','value':1}]", NULL },
  { "fails/name-is-true", "yes: 1\n", "[{'op':'add','path':'/true','value':1}]", NULL },
  { "fails/name-is-null", "~: 1\n", "[{'op':'add','path':'/','value':1}]", NULL },
  { "name-is-true-as-it-is-written", "yes: 1\n", "[{'op':'add','path':'/yes','value':2}]", "yes: 2\n" },
  { "name-like-a-symbol", "a: 1\n", "[{'op':'add','path':'/:x','value':':y'},{'op':'add','path':'/true','value':{'1':1}}]",
    "a: 1\n':x': ':y'\n'true':\n  '1': 1\n" },
  { "test/numbers-by-their-value", "a: [12, 12.0, 0x1F, 1.5e+3]\n",
    "[{'op':'test','path':'/a','value':[12.0,12,31,1500]},{'op':'remove','path':'/a/3'}]", "a: [12, 12.0, 0x1F]\n" },
  { "fails/test-integers-to-the-last-digit", "a: 9007199254740993\n", "[{'op':'test','path':'/a','value':9007199254740992}]", NULL },
  { "fails/test-number-and-text", "a: '12'\n", "[{'op':'test','path':'/a','value':12}]", NULL },
  { "fails/test-boolean-and-text", "a: 'true'\n", "[{'op':'test','path':'/a','value':true}]", NULL },
  { "test/values-that-are-merged", "a: {<<: {q: 1, r: 2}, q: 3}\n",
    "[{'op':'test','path':'/a','value':{'r':2,'q':3}},{'op':'test','path':'/a/r','value':2},{'op':'add','path':'/b','value':1}]",
    "a: {<<: {q: 1, r: 2}, q: 3}\nb: 1\n" },
  { "fails/missing-target", "a: 1\n", "[{'op':'add','path':'/b/c','value':1}]", NULL },
  { "fails/replace-missing", "a: 1\n", "[{'op':'replace','path':'/b','value':1}]", NULL },
  { "fails/remove-missing", "a: 1\n", "[{'op':'remove','path':'/b'}]", NULL },
  { "fails/index-out-of-range", "a:\n  - x\n", "[{'op':'add','path':'/a/2','value':1}]", NULL },
  { "fails/leading-zero", "a:\n  - x\n", "[{'op':'replace','path':'/a/00','value':1}]", NULL },
  { "fails/into-itself", "a:\n  b: 1\n", "[{'op':'move','from':'/a','path':'/a/b/c'}]", NULL },
  { "fails/test", "a: 12\n", "[{'op':'replace','path':'/a','value':1},{'op':'test','path':'/a','value':'1'}]", NULL },
  { "fails/second-operation", "a:\n  - x\n", "[{'op':'add','path':'/a/0','value':1},{'op':'remove','path':'/b'}]", NULL },
  { "fails/unknown-op", "a: 1\n", "[{'op':'merge','path':'/a','value':1}]", NULL },
  { "fails/no-value", "a: 1\n", "[{'op':'add','path':'/a'}]", NULL },
  { "fails/bad-pointer", "a: 1\n", "[{'op':'add','path':'a','value':1}]", NULL },
  { "fails/explicit-key-without-value", "?", "[{'op':'add','path':'/','value':[1]}]", NULL },
  { "fails/copy-with-a-list-as-name", "a:\n  ? - x\n  : 1\nb: 2\n", "[{'op':'copy','from':'/a','path':'/c'}]", NULL },
  { "fails/copy-with-a-list-as-name-deeper", "a:\n  - {? [x] : 1}\nb: 2\n", "[{'op':'copy','from':'/a','path':'/c'}]", NULL },
  { "fails/alias", "a: &x 1\nb: *x\n", "[{'op':'replace','path':'/b','value':2}]", NULL },
  { "fails/anchor", "a: &x 1\nb: *x\n", "[{'op':'replace','path':'/a','value':2}]", NULL },
  { "beside-an-anchor", "a: &x 1\nb: *x\nc: 3\n", "[{'op':'replace','path':'/c','value':4}]", "a: &x 1\nb: *x\nc: 4\n" },
};

/* The right text; and back, and forth again, to the byte. A patch that fails leaves no trace. */
static void
test_patch (gconstpointer data)
{
  const PatchCase *test = data;
  g_autoptr(FrDocument) document = open_text (test->before);
  g_autofree char *json = g_strdelimit (g_strdup (test->patch), "'", '"');
  g_autoptr(GError) error = NULL;

  if (test->after == NULL)
    {
      g_assert_false (fr_document_patch (document, json, &error));
      g_assert_nonnull (error);
      assert_text (document, test->before);
      g_assert_false (fr_document_undo (document));
      return;
    }
  fr_document_patch (document, json, &error);
  g_assert_no_error (error);
  assert_text (document, test->after);
  g_assert_true (fr_document_undo (document));
  assert_text (document, test->before);
  g_assert_true (fr_document_redo (document));
  assert_text (document, test->after);
}

static void
test_typing_is_one_undo_step (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x\nb: y1\n");

  for (const char * const *text = (const char * const[]) { "x1", "x12", "x123", NULL }; *text != NULL; text++)
    g_assert_true (fr_document_set_string (document, "/a", *text, NULL));
  g_assert_true (fr_document_set_string (document, "/b", "z", NULL));
  fr_document_end_group (document);
  g_assert_true (fr_document_set_string (document, "/b", "zz", NULL));
  g_assert_true (fr_document_undo (document));
  assert_text (document, "a: x123\nb: z\n");
  g_assert_true (fr_document_undo (document));
  assert_text (document, "a: x123\nb: y1\n");
  g_assert_true (fr_document_undo (document));
  assert_text (document, "a: x\nb: y1\n");
  g_assert_false (fr_document_undo (document));
}

/* Someone empties a field and types something else: the quotes of "" were not theirs. */
static void
test_style_survives_an_empty_field (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x\n");

  g_assert_true (fr_document_set_string (document, "/a", "", NULL));
  assert_text (document, "a: \"\"\n");
  g_assert_true (fr_document_set_string (document, "/a", "new", NULL));
  assert_text (document, "a: new\n");
  g_assert_true (fr_document_undo (document));
  assert_text (document, "a: x\n");
}

static void
test_set_makes_what_is_missing (void)
{
  g_autoptr(FrDocument) document = open_text ("a: 1\n");

  g_assert_true (fr_document_set_string (document, "/hero/dropdown/title", "Go", NULL));
  assert_text (document, "a: 1\nhero:\n  dropdown:\n    title: Go\n");
  g_assert_true (fr_document_set_string (document, "/hero/dropdown/title", "Going", NULL));
  g_assert_true (fr_document_undo (document));
  assert_text (document, "a: 1\n");
}

static void
test_new_field_is_typed_in_its_neighbours_quotes (void)
{
  g_autoptr(FrDocument) document = open_text ("a: |\n  x\nb:\n  c: \"y1\"\n");

  g_assert_true (fr_document_set_string (document, "/a", "z\n", NULL));
  g_assert_true (fr_document_set_string (document, "/b/d", "n1", NULL));
  g_assert_true (fr_document_set_string (document, "/b/d", "n12", NULL));
  assert_text (document, "a: |\n  z\nb:\n  c: \"y1\"\n  d: \"n12\"\n");
}

/* The form of a field shows 012 as this text; left as it is, it stays. */
static void
test_text_set_to_itself (void)
{
  static const char * const texts[] = { "012", "2026-03-01", "yes", "~", "1.50", "x", "'yes'" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *before = g_strdup_printf ("a: %s # why\n", texts[i]);
      g_autoptr(FrDocument) document = open_text (before);
      const FrNode *node = fr_document_get (document, "/a");
      g_autofree char *text = g_strdup (fr_node_get_type (node) == FR_TYPE_NULL ? "~" : fr_node_get_text (node));

      g_assert_true (fr_document_set_string (document, "/a", text, NULL));
      assert_text (document, before);
      g_assert_false (fr_document_undo (document));
    }
}

static void
test_modified_compares_bytes (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x\n");
  g_autoptr(FrSnapshot) snapshot = NULL;

  g_assert_false (fr_document_is_modified (document));
  fr_document_set_string (document, "/a", "y1", NULL);
  g_assert_true (fr_document_is_modified (document));
  snapshot = fr_snapshot_new (document);
  g_assert_true (fr_snapshot_check (snapshot, NULL));
  fr_document_mark_saved (document, snapshot);
  g_assert_false (fr_document_is_modified (document));
  fr_document_undo (document);
  g_assert_true (fr_document_is_modified (document));
}

static gboolean
may_be_saved (FrDocument *document)
{
  g_autoptr(FrSnapshot) snapshot = fr_snapshot_new (document);

  return fr_snapshot_check (snapshot, NULL);
}

/* The check before saving knows the way from the file to the text, however it goes. */
static void
test_snapshot_after_undo_and_save (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x # why\nb: z\n");
  g_autoptr(FrSnapshot) snapshot = NULL;

  fr_document_set_string (document, "/a", "one", NULL);
  fr_document_set_string (document, "/b", "two", NULL);
  snapshot = fr_snapshot_new (document);
  fr_document_set_string (document, "/b", "three", NULL);
  fr_document_mark_saved (document, snapshot);
  g_assert_true (may_be_saved (document));
  for (unsigned undone = 0; fr_document_undo (document); undone++)
    g_assert_true (may_be_saved (document));
  g_assert_true (fr_document_redo (document));
  g_assert_true (may_be_saved (document));
  fr_document_set_string (document, "/b", "four", NULL);
  g_assert_true (may_be_saved (document));
}

/* As if an edit had done more than it says: not even a comment may be another one. */
static void
test_snapshot_finds_stray_bytes (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x # why\nb: z\n");

  fr_document_set_string (document, "/b", "two", NULL);
  strstr (document->text->str, "why")[0] = 'W';
  g_assert_false (may_be_saved (document));
  strstr (document->text->str, "Why")[0] = 'w';
  g_assert_true (may_be_saved (document));
  strstr (document->text->str, "two")[0] = 'T';
  g_assert_false (may_be_saved (document));
}

/* "edited /a", "moved /b/1 /b/0" … */
static void
on_changed (FrDocument *document, GPtrArray *changes, GString *heard)
{
  static const char * const kinds[] = { "edited", "inserted", "removed", "moved" };

  for (unsigned i = 0; i < changes->len; i++)
    {
      const FrChange *change = changes->pdata[i];

      g_string_append_printf (heard, "%s%s %s%s%s%s", heard->len > 0 ? ", " : "", kinds[change->kind],
                              change->from != NULL ? change->from : "", change->from != NULL ? " " : "", change->pointer,
                              change->in_list ? " [" : "");
    }
}

typedef struct
{
  const char *name, *patch, *done, *undone;
} Change;

/* Of "a: [1, 2, 3]", "b: {c: x, d: y}", "e:", "f: 2". */
static const Change changes[] = {
  { "replace", "[{'op': 'replace', 'path': '/b/c', 'value': 'z'}]", "edited /b/c", "edited /b/c" },
  { "same", "[{'op': 'replace', 'path': '/b/c', 'value': 'x'}]", "", "" },
  { "add-over", "[{'op': 'add', 'path': '/b/c', 'value': 'z'}]", "edited /b/c", "edited /b/c" },
  { "add-key", "[{'op': 'add', 'path': '/b/n', 'value': 1}]", "inserted /b/n", "removed /b/n" },
  { "add-item", "[{'op': 'add', 'path': '/a/1', 'value': 9}]", "inserted /a/1 [", "removed /a/1 [" },
  { "append", "[{'op': 'add', 'path': '/a/-', 'value': 9}]", "inserted /a/3 [", "removed /a/3 [" },
  { "add-to-null", "[{'op': 'add', 'path': '/e/k', 'value': 9}]", "inserted /e/k", "removed /e/k" },
  { "first-item-of-null", "[{'op': 'add', 'path': '/e/-', 'value': 9}]", "inserted /e/0 [", "removed /e/0 [" },
  { "remove-key", "[{'op': 'remove', 'path': '/b/d'}]", "removed /b/d", "inserted /b/d" },
  { "remove-item", "[{'op': 'remove', 'path': '/a/0'}]", "removed /a/0 [", "inserted /a/0 [" },
  { "move-item", "[{'op': 'move', 'from': '/a/0', 'path': '/a/2'}]", "moved /a/0 /a/2 [", "moved /a/2 /a/0 [" },
  { "move-to-end", "[{'op': 'move', 'from': '/a/0', 'path': '/a/-'}]", "moved /a/0 /a/2 [", "moved /a/2 /a/0 [" },
  { "move-out", "[{'op': 'move', 'from': '/a/1', 'path': '/b/n'}]", "moved /a/1 /b/n", "moved /b/n /a/1 [" },
  { "rename", "[{'op': 'move', 'from': '/b/c', 'path': '/b/n'}]", "moved /b/c /b/n", "moved /b/n /b/c" },
  { "move-over", "[{'op': 'move', 'from': '/a/1', 'path': '/b/c'}]", "removed /a/1 [, edited /b/c", "edited /b/c, inserted /a/1 [" },
  { "move-over-the-same", "[{'op': 'move', 'from': '/a/1', 'path': '/f'}]", "removed /a/1 [", "inserted /a/1 [" },
  { "move-nowhere", "[{'op': 'move', 'from': '/a/1', 'path': '/a/1'}]", "", "" },
  { "copy", "[{'op': 'copy', 'from': '/a/1', 'path': '/a/0'}]", "inserted /a/0 [", "removed /a/0 [" },
  { "several", "[{'op': 'remove', 'path': '/b/c'}, {'op': 'add', 'path': '/a/0', 'value': 9}]",
    "removed /b/c, inserted /a/0 [", "removed /a/0 [, inserted /b/c" },
  { "fails-on-the-way", "[{'op': 'remove', 'path': '/b/c'}, {'op': 'remove', 'path': '/x'}]", "", "" },
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_autoptr(FrDocument) document = open_text ("a:\n- 1\n- 2\n- 3\nb:\n  c: x\n  d: y\ne:\nf: 2\n");
  g_autoptr(GString) done = g_string_new (NULL), undone = g_string_new (NULL), again = g_string_new (NULL);
  g_autofree char *patch = g_strdelimit (g_strdup (change->patch), "'", '"');
  unsigned long handler = g_signal_connect (document, "changed", G_CALLBACK (on_changed), done);

  fr_document_patch (document, patch, NULL);
  g_assert_cmpstr (done->str, ==, change->done);
  g_signal_handler_disconnect (document, handler);
  handler = g_signal_connect (document, "changed", G_CALLBACK (on_changed), undone);
  fr_document_undo (document);
  g_assert_cmpstr (undone->str, ==, change->undone);
  g_signal_handler_disconnect (document, handler);
  g_signal_connect (document, "changed", G_CALLBACK (on_changed), again);
  fr_document_redo (document);
  g_assert_cmpstr (again->str, ==, change->done);
}

/* Each key is told by itself; what is undone together is told together. */
static void
test_typing_is_told (void)
{
  g_autoptr(FrDocument) document = open_text ("a: x\n");
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (document, "changed", G_CALLBACK (on_changed), heard);
  fr_document_set_string (document, "/b", "y", NULL);
  fr_document_set_string (document, "/b", "yz", NULL);
  fr_document_set_string (document, "/b", "yz", NULL);
  fr_document_remove (document, "/nothing", NULL);
  fr_document_undo (document);
  g_assert_cmpstr (heard->str, ==, "inserted /b, edited /b, removed /b");
}

/* Lists longer than any page's: places far behind an edit stay right. */
static void
test_long_list (void)
{
  g_autoptr(GString) text = g_string_new ("sections:\n");
  g_autoptr(FrDocument) document = NULL;

  for (unsigned i = 0; i < 2000; i++)
    g_string_append_printf (text, "  - infopic:\n      title: Number %u\n      list: [a, b]\n", i);
  g_string_append (text, "last: x\n");
  document = open_text (text->str);
  for (unsigned i = 0; i < 2000; i += 97)
    {
      g_autofree char *title = g_strdup_printf ("/sections/%u/infopic/title", i);
      g_autofree char *item = g_strdup_printf ("/sections/%u", i);

      g_assert_true (fr_document_set_string (document, title, "A much longer title: with a colon", NULL));
      g_assert_true (fr_document_add (document, item, "{\"hero\":{\"title\":\"x\"}}", NULL));
      g_assert_true (fr_document_set_string (document, "/last", title, NULL));
    }
  g_free (text_of (document));
  while (fr_document_undo (document))
    ;
  assert_text (document, text->str);
}

typedef struct
{
  const char *name;
  const char *text;
  int         code;
  unsigned    line, column;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { "no-front-matter", "title: x\n", FR_ERROR_FENCES, 1, 1 },
  { "not-closed", "---\ntitle: x\n", FR_ERROR_FENCES, 1, 1 },
  { "empty-file", "", FR_ERROR_FENCES, 1, 1 },
  { "not-utf-8", "---\na: b\nc: \xff\n---\n", FR_ERROR_ENCODING, 3, 4 },
  { "colon-in-text", "---\na: b\nc: d: e\n---\n", FR_ERROR_SYNTAX, 3, 5 },
  { "open-quote", "---\na: b\nc: \"d\ne: f\n---\n", FR_ERROR_SYNTAX, 3, 4 },
  { "control-character", "---\na: b\nc: \x01\n---\n", FR_ERROR_SYNTAX, 3, 4 },
  { "unknown-alias", "---\na: b\nc: *d\n---\n", FR_ERROR_SYNTAX, 3, 4 },
  { "alias-of-what-it-is-in", "---\na: &b [*b]\n---\n", FR_ERROR_SYNTAX, 2, 8 },
  { "aliases-of-aliases",
    "---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
    "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n---\n",
    FR_ERROR_SYNTAX, 7, 26 },
  { "tab", "---\na:\n\tb: c\n---\n", FR_ERROR_SYNTAX, 3, 1 },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *test = data;
  g_autoptr(GBytes) bytes = g_bytes_new (test->text, strlen (test->text));
  g_autoptr(GError) error = NULL;
  FrPlace place;

  g_assert_null (fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, &error));
  g_assert_error (error, FR_ERROR, test->code);
  place = fr_error_get_place (error);
  g_assert_cmpuint (place.line, ==, test->line);
  g_assert_cmpuint (place.column, ==, test->column);
}

/* 100,000 characters, with what needs care in every style, set in each of them and changed at their end. */
static void
test_long_text (gconstpointer data)
{
  const char *style = data;
  g_autofree char *before = g_strdup_printf ("a: 1\nb: %s\nc: 2\n", style);
  g_autoptr(FrDocument) document = open_text (before);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *first = NULL;

  while (g_utf8_strlen (text->str, -1) < 100000)
    g_string_append (text, "It's a \"line\": é\\ 😀 # and more words to fold.\n\n  deeper\nshort ");
  g_string_append (text, "end");
  g_assert_true (fr_document_set_string (document, "/b", text->str, NULL));
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/b")), ==, text->str);
  first = text_of (document);
  fr_document_end_group (document);
  g_string_append (text, " of it");
  g_assert_true (fr_document_set_string (document, "/b", text->str, NULL));
  g_assert_cmpstr (fr_node_get_text (fr_document_get (document, "/b")), ==, text->str);
  g_free (text_of (document));
  g_assert_true (fr_document_undo (document));
  assert_text (document, first);
  g_assert_true (fr_document_undo (document));
  assert_text (document, before);
}

static void
test_body_is_not_touched (void)
{
  const char *before = "\xef\xbb\xbf---  \r\ntitle: x\r\n...\r\nbody\n---\n\xf0\x9f\x98\x80";
  g_autoptr(GBytes) bytes = g_bytes_new (before, strlen (before));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);

  g_assert_true (fr_document_set_string (document, "/title", "longer", NULL));
  assert_text (document, "\xef\xbb\xbf---  \r\ntitle: longer\r\n...\r\nbody\n---\n\xf0\x9f\x98\x80");
}

/* A value that would end the front matter for Jekyll, though not for YAML. */
static void
test_fence_in_a_value (void)
{
  const char *before = "---\na: |\n  x\nb: c\n---\n";
  g_autoptr(GBytes) bytes = g_bytes_new (before, strlen (before));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  g_autofree char *text = NULL;

  g_assert_true (fr_document_set_string (document, "/a", "---\n...\n", NULL));
  g_assert_true (fr_document_set_string (document, "/b", "---", NULL));
  text = text_of (document);
  g_assert_cmpstr (text, ==, "---\na: |\n  ---\n  ...\nb: '---'\n---\n");
}

static void
add_tables (void)
{
  static const char * const styles[] = { "x", "x\n  y1", "'x'", "\"x\"", "\"x\n  y1\"", "|\n  x", ">-\n  x\n  y1", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/long-text/%zu", i);

      g_test_add_data_func (path, styles[i], test_long_text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (patch_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/patch/", patch_cases[i].name, NULL);

      g_test_add_data_func (path, &patch_cases[i], test_patch);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/error/", error_cases[i].name, NULL);

      g_test_add_data_func (path, &error_cases[i], test_error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tables ();
  g_test_add_func ("/document/typing-is-one-undo-step", test_typing_is_one_undo_step);
  g_test_add_func ("/document/new-field-is-typed-in-its-neighbours-quotes", test_new_field_is_typed_in_its_neighbours_quotes);
  g_test_add_func ("/document/style-survives-an-empty-field", test_style_survives_an_empty_field);
  g_test_add_func ("/document/set-makes-what-is-missing", test_set_makes_what_is_missing);
  g_test_add_func ("/document/text-set-to-itself", test_text_set_to_itself);
  g_test_add_func ("/document/modified-compares-bytes", test_modified_compares_bytes);
  for (unsigned i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/document/changes/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  g_test_add_func ("/document/typing-is-told", test_typing_is_told);
  g_test_add_func ("/document/snapshot-after-undo-and-save", test_snapshot_after_undo_and_save);
  g_test_add_func ("/document/snapshot-finds-stray-bytes", test_snapshot_finds_stray_bytes);
  g_test_add_func ("/document/long-list", test_long_list);
  g_test_add_func ("/document/body-is-not-touched", test_body_is_not_touched);
  g_test_add_func ("/document/fence-in-a-value", test_fence_in_a_value);
  return g_test_run ();
}
