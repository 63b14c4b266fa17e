/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvAssignPopover: who is to have a place: everybody, ranked, with the reasons; whoever
 * cannot stands below them with the rule that says so, and can be assigned anyway when a
 * reason is given (kept in the change log) and the rule allows that. An empty place may
 * also be given to a walk-in helper, by the name that is typed.
 */

#include "hv-candidate.h"
#include "hv-option-popover.h"

G_BEGIN_DECLS

#define HV_TYPE_ASSIGN_POPOVER (hv_assign_popover_get_type ())
G_DECLARE_FINAL_TYPE (HvAssignPopover, hv_assign_popover, HV, ASSIGN_POPOVER, HvOptionPopover)

/* Both answer NULL when what they are for is gone already. */

/* For an empty place of a shift, over a widget of an HvWindow (see hv-transient.h: one
 * that stays) or an area of it. `typed` (or NULL) is the letter it was opened with. */
HvAssignPopover *hv_assign_popover_open (GtkWidget *over, const GdkRectangle *area, HvId shift, const char *typed);

/* For the place of somebody who has it: the option takes their place in one step. */
HvAssignPopover *hv_assign_popover_open_to_replace (GtkWidget *over, const GdkRectangle *area, HvId assignment);

/* signal "assigned" (HvAssignPopover *, gint64 shift, gint64 volunteer): somebody was chosen (HV_NONE: a walk-in
 * helper), and the popover has closed: the page moves the focus on to the next empty place. The snapshot follows in a
 * moment. */

G_END_DECLS
