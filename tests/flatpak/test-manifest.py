# SPDX-License-Identifier: GPL-3.0-or-later
"""test-manifest.py FRONTAGE-CLI MANIFEST: what ./dev flatpak builds from, without building: the modules and
that their sources are pinned, and the permissions, which nobody widens by the way."""

import json
import re
import subprocess
import sys
import unittest
from urllib.parse import urlsplit

PROGRAM, MANIFEST = sys.argv[1:]

PERMISSIONS = ['--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland']
MODULES = ['libyaml', 'gumbo-parser', 'template-glib', 'libsass', 'frontage']


class ManifestTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        printed = subprocess.run([PROGRAM, 'get', MANIFEST], check=True, stdout=subprocess.PIPE).stdout
        cls.manifest = json.loads(printed)

    def test_program_and_runtime(self):
        manifest = self.manifest
        self.assertEqual(manifest['id'], 'io.github.frontage.Frontage')
        self.assertEqual(manifest['command'], 'frontage')
        self.assertEqual((manifest['runtime'], manifest['sdk']), ('org.gnome.Platform', 'org.gnome.Sdk'))
        # With the quotes that make a text of it: flatpak-builder takes no number.
        self.assertRegex(manifest['runtime-version'], r'\A\d+\Z')

    def test_permissions(self):
        self.assertEqual(sorted(self.manifest['finish-args']), PERMISSIONS)

    def test_modules_are_named(self):
        self.assertEqual([module['name'] for module in self.manifest['modules']], MODULES)

    def test_sources_are_pinned(self):
        for module in self.manifest['modules'][:-1]:
            with self.subTest(module['name']):
                source, = module['sources']
                self.assertEqual(source['type'], 'archive')
                self.assertEqual(urlsplit(source['url']).scheme, 'https')
                self.assertRegex(source['sha256'], r'\A[0-9a-f]{64}\Z')
                # A branch's archive is another file tomorrow.
                self.assertRegex(source['url'], r'\d+\.\d+\.\d+\.tar\.(gz|xz)\Z')

    def test_the_project_itself(self):
        source, = self.manifest['modules'][-1]['sources']
        self.assertEqual((source['type'], source['path']), ('dir', '..'))

    def test_nothing_reaches_the_network_while_it_is_built(self):
        self.assertIsNone(re.search('share=network', json.dumps(self.manifest)))


unittest.main(argv=sys.argv[:1])
