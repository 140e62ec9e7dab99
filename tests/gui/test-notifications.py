# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told of work that ends while people look at another window."""

import fcntl
import os
import subprocess
import sys
import unittest

from gui import Atspi, GLib, Gio, PROBE, Program, find_window, portals, wait

LOCKED_BYTE = 1 << 30  # fr-file-hold.c

INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>'''


class Desktop:
    """Takes the notifications that a desktop would show: title and body of each, by its number."""

    def __init__(self):
        self.shown = {}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.object = self.bus.register_object('/org/freedesktop/Notifications', interface, self.on_call, None, None)
        self.name = Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE,
                                                   None, None)

    def stop(self):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.object)

    def on_call(self, bus, sender, path, interface, method, parameters, invocation):
        if method == 'Notify':
            number = len(self.shown) + 1
            self.shown[number] = parameters.unpack()[3:5]
            invocation.return_value(GLib.Variant('(u)', (number,)))
        elif method == 'CloseNotification':
            self.shown.pop(parameters.unpack()[0])
            invocation.return_value(None)
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (['body', 'actions'],)))
        else:
            invocation.return_value(GLib.Variant('(ssss)', ('test', 'test', '1', '1.2')))


@portals
class NotificationTest(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop()
        self.addCleanup(self.desktop.stop)
        self.program = Program()
        self.program.start(self.program.site)
        self.program.wait_page("document.querySelector('main h1')?.textContent.trim() === 'Welcome to the harbour'")
        self.other = subprocess.Popen([os.path.join(os.path.dirname(PROBE), 'drag'), '/'])
        self.other_window = wait('the other window', self.find_other)

    def tearDown(self):
        self.other.kill()
        self.other.wait()
        complaints = self.program.complaints()
        self.program.stop()
        self.assertEqual(complaints, [])

    def find_other(self):
        return find_window('Drag from here')

    def is_active(self):
        return self.program.find_frame().get_state_set().contains(Atspi.StateType.ACTIVE)

    def save_and_go(self, meanwhile=lambda: None):
        """The save lasts until people have gone, as another program holds the file, by the lock that each save waits for."""
        program = self.program
        program.open_section('Hero: Welcome to the harbour')
        program.set_text(program.field('Title', program.find('Form')), 'Changed')
        program.key('Tab')
        wait('the window to be active', self.is_active)
        with open(program.file, 'r+b') as held:
            fcntl.lockf(held, fcntl.LOCK_EX, 1, LOCKED_BYTE)
            program.xdotool('key', 'ctrl+s')
            wait('the save to begin', lambda: not program.is_sensitive(program.button('Save')))
            program.xdotool('windowfocus', self.other_window)
            wait('the window to be out of sight', lambda: not self.is_active())
            meanwhile()

    def test_saved_out_of_sight(self):
        program = self.program
        self.save_and_go()
        wait('the desktop to be told', lambda: list(self.desktop.shown.values()) == [('“Harbour Board” is saved', '')])
        self.assertIn(b'title: Changed', program.content())
        program.xdotool('windowfocus', program.window_id())
        wait('it to be withdrawn', lambda: not self.desktop.shown)

    def put_folder(self):
        os.remove(self.program.file)
        os.mkdir(self.program.file)

    def test_not_saved_out_of_sight(self):
        self.save_and_go(self.put_folder)
        wait('the desktop to be told', lambda: [title for title, _ in self.desktop.shown.values()] ==
             ['“Harbour Board” is not saved'])

    def test_saved_in_sight(self):
        program = self.program
        program.open_section('Hero: Welcome to the harbour')
        program.set_text(program.field('Title', program.find('Form')), 'Changed')
        program.key('ctrl+s')
        wait('the file to be saved', lambda: program.title() == 'Harbour Board' and b'title: Changed' in program.content())
        self.assertEqual(self.desktop.shown, {})


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], '-v', *sys.argv[3:]])
