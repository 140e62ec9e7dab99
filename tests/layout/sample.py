# SPDX-License-Identifier: GPL-3.0-or-later
"""sample.py CLI PICTURE SITE: measures the sample site's page at several widths against what follows from the rules of
published pages: their columns, margins and heights, worked out below, not taken from what Frontage draws.
"""

import json
import os
import subprocess
import sys
import tempfile

CLI, PICTURE, SITE = sys.argv[1:4]
WIDTHS = (375, 800, 1100, 1440)
BETWEEN = (600, 1300, 1900)   # where only some rules are asked for
NEAR = 0.5   # CSS px
WHITE, GREY = 'rgba(0, 0, 0, 0)', 'rgb(240, 244, 246)'

# The middle column: 24 px from the edges; 960 px wide from 1024 px on, 1216 px from 1280 px, 1280 px from 1408 px.
LEFT = dict(zip(WIDTHS, (24, 24, (1100 - 960) / 2, (1440 - 1280) / 2)))
MIDDLE = {width: width - 2 * LEFT[width] for width in WIDTHS}
# The wide bands: cards and announcements 96 px from the edges, boxes of text 120 px; on phones they differ.
CARDS = {375: 375 - 2 * 32, 800: 800 - 2 * 96, 1100: 1100 - 2 * 96, 1440: 1440 - 2 * 96}
BOXES = {800: 800 - 2 * 120, 1100: 1100 - 2 * 120, 1440: 1440 - 2 * 120}


def by_width(phone, tablet, desktop, wide):
    return dict(zip(WIDTHS, (phone, tablet, desktop, wide)))


def each(function):
    return {width: function(width) for width in WIDTHS}


# Selector, which of those that are seen, what of it, and the value at each width (none: not asked there).
INFOBAR = 'main > :nth-child(3) .h1'

RULES = [
    # Masthead 52 px, of which the bar, 100 px and a line, covers the last 12.
    ('.bp-masthead', 0, 'h', each(lambda w: 52)),
    ('main', 0, 'y', each(lambda w: 40 + 100 + 1)),
    ('main', 0, 'w', each(lambda w: w)),
    # The bar's links from 1280 px on, a burger below.
    ('.navbar-start', 'count', '', by_width(0, 0, 0, 1)),
    ('.navbar-burger summary', 'count', '', by_width(1, 1, 1, 0)),
    # The notification lies over the top of the hero.
    ('.bp-notification', 0, 'y', each(lambda w: 141)),
    ('.bp-notification', 0, 'h', by_width(None, 57, 57, 57)),
    ('.bp-hero', 0, 'y', each(lambda w: 141)),
    ('.bp-hero', 0, 'h', by_width(None, None, 507, 507)),
    ('.bp-hero', 0, 'fit', each(lambda w: 'cover 50% 50%')),
    ('main h1', 0, 'size', by_width(56, 64, 84, 84)),
    ('.bp-hero p', 'count', '', by_width(0, 1, 1, 1)),
    # Four highlights share the middle column, with lines of 1 px between; on phones one below the other.
    ('#key-highlights .col', 'count', '', each(lambda w: 4)),
    ('#key-highlights .col', 0, 'w', by_width(375, (800 - 3) / 4, (960 - 3) / 4, (1280 - 3) / 4)),
    ('#key-highlights .col', 3, 'x', by_width(0, 800 - 800 / 4, 70 + 960 - 960 / 4, 80 + 1280 - 1280 / 4)),
    # Half of the column for the picture, 12 px of it for the gap; text left first, then right.
    ('.infopic-row img', 0, 'x', by_width(24, 24 + 376 + 12, 70 + 480 + 12, 80 + 640 + 12)),
    ('.infopic-row img', 0, 'w', each(lambda w: MIDDLE[w] / 2 - 12 if w > 768 else MIDDLE[w])),
    ('.infopic-row img', 1, 'x', each(LEFT.get)),
    ('.infopic-words', 'count', '', each(lambda w: 2)),
    ('.infopic-row img', 1, 'w', each(lambda w: MIDDLE[w] / 2 - 12 if w > 768 else MIDDLE[w])),
    # The bands' headings; 100 px above an infobar's first line.
    ('.subtitle-2', 0, 'size', each(lambda w: 16)),
    ('.h1', 0, 'size', by_width(44, 44, 48, 48)),
    # An infobar's text has half of the page less 32 px at each side on desktops, 24 px less and 12 px more for the gap.
    (INFOBAR, 0, 'w', by_width(375 - 2 * 24, 364, 482, 652)),
    (INFOBAR, 0, 'x', by_width(24, (800 - 364) / 2, (1100 - 482) / 2, (1440 - 652) / 2)),
    # Three boxes in one row on wide screens, 16 px between.
    ('.infocols-infobox-body', 'count', '', each(lambda w: 3)),
    ('.infocols-infobox-body', 0, 'w', {1440: (CARDS[1440] - 2 * 16) / 3}),
    ('.infocols-infobox-body', 2, 'x', {1440: 96 + 2 * ((CARDS[1440] - 2 * 16) / 3 + 16)}),
    # Three cards in one row on wide screens, else two and one, 32 px between; on phones one below the other.
    ('.textcards-card-body', 0, 'w', by_width(CARDS[375], CARDS[800] / 2 - 24, CARDS[1100] / 2 - 24, (CARDS[1440] - 2 * 32) / 3)),
    ('.textcards-card-body', 0, 'x', by_width(32, 96 + 24 - 16, 96 + 24 - 16, 96)),
    # A third for an announcement's title on desktops, within 24 px.
    ('.announcements-section > .row', 0, 'w', by_width(375 - 2 * 56, 800 - 192, 1100 - 192, 1440 - 192)),
    ('.announcements-section .is-4-desktop', 0, 'w', by_width(375 - 2 * 56, 800 - 192, (1100 - 192) / 3, (1440 - 192) / 3)),
    # On larger phones 32 px more on each side than on small ones; on the largest screens no wider than 1280 px.
    ('.infocols-section', 0, 'w', {600: 600 - 2 * 64, 1900: 1280}),
    ('.textcards-card-body', 0, 'w', {600: 600 - 2 * 64}),
    ('.textcards-card-section', 0, 'w', {1900: 1900 - 2 * 96}),
    ('.announcements-section > .row', 0, 'w', {600: 600 - 2 * 56, 1900: 1280}),
    ('.announcements-section > .row', 0, 'x', {1900: (1900 - 1280) / 2}),
    # The three newest posts, 24 px between, at least 336 px high.
    ('.is-media-card', 'count', '', each(lambda w: 3)),
    ('.is-media-card', 0, 'w', {600: 600 - 48, 1300: (1216 - 48) / 3, 1900: (1280 - 48) / 3}),
    ('.is-media-card', 0, 'w', each(lambda w: (MIDDLE[w] - 2 * 24) / 3 if w > 768 else MIDDLE[w])),
    ('.is-media-card', 2, 'x', each(lambda w: LEFT[w] + 2 * ((MIDDLE[w] - 48) / 3 + 24) if w > 768 else LEFT[w])),
    # Bands alternate, from white on.
    *((f'main > .block:nth-of-type({2 + number + 1}) > section', 0, 'color', each(lambda w, c=color: c))
      for number, color in enumerate((WHITE, GREY, WHITE, GREY, WHITE, GREY, WHITE))),
    # Without its script a carousel is 12 px of grey on desktops and nothing below, and what comes next is white or grey as before it.
    ('.programme-container', 0, 'h', {1100: 12, 1440: 12}),
    ('.programme-container', 'count', '', by_width(0, 0, 1, 1)),
    # The footer follows the page; from 1024 px on its columns take a fifth each.
    ('footer', 0, 'w', each(lambda w: w)),
    ('footer .bp-container', 0, 'w', {1300: 1216}),
    ('.footer-page-links.is-one-fifth', 0, 'w', {1100: 960 / 5, 1440: 1280 / 5}),
    ('.footer-page-links.is-one-fifth', 2, 'x', {1100: 70 + 2 * 192, 1440: 80 + 2 * 256}),
    ('.footer-page-links.is-one-fifth', 'count', '', by_width(0, 0, None, None)),
]


def measure(page, width, folder):
    selectors = sorted({selector for selector, *_ in RULES})
    script, out = os.path.join(folder, 'script.js'), os.path.join(folder, 'out.json')
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sample.js'), encoding='utf-8') as source:
        text = source.read().replace('SELECTORS', json.dumps(selectors))
    with open(script, 'w', encoding='utf-8') as file:
        file.write(text)
    subprocess.run([PICTURE, page, str(width), out, script], check=True)
    with open(out, encoding='utf-8') as file:
        return json.load(file)


def is_near(found, wanted):
    return found == wanted if isinstance(wanted, str) or isinstance(found, str) else abs(found - wanted) <= NEAR


def problems(found, width):
    for selector, which, what, values in RULES:
        wanted, seen = values.get(width), found[selector]
        if wanted is None:
            continue
        value = len(seen) if which == 'count' else seen[which][what] if which < len(seen) else 'not there'
        if not is_near(value, wanted):
            yield f'{width} px: {selector} [{which}] {what}: {value}, must be {wanted}'
    for text, picture in zip(found['.infopic-words'], found['.infopic-row img']):
        if (picture['y'] >= text['y'] + text['h']) != (width < 769):
            yield f'{width} px: a picture must stand below its text on phones, beside it elsewhere'


def main():
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, 'page.html')
        subprocess.run([CLI, 'render', os.path.join(SITE, 'index.md'), '-o', page], check=True)
        for width in WIDTHS + BETWEEN:
            bad += problems(measure(page, width, folder), width)
    print('\n'.join(bad) or f'{sum(len(values) for *_, values in RULES)} measures are as they must be.')
    return 1 if bad else 0


sys.exit(main())
