#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installation puts where: each file by name, nothing else, and nothing is left of it when it is taken away."""
import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

BUILD, *APPSTREAM = sys.argv[1:]
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
APP = 'io.github.frontage.Frontage'
FILES = {
    'bin/frontage',
    'bin/frontage-cli',
    'bin/frontage-cli-page',
    'libexec/frontage-picture',
    'libexec/frontage-sass',
    f'share/applications/{APP}.desktop',
    'share/bash-completion/completions/frontage',
    'share/bash-completion/completions/frontage-cli',
    f'share/dbus-1/services/{APP}.service',
    f'share/glib-2.0/schemas/{APP}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
    'share/man/man1/frontage-cli.1',
    'share/man/man1/frontage.1',
    f'share/metainfo/{APP}.metainfo.xml',
}
# Made of what all programs have installed: they belong to none.
SHARED = re.compile(r'share/(applications/mimeinfo\.cache|glib-2\.0/schemas/gschemas\.compiled|icons/hicolor/icon-theme\.cache)')


def run(*arguments, **environment):
    done = subprocess.run(arguments, capture_output=True, text=True, env={**os.environ, **environment}, cwd=SOURCE)
    if done.returncode != 0:
        raise AssertionError(f'{arguments}: {done.stdout}{done.stderr}')
    return done.stdout


class InstallTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix='frontage-install-')
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        # The build folder remembers what it has installed; what it did before this test is not to be forgotten.
        cls.log = os.path.join(BUILD, 'meson-logs', 'install-log.txt')
        cls.kept = open(cls.log, 'rb').read() if os.path.exists(cls.log) else None
        cls.addClassCleanup(cls.put_back_log)
        cls.root = os.path.join(cls.folder, 'root')
        run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', DESTDIR=cls.root)
        cls.prefix = cls.find_prefix()

    @classmethod
    def put_back_log(cls):
        if cls.kept is None:
            os.remove(cls.log)
        else:
            with open(cls.log, 'wb') as file:
                file.write(cls.kept)

    @classmethod
    def find_prefix(cls):
        for folder, _, names in os.walk(cls.root):
            if 'frontage' in names and os.path.basename(folder) == 'bin':
                return os.path.dirname(folder)
        raise AssertionError('no program was installed')

    def installed(self, root=None):
        found = {os.path.relpath(os.path.join(folder, name), self.prefix)
                 for folder, _, names in os.walk(root or self.root) for name in names}
        return {name for name in found if not SHARED.fullmatch(name)}

    def read(self, name):
        with open(os.path.join(self.prefix, name), encoding='utf-8') as file:
            return file.read()

    def test_files(self):
        self.assertEqual(self.installed(), FILES)

    def test_programs_run(self):
        page = os.path.join(SOURCE, 'data', 'sample-site', 'index.md')
        for verb in (['get', page, '/layout'], ['check', page]):
            run(os.path.join(self.prefix, 'bin', 'frontage-cli'), *verb)

    def test_activation(self):
        """The bus finds the program by the name that the desktop file has, and where it is."""
        service = configparser.ConfigParser(interpolation=None)
        service.read_string(self.read(f'share/dbus-1/services/{APP}.service'))
        entry = configparser.ConfigParser(interpolation=None)
        entry.read_string(self.read(f'share/applications/{APP}.desktop'))
        self.assertEqual(service['D-BUS Service']['Name'], APP)
        program = service['D-BUS Service']['Exec'].split()[0]
        self.assertEqual(self.root + program, os.path.join(self.prefix, 'bin', 'frontage'))
        self.assertEqual(entry['Desktop Entry']['DBusActivatable'], 'true')
        self.assertEqual(set(entry['Desktop Entry']['MimeType'].strip(';').split(';')), {'text/markdown', 'inode/directory'})

    def test_settings(self):
        """Each says what it is for; each number says what it may be."""
        for key in xml.etree.ElementTree.fromstring(self.read(f'share/glib-2.0/schemas/{APP}.gschema.xml')).iter('key'):
            self.assertTrue(key.findtext('summary'), key.attrib)
            if key.get('type') in ('i', 'd'):
                self.assertIsNotNone(key.find('range'), key.attrib)

    def test_pictures_are_there(self):
        """Each of the size that the metadata has."""
        shots = list(xml.etree.ElementTree.fromstring(self.read(f'share/metainfo/{APP}.metainfo.xml')).iter('screenshot'))
        self.assertTrue(shots)
        for shot in shots:
            image = shot.find('image')
            with open(os.path.join(SOURCE, 'data', 'screenshots', os.path.basename(image.text)), 'rb') as file:
                size = file.read(24)[16:]
            self.assertEqual((int.from_bytes(size[:4], 'big'), int.from_bytes(size[4:], 'big')),
                             (int(image.get('width')), int(image.get('height'))))
            self.assertTrue(shot.findtext('caption'))

    @unittest.skipUnless(APPSTREAM, 'there is no appstreamcli here')
    def test_metadata_and_desktop_file_fit(self):
        tree = os.path.join(self.folder, 'tree')
        os.mkdir(tree)
        os.symlink(self.prefix, os.path.join(tree, 'usr'))
        run(*APPSTREAM, tree)

    def test_uninstall(self):
        """Takes away what the last installation from this build folder put there."""
        root = os.path.join(self.folder, 'again')
        run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', DESTDIR=root)
        run('ninja', '-C', BUILD, 'uninstall')
        self.assertEqual(self.installed(root), set())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
