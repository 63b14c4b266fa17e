# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""husvagt-cli, called as a script would call it, on data in a folder of its own."""

import json
import os
import shutil
import subprocess
import tempfile

import tap

# No call of the tests takes near this long, even on a slow machine with a sanitizer.
PATIENCE = 120


class Answer:
    """What one call answered: exit code, text, and the JSON object if it was asked for."""

    def __init__(self, arguments, code, out, err):
        self.call = " ".join(arguments)
        self.code = code
        self.out = out
        self.err = err
        self._json = None

    @property
    def text(self):
        """The plain answer, with blanks where it has non-breaking ones."""
        return self.out.replace("\u00a0", " ")

    @property
    def json(self):
        if self._json is None:
            try:
                self._json = json.loads(self.out)
            except ValueError as reason:
                raise AssertionError(f"{self.call}: no JSON ({reason}): {self.out!r} {self.err!r}") from None
        return self._json

    def __getitem__(self, member):
        if member not in self.json:
            raise AssertionError(f"{self.call}: no “{member}” in {self.out}")
        return self.json[member]

    @property
    def warned(self):
        return [warning["code"] for warning in self["warnings"]]


class Program:
    """One organisation's file, and the program that works on it."""

    def __init__(self, path, today="2026-04-20", language="en"):
        self.path = os.path.abspath(path)
        self.folder = tempfile.mkdtemp(prefix="husvagt-test-")
        self.data = os.path.join(self.folder, "roster.husvagt")
        self.today = today
        self.language = language
        self.n_files = 0

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **more):
        kept = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment.update(
            HOME=self.folder,
            XDG_DATA_HOME=os.path.join(self.folder, "data"),
            LC_ALL="C.UTF-8",
            LANGUAGE=self.language,
            HUSVAGT_DATA=self.data,
            HUSVAGT_TODAY=self.today,
            HUSVAGT_WHO="tests",
            G_DEBUG="fatal-criticals",
        )
        environment.update(more)
        return {name: value for name, value in environment.items() if value is not None}

    def start(self, *arguments, stdin=subprocess.DEVNULL, **more):
        return subprocess.Popen(
            [self.path, *arguments],
            env=self.environment(**more),
            cwd=self.folder,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def call(self, *arguments, typed=None, **more):
        """The plain answer, whatever it is; `typed` comes in on standard input."""
        process = self.start(*arguments, stdin=subprocess.DEVNULL if typed is None else subprocess.PIPE, **more)
        try:
            out, err = process.communicate(typed and typed.encode("utf-8"), timeout=PATIENCE)
        finally:
            process.kill()
        return Answer(arguments, process.returncode, out.decode("utf-8"), err.decode("utf-8"))

    def ask(self, *arguments, **more):
        """The answer as JSON, whatever it is."""
        return self.call(*arguments, "--json", **more)

    def do(self, *arguments, **more):
        """As ask (), where the test can only go on when it is done."""
        answer = self.ask(*arguments, **more)
        if answer.code != 0:
            raise AssertionError(f"{answer.call}: exit {answer.code}: {answer.out}{answer.err}")
        return answer

    def file(self, content, suffix=".json"):
        """The path of a new file: of an object as JSON, of a text as UTF-8, of bytes as they are."""
        self.n_files += 1
        path = os.path.join(self.folder, f"file-{self.n_files}{suffix}")
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False, indent=1)
        if isinstance(content, str):
            content = content.encode("utf-8")
        with open(path, "wb") as file:
            file.write(content)
        return path

    def take(self, content, suffix=".json"):
        """Imports what the test needs to be there."""
        return self.do("import", self.file(content, suffix))

    def dump(self):
        """The whole state, one line a record."""
        return self.do("dump")["records"]


class ProgramTable(tap.Table):
    """A table whose rows get a program with an empty file; the table runs with the program's path."""

    def row(self, name, **options):
        """Makes the function below it a row; the options are those of Program."""

        def add(function):
            def run(row, path):
                with Program(path, **options) as program:
                    function(row, program)

            self.rows.append((name, run))
            return function

        return add
