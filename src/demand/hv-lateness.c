/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-lateness.h"

#include <math.h>
#include <string.h>

/* The queue may grow this much before a pattern is computed again. */
#define SPARE 16

bool
hv_lateness_init (HvLateness *lateness, HvChainRates rates, int size, gsize max_phases)
{
  *lateness = (HvLateness){ .rates = rates, .size = size };
  lateness->value = g_try_new (double, 2 * (gsize)size);
  lateness->phases = g_try_new (HvCrewPhase, max_phases);
  if (lateness->value == NULL || lateness->phases == NULL)
    return false;

  lateness->scratch = lateness->value + size;
  return true;
}

void
hv_lateness_clear (HvLateness *lateness)
{
  g_free (lateness->value);
  g_free (lateness->phases);
  *lateness = (HvLateness){ 0 };
}

static bool
is_same_pattern (const HvLateness *lateness, const HvCrewPhase *phases, gsize n_phases)
{
  if (lateness->n_phases != n_phases)
    return false;

  for (gsize i = 0; i < n_phases; i++)
    if (lateness->phases[i].helpers != phases[i].helpers
        || fabs (lateness->phases[i].minutes - phases[i].minutes) > 1e-9)
      return false;
  return true;
}

/* While nobody leaves and the crew never shrinks, whoever is late has seen all helpers
 * busy all the time: P (Poisson (helped) ≤ a − helpers). */
static void
find_directly (HvLateness *lateness, double helped, int helpers)
{
  /* Terms more than 30 standard deviations below the mean are nothing, and the first
   * of them would be too small for a double. */
  int first = helped > 500 ? (int)MAX (0, helped - 30 * sqrt (helped)) : 0;
  int sign;
  double term = exp ((first > 0 ? first * log (helped) : 0) - helped - lgamma_r (first + 1.0, &sign));
  double below = 0;

  for (int a = 0; a <= lateness->last; a++)
    {
      int k = a - helpers;
      if (k > first)
        term *= helped / k;
      if (k >= first)
        below += term;
      lateness->value[a] = MIN (below, 1.0);
    }
}

static void
find_backward (HvLateness *lateness)
{
  for (int a = 0; a <= lateness->last; a++)
    lateness->value[a] = 1;
  for (gsize i = lateness->n_phases; i-- > 0;)
    hv_chain_rates_carry_back (lateness->rates, lateness->value, lateness->last, lateness->phases[i].helpers,
                               lateness->phases[i].minutes, lateness->scratch);
}

static void
find (HvLateness *lateness)
{
  const HvCrewPhase *phases = lateness->phases;
  bool shrinks = false;
  double helped = 0;

  for (gsize i = 0; i < lateness->n_phases; i++)
    {
      helped += phases[i].minutes * phases[i].helpers * lateness->rates.help;
      shrinks = shrinks || (i > 0 && phases[i].helpers < phases[i - 1].helpers);
    }

  if (lateness->rates.leave > 0 || shrinks)
    find_backward (lateness);
  else
    find_directly (lateness, helped, phases[lateness->n_phases - 1].helpers);
}

const double *
hv_lateness_get (HvLateness *lateness, const HvCrewPhase *phases, gsize n_phases, int last)
{
  bool same = is_same_pattern (lateness, phases, n_phases);
  if (same && lateness->last >= last)
    return lateness->value;

  memcpy (lateness->phases, phases, n_phases * sizeof *phases);
  lateness->n_phases = n_phases;
  lateness->last = MIN (lateness->size - 1, last + SPARE);
  find (lateness);
  return lateness->value;
}
