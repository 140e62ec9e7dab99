# SPDX-License-Identifier: GPL-3.0-or-later
"""The jobs of those who keep a page, counted in actions beside the typing: a click, the wheel to get there, a key. The page
still has the texts that the web editor begins with."""

import os
import sys
import unittest

from gui import HEADING, EditingCase, Program, is_shown, wait

DEFAULTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'defaults')


class FormsTest(EditingCase):
    def setUp(self):
        self.program = Program(DEFAULTS)
        self.before = self.program.content()
        self.actions = 0

    def open(self, section):
        self.program.start()
        self.program.wait_page(f"{HEADING} === 'Hero title'")
        self.program.open_section(section)
        self.form = self.program.find('Form')
        wait('its form', lambda: is_shown(self.title_field()))

    def do(self, node):
        """A click, where that needs it after the wheel."""
        if not self.is_in_view(node):
            self.actions += 1
            self.scroll_to(node)
        self.actions += 1
        self.click(node)

    def scroll_to(self, node):
        form = self.program.extents(self.program.find('Form'))
        self.program.point(form.x + 4, form.y + form.height / 2)
        while not self.is_in_view(node):
            place = self.program.extents(node).y
            self.program.xdotool('click', 4 if place < form.y else 5)
            wait('the form to move', lambda: self.program.extents(node).y != place)

    def press(self, *keys):
        self.actions += len(keys)
        self.program.key(*keys)

    def type(self, text):
        self.program.xdotool('type', '--delay', 1, text)

    def focused_name(self):
        names = [node.get_name() for node in self.focused()]
        return names[0] if names else ''

    def all_focused(self):
        return self.program.focused(self.form)

    def wait_focus(self, name):
        wait(f'“{name}” to have the focus', lambda: self.focused_name() == name)

    def go_on_from(self, before):
        now = self.all_focused()
        return now if now != before else None

    def tab_to(self, name):
        focused = self.all_focused()
        for _ in range(8):
            self.press('Tab')
            focused = wait('the focus to go on', lambda before=focused: self.go_on_from(before))
            if name in [node.get_name() for node in focused]:
                return
        self.fail(f'Tab does not lead to “{name}”')

    def assert_done(self, most, *lines):
        """With so many actions, and so that these lines are new in the file."""
        made = self.save()
        new = [line.strip() for line in made.decode().split('\n') if line not in self.before.decode().split('\n')]
        self.assertEqual(new, list(lines))
        self.assertLessEqual(self.actions, most)
        self.assert_undone_and_redone(made)

    def test_fifth_highlight_added_and_second_removed(self):
        program = self.program
        self.open('Hero: Hero title')
        self.do(program.button('Add highlight'))
        self.wait_focus('Title')
        self.type('Five')
        self.wait_rows('Highlight', *(f'Highlight: {name}' for name in ('One', 'Two', 'Three', 'Four', 'Five')))
        program.find('The page shows only the first 4, which are above')
        self.do(self.more(self.row('Highlight: Two')))
        self.actions += 1
        self.choose_in_menu('Up')
        self.wait_rows('Highlight', *(f'Highlight: {name}' for name in ('One', 'Three', 'Four', 'Five')))
        self.assert_done(6, '- title: "Five"', 'description: ""')

    def test_second_highlight_removed_by_keys(self):
        self.open('Hero: Hero title')
        row = self.row('Highlight: Two')
        self.scroll_to(row)
        self.click(row)
        self.press('Menu')
        self.choose_in_menu('Up')
        self.wait_rows('Highlight', 'Highlight: One', 'Highlight: Three', 'Highlight: Four')
        # The focus is on the next one, so that the same keys remove that, too.
        self.press('Menu')
        self.choose_in_menu('Up')
        self.wait_rows('Highlight', 'Highlight: One', 'Highlight: Four')
        self.assert_undone_and_redone(self.save())

    def radio(self, name):
        return self.program.find(name, 'radio button')

    def test_button_made_a_dropdown_and_back(self):
        program = self.program
        self.open('Hero: Hero title')
        self.do(self.radio('A dropdown'))
        wait('the dropdown', lambda: program.page("document.querySelector('main').textContent.includes('I want to...')"))
        for option in ('New', 'Old', 'Other'):
            self.do(program.button('Add option'))
            self.wait_focus('Title')
            self.type(option)
            self.press('Tab')
            self.wait_focus('Link address')
            self.type(f'/{option.lower()}/')
        self.wait_rows('Option', 'Option: New', 'Option: Old', 'Option: Other')
        self.assertLessEqual(self.actions, 11)
        made = self.save()
        self.assertIn(b'button: Contact us   # the only one', made)
        self.assertIn(b'title: I want to...', made)
        self.assert_undone_and_redone(made)
        self.do(self.radio('A button'))
        self.wait_rows('Option')
        self.assertEqual(self.save(), self.before)

    def test_announcement_dated_by_calendar(self):
        program = self.program
        self.open('Announcements: News')
        self.do(self.row('Announcement: New Announcement'))
        wait('its fields', lambda: is_shown(program.field('Date')))
        self.do(program.find('Calendar'))
        wait('the calendar to have the focus', lambda: self.has_focus(program.find('Day')))
        self.program.xdotool('key', 'Next', 'Right', 'Right', 'Return')
        self.actions += 4
        wait('the day', lambda: program.text(program.field('Date')) == '04 April 2026')
        self.assert_done(8, 'date: 04 April 2026')

    TEXTS = {'Title': 'Learn to sail', 'Subtitle': 'Courses', 'Description': 'Six evenings.', 'Button text': 'See all',
             'Button address': '/courses/', 'Alternative text': 'A boat'}

    def fill_infopic(self):
        for name, text in self.TEXTS.items():
            if name != 'Title':
                self.tab_to(name)
            self.press('ctrl+a')
            self.type(text)
            wait(f'“{text}”', lambda name=name, text=text: self.program.text(self.program.field(name, self.form)) == text)

    def test_infopics_filled_by_keys(self):
        program = self.program
        self.open('Hero: Hero title')
        for _ in range(4):
            program.go_back()
            program.open_section('Infopic: Infopic Title')
            wait('its form', lambda: program.text(self.title_field()) == 'Infopic Title')
            self.program.point_at(self.title_field())
            self.program.xdotool('click', 1)
            self.wait_focus('Title')
            self.fill_infopic()
        self.wait_rows('Infopic', *['Infopic: Learn to sail'] * 4)
        made = self.save()
        self.assertNotIn(b'Infopic', made)
        # Six times all is selected, and Tab goes on: over what mends a text, and the button that chooses an image.
        self.assertLessEqual(self.actions, 4 * 18)
        self.assert_undone_and_redone(made)


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
