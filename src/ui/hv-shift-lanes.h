/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvShiftLanes: who is on duty when, during one opening: a lane per role, and in it a
 * bar per person (HvDutyBar) from the beginning to the end of their time.
 *
 * The lanes share their time axis with the strip above them. Bars that do not overlap
 * stand in one row. The ends of a bar can be dragged in quarter hours; Shift+Alt+← and →
 * move its end, Shift+Alt+↑ and ↓ its beginning, F2 asks for exact times, Delete takes
 * the person off. Like the grid of the week the lanes are one stop of the Tab key, and
 * the arrows move from bar to bar.
 *
 * What is done to a bar are actions of whatever holds the lanes: "duty.set-times" (xxx:
 * assignment, from, to), "duty.ask-times" (x) and "duty.remove" (x).
 */

#include "hv-duty-bar.h"

G_BEGIN_DECLS

#define HV_TYPE_SHIFT_LANES (hv_shift_lanes_get_type ())
G_DECLARE_FINAL_TYPE (HvShiftLanes, hv_shift_lanes, HV, SHIFT_LANES, GtkWidget)

GtkWidget *hv_shift_lanes_new (void);

/* Shows an open opening; with `hours` below the bars, for where no strip shows them.
 * Roster and outlook are not kept. */
void hv_shift_lanes_show (HvShiftLanes *lanes, const HvRoster *roster, const HvOutlook *outlook,
                          const HvOpening *opening, bool hours);

/* The shifts of an opening in the order of the lanes. New array of lent HvGap. */
GPtrArray *hv_shift_lanes_order_gaps (const HvRoster *roster, const HvOpeningOutlook *outlook);

/* Moves the focus to a place; false when it is not shown here. */
bool hv_shift_lanes_focus (HvShiftLanes *lanes, HvGridPlace place);

/* The place that has the focus (or had it last); false when there is none. */
bool hv_shift_lanes_get_current (HvShiftLanes *lanes, HvGridPlace *ret_place);

/* The bar of a place and what it shows, or the bar of an assignment; NULL when it is not
 * here. Lent until the next hv_shift_lanes_show (). */
HvDutyBar *hv_shift_lanes_find_bar (HvShiftLanes *lanes, HvGridPlace place, const HvCardPlace **ret_place);
HvDutyBar *hv_shift_lanes_find_person (HvShiftLanes *lanes, HvId assignment);

/* signal "place-activated" (HvShiftLanes *, HvDutyBar *, gpointer place): pressed, Enter or Space
 * signal "place-typed" (HvShiftLanes *, HvDutyBar *, gpointer place, const char *text): a letter on a bar
 * where place is the HvCardPlace of the bar, lent for the call */

G_END_DECLS
