# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a program has on the accessibility bus, asked for level by level, with one question for all of a level, instead of
several for each node. Of what was looked for there are accessibles then, which answer for themselves."""

from collections import namedtuple

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Item = namedtuple('Item', 'path place name role states')
bus = None


def role_name(name):
    """As GTK and the accessibility library of Debian 12 call it; newer ones say more and with other words."""
    return {'button': 'push button', 'toggle button': 'push button'}.get(name, name)


def connect():
    global bus
    if bus is None:
        address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
    return bus


def ask_for_children(name, paths):
    """Of all these nodes at once: (path, its children's paths). What has gone meanwhile has none."""
    answers = []

    def on_answer(connection, result, path):
        try:
            answers.append((path, [child for _, child in connection.call_finish(result).unpack()[0]]))
        except GLib.Error:
            answers.append((path, []))

    for path in paths:
        connect().call(name, path, 'org.a11y.atspi.Accessible', 'GetChildren', None, None, Gio.DBusCallFlags.NONE, 5000, None,
                       on_answer, path)
    while len(answers) < len(paths):
        GLib.MainContext.default().iteration(True)
    return answers


def find_places(name, top):
    """What is at and below the top, level by level: of each path its place, as index and path of all that it is in below the
    top and, at the end, its own."""
    places, paths = {top: ()}, [top]
    while paths:
        found = [(child, places[path] + ((index, child),)) for path, children in ask_for_children(name, paths)
                 for index, child in enumerate(children)]
        places.update(found)
        paths = [path for path, _ in found]
    return places


def list_items(top):
    """All at and below an accessible, in the order of the tree. What they are is told of all those at once that GTK was asked
    for before."""
    name = top.app.bus_name
    places = find_places(name, top.path)
    answer = connect().call_sync(name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems', None, None,
                                 Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]
    items = [Item(path, places[path], text, role_name(Atspi.role_get_name(Atspi.Role(role))), states)
             for (_, path), _, _, _, _, _, text, role, _, states in answer if path in places]
    return sorted(items, key=lambda item: [index for index, _ in item.place])


def has_state(item, state):
    return bool(item.states[int(state) // 32] >> int(state) % 32 & 1)


def step_down(node, index, path):
    """To the child at this place. GTK 4.8 leaves the pages of a stack out when it is asked for all children, and only then."""
    child = node.get_child_at_index(index)
    if child is not None and child.path != path:
        child = child.get_child_at_index(0)
    return child if child is not None and child.path == path else None


def reach(top, item):
    """The accessible; None: it has gone since."""
    node = top
    for index, path in item.place:
        node = step_down(node, index, path) if node is not None else None
    return node


def find(top, wanted):
    """Those at and below an accessible of which wanted (item) is true, in the order of the tree."""
    nodes = [reach(top, item) for item in list_items(top) if wanted(item)]
    return [node for node in nodes if node is not None]
