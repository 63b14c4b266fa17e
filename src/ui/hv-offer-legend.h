/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOfferLegend: what the three states of the ordinary week look like, with their words.
 * It takes a second line where one has no room.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OFFER_LEGEND (hv_offer_legend_get_type ())
G_DECLARE_FINAL_TYPE (HvOfferLegend, hv_offer_legend, HV, OFFER_LEGEND, GtkWidget)

G_END_DECLS
