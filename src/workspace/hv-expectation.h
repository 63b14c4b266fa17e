/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is expected of one opening: a typed number, an event's guests, or the forecast
 * from the counts before it.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct
{
  bool known;    /* false: nothing typed, counted or guessed; the numbers are 0 */
  bool typed;    /* the coordinator's own number */
  double visits; /* visits, or guests */
  double phi;    /* dispersion of the negative binomial around it */
  double low;    /* 10 % and 90 % quantile */
  double high;
  int seen;      /* openings counted before it */
} HvExpected;

/* A typed number always wins. */
HvExpected hv_expectation_find (const HvRoster *roster, const HvOpening *opening);

/* The forecast, whatever was typed: from all counts of the house before the opening. */
HvExpected hv_expectation_forecast (const HvRoster *roster, const HvOpening *opening);

/* How visits spread over the opening: a weight for each half hour, from the house's own
 * profile or from what was counted per half hour. Empty: evenly. New array of double. */
GArray *hv_expectation_find_profile (const HvRoster *roster, const HvOpening *opening);

/* Whether a count is so far from the forecast that the coordinator should be asked. */
bool hv_expectation_is_unusual (const HvExpected *forecast, gint64 count);

G_END_DECLS
