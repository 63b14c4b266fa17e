/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-start.h"

#include "hv-generation.h"
#include "hv-organisation-edit.h"
#include "hv-outlook.h"
#include "hv-people-sample.h"

#define HOUR(h) ((h)*60)

static const HvEditSource source = { 5000, { 7 } };

/* Juelsminde of the story: Mondays 10–13, five helpers and a host, 53 visits. */
static HvHouseStart
story (void)
{
  HvHouseStart start = { .name = "Juelsminde", .visits = 53, .minutes = 15, .country = HV_COUNTRY_DK, .n_roles = 2 };
  start.open[0] = true;
  start.times[0] = (HvTimes){ HOUR (10), HOUR (13) };
  start.roles[0] = (HvStartRole){ HV_NONE, "IT-hjælp", true, 5 };
  start.roles[1] = (HvStartRole){ HV_NONE, "Kaffevært", false, 1 };
  return start;
}

static HvRoster *
make_empty (void)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  HvWeek week = hv_week_of_day (PEOPLE_MONDAY);
  hv_roster_builder_set_weeks (builder, week, week);
  return hv_roster_builder_end (builder);
}

static guint
count (const HvRoster *roster, HvKind kind)
{
  return hv_roster_list (roster, kind)->len;
}

/* --- a house out of nothing --- */

static void
test_first_house (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) empty = make_empty ();
  HvHouseStart start = story ();
  start.open[2] = true;
  start.times[2] = (HvTimes){ HOUR (22), HOUR (30) };
  HvEdit *edit = hv_house_start_make (empty, NULL, &start, source, &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) after = people_apply (empty, edit);

  const HvHouse *house = g_ptr_array_index (hv_roster_list (after, HV_KIND_HOUSE), 0);
  g_assert_cmpstr (house->name, ==, "Juelsminde");
  g_assert_cmpint (house->guess, ==, 53 * (gint64)HV_MICRO);
  g_assert_cmpuint (count (after, HV_KIND_ROLE), ==, 2);
  g_assert_cmpuint (count (after, HV_KIND_HOURS), ==, 2);
  g_assert_cmpuint (count (after, HV_KIND_TEMPLATE), ==, 4);
  g_assert_cmpuint (count (after, HV_KIND_ORGANISATION), ==, 1);
  const HvRole *first = g_ptr_array_index (hv_roster_list (after, HV_KIND_ROLE), 0);
  g_assert_cmpstr (first->name, ==, "IT-hjælp");
  g_assert_cmpint (first->serves, ==, 1);
  /* They count from ever on, and make a week. */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((const HvTemplate *)g_ptr_array_index (hv_roster_list (after, HV_KIND_TEMPLATE), i))->from, ==,
                     HV_NONE);
  g_autoptr (HvGeneration) generation = hv_generation_new (after, hv_roster_get_from (after), 1, source);
  g_assert_cmpint (generation->n_new, ==, 2);
}

/* The second house uses the roles that are there, and leaves the organisation alone. */
static void
test_second_house (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = people_build (NULL);
  guint organisations = count (roster, HV_KIND_ORGANISATION);
  HvHouseStart start = story ();
  start.name = "Daugård";
  start.roles[0].role = PEOPLE_IT;
  start.roles[1].number = 0;
  HvEdit *edit = hv_house_start_make (roster, NULL, &start, source, &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) after = people_apply (roster, edit);
  g_assert_cmpuint (count (after, HV_KIND_HOUSE), ==, count (roster, HV_KIND_HOUSE) + 1);
  g_assert_cmpuint (count (after, HV_KIND_ROLE), ==, 2);
  g_assert_cmpuint (count (after, HV_KIND_ORGANISATION), ==, MAX (organisations, 1));
}

/* Another answer changes the same house, and nothing of the old answer stays. */
static void
test_answers_change (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) empty = make_empty ();
  HvHouseStart start = story ();
  g_autoptr (HvRoster) first = people_apply (empty, hv_house_start_make (empty, NULL, &start, source, NULL));
  const HvHouse *house = g_ptr_array_index (hv_roster_list (first, HV_KIND_HOUSE), 0);

  start.name = "Tørring";
  start.kind = HV_HOUSE_KIND_REMOTE;
  start.visits = HV_NONE;
  start.open[0] = false;
  start.open[3] = true;
  start.times[3] = (HvTimes){ HOUR (9), HOUR (12) };
  for (gsize i = 0; i < 2; i++)
    start.roles[i].role = ((const HvRecord *)g_ptr_array_index (hv_roster_list (first, HV_KIND_ROLE), i))->id;
  HvEdit *edit = hv_house_start_make (first, house, &start, (HvEditSource){ 9000, { 8 } }, &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) second = people_apply (first, edit);

  g_assert_cmpuint (count (second, HV_KIND_HOUSE), ==, 1);
  const HvHouse *changed = g_ptr_array_index (hv_roster_list (second, HV_KIND_HOUSE), 0);
  g_assert_cmpint (changed->r.id, ==, house->r.id);
  g_assert_cmpstr (changed->name, ==, "Tørring");
  g_assert_cmpint (changed->house_kind, ==, HV_HOUSE_KIND_REMOTE);
  g_assert_cmpint (changed->guess, ==, HV_NONE);
  g_assert_cmpuint (count (second, HV_KIND_HOURS), ==, 1);
  g_assert_cmpuint (count (second, HV_KIND_TEMPLATE), ==, 2);
  g_assert_cmpuint (count (second, HV_KIND_ROLE), ==, 2);
  const HvHours *hours = g_ptr_array_index (hv_roster_list (second, HV_KIND_HOURS), 0);
  g_assert_cmpint (hours->weekday, ==, 4);
}

/* --- what is refused, and how --- */

static void
no_name (HvHouseStart *start)
{
  start->name = "  ";
}

static void
identity_number (HvHouseStart *start)
{
  start->name = "010190-1234";
}

static void
no_day (HvHouseStart *start)
{
  start->open[0] = false;
}

static void
backwards (HvHouseStart *start)
{
  start->times[0] = (HvTimes){ HOUR (13), HOUR (10) };
}

static void
nobody (HvHouseStart *start)
{
  start->roles[0].number = start->roles[1].number = 0;
}

static void
nameless_role (HvHouseStart *start)
{
  start->roles[1].name = "";
}

static void
too_many_visits (HvHouseStart *start)
{
  start->visits = 5000;
}

static void
too_short (HvHouseStart *start)
{
  start->minutes = 1;
}

static void
test_refused (void)
{
  void (*const table[]) (HvHouseStart *) = {
    no_name, identity_number, no_day, backwards, nobody, nameless_role, too_many_visits, too_short,
  };
  g_autoptr (HvRoster) empty = make_empty ();
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      HvHouseStart start = story ();
      table[i](&start);
      g_assert_null (hv_house_start_make (empty, NULL, &start, source, &error));
      g_assert_nonnull (error);
      g_assert_null (hv_house_start_preview (empty, &start, 2026, source));
    }
}

/* --- what it will be like --- */

/* The figures of demand.md: five take 53 visits with a short wait, three do not. */
static void
test_preview (void)
{
  static const struct
  {
    int year;
    int helpers;
    gint64 visits;
    HvLight light;
  } table[] = {
    { 2026, 5, 53, HV_LIGHT_YELLOW }, { 2026, 3, 53, HV_LIGHT_RED }, { 2027, 3, 20, HV_LIGHT_GREEN },
    { 2026, 8, 53, HV_LIGHT_GREEN },  { 2026, 0, 53, HV_LIGHT_RED },
  };
  g_autoptr (HvRoster) empty = make_empty ();
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvHouseStart start = story ();
      start.visits = table[i].visits;
      start.roles[0].number = table[i].helpers;
      g_autoptr (HvRoster) preview = hv_house_start_preview (empty, &start, table[i].year, source);
      g_assert_nonnull (preview);
      g_assert_cmpuint (count (preview, HV_KIND_OPENING), ==, 1);
      g_autoptr (HvOutlook) outlook = hv_outlook_new (preview, NULL);
      const HvOpening *opening = g_ptr_array_index (hv_roster_list (preview, HV_KIND_OPENING), 0);
      const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
      g_assert_nonnull (found);
      g_assert_cmpint (found->light, ==, table[i].light);
    }
}

/* --- the organisation --- */

static void
test_organisation (void)
{
  static const struct
  {
    int of_ten;
    int minutes;
    bool fine;
  } table[] = { { 8, 15, true },   { 10, 0, true },  { 1, 240, true }, { 0, 15, false },
                { 11, 15, false }, { 8, -1, false }, { 8, 241, false } };
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      HvEdit *edit = hv_organisation_edit_set_target (roster, table[i].of_ten, table[i].minutes, people_source, &error);
      g_assert_true ((edit != NULL) == table[i].fine);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = people_apply (roster, edit);
      const HvHouse *house = g_ptr_array_index (hv_roster_list (after, HV_KIND_HOUSE), 0);
      g_assert_cmpfloat_with_epsilon (hv_roster_get_target_share (after, house), table[i].of_ten / 10.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (hv_roster_get_target_minutes (after, house), table[i].minutes, 1e-6);
    }

  g_autoptr (HvRoster) swedish =
      people_apply (roster, hv_organisation_edit_set_country (roster, HV_COUNTRY_SE, people_source));
  g_assert_cmpstr (hv_roster_get_organisation (swedish)->zone, ==, "Europe/Stockholm");
  g_assert_cmpstr (hv_roster_get_organisation (swedish)->language, ==, "sv");
  g_assert_cmpint (hv_organisation_edit_get_country (swedish), ==, HV_COUNTRY_SE);
  g_autoptr (HvRoster) named =
      people_apply (roster, hv_organisation_edit_set_name (roster, " Ældre Sagen ", people_source, NULL));
  g_assert_cmpstr (hv_roster_get_organisation (named)->name, ==, "Ældre Sagen");
  g_autoptr (GError) error = NULL;
  g_assert_null (hv_organisation_edit_set_name (roster, "", people_source, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house-start/first-house", test_first_house);
  g_test_add_func ("/house-start/second-house", test_second_house);
  g_test_add_func ("/house-start/answers-change", test_answers_change);
  g_test_add_func ("/house-start/refused", test_refused);
  g_test_add_func ("/house-start/preview", test_preview);
  g_test_add_func ("/house-start/organisation", test_organisation);
  return g_test_run ();
}
