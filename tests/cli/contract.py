#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/formats.md, line by line: verbs, options, exit codes and field names that stay.

The organisations here are others than those of the acceptance table: other years,
countries, houses and names.

contract.py PROGRAM [BEGINNING-OF-A-ROW]
"""

import os
import stat
import sys

import tap
from association import change
from program import ProgramTable
from shape import DATE, ID, NULL, NUMBER, SENTENCE, TEXT, TIME, WEEK, WHOLE, YES, Word

table = ProgramTable()
row = table.row

# --- an organisation in Sweden, 2031 ---

CAN = [{"weekday": weekday, "start": "00:00", "end": "48:00", "state": "can"} for weekday in range(1, 8)]
TUESDAY = "2031-05-06"


def sweden():
    """Two houses of one name, a night line, evenings with guests; 2031 from week 19 on."""
    hours = {"weekday": 2, "start": "09:00", "end": "12:30"}
    people = ["Åsa Ängström", "Örjan Öst", "Æbbe Ørn", "Zoë Lind-Åberg", "Per Lund", "Per Lund"]
    return change(
        organisation={"name": "Väntjänsten", "country": "SE", "zone": "Europe/Stockholm", "language": "sv"},
        roles=[
            {"id": "help", "name": "It-hjälp", "serves": True},
            {"id": "host", "name": "Kaffevärd", "serves": False},
            {"id": "talk", "name": "Samtal", "serves": True},
        ],
        houses=[
            {
                "id": "alv1",
                "name": "Älvsjö",
                "hours": [{"id": "h1", **hours}],
                "templates": [
                    {"id": "t1", "role": "help", "minimum": 2, **hours},
                    {"id": "t2", "role": "host", "minimum": 1, **hours},
                ],
            },
            {"id": "alv2", "name": "Älvsjö", "hours": [{"id": "h2", **hours, "weekday": 4}]},
            {
                "id": "natt",
                "name": "Nattlinjen",
                "kind": "remote",
                "hours": [{"id": "h3", "weekday": 6, "start": "22:00", "end": "30:00"}],
                "templates": [
                    {"id": "t3", "role": "talk", "weekday": 6, "start": "22:00", "end": "30:00", "minimum": 2}
                ],
                "demand": {"model": "fixed"},
            },
            {
                "id": "kvall",
                "name": "Medborgarkväll",
                "kind": "event",
                "demand": {"model": "guests", "guests_per": 30},
            },
        ],
        volunteers=[
            {"id": f"v{number}", "name": name, "roles": {"help": "able", "talk": "able"}, "availability": CAN}
            for number, name in enumerate(people, 1)
        ],
    )


def plan_sweden(program):
    program.take(sweden())
    program.do("generate", "2031-W19")


def refused(row, answer, code, *parts, exit_code=1):
    """The answer of a failure: its shape, its code, and what its sentence names."""
    row.same(f"{answer.call}: exit code", answer.code, exit_code)
    row.fits(answer.call, answer.json, FAILURE)
    row.same(f"{answer.call}: code", answer.json.get("code"), code)
    row.holds(answer.call, str(answer.json.get("message")), *parts)


WARNINGS = [{"code": TEXT, "message": SENTENCE}]
EDIT = {"done": YES, "step": ID, "warnings": WARNINGS}
FAILURE = {"done": YES, "code": TEXT, "message": SENTENCE}

# --- calling it ---

VERBS = (
    "init demo import dump week holidays generate check assign unassign call-off swap who visits expect close open"
    " undo redo log backup restore verify person-export erase solve"
).split()


@row("help: every verb explains itself with an example that names it")
def help_of_verbs(row, program):
    for verb in VERBS:
        answer = program.call(verb, "--help")
        row.same(f"{verb}: exit code", answer.code, 0)
        row.holds(verb, answer.out, f"husvagt-cli {verb} ", "Example:", "--json", "--data")
        row.true(f"{verb}: a sentence on what it does", len(answer.out.split("\n")) > 6, answer.out)
    listed = program.call("--help")
    row.same("exit code", listed.code, 0)
    row.holds("the list", listed.out, *VERBS)
    row.true("no file is made by asking", not os.path.exists(program.data))


@row("help: --version says so and nothing else")
def version(row, program):
    answer = program.call("--version")
    row.same("exit code", answer.code, 0)
    row.true("one line", answer.out.startswith("Husvagt ") and answer.out.count("\n") == 1, answer.out)


@row("usage: what is no verb, option, date, week, time or number is exit 2, whatever the data is")
def usage(row, program):
    program.take(sweden())
    for words in (
        ["frobnicate"],
        ["week", "--frobnicate"],
        ["week", "uge19"],
        ["week", "2031-19"],
        ["week", "2031-W19", "2031-W20"],
        ["check", "19"],
        ["generate", "2031-W19", "--weeks", "many"],
        ["generate", "2031-W19", "--weeks", "0"],
        ["generate", "2031-W19", "--weeks", "-1"],
        ["holidays"],
        ["holidays", "MMXXXI"],
        ["holidays", "2031", "--country", "NO"],
        ["assign", "alv1", TUESDAY, "help"],
        ["assign", "alv1", "06/05/2031", "help", "v1"],
        ["assign", "alv1", "2031-02-29", "help", "v1"],
        ["assign", "alv1", TUESDAY, "help", "v1", "--at", "nine"],
        ["assign", "alv1", TUESDAY, "help", "v1", "v2"],
        ["unassign", "alv1", TUESDAY],
        ["call-off", "v1"],
        ["call-off", "v1", "tomorrow"],
        ["swap", "v1", TUESDAY, "v2"],
        ["swap", "v1", TUESDAY, "v2", "then"],
        ["who", "alv1", "someday", "help"],
        ["visits", "alv1", TUESDAY, "many"],
        ["visits", "alv1", TUESDAY, "12.5"],
        ["visits", "alv1", TUESDAY, "12", "--left", "few"],
        ["visits", "alv1", TUESDAY, "12", "--wait", "long"],
        ["visits", "alv1", TUESDAY, "12", "--special", "--usual"],
        ["expect", "alv1", TUESDAY, "lots"],
        ["close", "alv1"],
        ["close", "alv1", "soon", "--reason", "x"],
        ["open", "alv1", "now"],
        ["import"],
        ["import", "a.csv", "--what", "people"],
        ["demo", "atlantis"],
        ["init", "--country", "NO"],
        ["log", "--since", "yesterday"],
        ["undo", "2"],
        ["backup"],
        ["restore"],
        ["solve"],
        ["solve", "waiting"],
        ["solve", "riddles", "x.json"],
        ["--data", "", "week"],
        ["--frobnicate"],
    ):
        answer = program.ask(*words)
        row.same(f"{answer.call}: exit code", answer.code, 2)
        row.fits(answer.call, answer.json, FAILURE)
        row.same(f"{answer.call}: done", answer.json["done"], False)
        plain = program.call(*words)
        row.same(f"{plain.call}: exit code", plain.code, 2)
        row.true(f"{plain.call}: said on standard error only", plain.err != "" and plain.out == "", plain.out)


@row("usage: a call without a verb shows the list")
def no_verb(row, program):
    answer = program.call()
    row.same("exit code", answer.code, 2)
    row.holds("the list", answer.err, *VERBS)
    refused(row, program.ask(), "usage", exit_code=2)


@row("arguments: numbers that look like options, and -- before words that do")
def odd_arguments(row, program):
    plan_sweden(program)
    refused(row, program.ask("visits", "alv1", TUESDAY, "-1"), "bad-input")
    refused(row, program.ask("visits", "alv1", TUESDAY, "12", "--left", "-1"), "bad-input")
    refused(row, program.ask("visits", "alv1", TUESDAY, "12", "--wait", "-5"), "bad-input")
    refused(row, program.ask("expect", "alv1", TUESDAY, "-1"), "bad-input")
    answer = program.call("visits", "--json", "alv1", "--", TUESDAY, "-1")
    refused(row, answer, "bad-input")
    program.take(change(volunteers=[{"id": "-x", "name": "-x", "roles": {"help": "able"}}]))
    answer = program.call("assign", "--json", "alv1", TUESDAY, "help", "--reason", "--", "--", "-x")
    row.same("somebody called “-x”, for a reason “--”", (answer.code, answer["done"]), (0, True))
    program.do("visits", "alv1", TUESDAY, "0")
    row.same("options before the verb", program.call("--json", "--data", program.data, "week", "2031-W19").code, 0)


# --- where the data is ---


@row("data: the usual place is made on first use, a named file by init, demo and import only")
def places(row, program):
    answer = program.ask("week", HUSVAGT_DATA=None)
    usual = os.path.join(program.folder, "data", "husvagt", "roster.husvagt")
    row.same("week without data", answer.code, 0)
    row.true("the usual place", os.path.exists(usual))
    if os.path.exists(usual):
        row.same("for nobody else's eyes", stat.S_IMODE(os.stat(usual).st_mode), 0o600)
    missing = os.path.join(program.folder, "typo.husvagt")
    for words in (["week"], ["check"], ["dump"], ["generate", "2031-W19"], ["undo"], ["log"], ["verify"]):
        refused(row, program.ask(*words, "--data", missing), "damaged", "typo.husvagt")
        row.true(f"{words[0]} makes no file", not os.path.exists(missing))
    for number, words in enumerate((["init"], ["demo", "vaxjo"], ["import", program.file(sweden())])):
        made = os.path.join(program.folder, f"made-{number}.husvagt")
        row.same(words[0], program.ask(*words, "--data", made).code, 0)
        row.true(f"{words[0]} makes the file", os.path.exists(made))
    row.true("--data before HUSVAGT_DATA", not os.path.exists(program.data))


@row("data: a database server is refused in words")
def server(row, program):
    for where in ("postgresql://localhost/husvagt", "postgres://a,b/husvagt?service=x"):
        refused(row, program.ask("week", "--data", where), "refused")
    row.same("files made", os.listdir(program.folder), [])


@row("init: an empty organisation, once")
def init(row, program):
    answer = program.ask("init", "--name", "Väntjänsten i Ölme", "--country", "se")
    row.same("exit code", answer.code, 0)
    row.fits("answer", answer.json, EDIT)
    organisation = program.dump()[0]
    row.holds("it", organisation, 'name="Väntjänsten i Ölme"', 'country="SE"', '"Europe/Stockholm"', 'language="sv"')
    refused(row, program.ask("init", "--name", "Nyt"), "refused", program.data)
    row.same("the first one stays", program.dump()[0], organisation)
    row.same("an example into it", program.ask("demo").code, 0)
    refused(row, program.ask("init"), "refused", program.data)


@row("init: Denmark if nothing else is said")
def init_dk(row, program):
    program.do("init")
    row.holds("it", program.dump()[0], 'country="DK"', '"Europe/Copenhagen"', 'language="da"')


@row("demo: an example, into an empty file only")
def demo(row, program):
    answer = program.ask("demo")
    row.fits("answer", answer.json, EDIT)
    check = program.ask("check", "2026-W19")
    row.same("the exit code of check", check.code, 3)
    row.same("missing in week 19", check["missing"], 3)
    before = program.dump()
    refused(row, program.ask("demo", "vaxjo"), "refused", program.data)
    row.same("nothing changed", program.dump(), before)


# --- naming things ---


@row("names: by id, and blind to case and accents; two of one name by id only")
def naming(row, program):
    plan_sweden(program)
    for house in ("natt", "Nattlinjen", "NATTLINJEN", "nattlinjen "):
        row.same(f"house {house!r}", len(program.ask("week", "2031-W19", "--house", house)["openings"]), 1)
    for person in ("v1", "Åsa Ängström", "asa angstrom", "ÅSA ÄNGSTRÖM", "Aasa Ängström"):
        answer = program.ask("assign", "alv1", TUESDAY, "IT-HJALP", person)
        row.same(f"volunteer {person!r}", (answer.code, answer.json.get("volunteer")), (0, None))
        program.do("unassign", "alv1", TUESDAY, "help", "v1")
    for person in ("zoe lind aberg", "Zoë Lind-Åberg"):
        program.do("assign", "alv1", TUESDAY, "help", person)
        program.do("unassign", "alv1", TUESDAY, "help", person)
    refused(row, program.ask("week", "2031-W19", "--house", "Älvsjö"), "unknown-house", "alv1", "alv2")
    refused(row, program.ask("assign", "alv1", TUESDAY, "help", "per lund"), "unknown-volunteer", "v5", "v6")
    refused(row, program.ask("assign", "alv1", TUESDAY, "help", "Gösta"), "unknown-volunteer", "Gösta")
    refused(row, program.ask("assign", "alv1", TUESDAY, "Vaktmästare", "v1"), "bad-input", "Vaktmästare", "It-hjälp")
    row.same("one of two Pers", program.ask("assign", "alv1", TUESDAY, "help", "v6").code, 0)


@row("names: an unknown house is one sentence on every verb that takes one")
def unknown_house(row, program):
    plan_sweden(program)
    before = program.dump()
    for words in (
        ["week", "2031-W19", "--house", "Glömminge"],
        ["check", "2031-W19", "--house", "Glömminge"],
        ["assign", "Glömminge", TUESDAY, "help", "v1"],
        ["unassign", "Glömminge", TUESDAY, "help", "v1"],
        ["who", "Glömminge", TUESDAY, "help"],
        ["visits", "Glömminge", TUESDAY, "12"],
        ["expect", "Glömminge", TUESDAY, "12"],
        ["close", "Glömminge", TUESDAY, "--reason", "stängt"],
        ["open", "Glömminge", TUESDAY],
    ):
        refused(row, program.ask(*words), "unknown-house", "Glömminge", "Nattlinjen")
    row.same("nothing changed", program.dump(), before)


@row("weeks: one that its year does not have is one sentence on every verb that takes one")
def unknown_week(row, program):
    plan_sweden(program)
    before = program.dump()
    for words in (["week"], ["check"], ["generate"]):
        refused(row, program.ask(*words, "2031-W53"), "unknown-week", "2031", "53", "52")
        refused(row, program.ask(*words, "2032-W54"), "unknown-week", "2032", "54", "53")
        refused(row, program.ask(*words, "2031-W00"), "unknown-week", "2031")
    row.same("nothing changed", program.dump(), before)
    row.same("2032 has it", program.ask("week", "2032-W53")["from"], "2032-12-27")
    row.same("without hyphen", program.ask("week", "2031W19")["week"], "2031-W19")
    row.same("with one figure", program.ask("week", "2031-w9")["week"], "2031-W09")


@row("weeks: left out is the current week of the organisation's zone", today="2031-05-09")
def current_week(row, program):
    plan_sweden(program)
    for verb in ("week", "check"):
        row.same(verb, program.ask(verb)["week"], "2031-W19")
    row.same("generate", program.ask("generate")["unchanged"], 3)
    row.same("turn of the year", program.ask("week", HUSVAGT_TODAY="2033-01-02")["week"], "2032-W53")


# --- asking ---

PERSON = {
    "volunteer": TEXT,
    "volunteer_id": (ID, NULL),
    "state": Word("planned", "called-off", "swapped", "present", "no-show"),
    "locked": YES,
    "origin": Word("hand", "regular", "filled", "wish"),
    "start": TIME,
    "end": TIME,
}
COUNT = (WHOLE, NULL)
SHIFT = {"shift_id": ID, "role": TEXT, "start": TIME, "end": TIME, "minimum": WHOLE, "wanted": COUNT, "needed": WHOLE}
PLACE = {"house": TEXT, "house_id": ID, "date": DATE, "start": TIME, "end": TIME}
WEEK_ANSWER = {
    "week": WEEK,
    "from": DATE,
    "to": DATE,
    "previous": WEEK,
    "next": WEEK,
    "holidays": [{"date": DATE, "name": SENTENCE}],
    "openings": [
        {**PLACE, "closed": YES, "reason": (TEXT, NULL), "shifts": [{**SHIFT, "maximum": COUNT, "people": [PERSON]}]}
    ],
}
CHECK_ANSWER = {
    "week": WEEK,
    "red": WHOLE,
    "yellow": WHOLE,
    "grey": WHOLE,
    "missing": WHOLE,
    "openings": [
        {
            **PLACE,
            "light": Word("green", "yellow", "red", "grey"),
            "expected": (NUMBER, NULL),
            "low": COUNT,
            "high": COUNT,
            "typed": YES,
            "risk": (NUMBER, NULL),
            "capacity": COUNT,
            "wait_mean": (NUMBER, NULL),
            "wait_worst": (NUMBER, NULL),
            "late_share": (NUMBER, NULL),
            "waiting_at_close": (NUMBER, NULL),
            "shifts": [
                {
                    **SHIFT,
                    "assigned": WHOLE,
                    "suggested": COUNT,
                    "gap": Word("none", "empty", "no-role", "trainee-only", "short", "alone", "tight"),
                    "chronic": YES,
                }
            ],
            "short": [{"from": TIME, "to": TIME, "by": WHOLE}],
            "sentence": SENTENCE,
        }
    ],
}


@row("week: openings, shifts and people, nights past 24:00, a holiday with its name", today="2031-05-05")
def week(row, program):
    plan_sweden(program)
    program.do("assign", "natt", "2031-05-10", "talk", "v2", "--lock")
    program.take(change(assignments=[{"id": "g", "shift": night_shift(program), "guest": "Granne", "start": "23:30"}]))
    answer = program.ask("week", "2031-W19")
    row.fits("week", answer.json, WEEK_ANSWER)
    row.same("week", [answer[name] for name in ("week", "from", "to")], ["2031-W19", "2031-05-05", "2031-05-11"])
    row.same("its neighbours", (answer["previous"], answer["next"]), ("2031-W18", "2031-W20"))
    night = answer["openings"][-1]
    row.same("the night", (night["house_id"], night["start"], night["end"]), ("natt", "22:00", "30:00"))
    people = night["shifts"][0]["people"]
    row.same(
        "on it",
        [(one["volunteer"], one["volunteer_id"], one["locked"], one["start"], one["end"]) for one in people],
        [("Örjan Öst", "v2", True, "22:00", "30:00"), ("Granne", NULL, False, "23:30", "30:00")],
    )
    only = program.ask("week", "2031-W19", "--house", "alv1")
    row.same("one house", [one["house_id"] for one in only["openings"]], ["alv1"])
    row.same("holidays", program.ask("week", "2031-W21")["holidays"], [{"date": "2031-05-22", "name": "Ascension Day"}])
    empty = program.ask("week", "2040-W01")
    row.same("a week without anything", (empty.code, empty["openings"]), (0, []))


def night_shift(program):
    return program.ask("week", "2031-W19", "--house", "natt")["openings"][0]["shifts"][0]["shift_id"]


@row("check: figures, gaps and the sentence of every open opening")
def check(row, program):
    plan_sweden(program)
    program.do("expect", "alv1", TUESDAY, "40")
    answer = program.ask("check", "2031-W19")
    row.fits("check", answer.json, CHECK_ANSWER)
    row.same("exit code", answer.code, 3)
    lights = [opening["light"] for opening in answer["openings"]]
    for light in ("red", "yellow", "grey"):
        row.same(f"openings that are {light}", answer[light], lights.count(light))
    shifts = [shift for opening in answer["openings"] for shift in opening["shifts"]]
    row.same("missing", answer["missing"], sum(max(0, shift["needed"] - shift["assigned"]) for shift in shifts))
    row.true("suggested of a host", all(s["suggested"] is None for s in shifts if s["role"] == "Kaffevärd"))
    alone = next(opening for opening in answer["openings"] if opening["house_id"] == "alv1")
    row.same("nobody there: a wait without end", (alone["wait_mean"], alone["wait_worst"]), (1000000, 1000000))
    fixed = next(opening for opening in answer["openings"] if opening["house_id"] == "natt")
    row.same("a fixed house has no risk", (fixed["risk"], fixed["capacity"], fixed["wait_mean"]), (NULL, NULL, NULL))


@row("check: closed openings are not listed, a week without red is exit 0")
def check_closed(row, program):
    plan_sweden(program)
    for house, date in (("alv1", TUESDAY), ("alv2", "2031-05-08"), ("natt", "2031-05-10")):
        program.do("close", house, date, "--reason", "översvämning")
    answer = program.ask("check", "2031-W19")
    row.same("answer", (answer.code, answer["openings"], answer["missing"]), (0, [], 0))
    row.same("an empty week", program.ask("check", "2040-W01").code, 0)


@row("check: every kind of gap under its name")
def gaps(row, program):
    program.take(sweden())
    days = (
        ("2031-06-02", {"help": (2, [])}, ["empty"]),
        ("2031-06-03", {"help": (1, ["v1", "v2"]), "host": (1, [])}, ["none", "no-role"]),
        ("2031-06-04", {"help": (1, ["v6"])}, ["trainee-only"]),
        ("2031-06-05", {"help": (3, ["v1", "v2"])}, ["short"]),
        ("2031-06-06", {"help": (1, ["v1"])}, ["alone"]),
        ("2031-06-07", {"help": (2, ["v1", "v2"])}, ["tight"]),
    )
    at = {"start": "09:00", "end": "12:00"}
    program.take(change(volunteers=[{"id": "v6", "roles": {"help": "trainee"}}]))
    for day, roles, _ in days:
        file = change(openings=[{"id": day, "house": "alv1", "date": day, **at}], shifts=[], assignments=[])
        for role, (places, people) in roles.items():
            shift = {"id": day + role, "opening": day, "role": role, "minimum": places, "wanted": places, **at}
            file["shifts"].append(shift)
            file["assignments"] += [{"id": day + one, "shift": day + role, "volunteer": one} for one in people]
        program.take(file)
    program.do("expect", "alv1", "2031-06-07", "15")
    for (day, _, kinds), opening in zip(days, program.ask("check", "2031-W23")["openings"]):
        row.same(day, (opening["date"], [shift["gap"] for shift in opening["shifts"]]), (day, kinds))


HOLIDAYS = {
    "year": WHOLE,
    "country": Word("DK", "SE"),
    "holidays": [{"date": DATE, "name": SENTENCE, "half": YES}],
}


@row("holidays: in date order, half days marked, of any year and both countries")
def holidays(row, program):
    for year, country, date, half in (
        ("2031", "DK", "2031-05-22", False),
        ("2031", "DK", "2031-06-05", True),
        ("2031", "DK", "2031-05-01", True),
        ("2031", "SE", "2031-06-21", False),
        ("2031", "SE", "2031-06-20", True),
        ("2031", "SE", "2031-04-12", True),
        ("2023", "DK", "2023-05-05", False),
        ("2004", "SE", "2004-05-31", False),
        ("2038", "SE", "2038-04-25", False),
        ("2285", "DK", "2285-03-22", False),
    ):
        answer = program.ask("holidays", year, "--country", country)
        row.fits(f"{year} {country}", answer.json, HOLIDAYS)
        row.same("year and country", (answer["year"], answer["country"]), (int(year), country))
        days = [(one["date"], one["half"]) for one in answer["holidays"]]
        row.true(f"{date}, half day: {half}", (date, half) in days, days)
        row.same("in order", days, sorted(days))
    days = [one["date"] for one in program.ask("holidays", "2024", "--country", "DK")["holidays"]]
    row.true("no Great Prayer Day in 2024", "2024-04-26" not in days)


WHO = {
    "candidates": [{"volunteer": TEXT, "volunteer_id": ID, "rank": WHOLE, "reasons": [TEXT], "warnings": WARNINGS}],
    "cannot": [{"volunteer": TEXT, "volunteer_id": ID, "code": TEXT, "reason": SENTENCE}],
}


@row("who: candidates by rank with reasons, then who cannot and why")
def who(row, program):
    plan_sweden(program)
    program.take(change(volunteers=[{"id": "v4", "paused": [{"from": "2031-05-01"}]}]))
    answer = program.ask("who", "alv1", TUESDAY, "It-hjälp")
    row.fits("who", answer.json, WHO)
    row.same("ranks", [one["rank"] for one in answer["candidates"]], [1, 2, 3, 4, 5])
    row.true("a reason each", all(one["reasons"] for one in answer["candidates"]))
    row.same("cannot", [(one["volunteer_id"], one["code"]) for one in answer["cannot"]], [("v4", "paused")])


# --- changing ---


@row("edits: all answer done, step and warnings; an unknown person or duty changes nothing")
def edits(row, program):
    plan_sweden(program)
    for words in (
        ["assign", "alv1", TUESDAY, "help", "v1"],
        ["assign", "alv1", TUESDAY, "help", "v2", "--lock", "--at", "09:00"],
        ["assign", "natt", "2031-05-10", "talk", "v3"],
        ["unassign", "alv1", TUESDAY, "help", "v2", "--at", "09:00"],
        ["swap", "v1", TUESDAY, "v3", "2031-05-10"],
        ["call-off", "v1", "2031-05-10"],
        ["visits", "alv1", TUESDAY, "31", "--slots", "9,11,11", "--left", "2", "--wait", "12.5", "--note", "rörigt"],
        ["expect", "alv1", TUESDAY, "40"],
        ["expect", "alv1", TUESDAY, "forecast"],
        ["close", "alv2", "2031-05-08", "--reason", "målning"],
        ["open", "alv2", "2031-05-08"],
        ["generate", "2031-W20"],
        ["undo"],
        ["redo"],
    ):
        answer = program.ask(*words)
        row.same(f"{answer.call}: exit code", answer.code, 0)
        row.fits(answer.call, answer.json, EDIT)
        row.same(f"{answer.call}: done", answer.json.get("done"), True)
    before = program.dump()
    refused(row, program.ask("unassign", "alv1", TUESDAY, "help", "v5"), "refused", "Per Lund")
    refused(row, program.ask("call-off", "v5", TUESDAY), "refused", "Per Lund")
    refused(row, program.ask("swap", "v5", TUESDAY, "v2", TUESDAY), "refused", "Per Lund")
    refused(row, program.ask("assign", "alv1", "2031-05-07", "help", "v5"), "refused", "Älvsjö", "It-hjälp")
    refused(row, program.ask("assign", "alv1", TUESDAY, "help", "v5", "--at", "15:00"), "refused", "Älvsjö")
    refused(row, program.ask("open", "alv1", TUESDAY), "refused", "Älvsjö")
    refused(row, program.ask("close", "alv1", TUESDAY, "--reason", " "), "bad-input")
    row.same("nothing changed", program.dump(), before)


@row("edits: hard rules by their names, and which can be overridden")
def hard_rules(row, program):
    plan_sweden(program)
    program.do("assign", "alv1", TUESDAY, "help", "v1")
    able_always = {"roles": {"help": "able"}, "availability": CAN}
    program.take(
        change(
            houses=[{"id": "syd", "name": "Sydhuset", "kind": "house"}],
            openings=[{"id": "o", "house": "syd", "date": TUESDAY, "start": "10:00", "end": "12:00"}],
            shifts=[
                {"id": "s", "opening": "o", "role": "help", "start": "10:00", "end": "12:00", "minimum": 1},
                {"id": "full", "opening": "o", "role": "talk", "start": "10:00", "end": "12:00", "maximum": 1},
            ],
            assignments=[{"id": "a", "shift": "full", "volunteer": "v3"}],
            volunteers=[
                {"id": "v2", "absences": [{"id": "x", "from": TUESDAY, "to": TUESDAY}]},
                {"id": "v4", "availability": [{"weekday": 3, "start": "09:00", "end": "12:00", "state": "can"}]},
                {"id": "v5", "paused": [{"from": "2031-01-01", "to": "2031-12-31"}]},
                {"id": "v6", "houses": ["alv1"]},
                {"id": "v7", "name": "Sven Ny", "roles": {"host": "able"}, "availability": CAN},
                {"id": "v8", "name": "Lars Ovän", **able_always, "pairs": [{"with": "v3", "kind": "never"}]},
                {"id": "v9", "name": "Ulla Vän", "roles": {"talk": "able"}, "availability": CAN},
            ],
        )
    )
    for person, role, code in (
        ("v1", "help", "overlap"),
        ("v7", "help", "role"),
        ("v2", "help", "absent"),
        ("v4", "help", "availability"),
        ("v5", "help", "paused"),
        ("v8", "help", "never-together"),
        ("v6", "help", "house"),
        ("v9", "talk", "full"),
        ("v3", "talk", "twice"),
    ):
        before = program.dump()
        answer = program.ask("assign", "syd", TUESDAY, role, person)
        refused(row, answer, code)
        row.same(f"{code}: can be overridden", answer.json.get("override", False), code != "twice")
        row.same(f"{code}: nothing changed", program.dump(), before)
        done = program.ask("assign", "syd", TUESDAY, role, person, "--reason", "krisläge")
        row.same(f"{code}: with a reason", done.code, 1 if code == "twice" else 0)
        if done.code == 0:
            program.do("undo")


@row("visits: a count, half hours, a note, all of them kept; a sum that does not fit is refused")
def visits(row, program):
    plan_sweden(program)
    facts = ["--slots", "9,11,11", "--left", "2", "--wait", "12.5", "--note", "rörigt"]
    program.do("visits", "alv1", TUESDAY, "31", *facts)
    visit = next(line for line in program.dump() if line.startswith("visit "))
    row.holds("kept", visit, "count=31", 'slots="9 11 11"', "left_unhelped=2", "wait=12500000", 'note="rörigt"')
    program.do("visits", "alv1", TUESDAY, "30", "--slots", "9,11,10")
    visit = next(line for line in program.dump() if line.startswith("visit "))
    row.holds("a later count keeps what it does not say", visit, "count=30", "left_unhelped=2", 'note="rörigt"')
    before = program.dump()
    for words in (["--slots", "9,11,12"], ["--slots", "9,x"], ["--slots", "-1,31"], ["--note", "150480-1234"]):
        answer = program.ask("visits", "alv1", TUESDAY, "30", *words)
        row.same(f"{words}: refused", (answer.code != 0, answer["done"]), (True, False))
    row.same("nothing changed", program.dump(), before)


GENERATED = {
    **EDIT,
    "new": WHOLE,
    "unchanged": WHOLE,
    "closed": WHOLE,
    "conflicts": [{"house": TEXT, "date": DATE, "volunteer": TEXT, "reason": SENTENCE}],
}


@row("generate: counts openings, and says who could not be placed", today="2031-04-28")
def generate(row, program):
    file = sweden()
    file["houses"][0]["templates"][0]["regulars"] = ["v1", "v2"]
    file["volunteers"][1]["absences"] = [{"id": "x", "from": TUESDAY, "to": TUESDAY}]
    program.take(file)
    answer = program.ask("generate", "2031-W19", "--weeks", "3")
    row.fits("generate", answer.json, GENERATED)
    # Thursday 22 May is Ascension Day.
    row.same("counts", [answer[name] for name in ("new", "unchanged", "closed")], [8, 0, 1])
    conflicts = [(one["house"], one["date"], one["volunteer"]) for one in answer["conflicts"]]
    row.same("conflicts", conflicts, [("Älvsjö", TUESDAY, "Örjan Öst")])


@row("undo, redo, log: one's own steps, across programs; somebody else's newer change is exit 4")
def steps(row, program):
    plan_sweden(program)
    states = [program.dump()]
    for person in ("v1", "v2", "v3"):
        program.do("assign", "alv1", TUESDAY, "help", person)
        states.append(program.dump())
    for state in reversed(states[:-1]):
        row.same("undo", (program.ask("undo").code, program.dump()), (0, state))
    for state in states[1:]:
        row.same("redo", (program.ask("redo").code, program.dump()), (0, state))
    refused(row, program.ask("redo"), "refused")
    refused(row, program.ask("undo", HUSVAGT_WHO="somebody else"), "refused")
    log = program.ask("log")
    row.fits("log", log.json, {"steps": [{"step": ID, "at": TEXT, "who": TEXT, "verb": TEXT}]})
    row.same("newest first", [step["verb"] for step in log["steps"][-2:]], ["generate", "import"])
    row.same("since tomorrow", program.ask("log", "--since", "9999-12-31")["steps"], [])
    row.same("since ever", len(program.ask("log", "--since", "1970-01-01")["steps"]), len(log["steps"]))
    program.do("visits", "alv1", TUESDAY, "31")
    program.do("visits", "alv1", TUESDAY, "32", HUSVAGT_WHO="somebody else")
    before = program.dump()
    refused(row, program.ask("undo"), "conflict", "somebody else", exit_code=4)
    row.same("nothing changed", program.dump(), before)


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
    row.fits("check", answer.json, CHECK_ANSWER)
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


if __name__ == "__main__":
    sys.exit(tap.main(table, sys.argv[1]))
