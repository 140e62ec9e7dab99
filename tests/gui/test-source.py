# SPDX-License-Identifier: GPL-3.0-or-later
"""test-source.py PROGRAM PROBE: the file's text beside form and page: one document, in step, and never lost."""

import sys
import unittest

from gui import HEADING, WindowCase, is_shown, wait


class SourceTest(WindowCase):
    def setUp(self):
        super().setUp()
        self.start_at_list()

    def insert(self, new, place):
        """Words in the source before others, by somebody who edits there."""
        text = self.program.text(self.source)
        self.assertIn(place, text)
        self.source.get_editable_text_iface().insert_text(text.index(place), new, len(new))

    def shows(self, text):
        wait(f'the source with {text}', lambda: text in self.program.text(self.source))

    def is_usable(self, node):
        """GTK tells the bus of the one widget that was made insensitive, and not of those in it."""
        while node is not None and node.get_role_name() != 'frame':
            if not self.program.is_sensitive(node):
                return False
            node = node.get_parent()
        return True

    def test_source(self):
        program = self.program
        program.open_first()
        program.key('ctrl+u')
        self.source = program.field('Source')
        self.assertEqual(program.text(self.source).encode(), self.before)

        # The cursor is where the form was, and what is typed is in form and page.
        program.key('Home', 'ctrl+Right', 'ctrl+Right')
        program.xdotool('type', ' all')
        form = program.find('Form')
        wait('the title in the form', lambda: 'all' in program.text(program.field('Title', form)))
        program.wait_page(f"{HEADING}.includes('all')")
        program.key('ctrl+z', 'ctrl+z')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        wait('nothing to undo', lambda: not program.is_sensitive(program.button('Undo')))

        # What is edited in the form is in the source, and the cursor goes to the field.
        program.set_text(program.field('Subtitle', form), 'Boats and people')
        self.shows("subtitle: 'Boats and people'")

        # What cannot be read waits, is explained, and nothing of it is lost.
        self.insert('"', 'Learn to sail')
        program.find('The source cannot be read as it is now. What is here waits until it can.', 'label')
        wait('the form to wait', lambda: not self.is_usable(program.field('Title', program.find('Form'))))
        program.press('Save')
        program.press('Keep Editing')
        self.assertEqual(program.content(), self.before)
        program.press('Take Back')
        self.shows('title: Learn to sail')
        wait('the form to go on', lambda: self.is_usable(program.field('Title', program.find('Form'))))
        program.press('Redo')
        self.shows('title: "Learn to sail\n')
        self.insert(' fast"', '\n      subtitle: Courses')
        program.wait_page("document.querySelector('main').textContent.includes('Learn to sail fast')")
        program.press('Save')
        wait('the file', lambda: program.content() == self.before.replace(b'title: Learn to sail', b'title: "Learn to sail fast"')
             .replace(b"'Boats, tides & people'", b"'Boats and people'"))

        # The cursor chooses the section, here the last one.
        program.key('ctrl+End')
        program.find('Unknown Section “tidewheel”', 'label')
        program.key('ctrl+u')
        wait('no source', lambda: not [node for node in program.all('Source', 'text') if is_shown(node)])


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
