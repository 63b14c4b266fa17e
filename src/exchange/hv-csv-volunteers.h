/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Volunteers as a table: name; phone; e-mail; roles; houses; note.
 *
 * Reading: a row is one person, who is new unless somebody in the roster has the same
 * e-mail, or else the same name and phone number (or the same name, when the row has
 * neither); they are left as they are, so reading a file again adds nobody. The same
 * person twice in one file is refused, whatever the letter case. A first and a last
 * name may stand in two columns. Several roles or houses have commas between; the
 * first house is the home house. A role's level stands behind it in brackets:
 * "IT help (trainee)".
 */

#include "hv-choice.h"
#include "hv-csv-table.h"

G_BEGIN_DECLS

const HvCsvLayout *hv_csv_volunteers_get_layout (void);

/* Reads the rows behind the header; false with an error when the file is broken. */
bool hv_csv_volunteers_read (HvCsvTable *table, GError **error);

/* Everybody who is not archived, in the order of the roster. */
void hv_csv_volunteers_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language);

G_END_DECLS
