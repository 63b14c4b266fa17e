# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calling the program: verbs, options, exit codes, where the data is, what things are called."""

import json
import os
import re
import stat

from association import change
from contract_table import EDIT, FAILURE, TUESDAY, plan_sweden, refused, row, sweden

# --- calling it ---

VERBS = (
    "init demo import export dump week holidays generate check assign unassign call-off swap who visits expect close"
    " open publish feeds undo redo log backup restore verify person-export erase solve"
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


def read_source(*path):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", *path), encoding="utf-8") as file:
        return file.read()


@row("help: the manual page and the completion know every verb and every option")
def manual(row, program):
    page = read_source("data", "man", "husvagt-cli.1").replace("\\-", "-").replace(" -o ", " --output ")
    page = page.split(".SH VERBS")[1]
    completion = read_source("data", "completions", "husvagt-cli").replace(" -o'", " --output'")
    row.same("verbs", sorted(re.search("verbs='(.*?)'", completion, re.S)[1].split()), sorted(VERBS))
    for verb in VERBS:
        options = re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", program.call(verb, "--help").out, re.M)
        of_verb = re.search(rf"^ +(?:\S+\|)*{verb}(?:\|\S+)*\) options\+='(.*)'", completion, re.M)
        completed = " ".join((of_verb[1] if of_verb else "", re.search("local options='(.*)'", completion)[1]))
        row.same(f"{verb}: completed", sorted(completed.split()), sorted(options))
        entry = re.search(rf"^\.BR? (?:.* )?{verb}\b.*", page, re.M)
        row.true(f"{verb}: in the manual page", entry is not None)
        own = set(options) - {"--data", "--json", "--version", "--help"}
        row.holds(f"{verb}: in the manual page", entry[0] if entry else "", *own)


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


@row("usage: what is to be filled in has words of the reader's language; what is typed as it is stays")
def usage_words(row, program):
    calls = {
        "en": ("assign HOUSE DATE ROLE VOLUNTEER [--at HH:MM]", "check [W] [--house HOUSE]", "solve waiting|forecast FILE"),
        "da": ("assign HUS DATO ROLLE FRIVILLIG [--at TT:MM]", "check [UGE] [--house HUS]", "solve waiting|forecast FIL"),
        "sv": ("assign HUS DATUM ROLL VOLONTÄR [--at TT:MM]", "check [VECKA] [--house HUS]", "solve waiting|forecast FIL"),
    }
    for language, usages in calls.items():
        for usage in usages:
            verb = usage.split()[0]
            row.holds(f"{language}: help of {verb}", program.call(verb, "--help", LANGUAGE=language).out, usage)
        refused_call = program.call("assign", "alv1", LANGUAGE=language)
        row.same(f"{language}: exit code", refused_call.code, 2)
        row.holds(f"{language}: the refusal", refused_call.err, usages[0])
        row.holds(f"{language}: an option's word", program.call("log", "--help", LANGUAGE=language).out,
                  "--since=YYYY-MM-DD" if language == "en" else "--since=ÅÅÅÅ-MM-DD")


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


@row("arguments: - is standard input, and standard output of export")
def standard_input(row, program):
    whole = json.dumps(sweden())
    row.same("import", program.ask("import", "-", typed=whole).code, 0)
    row.same("import again", program.ask("import", "-", typed=whole)["step"], "0")
    table = "Hus;Datum;Antal\nalv1;2031-05-06;31\n"
    row.same("a table", program.ask("import", "-", "--what", "visits", typed=table).code, 0)
    refused(row, program.ask("import", "-", typed="{"), "bad-input")
    row.same("export", json.loads(program.call("export", "-o", "-").out), program.ask("export").json)
    case = {"interval_minutes": 60, "arrivals": [10], "staff": [2], "service_minutes": 15, "target_minutes": 15}
    row.same("solve", program.ask("solve", "waiting", "-", typed=json.dumps(case))["total"]["visits"], 10)
    row.true("no file of that name", "-" not in os.listdir(program.folder))


@row("arguments: a house that opens twice a day wants to know which opening is counted")
def which_opening(row, program):
    plan_sweden(program)
    afternoon = {"id": "h1b", "weekday": 2, "start": "15:00", "end": "18:00"}
    morning = {"id": "h1", "weekday": 2, "start": "09:00", "end": "12:30"}
    program.take(change(houses=[{"id": "alv1", "hours": [morning, afternoon]}]))
    program.do("generate", "2031-W19")
    for date in (TUESDAY, "2031-05-20"):  # generated, and not
        before = program.dump()
        refused(row, program.ask("visits", "alv1", date, "12"), "refused", "Älvsjö", "--at", "09:00", "15:00")
        refused(row, program.ask("expect", "alv1", date, "12"), "refused", "Älvsjö", "--at", "09:00", "15:00")
        row.same("nothing changed", program.dump(), before)
        program.do("visits", "alv1", date, "17", "--at", "15:00")
        program.do("expect", "alv1", date, "21", "--at", "15:00")
        counted = program.ask("export", "--what", "visits")["visits"]
        row.true("counted", (date, "15:00", 17) in [(one["date"], one["start"], one["count"]) for one in counted])
    refused(row, program.ask("visits", "alv1", "2031-05-20", "12", "--at", "10:00"), "bad-input", "10:00")


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
