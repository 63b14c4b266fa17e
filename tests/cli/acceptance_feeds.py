# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What subscribers see."""

import os

from acceptance_table import MONDAY, THURSDAY, WEDNESDAY, plan_week_19, row
from association import IT, PEOPLE, association, change, duty, find_shift, together
from feed import Feeds

@row("A9 somebody calls off: cancelled in her calendar, new in the other's", today=MONDAY)
def call_off_in_feeds(row, program):
    plan_week_19(program, (("anna", "bo", "carla", "dan", "jens"), (), ()))
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    before = feeds.events("anna")[0]
    row.same("Anna's duty", (before["STATUS"], len(feeds.events("else"))), ("CONFIRMED", 0))
    program.do("call-off", "Anna Lindeskov", MONDAY)
    program.do("assign", "Juelsminde", MONDAY, IT, "Else Fjordby")
    answer = feeds.publish("2026-W19")
    row.same(
        "the difference",
        sorted((one["volunteer"], one["kind"]) for one in answer["changes"]),
        [("Anna Lindeskov", "removed"), ("Else Fjordby", "new")],
    )
    after = feeds.events("anna")[0]
    row.same("the same event", after["UID"], before["UID"])
    row.same("cancelled", after["STATUS"], "CANCELLED")
    row.true("a higher SEQUENCE", int(after["SEQUENCE"]) > int(before["SEQUENCE"]), after)
    row.same("Else's", [event["STATUS"] for event in feeds.events("else")], ["CONFIRMED"])
    row.same("her start", feeds.events("else")[0].utc("DTSTART"), "20260504T080000Z")


@row("A10 swap: both people's and both houses' calendars change, and no other")
def swap_in_feeds(row, program):
    plan_week_19(program, (("anna",), ("bo",), ("jens",)))
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    before = feeds.all()
    program.do("swap", "Bo Vestermark", WEDNESDAY, "Jens Åbrink", THURSDAY)
    answer = feeds.publish("2026-W19")
    row.same("written", answer["written"], 4)
    changed = {name for name, content in feeds.all().items() if before.get(name) != content}
    row.same("changed", changed, {os.path.basename(feeds.path(owner)) for owner in ("bo", "jens", "tor", "hed")})


@row("A16 close one date: cancelled in the calendars, and back when it opens")
def close_in_feeds(row, program):
    program.take(association())
    program.do("generate", "2026-W21")
    program.do("assign", "Tørring", "2026-05-20", IT, "Anna Lindeskov")
    feeds = Feeds(program)
    feeds.publish("2026-W21")
    program.do("close", "Tørring", "2026-05-20", "--reason", "lokalet optaget")
    feeds.publish("2026-W21")
    cancelled = feeds.events("anna")[0]
    row.same("closed", (cancelled["STATUS"], cancelled["SEQUENCE"]), ("CANCELLED", "1"))
    program.do("open", "Tørring", "2026-05-20")
    feeds.publish("2026-W21")
    back = feeds.events("anna")[0]
    row.same("open", (back["STATUS"], back["SEQUENCE"], back["UID"]), ("CONFIRMED", "2", cancelled["UID"]))


LONG_NAME = "Frivillighuset, Juelsminde; stuen"
PLACE = "Stuen, “Ærø\\Åen”; vis-à-vis Øllebrøds Å, ved den grønne dør til højre"


def publish_ærensø(program):
    people = association()
    people["houses"][0].update(name=LONG_NAME, place=PLACE)
    for person in people["volunteers"]:
        person.update(phone="12 34 56 " + str(10 + len(person["id"])), email=person["id"] + "@example.org")
    program.take(people)
    program.do("generate", "2026-W19")
    for person in ("anna", "leif"):
        program.do("assign", "jue", MONDAY, IT, PEOPLE[person])
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    return feeds


@row("A17 person feed: what RFC 5545 asks for, letters and signs intact, nobody else's secrets")
def person_feed(row, program):
    feeds = publish_ærensø(program)
    event = feeds.events("leif")[0]  # read strictly: line ends, folding, escaping
    row.holds("the summary", event["SUMMARY"], IT, LONG_NAME)
    row.same("the place", event["LOCATION"], PLACE)
    row.same("from", (event.zone, event["DTSTART"]), ("Europe/Copenhagen", "20260504T100000"))
    row.same("to", event["DTEND"], "20260504T130000")
    stamp = event["DTSTAMP"]
    row.true("DTSTAMP is not the start", stamp.endswith("Z") and stamp != event.utc("DTSTART"), stamp)
    text = feeds.content("leif").decode()
    row.holds("raw", text, "\\, ", "\\;")
    row.lacks("raw", text.replace("\r\n ", ""), "example.org", "12 34 56", "Anna", "ORGANIZER", "ATTENDEE", "VALARM:")


@row("A17 person feed: the same UID when house or time change, the same bytes when nothing does")
def person_feed_again(row, program):
    feeds = publish_ærensø(program)
    before, content = feeds.events("leif")[0], feeds.all()
    again = feeds.publish("2026-W19")
    row.same("published again", (again["written"], again["changes"]), (0, []))
    row.true("byte for byte", feeds.all() == content)
    shift = find_shift(program.ask("week", "2026-W19"), LONG_NAME, MONDAY)["shift_id"]
    program.take(change(houses=[{"id": "jue", "name": "Havnehuset"}], shifts=[{"id": shift, "start": "11:00"}]))
    feeds.publish("2026-W19")
    after = feeds.events("leif")[0]
    row.same("UID", after["UID"], before["UID"])
    row.true("SEQUENCE", int(after["SEQUENCE"]) > int(before["SEQUENCE"]), after)
    row.holds("the summary", after["SUMMARY"], "Havnehuset")
    row.same("the start", after["DTSTART"], "20260504T110000")


@row("A18 summer time: Juelsminde at 10:00 is 08:00Z on 19 October and 09:00Z on the 26th", today="2026-10-01")
def summer_time(row, program):
    program.take(association())
    program.do("generate", "2026-W43", "--weeks", "2")
    feeds = Feeds(program)
    for date, week in (("2026-10-19", "2026-W43"), ("2026-10-26", "2026-W44")):
        program.do("assign", "jue", date, IT, "Leif Ærensø")
        feeds.publish(week)
    starts = [event.utc("DTSTART") for event in feeds.events("leif")]
    row.same("starts", starts, ["20261019T080000Z", "20261026T090000Z"])


@row("A20 anonymous place: numbers instead of names for everybody but the person and the coordinator")
def anonymous(row, program):
    people = association("anna", "bo")
    people["houses"].append({"id": "net", "name": "Online", "kind": "remote", "hide_names": True})
    program.take(people)
    beside = change(assignments=[{"id": "b", "shift": "s-net", "volunteer": "bo"}])
    program.take(together(duty("net", "net", MONDAY, "anna"), beside))
    feeds = Feeds(program)
    feeds.publish("2026-W19")
    house = feeds.content("net").decode().replace("\r\n ", "")
    row.lacks("the house's calendar", house, "Anna", "Bo", "Lindeskov", "Vestermark")
    row.same("in it", len(feeds.events("net")), 1)
    row.holds("it", feeds.events("net")[0]["DESCRIPTION"], "1", "2")
    row.same("Anna's own", [event["STATUS"] for event in feeds.events("anna")], ["CONFIRMED"])
    row.holds("the coordinator's roster", program.call("week", "2026-W19").text, "Anna Lindeskov", "Bo Vestermark")
