# SPDX-License-Identifier: GPL-3.0-or-later
"""test-review.py PROGRAM PROBE: what would be saved is looked at before it is: one of three changes is reverted, the other
two are saved."""

import sys
import unittest

from gui import HEADING, WindowCase, wait


class ReviewTest(WindowCase):
    def setUp(self):
        super().setUp()
        self.start_at_list()

    def names(self):
        """Of the changes that are listed, in their order. Both lists are on the bus, whichever is seen."""
        return [name.removeprefix('Revert ') for name in self.program.names('push button') if name.startswith('Revert ')]

    def values(self):
        return sorted(name for name in self.names() if not name.startswith('line '))

    def choose(self, way):
        self.program.point_at(self.program.find(way, 'page tab'))
        self.program.xdotool('click', 1)

    def test_review(self):
        program = self.program
        self.assertFalse(program.is_sensitive(program.button('Review changes')))
        program.open_first()
        form = program.find('Form')
        program.set_text(program.field('Title', form), 'Welcome to the port')
        program.set_text(program.field('Subtitle', form), 'Boats & tides')
        program.key('Escape')
        program.call(program.find('Text cards: For skippers', 'list item'), 'entry.remove')
        program.find('Text cards: For skippers removed', 'label')

        program.key('ctrl+shift+s')
        program.find('3 changes', 'label')
        title, subtitle, removed = 'Hero title', 'Hero subtitle in “Welcome to the port”', 'Text cards'
        wait('the changes', lambda: self.values() == [subtitle, title, removed])
        program.find('Boats & tides', 'label')

        # As lines, and as two pages, which are made now.
        self.choose('Lines')
        wait('the lines', lambda: len(self.names()) == 5)
        self.choose('Pages')
        program.find('In the file', 'label')
        self.choose('Values')

        program.press(f'Revert {subtitle}')
        wait('two changes', lambda: self.values() == [title, removed])
        # It is an edit like any other.
        program.press('Undo')
        wait('three changes', lambda: len(self.values()) == 3)
        program.press('Redo')
        wait('two changes again', lambda: self.values() == [title, removed])

        program.press('Save')
        start, end = self.before.index(b'  - textcards:'), self.before.index(b'  - tidewheel:')
        after = (self.before[:start] + self.before[end:]).replace(b'title: Welcome to the harbour', b'title: Welcome to the port')
        wait('the file', lambda: program.content() == after)
        program.find('Nothing to be saved', 'label')
        program.key('Escape')
        program.wait_page(f"document.visibilityState === 'visible' && {HEADING} === 'Welcome to the port'")


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
