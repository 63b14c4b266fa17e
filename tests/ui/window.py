#!/usr/bin/python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside: keys go in, and only what a screen reader sees comes out.

Usage: window.py BUILD_FOLDER      (needs a display and a session bus; answers in TAP)

Each run starts the program on the Hedensted example in a file of its own, today being
Sunday 3 May 2026, and goes to week 19: three empty places, two in Juelsminde and the host
in Tørring. What was written is asked of husvagt-cli. A warning from GTK fails the run.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    print('1..0 # SKIP needs pyatspi')
    sys.exit(0)
if not shutil.which('xdotool') or not os.environ.get('DISPLAY'):
    print('1..0 # SKIP needs xdotool and a display')
    sys.exit(0)

BUILD = os.path.abspath(sys.argv[1])
CLI = f'{BUILD}/src/cli/husvagt-cli'
PATIENCE = 20.0  # seconds: a busy machine must not fail a run
PLAIN_SPACE = str.maketrans('\u00a0\u202f', '  ')


def wait_for(what, find):
    """Asks again until there is an answer that is not empty."""
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            answer = find()
        except Exception:  # a widget that went away while it was being read
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f'never saw {what}')


class Program:
    def __init__(self, language='C', **more):
        self.folder = tempfile.mkdtemp(prefix='husvagt-window-')
        self.env = dict(os.environ, HUSVAGT_DATA=f'{self.folder}/example.husvagt', HUSVAGT_TODAY='2026-05-03',
                        HUSVAGT_LOCALE_DIR=f'{BUILD}/po', GSETTINGS_SCHEMA_DIR=f'{BUILD}/data',
                        GSETTINGS_BACKEND='memory', GSK_RENDERER='cairo', ADW_DISABLE_PORTAL='1',
                        LANGUAGE=language, LC_ALL='C.UTF-8', HOME=self.folder, NO_AT_BRIDGE='0', **more)
        self.env.pop('GTK_A11Y', None)
        if language != 'C':
            self.env['HUSVAGT_LANGUAGE'] = language
        self.prepare()
        self.log = open(f'{self.folder}/log', 'w+', encoding='utf-8')
        self.process = subprocess.Popen([f'{BUILD}/src/ui/husvagt'], env=self.env, stdout=self.log,
                                        stderr=subprocess.STDOUT)

    def __enter__(self):
        self.window = wait_for('a window', lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
            capture_output=True, text=True).stdout.split()[-1])
        subprocess.run(['xdotool', 'windowfocus', self.window], check=True)
        self.tree = wait_for('the program', self.find_tree)
        return self

    def __exit__(self, kind, value, trace):
        self.process.terminate()
        self.process.wait(10)
        self.log.seek(0)
        # GTK 4.8 may draw a scroll bar one frame before it has its room: nothing of ours, and nobody sees it.
        ours = r'(Gtk|Adw|Gdk|GLib|husvagt)[^ ]*-(WARNING|CRITICAL)|Theme parser'
        said = [line for line in self.log
                if re.search(ours, line) and 'without a current allocation' not in line]
        shutil.rmtree(self.folder)
        if kind is None and said:
            raise AssertionError('the program said: ' + ''.join(said))

    def prepare(self):
        """What is there before the program starts."""
        self.cli('demo', 'hedensted')

    def find_tree(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            child = desktop.getChildAtIndex(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def cli(self, *words):
        return subprocess.run([CLI, *words], env=dict(self.env, LANGUAGE='C'), capture_output=True, text=True).stdout

    def keys(self, *names):
        for name in names:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', name], check=True)
            time.sleep(0.2)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)

    def names(self):
        """The names of everything in the window, in reading order."""
        answer, heap = [], [self.tree]
        while heap:
            node = heap.pop()
            if node is None:
                continue
            answer.append((node.name or '').translate(PLAIN_SPACE))
            heap.extend(node.getChildAtIndex(i) for i in reversed(range(node.childCount)))
        return answer

    def see(self, pattern):
        return wait_for(pattern, lambda: [name for name in self.names() if re.search(pattern, name)])[0]

    def count_missing(self):
        return json.loads(self.cli('check', '2026-W19', '--json'))['missing']

    def wait_missing(self, number):
        wait_for(f'{number} missing', lambda: self.count_missing() == number)

    def go_to_week_19(self):
        self.keys('alt+Right')
        self.see('^3 empty places in week 19')

    def assign_best(self):
        """The next empty place, the list of people, the first of them."""
        self.keys('F8', 'Return')
        self.see('best choice')
        self.keys('Return')


def run_starts():
    """The week says what is missing, and the sentence of the house can be read."""
    with Program() as program:
        program.go_to_week_19()
        program.see('^Juelsminde, Monday: IT-hjælp, 2 missing$')
        program.see('^Tørring, Wednesday: Kaffevært, 1 missing$')
        program.see('^Next Empty Place$')


def run_assigns_by_keyboard():
    """A3: F8, Enter, Enter puts the best one there and goes on."""
    with Program() as program:
        program.go_to_week_19()
        program.assign_best()
        program.wait_missing(2)
        program.see('^2 empty places in week 19')


def run_undoes():
    """A9: Ctrl+Z takes it back, Ctrl+Shift+Z does it again."""
    with Program() as program:
        program.go_to_week_19()
        program.assign_best()
        program.wait_missing(2)
        program.keys('Escape', 'ctrl+z')
        program.wait_missing(3)
        program.see('^3 empty places in week 19')
        program.keys('ctrl+shift+z')
        program.wait_missing(2)


def run_finds_by_typing():
    """A name that is typed is found without its accents."""
    with Program() as program:
        program.go_to_week_19()
        program.keys('F8', 'Return')
        program.see('best choice')
        program.type('verner')
        program.see('^Verner Østby')
        program.keys('Return')
        program.wait_missing(2)
        assert 'Verner Østby' in program.cli('week', '2026-W19')


def run_sees_another_process():
    """A16: what the command line does is seen, and what it takes back too."""
    with Program() as program:
        program.go_to_week_19()
        program.cli('assign', 'Juelsminde', '2026-05-04', 'IT-hjælp', 'Grethe Fjordvang')
        program.see('^2 empty places in week 19')
        program.cli('undo')
        program.see('^3 empty places in week 19')


def run_speaks(language, page, gap):
    with Program(language) as program:
        program.keys('alt+Right')
        program.see(gap)
        program.see(page)


def run_speaks_danish():
    """A30: the same window in Danish, without a Danish locale."""
    run_speaks('da', '^Frivillige$', '^3 tomme pladser i uge 19')


def run_speaks_swedish():
    """A30: and in Swedish."""
    run_speaks('sv', '^Volontärer$', '^3 tomma platser.* vecka 19')


def run_narrows():
    """A window as narrow as a phone shows a list of days, and can still be edited."""
    with Program() as program:
        program.go_to_week_19()
        subprocess.run(['xdotool', 'windowsize', '--sync', program.window, '400', '720'], check=True)
        program.see('Juelsminde')
        program.keys('F8', 'Return')
        program.see('best choice')
        program.keys('Return')
        program.wait_missing(2)


def run_darkens():
    """Dark and high contrast have no colour that the style sheet does not know."""
    with Program(ADW_DEBUG_COLOR_SCHEME='prefer-dark', ADW_DEBUG_HIGH_CONTRAST='1') as program:
        program.go_to_week_19()
        for section in '234561':
            program.keys('alt+' + section)
        program.see('^3 empty places in week 19')


def run_counts_visits():
    """A11: Space at the door counts one more, Backspace one fewer."""
    with Program() as program:
        program.see('^3 May|^Week')
        program.keys('alt+4')
        program.see('^53$')
        time.sleep(1)  # the focus comes to the button when all else is done
        program.keys('space', 'space', 'space', 'BackSpace')
        program.see('^55$')


def run_survives_its_end():
    """A week that was planned is planned when the program comes back."""
    with Program() as program:
        program.go_to_week_19()
        program.assign_best()
        program.wait_missing(2)
        program.process.kill()
        program.process.wait(10)
        assert program.count_missing() == 2
        assert program.cli('verify') != ''


def main(runs):
    print(f'1..{len(runs)}')
    failed = 0
    for number, run in enumerate(runs, 1):
        try:
            run()
            print(f'ok {number} {run.__name__[4:]}')
        except Exception as error:
            failed += 1
            print(f'not ok {number} {run.__name__[4:]}')
            print('\n'.join(f'# {line}' for line in str(error).splitlines()))
        sys.stdout.flush()
    return failed > 0


if __name__ == '__main__':
    sys.exit(main([run for name, run in globals().items() if name.startswith('run_') and run is not run_speaks]))
