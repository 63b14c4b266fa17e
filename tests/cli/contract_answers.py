# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What questions and edits answer."""

from association import change
from contract_table import CAN, EDIT, TUESDAY, WARNINGS, plan_sweden, refused, row, sweden
from shape import DATE, ID, NULL, NUMBER, SENTENCE, TEXT, TIME, WEEK, WHOLE, YES, Word

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
    row.holds("in words, the house without shifts", program.call("week", "2031-W19").text, "No shift is planned.")
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


@row("undo: not the step with which an organisation or an example begins")
def beginning(row, program):
    program.do("demo", "vaxjo")
    before = program.dump()
    refused(row, program.ask("undo"), "refused")
    row.same("the example is there", program.dump(), before)
    row.same("in the log", [step["verb"] for step in program.ask("log")["steps"]], ["init"])
