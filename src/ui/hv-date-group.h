/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDateGroup: the dates of an event that are still to come, to add to and change. */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_DATE_GROUP (hv_date_group_get_type ())
G_DECLARE_FINAL_TYPE (HvDateGroup, hv_date_group, HV, DATE_GROUP, AdwPreferencesGroup)

GtkWidget *hv_date_group_new (void);
void hv_date_group_show (HvDateGroup *group, HvWindow *window, HvId house);

G_END_DECLS
