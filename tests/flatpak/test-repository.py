# SPDX-License-Identifier: GPL-3.0-or-later
"""test-repository.py REPO APP-FOLDER: how machines get Frontage from an institution's place and stay up to date, with a copy of
the repository at a web server of this test. Where FLATPAK_USER_DIR is, the runtime is there already."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

REPO, BUILT = sys.argv[1:3]
PUBLISH = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'flatpak', 'publish.sh')
APP = 'io.github.frontage.Frontage'


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def run(*command, check=True):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=check)


def flatpak(verb, *arguments, check=True):
    return run('flatpak', '--user', verb, '-y', '--noninteractive', *arguments, check=check)


def installed_commit():
    return re.search(r'^ *Commit: (\w+)', run('flatpak', 'info', '--user', APP).stdout, re.MULTILINE).group(1)


def new_key(folder):
    os.environ['GNUPGHOME'] = os.path.join(folder, 'gpg')
    os.mkdir(os.environ['GNUPGHOME'], 0o700)
    run('gpg', '--batch', '--passphrase', '', '--quick-gen-key', 'staff@example.org', 'default', 'default', 'never')
    return 'staff@example.org'


class RepositoryTest(unittest.TestCase):
    def setUp(self):
        flatpak('uninstall', APP, check=False)
        self.folder = tempfile.mkdtemp(dir=os.path.dirname(REPO))
        self.addCleanup(shutil.rmtree, self.folder)
        # Files of a repository are never written to, but replaced, so links will do.
        run('cp', '-al', REPO, os.path.join(self.folder, 'repo'))
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=self.folder))
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.address = f'http://127.0.0.1:{server.server_port}/repo/'
        self.addCleanup(flatpak, 'uninstall', APP, check=False)

    def publish(self, *key):
        run(PUBLISH, self.folder, self.address, *key)

    def make_newer(self, *options):
        """As a later build is exported. Returns its commit."""
        repo = os.path.join(self.folder, 'repo')
        run('flatpak', 'build-export', '--subject=A newer one', *options, repo, BUILT)
        return run('ostree', f'--repo={repo}', 'rev-parse', f'app/{APP}/x86_64/master').stdout.strip()

    def install(self, name):
        flatpak('install', os.path.join(self.folder, name))

    def assert_updated(self):
        before, newer = installed_commit(), self.make_newer()
        self.publish()
        flatpak('update', APP)
        self.assertNotEqual(before, newer)
        self.assertEqual(installed_commit(), newer)

    def test_the_reference_installs_and_updates_come(self):
        self.publish()
        self.install('Frontage.flatpakref')
        self.assert_updated()

    def test_the_file_installs_and_updates_come(self):
        self.publish()
        self.install('Frontage.flatpak')
        self.assert_updated()

    def test_what_is_not_signed_is_refused(self):
        """Who has the place, but not the key, brings nobody anything."""
        key = new_key(self.folder)
        self.publish(key)
        self.install('Frontage.flatpakref')
        first = installed_commit()
        self.make_newer()
        run('flatpak', 'build-update-repo', f'--gpg-sign={key}', os.path.join(self.folder, 'repo'))
        refused = flatpak('update', APP, check=False)
        self.assertRegex(refused.stdout, 'GPG|signature')
        self.assertEqual(installed_commit(), first)
        newer = self.make_newer(f'--gpg-sign={key}')
        self.publish(key)
        flatpak('update', APP)
        self.assertEqual(installed_commit(), newer)


unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
