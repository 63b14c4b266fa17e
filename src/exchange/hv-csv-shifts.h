/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Shifts as a table: house; date; role; start; end; volunteer.
 *
 * Reading: a row is one place of a shift, filled where it names a volunteer (by name,
 * id or e-mail) or a guest ("Guest: neighbour"). Rows of one house, date, role and
 * time are one shift, which asks for as many people as it has rows when it is new. It
 * belongs to the opening it overlaps; a date without one gets the weekday's usual
 * hours, or those of the shift. An end before the start is on the next day when that
 * makes at most twelve hours. What is there already is left as it is, and nobody is on
 * a shift twice.
 */

#include "hv-choice.h"
#include "hv-csv-table.h"

G_BEGIN_DECLS

const HvCsvLayout *hv_csv_shifts_get_layout (void);

/* Reads the rows behind the header; false with an error when the file is broken. */
bool hv_csv_shifts_read (HvCsvTable *table, GError **error);

/* A row for everybody who is on a shift, and one for each place of its minimum (or
 * fixed number) that is empty. Closed openings are left out. */
void hv_csv_shifts_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language);

G_END_DECLS
