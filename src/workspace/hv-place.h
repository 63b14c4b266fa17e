/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to the places of shifts, apart from assigning (hv-placement.h),
 * swapping (hv-swap.h) and the call list (hv-call-list.h): taking off, locking, exact times. Each command
 * computes one edit from a roster and changes nothing by itself; NULL with an error
 * says why not.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

/* The shift that a house, a date and a role mean; `at` ("13:00") tells several apart
 * and may be NULL. The error names what there is. */
const HvShift *hv_place_match_shift (const HvRoster *roster, const char *house, HvDay day, const char *role,
                                     const char *at, GError **error);

/* "IT-hjælp, Juelsminde, Monday 4 May 13:00–16:00"; the caller owns it. */
char *hv_place_describe_shift (const HvRoster *roster, const HvShift *shift, HvLanguage language);

HvEdit *hv_place_unassign (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvEditSource source,
                           GError **error);
HvEdit *hv_place_remove (const HvRoster *roster, const HvAssignment *assignment, HvEditSource source);

/* Everything a volunteer has on a date is called off; the places are empty, the
 * names stay visible. */
HvEdit *hv_place_call_off (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day, HvEditSource source,
                           GError **error);

HvEdit *hv_place_set_locked (const HvRoster *roster, const HvAssignment *assignment, bool locked, HvEditSource source);
HvEdit *hv_place_set_state (const HvRoster *roster, const HvAssignment *assignment, HvState state, HvEditSource source);

/* Own times within two days of the shift; the shift's own times give them up again. */
HvEdit *hv_place_set_times (const HvRoster *roster, const HvAssignment *assignment, HvSpan span, HvEditSource source,
                            GError **error);

/* A walk-in helper, known by name only. */
HvEdit *hv_place_add_guest (const HvRoster *roster, const HvShift *shift, const char *name, HvEditSource source,
                            GError **error);

G_END_DECLS
