# SPDX-License-Identifier: GPL-3.0-or-later
"""portal.py: stands for Flatpak's portal on a bus within a sandbox, where there is none: GTK asks for its version, and complains
if nobody answers. It is so old that nothing else is asked of it."""
from gi.repository import Gio, GLib

NAME = 'org.freedesktop.portal.Flatpak'
XML = f'<node><interface name="{NAME}"><property name="version" type="u" access="read"/></interface></node>'


def on_bus(bus, name):
    bus.register_object('/org/freedesktop/portal/Flatpak', Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], None,
                        lambda *_: GLib.Variant('u', 1), None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, None, None)
GLib.MainLoop().run()
