/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvExpectation's answer: what is expected of one opening: a typed number, an event's
 * guests, or the forecast from the counts of the house before it (hv-forecast.h).
 */

#include "hv-forecast.h"
#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct
{
  bool typed;        /* the coordinator's own number */
  int seen;          /* openings of the house counted before it */
  HvExpected visits; /* mean, dispersion, interval; or guests */
} HvExpectedVisits;

/* A typed number always wins. */
HvExpectedVisits hv_expectation_find (const HvRoster *roster, const HvOpening *opening);

/* The forecast, whatever was typed: from all counts of the house before the opening. */
HvExpectedVisits hv_expectation_forecast (const HvRoster *roster, const HvOpening *opening);

/* How visits spread over the opening: a weight for each half hour, from the house's own
 * profile or from what was counted per half hour. Empty: evenly. New array of double. */
GArray *hv_expectation_find_profile (const HvRoster *roster, const HvOpening *opening);

G_END_DECLS
