/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvHoursGroup: the opening hours of a house, a row a weekday: open or closed, from when
 * to when, and a second time where there is one.
 */

#include "hv-house-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_HOURS_GROUP (hv_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (HvHoursGroup, hv_hours_group, HV, HOURS_GROUP, AdwPreferencesGroup)

GtkWidget *hv_hours_group_new (void);

/* Shows the hours in force in a week. */
void hv_hours_group_show (HvHoursGroup *group, const HvRoster *roster, HvId house, HvWeek week);

/* The times that stand in a weekday's row: those that can be read. New array of HvTimes. */
GArray *hv_hours_group_get_times (HvHoursGroup *group, int weekday);

/* Says under a weekday what is wrong with its times, which stay as they are typed; NULL:
 * nothing is. */
void hv_hours_group_set_mistake (HvHoursGroup *group, int weekday, const char *sentence);
const char *hv_hours_group_get_mistake (HvHoursGroup *group, int weekday);

/* As somebody would type: the nth time of a weekday (0 or 1), which opens it. */
void hv_hours_group_type (HvHoursGroup *group, int weekday, int n, int start, int end);

/* signal "edited" (HvHoursGroup *, int weekday) */

G_END_DECLS
