#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a coordinator does on the command line, and what must come out.

acceptance.py PROGRAM [BEGINNING-OF-A-ROW]
"""

import datetime
import math
import sys

import tap
from association import HOST, HOUSES, IT, PEOPLE, association, change, duty, names, one_off, together, volunteer
from association import find_opening, find_shift
from program import Program

table = tap.Table()

MONDAY = "2026-05-04"
WEDNESDAY = "2026-05-06"
THURSDAY = "2026-05-07"
WEEK_19 = (("Juelsminde", MONDAY, 53), ("Tørring", WEDNESDAY, 20), ("Hedensted", THURSDAY, 17))


def row(name, **options):
    """A row that gets a program with an empty file."""

    def add(function):
        def run(row, path):
            with Program(path, **options) as program:
                function(row, program)

        table.row(name)(run)
        return function

    return add


def plan_week_19(program, crews=((), (), ())):
    """Week 19 with the typed expectations, and people on the three shifts."""
    program.take(association())
    program.do("generate", "2026-W19")
    for house, date, visits in WEEK_19:
        program.do("expect", house, date, str(visits))
    for (house, date, _), crew in zip(WEEK_19, crews):
        for person in crew:
            program.do("assign", house, date, IT, PEOPLE[person])


def needed(answer):
    return [sum(shift["needed"] for shift in opening["shifts"]) for opening in answer["openings"]]


# --- counting, and what it asks for ---


@row("A1 record week 18: 53, 20 and 17 visits on the week's own dates")
def record(row, program):
    program.take(association())
    program.do("generate", "2026-W18")
    openings = program.ask("week", "2026-W18")["openings"]
    row.same(
        "the dates of week 18",
        [(opening["house"], opening["date"]) for opening in openings],
        [("Juelsminde", "2026-04-27"), ("Tørring", "2026-04-29"), ("Hedensted", "2026-04-30")],
    )
    for opening, count in zip(openings, (53, 20, 17)):
        answer = program.ask("visits", opening["house"], opening["date"], str(count))
        row.same(f"{opening['house']}, {count} visits", (answer.code, answer["done"]), (0, True))
    counts = [line for line in program.dump() if line.startswith("visit ")]
    row.same("counts kept", sorted(int(line.split(" count=")[1].split()[0]) for line in counts), [17, 20, 53])


@row("A1 record week 18: a date that no week was generated for gets the house's usual hours")
def record_without_week(row, program):
    program.take(association())
    program.do("visits", "Juelsminde", "2026-04-27", "53")
    opening = find_opening(program.ask("week", "2026-W18"), "Juelsminde", "2026-04-27")
    row.same("hours", (opening["start"], opening["end"]), ("10:00", "13:00"))
    program.do("generate", "2026-W18")
    row.same("openings after generating", len(program.ask("week", "2026-W18")["openings"]), 3)


@row("A2 requirement: 53, 20 and 17 visits need 5, 3 and 3")
def requirement(row, program):
    plan_week_19(program)
    answer = program.ask("check", "2026-W19")
    row.same("needed", needed(answer), [5, 3, 3])
    row.same("missing", answer["missing"], 11)
    row.same("expected", [opening["expected"] for opening in answer["openings"]], [53, 20, 17])
    row.same("typed", [opening["typed"] for opening in answer["openings"]], [True, True, True])


@row("A2 requirement: why 5? 4 can take about 43, 5 about 57; 2 in Hedensted about 17 with a risk of 43 %")
def why(row, program):
    plan_week_19(program, (("anna", "bo", "carla", "dan"), (), ("hans", "ida")))
    answer = program.ask("check", "2026-W19")
    row.same("4 in Juelsminde", find_opening(answer, "Juelsminde", MONDAY)["capacity"], 43)
    hedensted = find_opening(answer, "Hedensted", THURSDAY)
    row.same("2 in Hedensted", hedensted["capacity"], 17)
    row.near("their risk", hedensted["risk"], 0.43, 0.005)
    program.do("assign", "Juelsminde", MONDAY, IT, "Else Fjordby")
    row.same("5 in Juelsminde", find_opening(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)["capacity"], 57)


# --- too few, too many ---

CREWS_4_3_2 = (("anna", "bo", "carla", "dan"), ("else", "gerda", "hans"), ("ida", "jens"))


@row("A3 understaffing: 4, 3 and 2 people leave gaps of 1 in Juelsminde and 1 in Hedensted")
def understaffing(row, program):
    plan_week_19(program, CREWS_4_3_2)
    answer = program.ask("check", "2026-W19")
    row.same("exit code", answer.code, 3)
    row.same("missing", answer["missing"], 2)
    row.same("red", answer["red"], 2)
    for (house, date, _), gap, light in zip(WEEK_19, ("short", "none", "short"), ("red", "green", "red")):
        opening = find_opening(answer, house, date)
        row.same(house, (opening["shifts"][0]["gap"], opening["light"]), (gap, light))


@row("A3 understaffing: Juelsminde is named first, and every state in words")
def understaffing_in_words(row, program):
    plan_week_19(program, CREWS_4_3_2)
    lines = program.call("check", "2026-W19").text.split("\n")
    row.same(
        "the gap bar",
        lines[0],
        "2 empty places in week 19 · Juelsminde, Monday: IT, 1 missing · Hedensted, Thursday: IT, 1 missing",
    )
    row.holds("Juelsminde", lines[2], "Juelsminde, Monday in week 19: Too few. 4 helpers", "53", "1 is missing 10–13")
    row.holds("Tørring", lines[3], "Tørring, Wednesday in week 19: Enough. 3 helpers")


@row("A3 understaffing: nobody at all is another gap than too few")
def nobody(row, program):
    plan_week_19(program, (("anna", "bo", "carla", "dan"), (), ()))
    answer = program.ask("check", "2026-W19")
    row.same("Juelsminde", find_shift(answer, "Juelsminde", MONDAY)["gap"], "short")
    row.same("Tørring", find_shift(answer, "Tørring", WEDNESDAY)["gap"], "empty")
    row.holds("Tørring", find_opening(answer, "Tørring", WEDNESDAY)["sentence"], "Nobody is on duty")


@row("A4 over-filled: a fourth in Tørring is no error, and helps no other house")
def over_filled(row, program):
    plan_week_19(program, CREWS_4_3_2)
    answer = program.ask("assign", "Tørring", WEDNESDAY, IT, "Karla Ølholt")
    row.same("assign", (answer.code, answer["done"]), (0, True))
    row.same("missing", program.ask("check", "2026-W19")["missing"], 2)
    shift = find_shift(program.ask("check", "2026-W19"), "Tørring", WEDNESDAY)
    row.same("Tørring", (shift["assigned"], shift["needed"], shift["gap"]), (4, 3, "none"))
    row.holds("the roster", program.call("week", "2026-W19").text, "4 of 3")


# --- who can, who may ---


def past_duties(person, *dates):
    return together(*[duty(f"{person}-{date}", "jue", date, person) for date in dates])


@row("A5 suggest: least burdened and longest away first, with a warning last, who cannot below")
def suggest(row, program):
    people = association("carla", "dan", "else", "finn", "gerda", "hans", "ida")
    people["houses"].append({"id": "net", "name": "Online", "kind": "remote", "order": 9})
    for person in people["volunteers"]:
        if person["id"] == "ida":
            person["wishes"] = {"most_week": 1}
        if person["id"] == "gerda":
            person["absences"] = [{"id": "ga", "from": "2026-05-01", "to": "2026-05-10"}]
    program.take(people)
    program.take(past_duties("carla", "2026-04-13"))
    program.take(past_duties("dan", "2026-04-20"))
    program.take(past_duties("else", "2026-03-16", "2026-03-23", "2026-03-30"))
    program.take(duty("ida", "tor", WEDNESDAY, "ida"))
    program.take(duty("hans", "net", MONDAY, "hans", "09:00", "12:00"))
    program.do("generate", "2026-W19")
    answer = program.ask("who", "Juelsminde", MONDAY, IT)
    row.same(
        "candidates",
        [(one["rank"], one["volunteer"]) for one in answer["candidates"]],
        [(1, "Carla Munkholt"), (2, "Dan Østerlide"), (3, "Else Fjordby"), (4, "Ida Rønnehave")],
    )
    row.same("Ida's warning", [one["code"] for one in answer["candidates"][-1]["warnings"]], ["most"])
    row.same(
        "who cannot",
        {one["volunteer"]: one["code"] for one in answer["cannot"]},
        {"Finn Bakkeskov": "role", "Gerda Sølund": "absent", "Hans Elmebro": "overlap"},
    )
    row.same("asked again", program.ask("who", "Juelsminde", MONDAY, IT).out, answer.out)


def bo_in_torring(program, start, end, house="Tørring", date=WEDNESDAY, travel=None):
    """Bo has Tørring 10–13; one more shift of that day, for him to be put on."""
    program.take(association())
    if travel is not None:
        program.take(change(travel=[{"houses": ["tor", "hed"], "minutes": travel}]))
    program.do("generate", "2026-W19")
    program.do("assign", "Tørring", WEDNESDAY, IT, "Bo Vestermark")
    key = next(key for key, name, _ in HOUSES if name == house)
    program.take(one_off(key, date, start, end))


@row("A6 overlap: an event at 12:30 is refused, and overridden with a reason that the log keeps")
def overlap(row, program):
    program.take(association())
    program.take(change(houses=[{"id": "eve", "name": "Borgermøde", "kind": "event"}]))
    program.do("generate", "2026-W19")
    program.do("assign", "Tørring", WEDNESDAY, IT, "Bo Vestermark")
    program.take(one_off("eve", WEDNESDAY, "12:30", "14:00"))
    before = program.dump()
    answer = program.ask("assign", "Borgermøde", WEDNESDAY, IT, "Bo Vestermark")
    row.same("exit code", answer.code, 1)
    row.same("refusal", (answer["done"], answer["code"], answer["override"]), (False, "overlap", True))
    row.holds("the message", answer["message"], "Bo Vestermark", "Tørring", "10:00–13:00")
    row.same("nothing changed", program.dump(), before)
    done = program.ask("assign", "Borgermøde", WEDNESDAY, IT, "Bo Vestermark", "--reason", "går før tid i Tørring")
    row.same("with a reason", done.code, 0)
    newest = program.ask("log")["steps"][0]
    row.same("the log's newest step", (newest["verb"], newest["who"]), ("assign", "tests"))
    row.same("its reason", [change["reason"] for change in newest["changes"]], ["går før tid i Tørring"])
    row.holds("the log in words", program.call("log").text, "Bo Vestermark: går før tid i Tørring")


@row("A6 boundary: a shift that starts when the other ends needs no warning")
def boundary(row, program):
    bo_in_torring(program, "13:00", "15:00")
    answer = program.ask("assign", "Tørring", WEDNESDAY, IT, "Bo Vestermark", "--at", "13:00")
    row.same("answer", (answer.code, answer["done"]), (0, True))
    row.lacks("warnings", answer.warned, "overlap", "travel", "rest")


@row("A6 travel: 15 minutes for a way of 25 is a warning of 10 minutes")
def travel(row, program):
    bo_in_torring(program, "13:15", "15:00", house="Hedensted", travel=25)
    answer = program.ask("assign", "Hedensted", WEDNESDAY, IT, "Bo Vestermark")
    row.same("answer", (answer.code, answer["done"]), (0, True))
    row.true("travel is warned of", "travel" in answer.warned, answer.warned)
    warning = next((one["message"] for one in answer["warnings"] if one["code"] == "travel"), "")
    row.holds("the warning", warning, "10")


@row("A7 twice: by hand")
def twice(row, program):
    plan_week_19(program, (("anna",), (), ()))
    before = program.dump()
    for arguments in ((), ("--reason", "hun vil gerne")):
        answer = program.ask("assign", "Juelsminde", MONDAY, IT, "Anna Lindeskov", *arguments)
        row.same("refusal", (answer.code, answer["code"]), (1, "twice"))
        row.true("it cannot be overridden", not answer.json.get("override", False))
    row.same("nothing changed", program.dump(), before)


@row("A7 twice: by import")
def twice_by_import(row, program):
    plan_week_19(program, (("anna",), (), ()))
    shift = find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY)["shift_id"]
    before = program.dump()
    twice = [{"id": "x", "shift": shift, "volunteer": "bo"}, {"id": "y", "shift": shift, "volunteer": "bo"}]
    answer = program.ask("import", program.file(change(assignments=twice)))
    row.same("refusal", (answer.code, answer["done"], answer["code"]), (1, False, "twice"))
    row.same("refused", [one["code"] for one in answer["refused"]], ["twice"])
    row.holds("the reason", answer["refused"][0]["reason"], "Bo Vestermark")
    row.same("nothing changed", program.dump(), before)
    # Her place is there already: a file that puts her on it means the same place.
    program.take(change(assignments=[{"id": "z", "shift": shift, "volunteer": "anna"}]))
    shift = find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY)
    row.same("on the shift", names(shift), ["Anna Lindeskov"])


@row("A7 twice: by undo and redo")
def twice_by_undo(row, program):
    plan_week_19(program, (("anna",), (), ()))
    program.do("unassign", "Juelsminde", MONDAY, IT, "Anna Lindeskov")
    # Somebody else puts her there again: taking the removal back would double her.
    program.do("assign", "Juelsminde", MONDAY, IT, "Anna Lindeskov", HUSVAGT_WHO="another")
    answer = program.ask("undo")
    row.true("undo does not succeed", answer.code != 0 and answer["done"] is False, answer.out)
    shift = find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY)
    row.same("on the shift", names(shift), ["Anna Lindeskov"])


@row("A8 absence: judged by the date of the duty when the weeks are generated")
def absence(row, program):
    people = association()
    gerda = next(person for person in people["volunteers"] if person["id"] == "gerda")
    gerda["absences"] = [{"id": "ga", "from": "2026-05-01", "to": "2026-05-10", "reason": "Ferie"}]
    people["houses"][0]["templates"][0]["regulars"] = ["gerda"]
    program.take(people)
    answer = program.ask("generate", "2026-W18", "--weeks", "3")
    for week, date, expected in (
        ("2026-W18", "2026-04-27", ["Gerda Sølund"]),
        ("2026-W19", "2026-05-04", []),
        ("2026-W20", "2026-05-11", ["Gerda Sølund"]),
    ):
        row.same(week, names(find_shift(program.ask("week", week), "Juelsminde", date)), expected)
    row.same(
        "conflicts",
        [(one["house"], one["date"], one["volunteer"]) for one in answer["conflicts"]],
        [("Juelsminde", MONDAY, "Gerda Sølund")],
    )
    program.take(change(volunteers=[{"id": "gerda", "absences": [{"id": "ga", "deleted": True}]}]))
    first = program.ask("who", "Juelsminde", MONDAY, IT)["candidates"]
    row.true("she can be placed again", "Gerda Sølund" in [one["volunteer"] for one in first])


@row("A8 absence: entered later, it makes a gap and takes nobody off")
def absence_later(row, program):
    plan_week_19(program, (("gerda", "anna", "bo", "carla", "dan"), (), ()))
    away = {"id": "gerda", "absences": [{"id": "ga", "from": "2026-05-01", "to": "2026-05-10"}]}
    program.take(change(volunteers=[away]))
    shift = find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY)
    row.true("she is still on the shift", "Gerda Sølund" in names(shift), names(shift))
    checked = find_shift(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)
    row.same("her place", (checked["assigned"], checked["needed"], checked["gap"]), (4, 5, "short"))
    row.holds("the roster", program.call("week", "2026-W19").text, "4 of 5", "Gerda Sølund")


@row("A9 somebody calls off: the gap is there at once, and the list of whom to call", today=MONDAY)
def call_off(row, program):
    plan_week_19(program, (("anna", "bo", "carla", "jens", "karla"), (), ()))
    row.same("before", find_opening(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)["light"], "yellow")
    said = program.call("call-off", "Anna Lindeskov", MONDAY)
    row.same("exit code", said.code, 0)
    row.holds("the list", said.text, "Dan Østerlide", "Else Fjordby")
    row.lacks("the list", said.text.split("\n", 1)[1], "Anna Lindeskov", "Bo Vestermark")
    shift = find_shift(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)
    row.same("the gap", (shift["assigned"], shift["needed"], shift["gap"]), (4, 5, "short"))
    people = find_shift(program.ask("week", "2026-W19"), "Juelsminde", MONDAY)["people"]
    row.same("Anna", [one["state"] for one in people if one["volunteer"] == "Anna Lindeskov"], ["called-off"])
    program.do("assign", "Juelsminde", MONDAY, IT, "Else Fjordby")
    row.same("filled", find_shift(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)["gap"], "tight")
    row.same("the log", [step["verb"] for step in program.ask("log")["steps"][:2]], ["assign", "call-off"])


@row("A10 swap: one step, both change places")
def swap(row, program):
    plan_week_19(program, ((), ("bo",), ("jens",)))
    before = program.dump()
    n_steps = len(program.ask("log")["steps"])
    answer = program.ask("swap", "Bo Vestermark", WEDNESDAY, "Jens Åbrink", THURSDAY)
    row.same("answer", (answer.code, answer["done"]), (0, True))
    week = program.ask("week", "2026-W19")
    filling = lambda shift: [one["volunteer"] for one in shift["people"] if one["state"] == "planned"]
    row.same("Tørring", filling(find_shift(week, "Tørring", WEDNESDAY)), ["Jens Åbrink"])
    row.same("Hedensted", filling(find_shift(week, "Hedensted", THURSDAY)), ["Bo Vestermark"])
    row.same("log entries", len(program.ask("log")["steps"]) - n_steps, 1)
    program.do("undo")
    row.same("after one undo", program.dump(), before)


@row("A10 swap: what a rule forbids one of them changes neither")
def swap_refused(row, program):
    plan_week_19(program, ((), ("bo",), ("jens",)))
    away = {"id": "bo", "absences": [{"id": "ba", "from": THURSDAY, "to": THURSDAY}]}
    program.take(change(volunteers=[away]))
    before = program.dump()
    answer = program.ask("swap", "Bo Vestermark", WEDNESDAY, "Jens Åbrink", THURSDAY)
    row.same("answer", (answer.code, answer["done"], answer["code"]), (1, False, "absent"))
    row.holds("the message", answer["message"], "Bo Vestermark")
    row.same("nothing changed", program.dump(), before)


# --- weeks, patterns, holidays ---


def repeating(repeat, **more):
    people = association()
    people["houses"] = people["houses"][:1]
    people["houses"][0]["templates"][0].update(repeat=repeat, regulars=["karla"], **more)
    return people


@row("A11 even, odd and every second week over week 53", today="2026-11-20")
def week_53(row, program):
    for name, terms, expected in (
        ("even", {}, ["2026-11-23", "2026-12-07", "2026-12-21", "2027-01-11", "2027-01-25"]),
        ("odd", {}, ["2026-11-30", "2026-12-14", "2026-12-28", "2027-01-04", "2027-01-18"]),
        (
            "weeks",
            {"n": 2, "since": "2026-11-23"},
            ["2026-11-23", "2026-12-07", "2026-12-21", "2027-01-04", "2027-01-18"],
        ),
    ):
        with Program(program.path, today=program.today) as another:
            another.take(repeating(name, **terms))
            another.do("generate", "2026-W48", "--weeks", "10")
            dates = []
            week = "2026-W48"
            for _ in range(10):
                answer = another.ask("week", week)
                for opening in answer["openings"]:
                    dates += [opening["date"] for shift in opening["shifts"] if names(shift) == ["Karla Ølholt"]]
                week = answer["next"]
            row.same(f"Karla, {name} {terms or 'weeks'}", dates, expected)


@row("A12 week and date: week 53, the turn of the year, and no week twice or left out")
def weeks_and_dates(row, program):
    program.do("init")
    for week, first, last in (
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-W01", "2027-01-04", "2027-01-10"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2032-W53", "2032-12-27", "2033-01-02"),
    ):
        answer = program.ask("week", week)
        row.same(week, (answer["week"], answer["from"], answer["to"]), (week, first, last))
        row.same(f"before {week}", program.ask("week", answer["previous"])["next"], week)
        row.same(f"after {week}", program.ask("week", answer["next"])["previous"], week)
    walked = ["2026-W51"]
    while len(walked) < 5:
        walked.append(program.ask("week", walked[-1])["next"])
    row.same("from week 51 on", walked, ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"])


FRIDAY_1_MAY = one_off("jue", "2026-05-01", "10:00", "13:00")


def closed_days(program, weeks):
    openings = [opening for week in weeks for opening in program.ask("week", week)["openings"]]
    return {(o["house"], o["date"]): o["reason"] for o in openings if o["closed"]}


WEEKS_19_TO_23 = [f"2026-W{week}" for week in range(19, 24)]


@row("A13 holidays in Denmark: 14 and 25 May are closed, 1 May is not")
def holidays_dk(row, program):
    program.take(association())
    program.take(FRIDAY_1_MAY)
    answer = program.ask("generate", "2026-W19", "--weeks", "5")
    row.same("openings", (answer["new"], answer["unchanged"], answer["closed"]), (13, 0, 2))
    row.same(
        "closed",
        closed_days(program, WEEKS_19_TO_23),
        {("Hedensted", "2026-05-14"): "Ascension Day", ("Juelsminde", "2026-05-25"): "Whit Monday"},
    )
    program.do("generate", "2026-W18")
    row.same("1 May", find_opening(program.ask("week", "2026-W18"), "Juelsminde", "2026-05-01")["closed"], False)
    program.do("open", "Juelsminde", "2026-05-25")
    row.same("open anyway", find_opening(program.ask("week", "2026-W22"), "Juelsminde", "2026-05-25")["closed"], False)
    program.do("generate", "2026-W19", "--weeks", "5")
    row.same("and stays so", list(closed_days(program, WEEKS_19_TO_23)), [("Hedensted", "2026-05-14")])


@row("A13 holidays in Denmark: by their Danish names", language="da")
def holidays_in_danish(row, program):
    program.take(association())
    program.do("generate", "2026-W19", "--weeks", "5")
    row.same(
        "closed",
        closed_days(program, WEEKS_19_TO_23),
        {("Hedensted", "2026-05-14"): "Kristi himmelfartsdag", ("Juelsminde", "2026-05-25"): "2. pinsedag"},
    )


@row("A14 holidays in Sweden: 1 and 14 May are closed, 25 May is open, 6 June is listed")
def holidays_se(row, program):
    program.take(association(country="SE"))
    program.take(FRIDAY_1_MAY)
    program.do("generate", "2026-W18", "--weeks", "6")
    row.same(
        "closed",
        sorted(date for _, date in closed_days(program, ["2026-W18", *WEEKS_19_TO_23])),
        ["2026-05-01", "2026-05-14"],
    )
    row.same("25 May", find_opening(program.ask("week", "2026-W22"), "Juelsminde", "2026-05-25")["closed"], False)
    holidays = program.ask("holidays", "2026")
    row.same("the year's country", (holidays["year"], holidays["country"]), (2026, "SE"))
    row.true("6 June", ("2026-06-06", False) in [(one["date"], one["half"]) for one in holidays["holidays"]])


@row("A15 generate twice: nothing doubled, nothing lost")
def generate_twice(row, program):
    program.take(association())
    program.do("generate", "2026-W19", "--weeks", "5")
    program.do("assign", "Tørring", WEDNESDAY, IT, "Bo Vestermark")
    before = program.dump()
    answer = program.ask("generate", "2026-W19", "--weeks", "5")
    row.same("counts", (answer["new"], answer["unchanged"], answer["closed"]), (0, 13, 2))
    row.same("the state", program.dump(), before)
    row.holds("in words", program.call("generate", "2026-W19", "--weeks", "5").out, "0 new, 13 unchanged, 2 closed")


@row("A16 close one date: who is to be told, no gap, and everybody back when it opens")
def close(row, program):
    program.take(association())
    program.do("generate", "2026-W21")
    for person in ("anna", "bo"):
        program.do("assign", "Tørring", "2026-05-20", IT, PEOPLE[person])
    before = program.dump()
    said = program.call("close", "Tørring", "2026-05-20", "--reason", "lokalet optaget")
    row.holds("whom to tell", said.text, "2 volunteers", "Anna Lindeskov", "Bo Vestermark", "lokalet optaget")
    opening = find_opening(program.ask("week", "2026-W21"), "Tørring", "2026-05-20")
    row.same("closed", (opening["closed"], opening["reason"]), (True, "lokalet optaget"))
    answer = program.ask("check", "2026-W21")
    row.lacks("checked", [one["house"] for one in answer["openings"]], "Tørring")
    refused = program.ask("assign", "Tørring", "2026-05-20", IT, "Carla Munkholt")
    row.same("nobody is put there", (refused.code, refused["done"]), (1, False))
    program.do("open", "Tørring", "2026-05-20")
    row.same("open again", program.dump(), before)


# --- nights, events, trainees ---

NIGHT_LINE = {
    "id": "net",
    "name": "Nattlinjen",
    "kind": "remote",
    "zone": "Europe/Stockholm",
    "hide_names": True,
    "demand": {"model": "fixed"},
}


def night(key, date, person):
    return duty(key, "net", date, person, "22:00", "30:00")


@row("A19 night duty: one row on the Saturday, and nobody alone at night")
def nights(row, program):
    people = association("asa", "orjan", country="SE")
    people["houses"].append(NIGHT_LINE)
    program.take(people)
    for key, date, week, person in (
        ("autumn", "2026-10-24", "2026-W43", "asa"),
        ("spring", "2026-03-28", "2026-W13", "orjan"),
    ):
        program.take(night(key, date, person))
        opening = find_opening(program.ask("week", week), "Nattlinjen", date)
        row.same("its hours", (opening["start"], opening["end"]), ("22:00", "30:00"))
        row.same("on it", names(opening["shifts"][0]), [PEOPLE[person]])
        checked = find_opening(program.ask("check", week), "Nattlinjen", date)
        row.same("alone", (checked["shifts"][0]["gap"], checked["light"]), ("alone", "red"))
        other = find_opening(program.ask("check", week, "--house", "net"), "Nattlinjen", date)
        row.same("the same, asked for the house", other, checked)


@row("A21 dialogue evenings: an address each, no template, and clashes with the houses")
def evenings(row, program):
    people = association(*list(PEOPLE)[:12])
    people["houses"].append({"id": "eve", "name": "Dialogaften", "kind": "event", "demand": {"model": "fixed"}})
    people["roles"].append({"id": "note", "name": "Referent", "serves": False})
    people["travel"] = [{"houses": ["eve", "tor"], "minutes": 30}]
    program.take(people)
    program.do("generate", "2026-W19")
    evenings = (
        ("e1", "2026-05-05", "Arenaen"),
        ("e2", "2026-05-06", "Kulturhuset"),
        ("e3", "2026-05-07", "Forsamlingshuset"),
    )
    at = {"start": "18:30", "end": "20:30"}
    program.take(
        change(
            openings=[{"id": key, "house": "eve", "date": day, "address": place, **at} for key, day, place in evenings],
            shifts=[{"id": key + "h", "opening": key, "role": "host", "minimum": 2, **at} for key, _, _ in evenings]
            + [{"id": key + "n", "opening": key, "role": "note", "minimum": 1, **at} for key, _, _ in evenings],
        )
    )
    before = program.dump()
    answer = program.ask("check", "2026-W19")
    for _, date, _ in evenings:
        opening = find_opening(answer, "Dialogaften", date)
        row.same(date, [(one["role"], one["needed"]) for one in opening["shifts"]], [(HOST, 2), ("Referent", 1)])
    row.holds("the roster", program.call("week", "2026-W19").text, "Arenaen", "Kulturhuset", "Forsamlingshuset")
    program.do("generate", "2026-W19")
    row.same("generating leaves them", program.dump(), before)
    program.do("assign", "Dialogaften", "2026-05-06", HOST, "Finn Bakkeskov")
    program.take(one_off("tor", WEDNESDAY, "20:15", "21:30", "host"))
    clash = program.ask("assign", "Tørring", "2026-05-06", HOST, "Finn Bakkeskov")
    row.same("a clash", (clash.code, clash["code"]), (1, "overlap"))
    program.take(one_off("tor", WEDNESDAY, "20:45", "21:30", "host"))
    late = program.ask("assign", "Tørring", "2026-05-06", HOST, "Finn Bakkeskov")
    row.same("15 minutes for a way of 30", (late.code, "travel" in late.warned), (0, True))


@row("A22 too few people: 3, 3 and 3 leave Juelsminde's 2 on top of the list")
def gap_order(row, program):
    plan_week_19(program, (("anna", "bo", "carla"), ("dan", "else", "gerda"), ("hans", "ida", "jens")))
    answer = program.ask("check", "2026-W19")
    row.same("missing", answer["missing"], 2)
    row.same("needed", needed(answer), [5, 3, 3])
    bar = program.call("check", "2026-W19").text.split("\n")[0]
    row.same("the gap bar", bar, "2 empty places in week 19 · Juelsminde, Monday: IT, 2 missing")


@row("A23 trainee: fills no place, and two of them want somebody experienced beside them")
def trainee(row, program):
    plan_week_19(program, (("anna", "bo", "carla", "dan"), (), ()))
    program.take(change(volunteers=[{**volunteer(key), "roles": {"it": "trainee"}} for key in ("leif", "karla")]))
    leif = program.ask("assign", "Juelsminde", MONDAY, IT, "Leif Ærensø")
    row.same("beside the others", (leif.code, leif["done"]), (0, True))
    shift = find_shift(program.ask("check", "2026-W19"), "Juelsminde", MONDAY)
    row.same("still 4 of 5", (shift["assigned"], shift["needed"], shift["gap"]), (4, 5, "short"))
    row.holds("in words", program.call("week", "2026-W19").text, "4 of 5")
    for person in ("Leif Ærensø", "Karla Ølholt"):
        answer = program.ask("assign", "Tørring", WEDNESDAY, IT, person)
        row.same(f"{person} without the experienced", (answer.code, "trainee" in answer.warned), (0, True))
    row.same("the gap", find_shift(program.ask("check", "2026-W19"), "Tørring", WEDNESDAY)["gap"], "trainee-only")


# --- forecast ---


def expect_from(counts, weeks_ahead):
    """Mean, 10 % and 90 % point by the method that demand/ describes, written down once more.

    One count a week of a house that opens once a week, None = closed.
    """
    level = share = spread = squares = day_level = day_share = 0.0
    phi, seen = 0.10, 0
    for count in counts:
        level, share = 0.80 * level, 0.80 * share
        spread, squares, day_level, day_share = (0.98 * sum for sum in (spread, squares, day_level, day_share))
        if count is None:
            continue
        if seen == 0:
            level, share = count, 1
        else:
            weight = (day_level + 20) / (day_share + 20)
            mean = level / share * weight
            spread += (count - mean) ** 2 - mean
            squares += mean**2
            level, share = level + count, share + weight
        seen += 1
        day_level, day_share = day_level + count, day_share + level / share
        prior = 10 * max(1, squares / seen)
        phi = min(3, max(0.002, (spread + 0.10 * prior) / (squares + prior)))
    mean = level / share * (day_level + 20) / (day_share + 20)
    phi += 1 / (level * 0.80**weeks_ahead + 0.5)  # fewer than eight openings seen
    return mean, find_quantile(mean, phi, 0.10), find_quantile(mean, phi, 0.90)


def find_quantile(mean, phi, share):
    """The smallest n for which a negative binomial of this mean is at most n with that probability."""
    size = 1 / phi
    probability = math.exp(-size * math.log1p(mean / size))
    total, n = probability, 0
    while total < share:
        n += 1
        probability *= (size + n - 1) / n * mean / (size + mean)
        total += probability
    return n


COUNTS = {
    "Juelsminde": ("2026-04-27", [53, 48, 45, 41]),
    "Tørring": ("2026-04-29", [20, 22, 18, 16]),
    "Hedensted": ("2026-04-30", [17, 19, None, 15]),
}


def count_weeks_18_to_21(program):
    program.take(association())
    program.do("generate", "2026-W18", "--weeks", "6")
    for house, (first, counts) in COUNTS.items():
        for week, count in enumerate(counts):
            date = datetime.date.fromisoformat(first) + datetime.timedelta(weeks=week)
            if count is not None:
                program.do("visits", house, str(date), str(count), "--usual")


@row("A25 forecast: week 23 from the counts of weeks 18–21, and a closed day is no zero", today="2026-05-25")
def forecast(row, program):
    count_weeks_18_to_21(program)
    answer = program.ask("check", "2026-W23")
    row.same("houses", [opening["house"] for opening in answer["openings"]], list(COUNTS))
    for opening in answer["openings"]:
        mean, low, high = expect_from(COUNTS[opening["house"]][1], 2)
        row.near(opening["house"], opening["expected"], mean, 0.001)
        row.same("its interval", (opening["low"], opening["high"]), (low, high))
        row.same("it is no typed number", opening["typed"], False)
    row.same("week 22", [o["house"] for o in program.ask("check", "2026-W22")["openings"]], ["Tørring", "Hedensted"])


@row("A25 forecast: a fixed need of 5 stays, with the suggestion beside it", today="2026-05-25")
def fixed_need(row, program):
    count_weeks_18_to_21(program)
    shift = find_shift(program.ask("week", "2026-W23"), "Tørring", "2026-06-03")["shift_id"]
    program.take(change(shifts=[{"id": shift, "wanted": 5}]))
    checked = find_shift(program.ask("check", "2026-W23"), "Tørring", "2026-06-03")
    row.same("needed, fixed, suggested", [checked[name] for name in ("needed", "wanted", "suggested")], [5, 5, 3])


@row("A25 forecast: an entry of 530 is kept and asked about", today="2026-05-25")
def unusual(row, program):
    count_weeks_18_to_21(program)
    answer = program.ask("visits", "Juelsminde", "2026-06-01", "530")
    row.same("answer", (answer.code, answer["done"], answer.warned), (0, True, ["unusual"]))
    row.holds("the question", answer["warnings"][0]["message"], "530")
    row.holds("kept", "".join(line for line in program.dump() if line.startswith("visit ")), "count=530")
    for word in ("--special", "--usual"):
        row.same(word, program.ask("visits", "Juelsminde", "2026-06-01", "530", word).warned, [])


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


if __name__ == "__main__":
    sys.exit(tap.main(table, sys.argv[1]))
