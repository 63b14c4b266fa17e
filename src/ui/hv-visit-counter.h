/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitCounter: counting at the door: the opening, one large button (and the space bar)
 * for one visit more, bars per half hour, and a question where a count is unusual.
 *
 * Every press is saved by itself; presses that come faster than the disk are saved
 * together a moment later, none is lost.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_VISIT_COUNTER (hv_visit_counter_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitCounter, hv_visit_counter, HV, VISIT_COUNTER, GtkWidget)

GtkWidget *hv_visit_counter_new (HvWindow *window);

/* Shows the snapshot as it is now; a press that is under way stays. */
void hv_visit_counter_show (HvVisitCounter *counter);

HvId hv_visit_counter_get_house (HvVisitCounter *counter);   /* HV_NONE: there is none */
HvId hv_visit_counter_get_opening (HvVisitCounter *counter); /* HV_NONE: there is none */
void hv_visit_counter_set_house (HvVisitCounter *counter, HvId house);

/* signal "chosen" (HvVisitCounter *): another house or opening
 * signal "special" (HvVisitCounter *): the week was special; what was it? */

G_END_DECLS
