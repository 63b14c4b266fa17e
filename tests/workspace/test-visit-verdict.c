/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-visit-verdict.h"

/* 50 visits on each of four Mondays, and then so many on 4 May. */
static HvRoster *
count (int visits, int typed, double wait, const char *closed)
{
  g_autoptr (World) world = world_new ();
  const char *const mondays[] = { "2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27" };
  for (gsize i = 0; i < G_N_ELEMENTS (mondays); i++)
    week_count (world, JUELSMINDE, mondays[i], 50);
  HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  if (visits >= 0)
    week_count (world, JUELSMINDE, MONDAY, visits);
  if (typed >= 0)
    week_expect (world, shift, typed);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvEdit) edit = hv_edit_new ("count", new_source ());
  const HvOpening *opening = week_find_opening (roster, shift);
  const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
  if (visit != NULL && wait >= 0)
    ((HvVisit *)hv_edit_change (edit, visit))->wait = (HvMicro)(wait * HV_MICRO);
  if (closed != NULL)
    hv_set_text (&((HvOpening *)hv_edit_change (edit, opening))->closed, closed);
  return hv_roster_apply (roster, edit);
}

static void
test_judges (void)
{
  static const struct
  {
    int visits; /* −1: not counted */
    int typed;  /* −1: nothing */
    double wait;
    const char *closed;
    const char *said; /* NULL: no verdict */
    const char *words;
  } cases[] = {
    { 50, -1, -1, NULL, "50 came, 50 were expected (31–70)", "as expected" },
    { 31, -1, -1, NULL, "31 came, 50 were expected (31–70)", "as expected" },
    { 70, -1, -1, NULL, "70 came, 50 were expected (31–70)", "as expected" },
    { 30, -1, -1, NULL, "30 came, 50 were expected (31–70)", "fewer than expected" },
    { 71, -1, -1, NULL, "71 came, 50 were expected (31–70)", "more than expected" },
    { 0, -1, -1, NULL, "0 came, 50 were expected (31–70)", "fewer than expected" },
    { 53, 60, -1, NULL, "53 came, 50 were expected (31–70) · your own number: 60", "as expected" },
    { 53, -1, 44, NULL, "53 came, 50 were expected (31–70) · people waited about 45 min", "as expected" },
    { -1, 53, -1, NULL, NULL, NULL },
    { 53, -1, -1, "lokalet optaget", NULL, NULL }, /* closed is no zero, and no surprise */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRoster) roster = count (cases[i].visits, cases[i].typed, cases[i].wait, cases[i].closed);
      g_autoptr (GArray) verdicts = hv_visit_verdict_list (roster, JUELSMINDE, 1);
      const HvVisitVerdict *verdict = verdicts->len == 0 ? NULL : &g_array_index (verdicts, HvVisitVerdict, 0);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (verdict != NULL && verdict->day != day (MONDAY))
        verdict = NULL;
      g_assert_true ((verdict == NULL) == (cases[i].said == NULL));
      if (verdict == NULL)
        continue;
      g_autofree char *said = week_plain (hv_visit_verdict_describe (verdict, HV_LANGUAGE_EN));
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpstr (hv_verdict_get_words (verdict->verdict, HV_LANGUAGE_EN), ==, cases[i].words);
    }
}

/* Latest first; the first count of a house has no forecast before it. */
static void
test_sums_up (void)
{
  g_autoptr (HvRoster) roster = count (90, -1, -1, NULL);
  g_autoptr (GArray) all = hv_visit_verdict_list (roster, JUELSMINDE, 10);
  g_autoptr (GArray) two = hv_visit_verdict_list (roster, JUELSMINDE, 2);
  g_autoptr (GArray) none = hv_visit_verdict_list (roster, TORRING, 10);
  g_autofree char *said = hv_visit_verdict_sum_up (two, HV_LANGUAGE_EN);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_array_index (all, HvVisitVerdict, 0).day, ==, day (MONDAY));
  g_assert_cmpstr (said, ==, "1 of 2 as expected");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-verdict/judges", test_judges);
  g_test_add_func ("/visit-verdict/sums-up", test_sums_up);
  return g_test_run ();
}
