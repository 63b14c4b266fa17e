/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekGrid: the week, houses down and days across.
 *
 * Days on which no shown house is open are narrow columns; the open days share the
 * rest. The days' names stay on top while the houses scroll. Cells outside the visible
 * part are not drawn. People can be dragged from place to place. For the rest see
 * HvWeekBoard; its order is by day, then house.
 */

#include "hv-week-board.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_GRID (hv_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekGrid, hv_week_grid, HV, WEEK_GRID, HvWeekBoard)

GtkWidget *hv_week_grid_new (void);

/* Shows a week of a roster. `weekends` shows Saturday and Sunday wide even when
 * everything is closed. Roster and outlook are not kept. */
void hv_week_grid_show (HvWeekGrid *grid, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, bool weekends);

/* Why something dragged ("assignment:ID" or "volunteer:ID") cannot be put on a place, in
 * words; NULL when it can. The caller owns it. */
typedef char *(*HvWeekGridCheck) (const char *what, HvGridPlace place, gpointer data);
void hv_week_grid_set_check (HvWeekGrid *grid, HvWeekGridCheck check, gpointer data);

/* signal "dropped" (HvWeekGrid *, HvShiftCard *, guint n, const char *what, gboolean copy): let go on a place, also on
 * an impossible one */

G_END_DECLS
