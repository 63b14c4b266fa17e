#!/usr/bin/python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside: keys and the mouse go in, and only what a screen reader sees comes out.

Usage: window.py BUILD_FOLDER [RUN…]      (needs a display and a session bus; answers in TAP)

Each run starts the program on the Hedensted example in a file of its own, today being
Sunday 3 May 2026, and goes to week 19: three empty places, two in Juelsminde and the host
in Tørring. What was written is asked of husvagt-cli. A warning from GTK fails the run.
"""

import json
import os
import shutil
import sys
import traceback

try:
    from outside import Hands, Program, Screen, wait_for
except ImportError:
    print('1..0 # SKIP needs python3-gi')
    sys.exit(0)
if not shutil.which('xdotool') or not os.environ.get('DISPLAY'):
    print('1..0 # SKIP needs xdotool and a display')
    sys.exit(0)


class Husvagt(Program):
    """The program, and the words of its window."""

    build = os.path.abspath(sys.argv[1])
    screen = None
    hands = None

    def __init__(self, language='C', **more):
        super().__init__(Husvagt.build, Husvagt.screen, Husvagt.hands, language, **more)

    def go_to_week_19(self):
        self.keys('alt+Right')
        self.see('^3 empty places in week 19')

    def go_to_gap(self, where='IT-hjælp, Juelsminde'):
        self.keys('F8')
        self.see_focus(f'^Empty place: {where}')

    def assign_best(self):
        """The list of people for the place with the focus, and the first of them."""
        self.keys('Return')
        self.see_focus('^Search by name')
        self.keys('Return')

    def count_missing(self):
        return json.loads(self.cli('check', '2026-W19', '--json') or '{}').get('missing')

    def wait_missing(self, number):
        wait_for(f'{number} missing in the file', lambda: self.count_missing() == number,
                 lambda: self.cli('week', '2026-W19'))


def run_starts():
    """The week says what is missing, and the sentence of the house can be read."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.see('^Juelsminde, Monday: IT-hjælp, 2 missing$', '^Tørring, Wednesday: Kaffevært, 1 missing$',
                    '^Next Empty Place$')


def run_assigns_by_keyboard():
    """A3: F8, Enter, Enter puts the best one there and goes on."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.assign_best()
        program.see('^2 empty places in week 19', '^Grethe Fjordvang, IT-hjælp, Juelsminde')
        program.see_focus('^Empty place: IT-hjælp, Juelsminde')
        program.wait_missing(2)


def run_goes_to_the_last_gap():
    """F8 from the first empty place to the last and round again, and Shift+F8 back."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.go_to_gap()
        program.go_to_gap('Kaffevært, Tørring')
        program.go_to_gap()
        program.see('^Started again from the first empty place$')
        program.keys('shift+F8')
        program.see_focus('^Empty place: Kaffevært, Tørring')


def run_closes_every_gap():
    """A35: the whole week without a mouse."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.assign_best()
        program.see('^2 empty places in week 19')
        program.see_focus('^Empty place: IT-hjælp, Juelsminde')
        program.assign_best()
        program.see('^1 empty place in week 19')
        program.see_focus('^Empty place: Kaffevært, Tørring')
        program.assign_best()
        program.see('^Hans Mølbak, Kaffevært, Tørring')
        program.see_no('^Empty place')
        program.wait_missing(0)


def run_undoes():
    """A30: Ctrl+Z takes it back, Ctrl+Shift+Z does it again."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.assign_best()
        program.see('^2 empty places in week 19')
        program.keys('ctrl+z')
        program.see('^3 empty places in week 19', '^Undone')
        program.wait_missing(3)
        program.keys('ctrl+shift+z')
        program.see('^2 empty places in week 19', '^Done again')
        program.wait_missing(2)


def run_finds_by_typing():
    """A name that is typed is found without its accents."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.keys('Return')
        program.see_focus('^Search by name')
        program.type('ostby')
        program.see_focus('^Search by name', told='^Verner Østby')
        program.keys('Return')
        program.see('^Verner Østby, IT-hjælp, Juelsminde')
        program.wait_missing(2)
        assert 'Verner Østby' in program.cli('week', '2026-W19')


def run_drags():
    """A person is dragged from one house's card to another's empty place."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.drag('^Inger Rønhave, Kaffevært, Juelsminde', '^Empty place: Kaffevært, Tørring')
        program.see('^Inger Rønhave, Kaffevært, Tørring, Wednesday 6 May', '^Empty place: Kaffevært, Juelsminde')
        assert '0 of 1' in program.cli('week', '2026-W19').partition('Tørring')[0]
        program.keys('ctrl+z')
        program.see('^Inger Rønhave, Kaffevært, Juelsminde', '^Empty place: Kaffevært, Tørring')


def run_calls_off():
    """A9: who can step in, with their numbers; the answers are kept, and a yes is on the shift."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.keys('Up')
        program.see_focus('^(?!Empty place).*, IT-hjælp, Juelsminde')
        program.keys('Return')
        program.click('^Called Off…')
        program.see('^1. Grethe Fjordvang: can', '^12 34 56 07$')
        program.click('^no answer$', within='^Answer of Grethe')
        program.see_pressed('^no answer$', within='^Answer of Grethe')
        program.click('^yes$', within='^Answer of Verner')
        program.see_pressed('^yes$', within='^Answer of Verner')
        program.see('^Verner Østby, IT-hjælp, Juelsminde')

        program.end()
        program.start()
        program.go_to_week_19()
        program.see('^Verner Østby, IT-hjælp, Juelsminde')


def run_sees_another_process():
    """A31: what the command line does is seen, and what it takes back too."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.cli('assign', 'Juelsminde', '2026-05-04', 'IT-hjælp', 'Grethe Fjordvang')
        program.see('^2 empty places in week 19')
        program.cli('undo')
        program.see('^3 empty places in week 19')


def speak(language, *words):
    with Husvagt(language) as program:
        program.keys('alt+Right')
        program.see(*words)


def run_speaks_danish():
    """A34: the same window in Danish, without a Danish locale."""
    speak('da', '^3 tomme pladser i uge 19', '^Frivillige$', '^Juelsminde, mandag 4. maj')


def run_speaks_swedish():
    """A34: and in Swedish."""
    speak('sv', '^3 tomma platser.* vecka 19', '^Volontärer$', '^Juelsminde, måndag 4 maj')


def run_narrows():
    """A window as narrow as a phone shows a list of days, and can still be edited."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.resize(400, 720)
        program.see_no('^This Week$')
        program.go_to_gap()
        program.assign_best()
        program.see('^2 empty places in week 19')
        program.wait_missing(2)


def run_darkens():
    """Dark and high contrast have no colour that the style sheet does not know."""
    with Husvagt(ADW_DEBUG_COLOR_SCHEME='prefer-dark', ADW_DEBUG_HIGH_CONTRAST='1') as program:
        program.go_to_week_19()
        for section, word in (('2', '^22 volunteers'), ('3', '^Who helps|^New House'), ('4', '^One visit more'),
                              ('5', '^Hours, visits and waiting'), ('6', '^Publish a week'),
                              ('1', '^3 empty places in week 19')):
            program.keys('alt+' + section)
            program.see(word)


def run_counts_visits():
    """A1: Space at the door counts one more, Backspace one fewer."""
    with Husvagt() as program:
        program.see('^Next Empty Place$|^Week')
        program.keys('alt+4')
        program.see_focus('^One visit more')
        program.see('^53$')
        program.keys('space', 'space', 'space', 'BackSpace')
        program.see('^55$')


def run_survives_its_end():
    """A32: a week that was planned is planned when the program comes back."""
    with Husvagt() as program:
        program.go_to_week_19()
        program.go_to_gap()
        program.assign_best()
        program.wait_missing(2)
        program.end()
        program.wait_missing(2)
        assert program.cli('verify') != ''
        program.start()
        program.keys('alt+Right')
        program.see('^2 empty places in week 19')


def carry_out(number, run):
    name = run.__name__.removeprefix('run_')
    try:
        run()
    except Exception as error:  # whatever it is, the others go on
        traceback.print_exc()
        print(f'not ok {number} {name}')
        print(f'# {str(error).splitlines()[0] if str(error) else type(error).__name__}')
        return False
    print(f'ok {number} {name}')
    return True


def main(runs):
    wanted = sys.argv[2:]
    runs = [run for run in runs if not wanted or run.__name__.removeprefix('run_') in wanted]
    print(f'1..{len(runs)}', flush=True)
    Husvagt.screen, Husvagt.hands = Screen(), Hands()
    passed = []
    for number, run in enumerate(runs, 1):
        passed.append(carry_out(number, run))
        sys.stdout.flush()
    Husvagt.hands.close()
    return not all(passed)


if __name__ == '__main__':
    sys.exit(main([run for name, run in globals().items() if name.startswith('run_')]))
