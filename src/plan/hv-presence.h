/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPresence: one person who will be in the house during an opening.
 *
 * In the house are those whose assignment says so (planned, present) and who are not
 * absent: walk-in helpers too, and trainees, although a trainee fills no place.
 */

#include "hv-pending.h"

G_BEGIN_DECLS

typedef struct
{
  const HvAssignment *assignment; /* lent */
  const HvShift *shift;           /* lent */
  HvSpan span;                    /* their time on duty */
  bool fills;                     /* takes a place of the shift */
  bool experienced;               /* in the role of the shift */
} HvPresence;

bool hv_presence_is_there (const HvRoster *roster, const HvAssignment *assignment);

/* Whether the opening of an assignment is closed: nobody comes then. */
bool hv_presence_is_cancelled (const HvRoster *roster, const HvAssignment *assignment);

/* Everybody in the house during an opening, shift by shift, without one assignment
 * (NULL: with all). pending may be NULL. New array of HvPresence; g_array_unref (). */
GArray *hv_presence_list (const HvRoster *roster, HvId opening, const HvPending *pending, const HvAssignment *except);

/* How many of them fill a place of a shift. */
guint hv_presence_count_filling (const GArray *people, HvId shift);

/* Looks for a part of the span that none of the spans (an array of HvSpan, in any
 * order) covers: the first and, if you like, its end. */
bool hv_presence_find_uncovered (HvSpan span, const GArray *spans, HvSpan *ret_part);

/* Whether one of them (by place in the array) is the only person in the house for a
 * part of a time, which is given back. */
bool hv_presence_find_lone (const GArray *people, guint which, HvSpan within, HvSpan *ret_part);

G_END_DECLS
