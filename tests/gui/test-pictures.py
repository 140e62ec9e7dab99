# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures that come into a page: chosen from the site's, from a file of the desktop, dropped on the page."""

import os
import subprocess
import sys
import unittest

from gui import HEADING, PROBE, EditingCase, Program, find_window, is_shown, portals, wait, walk

DRAG = os.path.join(os.path.dirname(PROBE), 'drag')


class PicturesTest(EditingCase):
    def setUp(self):
        super().setUp()
        self.actions = 0
        self.large = self.draw('Desktop', 'Ferry at Night.jpg', '6000x4000', 8 << 20)
        self.small = self.draw('Other', 'Ferry at Night.jpg', '800x600', 0)

    def draw(self, folder, name, size, least):
        """A picture outside of the site, whose file is as large as is wanted."""
        path = os.path.join(self.program.folder, folder, name)
        os.makedirs(os.path.dirname(path))
        subprocess.run(['convert', '-size', size, 'gradient:red-blue', path], check=True)
        if least > 0:
            with open(path, 'ab') as file:
                file.write(bytes(least - os.path.getsize(path)))
        os.utime(path, (1e9, 1e9))
        return path

    def measure(self, path):
        answer = subprocess.run(['identify', '-format', '%w %h', path], check=True, stdout=subprocess.PIPE, text=True)
        return answer.stdout

    def do(self, node):
        self.actions += 1
        self.click(node)

    def click_on_the_dialog(self, name):
        """The newest window of the program is the dialog; its widgets are counted from its own corner."""
        self.actions += 1
        self.program.press(name)

    def images(self):
        return sorted(os.listdir(os.path.join(self.program.site, 'images')))

    def alt_entry(self):
        return wait('the alternative text to be asked for',
                    lambda: [node for node in walk(self.program.application()) if node.get_name() == 'Alternative text' and
                             node.get_role_name() == 'text' and self.has_focus(node)])[0]

    def type_path(self, path):
        """In GTK's own file chooser, by keys."""
        program = self.program
        program.xdotool('search', '--sync', '--onlyvisible', '--name', '^Choose an Image$', 'windowfocus', '--sync')
        program.xdotool('key', 'ctrl+l')
        program.xdotool('key', 'ctrl+a')
        program.xdotool('type', '--delay', '20', path)
        wait('it to be typed', lambda: [node for node in walk(program.application()) if node.get_role_name() == 'text' and
                                        program.text(node) == path])
        program.xdotool('key', 'Return')

    def look(self, name):
        folder = os.environ.get('FRONTAGE_LOOK')
        if folder:
            subprocess.run(['import', '-window', 'root', os.path.join(folder, f'{name}.png')], check=True)

    def take_from_the_desktop(self):
        program = self.program
        self.click_on_the_dialog('Choose image')
        program.find('Search images')
        self.look('grid')
        self.click_on_the_dialog('From a file…')
        self.type_path(self.large)
        self.actions += 1
        self.alt_entry()
        self.look('details')
        self.assertTrue(program.all('Make it smaller for the page: 1440 × 960 pixels'))
        program.xdotool('search', '--sync', '--onlyvisible', '--name', '^Use This Image$', 'windowfocus', '--sync')
        program.xdotool('key', 'ctrl+a')
        program.xdotool('type', '--delay', '1', 'The ferry at night')
        program.xdotool('key', 'Return')
        self.actions += 1
        program.wait_page("[...document.images].some((i) => i.src.includes('/images/ferry-at-night.jpg') && i.naturalWidth === 1440)")

    def drop_on(self, selector, path):
        """From a window that lies in the corner, onto the middle of what the page shows there."""
        program = self.program
        box = program.page(f'''(() => {{ const e = [...document.querySelectorAll({selector!r})].find((one) => one.getClientRects().length > 0);
                                e.scrollIntoView({{ block: 'center' }});
                                const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }})()''')
        (x, y), frame = program.probe('GetPlace'), program.extents(program.find_frame())
        end = (round(frame.x + x + box[0]), round(frame.y + y + box[1]))
        source = subprocess.Popen([DRAG, path])
        try:
            window = wait('the window to drag from', lambda: find_window('Drag from here'))
            program.xdotool('mousemove', '--window', window, 30, 30, 'mousedown', 1)
            for step in range(1, 9):
                program.xdotool('mousemove', '--sync', 30 + (end[0] - 30) * step // 8, 30 + (end[1] - 30) * step // 8)
                program.title()
            self.look('drop')
            program.xdotool('mouseup', 1)
            wait('the drag to end', lambda: source.poll() is not None, 5)
        finally:
            source.kill()
            source.wait()

    def drop_until(self, selector, path, done):
        """As a person whose machine is busy: a drop before both programs have agreed on it is none."""
        for _ in range(4):
            try:
                self.drop_on(selector, path)
                return wait('the drop to be taken', done, 5)
            except AssertionError:
                continue
        return wait('the drop to be taken', done)

    def drop_on_the_page(self):
        """Beside the one of the same name; the text that was given for the one before is offered."""
        program = self.program
        self.drop_until('.infopic-image img', self.small, lambda: program.all('Use image', 'push button'))
        self.assertEqual(program.text(self.alt_entry()), 'The ferry at night')
        program.press('Use image')
        program.wait_page("[...document.images].some((i) => i.src.includes('/images/ferry-at-night-2.jpg') && i.naturalWidth === 800)")
        # On a text of the hero, whose picture lies below: there is nothing to be asked.
        background = "/ferry-at-night-2/.test([...document.querySelectorAll('main style, main [style]')].map((e) => e.outerHTML).join())"
        self.drop_until('main h1', self.small, lambda: program.page(background))

    @portals
    def test_infopic_from_the_desktop(self):
        program = self.program
        program.start()
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        self.actions += 1
        program.open_section('Infopic: Learn to sail')
        self.take_from_the_desktop()
        self.do(wait('the address', lambda: [node for node in program.all('Button address', 'text') if is_shown(node)])[0])
        program.xdotool('key', 'ctrl+a')
        program.xdotool('type', '--delay', '1', '/sailing/')
        wait('the address', lambda: program.text(program.field('Button address')) == '/sailing/')
        self.assertLessEqual(self.actions, 6)
        made = self.save()
        for line in (b'image: /images/ferry-at-night.jpg\n', b'alt: The ferry at night\n', b'url: /sailing/\n'):
            self.assertIn(line, made)
        self.assertEqual(self.measure(os.path.join(program.site, 'images', 'ferry-at-night.jpg')), '1440 960')
        self.assertEqual((os.path.getsize(self.large), os.path.getmtime(self.large)), (8 << 20, 1e9))
        self.assert_undone_and_redone(made)
        self.drop_on_the_page()
        self.assertEqual(self.images(), ['ferry-at-night-2.jpg', 'ferry-at-night.jpg', 'quay.svg'])
        # What is undone leaves nothing behind when the page is closed.
        self.press_to_the_end('Undo')
        self.assertEqual(self.save(), self.before)
        self.close()
        wait('the program to end', program.ended)
        self.assertEqual(self.images(), ['quay.svg'])


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
