/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvLegend: what the colours and hatching of the strips mean, in one line. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_LEGEND (hv_legend_get_type ())
G_DECLARE_FINAL_TYPE (HvLegend, hv_legend, HV, LEGEND, GtkWidget)

G_END_DECLS
