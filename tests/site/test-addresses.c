/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an address leads to, and which ones can be chosen. */
#include <string.h>

#include "../tools/folder.h"
#include "fr-address-choices.h"
#include "fr-address-list.h"
#include "fr-destination.h"

static FrSite *
read_site (const char *config)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  write_file (folder, "_config.yml", config);
  write_file (folder, "index.md", "---\ntitle: Home\npermalink: /\n---\n");
  write_file (folder, "pages/visit.md", "---\ntitle: Visit us\npermalink: /visit/\n---\n# Opening hours\n\n# Top 5\n");
  write_file (folder, "pages/revisit.md", "---\ntitle: Étude of a revisit\npermalink: /study/\n---\n");
  write_file (folder, "pages/untitled.md", "---\npermalink: /untitled/\n---\n");
  write_file (folder, "news/_posts/2026-03-01-open-day.md", "---\ntitle: Open day for visitors\npermalink: /news/open-day/\n---\n");
  write_file (folder, "files/Join us.pdf", "12345");
  write_file (folder, "images/visit.png", "x");
  write_file (folder, "_data/visit.yml", "a: b\n");
  return fr_site_new (file);
}

typedef struct
{
  const char       *address;
  FrDestinationKind kind;
  const char       *sentence;  /* what it begins with */
  const char       *instead;
} Case;

static const Case cases[] = {
  { "", FR_DESTINATION_NONE, NULL, NULL },
  { "  ", FR_DESTINATION_NONE, NULL, NULL },
  { "/visit/", FR_DESTINATION_KNOWN, "Visit us, a page of this site", NULL },
  { " /visit ", FR_DESTINATION_KNOWN, "Visit us, a page of this site", NULL },
  { "visit/", FR_DESTINATION_KNOWN, "Visit us, a page of this site", NULL },
  { "/", FR_DESTINATION_KNOWN, "Home, a page of this site", NULL },
  { "/untitled/", FR_DESTINATION_KNOWN, "pages/untitled.md, a page", NULL },
  { "/visit/#opening-hours", FR_DESTINATION_KNOWN, "Visit us, a page of this site, at #opening-hours", NULL },
  { "/visit/#", FR_DESTINATION_KNOWN, "Visit us, a page of this site", NULL },
  { "/visit/#top", FR_DESTINATION_KNOWN, "Visit us", NULL },
  { "/visit/#fees", FR_DESTINATION_BROKEN, "Visit us, a page of this site, which has no place #fees", "/visit/" },
  { "/news/open-day/", FR_DESTINATION_KNOWN, "Open day for visitors, a post of this site", NULL },
  { "/files/Join%20us.pdf", FR_DESTINATION_KNOWN, "files/Join us.pdf, a file of this site (5 bytes)", NULL },
  { "/files/join us.pdf", FR_DESTINATION_BROKEN, "There is no /files/join us.pdf, but", "/files/Join us.pdf" },
  { "/nowhere/", FR_DESTINATION_BROKEN, "This site has no page and no file with the address /nowhere/", NULL },
  { "https://example.org/a b?c#d", FR_DESTINATION_OUTSIDE, "example.org, another site, in a new tab", NULL },
  { "http://", FR_DESTINATION_BROKEN, "This address names no site", NULL },
  { "HTTPS://example.org", FR_DESTINATION_BROKEN, "“HTTPS” has to be written in small letters", "https://example.org" },
  { "www.example.org", FR_DESTINATION_BROKEN, "An address of another site", "https://www.example.org" },
  { "example.gov.sg/visit", FR_DESTINATION_BROKEN, "An address of another site", "https://example.gov.sg/visit" },
  { "form.pdf", FR_DESTINATION_BROKEN, "This site has no page", NULL },
  { "mailto:us@example.org", FR_DESTINATION_OUTSIDE, "A letter to us@example.org", NULL },
  { "tel:+6561234567", FR_DESTINATION_OUTSIDE, "A call to +6561234567", NULL },
  { "us@example.org", FR_DESTINATION_BROKEN, "An address for letters", "mailto:us@example.org" },
  { "us@example", FR_DESTINATION_BROKEN, "This site has no page", NULL },
  { "+65 6123-4567", FR_DESTINATION_BROKEN, "A telephone number", "tel:+6561234567" },
  { "2026", FR_DESTINATION_BROKEN, "This site has no page", NULL },
  { "javascript:alert(1)", FR_DESTINATION_BROKEN, "“javascript:” is not an address", NULL },
  { "file:///etc/passwd", FR_DESTINATION_BROKEN, "“file:” is not an address", NULL },
};

static const Case below_base_url[] = {
  { "/visit/", FR_DESTINATION_KNOWN, "Visit us", NULL },
  { "visit/", FR_DESTINATION_BROKEN, "It has to begin with a slash: /visit/", "/visit/" },
  { "mailto:us@example.org", FR_DESTINATION_BROKEN, "The published page puts “/sub” in front", NULL },
  { "us@example.org", FR_DESTINATION_BROKEN, "An address for letters", NULL },
};

static void
check (FrSite *site, const Case *it)
{
  g_autoptr (FrDestination) found = fr_destination_find (site, it->address);

  g_test_message ("%s", it->address);
  if (it->sentence == NULL)
    g_assert_null (found->sentence);
  else if (!g_str_has_prefix (found->sentence, it->sentence))
    g_assert_cmpstr (found->sentence, ==, it->sentence);
  g_assert_cmpint (found->kind, ==, it->kind);
  g_assert_cmpstr (found->instead, ==, it->instead);
}

static void
test_destinations (void)
{
  g_autoptr (FrSite) site = read_site ("title: T\n"), sub = read_site ("baseurl: /sub\n");

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    check (site, &cases[i]);
  for (unsigned i = 0; i < G_N_ELEMENTS (below_base_url); i++)
    check (sub, &below_base_url[i]);
}

/* A window begins with a site of which little is known. */
static void
test_unknown (void)
{
  g_autoptr (FrSite) whole = read_site ("title: T\n"), quick = fr_site_new_quick (fr_site_get_folder (whole));
  g_autoptr (FrDestination) found = fr_destination_find (quick, "/visit/");

  g_assert_cmpint (found->kind, ==, FR_DESTINATION_UNKNOWN);
}

static void
assert_matches (FrAddressList *list, const char *words, const char *addresses)
{
  g_autoptr (GPtrArray) matches = fr_address_list_match (list, words, 9);
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < matches->len; i++)
    g_string_append_printf (found, "%s ", ((FrAddress *) matches->pdata[i])->address);
  g_assert_cmpstr (found->str, ==, addresses);
}

typedef struct
{
  const char *text;
  const char *choices;  /* addresses and titles */
} Choosing;

static const Choosing choosing[] = {
  { "visit us", "/visit/=Visit us " },
  { "/visit/", "" },                                  /* it is there already */
  { "/visit/#", "/visit/#opening-hours=#opening-hours /visit/#top-5=#top-5 " },
  { "/visit/#HOURS", "/visit/#opening-hours=#opening-hours " },
  { "/visit#top", "/visit#top-5=#top-5 " },
  { "/visit/#top-5", "" },
  { "/study/#", "" },
  { "/nowhere/#hours", "" },
  { "https://example.org/#visit", "" },
};

static void
test_choices (void)
{
  g_autoptr (FrSite) site = read_site ("title: T\n");

  for (unsigned i = 0; i < G_N_ELEMENTS (choosing); i++)
    {
      g_autoptr (GPtrArray) choices = fr_address_choices_find (site, choosing[i].text, 9);
      g_autoptr (GString) found = g_string_new (NULL);

      for (unsigned at = 0; at < choices->len; at++)
        g_string_append_printf (found, "%s=%s ", ((FrAddressChoice *) choices->pdata[at])->address,
                                ((FrAddressChoice *) choices->pdata[at])->title);
      g_test_message ("%s", choosing[i].text);
      g_assert_cmpstr (found->str, ==, choosing[i].choices);
    }
}

static void
test_list (void)
{
  g_autoptr (FrSite) site = read_site ("title: T\n");
  FrAddressList *list = fr_address_list_get (site);
  g_autoptr (GPtrArray) first = fr_address_list_match (list, "", 2);

  assert_matches (list, "visit", "/visit/ /news/open-day/ /study/ ");
  assert_matches (list, "open", "/news/open-day/ ");
  assert_matches (list, "u", "/untitled/ /visit/ /files/Join%20us.pdf /study/ ");
  assert_matches (list, "VISIT us", "/visit/ ");
  assert_matches (list, "etude", "/study/ ");
  assert_matches (list, "ÉTUDE", "/study/ ");
  assert_matches (list, "/stu", "/study/ ");
  assert_matches (list, "join", "/files/Join%20us.pdf ");
  assert_matches (list, "", "/study/ / /untitled/ /visit/ /news/open-day/ /files/Join%20us.pdf ");
  assert_matches (list, "nothing of the kind", "");
  g_assert_cmpuint (first->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addresses/destinations", test_destinations);
  g_test_add_func ("/addresses/unknown", test_unknown);
  g_test_add_func ("/addresses/list", test_list);
  g_test_add_func ("/addresses/choices", test_choices);
  return g_test_run ();
}
