#!/usr/bin/python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new user's run: from an empty start to a week without a gap, by keyboard alone.

Usage: newcomer.py BUILD_FOLDER      (needs a display and a session bus; answers in TAP)

The story of the first weeks: houses in Juelsminde on Mondays, Tørring on Wednesdays and
Hedensted on Thursdays, 53, 20 and 17 visits expected, twenty volunteers, and week 19
planned. How many keys it took is said, and how long that is for somebody who presses
two in a second.
"""

import subprocess
import sys

import window
from window import Husvagt, wait_for

HOUSES = (('Juelsminde', 'Monday', 53), ('Torring', 'Wednesday', 20), ('Hedensted', 'Thursday', 17))
NAMES = [f'{first} {last}' for last in ('Lindeskov', 'Munkholt')
         for first in ('Anna', 'Bo', 'Carla', 'Dan', 'Else', 'Finn', 'Gerda', 'Hans', 'Ida', 'Jens')]
WEEKDAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday')
PLACES = 11  # five in Juelsminde, three in each of the others
KEYS_IN_A_SECOND = 2


class Newcomer(Husvagt):
    """The program on a file that is not there yet; counts the keys."""

    presses = 0

    def prepare(self):
        pass

    def keys(self, *names):
        self.presses += len(names)
        super().keys(*names)

    def type(self, text):
        self.presses += len(text)
        super().type(text)

    def find_windows(self, title):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title],
                              capture_output=True, text=True, check=False).stdout.split()

    def attend(self, title):
        """The window of this title gets the keys, as a window manager would see to."""
        found = wait_for(f'the window {title}', lambda: self.find_windows(title))
        subprocess.run(['xdotool', 'windowfocus', '--sync', found[-1]], check=True)

    def assign_best_of(self, left):
        """The next empty place and its best one; then so many are left, on the disk and on the screen."""
        self.keys('F8')
        self.see_focus('^Empty place')
        self.assign_best()
        wait_for(f'{left} missing', lambda: self.count_missing() == left)
        wait_for('the list to close', lambda: not [name for name in self.names() if 'best choice' in name])
        self.see(rf'^{left} empty place' if left > 0 else 'fully staffed')


def make_house(program, name, weekday, visits, first):
    program.see('^Your first house$' if first else '^One more house$')
    program.attend('^Set Up a House$')
    program.type(name)
    if not first:
        # From the name over the kind of house to Monday, and on.
        program.keys(*['Tab'] * (2 + WEEKDAYS.index(weekday)), 'space')
        program.see(f'^{weekday}, opens$')
    program.keys('alt+v')
    program.type(str(visits))
    if first:
        program.keys('shift+Tab', '0', 'Tab')  # no host yet
    else:
        program.keys('Tab')
    program.see(rf'\b{visits}\b.*expected')
    program.keys('alt+n')
    program.see('^2 of 3: Volunteers$')


def run_newcomer():
    """Three houses, twenty volunteers, a week: and no gap is left."""
    with Newcomer() as program:
        program.see('^Welcome to Husvagt$')
        program.keys('Return')
        for number, house in enumerate(HOUSES):
            if number > 0:
                program.keys('alt+h')
            make_house(program, *house, number == 0)
        houses = program.presses

        for number, name in enumerate(NAMES):
            if number > 0:
                program.keys('Return')
            program.type(name)
        program.see('^20 new volunteers')
        program.keys('alt+n')
        people = program.presses
        program.see('^Make week 19$')
        program.see('IT help 3$')
        program.keys('alt+m')

        program.see(f'^{PLACES} empty places in week 19')
        wait_for('the assistant to close', lambda: not program.find_windows('^Set Up a House$'))
        program.attend('^Husvagt$')
        for left in range(PLACES - 1, -1, -1):
            program.assign_best_of(left)
        program.keys('ctrl+Return')
        program.see('Anna Lindeskov')
        minutes = program.presses / KEYS_IN_A_SECOND / 60
        print(f'# {program.presses} keys: {houses} for three houses, {people - houses} for twenty volunteers, '
              f'{program.presses - people} for the week; {minutes:.1f} minutes at {KEYS_IN_A_SECOND} a second')


if __name__ == '__main__':
    sys.exit(window.main([run_newcomer]))
