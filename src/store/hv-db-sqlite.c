/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The SQLite engine. Why these settings (all measured on Debian 12):
 *
 * journal_mode=PERSIST with synchronous=FULL loses nothing in a power cut; the
 * default DELETE with FULL loses the last edit. WAL is not used: 3.7.0–3.51.2 can
 * corrupt a WAL file when a checkpoint races a commit, and a WAL file copied while
 * it is open lacks its newest edits. On a clean close the mode goes back to DELETE,
 * so that there is one file at rest. mmap_size=0, because a mapped file turns an
 * I/O error into a signal.
 */

#include "hv-db-sqlite.h"
#include "hv-error.h"
#include "hv-text.h"

#include <errno.h>
#include <string.h>

#define BUSY_PAUSE_US 2000
#define BUSY_PATIENCE_US (5 * G_USEC_PER_SEC)

#define LONGEST_TEXT (16 * 1024 * 1024)

typedef struct
{
  HvDbStatement base;
  HvSqlite *connection;
  sqlite3_stmt *handle;
  int *positions; /* of $1, $2 …; NULL when $n is the nth */
  int n_parameters;
} Statement;

typedef struct
{
  const char *name;
  const char *set;
  const char *get;
  const char *wanted; /* as read back */
  bool writers_only;
} Setting;

static const Setting settings[] = {
  { "journal_mode", "PRAGMA journal_mode = PERSIST", "PRAGMA journal_mode", "persist", true },
  { "synchronous", "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", false },
  { "foreign_keys", "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", false },
  { "cell_size_check", "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1", false },
  { "trusted_schema", "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", false },
  { "secure_delete", "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", false },
  { "mmap_size", "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0", false },
  { "cache_size", "PRAGMA cache_size = -16000", "PRAGMA cache_size", "-16000", false },
  { "journal_size_limit", "PRAGMA journal_size_limit = 4194304", "PRAGMA journal_size_limit", "4194304", true },
};

/* --- results --- */

static bool
is_full (int os_error)
{
  return os_error == ENOSPC || os_error == EDQUOT;
}

/* The file under its name is another one by now, or none. */
static bool
has_moved (HvSqlite *connection)
{
  int moved = 0;

  return sqlite3_file_control (connection->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

static HvDbResult
judge_io_error (HvSqlite *connection)
{
  if (has_moved (connection))
    return HV_DB_GONE;
  connection->broken = true;
  return is_full (sqlite3_system_errno (connection->handle)) ? HV_DB_FULL : HV_DB_ERROR;
}

/* Mostly the journal, which could not be made beside the file. */
static HvDbResult
judge_cannot_open (HvSqlite *connection)
{
  int os_error = sqlite3_system_errno (connection->handle);

  if (is_full (os_error))
    return HV_DB_FULL;
  if (os_error == EACCES || os_error == EPERM || os_error == EROFS)
    return HV_DB_READ_ONLY;
  return os_error == ENOENT || has_moved (connection) ? HV_DB_GONE : HV_DB_ERROR;
}

HvDbResult
hv_sqlite_judge (HvSqlite *connection, int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_OK:
    case SQLITE_DONE:
      return HV_DB_DONE;
    case SQLITE_ROW:
      return HV_DB_ROW;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HV_DB_RETRY;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      return HV_DB_CONSTRAINT;
    case SQLITE_READONLY:
      return rc == SQLITE_READONLY_DBMOVED ? HV_DB_GONE : HV_DB_READ_ONLY;
    case SQLITE_FULL:
      return HV_DB_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return HV_DB_CORRUPT;
    case SQLITE_IOERR:
      return judge_io_error (connection);
    case SQLITE_CANTOPEN:
      return judge_cannot_open (connection);
    default:
      return HV_DB_ERROR;
    }
}

/* --- opening --- */

/* SQLite's own busy handler backs off to 100 ms and lets a reader starve for seconds
 * between two busy writers. */
static int
busy_cb (void *data, int count)
{
  HvSqlite *connection = data;
  gint64 now = g_get_monotonic_time ();

  if (count == 0)
    connection->busy_since = now;
  if (now - connection->busy_since > BUSY_PATIENCE_US)
    return 0;
  g_usleep (BUSY_PAUSE_US);
  return 1;
}

/* The first column of the first row, as text; NULL when there is none. */
char *
hv_sqlite_ask (HvSqlite *connection, const char *sql, int *ret_rc)
{
  sqlite3_stmt *query = NULL;
  char *answer = NULL;
  int rc = sqlite3_prepare_v2 (connection->handle, sql, -1, &query, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (query);
  if (rc == SQLITE_ROW)
    answer = g_strdup ((const char *)sqlite3_column_text (query, 0));
  sqlite3_finalize (query);
  if (ret_rc != NULL)
    *ret_rc = rc;
  return answer;
}

/* What only looks at a file may meet a journal that somebody else has to play back. */
static bool
is_tolerable (HvSqlite *connection, HvDbResult result)
{
  return result == HV_DB_DONE || (result == HV_DB_READ_ONLY && (connection->flags & HV_DB_READ) != 0);
}

/* A database answers a setting it does not take with silence: so each is read back. */
static bool
apply_setting (HvSqlite *connection, const Setting *setting, const char *path, GError **error)
{
  HvDbResult result = hv_sqlite_execute (connection, setting->set);
  int rc = SQLITE_ROW;
  g_autofree char *answer = result == HV_DB_DONE ? hv_sqlite_ask (connection, setting->get, &rc) : NULL;

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    result = hv_sqlite_judge (connection, rc);
  if (!is_tolerable (connection, result))
    {
      g_propagate_error (error, hv_db_word_failure (path, result, sqlite3_errmsg (connection->handle)));
      return false;
    }
  if (result != HV_DB_DONE || g_strcmp0 (answer, setting->wanted) == 0)
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("The file could not be opened safely: the database does not take the setting %s. Close "
                            "other programs that have the file open, then try again."),
               setting->name);
  return false;
}

static bool
settle (HvSqlite *connection, const char *path, GError **error)
{
  sqlite3_extended_result_codes (connection->handle, 1);
  sqlite3_busy_handler (connection->handle, busy_cb, connection);
  sqlite3_limit (connection->handle, SQLITE_LIMIT_LENGTH, LONGEST_TEXT);
  sqlite3_limit (connection->handle, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO needs one */
  sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);

  if ((connection->flags & HV_DB_ALONE) != 0)
    sqlite3_exec (connection->handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if ((!settings[i].writers_only || (connection->flags & HV_DB_READ) == 0)
        && !apply_setting (connection, &settings[i], path, error))
      return false;
  return true;
}

static void
close_connection (gpointer data)
{
  HvSqlite *connection = data;

  sqlite3_finalize (connection->data_version_query);
  if (!connection->broken && (connection->flags & HV_DB_READ) == 0)
    {
      sqlite3_busy_handler (connection->handle, NULL, NULL); /* whoever closes last tidies up */
      sqlite3_exec (connection->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
  sqlite3_close (connection->handle);
  g_free (connection);
}

static bool
open_handle (HvSqlite *connection, const char *path, GError **error)
{
  int how = (connection->flags & HV_DB_READ) != 0 ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int rc = sqlite3_open_v2 (path, &connection->handle, how | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (rc == SQLITE_OK)
    return true;

  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, HV_ERROR, HV_ERROR_DAMAGED,
               hv_own_text ("“%s” could not be opened (%s). Check that the file is there and that you may read it."),
               name, connection->handle != NULL ? sqlite3_errmsg (connection->handle) : "");
  return false;
}

static bool has_changed (gpointer data);

static gpointer
open_connection (const char *where, HvDbFlags flags, GError **error)
{
  HvSqlite *connection = g_new0 (HvSqlite, 1);
  connection->flags = flags;

  if (!open_handle (connection, where, error) || !settle (connection, where, error))
    {
      connection->broken = true;
      close_connection (connection);
      return NULL;
    }
  has_changed (connection);
  return connection;
}

static const char *
explain (gpointer data)
{
  HvSqlite *connection = data;

  return sqlite3_errmsg (connection->handle);
}

static bool
is_broken (gpointer data)
{
  HvSqlite *connection = data;

  return connection->broken;
}

static bool
is_read_only (gpointer data)
{
  HvSqlite *connection = data;

  return sqlite3_db_readonly (connection->handle, "main") != 0;
}

/* --- statements --- */

/* SQLite numbers $1, $2 … by their first appearance, as names. */
static void
find_positions (Statement *statement)
{
  bool in_order = true;

  statement->n_parameters = sqlite3_bind_parameter_count (statement->handle);
  statement->positions = g_new0 (int, (gsize)statement->n_parameters + 1);
  for (int position = 1; position <= statement->n_parameters; position++)
    {
      const char *name = sqlite3_bind_parameter_name (statement->handle, position);
      g_assert (name != NULL && name[0] == '$');
      int number = (int)g_ascii_strtoll (name + 1, NULL, 10);
      g_assert (number >= 1 && number <= statement->n_parameters);
      statement->positions[number] = position;
      in_order = in_order && number == position;
    }
  if (in_order)
    g_clear_pointer (&statement->positions, g_free);
}

static HvDbStatement *
prepare (gpointer data, const char *sql, HvDbResult *ret_result)
{
  HvSqlite *connection = data;
  sqlite3_stmt *handle = NULL;
  int rc = sqlite3_prepare_v3 (connection->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  *ret_result = hv_sqlite_judge (connection, rc);
  if (handle == NULL)
    return NULL;

  Statement *statement = g_new0 (Statement, 1);
  statement->connection = connection;
  statement->handle = handle;
  find_positions (statement);
  return &statement->base;
}

static void
free_statement (HvDbStatement *base)
{
  Statement *statement = (Statement *)base;

  sqlite3_finalize (statement->handle);
  g_free (statement->positions);
  g_free (statement);
}

static void
reset (HvDbStatement *base)
{
  sqlite3_reset (((Statement *)base)->handle);
}

static inline int
get_position (const Statement *statement, int parameter)
{
  g_assert (parameter >= 1 && parameter <= statement->n_parameters);
  return statement->positions != NULL ? statement->positions[parameter] : parameter;
}

static void
bind_int (HvDbStatement *base, int parameter, gint64 value)
{
  Statement *statement = (Statement *)base;

  if (value == G_MININT64)
    sqlite3_bind_null (statement->handle, get_position (statement, parameter));
  else
    sqlite3_bind_int64 (statement->handle, get_position (statement, parameter), value);
}

static void
bind_text (HvDbStatement *base, int parameter, const char *text)
{
  Statement *statement = (Statement *)base;

  sqlite3_bind_text (statement->handle, get_position (statement, parameter), text, -1, SQLITE_STATIC);
}

static HvDbResult
step (HvDbStatement *base)
{
  Statement *statement = (Statement *)base;
  int rc = sqlite3_step (statement->handle);

  return rc == SQLITE_ROW ? HV_DB_ROW : hv_sqlite_judge (statement->connection, rc);
}

static gint64
get_int (HvDbStatement *base, int column)
{
  sqlite3_stmt *handle = ((Statement *)base)->handle;
  gint64 value = sqlite3_column_int64 (handle, column);

  /* NULL reads as 0, and asking for the type is only then worth its time. */
  if (value == 0 && sqlite3_column_type (handle, column) == SQLITE_NULL)
    return G_MININT64;
  return value;
}

static const char *
get_text (HvDbStatement *base, int column)
{
  return (const char *)sqlite3_column_text (((Statement *)base)->handle, column);
}

/* --- transactions --- */

HvDbResult
hv_sqlite_execute (gpointer data, const char *sql)
{
  HvSqlite *connection = data;

  return hv_sqlite_judge (connection, sqlite3_exec (connection->handle, sql, NULL, NULL, NULL));
}

/* A writer says so at once: two that both begin as readers could never both go on. */
static HvDbResult
begin (gpointer data, bool write)
{
  return hv_sqlite_execute (data, write ? "BEGIN IMMEDIATE" : "BEGIN");
}

static HvDbResult
commit (gpointer data)
{
  return hv_sqlite_execute (data, "COMMIT");
}

static void
rollback (gpointer data)
{
  HvSqlite *connection = data;

  for (sqlite3_stmt *s = sqlite3_next_stmt (connection->handle, NULL); s != NULL;
       s = sqlite3_next_stmt (connection->handle, s))
    sqlite3_reset (s);
  if (!sqlite3_get_autocommit (connection->handle))
    sqlite3_exec (connection->handle, "ROLLBACK", NULL, NULL, NULL);
}

static bool
has_changed (gpointer data)
{
  HvSqlite *connection = data;

  if (connection->data_version_query == NULL)
    sqlite3_prepare_v2 (connection->handle, "PRAGMA data_version", -1, &connection->data_version_query, NULL);
  if (sqlite3_step (connection->data_version_query) != SQLITE_ROW)
    {
      sqlite3_reset (connection->data_version_query);
      return false;
    }

  gint64 version = sqlite3_column_int64 (connection->data_version_query, 0);
  bool changed = version != connection->data_version;
  connection->data_version = version;
  sqlite3_reset (connection->data_version_query);
  return changed;
}

const HvDbEngine hv_db_sqlite = {
  .name = "SQLite",
  .int_type = "INTEGER",
  .text_type = "TEXT",
  .table_end = ") STRICT, WITHOUT ROWID",
  .locks_rows = false,
  .open = open_connection,
  .close = close_connection,
  .explain = explain,
  .is_broken = is_broken,
  .is_read_only = is_read_only,
  .prepare = prepare,
  .free_statement = free_statement,
  .reset = reset,
  .bind_int = bind_int,
  .bind_text = bind_text,
  .step = step,
  .get_int = get_int,
  .get_text = get_text,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .execute = hv_sqlite_execute,
  .has_changed = has_changed,
  .get_schema = hv_sqlite_get_schema,
  .set_schema = hv_sqlite_set_schema,
  .copy_to = hv_sqlite_copy_to,
  .copy_from = hv_sqlite_copy_from,
  .check = hv_sqlite_check,
  .compact = hv_sqlite_compact,
};
