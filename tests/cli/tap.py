# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests as rows of a table: one function a row, one line of TAP a row.

A row is given a Row to say what it expects. It goes on after a difference, so that a
failing row shows everything that is wrong with it; `not ok` comes with what was
expected and what came. A row that expects nothing fails.
"""

import sys
import traceback

from shape import list_misfits


class Skip(Exception):
    """Raised with the reason by a row that this machine cannot carry out."""


def brief(value, most=1500):
    text = repr(value)
    return text if len(text) <= most else text[: most // 2] + " … " + text[-most // 2 :]


class Row:
    """What a row expects, and how that turned out."""

    def __init__(self):
        self.n_expected = 0
        self.wrong = []

    def same(self, what, came, expected):
        self.n_expected += 1
        if came != expected:
            self.wrong.append(f"{what}:\n  expected {brief(expected)}\n  came     {brief(came)}")

    def near(self, what, came, expected, within):
        self.n_expected += 1
        if not isinstance(came, (int, float)) or abs(came - expected) > within:
            self.wrong.append(f"{what}:\n  expected {expected!r} ± {within!r}\n  came     {came!r}")

    def true(self, what, holds, came=""):
        self.n_expected += 1
        if not holds:
            self.wrong.append(f"{what}\n  came     {brief(came)}" if came != "" else what)

    def fits(self, what, came, shape):
        """The JSON has what was promised of it (shape.py)."""
        misfits = list_misfits(came, shape)
        self.true("\n  ".join([f"{what}:", *misfits[:20]]), not misfits)

    def holds(self, what, text, *parts):
        """Each part stands in the text."""
        for part in parts:
            self.true(f"{what} names {part!r}", part in text, text)

    def lacks(self, what, text, *parts):
        for part in parts:
            self.true(f"{what} does not name {part!r}", part not in text, text)


class Table:
    def __init__(self):
        self.rows = []

    def row(self, name):
        """Makes the function below it a row of the table."""

        def add(function):
            self.rows.append((name, function))
            return function

        return add

    def run(self, *arguments, only=None):
        """Prints every row (or those whose name begins with `only`); true if all are ok."""
        rows = [(name, function) for name, function in self.rows if only is None or name.startswith(only)]
        print(f"1..{len(rows)}", flush=True)
        return all([report(number, name, function, arguments) for number, (name, function) in enumerate(rows, 1)])


def report(number, name, function, arguments):
    row = Row()
    try:
        function(row, *arguments)
    except Skip as reason:
        print(f"ok {number} {name} # SKIP {reason}", flush=True)
        return True
    except Exception:  # a row that cannot go on has failed, the table goes on
        row.wrong.append(traceback.format_exc().rstrip())
    if row.n_expected == 0 and not row.wrong:
        row.wrong.append("The row expects nothing.")
    print(f"{'ok' if not row.wrong else 'not ok'} {number} {name}", flush=True)
    # Where the harness shows it: of what a test writes to its output, only the verdicts are.
    for wrong in row.wrong:
        print("\n".join("# " + line for line in wrong.split("\n")), file=sys.stderr, flush=True)
    return not row.wrong


def main(table, *arguments):
    """The program's exit code, for a script called with the program and perhaps a row's beginning."""
    return 0 if table.run(*arguments, only=sys.argv[2] if len(sys.argv) > 2 else None) else 1
