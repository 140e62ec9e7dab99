"""The part of a desktop's session manager that a program asks not to log out: it writes each call to a file, one a line.
A process of its own, since the program waits for its answers while the test waits for the program.

usage: session-manager.py FILE
"""

import sys

from gi.repository import Gio, GLib

NAME, PATH, CLIENT = 'org.gnome.SessionManager', '/org/gnome/SessionManager', '/org/gnome/SessionManager/Client1'
INTERFACES = Gio.DBusNodeInfo.new_for_xml('''
<node>
  <interface name="org.gnome.SessionManager">
    <method name="RegisterClient">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="UnregisterClient"><arg type="o" direction="in"/></method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
      <arg type="u" direction="in"/><arg type="u" direction="out"/>
    </method>
    <method name="Uninhibit"><arg type="u" direction="in"/></method>
  </interface>
  <interface name="org.gnome.SessionManager.ClientPrivate">
    <method name="EndSessionResponse"><arg type="b" direction="in"/><arg type="s" direction="in"/></method>
  </interface>
</node>''').interfaces

told = open(sys.argv[1], 'w', encoding='utf-8', buffering=1)
cookies = iter(range(1, 1000))


def on_call(bus, sender, path, interface, method, parameters, invocation):
    answer = None
    if method == 'RegisterClient':
        answer = GLib.Variant('(o)', (CLIENT,))
    elif method == 'Inhibit':
        answer = GLib.Variant('(u)', (next(cookies),))
    print(method, *parameters.unpack(), sep='\t', file=told)
    invocation.return_value(answer)


def on_bus(bus, name):
    for path, interface in ((PATH, INTERFACES[0]), (CLIENT, INTERFACES[1])):
        bus.register_object(path, interface, on_call, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus,
                 lambda bus, name: print('ready', file=told), None)
GLib.MainLoop().run()
