# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files, undo, crashes, people who leave, and languages."""

import os
import time

from acceptance_table import MONDAY, WEDNESDAY, plan_week_19, row, table
from association import IT, association, change, find_shift, volunteer
from feed import Feeds, read_calendar
from program import Program

# --- helpers without a record ---


@row("A27 walk-in helper: fills a place under a name only, and is linked to a volunteer later")
def walk_in(row, program):
    plan_week_19(program, ((), ("anna", "bo"), ()))
    shift = find_shift(program.ask("week", "2026-W19"), "Tørring", WEDNESDAY)["shift_id"]
    program.take(change(assignments=[{"id": "g1", "shift": shift, "guest": "Gæst: nabo", "state": "present"}]))
    people = find_shift(program.ask("week", "2026-W19"), "Tørring", WEDNESDAY)["people"]
    guest = [one for one in people if one["volunteer_id"] is None]
    row.same("on the shift", [(one["volunteer"], one["state"]) for one in guest], [("Gæst: nabo", "present")])
    row.same("present", find_shift(program.ask("check", "2026-W19"), "Tørring", WEDNESDAY)["assigned"], 3)
    hours = program.call("export", "--what", "hours", "--week", "2026-W19").text
    row.holds("hours", hours, '"Gæst: nabo","Tørring",2026-05-06,"IT",10:00,13:00,3\r\n')
    records = [line for line in program.dump() if line.startswith("volunteer ")]
    row.lacks("the volunteers' records", "".join(records), "nabo")
    program.take(
        change(
            volunteers=[{"id": "nabo", "name": "Nina Borup", "roles": {"it": "able"}}],
            assignments=[{"id": "g1", "shift": shift, "volunteer": "nabo", "guest": None, "state": "present"}],
        )
    )
    people = find_shift(program.ask("week", "2026-W19"), "Tørring", WEDNESDAY)["people"]
    row.true("linked", ("Nina Borup", "nabo") in [(one["volunteer"], one["volunteer_id"]) for one in people], people)
    row.same("still present", find_shift(program.ask("check", "2026-W19"), "Tørring", WEDNESDAY)["assigned"], 3)


# --- from a spreadsheet ---


def forty_rows():
    """36 good people, 2 with an e-mail that is there already, 1 without name, 1 with an unknown house."""
    lines = ["Navn;Telefon;E-mail;Roller;Huse;Note"]
    for number in range(36):
        lines.append(f"Åse Østergård Ærø {number};20 30 40 {number:02};p{number}@example.org;{IT};Tørring;kørekort")
    lines.insert(10, f"Jørgen Å;;P3@EXAMPLE.ORG;{IT};;")
    lines.insert(20, f"Jørgen Ø;;p7@Example.org;{IT};;")
    lines.insert(25, f";12 34 56 78;ingen@example.org;{IT};;")
    lines.insert(33, f"Jørgen Æ;;pj@example.org;{IT};Atlantis;")
    return "\n".join(lines) + "\n"


@row("A28 import: 40 rows, 4 refused by line and reason, 36 taken as one step, again adds nobody")
def spreadsheet(row, program):
    for name, content in (
        ("UTF-8 with BOM", b"\xef\xbb\xbf" + forty_rows().encode("utf-8")),
        ("Windows-1252", forty_rows().encode("cp1252")),
    ):
        with Program(program.path, today=program.today) as another:
            another.take(association("anna"))
            before = another.dump()
            file = another.file(content, ".csv")
            preview = another.ask("import", file, "--dry-run")
            row.same(f"{name}: preview", (preview["new"], len(preview["refused"])), (36, 4))
            row.same("nothing written", another.dump(), before)
            refused = another.ask("import", file)
            row.same("refused as a whole", (refused.code, refused["done"]), (1, False))
            row.same("lines", [one["line"] for one in refused["refused"]], [11, 21, 26, 34])
            reasons = [one["reason"] for one in refused["refused"]]
            row.holds("the e-mail of line 5", reasons[0], "e-mail", "line 5")
            row.holds("no name", reasons[2], "name")
            row.holds("the house", reasons[3], "Atlantis")
            row.same("nothing written", another.dump(), before)
            taken = another.ask("import", file, "--skip-refused")
            row.same("taken", (taken.code, taken["new"]), (0, 36))
            row.holds("letters", "".join(another.dump()), "Åse Østergård Ærø 35", 'note="kørekort"')
            after = another.dump()
            again = another.ask("import", file, "--skip-refused")
            row.same("again", (again.code, again["new"], another.dump() == after), (0, 0, True))
            another.do("undo")
            row.same("one step", another.dump(), before)


# --- taking back ---


@row("A30 undo: a template with 12 openings and 31 assignments goes and comes back whole")
def undo(row, program):
    people = association()
    people["houses"][0]["templates"][0].update(regulars=["anna", "bo"])
    people["houses"][0]["closed"] = [{"id": "c1", "from": "2026-05-25", "to": "2026-05-25", "reason": "Pinse"}]
    program.take(people)
    program.do("generate", "2026-W17", "--weeks", "13")
    openings = [
        opening
        for week in range(17, 30)
        for opening in program.ask("week", f"2026-W{week}")["openings"]
        if opening["house"] == "Juelsminde" and not opening["closed"]
    ][:12]
    for opening in openings[:7]:
        program.do("assign", "Juelsminde", opening["date"], IT, "Carla Munkholt")
    program.do("visits", "Juelsminde", openings[0]["date"], "41", "--note", "mange spurgte om pas")
    program.do("expect", "Juelsminde", openings[1]["date"], "53")
    before = program.dump()
    shifts = [opening["shifts"][0]["shift_id"] for opening in openings]
    duties = sum(line.startswith("assignment ") for line in before)
    row.same("openings and assignments", (len(openings), duties - 2), (12, 31))  # 2 on the closed day
    program.take(
        change(
            houses=[{"id": "jue", "templates": [{"id": "jue-t", "deleted": True}]}],
            shifts=[{"id": one, "deleted": True} for one in shifts],
        )
    )
    removed = program.dump()
    row.true("the template is gone", not any('ext="jue-t"' in line for line in removed))
    row.true("so are the shifts", not {line.split()[1] for line in removed if line.startswith("shift ")} & set(shifts))
    row.same("assignments left", sum(line.startswith("assignment ") for line in removed), 2)
    program.do("undo")
    row.same("undone", program.dump(), before)
    program.do("redo")
    row.same("done again", program.dump(), removed)
    program.do("undo")
    verbs = [step["verb"] for step in program.ask("log")["steps"][:4]]
    row.same("the log keeps the steps", verbs, ["import", "import", "import", "import"])
    row.same("whole again", program.dump(), before)


# --- a crash, and a person who leaves ---


@row("A32 crash: after a kill all or nothing is there, and a damaged file is offered its backup")
def crash(row, program):
    program.take(association())
    before = len(program.dump())
    program.do("generate", "2026-W19", "--weeks", "52")
    after = len(program.dump())
    program.do("undo")
    for number in range(4):
        process = program.start("generate", "2026-W19", "--weeks", "52")
        time.sleep(0.02 * (number + 1))
        process.kill()
        process.communicate()
        lines = len(program.dump())
        row.true(f"kill {number}: all or nothing", lines in (before, after), lines)
        if lines == after:
            program.do("undo")
    copy = os.path.join(program.folder, "kopi.husvagt")
    program.do("backup", copy)
    whole = program.dump()
    with open(program.data, "r+b") as file:
        file.truncate(os.path.getsize(program.data) // 3)
    answer = program.ask("week", "2026-W19")
    row.same("damaged", (answer.code, answer["code"]), (1, "damaged"))
    row.holds("the way out", answer["message"], "roster.husvagt", "backup")
    verified = program.ask("verify")
    row.same("verify", (verified.code, verified["good"]), (3, False))
    row.true("an automatic backup is named", verified["newest_good_backup"] is not None, verified.out)
    program.do("restore", copy)
    row.same("restored", program.dump(), whole)


@row("A33 erasing Carla: all about her in a folder, then nothing anywhere, and the same numbers", today="2026-05-05")
def erase(row, program):
    people = association()
    carla = next(person for person in people["volunteers"] if person["id"] == "carla")
    carla.update(phone="98 76 54 32", email="carla@example.org", note="Har hund", houses=["jue"])
    program.take(people)
    program.do("generate", "2026-W19", "--weeks", "2")
    for date in (MONDAY, "2026-05-11"):
        program.do("assign", "jue", date, IT, "Carla Munkholt")
    program.do("visits", "jue", MONDAY, "53", "--note", "Carla Munkholt havde travlt")
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    feeds.publish("2026-W20")
    own = feeds.path("carla")
    hours = program.call("export", "--what", "hours").text
    program.do("person-export", "Carla Munkholt", "-o", os.path.join(program.folder, "carla"))
    for name in ("person.json", "person.html"):
        with open(os.path.join(program.folder, "carla", name), encoding="utf-8") as file:
            row.holds(name, file.read(), "Carla Munkholt", "98 76 54 32", "carla@example.org", "Har hund")

    row.same("erase", program.ask("erase", "Carla Munkholt")["done"], True)
    for what, text in (
        ("the dump", "\n".join(program.dump())),
        ("the log", program.ask("log").out),
        ("an export", program.call("export").out),
    ):
        row.lacks(what, text, "Carla", "Munkholt", "98 76 54 32", "carla@example", "Har hund")
    with open(program.data, "rb") as file:
        data = file.read()
    for word in ("Carla", "Munkholt", "98 76 54 32", "carla@example", "Har hund"):
        row.true(f"the file does not hold {word!r}", word.encode() not in data)
    shift = find_shift(program.ask("check", "2026-W20"), "Juelsminde", "2026-05-11")
    row.same("her duty to come is a gap", shift["assigned"], 0)
    shift = find_shift(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)
    row.same("her duty of Monday still counts", shift["assigned"], 1)
    numbers = lambda table: sorted(line.split(",")[1:] for line in table.splitlines() if "2026-05-04" in line)
    row.same("hours of Monday", numbers(program.call("export", "--what", "hours").text), numbers(hours))
    feeds.publish("2026-W20")
    with open(own, "rb") as file:
        row.same("her calendar", read_calendar(file.read()), {})
    program.do("import", program.file(change(volunteers=[{**volunteer("carla"), "id": "new"}])))
    program.do("assign", "jue", "2026-05-11", IT, "new")
    feeds.publish("2026-W20")
    row.true("its name is not used again", feeds.path("new") != own)
    refused = program.ask("assign", "jue", MONDAY, IT, "carla")
    row.same("nobody is called so", (refused.code, refused["code"]), (1, "unknown-volunteer"))


# --- languages ---


@row("A34 language: week 19 and Monday 25 May in Danish, Swedish and English, whatever the machine speaks")
def language(row, program):
    program.take(association())
    for code, title, span, monday in (
        ("da", "Uge 19", "4.–10. maj 2026", "mandag den 25. maj 2026: 2. pinsedag"),
        ("sv", "Vecka 19", "4–10 maj 2026", "måndag 25 maj 2026: annandag pingst"),
        ("en", "Week 19", "4–10 May 2026", "Monday 25 May 2026: Whit Monday"),
    ):
        for machine in ("C", "C.UTF-8", "en_US.UTF-8"):
            said = program.call("week", "2026-W19", LANGUAGE=code, LC_ALL=machine)
            row.same(f"{code} on {machine}", said.text.split("\n")[0], f"{title} · {span}")
        days = program.call("holidays", "2026", LANGUAGE=code).text.split("\n")
        row.true(f"{code}: {monday}", monday in days, days)


@row("A34 language: names in the order of the language, æ ø å and å ä ö after z")
def order_of_names(row, program):
    people = ["Zenia Holm", "Ærenlund Bo", "Ølholt Åse", "Aagaard Per", "Åbrink Jens", "Örjan Tallmo", "Ärla Berg"]
    program.take(association("anna"))
    program.take(change(volunteers=[{"id": f"p{i}", "name": name} for i, name in enumerate(people)]))
    program.do("generate", "2026-W19")
    for code, expected in (
        ("da", ["Zenia Holm", "Ærenlund Bo", "Ärla Berg", "Ølholt Åse", "Örjan Tallmo", "Åbrink Jens", "Aagaard Per"]),
        ("sv", ["Aagaard Per", "Zenia Holm", "Åbrink Jens", "Ærenlund Bo", "Ärla Berg", "Ølholt Åse", "Örjan Tallmo"]),
    ):
        cannot = program.ask("who", "Juelsminde", MONDAY, IT, LANGUAGE=code)["cannot"]
        row.same(code, [one["volunteer"] for one in cannot], expected)
        for number in range(len(people)):
            program.do("assign", "Juelsminde", MONDAY, IT, f"p{number}", "--reason", "alle")
        changes = program.ask("publish", "2026-W19", "--dry-run", LANGUAGE=code)["changes"]
        row.same(f"{code}: published", [one["volunteer"] for one in changes], expected)
        for number in range(len(people)):
            program.do("undo")
        lines = program.call("export", "--what", "volunteers", "--format", "csv", LANGUAGE=code).out.splitlines()
        names = [line.split('"')[1] for line in lines[1:]]
        row.same(f"{code}: exported", [name for name in names if name in people], expected)
