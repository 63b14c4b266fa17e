/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-forecast.h"

/* A week without a count. */
#define NONE -1

static HvForecastDay
on_day (int weekday)
{
  return (HvForecastDay){ weekday, 1, 1 };
}

static HvForecast
learn (double guess, int weekday, const double *counts, gsize n)
{
  HvForecast forecast = hv_forecast_init (guess);

  for (gsize i = 0; i < n; i++)
    {
      hv_forecast_begin_week (&forecast);
      if (counts[i] != NONE)
        hv_forecast_observe (&forecast, on_day (weekday), counts[i]);
    }
  return forecast;
}

/* --- one day a week: counts → what to expect (figures of an independent program) --- */

static const struct
{
  const char *what;
  double guess;
  int weekday;
  double counts[10];
  gsize n;
  int weeks;
  double mean;
  double phi;
  int low;
  int high;
} cases[] = {
  { "Juelsminde, next week", 0, 1, { 53, 48, 45, 41 }, 4, 1, 44.038, 0.0779, 27, 63 },
  { "Juelsminde, in two weeks", 0, 1, { 53, 48, 45, 41 }, 4, 2, 44.038, 0.0802, 27, 63 },
  { "Juelsminde, in four weeks", 0, 1, { 53, 48, 45, 41 }, 4, 4, 44.038, 0.0866, 27, 63 },
  { "Tørring, in two weeks", 0, 3, { 20, 22, 18, 16 }, 4, 2, 17.8878, 0.0920, 10, 27 },
  { "Tørring, in four weeks", 0, 3, { 20, 22, 18, 16 }, 4, 4, 17.8878, 0.1075, 9, 28 },
  { "Hedensted, closed once", 0, 4, { 17, 19, NONE, 15 }, 4, 2, 16.3796, 0.1123, 8, 25 },
  { "one count", 0, 1, { 7 }, 1, 1, 7, 0.2639, 2, 13 },
  { "one count, far ahead", 0, 1, { 7 }, 1, 4, 7, 0.3970, 1, 14 },
  { "nobody came", 0, 2, { 0 }, 1, 1, 0, 2.1, 0, 0 },
  { "nobody ever came", 0, 2, { 0, 0, 0 }, 3, 1, 0, 2.1, 0, 0 },
  { "a huge fifth count is clipped", 0, 1, { 10, 11, 9, 10, 100 }, 5, 1, 14.8002, 0.1759, 6, 25 },
  { "a huge third count is not", 0, 1, { 10, 11, 100 }, 3, 1, 75.8869, 3.0108, 0, 221 },
  { "growing", 0, 1, { 31, 34, 38, 36, 42, NONE, 47, 49, 53 }, 9, 1, 48.0752, 0.0565, 32, 66 },
  { "only a guess", 20, 1, { 0 }, 0, 1, 20, 0.37027, 6, 37 },
  { "a guess half as large as the counts", 20, 1, { 40, 40, 40 }, 3, 1, 39.8791, 0.1086, 23, 59 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvForecast forecast = learn (cases[i].guess, cases[i].weekday, cases[i].counts, cases[i].n);
      HvExpected expected = hv_forecast_expect (&forecast, on_day (cases[i].weekday), cases[i].weeks);

      g_assert_true (expected.known);
      check_near (cases[i].what, "mean", expected.mean, cases[i].mean, 1e-4);
      check_near (cases[i].what, "phi", expected.phi, cases[i].phi, 1e-4);
      check_near (cases[i].what, "low", expected.low, cases[i].low, 0);
      check_near (cases[i].what, "high", expected.high, cases[i].high, 0);
    }
}

static void
test_nothing_known (void)
{
  HvForecast forecast = hv_forecast_init (0);

  hv_forecast_begin_week (&forecast);
  HvExpected expected = hv_forecast_expect (&forecast, on_day (1), 1);
  g_assert_false (expected.known);
  g_assert_cmpfloat (expected.mean, ==, 0);
  g_assert_false (hv_forecast_is_unusual (&expected, 500));

  forecast = hv_forecast_init (-3);
  g_assert_false (hv_forecast_expect (&forecast, on_day (1), 1).known);
  forecast = hv_forecast_init (20);
  g_assert_false (hv_forecast_expect (&forecast, (HvForecastDay){ 8, 1, 1 }, 1).known);
  g_assert_false (hv_forecast_expect (&forecast, (HvForecastDay){ 1, 1, -1 }, 1).known);
}

/* Two days a week: 30 on Mondays, 10 on Thursdays; a day never seen is in between. */
static void
test_weekdays (void)
{
  HvForecast forecast = hv_forecast_init (0);

  for (int week = 0; week < 10; week++)
    {
      hv_forecast_begin_week (&forecast);
      hv_forecast_observe (&forecast, on_day (1), 30);
      hv_forecast_observe (&forecast, on_day (4), 10);
    }
  check_near ("Monday", "mean", hv_forecast_expect (&forecast, on_day (1), 1).mean, 28.368183, 1e-5);
  check_near ("Thursday", "mean", hv_forecast_expect (&forecast, on_day (4), 1).mean, 11.409153, 1e-5);
  check_near ("Tuesday", "mean", hv_forecast_expect (&forecast, on_day (2), 1).mean, 22.944166, 1e-5);
  g_assert_cmpint (forecast.seen, ==, 20);
}

/* A shorter opening and a campaign. */
static void
test_exposure_and_factor (void)
{
  static const double counts[] = { 20, 22, 18, 16, 21, 19, 20, 22, 18 };
  HvForecast forecast = learn (0, 1, counts, G_N_ELEMENTS (counts));
  HvExpected usual = hv_forecast_expect (&forecast, on_day (1), 1);
  HvExpected half = hv_forecast_expect (&forecast, (HvForecastDay){ 1, 0.5, 1 }, 1);
  HvExpected campaign = hv_forecast_expect (&forecast, (HvForecastDay){ 1, 1, 2 }, 1);

  check_near ("usual", "mean", usual.mean, 19.559044, 1e-5);
  check_near ("half the time", "mean", half.mean, usual.mean / 2, 1e-12);
  check_near ("half the time", "phi", half.phi, usual.phi, 1e-12);
  check_near ("campaign", "mean", campaign.mean, 2 * usual.mean, 1e-12);
  check_near ("campaign", "phi", campaign.phi, usual.phi + 0.05, 1e-12);

  /* Learned in a campaign of × 2 or a double opening, 40 visits are the usual 20. */
  HvForecast plain = learn (0, 1, (const double[]){ 20, 20 }, 2);
  HvForecast doubled = learn (0, 1, (const double[]){ 20 }, 1);
  hv_forecast_begin_week (&doubled);
  hv_forecast_observe (&doubled, (HvForecastDay){ 1, 1, 2 }, 40);
  check_near ("learned in a campaign", "mean", hv_forecast_expect (&doubled, on_day (1), 1).mean,
              hv_forecast_expect (&plain, on_day (1), 1).mean, 0.5);
}

/* A factor of 0: nobody is expected, and whoever comes says nothing of other weeks. */
static void
test_factor_of_nothing (void)
{
  HvForecast forecast = learn (0, 1, (const double[]){ 20, 22, 18 }, 3);
  HvForecastDay nothing = { 1, 1, 0 };
  double before = hv_forecast_expect (&forecast, on_day (1), 1).mean;
  HvExpected expected = hv_forecast_expect (&forecast, nothing, 1);

  g_assert_true (expected.known);
  g_assert_cmpfloat (expected.mean, ==, 0);
  g_assert_cmpint (expected.high, ==, 0);
  hv_forecast_observe (&forecast, nothing, 5);
  g_assert_cmpfloat (hv_forecast_expect (&forecast, on_day (1), 1).mean, ==, before);
}

/* A week that is three times as high hardly moves the forecast when it was not marked,
 * and not at all when it was special: then it is not observed. */
static void
test_special_week (void)
{
  static const double unmarked[] = { 20, 22, 18, 16, 21, 19, 60 };
  static const double marked[] = { 20, 22, 18, 16, 21, 19, NONE };
  HvForecast clipped = learn (0, 1, unmarked, G_N_ELEMENTS (unmarked));
  HvForecast left_out = learn (0, 1, marked, G_N_ELEMENTS (marked));

  check_at_most ("not marked", "mean", hv_forecast_expect (&clipped, on_day (1), 1).mean, 30);
  check_near ("marked", "mean", hv_forecast_expect (&left_out, on_day (1), 1).mean, 19.3, 0.5);
}

/* --- the question "was this week special?" --- */

static void
test_unusual (void)
{
  static const struct
  {
    double counts[4];
    double count;
    bool unusual;
  } rows[] = {
    { { 53, 48, 45, 41 }, 530, true }, { { 53, 48, 45, 41 }, 53, false }, { { 53, 48, 45, 41 }, 85, true },
    { { 53, 48, 45, 41 }, 5, true },   { { 53, 48, 45, 41 }, 20, false }, { { 0, 0, 0, 0 }, 1, false },
    { { 0, 0, 0, 0 }, 10, true },      { { 3, 2, 4, 3 }, 0, false },      { { 3, 2, 4, 3 }, 12, true },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HvForecast forecast = learn (0, 1, rows[i].counts, 4);
      HvExpected expected = hv_forecast_expect (&forecast, on_day (1), 1);

      g_test_message ("after %g, %g", rows[i].counts[0], rows[i].count);
      g_assert_cmpint (hv_forecast_is_unusual (&expected, rows[i].count), ==, rows[i].unusual);
    }
}

static void
test_typed (void)
{
  HvExpected expected = hv_forecast_expect_typed (53);

  g_assert_true (expected.known);
  g_assert_cmpfloat (expected.mean, ==, 53);
  g_assert_cmpfloat (expected.phi, ==, 0.10);
  g_assert_cmpint (expected.low, ==, 31);
  g_assert_cmpint (expected.high, ==, 77);
  g_assert_true (hv_forecast_is_unusual (&expected, 530));
  g_assert_false (hv_forecast_is_unusual (&expected, 90));
  g_assert_cmpint (hv_forecast_expect_typed (0).high, ==, 0);
}

/* Years without a count leave a forecast that is still a number. */
static void
test_long_silence (void)
{
  HvForecast forecast = learn (0, 1, (const double[]){ 20, 22 }, 2);

  for (int week = 0; week < 520; week++)
    hv_forecast_begin_week (&forecast);
  HvExpected expected = hv_forecast_expect (&forecast, on_day (1), 4);
  check_near ("ten silent years", "mean", expected.mean, 21, 1);
  g_assert_cmpfloat (expected.phi, >, 1);
  g_assert_cmpint (expected.low, <, 5);
  for (int week = 0; week < 5200; week++)
    hv_forecast_begin_week (&forecast);
  expected = hv_forecast_expect (&forecast, on_day (1), 4);
  g_assert_true (expected.mean >= 0 && expected.mean < 25);
  hv_forecast_observe (&forecast, on_day (1), 30);
  g_assert_cmpfloat (hv_forecast_expect (&forecast, on_day (1), 1).mean, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/cases", test_cases);
  g_test_add_func ("/forecast/nothing-known", test_nothing_known);
  g_test_add_func ("/forecast/weekdays", test_weekdays);
  g_test_add_func ("/forecast/exposure-and-factor", test_exposure_and_factor);
  g_test_add_func ("/forecast/factor-of-nothing", test_factor_of_nothing);
  g_test_add_func ("/forecast/special-week", test_special_week);
  g_test_add_func ("/forecast/unusual", test_unusual);
  g_test_add_func ("/forecast/typed", test_typed);
  g_test_add_func ("/forecast/long-silence", test_long_silence);
  return g_test_run ();
}
