/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVerdictGroup: the forecast of the last openings of a house beside what came. */

#include <adwaita.h>

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_VERDICT_GROUP (hv_verdict_group_get_type ())
G_DECLARE_FINAL_TYPE (HvVerdictGroup, hv_verdict_group, HV, VERDICT_GROUP, AdwPreferencesGroup)

GtkWidget *hv_verdict_group_new (void);

/* Hides itself when there is nothing to judge yet. */
void hv_verdict_group_show (HvVerdictGroup *group, const HvRoster *roster, HvId house);

G_END_DECLS
