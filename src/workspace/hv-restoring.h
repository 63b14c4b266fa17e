/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Putting a backup back while a window waits: hv_backup_restore () in a thread of its own.
 *
 * What is there now is kept in the folder of the backups first, so a restore is undone by
 * restoring that one. A workspace that has the file open sees the change come.
 */

#include "hv-backup.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void hv_restoring_start (const char *where, const char *backup, GAsyncReadyCallback done, gpointer data);
bool hv_restoring_finish (GAsyncResult *result, GError **error);

G_END_DECLS
