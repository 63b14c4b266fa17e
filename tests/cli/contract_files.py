# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What files are read and written, backups, calendars, and the engines on plain JSON."""

import os
import re
import stat

from association import change
from contract_table import EDIT, FAILURE, TUESDAY, plan_sweden, refused, row, sweden
from feed import Feeds
from program import Program
from shape import ID, NUMBER, SENTENCE, TEXT, WEEK, WHOLE, Word

# --- files ---

IMPORTED = {
    "new": WHOLE,
    "changed": WHOLE,
    "unchanged": WHOLE,
    "removed": WHOLE,
    "refused": [{"line": WHOLE, "place": TEXT, "code": TEXT, "reason": SENTENCE}],
}


@row("import: twice changes nothing; what is not named stays; deleted goes; one step each")
def imports(row, program):
    first = program.take(sweden())
    row.fits("answer", first.json, {**IMPORTED, **EDIT})
    before = program.dump()
    again = program.take(sweden())
    row.same("again", (again["new"], again["changed"], again["removed"]), (0, 0, 0))
    row.same("the same state", program.dump(), before)
    renamed = program.take(change(houses=[{"id": "natt", "name": "Nattlinjen Syd"}]))
    row.same("renamed", (renamed["new"], renamed["changed"]), (0, 1))
    program.do("generate", "2031-W19")
    row.holds("the roster", program.call("week", "2031-W19").text, "Nattlinjen Syd")
    program.do("undo")
    program.do("undo")
    row.same("undone", program.dump(), before)
    gone = program.take(change(volunteers=[{"id": "v5", "deleted": True}]))
    row.same("removed", gone["removed"], 1)
    row.true("Per is gone", 'ext="v5"' not in "".join(program.dump()))


@row("import: --dry-run changes nothing, whatever the file")
def dry_run(row, program):
    program.take(sweden())
    before = program.dump()
    good = program.ask("import", "--dry-run", program.file(change(volunteers=[{"id": "n", "name": "Ny"}])))
    row.same("a good file", (good.code, good["done"], good["new"]), (0, False, 1))
    bad = program.ask("import", "--dry-run", program.file(change(volunteers=[{"id": "n"}])))
    row.same("a bad file", (bad.code, bad["done"], len(bad["refused"])), (1, False, 1))
    row.same("nothing changed", program.dump(), before)
    new = os.path.join(program.folder, "new.husvagt")
    whole, part = program.file(sweden()), program.file(change(volunteers=[{"id": "n"}]))
    for words in (["--dry-run", whole], ["--dry-run", part], [part], ["nothing.json"]):
        program.ask("import", *words, "--data", new)
        row.same(f"{words[0]}: no file is made", [one for one in os.listdir(program.folder) if "new" in one], [])
    row.same("one that is taken makes it", (program.ask("import", whole, "--data", new).code, os.path.exists(new)), (0, True))


@row("import: one bad object refuses the file, unless --skip-refused takes the rest as one step")
def skip_refused(row, program):
    program.take(sweden())
    before = program.dump()
    nils, nobody, nora = {"id": "n1", "name": "Nils Åkerö"}, {"id": "n2"}, {"id": "n3", "name": "Nora"}
    file = program.file(change(volunteers=[nils, nobody, {**nora, "houses": ["nowhere"]}]))
    answer = program.ask("import", file)
    row.same("refused", (answer.code, answer["done"], len(answer["refused"])), (1, False, 2))
    row.fits("answer", answer.json, {**IMPORTED, **FAILURE})
    row.holds("whose", " ".join(one["place"] for one in answer["refused"]), "n2", "n3")
    row.same("nothing changed", program.dump(), before)
    taken = program.ask("import", "--skip-refused", file)
    row.same("taken", (taken.code, taken["done"], taken["new"]), (0, True, 1))
    row.holds("Nils", "".join(program.dump()), "Nils Åkerö")
    program.do("undo")
    row.same("one step", program.dump(), before)


@row("import: unknown fields are kept aside and said, ids stay as they were given")
def unknown_fields(row, program):
    file = sweden()
    file["houses"][0]["colour"] = "blue"
    file["volunteers"][0]["id"] = "7f1e-Å:x"
    answer = program.take(file)
    row.holds("said", " ".join(answer["unknown"]), "colour")
    row.holds("kept", "".join(program.dump()), "blue", 'ext="7f1e-Å:x"')
    row.same("assigned by it", program.do("generate", "2031-W19").code, 0)
    row.same("by its id", program.ask("assign", "alv1", TUESDAY, "help", "7f1e-Å:x").code, 0)


@row("import: events with guests need one helper for each of so many")
def guests(row, program):
    program.take(sweden())
    evenings = (("e1", "2031-10-01", 120, 4), ("e2", "2031-10-02", 121, 5), ("e3", "2031-10-03", 30, 2))
    at = {"start": "18:30", "end": "20:30"}
    program.take(
        change(
            openings=[{"id": key, "house": "kvall", "date": day, "guests": n, **at} for key, day, n, _ in evenings],
            shifts=[{"id": key, "opening": key, "role": "help", "minimum": 0, **at} for key, _, _, _ in evenings],
        )
    )
    answer = program.ask("check", "2031-W40")
    for (_, day, guests, helpers), opening in zip(evenings, answer["openings"]):
        came = (opening["date"], opening["expected"], opening["shifts"][0]["needed"])
        row.same(f"{guests} guests", came, (day, guests, helpers))


@row("import: a date and a house stand for the opening")
def visits_by_date(row, program):
    plan_sweden(program)
    there = {"house": "alv1", "date": TUESDAY}
    program.take(change(visits=[{**there, "count": 31}], expectations=[{**there, "count": 40}]))
    row.holds("counts", "".join(program.dump()), "count=31", "count=40")
    row.same("expected", program.ask("check", "2031-W19", "--house", "alv1")["openings"][0]["expected"], 40)


@row("import: absences from a calendar file", today="2031-05-01")
def calendar(row, program):
    plan_sweden(program)
    lines = """BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//y//EN BEGIN:VEVENT UID:1 DTSTAMP:20310101T000000Z
        DTSTART;VALUE=DATE:20310505 DTEND;VALUE=DATE:20310510 SUMMARY:Fjällen END:VEVENT END:VCALENDAR""".split()
    file = program.file("".join(line + "\r\n" for line in lines), ".ics")
    answer = program.ask("import", file, "--volunteer", "Åsa Ängström")
    row.same("answer", (answer.code, answer["done"]), (0, True))
    refused(row, program.ask("assign", "alv1", TUESDAY, "help", "v1"), "absent", "Åsa Ängström")


@row("dump: sorted text, the same for the same state")
def dump(row, program):
    plan_sweden(program)
    row.same("twice", program.call("dump").out, program.call("dump").out)
    row.same("as JSON", program.call("dump").out.rstrip("\n").split("\n"), program.dump())


# --- backups ---


@row("backup, restore, verify: what was there is back, and what is whole is said to be")
def backups(row, program):
    plan_sweden(program)
    before = program.dump()
    copy = os.path.join(program.folder, "copy.husvagt")
    row.same("backup", program.ask("backup", copy)["done"], True)
    program.do("assign", "alv1", TUESDAY, "help", "v1")
    row.same("restore", program.ask("restore", copy)["done"], True)
    row.same("as it was", program.dump(), before)
    answer = program.ask("verify")
    row.same("verify", (answer.code, answer["good"]), (0, True))
    refused(row, program.ask("restore", "nothing.husvagt"), "bad-input", "nothing.husvagt")
    refused(row, program.ask("restore", program.file("no backup")), "damaged", "no backup of Husvagt")
    refused(row, program.ask("backup", program.data), "refused", "Choose another")
    refused(row, program.ask("backup", program.file("letters")), "refused", "Choose another")
    row.same("nothing changed", program.dump(), before)


# --- the engines ---


MONDAY_MORNING = {
    "interval_minutes": 15,
    "arrivals": [4.0] * 12,
    "staff": [5] * 12,
    "service_minutes": 15,
    "target_minutes": 15,
    "initial_queue": 5.3,
    "colour": "blue",
}


@row("solve waiting: one case and many, with the need, and unknown fields ignored")
def solve_waiting(row, program):
    lists = "offered_load utilisation wait_mean late_share queue_mean in_system_end".split()
    totals = """visits wait_mean late_share door_wait_mean door_late_share in_system_close waiting_close overtime_mean
        overtime_over15 overtime_over30 abandoned lost""".split()
    shape = {**{name: [NUMBER] for name in lists}, "total": {name: NUMBER for name in totals}}
    case = MONDAY_MORNING
    one = program.ask("solve", "waiting", program.file(case))
    row.same("exit code", one.code, 0)
    row.fits("one case", one.json, shape)
    row.same("a figure an interval", [len(one[name]) for name in lists], [12] * len(lists))
    many = program.ask("solve", "waiting", "--need", "0.8", program.file({"cases": [{"name": "Å", "input": case}] * 2}))
    row.fits("many", many.json, {"answers": [{**shape, "name": TEXT, "need": {"level": NUMBER, "crew": WHOLE}}]})
    row.same("names", [one["name"] for one in many["answers"]], ["Å", "Å"])
    row.true("no data is opened", not os.path.exists(program.data))
    timed = program.ask("solve", "waiting", "--time", program.file({"cases": [{"name": "x", "input": case}]}))
    row.fits("timed", timed.json, {"answers": [{"milliseconds": NUMBER}]})
    for wrong in ({"service_minutes": 0}, {"arrivals": [-1] * 12}, {"staff": "five"}, {"arrivals": []}):
        refused(row, program.ask("solve", "waiting", program.file({**case, **wrong})), "bad-input", *wrong)
    refused(row, program.ask("solve", "waiting", program.file("[1, 2")), "bad-input")
    refused(row, program.ask("solve", "waiting", "nowhere.json"), "bad-input", "nowhere.json")


@row("solve forecast: four weeks, one figure a weekday")
def solve_forecast(row, program):
    task = {"key": "Älvsjö", "weekdays": [2, 4], "history": [[20, None], [22, 9], [None, None], [18, 11]]}
    answer = program.ask("solve", "forecast", program.file({"tasks": [task, {**task, "key": "b"}]}))
    row.same("exit code", answer.code, 0)
    figures = {name: [[NUMBER]] for name in ("mean", "q10", "q90")}
    row.fits("answer", answer.json, {"answers": [{"key": TEXT, **figures}]})
    row.same("keys", [one["key"] for one in answer["answers"]], ["Älvsjö", "b"])
    for name in figures:
        row.same(f"weeks and weekdays of {name}", [len(week) for week in answer["answers"][0][name]], [2] * 4)
    wrong = program.file({"tasks": [{**task, "weekdays": [8, 2]}]})
    refused(row, program.ask("solve", "forecast", wrong), "bad-input", "weekdays")




# --- writing ---

FEED = {"kind": Word("volunteer", "house"), "id": ID, "name": TEXT, "file": TEXT, "state": Word("live", "emptied")}
PUBLISHED = {
    "week": WEEK,
    "changes": [
        {
            "volunteer": TEXT,
            "volunteer_id": ID,
            "kind": Word("new", "moved", "time", "removed", "cancelled"),
            "text": SENTENCE,
        }
    ],
    "written": WHOLE,
    "unchanged": WHOLE,
}


@row("export: exchange JSON that is read again as the same organisation")
def export(row, program):
    plan_sweden(program)
    program.do("assign", "alv1", TUESDAY, "help", "v1", "--lock")
    program.do("visits", "alv1", TUESDAY, "31", "--note", "rörigt; =1+1")
    whole = program.ask("export")
    row.same("format", (whole.code, whole["format"]), (0, "husvagt-1"))
    with Program(program.path) as another:
        answer = another.take(whole.json)
        row.same("refused, unknown", (answer["refused"], answer["unknown"]), ([], []))
        row.true("the same again", another.ask("export").json == whole.json)
        row.same("read twice", another.take(whole.json)["changed"], 0)
    row.same("read back", program.take(whole.json)["step"], "0")
    part = program.ask("export", "--what", "roster", "--house", "natt", "--week", "2031-W19")
    row.same("one house, one week", [one["house"] for one in part["openings"]], ["natt"])
    only = program.ask("export", "--what", "volunteers", "--volunteer", "v2")
    row.same("one volunteer", [one["id"] for one in only["volunteers"]], ["v2"])


@row("export: random figures of a calendar entry are no identity number when they are read again")
def export_uid(row, program):
    plan_sweden(program)
    shift = program.ask("week", "2031-W19")["openings"][0]["shifts"][0]["shift_id"]
    program.take(change(shifts=[{"id": shift, "uid": "63db1164-23c2-4197-8a55-0708831793d8"}]))
    refused = program.ask("import", program.file(change(shifts=[{"id": shift, "uid": "cpr 070883-1793"}])))
    row.same("an identity number still is one", refused["refused"][0]["code"], "identity-number")


@row("export: tables in the language of the reader, formulas defused, read again as they were")
def export_csv(row, program):
    plan_sweden(program)
    odd = {"id": "v9", "name": "=SUM(A1)", "phone": "+46 70 123 45 67", "note": '-1; "x"'}
    pers = [{"id": "v5", "email": "per@example.org"}, {"id": "v6", "phone": "08-12 34 56"}]
    program.take(change(volunteers=[odd, *pers]))
    program.do("assign", "alv1", TUESDAY, "help", "v1")
    program.do("visits", "alv1", TUESDAY, "31", "--slots", "9,11,11")
    for language, separator, words in (
        ("sv", ";", {"volunteers": "Namn", "visits": "Hus", "roster": "Hus", "hours": "Volontär"}),
        ("da", ";", {"volunteers": "Navn", "visits": "Hus", "roster": "Hus", "hours": "Frivillig"}),
        ("en", ",", {"volunteers": "Name", "visits": "House", "roster": "House", "hours": "Volunteer"}),
    ):
        for what, word in words.items():
            answer = program.call("export", "--what", what, "--format", "csv", LANGUAGE=language)
            row.same(f"{what}, {language}", answer.code, 0)
            row.true("its head", answer.out.lstrip("\ufeff").startswith(f'"{word}"{separator}'), answer.out[:60])
            row.lacks("cells", answer.out, separator + '"=', '\n"=', separator + "=", separator + '"-')
            if what == "hours":
                row.holds("hours", answer.out, "3.5" if language == "en" else "3,5")
                continue
            before = program.dump()
            again = program.ask("import", program.file(answer.out, ".csv"))
            row.same(f"{what}, {language}: read again", (again.code, program.dump() == before), (0, True))


@row("export: into a file as a whole, or a sentence that says why not")
def export_file(row, program):
    plan_sweden(program)
    path = os.path.join(program.folder, "all.json")
    row.same("written", program.ask("export", "-o", path)["file"], path)
    row.same("for nobody else's eyes", stat.S_IMODE(os.stat(path).st_mode), 0o600)
    row.same("it is read", program.ask("import", path)["done"], True)
    refused(row, program.ask("export", "-o", program.folder), "refused", program.folder, "folder")
    nowhere = os.path.join(program.folder, "nowhere")
    refused(row, program.ask("export", "-o", os.path.join(nowhere, "x.json")), "refused", nowhere)
    before = program.dump()
    refused(row, program.ask("export", "-o", program.data), "refused", program.data)
    row.same("the data is still there", program.dump(), before)
    refused(row, program.ask("export", "--from", "2031-W20", "--to", "2031-W19"), "bad-input")
    refused(row, program.ask("export", "--house", "Glömminge"), "unknown-house", "Glömminge")
    refused(row, program.ask("export", "--volunteer", "Gösta"), "unknown-volunteer", "Gösta")
    for words in (["--what", "all", "--format", "csv"], ["--what", "songs"], ["--format", "odt"], ["--week", "19"]):
        refused(row, program.ask("export", *words), "usage", exit_code=2)


@row("publish: the difference in words, a calendar each, the same folder again unchanged")
def publish(row, program):
    plan_sweden(program)
    program.do("assign", "natt", "2031-05-10", "talk", "v2")
    feeds = Feeds(program)
    before = program.dump()
    preview = program.ask("publish", "2031-W19", "--to", feeds.folder, "--dry-run")
    row.fits("preview", preview.json, PUBLISHED)
    row.same("preview", [(one["volunteer_id"], one["kind"]) for one in preview["changes"]], [("v2", "new")])
    row.same("nothing changed", program.dump(), before)
    first = feeds.publish("2031-W19")
    row.fits("published", first.json, PUBLISHED)
    row.same("a calendar for each of 6 people and 4 houses", (first["written"], len(feeds.all())), (10, 10))
    names = [name for name in feeds.all() if re.fullmatch(r"[A-Za-z0-9_-]{22}\.ics", name)]
    row.same("their names", len(names), 10)
    row.same("which only we can list", stat.S_IMODE(os.stat(feeds.folder).st_mode), 0o711)
    row.same("and anybody read", {stat.S_IMODE(os.stat(os.path.join(feeds.folder, n)).st_mode) for n in names}, {0o644})
    again = feeds.publish("2031-W19")
    row.same("again", (again["changes"], again["written"], again["unchanged"]), ([], 0, 10))
    listed = program.ask("feeds")
    row.fits("feeds", listed.json, {"feeds": [FEED]})
    row.same("files", sorted(feed["file"] for feed in listed["feeds"]), sorted(feeds.all()))
    night = feeds.events("v2")[0]
    row.same("the night", (night.utc("DTSTART"), night.utc("DTEND")), ("20310510T200000Z", "20310511T040000Z"))


@row("publish: a calendar knows its own address once the organisation has one, a file that is passed on never")
def publish_address(row, program):
    plan_sweden(program)
    program.do("assign", "natt", "2031-05-10", "talk", "v2")
    feeds = Feeds(program)
    for web in ("https://exempel.se/vakt", "https://exempel.se/vakt/"):
        program.take(change(organisation={"web": web}))
        feeds.publish("2031-W19")
        for owner in ("v2", "natt"):
            own = f"https://exempel.se/vakt/f/{os.path.basename(feeds.path(owner))}"
            lines = feeds.content(owner).decode().replace("\r\n ", "").split("\r\n")
            row.holds(owner, lines, f"SOURCE;VALUE=URI:{own}", f"URL:{web}")
    passed_on = program.call("export", "--volunteer", "v2", "--format", "ics").out
    row.lacks("passed on", passed_on, "SOURCE", "exempel.se", os.path.basename(feeds.path("v2"))[:-4])


@row("publish: a folder that cannot be written to, or an address on the web, changes nothing")
def publish_refused(row, program):
    plan_sweden(program)
    before = program.dump()
    row.same("a file", program.ask("publish", "2031-W19", "--to", program.data).code, 1)
    nowhere = os.path.join(program.folder, "nowhere", "at", "all")
    refused(row, program.ask("publish", "2031-W19", "--to", nowhere), "refused", nowhere)
    refused(row, program.ask("publish", "2031-W53"), "unknown-week", "2031")
    row.same("nothing changed", program.dump(), before)


@row("publish: nights of nine and of seven hours, and week 53 of 2032")
def publish_nights(row, program):
    program.take(sweden())
    feeds = Feeds(program)
    for week, date, start, end in (
        ("2031-W13", "2031-03-29", "20310329T210000Z", "20310330T040000Z"),
        ("2031-W43", "2031-10-25", "20311025T200000Z", "20311026T050000Z"),
        ("2032-W53", "2033-01-01", "20330101T210000Z", "20330102T050000Z"),
    ):
        program.do("generate", week)
        if date == "2033-01-01":
            program.do("open", "natt", date)
        program.do("assign", "natt", date, "talk", "v2")
        feeds.publish(week)
        event = feeds.events("v2")[-1]
        row.same(week, (event.utc("DTSTART"), event.utc("DTEND")), (start, end))


@row("person-export and erase: two files for their own eyes; then nobody of that name", today="2031-05-07")
def people(row, program):
    plan_sweden(program)
    program.do("assign", "alv1", TUESDAY, "help", "v1")
    folder = os.path.join(program.folder, "åsa")
    answer = program.ask("person-export", "Åsa Ängström", "-o", folder)
    row.same("exported", (answer.code, sorted(os.listdir(folder))), (0, ["person.html", "person.json"]))
    for name in os.listdir(folder):
        row.same(name, stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o600)
    refused(row, program.ask("person-export", "Åsa Ängström"), "usage", exit_code=2)
    for verb in (["erase"], ["person-export", "-o", folder]):
        refused(row, program.ask(*verb, "Gösta"), "unknown-volunteer", "Gösta")
    answer = program.ask("erase", "Åsa Ängström")
    row.fits("erased", answer.json, EDIT)
    refused(row, program.ask("erase", "Åsa Ängström"), "unknown-volunteer")
    while program.ask("undo").code == 0:
        pass
    row.lacks("undo of everything", "".join(program.dump()), "Ängström")
