/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The negative binomial distribution of visits: mean m, variance m + φ m².
 *
 * φ ("phi") is the dispersion, the squared relative spread of the demand behind the
 * count: a Poisson number whose rate is Gamma with mean m and shape 1/φ. φ = 0 is the
 * Poisson distribution itself. Any m ≥ 0 and φ ≥ 0 is fine.
 */

#include <glib.h>

G_BEGIN_DECLS

/* P (N ≤ n); 0 for negative n. */
double hv_negative_binomial_get_below (double mean, double phi, double n);

/* The smallest n with P (N ≤ n) ≥ share, for a share below 1. */
int hv_negative_binomial_get_quantile (double mean, double phi, double share);

/* E [min (N, limit)]: how many of the visits somebody who can take `limit` gets to help. */
double hv_negative_binomial_get_mean_up_to (double mean, double phi, double limit);

/* How much larger than the mean the rate behind the count is at its 90 % point: a busy
 * day, one in ten (Wilson and Hilferty's cube; 1.42 at φ = 0.10). */
double hv_negative_binomial_get_busy_factor (double phi);

G_END_DECLS
