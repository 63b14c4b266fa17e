/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekList: the week for a narrow window: its openings one below the other in the order
 * of their dates, each with a title line, the strip and the cards of its shifts.
 *
 * It is to the keyboard what the grid is: one stop of the Tab key, arrows from place to
 * place. Openings outside the visible part are not drawn; beyond a hundred cards only the
 * card with the focus has real chips. It scrolls itself (GtkScrollable), vertically.
 */

#include "hv-week-grid.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_LIST (hv_week_list_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekList, hv_week_list, HV, WEEK_LIST, GtkWidget)

GtkWidget *hv_week_list_new (void);

/* Shows a week of one house, or of all (HV_NONE). Roster and outlook are not kept. */
void hv_week_list_show (HvWeekList *list, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house);

/* As in the grid. */
bool hv_week_list_focus (HvWeekList *list, HvGridPlace place);
bool hv_week_list_get_current (HvWeekList *list, HvGridPlace *ret_place);
bool hv_week_list_find_empty (HvWeekList *list, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped);
HvShiftCard *hv_week_list_find_card (HvWeekList *list, HvId shift);

/* signal "place-activated" (HvWeekList *, HvShiftCard *, guint n): pressed, Enter or Space
 * signal "place-typed" (HvWeekList *, HvShiftCard *, guint n, const char *text): a letter on a place
 * signal "house-activated" (HvWeekList *, gint64 house): the house of a title was pressed */

G_END_DECLS
