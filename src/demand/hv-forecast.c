/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-forecast.h"

#include "hv-negative-binomial.h"

#include <math.h>

/* What a week leaves of the evidence for the level, and for the profile and dispersion. */
#define WEEK_LEFT 0.80
#define WEEK_LEFT_PROFILE 0.98

/* A weekday starts as usual, with the weight of so many visits. */
#define USUAL_DAY_VISITS 20.0

#define GUESS_VISITS 4.0

/* Dispersion: what is assumed first, the openings it weighs, and its limits. */
#define FIRST_PHI 0.10
#define FIRST_PHI_OPENINGS 10.0
#define LEAST_PHI 0.002
#define MOST_PHI 3.0
#define FACTOR_PHI 0.05

/* From this opening on, counts this many standard deviations up are clipped. */
#define CLIP_FROM 5
#define UNUSUAL_DEVIATIONS 2.5
#define UNUSUAL_VISITS 2.0

/* Below this many openings seen the level itself is uncertain. */
#define SETTLED_OPENINGS 8

HvForecast
hv_forecast_init (double guess)
{
  HvForecast forecast = { 0 };

  if (isfinite (guess) && guess > 0)
    {
      forecast.started = true;
      forecast.visits = GUESS_VISITS;
      forecast.shares = GUESS_VISITS / guess;
    }
  return forecast;
}

void
hv_forecast_begin_week (HvForecast *forecast)
{
  forecast->visits *= WEEK_LEFT;
  forecast->shares *= WEEK_LEFT;
  forecast->spread *= WEEK_LEFT_PROFILE;
  forecast->squares *= WEEK_LEFT_PROFILE;
  for (int i = 0; i < 7; i++)
    {
      forecast->day_visits[i] *= WEEK_LEFT_PROFILE;
      forecast->day_shares[i] *= WEEK_LEFT_PROFILE;
    }
}

static double
get_size (HvForecastDay day)
{
  return day.exposure * day.factor;
}

static double
get_level (const HvForecast *forecast)
{
  return forecast->shares > 0 ? forecast->visits / forecast->shares : 0;
}

static double
get_day_weight (const HvForecast *forecast, int weekday)
{
  return (forecast->day_visits[weekday - 1] + USUAL_DAY_VISITS)
         / (forecast->day_shares[weekday - 1] + USUAL_DAY_VISITS);
}

static double
get_mean (const HvForecast *forecast, HvForecastDay day)
{
  return get_size (day) * get_level (forecast) * get_day_weight (forecast, day.weekday);
}

static double
get_phi (const HvForecast *forecast)
{
  double mean_square = forecast->seen > 0 ? MAX (1, forecast->squares / forecast->seen) : 1;
  double weight = FIRST_PHI_OPENINGS * mean_square;

  return CLAMP ((forecast->spread + FIRST_PHI * weight) / (forecast->squares + weight), LEAST_PHI, MOST_PHI);
}

static double
clip (const HvForecast *forecast, double mean, double count)
{
  double most = mean + UNUSUAL_DEVIATIONS * sqrt (mean + get_phi (forecast) * mean * mean) + UNUSUAL_VISITS;
  return forecast->seen + 1 >= CLIP_FROM ? MIN (count, most) : count;
}

static bool
is_day_good (HvForecastDay day)
{
  return day.weekday >= 1 && day.weekday <= 7 && isfinite (get_size (day)) && get_size (day) >= 0;
}

void
hv_forecast_observe (HvForecast *forecast, HvForecastDay day, double count)
{
  g_return_if_fail (is_day_good (day) && isfinite (count) && count >= 0);

  double size = get_size (day);
  if (size == 0)
    return; /* nobody was to be expected: it says nothing of other days */
  if (forecast->started)
    {
      double mean = get_mean (forecast, day);
      double weight = get_day_weight (forecast, day.weekday);
      count = clip (forecast, mean, count);
      forecast->spread += (count - mean) * (count - mean) - mean;
      forecast->squares += mean * mean;
      forecast->visits += count;
      forecast->shares += size * weight;
    }
  else
    {
      forecast->started = true;
      forecast->visits = count;
      forecast->shares = size;
    }
  forecast->day_visits[day.weekday - 1] += count;
  forecast->day_shares[day.weekday - 1] += size * get_level (forecast);
  forecast->seen++;
}

HvExpected
hv_forecast_expect (const HvForecast *forecast, HvForecastDay day, int weeks)
{
  HvExpected expected = { 0 };

  if (!forecast->started || !is_day_good (day))
    return expected;

  double now = 1 / (forecast->visits + 0.5);
  double then = 1 / (forecast->visits * pow (WEEK_LEFT, MAX (weeks, 0)) + 0.5);
  expected.known = true;
  expected.mean = get_mean (forecast, day);
  expected.phi = get_phi (forecast) + then - now;
  expected.phi += forecast->seen < SETTLED_OPENINGS ? now : 0;
  expected.phi += day.factor != 1 ? FACTOR_PHI : 0;
  expected.low = hv_negative_binomial_get_quantile (expected.mean, expected.phi, 0.10);
  expected.high = hv_negative_binomial_get_quantile (expected.mean, expected.phi, 0.90);
  return expected;
}

HvExpected
hv_forecast_expect_typed (double count)
{
  return (HvExpected){ .known = true,
                       .mean = count,
                       .phi = HV_FORECAST_TYPED_PHI,
                       .low = hv_negative_binomial_get_quantile (count, HV_FORECAST_TYPED_PHI, 0.10),
                       .high = hv_negative_binomial_get_quantile (count, HV_FORECAST_TYPED_PHI, 0.90) };
}

bool
hv_forecast_is_unusual (const HvExpected *expected, double count)
{
  if (!expected->known)
    return false;

  double away = fabs (count - expected->mean);
  double deviation = sqrt (expected->mean + expected->phi * expected->mean * expected->mean);
  return away > UNUSUAL_DEVIATIONS * deviation && away > UNUSUAL_VISITS;
}
