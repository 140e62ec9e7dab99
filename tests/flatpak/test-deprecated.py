# SPDX-License-Identifier: GPL-3.0-or-later
"""test-deprecated.py GIR-FOLDER SOURCES HACKING.md: what the sources use of GTK, libadwaita and WebKitGTK that the versions in
that folder call deprecated. Each is in the table of HACKING.md, which says why it stays, and in no other file than that says."""

import fnmatch
import glob
import os
import re
import sys
import unittest
import xml.etree.ElementTree as ET

GIR, SOURCES, HACKING = sys.argv[1:]
C = '{http://www.gtk.org/introspection/c/1.0}'
HEADING = '### What newer versions call deprecated\n'


def deprecated_words():
    """Types and what belongs to them, functions, and values."""
    words = set()
    for name in ('Gtk-4.0', 'Gdk-4.0', 'Adw-1', 'WebKit-6.0'):
        for node in ET.parse(os.path.join(GIR, name + '.gir')).iter():
            if node.get('deprecated') == '1':
                words.add(node.get(C + 'type'))
                words |= {part.get(C + 'identifier') for part in node.iter()}
    return words - {None}


def words_by_file():
    for path in glob.glob(SOURCES + '/**/*', recursive=True):
        if path.endswith(('.c', '.h', '.ui')):
            with open(path, encoding='utf-8') as file:
                yield os.path.basename(path), set(re.findall(r'\w+', file.read()))


def table():
    """The patterns that a file may use."""
    with open(HACKING, encoding='utf-8') as file:
        text = file.read().split(HEADING)[1].split('\n#')[0]
    rows = [line.strip('|').split('|') for line in text.splitlines() if line.startswith('| `')]
    return {file.strip(' `'): re.findall(r'`([\w*]+)`', what) for file, what, _ in rows}


class DeprecatedTest(unittest.TestCase):
    def setUp(self):
        self.table, self.files = table(), dict(words_by_file())

    def test_each_is_listed(self):
        deprecated = deprecated_words()
        for file, words in self.files.items():
            with self.subTest(file):
                self.assertEqual([word for word in sorted(words & deprecated)
                                  if not any(fnmatch.fnmatch(word, pattern) for pattern in self.table.get(file, []))], [])

    def test_what_is_listed_is_used(self):
        for file, patterns in self.table.items():
            for pattern in patterns:
                with self.subTest(file):
                    self.assertTrue(fnmatch.filter(self.files.get(file, []), pattern), pattern)


unittest.main(argv=sys.argv[:1])
