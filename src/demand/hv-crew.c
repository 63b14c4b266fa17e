/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-crew.h"

#include "hv-negative-binomial.h"

#include <math.h>

/* A capacity this close to a whole number of visits is that number. */
#define CAPACITY_EXACT 0.001

#define CAPACITY_SHARE 1e-7

/* Shares closer together than this are the same: rounding must not cost a helper. */
#define SAME_SHARE 1e-9

static double
find_late_share (const HvDemandTerms *terms, double visits, HvCrew crew)
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput input = hv_terms_spread (terms, visits, arrivals);
  double late = 1;

  input.crew = crew.steps;
  input.n_crew = crew.n_steps;
  input.crew_after = crew.after;
  return hv_waiting_find_late_share (&input, &late) == HV_WAITING_OK ? late : 1;
}

/* --- capacity --- */

/* Visits the helpers could take if they were never idle. */
static double
get_full_work (const HvDemandTerms *terms, HvCrew crew)
{
  double helper_minutes = 0;

  for (gsize i = 0; i < crew.n_steps; i++)
    {
      double until = i + 1 < crew.n_steps ? MIN (crew.steps[i + 1].minute, terms->length) : terms->length;
      helper_minutes += MAX (0, until - crew.steps[i].minute) * crew.steps[i].helpers;
    }
  return helper_minutes / terms->minutes;
}

/* How far the late share is from what is allowed, stretched so that it is nearly a
 * straight line in the visits. */
static double
get_excess (double late, double allowed)
{
  double share = CLAMP (late, 1e-12, 1 - 1e-12);
  return log (share / (1 - share)) - log (allowed / (1 - allowed));
}

/* The visits between which the capacity lies, and how far each end is from the target. */
typedef struct
{
  double low; /* meets the target */
  double low_excess;
  double high; /* does not */
  double high_excess;
  bool has_low;
  bool has_high;
  bool moved_low; /* the last time */
} Bracket;

/* False position; an end that stays twice counts half (the Illinois rule). */
static void
narrow (Bracket *bracket, double visits, double excess)
{
  bool low = excess <= 0;

  if (low)
    {
      bracket->high_excess *= bracket->has_low && bracket->moved_low ? 0.5 : 1;
      bracket->low = visits;
      bracket->low_excess = excess;
      bracket->has_low = true;
    }
  else
    {
      bracket->low_excess *= bracket->has_high && !bracket->moved_low ? 0.5 : 1;
      bracket->high = visits;
      bracket->high_excess = excess;
      bracket->has_high = true;
    }
  bracket->moved_low = low;
}

static double
get_next_guess (const Bracket *bracket)
{
  if (!bracket->has_high)
    return MIN (bracket->low * 1.25 + 2, bracket->high);
  if (!bracket->has_low)
    return MAX (bracket->high * 0.8 - 1, bracket->high / 2);

  double part = bracket->low_excess / (bracket->low_excess - bracket->high_excess);
  return bracket->low + (bracket->high - bracket->low) * CLAMP (part, 0.001, 0.999);
}

double
hv_crew_find_capacity (const HvDemandTerms *terms, HvCrew crew)
{
  double allowed = 1 - terms->target_share;
  double full_work = get_full_work (terms, crew);
  Bracket bracket = { .low = 0, .high = HV_WAITING_MAX_VISITS };
  double visits = CLAMP (0.95 * full_work, 1, HV_WAITING_MAX_VISITS);

  if (allowed >= 1 - SAME_SHARE)
    return HV_WAITING_MAX_VISITS;
  if (allowed <= SAME_SHARE || full_work <= 0)
    return 0;

  while (bracket.high - bracket.low > CAPACITY_EXACT / 2)
    {
      double late = find_late_share (terms, visits, crew);
      if (fabs (late - allowed) < CAPACITY_SHARE)
        return visits;
      narrow (&bracket, visits, get_excess (late, allowed));
      visits = get_next_guess (&bracket);
    }
  return bracket.low;
}

double
hv_crew_get_risk (double capacity, double visits, double phi)
{
  return 1 - hv_negative_binomial_get_below (visits, phi, floor (capacity + CAPACITY_EXACT));
}

/* --- needed crew --- */

int
hv_crew_find_smallest (int least, int guess, HvCrewIsEnough is_enough, gpointer data)
{
  int helpers = CLAMP (guess, least, HV_WAITING_MAX_HELPERS);

  if (!is_enough (helpers, data))
    {
      do
        helpers++;
      while (helpers <= HV_WAITING_MAX_HELPERS && !is_enough (helpers, data));
      return helpers;
    }
  while (helpers > least && is_enough (helpers - 1, data))
    helpers--;
  return helpers;
}

typedef struct
{
  const HvDemandTerms *terms;
  double visits;
} Need;

static bool
meets_target (int helpers, gpointer data)
{
  const Need *need = data;
  HvCrewStep always = { 0, helpers };
  HvCrew crew = { &always, 1, -1 };

  return find_late_share (need->terms, need->visits, crew) <= 1 - need->terms->target_share + SAME_SHARE;
}

double
hv_crew_get_visits_at_risk (double visits, double phi, double risk)
{
  return MIN (hv_negative_binomial_get_quantile (visits, phi, 1 - risk), HV_WAITING_MAX_VISITS);
}

int
hv_crew_find_needed (const HvDemandTerms *terms, double visits, double phi, double risk)
{
  Need need = { terms, hv_crew_get_visits_at_risk (visits, phi, risk) };
  double load = need.visits * terms->minutes / terms->length;
  int guess = (int)MIN (ceil (load) - 1, (double)HV_WAITING_MAX_HELPERS);

  int helpers = hv_crew_find_smallest (terms->least, guess, meets_target, &need);
  return MIN (helpers, HV_WAITING_MAX_HELPERS);
}

typedef struct
{
  const HvWaitingInput *input;
  double level;
} PlainNeed;

static bool
meets_level (int helpers, gpointer data)
{
  const PlainNeed *need = data;
  HvCrewStep always = { 0, helpers };
  HvWaitingInput input = *need->input;
  double late = 1;

  input.crew = &always;
  input.n_crew = 1;
  input.crew_after = -1;
  return hv_waiting_find_late_share (&input, &late) == HV_WAITING_OK && late <= 1 - need->level + SAME_SHARE;
}

HvWaitingStatus
hv_crew_find_plain_need (const HvWaitingInput *input, double level, int *ret_helpers)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  PlainNeed need = { input, level };
  double visits = input->door;
  for (gsize i = 0; i < input->n_intervals; i++)
    visits += input->arrivals[i];
  int guess = (int)MIN (ceil (visits * input->minutes / hv_waiting_get_length (input)) - 1, 40.0);

  int helpers = hv_crew_find_smallest (0, guess, meets_level, &need);
  *ret_helpers = helpers <= HV_WAITING_MAX_HELPERS ? helpers : -1;
  return HV_WAITING_OK;
}
