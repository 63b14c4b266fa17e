/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFit: how the weekly pattern of a volunteer fits a time.
 *
 * All records of availability that are in force in the week count together. Where
 * they overlap, cannot beats rather not, and rather not beats can; hours that touch
 * run on. Hours that nobody named are cannot. A volunteer with no record in force
 * in that week has not said: rather not at all times. (A record is in force from
 * its first to its last week, also in the weeks that an even or odd pattern leaves
 * out. To change a habit from a week on, the old records end the week before; a
 * later `from` alone replaces nothing.)
 *
 * A record belongs to the weekday on which it starts and may run past midnight.
 * The pattern is a matter of the house's wall clock, like all time in here.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct
{
  HvOffer offer; /* of the time as a whole: its worst minute decides */
  bool said;     /* false: no pattern in force, and offer is rather not */
  /* can: the hours around the time that they can, within its days; rather not: the
   * hours of the time that they would rather not; cannot: the offered hours that
   * come nearest to the time on its days, empty (0, 0) when there are none. */
  HvSpan window;
  HvRepeat weeks; /* cannot: EVEN or ODD when only the other weeks are offered, else EVERY */
} HvFit;

HvFit hv_fit_find (const HvRoster *roster, HvId volunteer, HvSpan span);

/* Whether the window is the whole of the span's one day. */
bool hv_fit_is_all_day (const HvFit *fit);

G_END_DECLS
