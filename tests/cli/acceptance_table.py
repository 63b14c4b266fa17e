# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The acceptance table, and the week that most of its rows begin with."""

from association import IT, PEOPLE, association
from program import ProgramTable

table = ProgramTable()
row = table.row

MONDAY = "2026-05-04"
WEDNESDAY = "2026-05-06"
THURSDAY = "2026-05-07"
WEEK_19 = (("Juelsminde", MONDAY, 53), ("Tørring", WEDNESDAY, 20), ("Hedensted", THURSDAY, 17))




def plan_week_19(program, crews=((), (), ())):
    """Week 19 with the typed expectations, and people on the three shifts."""
    program.take(association())
    program.do("generate", "2026-W19")
    for house, date, visits in WEEK_19:
        program.do("expect", house, date, str(visits))
    for (house, date, _), crew in zip(WEEK_19, crews):
        for person in crew:
            program.do("assign", house, date, IT, PEOPLE[person])
