# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the contract, and an organisation unlike that of the acceptance table:
Sweden, 2031, two houses of one name, a night line, evenings with guests."""

from association import change
from program import ProgramTable
from shape import ID, SENTENCE, TEXT, YES

table = ProgramTable()
row = table.row

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
