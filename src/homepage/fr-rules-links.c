/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where links lead: those of fields, and those within texts. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-check-private.h"
#include "fr-destination.h"
#include "fr-pages.h"
#include "fr-values.h"

/* What is wrong with an address; a rule of FR_N_RULES: nothing. The texts are the judge's. */
typedef struct
{
  FrRuleId rule;
  char    *message;
  char    *instead;  /* NULL: nobody knows what was meant */
  gboolean safe;
} Verdict;

static Verdict
acquit (void)
{
  return (Verdict) { FR_N_RULES };
}

/* Takes the texts. */
static Verdict
convict (FrRuleId rule, char *message, char *instead, gboolean safe)
{
  return (Verdict) { rule, message, instead, safe };
}

static void
clear_verdict (Verdict *verdict)
{
  g_free (verdict->message);
  g_free (verdict->instead);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, clear_verdict)

/* A name between dots or dashes. */
static gboolean
has_word (const char *host, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = host; (at = strstr (at, word)) != NULL; at += length)
    if ((at == host || strchr (".-", at[-1]) != NULL) && (at[length] == '\0' || strchr (".-", at[length]) != NULL))
      return TRUE;
  return FALSE;
}

/* Names that people give to copies for trying, and hosts that sites are tried on. */
static gboolean
is_staging (const char *host)
{
  static const char * const words[] = { "staging", "stg", "uat", "localhost" };
  static const char * const hosts[] = { ".netlify.app", ".netlify.com", ".amplifyapp.com", ".local" };

  for (unsigned i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (host, words[i]))
      return TRUE;
  for (unsigned i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_has_suffix (host, hosts[i]))
      return TRUE;
  return g_str_has_prefix (host, "127.") || g_str_has_prefix (host, "192.168.");
}

static gboolean
is_editor (const char *host, const char *path)
{
  return g_str_has_prefix (host, "cms.isomer.") || g_str_has_prefix (host, "cms-staging.isomer.") ||
         g_str_has_prefix (host, "studio.isomer.") || (g_str_equal (host, "github.com") && g_str_has_prefix (path, "/isomerpages/"));
}

/* What comes behind the site's own address, as _config.yml has it; NULL: it is another site's. */
static const char *
find_own_part (FrSite *site, const char *address)
{
  const char *own = fr_node_get_text (fr_site_get_config (site, "/url"));
  gsize length = own != NULL ? strlen (own) : 0;

  while (length > 0 && own[length - 1] == '/')
    length--;
  if (length < strlen ("https://a.b") || strncmp (address, own, length) != 0 || strchr ("/?#", address[length]) == NULL)
    return NULL;
  return address + length;
}

static Verdict
judge_own (FrSite *site, const char *part)
{
  g_autofree char *instead = g_strconcat (*part == '/' ? "" : "/", part, NULL);
  g_autofree char *path = fr_pages_find (site, instead);

  return convict (FR_RULE_LINK_OWN_SITE, g_strdup_printf (_("This is a page of the site itself: %s"), instead), g_strdup (instead),
                  path != NULL);
}

/* "https://a": a host has a dot. */
static gboolean
is_no_host (const char *host)
{
  return (strchr (host, '.') == NULL && !g_str_equal (host, "localhost")) || strchr (host, ',') != NULL;
}

/* The addresses of links within links, as redirections have them, are no mistake. */
static char *
find_doubled (const char *address)
{
  const char *rest = strstr (address, "//") + 2;

  return fr_address_is_external (rest) ? g_strdup (rest) : NULL;
}

static Verdict
judge_outside (FrSite *site, const char *address)
{
  g_autofree char *doubled = find_doubled (address);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char *own = find_own_part (site, address);

  if (doubled != NULL)
    return convict (FR_RULE_ADDRESS_MALFORMED, g_strdup (_("The address begins twice")), g_steal_pointer (&doubled), TRUE);
  if (host == NULL || is_no_host (host))
    return convict (FR_RULE_ADDRESS_MALFORMED, g_strdup_printf (_("“%s” names no site"), address), NULL, FALSE);
  if (own != NULL)
    return judge_own (site, own);
  if (is_editor (host, g_uri_get_path (uri)))
    return convict (FR_RULE_ADDRESS_EDITOR, g_strdup_printf (_("%s is where sites are edited"), host), NULL, FALSE);
  if (is_staging (host))
    return convict (FR_RULE_ADDRESS_STAGING, g_strdup_printf (_("%s is a trial copy, and no published site"), host), NULL, FALSE);
  if (g_str_has_prefix (address, "http://"))
    return convict (FR_RULE_ADDRESS_INSECURE, g_strdup_printf (_("%s is asked over a line that others can read and change"), host),
                    g_strconcat ("https://", address + strlen ("http://"), NULL), FALSE);
  return acquit ();
}

static const struct { FrRuleId rule; gboolean safe; } of_trouble[] = {
  [FR_TROUBLE_NONE] = { FR_N_RULES, FALSE },
  [FR_TROUBLE_NO_HOST] = { FR_RULE_ADDRESS_MALFORMED, TRUE },
  [FR_TROUBLE_CAPITALS] = { FR_RULE_ADDRESS_CAPITALS, TRUE },
  [FR_TROUBLE_SCHEME] = { FR_RULE_ADDRESS_SCHEME, FALSE },
  [FR_TROUBLE_NO_SCHEME] = { FR_RULE_ADDRESS_WITHOUT_SCHEME, TRUE },
  [FR_TROUBLE_OTHER_CASE] = { FR_RULE_FILE_NAME_CASE, TRUE },
  [FR_TROUBLE_RELATIVE] = { FR_RULE_ADDRESS_RELATIVE, TRUE },
  [FR_TROUBLE_NOTHING] = { FR_RULE_LINK_NOT_FOUND, FALSE },
  [FR_TROUBLE_NO_PLACE] = { FR_RULE_ANCHOR_NOT_FOUND, FALSE },
};

/* A file by itself is in no site whose pages could be missing. */
static gboolean
is_unknowable (FrCheck *check, const FrDestination *found)
{
  return (found->trouble == FR_TROUBLE_NOTHING || found->trouble == FR_TROUBLE_OTHER_CASE) &&
         !fr_site_has_config (check->scope->site);
}

static gboolean
is_this_page (FrCheck *check, const FrDestination *found, const char *address)
{
  return strpbrk (address, "#?") == NULL && found->file != NULL && check->scope->own_path != NULL &&
         strcmp (found->file->path, check->scope->own_path) == 0;
}

static Verdict
judge_destination (FrCheck *check, const char *address)
{
  FrSite *site = check->scope->site;
  gboolean may_read = check->scope->reads_pages && fr_destination_reads_file (address);
  g_autoptr (FrDestination) found = may_read ? fr_destination_find (site, address) : fr_destination_guess (site, address);

  if (is_this_page (check, found, address))
    return convict (FR_RULE_LINK_TO_ITSELF, g_strdup (_("This link leads to the page that it stands on")), NULL, FALSE);
  if (found->trouble == FR_TROUBLE_NONE || is_unknowable (check, found))
    return acquit ();
  return convict (of_trouble[found->trouble].rule, g_steal_pointer (&found->sentence),
                  found->trouble == FR_TROUBLE_NO_PLACE ? NULL : g_steal_pointer (&found->instead), of_trouble[found->trouble].safe);
}

static char *
without_spaces (const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, " ", -1);

  return g_strjoinv ("%20", parts);
}

static Verdict
judge (FrCheck *check, const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));
  Verdict verdict;

  if (*address == '\0')
    return acquit ();
  if (strcmp (address, "#") == 0)
    return convict (FR_RULE_LINK_EMPTY, g_strdup (_("“#” leads nowhere")), NULL, FALSE);
  if (strchr (address, '\\') != NULL)
    return convict (FR_RULE_ADDRESS_MALFORMED, g_strdup_printf (_("“%s” is no address"), address), NULL, FALSE);
  verdict = fr_address_is_external (address) ? judge_outside (check->scope->site, address) : judge_destination (check, address);
  if (verdict.rule != FR_N_RULES)
    return verdict;
  if (strcmp (address, text) != 0)
    return convict (FR_RULE_ADDRESS_SPACES, g_strdup (_("The address has spaces at its ends")), g_steal_pointer (&address), TRUE);
  if (strchr (address, ' ') != NULL)
    return convict (FR_RULE_ADDRESS_SPACES, g_strdup_printf (_("The address has spaces in it: “%s”"), address),
                    without_spaces (address), TRUE);
  return acquit ();
}

void
fr_check_address (FrCheck *check, const FrField *field, const FrNode *value, const FrSpot *spot)
{
  const char *text = fr_node_get_text (value);
  g_auto (Verdict) verdict = acquit ();
  FrProblem *problem;

  for (const char *at = text; *at != '\0'; at++)
    if ((*at & 0x80) != 0)
      {
        fr_check_letters (check, text, spot);
        break;
      }
  verdict = judge (check, text);
  if (verdict.rule == FR_N_RULES)
    return;
  problem = fr_check_report (check, verdict.rule, spot, "%s", verdict.message);
  if (verdict.instead != NULL)
    fr_problem_replace (problem, spot, verdict.instead, verdict.safe);
}

void
fr_check_address_within (FrCheck *check, const char *text, gsize start, gsize end, const FrSpot *spot)
{
  g_autofree char *address = g_strndup (text + start, end - start), *mended = NULL;
  g_auto (Verdict) verdict = judge (check, address);
  FrProblem *problem;

  if (verdict.rule == FR_N_RULES)
    return;
  /* Translators: an address, and what is wrong with it */
  problem = fr_check_report (check, verdict.rule, spot,
                             _("The link “%s” in this text: %s"), address, verdict.message);
  if (verdict.instead == NULL)
    return;
  mended = g_strdup_printf ("%.*s%s%s", (int) start, text, verdict.instead, text + end);
  fr_problem_replace (problem, spot, mended, verdict.safe);
}
