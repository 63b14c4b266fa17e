/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvVolunteerItem: one person of a list, as a row shows them: made when a row asks, and
 * kept up to date as long as the person is in the list.
 */

#include "hv-person-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HV_TYPE_VOLUNTEER_ITEM (hv_volunteer_item_get_type ())
G_DECLARE_FINAL_TYPE (HvVolunteerItem, hv_volunteer_item, HV, VOLUNTEER_ITEM, GObject)

HvVolunteerItem *hv_volunteer_item_new (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today);

/* Shows the person as the roster has them now; says "changed" when that is different from
 * what was read of it. */
void hv_volunteer_item_update (HvVolunteerItem *item, const HvRoster *roster, const HvVolunteer *volunteer,
                               HvDay today);

HvId hv_volunteer_item_get_id (HvVolunteerItem *item);
const char *hv_volunteer_item_get_name (HvVolunteerItem *item);
const char *hv_volunteer_item_get_line (HvVolunteerItem *item); /* "IT help · Juelsminde" */
HvPersonStateKind hv_volunteer_item_get_state (HvVolunteerItem *item);

/* signal "changed" (HvVolunteerItem *) */

G_END_DECLS
