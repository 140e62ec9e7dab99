/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-address-choices.h"

#include <string.h>

#include "fr-address-list.h"
#include "fr-pages.h"

static void
free_choice (gpointer data)
{
  FrAddressChoice *self = data;

  g_free (self->title);
  g_free (self->address);
  g_free (self);
}

/* Takes the address. */
static void
add (GPtrArray *choices, const char *title, char *address)
{
  FrAddressChoice *choice = g_new (FrAddressChoice, 1);

  *choice = (FrAddressChoice) { g_strdup (title), address };
  g_ptr_array_add (choices, choice);
}

static void
add_pages (GPtrArray *choices, FrSite *site, const char *text, unsigned most)
{
  g_autoptr (GPtrArray) matches = fr_address_list_match (fr_address_list_get (site), text, most);

  for (unsigned i = 0; i < matches->len; i++)
    {
      const FrAddress *match = matches->pdata[i];

      add (choices, match->title, g_strdup (match->address));
    }
}

/* "/visit/#ho": `place` points at the "#". */
static void
add_places (GPtrArray *choices, FrSite *site, const char *text, const char *place, unsigned most)
{
  g_autofree char *page = g_strndup (text, place - text), *wanted = g_utf8_casefold (place + 1, -1);
  g_autofree char *path = fr_pages_find (site, *page != '\0' ? page : "/");
  g_auto(GStrv) names = path != NULL ? fr_pages_list_anchors (site, path) : NULL;

  for (char **name = names; name != NULL && *name != NULL && choices->len < most; name++)
    {
      g_autofree char *folded = g_utf8_casefold (*name, -1), *title = g_strconcat ("#", *name, NULL);

      if (strstr (folded, wanted) != NULL)
        add (choices, title, g_strconcat (page, title, NULL));
    }
}

GPtrArray *
fr_address_choices_find (FrSite *site, const char *text, unsigned most)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  const char *place = strchr (text, '#');

  if (place != NULL)
    add_places (choices, site, text, place, most);
  else
    add_pages (choices, site, text, most);
  if (choices->len == 1 && strcmp (((FrAddressChoice *) choices->pdata[0])->address, text) == 0)
    g_ptr_array_set_size (choices, 0);
  return choices;
}
