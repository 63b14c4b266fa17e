/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-json-reader.h"
#include "hv-json-writer.h"
#include "hv-json.h"

#include <string.h>

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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
  g_autoptr (HvRoster) roster = fixture_new_full ();
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
