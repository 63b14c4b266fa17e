/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Volunteer hours as a table: volunteer; house; date; role; start; end; hours.
 *
 * A row is one duty of somebody who fills a place (planned or seen there, walk-in
 * helpers too) in an opening that was not closed. Hours are those that really pass:
 * nine on the night the clock goes back, seven when it goes forward. This table is
 * only written.
 */

#include "hv-choice.h"
#include "hv-csv.h"
#include "hv-zone.h"

G_BEGIN_DECLS

/* Lends the clock changes of a zone by its name; NULL: count the clock. */
typedef const HvZone *(*HvZoneLookup) (const char *name, gpointer data);

void hv_csv_hours_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language,
                         HvZoneLookup lookup, gpointer data);

G_END_DECLS
