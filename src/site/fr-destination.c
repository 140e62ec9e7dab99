/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-destination.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fr-pages.h"
#include "fr-values.h"

/* Takes the texts. */
static FrDestination *
make (FrDestinationKind kind, char *sentence, char *instead)
{
  FrDestination *self = g_new (FrDestination, 1);

  *self = (FrDestination) { kind, FR_TROUBLE_NONE, sentence, instead };
  return self;
}

static FrDestination *
make_broken (FrTrouble trouble, char *sentence, char *instead)
{
  FrDestination *self = make (FR_DESTINATION_BROKEN, sentence, instead);

  self->trouble = trouble;
  return self;
}

static FrDestination *
make_known (const FrSiteFile *file, char *sentence)
{
  FrDestination *self = make (FR_DESTINATION_KNOWN, sentence, NULL);

  self->file = file;
  return self;
}

void
fr_destination_free (FrDestination *self)
{
  g_free (self->sentence);
  g_free (self->instead);
  g_free (self);
}

static FrDestination *
find_outside (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || strchr (host, ' ') != NULL)
    return make_broken (FR_TROUBLE_NO_HOST, g_strdup (_("This address names no site")), NULL);
  /* Translators: the name of another site, "example.org" */
  return make (FR_DESTINATION_OUTSIDE, g_strdup_printf (_("%s, another site, in a new tab"), host), NULL);
}

/* Only http:// and https:// are taken for what they are; before all else the site's base address is put. */
static FrDestination *
find_other_scheme (FrSite *site, const char *scheme, const char *address)
{
  const char *rest = strchr (address, ':') + 1;

  if (strncmp (rest, "//", 2) != 0 && (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0))
    return make_broken (FR_TROUBLE_NO_HOST, g_strdup_printf (_("“%s:” has to be followed by two slashes"), scheme),
                        g_strconcat (scheme, "://", rest + strspn (rest, "/"), NULL));
  if (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
    return make_broken (FR_TROUBLE_CAPITALS, g_strdup_printf (_("“%.*s” has to be written in small letters"),
                                                               (int) strlen (scheme), address),
                        g_strconcat (scheme, ":", rest, NULL));
  if (strcmp (scheme, "mailto") != 0 && strcmp (scheme, "tel") != 0)
    return make_broken (FR_TROUBLE_SCHEME, g_strdup_printf (_("“%s:” is not an address that a page can lead to"), scheme), NULL);
  if (*fr_site_get_base_url (site) != '\0')
    return make_broken (FR_TROUBLE_SCHEME, g_strdup_printf (_("The published page puts “%s” in front of it, so that it leads nowhere"),
                                                             fr_site_get_base_url (site)), NULL);
  return make (FR_DESTINATION_OUTSIDE, g_strdup_printf (*scheme == 'm' ? _("A letter to %s") : _("A call to %s"), rest), NULL);
}

static char *
describe_file (const FrSiteFile *file)
{
  g_autofree char *size = NULL;

  if (file->post_categories != NULL)
    return g_strdup_printf (_("%s, a post of this site"), file->title != NULL ? file->title : file->path);
  if (file->is_page)
    return g_strdup_printf (_("%s, a page of this site"), file->title != NULL ? file->title : file->path);
  size = g_format_size (file->bytes);
  /* Translators: a file and its size, "forms/join.pdf" and "240 kB" */
  return g_strdup_printf (_("%s, a file of this site (%s)"), file->path, size);
}

static gboolean
has_place (FrSite *site, const FrSiteFile *file, const char *place)
{
  g_auto(GStrv) names = fr_pages_list_anchors (site, file->path);
  g_autofree char *name = g_uri_unescape_string (place, NULL);

  return *place == '\0' || strcmp (place, "top") == 0 || g_strv_contains ((const char * const *) names, name != NULL ? name : place);
}

static FrDestination *
find_file (FrSite *site, const char *address, const char *path, gboolean may_read)
{
  const FrSiteFile *file = fr_site_get_file (site, path);
  const char *place = strchr (address, '#');
  g_autofree char *words = describe_file (file);

  if (place == NULL || place[1] == '\0' || !file->is_page)
    return make_known (file, g_steal_pointer (&words));
  if (!may_read || has_place (site, file, place + 1))
    /* Translators: a page and a place in it: "Fees, a page of this site, at #children" */
    return make_known (file, g_strdup_printf (_("%s, at %s"), words, place));
  return make_broken (FR_TROUBLE_NO_PLACE, g_strdup_printf (_("%s, which has no place %s"), words, place),
                      g_strndup (address, place - address));
}

/* "www.example.org", "example.org/visit": a name with a dot before the first slash, behind which letters come. */
static gboolean
looks_like_a_site (const char *address)
{
  static GRegex *site, *file;

  if (g_once_init_enter (&site))
    {
      file = g_regex_new ("^[^/]+\\.(html?|pdf|docx?|xlsx?|pptx?|png|jpe?g|svg|gif|md|zip)$", G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&site, g_regex_new ("^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/|$)", G_REGEX_CASELESS, 0, NULL));
    }
  return g_regex_match (site, address, 0, NULL) && !g_regex_match (file, address, 0, NULL);
}

/* "us@example.org" and "+65 6123 4567": what people know of letters and calls. NULL: it is neither. transfer full */
static FrDestination *
find_without_scheme (FrSite *site, const char *address)
{
  gboolean works = *fr_site_get_base_url (site) == '\0';
  g_auto(GStrv) digits = NULL;
  g_autofree char *number = NULL;

  /* Nearly all addresses are asked in vain, which should cost nothing. */
  if (strpbrk (address, "@0123456789") == NULL)
    return NULL;
  if (g_regex_match_simple ("^[^\\s@:/?#]+@[a-z0-9-]+(\\.[a-z0-9-]+)+$", address, G_REGEX_CASELESS, 0))
    return make_broken (FR_TROUBLE_NO_SCHEME, g_strdup (_("An address for letters has to begin with mailto:")),
                        works ? g_strconcat ("mailto:", address, NULL) : NULL);
  if (!g_regex_match_simple ("^\\+?[0-9][0-9 ()-]{5,18}$", address, 0, 0))
    return NULL;
  digits = g_strsplit_set (address, " ()-", -1);
  number = g_strjoinv ("", digits);
  return make_broken (FR_TROUBLE_NO_SCHEME, g_strdup (_("A telephone number has to begin with tel:")),
                      works ? g_strconcat ("tel:", number, NULL) : NULL);
}

static FrDestination *
find_nothing (FrSite *site, const char *address)
{
  const FrSiteFile *other = NULL;
  FrPresence presence = fr_site_look_up (site, address, &other);
  FrDestination *known = find_without_scheme (site, address);

  if (known != NULL)
    return known;
  if (looks_like_a_site (address))
    return make_broken (FR_TROUBLE_NO_SCHEME, g_strdup (_("An address of another site has to begin with https://")),
                        g_strconcat ("https://", address, NULL));
  if (presence == FR_PRESENCE_OTHER_CASE)
    return make_broken (FR_TROUBLE_OTHER_CASE, g_strdup_printf (_("There is no %s, but a file with other capital letters: /%s"),
                                                                address, other->path), g_strconcat ("/", other->path, NULL));
  if (presence == FR_PRESENCE_UNKNOWN || !fr_site_is_complete (site))
    return make (FR_DESTINATION_UNKNOWN, NULL, NULL);
  return make_broken (FR_TROUBLE_NOTHING, g_strdup_printf (_("This site has no page and no file with the address %s"), address), NULL);
}

static FrDestination *
find_in_site (FrSite *site, const char *address, gboolean may_read)
{
  g_autofree char *path = fr_pages_find (site, *address == '#' ? "/" : address);
  g_autofree char *absolute = NULL;

  if (path == NULL)
    return find_nothing (site, address);
  /* Behind the base address, which ends without a slash, it would be another word. */
  if (*address != '/' && *address != '#')
    absolute = g_strconcat ("/", address, NULL);
  if (absolute != NULL && *fr_site_get_base_url (site) != '\0')
    return make_broken (FR_TROUBLE_RELATIVE, g_strdup_printf (_("It has to begin with a slash: %s"), absolute), g_strdup (absolute));
  return find_file (site, address, path, may_read);
}

gboolean
fr_destination_reads_file (const char *address)
{
  return strchr (address, '#') != NULL;
}

static FrDestination *
find (FrSite *site, const char *text, gboolean may_read)
{
  g_autofree char *address = g_strstrip (g_strdup (text));
  const char *scheme = g_uri_peek_scheme (address);

  if (*address == '\0')
    return make (FR_DESTINATION_NONE, NULL, NULL);
  if (fr_address_is_external (address))
    return find_outside (address);
  if (scheme != NULL)
    return find_other_scheme (site, scheme, address);
  return find_in_site (site, address, may_read);
}

FrDestination *
fr_destination_find (FrSite *site, const char *address)
{
  return find (site, address, TRUE);
}

FrDestination *
fr_destination_guess (FrSite *site, const char *address)
{
  return find (site, address, FALSE);
}
