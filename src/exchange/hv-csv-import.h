/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A table of volunteers, visits or shifts, as an edit (docs/formats.md). What a file
 * is can be said, or read off its header row.
 */

#include "hv-import.h"

G_BEGIN_DECLS

typedef enum
{
  HV_CSV_VOLUNTEERS,
  HV_CSV_VISITS,
  HV_CSV_SHIFTS,
  HV_CSV_GUESS,
} HvCsvKind;

bool hv_csv_kind_parse (const char *text, HvCsvKind *ret_kind); /* "volunteers" "visits" "shifts" */

/* NULL with an error when the file is no such table, or broken (its line is in the
 * message). The roster must cover the weeks the file speaks of. `progress` may be NULL. */
HvImport *hv_csv_read (const HvRoster *roster, GBytes *file, HvCsvKind kind, HvEditSource source,
                       const HvImportProgress *progress, GError **error);

G_END_DECLS
