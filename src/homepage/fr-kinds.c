#include "fr-kinds.h"

#include <glib/gi18n-lib.h>

/* The rows of the table, so that each field stays one line. */
#define LINE(name, label, max)       { name, label, FR_FIELD_LINE, max }
#define PARAGRAPH(name, label, max)  { name, label, FR_FIELD_PARAGRAPH, max }
#define ADDRESS(name, label)         { name, label, FR_FIELD_ADDRESS }
#define IMAGE(name, label)           { name, label, FR_FIELD_IMAGE }
#define GROUP(name, label, of)       { name, label, FR_FIELD_GROUP, .fields = of }
#define LIST(name, label, of, item, max) \
  { name, label, FR_FIELD_LIST, .fields = of, .item_label = item, .max_items = max }
#define CHOICE(name, label, values, labels) \
  { name, label, FR_FIELD_CHOICE, .choices = values, .choice_labels = labels }
#define END { NULL }

static const char * const variants[] = { "", "image", "side", "floating", NULL };
static const char * const variant_labels[] =
  { N_("Centred over the image"), N_("Image only"), N_("Text beside the image"), N_("Text in a floating box"), NULL };
static const char * const alignments[] = { "", "left", "right", NULL };
static const char * const alignment_labels[] = { N_("Not set"), N_("Left"), N_("Right"), NULL };
static const char * const sizes[] = { "", "sm", "md", NULL };
static const char * const size_labels[] = { N_("Not set"), N_("Small"), N_("Medium"), NULL };
static const char * const backgrounds[] = { "", "white", "black", "gray", NULL };
static const char * const background_labels[] =
  { N_("Not set"), N_("White"), N_("Black"), N_("Grey"), NULL };

static const FrField options[] = {
  LINE ("title", N_("Title"), 30),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField dropdown[] = {
  LINE ("title", N_("Title"), 30),
  LIST ("options", N_("Options"), options, N_("Option"), 0),
  END
};

static const FrField highlights[] = {
  LINE ("title", N_("Title"), 60),
  LINE ("description", N_("Description"), 30),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField hero[] = {
  LINE ("title", N_("Title"), 60),
  LINE ("subtitle", N_("Subtitle"), 160),
  IMAGE ("background", N_("Background image")),
  LINE ("button", N_("Button text"), 0),
  ADDRESS ("url", N_("Address")),
  GROUP ("dropdown", N_("Dropdown"), dropdown),
  LIST ("key_highlights", N_("Highlights"), highlights, N_("Highlight"), 4),
  CHOICE ("variant", N_("Layout"), variants, variant_labels),
  CHOICE ("alignment", N_("Side of the text"), alignments, alignment_labels),
  CHOICE ("size", N_("Size of the box"), sizes, size_labels),
  CHOICE ("backgroundColor", N_("Colour of the box"), backgrounds, background_labels),
  END
};

static const FrField infobar[] = {
  LINE ("title", N_("Title"), 60),
  LINE ("subtitle", N_("Subtitle"), 30),
  PARAGRAPH ("description", N_("Description"), 160),
  LINE ("button", N_("Button text"), 30),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField infopic[] = {
  LINE ("title", N_("Title"), 60),
  LINE ("subtitle", N_("Subtitle"), 30),
  PARAGRAPH ("description", N_("Description"), 160),
  LINE ("button", N_("Button text"), 30),
  ADDRESS ("url", N_("Address")),
  IMAGE ("image", N_("Image")),
  LINE ("alt", N_("Alternative text"), 30),
  END
};

static const FrField entries[] = {
  IMAGE ("image", N_("Image")),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField listing[] = {
  LINE ("title", N_("Title"), 0),
  LIST ("entries", N_("Entries"), entries, N_("Entry"), 0),
  END
};

static const FrField resources[] = {
  LINE ("title", N_("Title"), 60),
  LINE ("subtitle", N_("Subtitle"), 30),
  LINE ("button", N_("Button text"), 30),
  END
};

/* The value of `carousel` is itself the list. */
static const FrField slides[] = {
  IMAGE ("image", N_("Image")),
  LINE ("alt", N_("Alternative text"), 0),
  LINE ("title", N_("Title"), 0),
  LINE ("subtitle", N_("Subtitle"), 0),
  PARAGRAPH ("description", N_("Description"), 0),
  END
};

static const FrField carousel[] = {
  LIST ("", N_("Slides"), slides, N_("Slide"), 0),
  END
};

static const FrField announcement_items[] = {
  LINE ("title", N_("Title"), 100),
  LINE ("date", N_("Date"), 0),
  PARAGRAPH ("announcement", N_("Announcement"), 300),
  LINE ("link_text", N_("Link text"), 50),
  ADDRESS ("link_url", N_("Address")),
  END
};

static const FrField announcements[] = {
  LINE ("title", N_("Title"), 50),
  LINE ("subtitle", N_("Subtitle"), 30),
  LIST ("announcement_items", N_("Announcements"), announcement_items, N_("Announcement"), 5),
  END
};

static const FrField cards[] = {
  LINE ("title", N_("Title"), 50),
  PARAGRAPH ("description", N_("Description"), 80),
  LINE ("linktext", N_("Link text"), 50),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField textcards[] = {
  LINE ("title", N_("Title"), 50),
  LINE ("subtitle", N_("Subtitle"), 30),
  PARAGRAPH ("description", N_("Description"), 200),
  LIST ("cards", N_("Cards"), cards, N_("Card"), 4),
  END
};

static const FrField infoboxes[] = {
  LINE ("title", N_("Title"), 50),
  PARAGRAPH ("description", N_("Description"), 120),
  END
};

static const FrField infocols[] = {
  LINE ("title", N_("Title"), 50),
  LINE ("subtitle", N_("Subtitle"), 30),
  LIST ("infoboxes", N_("Boxes"), infoboxes, N_("Box"), 4),
  LINE ("linktext", N_("Link text"), 50),
  ADDRESS ("url", N_("Address")),
  END
};

static const FrField page_settings[] = {
  LINE ("title", N_("Title"), 0),
  PARAGRAPH ("description", N_("Description"), 0),
  IMAGE ("image", N_("Image")),
  ADDRESS ("permalink", N_("Permanent address")),
  PARAGRAPH ("notification", N_("Notification"), 0),
  END
};

static const FrKind kinds[] = {
  { "hero", N_("Hero"), hero, TRUE },
  { "infobar", N_("Infobar"), infobar },
  { "infopic", N_("Infopic"), infopic, TRUE },
  { "listing", N_("Listing"), listing },
  { "resources", N_("Resources"), resources },
  { "carousel", N_("Carousel"), carousel },
  { "announcements", N_("Announcements"), announcements },
  { "textcards", N_("Text cards"), textcards },
  { "infocols", N_("Info columns"), infocols },
};

const FrKind *
fr_kinds_all (unsigned *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const FrKind *
fr_kind_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

const FrField *
fr_page_settings_fields (void)
{
  return page_settings;
}
