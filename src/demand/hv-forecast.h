/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvForecast: how many visits an opening of one house may expect.
 *
 * Gamma–Poisson exponential smoothing (Harvey & Fernandes, J. Business & Economic
 * Statistics 7, 1989) with a weekday profile that is shrunk towards 1, clipped updates
 * and a moment estimate of the dispersion. The level is a / b visits per opening of
 * normal length; old evidence fades by 0.80 a week. A closed day is simply not observed:
 * it is no zero. The state is a plain value that follows from the counts alone; adding
 * one count takes no longer for a long history than for a short one.
 *
 * Use: hv_forecast_init (), then for every week in order hv_forecast_begin_week () (also
 * for weeks without counts) and hv_forecast_observe () for each count in it.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The dispersion of a number that the coordinator typed. */
#define HV_FORECAST_TYPED_PHI 0.10

typedef struct
{
  int weekday;     /* 1 = Monday … 7 */
  double exposure; /* length relative to the house's normal opening, 1 */
  double factor;   /* of an event in that week (launch of a new ID: 2), else 1 */
} HvForecastDay;

typedef struct
{
  bool known; /* false: no count and no guess yet, the rest is 0 */
  double mean;
  double phi; /* of the negative binomial around the mean */
  int low;    /* 10 % and 90 % quantile: eight of ten openings lie within */
  int high;
} HvExpected;

typedef struct
{
  bool started;
  int seen;       /* openings */
  double visits;  /* a */
  double shares;  /* b */
  double spread;  /* S1 */
  double squares; /* S2 */
  double day_visits[7];
  double day_shares[7];
} HvForecast;

/* `guess`: the coordinator's own guess of visits per normal opening, counted as four
 * visits of evidence; 0 or less: none. */
HvForecast hv_forecast_init (double guess);

/* Ages the evidence by one week. */
void hv_forecast_begin_week (HvForecast *forecast);

/* Learns from a count. An event that was answered as special is left out by not being
 * observed, unless it has a factor. */
void hv_forecast_observe (HvForecast *forecast, HvForecastDay day, double count);

/* What to expect `weeks` after the week that was begun last (0: in that week). A factor
 * other than 1 is a guess itself and adds to the dispersion. */
HvExpected hv_forecast_expect (const HvForecast *forecast, HvForecastDay day, int weeks);

/* A typed number. */
HvExpected hv_forecast_expect_typed (double count);

/* Whether a count is so far from what was expected that the coordinator should be asked
 * ("was this week special?"). Nothing is unusual where nothing was expected. */
bool hv_forecast_is_unusual (const HvExpected *expected, double count);

G_END_DECLS
