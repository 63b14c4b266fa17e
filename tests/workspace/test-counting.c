/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-counting.h"
#include "hv-error.h"

static const HvVisit *
find_visit (const HvRoster *roster, HvId house, const char *date)
{
  const HvOpening *opening = hv_roster_find_opening_on (roster, house, day (date), HV_NONE);
  return opening == NULL ? NULL : hv_roster_find_visit (roster, opening->r.id);
}

static HvEdit *
record (const HvRoster *roster, HvId house, const char *date, gint64 start, const HvCountFacts *facts, GError **error)
{
  return hv_counting_record (roster, hv_roster_find_house (roster, house), day (date), start, facts, HV_LANGUAGE_EN,
                             new_source (), error);
}

#define NOT HV_NONE
#define MICRO(n) ((gint64)((n)*HV_MICRO))

/* One fact each, on Monday 4 May in Juelsminde, 10–13. */
static void
test_facts (void)
{
  static const struct
  {
    HvCountFacts facts; /* count, slots, left, wait, minutes, note, special */
    const char *error;  /* NULL: taken */
    gint64 count;
    const char *slots;
  } cases[] = {
    { { 53, NULL, NOT, NOT, NOT, NULL, NOT }, NULL, 53, NULL },
    { { 0, NULL, NOT, NOT, NOT, NULL, NOT }, NULL, 0, NULL },
    { { 100000, NULL, NOT, NOT, NOT, NULL, 0 }, NULL, 100000, NULL },
    { { -1, NULL, NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { 100001, NULL, NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { NOT, "9,11,12", NOT, NOT, NOT, NULL, NOT }, NULL, 32, "9 11 12" },
    { { NOT, "9 11;12", NOT, NOT, NOT, NULL, NOT }, NULL, 32, "9 11 12" },
    { { NOT, "0,0,0,0,0,0", NOT, NOT, NOT, NULL, NOT }, NULL, 0, "0 0 0 0 0 0" },
    { { 40, "9,11,12", NOT, NOT, NOT, NULL, NOT }, NULL, 40, "9 11 12" },
    { { 31, "9,11,12", NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { NOT, "9,-1", NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { NOT, "nine", NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { NOT, "1,1,1,1,1,1,1", NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { NOT, NULL, NOT, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { 53, NULL, 2, MICRO (12.5), MICRO (15), "rørigt", 1 }, NULL, 53, NULL },
    { { 53, NULL, -1, NOT, NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { 53, NULL, NOT, MICRO (-1), NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { 53, NULL, NOT, MICRO (1441), NOT, NULL, NOT }, "bad-input", 0, NULL },
    { { 53, NULL, NOT, NOT, MICRO (-0.5), NULL, NOT }, "bad-input", 0, NULL },
    { { 53, NULL, NOT, NOT, NOT, "cpr 150480-1234", NOT }, "identity-number", 0, NULL },
    { { 53, NULL, NOT, NOT, NOT, "half a letter \xc3", NOT }, "bad-input", 0, NULL },
  };
  g_autoptr (World) world = world_new ();
  world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = record (roster, JUELSMINDE, MONDAY, HV_NONE, &cases[i].facts, &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      g_assert_true ((edit == NULL) == (error != NULL));
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const HvVisit *visit = find_visit (after, JUELSMINDE, MONDAY);
      g_assert_cmpint (visit->count, ==, cases[i].count);
      g_assert_cmpstr (visit->slots, ==, cases[i].slots);
      g_assert_cmpint (visit->left, ==, cases[i].facts.left);
      g_assert_cmpint (visit->wait, ==, cases[i].facts.wait);
      g_assert_cmpint (visit->minutes, ==, cases[i].facts.minutes);
      g_assert_cmpint (visit->special, ==, cases[i].facts.special);
      g_assert_cmpstr (visit->note, ==, cases[i].facts.note);
    }
}

/* Where no week was generated, and where there are two openings. */
static void
test_opening (void)
{
  static const struct
  {
    HvId house;
    const char *day;
    const char *start;
    const char *error;
    const char *opens; /* of the opening that is counted */
  } cases[] = {
    { JUELSMINDE, MONDAY, NULL, NULL, "10:00" },
    { JUELSMINDE, "2026-05-11", NULL, NULL, "10:00" },     /* made */
    { JUELSMINDE, "2026-05-12", NULL, "bad-input", NULL }, /* a Tuesday */
    { ONLINE, MONDAY, NULL, "bad-input", NULL },           /* never any hours */
    { TORRING, WEDNESDAY, NULL, NULL, "10:00" },           /* the first of two */
    { TORRING, WEDNESDAY, "18:00", NULL, "18:00" },
    { TORRING, WEDNESDAY, "17:00", "bad-input", NULL },
    { JUELSMINDE, "2026-05-11", "17:00", "bad-input", NULL },
    { JUELSMINDE, "2026-05-11", "10:00", NULL, "10:00" }, /* made, by its start */
  };
  g_autoptr (World) world = world_new ();
  world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  world_open (world, TORRING, IT, WEDNESDAY, "18:00", "20:00", 1);
  world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
      facts.count = 12;
      gint64 start = cases[i].start == NULL ? HV_NONE : hv_minute_get_of_day (at (cases[i].day, cases[i].start));
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = record (roster, cases[i].house, cases[i].day, start, &facts, &error);
      g_test_message ("%s %s", cases[i].day, cases[i].start == NULL ? "" : cases[i].start);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const GPtrArray *visits = hv_roster_list (after, HV_KIND_VISIT);
      g_assert_cmpuint (visits->len, ==, 1);
      const HvOpening *opening = hv_roster_find_opening (after, ((const HvVisit *)visits->pdata[0])->opening);
      g_assert_cmpint (opening->starts, ==, at (cases[i].day, cases[i].opens));
    }
}

/* What is not said stays; an empty note goes. */
static void
test_second_count (void)
{
  g_autoptr (World) world = world_new ();
  week_count (world, JUELSMINDE, MONDAY, 53);
  g_autoptr (HvRoster) roster = world_end (world);
  HvCountFacts first = { 53, "9 11 12", 2, MICRO (12), MICRO (15), "rørigt", 1 };
  g_autoptr (HvEdit) edit = record (roster, JUELSMINDE, MONDAY, HV_NONE, &first, NULL);
  g_autoptr (HvRoster) once = hv_roster_apply (roster, edit);

  HvCountFacts second = HV_COUNT_FACTS_NOTHING;
  second.count = 54;
  g_autoptr (HvEdit) again = record (once, JUELSMINDE, MONDAY, HV_NONE, &second, NULL);
  g_autoptr (HvRoster) twice = hv_roster_apply (once, again);
  const HvVisit *visit = find_visit (twice, JUELSMINDE, MONDAY);
  g_assert_cmpint (visit->count, ==, 54);
  g_assert_cmpstr (visit->slots, ==, "9 11 12");
  g_assert_cmpint (visit->left, ==, 2);
  g_assert_cmpint (visit->special, ==, 1);
  g_assert_cmpstr (visit->note, ==, "rørigt");

  second.note = "";
  second.count = 31; /* fewer than the half hours add up to */
  g_autoptr (HvEdit) third = record (twice, JUELSMINDE, MONDAY, HV_NONE, &second, NULL);
  g_autoptr (HvRoster) end = hv_roster_apply (twice, third);
  g_assert_null (find_visit (end, JUELSMINDE, MONDAY)->note);
  g_assert_null (find_visit (end, JUELSMINDE, MONDAY)->slots);
}

/* After four Mondays with about fifty. */
static void
test_unusual (void)
{
  static const struct
  {
    int count;
    gint64 special;
    bool asked;
  } cases[] = {
    { 50, HV_NONE, false }, { 62, HV_NONE, false }, { 0, HV_NONE, true },
    { 530, HV_NONE, true }, { 530, 1, false },      { 530, 0, false },
  };
  g_autoptr (World) world = world_new ();
  static const char *const mondays[] = { "2026-04-27", "2026-05-04", "2026-05-11", "2026-05-18" };
  for (gsize i = 0; i < G_N_ELEMENTS (mondays); i++)
    week_count (world, JUELSMINDE, mondays[i], 48 + (int)i);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
      facts.count = cases[i].count;
      facts.special = cases[i].special;
      g_autoptr (HvEdit) edit = record (roster, JUELSMINDE, "2026-06-01", HV_NONE, &facts, NULL);
      g_test_message ("%d", cases[i].count);
      g_assert_cmpuint (edit->warnings->len, ==, cases[i].asked);
      if (cases[i].asked)
        g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).code, ==, "unusual");
    }
}

/* A house that nobody has counted yet knows no usual. */
static void
test_nothing_known (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.count = 530;
  g_autoptr (HvEdit) edit = record (roster, JUELSMINDE, MONDAY, HV_NONE, &facts, NULL);
  g_assert_cmpuint (edit->warnings->len, ==, 0);
}

static void
test_expect (void)
{
  static const struct
  {
    gint64 before;
    gint64 typed;
    const char *error;
    gint64 after;
  } cases[] = {
    { HV_NONE, 53, NULL, 53 },
    { 40, 53, NULL, 53 },
    { 40, 0, NULL, 0 },
    { 40, HV_NONE, NULL, HV_NONE },
    { HV_NONE, HV_NONE, NULL, HV_NONE },
    { 40, -1, "bad-input", 40 },
    { 40, 100001, "bad-input", 40 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
      if (cases[i].before != HV_NONE)
        week_expect (world, shift, (int)cases[i].before);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_counting_expect (roster, hv_roster_find_house (roster, JUELSMINDE), day (MONDAY),
                                                    HV_NONE, cases[i].typed, new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const HvExpectation *typed = hv_roster_find_expectation (after, week_find_opening (after, shift)->r.id);
      g_assert_cmpint (typed == NULL ? HV_NONE : typed->count, ==, cases[i].after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counting/facts", test_facts);
  g_test_add_func ("/counting/opening", test_opening);
  g_test_add_func ("/counting/second-count", test_second_count);
  g_test_add_func ("/counting/unusual", test_unusual);
  g_test_add_func ("/counting/nothing-known", test_nothing_known);
  g_test_add_func ("/counting/expect", test_expect);
  return g_test_run ();
}
