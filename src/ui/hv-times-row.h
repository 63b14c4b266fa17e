/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTimesRow: from when to when on one day, as a row of a form.
 *
 * An end that is not after a start in the afternoon is the next day's: 22.00–6.00.
 */

#include "hv-house-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_TIMES_ROW (hv_times_row_get_type ())
G_DECLARE_FINAL_TYPE (HvTimesRow, hv_times_row, HV, TIMES_ROW, AdwActionRow)

GtkWidget *hv_times_row_new (const char *title);

void hv_times_row_set (HvTimesRow *row, HvTimes times);

/* False when one of them cannot be read as a time; it says so itself. */
bool hv_times_row_get (HvTimesRow *row, HvTimes *ret_times);

G_END_DECLS
