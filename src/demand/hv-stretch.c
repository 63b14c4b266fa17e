/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-stretch.h"

#include <stdlib.h>

/* Moments closer together than this are one. */
#define SAME_MINUTE 1e-9

static double
get_interval_end (const HvWaitingInput *input, gsize interval)
{
  return MIN ((double)(interval + 1) * input->interval_minutes, hv_waiting_get_length (input));
}

double
hv_waiting_get_interval_length (const HvWaitingInput *input, gsize interval)
{
  return get_interval_end (input, interval) - (double)interval * input->interval_minutes;
}

static void
list_steps (HvStretches *stretches, const HvWaitingInput *input)
{
  HvCrewStep *steps = stretches->steps;
  double length = hv_waiting_get_length (input);
  gsize n = 0;

  for (gsize i = 0; i < input->n_crew && input->crew[i].minute < length - SAME_MINUTE; i++)
    {
      if (n > 0 && input->crew[i].minute - steps[n - 1].minute < SAME_MINUTE)
        n--;
      if (n == 0 || steps[n - 1].helpers != input->crew[i].helpers)
        steps[n++] = input->crew[i];
    }
  steps[0].minute = 0;

  int last = steps[n - 1].helpers;
  int after = input->crew_after >= 0 ? input->crew_after : last;
  if (after != last)
    steps[n++] = (HvCrewStep){ length, after };
  stretches->n_steps = n;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;
  return (first > second) - (first < second);
}

static void
list_ends (const HvStretches *stretches, const HvWaitingInput *input, double *ends)
{
  gsize n = 0;

  for (gsize i = 0; i < input->n_intervals; i++)
    ends[n++] = get_interval_end (input, i);
  for (gsize i = 1; i < stretches->n_steps; i++)
    {
      ends[n++] = stretches->steps[i].minute;
      ends[n++] = stretches->steps[i].minute - input->target;
    }
  qsort (ends, n, sizeof *ends, compare_minutes);
}

static void
cut (HvStretches *stretches, const HvWaitingInput *input, const double *ends, gsize n_ends)
{
  const HvCrewStep *steps = stretches->steps;
  gsize n_steps = stretches->n_steps;
  gsize interval = 0;
  gsize next = 1;
  double from = 0;

  for (gsize i = 0; i < n_ends; i++)
    {
      double to = ends[i];
      if (to - from < SAME_MINUTE)
        continue;

      while (get_interval_end (input, interval) < from + SAME_MINUTE)
        interval++;
      while (next < n_steps && steps[next].minute < from + SAME_MINUTE)
        next++;

      HvStretch *stretch = &stretches->stretches[stretches->n_stretches++];
      *stretch = (HvStretch){ .from = from, .to = to, .interval = interval, .next_change = next };
      stretch->arrivals = input->arrivals[interval] / hv_waiting_get_interval_length (input, interval);
      stretch->helpers = steps[next - 1].helpers;
      while (next + stretch->n_changes < n_steps
             && steps[next + stretch->n_changes].minute < (from + to) / 2 + input->target)
        stretch->n_changes++;
      from = to;
    }
}

bool
hv_stretches_init (HvStretches *stretches, const HvWaitingInput *input)
{
  *stretches = (HvStretches){ .target = input->target };
  stretches->steps = g_try_new (HvCrewStep, input->n_crew + 1);
  if (stretches->steps == NULL)
    return false;
  list_steps (stretches, input);

  gsize n_ends = input->n_intervals + 2 * (stretches->n_steps - 1);
  g_autofree double *ends = g_try_new (double, n_ends);
  stretches->stretches = g_try_new (HvStretch, n_ends);
  if (ends == NULL || stretches->stretches == NULL)
    return false;

  list_ends (stretches, input, ends);
  cut (stretches, input, ends, n_ends);
  return true;
}

void
hv_stretches_clear (HvStretches *stretches)
{
  g_free (stretches->steps);
  g_free (stretches->stretches);
  *stretches = (HvStretches){ 0 };
}

int
hv_stretches_get_crew_after (const HvStretches *stretches)
{
  return stretches->steps[stretches->n_steps - 1].helpers;
}

gsize
hv_stretches_list_phases (const HvStretches *stretches, const HvStretch *stretch, double moment, HvCrewPhase *phases)
{
  const HvCrewStep *change = stretches->steps + stretch->next_change;
  double deadline = moment + stretches->target;
  int helpers = stretch->helpers;

  for (gsize i = 0; i < stretch->n_changes; i++, change++)
    {
      double until = CLAMP (change->minute, moment, deadline);
      phases[i] = (HvCrewPhase){ until - moment, helpers };
      helpers = change->helpers;
      moment = until;
    }
  phases[stretch->n_changes] = (HvCrewPhase){ deadline - moment, helpers };
  return stretch->n_changes + 1;
}
