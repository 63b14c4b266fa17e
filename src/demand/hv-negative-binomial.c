/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-negative-binomial.h"

#include <math.h>

/* Below this the Gamma spread makes no difference to a count. */
#define NO_SPREAD 1e-9

/* So many standard deviations below the mean nothing happens (these distributions lean
 * the other way); from there on the terms are large enough for a double. */
#define FAR_BELOW 8
#define FAR_ABOVE 40

/* The standard normal's 90 % point. */
#define NORMAL_90 1.2816

/* The logarithm of P (N = n). */
static double
get_log (double mean, double phi, int n)
{
  int sign;

  if (mean <= 0)
    return n == 0 ? 0 : -INFINITY;
  if (phi < NO_SPREAD)
    return n * log (mean) - mean - lgamma_r (n + 1.0, &sign);

  double shape = 1 / phi;
  return lgamma_r (n + shape, &sign) - lgamma_r (shape, &sign) - lgamma_r (n + 1.0, &sign) - shape * log1p (phi * mean)
         + n * log (phi * mean / (1 + phi * mean));
}

/* P (N = n + 1) / P (N = n). */
static double
get_ratio (double mean, double phi, int n)
{
  return phi < NO_SPREAD ? mean / (n + 1) : mean * (1 + n * phi) / ((1 + phi * mean) * (n + 1));
}

static int
get_first (double mean, double phi)
{
  return (int)MAX (0, mean - FAR_BELOW * sqrt (mean + phi * mean * mean));
}

double
hv_negative_binomial_get_below (double mean, double phi, double n)
{
  int first = get_first (mean, phi);
  if (n < first)
    return 0;

  double term = exp (get_log (mean, phi, first));
  double below = term;
  for (int i = first; i + 1 <= n && (below < 1 - 1e-15 || i < mean); i++)
    {
      term *= get_ratio (mean, phi, i);
      below += term;
    }
  return MIN (below, 1.0);
}

int
hv_negative_binomial_get_quantile (double mean, double phi, double share)
{
  int n = get_first (mean, phi);
  double term = exp (get_log (mean, phi, n));
  double below = term;
  int last = (int)MIN (mean + FAR_ABOVE * sqrt (mean + phi * mean * mean), 1e9);

  while (below < share && n < last)
    {
      term *= get_ratio (mean, phi, n);
      below += term;
      n++;
    }
  return n;
}

double
hv_negative_binomial_get_mean_up_to (double mean, double phi, double limit)
{
  int n = get_first (mean, phi);
  double term = exp (get_log (mean, phi, n));
  double below = term;
  double sum = MIN (n, limit);

  /* Σ P (N > n), one visit after the other, the last one in part. */
  for (; n < limit && below < 1 - 1e-15; n++)
    {
      sum += (1 - below) * MIN (1, limit - n);
      term *= get_ratio (mean, phi, n);
      below += term;
    }
  return sum;
}

double
hv_negative_binomial_get_busy_factor (double phi)
{
  double root = 1 - phi / 9 + NORMAL_90 * sqrt (phi) / 3;
  return root * root * root;
}
