/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvOpeningChart: an opening half hour by half hour: the large strip of people against
 * need, and below it the visits expected and how long people will wait.
 */

#include "hv-outlook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_OPENING_CHART (hv_opening_chart_get_type ())
G_DECLARE_FINAL_TYPE (HvOpeningChart, hv_opening_chart, HV, OPENING_CHART, GtkWidget)

GtkWidget *hv_opening_chart_new (void);

/* False when nobody there serves visitors: then there is nothing to see. */
bool hv_opening_chart_show (HvOpeningChart *chart, const HvRoster *roster, const HvOutlook *outlook,
                            const HvOpening *opening);

G_END_DECLS
