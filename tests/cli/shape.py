# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of JSON: what docs/formats.md promises of a value.

A shape is a type or pattern of this file, {member: shape}, [shape] for a list of such,
or a tuple of shapes, one of which it must be. More members than promised are fine.
"""

import re

NULL = None


class Pattern:
    def __init__(self, name, pattern):
        self.name = name
        self.pattern = re.compile(pattern)

    def fits(self, value):
        return isinstance(value, str) and self.pattern.fullmatch(value) is not None


class Word(Pattern):
    """One of a few words."""

    def __init__(self, *words):
        super().__init__(" or ".join(words), "|".join(map(re.escape, words)))


class Number:
    def __init__(self, name, types):
        self.name = name
        self.types = types

    def fits(self, value):
        return isinstance(value, self.types) and not isinstance(value, bool)


class Yes:
    name = "true or false"

    @staticmethod
    def fits(value):
        return isinstance(value, bool)


TEXT = Pattern("text", r"(?s).*")
SENTENCE = Pattern("a sentence", r"(?s)\S.*\S")
ID = Pattern("an id as text", r"\S{1,64}")
DATE = Pattern("YYYY-MM-DD", r"\d{4}-\d{2}-\d{2}")
WEEK = Pattern("YYYY-Www", r"\d{4}-W\d{2}")
TIME = Pattern("HH:MM", r"[0-4]\d:[0-5]\d")
WHOLE = Number("a whole number", int)
NUMBER = Number("a number", (int, float))
YES = Yes()


def describe(shape):
    if shape is NULL:
        return "null"
    if isinstance(shape, tuple):
        return " or ".join(describe(one) for one in shape)
    if isinstance(shape, dict):
        return "an object"
    return "a list" if isinstance(shape, list) else shape.name


def list_misfits(value, shape, where="the answer"):
    """What is wrong with a value, one sentence each; empty if it fits."""
    if isinstance(shape, tuple):
        tries = [list_misfits(value, one, where) for one in shape]
        return [] if [] in tries else [f"{where} is no {describe(shape)}: {value!r}"]
    if shape is NULL:
        return [] if value is None else [f"{where} is not null: {value!r}"]
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{where} is no object: {value!r}"]
        missing = [f"{where} has no “{name}”" for name in shape if name not in value]
        return missing + [
            misfit
            for name, one in shape.items()
            if name in value
            for misfit in list_misfits(value[name], one, f"{where}.{name}")
        ]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where} is no list: {value!r}"]
        return [
            misfit
            for number, one in enumerate(value)
            for misfit in list_misfits(one, shape[0], f"{where}[{number}]")
        ]
    return [] if shape.fits(value) else [f"{where} is not {describe(shape)}: {value!r}"]
