/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <math.h>

/* --- three hours, flat, 15 minutes per visit: what the exact solution says --- */

static const struct
{
  int visits;
  int helpers;
  double door;
  double wait;
  double late;
} known[] = {
  { 53, 4, 0.0, 18.0, 0.42 }, { 53, 4, 0.1, 16.7, 0.41 }, { 53, 4, 0.2, 21.4, 0.51 }, { 53, 5, 0.0, 6.713, 0.17 },
  { 53, 5, 0.1, 5.8, 0.14 },  { 53, 5, 0.2, 8.6, 0.23 },  { 53, 6, 0.0, 2.4, 0.05 },  { 53, 6, 0.1, 2.0, 0.03 },
  { 53, 6, 0.2, 3.7, 0.09 },  { 20, 2, 0.0, 12.8, 0.30 }, { 20, 2, 0.1, 11.9, 0.28 }, { 20, 2, 0.2, 14.0, 0.33 },
  { 20, 3, 0.0, 2.5, 0.06 },  { 20, 3, 0.1, 2.2, 0.05 },  { 20, 3, 0.2, 3.2, 0.08 },  { 17, 2, 0.0, 8.6, 0.21 },
  { 17, 2, 0.1, 7.9, 0.19 },  { 17, 2, 0.2, 9.5, 0.23 },
};

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *row =
          g_strdup_printf ("%d visits, crew %d, %g at the door", known[i].visits, known[i].helpers, known[i].door);
      Opening opening;
      double late;

      opening_init (&opening, known[i].visits, 3, known[i].door, known[i].helpers);
      HvWaitingResult result = opening_solve (&opening);
      check_near (row, "wait", result.total_wait_mean, known[i].wait, known[i].wait == 6.713 ? 0.0005 : 0.05);
      check_near (row, "late share", result.total_late_share, known[i].late, 0.005);
      check_near (row, "visits", result.visits, known[i].visits, 1e-9);

      g_assert_cmpint (hv_waiting_find_late_share (&opening.input, &late), ==, HV_WAITING_OK);
      check_near (row, "late share alone", late, result.total_late_share, 1e-12);
    }
}

/* --- a long day becomes a steady one --- */

static double
erlang_c_wait (double load, int helpers, double minutes)
{
  double term = 1;
  double sum = 0;

  for (int n = 0; n < helpers; n++)
    {
      sum += term;
      term *= load / (n + 1);
    }
  double waits = term / (1 - load / helpers);
  return waits / (sum + waits) * minutes / (helpers - load);
}

static const struct
{
  double load;
  int helpers;
  double minutes;
} steady[] = { { 0.5, 1, 5 }, { 1.6, 2, 15 }, { 2.5, 4, 10 }, { 4.4, 6, 15 }, { 10, 13, 20 } };

/* 192 intervals of an hour, or as many as 2 000 visits fill. */
static void
init_long (Opening *opening, double load, double minutes, int helpers, gsize n)
{
  opening_init (opening, 0, 1, 0, helpers);
  opening->input.interval_minutes = 60;
  opening->input.minutes = minutes;
  opening->input.n_intervals = n;
  for (gsize i = 0; i < n; i++)
    opening->arrivals[i] = load / minutes * 60;
}

static void
test_erlang_c (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steady); i++)
    {
      g_autofree char *row = g_strdup_printf ("load %g, crew %d", steady[i].load, steady[i].helpers);
      double expected = erlang_c_wait (steady[i].load, steady[i].helpers, steady[i].minutes);
      gsize n = (gsize)MIN (192, 2000 / (steady[i].load / steady[i].minutes * 60));
      Opening opening;

      init_long (&opening, steady[i].load, steady[i].minutes, steady[i].helpers, n);
      HvWaitingResult result = opening_solve (&opening);
      check_near (row, "wait in the last hour but one", result.wait_mean[n - 2], expected, 1e-5 * expected);
      check_near (row, "queue", result.queue_mean[n - 1], expected * steady[i].load / steady[i].minutes,
                  1e-5 * expected);
      check_near (row, "utilisation", result.utilisation[n - 1], steady[i].load / steady[i].helpers, 1e-6);
    }
}

/* Room for those being helped only: who comes in between is lost (Erlang B). */
static void
test_erlang_b (void)
{
  double load = 4.4;
  int helpers = 5;
  double blocked = 1;
  Opening opening;

  for (int n = 1; n <= helpers; n++)
    blocked = load * blocked / (n + load * blocked);

  init_long (&opening, load, 15, helpers, 50);
  opening.input.room = helpers;
  HvWaitingResult half = opening_solve (&opening);
  init_long (&opening, load, 15, helpers, 100);
  opening.input.room = helpers;
  HvWaitingResult whole = opening_solve (&opening);

  check_near ("room 5", "lost share", (whole.lost - half.lost) / (50 * load * 4), blocked, 1e-8);
  check_near ("room 5", "wait", whole.total_wait_mean, 0, 0);
  check_near ("room 5", "late share", whole.total_late_share, 0, 0);
}

/* Erlang A: the queue of an overloaded crew with a mean patience of 30 minutes. */
static void
test_erlang_a (void)
{
  Opening opening;

  double load = 53 * 15 / 180.0;
  init_long (&opening, load, 15, 3, 100);
  opening.input.patience = 30;
  HvWaitingResult result = opening_solve (&opening);
  check_near ("patience 30", "queue", result.queue_mean[99], 3.1298408, 1e-7);
  check_near ("patience 30", "wait by Little's law", result.wait_mean[98], 3.1298408 / load * 15, 1e-5);
}

/* --- what comes in goes out --- */

static void
test_conservation (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autofree char *row = g_strdup_printf ("seed %u", seed);
      Opening opening;
      double length;
      double served = 0;
      double gave_up = 0;

      opening_init_random (&opening, seed);
      length = hv_waiting_get_length (&opening.input);
      HvWaitingResult result = opening_solve (&opening);
      check_finite (row, &result);
      for (gsize i = 0; i < result.n_intervals; i++)
        if (opening.input.patience > 0)
          gave_up += result.queue_mean[i] * opening.input.interval_minutes / opening.input.patience;

      /* Busy helpers = utilisation × helper-minutes; one interval may see several crews. */
      for (gsize i = 0; i < result.n_intervals; i++)
        for (gsize j = 0; j < opening.input.n_crew; j++)
          {
            double end = j + 1 < opening.input.n_crew ? opening.crew[j + 1].minute : length;
            double from = MAX (opening.crew[j].minute, (double)i * opening.input.interval_minutes);
            double to = MIN (end, (double)(i + 1) * opening.input.interval_minutes);
            if (to > from)
              served += result.utilisation[i] * opening.crew[j].helpers * (to - from) / opening.input.minutes;
          }
      check_near (row, "inside at closing", result.in_system_close, result.visits - result.lost - served - gave_up,
                  2e-4 * (1 + result.visits));
      check_at_most (row, "given up while open", gave_up, result.abandoned + 1e-9);
      check_at_most (row, "given up or lost", result.abandoned + result.lost, result.visits + 1e-6);
    }
}

/* Little's law over a whole day: the minutes waited are the minutes somebody stood in the
 * queue. Two quiet hours at the end let the queue run empty. */
static void
test_little (void)
{
  Opening opening;
  double queue_minutes = 0;

  opening_init (&opening, 53, 3, 0.1, 4);
  for (gsize i = 12; i < 40; i++)
    opening.arrivals[i] = 0;
  opening.input.n_intervals = 40;
  HvWaitingResult result = opening_solve (&opening);
  for (gsize i = 0; i < result.n_intervals; i++)
    queue_minutes += 15 * result.queue_mean[i];
  check_near ("53 visits, crew 4", "minutes waited", result.total_wait_mean * result.visits, queue_minutes, 1e-3);
}

/* Cutting the day into hours changes nothing. */
static void
test_continue (void)
{
  Opening opening;
  HvChain chain;
  double late[3];

  opening_init (&opening, 53, 3, 0.1, 5);
  HvWaitingResult whole = opening_solve (&opening);

  HvWaitingInput hour = opening.input;
  g_assert_true (hv_waiting_init_chain (&opening.input, &chain));
  for (gsize i = 0; i < 3; i++)
    {
      hour.n_intervals = 4;
      hour.arrivals = opening.arrivals + 4 * i;
      hour.door = i == 0 ? opening.input.door : 0;
      g_assert_cmpint (hv_waiting_continue (&hour, &chain, &late[i]), ==, HV_WAITING_OK);
    }
  check_near ("hour by hour", "inside at closing", hv_chain_get_inside (&chain), whole.in_system_close, 1e-8);
  check_near ("hour by hour", "late share",
              (late[0] * (opening.input.door + 4 * opening.arrivals[0]) + (late[1] + late[2]) * 4 * opening.arrivals[0])
                  / 53,
              whole.total_late_share, 1e-8);
  hv_chain_clear (&chain);
}

/* --- ugly openings --- */

static void
test_nobody_comes (void)
{
  Opening opening;

  opening_init (&opening, 0, 3, 0, 3);
  HvWaitingResult result = opening_solve (&opening);
  check_finite ("0 visits", &result);
  check_near ("0 visits", "wait", result.total_wait_mean, 0, 0);
  check_near ("0 visits", "overtime", result.overtime_mean, 0, 0);
  check_near ("0 visits", "wait somebody would meet", result.wait_mean[5], 0, 0);
}

static void
test_nobody_serves (void)
{
  Opening opening;

  opening_init (&opening, 20, 3, 0.1, 0);
  HvWaitingResult result = opening_solve (&opening);
  check_finite ("crew 0", &result);
  check_near ("crew 0", "wait", result.total_wait_mean, HV_WAITING_FOREVER, 0);
  check_near ("crew 0", "late share", result.total_late_share, 1, 1e-12);
  check_near ("crew 0", "waiting at closing", result.waiting_close, 20, 1e-7);
  check_near ("crew 0", "overtime", result.overtime_mean, HV_WAITING_FOREVER, 0.01);
  check_near ("crew 0", "utilisation", result.utilisation[0], 1, 0);

  /* … but they can give up. */
  opening.input.patience = 30;
  result = opening_solve (&opening);
  check_near ("crew 0, patience 30", "wait", result.total_wait_mean, 30, 1e-6);
  check_near ("crew 0, patience 30", "late share", result.total_late_share, exp (-0.5), 1e-8);
  check_near ("crew 0, patience 30", "abandoned", result.abandoned, 20, 1e-6);
}

/* Nobody for half an hour, then people: who comes in between waits for them. */
static void
test_late_crew (void)
{
  Opening opening;
  const int staff[] = { 0, 0, 40, 40, 40, 40 };

  opening_init (&opening, 6, 1.5, 0, 0);
  opening_set_staff (&opening, staff, G_N_ELEMENTS (staff));
  HvWaitingResult result = opening_solve (&opening);
  check_near ("0 0 40", "wait of the first quarter", result.wait_mean[0], 22.5, 1e-9);
  check_near ("0 0 40", "wait of the second quarter", result.wait_mean[1], 7.5, 1e-9);
  check_near ("0 0 40", "wait of the third quarter", result.wait_mean[2], 0, 1e-9);
  check_near ("0 0 40", "late, first quarter", result.late_share[0], 1, 1e-9);
  check_near ("0 0 40", "late, second quarter", result.late_share[1], 0, 1e-9);
  check_near ("0 0 40", "queue at its longest", result.queue_mean[1], 1.5, 1e-9);
}

/* The crew goes home at closing: who still waits is never helped. */
static void
test_nobody_after_closing (void)
{
  Opening opening;

  opening_init (&opening, 53, 3, 0.1, 5);
  opening.input.crew_after = 0;
  HvWaitingResult result = opening_solve (&opening);
  check_finite ("crew 0 after closing", &result);
  check_near ("crew 0 after closing", "waiting", result.waiting_close, result.in_system_close, 1e-9);
  check_near ("crew 0 after closing", "overtime", result.overtime_mean, HV_WAITING_FOREVER * result.overtime_over15, 1);

  /* Both kinds of 1.85 people wait in vain; the others wait as before. */
  opening.input.crew_after = -1;
  HvWaitingResult stays = opening_solve (&opening);
  check_near ("crew 0 after closing", "wait", result.total_wait_mean,
              stays.waiting_close / 53 * HV_WAITING_FOREVER + stays.total_wait_mean, 10 + stays.total_wait_mean);
}

static void
test_target_zero (void)
{
  Opening opening;

  opening_init (&opening, 20, 3, 0, 3);
  opening.input.target = 0;
  HvWaitingResult result = opening_solve (&opening);
  check_near ("target 0", "late when the house is empty", result.late_share[0], 0.03, 0.03);
  g_assert_cmpfloat (result.total_late_share, >, result.late_share[0]);

  opening_init (&opening, 0.001, 3, 0, 0);
  opening.input.target = 0;
  opening.input.crew_after = 1;
  result = opening_solve (&opening);
  check_near ("target 0, crew 0", "late share", result.total_late_share, 1, 1e-9);
}

/* Forty people at the door of a house for five, which opens for a quarter of an hour. */
static void
test_full_door (void)
{
  Opening opening;

  opening_init (&opening, 0, 0.25, 0, 2);
  opening.input.door = 40;
  opening.input.door_fixed = true;
  HvWaitingResult result = opening_solve (&opening);
  check_near ("40 at the door", "wait", result.total_wait_mean, 15 / 2.0 * (38 * 39 / 2) / 40, 1e-6);
  check_near ("40 at the door", "waiting at closing", result.waiting_close, 36, 0.01);

  opening.input.room = 5;
  result = opening_solve (&opening);
  check_near ("40 at the door, room 5", "lost", result.lost, 35, 1e-9);
  check_near ("40 at the door, room 5", "wait", result.total_wait_mean, 15 / 2.0 * (1 + 2 + 3) / 5, 1e-6);

  opening.input.door_fixed = false;
  result = opening_solve (&opening);
  check_near ("about 40 at the door, room 5", "lost", result.lost, 35, 1e-6);

  opening.input.door_fixed = true;
  opening.input.door = 2.5;
  result = opening_solve (&opening);
  check_near ("two or three at the door", "wait", result.total_wait_mean, 0.5 * 7.5 / 2.5, 1e-9);
}

static void
test_huge (void)
{
  Opening opening;

  opening_init (&opening, 2000, 48, 0, 40);
  HvWaitingResult result = opening_solve (&opening);
  check_finite ("2000 visits in 192 quarters, crew 40", &result);
  check_near ("2000 visits in 192 quarters, crew 40", "wait", result.total_wait_mean, 0, 1e-3);

  opening_init (&opening, 2000, 3, 1, 40);
  result = opening_solve (&opening);
  check_finite ("2000 at the door", &result);
  check_near ("2000 at the door", "wait", result.total_wait_mean, 15 / 40.0 * (1960 * 1961 / 2.0 / 2000), 0.5);

  opening_init (&opening, 2000, 48, 0, 0);
  opening.input.crew_after = 1;
  result = opening_solve (&opening);
  check_finite ("nobody for two days, then one", &result);
  check_near ("nobody for two days, then one", "late share", result.total_late_share, 1, 1e-4);
}

/* The last interval may be short, and steps may lie anywhere. */
static void
test_odd_minutes (void)
{
  Opening opening;

  opening_init (&opening, 20, 3, 0, 2);
  opening.input.n_intervals = 11;
  opening.input.length = 160;
  opening.arrivals[10] = 1;
  opening.crew[1] = (HvCrewStep){ 37.5, 3 };
  opening.crew[2] = (HvCrewStep){ 37.5, 4 };
  opening.crew[3] = (HvCrewStep){ 159.999999, 4 };
  opening.crew[4] = (HvCrewStep){ 500, 0 };
  opening.input.n_crew = 5;
  HvWaitingResult odd = opening_solve (&opening);
  check_finite ("160 minutes", &odd);
  check_near ("160 minutes", "load of the last ten", odd.offered_load[10], 1.5, 1e-9);

  opening.input.n_crew = 2;
  opening.crew[1].helpers = 4;
  HvWaitingResult plain = opening_solve (&opening);
  check_near ("160 minutes", "wait", odd.total_wait_mean, plain.total_wait_mean, 1e-9);
  check_near ("160 minutes", "overtime", odd.overtime_mean, plain.overtime_mean, 1e-9);
}

/* --- limits --- */

typedef void (*Spoil) (Opening *opening);

#define SPOIL(name, change)                   \
  static void spoil_##name (Opening *opening) \
  {                                           \
    change;                                   \
  }

SPOIL (no_interval, opening->input.n_intervals = 0)
SPOIL (many_intervals, opening->input.n_intervals = 193)
SPOIL (no_minutes, opening->input.interval_minutes = 0)
SPOIL (nan_minutes, opening->input.interval_minutes = NAN)
SPOIL (long_interval, opening->input.interval_minutes = 241)
SPOIL (short_length, opening->input.length = 100)
SPOIL (long_length, opening->input.length = 181)
SPOIL (many_visits, opening->arrivals[3] = 1990)
SPOIL (negative_visits, opening->arrivals[3] = -1)
SPOIL (nan_visits, opening->arrivals[3] = NAN)
SPOIL (endless_visits, opening->arrivals[3] = INFINITY)
SPOIL (no_crew, opening->input.n_crew = 0)
SPOIL (late_crew, opening->crew[0].minute = 1)
SPOIL (big_crew, opening->crew[0].helpers = 41)
SPOIL (negative_crew, opening->crew[0].helpers = -1)
SPOIL (big_after, opening->input.crew_after = 41)
SPOIL (negative_after, opening->input.crew_after = -2)
SPOIL (quick_help, opening->input.minutes = 1.9)
SPOIL (slow_help, opening->input.minutes = 241)
SPOIL (negative_target, opening->input.target = -1)
SPOIL (nan_target, opening->input.target = NAN)
SPOIL (negative_door, opening->input.door = -1)
SPOIL (big_door, opening->input.door = 1960)
SPOIL (negative_patience, opening->input.patience = -1)
SPOIL (negative_room, opening->input.room = -1)
SPOIL (negative_cv, opening->input.cv = -0.1)
SPOIL (nothing, opening->input.door = 1947)

static const struct
{
  const char *what;
  Spoil spoil;
  HvWaitingStatus expected;
} limits[] = {
  { "no interval", spoil_no_interval, HV_WAITING_BAD_INTERVALS },
  { "193 intervals", spoil_many_intervals, HV_WAITING_BAD_INTERVALS },
  { "intervals of 0 minutes", spoil_no_minutes, HV_WAITING_BAD_INTERVALS },
  { "intervals of NaN minutes", spoil_nan_minutes, HV_WAITING_BAD_INTERVALS },
  { "intervals of 241 minutes", spoil_long_interval, HV_WAITING_BAD_INTERVALS },
  { "100 of 180 minutes", spoil_short_length, HV_WAITING_BAD_INTERVALS },
  { "181 of 180 minutes", spoil_long_length, HV_WAITING_BAD_INTERVALS },
  { "above 2000 visits", spoil_many_visits, HV_WAITING_BAD_ARRIVALS },
  { "negative visits", spoil_negative_visits, HV_WAITING_BAD_ARRIVALS },
  { "NaN visits", spoil_nan_visits, HV_WAITING_BAD_ARRIVALS },
  { "endless visits", spoil_endless_visits, HV_WAITING_BAD_ARRIVALS },
  { "no crew step", spoil_no_crew, HV_WAITING_BAD_CREW },
  { "crew from minute 1", spoil_late_crew, HV_WAITING_BAD_CREW },
  { "41 helpers", spoil_big_crew, HV_WAITING_BAD_CREW },
  { "−1 helpers", spoil_negative_crew, HV_WAITING_BAD_CREW },
  { "41 after closing", spoil_big_after, HV_WAITING_BAD_CREW_AFTER },
  { "−2 after closing", spoil_negative_after, HV_WAITING_BAD_CREW_AFTER },
  { "1.9 minutes per visit", spoil_quick_help, HV_WAITING_BAD_MINUTES },
  { "241 minutes per visit", spoil_slow_help, HV_WAITING_BAD_MINUTES },
  { "target −1", spoil_negative_target, HV_WAITING_BAD_TARGET },
  { "target NaN", spoil_nan_target, HV_WAITING_BAD_TARGET },
  { "−1 at the door", spoil_negative_door, HV_WAITING_BAD_DOOR },
  { "2013 with the door", spoil_big_door, HV_WAITING_BAD_ARRIVALS },
  { "patience −1", spoil_negative_patience, HV_WAITING_BAD_PATIENCE },
  { "room −1", spoil_negative_room, HV_WAITING_BAD_ROOM },
  { "cv −0.1", spoil_negative_cv, HV_WAITING_BAD_CV },
  { "exactly 2000 with the door", spoil_nothing, HV_WAITING_OK },
};

static void
test_limits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      Opening opening;
      HvWaitingResult result = { .visits = 4711 };
      double late = 4711;

      g_test_message ("%s", limits[i].what);
      opening_init (&opening, 53, 3, 0, 5);
      limits[i].spoil (&opening);
      g_assert_cmpint (hv_waiting_check (&opening.input), ==, limits[i].expected);
      g_assert_cmpint (hv_waiting_solve (&opening.input, &result), ==, limits[i].expected);
      g_assert_cmpint (hv_waiting_find_late_share (&opening.input, &late), ==, limits[i].expected);
      if (limits[i].expected != HV_WAITING_OK)
        {
          g_assert_cmpfloat (result.visits, ==, 4711);
          g_assert_cmpfloat (late, ==, 4711);
        }
    }
}

/* --- more helpers never mean a longer wait, more visits never a shorter one --- */

/* What Simpson's rule may be off by where nothing changes. */
#define NOISE 2e-4

static void
check_not_worse (const char *row, const HvWaitingResult *better, const HvWaitingResult *worse)
{
  check_at_most (row, "wait", better->total_wait_mean, worse->total_wait_mean + NOISE * (1 + worse->total_wait_mean));
  check_at_most (row, "late share", better->total_late_share, worse->total_late_share + NOISE);
  check_at_most (row, "wait at the door", better->door_wait_mean, worse->door_wait_mean * (1 + NOISE) + NOISE);
  check_at_most (row, "waiting at closing", better->waiting_close, worse->waiting_close + NOISE);
  for (gsize i = 0; i < better->n_intervals; i++)
    {
      check_at_most (row, "wait of an interval", better->wait_mean[i],
                     worse->wait_mean[i] + 5 * NOISE * (1 + worse->wait_mean[i]));
      check_at_most (row, "late share of an interval", better->late_share[i], worse->late_share[i] + 5 * NOISE);
      check_at_most (row, "queue", better->queue_mean[i], worse->queue_mean[i] + 5 * NOISE);
    }
}

static void
test_more_helpers (void)
{
  for (guint32 seed = 1000; seed < 1150; seed++)
    {
      g_autofree char *row = g_strdup_printf ("seed %u, one helper more", seed);
      Opening opening;

      opening_init_random (&opening, seed);
      opening.input.room = 0;
      HvWaitingResult fewer = opening_solve (&opening);
      for (gsize i = 0; i < opening.input.n_crew; i++)
        opening.crew[i].helpers++;
      if (opening.input.crew_after >= 0)
        opening.input.crew_after++;
      HvWaitingResult more = opening_solve (&opening);
      check_not_worse (row, &more, &fewer);
    }
}

static void
test_one_more_for_a_while (void)
{
  for (guint32 seed = 2000; seed < 2100; seed++)
    {
      g_autofree char *row = g_strdup_printf ("seed %u, one helper more for a while", seed);
      Opening opening;

      opening_init_random (&opening, seed);
      opening.input.room = 0;
      HvWaitingResult fewer = opening_solve (&opening);
      opening.crew[seed % opening.input.n_crew].helpers++;
      if (opening.input.crew_after < 0 && seed % opening.input.n_crew == opening.input.n_crew - 1)
        continue; /* those on duty at closing stay */
      HvWaitingResult more = opening_solve (&opening);
      check_at_most (row, "wait", more.total_wait_mean, fewer.total_wait_mean + NOISE * (1 + fewer.total_wait_mean));
      check_at_most (row, "late share", more.total_late_share, fewer.total_late_share + NOISE);
    }
}

static void
test_more_visits (void)
{
  for (guint32 seed = 3000; seed < 3150; seed++)
    {
      g_autofree char *row = g_strdup_printf ("seed %u, a tenth more visits", seed);
      Opening opening;

      opening_init_random (&opening, seed);
      opening.input.door_fixed = false;
      opening.input.room = 0;
      HvWaitingResult quiet = opening_solve (&opening);
      for (gsize i = 0; i < opening.input.n_intervals; i++)
        opening.arrivals[i] *= 1.1;
      opening.input.door *= 1.1;
      HvWaitingResult busy = opening_solve (&opening);
      check_not_worse (row, &quiet, &busy);
    }
}

/* In a small room the figures are about those who get in, and more get in late; but never
 * are fewer turned away or fewer left waiting. */
static void
test_more_visits_in_a_room (void)
{
  for (guint32 seed = 4000; seed < 4100; seed++)
    {
      g_autofree char *row = g_strdup_printf ("seed %u, a tenth more visits, room %u", seed, seed % 20 + 1);
      Opening opening;

      opening_init_random (&opening, seed);
      opening.input.room = (int)(seed % 20) + 1;
      HvWaitingResult quiet = opening_solve (&opening);
      for (gsize i = 0; i < opening.input.n_intervals; i++)
        opening.arrivals[i] *= 1.1;
      HvWaitingResult busy = opening_solve (&opening);
      check_at_most (row, "lost", quiet.lost, busy.lost + NOISE);
      check_at_most (row, "waiting at closing", quiet.waiting_close, busy.waiting_close + NOISE);
      check_at_most (row, "wait at the door", quiet.door_wait_mean, busy.door_wait_mean * (1 + NOISE) + NOISE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting/known", test_known);
  g_test_add_func ("/waiting/steady/erlang-c", test_erlang_c);
  g_test_add_func ("/waiting/steady/erlang-b", test_erlang_b);
  g_test_add_func ("/waiting/steady/erlang-a", test_erlang_a);
  g_test_add_func ("/waiting/conservation", test_conservation);
  g_test_add_func ("/waiting/little", test_little);
  g_test_add_func ("/waiting/continue", test_continue);
  g_test_add_func ("/waiting/ugly/nobody-comes", test_nobody_comes);
  g_test_add_func ("/waiting/ugly/nobody-serves", test_nobody_serves);
  g_test_add_func ("/waiting/ugly/late-crew", test_late_crew);
  g_test_add_func ("/waiting/ugly/nobody-after-closing", test_nobody_after_closing);
  g_test_add_func ("/waiting/ugly/target-zero", test_target_zero);
  g_test_add_func ("/waiting/ugly/full-door", test_full_door);
  g_test_add_func ("/waiting/ugly/huge", test_huge);
  g_test_add_func ("/waiting/ugly/odd-minutes", test_odd_minutes);
  g_test_add_func ("/waiting/limits", test_limits);
  g_test_add_func ("/waiting/monotone/more-helpers", test_more_helpers);
  g_test_add_func ("/waiting/monotone/one-more-for-a-while", test_one_more_for_a_while);
  g_test_add_func ("/waiting/monotone/more-visits", test_more_visits);
  g_test_add_func ("/waiting/monotone/more-visits-in-a-room", test_more_visits_in_a_room);
  return g_test_run ();
}
