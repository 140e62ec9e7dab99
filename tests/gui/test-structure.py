# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections and items of lists come, go and move. After that, undo gives the file byte for byte, and redo the result."""

import sys
import unittest

from gui import EditingCase, is_shown, wait


class StructureTest(EditingCase):
    def test_sections(self):
        program = self.program
        self.start()
        program.open_section('Infopic: Learn to sail')
        program.go_back()
        program.call(self.row('Infopic: Learn to sail'), 'entry.duplicate')
        self.wait_rows('Infopic', 'Infopic: Learn to sail', 'Infopic: Learn to sail')
        program.call(self.row('Infopic: Learn to sail'), 'entry.remove')
        program.find('Infopic: Learn to sail removed')
        self.wait_rows('Infopic', 'Infopic: Learn to sail')
        self.assertEqual(program.button('Undo').get_description(), 'Undo removal of Infopic')
        program.call(self.row('Text cards: For skippers'), 'entry.move-up')
        self.assert_undone_and_redone(self.assert_in_order('- hero:', '- textcards:', '- infopic:', '- tidewheel:'))

    def is_shown(self, text):
        return any(map(is_shown, self.program.all(text, 'label')))

    def test_removal_that_is_not_the_last_edit_is_told_without_undo(self):
        program = self.program
        self.start()
        program.call(self.row('Text cards: For skippers'), 'entry.remove')
        wait('the offer', lambda: self.is_shown('Text cards: For skippers removed') and self.is_shown('Undo'))
        program.call(self.row('tidewheel'), 'entry.duplicate')
        self.wait_rows('tidewheel', 'tidewheel', 'tidewheel')
        # Long before the toast goes by itself.
        wait('no offer', lambda: self.is_shown('Text cards: For skippers removed') and not self.is_shown('Undo'), deadline=5)

    def test_dragged_section(self):
        program = self.program
        self.start()
        program.go_back()
        wait('the list', lambda: is_shown(self.row('tidewheel')))
        program.drag(self.row('tidewheel'), self.row('Infopic: Learn to sail'), below=False)
        wait('the name of the step', lambda: program.button('Undo').get_description() == 'Undo move of section “tidewheel”')
        self.assert_undone_and_redone(self.assert_in_order('- hero:', '- tidewheel:', '- infopic:', '- textcards:'))

    def test_dragged_item(self):
        program = self.program
        self.start()
        # Its first field is brought into view, and the others with it.
        program.press('Add highlight')
        tides, berths = (program.find(f'Highlight: {name}', 'list item') for name in ('Tide tables', 'Berths'))
        wait('all to be in view', lambda: self.focused() and all(map(self.is_in_view, [tides, berths, *self.focused()])))
        program.drag(tides, berths, below=True)
        wait('the name of the step', lambda: program.button('Undo').get_description() == 'Undo move of Highlight 2')
        self.assert_undone_and_redone(self.assert_in_order('title: Berths', 'title: Tide tables'))

    def add_section(self, kind):
        """From the list, whose button it is."""
        self.program.press('Add section')
        self.program.press(kind)
        self.wait_rows(kind, kind)

    def test_what_the_page_takes_once_is_offered_once(self):
        program = self.program
        self.start()
        program.go_back()
        self.add_section('Carousel')
        program.go_back()
        program.press('Add section')
        for kind in ('Hero', 'Carousel'):
            self.assertFalse(program.is_sensitive(program.button(kind)), kind)
            self.assertIn('only one', program.button(kind).get_description())
        self.assertTrue(program.is_sensitive(program.button('Infopic')))

    def test_new_section(self):
        program = self.program
        self.start()
        program.go_back()
        self.add_section('Infobar')
        program.set_text(self.title_field(), 'Fees')
        self.wait_rows('Infobar', 'Infobar: Fees')
        self.assert_undone_and_redone(self.assert_in_order('- hero:', '- infobar:', 'Fees', '- infopic:'))

    def test_sections_by_keyboard_alone(self):
        program = self.program
        self.start()
        program.key('Escape', 'Down', 'ctrl+n')
        wait('what can be added', lambda: self.has_focus(program.button('Infopic')))
        program.key('Return')
        wait('the first field to have the focus', lambda: [node.get_name() for node in self.focused()] == ['Title'])
        program.key('N', 'e', 'w', 'Escape')
        wait('its row to have the focus', lambda: self.has_focus(self.row('Infopic: New')))
        program.key('alt+Up', 'alt+Up', 'Menu')
        self.choose_in_menu('Up', 'Up')
        self.wait_rows('Infopic', 'Infopic: Learn to sail', 'Infopic: New', 'Infopic: New')
        program.key('shift+F10')
        self.choose_in_menu('Up')
        self.wait_rows('Infopic', 'Infopic: Learn to sail', 'Infopic: New')
        wait('the next row to have the focus', lambda: self.has_focus(self.row('Hero: Welcome to the harbour')))
        self.assert_undone_and_redone(self.assert_in_order('New', '- hero:', 'title: Learn to sail'))

    def test_sections_by_pointer(self):
        program = self.program
        self.start()
        self.click(program.button('Back'))
        self.click(self.more(self.row('tidewheel')))
        self.choose_in_menu('Up', 'Up')
        self.wait_rows('tidewheel', 'tidewheel', 'tidewheel')
        self.click(self.row('Text cards: For skippers'))
        wait('its form', lambda: program.text(self.title_field()) == 'For skippers')
        self.click(self.more(program.find('Section')))
        self.choose_in_menu('Up')
        wait('the next row to have the focus', lambda: self.has_focus(self.row('tidewheel')))
        self.assert_undone_and_redone(self.assert_in_order('- infopic:', '- tidewheel:', '- tidewheel:'))

    def test_items(self):
        program = self.program
        self.start()
        program.press('Add highlight')
        self.wait_rows('Highlight', 'Highlight', 'Highlight: Berths', 'Highlight: Tide tables')
        wait('its title to have the focus', lambda: [node.get_name() for node in self.focused()] == ['Title'])
        program.key('N', 'e', 'w')
        self.wait_rows('Highlight', 'Highlight: Berths', 'Highlight: New', 'Highlight: Tide tables')
        program.call(program.find('Highlight: Berths', 'list item'), 'entry.remove')
        program.find('Highlight: Berths removed')
        self.wait_rows('Highlight', 'Highlight: New', 'Highlight: Tide tables')
        program.key('alt+Up')
        program.wait_page("document.body.textContent.indexOf('New') < document.body.textContent.indexOf('Tide tables')")
        self.assert_undone_and_redone(self.assert_in_order('New', 'Tide tables'))


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
