# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting, the crew it asks for, and who may stand where."""

from acceptance_table import MONDAY, THURSDAY, WEDNESDAY, WEEK_19, plan_week_19, row
from association import find_opening, find_shift
from association import HOUSES, IT, association, change, duty, names, one_off, together, volunteer

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


# --- the example ---

HEDENSTED_WEEK_19 = {
    "da": (
        "3 tomme pladser i uge 19 · Juelsminde, mandag: IT-hjælp, mangler 2 · Tørring, onsdag: Kaffevært, mangler 1",
        "Juelsminde, mandag i uge 19: For få. 3 hjælpere kan nå ca. 30 besøg, men der forventes 53 (oftest 31–77). Der "
        "mangler 2 kl. 13–16. Ventetiden bliver ca. 45 min., for de sidste ca. 75 min., og ca. 15 venter stadig ved "
        "lukketid kl. 16. Med 5 hjælpere: ca. 6 min.",
        "Tørring, onsdag i uge 19: For få. Mangler: Kaffevært. 3 hjælpere er nok til 20 forventede besøg (oftest "
        "11–30). Ventetiden bliver ca. 2 min. Melder én afbud: ca. 12 min.",
        "Juelsminde, mandage: Der mangler 2 hver uge. Der er brug for 5, men kun 3 har fast vagt.",
    ),
    "sv": (
        "3 tomma platser vecka 19 · Juelsminde, måndag: IT-hjælp, 2 saknas · Tørring, onsdag: Kaffevært, 1 saknas",
        "Juelsminde, måndag vecka 19: För få. 3 hjälpare hinner med ca 30 besök, men 53 förväntas (oftast 31–77). 2 "
        "saknas kl. 13–16. Väntetiden blir ca 45 min, för de sista ca 75 min, och ca 15 väntar fortfarande vid "
        "stängning kl. 16. Med 5 hjälpare: ca 6 min.",
    ),
    "en": (
        "Juelsminde, Monday in week 19: Too few. 3 helpers can take about 30 visits, but 53 are expected (usually "
        "31–77). 2 are missing 13–16. People wait about 45 min, the last ones about 75 min, and about 15 are still "
        "waiting at closing, 16:00. With 5 helpers: about 6 min.",
    ),
}


@row("A2 the Hedensted example: 5, 3 and 3 needed, two gaps, and the model sentences in three languages")
def hedensted(row, program):
    program.do("demo", "hedensted")
    answer = program.ask("check", "2026-W19")
    needed_of = {(o["house"], s["role"]): s["needed"] for o in answer["openings"] for s in o["shifts"]}
    row.same("needed", [needed_of[house, "IT-hjælp"] for _, house, _ in HOUSES], [5, 3, 3])
    gaps = [(o["house"], s["role"], s["gap"]) for o in answer["openings"] for s in o["shifts"] if s["gap"] != "none"]
    row.same("gaps", gaps, [("Juelsminde", "IT-hjælp", "short"), ("Tørring", "Kaffevært", "no-role")])
    monday = find_opening(answer, "Juelsminde", MONDAY)
    for figure, expected, off in (
        ("risk", 0.91, 0.005),
        ("capacity", 30, 0),
        ("wait_mean", 44.7, 0.2),
        ("wait_worst", 77.3, 0.2),
        ("late_share", 0.73, 0.005),
        ("waiting_at_close", 15, 0.05),
    ):
        row.near(figure, monday[figure], expected, off)
    for language, sentences in HEDENSTED_WEEK_19.items():
        said = program.call("check", "2026-W19", LANGUAGE=language).text.split("\n")
        for sentence in sentences:
            row.true(f"{language}: {sentence[:40]}", sentence in said, said)


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
    row.holds("the roster in Danish", program.call("week", "2026-W19", LANGUAGE="da").text, "4 af 3")


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
