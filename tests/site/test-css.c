/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A style is cleaned: what stays, what goes, and that nothing in it leads out of the site. */
#include <string.h>

#include "../tools/contains.h"
#include "fr-css-token.h"
#include "fr-css.h"

#define NOTHING "url(\"data:,\")"

typedef struct { const char *name, *css, *result; } Case;

/* Published at /misc/custom.css. */
static const Case cases[] = {
  { "plain", "a > b ~ c + d:not(.e)::before { color: #fff; margin: -.5em 1e3px 10% calc(1px+2px) }", NULL },
  { "comments", "a/* url(http://x) */b{}", "a/**/b{}" },
  { "media", "@media (min-width: 10px) and (width<=600px) { a { b: c } }", NULL },
  { "numbers", "a{b:+1.5e-3px -2% 1e3 1.e3 .5 5.5.5 #fff #123abc U+26-2F}", NULL },
  { "strings", "a{content:\"it's \\\"\" '\\'' \"\\A b\"}", NULL },
  { "variables", ":root{--x:{a:b};--y: ;c:var(--x,1px)}", NULL },
  { "important", "a{b:c!important;*zoom:1;_height:2px\\9}", NULL },
  { "charset", "@charset \"utf-8\";a{}", " a{}" },
  { "mark", "\xef\xbb\xbf" "a{}", "a{}" },
  { "utf8", "a{content:'\xe2\x86\x92'}.\xc3\xa9{b:c}", NULL },
  { "markup", "<!-- a{} -->", "  a{}  " },
  { "closing-tag", "a{content:'</style>'}b</style>c{}", "a{content:'\\3c /style>'}b< /style>c{}" },
  { "closing-tag-escaped", "a{content:'\\</style>'}.\\</style{}", "a{content:'\\3c /style>'}.\\3c /style{}" },
  { "closing-tag-behind-escape", "a{content:'\\\\</style>'}", "a{content:'\\\\\\3c /style>'}" },
  { "closing-tag-in-comment", "/* </style> */a{}", "/**/a{}" },
  { "closing-tag-in-url", "a{b:url(</style>)}", "a{b:url(\"/misc/%3C/style%3E\")}" },
  /* Addresses of the site */
  { "url", "a{b:url(/images/a.png)}", "a{b:url(\"/images/a.png\")}" },
  { "url-relative", "a{b:url(../fonts/a.ttf) url(x/y.png)}", "a{b:url(\"/fonts/a.ttf\") url(\"/misc/x/y.png\")}" },
  { "url-quoted", "a{b:url( '/a b.png' )}", "a{b:url(\"/a%20b.png\")}" },
  { "url-with-more", "a{b:url('/a.png' foo(bar) baz)}", "a{b:url(\"/a.png\")}" },
  { "url-beyond-root", "a{b:url(../../../a.png)}", "a{b:url(\"/a.png\")}" },
  { "url-dots-encoded", "a{b:url(/%2e%2e/a.png)}", "a{b:url(\"/a.png\")}" },
  { "url-query", "a{b:url(/a.eot?#iefix)}", "a{b:url(\"/a.eot?#iefix\")}" },
  { "url-part", "a{filter:url(#b)}", "a{filter:url(\"#b\")}" },
  { "url-data", "a{b:url(data:image/gif;base64,R0lG)}", "a{b:url(\"data:image/gif;base64,R0lG\")}" },
  { "url-backslash", "a{b:url(\"..\\\\fonts\\\\a.ttf\")}", "a{b:url(\"/fonts/a.ttf\")}" },
  { "url-open", "a{b:url(/a.png", "a{b:url(\"/a.png\")" },
  { "url-empty", "a{b:url() url('')}", "a{b:" NOTHING " " NOTHING "}" },
  { "image-set", "a{b:image-set('/a.png' 1x, url(/b.png) 2x)}", "a{b:image-set(url(\"/a.png\") 1x, url(\"/b.png\") 2x)}" },
  { "image-set-type", "a{b:image-set('/a.png' type('image/png'))}", "a{b:image-set(url(\"/a.png\") type('image/png'))}" },
  { "font-face", "@font-face{font-family:a;src:url(/a.woff2)format('woff2'),local('b')}",
    "@font-face{font-family:a;src:url(\"/a.woff2\")format('woff2'),local('b')}" },
  /* Out of the site */
  { "import", "@import 'a.css';b{}", " b{}" },
  { "import-url", "@import url(http://x/a.css) screen;b{}", " b{}" },
  { "import-capitals", "@IMPORT \"http://x\";b{}", " b{}" },
  { "import-escaped", "@\\69mport 'http://x';b{}", " b{}" },
  { "import-escaped-long", "@\\000069 mport 'http://x';b{}", " b{}" },
  { "import-in-rule", "a{@import 'http://x'}b{}", "a{ }b{}" },
  { "import-with-brackets", "@import url(a;b) supports(a;b) [;] x;b{}", " b{}" },
  { "import-with-block", "@import 'x' {;} b{}", "  b{}" },
  { "import-open", "a{}@import 'http://x'", "a{} " },
  { "namespace", "@namespace svg url(http://x);a{}", " a{}" },
  { "http", "a{b:#fff url(http://x/a.png) no-repeat}", "a{b:#fff " NOTHING " no-repeat}" },
  { "http-quoted", "a{b:url(\"http://x/a.png\")}", "a{b:" NOTHING "}" },
  { "http-capitals", "a{b:URL(HTTP://x)}", "a{b:" NOTHING "}" },
  { "http-escaped-name", "a{b:u\\72l(http://x) \\75 rl('http://x')}", "a{b:" NOTHING " " NOTHING "}" },
  { "http-escaped-address", "a{b:url(h\\74tp://x) url('\\68\\74\\74p\\3a//x')}", "a{b:" NOTHING " " NOTHING "}" },
  { "http-with-tab", "a{b:url('ht\\9 tp://x') url('\\9http://x')}", "a{b:" NOTHING " " NOTHING "}" },
  { "http-with-newline", "a{b:url('ht\\\ntp://x')}", "a{b:" NOTHING "}" },
  { "no-scheme", "a{b:url(//x/a.png) url('//x') url(/\\/x) url(\"\\\\\\\\x\") url('/\\\\x')}",
    "a{b:" NOTHING " " NOTHING " " NOTHING " " NOTHING " " NOTHING "}" },
  { "no-scheme-by-dots", "a{b:url(/.//x/a) url(/a/..//x/b)}", "a{b:url(\"/x/a\") url(\"/x/b\")}" },
  { "file", "a{b:url(file:///etc/passwd)}", "a{b:" NOTHING "}" },
  { "javascript", "a{b:url(javascript:alert(1))}", "a{b:" NOTHING ")}" },
  { "own-scheme", "a{b:url(frontage-site:///a) url(site://home/misc/b)}", "a{b:" NOTHING " url(\"/misc/b\")}" },
  { "src", "a{b:src('http://x') src(var(--x)) src(\"/a.png\")}", "a{b:" NOTHING " " NOTHING " url(\"/a.png\")}" },
  { "image-set-touching", "a{b:image-set(c'/a.png'1x)}", "a{b:image-set(c url(\"/a.png\")1x)}" },
  { "image-set-http", "a{b:-webkit-image-set('http://x' 1x)}", "a{b:-webkit-image-set(" NOTHING " 1x)}" },
  { "image-set-variable", "a{--x:'http://x';b:image-set(var(--x) 1x, env(y) 2x)}",
    "a{--x:'http://x';b:image-set(" NOTHING " 1x, " NOTHING " 2x)}" },
  { "image-set-escaped", "a{b:im\\61ge-set('http://x' 1x)}", "a{b:im\\61ge-set(" NOTHING " 1x)}" },
  { "image-set-within", "a{b:image-set(linear-gradient(red,red) 1x, image('http://x') 2x)}",
    "a{b:image-set(linear-gradient(red,red) 1x, image(" NOTHING ") 2x)}" },
  { "cross-fade", "a{b:cross-fade('http://x', url(http://y), 50%)}", "a{b:cross-fade(" NOTHING ", " NOTHING ", 50%)}" },
  { "custom-property", "a{--x:url(http://x)}", "a{--x:" NOTHING "}" },
  { "property-rule", "@property --x{syntax:'<url>';initial-value:url(http://x);inherits:false}",
    "@property --x{syntax:'\\3c url>';initial-value:" NOTHING ";inherits:false}" },
  { "bad-url", "a{b:url(a'b)} c{d:url(http://x/ y)} e{f:url(g\\)h i)}", "a{b:" NOTHING "} c{d:" NOTHING "} e{f:" NOTHING "}" },
  /* What would be an address to a browser only if it cut the text otherwise than we do */
  { "unit-like-url", "a{b:1url(c'd) ' url(http://x) '}", "a{b:1url(c'd) ' " NOTHING " '}" },
  { "unit-like-url-2", "a{b:1url(x)'}url(http://y)'", NULL },
  { "markup-before-name", "<!--url(http://x)", " " NOTHING },
  { "markup-end-before-name", "-->url(http://x)", " " NOTHING },
  { "string-that-a-line-ends", "a{b:'c\nd:url(http://x)}", "a{b:'c\nd:" NOTHING "}" },
  { "string-that-goes-on", "a{b:'c\\\nd:url(http://x)'}", NULL },
  { "comment-in-url", "a{b:url(/*c*/'http://x')}", "a{b:" NOTHING "}" },
  { "comment-within-name", "a{b:u/**/rl(http://x)}", "a{b:u/**/rl(http://x)}" },
  { "hash-like-url", "a{b:#url(c'd) 'e'}", NULL },
  { "at-like-url", "@url(http://x);a{}", NULL },
  { "dashes-like-url", "a{b:--url(http://x) -url(http://y)}", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autofree char *result = fr_css_keep_home (it->css, "/misc/custom.css", "");
  g_autofree char *again = fr_css_keep_home (result, "/misc/custom.css", "");

  g_assert_cmpstr (result, ==, it->result != NULL ? it->result : it->css);
  g_assert_cmpstr (again, ==, result);
}

static void
test_base_url (void)
{
  g_autofree char *css = fr_css_keep_home ("a{b:url(/sub/a.png) url(b.png) url(/c.png) url(/subway/d.png)}", "/misc/custom.css", "/sub");
  g_autofree char *bare = fr_css_keep_home ("a{b:url(b.png)}", "/misc/custom.css", "sub/");

  g_assert_cmpstr (css, ==, "a{b:url(\"/a.png\") url(\"/misc/b.png\") " NOTHING " " NOTHING "}");
  g_assert_cmpstr (bare, ==, "a{b:url(\"/misc/b.png\")}");
}

static char *
shout (const char *address, gconstpointer data)
{
  return g_strcmp0 (address, data) == 0 ? NULL : g_strdup_printf ("\"%s\\\n<", address);
}

static void
test_change (void)
{
  g_autofree char *css = fr_css_change ("a{b:url(c) url(d)}", shout, "d");

  g_assert_cmpstr (css, ==, "a{b:url(\"\\22 c\\5c \\a \\3c \") " NOTHING "}");
}

/* Deep nesting and long texts take no longer than they must, and no stack. */
static void
test_much (void)
{
  static const char * const pieces[] = { "image-set(", "url(var(", "@import (", "{", "src([", "a(", "'\\", "/*", "url(" };

  for (unsigned i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) css = g_string_new (NULL);
      g_autofree char *result = NULL;

      for (unsigned n = 0; n < 50000; n++)
        g_string_append (css, pieces[i]);
      result = fr_css_keep_home (css->str, "/misc/custom.css", "");
      assert_has_not (result, "</");
    }
}

/* Whatever the text is, all of its bytes are in its tokens, in their order. */
static void
test_random (void)
{
  static const char * const pieces[] = { "url(", "'", "\"", "\\", "(", ")", "/*", "*/", "{", "}", "<!--", "-->", "<", "/", "@", "#", "-", "1",
                                         "e", "+", ".", "\n", " ", "\xc3\xa9", ";", "a", "image-set(", "@import", "%" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);

  for (unsigned round = 0; round < 20000; round++)
    {
      g_autoptr(GString) css = g_string_new (NULL);
      g_auto(FrCssToken) token = { 0 };
      g_autofree char *once = NULL, *twice = NULL;
      const char *at, *end;

      for (unsigned n = g_rand_int_range (rand, 1, 16); n > 0; n--)
        g_string_append (css, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      for (at = end = css->str; fr_css_token_next (&token, &at), token.type != FR_CSS_END; end = at)
        g_assert_true (token.start == end && token.length > 0);
      g_assert_true (at == css->str + css->len);
      /* What was cleaned is cut into the same tokens again: nothing in it becomes an address by what was left out. */
      once = fr_css_keep_home (css->str, "/misc/custom.css", "");
      twice = fr_css_keep_home (once, "/misc/custom.css", "");
      if (strcmp (once, twice) != 0)
        g_error ("“%s” became “%s”, and that “%s”", css->str, once, twice);
      assert_has_not (once, "</");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/css/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/css/base-url", test_base_url);
  g_test_add_func ("/css/change", test_change);
  g_test_add_func ("/css/much", test_much);
  g_test_add_func ("/css/random", test_random);
  return g_test_run ();
}
