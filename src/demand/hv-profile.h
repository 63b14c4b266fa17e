/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The arrival profile of a house: when in an opening its visitors come.
 *
 * Tallies per half hour are few at first, so they are shrunk towards the default as if
 * 40 visits had been seen arriving by it. Whoever waits at the door is in the tally of
 * the first half hour, but not in the profile, which is about those who come later.
 */

#include <glib.h>

G_BEGIN_DECLS

#define HV_PROFILE_MAX_HALF_HOURS 96

/* Shares per half hour that add up to 1, in ret_profile[0 … n − 1]. `tallies` holds the
 * visits seen in each half hour, summed over openings; `defaults` the weights to shrink
 * to (NULL: flat), `door` the share of the visits that waits at the door. */
void hv_profile_find (const double *tallies, const double *defaults, gsize n, double door, double *ret_profile);

G_END_DECLS
