# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weeks, holidays, nights and evenings; what is expected of them."""

import datetime
import math

from acceptance_table import WEDNESDAY, row, table
from association import HOST, IT, PEOPLE, association, change, duty, find_opening, find_shift, names, one_off
from feed import Feeds
from program import Program

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
    table = program.call("export", "--what", "hours", "--from", "2026-W13", "--to", "2026-W43").text
    hours = {line.split(",")[0].strip('"'): line.split(",")[-1] for line in table.splitlines()[1:]}
    row.same("hours", hours, {"Åsa Blåklint": "9", "Örjan Tallmo": "7"})


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
    staffed = [
        {"id": f"{key}{person}", "shift": key + shift, "volunteer": person, "reason": "aften"}
        for key, _, _ in evenings
        for shift, person in (("h", "anna"), ("h", "bo"), ("n", "carla"))
    ]
    program.take(change(assignments=staffed))
    answer = program.ask("check", "2026-W19", "--house", "eve")
    row.same("with everybody there", (answer.code, answer["red"], answer["missing"]), (0, 0, 0))
    program.do("undo")
    program.do("assign", "Dialogaften", "2026-05-06", HOST, "Finn Bakkeskov")
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    row.same("Finn's calendar", [event["LOCATION"] for event in feeds.events("finn")], ["Kulturhuset"])
    own = [event["LOCATION"] for event in feeds.events("eve")]
    row.same("the evenings' own, two roles each", own, [place for _, _, place in evenings for _ in range(2)])
    program.take(one_off("tor", WEDNESDAY, "20:15", "21:30", "host"))
    clash = program.ask("assign", "Tørring", "2026-05-06", HOST, "Finn Bakkeskov")
    row.same("a clash", (clash.code, clash["code"]), (1, "overlap"))
    program.take(one_off("tor", WEDNESDAY, "20:45", "21:30", "host"))
    late = program.ask("assign", "Tørring", "2026-05-06", HOST, "Finn Bakkeskov")
    row.same("15 minutes for a way of 30", (late.code, "travel" in late.warned), (0, True))


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
