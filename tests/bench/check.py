# SPDX-License-Identifier: GPL-3.0-or-later
"""check: how many homepages frontage-cli checks in a second, many in one call, and how its time grows with the page.

usage: check.py FRONTAGE_CLI BENCH_EVENTS SITE
The processor's time of the whole process counts, start and output included, but what other programs take does not.
libyaml's bare event loop over the same bytes tells a slow machine from slow code.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

FRONTAGE, EVENTS, SITE = sys.argv[1:]
HOMEPAGES, ROUNDS = 5000, 5
PER_SECOND, GROWTH = 3000, 5.0
SECTIONS = 2000


def spent(command):
    """Seconds of the processor, user and system."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), f'{command[0]} ended with {process.returncode}'
    return usage.ru_utime + usage.ru_stime


def median(command):
    return statistics.median(spent(command) for _ in range(ROUNDS))


def report(what, figure, unit, bound, target, reached):
    print(f'{what:<58} {figure:8.2f} {unit:<6} {bound} {target:6.2f}  {"reached" if reached else "MISSED"}')
    return reached


def write_page(path, sections):
    """Something is found in each section."""
    with open(path, 'w', encoding='utf-8') as page:
        page.write('---\nlayout: homepage\nsections:\n  - hero:\n      title: Welcome\n')
        for number in range(sections):
            page.write(f'  - infopic:\n      title: Section number {number}\n      description: A text of some length, to'
                       f' be read before number {number + 1}\n      button: More\n      image: /images/hill.svg\n')
        page.write('---\n')


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = shutil.copytree(SITE, os.path.join(folder, 'site'))
        homepage = os.path.join(site, 'index.md')
        pages = [shutil.copy(homepage, os.path.join(site, f'page-{number}.md')) for number in range(HOMEPAGES)]
        time = median([FRONTAGE, 'check', *pages])
        events = median([EVENTS, homepage, str(HOMEPAGES)])
        good = report(f'check {HOMEPAGES} homepages in one call', HOMEPAGES / time, '1/s', 'at least', PER_SECOND,
                      HOMEPAGES / time >= PER_SECOND)
        print(f'{"  against libyaml" + chr(8217) + "s bare event loop over the same bytes":<58} {time / events:8.2f} times')
        times = []
        for sections in (SECTIONS, 4 * SECTIONS):
            write_page(homepage, sections)
            times.append(median([FRONTAGE, 'check', homepage]))
        growth = times[1] / times[0]
        return report(f'check {4 * SECTIONS} sections, against {SECTIONS}', growth, 'times', 'at most ', GROWTH, growth <= GROWTH) and good


sys.exit(0 if main() else 1)
