/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Reading a file into an organisation, whatever it is: exchange JSON, a spreadsheet
 * of volunteers, visits or shifts, a calendar with somebody's absences.
 */

#include "hv-csv-import.h"
#include "hv-workspace.h"

G_BEGIN_DECLS

/* What a spreadsheet holds; NULL is HV_CSV_GUESS: it shows. HV_ERROR_USAGE for another word. */
bool hv_file_kind_parse (const char *text, HvCsvKind *ret_kind, GError **error);

/* The bytes of a file. HV_ERROR_BAD_INPUT when it cannot be read. */
GBytes *hv_file_read (const char *path, GError **error);

/* Reads a file against the workspace, whose snapshot must hold all weeks. Nothing is
 * changed yet. `volunteer` (a name or id, or NULL) says whose absences a calendar holds.
 * Counts far from what was expected become warnings ("unusual") of the edit. */
HvImport *hv_file_import_read (HvWorkspace *workspace, const char *path, HvCsvKind kind, const char *volunteer,
                               GError **error);

G_END_DECLS
