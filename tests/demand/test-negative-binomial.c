/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-negative-binomial.h"

#include <math.h>

/* The 80 % intervals that the program shows, and the 60 % points it plans for. */
static const struct
{
  double mean;
  double phi;
  int q10;
  int q60;
  int q90;
} quantiles[] = {
  { 53, 0.10, 31, 56, 77 },
  { 20, 0.10, 11, 21, 30 },
  { 17, 0.10, 9, 18, 26 },
  { 0, 0.10, 0, 0, 0 },
  { 0, 0, 0, 0, 0 },
  { 0.1, 0.10, 0, 0, 0 },
  { 4, 0, 2, 4, 7 },
  { 2000, 0, 1943, 2011, 2057 },
  { 2000, 0.002, 1873, 2024, 2129 },
};

static void
test_quantile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quantiles); i++)
    {
      double mean = quantiles[i].mean;
      double phi = quantiles[i].phi;

      g_test_message ("mean %g, phi %g", mean, phi);
      g_assert_cmpint (hv_negative_binomial_get_quantile (mean, phi, 0.1), ==, quantiles[i].q10);
      g_assert_cmpint (hv_negative_binomial_get_quantile (mean, phi, 0.6), ==, quantiles[i].q60);
      g_assert_cmpint (hv_negative_binomial_get_quantile (mean, phi, 0.9), ==, quantiles[i].q90);
    }
}

static const double means[] = { 0, 0.01, 1, 17, 53, 700, 2000, 1e5 };
static const double phis[] = { 0, 1e-12, 0.002, 0.1, 1, 3 };

/* Each quantile is the smallest number that is reached: below it lies less. */
static void
test_quantile_and_below_agree (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (means); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (phis); j++)
      for (double share = 0.05; share < 1; share += 0.1)
        {
          int n = hv_negative_binomial_get_quantile (means[i], phis[j], share);
          g_assert_cmpfloat (hv_negative_binomial_get_below (means[i], phis[j], n), >=, share - 1e-9);
          g_assert_cmpfloat (hv_negative_binomial_get_below (means[i], phis[j], n - 1), <, share + 1e-9);
        }
}

static void
test_below (void)
{
  /* A geometric distribution: P (N ≤ n) = 1 − (m / (1 + m)) ^ (n + 1). */
  for (int n = 0; n < 30; n++)
    check_near ("mean 4, phi 1", "below", hv_negative_binomial_get_below (4, 1, n), 1 - pow (0.8, n + 1), 1e-12);
  check_near ("mean 2, phi 0", "below 0", hv_negative_binomial_get_below (2, 0, 0), exp (-2), 1e-15);
  check_near ("mean 2, phi 0", "below 0.99", hv_negative_binomial_get_below (2, 0, 0.99), exp (-2), 1e-15);
  check_near ("mean 2, phi 0", "below −1", hv_negative_binomial_get_below (2, 0, -1), 0, 0);
  check_near ("mean 0", "below 0", hv_negative_binomial_get_below (0, 1, 0), 1, 0);
}

static void
test_mean_up_to (void)
{
  check_near ("53", "up to nothing", hv_negative_binomial_get_mean_up_to (53, 0.1, 0), 0, 0);
  check_near ("53", "up to one", hv_negative_binomial_get_mean_up_to (53, 0.1, 1),
              1 - hv_negative_binomial_get_below (53, 0.1, 0), 1e-12);
  check_near ("53", "without limit", hv_negative_binomial_get_mean_up_to (53, 0.1, 1e6), 53, 1e-6);
  check_near ("2000", "without limit", hv_negative_binomial_get_mean_up_to (2000, 0, 1e6), 2000, 1e-6);
  check_near ("2000", "up to 12", hv_negative_binomial_get_mean_up_to (2000, 0, 12), 12, 1e-9);
  check_near ("0", "up to 12", hv_negative_binomial_get_mean_up_to (0, 0.1, 12), 0, 0);

  /* Geometric again: Σ over n < 5 of 0.8 ^ (n + 1). */
  check_near ("4", "up to 5", hv_negative_binomial_get_mean_up_to (4, 1, 5), 4 * (1 - pow (0.8, 5)), 1e-12);
  check_near ("4", "up to 4.5", hv_negative_binomial_get_mean_up_to (4, 1, 4.5),
              4 * (1 - pow (0.8, 4)) + 0.5 * pow (0.8, 5), 1e-12);
}

static void
test_busy_factor (void)
{
  check_near ("phi 0.10", "busy factor", hv_negative_binomial_get_busy_factor (0.10), 1.42, 0.005);
  check_near ("phi 0", "busy factor", hv_negative_binomial_get_busy_factor (0), 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/negative-binomial/quantile", test_quantile);
  g_test_add_func ("/negative-binomial/quantile-and-below", test_quantile_and_below_agree);
  g_test_add_func ("/negative-binomial/below", test_below);
  g_test_add_func ("/negative-binomial/mean-up-to", test_mean_up_to);
  g_test_add_func ("/negative-binomial/busy-factor", test_busy_factor);
  return g_test_run ();
}
