# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to hang a program, to fill its memory, or by accident: name → what makes one at a path."""
import os
import random
import socket
import zlib

FENCE = '---\n'


def text(content):
    """As the front matter of a page, and as a whole file where it is no page."""
    def make(path):
        inside = content.encode('utf-8') if isinstance(content, str) else content
        page = b'---\n' + inside + b'\n---\nBody\n' if path.endswith('.md') else inside
        with open(path, 'wb') as file:
            file.write(page)
    return make


def raw(content):
    def make(path):
        with open(path, 'wb') as file:
            file.write(content)
    return make


def link(target):
    return lambda path: os.symlink(target, path)


def sparse(size):
    def make(path):
        with open(path, 'wb') as file:
            file.write(b'---\ntitle: Large\n---\n')
            file.truncate(size)
    return make


def bind(path):
    server = socket.socket(socket.AF_UNIX)
    folder = os.open(os.path.dirname(path), os.O_RDONLY)
    server.bind(f'/proc/self/fd/{folder}/{os.path.basename(path)}')
    server.close()
    os.close(folder)


def aliases(levels, width, form):
    lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    lines += [f'a{n}: &a{n} {form.format(", ".join([f"*a{n - 1}"] * width))}' for n in range(1, levels)]
    return '\n'.join(lines)


def merges(levels):
    lines = ['m0: &m0 {k: v}']
    lines += [f'm{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: v}}' for n in range(1, levels)]
    return '\n'.join(lines)


MB = 1 << 20
NOISE = random.Random(1).randbytes(300000)

# What is no text that can be read, wherever it stands: name → (maker, words of the sentence about a homepage)
REFUSED = {
    'pipe': (os.mkfifo, 'not a regular file'),
    'socket': (bind, 'not a regular file'),
    'device without end': (link('/dev/zero'), 'not a regular file'),
    'device that waits': (link('/dev/ptmx'), 'not a regular file'),
    'folder': (os.mkdir, 'is a folder'),
    'link to itself': (link('index.md'), 'cannot be'),
    'link to nowhere': (link('nowhere'), 'cannot be'),
    'link to a folder': (link('/'), 'is a folder'),
    'sparse, 100 MB': (sparse(100 * MB), 'too large'),
    'sparse, 8 TB': (sparse(8 << 40), 'too large'),
    'text, 100 MB': (text('a: b\n' * (20 * MB)), 'too large'),
    'text, 9 MB': (text('key: value\n' * (9 * MB // 11)), 'larger than 8 MB'),
    'line of 50 MB': (text('a: ' + 'x' * (50 * MB)), 'larger than 8 MB'),
    'binary': (raw(NOISE), ''),
    'NUL in a text': (text('title: a\0b'), 'not a text file'),
    'NULs alone': (raw(bytes(5000)), ''),
    'bad UTF-8': (text(b'title: a\xc3\x28'), 'not in UTF-8'),
    'half a character at the end': (raw(b'---\ntitle: x\n---\n\xe2\x82'), 'not in UTF-8'),
    'overlong UTF-8': (text(b'title: \xc0\xaf'), 'not in UTF-8'),
    'half of a pair': (text(b'title: \xed\xa0\x80'), 'not in UTF-8'),
    'UTF-16': (raw(b'\xff\xfe' + '---\ntitle: x\n---\n'.encode('utf-16-le')), ''),
    'UTF-16, big end first': (raw(b'\xfe\xff' + '---\ntitle: x\n---\n'.encode('utf-16-be')), ''),
    'UTF-32': (raw('---\ntitle: x\n---\n'.encode('utf-32')), ''),
    'Latin 1': (text('title: café'.encode('latin-1')), 'not in UTF-8'),
    'alias bomb': (text(aliases(9, 9, '[{}]')), 'stand'),
    'deep alias bomb': (text(aliases(400, 2, '[{}]')), ''),
    'alias in itself': (text('a: &a [*a]'), 'itself'),
    'merge bomb': (text(merges(60)), ''),
    'brackets 100,000 deep': (text('a: ' + '[' * 100000 + ']' * 100000), 'deep'),
    'braces 100,000 deep': (text('a: ' + '{a: ' * 100000), ''),
    'dashes 100,000 deep': (text('- ' * 100000 + 'x'), 'deep'),
    'keys 100,000 deep': (text('? ' * 100000 + 'x'), ''),
    'indents 3,000 deep': (text('\n'.join(' ' * n + 'a:' for n in range(3000))), 'deep'),
    'quote that never ends': (text('a: "' + 'x\n' * 100000), ''),
    'bracket that never ends': (text('a: [' + 'x,\n' * 300000), ''),
}

# What is YAML, if odd: it is read, or explained.
READ = {
    'empty': raw(b''),
    'fences alone': raw(b'---\n---\n'),
    'one fence': raw(b'---\n'),
    'comment alone': text('# nothing'),
    'BOM': raw(b'\xef\xbb\xbf---\ntitle: x\n---\n'),
    'carriage returns alone': raw(b'---\rtitle: x\r---\r'),
    'number of a million digits': text('a: ' + '9' * 1000000),
    'clock of a million parts': text('a: 1' + ':59' * 300000),
    'fraction of a million digits': text('a: 1.' + '0_' * 500000),
    'almost a date': text('a: 2001-01-01 ' + ' ' * 1000000 + 'x'),
    'base 60, almost': text('a: ' + '1_' * 500000 + ':x'),
    '200,000 keys': text(''.join(f'k{n}: v\n' for n in range(200000))),
    '200,000 equal keys': text('k: v\n' * 200000),
    '200,000 items': text('a:\n' + '- x\n' * 200000),
    '20,000 sections': text('sections:\n' + '- hero:\n    title: x\n' * 20000),
    '100,000 anchors': text('a:\n' + ''.join(f'- &a{n} x\n' for n in range(100000))),
    '100,000 documents': text('a: b\n...\n' + '--- x\n' * 100000),
    'tags of a megabyte': text('a: !<' + 'x' * MB + '> b'),
    'scalar as root': text('x'),
    'null as root': text('~'),
    'list as root': text('- x'),
    'sections as a text': text('sections: all of them'),
    'lists in lists': text('sections: [[[[]]], {hero: [{}]}, {hero: {title: [x]}}, null, 1]'),
    'merge of no mapping': text('<<: [1, x]'),
    'kernel’s file of no size': link('/proc/kmsg'),
}


def png(width, height, more=b''):
    def chunk(name, data):
        return len(data).to_bytes(4, 'big') + name + data + zlib.crc32(name + data).to_bytes(4, 'big')

    header = width.to_bytes(4, 'big') + height.to_bytes(4, 'big') + bytes([1, 0, 0, 0, 0])
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + more + chunk(b'IEND', b'')


def svg_entities(levels):
    entities = ''.join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e{levels - 1};</text></svg>'


def svg_uses(levels):
    groups = ''.join(f'<g id="g{n}">{f"<use href=&quot;#g{n - 1}&quot;/>".replace("&quot;", chr(34)) * 10}</g>' for n in range(1, levels))
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g id="g0"><rect width="1" height="1"/></g>{groups}</svg>'


PICTURES = {
    '30,000 × 30,000': ('.png', raw(png(30000, 30000))),
    'as wide as numbers go': ('.png', raw(png(0xffffffff, 0xffffffff))),
    'no size': ('.png', raw(png(0, 0))),
    'cut short': ('.png', raw(png(10, 10)[:20])),
    'empty': ('.png', raw(b'')),
    'noise': ('.jpg', raw(b'\xff\xd8\xff' + NOISE)),
    'markers without end': ('.jpg', raw(b'\xff\xd8' + b'\xff\xe0\x00\x02' * 500000)),
    'fill without end': ('.jpg', raw(b'\xff\xd8' + b'\xff' * (2 * MB))),
    'GIF': ('.gif', raw(b'GIF89a\xff\xff\xff\xff' + NOISE)),
    'WebP': ('.webp', raw(b'RIFF\xff\xff\xff\xffWEBPVP8X' + NOISE)),
    'SVG of entities': ('.svg', raw(svg_entities(30).encode())),
    'SVG of uses': ('.svg', raw(svg_uses(30).encode())),
    'SVG, brackets': ('.svg', raw(b'<' * (2 * MB))),
    'SVG, 100 MB': ('.svg', sparse(100 * MB)),
    'pipe': ('.png', os.mkfifo),
    'device': ('.png', link('/dev/zero')),
    'link to itself': ('.png', link('picture.png')),
}
