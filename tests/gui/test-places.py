# SPDX-License-Identifier: GPL-3.0-or-later
"""Where links lead, chosen and mended by keyboard and pointer; and how somebody begins who has no site yet."""

import os
import re
import subprocess
import sys
import unittest

from gui import EditingCase, Program, is_shown, portals, wait

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'sample-site')
SECTION = 'Infopic: A mirror as wide as a door'


class AddressTest(EditingCase):
    def setUp(self):
        self.program = Program(SAMPLE)
        self.before = self.program.content()
        self.program.start()
        self.program.open_section(SECTION)
        self.field = self.program.field('Button address', self.program.find('Form'))
        self.click(self.field)
        wait('it to have the focus', lambda: self.has_focus(self.field))

    def type(self, text):
        self.program.xdotool('type', '--delay', 1, text)

    def wait_text(self, text):
        wait(f'“{text}”', lambda: self.program.text(self.field) == text)

    def offered(self):
        lists = [node for node in self.program.all('Addresses') if is_shown(node)]
        return self.program.names('list item', lists[0]) if lists else []

    def click_popover(self):
        """In its middle, where its only row is: what is in a popover does not know where on the screen it is."""
        width, window = wait('its window', lambda: self.program.visible_windows()[1:])[-1]
        height = int(re.search('HEIGHT=([0-9]+)', subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True,
                                                                 stdout=subprocess.PIPE, text=True).stdout)[1])
        self.program.xdotool('mousemove', '--window', window, width // 2, height // 2, 'click', 1)

    def focused_row(self):
        return [node.get_name() for node in self.program.focused() if node.get_role_name() == 'list item']

    def test_page_of_the_site_by_keyboard(self):
        program = self.program
        program.xdotool('key', 'ctrl+a')
        self.type('nigh')
        wait('pages', lambda: self.offered()[:1] == ['Opening nights, /visit/nights/'])
        program.xdotool('key', 'Down')
        wait('it to be read', lambda: self.focused_row() == ['Opening nights, /visit/nights/'])
        # Typing goes on, from the list, too.
        self.type('ts')
        self.wait_text('nights')
        wait('the field to have the focus', lambda: self.has_focus(self.field))
        program.xdotool('key', 'Down')
        wait('the first one', lambda: self.focused_row() == ['Opening nights, /visit/nights/'])
        program.xdotool('key', 'Return')
        self.wait_text('/visit/nights/')
        program.find('Opening nights, a page of this site')
        # Escape closes the list alone; the one after it leads back, as ever.
        program.xdotool('key', 'Down')
        wait('all pages', lambda: len(self.offered()) > 5)
        program.xdotool('key', 'Escape')
        wait('the list to go', lambda: not self.offered())
        self.assertTrue(is_shown(program.find('Form')))
        made = self.save()
        self.assertEqual(made, self.before.replace(b'url: /telescopes/', b'url: /visit/nights/', 1))
        self.assert_undone_and_redone(made)
        program.xdotool('key', 'Escape')
        program.find(SECTION, 'list item')

    def test_broken_link_seen_and_mended(self):
        program = self.program
        program.xdotool('key', 'ctrl+a')
        self.type('/visit/#no-such-place')
        program.find('Visit, a page of this site, which has no place #no-such-place')
        self.click(program.button('Change to /visit/'))
        self.wait_text('/visit/')
        program.find('Visit, a page of this site')
        program.xdotool('key', 'ctrl+a')
        self.type('group')
        wait('a page', lambda: self.offered() == ['Groups and schools, /groups/'])
        self.click_popover()
        self.wait_text('/groups/')
        self.assertEqual(self.save(), self.before.replace(b'url: /telescopes/', b'url: /groups/', 1))


class BeginningTest(unittest.TestCase):
    def setUp(self):
        self.program = Program()

    def tearDown(self):
        complaints = self.program.complaints()
        self.program.stop()
        self.assertEqual(complaints, [])

    @portals
    def test_new_homepage(self):
        program = self.program
        folder = os.path.join(program.folder, 'board')
        os.mkdir(folder)
        program.start_with_nothing()
        program.press('New homepage')
        program.set_text(program.field('Title of the site'), 'Board of Tides')
        self.assertFalse(program.is_sensitive(program.button('Make Homepage')))
        program.press('Choose…')
        program.choose_place('Choose a Folder for the Site', folder)
        program.find('~/board')
        program.press('Make Homepage')
        program.wait_page("document.querySelector('main h1')?.textContent.trim() === 'Board of Tides'")
        self.assertEqual(program.title(), 'Board of Tides')
        program.open_section('Hero: Board of Tides')
        program.file = os.path.join(folder, 'index.md')
        program.set_text(program.field('Subtitle', program.find('Form')), 'When it comes, and how high')
        program.press('Save')
        wait('it to be saved', lambda: b'subtitle: When it comes, and how high\n' in program.content())
        checked = subprocess.run([os.path.join(os.path.dirname(sys.argv[1]), '..', 'cli', 'frontage-cli'), 'check', program.file],
                                 stdout=subprocess.PIPE, check=False, text=True)
        self.assertNotIn('Hero: Subtitle', checked.stdout)
        self.assertIn('Infopic', checked.stdout)
        # A window more begins anew, and the sample is a copy.
        program.key('ctrl+shift+n')
        wait('another window', lambda: len(program.frames()) == 2)
        program.press('Try a Sample')
        wait('the sample', lambda: program.all('Merrowdale Public Observatory', 'frame'))
        self.assertTrue(os.path.exists(os.path.join(program.folder, '.local', 'share', 'frontage', 'sample-site', 'index.md')))


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
