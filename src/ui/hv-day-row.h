/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A date in a form: an HvFieldRow with a button that opens a calendar with week numbers.
 * Dates are written as people do (hv_day_parse_loose ()), and shown as "22.5.2026" or
 * "2026-05-22" in English.
 */

#include "hv-day.h"
#include "hv-field-row.h"

G_BEGIN_DECLS

/* `optional`: it may be empty. */
HvFieldRow *hv_day_row_new (const char *title, bool optional);

void hv_day_row_reset (HvFieldRow *row, gint64 day_or_none);

/* What stands there: HV_NONE when it is empty; false when it is no date. */
bool hv_day_row_get (HvFieldRow *row, gint64 *ret_day_or_none);

/* "22.5.2026"; the caller owns it. */
char *hv_day_row_format (HvDay day);

G_END_DECLS
