/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Counted visits as a table: house; date; visits, and when there are any: start; left
 * without help; waiting time; note; and a column for each half hour, with the time it
 * begins as its header.
 *
 * Reading: a row is one opening's count. It is new, or changes the one that is there;
 * an empty cell changes nothing. A date without an opening gets one with the weekday's
 * usual hours. Start is needed only where a house opens twice on a date. Half hours
 * without a total are added up.
 */

#include "hv-choice.h"
#include "hv-csv-table.h"

G_BEGIN_DECLS

const HvCsvLayout *hv_csv_visits_get_layout (void);

/* Reads the rows behind the header; false with an error when the file is broken. */
bool hv_csv_visits_read (HvCsvTable *table, GError **error);

void hv_csv_visits_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language);

G_END_DECLS
