/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvAbsenceGroup: when somebody is away: absences and pauses of today and later, and
 * behind a fold those that are over.
 */

#include <adwaita.h>

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_ABSENCE_GROUP (hv_absence_group_get_type ())
G_DECLARE_FINAL_TYPE (HvAbsenceGroup, hv_absence_group, HV, ABSENCE_GROUP, AdwPreferencesGroup)

void hv_absence_group_show (HvAbsenceGroup *group, const HvRoster *roster, HvId volunteer, HvDay today);

/* signal "add" (HvAbsenceGroup *) · signal "change" (HvAbsenceGroup *, gint64 absence) · signal "resume"
 * (HvAbsenceGroup *)
 */

G_END_DECLS
