/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekGrid: the week, houses down and days across.
 *
 * Days on which no shown house is open are narrow columns; the open days share the
 * rest. The days' names stay on top while the houses scroll. The grid is one stop of
 * the Tab key: exactly one place has the focus inside it, arrows move it, and it
 * stays with the same place when the week is shown anew. Cells outside the visible
 * part are not drawn; beyond a hundred cards only the card with the focus has real
 * chips. It scrolls itself (GtkScrollable), vertically only.
 */

#include "hv-week-board.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_GRID (hv_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekGrid, hv_week_grid, HV, WEEK_GRID, GtkWidget)

GtkWidget *hv_week_grid_new (void);

/* Shows a week of a roster. `weekends` shows Saturday and Sunday wide even when
 * everything is closed. Roster and outlook are not kept. */
void hv_week_grid_show (HvWeekGrid *grid, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, bool weekends);

/* Moves the focus to a place and scrolls it into view; false when it is not shown. */
bool hv_week_grid_focus (HvWeekGrid *grid, HvGridPlace place);

/* The place that has the focus (or had it last); false when there is none. */
bool hv_week_grid_get_current (HvWeekGrid *grid, HvGridPlace *ret_place);

/* The empty place after (or before) the current one, in the order of the week: by
 * day, house, shift. *ret_wrapped: it began again from the other end. */
bool hv_week_grid_find_empty (HvWeekGrid *grid, bool backwards, HvGridPlace *ret_place, bool *ret_wrapped);

/* The widget and what it shows of a place; NULL when it is not shown. */
HvShiftCard *hv_week_grid_find_card (HvWeekGrid *grid, HvId shift);

/* Why something dragged ("assignment:ID" or "volunteer:ID") cannot be put on a place, in
 * words; NULL when it can. The caller owns it. */
typedef char *(*HvWeekGridCheck) (const char *what, HvGridPlace place, gpointer data);
void hv_week_grid_set_check (HvWeekGrid *grid, HvWeekGridCheck check, gpointer data);

/* signal "place-activated" (HvWeekGrid *, HvShiftCard *, guint n): pressed, Enter or Space
 * signal "place-typed" (HvWeekGrid *, HvShiftCard *, guint n, const char *text): a letter on a place
 * signal "house-activated" (HvWeekGrid *, gint64 house)
 * signal "dropped" (HvWeekGrid *, HvShiftCard *, guint n, const char *what, gboolean copy): let go on a place, also on
 * an impossible one */

G_END_DECLS
