/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTally: what has been counted at one opening, while it is being counted: all visits,
 * and those of each half hour that somebody counted in. A value; it is one press ahead of
 * what is saved.
 *
 * The half hours never add up to more than the whole, and may add up to less: a count
 * that is typed afterwards belongs to no half hour.
 */

#include "hv-record.h"

G_BEGIN_DECLS

#define HV_TALLY_MOST_SLOTS 48 /* half hours of the longest opening */

typedef struct
{
  gint64 count;
  int n_slots;
  bool has_slots; /* any half hour was counted */
  int slots[HV_TALLY_MOST_SLOTS];
} HvTally;

/* As it is kept; `visit` is NULL before the first. */
HvTally hv_tally_read (const HvOpening *opening, const HvVisit *visit);

/* The half hour that it is at a time: from half an hour before the opening to an hour
 * after it, who comes early or late belongs to the first or last. −1 at other times. */
int hv_tally_find_slot (const HvTally *tally, const HvOpening *opening, HvMinute now);

/* One more (+1) or one fewer (−1), in a half hour or in none (−1). Never below nobody.
 * False when nothing changes. */
bool hv_tally_step (HvTally *tally, int step, int slot);

/* "9 11 12" for HvCountFacts; NULL when no half hour was counted. The caller owns it. */
char *hv_tally_format_slots (const HvTally *tally);

G_END_DECLS
