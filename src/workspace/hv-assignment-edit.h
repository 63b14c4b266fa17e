/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to assignments, apart from assigning (hv-placement.h),
 * swapping (hv-swap.h) and the call list (hv-call-list.h): taking off, locking, exact times. Each command
 * computes one edit from a roster and changes nothing by itself; NULL with an error
 * says why not.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

HvEdit *hv_assignment_edit_unassign (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvEditSource source,
                                     GError **error);
HvEdit *hv_assignment_edit_remove (const HvRoster *roster, const HvAssignment *assignment, HvEditSource source);

/* Everything a volunteer has on a date is called off; the places are empty, the
 * names stay visible. */
HvEdit *hv_assignment_edit_call_off (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day,
                                     HvEditSource source, GError **error);

HvEdit *hv_assignment_edit_set_locked (const HvRoster *roster, const HvAssignment *assignment, bool locked,
                                       HvEditSource source);
HvEdit *hv_assignment_edit_set_state (const HvRoster *roster, const HvAssignment *assignment, HvState state,
                                      HvEditSource source);

/* Own times within two days of the shift; the shift's own times give them up again. */
HvEdit *hv_assignment_edit_set_times (const HvRoster *roster, const HvAssignment *assignment, HvSpan span,
                                      HvEditSource source, GError **error);

/* A walk-in helper, known by name only. */
HvEdit *hv_assignment_edit_add_guest (const HvRoster *roster, const HvShift *shift, const char *name,
                                      HvEditSource source, GError **error);

G_END_DECLS
