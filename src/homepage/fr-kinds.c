/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-kinds.h"

#include <glib/gi18n-lib.h>

/* The rows of the table, so that each field stays one line; what only some have goes behind. */
#define LINE(name, label, max, ...)       { name, label, FR_FIELD_LINE, max, __VA_ARGS__ }
#define PARAGRAPH(name, label, max, ...)  { name, label, FR_FIELD_PARAGRAPH, max, __VA_ARGS__ }
#define ADDRESS(name, label, ...)         { name, label, FR_FIELD_ADDRESS, __VA_ARGS__ }
#define IMAGE(name, label, ...)           { name, label, FR_FIELD_IMAGE, __VA_ARGS__ }
#define DATE(name, label)                 { name, label, FR_FIELD_DATE }
#define GROUP(name, label, of, ...)       { name, label, FR_FIELD_GROUP, .fields = of, __VA_ARGS__ }
#define LIST(name, label, of, item, max, new, ...) \
  { name, label, FR_FIELD_LIST, .fields = of, .item_label = item, .max_items = max, .new_item = new, .purpose = __VA_ARGS__ }
#define CHOICE(name, label, values, labels, ...) \
  { name, label, FR_FIELD_CHOICE, .choices = values, .choice_labels = labels, __VA_ARGS__ }
#define DEFAULTS(...) .default_texts = (const char * const []) { __VA_ARGS__, NULL }
#define WORDS .markup = FR_MARKUP_WORDS
#define LINKS .markup = FR_MARKUP_LINKS
#define WANTED .is_wanted = TRUE
#define END { NULL }

static const char * const variants[] = { "", "center", "image", "side", "floating", NULL };
static const char * const variant_labels[] =
  { NULL, N_("Centred"), N_("Image only"), N_("Beside"), N_("Floating"), NULL };
static const char * const alignments[] = { "", "left", "right", NULL };
static const char * const alignment_labels[] = { NULL, N_("Left"), N_("Right"), NULL };
static const char * const sizes[] = { "", "sm", "md", NULL };
static const char * const size_labels[] = { N_("As its text"), N_("Small"), N_("Medium"), NULL };
static const char * const backgrounds[] = { "", "white", "black", "gray", NULL };
static const char * const background_labels[] =
  { NULL, N_("White"), N_("Black"), N_("Grey"), NULL };

/* Of the hero's layouts, where these are drawn. */
static const char * const with_text[] = { "center", "side", "floating", NULL };
static const char * const with_box[] = { "side", "floating", NULL };

#define WITH_TEXT .drawn_by = "variant", .drawn_in = with_text
#define WITH_BOX .drawn_by = "variant", .drawn_in = with_box

static const FrField options[] = {
  LINE ("title", N_("Title"), 30, DEFAULTS ("Hero Dropdown Element Title")),
  ADDRESS ("url", N_("Link address"), .link_text = "title"),
  END
};

static const FrField dropdown[] = {
  LINE ("title", N_("Dropdown title"), 30, DEFAULTS ("Hero Dropdown Title")),
  LIST ("options", N_("Options"), options, N_("Option"), 0, "{\"title\":\"\",\"url\":\"\"}",
        N_("What people choose from, each a page that it leads to."), WANTED),
  END
};

static const FrField highlights[] = {
  LINE ("title", N_("Title"), 60, DEFAULTS ("Key Highlight Title"), WANTED),
  LINE ("description", N_("Description"), 30, DEFAULTS ("Key Highlight description")),
  ADDRESS ("url", N_("Link address")),
  END
};

#define A_BUTTON .alternative = N_("A button")
#define A_DROPDOWN .alternative = N_("A dropdown")

static const FrField hero[] = {
  LINE ("title", N_("Title"), 60, DEFAULTS ("Hero title"), WITH_TEXT, WANTED),
  PARAGRAPH ("subtitle", N_("Subtitle"), 160, DEFAULTS ("Hero subtitle"), WITH_TEXT),
  IMAGE ("background", N_("Background image"), WANTED, .drawn_width = 1440, .drawn_height = 526),
  LINE ("button", N_("Button text"), 0, A_BUTTON, WITH_TEXT, .heading = N_("The hero has")),
  ADDRESS ("url", N_("Button address"), .link_text = "button", .link_instead = "dropdown", A_BUTTON, WITH_TEXT),
  GROUP ("dropdown", N_("Dropdown"), dropdown, A_DROPDOWN, .new_item = "{\"title\":\"I want to...\",\"options\":[]}"),
  LIST ("key_highlights", N_("Highlights"), highlights, N_("Highlight"), 4, "{\"title\":\"\",\"description\":\"\"}",
        N_("Up to four links in a band below the hero, to what people look for most.")),
  CHOICE ("variant", N_("Layout"), variants, variant_labels, .heading = N_("Look")),
  CHOICE ("alignment", N_("Side of the text"), alignments, alignment_labels, WITH_BOX),
  CHOICE ("size", N_("Size of the box"), sizes, size_labels, WITH_BOX),
  CHOICE ("backgroundColor", N_("Colour of the box"), backgrounds, background_labels, WITH_BOX),
  END
};

static const FrField infobar[] = {
  LINE ("title", N_("Title"), 60, DEFAULTS ("Infobar", "Infobar Title"), WANTED),
  LINE ("subtitle", N_("Subtitle"), 30, DEFAULTS ("Infobar Subtitle", "Add informational text")),
  PARAGRAPH ("description", N_("Description"), 160, LINKS, DEFAULTS ("Infobar description")),
  LINE ("button", N_("Button text"), 30, DEFAULTS ("Button Text")),
  ADDRESS ("url", N_("Button address"), .link_text = "button"),
  END
};

static const FrField infopic[] = {
  LINE ("title", N_("Title"), 60, DEFAULTS ("Infopic", "Infopic Title"), WANTED),
  LINE ("subtitle", N_("Subtitle"), 30, DEFAULTS ("Infopic Subtitle", "Add an image and text")),
  PARAGRAPH ("description", N_("Description"), 160, LINKS, DEFAULTS ("Infopic description")),
  LINE ("button", N_("Button text"), 30, DEFAULTS ("Button Text")),
  ADDRESS ("url", N_("Button address"), .link_text = "button"),
  IMAGE ("image", N_("Image"), .alt = "alt", .drawn_width = 720, .missing_rule = FR_RULE_IMAGE_MISSING,
         .missing_message = N_("The image is missing, so the page shows an error in its place")),
  LINE ("alt", N_("Alternative text"), 30, DEFAULTS ("Image alt text"), .missing_rule = FR_RULE_ALT_MISSING, .shows_markup = TRUE,
        .missing_message = N_("The alternative text is missing, so the page shows an error instead of the picture")),
  END
};

static const FrField entries[] = {
  IMAGE ("image", N_("Image")),
  ADDRESS ("url", N_("Link address")),
  END
};

static const FrField listing[] = {
  LINE ("title", N_("Title"), 0),
  LIST ("entries", N_("Entries"), entries, N_("Entry"), 0, "{}", N_("Pictures in a row, such as partners’ logos, each with a link."), WANTED),
  END
};

static const FrField resources[] = {
  LINE ("title", N_("Title"), 60, WANTED),
  LINE ("subtitle", N_("Subtitle"), 30),
  LINE ("button", N_("Button text"), 30),
  END
};

/* The value of `carousel` is itself the list. */
static const FrField slides[] = {
  IMAGE ("image", N_("Image"), .alt = "alt", WANTED),
  LINE ("alt", N_("Alternative text"), 0, .shows_markup = TRUE),
  LINE ("title", N_("Title"), 0),
  LINE ("subtitle", N_("Subtitle"), 0),
  PARAGRAPH ("description", N_("Description"), 0, LINKS),
  END
};

static const FrField carousel[] = {
  LIST ("", N_("Slides"), slides, N_("Slide"), 0, "{\"title\":\"\",\"subtitle\":\"\",\"description\":\"\"}",
        N_("Pictures that take turns, each with words on it."), WANTED),
  END
};

#define NEW_ANNOUNCEMENT "{\"title\":\"\",\"date\":\"\",\"announcement\":\"\"}"

static const FrField announcement_items[] = {
  LINE ("title", N_("Title"), 100, DEFAULTS ("New Announcement"), WANTED),
  DATE ("date", N_("Date")),
  PARAGRAPH ("announcement", N_("Announcement"), 300, LINKS, DEFAULTS ("Announcement content")),
  LINE ("link_text", N_("Link text"), 50),
  ADDRESS ("link_url", N_("Link address"), .link_text = "link_text"),
  END
};

static const FrField announcements[] = {
  LINE ("title", N_("Title"), 50, WANTED),
  LINE ("subtitle", N_("Subtitle"), 30),
  LIST ("announcement_items", N_("Announcements"), announcement_items, N_("Announcement"), 5, NEW_ANNOUNCEMENT,
        N_("News of a few words with their date, the newest first."), WANTED),
  END
};

#define NEW_BOX "{\"title\":\"\",\"description\":\"\"}"

static const FrField cards[] = {
  LINE ("title", N_("Title"), 50, WANTED),
  PARAGRAPH ("description", N_("Description"), 80, WORDS, DEFAULTS ("Card description")),
  LINE ("linktext", N_("Link text"), 50),
  ADDRESS ("url", N_("Link address"), .link_text = "linktext", .always_links = TRUE),
  END
};

static const FrField textcards[] = {
  LINE ("title", N_("Title"), 50, WANTED),
  LINE ("subtitle", N_("Subtitle"), 30),
  PARAGRAPH ("description", N_("Description"), 200, LINKS, DEFAULTS ("Text card description")),
  LIST ("cards", N_("Cards"), cards, N_("Card"), 4, NEW_BOX, N_("Up to four cards side by side, each of which is a link."), WANTED),
  END
};

static const FrField infoboxes[] = {
  LINE ("title", N_("Title"), 50, WANTED),
  PARAGRAPH ("description", N_("Description"), 120, LINKS, DEFAULTS ("Infobox description")),
  END
};

static const FrField infocols[] = {
  LINE ("title", N_("Title"), 50, WANTED),
  LINE ("subtitle", N_("Subtitle"), 30),
  LIST ("infoboxes", N_("Boxes"), infoboxes, N_("Box"), 4, NEW_BOX, N_("Up to four short texts side by side."), WANTED),
  LINE ("linktext", N_("Link text"), 50),
  ADDRESS ("url", N_("Link address"), .link_text = "linktext"),
  END
};

static const FrField page_settings[] = {
  LINE ("title", N_("Title"), 0, DEFAULTS ("Isomer Site"), WANTED, .shows_markup = TRUE),
  PARAGRAPH ("description", N_("Description"), 0, DEFAULTS ("Brief site description here"), WANTED, .shows_markup = TRUE),
  IMAGE ("image", N_("Image")),
  LINE ("permalink", N_("Permanent address"), 0),
  PARAGRAPH ("notification", N_("Notification"), 0, LINKS),
  END
};

#define NEW_TEXTS "\"title\":\"\",\"subtitle\":\"\""

/* Behind the value of a new one, always: how soon people need it, and what it is for. */
#define NEED(number, sentence) .rank = number, .purpose = sentence

static const FrKind kinds[] = {
  { "hero", N_("Hero"), hero, "{" NEW_TEXTS "}", .must_be_first = "Hero must be the first section!",
    NEED (1, N_("The banner at the top: a picture, a title, and the way to what most people come for")) },
  { "infobar", N_("Infobar"), infobar, "{" NEW_TEXTS ",\"description\":\"\"}",
    NEED (3, N_("A short text over the whole width, with a button")) },
  { "infopic", N_("Infopic"), infopic, "{" NEW_TEXTS ",\"description\":\"\"}", .changes_sides = TRUE,
    NEED (2, N_("A picture beside a text, with a button")) },
  { "listing", N_("Listing"), listing, "{\"title\":\"\",\"entries\":[]}", .band = FR_BAND_ALWAYS_WHITE,
    NEED (9, N_("A row of pictures that lead somewhere, such as the logos of partners")) },
  { "resources", N_("Resources"), resources, "{" NEW_TEXTS "}", FR_DRAW_WITH_POSTS,
    .only_one = "Each page should only have one resource room",
    NEED (7, N_("The three newest posts of the site, which come by themselves")) },
  { "carousel", N_("Carousel"), carousel, "[{" NEW_TEXTS ",\"description\":\"\"}]",
    .band = FR_BAND_GREY_TWICE, .only_one = "Only 1 carousel is allowed per page.",
    NEED (8, N_("Large pictures that take turns, each with a text")) },
  { "announcements", N_("Announcements"), announcements, "{" NEW_TEXTS ",\"announcement_items\":[" NEW_ANNOUNCEMENT "]}",
    .only_one = "Each page should only have one announcements section",
    NEED (4, N_("News that you write here, with dates; five at most")) },
  { "textcards", N_("Text cards"), textcards, "{" NEW_TEXTS ",\"description\":\"\",\"cards\":[" NEW_BOX "]}",
    NEED (5, N_("Cards side by side, each leading to a page; four at most")) },
  { "infocols", N_("Info columns"), infocols, "{" NEW_TEXTS ",\"infoboxes\":[" NEW_BOX "]}",
    NEED (6, N_("Short texts side by side, such as facts or steps; four at most")) },
};

const FrKind *
fr_kinds_all (unsigned *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const FrField *
fr_page_settings_fields (void)
{
  return page_settings;
}

gboolean
fr_field_is_ignored (const char *key)
{
  return g_str_equal (key, "id");
}

gboolean
fr_page_settings_reserve (const char *key)
{
  static const char * const reserved[] = { "layout", "sections", NULL };

  return g_strv_contains (reserved, key);
}
