#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does harm to `frontage-cli set`, and looks at what is left: test-harm.py CLI HARM-LIBRARY [KILLS PAIRS].

Each call to the system fails in turn, or is the last one; the program is killed at any moment, KILLS times; two of
it change one file at once, PAIRS times. The file is the old or the new one, whole; nothing else stays behind; no edit is lost.
"""
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

CLI, LIBRARY = sys.argv[1:3]
KILLS, PAIRS = (int(number) for number in sys.argv[3:5]) if len(sys.argv) > 3 else (50, 100)
SEED = 7

# Long enough that it is written in several blocks, and the new one is shorter in one place and longer in another.
BODY = ''.join(f'Line {number} of the body.\n' for number in range(3000))
PAGE = '---\ntitle: {}\nother: {}\nsections: []\n---\n' + BODY
OLD, NEW, LATER = (PAGE.format(title, 'As it was') for title in ('Old', 'A new and longer title', 'Later'))


class HarmCase(unittest.TestCase):
    def setUp(self):
        self.above = tempfile.mkdtemp(prefix='frontage-harm-')
        self.addCleanup(shutil.rmtree, self.above)
        self.folder, self.state, self.done = (os.path.join(self.above, name) for name in ('site', 'state', 'done'))
        self.page = os.path.join(self.folder, 'index.md')
        self.environment = {**os.environ, 'XDG_STATE_HOME': self.state, 'LC_ALL': 'C.UTF-8'}

    def make(self, text=OLD):
        for folder in (self.folder, self.state):
            shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(self.folder)
        with open(self.page, 'w', encoding='utf-8') as file:
            file.write(text)

    def read(self, name='index.md'):
        with open(os.path.join(self.folder, name), encoding='utf-8') as file:
            return file.read()

    def set(self, title, page=None, **environment):
        return subprocess.run([CLI, 'set', page or self.page, '/title', title], env={**self.environment, **environment},
                              capture_output=True, text=True, timeout=60, check=False)

    def left_over(self):
        """What is in the folder of the page and in the state folder besides what belongs there."""
        kept = [os.path.join(folder, name) for folder, _, names in os.walk(self.state) for name in names]
        return sorted(set(os.listdir(self.folder)) - {'index.md', 'other.md'}) + kept


class EachCall(HarmCase):
    """The Nth call of a save, for each N until there is none."""

    def plain(self):
        os.chmod(self.page, 0o640)
        os.setxattr(self.page, 'user.frontage.test', b'kept')
        return {}

    def linked(self):
        os.link(self.page, os.path.join(self.folder, 'other.md'))
        return {}

    def by_symbolic_link(self):
        os.symlink('index.md', os.path.join(self.folder, 'other.md'))
        return {'page': os.path.join(self.folder, 'other.md')}

    def by_name(self):
        return {'HARM_ALWAYS': 'tmpfile'}

    def strike(self, prepare, at, how):
        """The outcome; None: there are not so many calls."""
        self.make()
        more = prepare()
        if os.path.exists(self.done):
            os.remove(self.done)
        outcome = self.set('A new and longer title', LD_PRELOAD=LIBRARY, HARM_AT=str(at), HARM=how, HARM_DONE=self.done, **more)
        return outcome if os.path.exists(self.done) else None

    def assert_whole(self):
        """Who reads it next, by Frontage, finds one of the two texts, and so does everybody then."""
        said = subprocess.run([CLI, 'get', self.page, '/other'], env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(said.stdout, 'As it was\n', said.stderr)
        self.assertIn(self.read(), (OLD, NEW))

    def look_after_failure(self, prepare, outcome):
        self.assertIn(outcome.returncode, (0, 2), outcome.stderr)
        self.assertEqual(self.read(), NEW if outcome.returncode == 0 else OLD, outcome.stderr)
        self.assertEqual(outcome.stderr != '', outcome.returncode == 2)
        # A record that could not be removed is, by the next reader.
        if prepare == self.linked:
            self.assert_whole()

    def look_after_kill(self, prepare):
        if prepare != self.linked:
            self.assertIn(self.read(), (OLD, NEW))
        self.assert_whole()
        # Nobody waits for one that is dead.
        self.assertEqual(self.set('Later').returncode, 0)
        self.assertEqual(self.read(), LATER)

    def strike_each(self, prepare, how, look):
        at = 0
        while (outcome := self.strike(prepare, at + 1, how)) is not None:
            at += 1
            with self.subTest(prepare=prepare.__name__, how=how, at=at):
                look(outcome)
                self.assertEqual(self.left_over(), [])
                if prepare == self.plain:
                    self.assertEqual(os.stat(self.page).st_mode & 0o7777, 0o640)
                    self.assertEqual(os.getxattr(self.page, 'user.frontage.test'), b'kept')
                if prepare == self.linked:
                    self.assertTrue(os.path.samefile(self.page, os.path.join(self.folder, 'other.md')))
                if prepare == self.by_symbolic_link:
                    self.assertTrue(os.path.islink(os.path.join(self.folder, 'other.md')))
        self.assertGreater(at, 12, 'the library has seen no save')

    def each_way(self, prepare):
        for code in (errno.EIO, errno.EACCES):
            self.strike_each(prepare, str(code), lambda outcome: self.look_after_failure(prepare, outcome))
        for how in ('before', 'after'):
            self.strike_each(prepare, how, lambda _: self.look_after_kill(prepare))

    def test_plain(self):
        self.each_way(self.plain)

    def test_linked(self):
        self.each_way(self.linked)

    def test_by_symbolic_link(self):
        self.each_way(self.by_symbolic_link)

    def test_by_name(self):
        self.each_way(self.by_name)


class AnyMoment(HarmCase):
    def start(self, pointer, value):
        return subprocess.Popen([CLI, 'set', self.page, pointer, value], env=self.environment, stderr=subprocess.DEVNULL)

    def measure(self):
        start = time.monotonic()
        self.start('/title', 'Old').wait()
        return time.monotonic() - start

    def test_killed(self):
        """At a moment of the time that it takes. A save that said it was done is done."""
        self.make()
        choose = random.Random(SEED)
        longest = 1.2 * max(self.measure() for _ in range(5))
        text, torn, killed, left = OLD, 0, 0, 0
        for number in range(KILLS):
            program = self.start('/title', f'Number {number}')
            try:
                program.wait(choose.uniform(0, longest))
            except subprocess.TimeoutExpired:
                program.send_signal(signal.SIGKILL)
            killed += program.wait() == -signal.SIGKILL
            now = self.read()
            torn += now not in (text, PAGE.format(f'Number {number}', 'As it was'))
            if program.returncode == 0:
                self.assertIn(f'Number {number}\n', now)
            left += len(self.left_over()) > 0
            text = now
        self.assertEqual(torn, 0)
        self.assertEqual(self.set('Later').returncode, 0)
        self.assertEqual(self.left_over(), [])
        print(f'{KILLS} saves, {killed} of them killed: none torn; {left} left a file for the next save to take', file=sys.stderr)

    def test_pairs(self):
        lost = []
        self.make()
        for number in range(PAIRS):
            pair = [self.start('/title', f'T{number}'), self.start('/other', f'O{number}')]
            statuses = [program.wait() for program in pair]
            if statuses != [0, 0] or self.read() != PAGE.format(f'T{number}', f'O{number}'):
                lost.append(number)
        self.assertEqual(lost, [])
        self.assertEqual(self.left_over(), [])
        print(f'{PAIRS} pairs at once: none lost', file=sys.stderr)


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v'])
