/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields for addresses: what is said of them, what mends them, what is offered while somebody types. */
#include <adwaita.h>

#include "../tools/find-widget.h"
#include "../tools/folder.h"
#include "followed.h"
#include "fr-address-popover.h"
#include "fr-pages.h"

#define URL "/sections/0/hero/url"
#define PAGE(url) "sections:\n  - hero:\n      button: Go\n      url: " url "\n"

/* With pages around it, known. */
static Followed *
open_site (const char *yaml)
{
  Followed *it = followed_new (yaml);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (fr_session_get_file (it->session)));
  g_autofree char *found = NULL;

  write_file (folder, "_config.yml", "title: T\n");
  write_file (folder, "pages/visit.md", "---\ntitle: Visit us\npermalink: /visit/\n---\n# Opening hours\n");
  write_file (folder, "pages/rooms.md", "---\ntitle: Rooms for visitors\npermalink: /rooms/\n---\n");
  wait_until ((g_free (found), found = fr_pages_find (fr_session_get_site (it->session), "/rooms/")) != NULL);
  fr_section_list_choose (it->list, "/sections/0/hero");
  return it;
}

static gboolean
is_said (Followed *it, const char *sentence)
{
  g_autofree char *form = describe_form (it->form);

  return strstr (form, sentence) != NULL;
}

typedef struct
{
  const char *name;
  const char *yaml;
  const char *said;
  const char *fix;    /* the button that mends it; NULL: there is none */
  const char *after;  /* what is in the file then */
} Said;

static const Said said[] = {
  { "page", PAGE ("/visit/"), "[/visit/]\nVisit us, a page of this site\n" },
  { "place", PAGE ("/visit/#opening-hours"), "Visit us, a page of this site, at #opening-hours\n" },
  { "other-site", PAGE ("https://example.org/a"), "example.org, another site, in a new tab\n" },
  { "letter", PAGE ("mailto:us@example.org"), "A letter to us@example.org\n" },
  { "nothing", PAGE ("/nowhere/"), "This site has no page and no file with the address /nowhere/\n" },
  { "no-place", PAGE ("/visit/#fees"), "which has no place #fees\n", "Change to /visit/", PAGE ("/visit/") },
  { "no-scheme", PAGE ("www.example.org   # ours"), "has to begin with https://\n", "Change to https://www.example.org",
    PAGE ("https://www.example.org   # ours") },
  { "of-an-item", "sections:\n  - hero:\n      key_highlights:\n        - title: A\n          url: us@example.org\n",
    "An address for letters has to begin with mailto:\n", "Change to mailto:us@example.org",
    "sections:\n  - hero:\n      key_highlights:\n        - title: A\n          url: mailto:us@example.org\n" },
};

static void
test_said (gconstpointer data)
{
  const Said *self = data;
  Followed *it = open_site (self->yaml);
  g_autofree char *before = g_strdup (fr_document_get_text (it->document)), *after = NULL;

  wait_until (is_said (it, self->said));
  if (self->fix != NULL)
    {
      followed_press (it, self->fix);
      after = g_strdup_printf ("---\n%s---\n", self->after);
      g_assert_cmpstr (fr_document_get_text (it->document), ==, after);
      wait_until (!is_said (it, self->fix));
      g_assert_true (fr_document_undo (it->document));
      g_assert_cmpstr (fr_document_get_text (it->document), ==, before);
      wait_until (is_said (it, self->fix));
    }
  followed_free (it);
}

static FrAddressPopover *
find_shown (Followed *it)
{
  GtkWidget *popover = find_widget (GTK_WIDGET (it->form), FR_TYPE_ADDRESS_POPOVER);

  return popover != NULL && fr_address_popover_is_shown (FR_ADDRESS_POPOVER (popover)) ? FR_ADDRESS_POPOVER (popover) : NULL;
}

static GtkListBoxRow *
get_offered (Followed *it, int index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_widget (GTK_WIDGET (find_shown (it)), GTK_TYPE_LIST_BOX)), index);
}

/* What is chosen is one step of undo, whatever was typed before. */
static void
test_chosen (void)
{
  Followed *it = open_site (PAGE ("/old/"));

  followed_type (it, URL, "visit");
  wait_until (find_shown (it) != NULL);
  g_assert_nonnull (get_offered (it, 1));
  g_assert_null (get_offered (it, 2));
  g_signal_emit_by_name (get_offered (it, 0), "activate");
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\n" PAGE ("/visit/") "---\n");
  g_assert_null (find_shown (it));
  g_assert_true (fr_document_undo (it->document));
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\n" PAGE ("visit") "---\n");
  g_assert_true (fr_document_undo (it->document));
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\n" PAGE ("/old/") "---\n");
  followed_free (it);
}

/* The newest text's answer alone comes, and none where nothing is found or the field has been left. */
static void
test_nothing_to_offer (void)
{
  Followed *it = open_site (PAGE ("/old/"));

  followed_type (it, URL, "visit");
  wait_until (find_shown (it) != NULL);
  followed_type (it, URL, "https://example.org");
  wait_until (find_shown (it) == NULL);
  followed_type (it, URL, "rooms");
  wait_until (find_shown (it) != NULL);
  fr_form_focus (it->form, "/sections/0/hero/title", TRUE);
  wait_until (find_shown (it) == NULL);
  g_assert_cmpstr (fr_document_get_text (it->document), ==, "---\n" PAGE ("rooms") "---\n");
  followed_free (it);
}

/* A form that goes while something is being looked up. */
static void
test_gone_meanwhile (void)
{
  Followed *it = open_site (PAGE ("/visit/#opening-hours"));

  followed_type (it, URL, "/visit/#op");
  fr_section_list_choose (it->list, "");
  followed_free (it);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (unsigned i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *path = g_strconcat ("/addresses/said/", said[i].name, NULL);

      g_test_add_data_func (path, &said[i], test_said);
    }
  g_test_add_func ("/addresses/chosen", test_chosen);
  g_test_add_func ("/addresses/nothing-to-offer", test_nothing_to_offer);
  g_test_add_func ("/addresses/gone-meanwhile", test_gone_meanwhile);
  return g_test_run ();
}
