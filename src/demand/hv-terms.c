/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-terms.h"

#include <math.h>

static bool
is_within (double value, double low, double high)
{
  return isfinite (value) && value >= low && value <= high;
}

HvWaitingStatus
hv_terms_check (const HvDemandTerms *terms)
{
  if (!is_within (terms->length, 1, HV_TERMS_MAX_LENGTH))
    return HV_WAITING_BAD_INTERVALS;
  if (!is_within (terms->minutes, HV_WAITING_MIN_MINUTES, HV_WAITING_MAX_MINUTES))
    return HV_WAITING_BAD_MINUTES;
  if (!is_within (terms->target_share, 0, 1) || !is_within (terms->target_minutes, 0, HV_WAITING_MAX_TARGET))
    return HV_WAITING_BAD_TARGET;
  if (!is_within (terms->door, 0, 1))
    return HV_WAITING_BAD_DOOR;
  if (!is_within (terms->patience, 0, HV_WAITING_MAX_PATIENCE))
    return HV_WAITING_BAD_PATIENCE;
  if (terms->least < 0 || terms->least > HV_WAITING_MAX_HELPERS)
    return HV_WAITING_BAD_CREW;

  for (gsize i = 0; i < terms->n_profile; i++)
    if (!is_within (terms->profile[i], 0, 1e9))
      return HV_WAITING_BAD_ARRIVALS;
  return HV_WAITING_OK;
}

gsize
hv_terms_count_quarters (const HvDemandTerms *terms)
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
  gsize n = hv_terms_count_quarters (terms);
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
