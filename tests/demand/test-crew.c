/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-crew.h"

#include <math.h>

static const HvDemandTerms usual = {
  .length = 180, .minutes = 15, .target_share = 0.8, .target_minutes = 15, .door = 0.1, .least = 2
};

static double
find_capacity (const HvDemandTerms *terms, int helpers)
{
  HvCrewStep always = { 0, helpers };
  return hv_crew_find_capacity (terms, (HvCrew){ &always, 1, -1 });
}

/* --- capacity --- */

static void
test_capacity (void)
{
  static const int visits[] = { 0, 5, 17, 30, 43, 57, 71, 84 };

  for (int helpers = 0; helpers < (int)G_N_ELEMENTS (visits); helpers++)
    {
      g_autofree char *row = g_strdup_printf ("crew %d", helpers);
      check_near (row, "capacity", find_capacity (&usual, helpers), visits[helpers], 0.5);
    }
}

/* At its capacity a crew just meets the target. */
static void
test_capacity_meets_target (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      HvDemandTerms terms = usual;
      Opening opening;
      double arrivals[HV_WAITING_MAX_INTERVALS];
      double late;

      opening_init_random (&opening, seed);
      terms.length = hv_waiting_get_length (&opening.input);
      terms.minutes = opening.input.minutes;
      terms.target_minutes = opening.input.target;
      terms.target_share = 0.5 + 0.01 * seed;
      HvCrew crew = { opening.crew, opening.input.n_crew, opening.input.crew_after };
      double capacity = hv_crew_find_capacity (&terms, crew);

      HvWaitingInput input = hv_terms_spread (&terms, MAX (capacity, 0.01), arrivals);
      input.crew = crew.steps;
      input.n_crew = crew.n_steps;
      input.crew_after = crew.after;
      g_assert_cmpint (hv_waiting_find_late_share (&input, &late), ==, HV_WAITING_OK);
      g_autofree char *row = g_strdup_printf ("seed %u, capacity %g", seed, capacity);
      if (capacity > 0.01 && capacity < HV_WAITING_MAX_VISITS)
        check_near (row, "late share", late, 1 - terms.target_share, 1e-4);
      else if (capacity < HV_WAITING_MAX_VISITS)
        g_assert_cmpfloat (late, >, 1 - terms.target_share - 1e-4);
    }
}

static void
test_capacity_ugly (void)
{
  HvDemandTerms terms = usual;

  terms.target_share = 1;
  check_near ("nobody may be late", "capacity", find_capacity (&terms, 5), 0, 0);
  terms.target_share = 0;
  check_near ("everybody may be late", "capacity", find_capacity (&terms, 1), HV_WAITING_MAX_VISITS, 0);
  terms = usual;
  terms.length = HV_TERMS_MAX_LENGTH;
  check_near ("40 helpers for 48 hours", "capacity", find_capacity (&terms, 40), HV_WAITING_MAX_VISITS, 0);
  terms = usual;
  terms.target_minutes = 0;
  g_assert_cmpfloat (find_capacity (&terms, 3), <, find_capacity (&usual, 3));
  g_assert_cmpfloat (find_capacity (&terms, 3), >, 5);
  terms.length = 1;
  g_assert_cmpfloat (find_capacity (&terms, 3), >, 0.1);

  /* Nobody in the first hour: too many are late already. */
  HvCrewStep late[] = { { 0, 0 }, { 60, 5 } };
  check_near ("nobody for an hour", "capacity", hv_crew_find_capacity (&usual, (HvCrew){ late, 2, -1 }), 0, 0.01);
}

/* --- risk and need --- */

static const struct
{
  double visits;
  int helpers;
  int percent;
} risks[] = {
  { 53, 3, 91 }, { 53, 4, 67 }, { 53, 5, 38 }, { 53, 6, 16 }, { 20, 2, 59 },
  { 20, 3, 10 }, { 17, 1, 98 }, { 17, 2, 43 }, { 17, 3, 4 },  { 0, 1, 0 },
};

static void
test_risk (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (risks); i++)
    {
      g_autofree char *row = g_strdup_printf ("%g visits, crew %d", risks[i].visits, risks[i].helpers);
      double risk = hv_crew_get_risk (find_capacity (&usual, risks[i].helpers), risks[i].visits, 0.10);
      check_near (row, "risk", 100 * risk, risks[i].percent, 0.51);
    }
}

static const struct
{
  double visits;
  int needed;
  int comfortable;
} needs[] = { { 53, 5, 6 }, { 20, 3, 3 }, { 17, 3, 3 }, { 0, 2, 2 }, { 2000, 40, 40 } };

static void
test_needed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_test_message ("%g visits", needs[i].visits);
      g_assert_cmpint (hv_crew_find_needed (&usual, needs[i].visits, 0.10, HV_CREW_NEEDED_RISK), ==, needs[i].needed);
      g_assert_cmpint (hv_crew_find_needed (&usual, needs[i].visits, 0.10, HV_CREW_COMFORTABLE_RISK), ==,
                       needs[i].comfortable);
    }

  HvDemandTerms terms = usual;
  terms.minutes = 18;
  g_assert_cmpint (hv_crew_find_needed (&terms, 53, 0.10, HV_CREW_NEEDED_RISK), ==, 6);
  terms.minutes = 15;
  terms.least = 7;
  g_assert_cmpint (hv_crew_find_needed (&terms, 53, 0.10, HV_CREW_NEEDED_RISK), ==, 7);
}

/* Needed is where the risk crosses its limit, and grows with the visits. */
static void
test_needed_is_smallest (void)
{
  int before = 0;

  for (double visits = 0; visits <= 120; visits += 4)
    {
      int needed = hv_crew_find_needed (&usual, visits, 0.10, HV_CREW_NEEDED_RISK);
      double risk = hv_crew_get_risk (find_capacity (&usual, needed), visits, 0.10);
      double risk_below = hv_crew_get_risk (find_capacity (&usual, needed - 1), visits, 0.10);

      g_test_message ("%g visits, needed %d", visits, needed);
      g_assert_cmpfloat (risk, <=, HV_CREW_NEEDED_RISK);
      g_assert_true (needed == usual.least || risk_below > HV_CREW_NEEDED_RISK);
      g_assert_cmpint (needed, >=, before);
      g_assert_cmpint (needed, <=, hv_crew_find_needed (&usual, visits, 0.10, HV_CREW_COMFORTABLE_RISK));
      before = needed;
    }
}

/* A larger crew never has a smaller capacity, so never a higher risk. */
static void
test_capacity_grows (void)
{
  for (guint seed = 0; seed < 30; seed++)
    {
      HvDemandTerms terms = usual;
      Opening opening;
      double before = 0;

      opening_init_random (&opening, 500 + seed);
      terms.length = hv_waiting_get_length (&opening.input);
      terms.minutes = opening.input.minutes;
      terms.target_minutes = opening.input.target;
      terms.patience = opening.input.patience;
      terms.door = 0.02 * seed;
      for (int more = 0; more < 4; more++)
        {
          HvCrew crew = { opening.crew, opening.input.n_crew, -1 };
          double capacity = hv_crew_find_capacity (&terms, crew);
          g_test_message ("seed %u, %d more: capacity %g", seed, more, capacity);
          g_assert_cmpfloat (capacity, >=, before - 0.001);
          before = capacity;
          for (gsize i = 0; i < opening.input.n_crew; i++)
            opening.crew[i].helpers++;
        }
    }
}

/* --- the plain rule --- */

static const struct
{
  double hours;
  double minutes;
  double door;
  double target_share;
  double target;
} settings[] = {
  { 3, 15, 0, 0.8, 15 },     { 3, 15, 0.1, 0.9, 20 }, { 3.5, 15, 0, 0.8, 10 },
  { 2.5, 15, 0.1, 0.8, 20 }, { 4, 15, 0.2, 0.8, 10 }, { 2, 10, 0, 0.8, 10 },
};

/* Six ways to come to the 5 / 3 / 3 helpers that were chosen for 53 / 20 / 17 visits. */
static void
test_plain_need (void)
{
  static const int visits[] = { 53, 20, 17 };
  static const int helpers[] = { 5, 3, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (visits); j++)
      {
        Opening opening;
        int needed = 0;

        g_test_message ("%g hours, %d visits", settings[i].hours, visits[j]);
        opening_init (&opening, visits[j], settings[i].hours, settings[i].door, 0);
        opening.input.minutes = settings[i].minutes;
        opening.input.target = settings[i].target;
        g_assert_cmpint (hv_crew_find_plain_need (&opening.input, settings[i].target_share, &needed), ==,
                         HV_WAITING_OK);
        g_assert_cmpint (needed, ==, helpers[j]);
      }
}

static void
test_plain_need_ugly (void)
{
  Opening opening;
  int needed = 4711;

  opening_init (&opening, 0, 3, 0, 3);
  g_assert_cmpint (hv_crew_find_plain_need (&opening.input, 0.8, &needed), ==, HV_WAITING_OK);
  g_assert_cmpint (needed, ==, 0);

  opening_init (&opening, 2000, 3, 0, 3);
  g_assert_cmpint (hv_crew_find_plain_need (&opening.input, 0.8, &needed), ==, HV_WAITING_OK);
  g_assert_cmpint (needed, ==, -1);

  opening_init (&opening, 53, 3, 0.1, 3);
  g_assert_cmpint (hv_crew_find_plain_need (&opening.input, 0, &needed), ==, HV_WAITING_OK);
  g_assert_cmpint (needed, ==, 0);
  g_assert_cmpint (hv_crew_find_plain_need (&opening.input, 1, &needed), ==, HV_WAITING_OK);
  g_assert_cmpint (needed, >, 10);

  needed = 4711;
  opening.input.minutes = 1;
  g_assert_cmpint (hv_crew_find_plain_need (&opening.input, 0.8, &needed), ==, HV_WAITING_BAD_MINUTES);
  g_assert_cmpint (needed, ==, 4711);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crew/capacity", test_capacity);
  g_test_add_func ("/crew/capacity/meets-target", test_capacity_meets_target);
  g_test_add_func ("/crew/capacity/ugly", test_capacity_ugly);
  g_test_add_func ("/crew/capacity/grows", test_capacity_grows);
  g_test_add_func ("/crew/risk", test_risk);
  g_test_add_func ("/crew/needed", test_needed);
  g_test_add_func ("/crew/needed/smallest", test_needed_is_smallest);
  g_test_add_func ("/crew/plain-need", test_plain_need);
  g_test_add_func ("/crew/plain-need/ugly", test_plain_need_ugly);
  return g_test_run ();
}
