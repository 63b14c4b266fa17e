/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <math.h>

void
opening_init (Opening *opening, double visits, double hours, double door_share, int helpers)
{
  gsize n = (gsize)lround (hours * 4);

  for (gsize i = 0; i < n; i++)
    opening->arrivals[i] = visits * (1 - door_share) / (double)n;
  opening->crew[0] = (HvCrewStep){ 0, helpers };
  opening->input = (HvWaitingInput){ .n_intervals = n,
                                     .interval_minutes = 15,
                                     .arrivals = opening->arrivals,
                                     .crew = opening->crew,
                                     .n_crew = 1,
                                     .crew_after = -1,
                                     .minutes = 15,
                                     .target = 15,
                                     .door = visits * door_share,
                                     .cv = 1 };
}

void
opening_set_staff (Opening *opening, const int *staff, gsize n)
{
  for (gsize i = 0; i < n; i++)
    opening->crew[i] = (HvCrewStep){ (double)i * opening->input.interval_minutes, staff[i] };
  opening->input.n_crew = n;
}

HvWaitingResult
opening_solve (const Opening *opening)
{
  HvWaitingResult result = { 0 };
  g_assert_cmpint (hv_waiting_solve (&opening->input, &result), ==, HV_WAITING_OK);
  return result;
}

static int
pick (GRand *rand, int from, int to)
{
  return g_rand_int_range (rand, from, to + 1);
}

static bool
toss (GRand *rand, double chance)
{
  return g_rand_double (rand) < chance;
}

static void
pick_crew (Opening *opening, GRand *rand)
{
  HvWaitingInput *input = &opening->input;
  double length = hv_waiting_get_length (input);
  int base = pick (rand, 0, 6);
  int kind = pick (rand, 0, 3);
  gsize n = 0;

  for (double minute = 0; minute < length; minute += pick (rand, 1, 90) * 0.5)
    {
      int helpers = base;
      if (kind == 1)
        helpers = pick (rand, 0, 6);
      if (kind == 2 && minute > length / 3 && minute < length * 2 / 3)
        helpers = 0;
      if (kind == 3)
        helpers = minute < length / 2 ? base + 2 : MAX (base - 1, 0);
      if (n < G_N_ELEMENTS (opening->crew))
        opening->crew[n++] = (HvCrewStep){ minute, helpers };
    }
  input->n_crew = n;
  input->crew_after = toss (rand, 0.5) ? -1 : pick (rand, 1, 6);
}

void
opening_init_random (Opening *opening, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  HvWaitingInput *input = &opening->input;

  opening_init (opening, 0, pick (rand, 4, 20) * 0.25, 0, 0);
  input->interval_minutes = pick (rand, 2, 6) * 5;
  input->minutes = pick (rand, 8, 40) * 0.5;
  double usual = g_rand_double (rand) * 6 / input->minutes * input->interval_minutes;
  for (gsize i = 0; i < input->n_intervals; i++)
    opening->arrivals[i] = toss (rand, 0.15) ? 0 : usual * g_rand_double_range (rand, 0.3, 1.7);
  pick_crew (opening, rand);
  input->target = pick (rand, 0, 12) * 2.5;
  input->door = toss (rand, 0.3) ? 0 : g_rand_double (rand) * 12;
  input->door_fixed = toss (rand, 0.4);
  input->patience = toss (rand, 0.5) ? 0 : pick (rand, 3, 90);
  input->room = toss (rand, 0.6) ? 0 : pick (rand, 1, 25);
  input->cv = toss (rand, 0.5) ? 1 : g_rand_double (rand);
}

void
check_near (const char *row, const char *figure, double value, double expected, double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_test_fail_printf ("%s: %s is %.9g, not %.9g ± %g", row, figure, value, expected, tolerance);
}

void
check_at_most (const char *row, const char *figure, double value, double limit)
{
  if (!(value <= limit))
    g_test_fail_printf ("%s: %s is %.9g, more than %.9g", row, figure, value, limit);
}

static void
check_sane (const char *row, const char *figure, double value, double most)
{
  if (!(value >= -1e-9 && value <= most))
    g_test_fail_printf ("%s: %s is %g", row, figure, value);
}

void
check_finite (const char *row, const HvWaitingResult *result)
{
  for (gsize i = 0; i < result->n_intervals; i++)
    {
      check_sane (row, "offered load", result->offered_load[i], 1e6);
      check_sane (row, "utilisation", result->utilisation[i], 1);
      check_sane (row, "wait", result->wait_mean[i], HV_WAITING_FOREVER);
      check_sane (row, "late share", result->late_share[i], 1);
      check_sane (row, "queue", result->queue_mean[i], 3000);
      check_sane (row, "inside", result->in_system_end[i], 3000);
    }
  check_sane (row, "visits", result->visits, 2001);
  check_sane (row, "total wait", result->total_wait_mean, HV_WAITING_FOREVER);
  check_sane (row, "total late share", result->total_late_share, 1);
  check_sane (row, "wait at the door", result->door_wait_mean, HV_WAITING_FOREVER);
  check_sane (row, "late share at the door", result->door_late_share, 1);
  check_sane (row, "inside at closing", result->in_system_close, 3000);
  check_sane (row, "waiting at closing", result->waiting_close, 3000);
  check_sane (row, "overtime", result->overtime_mean, HV_WAITING_FOREVER);
  check_sane (row, "overtime over 15", result->overtime_over15, 1);
  check_sane (row, "overtime over 30", result->overtime_over30, 1);
  check_sane (row, "abandoned", result->abandoned, 2001);
  check_sane (row, "lost", result->lost, 2001);
}
