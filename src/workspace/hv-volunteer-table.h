/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Volunteers as a spreadsheet, for a window: read into an edit that can be looked at
 * first, and written in the language of whoever asks.
 */

#include "hv-import.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* NULL with an error when the file is no table of volunteers. Any thread may ask.
 * `progress`, or NULL, is told how far it is, and may end it. */
HvImport *hv_volunteer_table_read (const HvRoster *roster, GBytes *file, HvEditSource source,
                                   const HvImportProgress *progress, GError **error);

/* Everybody who is not archived, in UTF-8 with a byte order mark; the caller owns the text. */
char *hv_volunteer_table_write (const HvRoster *roster, HvLanguage language);

/* The volunteers that an edit adds: const HvVolunteer, lent by the edit. The caller owns
 * the array. */
GPtrArray *hv_volunteer_table_list_new (const HvEdit *edit);
guint hv_volunteer_table_count_new (const HvEdit *edit);

G_END_DECLS
