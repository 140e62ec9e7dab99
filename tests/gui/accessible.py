# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a program has on the accessibility bus, asked for in one question instead of several for each node. Of what was
looked for there are accessibles then, which answer for themselves."""

from collections import Counter, namedtuple

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = '/org/a11y/atspi/accessible/root'

Item = namedtuple('Item', 'path parent index count name role states')
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


def ask(name, path, interface, method):
    return connect().call_sync(name, path, interface, method, None, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]


def ask_for_children(name, paths):
    """Of all these nodes at once: their children's paths. What has gone meanwhile has none."""
    answers = []

    def on_answer(connection, result):
        try:
            answers.append([path for _, path in connection.call_finish(result).unpack()[0]])
        except GLib.Error:
            answers.append([])

    for path in paths:
        connect().call(name, path, 'org.a11y.atspi.Accessible', 'GetChildren', None, None, Gio.DBusCallFlags.NONE, 5000, None, on_answer)
    while len(answers) < len(paths):
        GLib.MainContext.default().iteration(True)
    return [path for answer in answers for path in answer]


def list_known(name):
    """What GTK has been asked for before, by its paths."""
    return {path: Item(path, parent, index, count, text, role_name(Atspi.role_get_name(Atspi.Role(role))), states)
            for (_, path), _, (_, parent), index, count, _, text, role, _, states in
            ask(name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')}


def list_items(application):
    """All, by their paths."""
    name, asked = application.app.bus_name, set()
    while True:
        items = list_known(name)
        known = Counter(item.parent for item in items.values())
        beginnings = [item.path for item in items.values() if known[item.path] < item.count and item.path not in asked]
        if not beginnings:
            return items
        asked.update(beginnings)
        paths = beginnings
        while paths:
            paths = [path for path in ask_for_children(name, paths) if path not in items and path not in asked]
            asked.update(paths)


def has_state(item, state):
    return bool(item.states[int(state) // 32] >> int(state) % 32 & 1)


def way_to(items, item):
    """From below the application down to it; None: it is in no window."""
    way = []
    while item is not None and item.path != ROOT:
        way.insert(0, item)
        item = items.get(item.parent)
    return way if item is not None else None


def is_below(items, item, path):
    while item is not None and item.path != path:
        item = items.get(item.parent)
    return item is not None


def get_child(node, item):
    """It knows its place, but for the page of a stack, which has another one among the stack's children."""
    child = node.get_child_at_index(item.index)
    if child is not None and child.path == item.path:
        return child
    children = (node.get_child_at_index(index) for index in range(node.get_child_count()))
    return next((child for child in children if child is not None and child.path == item.path), None)


def reach(application, way):
    """The accessible at the end of the way; None: it has gone since."""
    node = application
    for item in way:
        node = get_child(node, item)
        if node is None:
            return None
    return node


def find(application, wanted, below=None):
    """Those of which wanted (item) is true, at or below an accessible, in the order of the tree."""
    items = list_items(application)
    ways = [way_to(items, item) for item in items.values()
            if wanted(item) and (below is None or is_below(items, item, below.path))]
    ways = sorted((way for way in ways if way), key=lambda way: [item.index for item in way])
    return [node for node in (reach(application, way) for way in ways) if node is not None]


def list_names(application, wanted, below=None):
    items = list_items(application)
    return [item.name for item in items.values() if wanted(item) and (below is None or is_below(items, item, below.path))]
