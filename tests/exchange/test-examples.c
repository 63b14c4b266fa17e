/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The files of data/ and docs/ that say what the exchange format is: the two examples,
 * the schema and the page, against the program.
 */

#include "exchange-fixture.h"
#include "hv-csv-import.h"
#include "hv-csv-shifts.h"
#include "hv-csv-visits.h"
#include "hv-csv-volunteers.h"
#include "hv-json-reader.h"
#include "hv-json-shape.h"
#include "hv-json-writer.h"
#include "hv-json.h"

#include <string.h>

static char *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static HvRoster *
load_example (const char *name)
{
  g_autofree char *text = load ("data/examples", name);
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvImport) import = fixture_read_json (empty, text);
  g_assert_cmpuint (import->unknown->len, ==, 0);
  return fixture_apply (empty, import);
}

static void
check_example (const char *name)
{
  g_autofree char *text = load ("data/examples", name);
  g_autoptr (HvRoster) roster = load_example (name);
  g_autoptr (HvImport) again = fixture_read_json (roster, text);
  g_assert_cmpuint (again->refusals->len + again->edit->puts->len, ==, 0);

  g_autofree char *written = hv_json_write (roster, HV_JSON_PART_ALL, &HV_CHOICE_ALL);
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) copy = fixture_apply_json (empty, written);
  fixture_assert_same (roster, copy);
}

static void
test_examples (void)
{
  check_example ("hedensted.json");
  check_example ("vaxjo.json");
}

/* --- Hedensted --- */

/* Visits of each house by week, from week 10; −1: closed. */
static const struct
{
  const char *house;
  int visits[9];
} hedensted_visits[] = {
  { "jue", { 31, 34, 38, 36, 42, -1, 47, 49, 53 } },
  { "tor", { 11, 12, 14, 13, 9, 15, 17, 18, 20 } },
  { "hed", { 12, 13, 12, 14, -1, 15, 16, 16, 17 } },
};

static void
test_hedensted_visits (void)
{
  g_autoptr (HvRoster) roster = load_example ("hedensted.json");
  for (gsize i = 0; i < G_N_ELEMENTS (hedensted_visits); i++)
    {
      const HvHouse *house = fixture_find (roster, HV_KIND_HOUSE, hedensted_visits[i].house);
      for (int week = 0; week < 9; week++)
        {
          HvWeek found;
          g_assert_true (hv_week_from_number (2026, 10 + week, &found));
          g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, found, house->r.id);
          g_assert_cmpuint (openings->len, ==, 1);
          const HvOpening *opening = openings->pdata[0];
          const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
          g_assert_true ((opening->closed != NULL) == (hedensted_visits[i].visits[week] < 0));
          g_assert_true ((visit == NULL) == (hedensted_visits[i].visits[week] < 0));
          if (visit != NULL)
            g_assert_cmpint (visit->count, ==, hedensted_visits[i].visits[week]);
        }
    }
}

/* Each shift of week 19 by its id: who is on it, and how many are asked for. */
static const struct
{
  const char *shift;
  gint64 minimum;
  guint filling;
} week_19[] = {
  { "jue-w19-it", 3, 3 }, { "jue-w19-host", 1, 1 }, { "tor-w19-it", 3, 3 },     { "tor-w19-host", 1, 0 },
  { "hed-w19-it", 3, 3 }, { "hed-w19-host", 1, 1 }, { "tel-w19-tue-it", 2, 2 }, { "tel-w19-thu-it", 2, 2 },
};

static void
test_hedensted_week_19 (void)
{
  g_autoptr (HvRoster) roster = load_example ("hedensted.json");
  HvWeek week;
  g_assert_true (hv_week_from_number (2026, 19, &week));
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, HV_NONE);
  g_assert_cmpuint (openings->len, ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (week_19); i++)
    {
      const HvShift *shift = fixture_find (roster, HV_KIND_SHIFT, week_19[i].shift);
      g_test_message ("%s", week_19[i].shift);
      g_assert_cmpint (shift->minimum, ==, week_19[i].minimum);
      g_assert_cmpuint (hv_roster_count_filling (roster, shift), ==, week_19[i].filling);
    }
  const HvAssignment *poul = fixture_find (roster, HV_KIND_ASSIGNMENT, "jue-w19-it-2");
  g_assert_cmpstr (hv_roster_find_volunteer (roster, poul->volunteer)->name, ==, "Poul Åkjær");
  g_assert_cmpint (poul->locked, ==, 1);
}

/* The evaluation of weeks 10 to 18: 574 visits, 294 hours in 94 places, and every kind of house. */
static void
test_hedensted_sums (void)
{
  g_autoptr (HvRoster) roster = load_example ("hedensted.json");
  const GPtrArray *assignments = hv_roster_list (roster, HV_KIND_ASSIGNMENT);
  const GPtrArray *visits = hv_roster_list (roster, HV_KIND_VISIT);
  gint64 n_visits = 0, minutes = 0;
  guint places = 0;
  for (guint i = 0; i < visits->len; i++)
    n_visits += ((const HvVisit *)visits->pdata[i])->count;
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = assignments->pdata[i];
      if (assignment->state != HV_STATE_PRESENT)
        continue;
      minutes += hv_span_get_minutes (hv_assignment_get_span (assignment));
      places++;
    }
  g_assert_cmpint (n_visits, ==, 574);
  g_assert_cmpint (minutes, ==, 294 * 60);
  g_assert_cmpuint (places, ==, 94);
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_VOLUNTEER)->len, ==, 22);

  bool kinds[3] = { false, false, false };
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  for (guint i = 0; i < houses->len; i++)
    kinds[((const HvHouse *)houses->pdata[i])->house_kind] = true;
  g_assert_true (kinds[HV_HOUSE_KIND_HOUSE] && kinds[HV_HOUSE_KIND_REMOTE] && kinds[HV_HOUSE_KIND_EVENT]);

  const HvOpening *ascension = fixture_find (roster, HV_KIND_OPENING, "hed-w20");
  g_assert_cmpint (ascension->holiday, ==, 1);
  g_assert_cmpstr (ascension->closed, ==, "Ascension Day");
}

/* --- Växjö --- */

static void
test_vaxjo (void)
{
  g_autoptr (HvRoster) roster = load_example ("vaxjo.json");
  g_assert_cmpstr (hv_roster_get_organisation (roster)->country, ==, "SE");
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_VOLUNTEER)->len, ==, 14);

  const HvHouse *evening = fixture_find (roster, HV_KIND_HOUSE, "dialog");
  const GPtrArray *evenings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, evening->r.id);
  g_assert_cmpuint (evenings->len, ==, 3);
  for (guint i = 0; i < evenings->len; i++)
    g_assert_nonnull (((const HvOpening *)evenings->pdata[i])->address);

  const HvAssignment *asa = fixture_find (roster, HV_KIND_ASSIGNMENT, "natt-v43-lor-stod-1");
  g_assert_cmpint (asa->starts, ==, hv_minute_at (hv_day_from_ymd (2026, 10, 24), 22 * 60));
  g_assert_cmpint (asa->ends, ==, hv_minute_at (hv_day_from_ymd (2026, 10, 25), 6 * 60));

  HvWeek week_53;
  g_assert_true (hv_week_from_number (2026, 53, &week_53));
  g_autoptr (GPtrArray) last = hv_roster_list_openings (roster, week_53, HV_NONE);
  g_assert_cmpuint (last->len, ==, 3);
}

/* --- the schema and the page name every field --- */

static const struct
{
  HvJsonShape shape;
  const char *name; /* in the schema's $defs */
} shapes[] = {
  { HV_JSON_SHAPE_ORGANISATION, "organisation" },
  { HV_JSON_SHAPE_ROLE, "role" },
  { HV_JSON_SHAPE_HOUSE, "house" },
  { HV_JSON_SHAPE_DEMAND, "demand" },
  { HV_JSON_SHAPE_HOURS, "hours" },
  { HV_JSON_SHAPE_TEMPLATE, "template" },
  { HV_JSON_SHAPE_CLOSED, "closed" },
  { HV_JSON_SHAPE_VOLUNTEER, "volunteer" },
  { HV_JSON_SHAPE_WISHES, "wishes" },
  { HV_JSON_SHAPE_AVAILABILITY, "availability" },
  { HV_JSON_SHAPE_ABSENCE, "absence" },
  { HV_JSON_SHAPE_PAUSE, "pause" },
  { HV_JSON_SHAPE_PAIR, "pair" },
  { HV_JSON_SHAPE_TRAVEL, "travel" },
  { HV_JSON_SHAPE_FACTOR, "factor" },
  { HV_JSON_SHAPE_OPENING, "opening" },
  { HV_JSON_SHAPE_SHIFT, "shift" },
  { HV_JSON_SHAPE_ASSIGNMENT, "assignment" },
  { HV_JSON_SHAPE_VISIT, "visit" },
  { HV_JSON_SHAPE_EXPECTATION, "expectation" },
};

static void
check_properties (HvJsonShape shape, const char *what, HvJsonNode properties, const char *page)
{
  guint n_fields = 0;
  for (const HvJsonField *field = hv_json_shape_get_fields (shape); field->name != NULL; field++)
    {
      g_autofree char *quoted = g_strdup_printf ("`%s`", field->name);
      g_test_message ("%s.%s", what, field->name);
      g_assert_true (hv_json_node_is_there (hv_json_node_find (properties, field->name)));
      g_assert_nonnull (strstr (page, quoted));
      n_fields++;
    }
  g_assert_cmpuint (hv_json_node_count (properties), ==, n_fields);
}

static void
test_schema (void)
{
  g_autofree char *text = load ("data", "husvagt-1.schema.json");
  g_autofree char *page = load ("docs", "formats.md");
  g_autoptr (GBytes) bytes = fixture_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvJson) json = hv_json_parse (bytes, &error);
  g_assert_no_error (error);

  HvJsonNode root = hv_json_get_root (json);
  HvJsonNode defs = hv_json_node_find (root, "$defs");
  HvJsonNode properties = hv_json_node_find (root, "properties");
  for (const HvJsonField *field = hv_json_shape_get_fields (HV_JSON_SHAPE_FILE); field->name != NULL; field++)
    g_assert_true (hv_json_node_is_there (hv_json_node_find (properties, field->name)));
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    check_properties (shapes[i].shape, shapes[i].name,
                      hv_json_node_find (hv_json_node_find (defs, shapes[i].name), "properties"), page);
}

/* The headers of the page are those that are written. */
static void
test_page_headers (void)
{
  const HvCsvLayout *layouts[] = { hv_csv_volunteers_get_layout (), hv_csv_visits_get_layout (),
                                   hv_csv_shifts_get_layout () };
  g_autofree char *page = load ("docs", "formats.md");
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (int language = HV_LANGUAGE_EN; language <= HV_LANGUAGE_SV; language++)
      {
        g_autofree char *names = hv_csv_layout_describe (layouts[i], (HvLanguage)language, true);
        g_auto (GStrv) headers = g_strsplit (names, "; ", -1);
        for (guint h = 0; headers[h] != NULL; h++)
          {
            g_test_message ("%s", headers[h]);
            g_assert_nonnull (strstr (page, headers[h]));
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/examples/both", test_examples);
  g_test_add_func ("/examples/hedensted-visits", test_hedensted_visits);
  g_test_add_func ("/examples/hedensted-week-19", test_hedensted_week_19);
  g_test_add_func ("/examples/hedensted-sums", test_hedensted_sums);
  g_test_add_func ("/examples/vaxjo", test_vaxjo);
  g_test_add_func ("/examples/schema", test_schema);
  g_test_add_func ("/examples/page-headers", test_page_headers);
  return g_test_run ();
}
