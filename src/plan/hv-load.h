/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLoad: how much somebody has given, against what they wished to give.
 *
 * A duty is an assignment whose state fills a place (planned, present) in an opening
 * that is not closed; it counts in the week in which it starts. The load of a week
 * is the duties of the eight weeks before it and of the week itself. It is held
 * against the person's own wish, not against the mean: who wants one shift a month
 * is never behind. Loads are compared as fractions, without floating point.
 */

#include "hv-pending.h"
#include "hv-zone.h"

G_BEGIN_DECLS

#define HV_LOAD_WEEKS 8
#define HV_LOAD_WISH 4 /* shifts in eight weeks, where nothing is wished */
#define HV_LOAD_MOST_POINTS 24

typedef struct
{
  int duties; /* in the eight weeks before and in the week itself */
  int wish;   /* shifts in eight weeks */
  bool said;  /* false: the wish is the default */
} HvLoad;

/* Duties that start in [from, to), without one assignment (NULL: with all) and with
 * what is pending (NULL: nothing). */
int hv_load_count (const HvRoster *roster, HvId volunteer, HvDay from, HvDay to, const HvAssignment *except,
                   const HvPending *pending);

HvLoad hv_load_get (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek week, const HvAssignment *except,
                    const HvPending *pending);

/* By the part of the wish that one more duty would use: < 0 when a should be asked before b. */
int hv_load_compare (HvLoad a, HvLoad b);

/* What one more duty costs in the objective of "fill the week": 0 while they are well
 * below their wish, then rising: max (0, 3 + 2 (duties + 1 − wish)), at most 24. */
int hv_load_get_points (HvLoad load);

/* The largest number of duties in any four weeks that follow each other and hold this one. */
int hv_load_count_four_weeks (const HvRoster *roster, HvId volunteer, HvWeek week, const HvAssignment *except,
                              const HvPending *pending);

/* Real minutes on duty of one assignment: 0 when it gives no duty (closed, called off,
 * absent). The zone is the house's: 22:00–06:00 is nine hours on one night of the year. */
gint64 hv_load_get_minutes (const HvRoster *roster, const HvAssignment *assignment, const HvZone *zone);

/* The sum over duties that start in [from, to): of one volunteer, or of everybody
 * with walk-in helpers (HV_NONE); in one house, or in all (HV_NONE), which must then
 * share the zone. Only weeks of the snapshot are known. */
gint64 hv_load_sum_minutes (const HvRoster *roster, HvId volunteer, HvId house, HvDay from, HvDay to,
                            const HvZone *zone);

G_END_DECLS
