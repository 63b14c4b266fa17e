/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvHouseHeader: what stands in front of a house's row: its name, what is missing,
 * the visits expected and the longest waiting.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_HOUSE_HEADER (hv_house_header_get_type ())
G_DECLARE_FINAL_TYPE (HvHouseHeader, hv_house_header, HV, HOUSE_HEADER, GtkWidget)

GtkWidget *hv_house_header_new (void);

void hv_house_header_show (HvHouseHeader *header, const HvRoster *roster, const HvOutlook *outlook,
                           const HvHouse *house, HvWeek week);

HvId hv_house_header_get_house (HvHouseHeader *header);

/* signal "activated" (HvHouseHeader *): the house's own page is wanted */

G_END_DECLS
