/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-json-reader.h"
#include "hv-json-writer.h"
#include "hv-json.h"

#include <string.h>

/* An organisation with something in every field the format has, the ugly ones too. */
static const char full[] =
    "{'format': 'husvagt-1', 'generator': {'name': 'script', 'runs': [1, 2.50, -3e2]},"
    " 'organisation': {'name': 'Ældre “IT” & kaffe', 'country': 'SE', 'zone': 'Europe/Stockholm', 'language': 'sv',"
    "  'web': 'https://example.org/v', 'target_share': 0.85, 'target_minutes': 12.5, 'motto': 'Öppet'},"
    " 'roles': [{'id': 'it', 'name': 'It-hjälp', 'serves': true, 'icon': 'computer-symbolic', 'order': 7, 'checklist': "
    "['Lås upp', 'Tänd \\\\ \\\"ljuset\\\"'], 'pay': 0}, {'id': 'host', 'name': 'Värd', 'serves': false}],"
    " 'houses': [{'id': 'a', 'name': 'Ånäs', 'kind': 'house', 'address': 'Storgatan 1\\nÅnäs', 'place': 'Sal 1; "
    "källaren', 'zone': 'Europe/Copenhagen', 'order': 3, 'note': 'Rad 1\\n\\tRad 2', 'checklist': ['x'], "
    "'hide_names': true, 'never_alone': false, 'experienced': true, 'key': true, 'colour': 'red',"
    "  'demand': {'model': 'fixed', 'minutes': 12.25, 'target_share': 0.9, 'target_minutes': 10, 'door': 0.05, "
    "'least': 3, 'patience': 45, 'profile': [0.5, 0.25, 0.125], 'guess': 40.5, 'guests_per': 20, 'weather': 0.1},"
    "  'hours': [{'id': 'h1', 'weekday': 1, 'start': '10:00', 'end': '12:00', 'from': '2026-W10', 'until': "
    "'2026-W53', 'why': 'x'}, {'id': 'h2', 'weekday': 6, 'start': '22:00', 'end': '30:00'}],"
    "  'templates': [{'id': 't1', 'role': 'it', 'weekday': 1, 'start': '09:30', 'end': '12:00', 'minimum': 0, "
    "'wanted': 2, 'maximum': 5, 'from': '2026-W19', 'until': '2026-W30', 'repeat': 'weeks', 'n': 3, 'since': "
    "'2026-05-04', 'regulars': ['u2', 'u1'], 'tag': null}, {'id': 't2', 'role': 'host', 'weekday': 6, 'repeat': "
    "'nth', 'n': -1}, {'id': 't3', 'role': 'host', 'weekday': 1, 'repeat': 'odd'}],"
    "  'closed': [{'id': 'c1', 'from': '2026-06-29', 'to': '2026-08-09', 'reason': 'Sommar'}, {'id': 'c2', 'from': "
    "'2026-12-24', 'to': '2026-12-24'}], 'open_on': ['2026-05-25', '2026-05-14']},"
    "  {'id': 'b', 'name': 'Ånäs', 'kind': 'event'}, {'id': 'c', 'name': 'Nattlinje', 'kind': 'remote'}],"
    " 'volunteers': [{'id': 'u1', 'name': 'Åsa Blåklint', 'phone': '+46 70 000 00 01', 'email': 'asa@example.org', "
    "'language': 'sv', 'note': '=1+1', 'roles': {'it': 'experienced', 'host': 'trainee'}, 'houses': ['b', 'a'], "
    "'keys': ['c', 'a'], 'from': '2026-01-01', 'until': '2027-12-31', 'archived': true, 'paused': [{'from': "
    "'2026-06-01', 'to': '2026-06-30'}, {'from': '2027-01-01', 'to': null, 'shoe': 1}],"
    "  'availability': [{'weekday': 1, 'start': '12:00', 'end': '17:00', 'state': 'can', 'from': '2026-W19', 'until': "
    "'2026-W40', 'repeat': 'even'}, {'weekday': 1, 'state': 'cannot'}, {'weekday': 1, 'state': 'cannot'}, {'id': "
    "'av', 'weekday': 7, 'start': '22:00', 'end': '32:00', 'state': 'rather-not', 'repeat': 'odd'}],"
    "  'absences': [{'id': 'ab', 'from': '2026-05-01', 'to': '2026-05-10', 'start': '09:00', 'end': '12:00', "
    "'reason': 'Semester'}], 'wishes': {'eight_weeks': 4, 'most_week': 1, 'most_four_weeks': 0, 'rest_hours': 11.5, "
    "'music': 'jazz'}, 'pairs': [{'with': 'u2', 'kind': 'together'}, {'with': 'u2', 'kind': 'drives'}], "
    "'shoe_size': 38},"
    "  {'id': 'u2', 'name': 'Örjan Tallmo', 'pairs': [{'with': 'u1', 'kind': 'never'}]},"
    "  {'id': 'u3', 'name': 'Örjan Tallmo', 'keys': ['a']}],"
    " 'travel': [{'houses': ['b', 'a'], 'minutes': 25}, {'id': 'tr', 'houses': ['a', 'c'], 'minutes': 0, 'by': "
    "'bus'}],"
    " 'openings': [{'id': 'o1', 'house': 'a', 'date': '2026-05-04', 'note': 'Två gick\\n', 'guests': 5},"
    "  {'id': 'o2', 'house': 'a', 'date': '2026-10-24'}, {'id': 'o3', 'house': 'b', 'date': '2026-12-31', 'start': "
    "'18:30', 'end': '20:30', 'closed': 'Lokalen upptagen', 'address': 'Byskolan\\nVägen 2', 'guests': 120, 'stage': "
    "true},"
    "  {'id': 'o4', 'house': 'a', 'date': '2026-05-11', 'start': '10:00', 'end': '12:00', 'hours': null},"
    "  {'id': 'o5', 'house': 'a', 'date': '2026-05-18', 'closed': 'Ascension Day', 'holiday': true}],"
    " 'shifts': [{'id': 's1', 'opening': 'o1', 'role': 'it', 'start': '09:30', 'end': '12:15', 'minimum': 0, 'wanted': "
    "5, 'maximum': 6, 'template': 't1', 'note': 'Ta med kaffe', 'uid': 'uid-1', 'x': []},"
    "  {'id': 's2', 'opening': 'o2', 'role': 'it', 'start': '22:00', 'end': '26:00'}, {'id': 's3', 'opening': 'o2', "
    "'role': 'it', 'start': '26:00', 'end': '30:00'}, {'id': 's4', 'opening': 'o2', 'role': 'host', 'start': "
    "'22:00', 'end': '22:30'}],"
    " 'assignments': [{'id': 'a1', 'shift': 's1', 'volunteer': 'u1', 'state': 'present', 'origin': 'regular', "
    "'locked': true, 'start': '10:00', 'end': '12:15', 'reason': 'Ringde', 'uid': 'uid-2', 'paid': 0},"
    "  {'id': 'a2', 'shift': 's1', 'volunteer': 'u2', 'state': 'called-off', 'origin': 'wish'}, {'id': 'a3', 'shift': "
    "'s1', 'guest': 'Granne', 'state': 'no-show', 'origin': 'filled'}, {'id': 'a4', 'shift': 's3', 'volunteer': "
    "'u2', 'start': '03:00', 'end': '06:00'}, {'id': 'a5', 'shift': 's2', 'volunteer': 'u2', 'start': '22:30', "
    "'end': '26:00', 'state': 'swapped'}],"
    " 'visits': [{'opening': 'o1', 'count': 53, 'slots': [20, 10, 0, 23], 'left': 4, 'wait': 12.5, 'minutes': 14.75, "
    "'note': 'Regn', 'special': true}, {'id': 'v2', 'opening': 'o4', 'count': 0, 'special': false, 'sun': 1}],"
    " 'expectations': [{'opening': 'o2', 'count': 100000}, {'id': 'e2', 'opening': 'o1', 'count': 0}],"
    " 'factors': [{'id': 'f1', 'from': '2026-W53', 'to': '2027-W01', 'factor': 1.5, 'name': 'Nytt id'}, {'id': 'f2', "
    "'house': 'a', 'from': '2026-W19', 'to': '2026-W19', 'factor': 0}]}";

static HvRoster *
new_full (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autofree char *text = g_strdup (full);
  g_strdelimit (text, "'", '"');
  return fixture_apply_json (empty, text);
}

/* Every kind a file can hold is in the organisation of these tests, or they prove nothing. */
static void
test_full (void)
{
  static const HvKind kinds[] = {
    HV_KIND_ORGANISATION, HV_KIND_ROLE,    HV_KIND_HOUSE,   HV_KIND_HOURS, HV_KIND_TEMPLATE,   HV_KIND_REGULAR,
    HV_KIND_CLOSED,       HV_KIND_OPEN_ON, HV_KIND_TRAVEL,  HV_KIND_SKILL, HV_KIND_TIE,        HV_KIND_AVAILABILITY,
    HV_KIND_ABSENCE,      HV_KIND_PAUSE,   HV_KIND_PAIR,    HV_KIND_SHIFT, HV_KIND_ASSIGNMENT, HV_KIND_VISIT,
    HV_KIND_EXPECTATION,  HV_KIND_FACTOR,  HV_KIND_OPENING, HV_KIND_HOUSE, HV_KIND_VOLUNTEER,
  };
  g_autoptr (HvRoster) roster = new_full ();
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const GPtrArray *records = hv_roster_list (roster, kinds[k]);
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields (kinds[k], &n_fields);
      g_assert_cmpuint (records->len, >, 0);
      for (gsize i = 0; i < n_fields; i++)
        {
          bool said = false;
          for (guint r = 0; r < records->len; r++)
            said |= fields[i].type == HV_FIELD_TEXT ? hv_record_get_text (records->pdata[r], &fields[i]) != NULL
                                                    : hv_record_get_int (records->pdata[r], &fields[i]) != HV_NONE;
          g_test_message ("%s.%s", hv_kind_get_name (kinds[k]), fields[i].name);
          g_assert_true (said);
        }
    }
}

static char *
write_all (const HvRoster *roster)
{
  return hv_json_write (roster, HV_JSON_PART_ALL, &HV_CHOICE_ALL);
}

/* Written and read into an empty organisation: the same, field by field, and the same bytes. */
static void
test_round_trip (void)
{
  g_autoptr (HvRoster) roster = new_full ();
  g_autofree char *text = write_all (roster);
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) copy = fixture_apply_json (empty, text);
  g_autofree char *again = write_all (copy);
  fixture_assert_same (roster, copy);
  g_assert_cmpstr (text, ==, again);
}

/* Written and read back where it came from: nothing to do. */
static void
test_back (void)
{
  g_autoptr (HvRoster) roster = new_full ();
  g_autofree char *text = write_all (roster);
  g_autoptr (HvImport) import = fixture_read_json (roster, text);
  g_autofree char *refusals = fixture_format_refusals (import);
  g_assert_cmpstr (refusals, ==, "");
  for (guint i = 0; i < import->edit->puts->len; i++)
    {
      const HvRecord *record = g_array_index (import->edit->puts, HvPut, i).record;
      g_error ("%s %s would change", hv_kind_get_name (record->kind), record->ext);
    }
}

/* Written, everything spoilt, and read back: as it was. */
static void
test_restore (void)
{
  g_autoptr (HvRoster) roster = new_full ();
  g_autofree char *text = write_all (roster);
  g_autoptr (HvRoster) spoilt = fixture_apply_json (
      roster, "{\"format\": \"husvagt-1\", \"organisation\": {\"web\": null, \"target_share\": 0.5},"
              " \"houses\": [{\"id\": \"a\", \"note\": \"x\", \"hours\": [], \"demand\": null, \"templates\": [], "
              "\"closed\": [],"
              "  \"open_on\": []}],"
              " \"volunteers\": [{\"id\": \"u1\", \"phone\": null, \"roles\": {}, \"houses\": [], \"keys\": [], "
              "\"wishes\": null,"
              "  \"availability\": [], \"paused\": null, \"pairs\": [], \"absences\": [], \"archived\": false}],"
              " \"openings\": [{\"id\": \"o1\", \"date\": \"2026-05-05\", \"closed\": \"x\"}],"
              " \"shifts\": [{\"id\": \"s1\", \"minimum\": 4, \"maximum\": null}],"
              " \"assignments\": [{\"id\": \"a1\", \"start\": null, \"end\": null, \"state\": \"planned\"}],"
              " \"visits\": [{\"opening\": \"o1\", \"count\": 1, \"slots\": null}],"
              " \"expectations\": [{\"opening\": \"o2\", \"count\": null}]}");
  g_autoptr (HvRoster) restored = fixture_apply_json (spoilt, text);
  fixture_assert_same (roster, restored);
}

/* What is chosen → which lists of the file have how many objects. */
static const struct
{
  HvJsonParts parts;
  const char *house;
  const char *volunteer;
  const char *from;
  const char *until;
  const char *lists;
} choices[] = {
  { HV_JSON_PART_ALL, NULL, NULL, NULL, NULL,
    "roles 2, houses 3, volunteers 3, travel 2, openings 5, shifts 4, assignments 5, visits 2, expectations 2, factors "
    "2" },
  { HV_JSON_PART_VOLUNTEERS, NULL, NULL, NULL, NULL, "volunteers 3" },
  { HV_JSON_PART_VOLUNTEERS, "b", NULL, NULL, NULL, "volunteers 1" },
  { HV_JSON_PART_VOLUNTEERS, "a", NULL, NULL, NULL, "volunteers 3" },
  { HV_JSON_PART_VOLUNTEERS, NULL, "u2", NULL, NULL, "volunteers 1" },
  { HV_JSON_PART_HOUSES, "b", NULL, NULL, NULL, "roles 2, houses 1, travel 1, factors 1" },
  { HV_JSON_PART_ROSTER, NULL, NULL, "2026-W19", "2026-W19", "openings 1, shifts 1, assignments 3" },
  { HV_JSON_PART_ROSTER, NULL, NULL, "2026-W20", "2026-W53", "openings 4, shifts 3, assignments 2" },
  { HV_JSON_PART_ROSTER, "b", NULL, NULL, NULL, "openings 1" },
  { HV_JSON_PART_ROSTER, NULL, "u1", NULL, NULL, "openings 1, shifts 1, assignments 1" },
  { HV_JSON_PART_ROSTER, NULL, "u3", NULL, NULL, "" },
  { HV_JSON_PART_VISITS, NULL, NULL, NULL, "2026-W19", "visits 1, expectations 1" },
  { HV_JSON_PART_VISITS, NULL, NULL, "2027-W01", NULL, "" },
};

static gint64
find_monday (const char *week)
{
  HvWeek found;
  return week != NULL && hv_week_parse (week, &found, NULL) ? found.monday : HV_NONE;
}

static HvId
find_id (const HvRoster *roster, HvKind kind, const char *ext)
{
  return ext != NULL ? ((const HvRecord *)fixture_find (roster, kind, ext))->id : HV_NONE;
}

static char *
count_lists (const char *text)
{
  g_autoptr (GBytes) bytes = fixture_bytes (text);
  g_autoptr (HvJson) json = hv_json_parse (bytes, NULL);
  g_assert_nonnull (json);
  GString *lists = g_string_new (NULL);
  HvJsonNode root = hv_json_get_root (json);
  hv_json_foreach (member, root)
    if (hv_json_node_get_type (member) == HV_JSON_LIST)
      g_string_append_printf (lists, "%s%s %u", lists->len > 0 ? ", " : "", hv_json_node_get_name (member),
                              hv_json_node_count (member));
  return g_string_free (lists, FALSE);
}

static void
test_choices (void)
{
  g_autoptr (HvRoster) roster = new_full ();
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const HvChoice choice = {
        find_id (roster, HV_KIND_HOUSE, choices[i].house),
        find_id (roster, HV_KIND_VOLUNTEER, choices[i].volunteer),
        find_monday (choices[i].from),
        find_monday (choices[i].until),
      };
      g_autofree char *text = hv_json_write (roster, choices[i].parts, &choice);
      g_autofree char *lists = count_lists (text);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (lists, ==, choices[i].lists);

      g_autoptr (HvImport) back = fixture_read_json (roster, text);
      g_assert_cmpuint (back->refusals->len + back->edit->puts->len, ==, 0);
    }
}

/* Counts without their openings name house and date, and make the openings elsewhere. */
static void
test_dated_visits (void)
{
  g_autoptr (HvRoster) roster = new_full ();
  g_autofree char *places_text =
      hv_json_write (roster, HV_JSON_PART_ORGANISATION | HV_JSON_PART_HOUSES, &HV_CHOICE_ALL);
  g_autofree char *visits_text = hv_json_write (roster, HV_JSON_PART_VISITS, &HV_CHOICE_ALL);
  g_autofree char *people_text = hv_json_write (roster, HV_JSON_PART_VOLUNTEERS, &HV_CHOICE_ALL);

  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvImport) alone = fixture_read_json (empty, places_text);
  g_assert_cmpuint (alone->refusals->len, ==, 2); /* the regulars are not there */
  g_autoptr (HvEdit) edit = hv_import_take_edit (alone, true, NULL);
  g_autoptr (HvRoster) houses = hv_roster_apply (empty, edit);
  g_autoptr (HvRoster) more = fixture_apply_json (houses, people_text);
  g_autoptr (HvRoster) counted = fixture_apply_json (more, visits_text);

  const GPtrArray *openings = hv_roster_list (counted, HV_KIND_OPENING);
  g_assert_cmpuint (openings->len, ==, 3);
  g_assert_cmpuint (hv_roster_list (counted, HV_KIND_VISIT)->len, ==, 2);
  g_assert_cmpuint (hv_roster_list (counted, HV_KIND_EXPECTATION)->len, ==, 2);
  g_assert_cmpint (hv_span_get_minutes (hv_opening_get_span (openings->pdata[2])), ==, 8 * 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/full", test_full);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/back", test_back);
  g_test_add_func ("/json-writer/restore", test_restore);
  g_test_add_func ("/json-writer/choices", test_choices);
  g_test_add_func ("/json-writer/dated-visits", test_dated_visits);
  return g_test_run ();
}
