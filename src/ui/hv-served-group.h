/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvServedGroup: the houses that somebody serves, home house first, and the keys they
 * have. No house named is all houses. What is pressed is saved at once.
 */

#include <adwaita.h>

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_SERVED_GROUP (hv_served_group_get_type ())
G_DECLARE_FINAL_TYPE (HvServedGroup, hv_served_group, HV, SERVED_GROUP, AdwPreferencesGroup)

void hv_served_group_show (HvServedGroup *group, const HvRoster *roster, HvId volunteer);

/* As if chosen after "add": the last of the houses served. */
void hv_served_group_add (HvServedGroup *group, HvId house);

/* signal "add" (HvServedGroup *, GtkWidget *): a house is to be chosen; over this widget */

G_END_DECLS
