#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills somebody who types, and looks at what is left: test-killed.py TYPIST [TIMES]. No more than the last two seconds are missing."""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

TYPIST = sys.argv[1]
TIMES = int(sys.argv[2]) if len(sys.argv) > 2 else 10
MOST_LOST = 2000  # ms
PAGE = '---\nsections:\n- hero:\n    title: Old\n- infobar:\n    title: A\n- infopic:\n    title: B\n---\nBody\n'


def kill_one(folder, environment, patience):
    """How old the first edit was that is missing, in ms; 0: none is."""
    page = os.path.join(folder, 'index.md')
    with open(page, 'w', encoding='utf-8') as file:
        file.write(PAGE)
    typist = subprocess.Popen([TYPIST, page], env=environment, stdout=subprocess.PIPE, text=True)
    first = typist.stdout.readline()
    time.sleep(patience)
    typist.kill()
    end = time.time() * 1000
    edits = [line.split() for line in (first + typist.stdout.read()).splitlines() if len(line.split()) == 2]
    typist.wait()
    with open(page, encoding='utf-8') as file:
        assert file.read() == PAGE, 'the file was written'
    shown = subprocess.run([TYPIST, page, 'show'], env=environment, capture_output=True, text=True, check=True).stdout.split()
    kept = int(shown[0])
    # One more may have been made and not told of.
    assert 0 <= kept <= len(edits) + 1, f'{kept} of {len(edits)}'
    assert (kept > 0) == (shown[1] == '1')
    return max(0, end - int(edits[kept][0])) if kept < len(edits) else 0


def main():
    choose = random.Random(3)
    folder = tempfile.mkdtemp(prefix='frontage-killed-')
    environment = {**os.environ, 'XDG_STATE_HOME': os.path.join(folder, 'state')}
    lost = []
    try:
        for _ in range(TIMES):
            shutil.rmtree(os.path.join(folder, 'state'), ignore_errors=True)
            lost.append(kill_one(folder, environment, choose.uniform(0, 1.5)))
    finally:
        shutil.rmtree(folder)
    print(f'{TIMES} times killed while typing: {max(lost):.0f} ms were lost at most', file=sys.stderr)
    assert max(lost) <= MOST_LOST


main()
