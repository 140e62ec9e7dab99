# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does on a system that withholds something."""

import subprocess
import sys
import unittest

from gui import Program, WindowCase, children, command_name, own_sandbox, wait


class Confined(Program):
    """Neither the program nor what it starts can make a namespace."""
    WRAPPER = ['bwrap', '--die-with-parent', '--unshare-user', '--disable-userns', '--cap-drop', 'ALL', '--dev-bind', '/', '/']


@own_sandbox
class SandboxTest(WindowCase):
    def setUp(self):
        super().setUp()
        self.program.stop()
        self.program = Confined()

    def test_no_sandbox_is_explained_and_all_else_goes_on(self):
        program = self.program
        self.assertNotEqual(subprocess.run([*program.WRAPPER, 'bwrap', '--ro-bind', '/', '/', 'true'], stderr=subprocess.DEVNULL,
                                           check=False).returncode, 0)
        program.start()
        program.find('No Preview on This Computer', 'label')
        program.open_section('Hero: Welcome to the harbour')
        program.set_text(self.title_field(), 'Unseen, and saved')
        program.press('Save')
        wait('the file to be saved', lambda: b'title: Unseen, and saved' in program.content())
        self.assertEqual([name for name in map(command_name, children(program.pid())) if name.startswith('WebKitWeb')], [])


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
