/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The waiting calculation against a Runge–Kutta solution of the same equations, how it
 * grows, and a national week. */

#include "hv-assessment.h"
#include "hv-forecast.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 5
#define HOUSES 600
#define STATES 2600

typedef struct
{
  const char *name;
  double visits;
  double hours;
  int helpers;
  double patience;
} Day;

typedef struct
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvCrewStep crew;
  HvWaitingInput input;
} Opening;

static HvDemandTerms
make_terms (double hours, double patience)
{
  return (HvDemandTerms){ .length = 60 * hours,
                          .minutes = 15,
                          .target_share = 0.8,
                          .target_minutes = 15,
                          .door = 0.1,
                          .patience = patience,
                          .least = 2 };
}

static void
init_opening (Opening *opening, const Day *day)
{
  HvDemandTerms terms = make_terms (day->hours, day->patience);

  opening->input = hv_terms_spread (&terms, day->visits, opening->arrivals);
  opening->crew = (HvCrewStep){ 0, day->helpers };
  opening->input.crew = &opening->crew;
  opening->input.n_crew = 1;
}

/* --- the peer: classical Runge–Kutta on all states, the same mean wait and late share --- */

typedef struct
{
  double arrivals;
  double help;
  double leave;
  int helpers;
  int n;
} Rates;

typedef void (*Slope) (const Rates *rates, const double *y, double *slope);

static double
get_drain (const Rates *rates, int n)
{
  return MIN (n, rates->helpers) * rates->help + MAX (0, n - rates->helpers) * rates->leave;
}

static void
slope_inside (const Rates *rates, const double *p, double *slope)
{
  for (int n = 0; n < rates->n; n++)
    slope[n] = -p[n] * ((n + 1 < rates->n ? rates->arrivals : 0) + get_drain (rates, n))
               + (n > 0 ? p[n - 1] * rates->arrivals : 0)
               + (n + 1 < rates->n ? p[n + 1] * get_drain (rates, n + 1) : 0);
}

static void
slope_wait (const Rates *rates, const double *wait, double *slope)
{
  for (int a = 0; a < rates->n; a++)
    slope[a] = a < rates->helpers
                   ? 0
                   : 1 + get_drain (rates, a) * ((a > 0 ? wait[a - 1] : 0) - wait[a]) - rates->leave * wait[a];
}

static void
step (const Rates *rates, Slope slope, double *y, double minutes)
{
  static double k[4][STATES];
  static double z[STATES];
  static const double part[] = { 0.5, 0.5, 1 };

  slope (rates, y, k[0]);
  for (int i = 1; i < 4; i++)
    {
      for (int n = 0; n < rates->n; n++)
        z[n] = y[n] + minutes * part[i - 1] * k[i - 1][n];
      slope (rates, z, k[i]);
    }
  for (int n = 0; n < rates->n; n++)
    y[n] += minutes / 6 * (k[0][n] + 2 * k[1][n] + 2 * k[2][n] + k[3][n]);
}

/* The mean wait of those who come after opening, with steps short enough to be stable. */
static double
find_wait_by_runge_kutta (const Opening *opening)
{
  const HvWaitingInput *input = &opening->input;
  double length = hv_waiting_get_length (input);
  double visits = input->door + input->arrivals[0] * (double)input->n_intervals;
  Rates rates = { input->arrivals[0] / input->interval_minutes, 1 / input->minutes,
                  input->patience > 0 ? 1 / input->patience : 0, opening->crew.helpers,
                  (int)(visits + 7 * sqrt (visits + 1) + 12) };
  double fastest = rates.arrivals + get_drain (&rates, rates.n);
  gsize n_steps = (gsize)ceil (length * MAX (1, fastest));
  g_autofree double *kept = g_new (double, (n_steps + 1) * (gsize)rates.n);
  double wait[STATES] = { 0 };
  double sum = 0;

  for (int n = 0; n < rates.n; n++)
    kept[n] = exp (n * log (input->door) - input->door - lgamma (n + 1));
  for (gsize i = 0; i < n_steps; i++)
    {
      double *next = kept + (i + 1) * (gsize)rates.n;
      for (int n = 0; n < rates.n; n++)
        next[n] = next[n - rates.n];
      step (&rates, slope_inside, next, length / (double)n_steps);
    }
  for (int a = rates.helpers; a < rates.n; a++)
    wait[a] = (1 + get_drain (&rates, a) * wait[a - 1]) / (get_drain (&rates, a) + rates.leave);
  for (gsize i = n_steps + 1; i-- > 0;)
    {
      for (int n = 0; n < rates.n; n++)
        sum += kept[i * (gsize)rates.n + (gsize)n] * wait[n] * (i == 0 || i == n_steps ? 0.5 : 1);
      step (&rates, slope_wait, wait, length / (double)n_steps);
    }
  return sum / (double)n_steps;
}

static double
find_wait (const Opening *opening)
{
  static HvWaitingResult result;
  double sum = 0;

  if (hv_waiting_solve (&opening->input, &result) != HV_WAITING_OK)
    g_error ("the opening cannot be calculated");
  for (gsize i = 0; i < result.n_intervals; i++)
    sum += result.wait_mean[i];
  return sum / (double)result.n_intervals;
}

/* --- measuring --- */

static int
compare_doubles_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;
  return (one > other) - (one < other);
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles_cb);
  return values[ROUNDS / 2];
}

static double
get_milliseconds_since (clock_t begin)
{
  return 1000.0 * (double)(clock () - begin) / CLOCKS_PER_SEC;
}

static double
measure (double (*find) (const Opening *), const Opening *opening, guint times)
{
  clock_t begin = clock ();
  for (guint i = 0; i < times; i++)
    find (opening);
  return get_milliseconds_since (begin) / times;
}

static void
compare_with_peer (void)
{
  static const Day days[] = {
    { "53 visits, 3 h, crew 5", 53, 3, 5, 0 },   { "20 visits, 3 h, crew 3", 20, 3, 3, 0 },
    { "17 visits, 3 h, crew 1", 17, 3, 1, 0 },   { "53 visits, 3 h, patience 30", 53, 3, 3, 30 },
    { "200 visits, 8 h, crew 7", 200, 8, 7, 0 }, { "2000 visits, 48 h, crew 11", 2000, 48, 11, 0 },
  };

  printf ("demand: milliseconds an opening, CPU time, median of %d\n", ROUNDS);
  printf ("  %-30s %8s %12s %6s   %s\n", "", "ours", "Runge–Kutta", "ratio", "mean waits apart");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint times = (guint)MAX (1, 20000 / (days[i].visits * days[i].hours));
      double ours[ROUNDS], peer[ROUNDS];
      Opening opening;

      init_opening (&opening, &days[i]);
      for (int round = 0; round < ROUNDS; round++)
        {
          ours[round] = measure (find_wait, &opening, times);
          peer[round] = measure (find_wait_by_runge_kutta, &opening, MAX (1, times / 8));
        }
      double our = get_median (ours), theirs = get_median (peer);
      printf ("  %-30s %8.3f %12.3f %6.1f   %.4f min\n", days[i].name, our, theirs, theirs / our,
              fabs (find_wait (&opening) - find_wait_by_runge_kutta (&opening)));
    }
}

static void
show_growth (void)
{
  static const Day days[] = {
    { "25 visits", 25, 3, 3, 0 },    { "50 visits", 50, 3, 5, 0 },    { "100 visits", 100, 3, 9, 0 },
    { "200 visits", 200, 3, 18, 0 }, { "400 visits", 400, 3, 35, 0 }, { "3 hours, 17 an hour", 51, 3, 5, 0 },
    { "6 hours", 102, 6, 5, 0 },     { "12 hours", 204, 12, 5, 0 },   { "24 hours", 408, 24, 5, 0 },
  };
  double before = 0;

  printf ("\n  growth: twice as many visits with the crew for them; twice as many hours\n");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double times[ROUNDS];
      Opening opening;

      init_opening (&opening, &days[i]);
      for (int round = 0; round < ROUNDS; round++)
        times[round] = measure (find_wait, &opening, 20);
      double now = get_median (times);
      if (i == 0 || i == 5)
        printf ("  %-30s %8.3f\n", days[i].name, now);
      else
        printf ("  %-30s %8.3f   × %.1f\n", days[i].name, now, now / before);
      before = now;
    }
}

/* --- a national week --- */

typedef struct
{
  double hours;
  double visits;
  int helpers;
} NationalOpening;

/* 600 houses that open once or twice a week, a few of them large. */
static GArray *
make_week (double *ret_visits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  GArray *week = g_array_new (FALSE, FALSE, sizeof (NationalOpening));

  *ret_visits = 0;
  for (int house = 0; house < HOUSES; house++)
    for (int opening = g_rand_int_range (rand, 1, 10) < 4 ? 1 : 0; opening < 2; opening++)
      {
        double visits = floor (1 + 16.7 * -log (1 - g_rand_double (rand)));
        NationalOpening next = { g_rand_int_range (rand, 4, 9) * 0.5, MIN (visits, 120), (int)(visits / 12) + 1 };
        g_array_append_val (week, next);
        *ret_visits += next.visits;
      }
  return week;
}

static double
solve_week (const GArray *week)
{
  clock_t begin = clock ();
  for (guint i = 0; i < week->len; i++)
    {
      const NationalOpening *next = &g_array_index (week, NationalOpening, i);
      Day day = { "", next->visits, next->hours, next->helpers, 0 };
      Opening opening;
      init_opening (&opening, &day);
      find_wait (&opening);
    }
  return get_milliseconds_since (begin);
}

/* Needed and comfortable crew, need curve, capacity and risk. */
static double
staff_week (const GArray *week)
{
  clock_t begin = clock ();
  for (guint i = 0; i < week->len; i++)
    {
      const NationalOpening *next = &g_array_index (week, NationalOpening, i);
      HvDemandTerms terms = make_terms (next->hours, 0);
      HvCrewStep always = { 0, next->helpers };
      int hours[HV_NEED_MAX_HOURS];

      hv_crew_find_needed (&terms, next->visits, 0.1, HV_CREW_NEEDED_RISK);
      hv_crew_find_needed (&terms, next->visits, 0.1, HV_CREW_COMFORTABLE_RISK);
      hv_need_find_curve (&terms, hv_crew_get_visits_at_risk (next->visits, 0.1, HV_CREW_NEEDED_RISK), hours);
      hv_crew_get_risk (hv_crew_find_capacity (&terms, (HvCrew){ &always, 1, -1 }), next->visits, 0.1);
    }
  return get_milliseconds_since (begin);
}

static double
assess_week (const GArray *week)
{
  HvCrewSpan spans[HV_WAITING_MAX_HELPERS];
  clock_t begin;

  for (int i = 0; i < HV_WAITING_MAX_HELPERS; i++)
    spans[i] = (HvCrewSpan){ -30, 2000 };
  begin = clock ();
  for (guint i = 0; i < week->len; i++)
    {
      const NationalOpening *next = &g_array_index (week, NationalOpening, i);
      HvDemandInput input = { .model = HV_MODEL_QUEUE,
                              .terms = make_terms (next->hours, 0),
                              .known = true,
                              .visits = next->visits,
                              .typed = true,
                              .crew = spans,
                              .n_crew = (gsize)next->helpers,
                              .crew_after = -1,
                              .wanted = -1 };
      HvDemandResult result;
      if (hv_demand_assess (&input, &result) != HV_WAITING_OK)
        g_error ("the opening cannot be assessed");
    }
  return get_milliseconds_since (begin);
}

/* A year of counts of every house, and a forecast from them. */
static double
forecast_week (const GArray *week)
{
  clock_t begin = clock ();
  for (guint i = 0; i < week->len; i++)
    {
      HvForecast forecast = hv_forecast_init (0);
      for (int counted = 0; counted < 52; counted++)
        {
          hv_forecast_begin_week (&forecast);
          hv_forecast_observe (&forecast, (HvForecastDay){ 1, 1, 1 },
                               g_array_index (week, NationalOpening, i).visits + counted % 7);
        }
      hv_forecast_expect (&forecast, (HvForecastDay){ 1, 1, 1 }, 1);
    }
  return get_milliseconds_since (begin);
}

static void
show_national_week (void)
{
  static const struct
  {
    const char *name;
    double (*run) (const GArray *week);
    double allowed;
  } jobs[] = {
    { "solve", solve_week, 1000 },
    { "crew, curve, capacity and risk", staff_week, 3000 },
    { "everything on every opening", assess_week, 3000 },
    { "forecasts from a year of counts", forecast_week, 1000 },
  };
  double visits;
  g_autoptr (GArray) week = make_week (&visits);

  printf ("\n  a week of %d houses, %u openings, %.0f visits: milliseconds\n", HOUSES, week->len, visits);
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      double times[ROUNDS];
      for (int round = 0; round < ROUNDS; round++)
        times[round] = jobs[i].run (week);
      printf ("  %-30s %8.0f   target %.0f\n", jobs[i].name, get_median (times), jobs[i].allowed);
    }
}

int
main (void)
{
  compare_with_peer ();
  show_growth ();
  show_national_week ();
  return 0;
}
