# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the window, in the real program with its real web view."""

import os
import shutil
import stat
import sys
import unittest

from gui import Atspi, HEADING, WindowCase, is_shown, portals, wait


class WindowTest(WindowCase):
    def assert_one_line_changed(self, out, into):
        after = self.program.content()
        lines_before, lines_after = self.before.split(b'\n'), after.split(b'\n')
        self.assertEqual(len(lines_before), len(lines_after))
        changed = [(a, b) for a, b in zip(lines_before, lines_after) if a != b]
        self.assertEqual(changed, [(out, into)])

    def save(self):
        self.program.press('Save')
        wait('the mark of unsaved changes to go', lambda: self.program.title() == 'Harbour Board')

    def test_first_keys_are_for_the_list(self):
        program = self.program
        program.start()
        # Which would press the button that opens another site.
        program.key('space')
        row = program.find('Hero: Welcome to the harbour', 'list item')
        program.key('Tab', 'shift+Tab')
        wait('the chosen section to have the focus', lambda: self.has_focus(row) or is_shown(self.title_field()))
        self.assertEqual(program.nodes(lambda item: item.role == 'file chooser'), [])

    def test_tab_leaves_the_list_and_enter_opens(self):
        program = self.program
        program.start()
        wait('the first section to have the focus',
             lambda: self.has_focus(program.find('Hero: Welcome to the harbour', 'list item')))
        program.key('Down')
        wait('the next one to have it', lambda: self.has_focus(program.find('Infopic: Learn to sail', 'list item')))
        program.key('Tab', 'Tab')
        wait('the focus to leave the list', lambda: self.has_focus(program.button('Add section')))
        program.key('shift+Tab', 'Return')
        wait('the form, with the focus in its first field',
             lambda: program.text(self.title_field()) == 'Learn to sail' and self.has_focus(self.title_field()))

    def test_change_and_save(self):
        program = self.program
        self.start()
        self.assertEqual(program.title(), 'Harbour Board')
        self.assertFalse(program.is_sensitive(program.button('Save')))
        program.page("window.sameDocument = true; window.scrollTo(0, 120)")

        program.set_text(self.title_field(), 'Welcome aboard')
        program.wait_page(f"{HEADING} === 'Welcome aboard'")
        self.assertTrue(program.page('window.sameDocument'))
        self.assertEqual(program.page('window.scrollY'), 120)
        program.find('Hero: Welcome aboard', 'list item')
        self.assertEqual(program.title(), '• Harbour Board')
        self.assertEqual(program.content(), self.before)

        self.save()
        self.assert_one_line_changed(b'      title: Welcome to the harbour', b'      title: Welcome aboard')
        self.assertFalse(program.is_sensitive(program.button('Save')))

    def test_undo_and_redo(self):
        program = self.program
        self.start()
        self.assertFalse(program.is_sensitive(program.button('Undo')))
        program.set_text(self.title_field(), 'Other')
        program.wait_page(f"{HEADING} === 'Other'")
        program.press('Undo')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        self.assertEqual(program.text(self.title_field()), 'Welcome to the harbour')
        wait('no unsaved changes', lambda: program.title() == 'Harbour Board')
        program.press('Redo')
        program.wait_page(f"{HEADING} === 'Other'")
        self.assertEqual(program.text(self.title_field()), 'Other')

    def test_undo_says_what_it_takes_back_and_leads_there(self):
        program = self.program
        self.start()
        program.set_text(self.title_field(), 'Other')
        wait('the name of the step', lambda: program.button('Undo').get_description() == 'Undo change of Hero title')
        program.open_section('Page settings')
        wait('the title of the page', lambda: program.text(self.title_field()) == 'Harbour Board')
        program.press('Undo')
        wait('the title of the hero to have the focus',
             lambda: program.text(self.title_field()) == 'Welcome to the harbour' and self.has_focus(self.title_field()))
        self.assertEqual(program.button('Undo').get_description(), 'Undo')
        self.assertEqual(program.button('Redo').get_description(), 'Redo change of Hero title')

    def test_undo_of_typing_goes_word_by_word(self):
        program = self.program
        self.start()
        program.click_in_page('main h1')
        wait('the title to have the focus', lambda: self.has_focus(self.title_field()))
        program.key('End', 'space', 'x', 'space', 'z')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour x z'")
        program.key('ctrl+z')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour x'")

    def test_keys_in_a_field(self):
        program = self.program
        self.start()
        program.open_section('Page settings')
        program.click_in_page('main h1')
        wait('the title to have the focus',
             lambda: program.text(self.title_field()) == 'Welcome to the harbour' and
             self.has_focus(self.title_field()))
        program.key('End', 'x', 'y')
        program.wait_page(f"{HEADING} === 'Welcome to the harbourxy'")
        program.key('ctrl+z')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")
        program.key('ctrl+shift+z')
        program.wait_page(f"{HEADING} === 'Welcome to the harbourxy'")
        program.key('ctrl+s')
        wait('the file to be saved', lambda: b'harbourxy' in program.content())
        self.assert_one_line_changed(b'      title: Welcome to the harbour', b'      title: Welcome to the harbourxy')

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def test_item_of_a_list(self):
        program = self.program
        self.start()
        row = program.open_item('Highlight: Berths')
        program.set_text(program.field('Title', row), 'Moorings')
        program.wait_page("document.querySelector('main').textContent.includes('Moorings')")
        program.find('Highlight: Moorings', 'list item')
        program.set_text(program.field('Link address', row), '/moorings/')
        self.save()
        changed = [line for line in program.content().split(b'\n') if line not in self.before.split(b'\n')]
        self.assertEqual(changed, [b'        - title: Moorings', b'          url: /moorings/'])

    def test_other_sections(self):
        program = self.program
        self.start()
        program.open_section('Infopic: Learn to sail')
        wait('the form of the infopic', lambda: program.text(self.title_field()) == 'Learn to sail')
        program.set_text(program.field('Alternative text'), 'A quay with boats')
        program.set_text(program.field('Description'), 'Six evenings.')
        program.wait_page("document.querySelector('main').textContent.includes('Six evenings.')")
        program.open_section('Page settings')
        program.set_text(program.field('Notification'), 'Open again.')
        program.wait_page("document.querySelector('main').textContent.includes('Open again.')")
        self.save()
        changed = [line for line in program.content().split(b'\n') if line not in self.before.split(b'\n')]
        self.assertEqual(changed, [b'notification: Open again.', b'      description: "Six evenings."',
                                   b'      alt: A quay with boats'])

    def test_width_and_zoom(self):
        program = self.program
        self.start()
        own = program.page('innerWidth')
        program.press('Phone')
        program.wait_page('innerWidth === 375')
        program.key('ctrl+plus')
        wait('the page to be larger', lambda: program.find('120 %', 'push button'))
        self.assertEqual(program.page('innerWidth'), 375)
        program.key('ctrl+0')
        program.find('100 %', 'push button')
        program.page("window.sameDocument = true")
        program.key('F5')
        program.wait_page(f"window.sameDocument !== true && {HEADING} === 'Welcome to the harbour'")
        program.press('Window')
        program.wait_page(f'innerWidth === {own}')

    def test_width_and_zoom_are_remembered(self):
        program = self.program
        # In a file, as what is only in memory ends with the program.
        kept = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': os.path.join(program.folder, 'config')}
        program.start(**kept)
        program.wait_page(f'{HEADING} !== undefined')
        program.press('Phone')
        program.wait_page('innerWidth === 375')
        program.key('ctrl+plus')
        program.find('120 %', 'push button')
        self.close()
        wait('the program to end', program.ended)
        program.start(**kept)
        program.wait_page(f'{HEADING} !== undefined && innerWidth === 375')
        program.find('120 %', 'push button')

    def test_sections_without_a_form(self):
        program = self.program
        self.start()
        program.open_section('tidewheel')
        wait('a word about the section', lambda: [node for node in program.all('Unknown Section “tidewheel”') if is_shown(node)])
        self.assertFalse(program.is_sensitive(program.button('Save')))

    def test_click_in_the_page(self):
        program = self.program
        self.start()
        program.open_section('Page settings')
        program.page("window.sameDocument = true; window.scrollTo(0, 0)")
        program.click_in_page('main h1')
        wait('the hero’s title to have the focus',
             lambda: program.text(self.title_field()) == 'Welcome to the harbour' and
             self.has_focus(self.title_field()))
        self.assertTrue(program.page('window.sameDocument'))
        # Or the next key would take the place of the whole text.
        self.assertEqual(Atspi.Text.get_n_selections(self.title_field().get_text_iface()), 0)

    def test_title_that_is_cut_is_shown_when_pointed_at(self):
        program = self.program
        title = 'Welcome to the harbour and to all of its long and winding quays'
        self.start()
        program.set_text(self.title_field(), title)
        program.go_back()
        row = program.find(f'Hero: {title}', 'list item')
        wait('the list', lambda: is_shown(row))
        before = len(program.all(f'Hero: {title}', 'label'))
        program.point_at(row)
        wait('the whole title beside the cut one', lambda: len(program.all(f'Hero: {title}', 'label')) == before + 1)

    def outlined(self):
        """What the outline of a value is around, by the text in it."""
        return self.program.page("""(() => {
            const value = frontage.lines.value, box = value.getBoundingClientRect();
            return value.hidden ? null : [...document.querySelectorAll('main [data-field]')].filter((e) => {
                const own = e.getBoundingClientRect();
                return own.width > 0 && own.left >= box.left && own.right <= box.right && own.top >= box.top &&
                       own.bottom <= box.bottom; }).map((e) => e.textContent.trim()).at(-1) ?? '';
        })()""", 'frontage')

    def test_outline_goes_with_the_focus(self):
        program = self.program
        self.start()
        program.open_section('Page settings')
        program.click_in_page('main h1')
        wait('the title to be outlined', lambda: self.outlined() == 'Welcome to the harbour')
        program.set_text(self.title_field(), 'Welcome aboard')
        wait('the new title to be outlined', lambda: self.outlined() == 'Welcome aboard')
        program.key('Tab')
        wait('the subtitle to be outlined', lambda: self.outlined() == 'Boats, tides & people')
        program.key('shift+Tab', 'shift+Tab')
        wait('nothing to be outlined', lambda: self.outlined() is None)

    def test_double_click_selects(self):
        program = self.program
        self.start()
        program.open_section('Page settings')
        program.click_in_page('main .bp-hero p', 2)
        wait('the subtitle to be selected',
             lambda: [selection for selection in [Atspi.Text.get_selection(program.field('Subtitle').get_text_iface(), 0)]
                      if (selection.start_offset, selection.end_offset) == (0, len('Boats, tides & people'))])
        program.key('o', 'k')
        program.wait_page("document.querySelector('main .bp-hero p').textContent === 'ok'")

    def test_click_on_a_list_item(self):
        program = self.program
        self.start()
        program.open_section('Page settings')
        program.click_in_page('main [data-field="key_highlights/1/title"]')
        row = program.find('Highlight: Berths', 'list item')
        wait('its title to have the focus', lambda: self.has_focus(program.field('Title', row)))
        form = program.find('Form')

        def is_in_view():
            box, pane = program.extents(program.field('Title', row)), program.extents(form)
            return box.height > 10 and box.y > pane.y and box.y + box.height < pane.y + pane.height
        wait('it to be in view', is_in_view)

    def be_the_browser(self):
        """Opening an address writes it to the file that is returned."""
        told = os.path.join(self.program.folder, 'told')
        applications = os.path.join(self.program.folder, '.local/share/applications')
        os.makedirs(applications)
        with open(os.path.join(applications, 'browser.desktop'), 'w', encoding='utf-8') as file:
            file.write(f'[Desktop Entry]\nType=Application\nName=Browser\nExec=sh -c "echo \\$0 >> {told}" %u\n'
                       'MimeType=x-scheme-handler/https;\n')
        with open(os.path.join(applications, 'mimeapps.list'), 'w', encoding='utf-8') as file:
            file.write('[Default Applications]\nx-scheme-handler/https=browser.desktop\n')
        return told

    @portals
    def test_links_open_only_with_ctrl_and_out_of_the_site(self):
        program = self.program
        told = self.be_the_browser()
        self.start()
        program.set_text(program.field('Link address', program.open_item('Highlight: Tide tables')),
                         'https://first.example/?a=1&b=2')
        program.set_text(program.field('Link address', program.open_item('Highlight: Berths')), 'https://second.example/')
        program.wait_page("document.querySelector('main .col + .col a.is-highlight').href === 'https://second.example/'")
        program.click_in_page('main a.is-highlight')
        program.find('Opens https://first.example/?a=1&b=2 with Ctrl and a click', 'label')
        program.xdotool('keydown', 'ctrl')
        # Away from where it is told.
        program.page('window.scrollBy(0, 300) ?? true')
        program.click_in_page('main .infopic-row a')
        program.find('No page of this site has the address /courses/', 'label')
        program.click_in_page('main .col + .col a.is-highlight')
        program.xdotool('keyup', 'ctrl')
        wait('the browser to be told', lambda: os.path.exists(told) and os.path.getsize(told))
        with open(told, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'https://second.example/\n')

    def test_what_a_link_does_is_said_once_and_goes(self):
        program = self.program
        sentence = 'No page of this site has the address /courses/'

        def said():
            return len([node for node in program.all(sentence, 'label') if is_shown(node)])
        self.start()
        program.click_in_page('main .infopic-row a')
        wait('it to be said', said)
        self.assertEqual(said(), 1)
        program.point_at(self.title_field())
        wait('nothing to be said', lambda: not said())

    def test_markup_in_a_value_runs_no_script(self):
        program = self.program
        self.start()
        program.page("document.title = 'safe'")
        program.set_text(self.title_field(), '<img src="nowhere" onerror="document.title = 1"><i>Tide</i>'
                                             '<script>document.title = 2</script><svg onload="document.title = 3"></svg>'
                                             '<iframe srcdoc="<script>parent.document.title = 4</script>"></iframe>')
        program.wait_page("document.querySelector('main h1 i')?.textContent === 'Tide' &&"
                          "document.querySelector('main h1 img').complete")
        self.assertEqual(program.page('document.title'), 'safe')
        self.save()
        program.stop_process()
        program.start()
        program.wait_page("document.querySelector('main h1 i')?.textContent === 'Tide' &&"
                          "document.querySelector('main h1 img').complete")
        self.assertNotIn(program.page('document.title'), ('1', '2', '3', '4'))

    def test_what_changes_in_the_folder_is_in_the_page(self):
        program = self.program
        self.start()
        program.page('window.sameDocument = true; window.scrollTo(0, 120)')
        with open(os.path.join(program.site, '_config.yml'), 'w', encoding='utf-8') as file:
            file.write("colors: {primary-color: '#123456'}\n")
        program.wait_page("getComputedStyle(document.body).getPropertyValue('--primary').trim() === '#123456'")
        os.makedirs(os.path.join(program.site, '_data'), exist_ok=True)
        with open(os.path.join(program.site, '_data', 'footer.yml'), 'w', encoding='utf-8') as file:
            file.write('faq: /faq/\n')
        program.wait_page("document.querySelector('.site-end') !== null && window.sameDocument")
        with open(os.path.join(program.site, 'images', 'quay.svg'), 'w', encoding='utf-8') as file:
            file.write('<svg xmlns="http://www.w3.org/2000/svg" width="123" height="45"/>')
        program.wait_page("document.querySelector('main .infopic-row img').naturalWidth === 123 && window.sameDocument")
        self.assertEqual(program.page('window.scrollY'), 120)

    def test_header_and_footer_of_the_site(self):
        program = self.program
        os.makedirs(os.path.join(program.site, '_data'))
        for name, text in (('navigation', 'links: [{title: Berths, url: /berths/}]'), ('footer', 'faq: /faq/')):
            with open(os.path.join(program.site, '_data', name + '.yml'), 'w', encoding='utf-8') as file:
                file.write(text)
        self.start()
        height = "document.querySelector('{}').getBoundingClientRect().height"
        both = f"{height.format('header.site')} > 0 && {height.format('.site-end')} > 0"
        neither = f"{height.format('header.site')} === 0 && {height.format('.site-end')} === 0"
        program.wait_page(both)
        program.page('window.sameDocument = true')
        program.activate('show-site')
        program.wait_page(f'{neither} && window.sameDocument')
        program.activate('show-site')
        program.wait_page(f'{both} && window.sameDocument')

    def test_preview_ends(self):
        program = self.program
        self.start()
        program.probe('KillWebProcess')
        program.button('Reload preview')
        program.set_text(self.title_field(), 'Still here')
        program.press('Reload preview')
        program.wait_page(f"{HEADING} === 'Still here'")

    def assert_not_shown(self, content, *words):
        program = self.program
        if content is not None:
            with open(program.file, 'wb') as file:
                file.write(content)
        else:
            os.remove(program.file)
        program.start()
        page = program.find('This Site Cannot Be Shown')
        wait('the explanation to be shown', lambda: is_shown(page))
        text = '\n'.join(program.names(below=page))
        for word in words:
            self.assertIn(word, text)
        self.assertFalse(program.is_sensitive(program.button('Save')))
        program.key('ctrl+s')
        if content is not None:
            self.assertEqual(program.content(), content)

    def test_broken_yaml(self):
        self.assert_not_shown(b'---\ntitle: a\nsections:\n  - hero: [\n---\n', 'line ', 'column ')

    def test_not_utf8(self):
        self.assert_not_shown(b'---\ntitle: caf\xe9\n---\n', 'line 2, column 11')

    def test_no_front_matter(self):
        self.assert_not_shown(b'# Hello\n', 'index.md')

    def test_no_file(self):
        self.assert_not_shown(None, 'There is no file of this name')

    def test_try_again(self):
        program = self.program
        with open(program.file, 'wb') as file:
            file.write(b'nothing')
        program.start()
        program.button('Try Again')
        with open(program.file, 'wb') as file:
            file.write(self.before)
        program.press('Try Again')
        program.wait_page(f"{HEADING} === 'Welcome to the harbour'")

    def test_what_is_no_text_is_not_to_be_mended(self):
        program = self.program
        with open(program.file, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n\0\0')
        program.start()
        program.button('Try Again')
        texts = ' '.join(program.names('label'))
        self.assertIn('not a text file', texts)
        self.assertNotIn('text editor', texts)

    def has_focus_after(self, key, name):
        """The button, within the moment that the focus takes to get there."""
        self.program.key(key)
        try:
            return wait('the focus', lambda: self.has_focus(self.program.button(name)), 2)
        except AssertionError:
            return False

    def assert_section_can_be_added(self):
        program = self.program
        program.start()
        wait('a word about it', lambda: [node for node in program.all('No Sections Yet', 'label') if is_shown(node)])
        wait('the list to have the focus', lambda: self.has_focus(program.find('Page settings', 'list item')))
        self.assertTrue(any(self.has_focus_after('Tab', 'Add section') for _ in range(3)))
        program.press('Add section')
        program.press('Hero')
        program.set_text(self.title_field(), 'Ahoy')
        program.wait_page(f"{HEADING} === 'Ahoy'")

    def test_page_without_sections(self):
        for sections in (b'', b'sections: []\n', b'sections:\n'):
            with self.subTest(sections), open(self.program.file, 'wb') as file:
                file.write(b'---\ntitle: Harbour Board\n' + sections + b'---\n')
                file.flush()
                try:
                    self.assert_section_can_be_added()
                finally:
                    self.program.stop_process()
                    # Which would be offered the next time.
                    shutil.rmtree(os.path.join(self.program.folder, '.local/state/frontage'), ignore_errors=True)

    def resize(self, width):
        """As a window manager does it, which asks nobody."""
        self.program.xdotool('windowsize', self.program.window_id(), width, 700)
        wait('its width', lambda: abs(self.program.extents(self.program.find_frame()).width - width) < 30)

    def is_within(self, node):
        box = self.program.extents(node)
        return box.x >= 0 and box.x + box.width <= self.program.extents(self.program.find_frame()).width

    def shows(self, name):
        return any(map(is_shown, self.program.all(name)))

    def test_narrow_window(self):
        program = self.program
        self.start()
        self.assertFalse(self.shows('Edit'))
        self.resize(380)
        for name in ('Back', 'Undo', 'Redo', 'Save', 'Main menu', 'Preview'):
            wait(f'{name} to be in the window', lambda: any(is_shown(node) and self.is_within(node) for node in program.all(name)))
        self.assertFalse(self.shows('Page'))
        program.press('Preview')
        wait('the page instead of the form', lambda: self.shows('Page') and not self.shows('Form'))
        program.wait_page('innerWidth > 300 && innerWidth < 400')
        program.click_in_page('main h1')
        wait('the form, with the focus in the field', lambda: self.has_focus(self.title_field()))
        program.key('F9')
        program.button('Edit')
        self.resize(1200)
        wait('both', lambda: self.shows('Page') and self.shows('Form'))
        self.assertFalse(self.shows('Edit'))

    def test_close_without_changes(self):
        self.start()
        self.close()
        wait('the program to end', self.program.ended)

    def test_closing_asks(self):
        program = self.program
        self.start()
        program.set_text(self.title_field(), 'Kept')
        program.wait_page(f"{HEADING} === 'Kept'")
        self.close()
        program.press('Cancel')
        wait('the question to go', lambda: not program.all('Discard', 'push button'))
        self.assertEqual(program.title(), '• Harbour Board')
        self.close()
        dialog = wait('the question', lambda: program.nodes(lambda item: item.role in ('dialog', 'alert')))[0]
        save = [node for node in program.all('Save', 'push button', dialog) if is_shown(node)][0]
        save.get_action_iface().do_action(0)
        wait('the program to end', program.ended)
        self.assert_one_line_changed(b'      title: Welcome to the harbour', b'      title: Kept')

    def test_closing_discards(self):
        program = self.program
        self.start()
        program.set_text(self.title_field(), 'Lost')
        program.wait_page(f"{HEADING} === 'Lost'")
        self.close()
        program.press('Discard')
        wait('the program to end', program.ended)
        self.assertEqual(program.content(), self.before)

    def test_file_changed_by_others(self):
        program = self.program
        self.start()
        program.set_text(self.title_field(), 'Mine')
        program.wait_page(f"{HEADING} === 'Mine'")
        theirs = self.before.replace(b'Learn to sail', b'Learn to row')
        with open(program.file, 'wb') as file:
            file.write(theirs)
        program.press('Save')
        wait('the mark of unsaved changes to go', lambda: program.title() == 'Harbour Board')
        self.assertEqual(program.content(), theirs.replace(b'title: Welcome to the harbour', b'title: Mine'))

    def test_link_and_mode_are_kept(self):
        program = self.program
        real = os.path.join(program.folder, 'real.md')
        os.rename(program.file, real)
        os.chmod(real, 0o640)
        os.symlink(real, program.file)
        self.start()
        program.set_text(self.title_field(), 'Linked')
        self.save()
        self.assertTrue(os.path.islink(program.file))
        self.assertEqual(stat.S_IMODE(os.stat(real).st_mode), 0o640)
        self.assert_one_line_changed(b'      title: Welcome to the harbour', b'      title: Linked')
        self.assertEqual([name for name in os.listdir(program.folder) if 'frontage-' in name], [])


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
