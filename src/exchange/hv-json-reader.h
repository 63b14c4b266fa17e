/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Exchange JSON, "format": "husvagt-1", as an edit (docs/formats.md).
 *
 * A file writes only what it names: an object found by its id is changed in the
 * fields it has, one that is not found is new, "deleted": true removes. Lists inside
 * an object say all of that list. Reading what a roster already is gives an empty
 * edit. Fields that Husvagt does not know are kept in the record's extra.
 *
 * The roster must cover all weeks: history that is not in it would be made twice.
 */

#include "hv-import.h"

G_BEGIN_DECLS

#define HV_JSON_FORMAT "husvagt-1"

/* NULL with an error when the file is no JSON (its line is in the message) or of
 * another format: HV_ERROR_NEWER when a later Husvagt wrote it. */
HvImport *hv_json_read (const HvRoster *roster, GBytes *file, HvEditSource source, GError **error);

G_END_DECLS
