/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvDutyCell: one duty in the row of a person: the house and the time. It draws its
 * two lines itself, so that a screenful of them costs little.
 */

#include "hv-people-list.h"
#include "hv-place-button.h"

G_BEGIN_DECLS

#define HV_TYPE_DUTY_CELL (hv_duty_cell_get_type ())
G_DECLARE_FINAL_TYPE (HvDutyCell, hv_duty_cell, HV, DUTY_CELL, HvPlaceButton)

GtkWidget *hv_duty_cell_new (void);

/* Everything needed is copied, but the place is lent. */
void hv_duty_cell_show (HvDutyCell *cell, const HvPersonDuty *duty);
int hv_duty_cell_get_day (HvDutyCell *cell);

G_END_DECLS
