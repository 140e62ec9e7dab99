# SPDX-License-Identifier: GPL-3.0-or-later
"""set FRONTAGE-CLI NODE-MODULES PAGE…: `frontage-cli set` against the same edit by Node's yaml and by ruamel.yaml.

Whole processes, one after the other in turn, on a copy of each page. The others do what a program would that keeps
the page as it is written as well as its library can: parse to a document, set the value, write it out.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 11
TARGETS = {"Node's yaml": 20, 'ruamel.yaml': 10}

NODE = """
const fs = require('fs'), { parseDocument } = require('yaml');
const [file, value] = process.argv.slice(-2);
const [, yaml, rest] = /^---\\r?\\n([^]*?\\n)(---[^]*)$/.exec(fs.readFileSync(file, 'utf8'));
const page = parseDocument(yaml);
page.setIn(['title'], value);
fs.writeFileSync(file, '---\\n' + page.toString() + rest);
"""

RUAMEL = """
import io, re, sys
from ruamel.yaml import YAML
file, value = sys.argv[-2:]
text = open(file, encoding='utf-8', newline='').read()
yaml, rest = re.match(r'---\\r?\\n(.*?\\n)(---.*)$', text, re.S).groups()
reader = YAML()
page = reader.load(yaml)
page['title'] = value
out = io.StringIO()
reader.dump(page, out)
open(file, 'w', encoding='utf-8', newline='').write('---\\n' + out.getvalue() + rest)
"""


def once(command, environment):
    start = time.monotonic()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return (time.monotonic() - start) * 1000


def compare(page, cli, environment, folder):
    """The median times of all three in ms."""
    file = os.path.join(folder, 'index.md')
    shutil.copyfile(page, file)
    commands = {
        'Frontage': lambda value: [cli, 'set', file, '/title', value],
        "Node's yaml": lambda value: ['node', '-e', NODE, '--', file, value],
        'ruamel.yaml': lambda value: ['/usr/bin/python3', '-c', RUAMEL, file, value],
    }
    times = {name: [] for name in commands}
    for number in range(ROUNDS):
        for name, command in commands.items():
            value = f'A title: by {name}, {number}'
            times[name].append(once(command(value), environment))
            got = subprocess.run([cli, 'get', file, '/title'], check=True, capture_output=True, text=True).stdout.strip()
            assert got.strip('"') == value, f'{name} wrote {got}'
    return {name: statistics.median(values) for name, values in times.items()}


def processor_time(command):
    def spent():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    times = []
    for _ in range(ROUNDS):
        start = spent()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(spent() - start)
    return statistics.median(times)


def check_growth(cli, folder):
    """Ten times the bytes take ten times the time, beyond what an empty page takes; what grows with their square would
    take a hundred times."""
    times = []
    for sections in (0, 2500, 25000):
        file = os.path.join(folder, f'{sections}.md')
        with open(file, 'w', encoding='utf-8') as page:
            page.write('---\ntitle: A page\nsections:\n')
            page.writelines(f'  - infopic:\n      title: Number {n}\n      url: /pages/number-{n}/\n' for n in range(sections))
            page.write('---\n')
        times.append(processor_time([cli, 'get', file, '/title']))
    empty, small, large = times
    growth = (large - empty) / (small - empty)
    good = growth <= 15
    print(f'  {"get, ten times the bytes":<56} {growth:8.2f} times  at most  {15:5.2f}  {"reached" if good else "MISSED"}')
    return good


def main():
    cli, modules, *pages = sys.argv[1:]
    environment = {**os.environ, 'NODE_PATH': modules}
    good = True
    with tempfile.TemporaryDirectory() as folder:
        good = check_growth(cli, folder)
        for page in pages:
            medians = compare(page, cli, environment, folder)
            ours = medians.pop('Frontage')
            print(f'set in {os.path.getsize(page) >> 10} KB, the whole process: {ours:.1f} ms')
            for name, median in medians.items():
                target = TARGETS[name]
                reached = median >= target * ours
                good = good and reached
                print(f'  {name:<56} {median / ours:8.2f} times  at least {target:5.2f}  {"reached" if reached else "MISSED"}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
