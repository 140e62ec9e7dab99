#!/usr/bin/env python3
"""frontage-cli as its users meet it: what it prints, how it exits, what it leaves in the file."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest

CLI = sys.argv.pop(1)
PAGE = """---
layout: homepage
title: "A page"
sections:
  - hero:
      title: Welcome  # to all
      key_highlights:
        - title: One
          url: /one/
---
Body
"""


def run(*arguments, stdin=''):
    return subprocess.run([CLI, *arguments], input=stdin, capture_output=True, text=True, timeout=20)


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.page = self.write('index.md', PAGE)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return path

    def read(self, path=None):
        with open(path or self.page, encoding='utf-8', newline='') as file:
            return file.read()

    def assert_refused(self, result, *words):
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, '')
        self.assertEqual(result.stderr.count('\n'), 1, result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def test_get_scalar(self):
        self.assertEqual(run('get', self.page, '/sections/0/hero/title').stdout, 'Welcome\n')

    def test_get_scalar_as_json(self):
        self.assertEqual(run('get', '--json', self.page, '/title').stdout, '"A page"\n')

    def test_get_collection_is_json(self):
        found = json.loads(run('get', self.page, '/sections/0/hero/key_highlights').stdout)
        self.assertEqual(found, [{'title': 'One', 'url': '/one/'}])

    def test_get_everything(self):
        self.assertEqual(list(json.loads(run('get', self.page).stdout)), ['layout', 'title', 'sections'])

    def test_get_nothing(self):
        self.assert_refused(run('get', self.page, '/subtitle'), self.page, '/subtitle')

    def test_set_changes_one_line(self):
        self.assertEqual(run('set', self.page, '/sections/0/hero/title', 'Hello').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('Welcome  #', 'Hello  #'))

    def test_set_value_that_begins_with_a_dash(self):
        self.assertEqual(run('set', self.page, '/title', '--', '-x').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('"A page"', '"-x"'))

    def test_set_json(self):
        self.assertEqual(run('set', '--json', self.page, '/title', '12').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('"A page"', '12'))

    def test_set_new_key(self):
        self.assertEqual(run('set', self.page, '/sections/0/hero/subtitle', 'x').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('/one/\n', '/one/\n      subtitle: x\n'))

    def test_set_below_nothing_is_refused(self):
        self.assert_refused(run('set', self.page, '/sectons/0/hero/title', 'x'), '/sectons/0/hero')
        self.assertEqual(self.read(), PAGE)

    def test_set_keeps_mode_and_link(self):
        os.chmod(self.page, 0o640)
        link = os.path.join(self.folder.name, 'link.md')
        os.symlink('index.md', link)
        self.assertEqual(run('set', link, '/title', 'x').returncode, 0)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(stat.S_IMODE(os.stat(self.page).st_mode), 0o640)
        self.assertIn('"x"', self.read())

    def test_set_same_value_does_not_write(self):
        before = os.stat(self.page)
        self.assertEqual(run('set', self.page, '/title', 'A page').returncode, 0)
        self.assertEqual(os.stat(self.page).st_ino, before.st_ino)

    def test_patch_file_and_stdin(self):
        patch = json.dumps([{'op': 'replace', 'path': '/title', 'value': 'B'},
                            {'op': 'add', 'path': '/sections/-', 'value': {'infopic': {'title': 'T'}}}])
        self.assertEqual(run('patch', self.page, '-', stdin=patch).returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('A page', 'B').replace('/one/\n', '/one/\n  - infopic:\n      title: T\n'))
        other = self.write('other.md', PAGE)
        self.assertEqual(run('patch', other, self.write('patch.json', patch)).returncode, 0)
        self.assertEqual(self.read(other), self.read())

    def test_patch_is_all_or_none(self):
        patch = '[{"op":"replace","path":"/title","value":"B"},{"op":"remove","path":"/nothing"}]'
        self.assert_refused(run('patch', self.page, '-', stdin=patch), self.page, 'Operation 2', '/nothing')
        self.assertEqual(self.read(), PAGE)

    def test_plain_yaml(self):
        plain = self.write('data.yml', 'a:\n- b\n')
        self.assertEqual(run('set', plain, '/a/0', 'c').returncode, 0)
        self.assertEqual(self.read(plain), 'a:\n- c\n')

    def test_broken_file_names_line_and_column(self):
        broken = self.write('broken.md', '---\ntitle: x\nother: a: b\n---\n')
        for verb in (['get'], ['set', '/title', 'y']):
            result = run(verb[0], broken, *verb[1:])
            self.assert_refused(result, f'{broken}:3:9: ')
        self.assertIn('a: b', self.read(broken))

    def test_missing_file(self):
        self.assert_refused(run('get', os.path.join(self.folder.name, 'nothing.md')), 'nothing.md')

    def test_unknown_verb(self):
        self.assert_refused(run('got', self.page), 'got')


if __name__ == '__main__':
    unittest.main(verbosity=1)
