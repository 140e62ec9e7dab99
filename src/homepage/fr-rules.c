/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-rules.h"

#include <glib/gi18n-lib.h>

#define E FR_SEVERITY_ERROR
#define W FR_SEVERITY_WARNING
#define N FR_SEVERITY_NOTE

static const FrRule rules[FR_N_RULES] = {
  [FR_RULE_HERO_FIRST] = { "hero-first", E, N_("The first section is no hero"),
    N_("The page shows a large error message where its banner should be."),
    N_("Move the hero to the top, or add one there.") },
  [FR_RULE_HERO_NOT_FIRST] = { "hero-not-first", E, N_("A hero stands below another section"),
    N_("The page draws a hero only at the top; this one is not there for the public."),
    N_("Remove it, or move it to the top in place of the one there.") },
  [FR_RULE_LAYOUT_WRONG] = { "layout-wrong", E, N_("The page is not published as a homepage"),
    N_("Sections are drawn by the layout “homepage” alone; by another the page stays empty."),
    N_("Give the page the layout “homepage”.") },
  [FR_RULE_PERMALINK_NOT_ROOT] = { "permalink-not-root", W, N_("The homepage has another address than “/”"),
    N_("Who enters the site's address does not come to this page, and the notification is shown nowhere."),
    N_("Set the permanent address to “/”.") },
  [FR_RULE_PERMALINK_TAKEN] = { "permalink-taken", E, N_("Another page has the same permanent address"),
    N_("One of the two is overwritten when the site is published, and nobody can say which."),
    N_("Give the other page another address.") },
  [FR_RULE_NOTIFICATION_EMPTY] = { "notification-empty", N, N_("The notification is markup without a word"),
    N_("The page leaves it out."),
    N_("Write a text, or remove it.") },
  [FR_RULE_BODY_NOT_SHOWN] = { "body-not-shown", W, N_("There is text behind the front matter"),
    N_("A homepage draws its sections only; this text is not there for the public."),
    N_("Move what matters into a section, and remove the rest.") },

  [FR_RULE_TOO_MANY] = { "too-many", W, N_("There are more of these than the page shows"),
    N_("What is beyond the limit is cut off, or an error stands in its place."),
    N_("Remove the ones that matter least, or move them to a page of their own.") },
  [FR_RULE_SEVERAL_KINDS] = { "several-kinds", W, N_("One list item holds several sections"),
    N_("They are drawn in a fixed order, whatever order they are written in, and tools take them for one."),
    N_("Put a dash before each, so that each is an item of its own.") },
  [FR_RULE_SECTION_EMPTY] = { "section-empty", W, N_("A section has nothing in it"),
    N_("The page draws nothing for it, or an empty band."),
    N_("Fill it, or remove it.") },
  [FR_RULE_LIST_EMPTY] = { "list-empty", W, N_("A section's list has no items"),
    N_("The page shows the section without what it is there for."),
    N_("Add an item, or remove the section.") },
  [FR_RULE_ITEM_EMPTY] = { "item-empty", W, N_("A list item has nothing in it"),
    N_("The page shows an empty box or card."),
    N_("Fill it, or remove it.") },
  [FR_RULE_TITLE_MISSING] = { "title-missing", N, N_("A title is missing"),
    N_("Visitors, screen readers and search engines cannot tell what this part is about."),
    N_("Write a title.") },
  [FR_RULE_DESCRIPTION_MISSING] = { "description-missing", N, N_("The page has no description"),
    N_("Search engines and shared links show whatever text they find first."),
    N_("Describe the site in a sentence or two.") },
  [FR_RULE_PICTURE_MISSING] = { "picture-missing", W, N_("There is no background picture"),
    N_("The hero's white text stands on a plain grey band."),
    N_("Choose a background picture.") },
  [FR_RULE_ANNOUNCEMENT_OLD] = { "announcement-old", N, N_("An announcement is older than a year"),
    N_("Visitors take it for news, or the site for one that nobody keeps."),
    N_("Remove it, or replace it by something newer.") },

  [FR_RULE_UNKNOWN_KIND] = { "unknown-kind", E, N_("There is no section of this kind"),
    N_("The page draws nothing for it."),
    N_("Correct the name of the kind, or remove the section.") },
  [FR_RULE_UNKNOWN_KEY] = { "unknown-key", W, N_("The section has no field of this name"),
    N_("The page does not show what stands in it."),
    N_("Correct the name, or remove it.") },
  [FR_RULE_BREAKING_KEY] = { "breaking-key", E, N_("This key stops the site from being published"),
    N_("The theme asks for a file that it does not have, so the whole site stays as it was last published."),
    N_("Remove the key and all that is in it.") },
  [FR_RULE_DUPLICATE_KEY] = { "duplicate-key", E, N_("The same key stands there twice"),
    N_("Only the last one counts; what the others hold is not shown."),
    N_("Keep one of them.") },
  [FR_RULE_WRONG_TYPE] = { "wrong-type", E, N_("A value is of another form than the page expects"),
    N_("The page shows nothing there, or the value as a program would write it."),
    N_("Write it as a text, a list or a group of fields, whichever the field asks for.") },
  [FR_RULE_UNKNOWN_CHOICE] = { "unknown-choice", W, N_("The value is none of those that the field knows"),
    N_("The page falls back to another look, or loses its colour or width."),
    N_("Choose one of the values in the form.") },
  [FR_RULE_UNQUOTED_VALUE] = { "unquoted-value", W, N_("A text without quotes is taken for something else"),
    N_("YAML reads words such as Yes and No, numbers with commas and days as values, and the page prints those."),
    N_("Put the text in quotes.") },
  [FR_RULE_SYMBOL_VALUE] = { "symbol-value", E, N_("A value begins with a colon and has no quotes"),
    N_("The site refuses the whole front matter, so that the page has no sections at all."),
    N_("Put the text in quotes.") },
  [FR_RULE_DATE_FORMAT] = { "date-format", N, N_("The date is not written as on other sites"),
    N_("The page prints it as it stands; dates elsewhere read “02 March 2026”."),
    N_("Write day, month and year in that way.") },

  [FR_RULE_DEFAULT_TEXT] = { "default-text", W, N_("A text is the one that every new section begins with"),
    N_("The public reads “Infopic Title” or “Button Text”, and takes the site for unfinished."),
    N_("Write a text of your own, or remove this one.") },
  [FR_RULE_PLACEHOLDER_TEXT] = { "placeholder-text", W, N_("A text only keeps the place of another"),
    N_("The public reads “Lorem ipsum” or “to be confirmed”, and takes the site for unfinished."),
    N_("Write the real text, or remove this one.") },
  [FR_RULE_TOO_LONG] = { "too-long", W, N_("A text is longer than the web editor allows"),
    N_("The page shows all of it, but it does not fit its place, least of all on a phone, and the web editor refuses to save "
       "it."),
    N_("Shorten it.") },
  [FR_RULE_TEXT_REPEATED] = { "text-repeated", N, N_("Two texts of one section say the same"),
    N_("Visitors read it twice, and screen readers say it twice."),
    N_("Say something else in one of them, or remove it.") },
  [FR_RULE_DAMAGED_TEXT] = { "damaged-text", W, N_("Characters were damaged by a wrong encoding"),
    N_("The public sees letters such as “â€™” in place of an apostrophe."),
    N_("Put the right characters in their place.") },
  [FR_RULE_INVISIBLE_CHARACTERS] = { "invisible-characters", W, N_("A text holds characters that nobody sees"),
    N_("They break searching, copying and addresses, and show as boxes on some machines."),
    N_("Remove them.") },
  [FR_RULE_MARKDOWN_SHOWN] = { "markdown-shown", W, N_("Markdown is shown as letters"),
    N_("The page takes these texts for HTML, so the public sees the asterisks and brackets."),
    N_("Use the buttons above the text for bold words and links, or remove the signs.") },
  [FR_RULE_MARKUP_SHOWN] = { "markup-shown", W, N_("HTML is shown as letters"),
    N_("The public reads the signs of the markup between the words."),
    N_("Remove the markup, or the escapes around it.") },
  [FR_RULE_MARKUP_UNBALANCED] = { "markup-unbalanced", W, N_("An HTML element is opened or closed alone"),
    N_("The rest of the section may become bold or part of a link, or boxes close too early."),
    N_("Close each element that is opened, and nothing else.") },
  [FR_RULE_MARKUP_UNKNOWN] = { "markup-unknown", W, N_("What stands between < and > is no HTML"),
    N_("Browsers take it for markup and do not show it."),
    N_("Write it without the angle brackets, or as &lt; and &gt;.") },
  [FR_RULE_MARKUP_FORBIDDEN] = { "markup-forbidden", W, N_("The text has HTML that pages may not hold"),
    N_("Published sites block scripts, and the web editor removes such elements when somebody saves."),
    N_("Remove it.") },

  [FR_RULE_IMAGE_MISSING] = { "image-missing", E, N_("A section lacks its image"),
    N_("The page shows an error in large type in its place."),
    N_("Choose an image, and say what it shows.") },
  [FR_RULE_IMAGE_EMPTY] = { "image-empty", E, N_("The address of an image is empty"),
    N_("The page shows the sign for a broken picture."),
    N_("Choose an image.") },
  [FR_RULE_IMAGE_NOT_FOUND] = { "image-not-found", E, N_("The site has no such image"),
    N_("The page shows no picture, or the sign for a broken one."),
    N_("Choose another image, or put the file into the site's folder.") },
  [FR_RULE_IMAGE_ELSEWHERE] = { "image-elsewhere", W, N_("An image lies on another site"),
    N_("It is gone as soon as that site moves it, and many sites do not let others show their pictures."),
    N_("Copy the picture into the site, and choose it there.") },
  [FR_RULE_FILE_NAME_CASE] = { "file-name-case", E, N_("A file name has other capital letters"),
    N_("It works on some computers and fails on the published site, where capital and small letters are different."),
    N_("Write the name as the file has it.") },
  [FR_RULE_IMAGE_TOO_BIG] = { "image-too-big", W, N_("An image has more than 5 MB"),
    N_("The page takes long to load, on phones most of all, and the web editor refuses the file."),
    N_("Make the picture smaller, or save it with less quality.") },
  [FR_RULE_IMAGE_KIND] = { "image-kind", W, N_("The file is of a kind that the site does not take"),
    N_("The web editor does not take it, and some browsers do not show it."),
    N_("Save the picture as PNG, JPEG, GIF or SVG.") },
  [FR_RULE_IMAGE_SMALL] = { "image-small", W, N_("An image is far smaller than it is drawn"),
    N_("It is blurred on the page."),
    N_("Choose a picture with more pixels.") },
  [FR_RULE_IMAGE_LARGE] = { "image-large", N, N_("An image is far larger than it is drawn"),
    N_("Visitors wait for pixels that nobody sees."),
    N_("Make the picture smaller.") },
  [FR_RULE_ALT_MISSING] = { "alt-missing", E, N_("A section lacks its alternative text"),
    N_("The page shows an error in large type in place of the picture."),
    N_("Say in a few words what the picture shows.") },
  [FR_RULE_ALT_EMPTY] = { "alt-empty", W, N_("A picture has no alternative text"),
    N_("People who do not see it do not learn what it shows."),
    N_("Say in a few words what the picture shows.") },
  [FR_RULE_ALT_FILE_NAME] = { "alt-file-name", W, N_("An alternative text is the name of a file"),
    N_("Screen readers spell a file name to people who cannot see the picture."),
    N_("Say in a few words what the picture shows.") },
  [FR_RULE_ALT_VAGUE] = { "alt-vague", W, N_("An alternative text says nothing about the picture"),
    N_("People who do not see it learn no more than that there is a picture."),
    N_("Say in a few words what the picture shows.") },
  [FR_RULE_ALT_REPEATED] = { "alt-repeated", N, N_("An alternative text repeats the title"),
    N_("Screen readers say the same words twice, and not what the picture shows."),
    N_("Say in a few words what the picture shows.") },

  [FR_RULE_LINK_INCOMPLETE] = { "link-incomplete", W, N_("A link has a text or an address, but not both"),
    N_("The page leaves it out, or it leads back to the homepage."),
    N_("Give it both, or neither.") },
  [FR_RULE_LINK_EMPTY] = { "link-empty", W, N_("A link's address is empty"),
    N_("It leads back to the homepage."),
    N_("Choose where it leads, or remove the link.") },
  [FR_RULE_LINK_TEXT_EMPTY] = { "link-text-empty", W, N_("A link's text is empty"),
    N_("The page shows a button or an arrow without a word."),
    N_("Say where it leads, or remove the link.") },
  [FR_RULE_LINK_TEXT_VAGUE] = { "link-text-vague", N, N_("A link's text does not say where it leads"),
    N_("Who goes through a page by its links, as screen readers do, hears “click here” and no more."),
    N_("Name the page that it leads to.") },
  [FR_RULE_LINK_NOT_FOUND] = { "link-not-found", E, N_("A link leads to a page or file that the site does not have"),
    N_("Visitors come to an error page."),
    N_("Choose another address, or remove the link.") },
  [FR_RULE_ANCHOR_NOT_FOUND] = { "anchor-not-found", W, N_("A link leads to a place that the page does not have"),
    N_("Visitors come to the top of the page and have to search."),
    N_("Choose another place, or the page as a whole.") },
  [FR_RULE_LINK_TO_ITSELF] = { "link-to-itself", N, N_("A link on the homepage leads to the homepage"),
    N_("Who follows it sees the same page again."),
    N_("Choose where it leads, or remove the link.") },
  [FR_RULE_LINK_OWN_SITE] = { "link-own-site", N, N_("A link to the own site is written with the site's whole address"),
    N_("It opens a new tab and bears the sign of another site; on a trial copy of the site it leads out of that."),
    N_("Write the address from its first slash on.") },
  [FR_RULE_ADDRESS_INSECURE] = { "address-insecure", W, N_("An address begins with http://"),
    N_("What visitors do there can be read and changed on its way, and browsers warn of it."),
    N_("Write https://, if the other site answers there, as nearly all do.") },
  [FR_RULE_ADDRESS_WITHOUT_SCHEME] = { "address-without-scheme", E,
    N_("An address of another site lacks https://, or one for letters or calls mailto: or tel:"),
    N_("The page takes it for an address of its own site, and visitors come to an error page."),
    N_("Put that in front.") },
  [FR_RULE_ADDRESS_SCHEME] = { "address-scheme", E, N_("An address is of a kind that a page cannot lead to"),
    N_("The link does nothing, or runs a program in the visitor's browser."),
    N_("Choose a page, or an address that begins with https://.") },
  [FR_RULE_ADDRESS_CAPITALS] = { "address-capitals", E, N_("“http” is written with capital letters"),
    N_("The page takes it for an address of its own site, and visitors come to an error page."),
    N_("Write it with small letters.") },
  [FR_RULE_ADDRESS_SPACES] = { "address-spaces", W, N_("An address has spaces in it"),
    N_("It works in some places and leads nowhere in others."),
    N_("Remove the spaces at the ends; write %20 for those within.") },
  [FR_RULE_ADDRESS_MALFORMED] = { "address-malformed", E, N_("An address names no site"),
    N_("Visitors come to an error page of their browser."),
    N_("Correct the address.") },
  [FR_RULE_ADDRESS_RELATIVE] = { "address-relative", E, N_("An address lacks its first slash"),
    N_("The page puts the site's base address right in front of it, so that it leads nowhere."),
    N_("Begin it with a slash.") },
  [FR_RULE_ADDRESS_STAGING] = { "address-staging", W, N_("A link leads to a trial copy of a site"),
    N_("The public sees what is not published yet, or is asked for a password, or finds it gone."),
    N_("Link to the published site.") },
  [FR_RULE_ADDRESS_EDITOR] = { "address-editor", W, N_("A link leads to the editing system"),
    N_("The public is asked to sign in where it cannot."),
    N_("Link to the published page.") },

  [FR_RULE_SITE_FILE_BROKEN] = { "site-file-broken", E, N_("A file of the site cannot be read"),
    N_("The site cannot be published and stays as it was last published."),
    N_("Correct the line that is named.") },
  [FR_RULE_STYLE_ERROR] = { "style-error", E, N_("The site's style has an error"),
    N_("The site cannot be published and stays as it was last published."),
    N_("Correct the line that is named.") },
  [FR_RULE_STYLE_UNPUBLISHED] = { "style-unpublished", W, N_("The site's style is not published"),
    N_("The site looks as if it had no style of its own."),
    N_("Begin the file with two lines of three dashes.") },
  [FR_RULE_STYLE_MISSING] = { "style-missing", W, N_("The site's style is not there"),
    N_("The site looks as if it had no style of its own."),
    N_("Correct custom_css_path, or put the file there.") },
  [FR_RULE_THEME_UNKNOWN] = { "theme-unknown", N, N_("The site has a theme that Frontage does not know"),
    N_("The page may be published otherwise than it is shown here."),
    N_("Nothing, if that is known.") },
};

static const char * const severities[] = { "error", "warning", "note" };

const FrRule *
fr_rule_get (FrRuleId id)
{
  g_return_val_if_fail (id < FR_N_RULES, &rules[0]);
  return &rules[id];
}

const FrRule *
fr_rule_find (const char *name)
{
  for (unsigned i = 0; i < FR_N_RULES; i++)
    if (g_str_equal (rules[i].name, name))
      return &rules[i];
  return NULL;
}

const char *
fr_severity_get_name (FrSeverity severity)
{
  return severities[severity];
}

gboolean
fr_severity_find (const char *name, FrSeverity *severity)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_str_equal (severities[i], name))
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}
