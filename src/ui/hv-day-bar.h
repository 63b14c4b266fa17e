/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDayBar: the seven days of a house's week as buttons, each with how it is staffed.
 * One of them is chosen. Days on which nothing is open are flat; they can be chosen too,
 * to see why.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_DAY_BAR (hv_day_bar_get_type ())
G_DECLARE_FINAL_TYPE (HvDayBar, hv_day_bar, HV, DAY_BAR, GtkWidget)

GtkWidget *hv_day_bar_new (void);

void hv_day_bar_show (HvDayBar *bar, const HvRoster *roster, const HvOutlook *outlook, HvId house, HvWeek week);

/* The chosen weekday, 1 to 7; choosing it here emits nothing. */
int hv_day_bar_get_weekday (HvDayBar *bar);
void hv_day_bar_set_weekday (HvDayBar *bar, int weekday);

/* Whether anything is open on a weekday of the week that is shown. */
bool hv_day_bar_is_open (HvDayBar *bar, int weekday);

/* signal "chosen" (HvDayBar *): somebody pressed another day */

G_END_DECLS
