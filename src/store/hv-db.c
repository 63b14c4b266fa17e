/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-db.h"

#include "hv-db-engine.h"

/* Somebody in the way: tried again after 1, 2, 4 … 128 ms and as much again by chance. */
#define MAX_TRIES 8

struct _HvDb
{
  const HvDbEngine *engine;
  char *where;
  HvDbFlags flags;
  gpointer connection;
  GHashTable *statements; /* address of the text → HvDbStatement */
};

G_DEFINE_QUARK (hv_db_error, hv_db_error)

static void
free_statement (gpointer data)
{
  HvDbStatement *statement = data;

  statement->engine->free_statement (statement);
}

HvDb *
hv_db_open (const HvDbEngine *engine, const char *where, HvDbFlags flags, GError **error)
{
  gpointer connection = engine->open (where, flags, error);
  if (connection == NULL)
    return NULL;

  HvDb *db = g_new0 (HvDb, 1);
  db->engine = engine;
  db->where = g_strdup (where);
  db->flags = flags;
  db->connection = connection;
  db->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_statement);
  return db;
}

void
hv_db_close (HvDb *db)
{
  g_hash_table_unref (db->statements);
  if (db->connection != NULL)
    db->engine->close (db->connection);
  g_free (db->where);
  g_free (db);
}

const char *
hv_db_get_where (const HvDb *db)
{
  return db->where;
}

const HvDbEngine *
hv_db_get_engine (const HvDb *db)
{
  return db->engine;
}

bool
hv_db_is_read_only (const HvDb *db)
{
  return (db->flags & HV_DB_READ) != 0 || (db->connection != NULL && db->engine->is_read_only (db->connection));
}

/* --- statements --- */

HvDbStatement *
hv_db_prepare (HvDb *db, const char *sql, GError **error)
{
  HvDbStatement *statement = g_hash_table_lookup (db->statements, sql);
  if (statement != NULL)
    {
      db->engine->reset (statement);
      return statement;
    }

  HvDbResult result;
  statement = db->engine->prepare (db->connection, sql, &result);
  if (statement == NULL)
    {
      hv_db_fail (db, result, error);
      return NULL;
    }
  statement->db = db;
  statement->engine = db->engine;
  g_hash_table_insert (db->statements, (gpointer)sql, statement);
  return statement;
}

void
hv_db_bind_int (HvDbStatement *statement, int parameter, gint64 value)
{
  statement->engine->bind_int (statement, parameter, value);
}

void
hv_db_bind_text (HvDbStatement *statement, int parameter, const char *text)
{
  statement->engine->bind_text (statement, parameter, text);
}

HvDbResult
hv_db_step (HvDbStatement *statement)
{
  return statement->engine->step (statement);
}

gint64
hv_db_get_int (HvDbStatement *statement, int column)
{
  return statement->engine->get_int (statement, column);
}

const char *
hv_db_get_text (HvDbStatement *statement, int column)
{
  return statement->engine->get_text (statement, column);
}

bool
hv_db_finish (HvDbStatement *statement, HvDbResult result, GError **error)
{
  if (result != HV_DB_DONE)
    hv_db_fail (statement->db, result, error);
  statement->engine->reset (statement);
  return result == HV_DB_DONE;
}

bool
hv_db_run (HvDbStatement *statement, GError **error)
{
  HvDbResult result;

  do
    result = hv_db_step (statement);
  while (result == HV_DB_ROW);
  return hv_db_finish (statement, result, error);
}

bool
hv_db_fetch (HvDbStatement *statement, bool *ret_found, GError **error)
{
  HvDbResult result = hv_db_step (statement);

  if (result != HV_DB_ROW && result != HV_DB_DONE)
    return hv_db_finish (statement, result, error);
  *ret_found = result == HV_DB_ROW;
  return true;
}

/* --- transactions --- */

/* A connection in doubt is never used again: after an I/O error nobody knows what
 * the disk holds, and asking it to sync once more can succeed without having done so. */
static bool
reopen_if_broken (HvDb *db, GError **error)
{
  if (db->connection != NULL && !db->engine->is_broken (db->connection))
    return true;

  g_hash_table_remove_all (db->statements);
  if (db->connection != NULL)
    db->engine->close (db->connection);
  db->connection = db->engine->open (db->where, db->flags, error);
  return db->connection != NULL;
}

static bool
try_transaction (HvDb *db, bool write, HvDbWork work, gpointer data, GError **error)
{
  if (!reopen_if_broken (db, error))
    return false;

  HvDbResult result = db->engine->begin (db->connection, write);
  if (result != HV_DB_DONE)
    return hv_db_fail (db, result, error);

  if (work (db, data, error))
    {
      result = db->engine->commit (db->connection);
      if (result == HV_DB_DONE)
        return true;
      hv_db_fail (db, result, error);
    }
  db->engine->rollback (db->connection);
  return false;
}

static void
wait_before_try (int tries)
{
  gulong pause = 1000UL << MIN (tries, 7);

  g_usleep (pause + (gulong)g_random_int_range (0, (gint32)pause));
}

static bool
run_transaction (HvDb *db, bool write, HvDbWork work, gpointer data, GError **error)
{
  for (int tries = 0;; tries++)
    {
      g_autoptr (GError) failure = NULL;

      if (try_transaction (db, write, work, data, &failure))
        return true;
      if (!hv_db_is (failure, HV_DB_RETRY) || tries + 1 == MAX_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return hv_db_explain (db, error);
        }
      wait_before_try (tries);
    }
}

bool
hv_db_write (HvDb *db, HvDbWork work, gpointer data, GError **error)
{
  if (hv_db_is_read_only (db))
    {
      hv_db_fail (db, HV_DB_READ_ONLY, error);
      return hv_db_explain (db, error);
    }
  return run_transaction (db, true, work, data, error);
}

bool
hv_db_read (HvDb *db, HvDbWork work, gpointer data, GError **error)
{
  return run_transaction (db, false, work, data, error);
}

/* --- the place as a whole --- */

static bool
answer (HvDb *db, HvDbResult result, GError **error)
{
  return result == HV_DB_DONE || hv_db_fail (db, result, error);
}

bool
hv_db_copy_to (HvDb *db, const char *path, GError **error)
{
  return reopen_if_broken (db, error) && answer (db, db->engine->copy_to (db->connection, path), error);
}

bool
hv_db_copy_from (HvDb *db, const char *path, GError **error)
{
  return reopen_if_broken (db, error) && answer (db, db->engine->copy_from (db->connection, path), error);
}

bool
hv_db_check (HvDb *db, bool thorough, GPtrArray *findings, GError **error)
{
  return reopen_if_broken (db, error) && answer (db, db->engine->check (db->connection, thorough, findings), error);
}

bool
hv_db_compact (HvDb *db, GError **error)
{
  return reopen_if_broken (db, error) && answer (db, db->engine->compact (db->connection), error);
}

bool
hv_db_get_schema (HvDb *db, int *ret_number, GError **error)
{
  return reopen_if_broken (db, error) && answer (db, db->engine->get_schema (db->connection, ret_number), error);
}

bool
hv_db_set_schema (HvDb *db, int number, GError **error)
{
  return answer (db, db->engine->set_schema (db->connection, number), error);
}

/* --- the rest --- */

bool
hv_db_execute (HvDb *db, const char *sql, GError **error)
{
  return answer (db, db->engine->execute (db->connection, sql), error);
}

bool
hv_db_has_changed (HvDb *db)
{
  return db->connection == NULL || db->engine->has_changed (db->connection);
}

bool
hv_db_fail (HvDb *db, HvDbResult result, GError **error)
{
  const char *words = db->connection != NULL ? db->engine->explain (db->connection) : "";

  g_set_error_literal (error, HV_DB_ERROR_DOMAIN, result, words);
  return false;
}

bool
hv_db_is (const GError *error, HvDbResult result)
{
  return g_error_matches (error, HV_DB_ERROR_DOMAIN, (int)result);
}

bool
hv_db_explain (HvDb *db, GError **error)
{
  if (error != NULL && *error != NULL && (*error)->domain == HV_DB_ERROR_DOMAIN)
    {
      GError *worded = hv_db_word_failure (db->where, (HvDbResult)(*error)->code, (*error)->message);
      g_error_free (*error);
      *error = worded;
    }
  return false;
}
