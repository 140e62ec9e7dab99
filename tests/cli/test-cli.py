#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frontage-cli as its users meet it: what it prints, how it exits, what it leaves in the file."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest

CLI = sys.argv.pop(1)
PAGE = """---
layout: homepage
title: "A page"
sections:
  - hero:
      title: Welcome  # to all
      key_highlights:
        - title: One
          url: /one/
---
Body
"""


def run(*arguments, stdin=''):
    return subprocess.run([CLI, *arguments], input=stdin, capture_output=True, text=True, timeout=20)


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.page = self.write('index.md', PAGE)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return path

    def read(self, path=None):
        with open(path or self.page, encoding='utf-8', newline='') as file:
            return file.read()

    def assert_refused(self, result, *words):
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, '')
        self.assertEqual(result.stderr.count('\n'), 1, result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def test_get_scalar(self):
        self.assertEqual(run('get', self.page, '/sections/0/hero/title').stdout, 'Welcome\n')

    def test_get_scalar_as_json(self):
        self.assertEqual(run('get', '--json', self.page, '/title').stdout, '"A page"\n')

    def test_get_collection_is_json(self):
        found = json.loads(run('get', self.page, '/sections/0/hero/key_highlights').stdout)
        self.assertEqual(found, [{'title': 'One', 'url': '/one/'}])

    def test_get_everything(self):
        self.assertEqual(list(json.loads(run('get', self.page).stdout)), ['layout', 'title', 'sections'])

    def test_get_nothing(self):
        self.assert_refused(run('get', self.page, '/subtitle'), self.page, '/subtitle')

    def test_set_changes_one_line(self):
        self.assertEqual(run('set', self.page, '/sections/0/hero/title', 'Hello').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('Welcome  #', 'Hello  #'))

    def test_set_value_that_begins_with_a_dash(self):
        self.assertEqual(run('set', self.page, '/title', '--', '-x').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('"A page"', '"-x"'))

    def test_set_value_that_is_like_an_option(self):
        for value in ('-x', '- x', '---', '--- |\n x', '--nothing=1'):
            self.write('index.md', PAGE)
            self.assertEqual(run('set', self.page, '/title', value).returncode, 0)
            self.assertEqual(run('get', self.page, '/title').stdout, value + '\n')

    def test_set_json_keeps_the_number(self):
        for number in ('0.1', '685.2', '1.0e-07', '9223372036854775807', '-5', '1.0e+20', '123456789.125'):
            self.assertEqual(run('set', '--json', self.page, '/title', number).returncode, 0)
            self.assertEqual(self.read(), PAGE.replace('"A page"', number))

    def test_set_json_takes_only_json(self):
        for value in ("'x'", '012', '/*c*/1', '[1,]', '[1 2]', '{"a": 1,}', '', 'nul', '1.', '.5', '+1', '"a\tb"', 'NaN'):
            self.assert_refused(run('set', '--json', self.page, '/title', value), self.page, 'not JSON')
        self.assertEqual(self.read(), PAGE)

    def test_set_value_that_is_not_utf8(self):
        for options in ([], ['--json']):
            value = os.fsdecode(b'"a\xff"')
            self.assert_refused(run('set', *options, self.page, '/title', value), self.page, 'not UTF-8')
        self.assertEqual(self.read(), PAGE)

    def test_set_json_refuses_what_it_could_not_keep(self):
        for value in ('100000000000000000000', '[-9223372036854775809]', r'"a\u0000b"', r'{"k": "\\\u0000"}'):
            self.assert_refused(run('set', '--json', self.page, '/title', value), self.page)
        self.assertEqual(self.read(), PAGE)
        self.assertEqual(run('set', '--json', self.page, '/title', r'"a\\u0000b"').returncode, 0)
        self.assertEqual(run('get', self.page, '/title').stdout, 'a\\u0000b\n')

    def test_set_json_of_any_size_is_refused_with_a_sentence(self):
        for value in ('1e400', '-1e400', '[' * 100000, '{"a":' * 20000, '[' * 50000 + ']' * 50000, '9' * 100000,
                      r'"\ud800"', r'"\udc00\ud800"', '"a', '[1', '{"a"', '{"a":', '{', '"\\'):
            self.assert_refused(run('set', '--json', self.page, '/title', value), self.page)
        self.assertEqual(self.read(), PAGE)

    def test_set_json_takes_all_of_json(self):
        for value in ('-0', '1E2', '1e-2', r'"\ud83d\ude00 \/\b\f\n\r\t\"\\"', ' [ ] ', '{ } ', '[1,\t{"a" : null}]\n', '"\x7f"',
                      '[' * 200 + ']' * 200):
            self.assertEqual(run('set', '--json', self.page, '/title', value).returncode, 0)
            self.assertEqual(json.loads(run('get', '--json', self.page, '/title').stdout), json.loads(value))

    def test_set_json_of_equal_names_keeps_the_last(self):
        self.assertEqual(run('set', '--json', self.page, '/title', '{"a": 1, "b": 2, "a": 3}').returncode, 0)
        self.assertIn('title:\n  a: 3\n  b: 2\n', self.read())

    def test_patch_nested_too_deep(self):
        for patch in ('[' * 100000, '[{"op":"add","path":"/a","value":' + '[' * 100000 + ']' * 100000 + '}]'):
            self.assert_refused(run('patch', self.page, '-', stdin=patch), '-: ', '256 levels')

    def test_merge_keys_as_psych_reads_them(self):
        cases = {
            '<<: [x, y]': {'<<': ['x', 'y']},
            '<<: [{a: 1}, x]': {'<<': [{'a': 1}, 'x']},
            '"<<": [1]': {'<<': [1]},
            '<<: []': {},
            '<<: x': {'<<': 'x'},
            "'<<': {a: 1}": {'a': 1},
            '<<: [{a: 1}, {a: 2, b: 3}]': {'a': 1, 'b': 3},
            '!!str <<: {a: 1}': {'<<': {'a': 1}},
            'b: &x [{q: 1}]\n<<: *x': {'b': [{'q': 1}], '<<': [{'q': 1}]},
            'b: &x {q: 1}\n<<: [*x, {z: 1}]': {'b': {'q': 1}, 'q': 1, 'z': 1},
        }
        for text, values in cases.items():
            plain = self.write('m.yml', text + '\n')
            self.assertEqual(json.loads(run('get', '--json', plain).stdout), values, text)
            self.assertEqual(run('get', plain, '/a').returncode, 0 if 'a' in values else 2)

    def test_set_what_would_be_merged(self):
        for value in ('{"<<": {"a": 1}, "b": 2}', '[{"x": {"<<": [{"a": 1}]}}]', '{"<<": []}'):
            self.assert_refused(run('set', '--json', self.page, '/title', value), self.page, '<<')
            patch = f'[{{"op": "add", "path": "/sections/-", "value": {value}}}]'
            self.assert_refused(run('patch', self.page, '-', stdin=patch), self.page, '<<')
        self.assertEqual(self.read(), PAGE)

    def test_set_a_name_that_is_no_text(self):
        for text, pointer in (('[flow]: block', '/["flow"]'), ('b: &a w1\n*a : w', '/w1'), ('yes: 1', '/true'), ('{a: 1}: x', '/{"a":1}')):
            plain = self.write('n.yml', text + '\n')
            self.assert_refused(run('set', plain, pointer, 'x'), plain, 'name')
            self.assertEqual(self.read(plain), text + '\n')

    def test_aliases_that_go_too_deep(self):
        nested = ''.join(f'k{i}: &a{i} {"[" * 100}{f"*a{i - 1}" if i else ""}{"]" * 100}\n' for i in range(60))
        self.assert_refused(run('get', self.write('deep.yml', nested)), 'deep.yml:')

    def test_json_of_numbers(self):
        plain = self.write('n.yml', 'a: 1.0e+21\nb: "1e+20.0"\nc: 0.1\nd: 68_5.2\n')
        text = run('get', plain).stdout
        self.assertEqual(json.loads(text), {'a': 1e21, 'b': '1e+20.0', 'c': 0.1, 'd': 685.2})
        self.assertIn('0.1,', text)
        large = self.write('l.yml', 'a: 9223372036854775807\nb: 123456789012345678901234567890\nc: -0\n')
        self.assertEqual(json.loads(run('get', large).stdout), {'a': 2**63 - 1, 'b': 123456789012345678901234567890, 'c': 0})

    def test_output_is_utf8_everywhere(self):
        page = self.write('é.md', '---\ntitle: é 中文\nsections:\n- hero: {title: é 中文}\n---\n')
        for arguments in (['get', page, '/title'], ['get', page], ['render', page], ['get', page, '/ü']):
            outcome = subprocess.run([CLI, *arguments], capture_output=True, env={'LC_ALL': 'C'})
            said = (outcome.stdout + outcome.stderr).decode('utf-8')
            self.assertIn('“/ü”' if arguments[-1] == '/ü' else 'é 中文', said)

    def test_output_that_cannot_be_written(self):
        for arguments in (['get', self.page], ['render', self.page], ['--help']):
            with open('/dev/full', 'w', encoding='utf-8') as full:
                outcome = subprocess.run([CLI, *arguments], stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(outcome.returncode, 2)
            self.assertEqual(outcome.stderr.count('\n'), 1)

    def test_get_text_with_a_zero_byte(self):
        plain = self.write('z.yml', 'a: "x\\0y"\n')
        self.assertEqual(run('get', plain, '/a').stdout, 'x\0y\n')
        self.assertEqual(json.loads(run('get', plain).stdout), {'a': 'x\0y'})

    def test_set_json(self):
        self.assertEqual(run('set', '--json', self.page, '/title', '12').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('"A page"', '12'))

    def test_set_new_key(self):
        self.assertEqual(run('set', self.page, '/sections/0/hero/subtitle', 'x').returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('/one/\n', '/one/\n      subtitle: x\n'))

    def test_set_below_nothing_is_refused(self):
        self.assert_refused(run('set', self.page, '/sectons/0/hero/title', 'x'), '/sectons/0/hero')
        self.assertEqual(self.read(), PAGE)

    def test_set_keeps_mode_and_link(self):
        os.chmod(self.page, 0o640)
        link = os.path.join(self.folder.name, 'link.md')
        os.symlink('index.md', link)
        self.assertEqual(run('set', link, '/title', 'x').returncode, 0)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(stat.S_IMODE(os.stat(self.page).st_mode), 0o640)
        self.assertIn('"x"', self.read())

    def test_set_same_value_does_not_write(self):
        before = os.stat(self.page)
        self.assertEqual(run('set', self.page, '/title', 'A page').returncode, 0)
        self.assertEqual(os.stat(self.page).st_ino, before.st_ino)

    def test_patch_file_and_stdin(self):
        patch = json.dumps([{'op': 'replace', 'path': '/title', 'value': 'B'},
                            {'op': 'add', 'path': '/sections/-', 'value': {'infopic': {'title': 'T'}}}])
        self.assertEqual(run('patch', self.page, '-', stdin=patch).returncode, 0)
        self.assertEqual(self.read(), PAGE.replace('A page', 'B').replace('/one/\n', '/one/\n  - infopic:\n      title: T\n'))
        other = self.write('other.md', PAGE)
        self.assertEqual(run('patch', other, self.write('patch.json', patch)).returncode, 0)
        self.assertEqual(self.read(other), self.read())

    def test_patch_is_all_or_none(self):
        patch = '[{"op":"replace","path":"/title","value":"B"},{"op":"remove","path":"/nothing"}]'
        self.assert_refused(run('patch', self.page, '-', stdin=patch), self.page, 'Operation 2', '/nothing')
        self.assertEqual(self.read(), PAGE)

    def test_patch_that_is_none_names_itself(self):
        for text in ('[1,]', '{}', '[{"op": "add"}]', '[{"op": "remove", "path": "/title"}', "[{'op': 'x'}]"):
            patch = self.write('patch.json', text)
            self.assert_refused(run('patch', self.page, patch), f'{patch}: ')
        self.assertEqual(self.read(), PAGE)

    def test_plain_yaml(self):
        plain = self.write('data.yml', 'a:\n- b\n')
        self.assertEqual(run('set', plain, '/a/0', 'c').returncode, 0)
        self.assertEqual(self.read(plain), 'a:\n- c\n')

    def test_broken_file_names_line_and_column(self):
        broken = self.write('broken.md', '---\ntitle: x\nother: a: b\n---\n')
        for verb in (['get'], ['set', '/title', 'y']):
            result = run(verb[0], broken, *verb[1:])
            self.assert_refused(result, f'{broken}:3:9: ')
        self.assertIn('a: b', self.read(broken))

    def test_missing_file(self):
        self.assert_refused(run('get', os.path.join(self.folder.name, 'nothing.md')), 'nothing.md')

    def site(self):
        self.write('_config.yml', 'baseurl: /base\ncolors:\n  primary-color: "#123456"\n')
        os.mkdir(os.path.join(self.folder.name, 'images'))
        self.write('images/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
        self.write('x.md', '---\ntitle: X\npermalink: /x/\n---\n')
        return self.write('index.md', """---
layout: homepage
title: A site
description: What it is about
sections:
- hero:
    title: Hello <b>you</b>
    background: /images/a.svg
    url: /x/
    button: Go
- infopic:
    title: A picture
    image: /images/a.svg
    alt: Its text
---
""")

    def test_render_puts_the_page_into_main(self):
        html = run('render', self.site()).stdout
        main = html[html.index('<main'):html.index('</main>')]
        self.assertIn('Hello <b>you</b>', main)
        self.assertIn('href="/base/x/"', main)
        self.assertIn('#123456', html)
        self.assertIn('file://' + os.path.realpath(self.folder.name) + '/images/a.svg', main.replace('file:///private', 'file://'))

    def test_render_page_only_leaves_the_site_out(self):
        page = self.site()
        os.mkdir(os.path.join(self.folder.name, '_data'))
        self.write('_data/footer.yml', 'faq: /faq/\n')
        with_site, page_only = (run('render', page, *more).stdout for more in ((), ('--page-only',)))
        self.assertIn('</header>', with_site)
        self.assertIn('<footer', with_site)
        self.assertNotIn('</header>', page_only)
        self.assertNotIn('<footer', page_only)
        self.assertIn('<main', page_only)

    def test_render_standalone_needs_no_other_file(self):
        out = os.path.join(self.folder.name, 'out.html')
        self.assertEqual(run('render', self.site(), '--standalone', '-o', out).returncode, 0)
        html = self.read(out)
        self.assertIn('src="data:image/svg+xml;base64,', html)
        self.assertNotIn('file:', html)

    def test_render_has_the_style_of_the_site_behind_the_theme(self):
        page = self.site()
        os.mkdir(os.path.join(self.folder.name, 'misc'))
        self.write('images/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
        self.write('misc/custom.scss', '---\n---\n$a: 1px; p { width: $a * 2; background: url(../images/b.svg) } '
                                       'i { content: "</style><i id=out>" }')
        html, alone = run('render', page).stdout, run('render', page, '--standalone').stdout
        for text in html, alone:
            style = text[text.index('<style id="site-style">'):]
            style = style[:style.index('</style>')]
            self.assertIn('width: 2px', style)
            self.assertNotIn('<i id=out>', text)
            self.assertLess(text.index('box-sizing'), text.index('width: 2px'))
        self.assertIn('url("file://' + os.path.realpath(self.folder.name) + '/images/b.svg")', html)
        self.assertNotIn('b.svg', alone)
        self.assertRegex(alone, r'background: url\("data:image/svg\+xml;base64,')

    def test_render_goes_on_without_a_broken_style(self):
        page = self.site()
        plain = run('render', page).stdout
        os.mkdir(os.path.join(self.folder.name, 'misc'))
        self.write('misc/custom.scss', '---\n---\na { b: $nope }')
        result = run('render', page)
        self.assertEqual((result.returncode, result.stdout), (0, plain))

    def test_render_names_no_file_outside_of_the_site(self):
        page = self.site()
        with tempfile.TemporaryDirectory() as other:
            secret = os.path.join(other, 'secret.svg')
            with open(secret, 'w', encoding='utf-8') as file:
                file.write('<svg xmlns="http://www.w3.org/2000/svg"/>')
            os.symlink(secret, os.path.join(self.folder.name, 'images/link.svg'))
            for address in (os.path.join('/..' * 12, secret.lstrip('/')), '/%2e%2e' * 12 + secret, '/images/link.svg'):
                with self.subTest(address=address):
                    self.write('index.md', PAGE.replace('url: /one/', 'url: /one/\n  - infopic:\n      alt: x\n      image: '
                                                        + address))
                    self.assertNotRegex(run('render', page).stdout, r'src="file:')

    def test_render_with_the_site_elsewhere(self):
        site = os.path.dirname(self.site())
        with tempfile.TemporaryDirectory() as other:
            page = os.path.join(other, 'page.md')
            with open(page, 'w', encoding='utf-8') as file:
                file.write(self.read())
            self.assertIn('href="/base/x/"', run('render', page, '--site', site).stdout)

    def test_render_does_not_replace_the_homepage(self):
        self.assert_refused(run('render', self.page, '-o', self.page), self.page)
        self.assertEqual(self.read(), PAGE)

    def test_render_with_a_site_that_is_not_there(self):
        self.assert_refused(run('render', self.page, '--site', self.page + '.none'), self.page + '.none')

    def test_render_standalone_does_not_wait_for_a_pipe(self):
        os.mkfifo(os.path.join(self.folder.name, 'a.png'))
        page = self.write('pipe.md', '---\nsections: [{hero: {background: /a.png}}]\n---\n')
        self.assertEqual(run('render', '--standalone', page).returncode, 0)

    def test_check_finds_nothing(self):
        result = run('check', self.site())
        self.assertEqual((result.returncode, result.stdout), (0, ''))

    def test_check_tells_place_and_rule(self):
        page = self.site()
        self.write('index.md', self.read().replace('    alt: Its text\n', ''))
        result = run('check', page)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, rf'^{page}:12:5: error: .+ \[alt-missing\]\n$')
        found = json.loads(run('check', '--format', 'json', page).stdout)
        self.assertEqual([(f['line'], f['rule'], f['pointer']) for f in found], [(12, 'alt-missing', '/sections/1/infopic')])

    def test_check_names_the_broken_file_of_the_site(self):
        page = self.site()
        os.mkdir(os.path.join(self.folder.name, '_data'))
        broken = self.write('_data/footer.yml', 'faq: /faq/\nterms: a: b\n')
        result = run('check', page)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, rf'^{broken}:2:\d+: error: .+ \[site-file-broken\]\n$')
        found = json.loads(run('check', '--format', 'json', page).stdout)
        self.assertEqual([(f['file'], f['line'], f['pointer']) for f in found], [(broken, 2, '')])

    def test_check_tells_an_error_of_the_style_once(self):
        page = self.site()
        os.mkdir(os.path.join(self.folder.name, 'misc'))
        style = self.write('misc/custom.scss', '---\n---\n\na {\n  b: $nope;\n}\n')
        other = self.write('other.md', self.read())
        result = run('check', page, other)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, rf'^{style}:5:6: error: .+ "\$nope" .+ line 2\) \[style-error\]\n$')

    def test_check_names_a_style_that_is_not_published(self):
        page = self.site()
        os.mkdir(os.path.join(self.folder.name, 'misc'))
        style = self.write('misc/custom.scss', 'a { b: c }')
        self.assertRegex(run('check', page).stdout, rf'^{style}:1:1: warning: .+ \[style-unpublished\]\n$')

    def test_check_names_a_style_and_a_theme_that_are_not_known(self):
        page = self.site()
        config = self.write('_config.yml', 'title: A\nremote_theme: a/b\ncustom_css_path: /nope.css\n')
        self.assertRegex(run('check', page).stdout, rf'^{config}:3:18: warning: .+ \[style-missing\]\n'
                                                    rf'{config}:2:15: note: .+“a/b”.+ \[theme-unknown\]\n$')

    def test_check_goes_on_after_a_broken_file(self):
        page = self.site()
        broken = self.write('broken.md', '---\na: b: c\n---\n')
        self.write('index.md', self.read().replace('image: /images/a.svg', 'image: /images/b.svg'))
        result = run('check', broken, page)
        self.assertEqual(result.returncode, 2)
        self.assertIn('image-not-found', result.stdout)

    def mistaken(self):
        """A page with an error, a warning that is safe to mend, and one that is not."""
        page = self.site()
        self.write('index.md', self.read().replace('title: A picture', 'title: "Singaporeâ€™s hills"  # ours')
                   .replace('    alt: Its text\n', '    subtitle: Infopic Subtitle\n'))
        return page

    def rules(self, *arguments):
        return [found['rule'] for found in json.loads(run('check', '--format', 'json', *arguments).stdout)]

    def test_check_takes_a_folder_for_its_homepage(self):
        page = self.mistaken()
        self.assertEqual(run('check', self.folder.name).stdout, run('check', page).stdout)
        with tempfile.TemporaryDirectory() as empty:
            self.assert_refused(run('check', empty), empty)

    def test_check_chooses_by_rule_and_severity(self):
        page = self.mistaken()
        self.assertEqual(self.rules(page), ['alt-missing', 'damaged-text', 'default-text'])
        self.assertEqual(self.rules('--rule', 'damaged-text', page), ['damaged-text'])
        self.assertEqual(self.rules('--rule', 'damaged-text', '--rule', 'default-text', page), ['damaged-text', 'default-text'])
        self.assertEqual(self.rules('--min-severity', 'error', page), ['alt-missing'])
        self.assertEqual(run('check', '--rule', 'too-long', page).returncode, 0)
        self.assert_refused(run('check', '--rule', 'too-tall', page), 'too-tall')
        self.assert_refused(run('check', '--min-severity', 'awful', page), 'awful')
        self.assert_refused(run('check', '--format', 'xml', page), 'xml')

    def test_check_lists_rules(self):
        listed = json.loads(run('check', '--list-rules', '--format', 'json').stdout)
        self.assertGreaterEqual(len(listed), 40)
        self.assertEqual({'name', 'severity', 'title', 'why', 'remedy'}, set.intersection(*(set(rule) for rule in listed)))
        self.assertEqual([line.split()[0] for line in run('check', '--list-rules').stdout.splitlines()],
                         [rule['name'] for rule in listed])

    def test_fix_mends_what_is_safe_and_nothing_else(self):
        page = self.mistaken()
        before = self.read()
        result = run('check', '--fix', page)
        self.assertEqual(self.read(), before.replace('â€™', '’'))
        self.assertEqual(result.returncode, 1)
        self.assertNotIn('damaged-text', result.stdout)
        self.assertIn('default-text', result.stdout)
        run('check', '--fix=default-text', page)
        self.assertEqual(self.read(), before.replace('â€™', '’').replace('    subtitle: Infopic Subtitle\n', ''))
        self.assert_refused(run('check', '--fix=no-such-rule', page), 'no-such-rule')

    def test_diff_shows_what_patch_makes_of_the_file(self):
        page = self.mistaken()
        before = self.read()
        shown = run('check', '--fix', '--diff', page)
        self.assertEqual((shown.returncode, self.read()), (0, before))
        subprocess.run(['patch', '-s', page], input=shown.stdout, text=True, check=True)
        self.assertEqual(self.read(), before.replace('â€™', '’'))
        self.assert_refused(run('check', '--diff', page), '--fix')

    def test_diff_of_many_places(self):
        boxes = ''.join(f'    - title: Box {number}\n      description: A {"â€™" if number % 9 == 0 else "word"}\n' for number in range(60))
        page = self.write('many.md', f'---\nsections:\n- infocols:\n    title: Boxes\n    infoboxes:\n{boxes}---\n')
        before = self.read(page)
        shown = run('check', '--fix', '--diff', page).stdout
        self.assertGreater(shown.count('@@ -'), 2)
        subprocess.run(['patch', '-s', page], input=shown, text=True, check=True)
        self.assertEqual(self.read(page), before.replace('â€™', '’'))

    def test_sarif(self):
        page = self.mistaken()
        log = json.loads(run('check', '--format', 'sarif', page).stdout)
        self.assertEqual(log['version'], '2.1.0')
        [only] = log['runs']
        known = {rule['id']: rule for rule in only['tool']['driver']['rules']}
        self.assertEqual([result['ruleId'] for result in only['results']], ['alt-missing', 'damaged-text', 'default-text'])
        for result in only['results']:
            self.assertIn(result['ruleId'], known)
            self.assertEqual(result['level'], known[result['ruleId']]['defaultConfiguration']['level'])
            place = result['locations'][0]['physicalLocation']
            self.assertEqual(place['artifactLocation']['uri'], 'file://' + page)
            self.assertGreater(min(place['region'].values()), 0)
            self.assertTrue(result['message']['text'])

    def test_github(self):
        self.mistaken()
        odd = self.write('100%, odd: name.md', self.read().replace('Singapore', '100%'))
        lines = run('check', '--format', 'github', odd).stdout.splitlines()
        name = odd.replace('%', '%25').replace(':', '%3A').replace(',', '%2C')
        self.assertEqual(lines[0].partition(',line')[0], f'::error file={name}')
        self.assertRegex(lines[1], r'^::warning file=.+,line=\d+,col=\d+,title=damaged-text::“100%25â€™s”')

    def test_unknown_verb(self):
        self.assert_refused(run('got', self.page), 'got')


if __name__ == '__main__':
    unittest.main(verbosity=1)
