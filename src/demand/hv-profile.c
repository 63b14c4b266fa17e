/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-profile.h"

/* The default counts as so many visits seen. */
#define DEFAULT_VISITS 40.0

static double
sum (const double *values, gsize n)
{
  double total = 0;

  for (gsize i = 0; i < n; i++)
    total += values[i];
  return total;
}

void
hv_profile_find (const double *tallies, const double *defaults, gsize n, double door, double *ret_profile)
{
  double seen = sum (tallies, n);
  double weights = defaults != NULL ? sum (defaults, n) : 0;

  for (gsize i = 0; i < n; i++)
    {
      double at_door = i == 0 ? door : 0;
      double later = weights > 0 ? defaults[i] / weights : 1.0 / (double)n;
      double expected = at_door + (1 - door) * later;
      double share = (tallies[i] + DEFAULT_VISITS * expected) / (seen + DEFAULT_VISITS);
      ret_profile[i] = MAX (0, share - at_door);
    }

  double left = sum (ret_profile, n);
  for (gsize i = 0; i < n; i++)
    ret_profile[i] = left > 0 ? ret_profile[i] / left : 1.0 / (double)n;
}
