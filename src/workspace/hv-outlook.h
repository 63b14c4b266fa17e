/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOutlook: what a roster means for the people who come.
 *
 * For every open opening of a snapshot: how many visits are expected, how many
 * people that needs hour by hour, what is missing, how long people will wait, and
 * one light. It is computed from the roster alone (demand/ does the figures, plan/
 * names the gaps) and stands beside it: one outlook per roster, immutable and
 * reference-counted like it. Figures whose inputs have not changed since the outlook
 * before are taken over, not computed again.
 */

#include "hv-assessment.h"
#include "hv-expectation.h"
#include "hv-gap.h"

G_BEGIN_DECLS

typedef struct _HvOutlook HvOutlook;

/* One open opening. */
typedef struct
{
  const HvOpening *opening; /* lent by the roster */
  HvLight light;            /* of the figures and of the gaps, whichever is worse */
  HvExpectedVisits expected;
  HvDemandResult figures;
  GArray *gaps; /* HvGap: one a shift, in the order of the roster */
} HvOpeningOutlook;

/* The outlook of a roster; `before` (or NULL) is one to take figures from. */
HvOutlook *hv_outlook_new (const HvRoster *roster, const HvOutlook *before);
HvOutlook *hv_outlook_ref (HvOutlook *outlook);
void hv_outlook_unref (HvOutlook *outlook); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvOutlook, hv_outlook_unref)

/* A piece of an opening: what a strip shows. */
typedef struct
{
  HvSpan span;
  int crew;      /* people on duty who meet visitors, the fewest at any moment of it */
  int need;      /* people needed */
  double visits; /* expected in it; NAN without an estimate */
  double wait;   /* minutes that somebody arriving then waits on average; NAN without an estimate */
} HvSlot;

/* The half hours of an opening (the last may be shorter). New array of HvSlot; empty
 * when nobody there serves visitors. */
GArray *hv_outlook_list_slots (const HvOutlook *outlook, const HvOpening *opening);

/* What a constant crew would mean for an opening; false where the demand model has no
 * waiting, or nothing is known of the visits. */
bool hv_outlook_find_meaning (const HvOutlook *outlook, const HvOpening *opening, int helpers,
                              HvCrewMeaning *ret_meaning);

/* NULL for a closed or unknown opening. Lent. */
const HvOpeningOutlook *hv_outlook_find (const HvOutlook *outlook, HvId opening);
const HvGap *hv_outlook_find_gap (const HvOutlook *outlook, const HvShift *shift);

/* The gaps of a week, in one house or in all (HV_NONE), worst first; those that are
 * only tight come last. New array of lent HvGap; g_ptr_array_unref (). */
GPtrArray *hv_outlook_list_gaps (const HvOutlook *outlook, HvWeek week, HvId house);

/* Places to fill in a week, in one house or in all (HV_NONE), and whether anything is
 * open at all. */
int hv_outlook_count_missing (const HvOutlook *outlook, HvWeek week, HvId house, bool *ret_open);

G_END_DECLS
