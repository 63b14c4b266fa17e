/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCalendarGroup: the calendar that somebody can subscribe to: its link where the
 * calendars are on the web, else the name of its file, to copy. */

#include <adwaita.h>

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_CALENDAR_GROUP (hv_calendar_group_get_type ())
G_DECLARE_FINAL_TYPE (HvCalendarGroup, hv_calendar_group, HV, CALENDAR_GROUP, AdwPreferencesGroup)

void hv_calendar_group_show (HvCalendarGroup *group, const HvRoster *roster, HvId volunteer);

/* What copying gives: a link or a file name; NULL when there is no calendar yet. */
const char *hv_calendar_group_get_link (HvCalendarGroup *group);

/* signal "copied" (HvCalendarGroup *) */

G_END_DECLS
