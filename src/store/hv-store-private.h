/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files of the store share; private to store/. */

#include "hv-backup.h"
#include "hv-db.h"
#include "hv-error.h"
#include "hv-schema.h"
#include "hv-store.h"
#include "hv-table.h"

G_BEGIN_DECLS

struct _HvStore
{
  char *where;
  HvDb *db;
  HvTables *tables;
  char *read_only_reason;
  HvErrorCode read_only_code; /* of that reason */
  char *advice;
  HvConflict conflict;
  bool has_reserve;

  /* What fetch_news () has already told: house → last change number; and which life of
   * the data that was in, for a backup restored meanwhile begins another. */
  GHashTable *seen;
  char *epoch;
};

/* hv_store_open () with another schema: for tests of migration. */
HvStore *hv_store_open_with (const char *where, HvStoreFlags flags, const HvSchema *schema, GError **error);

/* A backup with a name that says when and why, and nothing else. */
bool hv_backup_make (HvDb *db, const char *folder, HvBackupReason reason, gint64 now, GError **error);

/* hv_db_write (), and what a full disk asks for: a reserve lies beside the file while
 * something is being written, and is given up when the disk is full. */
bool hv_store_write (HvStore *store, HvDbWork work, gpointer data, GError **error);

/* Change numbers of one house, both included. */
typedef struct
{
  HvId house;
  gint64 first;
  gint64 last;
} HvSeqRange;

/* Own changes are no news, unless somebody else's lie before them. */
void hv_store_note_written (HvStore *store, const GArray *ranges);

/* Lets the log forget: old personal values after 30 days, changes after 13 months (a sum
 * by month stays). *ret_erased_before: backups older than this still hold people whose
 * time to leave them has come. */
bool hv_store_tidy (HvStore *store, gint64 now, gint64 *ret_erased_before, GError **error);

/* A set of rows by kind and id. */
GHashTable *hv_row_set_new (void);
void hv_row_set_add (GHashTable *rows, HvKind kind, HvId id);
bool hv_row_set_contains (GHashTable *rows, HvKind kind, HvId id);

/* The rows that the log ever ties to a volunteer; NULL with an error. Inside a transaction. */
GHashTable *hv_store_find_rows_about (HvStore *store, HvDb *db, HvId volunteer, GError **error);

/* The last change numbers of the houses as they are now, HvId → gint64. NULL with an error.
 * Inside a transaction. */
GHashTable *hv_store_read_counters (HvDb *db, GError **error);

/* A roster or news has been read in the present transaction: remember how far. */
bool hv_store_note_seen (HvStore *store, GError **error);

G_END_DECLS
