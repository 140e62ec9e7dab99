# SPDX-License-Identifier: GPL-3.0-or-later
"""portal.py COMMAND…: the command on a bus where something stands for Flatpak's portal. A test's own bus in a sandbox has none,
but GTK asks for its version there, and complains if nobody answers. It is so old that nothing else is asked of it."""
import sys

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.portal.Flatpak'
XML = f'<node><interface name="{NAME}"><property name="version" type="u" access="read"/></interface></node>'
loop = GLib.MainLoop()
status = 1


def on_ended(process, result):
    global status
    process.wait_finish(result)
    status = process.get_exit_status() if process.get_if_exited() else 128 + process.get_term_sig()
    loop.quit()


def on_bus(bus, _name):
    bus.register_object('/org/freedesktop/portal/Flatpak', Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], None,
                        lambda *_: GLib.Variant('u', 1), None)


def on_name(_bus, _name):
    Gio.Subprocess.new(sys.argv[1:], Gio.SubprocessFlags.NONE).wait_async(None, on_ended)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, on_name, None)
loop.run()
sys.exit(status)
