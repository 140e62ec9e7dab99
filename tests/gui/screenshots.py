# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM PROBE SITE FOLDER: pictures of the window alone, 1280 x 800, showing the site, for README and metadata."""

import os
import subprocess
import sys

from gui import Program, wait

SIZE = (1280, 800)
BORDER = 5  # which GTK draws itself where no window manager does; looked for again below


def take(program, path):
    window = wait('the window on the screen', program.window_id)
    border = (int(subprocess.run(['identify', '-format', '%w', 'x:' + window], capture_output=True, text=True,
                                 check=True).stdout) - program.extents(program.find_frame()).width) // 2
    assert border == BORDER, border
    # Until two in a row are the same: nothing moves any more.
    shots = [b'']

    def is_still():
        shots.append(subprocess.run(['import', '-window', window, '-crop', '%dx%d+%d+%d' % (*SIZE, border, border), '+repage',
                                     '-strip', 'png:-'], stdout=subprocess.PIPE, check=True).stdout)
        return shots[-1] == shots[-2]
    wait('the window to be still', is_still)
    with open(path, 'wb') as file:
        file.write(shots[-1])
    print(path)


def main(site, folder):
    program = Program(site)
    config = os.path.join(program.folder, 'config')
    os.makedirs(os.path.join(config, 'glib-2.0', 'settings'))
    with open(os.path.join(config, 'glib-2.0', 'settings', 'keyfile'), 'w', encoding='utf-8') as file:
        file.write('[io/github/frontage/Frontage]\nwindow-width=%d\nwindow-height=%d\n' % tuple(x + 2 * BORDER for x in SIZE))
    try:
        program.start(program.site, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=config)
        program.wait_page("document.querySelector('main h1') !== null && [...document.images].every((i) => i.complete)")
        take(program, os.path.join(folder, 'window.png'))
        program.open_section('Hero: The sky is open tonight')
        program.press('Phone')
        program.wait_page('innerWidth === 375')
        take(program, os.path.join(folder, 'phone.png'))
    finally:
        program.stop()


main(*sys.argv[3:5])
