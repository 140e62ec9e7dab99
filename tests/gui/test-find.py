# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are found in all texts, gone to, and replaced."""
import sys
import unittest

from gui import HEADING, WindowCase, wait


class FindTest(WindowCase):

    def setUp(self):
        super().setUp()
        self.program.start()
        self.program.wait_page(f"{HEADING} === 'Welcome to the harbour'")

    def places(self):
        found = self.program.all('Found texts', 'list')
        return [row.get_name() for row in self.rows(found[0])] if found else []

    def rows(self, box):
        return [box.get_child_at_index(index) for index in range(box.get_child_count())]

    def search(self, words):
        self.program.key('ctrl+f')
        field = self.program.find('Find in all texts', 'entry')
        wait('the focus there', lambda: self.program.focused(field))
        self.program.xdotool('type', words)

    def wait_places(self, *places):
        try:
            wait('these places', lambda: self.places() == list(places))
        except AssertionError:
            self.assertEqual(self.places(), list(places))

    def selected(self):
        """The text that is selected in the field that has the focus."""
        for node in self.program.focused():
            text = node.get_text_iface()
            if text is not None and text.get_n_selections() > 0:
                span = text.get_selection(0)
                return text.get_text(span.start_offset, span.end_offset)
        return None

    def test_go_to_what_is_found(self):
        program = self.program
        self.search('harbour')
        self.wait_places('Page title', 'Page description', 'Hero title in “Welcome to the harbour”')
        program.key('Return')
        wait('the first place', lambda: self.selected() == 'Harbour')
        program.key('F3')
        wait('the second place', lambda: self.selected() == 'harbour')
        program.key('F3')
        program.find('Hero: Welcome to the harbour', 'label')
        wait('the third place', lambda: self.selected() == 'harbour')
        program.press('Back')
        wait('the focus to leave the form', lambda: not program.focused(program.find('Form')))
        self.assertEqual(len(self.places()), 3)
        program.call(program.find('Page description', 'list item'), 'found.open')
        wait('the place that was chosen', lambda: self.selected() == 'harbour')
        self.assertEqual(program.content(), self.before)

    def test_nothing_found(self):
        self.search('lighthouse')
        self.program.find('Nothing found. The page’s menu, footer and posts are no part of this file.', 'label')
        self.assertFalse(self.program.is_sensitive(self.program.button('Replace All')))
        self.program.key('Escape')
        self.program.find('Hero: Welcome to the harbour', 'list item')

    def test_replace_all(self):
        program = self.program
        self.search('harbour')
        self.wait_places('Page title', 'Page description', 'Hero title in “Welcome to the harbour”')
        program.set_text(program.field('Replace with'), 'port')
        program.press('Replace All')
        program.wait_page(f"{HEADING} === 'Welcome to the port'")
        program.find('Replaced in 3 places', 'label')
        self.wait_places()
        program.press('Save')
        after = self.before.replace(b'Harbour Board', b'port Board').replace(b'the harbour', b'the port')
        wait('the file', lambda: program.content() == after)
        program.press('Undo')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        self.assertFalse(program.is_sensitive(program.button('Undo')))
        program.press('Save')
        wait('the file as it was', lambda: program.content() == self.before)

    def test_replace_one(self):
        program = self.program
        self.search('/BERTHS/')
        self.wait_places('Highlight 2 link address in “Welcome to the harbour”')
        program.set_text(program.field('Replace with'), '/moorings/')
        program.press('Replace here')
        self.wait_places()
        program.press('Save')
        wait('the file', lambda: program.content() == self.before.replace(b'/berths/', b'/moorings/'))

    def test_match_case(self):
        program = self.program
        self.search('harbour')
        self.wait_places('Page title', 'Page description', 'Hero title in “Welcome to the harbour”')
        program.find('Match capital and small letters').get_action_iface().do_action(0)
        self.wait_places('Page description', 'Hero title in “Welcome to the harbour”')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
