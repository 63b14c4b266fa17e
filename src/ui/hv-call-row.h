/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvCallRow: one person to ring: number in the order, name, phone number, why they, and
 * the three answers.
 */

#include "hv-call-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_CALL_ROW (hv_call_row_get_type ())
G_DECLARE_FINAL_TYPE (HvCallRow, hv_call_row, HV, CALL_ROW, GtkListBoxRow)

GtkWidget *hv_call_row_new (void);

/* Shows a line of the list; everything needed is copied. */
void hv_call_row_show (HvCallRow *row, const HvCallLine *line, guint number, const HvRoster *roster);

HvId hv_call_row_get_volunteer (HvCallRow *row);
HvAnswer hv_call_row_get_answer (HvCallRow *row); /* as it was shown */

/* Shows the recorded answer again, instead of one that was pressed. */
void hv_call_row_reset (HvCallRow *row);

/* signal "answered" (HvCallRow *, int answer): another answer was pressed */

G_END_DECLS
