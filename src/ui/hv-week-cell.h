/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWeekCell: one house on one day of the week: its openings, each with its strip and
 * the cards of its shifts; or the word "closed" and why.
 *
 * Where no house is open that day the column is narrow and the word stands upright.
 * A cell is shown again and again; strips and cards are used again.
 */

#include "hv-shift-card.h"

G_BEGIN_DECLS

#define HV_TYPE_WEEK_CELL (hv_week_cell_get_type ())
G_DECLARE_FINAL_TYPE (HvWeekCell, hv_week_cell, HV, WEEK_CELL, GtkWidget)

GtkWidget *hv_week_cell_new (void);

/* `openings` are the house's openings of the day (HvOpening). */
void hv_week_cell_show (HvWeekCell *cell, const HvRoster *roster, const HvOutlook *outlook, const HvHouse *house,
                        HvDay day, const GPtrArray *openings, bool narrow);

bool hv_week_cell_is_open (HvWeekCell *cell);

/* The cards, in order; lent array of HvShiftCard. */
const GPtrArray *hv_week_cell_get_cards (HvWeekCell *cell);

/* A right click beside the people, and any click on a closed day, activate the action
 * "week.day-at" with the house and the day.
 *
 * signal "card-added" (HvWeekCell *, HvShiftCard *): a card that was not there before, to connect to */

G_END_DECLS
