# SPDX-License-Identifier: GPL-3.0-or-later
"""How a site comes into the window: as a folder, as a lone file; what the window is called then."""

import os
import shutil
import subprocess
import sys
import unittest

from gui import GLib, Gio, PROBE, Program, find_window, is_shown, menus, portals, wait

HEADING = "document.querySelector('main h1')?.textContent.trim()"
LONE = 'Open Site…'
DRAG = os.path.join(os.path.dirname(PROBE), 'drag')


class OpeningTest(unittest.TestCase):
    def setUp(self):
        self.program = Program()
        self.config = os.path.join(self.program.site, '_config.yml')

    def tearDown(self):
        complaints = self.program.complaints()
        self.program.stop()
        self.assertEqual(complaints, [])

    def wait_shown(self):
        self.program.wait_page(f"{HEADING} === 'Welcome to the harbour'")

    def is_said_to_be_alone(self):
        return any(is_shown(node) for node in self.program.all(LONE, 'push button'))

    def assert_explained(self, *words):
        page = self.program.find('This Site Cannot Be Shown')
        wait('the explanation to be shown', lambda: is_shown(page))
        text = '\n'.join(self.program.names(below=page))
        for word in words:
            self.assertIn(word, text)

    def test_folder(self):
        self.program.start(self.program.site)
        self.wait_shown()
        self.assertEqual(self.program.title(), 'Harbour Board')
        self.assertTrue(self.program.all('~/site/index.md', 'label'))
        self.assertFalse(self.is_said_to_be_alone())
        self.program.open_section('Hero: Welcome to the harbour')
        self.program.set_text(self.program.field('Title', self.program.find('Form')), 'Changed')
        self.program.press('Save')
        wait('the file in the folder to be saved', lambda: b'title: Changed' in self.program.content())

    def test_folder_without_homepage(self):
        os.remove(self.program.file)
        self.program.start(self.program.site)
        self.assert_explained('~/site', '“index.md”, is missing')

    def test_folder_within_a_site(self):
        self.program.start(os.path.join(self.program.site, 'images'))
        self.assert_explained('~/site/images', 'folder above it, “site”')

    def test_site_without_title_is_called_by_its_folder(self):
        with open(self.config, 'w', encoding='utf-8') as file:
            file.write('colors: {}\n')
        self.program.start(self.program.site)
        self.wait_shown()
        self.assertEqual(self.program.title(), 'site')

    def test_title_follows_the_site(self):
        self.program.start(self.program.site)
        self.wait_shown()
        with open(self.config, 'w', encoding='utf-8') as file:
            file.write('title: Harbour & Port\n')
        wait('the new title', lambda: self.program.title() == 'Harbour & Port')

    def test_lone_file_says_what_is_missing(self):
        config = os.path.join(self.program.folder, 'kept')
        os.rename(self.config, config)
        self.program.start()
        self.wait_shown()
        wait('the site to be missed', self.is_said_to_be_alone)
        self.assertEqual(self.program.title(), 'site')
        os.rename(config, self.config)
        wait('the site to be found', lambda: not self.is_said_to_be_alone())
        self.assertEqual(self.program.title(), 'Harbour Board')

    def test_lone_file_of_a_portal(self):
        """A portal hands over a file in a folder of its own, with a name that says nothing."""
        folder = os.path.join(self.program.folder, 'run', 'doc', '5c1d7a2f')
        os.makedirs(folder)
        self.program.start(shutil.copy(self.program.file, folder), XDG_RUNTIME_DIR=os.path.join(self.program.folder, 'run'))
        self.wait_shown()
        wait('the site to be missed', self.is_said_to_be_alone)
        self.assertEqual(self.program.title(), 'index.md')

    @portals
    def test_lone_file_gives_way_to_its_site(self):
        program = self.program
        program.start(shutil.copy(program.file, os.path.join(program.folder, 'lone.md')))
        self.wait_shown()
        program.press('Open Site…')
        program.choose_place('Open a Site’s Folder', program.site)
        wait('the site', lambda: program.title() == 'Harbour Board')
        self.assertFalse(self.is_said_to_be_alone())
        self.assertEqual(len(program.frames()), 1)

    def test_activation_by_the_bus(self):
        """As a desktop starts it: without a window, and then told what to open."""
        self.program.start_service()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        uri = Gio.File.new_for_path(self.program.site).get_uri()
        wait('the program on the bus', lambda: bus.call_sync(
            'io.github.frontage.Frontage', '/io/github/frontage/Frontage', 'org.freedesktop.Application', 'Open',
            GLib.Variant('(asa{sv})', ([uri], {})), None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None) is not None)
        self.wait_shown()
        self.assertEqual(self.program.title(), 'Harbour Board')

    def drop(self, path, title):
        """Until the window of this title is there: where the button goes down before the window to drag from takes part, or up
        before both programs have agreed that it may be, nothing is dropped, as happens to a person whose machine is busy."""
        for _ in range(4):
            try:
                self.drop_once(path)
                wait(f'a window “{title}”', lambda: self.program.all(title, 'frame'), 5)
                return
            except AssertionError:
                continue
        self.program.find(title, 'frame')

    def drop_once(self, path):
        """On the middle of the window, from a window that lies in its corner."""
        program = self.program
        source = subprocess.Popen([DRAG, path])
        try:
            window = wait('the window to drag from', lambda: find_window('Drag from here'))
            program.xdotool('mousemove', '--window', window, 30, 30, 'mousedown', 1)
            try:
                for x in range(40, 680, 80):
                    program.xdotool('mousemove', '--sync', x, x // 2 + 20)
            finally:
                program.xdotool('mouseup', 1)
            wait('the drag to end', lambda: source.poll() is not None, 5)
        finally:
            source.kill()
            source.wait()

    def test_drop_on_the_welcome_page(self):
        self.program.start_with_nothing()
        self.program.button('Open File…')
        self.drop(self.program.site, 'Harbour Board')
        self.wait_shown()
        self.assertEqual(self.program.title(), 'Harbour Board')

    def test_drop_on_a_page_opens_another_window(self):
        other = os.path.join(self.program.folder, 'other')
        shutil.copytree(self.program.site, other)
        with open(os.path.join(other, '_config.yml'), 'w', encoding='utf-8') as file:
            file.write('title: Another Harbour\n')
        self.program.start(self.program.site)
        self.wait_shown()
        self.drop(os.path.join(other, 'index.md'), 'Another Harbour')
        self.program.find('Another Harbour', 'frame')
        self.program.find('Harbour Board', 'frame')

    def open_two_and_remove_one(self):
        program = self.program
        # In a file, as what is only in memory ends with the program.
        kept = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': os.path.join(program.folder, 'config')}
        other = os.path.join(program.folder, 'other')
        shutil.copytree(program.site, other)
        with open(os.path.join(other, '_config.yml'), 'w', encoding='utf-8') as file:
            file.write('title: Pier & Port\n')
        for place in (program.site, other):
            program.start(place, **kept)
            self.wait_shown()
            program.stop_process()
        shutil.rmtree(other)
        program.start_with_nothing(**kept)

    @menus
    def test_recent_sites_in_the_menu(self):
        program = self.program
        self.open_two_and_remove_one()
        program.xdotool('windowfocus', '--sync', program.window_id())
        split = program.extents(program.button('Open'))
        program.point(split.x + split.width + 12, split.y + split.height / 2)
        program.xdotool('click', 1)
        program.find('Harbour Board', 'menu item')
        self.assertFalse(program.all('Pier & Port', 'menu item'))

    def test_recent_sites(self):
        """Named by their titles, newest first; what is gone says so, and can be forgotten."""
        program = self.program
        self.open_two_and_remove_one()
        program.find('Recent Sites', 'label')
        gone, there = program.find('Pier & Port', 'list item'), program.find('Harbour Board', 'list item')
        self.assertLess(program.extents(gone).y, program.extents(there).y)
        program.find('Not there any more', 'label', gone)
        program.find('~/site', 'label', there)
        program.press('Forget “Pier & Port”')
        wait('it to be forgotten', lambda: not program.all('Pier & Port', 'list item'))
        program.point_at(program.find('~/site', 'label'))
        program.xdotool('click', 1)
        self.wait_shown()
        self.assertEqual(program.title(), 'Harbour Board')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
