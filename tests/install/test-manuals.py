#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Manuals and completions: well written, and of the program as it is."""
import json
import os
import re
import subprocess
import sys
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MANUALS = {name: os.path.join(SOURCE, 'data', 'man', name) for name in ('frontage.1', 'frontage-cli.1')}
PAGE = os.path.join(SOURCE, 'data', 'sample-site', 'index.md')


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def help_of(*verb):
    return subprocess.run([CLI, *verb, '--help'], capture_output=True, text=True, check=True).stdout


def verbs():
    return re.findall(r'^  (\w+) ', help_of(), re.MULTILINE)


def options(verb):
    return set(re.findall(r'--[\w-]+', help_of(verb))) - {'--help'}


def complete(*words):
    """What bash offers for the last word."""
    script = ('source "$1"; shift; frontage-cli() { "$CLI" "$@"; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_frontage_cli; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(['bash', '-c', script, 'bash', os.path.join(SOURCE, 'data', 'completions', 'frontage-cli'),
                           'frontage-cli', *words], capture_output=True, text=True, env={**os.environ, 'CLI': CLI}, cwd=SOURCE)
    assert done.stderr == '', done.stderr
    return set(done.stdout.split())


class ManualsTest(unittest.TestCase):
    def test_manuals_are_well_formed(self):
        for path in MANUALS.values():
            done = subprocess.run(['man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', path], capture_output=True, text=True,
                                  env={**os.environ, 'LC_ALL': 'C.UTF-8', 'MANROFFSEQ': '', 'MANWIDTH': '80'})
            self.assertEqual((done.returncode, done.stderr), (0, ''))

    def test_manual_has_all_verbs_and_options(self):
        manual = read(MANUALS['frontage-cli.1']).replace('\\-', '-')
        described = manual[manual.index('.SH VERBS'):manual.index('.SH RULES')]
        self.assertEqual(set(verbs()), set(re.findall(r'^\.TP\n\.B ([a-z]+)$', described, re.MULTILINE)))
        for verb in verbs():
            for option in options(verb):
                self.assertIn(option, manual)

    def test_manual_has_all_rules(self):
        manual = read(MANUALS['frontage-cli.1']).replace('\\-', '-')
        described = manual[manual.index('.SH RULES'):manual.index('.SH EXIT STATUS')]
        listed = json.loads(subprocess.run([CLI, 'check', '--list-rules', '--format', 'json'], capture_output=True, text=True,
                                           check=True).stdout)
        self.assertEqual(re.findall(r'^\.TP\n\.B (\S+)\n\((\w+)\) (.+)\.$', described, re.MULTILINE),
                         [(rule['name'], rule['severity'], rule['title']) for rule in listed])

    def test_completion_has_all_verbs_and_options(self):
        self.assertEqual(complete(''), {*verbs(), '--help'})
        self.assertEqual(complete('re'), {'render'})
        for verb in verbs():
            self.assertEqual(complete(verb, '--'), {*options(verb), '--help'})

    def test_completion_of_arguments(self):
        self.assertEqual(complete('check', '--format', ''), {'text', 'json', 'sarif', 'github'})
        self.assertEqual(complete('check', '--rule', 'alt-m'), {'alt-missing'})
        self.assertEqual(complete('check', '--min-severity', 'w'), {'warning'})
        self.assertEqual(complete('get', 'data/sample-site/ind'), {'data/sample-site/index.md'})
        self.assertEqual(complete('get', PAGE, '/sections/0/'), {'/sections/0/hero'})
        self.assertEqual(complete('set', '--json', PAGE, '/sections/0/hero/tit'), {'/sections/0/hero/title'})
        self.assertEqual(complete('get', PAGE, '/nowhere/'), set())
        self.assertEqual(complete('set', PAGE, '/title', ''), set())


if __name__ == '__main__':
    unittest.main()
