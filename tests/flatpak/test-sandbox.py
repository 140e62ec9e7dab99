# SPDX-License-Identifier: GPL-3.0-or-later
"""test-sandbox.py flatpak PROBE: the app as it is installed, with its own permissions. A site's folder comes through the
document portal, as it does when someone chooses it in a dialog. build.sh calls it apart from
all else, with HOME and FLATPAK_USER_DIR of its own."""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

from gui import HEADING, PROBE, Atspi, Gio, GLib, Program, find_window, is_shown, wait, walk

APP = 'io.github.frontage.Frontage'
PERMISSIONS = """[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;
"""
HOME = os.environ['HOME']
EXPORT_FOLDER = 8
# One pixel.
PICTURE = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')


def run(*command):
    """What a program of the runtime says inside of the app's sandbox."""
    return subprocess.run(['flatpak', 'run', '--user', f'--command={command[0]}', APP, *command[1:]],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)


def call(name, path, interface, method, parameters, answer=None):
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        name, path, interface, method, parameters, answer, Gio.DBusCallFlags.NONE, 20000, None)


def hand_over(folder, app=APP):
    """What the portal does with a folder that was chosen in that app. Returns its path inside of the sandbox."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    answer, _ = bus.call_with_unix_fd_list_sync(
        'org.freedesktop.portal.Documents', '/org/freedesktop/portal/documents', 'org.freedesktop.portal.Documents',
        'AddFull', GLib.Variant('(ahusas)', ([0], EXPORT_FOLDER, app, ['read', 'write'])), None,
        Gio.DBusCallFlags.NONE, 20000, Gio.UnixFDList.new_from_array([descriptor]), None)
    return f'/run/user/{os.getuid()}/doc/{answer.unpack()[0][0]}/{os.path.basename(folder)}'


def walk_applications():
    desktop = Atspi.get_desktop(0)
    nodes = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return [node for node in nodes if node is not None]


def path_line():
    """Of the portal's dialog, which is another program's."""
    return next((node for application in walk_applications() if application.get_name() == 'xdg-desktop-portal-gtk'
                 for node in walk(application) if node.get_editable_text_iface() is not None and is_shown(node)), None)


class Sandboxed(Program):
    """In a folder of the home. The probe, which no user has, gets the one folder it is in, and its name on the bus."""

    def __init__(self):
        super().__init__()
        moved = os.path.join(HOME, 'Documents', 'harbour')
        shutil.rmtree(moved, ignore_errors=True)
        shutil.move(self.site, moved)
        self.site, self.file = moved, os.path.join(moved, 'index.md')

    def start(self, file=None, **environment):
        return self.start_with(os.path.join(hand_over(self.site), 'index.md'))

    def start_with(self, *files):
        command = ['flatpak', 'run', '--user', f'--filesystem={os.path.dirname(PROBE)}:ro',
                   f'--env=GIO_EXTRA_MODULES={os.path.dirname(PROBE)}', '--own-name=io.github.frontage.Probe', APP, *files]
        self.process = subprocess.Popen(command, stderr=self.log)
        wait('the program on the accessibility bus', self.application)
        return self

    def activate(self, action):
        call(APP, '/' + APP.replace('.', '/'), 'org.gtk.Actions', 'Activate', GLib.Variant('(sava{sv})', (action, [], {})))

    def choose(self, title, path):
        """In the portal's dialog of this title, as people do who know where it is."""
        dialog = wait('the dialog', lambda: find_window(title))
        self.xdotool('windowfocus', '--sync', dialog)
        self.xdotool('key', '--window', dialog, 'slash')
        line = wait('the line for a path', path_line)
        wait('it to be begun', lambda: self.text(line) == '/')
        self.set_text(line, path)
        wait('the path to be there', lambda: self.text(line) == path)
        self.xdotool('key', 'Return')

    def application(self):
        """The sandbox's proxy stands for it on the bus, so it is known by its name."""
        assert self.process.poll() is None, f'the program ended: {self.stderr()}'
        return next((node for node in walk_applications() if node.get_name() in (APP, 'frontage')
                     and node.get_child_count() > 0), None)

    def stop_process(self):
        subprocess.run(['flatpak', 'kill', APP], stderr=subprocess.DEVNULL, check=False)
        if self.process is not None:
            self.process.wait()


def digests(folder):
    return {os.path.relpath(os.path.join(where, name), folder):
            hashlib.sha256(open(os.path.join(where, name), 'rb').read()).hexdigest()
            for where, _, names in os.walk(folder) for name in names}


class SandboxTest(unittest.TestCase):
    def test_permissions(self):
        shown = subprocess.run(['flatpak', 'info', '--user', '--show-permissions', APP], stdout=subprocess.PIPE, text=True,
                               check=True).stdout
        self.assertEqual(shown.strip(), PERMISSIONS.strip())

    def test_open_change_and_save(self):
        program = Sandboxed()
        self.addCleanup(program.stop)
        before, lines = digests(program.site), program.content().split(b'\n')
        program.start()
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        program.wait_page("[...document.images].some(i => i.src.endsWith('.svg') && i.naturalWidth > 0)"
                          " || getComputedStyle(document.querySelector('main section')).backgroundImage !== 'none'")
        program.set_text(program.field('Title', program.find('Hero', 'list')), 'Welcome aboard')
        program.wait_page(f"{HEADING} === 'Welcome aboard'")
        program.press('Save')
        wait('the file outside to be saved', lambda: b'Welcome aboard' in program.content())
        changed = [(a, b) for a, b in zip(lines, program.content().split(b'\n'), strict=True) if a != b]
        self.assertEqual(changed, [(b'      title: Welcome to the harbour', b'      title: Welcome aboard')])
        after = digests(program.site)
        self.assertEqual({name for name in after if after[name] != before.get(name)}, {'index.md'})
        self.assertEqual(after.keys(), before.keys())
        self.assertEqual(program.complaints(), [])

    def test_a_folder_of_the_dialog(self):
        """The dialog is the portal's, outside of the sandbox: what is chosen there is handed over, changed and saved there. A
        picture from elsewhere is handed over by itself, and ends in the site."""
        program = Sandboxed()
        self.addCleanup(program.stop)
        picture = os.path.join(HOME, 'Pictures', 'Ferry.png')
        os.makedirs(os.path.dirname(picture), exist_ok=True)
        with open(picture, 'wb') as file:
            file.write(PICTURE)
        program.start_with()
        program.activate('open')
        program.choose('Open a Site’s Folder', program.site)
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        program.open_section('Infopic: Learn to sail')
        program.press('Choose image')
        program.press('From a file…')
        program.choose('Choose an Image', picture)
        program.press('Use image')
        program.wait_page("[...document.images].some(i => i.src.includes('/images/ferry.png') && i.naturalWidth === 1)")
        program.press('Save')
        wait('the file outside to be saved', lambda: b'image: /images/ferry.png' in program.content())
        with open(os.path.join(program.site, 'images', 'ferry.png'), 'rb') as file:
            self.assertEqual(file.read(), PICTURE)
        self.assertEqual(program.complaints(), [])

    def test_a_file_of_the_dialog(self):
        """A file is handed over alone, so its site is missed, and asked for."""
        program = Sandboxed()
        self.addCleanup(program.stop)
        program.start_with()
        program.activate('open-file')
        program.choose('Open a Homepage’s File', program.file)
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        program.find('Open Site…', 'push button')
        program.set_text(program.field('Title', program.find('Hero', 'list')), 'By the dialog')
        program.press('Save')
        wait('the file outside to be saved', lambda: b'title: By the dialog' in program.content())
        self.assertEqual(program.complaints(), [])

    def test_nothing_else_of_the_home_is_there(self):
        os.makedirs(os.path.join(HOME, '.ssh'), exist_ok=True)
        secrets = [os.path.join(HOME, name) for name in ('secret.txt', '.ssh/id', '.bashrc')]
        for path in secrets:
            with open(path, 'w', encoding='utf-8') as file:
                file.write('a secret')
        for path in secrets + ['/var/lib/dpkg/status']:
            with self.subTest(path):
                self.assertTrue(os.path.exists(path))
                self.assertNotEqual(run('cat', path).returncode, 0)
        listed = run('find', HOME, '-type', 'f', '-not', '-path', f'{HOME}/.var/app/{APP}/*')
        self.assertEqual((listed.returncode, listed.stdout), (0, ''))

    def test_nothing_is_handed_over_by_itself(self):
        own, others = hand_over(tempfile.mkdtemp(dir=HOME)), hand_over(tempfile.mkdtemp(dir=HOME), 'org.example.Other')
        self.assertEqual(run('test', '-d', own).returncode, 0)
        self.assertNotEqual(run('test', '-e', others).returncode, 0)

    def test_nothing_is_sent(self):
        with socket.create_server(('127.0.0.1', 0)) as server:
            port = server.getsockname()[1]
            connect = f"import socket; socket.create_connection(('127.0.0.1', {port}), 5)"
            subprocess.run([sys.executable, '-c', connect], check=True)
            server.accept()[0].close()
            self.assertIn('refused', run('python3', '-c', connect).stderr)
            server.setblocking(False)
            with self.assertRaises(BlockingIOError):
                server.accept()
        interfaces = run('python3', '-c', 'import socket; print([name for _, name in socket.if_nameindex()])').stdout
        self.assertEqual(interfaces.strip(), "['lo']")

    def test_the_page_sends_nothing(self):
        program = Sandboxed()
        self.addCleanup(program.stop)
        with socket.create_server(('127.0.0.1', 0)) as server:
            address = f'http://127.0.0.1:{server.getsockname()[1]}/'
            text = program.content().replace(b'Welcome to the harbour',
                                             f"'Out <img src={address}a.png> <b style=background:url({address}b)>b</b>'".encode())
            with open(program.file, 'wb') as file:
                file.write(text)
            program.start()
            program.wait_page(f"{HEADING}?.startsWith('Out')")
            program.wait_page('document.images.length > 0 && [...document.images].every(i => i.complete)')
            server.setblocking(False)
            with self.assertRaises(BlockingIOError):
                server.accept()

    def test_command_line(self):
        program = Sandboxed()
        self.addCleanup(program.stop)
        file = os.path.join(hand_over(program.site), 'index.md')
        self.assertEqual(run('frontage-cli', 'get', file, '/sections/0/hero/title').stdout, 'Welcome to the harbour\n')
        self.assertEqual(run('frontage-cli', 'set', file, '/sections/0/hero/title', 'Ahoy').returncode, 0)
        self.assertIn(b'      title: Ahoy\n', program.content())


unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
