#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong: bad input, damaged files, full disks, killed and racing programs.

Each gets one readable sentence that names the thing and the way out, the right exit
code, and nothing is half applied.

faults.py PROGRAM [BEGINNING-OF-A-ROW]
"""

import contextlib
import copy
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import tap
from association import IT, association, change, find_shift, names, one_off
from program import Answer, ProgramTable

table = ProgramTable()
row = table.row

CPR = "150480-1234"
MONDAY = "2026-05-04"




def refused(row, answer, code, *parts, exit_code=1):
    """One sentence, the right code, no override for what is no rule, and no trace of the machine's inside."""
    row.same(f"{answer.call}: exit code", answer.code, exit_code)
    row.same(f"{answer.call}: code", (answer.json.get("done"), answer.json.get("code")), (False, code))
    message = str(answer.json.get("message"))
    row.holds(answer.call, message, *parts)
    row.true(f"{answer.call}: a line for people", 10 < len(message) < 700 and "\n" not in message, message)
    row.lacks(answer.call, message, "SQL", "sqlite", "GError", "assert", "errno")


# --- what somebody types ---


@row("typed: weeks, dates, houses, counts and names that are not there")
def typed(row, program):
    program.take(association())
    program.take(change(volunteers=[{"id": "anna2", "name": "ANNA  Lindeskov"}]))
    program.do("generate", "2026-W19")
    before = program.dump()
    for words, code, parts in (
        (["week", "2027-W53"], "unknown-week", ["2027", "53", "52"]),
        (["generate", "2026-W54"], "unknown-week", ["2026", "54", "53"]),
        (["check", "2025-W00"], "unknown-week", ["2025"]),
        (["visits", "Juelsminde", MONDAY, "-1"], "bad-input", ["0"]),
        (["visits", "Juelsminde", MONDAY, "100001"], "bad-input", ["100000"]),
        (["expect", "Juelsminde", MONDAY, "-1"], "bad-input", ["0"]),
        (["visits", "Vejle", MONDAY, "1"], "unknown-house", ["Vejle", "Juelsminde"]),
        (["visits", "Juelsminde", "2026-05-05", "1"], "bad-input", ["Juelsminde", "5 May"]),
        (["assign", "Juelsminde", MONDAY, IT, "Anna Lindeskov"], "unknown-volunteer", ["anna", "anna2"]),
        (["assign", "Juelsminde", MONDAY, IT, ""], "unknown-volunteer", []),
        (["assign", "", MONDAY, IT, "bo"], "unknown-house", []),
        (["assign", "Juelsminde", MONDAY, IT, "x" * 5000], "unknown-volunteer", []),
        (["assign", "Juelsminde", MONDAY, "Kok", "bo"], "bad-input", ["Kok", IT]),
        (["close", "Juelsminde", MONDAY, "--reason", CPR], "identity-number", []),
        (["close", "Juelsminde", MONDAY, "--reason", "a\u202eb"], "bad-input", []),
        (["visits", "Juelsminde", MONDAY, "5", "--note", "cpr 010203 4567"], "identity-number", []),
        (["assign", "Juelsminde", MONDAY, IT, "bo", "--reason", "1504801234"], "identity-number", []),
        (["init", "--name", CPR], "identity-number", []),
    ):
        refused(row, program.ask(*words), code, *parts)
    row.same("nothing changed", program.dump(), before)


@row("typed: letters that are no UTF-8 are refused, and the answer stays UTF-8")
def not_utf8(row, program):
    program.take(association())
    program.do("generate", "2026-W19")
    before = program.dump()
    for words in (
        ["visits", "Juelsminde", MONDAY, "5", "--note", b"S\xf8ren"],
        ["close", "Juelsminde", MONDAY, "--reason", b"S\xf8ren"],
        ["assign", b"J\xf8lsminde", MONDAY, IT, "bo"],
        ["assign", "Juelsminde", MONDAY, IT, b"\xff\xfe"],
        ["assign", "Juelsminde", MONDAY, IT, "bo", "--reason", b"S\xf8ren"],
        ["import", b"S\xf8ren.csv"],
        [b"S\xf8ren"],
    ):
        process = subprocess.run([program.path, *words, "--json"], env=program.environment(), capture_output=True)
        answer = Answer([str(word) for word in words], process.returncode, process.stdout.decode(), "")
        row.true(f"{answer.call}: refused", answer.code in (1, 2) and answer["done"] is False, answer.out)
    row.same("nothing changed", program.dump(), before)


@row("typed: a count of 530 is saved and asked about, also from a file")
def asked_about(row, program):
    program.take(association())
    program.do("generate", "2026-W18", "--weeks", "4")
    for date in ("2026-04-27", MONDAY, "2026-05-11"):
        program.do("visits", "Juelsminde", date, "50")
    row.same("typed", program.do("visits", "Juelsminde", "2026-05-18", "530").warned, ["unusual"])
    program.do("undo")
    answer = program.take(change(visits=[{"house": "jue", "date": "2026-05-18", "count": 530}]))
    row.same("from JSON", answer.warned, ["unusual"])
    row.holds("the question", answer["warnings"][0]["message"], "Juelsminde", "530")
    program.do("undo")
    answer = program.take("Hus;Dato;Besøg\nJuelsminde;18.5.2026;530\n", ".csv")
    row.same("from a spreadsheet", answer.warned, ["unusual"])


# --- what is in a file ---

MONDAY_AFTERNOON = {"weekday": 1, "start": "12:00", "end": "15:00"}


def house(**more):
    return change(houses=[{"id": "jue", **more}])


def anna(**more):
    return change(volunteers=[{"id": "anna", **more}])


BAD_FILES = (
    ("opening hours that overlap", house(hours=[{"id": "x", **MONDAY_AFTERNOON}, {"id": "y", **MONDAY_AFTERNOON}]),
     "bad-input", ["hours[1]", "Monday", "12:00", "15:00"]),
    ("hours that end before they start", house(hours=[{**MONDAY_AFTERNOON, "id": "x", "end": "11:00"}]),
     "bad-input", ["11:00", "12:00"]),
    ("a week the year does not have", house(hours=[{**MONDAY_AFTERNOON, "id": "x", "from": "2027-W53"}]),
     "unknown-week", ["2027", "53"]),
    ("a closed span that ends before it begins", house(closed=[{"id": "c", "from": "2026-06-02", "to": "2026-06-01"}]),
     "bad-input", []),
    ("29 February 2026", house(closed=[{"id": "c", "from": "2026-02-29", "to": "2026-03-01"}]),
     "bad-input", ["2026-02-29"]),
    ("a role that is not there", house(templates=[{**MONDAY_AFTERNOON, "id": "x", "role": "kok", "minimum": 1}]),
     "bad-input", ["kok"]),
    ("a regular who is not there", house(templates=[{"id": "jue-t", "regulars": ["nemo"]}]),
     "unknown-volunteer", ["nemo"]),
    ("fewer than none", house(templates=[{"id": "jue-t", "minimum": -1}]), "bad-input", ["minimum"]),
    ("a zone that is not there", change(organisation={"zone": "Mars/Base"}), "bad-input", ["Mars/Base"]),
    ("a country we do not know", change(organisation={"country": "NO"}), "bad-input", ["DK", "SE"]),
    ("no name", change(volunteers=[{"id": "n", "name": " "}]), "bad-input", ["name"]),
    ("a name of 10,000 letters", change(volunteers=[{"id": "n", "name": "x" * 10000}]), "bad-input", ["200"]),
    ("a name that turns the writing around", change(volunteers=[{"id": "n", "name": "a\u202eb"}]),
     "bad-input", ["name"]),
    ("the same id twice", change(volunteers=[{"id": "n", "name": "N"}, {"id": "n", "name": "M"}]), "bad-input", ["n"]),
    ("an absence that ends before it begins", anna(absences=[{"id": "a", "from": "2026-05-09", "to": "2026-05-01"}]),
     "bad-input", []),
    ("somebody paired with themselves", anna(pairs=[{"with": "anna", "kind": "never"}]),
     "bad-input", ["somebody else"]),
    ("an opening that ends before it starts", one_off("jue", "2026-05-05", "13:00", "10:00"),
     "bad-input", ["10:00", "13:00"]),
    ("a count of −1", change(visits=[{"house": "jue", "date": MONDAY, "count": -1}]), "bad-input", ["count"]),
    ("a count of 1.5", change(visits=[{"house": "jue", "date": MONDAY, "count": 1.5}]), "bad-input", ["count"]),
    ("a house that is not there", change(visits=[{"house": "vejle", "date": MONDAY, "count": 1}]),
     "unknown-house", ["vejle"]),
    ("a list that is none", change(volunteers={"id": "anna"}), "bad-input", ["volunteers"]),
    ("an object that is none", change(volunteers=["anna"]), "bad-input", ["volunteers[0]"]),
    ("another format", {"format": "husvagt-2"}, "newer", ["husvagt-2", "Update"]),
    ("no format", {"volunteers": []}, "bad-input", ["husvagt-1"]),
    ("a role that shifts need, removed", change(roles=[{"id": "it", "deleted": True}]), "refused", [IT]),
)


@row("files: each mistake by name, and its line")
def bad_files(row, program):
    program.take(association())
    before = program.dump()
    for what, file, code, parts in BAD_FILES:
        answer = program.ask("import", program.file(file))
        answer.call = what
        refused(row, answer, code, *parts)
        for one in answer.json.get("refused", []):
            row.true(f"{what}: a line", one["line"] >= 1, one)
    row.same("nothing changed", program.dump(), before)


@row("files: what is no JSON, no table and no calendar, with the file's name")
def no_files(row, program):
    program.take(association())
    before = program.dump()
    noise = random.Random(1).randbytes(3000)
    for content, suffix, parts in (
        (b"", ".json", []),
        (b"", ".csv", ["empty"]),
        (b"\n\n", ".csv", ["empty"]),
        (b'{"format": "husvagt-1", "volunteers": [{"id": "n"', ".json", ["line 1"]),
        (b'{"format": "husvagt-1"}}', ".json", ["line 1"]),
        (b'{"format": "husvagt-1", "format": "husvagt-1"}', ".json", ["twice"]),
        (b'{"format": "husvagt-1", "visits": [{"count": NaN}]}', ".json", ["line 1"]),
        (b"[" * 100000, ".json", ["line 1"]),
        (noise, ".json", []),
        (noise, ".dat", []),
        (b"\x89PNG\r\n\x1a\n" + noise, ".png", []),
        (b"PK\x03\x04" + noise, ".xlsx", ["CSV"]),
        (b"Per;12345678\nBo;12345679\n", ".csv", ["first row"]),
        (b'Navn;Note\n"Per;x\n', ".csv", ["line 2", "quotation mark"]),
    ):
        path = program.file(content, suffix)
        refused(row, program.ask("import", path), "bad-input", os.path.basename(path), *parts)
    refused(row, program.ask("import", program.folder), "bad-input", program.folder, "folder")
    refused(row, program.ask("import", "nowhere.csv"), "bad-input", "nowhere.csv")
    row.same("nothing changed", program.dump(), before)


@row("files: a table of mixed encodings, by line")
def mixed_encodings(row, program):
    program.take(association())
    before = program.dump()
    mixed = "Navn;Note\nÅse Bæk;æøå\n".encode() + "Øjvind Bø;æøå\n".encode("cp1252") + "Ærlig Østergård;æøå\n".encode()
    answer = program.ask("import", program.file(mixed, ".csv"))
    refused(row, answer, "bad-input", "line 3", "UTF-8")
    row.same("refused", [one["line"] for one in answer["refused"]], [3])
    row.same("nothing changed", program.dump(), before)
    taken = program.ask("import", "--skip-refused", program.file(mixed, ".csv"))
    row.same("the others", (taken.code, taken["new"]), (0, 2))
    program.do("undo")
    row.same("as one step", program.dump(), before)


def list_texts(value, path=()):
    """The paths of all texts in a JSON value."""
    if isinstance(value, str):
        yield path
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from list_texts(one, (*path, key))


def replace(value, path, new):
    changed = copy.deepcopy(value)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = new
    return changed


def everything():
    """An association that uses every field there is."""
    at = {"start": "10:00", "end": "13:00"}
    away = {"id": "aa", "from": MONDAY, "to": MONDAY, "start": "08:00", "end": "12:00", "reason": "Ferie"}
    can = {"weekday": 1, "start": "08:00", "end": "17:00", "state": "can", "from": "2026-W01", "repeat": "even"}
    file = association("anna", "bo")
    file["organisation"]["web"] = "https://kalender.example.org"
    file["roles"][0]["checklist"] = ["Tænd computeren"]
    file["houses"][0].update(
        kind="house", address="Vejen 1", place="Stuen", zone="Europe/Copenhagen", note="Nøglen er hos Bo", order=1,
        checklist=["Lås op"], closed=[{"id": "jc", "from": "2026-06-29", "to": "2026-08-09", "reason": "Sommer"}],
        open_on=["2026-05-25"], demand={"model": "queue", "minutes": 15, "profile": [1, 2, 1, 1, 1, 1]},
    )
    file["houses"][0]["templates"][0].update(repeat="weeks", n=2, since=MONDAY, regulars=["anna"])
    file["volunteers"][0].update(
        phone="12 34 56 78", email="anna@example.org", language="da", note="Har bil", houses=["jue"], keys=["jue"],
        paused=[{"from": "2026-07-01", "to": "2026-07-31"}], availability=[can], absences=[away],
        wishes={"eight_weeks": 4, "most_week": 1}, pairs=[{"with": "bo", "kind": "together"}],
    )
    file["travel"] = [{"houses": ["jue", "tor"], "minutes": 25}]
    file["openings"] = [{"id": "o", "house": "jue", "date": "2026-05-05", "note": "Travlt", "address": "Torvet", **at},
                        {"id": "p", "house": "jue", "date": "2026-05-06", "closed": "Maling", **at}]
    file["shifts"] = [{"id": "s", "opening": "o", "role": "it", "minimum": 1, "note": "Kom før", **at}]
    file["assignments"] = [{"id": "a", "shift": "s", "volunteer": "bo", "state": "planned", "reason": "Aftalt"},
                           {"id": "g", "shift": "s", "guest": "Naboen", "state": "present"}]
    file["visits"] = [{"opening": "o", "count": 5, "note": "Mange pas"}]
    file["expectations"] = [{"opening": "o", "count": 5}]
    weeks = {"from": "2026-W19", "to": "2026-W20"}
    file["factors"] = [{"id": "f", "house": "jue", "factor": 1.5, "name": "MitID", **weeks}]
    file["unheard"] = {"of": ["so far"]}
    return file


@row("identity numbers: refused in every text of a file, and in every cell of a table")
def identity_numbers(row, program):
    program.take(everything())
    before = program.dump()
    n_texts = 0
    for path in list_texts(everything()):
        if path[0] in ("format", "unheard"):
            continue
        n_texts += 1
        answer = program.ask("import", program.file(replace(everything(), path, CPR)))
        row.same(f"{path}: refused", (answer.code, answer["done"]), (1, False))
        if path[-1] in TEXTS or "checklist" in path:
            row.lacks(f"{path}", answer["message"], CPR)
            codes = [one["code"] for one in answer.json.get("refused", [])] or [answer["code"]]
            row.true(f"{path}: as an identity number", "identity-number" in codes, answer.out)
    row.true("every field was tried", n_texts > 90, n_texts)
    header = ["Navn", "Telefon", "E-mail", "Roller", "Huse", "Note"]
    for column in range(len(header)):
        cells = ["Per Holm", "12345678", "per@example.org", IT, "Juelsminde", "ny"]
        cells[column] = "Per 150480 1234" if column == 0 else "1504801234"
        answer = program.ask("import", program.file(";".join(header) + "\n" + ";".join(cells) + "\n", ".csv"))
        row.same(f"{header[column]}: refused", (answer.code, answer["code"]), (1, "identity-number"))
    refused(row, program.ask("import", program.file({**everything(), "unheard": {"of": [CPR]}})), "identity-number")
    row.same("nothing changed", program.dump(), before)


# Fields in which people write.
TEXTS = ("name", "note", "address", "place", "reason", "guest", "email", "closed")


@row("files: any field of any wrong kind is refused or taken, never half of it")
def wrong_kinds(row, program):
    numbers, texts = (-1, 10**12, 1.5), ("", "x", "2026-W54", "9999-12-31", "48:00")
    kinds = (None, True, *numbers, *texts, [], {}, [None], [[]], {"id": "jue"})
    paths = list(list_all(everything()))
    cases = [(path, kind) for path in paths for kind in kinds]
    program.take(everything())
    before = program.dump()
    for path, kind in random.Random(2026).sample(cases, 200):
        answer = program.ask("import", program.file(replace(everything(), path, kind)))
        answered = answer.code in (0, 1) and answer["done"] == (answer.code == 0)
        row.true(f"{path} = {kind!r}: an answer", answered, answer.out)
        if answer.code == 0 and answer["step"] != "0":
            program.do("undo")
    row.same("nothing is left of it", program.dump(), before)


def list_all(value, path=()):
    if path:
        yield path
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from list_all(one, (*path, key))


# --- the data file itself ---


@row("data: damaged, foreign and empty files are refused in words and not touched")
def damaged(row, program):
    program.take(association())
    with open(program.data, "rb") as file:
        good = file.read()
    other = os.path.join(program.folder, "other.sqlite")
    with contextlib.closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE song (name TEXT)")
        database.commit()
    with open(other, "rb") as file:
        foreign = file.read()
    for what, content, parts in (
        ("cut", good[: len(good) // 2], []),
        ("cut in its first page", good[:1000], []),
        ("without its head", b"\0" * 100 + good[100:], []),
        ("all zero", b"\0" * len(good), []),
        ("a text", b"Kaere Bo\n" * 1000, []),
        ("a picture", b"\x89PNG\r\n\x1a\n" + good[8:], []),
        ("of another program", foreign, []),
    ):
        with open(program.data, "wb") as file:
            file.write(content)
        for words in (["week"], ["assign", "jue", MONDAY, "it", "anna"], ["dump"], ["generate", "2026-W19"]):
            answer = program.ask(*words)
            answer.call = f"{what}: {answer.call}"
            refused(row, answer, "damaged", "roster.husvagt", *parts)
        verified = program.ask("verify")
        row.same(f"{what}: verify finds it", (verified.code, verified["good"]), (3, False))
        with open(program.data, "rb") as file:
            row.true(f"{what}: not touched", file.read() == content)
    with open(program.data, "wb") as file:
        file.write(good)
    row.same("the good one", program.ask("week", "2026-W19").code, 0)


@row("data: a file of a newer version is read, but never written")
def newer(row, program):
    program.take(association())
    before = program.dump()
    with contextlib.closing(sqlite3.connect(program.data)) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {version + 1}")
        database.commit()
    with open(program.data, "rb") as file:
        content = file.read()
    answer = program.ask("generate", "2026-W19")
    row.same("exit code", answer.code, 1)
    row.same("its code", answer["code"], "newer")
    row.holds("the message", answer["message"], "newer", "roster.husvagt", "Install Husvagt")
    read = program.ask("dump")
    row.same("it is read", read.json.get("records"), before)
    with open(program.data, "rb") as file:
        row.true("not touched", file.read() == content)


@row("data: a folder in the file's place, and a file in the folder's")
def places(row, program):
    os.mkdir(program.data)
    refused(row, program.ask("init"), "damaged", "roster.husvagt")
    os.rmdir(program.data)
    with open(program.data, "w", encoding="utf-8") as file:
        file.write("")
    row.same("an empty file becomes an organisation", program.ask("init").code, 0)
    inside = os.path.join(program.data, "inside.husvagt")
    answer = program.ask("init", "--data", inside)
    row.same("a file inside a file", (answer.code, answer["done"]), (1, False))
    row.holds("it", answer["message"], "inside.husvagt")


def as_nobody(program, *arguments):
    """A call as somebody whom permissions bind; root is not bound by any."""
    words = [program.path, *arguments, "--json"]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            raise tap.Skip("root may write anywhere, and there is no setpriv here")
        words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
    process = subprocess.run(words, env=program.environment(), cwd="/", capture_output=True)
    if process.returncode not in (0, 1, 2, 3, 4):
        raise tap.Skip("nobody may not run the program where it was built")
    return Answer(arguments, process.returncode, process.stdout.decode(), process.stderr.decode())


@row("data: a file that may not be written is read, and says why it is not changed")
def read_only(row, program):
    program.take(association())
    program.do("generate", "2026-W19")
    before = program.dump()
    for what, file, folder in (("file", 0o444, 0o755), ("folder", 0o644, 0o555)):
        os.chmod(program.data, file)
        os.chmod(program.folder, folder)
        asked = as_nobody(program, "week", "2026-W19")
        row.same(f"{what}: week", asked.code, 0)
        for words in (["assign", "jue", MONDAY, "it", "anna"], ["generate", "2026-W20"], ["undo"]):
            refused(row, as_nobody(program, *words), "read-only", "roster.husvagt")
        os.chmod(program.folder, 0o755)
        row.same(f"{what}: nothing changed", program.dump(), before)
    os.chmod(program.data, 0o600)
    answer = as_nobody(program, "week", "2026-W19")
    row.same("a file that may not even be read", (answer.code, answer["done"]), (1 if os.geteuid() == 0 else 0, False))


@contextlib.contextmanager
def small_disk(megabytes):
    """A disk of its own that is soon full."""
    if os.geteuid() != 0:
        raise tap.Skip("only root can make a small disk")
    folder = tempfile.mkdtemp(prefix="husvagt-disk-")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True
    )
    if mounted.returncode != 0:
        os.rmdir(folder)
        raise tap.Skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=False)
        os.rmdir(folder)


def fill(disk):
    filler = os.path.join(disk, "filler")
    with contextlib.suppress(OSError), open(filler, "wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return filler


@row("data: what is written to a full disk is refused by its place, and leaves no half of it behind")
def full_other_disk(row, program):
    program.take(association())
    program.do("generate", "2026-W19")
    before = program.dump()
    with small_disk(1) as disk:
        filler = fill(disk)
        for words in (
            ["backup", os.path.join(disk, "kopi.husvagt")],
            ["export", "-o", os.path.join(disk, "alt.json")],
            ["person-export", "anna", "-o", os.path.join(disk, "anna")],
            ["publish", "2026-W19", "--to", os.path.join(disk, "kalendere")],
        ):
            answer = program.ask(*words)
            row.same(words[0], (answer.code, answer.json.get("code")), (1, "full-disk"))
            row.holds(words[0], str(answer.json.get("message")), disk, "full")
            row.lacks(words[0], str(answer.json.get("message")), ".tmp")
            left = [name for _, _, names in os.walk(disk) for name in names if name != "filler"]
            row.same(f"{words[0]}: left behind", left, [])
        row.same("nothing is changed, and nothing published", program.dump(), before)
        os.remove(filler)
        feeds = os.path.join(disk, "kalendere")
        row.same("with room again", program.do("publish", "2026-W19", "--to", feeds)["written"], len(os.listdir(feeds)))


@row("data: a full disk loses nothing, says so, and the same edit works after room is made")
def full_disk(row, program):
    with small_disk(3) as disk:
        program.data = os.path.join(disk, "roster.husvagt")
        program.take(association())
        program.do("generate", "2026-W19")
        filler = fill(disk)
        before = program.dump()
        codes = set()
        for _ in range(3):
            answer = program.ask("generate", "2026-W20", "--weeks", "104")
            codes.add((answer.code, answer.json.get("code")))
            row.holds("the message", str(answer.json.get("message")), "full")
        row.same("answers", codes, {(1, "full-disk")})
        row.same("nothing changed", program.dump(), before)
        os.remove(filler)
        row.same("whole", program.ask("verify").code, 0)
        row.same("with room again", program.ask("generate", "2026-W20", "--weeks", "5").code, 0)


@row("data: an answer that cannot be written out is no success")
def full_output(row, program):
    program.take(association())
    with open("/dev/full", "wb") as full:
        for words in (["dump"], ["week", "2026-W19", "--json"]):
            process = subprocess.run(
                [program.path, *words], env=program.environment(), stdout=full, stderr=subprocess.PIPE
            )
            row.same(f"{words[0]}: exit code", process.returncode, 1)
            row.holds(words[0], process.stderr.decode(), "could not be written")


# --- programs that end too early, and programs that meet ---


def kill_after(program, seconds, *arguments):
    """Starts a call and kills it; its exit code, 0 if it was faster."""
    process = program.start(*arguments)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode


def big_file():
    people = [{"id": f"p{number}", "name": f"Person {number:05}", "roles": {"it": "able"}} for number in range(1500)]
    return change(volunteers=people)


@row("killed: an import and a generation are there as a whole or not at all")
def killed(row, program):
    program.take(association())
    before = program.dump()
    file = program.file(big_file())
    for words, n_new in ((["import", file], 3000), (["generate", "2026-W19", "--weeks", "104"], None)):
        started = time.monotonic()
        program.do(*words)
        whole = time.monotonic() - started
        after = program.dump()
        if n_new is not None:
            row.same(f"{words[0]}: records", len(after) - len(before), n_new)
        program.do("undo")
        row.same(f"{words[0]}: undone", program.dump(), before)
        n_killed = 0
        for number in range(8):
            n_killed += kill_after(program, whole * (0.35 + 0.08 * number), *words) == -signal.SIGKILL
            lines = program.dump()
            row.true(f"{words[0]}, {number}: all or nothing", len(lines) in (len(before), len(after)), len(lines))
            row.same(f"{words[0]}, {number}: whole", program.ask("verify").code, 0)
            if len(lines) == len(after):
                program.do("undo")
            row.same(f"{words[0]}, {number}: as before", program.dump(), before)
        row.true(f"{words[0]}: some were killed", n_killed > 0, n_killed)


def meet(program, calls):
    """Several calls at the same time; their answers."""
    processes = [program.start(*words, "--json", HUSVAGT_WHO=f"person {number}") for number, words in enumerate(calls)]
    answers = []
    for words, process in zip(calls, processes):
        out, err = process.communicate()
        answers.append(Answer(words, process.returncode, out.decode(), err.decode()))
    return answers


@row("two at once: different edits all go through, and none is lost")
def edits_meet(row, program):
    program.take(association())
    program.do("generate", "2026-W18", "--weeks", "3")
    three = (("jue", MONDAY, "anna"), ("tor", "2026-05-06", "bo"), ("hed", "2026-05-07", "carla"))
    answers = meet(program, [["assign", house, date, "it", person] for house, date, person in three])
    row.same("in three houses", [answer.code for answer in answers], [0] * 3)
    people = ["bo", "dan", "else", "gerda", "hans", "ida", "jens"]
    answers = meet(program, [["assign", "jue", MONDAY, "it", person] for person in people])
    for answer in answers:
        # Three are needed: whoever took the last place at the same moment as another is asked.
        conflict = answer.code == 4 and answer["code"] == "conflict" and "given the place" in answer["message"]
        row.true("on one shift", answer.code == 0 or conflict, answer.out)
    there = names(find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY))
    row.same("all who were told so are there", len(there), 1 + sum(answer.code == 0 for answer in answers))
    dates = ("2026-04-27", MONDAY, "2026-05-11")
    answers = meet(program, [["visits", "jue", date, "50"] for date in dates] + [["generate", "2026-W21"]] * 3)
    for answer in answers[:3]:
        row.same(answer.call, answer.code, 0)
    for answer in answers[3:]:
        told = answer.code == 4 and answer["code"] == "conflict"
        row.true(f"{answer.call}: done, or told", answer.code == 0 or told, answer.out)
    week = program.ask("week", "2026-W21")
    row.same("openings of the week that several made", len(week["openings"]), 3)
    row.same("whole", program.ask("verify").code, 0)


@row("two at once: one person is on one shift, and the last place is given once")
def people_meet(row, program):
    program.take(association())
    program.take(change(houses=[{"id": "syd", "name": "Sydhuset"}]))
    at = {"start": "10:00", "end": "13:00"}
    one = {"role": "it", "minimum": 1, "maximum": 1, **at}
    program.take(
        change(
            openings=[{"id": f"o{n}", "house": "syd", "date": MONDAY, **at} for n in range(6)],
            shifts=[{**one, "id": f"s{n}", "opening": f"o{n}", "start": f"10:0{n}"} for n in range(6)],
        )
    )
    answers = meet(program, [["assign", "syd", MONDAY, "it", "anna", "--at", f"10:0{n}"] for n in range(6)])
    row.same("one has Anna", sorted(answer.code == 0 for answer in answers), [False] * 5 + [True])
    for answer in answers:
        if answer.code != 0:
            row.true("the others are told", answer["code"] in ("overlap", "conflict"), answer.out)
            row.same("their exit code", answer.code, 4 if answer["code"] == "conflict" else 1)
    free = next(n for n in range(6) if answers[n].code != 0)
    people = ["bo", "carla", "dan", "else"]
    answers = meet(program, [["assign", "syd", MONDAY, "it", person, "--at", f"10:0{free}"] for person in people])
    taken = [answer for answer in answers if answer.code == 0]
    row.same("the last place is given once", len(taken), 1)
    for answer in answers:
        if answer.code != 0:
            row.true("the others are told", answer["code"] in ("full", "conflict"), answer.out)


if __name__ == "__main__":
    sys.exit(tap.main(table, sys.argv[1]))
