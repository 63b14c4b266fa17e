/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-need.h"

static const HvDemandTerms usual = {
  .length = 180, .minutes = 15, .target_share = 0.8, .target_minutes = 15, .door = 0.1, .least = 2
};

/* --- the curve --- */

static const struct
{
  double visits;
  double length;
  int hours[4]; /* 0: no such hour */
} curves[] = {
  { 56, 180, { 5, 6, 5 } }, { 21, 180, { 3, 3, 3 } },    { 18, 180, { 2, 3, 2 } },
  { 0, 180, { 2, 2, 2 } },  { 10, 60, { 3 } },           { 10, 50, { 3 } },
  { 0.1, 1, { 2 } },        { 56, 190, { 5, 5, 5, 5 } }, { 2000, 180, { 40, 40, 40 } },
};

static void
test_curve (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      HvDemandTerms terms = usual;
      int hours[HV_NEED_MAX_HOURS] = { 0 };

      g_test_message ("%g visits in %g minutes", curves[i].visits, curves[i].length);
      terms.length = curves[i].length;
      g_assert_cmpint (hv_need_find_curve (&terms, curves[i].visits, hours), ==, HV_WAITING_OK);
      for (gsize j = 0; j < G_N_ELEMENTS (curves[i].hours); j++)
        g_assert_cmpint (hours[j], ==, curves[i].hours[j]);
      for (gsize j = hv_need_count_hours (terms.length); j < HV_NEED_MAX_HOURS; j++)
        g_assert_cmpint (hours[j], ==, 0);
    }
}

/* With the crew of the curve, nobody's hour has too many late, whatever the profile. */
static void
test_curve_is_enough (void)
{
  static const double profile[] = { 5, 5, 3, 3, 2, 2, 0, 0, 4, 4 };
  HvDemandTerms terms = usual;
  int hours[HV_NEED_MAX_HOURS];
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvCrewStep steps[5];
  HvWaitingResult result;

  terms.length = 300;
  terms.profile = profile;
  terms.n_profile = G_N_ELEMENTS (profile);
  g_assert_cmpint (hv_need_find_curve (&terms, 60, hours), ==, HV_WAITING_OK);
  g_assert_cmpint (hours[0], >, hours[2]);

  HvWaitingInput input = hv_terms_spread (&terms, 60, arrivals);
  for (int i = 0; i < 5; i++)
    steps[i] = (HvCrewStep){ 60.0 * i, hours[i] };
  input.crew = steps;
  input.n_crew = 5;
  g_assert_cmpint (hv_waiting_solve (&input, &result), ==, HV_WAITING_OK);

  /* The crew that follows may be smaller: a little more than the fifth is late then. */
  check_at_most ("curve as crew", "late share", result.total_late_share, 0.22);
}

static void
test_long_curve (void)
{
  HvDemandTerms terms = usual;
  int hours[HV_NEED_MAX_HOURS];

  terms.length = HV_TERMS_MAX_LENGTH;
  g_assert_cmpint (hv_need_find_curve (&terms, 500, hours), ==, HV_WAITING_OK);
  for (gsize i = 0; i < HV_NEED_MAX_HOURS; i++)
    g_assert_cmpint (hours[i], >=, 2);
}

/* --- shortages --- */

static const struct
{
  const char *what;
  int hours[3];
  HvCrewStep crew[5];
  gsize n_crew;
  HvShortage expected[3];
  gsize n_expected;
  double helper_hours;
} shortages[] = {
  { "three of five", { 5, 5, 5 }, { { 0, 3 } }, 1, { { 0, 180, 2 } }, 1, 6 },
  { "three of five six five", { 5, 6, 5 }, { { 0, 3 } }, 1, { { 0, 180, 3 } }, 1, 7 },
  { "enough", { 5, 5, 5 }, { { 0, 5 } }, 1, { { 0 } }, 0, 0 },
  { "more than enough", { 5, 6, 5 }, { { 0, 9 } }, 1, { { 0 } }, 0, 0 },
  { "nobody", { 2, 2, 2 }, { { 0, 0 } }, 1, { { 0, 180, 2 } }, 1, 6 },
  { "only the middle", { 3, 4, 3 }, { { 0, 3 } }, 1, { { 60, 120, 1 } }, 1, 1 },
  { "one comes at a quarter to", { 3, 3, 3 }, { { 0, 2 }, { 45, 3 } }, 2, { { 0, 45, 1 } }, 1, 0.75 },
  { "a break at ten past two", { 3, 3, 3 }, { { 0, 3 }, { 70, 2 }, { 85, 3 } }, 3, { { 70, 85, 1 } }, 1, 0.25 },
  { "two breaks",
    { 3, 3, 3 },
    { { 0, 3 }, { 10, 2 }, { 20, 3 }, { 30, 1 }, { 40, 3 } },
    5,
    { { 10, 20, 1 }, { 30, 40, 2 } },
    2,
    0.5 },
  { "one leaves early", { 3, 3, 3 }, { { 0, 3 }, { 170, 2 } }, 2, { { 170, 180, 1 } }, 1, 1 / 6.0 },
  { "after closing does not count", { 3, 3, 3 }, { { 0, 3 }, { 180, 0 } }, 2, { { 0 } }, 0, 0 },
};

static void
test_shortages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortages); i++)
    {
      HvCrew crew = { shortages[i].crew, shortages[i].n_crew, -1 };
      HvShortage found[HV_NEED_MAX_SHORTAGES];

      g_test_message ("%s", shortages[i].what);
      gsize n = hv_need_list_shortages (shortages[i].hours, 180, crew, found);
      g_assert_cmpuint (n, ==, shortages[i].n_expected);
      for (gsize j = 0; j < n; j++)
        {
          g_assert_cmpfloat (found[j].from, ==, shortages[i].expected[j].from);
          g_assert_cmpfloat (found[j].to, ==, shortages[i].expected[j].to);
          g_assert_cmpint (found[j].by, ==, shortages[i].expected[j].by);
        }
      check_near (shortages[i].what, "helper-hours", hv_need_sum_shortage (shortages[i].hours, 180, crew),
                  shortages[i].helper_hours, 1e-9);
    }
}

/* Somebody who goes out every few minutes: the list ends, the last span holds the rest. */
static void
test_many_shortages (void)
{
  static const int hours[] = { 1, 1, 1 };
  HvCrewStep steps[60];
  HvShortage found[HV_NEED_MAX_SHORTAGES];

  for (int i = 0; i < 60; i++)
    steps[i] = (HvCrewStep){ 3.0 * i, i % 2 };
  HvCrew crew = { steps, 60, -1 };
  g_assert_cmpuint (hv_need_list_shortages (hours, 180, crew, found), ==, HV_NEED_MAX_SHORTAGES);
  g_assert_cmpfloat (found[0].to, ==, 3);
  g_assert_cmpfloat (found[HV_NEED_MAX_SHORTAGES - 1].from, ==, 90);
  g_assert_cmpfloat (found[HV_NEED_MAX_SHORTAGES - 1].to, ==, 177);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/need/curve", test_curve);
  g_test_add_func ("/need/curve/is-enough", test_curve_is_enough);
  g_test_add_func ("/need/curve/long", test_long_curve);
  g_test_add_func ("/need/shortages", test_shortages);
  g_test_add_func ("/need/shortages/many", test_many_shortages);
  return g_test_run ();
}
