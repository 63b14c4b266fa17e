/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvHousePreview: how the first open day of an ordinary week will be: its name and hours,
 * the strip of people and need, and the same sentence that the week says about it.
 */

#include "hv-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_HOUSE_PREVIEW (hv_house_preview_get_type ())
G_DECLARE_FINAL_TYPE (HvHousePreview, hv_house_preview, HV, HOUSE_PREVIEW, GtkWidget)

/* The roster of one week with the people on its shifts (hv_house_start_preview ()); NULL
 * while it cannot be known, and `why` says what is wrong. */
void hv_house_preview_show (HvHousePreview *preview, const HvRoster *roster, const char *why);

/* What it says, as it stands there. */
const char *hv_house_preview_get_sentence (HvHousePreview *preview);

G_END_DECLS
