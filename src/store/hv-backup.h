/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvBackup: copies of an organisation, made so that one can be relied on, and put back.
 *
 * A backup is a complete file of its own. It is written under another name, synced,
 * opened again and checked before it gets its name, so that a file with the name of a
 * backup is a good one. Those made by themselves lie in one folder per organisation and
 * say in their names when (UTC) and why they were made; of them are kept the newest of
 * each of seven days, four weeks and twelve months, and never fewer than three.
 *
 * Personal data that was erased leaves the backups too: 35 days after an erasure, those
 * made before it are deleted.
 */

#include "hv-store.h"

G_BEGIN_DECLS

typedef enum
{
  HV_BACKUP_DAILY,       /* before or after the first change of a day */
  HV_BACKUP_MIGRATION,   /* before an older file is brought up to date */
  HV_BACKUP_IMPORT,      /* before an import */
  HV_BACKUP_BULK_DELETE, /* before much is deleted at once */
  HV_BACKUP_RESTORE,     /* of what was there before a backup was put back */
} HvBackupReason;

typedef struct
{
  char *path;
  gint64 at; /* UTC seconds, from its name */
  HvBackupReason reason;
} HvBackup;

void hv_backup_free (HvBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvBackup, hv_backup_free)

/* The folder beside the file where its backups lie unless another is chosen: for
 * …/roster.husvagt it is …/roster-backups. The caller owns it. */
char *hv_backup_dup_folder (const char *where);

/* A backup at a path, over an older one of ours if need be. */
bool hv_store_backup (HvStore *store, const char *path, GError **error);

/* A backup in the folder (made when missing) and then the old ones thinned out. A daily one
 * is made only when the day has none yet. *ret_made may be NULL. */
bool hv_store_backup_if_due (HvStore *store, const char *folder, HvBackupReason reason, bool *ret_made, GError **error);

/* The backups of a file in a folder, newest first; empty when there are none. New array
 * that owns its HvBackup. */
GPtrArray *hv_backup_list (const char *folder, const char *where);

/* The newest of them that passes its check, or NULL: what to offer when the file is damaged. */
HvBackup *hv_backup_find_good (const char *folder, const char *where);

/* Makes a file equal to a backup of it. What is there now goes into the folder first,
 * even when it is damaged. Other programs that have the file open see the change come;
 * for them hv_store_fetch_news () says reload. */
bool hv_backup_restore (const char *where, const char *backup, const char *folder, GError **error);

/* Which of n backups, newest first, are kept at a moment. */
void hv_backup_choose (const gint64 *times, gsize n, bool *ret_keep);

G_END_DECLS
