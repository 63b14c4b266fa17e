/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPlacement: the question whether a volunteer may stand on a shift.
 *
 * Ordinarily for the whole shift; a shorter time of their own is allowed. Somebody
 * who is moved from another shift stands on both for a moment: that assignment is
 * named, and ignored. Whatever else happens in the same step is pending.
 */

#include "hv-edit.h"
#include "hv-pending.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef struct
{
  const HvShift *shift;
  HvId volunteer;
  HvSpan span;               /* the time on duty */
  const HvAssignment *moved; /* the assignment they come from, or NULL; not itself pending */
  const HvPending *pending;  /* or NULL */
} HvPlacement;

/* For the whole shift, from nowhere. */
HvPlacement hv_placement_new (const HvShift *shift, HvId volunteer);

/* The step that puts somebody on a shift, or moves them there (the assignment keeps
 * its uid, so that a calendar shows it as moved). Refused with the error of the first
 * rule that refuses; a reason (not empty) overrides those that can be overridden and
 * is kept on the assignment. What the soft rules say becomes warnings, in the given
 * language. Somebody who had called off the shift and comes back is put back. */
HvEdit *hv_placement_assign (const HvRoster *roster, const HvPlacement *placement, HvOrigin origin, bool locked,
                             const char *reason, HvLanguage language, HvEditSource source, GError **error);

/* Adds to an edit the assignment that a placement leads to, unchecked; lent, and part
 * of the edit. For steps that place several people (see hv-rule.h for the checks). */
HvAssignment *hv_placement_add_to_edit (const HvPlacement *placement, const HvRoster *roster, HvOrigin origin,
                                        HvEdit *edit);

G_END_DECLS
