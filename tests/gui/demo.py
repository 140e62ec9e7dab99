# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py PROGRAM PROBE FILE PICTURE: what a person does with a page, unseen: opens FILE, changes the hero's
title, sees it on the page, saves. Leaves a picture of the window."""

import subprocess
import sys

from gui import Program, wait

TITLE = 'Changed in the window'


def main(file, picture):
    program = Program()
    try:
        program.file = file
        program.start(file)
        program.wait_page("document.querySelector('main h1') !== null")
        program.open_first()
        program.set_text(program.field('Title', program.find('Form')), TITLE)
        program.wait_page(f"document.querySelector('main h1').textContent.trim() === '{TITLE}'")
        print(f'The heading on the page is now: {TITLE}')
        program.press('Save')
        wait('the file to be saved', lambda: TITLE.encode() in program.content())
        print(f'Saved: {file}')
        subprocess.run(['import', '-window', 'root', picture], check=True)
    finally:
        program.stop()


main(*sys.argv[3:5])
