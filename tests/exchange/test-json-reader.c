/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-json-reader.h"

#include <string.h>

/* Files name their fields with ' instead of " here. */
static char *
make_file (const char *lists)
{
  g_autofree char *quoted = g_strdup (lists);
  g_strdelimit (quoted, "'", '"');
  return g_strdup_printf ("{\"format\": \"husvagt-1\"%s%s}", *quoted != '\0' ? ", " : "", quoted);
}

static HvImport *
read_lists (const HvRoster *roster, const char *lists)
{
  g_autofree char *file = make_file (lists);
  return fixture_read_json (roster, file);
}

static HvRoster *
apply_lists (const HvRoster *roster, const char *lists)
{
  g_autofree char *file = make_file (lists);
  return fixture_apply_json (roster, file);
}

static HvRoster *
new_small (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  return fixture_apply_json (empty, fixture_small);
}

/* --- what is not a file at all --- */

static const struct
{
  const char *text;
  HvErrorCode code;
} not_files[] = {
  { "", HV_ERROR_BAD_INPUT },
  { "[]", HV_ERROR_BAD_INPUT },
  { "{}", HV_ERROR_BAD_INPUT },
  { "{\"format\": null}", HV_ERROR_BAD_INPUT },
  { "{\"format\": 1}", HV_ERROR_BAD_INPUT },
  { "{\"format\": \"husvagt-plan-1\"}", HV_ERROR_BAD_INPUT },
  { "{\"format\": \"husvagt-2\"}", HV_ERROR_NEWER },
  { "{\"format\": \"husvagt-1\"", HV_ERROR_BAD_INPUT },
  { "{\"format\": \"husvagt-1\", \"format\": \"husvagt-1\"}", HV_ERROR_BAD_INPUT },
};

static void
test_not_files (void)
{
  g_autoptr (HvRoster) roster = fixture_new_roster ();
  for (gsize i = 0; i < G_N_ELEMENTS (not_files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = fixture_bytes (not_files[i].text);
      g_autoptr (HvImport) import = hv_json_read (roster, bytes, fixture_get_source (), &error);
      g_test_message ("%s", not_files[i].text);
      g_assert_null (import);
      g_assert_error (error, HV_ERROR, (int)not_files[i].code);
    }
}

/* --- the small organisation, and what it is --- */

static void
test_small (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  const HvOrganisation *organisation = hv_roster_get_organisation (roster);
  const HvHouse *jue = fixture_find (roster, HV_KIND_HOUSE, "jue");
  const HvTemplate *tmpl = fixture_find (roster, HV_KIND_TEMPLATE, "jt");
  const HvOpening *opening = fixture_find (roster, HV_KIND_OPENING, "o1");
  const HvShift *shift = fixture_find (roster, HV_KIND_SHIFT, "s1");
  const HvAssignment *assignment = fixture_find (roster, HV_KIND_ASSIGNMENT, "a1");
  const HvVolunteer *anna = fixture_find (roster, HV_KIND_VOLUNTEER, "anna");
  HvDay monday = hv_day_from_ymd (2026, 5, 4);
  HvLevel level;

  g_assert_cmpstr (organisation->zone, ==, "Europe/Copenhagen");
  g_assert_cmpstr (organisation->language, ==, "da");
  g_assert_cmpint (organisation->target_share, ==, 800000);
  g_assert_cmpint (jue->never_alone, ==, 1);
  g_assert_cmpint (jue->model, ==, HV_MODEL_QUEUE);
  g_assert_cmpint (jue->minutes, ==, HV_NONE);
  g_assert_cmpint (((const HvHouse *)fixture_find (roster, HV_KIND_HOUSE, "tel"))->position, ==, 2);
  g_assert_cmpint (tmpl->start, ==, 780);
  g_assert_cmpint (tmpl->end, ==, 960);
  g_assert_cmpint (opening->starts, ==, hv_minute_at (monday, 780));
  g_assert_cmpint (opening->ends, ==, hv_minute_at (monday, 960));
  g_assert_cmpint (opening->hours, ==, ((const HvRecord *)fixture_find (roster, HV_KIND_HOURS, "jh"))->id);
  g_assert_cmpint (shift->starts, ==, opening->starts);
  g_assert_cmpint (shift->tmpl, ==, tmpl->r.id);
  g_assert_nonnull (shift->uid);
  g_assert_cmpint (assignment->volunteer, ==, anna->r.id);
  g_assert_cmpint (assignment->house, ==, jue->r.id);
  g_assert_cmpint (assignment->ends, ==, shift->ends);
  g_assert_cmpstr (anna->key, ==, "anna lindeskov");
  g_assert_true (hv_roster_get_level (roster, anna->r.id, shift->role, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_ABLE);
}

static void
test_counts (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvImport) first = fixture_read_json (empty, fixture_small);
  g_assert_cmpuint (first->n_new, ==, 1 + 2 + 3 + 3 + 1 + 1 + 1);
  g_assert_cmpuint (first->n_changed + first->n_unchanged + first->n_removed, ==, 0);

  g_autoptr (HvRoster) roster = fixture_apply (empty, first);
  g_autoptr (HvImport) again = fixture_read_json (roster, fixture_small);
  g_assert_cmpuint (again->n_unchanged, ==, first->n_new);
  g_assert_cmpuint (again->n_new + again->n_changed + again->n_removed, ==, 0);
  g_assert_true (hv_edit_is_empty (again->edit));

  g_autoptr (HvImport) change = read_lists (
      roster,
      "'volunteers': [{'id': 'anna', 'note': 'x'}, {'id': 'bo', 'pairs': [{'with': 'carla'}]}, {'id': 'carla'}, "
      "{'id': 'dan', 'name': 'Dan Østerlide'}], 'assignments': [{'id': 'a1', 'deleted': true}, {'id': "
      "'gone', 'deleted': true}]");
  g_assert_cmpuint (change->n_new, ==, 1);
  g_assert_cmpuint (change->n_changed, ==, 2);
  g_assert_cmpuint (change->n_unchanged, ==, 2);
  g_assert_cmpuint (change->n_removed, ==, 1);
}

/* --- each refused, in one object of a list --- */

static const struct
{
  const char *lists;
  HvErrorCode code;
  const char *says; /* part of the sentence */
} refused[] = {
  { "'roles': {}", HV_ERROR_BAD_INPUT, "roles must be a list" },
  { "'houses': {'id': 'jue'}", HV_ERROR_BAD_INPUT, "houses must be a list" },
  { "'volunteers': {'id': 'anna'}", HV_ERROR_BAD_INPUT, "volunteers must be a list" },
  { "'roles': ['it']", HV_ERROR_BAD_INPUT, "roles[0]: is no object" },
  { "'roles': [{'name': 'X'}]", HV_ERROR_BAD_INPUT, "id missing" },
  { "'roles': [{'id': '', 'name': 'X'}]", HV_ERROR_BAD_INPUT, "id" },
  { "'roles': [{'id': 5, 'name': 'X'}]", HV_ERROR_BAD_INPUT, "id" },
  { "'roles': [{'id': 'a\\nb', 'name': 'X'}]", HV_ERROR_BAD_INPUT, "line break" },
  { "'roles': [{'id': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'name': 'X'}]",
    HV_ERROR_BAD_INPUT, "from 1 to 64" },
  { "'roles': [{'id': 'x'}]", HV_ERROR_BAD_INPUT, "name missing" },
  { "'roles': [{'id': 'x', 'name': null}]", HV_ERROR_BAD_INPUT, "name missing" },
  { "'roles': [{'id': 'x', 'name': '  '}]", HV_ERROR_BAD_INPUT, "name" },
  { "'roles': [{'id': 'x', 'name': 5}]", HV_ERROR_BAD_INPUT, "name must be a text" },
  { "'roles': [{'id': 'x', 'name': 'X', 'serves': 'yes'}]", HV_ERROR_BAD_INPUT, "serves must be true or false" },
  { "'roles': [{'id': 'x', 'name': 'X', 'serves': 1}]", HV_ERROR_BAD_INPUT, "serves must be true or false" },
  { "'roles': [{'id': 'x', 'name': 'X', 'order': -1}]", HV_ERROR_BAD_INPUT, "order must be a whole number" },
  { "'roles': [{'id': 'x', 'name': 'X', 'checklist': 'one'}]", HV_ERROR_BAD_INPUT, "checklist must be a list" },
  { "'roles': [{'id': 'x', 'name': 'X', 'checklist': [1]}]", HV_ERROR_BAD_INPUT, "checklist must be a text" },
  { "'roles': [{'id': 'x', 'name': 'X'}, {'id': 'x', 'name': 'Y'}]", HV_ERROR_BAD_INPUT, "twice" },
  { "'roles': [{'id': 'host', 'name': 'X'}, {'id': 'host', 'deleted': true}]", HV_ERROR_BAD_INPUT, "also removes" },
  { "'roles': [{'id': 'it', 'deleted': true}]", HV_ERROR_REFUSED, "history would be lost" },
  { "'organisation': {'country': 'NO'}", HV_ERROR_BAD_INPUT, "one of these words: DK, SE" },
  { "'organisation': {'zone': 'Europe Copenhagen'}", HV_ERROR_BAD_INPUT, "time zone" },
  { "'organisation': {'target_share': 80}", HV_ERROR_BAD_INPUT, "target_share must be a number from 0.01 to 1" },
  { "'organisation': {'name': null}", HV_ERROR_BAD_INPUT, "name missing" },
  { "'organisation': []", HV_ERROR_BAD_INPUT, "line 1, organisation: is no object" },
  { "'roles': [{'id': 'it', 'deleted': 'yes'}]", HV_ERROR_BAD_INPUT, "deleted must be true or false" },
  { "'houses': [{'id': 'x', 'name': 'X', 'kind': 'castle'}]", HV_ERROR_BAD_INPUT, "house, remote, event" },
  { "'houses': [{'id': 'x', 'name': 'X', 'demand': []}]", HV_ERROR_BAD_INPUT, "demand must be an object" },
  { "'houses': [{'id': 'jue', 'demand': {'model': 'magic'}}]", HV_ERROR_BAD_INPUT, "queue, guests, fixed" },
  { "'houses': [{'id': 'jue', 'demand': {'minutes': 0}}]", HV_ERROR_BAD_INPUT, "minutes must be" },
  { "'houses': [{'id': 'jue', 'demand': {'minutes': '15'}}]", HV_ERROR_BAD_INPUT, "minutes must be" },
  { "'houses': [{'id': 'jue', 'demand': {'door': 1.5}}]", HV_ERROR_BAD_INPUT, "door must be" },
  { "'houses': [{'id': 'jue', 'demand': {'least': 2.5}}]", HV_ERROR_BAD_INPUT, "least must be a whole number" },
  { "'houses': [{'id': 'jue', 'demand': {'profile': [0.1, -0.1]}}]", HV_ERROR_BAD_INPUT, "profile must be" },
  { "'houses': [{'id': 'jue', 'demand': {'guess': 100001}}]", HV_ERROR_BAD_INPUT, "guess must be" },
  { "'houses': [{'id': 'jue', 'demand': {'guests_per': 0}}]", HV_ERROR_BAD_INPUT, "guests_per must be" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 8, 'start': '10:00', 'end': '12:00'}]}]",
    HV_ERROR_BAD_INPUT, "houses[0] “jue”, hours[0] “h”: weekday must be a whole number from 1 to 7" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 0, 'start': '10:00', 'end': '12:00'}]}]",
    HV_ERROR_BAD_INPUT, "weekday" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'start': '10:00', 'end': '12:00'}]}]", HV_ERROR_BAD_INPUT,
    "weekday missing" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '16:00', 'end': '13:00'}]}]",
    HV_ERROR_BAD_INPUT, "end 13:00 is not after the start 16:00" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '13:00', 'end': '13:00'}]}]",
    HV_ERROR_BAD_INPUT, "is not after" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '25:00', 'end': '26:00'}]}]",
    HV_ERROR_BAD_INPUT, "start must be a time" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': 'noon', 'end': '13:00'}]}]",
    HV_ERROR_BAD_INPUT, "start must be a time" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': "
    "'2027-W53'}]}]",
    HV_ERROR_UNKNOWN_WEEK, "2027" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': "
    "'2026-05-04'}]}]",
    HV_ERROR_BAD_INPUT, "from" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': "
    "'2026-W20', 'until': '2026-W19'}]}]",
    HV_ERROR_BAD_INPUT, "last week is before" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '10:00', 'end': '14:00'}, {'id': 'i', "
    "'weekday': 1, 'start': '13:59', 'end': '16:00'}]}]",
    HV_ERROR_BAD_INPUT, "hours[1], Monday 13:59–16:00, overlaps" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 1, 'start': '10:00', 'end': '14:00', 'until': "
    "'2026-W19'}, {'id': 'i', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': '2026-W19'}]}]",
    HV_ERROR_BAD_INPUT, "overlaps" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'h', 'weekday': 7, 'start': '22:00', 'end': '30:00'}, {'id': 'i', "
    "'weekday': 1, 'start': '05:00', 'end': '08:00'}]}]",
    HV_ERROR_BAD_INPUT, "overlaps" },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'th', 'weekday': 1, 'start': '10:00', 'end': '12:00'}]}]",
    HV_ERROR_BAD_INPUT, "belongs to something else" },
  { "'houses': [{'id': 'jue', 'hours': 'always'}]", HV_ERROR_BAD_INPUT, "hours must be a list" },
  { "'houses': [{'id': 'jue', 'hours': [1]}]", HV_ERROR_BAD_INPUT, "hours[0]: is no object" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'weekday': 1}]}]", HV_ERROR_BAD_INPUT, "role missing" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'chef', 'weekday': 1}]}]", HV_ERROR_BAD_INPUT,
    "there is no role with the id “chef”" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 2}]}]", HV_ERROR_BAD_INPUT,
    "start missing" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'minimum': -1}]}]",
    HV_ERROR_BAD_INPUT, "minimum must be" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'minimum': 4, 'maximum': 3}]}]",
    HV_ERROR_BAD_INPUT, "minimum is above maximum" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'wanted': 4, 'maximum': 3}]}]",
    HV_ERROR_BAD_INPUT, "wanted is above maximum" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'repeat': 'weeks', 'since': "
    "'2026-05-04'}]}]",
    HV_ERROR_BAD_INPUT, "needs n" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'repeat': 'weeks', 'n': 2}]}]",
    HV_ERROR_BAD_INPUT, "needs since" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 't', 'role': 'it', 'weekday': 1, 'repeat': 'nth', 'n': 6}]}]",
    HV_ERROR_BAD_INPUT, "needs n from 1 to 5" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 'jt', 'regulars': ['nobody']}]}]", HV_ERROR_UNKNOWN_VOLUNTEER,
    "there is no volunteer with the id “nobody”" },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 'jt', 'regulars': ['bo', 'bo']}]}]", HV_ERROR_TWICE, "twice" },
  { "'houses': [{'id': 'jue', 'closed': [{'id': 'c', 'from': '2026-05-10', 'to': '2026-05-01'}]}]", HV_ERROR_BAD_INPUT,
    "last day is before" },
  { "'houses': [{'id': 'jue', 'closed': [{'id': 'c', 'from': '2026-02-29', 'to': '2026-03-01'}]}]", HV_ERROR_BAD_INPUT,
    "from" },
  { "'houses': [{'id': 'jue', 'open_on': ['25.5.2026']}]", HV_ERROR_BAD_INPUT, "open_on" },
  { "'houses': [{'id': 'jue', 'note': '010190-1234 ringer'}]", HV_ERROR_IDENTITY_NUMBER, "identity number" },
  { "'houses': [{'id': 'jue', 'cpr': 1203901234}]", HV_ERROR_IDENTITY_NUMBER, "identity number" },
  { "'houses': [{'id': 'jue', 'more': {'deep': ['010190-1234']}}]", HV_ERROR_IDENTITY_NUMBER, "identity number" },
  { "'volunteers': [{'id': 'x'}]", HV_ERROR_BAD_INPUT, "volunteers[0] “x”: name missing" },
  { "'volunteers': [{'id': 'x', 'name': 'A\\u202EB'}]", HV_ERROR_BAD_INPUT, "turns the writing around" },
  { "'volunteers': [{'id': 'x', 'name': 'Anna 010190-1234'}]", HV_ERROR_IDENTITY_NUMBER, "identity number" },
  { "'volunteers': [{'id': '010190-1234', 'name': 'Anna'}]", HV_ERROR_IDENTITY_NUMBER, "identity number" },
  { "'volunteers': [{'id': 'anna', 'language': 'no'}]", HV_ERROR_BAD_INPUT, "da, sv, en" },
  { "'volunteers': [{'id': 'anna', 'from': '2026-05-04', 'until': '2026-05-03'}]", HV_ERROR_BAD_INPUT, "last day" },
  { "'volunteers': [{'id': 'anna', 'roles': ['it']}]", HV_ERROR_BAD_INPUT, "roles must be an object" },
  { "'volunteers': [{'id': 'anna', 'roles': {'chef': 'able'}}]", HV_ERROR_BAD_INPUT, "“chef”" },
  { "'volunteers': [{'id': 'anna', 'roles': {'it': 'super'}}]", HV_ERROR_BAD_INPUT, "trainee, able, experienced" },
  { "'volunteers': [{'id': 'anna', 'houses': ['moon']}]", HV_ERROR_UNKNOWN_HOUSE, "no house with the id “moon”" },
  { "'volunteers': [{'id': 'anna', 'houses': ['jue', 'jue']}]", HV_ERROR_BAD_INPUT, "same house twice" },
  { "'volunteers': [{'id': 'anna', 'keys': ['moon']}]", HV_ERROR_UNKNOWN_HOUSE, "“moon”" },
  { "'volunteers': [{'id': 'anna', 'availability': [{'weekday': 9}]}]", HV_ERROR_BAD_INPUT, "weekday" },
  { "'volunteers': [{'id': 'anna', 'availability': [{'weekday': 1, 'state': 'maybe'}]}]", HV_ERROR_BAD_INPUT,
    "can, rather-not, cannot" },
  { "'volunteers': [{'id': 'anna', 'availability': [{'weekday': 1, 'repeat': 'weeks'}]}]", HV_ERROR_BAD_INPUT,
    "every, even, odd" },
  { "'volunteers': [{'id': 'anna', 'availability': [{'weekday': 1, 'start': '12:00', 'end': '11:00'}]}]",
    HV_ERROR_BAD_INPUT, "is not after" },
  { "'volunteers': [{'id': 'anna', 'absences': [{'id': 'a', 'from': '2026-05-01'}]}]", HV_ERROR_BAD_INPUT,
    "to missing" },
  { "'volunteers': [{'id': 'anna', 'absences': [{'id': 'a', 'from': '2026-05-01', 'to': '2026-05-01', 'start': "
    "'12:00', 'end': '11:00'}]}]",
    HV_ERROR_BAD_INPUT, "is not after" },
  { "'volunteers': [{'id': 'anna', 'paused': [{'from': '2026-06-30', 'to': '2026-06-01'}]}]", HV_ERROR_BAD_INPUT,
    "last day" },
  { "'volunteers': [{'id': 'anna', 'wishes': {'most_week': -1}}]", HV_ERROR_BAD_INPUT, "most_week must be" },
  { "'volunteers': [{'id': 'anna', 'pairs': [[{}]]}]", HV_ERROR_BAD_INPUT, "pairs[0]: is no object" },
  { "'volunteers': [{'id': 'anna', 'wishes': {'rest_hours': 169}}]", HV_ERROR_BAD_INPUT, "rest_hours must be" },
  { "'volunteers': [{'id': 'anna', 'pairs': [{'with': 'anna'}]}]", HV_ERROR_BAD_INPUT, "somebody else" },
  { "'volunteers': [{'id': 'anna', 'pairs': [{'kind': 'never'}]}]", HV_ERROR_BAD_INPUT, "with missing" },
  { "'volunteers': [{'id': 'anna', 'pairs': [{'with': 'bo', 'kind': 'marries'}]}]", HV_ERROR_BAD_INPUT,
    "together, never, drives" },
  { "'volunteers': [{'id': 'bo', 'deleted': true}], 'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo'}]",
    HV_ERROR_UNKNOWN_VOLUNTEER, "which the file removes" },
  { "'travel': [{'houses': ['jue'], 'minutes': 25}]", HV_ERROR_BAD_INPUT, "two houses" },
  { "'travel': [{'houses': ['jue', 'jue'], 'minutes': 25}]", HV_ERROR_BAD_INPUT, "same house twice" },
  { "'travel': [{'houses': ['jue', 'moon'], 'minutes': 25}]", HV_ERROR_UNKNOWN_HOUSE, "“moon”" },
  { "'travel': [{'houses': ['jue', 'tor'], 'minutes': -5}]", HV_ERROR_BAD_INPUT, "minutes must be" },
  { "'travel': [{'houses': ['jue', 'tor']}]", HV_ERROR_BAD_INPUT, "minutes missing" },
  { "'factors': [{'id': 'f', 'from': '2026-W22', 'to': '2026-W19'}]", HV_ERROR_BAD_INPUT, "last week" },
  { "'factors': [{'id': 'f', 'from': '2026-W54', 'to': '2027-W01'}]", HV_ERROR_UNKNOWN_WEEK, "from" },
  { "'factors': [{'id': 'f', 'from': '2026-W19', 'to': '2026-W19', 'factor': -1}]", HV_ERROR_BAD_INPUT,
    "factor must be" },
  { "'openings': [{'id': 'o', 'date': '2026-05-11'}]", HV_ERROR_BAD_INPUT, "house missing" },
  { "'openings': [{'id': 'o', 'house': 'jue'}]", HV_ERROR_BAD_INPUT, "date missing" },
  { "'openings': [{'id': 'o', 'house': 'moon', 'date': '2026-05-11'}]", HV_ERROR_UNKNOWN_HOUSE, "“moon”" },
  { "'openings': [{'id': 'o', 'house': 'jue', 'date': '11.5.2026'}]", HV_ERROR_BAD_INPUT, "date" },
  { "'openings': [{'id': 'o', 'house': 'jue', 'date': '2026-05-11', 'start': '16:00', 'end': '13:00'}]",
    HV_ERROR_BAD_INPUT, "is not after" },
  { "'openings': [{'id': 'o', 'house': 'jue', 'date': '2026-05-11', 'closed': true}]", HV_ERROR_BAD_INPUT,
    "closed must be a text" },
  { "'openings': [{'id': 'o', 'house': 'jue', 'date': '2026-05-11', 'guests': -1}]", HV_ERROR_BAD_INPUT,
    "guests must be" },
  { "'openings': [{'id': 'o1', 'house': 'tor'}]", HV_ERROR_BAD_INPUT, "another house" },
  { "'openings': [{'id': 'o', 'house': 'jue', 'date': '2026-05-11', 'hours': 'zz'}]", HV_ERROR_BAD_INPUT, "“zz”" },
  { "'shifts': [{'id': 's', 'role': 'it'}]", HV_ERROR_BAD_INPUT, "opening missing" },
  { "'shifts': [{'id': 's', 'opening': 'o9', 'role': 'it'}]", HV_ERROR_BAD_INPUT, "no opening with the id “o9”" },
  { "'shifts': [{'id': 's', 'opening': 'o1'}]", HV_ERROR_BAD_INPUT, "role missing" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'start': '12:00', 'end': '11:00'}]", HV_ERROR_BAD_INPUT,
    "is not after" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'start': '48:00'}]", HV_ERROR_BAD_INPUT,
    "the end 16:00 is not after the start 48:00" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'date': '2026-05-07'}]", HV_ERROR_BAD_INPUT,
    "more than a day away" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'minimum': 1.5}]", HV_ERROR_BAD_INPUT,
    "minimum must be a whole number" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'template': 'zz'}]", HV_ERROR_BAD_INPUT,
    "no shift template" },
  { "'shifts': [{'id': 's', 'opening': 'o1', 'role': 'host', 'uid': 'u'}, {'id': 't', 'opening': 'o1', 'role': "
    "'host', 'start': '12:30', 'uid': 'u'}]",
    HV_ERROR_BAD_INPUT, "same uid" },
  { "'assignments': [{'id': 'x', 'volunteer': 'bo'}]", HV_ERROR_BAD_INPUT, "shift missing" },
  { "'assignments': [{'id': 'x', 'shift': 's9', 'volunteer': 'bo'}]", HV_ERROR_BAD_INPUT, "no shift with the id" },
  { "'assignments': [{'id': 'x', 'shift': 's1'}]", HV_ERROR_BAD_INPUT, "volunteer missing" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'zoe'}]", HV_ERROR_UNKNOWN_VOLUNTEER, "“zoe”" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo', 'guest': 'nabo'}]", HV_ERROR_BAD_INPUT, "not both" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'anna'}]", HV_ERROR_TWICE,
    "Anna Lindeskov is already on this shift" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo'}, {'id': 'y', 'shift': 's1', 'volunteer': 'bo'}]",
    HV_ERROR_TWICE, "assignments[1] “y”: Bo Vestermark is already on this shift" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo', 'state': 'ill'}]", HV_ERROR_BAD_INPUT,
    "planned, called-off, swapped, present, no-show" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo', 'start': '17:00', 'end': '18:00'}]",
    HV_ERROR_BAD_INPUT, "outside the shift" },
  { "'assignments': [{'id': 'x', 'shift': 's1', 'volunteer': 'bo', 'end': '12:00'}]", HV_ERROR_BAD_INPUT,
    "is not after" },
  { "'visits': [{'count': 5}]", HV_ERROR_BAD_INPUT, "neither an opening nor" },
  { "'visits': [{'house': 'jue', 'count': 5}]", HV_ERROR_BAD_INPUT, "date missing" },
  { "'visits': [{'opening': 'o1'}]", HV_ERROR_BAD_INPUT, "count missing" },
  { "'visits': [{'opening': 'o1', 'count': null}]", HV_ERROR_BAD_INPUT, "count missing" },
  { "'visits': [{'opening': 'o1', 'count': -1}]", HV_ERROR_BAD_INPUT,
    "visits[0]: count must be a whole number from 0 to 100000" },
  { "'visits': [{'opening': 'o1', 'count': 100001}]", HV_ERROR_BAD_INPUT, "count must be" },
  { "'visits': [{'opening': 'o1', 'count': 5.5}]", HV_ERROR_BAD_INPUT, "count must be a whole number" },
  { "'visits': [{'opening': 'o1', 'count': '53'}]", HV_ERROR_BAD_INPUT, "count must be" },
  { "'visits': [{'opening': 'o1', 'count': 5, 'slots': [1, 2, 3, 4, 5, 6, 7]}]", HV_ERROR_BAD_INPUT,
    "counts 7 half hours, but the opening has 6" },
  { "'visits': [{'opening': 'o1', 'count': 5, 'slots': [3, 3]}]", HV_ERROR_BAD_INPUT, "add up to 6" },
  { "'visits': [{'opening': 'o1', 'count': 5, 'slots': [1.5]}]", HV_ERROR_BAD_INPUT, "slots must be" },
  { "'visits': [{'opening': 'o1', 'count': 5, 'left': -1}]", HV_ERROR_BAD_INPUT, "left must be" },
  { "'visits': [{'opening': 'o1', 'count': 5, 'special': 'no'}]", HV_ERROR_BAD_INPUT, "special must be" },
  { "'visits': [{'opening': 'o1', 'count': 5}, {'house': 'jue', 'date': '2026-05-04', 'count': 6}]", HV_ERROR_BAD_INPUT,
    "visits[1]: the file has two numbers" },
  { "'openings': [{'id': 'o1', 'deleted': true}], 'visits': [{'house': 'jue', 'date': '2026-05-04', 'count': 6}]",
    HV_ERROR_BAD_INPUT, "that the file removes" },
  { "'houses': [{'id': 'x', 'name': 'Nyt hus'}], 'visits': [{'house': 'x', 'date': '2026-05-04', 'count': 6}]",
    HV_ERROR_BAD_INPUT, "Nyt hus, Monday 4 May: there is no opening that day" },
  { "'expectations': [{'opening': 'o1', 'count': -1}]", HV_ERROR_BAD_INPUT, "count must be" },
  { "'expectations': [{'opening': 'o1'}]", HV_ERROR_BAD_INPUT, "count missing" },
};

static void
test_refused (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (HvImport) import = read_lists (roster, refused[i].lists);
      g_autofree char *refusals = fixture_format_refusals (import);
      g_test_message ("%s\n%s", refused[i].lists, refusals);
      g_assert_nonnull (strstr (refusals, refused[i].says));
      g_assert_cmpuint (import->refusals->len, ==, 1);
      g_assert_cmpint (g_array_index (import->refusals, HvRefusal, 0).code, ==, refused[i].code);

      g_autoptr (GError) error = NULL;
      g_assert_null (hv_import_take_edit (import, false, &error));
      g_assert_error (error, HV_ERROR, (int)refused[i].code);
    }
}

/* Every mistake is reported with its own line; the good objects are there for who wants them. */
static void
test_every_refusal (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  g_autoptr (HvImport) import = read_lists (roster, "'volunteers': [\n"
                                                    "{'id': 'dan', 'name': 'Dan'},\n"
                                                    "{'id': 'x', 'language': 'no',\n"
                                                    "  'roles': {'chef': 'able'},\n"
                                                    "  'availability': [{'weekday': 1},\n"
                                                    "    {'weekday': 9}]},\n"
                                                    "{'id': 'else', 'name': 'Else'}],\n"
                                                    "'assignments': [\n"
                                                    "{'id': 'y', 'shift': 's1', 'volunteer': 'x'},\n"
                                                    "{'id': 'z', 'shift': 's1', 'volunteer': 'dan'}]");
  g_autofree char *refusals = fixture_format_refusals (import);
  g_assert_cmpstr (refusals, ==,
                   "line 3, volunteers[1] “x”: name missing\n"
                   "line 3, volunteers[1] “x”: language must be one of these words: da, sv, en\n"
                   "line 4, volunteers[1] “x”: there is no role with the id “chef”\n"
                   "line 6, volunteers[1] “x”, availability[1]: weekday must be a whole number from 1 to 7\n"
                   "line 9, assignments[0] “y”: names “x”, which was refused itself");
  g_assert_cmpuint (import->n_new, ==, 3);

  g_autoptr (HvEdit) edit = hv_import_take_edit (import, true, NULL);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  g_assert_nonnull (hv_roster_find_ext (after, HV_KIND_VOLUNTEER, "else"));
  g_assert_null (hv_roster_find_ext (after, HV_KIND_VOLUNTEER, "x"));
  g_assert_nonnull (hv_roster_find_ext (after, HV_KIND_ASSIGNMENT, "z"));
}

/* --- each taken, and what the roster says then --- */

typedef struct
{
  const char *lists;
  HvKind kind;
  const char *id;    /* of the record, or NULL for the only or last one of its kind */
  const char *field; /* of the record; NULL: it is gone */
  gint64 number;
  const char *text;
} Taken;

#define MINUTE(month, day, hour, minute) ((hv_day_from_ymd (2026, month, day) * 24 + (hour)) * 60 + (minute))

static const gint64 may_4 = 20577; /* days since 1970 */

static const Taken taken[] = {
  /* only what is named changes */
  { "'volunteers': [{'id': 'anna', 'note': 'Ringer helst'}]", HV_KIND_VOLUNTEER, "anna", "phone", 0, "12 34 56 01" },
  { "'volunteers': [{'id': 'anna', 'note': 'Ringer helst'}]", HV_KIND_VOLUNTEER, "anna", "note", 0, "Ringer helst" },
  { "'volunteers': [{'id': 'anna', 'phone': null}]", HV_KIND_VOLUNTEER, "anna", "phone", 0, NULL },
  { "'volunteers': [{'id': 'anna', 'phone': ''}]", HV_KIND_VOLUNTEER, "anna", "phone", 0, NULL },
  { "'volunteers': [{'id': 'anna', 'name': ' Anna   Å. '}]", HV_KIND_VOLUNTEER, "anna", "name", 0, "Anna Å." },
  { "'volunteers': [{'id': 'anna', 'name': 'Åse'}]", HV_KIND_VOLUNTEER, "anna", "name_key", 0, "ase" },
  { "'organisation': {'country': 'SE'}", HV_KIND_ORGANISATION, NULL, "zone", 0, "Europe/Copenhagen" },
  { "'organisation': {'country': 'SE', 'zone': null}", HV_KIND_ORGANISATION, NULL, "zone", 0, "Europe/Stockholm" },
  { "'organisation': {'target_minutes': 10.5}", HV_KIND_ORGANISATION, NULL, "target_minutes", 10500000, NULL },
  { "'houses': [{'id': 'jue', 'never_alone': false}]", HV_KIND_HOUSE, "jue", "never_alone", 0, NULL },
  { "'houses': [{'id': 'jue', 'demand': {'minutes': 12}}]", HV_KIND_HOUSE, "jue", "minutes", 12000000, NULL },
  { "'houses': [{'id': 'jue', 'demand': {'profile': [0.25, 0.75]}}]", HV_KIND_HOUSE, "jue", "profile", 0, "0.25 0.75" },
  { "'houses': [{'id': 'x', 'name': 'X', 'kind': 'event'}]", HV_KIND_HOUSE, "x", "model", HV_MODEL_GUESTS, NULL },
  { "'houses': [{'id': 'x', 'name': 'X'}]", HV_KIND_HOUSE, "x", "position", 3, NULL },
  { "'houses': [{'id': 'x', 'name': 'X', 'order': 1}]", HV_KIND_HOUSE, "x", "position", 1, NULL },
  { "'roles': [{'id': 'it', 'checklist': ['Lås op', ' ', 'Tænd lys']}]", HV_KIND_ROLE, "it", "checklist", 0,
    "Lås op\nTænd lys" },
  { "'roles': [{'id': 'new', 'name': 'Ny'}]", HV_KIND_ROLE, "new", "serves", 1, NULL },
  /* lists inside an object are the whole list */
  { "'houses': [{'id': 'jue', 'hours': []}]", HV_KIND_HOURS, "jh", NULL, 0, NULL },
  { "'houses': [{'id': 'jue', 'hours': null}]", HV_KIND_HOURS, "jh", NULL, 0, NULL },
  { "'houses': [{'id': 'jue', 'hours': []}]", HV_KIND_OPENING, "o1", "hours", HV_NONE, NULL },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'jh', 'end': '17:00'}]}]", HV_KIND_HOURS, "jh", "start_minute", 780,
    NULL },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'jh', 'end': '17:00'}]}]", HV_KIND_HOURS, "jh", "end_minute", 1020,
    NULL },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'jh', 'deleted': true}]}]", HV_KIND_HOURS, "jh", NULL, 0, NULL },
  { "'houses': [{'id': 'jue', 'templates': []}]", HV_KIND_SHIFT, "s1", "tmpl", HV_NONE, NULL },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 'jt', 'regulars': ['bo']}]}]", HV_KIND_TEMPLATE, "jt", "minimum", 3,
    NULL },
  { "'houses': [{'id': 'jue', 'templates': [{'id': 'jt', 'repeat': 'nth', 'n': -1}]}]", HV_KIND_TEMPLATE, "jt", "n", -1,
    NULL },
  { "'houses': [{'id': 'jue', 'hours': [{'id': 'a', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'until': "
    "'2026-W53'}, {'id': 'b', 'weekday': 1, 'start': '11:00', 'end': '12:00', 'from': '2027-W01'}]}]",
    HV_KIND_HOURS, "b", "weekday", 1, NULL },
  { "'volunteers': [{'id': 'anna', 'roles': {'host': null}}]", HV_KIND_SKILL, NULL, "level", HV_LEVEL_ABLE, NULL },
  { "'volunteers': [{'id': 'anna', 'availability': [{'weekday': 2}]}]", HV_KIND_AVAILABILITY, NULL, "end_minute", 1440,
    NULL },
  { "'volunteers': [{'id': 'anna', 'paused': [{'from': '2026-06-01'}]}]", HV_KIND_PAUSE, NULL, "to_day", HV_NONE,
    NULL },
  { "'volunteers': [{'id': 'anna', 'keys': ['tor']}]", HV_KIND_TIE, NULL, "has_key", 1, NULL },
  { "'volunteers': [{'id': 'anna', 'keys': ['tor']}]", HV_KIND_TIE, NULL, "serves", 0, NULL },
  { "'volunteers': [{'id': 'anna', 'houses': ['tor', 'jue']}]", HV_KIND_TIE, NULL, "position", 1, NULL },
  { "'volunteers': [{'id': 'anna', 'wishes': {'rest_hours': 11.5}}]", HV_KIND_VOLUNTEER, "anna", "rest_hours", 11500000,
    NULL },
  { "'volunteers': [{'id': 'anna', 'pairs': [{'with': 'bo', 'kind': 'drives'}]}, {'id': 'bo', 'pairs': [{'with': "
    "'anna', 'kind': 'drives'}]}]",
    HV_KIND_PAIR, NULL, "pair_kind", HV_PAIR_DRIVES, NULL },
  { "'travel': [{'houses': ['tor', 'jue'], 'minutes': 25}]", HV_KIND_TRAVEL, NULL, "minutes", 25, NULL },
  { "'factors': [{'id': 'f', 'house': null, 'from': '2026-W53', 'to': '2026-W53', 'factor': 1.5}]", HV_KIND_FACTOR, "f",
    "factor", 1500000, NULL },
  /* openings and what hangs on them */
  { "'openings': [{'id': 'o2', 'house': 'jue', 'date': '2026-05-11'}]", HV_KIND_OPENING, "o2", "ends",
    (may_4 + 7) * 1440 + 960, NULL },
  { "'openings': [{'id': 'o2', 'house': 'jue', 'date': '2026-05-12', 'end': '18:00'}]", HV_KIND_OPENING, "o2", "hours",
    HV_NONE, NULL },
  { "'openings': [{'id': 'o2', 'house': 'tel', 'date': '2026-10-24'}]", HV_KIND_OPENING, "o2", "ends",
    (may_4 + 174) * 1440 + 360, NULL },
  { "'openings': [{'id': 'o1', 'closed': 'Lokalet optaget'}]", HV_KIND_OPENING, "o1", "closed", 0, "Lokalet optaget" },
  { "'openings': [{'id': 'o1', 'closed': ''}]", HV_KIND_OPENING, "o1", "closed", 0, NULL },
  { "'openings': [{'id': 'o1', 'closed': 'Ascension Day', 'holiday': true}]", HV_KIND_OPENING, "o1", "holiday", 1,
    NULL },
  { "'openings': [{'id': 'o1', 'date': '2026-05-05'}]", HV_KIND_SHIFT, "s1", "starts", (may_4 + 1) * 1440 + 780, NULL },
  { "'openings': [{'id': 'o1', 'date': '2026-05-05'}]", HV_KIND_ASSIGNMENT, "a1", "ends", (may_4 + 1) * 1440 + 960,
    NULL },
  { "'openings': [{'id': 'o1', 'start': '12:00'}]", HV_KIND_SHIFT, "s1", "starts", may_4 * 1440 + 780, NULL },
  { "'openings': [{'id': 'o1', 'deleted': true}]", HV_KIND_ASSIGNMENT, "a1", NULL, 0, NULL },
  { "'shifts': [{'id': 's1', 'start': '12:30'}]", HV_KIND_ASSIGNMENT, "a1", "starts", may_4 * 1440 + 750, NULL },
  { "'shifts': [{'id': 's2', 'opening': 'o1', 'role': 'host'}]", HV_KIND_SHIFT, "s2", "minimum", 1, NULL },
  { "'shifts': [{'id': 's2', 'opening': 'o1', 'role': 'host', 'wanted': 0}]", HV_KIND_SHIFT, "s2", "wanted", 0, NULL },
  { "'shifts': [{'id': 's1', 'deleted': true}]", HV_KIND_ASSIGNMENT, "a1", NULL, 0, NULL },
  { "'openings': [{'id': 'n', 'house': 'tel', 'date': '2026-05-09'}], 'shifts': [{'id': 'late', 'opening': 'n', "
    "'role': 'it', 'start': '26:00'}]",
    HV_KIND_SHIFT, "late", "starts", (may_4 + 6) * 1440 + 120, NULL },
  { "'openings': [{'id': 'n', 'house': 'tel', 'date': '2026-05-09'}], 'shifts': [{'id': 'late', 'opening': 'n', "
    "'role': 'it', 'date': '2026-05-10', 'start': '02:00', 'end': '06:00'}]",
    HV_KIND_SHIFT, "late", "ends", (may_4 + 6) * 1440 + 360, NULL },
  { "'assignments': [{'id': 'a2', 'shift': 's1', 'volunteer': 'bo', 'start': '13:30'}]", HV_KIND_ASSIGNMENT, "a2",
    "starts", may_4 * 1440 + 810, NULL },
  { "'assignments': [{'id': 'a2', 'shift': 's1', 'volunteer': 'bo', 'start': '13:30'}]", HV_KIND_ASSIGNMENT, "a2",
    "own_span", 1, NULL },
  { "'assignments': [{'id': 'a2', 'shift': 's1', 'guest': 'Gæst: nabo', 'state': 'present'}]", HV_KIND_ASSIGNMENT, "a2",
    "volunteer", HV_NONE, NULL },
  { "'assignments': [{'shift': 's1', 'guest': 'Nabo'}, {'shift': 's1', 'volunteer': 'bo'}]", HV_KIND_ASSIGNMENT, NULL,
    "state", HV_STATE_PLANNED, NULL },
  { "'assignments': [{'id': 'a1', 'volunteer': 'bo'}]", HV_KIND_ASSIGNMENT, "a1", "state", HV_STATE_PLANNED, NULL },
  { "'assignments': [{'id': 'a1', 'state': 'called-off'}]", HV_KIND_ASSIGNMENT, "a1", "state", HV_STATE_CALLED_OFF,
    NULL },
  /* two people change places: neither is twice on the shift at the end */
  { "'assignments': [{'id': 'a2', 'shift': 's1', 'volunteer': 'anna'}, {'id': 'a1', 'volunteer': 'bo'}]",
    HV_KIND_ASSIGNMENT, "a2", "state", HV_STATE_PLANNED, NULL },
  /* numbers of an opening */
  { "'visits': [{'opening': 'o1', 'count': 53}]", HV_KIND_VISIT, NULL, "count", 53, NULL },
  { "'visits': [{'house': 'jue', 'date': '2026-05-04', 'count': 53.0, 'slots': [13, 8]}]", HV_KIND_VISIT, NULL, "slots",
    0, "13 8" },
  { "'visits': [{'house': 'jue', 'date': '2026-05-11', 'count': 0}]", HV_KIND_OPENING, NULL, "starts",
    (may_4 + 7) * 1440 + 780, NULL },
  { "'visits': [{'house': 'jue', 'date': '2026-05-12', 'count': 9}]", HV_KIND_OPENING, NULL, "ends",
    (may_4 + 8) * 1440 + 960, NULL },
  { "'visits': [{'house': 'jue', 'date': '2026-05-12', 'start': '09:00', 'count': 9}]", HV_KIND_OPENING, NULL, "ends",
    (may_4 + 8) * 1440 + 720, NULL },
  { "'visits': [{'house': 'jue', 'date': '2026-05-12', 'start': '09:00', 'end': '10:00', 'count': 9}]", HV_KIND_OPENING,
    NULL, "ends", (may_4 + 8) * 1440 + 600, NULL },
  { "'visits': [{'opening': 'o1', 'count': 53, 'special': false, 'wait': 12.5}]", HV_KIND_VISIT, NULL, "wait", 12500000,
    NULL },
  { "'expectations': [{'house': 'jue', 'date': '2026-05-04', 'count': 53}]", HV_KIND_EXPECTATION, NULL, "count", 53,
    NULL },
};

/* The record the case asks about: by id, or the last one of its kind. */
static gconstpointer
find_asked (const HvRoster *roster, const Taken *asked)
{
  const GPtrArray *records = hv_roster_list (roster, asked->kind);
  if (asked->id != NULL)
    return hv_roster_find_ext (roster, asked->kind, asked->id);
  return records->len > 0 ? records->pdata[records->len - 1] : NULL;
}

static void
test_taken (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_test_message ("%s", taken[i].lists);
      g_autoptr (HvRoster) after = apply_lists (roster, taken[i].lists);
      gconstpointer record = find_asked (after, &taken[i]);
      if (taken[i].field == NULL)
        {
          g_assert_null (record);
          continue;
        }
      const HvField *field = hv_kind_find_field (taken[i].kind, taken[i].field);
      g_assert_nonnull (record);
      g_assert_nonnull (field);
      if (field->type == HV_FIELD_INT)
        g_assert_cmpint (hv_record_get_int (record, field), ==, taken[i].number);
      else
        g_assert_cmpstr (hv_record_get_text (record, field), ==, taken[i].text);
    }
}

/* Whatever a file did, reading it again does nothing. */
static void
test_twice (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_test_message ("%s", taken[i].lists);
      g_autoptr (HvRoster) after = apply_lists (roster, taken[i].lists);
      g_autoptr (HvImport) again = read_lists (after, taken[i].lists);
      g_autofree char *refusals = fixture_format_refusals (again);
      g_assert_cmpstr (refusals, ==, "");
      g_assert_cmpuint (again->edit->puts->len, ==, 0);
      g_assert_cmpuint (again->n_new + again->n_changed + again->n_removed, ==, 0);
    }
}

/* --- removals --- */

static guint
count_records (const HvRoster *roster)
{
  guint n = 0;
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    n += hv_roster_list (roster, (HvKind)kind)->len;
  return n;
}

/* What goes → how many records are left of each kind concerned. */
static const struct
{
  const char *lists;
  HvKind kind;
  guint left;
} removed[] = {
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_HOURS, 2 },
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_TEMPLATE, 0 },
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_OPENING, 0 },
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_SHIFT, 0 },
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_ASSIGNMENT, 0 },
  { "'houses': [{'id': 'jue', 'deleted': true}]", HV_KIND_VOLUNTEER, 3 },
  { "'volunteers': [{'id': 'anna', 'deleted': true}]", HV_KIND_ASSIGNMENT, 0 },
  { "'volunteers': [{'id': 'anna', 'deleted': true}]", HV_KIND_SKILL, 1 },
  { "'volunteers': [{'id': 'anna', 'deleted': true}]", HV_KIND_SHIFT, 1 },
  { "'openings': [{'id': 'o1', 'deleted': true}]", HV_KIND_SHIFT, 0 },
  { "'roles': [{'id': 'host', 'deleted': true}]", HV_KIND_ROLE, 1 },
  { "'houses': [{'id': 'jue', 'deleted': true}], 'roles': [{'id': 'it', 'deleted': true}]", HV_KIND_SKILL, 0 },
  /* a1 is Bo's when Anna goes */
  { "'volunteers': [{'id': 'anna', 'deleted': true}], 'assignments': [{'id': 'a1', 'volunteer': 'bo'}]",
    HV_KIND_ASSIGNMENT, 1 },
  { "'visits': [{'opening': 'o1', 'deleted': true}]", HV_KIND_VISIT, 0 },
  { "'travel': [{'houses': ['jue', 'tor'], 'minutes': null}]", HV_KIND_TRAVEL, 0 },
};

static void
test_removed (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (removed); i++)
    {
      g_test_message ("%s", removed[i].lists);
      g_autoptr (HvRoster) after = apply_lists (roster, removed[i].lists);
      g_assert_cmpuint (hv_roster_list (after, removed[i].kind)->len, ==, removed[i].left);
      g_autoptr (HvImport) again = read_lists (after, removed[i].lists);
      g_assert_cmpuint (again->refusals->len + again->edit->puts->len, ==, 0);
    }
}

/* Counts, travel and expectations come and go by what they are about. */
static void
test_numbers_go (void)
{
  g_autoptr (HvRoster) small = new_small ();
  guint before = count_records (small);
  g_autoptr (HvRoster) more =
      apply_lists (small, "'visits': [{'opening': 'o1', 'count': 53}], 'expectations': [{'opening': 'o1', "
                          "'count': 50}], 'travel': [{'houses': ['jue', 'tor'], 'minutes': 25}]");
  g_assert_cmpuint (count_records (more), ==, before + 3);
  g_autoptr (HvRoster) less = apply_lists (
      more, "'visits': [{'house': 'jue', 'date': '2026-05-04', 'deleted': true}], 'expectations': [{'opening': 'o1', "
            "'count': null}], 'travel': [{'houses': ['tor', 'jue'], 'deleted': true}]");
  g_assert_cmpuint (count_records (less), ==, before);
}

/* --- what the program made itself --- */

/* The same organisation without ids for files: as if somebody had typed it. */
static HvRoster *
forget_names (const HvRoster *roster)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("test", fixture_get_source ());
  for (guint kind = HV_KIND_OPENING; kind <= HV_KIND_ASSIGNMENT; kind++)
    {
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      for (guint i = 0; i < records->len; i++)
        {
          HvRecord *record = hv_edit_change (edit, records->pdata[i]);
          hv_set_text (&record->ext, NULL);
        }
    }
  return hv_roster_apply (roster, edit);
}

/* A file that calls the same openings, shifts and people by ids of its own makes none twice. */
static void
test_adopted (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) typed = forget_names (small);
  guint before = count_records (typed);
  g_autoptr (HvRoster) after = fixture_apply_json (typed, fixture_small);
  g_assert_cmpuint (count_records (after), ==, before);
  fixture_assert_same (after, small);
}

/* A number is the program's own id; a record that has another name is not called by it. */
static void
test_decimal_ids (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) typed = forget_names (small);
  const HvRecord *opening = hv_roster_list (typed, HV_KIND_OPENING)->pdata[0];
  const HvRecord *anna = fixture_find (typed, HV_KIND_VOLUNTEER, "anna");
  g_autofree char *lists =
      g_strdup_printf ("'openings': [{'id': '%" G_GINT64_FORMAT "', 'note': 'x'}], 'volunteers': [{'id': "
                       "'%" G_GINT64_FORMAT "', 'name': 'Another'}]",
                       opening->id, anna->id);
  g_autoptr (HvRoster) after = apply_lists (typed, lists);
  const HvOpening *changed = hv_roster_list (after, HV_KIND_OPENING)->pdata[0];
  g_assert_cmpuint (hv_roster_list (after, HV_KIND_OPENING)->len, ==, 1);
  g_assert_cmpstr (changed->note, ==, "x");
  g_assert_null (changed->r.ext);
  g_assert_cmpuint (hv_roster_list (after, HV_KIND_VOLUNTEER)->len, ==, 4);
  g_assert_cmpstr (((const HvVolunteer *)fixture_find (after, HV_KIND_VOLUNTEER, "anna"))->name, ==, "Anna Lindeskov");
}

/* --- fields that are not known --- */

static void
test_unknown (void)
{
  g_autoptr (HvRoster) small = new_small ();
  const char *lists = "'generator': 'script 1', 'houses': [{'id': 'jue', 'colour': {'r': 1}, 'demand': {'weather': "
                      "0.2}, 'hours': [{'id': 'jh', 'why': null, 'who': 'me'}]}], 'volunteers': [{'id': 'anna', "
                      "'shoe_size': 42}, {'id': 'bo', 'shoe_size': 43}]";
  g_autoptr (HvImport) import = read_lists (small, lists);
  g_autoptr (GString) places = g_string_new (NULL);
  for (guint i = 0; i < import->unknown->len; i++)
    {
      const HvUnknown *unknown = &g_array_index (import->unknown, HvUnknown, i);
      g_string_append_printf (places, "%s ×%u\n", unknown->place, unknown->times);
    }
  g_assert_cmpstr (places->str, ==,
                   "houses[0].colour ×1\nhouses[0].demand.weather ×1\nhouses[0].hours[0].why ×1\n"
                   "houses[0].hours[0].who ×1\nvolunteers[0].shoe_size ×2\ngenerator ×1\n");

  g_autoptr (HvRoster) after = fixture_apply (small, import);
  const HvRecord *jue = fixture_find (after, HV_KIND_HOUSE, "jue");
  const HvRecord *hours = fixture_find (after, HV_KIND_HOURS, "jh");
  g_assert_cmpstr (jue->extra, ==, "{\"colour\": {\"r\": 1}, \"demand\": {\"weather\": 0.2}}");
  g_assert_cmpstr (hours->extra, ==, "{\"who\": \"me\"}");
  g_assert_cmpstr (hv_roster_get_organisation (after)->r.extra, ==, "{\"/\": {\"generator\": \"script 1\"}}");

  g_autoptr (HvImport) again = read_lists (after, lists);
  g_assert_true (hv_edit_is_empty (again->edit));

  g_autoptr (HvRoster) changed = apply_lists (
      after, "'houses': [{'id': 'jue', 'colour': null, 'size': 2, 'demand': {'weather': 0.3}}], 'generator': null");
  jue = fixture_find (changed, HV_KIND_HOUSE, "jue");
  g_assert_cmpstr (jue->extra, ==, "{\"size\": 2, \"demand\": {\"weather\": 0.3}}");
  g_assert_null (hv_roster_get_organisation (changed)->r.extra);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/not-files", test_not_files);
  g_test_add_func ("/json-reader/small", test_small);
  g_test_add_func ("/json-reader/counts", test_counts);
  g_test_add_func ("/json-reader/refused", test_refused);
  g_test_add_func ("/json-reader/every-refusal", test_every_refusal);
  g_test_add_func ("/json-reader/taken", test_taken);
  g_test_add_func ("/json-reader/twice", test_twice);
  g_test_add_func ("/json-reader/removed", test_removed);
  g_test_add_func ("/json-reader/numbers-go", test_numbers_go);
  g_test_add_func ("/json-reader/adopted", test_adopted);
  g_test_add_func ("/json-reader/decimal-ids", test_decimal_ids);
  g_test_add_func ("/json-reader/unknown", test_unknown);
  return g_test_run ();
}
