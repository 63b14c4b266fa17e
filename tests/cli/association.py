# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The association that the acceptance table is about, as exchange JSON.

2026, Denmark. Juelsminde is open on Mondays, Tørring on Wednesdays, Hedensted on
Thursdays, 10–13, each with one IT template of minimum 3. Everybody can at all times and
is able in IT, but Finn, who is a host only. All names are invented.
"""

HOUSES = (("jue", "Juelsminde", 1), ("tor", "Tørring", 3), ("hed", "Hedensted", 4))

PEOPLE = {
    "anna": "Anna Lindeskov",
    "bo": "Bo Vestermark",
    "carla": "Carla Munkholt",
    "dan": "Dan Østerlide",
    "else": "Else Fjordby",
    "finn": "Finn Bakkeskov",
    "gerda": "Gerda Sølund",
    "hans": "Hans Elmebro",
    "ida": "Ida Rønnehave",
    "jens": "Jens Åbrink",
    "karla": "Karla Ølholt",
    "leif": "Leif Ærensø",
    "asa": "Åsa Blåklint",
    "orjan": "Örjan Tallmo",
}

IT = "IT"
HOST = "Vært"


def always():
    return [{"weekday": weekday, "start": "00:00", "end": "24:00", "state": "can"} for weekday in range(1, 8)]


def volunteer(key, **more):
    role = "host" if key == "finn" else "it"
    return {"id": key, "name": PEOPLE[key], "roles": {role: "able"}, "availability": always(), **more}


def house(key, name, weekday, **more):
    return {
        "id": key,
        "name": name,
        "hours": [{"id": key + "-h", "weekday": weekday, "start": "10:00", "end": "13:00"}],
        "templates": [
            {"id": key + "-t", "role": "it", "weekday": weekday, "start": "10:00", "end": "13:00", "minimum": 3}
        ],
        **more,
    }


def association(*people, country="DK"):
    """The three houses with these people (all Danish ones if none is named)."""
    zone, language = ("Europe/Copenhagen", "da") if country == "DK" else ("Europe/Stockholm", "sv")
    return {
        "format": "husvagt-1",
        "organisation": {"name": "Foreningen", "country": country, "zone": zone, "language": language},
        "roles": [{"id": "it", "name": IT, "serves": True}, {"id": "host", "name": HOST, "serves": False}],
        "houses": [house(*which) for which in HOUSES],
        "volunteers": [volunteer(key) for key in (people or list(PEOPLE)[:12])],
    }


def change(**lists):
    """A file that writes only what it names."""
    return {"format": "husvagt-1", **lists}


def duty(key, house, date, person, start="10:00", end="13:00", role="it", **more):
    """An opening with one shift, and somebody on it; three lists to add to a file."""
    hours = {"start": start, "end": end}
    return change(
        openings=[{"id": "o-" + key, "house": house, "date": date, **hours}],
        shifts=[{"id": "s-" + key, "opening": "o-" + key, "role": role, "minimum": 1, **hours}],
        assignments=[{"id": "a-" + key, "shift": "s-" + key, "volunteer": person, **more}],
    )


def one_off(house, date, start, end, role="it"):
    """The same without anybody: an opening that no hours make."""
    return change(
        openings=[{"id": "one-off", "house": house, "date": date, "start": start, "end": end}],
        shifts=[{"id": "one-off", "opening": "one-off", "role": role, "start": start, "end": end, "minimum": 1}],
    )


def together(*files):
    """One file of the lists of several."""
    whole = {"format": "husvagt-1"}
    for file in files:
        for name, value in file.items():
            if isinstance(value, list):
                whole.setdefault(name, []).extend(value)
    return whole


def find_opening(answer, house, date):
    """The opening of `week` or `check` of a house on a date."""
    found = [opening for opening in answer["openings"] if (opening["house"], opening["date"]) == (house, date)]
    if len(found) != 1:
        raise AssertionError(f"{answer.call}: {len(found)} openings of {house} on {date}")
    return found[0]


def find_shift(answer, house, date, role=IT):
    found = [shift for shift in find_opening(answer, house, date)["shifts"] if shift["role"] == role]
    if len(found) != 1:
        raise AssertionError(f"{answer.call}: {len(found)} shifts for {role} in {house} on {date}")
    return found[0]


def names(shift):
    return [person["volunteer"] for person in shift["people"]]
