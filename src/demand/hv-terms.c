/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-terms.h"

#include <math.h>

#define MOST_WEIGHT 1e9

static gsize
count_quarters (const HvDemandTerms *terms)
{
  return (gsize)ceil (terms->length / HV_TERMS_QUARTER - 1e-9);
}

static double
get_quarter_length (const HvDemandTerms *terms, gsize quarter)
{
  return MIN (HV_TERMS_QUARTER, terms->length - (double)quarter * HV_TERMS_QUARTER);
}

/* The weight of a quarter hour: its part of the half hour it lies in. */
static double
get_weight (const HvDemandTerms *terms, gsize quarter)
{
  gsize half = quarter / 2;
  double minutes = get_quarter_length (terms, quarter);
  double half_hour = MIN (HV_TERMS_HALF_HOUR, terms->length - (double)half * HV_TERMS_HALF_HOUR);

  if (terms->profile == NULL)
    return minutes;
  return half < terms->n_profile ? terms->profile[half] * minutes / half_hour : 0;
}

HvWaitingInput
hv_terms_spread (const HvDemandTerms *terms, double visits, double *arrivals)
{
  gsize n = count_quarters (terms);
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += arrivals[i] = get_weight (terms, i);
  for (gsize i = 0; i < n; i++)
    {
      /* A profile that weighs nothing says nothing: flat. */
      double share = total > 0 ? arrivals[i] / total : get_quarter_length (terms, i) / terms->length;
      arrivals[i] = visits * (1 - terms->door) * share;
    }

  return (HvWaitingInput){
    .n_intervals = n,
    .interval_minutes = HV_TERMS_QUARTER,
    .length = terms->length,
    .arrivals = arrivals,
    .crew_after = -1,
    .minutes = terms->minutes,
    .target = terms->target_minutes,
    .door = visits * terms->door,
    .patience = terms->patience,
    .cv = HV_TERMS_DEFAULT_CV,
  };
}

HvWaitingStatus
hv_terms_check (const HvDemandTerms *terms)
{
  if (!(terms->length >= 1 && terms->length <= HV_TERMS_MAX_LENGTH))
    return HV_WAITING_BAD_INTERVALS;
  if (!(terms->target_share >= 0 && terms->target_share <= 1))
    return HV_WAITING_BAD_TARGET;
  if (!(terms->door >= 0 && terms->door <= 1))
    return HV_WAITING_BAD_DOOR;
  if (terms->least < 0 || terms->least > HV_WAITING_MAX_HELPERS)
    return HV_WAITING_BAD_CREW;
  for (gsize i = 0; i < terms->n_profile; i++)
    if (!(terms->profile[i] >= 0 && terms->profile[i] <= MOST_WEIGHT))
      return HV_WAITING_BAD_ARRIVALS;

  /* The other limits are those of the calculation. */
  double arrivals[HV_WAITING_MAX_INTERVALS];
  HvWaitingInput input = hv_terms_spread (terms, 0, arrivals);
  HvCrewStep nobody = { 0, 0 };
  input.crew = &nobody;
  input.n_crew = 1;
  return hv_waiting_check (&input);
}
