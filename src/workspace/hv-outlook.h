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
 * reference-counted like it. An opening whose facts have not changed since the
 * outlook before is taken over, not computed again.
 *
 * Minutes are minutes of waiting, people are numbers of people; NAN is what the
 * demand model of the house does not give.
 */

#include "hv-assessment.h"
#include "hv-gap.h"

G_BEGIN_DECLS

typedef struct _HvOutlook HvOutlook;

/* One shift: people against places. */
typedef struct
{
  HvId shift;
  int assigned;     /* who fill a place */
  int needed;
  gint64 suggested; /* by the calculation; HV_NONE for roles that serve no visitors and models without one */
  HvGap gap;
  bool chronic;     /* the template's regulars do not reach the need either */
} HvShiftOutlook;

/* One opening. */
typedef struct
{
  HvId opening;
  HvLight light;
  bool typed;     /* the expected visits were typed, not forecast */
  bool uncertain; /* fewer than three openings have been seen */
  int crew;       /* most people on duty at once who meet visitors */
  HvAssessment demand; /* the figures; hv_outlook_has_figures () */
  gsize n_shifts;
  HvShiftOutlook *shifts; /* by start, as in the roster */
} HvOpeningOutlook;

/* The outlook of a roster; `before` (or NULL) is an outlook to take unchanged
 * openings from. */
HvOutlook *hv_outlook_new (const HvRoster *roster, const HvOutlook *before);
HvOutlook *hv_outlook_ref (HvOutlook *outlook);
void hv_outlook_unref (HvOutlook *outlook); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvOutlook, hv_outlook_unref)

/* NULL for a closed or unknown opening. Lent. */
const HvOpeningOutlook *hv_outlook_find (const HvOutlook *outlook, HvId opening);
const HvShiftOutlook *hv_outlook_find_shift (const HvOutlook *outlook, const HvShift *shift);

/* People missing in a week (needed − assigned over shifts with too few), in one
 * house or in all (HV_NONE); and whether anything is open at all. */
guint hv_outlook_count_missing (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house,
                                bool *ret_open);

G_END_DECLS
