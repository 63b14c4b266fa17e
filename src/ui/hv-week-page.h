/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekPage: the week section: header, gap bar, the week of all houses or of one.
 *
 * The page keeps its own week. What people do here becomes edits of the workspace;
 * the page only shows the snapshot that comes back.
 */

#include "hv-window.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_PAGE (hv_week_page_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekPage, hv_week_page, HV, WEEK_PAGE, GtkWidget)

GtkWidget *hv_week_page_new (HvWindow *window);

/* Property "week": the day number of its Monday. */
HvWeek hv_week_page_get_week (HvWeekPage *page);
void hv_week_page_set_week (HvWeekPage *page, HvWeek week);

G_END_DECLS
