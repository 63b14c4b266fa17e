/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to assignments, apart from assigning (hv-placement.h),
 * swapping (hv-swap.h) and the call list (hv-call-list.h): taking off, locking, exact times, walk-in helpers. Each
 * command computes one edit from a roster and changes nothing by itself; NULL with an error says why not.
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

/* --- walk-in helpers --- */

/* Somebody known by name only fills a place. */
HvEdit *hv_assignment_edit_add_guest (const HvRoster *roster, const HvShift *shift, const char *name,
                                      HvEditSource source, GError **error);

/* Says which volunteer a walk-in helper is: state, times and calendar entry stay, and the
 * hours are the volunteer's from now on. Refused when they are on the shift already, or,
 * without a reason, on another one then; no other rule matters, since they do stand
 * there. Somebody who had called off this shift has come back to it. */
HvEdit *hv_assignment_edit_link (const HvRoster *roster, const HvAssignment *guest, HvId volunteer, const char *reason,
                                 HvEditSource source, GError **error);

/* The obstacles to that: new array of HvObstacle; g_array_unref (). */
GArray *hv_assignment_edit_check_link (const HvRoster *roster, const HvAssignment *guest, HvId volunteer);

/* The same with a new volunteer of that name, who can do what the shift asks for and
 * helps in its house. */
HvEdit *hv_assignment_edit_link_new (const HvRoster *roster, const HvAssignment *guest, const char *name,
                                     HvEditSource source, GError **error);

G_END_DECLS
