/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Verification: whether the data is whole and is what was once saved.
 *
 * The database's own check finds broken pages but not a value that changed on the disk
 * by itself. So the state is compared with what the newest backup and the change log
 * since then lead to, row by row, and the log with the backup's. */

#include "hv-store.h"

G_BEGIN_DECLS

/* *ret_findings: one sentence per finding, none when all is well (at most 100 are listed).
 * folder is where the backups lie (hv_backup_dup_folder ()); without a backup the log is
 * followed from the beginning, if it still reaches there. False when the check itself
 * could not be made. */
bool hv_store_verify (HvStore *store, const char *folder, GPtrArray **ret_findings, GError **error);

G_END_DECLS
