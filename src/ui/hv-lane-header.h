/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvLaneHeader: what stands in front of a lane: the role, and how many of how many. */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_LANE_HEADER (hv_lane_header_get_type ())
G_DECLARE_FINAL_TYPE (HvLaneHeader, hv_lane_header, HV, LANE_HEADER, GtkWidget)

GtkWidget *hv_lane_header_new (void);

/* The gaps (HvGap) are those of the role's shifts, one each. */
void hv_lane_header_show (HvLaneHeader *header, const HvRoster *roster, HvId role, const GPtrArray *gaps);

G_END_DECLS
