/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRoleGroup: the roles of an organisation, and at which level somebody has each. */

#include <adwaita.h>

#include "hv-roster.h"

G_BEGIN_DECLS

#define HV_TYPE_ROLE_GROUP (hv_role_group_get_type ())
G_DECLARE_FINAL_TYPE (HvRoleGroup, hv_role_group, HV, ROLE_GROUP, AdwPreferencesGroup)

void hv_role_group_show (HvRoleGroup *group, const HvRoster *roster, HvId volunteer);

/* signal "chosen" (HvRoleGroup *, gint64 role, int level): a level, or −1 for not having the role */

G_END_DECLS
