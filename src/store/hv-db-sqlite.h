/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSqlite: a connection of the SQLite engine, for its two files: hv-db-sqlite.c opens it and
 * runs statements and transactions, hv-db-sqlite-file.c treats the file as a whole. */

#include "hv-db-engine.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *handle;
  HvDbFlags flags;
  gint64 busy_since; /* monotonic µs at which the wait in progress began */
  gint64 data_version;
  sqlite3_stmt *data_version_query;
  bool broken;
} HvSqlite;

/* What an SQLite result code means to the store. */
HvDbResult hv_sqlite_judge (HvSqlite *connection, int rc);

HvDbResult hv_sqlite_execute (gpointer connection, const char *sql);

/* The first column of the first row, as text; NULL when there is none. The caller owns it;
 * ret_rc may be NULL. */
char *hv_sqlite_ask (HvSqlite *connection, const char *sql, int *ret_rc);

/* As in HvDbEngine. */
HvDbResult hv_sqlite_get_schema (gpointer data, int *ret_number);
HvDbResult hv_sqlite_set_schema (gpointer data, int number);
HvDbResult hv_sqlite_copy_to (gpointer data, const char *path);
HvDbResult hv_sqlite_copy_from (gpointer data, const char *path);
HvDbResult hv_sqlite_check (gpointer data, bool thorough, GPtrArray *findings);
HvDbResult hv_sqlite_compact (gpointer data);

G_END_DECLS
