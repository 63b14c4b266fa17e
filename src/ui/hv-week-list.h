/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekList: the week for a narrow window: its openings one below the other in the order
 * of their dates, each with a title line, the strip and the cards of its shifts.
 *
 * Openings outside the visible part are not drawn. For the rest see HvWeekBoard.
 */

#include "hv-week-board.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_LIST (hv_week_list_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekList, hv_week_list, HV, WEEK_LIST, HvWeekBoard)

GtkWidget *hv_week_list_new (void);

/* Shows a week of one house, or of all (HV_NONE). Roster and outlook are not kept. */
void hv_week_list_show (HvWeekList *list, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house);

G_END_DECLS
