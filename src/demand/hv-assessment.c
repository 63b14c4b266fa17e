/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-assessment.h"

#include "hv-forecast.h"
#include "hv-negative-binomial.h"

#include <math.h>
#include <stdlib.h>

/* Fewer openings than this do not make a forecast one can lean on. */
#define CERTAIN_OPENINGS 3

/* A mean wait as long as the longest opening has no end: some are never helped. */
#define ENDLESS HV_TERMS_MAX_LENGTH

#define HOUR 60.0

/* An input that is within its limits, with its crew as steps. */
typedef struct
{
  const HvDemandInput *input;
  const HvDemandTerms *terms;
  double phi;
  HvCrew crew;
  HvCrewStep *steps;
} Facts;

/* --- the crew over time --- */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  double first = ((const HvCrewStep *)a)->minute;
  double second = ((const HvCrewStep *)b)->minute;
  return (first > second) - (first < second);
}

/* Comings (+1) and goings (−1) by time, with an idle one at opening. */
static gsize
list_comings (const HvDemandInput *input, HvCrewStep *comings)
{
  gsize n = 0;

  comings[n++] = (HvCrewStep){ 0, 0 };
  for (gsize i = 0; i < input->n_crew; i++)
    {
      double from = MAX (input->crew[i].from, 0.0);
      double to = input->crew[i].to;
      if (!(from < to && from < input->terms.length))
        continue;

      comings[n++] = (HvCrewStep){ from, 1 };
      if (to < input->terms.length)
        comings[n++] = (HvCrewStep){ to, -1 };
    }
  qsort (comings, n, sizeof *comings, compare_steps);
  return n;
}

/* Adds the comings up, in place. */
static gsize
add_up (HvCrewStep *steps, gsize n_comings)
{
  gsize n = 0;
  int helpers = 0;

  for (gsize i = 0; i < n_comings; i++)
    {
      helpers += steps[i].helpers;
      if (n > 0 && steps[n - 1].minute == steps[i].minute)
        n--;
      steps[n].minute = steps[i].minute;
      steps[n++].helpers = helpers;
    }
  for (gsize i = 0; i < n; i++)
    steps[i].helpers = MIN (steps[i].helpers, HV_WAITING_MAX_HELPERS);
  return n;
}

static HvWaitingStatus
begin (Facts *facts, const HvDemandInput *input)
{
  HvWaitingStatus status = hv_terms_check (&input->terms);

  *facts = (Facts){ .input = input, .terms = &input->terms };
  if (status != HV_WAITING_OK)
    return status;
  if (input->known && !(isfinite (input->visits) && input->visits >= 0))
    return HV_WAITING_BAD_ARRIVALS;
  if (input->known && input->model == HV_MODEL_QUEUE && input->visits > HV_WAITING_MAX_VISITS)
    return HV_WAITING_BAD_ARRIVALS;
  if (!input->typed && !(isfinite (input->phi) && input->phi >= 0))
    return HV_WAITING_BAD_ARRIVALS;
  if (input->n_crew > (HV_WAITING_MAX_CREW_STEPS - 1) / 2 || input->crew_after > HV_WAITING_MAX_HELPERS)
    return HV_WAITING_BAD_CREW;

  facts->phi = input->typed ? HV_FORECAST_TYPED_PHI : input->phi;
  facts->steps = g_try_new (HvCrewStep, 2 * input->n_crew + 1);
  if (facts->steps == NULL)
    return HV_WAITING_NO_MEMORY;

  gsize n = add_up (facts->steps, list_comings (input, facts->steps));
  facts->crew = (HvCrew){ facts->steps, n, input->crew_after };
  return HV_WAITING_OK;
}

static void
find_extremes (HvCrew crew, int *ret_fewest, int *ret_most)
{
  *ret_fewest = *ret_most = crew.steps[0].helpers;
  for (gsize i = 1; i < crew.n_steps; i++)
    {
      *ret_fewest = MIN (*ret_fewest, crew.steps[i].helpers);
      *ret_most = MAX (*ret_most, crew.steps[i].helpers);
    }
}

/* --- need --- */

static HvWaitingStatus
find_computed_crew (const Facts *facts, HvDemandResult *result)
{
  const HvDemandInput *input = facts->input;

  result->suggested = result->comfortable = -1;
  for (gsize i = 0; i < result->n_hours; i++)
    result->hours[i] = 0;
  if (!input->known || input->model == HV_MODEL_FIXED)
    return HV_WAITING_OK;

  if (input->model == HV_MODEL_GUESTS)
    {
      double helpers = input->guests_per > 0 ? ceil (input->visits / input->guests_per - 1e-9) : 0;
      result->suggested = (int)CLAMP (helpers, facts->terms->least, 1e6);
      result->comfortable = result->suggested;
      return HV_WAITING_OK;
    }

  double visits = hv_crew_get_visits_at_risk (input->visits, facts->phi, HV_CREW_NEEDED_RISK);
  result->suggested = hv_crew_find_needed (facts->terms, input->visits, facts->phi, HV_CREW_NEEDED_RISK);
  result->comfortable = hv_crew_find_needed (facts->terms, input->visits, facts->phi, HV_CREW_COMFORTABLE_RISK);
  return hv_need_find_curve (facts->terms, visits, result->hours);
}

static void
limit_need (const HvDemandInput *input, HvDemandResult *result)
{
  bool fixed = input->wanted >= 0;
  bool flat = fixed || !input->known || input->model != HV_MODEL_QUEUE;

  result->needed = fixed ? input->wanted : MAX (input->minimum, result->suggested);
  for (gsize i = 0; i < result->n_hours; i++)
    result->hours[i] = flat ? result->needed : CLAMP (result->hours[i], input->minimum, result->needed);
}

static HvWaitingStatus
assess_need (const Facts *facts, HvDemandResult *result)
{
  double length = facts->terms->length;

  result->n_hours = hv_need_count_hours (length);
  HvWaitingStatus status = find_computed_crew (facts, result);
  if (status != HV_WAITING_OK)
    return status;

  limit_need (facts->input, result);
  result->n_shortages = hv_need_list_shortages (result->hours, length, facts->crew, result->shortages);
  result->short_hours = hv_need_sum_shortage (result->hours, length, facts->crew);
  return HV_WAITING_OK;
}

/* --- consequences for the visitors --- */

/* A solved opening, and what went in. */
typedef struct
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput input;
  HvWaitingResult waiting;
} Solved;

static HvWaitingStatus
solve (const HvDemandTerms *terms, double visits, HvCrew crew, Solved *solved)
{
  solved->input = hv_terms_spread (terms, MIN (visits, HV_WAITING_MAX_VISITS), solved->arrivals);
  solved->input.crew = crew.steps;
  solved->input.n_crew = crew.n_steps;
  solved->input.crew_after = crew.after;
  return hv_waiting_solve (&solved->input, &solved->waiting);
}

static HvWaitingStatus
solve_constant (const HvDemandTerms *terms, double visits, int helpers, Solved *solved)
{
  HvCrewStep always = { 0, MIN (helpers, HV_WAITING_MAX_HELPERS) };
  return solve (terms, visits, (HvCrew){ &always, 1, -1 }, solved);
}

static double
get_wait (double minutes)
{
  return minutes < ENDLESS ? minutes : HV_WAITING_FOREVER;
}

static double
get_worst_quarter (const HvWaitingResult *waiting, const double *values)
{
  double worst = 0;
  for (gsize i = 0; i < waiting->n_intervals; i++)
    worst = MAX (worst, values[i]);
  return worst;
}

/* Visits and mean wait of those who come in some quarter hours; the first comes with the
 * people at the door. Where nobody comes: what somebody would meet. */
static double
sum_visits (const Solved *solved, gsize first, gsize n)
{
  double visits = first == 0 ? solved->input.door : 0;

  for (gsize i = first; i < MIN (first + n, solved->waiting.n_intervals); i++)
    visits += solved->arrivals[i];
  return visits;
}

static double
find_mean_wait (const Solved *solved, gsize first, gsize n)
{
  const HvWaitingResult *waiting = &solved->waiting;
  double visits = sum_visits (solved, first, n);
  gsize last = MIN (first + n, waiting->n_intervals);
  double sum = first == 0 ? solved->input.door * waiting->door_wait_mean : 0;

  for (gsize i = first; i < last; i++)
    sum += (visits > 0 ? solved->arrivals[i] : 1) * waiting->wait_mean[i];
  return get_wait (sum / (visits > 0 ? visits : (double)(last - first)));
}

static double
sum_over_target (const Solved *solved)
{
  double target = solved->input.target;
  double sum = solved->input.door * MAX (0, solved->waiting.door_wait_mean - target);

  for (gsize i = 0; i < solved->waiting.n_intervals; i++)
    sum += solved->arrivals[i] * MAX (0, solved->waiting.wait_mean[i] - target);
  return sum;
}

static void
report_typical_day (const Solved *solved, HvDemandResult *result)
{
  const HvWaitingResult *waiting = &solved->waiting;
  gsize n = waiting->n_intervals;

  result->wait_mean = get_wait (waiting->total_wait_mean);
  result->late_share = waiting->total_late_share;
  result->wait_last = get_wait (waiting->wait_mean[n - 1]);
  result->wait_worst = get_wait (get_worst_quarter (waiting, waiting->wait_mean));
  result->queue_longest = get_worst_quarter (waiting, waiting->queue_mean);
  result->waiting_close = waiting->waiting_close;
  result->finish = get_wait (waiting->overtime_mean);
  result->over_target = sum_over_target (solved);

  result->wait_worst_hour = 0;
  for (gsize i = 0; i < n; i += 4)
    result->wait_worst_hour = MAX (result->wait_worst_hour, find_mean_wait (solved, i, 4));

  result->n_half_hours = (n + 1) / 2;
  for (gsize i = 0; i < result->n_half_hours; i++)
    {
      result->half_hour_visits[i] = sum_visits (solved, 2 * i, 2);
      result->half_hour_wait[i] = find_mean_wait (solved, 2 * i, 2);
    }
}

/* The crew with one helper fewer all the time, in steps of its own. */
static HvCrew
take_one (HvCrew crew, HvCrewStep *steps)
{
  for (gsize i = 0; i < crew.n_steps; i++)
    steps[i] = (HvCrewStep){ crew.steps[i].minute, MAX (0, crew.steps[i].helpers - 1) };
  return (HvCrew){ steps, crew.n_steps, crew.after > 0 ? crew.after - 1 : crew.after };
}

static HvWaitingStatus
assess_alternatives (const Facts *facts, HvDemandResult *result)
{
  const HvDemandTerms *terms = facts->terms;
  double visits = facts->input->visits;
  Solved other;
  HvWaitingStatus status;

  g_autofree HvCrewStep *steps = g_try_new (HvCrewStep, facts->crew.n_steps);
  if (steps == NULL)
    return HV_WAITING_NO_MEMORY;
  if ((status = solve (terms, visits, take_one (facts->crew, steps), &other)) != HV_WAITING_OK)
    return status;
  result->one_fewer_wait = get_wait (other.waiting.total_wait_mean);

  if ((status = solve_constant (terms, visits, result->needed, &other)) != HV_WAITING_OK)
    return status;
  result->needed_wait = get_wait (other.waiting.total_wait_mean);

  result->busy_visits = visits * hv_negative_binomial_get_busy_factor (facts->phi);
  if ((status = solve (terms, result->busy_visits, facts->crew, &other)) != HV_WAITING_OK)
    return status;
  result->busy_wait = get_wait (other.waiting.total_wait_mean);
  result->busy_waiting_close = other.waiting.waiting_close;

  status = solve_constant (terms, result->busy_visits, result->comfortable, &other);
  if (status == HV_WAITING_OK)
    result->busy_comfortable_wait = get_wait (other.waiting.total_wait_mean);
  return status;
}

static HvWaitingStatus
assess_waiting (const Facts *facts, HvDemandResult *result)
{
  const HvDemandInput *input = facts->input;
  Solved typical;

  result->capacity = result->risk = -1;
  if (input->known)
    {
      result->low = hv_negative_binomial_get_quantile (input->visits, facts->phi, 0.10);
      result->high = hv_negative_binomial_get_quantile (input->visits, facts->phi, 0.90);
    }
  if (input->model != HV_MODEL_QUEUE)
    return HV_WAITING_OK;

  result->capacity = hv_crew_find_capacity (facts->terms, facts->crew);
  if (!input->known)
    return HV_WAITING_OK;

  HvWaitingStatus status = solve (facts->terms, input->visits, facts->crew, &typical);
  if (status != HV_WAITING_OK)
    return status;

  result->waits = true;
  result->risk = hv_crew_get_risk (result->capacity, input->visits, facts->phi);
  report_typical_day (&typical, result);
  return assess_alternatives (facts, result);
}

/* Where nothing is computed the needed number decides. */
static HvLight
find_light (const Facts *facts, const HvDemandResult *result)
{
  HvLightFacts light = { .known = facts->input->known || facts->input->model == HV_MODEL_FIXED,
                         .risk = MAX (result->risk, 0),
                         .worst_wait = result->waits ? result->wait_worst_hour : 0,
                         .fewest = result->fewest,
                         .least = facts->terms->least };

  if (facts->input->model != HV_MODEL_QUEUE)
    light.least = result->needed;
  return hv_light_find (&light);
}

HvWaitingStatus
hv_demand_assess (const HvDemandInput *input, HvDemandResult *ret_result)
{
  Facts facts;
  HvDemandResult result = { 0 };
  HvWaitingStatus status = begin (&facts, input);

  if (status == HV_WAITING_OK)
    status = assess_need (&facts, &result);
  if (status == HV_WAITING_OK)
    status = assess_waiting (&facts, &result);
  if (status == HV_WAITING_OK)
    {
      find_extremes (facts.crew, &result.fewest, &result.most);
      result.uncertain = input->known && !input->typed && input->seen < CERTAIN_OPENINGS;
      result.light = find_light (&facts, &result);
      *ret_result = result;
    }
  g_free (facts.steps);
  return status;
}

HvWaitingStatus
hv_demand_assess_crew (const HvDemandInput *input, int helpers, HvCrewMeaning *ret_meaning)
{
  HvDemandInput other = *input;
  Facts facts;
  Solved solved;

  other.n_crew = 0;
  other.model = HV_MODEL_QUEUE;
  HvWaitingStatus status = begin (&facts, &other);
  g_free (facts.steps);
  if (status == HV_WAITING_OK)
    status = solve_constant (&input->terms, input->visits, helpers, &solved);
  if (status != HV_WAITING_OK)
    return status;

  HvCrewStep always = { 0, helpers };
  HvCrewMeaning meaning = { .helpers = helpers };
  meaning.capacity = hv_crew_find_capacity (&input->terms, (HvCrew){ &always, 1, -1 });
  meaning.risk = hv_crew_get_risk (meaning.capacity, input->visits, facts.phi);
  meaning.wait_mean = get_wait (solved.waiting.total_wait_mean);
  meaning.wait_worst = get_wait (get_worst_quarter (&solved.waiting, solved.waiting.wait_mean));
  meaning.waiting_close = solved.waiting.waiting_close;

  double worst_hour = 0;
  for (gsize i = 0; i < solved.waiting.n_intervals; i += 4)
    worst_hour = MAX (worst_hour, find_mean_wait (&solved, i, 4));
  meaning.light = hv_light_find (&(HvLightFacts){ true, meaning.risk, worst_hour, helpers, input->terms.least });
  *ret_meaning = meaning;
  return HV_WAITING_OK;
}
