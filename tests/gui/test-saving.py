"""What the window does when saving fails, when a file is opened once more, and when the person logs out."""

import os
import subprocess
import sys
import unittest

from gui import HEADING, WindowCase, is_shown, portals, wait

HERE = os.path.dirname(os.path.abspath(__file__))


class SavingTest(WindowCase):
    def setUp(self):
        super().setUp()
        self.after = self.before.replace(b'title: Welcome to the harbour', b'title: Kept')

    def spoil(self):
        """Puts a folder where the file was, as nobody may write there, not even root."""
        os.remove(self.program.file)
        os.mkdir(self.program.file)

    def mend(self):
        os.rmdir(self.program.file)
        with open(self.program.file, 'wb') as file:
            file.write(self.before)

    def answer(self, heading, name):
        """Presses a button of the dialog: its window may have one of the same name."""
        dialog = self.program.find(heading, 'label')
        while dialog.get_role_name() not in ('dialog', 'alert'):
            dialog = dialog.get_parent()
        button = wait(f'“{name}” in “{heading}”', lambda: [node for node in self.program.all(name, 'push button', dialog)
                                                           if is_shown(node)])[0]
        button.get_action_iface().do_action(0)

    def fail_to_save(self):
        self.program.press('Save')
        self.program.button('Try Again')

    def assert_unsaved(self):
        wait('the explanation to go', lambda: not self.is_explained())
        self.assertEqual(self.program.title(), '• Harbour Board')
        self.assertTrue(self.program.page(f"{HEADING} === 'Kept'"))

    def is_explained(self):
        return [node for node in self.program.all('Try Again', 'push button') if is_shown(node)]

    def start_and_fail(self):
        self.start()
        self.set_title('Kept')
        self.spoil()
        self.fail_to_save()

    def test_failure_is_explained(self):
        program = self.program
        self.start_and_fail()
        program.find('Not Saved', 'label')
        for name in ('Close', 'Copy the Text', 'Save a Copy…', 'Try Again'):
            self.assertTrue(program.is_sensitive(program.button(name)))
        self.answer('Not Saved', 'Close')
        self.assert_unsaved()

    def test_try_again(self):
        program = self.program
        self.start_and_fail()
        program.press('Try Again')
        self.answer('Not Saved', 'Close')
        self.assert_unsaved()
        self.fail_to_save()
        self.mend()
        program.press('Try Again')
        wait('the mark of unsaved changes to go', lambda: program.title() == 'Harbour Board')
        self.assertEqual(program.content(), self.after)

    def test_close_with_a_failure(self):
        program = self.program
        self.start()
        self.set_title('Kept')
        self.spoil()
        self.close()
        self.answer('Save Changes?', 'Save')
        self.answer('Not Saved', 'Close')
        self.assert_unsaved()
        self.mend()
        program.press('Save')
        wait('the mark of unsaved changes to go', lambda: program.title() == 'Harbour Board')
        # The window was to close when that other try was good.
        self.assertFalse(program.ended())

    def test_deleted_file(self):
        program = self.program
        self.start()
        self.set_title('Kept')
        os.remove(program.file)
        program.press('Save')
        self.answer('The File Is Gone', 'Cancel')
        self.assertFalse(os.path.exists(program.file))
        self.assertEqual(program.title(), '• Harbour Board')
        program.press('Save')
        self.answer('The File Is Gone', 'Make It Anew')
        wait('the mark of unsaved changes to go', lambda: program.title() == 'Harbour Board')
        self.assertEqual(program.content(), self.after)

    def clipboard(self):
        return subprocess.run(['/usr/bin/python3', '-W', 'ignore', os.path.join(HERE, 'read-clipboard.py')], check=True,
                              stdout=subprocess.PIPE, timeout=20).stdout

    def test_copy_the_text(self):
        self.start_and_fail()
        self.program.press('Copy the Text')
        wait('the text in the clipboard', lambda: self.clipboard() == self.after)
        self.assert_unsaved()

    def choose(self, path):
        """In GTK's own file chooser, by keys."""
        program = self.program
        program.xdotool('search', '--sync', '--onlyvisible', '--name', '^Save a Copy$', 'windowfocus', '--sync')
        program.xdotool('key', 'ctrl+a')
        program.xdotool('type', '--delay', '20', path)
        program.xdotool('key', 'Return')

    @portals
    def test_save_a_copy(self):
        copy = os.path.join(self.program.folder, 'copy.md')
        self.start_and_fail()
        self.program.press('Save a Copy…')
        self.choose(copy)
        wait('the copy', lambda: os.path.exists(copy))
        with open(copy, 'rb') as file:
            self.assertEqual(file.read(), self.after)
        self.assert_unsaved()

    @portals
    def test_copy_fails(self):
        program = self.program
        self.start_and_fail()
        program.press('Save a Copy…')
        wait('the explanation to go', lambda: not self.is_explained())
        self.choose('/proc/copy.md')  # where nobody can make a file
        program.find('Not Saved', 'label')
        self.assertFalse(self.is_explained())
        self.answer('Not Saved', 'Close')
        self.assert_unsaved()

    def test_one_file_by_two_names(self):
        program = self.program
        other, link = os.path.join(program.site, 'other.md'), os.path.join(program.folder, 'link.md')
        with open(other, 'wb') as file:
            file.write(self.before)
        os.symlink(program.file, link)
        self.start()
        self.set_title('Kept')
        program.start_again(other)
        wait('the other file to have a window', lambda: program.focused_window() == 'Harbour Board')
        program.start_again(link)
        wait('the window that has the file to come forward', lambda: program.focused_window() == '• Harbour Board')
        wait('no window more', lambda: len(program.frames()) == 2)
        self.assertEqual(sorted(frame.get_name() for frame in program.frames()), ['Harbour Board', '• Harbour Board'])

    def start_session_manager(self):
        """The file in which it says what it was told."""
        told = os.path.join(self.program.folder, 'told')
        manager = subprocess.Popen(['/usr/bin/python3', '-W', 'ignore', os.path.join(HERE, 'session-manager.py'), told])
        self.addCleanup(manager.wait)
        self.addCleanup(manager.kill)
        wait('a session manager', lambda: os.path.exists(told) and 'ready' in self.lines(told))
        return told

    def lines(self, path):
        with open(path, encoding='utf-8') as file:
            return file.read().splitlines()

    def held_up(self, told):
        """How often logging out is held up at the moment, by what the session manager was told."""
        calls = [line.split('\t')[0] for line in self.lines(told)]
        return calls.count('Inhibit') - calls.count('Uninhibit')

    @portals
    def test_logging_out_is_held_up(self):
        program = self.program
        told = self.start_session_manager()
        self.start()
        self.assertEqual(self.held_up(told), 0)
        self.set_title('Kept')
        wait('logging out to be held up', lambda: self.held_up(told) == 1)
        call = [line.split('\t') for line in self.lines(told) if line.startswith('Inhibit')][0]
        self.assertIn('There are unsaved changes', call)
        program.press('Save')
        wait('logging out to be free', lambda: self.held_up(told) == 0)
        program.press('Undo')
        wait('logging out to be held up again', lambda: self.held_up(told) == 1)
        program.press('Redo')
        wait('logging out to be free again', lambda: self.held_up(told) == 0)

    @portals
    def test_discarded_changes_hold_nothing_up(self):
        program = self.program
        told = self.start_session_manager()
        other = os.path.join(program.site, 'other.md')
        with open(other, 'wb') as file:
            file.write(self.before)
        self.start()
        self.set_title('Kept')
        wait('logging out to be held up', lambda: self.held_up(told) == 1)
        # Another window, so that the program goes on.
        program.start_again(other)
        wait('the other window', lambda: len(program.frames()) == 2)
        first = [frame for frame in program.frames() if frame.get_name() == '• Harbour Board'][0]
        program.call(first, 'window.close')
        program.press('Discard')
        wait('the window to go', lambda: [frame.get_name() for frame in program.frames()] == ['Harbour Board'])
        wait('logging out to be free', lambda: self.held_up(told) == 0)


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
