/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files of the store share; private to store/. */

#include "hv-db.h"
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
  char *advice;
  HvConflict conflict;

  /* What fetch_news () has already told: house → last change number; and which life of
   * the data that was in, for a backup restored meanwhile begins another. */
  GHashTable *seen;
  char *epoch;
};

/* hv_store_open () with another schema: for tests of migration. */
HvStore *hv_store_open_with (const char *where, HvStoreFlags flags, const HvSchema *schema, GError **error);

/* Change numbers of one house, both included. */
typedef struct
{
  HvId house;
  gint64 first;
  gint64 last;
} HvSeqRange;

/* Own changes are no news, unless somebody else's lie before them. */
void hv_store_note_written (HvStore *store, const GArray *ranges);

/* A roster or news has been read in the present transaction: remember how far. */
bool hv_store_note_seen (HvStore *store, GError **error);

G_END_DECLS
