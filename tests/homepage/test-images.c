/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of pictures and their alternative texts, and which field one is meant for. */
#include "fr-alt-text.h"
#include "fr-image-facts.h"
#include "fr-image-field.h"

static const struct { const char *text, *address, *said; } doubts[] = {
  { "", "/images/quay.jpg", "in a few words" },
  { "  ", "/images/quay.jpg", "in a few words" },
  { "quay.jpg", "/images/other.png", "name of a file" },
  { "IMG_2034", "/images/IMG_2034.jpg", "name of a file" },
  { "quay-at-night", "/images/quay-at-night.jpg", "name of a file" },
  { "image", "/images/quay.jpg", "tells nobody" },
  { "Image 2", "/images/quay.jpg", "tells nobody" },
  { "Photo", "/images/quay.jpg", "tells nobody" },
  { "Image alt text", "/images/quay.jpg", "tells nobody" },
  { "Quay", "/images/quay.jpg", NULL },
  { "quay", "/images/quay.jpg", NULL },
  { "Quay at night", "/images/quay-at-night.jpg", NULL },
  { "Image of a quay", "/images/quay.jpg", NULL },
  { "Two boats in quay.jpg", "/images/quay.jpg", NULL },
  { "港", "/images/quay.jpg", NULL },
};

static void
test_doubts (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *said = fr_alt_text_doubt (doubts[i].text, doubts[i].address);

      if ((said != NULL) != (doubts[i].said != NULL) || (said != NULL && g_strstr_len (said, -1, doubts[i].said) == NULL))
        g_error ("of “%s” it is said: %s", doubts[i].text, said);
    }
}

static const struct { const char *pointer, *image, *alt; } places[] = {
  { "/sections/0/hero", "/sections/0/hero/background", NULL },
  { "/sections/0/hero/title", "/sections/0/hero/background", NULL },
  { "/sections/0/hero/background", "/sections/0/hero/background", NULL },
  { "/sections/0/hero/dropdown/options/1/title", "/sections/0/hero/background", NULL },
  { "/sections/0/hero/key_highlights/1", "/sections/0/hero/background", NULL },
  { "/sections/3/infopic/image", "/sections/3/infopic/image", "/sections/3/infopic/alt" },
  { "/sections/3/infopic", "/sections/3/infopic/image", "/sections/3/infopic/alt" },
  { "/sections/2/listing/entries/1/url", "/sections/2/listing/entries/1/image", NULL },
  { "/sections/2/listing/entries/1", "/sections/2/listing/entries/1/image", NULL },
  { "/sections/2/listing/title", NULL, NULL },
  { "/sections/2/listing", NULL, NULL },
  { "/sections/2/carousel/1/title", "/sections/2/carousel/1/image", "/sections/2/carousel/1/alt" },
  { "/sections/2/carousel", NULL, NULL },
  { "/sections/2/infobar/title", NULL, NULL },
  { "/sections/2/what/image", NULL, NULL },
  { "/image", "/image", NULL },
  { "/title", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_places (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *image = fr_image_field_near (places[i].pointer);
      g_autofree char *alt = image != NULL ? fr_image_field_get_alt (image) : NULL;

      g_assert_cmpstr (image, ==, places[i].image);
      g_assert_cmpstr (alt, ==, places[i].alt);
      g_assert_true (image == NULL || fr_image_field_find (image) != NULL);
    }
}

#define MB * 1000000
#define KB * 1000

static const struct
{
  const char *field;
  FrImage     image;
  const char *size, *sharpness;
  unsigned    width, height;  /* that is offered; 0: none is */
} facts[] = {
  { "/sections/1/infopic/image", { "a.jpg", 1600, 1067, 240 KB }, "1600 × 1067 pixels, 240.0", "Sharp: the page draws it up to 720", 0, 0 },
  { "/sections/1/infopic/image", { "a.jpg", 719, 400, 40 KB }, "719 × 400 pixels", "Not sharp: the page draws it up to 720", 0, 0 },
  { "/sections/1/infopic/image", { "a.jpg", 6000, 4000, 8 MB }, "6000 × 4000 pixels, 8.0", "Sharp", 1440, 960 },
  { "/sections/1/infopic/image", { "a.png", 6000, 4000, 100 KB }, "6000", "Sharp", 1440, 960 },
  { "/sections/1/infopic/image", { "a.JPG", 2100, 1400, 1 MB }, "2100", "Sharp", 0, 0 },
  { "/sections/1/infopic/image", { "a.png", 1000, 800, 6 MB }, "1000", "Sharp", 1000, 800 },
  { "/sections/1/infopic/image", { "a.gif", 6000, 4000, 8 MB }, "6000", "Sharp", 0, 0 },
  { "/sections/1/infopic/image", { "a.svg", 20, 10, 3 KB }, "3.0", "sharp at any size", 0, 0 },
  { "/sections/1/infopic/image", { "a.jpg", 0, 0, 3 KB }, "3.0", NULL, 0, 0 },
  { "/sections/0/hero/background", { "a.jpg", 1440, 526, 40 KB }, "1440", "Sharp", 0, 0 },
  { "/sections/0/hero/background", { "a.jpg", 1440, 300, 40 KB }, "1440", "Not sharp: the page needs it to be 526 pixels high", 0, 0 },
  { "/sections/0/hero/background", { "a.jpg", 12000, 2104, 4 MB }, "12000", "Sharp", 6000, 1052 },
  { "/sections/2/listing/entries/0/image", { "a.png", 10, 10, 1 KB }, "10 × 10", NULL, 0, 0 },
  { "/image", { "a.png", 6000, 6000, 1 MB }, "6000", NULL, 2880, 2880 },
};

static void
test_facts (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const FrField *field = fr_image_field_find (facts[i].field);
      gboolean is_bad;
      g_autofree char *size = fr_image_describe_size (&facts[i].image);
      g_autofree char *sharpness = fr_image_describe_sharpness (&facts[i].image, field, &is_bad);
      unsigned width = 0, height = 0;

      g_assert_true (g_str_has_prefix (size, facts[i].size));
      g_assert_cmpint (sharpness != NULL, ==, facts[i].sharpness != NULL);
      g_assert_true (sharpness == NULL || g_strstr_len (sharpness, -1, facts[i].sharpness) != NULL);
      g_assert_cmpint (is_bad, ==, sharpness != NULL && g_str_has_prefix (sharpness, "Not"));
      g_assert_cmpint (fr_image_wants_smaller (&facts[i].image, field, &width, &height), ==, facts[i].width > 0);
      g_assert_cmpuint (width, ==, facts[i].width);
      g_assert_cmpuint (height, ==, facts[i].height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/images/doubts", test_doubts);
  g_test_add_func ("/images/places", test_places);
  g_test_add_func ("/images/facts", test_facts);
  return g_test_run ();
}
