/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli-diff.h"
#include "cli-fix.h"
#include "cli-report.h"
#include "cli-site.h"
#include "cli.h"
#include "fr-file.h"
#include "fr-findings.h"
#include "fr-snapshot.h"

static char *format, *fix, *least;
static char **rules;
static gboolean diff, list_rules;

static const GOptionEntry entries[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, "text (as compilers print it), json, sarif or github", "FORMAT" },
  { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rules, "Look for this alone (may be given several times)", "RULE" },
  { "min-severity", 0, 0, G_OPTION_ARG_STRING, &least, "Leave out what is less than error, warning or note", "SEVERITY" },
  { "fix", 0, 0, G_OPTION_ARG_STRING, &fix, "Mend what is safe to mend, or all that can be mended of one rule", "[RULE]" },
  { "diff", 0, 0, G_OPTION_ARG_NONE, &diff, "Show what --fix would change, and write nothing", NULL },
  { "list-rules", 0, 0, G_OPTION_ARG_NONE, &list_rules, "Print all rules (with --format json: and what they are about)", NULL },
  { NULL }
};

static FrSeverity least_severity = FR_SEVERITY_NOTE;

/* What is wrong with a site's file is found with each of its homepages, and said once. */
static gboolean
is_told (const FrFinding *finding)
{
  static GHashTable *told;
  g_autofree char *key = g_strdup_printf ("%s:%s", finding->file, finding->rule);

  if (finding->file == NULL)
    return FALSE;
  if (told == NULL)
    told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return !g_hash_table_add (told, g_steal_pointer (&key));
}

static gboolean
is_wanted (const FrFinding *finding)
{
  return finding->severity <= least_severity && (rules == NULL || g_strv_contains ((const char * const *) rules, finding->rule));
}

/* Those that the options ask for. `data`: the file's name. */
static GPtrArray *
look (FrDocument *document, gpointer data)
{
  g_autoptr (FrSite) site = cli_site (data, FR_SITE_IMAGES);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (data);
  g_autoptr (FrFindings) findings = fr_findings_new_for (document, site, file, TRUE);
  GPtrArray *list = fr_findings_list (findings);

  for (unsigned i = 0; i < list->len;)
    if (is_wanted (list->pdata[i]))
      i++;
    else
      g_ptr_array_remove_index (list, i);
  return list;
}

static int
report_all (CliReport *report, const char *name, FrDocument *document)
{
  g_autoptr (GPtrArray) list = look (document, (gpointer) name);

  for (unsigned i = 0; i < list->len; i++)
    {
      const FrFinding *finding = list->pdata[i];

      if (!is_told (finding))
        cli_report_add (report, finding->file != NULL ? finding->file : name, finding);
    }
  return list->len > 0 ? CLI_FINDINGS : CLI_DONE;
}

static int
mend (FrDocument *document, const char *name)
{
  const char *rule = fix != NULL && *fix != '\0' ? fix : NULL;

  if (fix == NULL && !diff)
    return 0;
  return cli_fix (document, rule, look, (gpointer) name);
}

/* Shows it, or writes it. */
static gboolean
finish (FrHeldFile *held, GBytes *before, FrDocument *document, const char *name, GError **error)
{
  g_autoptr (GBytes) after = fr_document_get_bytes (document);
  g_autoptr (FrSnapshot) snapshot = fr_snapshot_new (document);

  if (!fr_snapshot_check (snapshot, error))
    return FALSE;
  if (!diff)
    return fr_held_file_write (held, fr_snapshot_get_bytes (snapshot), error);
  cli_diff_print (name, before, after);
  return TRUE;
}

/* The file is held from reading to writing. */
static int
mend_file (CliReport *report, const char *name)
{
  GError *error = NULL;
  g_autoptr (FrHeldFile) held = diff ? NULL : fr_file_hold (name, &error);
  g_autoptr (GBytes) bytes = error != NULL ? NULL : diff ? fr_file_read (name, &error) : fr_held_file_read (held, &error);
  g_autoptr (FrDocument) document = bytes != NULL ? fr_document_new (bytes, fr_document_format_for (name), &error) : NULL;

  if (document == NULL)
    return cli_fail (name, error);
  if (mend (document, name) > 0 && !finish (held, bytes, document, name, &error))
    return cli_fail (name, error);
  return diff ? CLI_DONE : report_all (report, name, document);
}

static int
check_file (CliReport *report, const char *name)
{
  g_autoptr (FrDocument) document = NULL;

  if (fix != NULL)
    return mend_file (report, name);
  document = cli_open (name);
  return document != NULL ? report_all (report, name, document) : CLI_FAILED;
}

/* A site's folder stands for its homepage. transfer full; NULL: told already. */
static char *
find_homepage (const char *name)
{
  g_autoptr (GFile) place = g_file_new_for_commandline_arg (name), homepage = NULL;
  GError *error = NULL;

  if (!g_file_test (name, G_FILE_TEST_IS_DIR))
    return g_strdup (name);
  homepage = fr_site_find_homepage (place, &error);
  if (homepage == NULL)
    {
      cli_fail (name, error);
      return NULL;
    }
  return g_build_filename (name, g_file_peek_path (homepage) + strlen (g_file_peek_path (place)), NULL);
}

static gboolean
is_rule (const char *name)
{
  if (fr_rule_find (name) != NULL)
    return TRUE;
  g_printerr ("frontage-cli check: there is no rule “%s”; --list-rules lists them\n", name);
  return FALSE;
}

static gboolean
can_use_options (void)
{
  for (char **rule = rules; rule != NULL && *rule != NULL; rule++)
    if (!is_rule (*rule))
      return FALSE;
  if (fix != NULL && *fix != '\0' && !is_rule (fix))
    return FALSE;
  if (least != NULL && !fr_severity_find (least, &least_severity))
    g_printerr ("frontage-cli check: the severity is error, warning or note, not “%s”\n", least);
  else if (diff && fix == NULL)
    g_printerr ("frontage-cli check: --diff shows what --fix would do; give both\n");
  else
    return TRUE;
  return FALSE;
}

/* GLib would take the next word for the rule, which is a file. */
static void
complete_fix (int argc, char **argv)
{
  static char whole[] = "--fix=";

  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--fix"))
      argv[i] = whole;
}

static int
refuse_format (void)
{
  g_printerr ("frontage-cli check: the format is text, json, sarif or github, not “%s”\n", format);
  return CLI_FAILED;
}

int
cli_check (int argc, char **argv)
{
  CliReport *report;
  int status = CLI_DONE;

  complete_fix (argc, argv);
  if (!cli_parse (&argc, &argv, entries, "FILE-OR-SITE…", 0, 0) || !can_use_options ())
    return CLI_FAILED;
  if (list_rules)
    return cli_report_list_rules (format != NULL ? format : "text") ? CLI_DONE : refuse_format ();
  if (argc < 2)
    {
      g_printerr ("usage: frontage-cli check FILE-OR-SITE…\n");
      return CLI_FAILED;
    }
  report = cli_report_new (format != NULL ? format : "text");
  if (report == NULL)
    return refuse_format ();
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = find_homepage (argv[i]);
      int outcome = name != NULL ? check_file (report, name) : CLI_FAILED;

      status = MAX (status, outcome);
    }
  cli_report_end (report);
  return status;
}
