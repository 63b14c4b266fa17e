/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-need.h"

#include <math.h>

#define HOUR 60.0
#define QUARTERS 4

gsize
hv_need_count_hours (double length)
{
  return (gsize)ceil (length / HOUR - 1e-9);
}

/* --- the curve --- */

typedef struct
{
  HvWaitingInput hour;
  double allowed;
  HvWaitingStatus status;
  HvChain before; /* who is inside when the hour begins */
  HvChain trial;
  HvChain after; /* … and when it has ended, with the last crew that was enough */
} Walk;

static void
swap_chains (HvChain *a, HvChain *b)
{
  HvChain kept = *a;
  *a = *b;
  *b = kept;
}

static bool
is_enough_for_hour (int helpers, gpointer data)
{
  Walk *walk = data;
  HvCrewStep always = { 0, helpers };
  double late = 1;

  walk->hour.crew = &always;
  walk->hour.n_crew = 1;
  hv_chain_copy (&walk->trial, &walk->before);
  HvWaitingStatus status = hv_waiting_continue (&walk->hour, &walk->trial, &late);
  if (status != HV_WAITING_OK)
    walk->status = status;

  bool enough = late <= walk->allowed || helpers == HV_WAITING_MAX_HELPERS;
  if (enough)
    swap_chains (&walk->trial, &walk->after);
  return enough;
}

/* The helpers that would be busy all the hour. */
static int
guess_first_hour (const HvWaitingInput *hour)
{
  double come = hour->door;

  for (gsize i = 0; i < hour->n_intervals; i++)
    come += hour->arrivals[i];
  return (int)MIN (come * hour->minutes / HOUR, (double)HV_WAITING_MAX_HELPERS);
}

static HvWaitingStatus
walk_hours (Walk *walk, const HvDemandTerms *terms, const HvWaitingInput *opening, int *hours)
{
  gsize n = hv_need_count_hours (terms->length);
  HvWaitingInput *hour = &walk->hour;

  for (gsize i = 0; i < n; i++)
    {
      hour->n_intervals = MIN (QUARTERS, opening->n_intervals - i * QUARTERS);
      hour->arrivals = opening->arrivals + i * QUARTERS;
      hour->length = MIN (HOUR, terms->length - (double)i * HOUR);
      hour->door = i == 0 ? opening->door : 0;

      int guess = i == 0 ? guess_first_hour (hour) : hours[i - 1];
      hours[i] = hv_crew_find_smallest (terms->least, guess, is_enough_for_hour, walk);
      swap_chains (&walk->before, &walk->after);
    }
  return walk->status;
}

HvWaitingStatus
hv_need_find_curve (const HvDemandTerms *terms, double visits, int *ret_hours)
{
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput opening = hv_terms_spread (terms, visits, arrivals);
  Walk walk = { .hour = opening, .allowed = 1 - terms->target_share + 1e-9 };
  HvWaitingStatus status = HV_WAITING_NO_MEMORY;

  if (hv_waiting_init_chain (&opening, &walk.before) && hv_waiting_init_chain (&opening, &walk.trial)
      && hv_waiting_init_chain (&opening, &walk.after))
    status = walk_hours (&walk, terms, &opening, ret_hours);

  hv_chain_clear (&walk.before);
  hv_chain_clear (&walk.trial);
  hv_chain_clear (&walk.after);
  return status;
}

/* --- shortages --- */

/* A stretch of constant need and crew, and where the next one begins. */
typedef struct
{
  const int *hours;
  double length;
  HvCrew crew;
  gsize step;
  double from;
  double to;
  int by;
} Comparison;

static bool
compare_next (Comparison *comparison)
{
  const HvCrew *crew = &comparison->crew;

  comparison->from = comparison->to;
  if (comparison->from >= comparison->length)
    return false;

  while (comparison->step + 1 < crew->n_steps && crew->steps[comparison->step + 1].minute <= comparison->from)
    comparison->step++;
  gsize hour = (gsize)(comparison->from / HOUR);
  comparison->to = MIN (((double)hour + 1) * HOUR, comparison->length);
  if (comparison->step + 1 < crew->n_steps)
    comparison->to = MIN (comparison->to, crew->steps[comparison->step + 1].minute);
  comparison->by = MAX (0, comparison->hours[hour] - crew->steps[comparison->step].helpers);
  return true;
}

gsize
hv_need_list_shortages (const int *hours, double length, HvCrew crew, HvShortage *ret_shortages)
{
  Comparison comparison = { .hours = hours, .length = length, .crew = crew };
  gsize n = 0;

  while (compare_next (&comparison))
    {
      if (comparison.by == 0)
        continue;

      HvShortage *last = n > 0 ? &ret_shortages[n - 1] : NULL;
      if (last != NULL && (last->to >= comparison.from || n == HV_NEED_MAX_SHORTAGES))
        {
          last->to = comparison.to;
          last->by = MAX (last->by, comparison.by);
        }
      else
        ret_shortages[n++] = (HvShortage){ comparison.from, comparison.to, comparison.by };
    }
  return n;
}

double
hv_need_sum_shortage (const int *hours, double length, HvCrew crew)
{
  Comparison comparison = { .hours = hours, .length = length, .crew = crew };
  double helper_hours = 0;

  while (compare_next (&comparison))
    helper_hours += comparison.by * (comparison.to - comparison.from) / HOUR;
  return helper_hours;
}
