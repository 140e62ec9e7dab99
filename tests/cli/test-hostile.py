#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile files wherever Frontage reads some: each is read or explained, within limits on time and memory."""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

import hostile

CLI, SANITIZE = sys.argv.pop(1), sys.argv.pop(1)

# Of one run: of the processor's time, of a clock (in which nothing may wait), and of memory. Sanitizers take their own.
SECONDS, PATIENCE, MEGABYTES = (5, 60, 400) if SANITIZE == 'none' else (60, 300, 4000)

PAGE = """---
layout: homepage
title: A page
sections:
  - hero:
      title: Welcome
      background: /images/picture{}
---
"""


class Hostile(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='frontage-hostile-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.page = self.write('index.md', PAGE.format('.png'))
        self.environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'XDG_STATE_HOME': os.path.join(self.folder, '.state')}

    def path(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def write(self, name, content):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(content)
        return self.path(name)

    def remove(self, path):
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif os.path.lexists(path):
            os.remove(path)

    def limit(self):
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def run_cli(self, *arguments):
        """Its status, output and errors, after a look at what it took."""
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            program = subprocess.Popen([CLI, *arguments], stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                                       env=self.environment, preexec_fn=self.limit)
            try:
                program.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                program.kill()
                self.fail('it waits for ever')
            finally:
                program.wait()
            output.seek(0)
            errors.seek(0)
            said = errors.read().decode()
            self.assertGreaterEqual(program.returncode, 0, f'killed by its limits, or a crash {said}')
            return program.returncode, output.read().decode(), said

    def assert_explained(self, outcome, words):
        status, output, said = outcome
        self.assertEqual((status, output), (2, ''))
        self.assertEqual(said.count('\n'), 1, said)
        self.assertLess(len(said), 500)
        self.assertIn(words, said)

    def test_homepage_refused(self):
        for name, (make, words) in hostile.REFUSED.items():
            with self.subTest(name):
                self.remove(self.page)
                make(self.page)
                self.assert_explained(self.run_cli('check', self.page), words)
                self.assert_explained(self.run_cli('set', self.page, '/title', 'x'), words)

    def test_homepage_read(self):
        for name, make in hostile.READ.items():
            with self.subTest(name):
                self.remove(self.page)
                make(self.page)
                for arguments in (('check', self.page), ('render', self.page, '-o', self.path('page.html')),
                                  ('set', self.page, '/title', 'x')):
                    status, _, said = self.run_cli(*arguments)
                    self.assertEqual(status == 2, said != '', said)

    def assert_page_is_known(self):
        status, output, said = self.run_cli('check', self.page)
        self.assertIn(status, (0, 1), said)
        status, output, said = self.run_cli('render', self.page)
        self.assertEqual(status, 0, said)
        self.assertIn('Welcome', output)

    def stands_at(self, name):
        """Each of the files there, beside a good page."""
        path = self.path(name)
        for name, make in [*((name, case[0]) for name, case in hostile.REFUSED.items()), *hostile.READ.items()]:
            with self.subTest(name):
                self.remove(path)
                make(path)
                self.assert_page_is_known()

    def test_config(self):
        self.stands_at('_config.yml')

    def test_navigation(self):
        self.write('_config.yml', 'title: x\n')
        self.stands_at('_data/navigation.yml')

    def test_post(self):
        self.write('_config.yml', 'title: x\n')
        self.stands_at('news/_posts/2026-01-01-x.md')

    def test_pictures(self):
        self.write('_config.yml', 'title: x\n')
        for name, (ending, make) in hostile.PICTURES.items():
            with self.subTest(name):
                shutil.rmtree(os.path.join(self.folder, 'images'), ignore_errors=True)
                make(self.path('images/picture' + ending))
                self.write('index.md', PAGE.format(ending))
                self.assert_page_is_known()

    def test_many_pictures(self):
        self.write('_config.yml', 'title: x\n')
        folder = os.path.dirname(self.path('images/x'))
        for number in range(100000):
            os.mknod(f'{folder}/{number}.png')
        self.assert_page_is_known()

    @classmethod
    def tearDownClass(cls):
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f'most memory that one of them had: {most:.0f} MB', file=sys.stderr)
        assert most < MEGABYTES


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[1:]])
