# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside: by the accessibility bus as a screen reader would, by the probe where
that bus ends (the web view), by keys and the pointer where they are what is tested. Waits for conditions,
never for time to pass."""

import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

import accessible  # noqa: E402

DEADLINE = 20
# Its own are shorter than a loaded machine needs.
Atspi.set_timeout(DEADLINE * 1000, DEADLINE * 1000)
SITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'site')
HEADING = "document.querySelector('main h1')?.textContent.trim()"
PROGRAM, PROBE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


def wait(what, condition, deadline=DEADLINE):
    """The condition's first true answer; accessibles that vanish on the way count as "not yet"."""
    end = time.monotonic() + deadline
    problem = ''
    while time.monotonic() < end:
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error as error:
            problem = f' ({error.message})'
        # Lets the accessibility library take in what the program told it.
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.04)
    raise AssertionError(f'not within {deadline} s: {what}{problem}')


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def is_shown(node):
    extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW) if node.get_component_iface() else None
    return extents is not None and extents.width > 0 and extents.height > 0


def find_window(title):
    """The number that the screen knows the newest window of this title by; None: it has none. In a sandbox the windows do
    not say which process they are of."""
    answer = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$'], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, check=False, text=True)
    return answer.stdout.split()[-1] if answer.stdout.split() else None


# A sandbox asks portals for these, which no test has on its own bus. The tests of the installed Flatpak have.
portals = unittest.skipIf(os.path.exists('/.flatpak-info'), 'in a sandbox, files, links, notifications and logging out are the portals’')

# There GTK is newer. It tells the bus of a menu's items, and not what they are called.
menus = unittest.skipIf(os.path.exists('/.flatpak-info'), 'in GTK 4.18 the items of menus have no names on the accessibility bus')

# There Flatpak makes the sandbox; and unseen.sh says so where none can be made.
own_sandbox = unittest.skipIf(os.path.exists('/.flatpak-info') or 'WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS' in os.environ,
                              'here WebKit makes no sandbox by itself')


# What no change of ours would end, by where it comes from.
COMPLAINTS = [
    # The bus proxy of WebKit's sandbox (it alone has no name of its own), of a client that went before it was let in: a race
    # within WebKit, which harms none.
    r'\(process:\d+\): WARNING .*: Error writing credentials to socket: ',
    # libadwaita 1.7 with GTK 4.18, of the heading of its own AdwMessageDialog. One without a line of ours does it, too.
    r'Trying to measure GtkLabel 0x[0-9a-f]+ for width of \d+, but it needs at least \d+',
]


def children(pid):
    """The processes that this one has started."""
    answer = []
    for path in glob.glob(f'/proc/{pid}/task/*/children'):
        with open(path, encoding='ascii') as file:
            answer += map(int, file.read().split())
    return answer


def command_name(pid):
    with open(f'/proc/{pid}/comm', encoding='utf-8') as file:
        return file.read().strip()


class Program:
    WRAPPER = []  # a command that starts the program as its only child

    def __init__(self, site=SITE):
        self.folder = tempfile.mkdtemp(prefix='frontage-gui-')
        self.site = os.path.join(self.folder, 'site')
        shutil.copytree(site, self.site)
        self.file = os.path.join(self.site, 'index.md')
        self.log = open(os.path.join(self.folder, 'stderr'), 'w+b')
        self.process = None

    def start_with_nothing(self, **environment):
        self.spawn([], environment)
        wait('the program on the accessibility bus', self.application)
        return self

    def start_again(self, file):
        """A second call of the program, which hands the file to the one that runs."""
        subprocess.run([PROGRAM, file], check=True, timeout=DEADLINE, env={**os.environ, 'HOME': self.folder})

    def start_service(self):
        """As the bus starts it: no window yet."""
        self.spawn(['--gapplication-service'], {})

    def start(self, file=None, **environment):
        self.spawn([file or self.file], environment)
        wait('the program on the accessibility bus', self.application)
        return self

    def spawn(self, arguments, environment):
        environment = {**os.environ, 'GIO_EXTRA_MODULES': os.path.dirname(PROBE), 'HOME': self.folder, **environment}
        self.process = subprocess.Popen([*self.WRAPPER, PROGRAM, *arguments], stderr=self.log, env=environment)

    def pid(self):
        return children(self.process.pid)[0] if self.WRAPPER else self.process.pid

    def application(self):
        assert self.process.poll() is None, f'the program ended: {self.stderr()}'
        desktop, pid = Atspi.get_desktop(0), self.pid()
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_process_id() == pid and node.get_child_count() > 0:
                return node
        return None

    def stop_process(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self):
        self.stop_process()
        self.log.close()
        shutil.rmtree(self.folder)

    def stderr(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read().decode()

    def complaints(self):
        """The lines of the standard error that no run should have."""
        return [line for line in self.stderr().splitlines()
                if re.search('WARNING|CRITICAL|ERROR', line) and not any(re.search(known, line) for known in COMPLAINTS)]

    def ended(self):
        return self.process.poll() is not None

    def content(self):
        with open(self.file, 'rb') as file:
            return file.read()

    # The accessibility bus.

    def nodes(self, wanted, below=None):
        """Those of which wanted (item) is true (accessible.py), in the order of the tree."""
        return accessible.find(below or self.application(), wanted)

    def names(self, kind=None, below=None):
        return [item.name for item in accessible.list_items(below or self.application()) if kind in (None, item.role)]

    def all(self, name, kind=None, below=None):
        return self.nodes(lambda item: item.name == name and kind in (None, item.role), below)

    def focused(self, below=None):
        return self.nodes(lambda item: accessible.has_state(item, Atspi.StateType.FOCUSED), below)

    def find(self, name, kind=None, below=None):
        return wait(f'{kind or "something"} named “{name}”', lambda: self.all(name, kind, below))[0]

    def button(self, name):
        """Newer GTK has a button in a menu button, both of this name: the one that can be pressed."""
        shown = wait(f'a button “{name}” that is shown',
                     lambda: [node for node in self.all(name, 'push button') if is_shown(node)])
        return next((node for node in shown if node.get_action_iface().get_n_actions() > 0), shown[0])

    def press(self, name):
        node = wait(f'the button “{name}” to be sensitive',
                    lambda: self.is_sensitive(self.button(name)) and self.button(name))
        assert node.get_action_iface().do_action(0)

    def is_sensitive(self, node):
        return node.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def call(self, node, action):
        """One of the actions that a widget offers, by its name."""
        iface = node.get_action_iface()
        names = [iface.get_action_name(index) for index in range(iface.get_n_actions())]
        assert iface.do_action(names.index(action)), names

    def field(self, name, below=None):
        return self.find(name, 'text', below)

    def text(self, node):
        text = node.get_text_iface()
        # None: the row went while it was looked at.
        return Atspi.Text.get_text(text, 0, text.get_character_count()) if text is not None else None

    def set_text(self, node, text):
        assert node.get_editable_text_iface().set_text_contents(text)

    def open_section(self, name):
        self.call(self.find(name, 'list item'), 'section.open')
        self.button('Back')

    def go_back(self):
        """To the list of sections. A button that is pressed over the bus does what it does a quarter of a second later."""
        self.press('Back')
        wait('the list to have the focus', lambda: [node for node in self.focused() if node.get_role_name() == 'list item'])

    def open_first(self):
        """What is chosen at first: the hero, or the page's settings."""
        self.key('Return')
        wait('its form', lambda: [node for node in self.all('Title', 'text') if is_shown(node)])

    def open_item(self, name):
        """The row of a list item, whose fields newer GTK shows on the bus only while it is open."""
        row = self.find(name, 'list item')
        self.call(row, 'item.open')
        return row

    def title(self):
        return self.find_frame().get_name()

    def frames(self):
        application = self.application()
        windows = [application.get_child_at_index(index) for index in range(application.get_child_count())]
        return [node for node in windows if node.get_role_name() == 'frame']

    def find_frame(self):
        return wait('the window', self.frames)[0]

    def activate(self, action):
        """An action of the window that its menu offers."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync('io.github.frontage.Frontage', '/io/github/frontage/Frontage/window/1', 'org.gtk.Actions', 'Activate',
                      GLib.Variant('(sava{sv})', (action, [], {})), None, Gio.DBusCallFlags.NONE, 5000, None)

    # The page in the web view.

    def probe(self, method, *arguments):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        parameters = GLib.Variant('(' + 's' * len(arguments) + ')', arguments) if arguments else None
        return bus.call_sync('io.github.frontage.Probe', '/probe', 'io.github.frontage.Probe', method, parameters,
                             None, Gio.DBusCallFlags.NONE, 5000, None).unpack()

    def page(self, script, world=''):
        """What the script says in the page; in the program's own world with "frontage"."""
        return json.loads(self.probe('Evaluate', script, world)[0])

    def wait_page(self, script):
        return wait(f'the page to say yes to {script}', lambda: self.page(script))

    # Keys and the pointer.

    def xdotool(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def window_id(self):
        return find_window(self.title())

    def key(self, *keys):
        window = wait('the window on the screen', self.window_id)
        self.xdotool('windowfocus', '--sync', window)
        self.xdotool('key', *keys)

    def focused_window(self):
        """The name of the window that keys go to."""
        answer = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowname'], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, check=False, text=True)
        return answer.stdout.strip()

    def extents(self, node):
        return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def visible_windows(self):
        """The width and the id of each, the largest first."""
        answer = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, text=True)
        sizes = []
        for window in answer.stdout.split():
            geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=False,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
            size = dict(line.split('=') for line in geometry.splitlines())
            sizes.append((int(size.get('WIDTH', 0)), window))
        return sorted(sizes, reverse=True)

    def largest_window(self):
        """Beside it there may be a menu, what is dragged, or what is said of what is pointed at."""
        return next(iter(self.visible_windows()), None)

    def point(self, x, y):
        """At a place in the window, as the accessibility bus counts."""
        width, window = wait('the window on the screen', self.largest_window)
        # Without a window manager the window has a border of its own, the same on each side. To newer GTK it is a part of
        # the frame, which then begins outside of what is counted from; and it takes it off once more from all within.
        frame = self.extents(self.find_frame())
        border = (width - frame.width) / 2
        self.xdotool('mousemove', '--window', window, round(border - 2 * frame.x + x), round(border - 2 * frame.y + y))

    def point_at(self, node):
        box = self.extents(node)
        self.point(box.x + box.width / 2, box.y + box.height / 2)

    def choose_place(self, title, path):
        """In GTK's dialog of this title, as people do who know where it is."""
        dialog = wait('the dialog', lambda: find_window(title))
        self.xdotool('windowfocus', '--sync', dialog)
        self.xdotool('type', path)
        wait('it to be typed', lambda: [node for node in self.nodes(lambda item: item.role == 'text') if
                                        self.text(node) == path])
        self.xdotool('key', 'Return')

    def drag(self, row, target, below):
        """The row by its handle, which is at its start, to above or below another one."""
        box, other = self.extents(row), self.extents(target)
        start, end = (box.x + 16, box.y + box.height / 2), (other.x + 60, other.y + other.height * (0.8 if below else 0.2))
        self.point(*start)
        self.xdotool('mousedown', 1)
        # In steps: a drag begins where the pointer has left its place, and the drop is known where it moves on the target.
        # What is dragged is the newest window by then. Each answer on the bus shows that the program is not behind.
        for _ in range(10):
            self.xdotool('mousemove_relative', '--sync', '--', *(round((b - a) / 10) for a, b in zip(start, end)))
            self.title()
        for step in (1, -1) * 5:
            self.xdotool('mousemove_relative', '--sync', '--', step, 0)
            self.title()
        self.xdotool('mouseup', 1)

    def click_in_page(self, selector, count=1):
        box = self.page(f'''(() => {{ const element = [...document.querySelectorAll({json.dumps(selector)})].find((e) => e.getClientRects().length > 0);
                            element.scrollIntoView({{ block: 'nearest' }});
                            const r = element.getBoundingClientRect();
                            return [r.left + r.width / 2, r.top + r.height / 2]; }})()''')
        (x, y), frame = self.probe('GetPlace'), self.extents(self.find_frame())
        self.point(frame.x + x + box[0], frame.y + y + box[1])
        self.xdotool('click', '--repeat', count, 1)


class WindowCase(unittest.TestCase):
    """A test of a window that shows a copy of the site."""

    def setUp(self):
        self.program = Program()
        self.before = self.program.content()

    def tearDown(self):
        complaints = self.program.complaints()
        self.program.stop()
        self.assertEqual(complaints, [])

    def start_at_list(self):
        self.program.start()
        self.program.find('Hero: Welcome to the harbour', 'list item')
        self.program.wait_page(f"{HEADING} === 'Welcome to the harbour'")

    def start(self):
        """The hero's form is open."""
        self.start_at_list()
        self.program.open_section('Hero: Welcome to the harbour')

    def title_field(self):
        return self.program.field('Title', self.program.find('Form'))

    def set_title(self, text):
        self.program.set_text(self.title_field(), text)
        self.program.wait_page(f"{HEADING} === '{text}'")

    def close(self):
        try:
            self.program.call(self.program.find_frame(), 'window.close')
        except GLib.GError as error:
            # The program may have ended before its answer was on its way.
            self.assertIn('disconnected', error.message)


class EditingCase(WindowCase):
    """A test of what becomes of the file. After that, undo gives it byte for byte, and redo the result."""

    def rows(self, prefix):
        """An item's row holds another one of its name, which has none of its actions."""
        rows = self.program.nodes(lambda item: item.role == 'list item' and item.name.startswith(prefix))
        return sorted(node.get_name() for node in rows if node.get_action_iface().get_n_actions() > 0)

    def wait_rows(self, prefix, *wanted):
        wait(f'the rows {wanted}', lambda: self.rows(prefix) == sorted(wanted))

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def focused(self):
        return [node for node in self.program.focused() if node.get_role_name() == 'text']

    def is_in_view(self, node):
        view, box = self.program.extents(self.program.find('Form')), self.program.extents(node)
        return view.y <= box.y and box.y + box.height <= view.y + view.height

    def save(self):
        before = self.program.content()
        self.program.press('Save')
        wait('the file to be saved', lambda: self.program.content() != before)
        return self.program.content()

    def assert_in_order(self, *texts):
        content = self.save().decode()
        places = [content.index(text) for text in texts]
        self.assertEqual(places, sorted(places))
        return content.encode()

    def press_again(self, button):
        return self.program.is_sensitive(button) and button.get_action_iface().do_action(0)

    def press_to_the_end(self, name):
        """Over the bus a button does four times a second at most what it is pressed for."""
        button = self.program.button(name)
        wait(f'“{name}” to have nothing to do any more', lambda: not self.press_again(button), 6 * DEADLINE)

    def assert_undone_and_redone(self, made):
        self.press_to_the_end('Undo')
        self.assertEqual(self.save(), self.before)
        self.press_to_the_end('Redo')
        self.assertEqual(self.save(), made)

    def row(self, name):
        return self.program.find(name, 'list item')

    def choose_in_menu(self, *keys):
        """In the menu that is open now, the item that so many keys lead to."""
        wait('the menu', lambda: [node for node in self.program.all('Duplicate', 'menu item') if is_shown(node)])
        # Which is a window of its own, and must not be given the keys, as it would take them with it when it goes.
        self.program.xdotool('key', *keys, 'Return')

    def click(self, node):
        wait('it to be shown', lambda: is_shown(node))
        self.program.point_at(node)
        self.program.xdotool('click', 1)

    def more(self, row):
        return self.program.find('More', below=row)
