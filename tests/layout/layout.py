# SPDX-License-Identifier: GPL-3.0-or-later
"""layout.py CLI PICTURE SHARED: measures rendered pages against published ones.

SHARED holds reference/ (homepages, their site, and what was measured of them as published) and tools/. Where it
is not there, the test is skipped. Prints a table of every case and width; two homepages must be the same to the
pixel, the others nearly so.
"""

import os
import shutil
import subprocess
import sys
import tempfile

CLI, PICTURE, SHARED = sys.argv[1:4]
REFERENCE = os.path.join(SHARED, 'reference')
WIDTHS = (375, 800, 1100, 1440)
EXACT = ('seed', 'all-kinds')
ENOUGH = 99   # per cent, of every other homepage
SKIPPED = 77


def lay_out(case, folder):
    """The case's homepage in its site; `seed` names a hero image of its own."""
    site = os.path.join(folder, case)
    shutil.copytree(os.path.join(REFERENCE, 'site'), site)
    for path, folders, _ in os.walk(site):
        os.chmod(path, 0o755)
    shutil.copy(os.path.join(REFERENCE, case, 'index.md'), site)
    os.mkdir(os.path.join(site, 'images/Homepage'))
    shutil.copy(os.path.join(site, 'images/hero.jpg'), os.path.join(site, 'images/Homepage/scri-web-banner_1400-468_b.jpg'))
    page = os.path.join(site, 'page.html')
    subprocess.run([CLI, 'render', os.path.join(site, 'index.md'), '-o', page], check=True)
    return page


def fidelity(case, page, width):
    found = f'{page}-{width}.json'
    subprocess.run([PICTURE, page, str(width), found, os.path.join(SHARED, 'tools/layout-dump.js')], check=True)
    compared = subprocess.run([sys.executable, os.path.join(SHARED, 'tools/compare-layout.py'),
                               os.path.join(REFERENCE, case, f'published-{width}.json'), found],
                              stdout=subprocess.PIPE, text=True, check=False).stdout
    return float(compared.splitlines()[-1].split()[1].rstrip('%')), compared


def main():
    if not os.path.isdir(REFERENCE):
        print('No published pages to measure against here.')
        return SKIPPED
    bad = []
    cases = sorted(name for name in os.listdir(REFERENCE) if os.path.exists(os.path.join(REFERENCE, name, 'index.md')))
    print(f"{'fidelity in %':34}" + ''.join(f'{width:>8}' for width in WIDTHS))
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            page = lay_out(case, folder)
            row = [fidelity(case, page, width) for width in WIDTHS]
            print(f'{case:34}' + ''.join(f'{percent:8.1f}' for percent, _ in row), flush=True)
            bad += [text for percent, text in row if percent < (100 if case in EXACT else ENOUGH)]
    print('\n'.join(bad))
    return 1 if bad else 0


sys.exit(main())
