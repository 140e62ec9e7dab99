# SPDX-License-Identifier: GPL-3.0-or-later
"""start FRONTAGE BARE MODULES PAGE HTML: from start to the first page drawn, and the main process's memory then.

FRONTAGE opens PAGE and BARE shows HTML, the same page rendered, in turn; the module in MODULES tells when it is drawn.
"""
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 15
MOST_TIMES = 1.15
MOST_MB = 25


def once(program, argument, modules):
    environment = {**os.environ, 'GIO_EXTRA_MODULES': modules, 'BENCH_PROGRAM': os.path.basename(program)}
    start = time.monotonic()
    done = subprocess.run([program, argument], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout, f'{program} ended with {done.returncode}: {done.stderr}'
    ready, kilobytes = done.stdout.split()
    return int(ready) / 1000 - start * 1000, int(kilobytes) / 1024


def report(what, figure, unit, target):
    print(f'{what:<58} {figure:8.2f} {unit:<6} at most {target:6.2f}  {"reached" if figure <= target else "MISSED"}')
    return figure <= target


def main():
    frontage, bare, modules, page, html = sys.argv[1:]
    once(frontage, page, modules)
    once(bare, html, modules)
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(once(bare, html, modules))
        ours.append(once(frontage, page, modules))
    our_time, our_memory = (statistics.median(values) for values in zip(*ours))
    floor_time, floor_memory = (statistics.median(values) for values in zip(*floor))
    good = report(f'start to first page: {our_time:.0f} ms, the bare program {floor_time:.0f} ms', our_time / floor_time,
                  'times', MOST_TIMES)
    return 0 if report(f'memory of the main process: {our_memory:.0f} MB, the bare one {floor_memory:.0f} MB',
                       our_memory - floor_memory, 'MB', MOST_MB) and good else 1


if __name__ == '__main__':
    sys.exit(main())
