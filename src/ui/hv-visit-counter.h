/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitCounter: counting at the door: one large button (and the space bar) for one visit
 * more, bars per half hour, people who left, the waiting that was seen, and a day note.
 *
 * Every press is saved by itself; presses that come faster than the disk are saved
 * together a moment later, none is lost.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_COUNTER (hv_visit_counter_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitCounter, hv_visit_counter, HV, VISIT_COUNTER, GtkWidget)

GtkWidget *hv_visit_counter_new (HvWindow *window);

/* Shows the snapshot as it is now. */
void hv_visit_counter_show (HvVisitCounter *counter);

/* The house chosen, or HV_NONE. */
HvId hv_visit_counter_get_house (HvVisitCounter *counter);

/* signal "house-chosen" (HvVisitCounter *) */

G_END_DECLS
