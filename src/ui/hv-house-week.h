/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvHouseWeek: the week of one house, a day at a time: the days on top, and below them
 * every opening of the chosen day with its people, its need, what is wrong and who could
 * help (HvOpeningView). A closed day, and a week that has not been made yet, say so in
 * words, with the way on.
 *
 * The chosen weekday is kept from week to week; where it is closed the first open day is
 * shown. What is done to people here (exact times, taking off, a suggestion) is committed
 * through the window; empty places and people are pressed through the signals.
 */

#include "hv-shift-lanes.h"
#include "hv-workspace.h"

G_BEGIN_DECLS

#define HV_TYPE_HOUSE_WEEK (hv_house_week_get_type ())
G_DECLARE_FINAL_TYPE (HvHouseWeek, hv_house_week, HV, HOUSE_WEEK, GtkWidget)

GtkWidget *hv_house_week_new (void);

/* Shows a house in a week of the workspace's snapshot. */
void hv_house_week_show (HvHouseWeek *view, HvWorkspace *workspace, HvId house, HvWeek week);

/* The day that is shown. */
HvDay hv_house_week_get_day (HvHouseWeek *view);
void hv_house_week_set_day (HvHouseWeek *view, HvDay day);

/* As in the grid: moves the focus to a place (choosing its day) and scrolls it into view;
 * the place that has the focus; the next empty one, in the order of the days and lanes. */
bool hv_house_week_focus (HvHouseWeek *view, HvGridPlace place);
bool hv_house_week_get_current (HvHouseWeek *view, HvGridPlace *ret_place);
bool hv_house_week_find_empty (HvHouseWeek *view, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped);

/* What a place of the shown day shows, and where it is in the view; NULL when it is not
 * shown. Lent until the next hv_house_week_show (). */
const HvCardPlace *hv_house_week_find_place (HvHouseWeek *view, HvGridPlace place, GdkRectangle *ret_area);

/* signal "place-activated" (HvHouseWeek *, gpointer place, gpointer area): pressed, Enter or Space
 * signal "place-typed" (HvHouseWeek *, gpointer place, gpointer area, const char *text): a letter on a place
 * where place is an HvCardPlace and area a GdkRectangle of the view, both lent for the call */

G_END_DECLS
