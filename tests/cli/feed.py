# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars as a subscriber reads them, and strictly (RFC 5545)."""

import datetime
import os
import re
import zoneinfo

LINE = re.compile(r"(?P<name>[A-Z0-9-]+)(?P<terms>(;[A-Z-]+=(\"[^\"]*\"|[^:;,\"]*))*):(?P<value>.*)", re.S)


class Entry(dict):
    """The properties of one event, unescaped: name → value, and its time zones."""

    zone = None

    def utc(self, name):
        if self[name].endswith("Z"):
            return self[name]
        local = datetime.datetime.strptime(self[name], "%Y%m%dT%H%M%S").replace(tzinfo=zoneinfo.ZoneInfo(self.zone))
        return local.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def unfold(content):
    """The lines of a calendar; what is no calendar raises."""
    text = content.decode("utf-8")
    if not text.endswith("\r\n") or re.search("(?<!\r)\n|\r(?!\n)", text):
        raise AssertionError("a line does not end in CR LF")
    for line in content.split(b"\r\n"):
        if len(line) > 75:
            raise AssertionError(f"{len(line)} octets in a line: {line!r}")
        line.decode("utf-8")  # folded between characters, not within one
    return text[:-2].replace("\r\n ", "").split("\r\n")


def unescape(value):
    if re.search(r"(?<!\\)(\\\\)*[,;]", value) or re.search(r"(?<!\\)(\\\\)*\\[^\\,;nN]", value):
        raise AssertionError(f"not escaped: {value!r}")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


TEXTS = ("SUMMARY", "LOCATION", "DESCRIPTION", "NAME", "X-WR-CALNAME")


def read_calendar(content):
    """The events of a calendar, by UID."""
    lines = unfold(content)
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR" or "VERSION:2.0" not in lines:
        raise AssertionError("no calendar")
    events, entry, zones = {}, None, set()
    for line in lines:
        found = LINE.fullmatch(line)
        if found is None:
            raise AssertionError(f"no property: {line!r}")
        name, terms, value = found["name"], found["terms"], found["value"]
        if name == "TZID":
            zones.add(value)
        elif line == "BEGIN:VEVENT":
            entry = Entry()
        elif line == "END:VEVENT":
            if entry["UID"] in events:
                raise AssertionError(f"twice: {entry['UID']}")
            events[entry["UID"]], entry = entry, None
        elif entry is not None:
            if "TZID=" in terms:
                entry.zone = terms.split("TZID=")[1].split(";")[0]
                if entry.zone not in zones:
                    raise AssertionError(f"no VTIMEZONE for {entry.zone}")
            entry[name] = unescape(value) if name in TEXTS else value
    return events


class Feeds:
    """The folder that a program publishes into."""

    def __init__(self, program):
        self.program = program
        self.folder = os.path.join(program.folder, "feeds")

    def publish(self, week):
        return self.program.do("publish", week, "--to", self.folder)

    def path(self, owner):
        found = [feed for feed in self.program.ask("feeds")["feeds"] if feed["id"] == owner]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} calendars of {owner}")
        return os.path.join(self.folder, found[0]["file"])

    def content(self, owner):
        with open(self.path(owner), "rb") as file:
            return file.read()

    def events(self, owner):
        """The events of somebody, or of a house, by start."""
        return sorted(read_calendar(self.content(owner)).values(), key=lambda event: event.utc("DTSTART"))

    def all(self):
        """File → content."""
        contents = {}
        for name in os.listdir(self.folder):
            with open(os.path.join(self.folder, name), "rb") as file:
                contents[name] = file.read()
        return contents
