# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections and items of lists come, go and move. After that, undo gives the file byte for byte, and redo the result."""

import sys
import unittest

from gui import Atspi, WindowCase, is_shown, wait, walk


class StructureTest(WindowCase):
    def rows(self, prefix):
        """An item's row holds another one of its name, which has none of its actions."""
        return sorted(node.get_name() for node in walk(self.program.application())
                      if node.get_role_name() == 'list item' and node.get_name().startswith(prefix) and
                      node.get_action_iface().get_n_actions() > 0)

    def wait_rows(self, prefix, *wanted):
        wait(f'the rows {wanted}', lambda: self.rows(prefix) == sorted(wanted))

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def focused(self):
        return [node for node in walk(self.program.application())
                if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role_name() == 'text']

    def is_in_view(self, node):
        view, box = self.program.extents(self.program.find('Form')), self.program.extents(node)
        return view.y <= box.y and box.y + box.height <= view.y + view.height

    def save(self):
        before = self.program.content()
        self.program.press('Save')
        wait('the file to be saved', lambda: self.program.content() != before)
        return self.program.content()

    def assert_in_order(self, *texts):
        content = self.save().decode()
        places = [content.index(text) for text in texts]
        self.assertEqual(places, sorted(places))
        return content.encode()

    def press_to_the_end(self, name):
        button = self.program.button(name)
        while self.program.is_sensitive(button):
            button.get_action_iface().do_action(0)

    def assert_undone_and_redone(self, made):
        self.press_to_the_end('Undo')
        self.assertEqual(self.save(), self.before)
        self.press_to_the_end('Redo')
        self.assertEqual(self.save(), made)

    def row(self, name):
        return self.program.find(name, 'list item')

    def choose_in_menu(self, *keys):
        """In the menu that is open now, the item that so many keys lead to."""
        wait('the menu', lambda: [node for node in self.program.all('Duplicate', 'menu item') if is_shown(node)])
        # Which is a window of its own, and must not be given the keys, as it would take them with it when it goes.
        self.program.xdotool('key', *keys, 'Return')

    def test_sections(self):
        program = self.program
        self.start()
        program.open_section('Infopic: Learn to sail')
        program.press('Back')
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
        program.press('Back')
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
        program.press('Back')
        self.add_section('Carousel')
        program.press('Back')
        program.press('Add section')
        for kind in ('Hero', 'Carousel'):
            self.assertFalse(program.is_sensitive(program.button(kind)), kind)
            self.assertIn('only one', program.button(kind).get_description())
        self.assertTrue(program.is_sensitive(program.button('Infopic')))

    def test_new_section(self):
        program = self.program
        self.start()
        program.press('Back')
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

    def click(self, node):
        wait('it to be shown', lambda: is_shown(node))
        self.program.point_at(node)
        self.program.xdotool('click', 1)

    def more(self, row):
        return self.program.find('More', below=row)

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
