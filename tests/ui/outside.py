# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program from outside: keys and the mouse go in, and what a screen reader
sees comes out.

Nothing here sleeps for a fixed time. The X server keeps what is typed in order, and everything
that comes out is waited for, patiently: a busy machine makes a run longer, never red.
"""

import ctypes
import os
import re
import shutil
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

PATIENCE = 90.0  # seconds until something that does not come is missing
PLAIN_SPACE = str.maketrans('\u00a0\u202f', '  ')
COMPLAINT = re.compile(r'(Gtk|Adw|Gdk|GLib|husvagt)[^ ]*-(WARNING|CRITICAL)|Theme parser|ERROR: \w+Sanitizer')


def wait_for(what, find, instead=lambda: ''):
    """Asks again until there is an answer that is not empty; else says what stood there."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = find()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f'never saw {what}\n{instead()}')
        time.sleep(0.05)


# --- the keyboard and the mouse -----------------------------------------------------------

class Hands:
    """The X server's side: one that is slow must not take a key for being held down."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XInternAtom.restype = ctypes.c_ulong
        self.x11.XGetSelectionOwner.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.dragged = ctypes.c_ulong(self.x11.XInternAtom(self.display, b'XdndSelection', 0))
        self.x11.XAutoRepeatOff(self.display)
        self.x11.XSync(self.display, 0)

    def close(self):
        self.x11.XAutoRepeatOn(self.display)
        self.x11.XCloseDisplay(self.display)

    def is_dragging(self):
        return self.x11.XGetSelectionOwner(self.display, self.dragged) != 0

    @staticmethod
    def do(*words):
        return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True).stdout

    @staticmethod
    def try_to(*words):
        return subprocess.run(['xdotool', *map(str, words)], check=False, capture_output=True, text=True).stdout


# --- what a screen reader sees ------------------------------------------------------------

ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
FOCUSED, PRESSED = 12, 20  # states, as AT-SPI numbers them


class Widget:
    """What is said of one widget."""

    def __init__(self, path, parent):
        self.path = path
        self.parent = parent
        self.role = 0
        self.name = ''
        self.description = ''
        self.states = 0

    def has(self, state):
        return bool(self.states >> state & 1)

    def list_above(self):
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class Screen:
    """The accessibility bus of the session, and one program on it."""

    def __init__(self):
        self.session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = self.session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                         Gio.DBusCallFlags.NONE, 60000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.program = None

    def is_running(self, name):
        return self.session.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                      'NameHasOwner', GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE,
                                      60000, None).unpack()[0]

    def ask(self, path, interface, method, arguments=None, program=None):
        return self.bus.call_sync(program or self.program, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 60000, None).unpack()

    def find_program(self, pid):
        """The process's place on the bus, once it has one."""
        for name, _ in self.ask(ROOT, ACCESSIBLE, 'GetChildren', program='org.a11y.atspi.Registry')[0]:
            try:
                of = self.ask('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                              GLib.Variant('(s)', (name,)), program='org.freedesktop.DBus')[0]
            except GLib.Error:  # somebody who has just gone
                continue
            if of == pid:
                self.program = name
                return True
        return False

    def list_children(self, paths):
        """Those of many widgets in one go: what has gone meanwhile has none."""
        answers = {}

        def answered(bus, result, path):
            try:
                children = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                children = []
            answers[path] = [child for _, child in children if not child.endswith('/null')]

        for path in paths:
            self.bus.call(self.program, path, ACCESSIBLE, 'GetChildren', None, None, Gio.DBusCallFlags.NONE, 60000,
                          None, answered, path)
        while len(answers) < len(paths):
            GLib.MainContext.default().iteration(True)
        return answers

    def look(self):
        """Every widget of the program, those above others first."""
        widgets = {ROOT: Widget(ROOT, None)}
        level = [ROOT]
        while level:
            below = self.list_children(level)
            level = []
            for path, children in below.items():
                for child in children:
                    if child not in widgets:
                        widgets[child] = Widget(child, widgets[path])
                        level.append(child)
        for (_, path), _, _, _, _, _, name, role, description, states in self.ask(
                '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')[0]:
            if path in widgets:
                widget = widgets[path]
                widget.name, widget.description = name.translate(PLAIN_SPACE), description.translate(PLAIN_SPACE)
                widget.role, widget.states = role, states[0] | states[1] << 32
        return list(widgets.values())

    def get_area(self, widget):
        """Left, top, width and height in the window."""
        return self.ask(widget.path, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', (1,)))[0]


# --- the program --------------------------------------------------------------------------

APPLICATION = 'io.github.husvagt.Husvagt'
MOVES = 12  # from where a drag begins to where it ends


class Program:
    """Husvagt on the Hedensted example in a file of its own, today being Sunday 3 May 2026."""

    def __init__(self, build, screen, hands, language='C', **more):
        self.build = build
        self.screen = screen
        self.hands = hands
        self.folder = tempfile.mkdtemp(prefix='husvagt-window-')
        self.env = dict(os.environ, HUSVAGT_DATA=f'{self.folder}/example.husvagt', HUSVAGT_TODAY='2026-05-03',
                        HUSVAGT_LOCALE_DIR=f'{build}/po', GSETTINGS_SCHEMA_DIR=f'{build}/data',
                        GSETTINGS_BACKEND='memory', GSK_RENDERER='cairo', GDK_BACKEND='x11', ADW_DISABLE_PORTAL='1',
                        GTK_USE_PORTAL='0', GIO_USE_VFS='local', LANGUAGE=language, LC_ALL='C.UTF-8',
                        HOME=self.folder, **more)
        for name in ('GTK_A11Y', 'GTK_THEME', 'NO_AT_BRIDGE', 'HUSVAGT_LANGUAGE'):
            self.env.pop(name, None)
        if language != 'C':
            self.env['HUSVAGT_LANGUAGE'] = language
        self.prepare()
        self.log = open(f'{self.folder}/log', 'w+', encoding='utf-8')
        self.process = None
        self.window = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, value, trace):
        self.end()
        self.log.seek(0)
        # GTK 4.8 may draw a scroll bar one frame before it has its room: nothing of ours, and nobody sees it.
        said = [line for line in self.log
                if COMPLAINT.search(line) and 'without a current allocation' not in line]
        self.log.close()
        shutil.rmtree(self.folder)
        if kind is None and said:
            raise AssertionError('the program said: ' + ''.join(said))

    def prepare(self):
        """What is there before the program starts."""
        self.cli('demo', 'hedensted')

    def start(self):
        # One that is still ending would be asked to show its window instead.
        wait_for('the program before this one end', lambda: not self.screen.is_running(APPLICATION))
        self.process = subprocess.Popen([f'{self.build}/src/ui/husvagt'], env=self.env, stdout=self.log,
                                        stderr=subprocess.STDOUT)
        self.window = wait_for('a window', lambda: (self.is_alive() and self.hands.try_to(
            'search', '--onlyvisible', '--pid', self.process.pid)).split()[-1:])[0]
        wait_for('the program on the accessibility bus', lambda: self.screen.find_program(self.process.pid))
        self.take_focus()

    def end(self):
        """At once, whatever it is doing."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
        if self.process is not None:
            self.process.wait()

    def is_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        return True

    def cli(self, *words):
        """What husvagt-cli answers about the same file."""
        return subprocess.run([f'{self.build}/src/cli/husvagt-cli', *words], env=dict(self.env, LANGUAGE='C'),
                              capture_output=True, text=True, check=False).stdout

    # --- going in ---

    def take_focus(self):
        def has_focus():
            self.hands.try_to('windowfocus', self.window)
            return self.hands.try_to('getwindowfocus').split() == [self.window]
        wait_for('the window with the focus', has_focus)

    def keys(self, *names):
        for name in names:
            self.hands.do('key', name)

    def type(self, text):
        self.hands.do('type', '--delay', 10, text)

    def resize(self, width, height):
        self.hands.do('windowsize', self.window, width, height)

    def click(self, pattern, within=None):
        """What a screen reader's click does, once there is something that can be clicked."""
        wait_for(f'“{pattern}” to click', lambda: any(map(self.try_click, self.find_all(pattern, within))),
                 self.say_screen)

    def try_click(self, widget):
        try:
            return self.screen.ask(widget.path, 'org.a11y.atspi.Action', 'DoAction', GLib.Variant('(i)', (0,)))[0]
        except GLib.Error:  # a label of the same name, or not yet
            return False

    def find_point(self, widget):
        """The middle of a widget on the screen; the window has a frame where nobody manages windows."""
        geometry = self.hands.do('getwindowgeometry', '--shell', self.window)
        at = {key: int(value) for key, value in re.findall(r'^(X|Y|WIDTH|HEIGHT)=(-?\d+)$', geometry, re.M)}
        frame = self.screen.get_area(self.find('^Husvagt$'))
        left, top, width, height = self.screen.get_area(widget)
        return (at['X'] + (at['WIDTH'] - frame[2]) // 2 + left + width // 2,
                at['Y'] + (at['HEIGHT'] - frame[3]) // 2 + top + height // 2)

    def drag(self, what, onto):
        (x, y), (to_x, to_y) = self.find_point(self.find(what)), self.find_point(self.find(onto))
        self.hands.do('mousemove', x, y)
        self.screen.look()  # whoever answers has seen the pointer come
        self.hands.do('mousedown', 1)
        for step in range(1, MOVES + 1):
            self.hands.do('mousemove', x + (to_x - x) * step // MOVES, y + (to_y - y) * step // MOVES)
            if step == MOVES // 2:
                wait_for('something being dragged', self.hands.is_dragging, self.say_screen)
        for nudge in (1, 0, 1):  # and the place under the pointer has said that it takes it
            self.screen.look()
            self.hands.do('mousemove', to_x + nudge, to_y)
        self.screen.look()
        self.hands.do('mouseup', 1)

    # --- coming out ---

    def look(self):
        try:
            return self.screen.look()
        except GLib.Error:
            self.is_alive()
            return []

    def find_all(self, pattern, within=None):
        return [widget for widget in self.look() if re.search(pattern, widget.name)
                and (within is None or any(re.search(within, above.name) for above in widget.list_above()))]

    def find(self, pattern, within=None):
        where = '' if within is None else f' in “{within}”'
        return wait_for(f'“{pattern}”{where}', lambda: self.find_all(pattern, within), self.say_screen)[0]

    def names(self):
        return [widget.name for widget in self.look()]

    def see(self, *patterns):
        for pattern in patterns:
            self.find(pattern)

    def see_no(self, pattern):
        wait_for(f'the end of “{pattern}”', lambda: self.look() and not self.find_all(pattern), self.say_screen)

    def see_focus(self, pattern, told=''):
        """The focus is there: keys may come."""
        wait_for(f'the focus on “{pattern}” {told}', lambda: any(
            widget.has(FOCUSED) and re.search(told, widget.description) for widget in self.find_all(pattern)),
                 self.say_screen)

    def see_pressed(self, pattern, within=None):
        wait_for(f'“{pattern}” pressed', lambda: any(widget.has(PRESSED) for widget in self.find_all(pattern, within)),
                 self.say_screen)

    def has_area(self, widget):
        try:
            return all(self.screen.get_area(widget)[2:])
        except GLib.Error:
            return False

    def say_screen(self):
        """What stands there instead, for whoever reads that a run has failed."""
        widgets = self.look()
        names = dict.fromkeys(widget.name for widget in widgets
                              if not re.match('$|(Gtk|Adw|Hv)[A-Z]', widget.name) and self.has_area(widget))
        focus = [widget.name for widget in widgets if widget.has(FOCUSED)]
        return '\n'.join([f'the focus is on {focus}; on the screen:', *(f'  {name}' for name in names)])
