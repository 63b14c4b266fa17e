/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOrdinaryWeek: when somebody can, and from which week on, as a card: the grid to
 * paint, what its colours mean, and a menu that says for which weeks it counts.
 *
 * What is painted is saved at once, from the week of the menu on. Painting again while
 * that is being saved waits for it, and saves what is there then.
 */

#include "hv-availability-grid.h"

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_ORDINARY_WEEK (hv_ordinary_week_get_type ())
G_DECLARE_FINAL_TYPE (HvOrdinaryWeek, hv_ordinary_week, HV, ORDINARY_WEEK, GtkWidget)

GtkWidget *hv_ordinary_week_new (void);

/* Shows somebody's week. Another person is shown from `this_week` on; the same one keeps
 * the week that was chosen. */
void hv_ordinary_week_show (HvOrdinaryWeek *week, const HvRoster *roster, HvId volunteer, HvWeek this_week);

/* For which weeks it is: as if chosen from the menu. */
void hv_ordinary_week_choose (HvOrdinaryWeek *week, HvWeek from, HvRepeat repeat);

G_END_DECLS
