/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-db-sqlite.h"

#include <string.h>

#define APPLICATION_ID 0x48555356 /* "HUSV" */

static HvDbResult
ask_number (HvSqlite *connection, const char *sql, gint64 *ret_number)
{
  int rc;
  g_autofree char *answer = hv_sqlite_ask (connection, sql, &rc);

  if (answer == NULL)
    return hv_sqlite_judge (connection, rc == SQLITE_DONE ? SQLITE_ERROR : rc);
  *ret_number = g_ascii_strtoll (answer, NULL, 10);
  return HV_DB_DONE;
}

/* A file of somebody else's is not an empty one. */
HvDbResult
hv_sqlite_get_schema (gpointer data, int *ret_number)
{
  gint64 application, schema, tables;
  HvDbResult result = ask_number (data, "PRAGMA application_id", &application);

  if (result == HV_DB_DONE)
    result = ask_number (data, "PRAGMA user_version", &schema);
  if (result == HV_DB_DONE)
    result = ask_number (data, "SELECT count(*) FROM sqlite_schema", &tables);
  if (result != HV_DB_DONE)
    return result;
  bool foreign = application != APPLICATION_ID && (application != 0 || schema != 0 || tables != 0);
  *ret_number = foreign ? -1 : (int)schema;
  return HV_DB_DONE;
}

/* Every key begins with org_id, which is the same in every row of a file. Without figures
 * SQLite takes it for a good choice and reads the whole table by it. So it gets the figures
 * of a big organisation, the same in every file: plans do not change with the data, nor in
 * the middle of the first import. */
static const char statistics[] = "PRAGMA analysis_limit = 1;"
                                 "ANALYZE;" /* makes the table */
                                 "DELETE FROM sqlite_stat1;"
                                 "INSERT INTO sqlite_stat1 (tbl, idx, stat)"
                                 " SELECT t.name, CASE l.origin WHEN 'pk' THEN t.name ELSE l.name END, '1000000' || ("
                                 "   SELECT group_concat (CASE i.seqno"
                                 "     WHEN 0 THEN ' 1000000'"
                                 "     WHEN (SELECT max (j.seqno) FROM pragma_index_info (l.name) j)"
                                 "     THEN CASE l.\"unique\" WHEN 1 THEN ' 1' ELSE ' 10' END"
                                 "     ELSE ' 100' END, '')"
                                 "   FROM pragma_index_info (l.name) i)"
                                 " FROM sqlite_schema t"
                                 " JOIN pragma_index_list (t.name) l"
                                 " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%';"
                                 "ANALYZE sqlite_schema"; /* takes them into use */

HvDbResult
hv_sqlite_set_schema (gpointer data, int number)
{
  g_autofree char *sql =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID, number);
  HvDbResult result = hv_sqlite_execute (data, sql);

  return result == HV_DB_DONE ? hv_sqlite_execute (data, statistics) : result;
}

HvDbResult
hv_sqlite_copy_to (gpointer data, const char *path)
{
  HvSqlite *connection = data;
  sqlite3_stmt *copy = NULL;
  int rc = sqlite3_prepare_v2 (connection->handle, "VACUUM INTO $1", -1, &copy, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_bind_text (copy, 1, path, -1, SQLITE_STATIC);
      rc = sqlite3_step (copy);
    }
  HvDbResult result = hv_sqlite_judge (connection, rc);
  sqlite3_finalize (copy);
  return result;
}

/* As one transaction of this file: other programs that have it open see the change
 * like any other, and a crash half way leaves the old content. */
HvDbResult
hv_sqlite_copy_from (gpointer data, const char *path)
{
  HvSqlite *connection = data;
  sqlite3 *source = NULL;
  int rc = sqlite3_open_v2 (path, &source, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  HvDbResult result = HV_DB_CORRUPT;

  if (rc == SQLITE_OK)
    {
      sqlite3_backup *backup = sqlite3_backup_init (connection->handle, "main", source, "main");
      rc = backup != NULL ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (connection->handle);
      if (backup != NULL)
        rc = rc == SQLITE_DONE ? sqlite3_backup_finish (backup) : (sqlite3_backup_finish (backup), rc);
      result = hv_sqlite_judge (connection, rc);
    }
  sqlite3_close (source);
  return result;
}

static HvDbResult
collect_lines (HvSqlite *connection, const char *sql, GPtrArray *findings)
{
  sqlite3_stmt *query = NULL;
  int rc = sqlite3_prepare_v2 (connection->handle, sql, -1, &query, NULL);

  while (rc == SQLITE_OK || rc == SQLITE_ROW)
    {
      rc = sqlite3_step (query);
      const char *line = rc == SQLITE_ROW ? (const char *)sqlite3_column_text (query, 0) : NULL;
      if (line != NULL && strcmp (line, "ok") != 0)
        g_ptr_array_add (findings, g_strdup (line));
    }
  HvDbResult result = hv_sqlite_judge (connection, rc);
  sqlite3_finalize (query);
  return result;
}

HvDbResult
hv_sqlite_check (gpointer data, bool thorough, GPtrArray *findings)
{
  HvDbResult result = collect_lines (data, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check", findings);

  if (result == HV_DB_DONE && thorough)
    result = collect_lines (data,
                            "SELECT \"table\" || ': a row refers to a missing row of ' || parent "
                            "FROM pragma_foreign_key_check",
                            findings);
  return result;
}

/* A persistent journal still holds what the pages held before: it goes too. While journals
 * are deleted, only EXTRA keeps the last commit through a power cut. */
HvDbResult
hv_sqlite_compact (gpointer data)
{
  HvDbResult result = hv_sqlite_execute (data, "PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE");

  if (result == HV_DB_DONE)
    result = hv_sqlite_execute (data, "VACUUM");
  hv_sqlite_execute (data, "PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL");
  return result;
}
