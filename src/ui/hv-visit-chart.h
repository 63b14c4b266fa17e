/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitChart: visits a week: bars for what was counted, a dashed line with rings for
 * what is expected, and a dotted area in which eight of ten weeks lie. Closed weeks say so
 * and are no zero, unusual ones how many times the usual they are. The same numbers stand in the table below it.
 */

#include "hv-visit-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_VISIT_CHART (hv_visit_chart_get_type ())
G_DECLARE_FINAL_TYPE (HvVisitChart, hv_visit_chart, HV, VISIT_CHART, GtkWidget)

GtkWidget *hv_visit_chart_new (void);

/* Consecutive weeks; copied. A screen reader reads the title and all of it in words. */
void hv_visit_chart_set_weeks (HvVisitChart *chart, const HvVisitWeek *weeks, gsize n, HvWeek current,
                               const char *title);

G_END_DECLS
