/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvFactorGroup: the unusual weeks that concern a house, latest first, to add to and
 * change.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_FACTOR_GROUP (hv_factor_group_get_type ())
G_DECLARE_FINAL_TYPE (HvFactorGroup, hv_factor_group, HV, FACTOR_GROUP, AdwPreferencesGroup)

GtkWidget *hv_factor_group_new (HvWindow *window);

/* Shows the snapshot's; a new one begins in that week. */
void hv_factor_group_show (HvFactorGroup *group, HvId house, HvWeek week);

/* Opens the form for a new one, as the button does. */
void hv_factor_group_add (HvFactorGroup *group);

G_END_DECLS
