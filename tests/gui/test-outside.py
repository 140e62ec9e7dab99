"""What comes from outside of the window: what a program that was ended left unsaved, and what others write into the file."""

import os
import signal
import sys
import unittest

from gui import HEADING, WindowCase, wait


class OutsideTest(WindowCase):
    def setUp(self):
        super().setUp()
        self.drafts = os.path.join(self.program.folder, '.local', 'state', 'frontage', 'drafts')

    def count_drafts(self):
        return len(os.listdir(self.drafts)) if os.path.isdir(self.drafts) else 0

    def has_kept(self):
        drafts = [os.path.join(self.drafts, name) for name in os.listdir(self.drafts)] if self.count_drafts() else []
        return any(b'Kept' in open(draft, 'rb').read() for draft in drafts)

    def answer(self, heading, name):
        self.program.find(heading, 'label')
        self.program.press(name)

    def end_and_start(self, how):
        self.program.process.send_signal(how)
        self.assertEqual(self.program.process.wait(30), -how)
        self.assertEqual(self.count_drafts(), 1)
        self.start()

    def assert_restored(self):
        program = self.program
        self.answer('Restore Unsaved Changes?', 'Restore')
        wait('what was unsaved', lambda: program.page(f"{HEADING} === 'Kept'"))
        self.assertEqual(program.title(), '• Harbour Board')
        self.assertEqual(program.content(), self.before)
        program.press('Undo')
        wait('the mark of unsaved changes to go', lambda: program.title() == 'Harbour Board')
        wait('no draft', lambda: self.count_drafts() == 0)

    def test_killed(self):
        self.start()
        self.set_title('Kept')
        wait('a draft of it', self.has_kept)
        self.end_and_start(signal.SIGKILL)
        self.assert_restored()

    def test_told_to_end(self):
        """At once, so that it has to be kept then."""
        self.start()
        self.set_title('Kept')
        self.end_and_start(signal.SIGTERM)
        self.assert_restored()

    def test_not_wanted(self):
        self.start()
        self.set_title('Kept')
        self.end_and_start(signal.SIGTERM)
        self.answer('Restore Unsaved Changes?', 'Discard')
        wait('no draft', lambda: self.count_drafts() == 0)
        self.assertEqual(self.program.title(), 'Harbour Board')

    def test_nothing_to_restore(self):
        program = self.program
        self.start()
        self.set_title('Kept')
        wait('a draft', lambda: self.count_drafts() == 1)
        self.close()
        program.press('Discard')
        wait('the program to end', program.ended)
        self.assertEqual(self.count_drafts(), 0)

    def write(self, *changes):
        text = self.before
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        with open(self.program.file + '.new', 'wb') as file:
            file.write(text)
        os.rename(self.program.file + '.new', self.program.file)

    HERO = b'title: Welcome to the harbour'

    def test_reloaded(self):
        program = self.program
        self.start()
        self.write((self.HERO, b'title: Theirs'))
        wait('their title on the page', lambda: program.page(f"{HEADING} === 'Theirs'"))
        self.assertEqual(program.title(), 'Harbour Board')

    def test_chosen(self):
        program = self.program
        self.start()
        self.set_title('Kept')
        self.write((self.HERO, b'title: Theirs'))
        program.find('Changed Here and in the File', 'label')
        self.assertTrue(program.page(f"{HEADING} === 'Kept'"))
        wait('the dialog to have the keyboard', lambda: program.focused_window() != '• Harbour Board')
        program.xdotool('key', 'Down', 'space')
        program.press('Use Chosen')
        wait('their title on the page', lambda: program.page(f"{HEADING} === 'Theirs'"))
        wait('nothing unsaved', lambda: program.title() == 'Harbour Board')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
