/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memrchr () */
#include "fr-site-style-private.h"

#include <stdlib.h>
#include <string.h>

#include "fr-css.h"
#include "fr-fences.h"
#include "fr-file.h"
#include "fr-liquid-parts.h"
#include "fr-liquid.h"
#include "fr-sass.h"
#include "fr-site-file.h"

/* Ten times as much as sites have. */
#define MOST_BYTES (1 << 20)

#define USUAL_ADDRESS "/misc/custom.css"

typedef struct
{
  FrSiteStyle  public;
  char    *key;      /* all that it is made of; NULL: it may be another one the next time */
} Record;

typedef struct
{
  FrSite      *site;
  const char  *folder;   /* real */
  const char  *sass_folder;
  FrSiteStyle     *style;
  char        *address;  /* where it is published: "/misc/custom.css" */
  char        *text;     /* the file's */
  gsize        body;     /* where its front matter ends */
  FrLiquidMap *map;      /* of what Liquid made of it; NULL: it is as it was */
} Reading;

/* With what stands behind the site's own base URL. */
static char *
find_address (FrSite *site)
{
  const FrNode *node = fr_site_get_config (site, "/custom_css_path");
  const char *text = fr_node_get_type (node) == FR_TYPE_STRING ? fr_node_get_text (node) : USUAL_ADDRESS;
  g_autofree char *path = g_strndup (text, strcspn (text, "?#"));

  return g_canonicalize_filename (path, "/");
}

/* The file's text; NULL: it is not there, or is no text. */
static char *
read_text (const char *folder, const char *path)
{
  g_autofree char *own = g_build_filename (folder, path, NULL);
  char *real = realpath (own, NULL);
  g_autoptr(GBytes) bytes = NULL;

  if (real != NULL && fr_path_is_below (real, folder))
    bytes = fr_file_read_start (real, MOST_BYTES, NULL, NULL);
  free (real);
  if (bytes == NULL || g_bytes_get_size (bytes) == MOST_BYTES ||
      !g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A .css is made of the .scss of its name, or is the file itself. */
static gboolean
find_file (Reading *self)
{
  static const char * const endings[] = { ".scss", ".css" };
  const char *path = self->address + 1;
  gsize length = strlen (path) - (g_str_has_suffix (path, ".css") ? strlen (".css") : 0);

  for (unsigned i = 0; i < G_N_ELEMENTS (endings) && self->text == NULL; i++)
    {
      g_free (self->style->path);
      self->style->path = g_strdup_printf ("%.*s%s", (int) length, path, endings[i]);
      self->text = read_text (self->folder, self->style->path);
    }
  return self->text != NULL;
}

/* Jekyll takes blank lines behind the front matter for a part of it. FALSE: there is none. */
static gboolean
find_body (Reading *self)
{
  FrFences fences;
  const char *blank, *behind, *newline;

  if (!fr_fences_find (self->text, strlen (self->text), &fences, NULL))
    return FALSE;
  blank = self->text + fences.end + strlen ("---");
  behind = blank + strspn (blank, " \t\r\n\f\v");
  newline = *behind == '\0' ? NULL : memrchr (blank, '\n', behind - blank);
  self->body = (newline != NULL ? newline + 1 : behind) - self->text;
  return TRUE;
}

static char *
run_liquid (Reading *self, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (self->text, strlen (self->text));
  g_autoptr(FrDocument) document = fr_document_new (bytes, FR_FORMAT_FRONT_MATTER, NULL);
  const FrNode *page = document != NULL ? fr_document_get_root (document) : NULL;
  const FrSiteStyleNames names = { self->site, page, self->address, self->style->path };
  g_autoptr(FrLiquidStore) store = fr_liquid_store_new ();

  return fr_liquid_render (self->text, self->body, fr_site_style_names (&names), store, &self->map, error);
}

/* The state of every file that the style could import. FALSE: one of them is being written. */
static gboolean
add_imports (const Reading *self, GString *key)
{
  g_autoptr(FrWalk) walk = fr_walk_new (self->sass_folder, NULL);
  gboolean settled = TRUE;

  for (unsigned i = 0; i < walk->files->len; i++)
    {
      const FrWalkedFile *file = &g_array_index (walk->files, FrWalkedFile, i);

      g_string_append_printf (key, "%s\n", file->path);
      g_string_append_len (key, (const char *) &file->state, sizeof file->state);
      settled = settled && fr_file_state_is_settled (&file->state);
    }
  return settled;
}

/* A digest of all that the style is made of. */
static char *
make_key (const Reading *self, const char *text)
{
  g_autoptr(GString) key = g_string_new (NULL);
  gboolean settled;

  g_string_append_printf (key, "%s\n%s\n%s", self->style->path, fr_site_get_base_url (self->site), text);
  settled = strstr (text, "@import") == NULL || add_imports (self, key);
  return settled ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) key->str, key->len) : NULL;
}

/* From the place in what Liquid made of the file to that in the file. */
static FrPlace
find_place (Reading *self, const char *text, FrPlace built)
{
  const char *line = text, *column;

  for (unsigned i = 1; i < built.line && line != NULL; i++)
    line = strchr (line, '\n') != NULL ? strchr (line, '\n') + 1 : NULL;
  if (line == NULL || built.line == 0)
    return (FrPlace) { 1, 1 };
  column = line;
  for (unsigned i = 1; i < built.column && *column != '\n' && *column != '\0'; i++)
    column = g_utf8_next_char (column);
  return fr_liquid_find_place (self->text, fr_liquid_map_find (self->map, column - text));
}

/* Takes the error. */
static void
set_broken (Reading *self, GError *error, FrPlace place, char *path)
{
  self->style->state = FR_SITE_STYLE_BROKEN;
  self->style->error = fr_error_new_at (FR_ERROR_SYNTAX, place, "%s", error->message);
  self->style->error_path = path != NULL ? path : g_strdup (self->style->path);
  g_error_free (error);
}

static void
take_css (Reading *self, const char *css)
{
  self->style->state = FR_SITE_STYLE_OWN;
  self->style->css = fr_css_keep_home (css, self->address, fr_site_get_base_url (self->site));
}

static void
compile (Reading *self, const char *text)
{
  g_autofree char *file = NULL, *css = NULL;
  GError *error = NULL;
  FrPlace built, place;

  css = fr_sass_compile (text, self->sass_folder, &file, &error);
  if (css != NULL)
    {
      take_css (self, css);
      return;
    }
  built = place = fr_error_get_place (error);
  if (file == NULL)
    place = find_place (self, text, built);
  if (place.line != built.line)
    self->style->built_line = built.line;
  set_broken (self, error, place, file != NULL ? g_build_filename ("_sass", file, NULL) : NULL);
}

/* TRUE: the style before is the same one. */
static gboolean
make (Reading *self, FrSiteStyle *before)
{
  GError *error = NULL;
  g_autofree char *text = run_liquid (self, &error);
  Record *record = (Record *) self->style, *old = (Record *) before;

  if (text == NULL)
    {
      set_broken (self, error, fr_error_get_place (error), NULL);
      return FALSE;
    }
  record->key = make_key (self, text);
  if (old != NULL && old->key != NULL && g_strcmp0 (old->key, record->key) == 0)
    return TRUE;
  if (g_str_has_suffix (self->style->path, ".scss"))
    compile (self, text);
  else
    take_css (self, text);
  return FALSE;
}

/* TRUE: the style before is the same one. */
static gboolean
read_style (Reading *self, FrSiteStyle *before)
{
  if (!find_file (self))
    {
      self->style->state = strcmp (self->address, USUAL_ADDRESS) == 0 ? FR_SITE_STYLE_OF_THEME : FR_SITE_STYLE_MISSING;
      self->style->css = self->style->state == FR_SITE_STYLE_MISSING ? g_strdup ("") : NULL;
    }
  else if (find_body (self))
    return make (self, before);
  else if (g_str_has_suffix (self->style->path, ".css"))
    take_css (self, self->text);
  else
    {
      self->style->state = FR_SITE_STYLE_UNPUBLISHED;
      self->style->css = g_strdup ("");
    }
  return FALSE;
}

static gboolean
is_same_error (const FrSiteStyle *one, const FrSiteStyle *other)
{
  FrPlace place = fr_error_get_place (one->error), other_place = fr_error_get_place (other->error);

  if (one->error == NULL || other->error == NULL)
    return one->error == other->error;
  return strcmp (one->error->message, other->error->message) == 0 && strcmp (one->error_path, other->error_path) == 0 &&
         place.line == other_place.line && place.column == other_place.column && one->built_line == other->built_line;
}

static gboolean
is_same (const FrSiteStyle *one, const FrSiteStyle *other)
{
  return one->state == other->state && g_strcmp0 (one->path, other->path) == 0 && g_strcmp0 (one->css, other->css) == 0 &&
         is_same_error (one, other);
}

static void
clear (gpointer data)
{
  FrSiteStyle *self = data;

  g_free (self->path);
  g_free (self->css);
  g_clear_error (&self->error);
  g_free (self->error_path);
  g_free (((Record *) data)->key);
}

void
fr_site_style_unref (FrSiteStyle *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

FrSiteStyle *
fr_site_style_read (FrSite *site, const char *real_folder, FrSiteStyle *before)
{
  g_autoptr(FrSiteStyle) style = &g_atomic_rc_box_new0 (Record)->public;
  g_autofree char *sass_folder = g_build_filename (real_folder, "_sass", NULL);
  Reading reading = { site, real_folder, sass_folder, style, find_address (site) };
  gboolean same = read_style (&reading, before);

  g_free (reading.address);
  g_free (reading.text);
  g_clear_pointer (&reading.map, fr_liquid_map_free);
  if (before != NULL && (same || is_same (style, before)))
    return g_atomic_rc_box_acquire (before);
  return g_steal_pointer (&style);
}
