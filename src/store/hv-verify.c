/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verify.h"

#include "hv-backup.h"
#include "hv-copy.h"
#include "hv-db-engine.h"
#include "hv-delta.h"
#include "hv-error.h"
#include "hv-name.h"
#include "hv-sql.h"
#include "hv-text.h"
#include "hv-verify-private.h"

#include <string.h>

static void
add_row_finding (HvVerify *verify, const HvTable *table, HvId id, const char *what)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  /* TRANSLATORS: a table's name and a number, then what is wrong with that row. */
  hv_verify_add_finding (verify, hv_own_text ("%s %s: %s"), table->name, number, what);
}

/* --- rows as they should be --- */

/* A row as backup and log lead to it. */
typedef struct
{
  HvRow row;         /* its record NULL: not there yet */
  HvColumns unknown; /* personal values that the log has let go */
} Expected;

/* The change that `changes` stands on is one of this row. */
static bool
is_change_of (HvVerify *verify, const HvTable *table, HvId id)
{
  return verify->at == HV_DB_ROW && g_strcmp0 (hv_db_get_text (verify->changes, 0), table->name) == 0
         && hv_db_get_int (verify->changes, 1) == id;
}

/* Whether an old value of the log is what was there. */
static bool
before_fits (const HvTable *table, const Expected *expected, const char *before)
{
  HvColumns named;
  bool gone = expected->row.gone;
  if (before == NULL)
    return true;

  g_autoptr (HvRecord) copy = hv_record_copy (expected->row.record);
  return hv_delta_apply (before, table, copy, &gone, &named) && gone == expected->row.gone
         && (hv_table_compare (table, expected->row.record, copy) & named & ~expected->unknown & ~table->derived) == 0;
}

static bool
apply_after (const HvTable *table, Expected *expected, const char *after)
{
  HvColumns named;

  return after == NULL || hv_delta_apply (after, table, expected->row.record, &expected->row.gone, &named);
}

/* What one change says of its row, besides the versions. False when it contradicts itself. */
static bool
follow_values (const HvTable *table, HvDbStatement *change, Expected *expected)
{
  const char *names = hv_db_get_text (change, 7);
  bool hidden = names != NULL && hv_db_get_int (change, 8) == HV_NONE;
  HvColumns named = names != NULL ? hv_delta_find_columns (table, names) : 0;
  bool fits = before_fits (table, expected, hv_db_get_text (change, 5));

  if (names != NULL && !hidden)
    fits = fits && before_fits (table, expected, hv_db_get_text (change, 9));
  fits = apply_after (table, expected, hv_db_get_text (change, 6)) && fits;
  if (names != NULL && !hidden)
    {
      fits = apply_after (table, expected, hv_db_get_text (change, 10)) && fits;
      expected->unknown &= ~named;
    }
  if (hidden)
    expected->unknown |= named;
  return fits;
}

static void
follow_change (HvVerify *verify, const HvTable *table, HvId id, Expected *expected)
{
  HvDbStatement *change = verify->changes;
  gint64 ver = hv_db_get_int (change, 2);
  HvRecord *record = expected->row.record;

  if (record != NULL && ver <= record->ver)
    return; /* the backup has it already */
  bool in_order = ver == (record != NULL ? record->ver + 1 : 1)
                  && hv_db_get_int (change, 3) == (record != NULL ? expected->row.content : 0);
  if (record == NULL)
    expected->row = (HvRow){ hv_record_new (table->kind, id), 0, false };
  if (!in_order || !follow_values (table, change, expected))
    add_row_finding (verify, table, id, hv_own_text ("the change log contradicts itself or lacks a change"));
  ((HvRecord *)expected->row.record)->ver = ver;
  expected->row.content = hv_db_get_int (change, 4);
}

/* Follows all changes of a row; `changes` then stands behind them. */
static void
follow_changes (HvVerify *verify, const HvTable *table, HvId id, Expected *expected)
{
  while (is_change_of (verify, table, id))
    {
      follow_change (verify, table, id, expected);
      verify->at = hv_db_step (verify->changes);
    }
}

/* --- rows as they are --- */

static void
compare_values (HvVerify *verify, const HvTable *table, const Expected *expected, const HvRow *row)
{
  HvColumns differ = hv_table_compare (table, expected->row.record, row->record) & ~expected->unknown & ~table->derived;

  if (row->gone)
    differ &= ~table->private_; /* may have been blanked for good */
  if (expected->row.gone != row->gone)
    differ |= HV_COLUMN_GONE;
  if (differ != 0)
    {
      g_autofree char *names = hv_delta_name_columns (table, differ);
      g_autofree char *what = g_strdup_printf (hv_own_text ("not as it was saved (%s)"), names);
      add_row_finding (verify, table, ((HvRecord *)row->record)->id, what);
    }
}

static bool
derived_fits (const HvTable *table, const HvRow *row)
{
  const HvVolunteer *volunteer = row->record;
  if (table->kind != HV_KIND_VOLUNTEER || (row->gone && volunteer->key == NULL))
    return true;

  g_autofree char *key = hv_name_key (volunteer->name);
  return g_strcmp0 (key, volunteer->key) == 0;
}

static void
compare_row (HvVerify *verify, const HvTable *table, const Expected *expected, const HvRow *row)
{
  const HvRecord *wanted = expected->row.record, *got = row->record;

  if (!derived_fits (table, row))
    add_row_finding (verify, table, got->id, hv_own_text ("not as it was saved (name_key)"));
  if (wanted == NULL)
    {
      if (verify->base != NULL || verify->from_beginning)
        add_row_finding (verify, table, got->id, hv_own_text ("the change log does not know it"));
      return;
    }
  if (wanted->ver != got->ver || expected->row.content != row->content)
    add_row_finding (verify, table, got->id, hv_own_text ("has another version than the change log says"));
  else
    compare_values (verify, table, expected, row);
}

/* --- one table, three streams side by side --- */

/* Rows of a table in the order of their ids, one at a time. */
typedef struct
{
  const HvTable *table;
  HvDbStatement *statement; /* NULL: no rows */
  HvRow row;
} Stream;

static bool
next_row (Stream *stream, GError **error)
{
  hv_row_clear (&stream->row);
  if (stream->statement == NULL)
    return true;

  HvDbResult result = hv_db_step (stream->statement);
  if (result == HV_DB_ROW)
    return hv_table_read_row (stream->table, stream->statement, &stream->row, error);
  HvDbStatement *ended = g_steal_pointer (&stream->statement);
  return hv_db_finish (ended, result, error);
}

static bool
open_stream (Stream *stream, HvDb *db, const HvTable *table, GError **error)
{
  *stream = (Stream){ .table = table };
  if (db == NULL)
    return true;
  stream->statement = hv_db_prepare (db, table->list_all, error);
  if (stream->statement == NULL)
    return false;
  hv_db_bind_int (stream->statement, 1, HV_SQL_ORG);
  return next_row (stream, error);
}

static HvId
get_id (const Stream *stream)
{
  return stream->row.record != NULL ? ((HvRecord *)stream->row.record)->id : G_MAXINT64;
}

static HvId
get_change_id (HvVerify *verify, const HvTable *table)
{
  bool here = verify->at == HV_DB_ROW && g_strcmp0 (hv_db_get_text (verify->changes, 0), table->name) == 0;

  return here ? hv_db_get_int (verify->changes, 1) : G_MAXINT64;
}

static bool
verify_row (HvVerify *verify, const HvTable *table, HvId id, Stream *base, Stream *now, GError **error)
{
  Expected expected = { { NULL, 0, false }, 0 };

  if (get_id (base) == id)
    {
      expected.row = base->row;
      base->row.record = NULL;
      if (!next_row (base, error))
        {
          hv_row_clear (&expected.row);
          return false;
        }
    }
  follow_changes (verify, table, id, &expected);
  if (get_id (now) == id)
    compare_row (verify, table, &expected, &now->row);
  else
    add_row_finding (verify, table, id, hv_own_text ("is missing"));
  hv_row_clear (&expected.row);
  return get_id (now) != id || next_row (now, error);
}

static bool
verify_table (HvVerify *verify, const HvTable *table, GError **error)
{
  Stream base, now = { .table = table };
  bool done = open_stream (&base, verify->base, table, error) && open_stream (&now, verify->store->db, table, error);

  while (done)
    {
      HvId id = MIN (MIN (get_id (&base), get_id (&now)), get_change_id (verify, table));
      if (id == G_MAXINT64)
        break;
      done = verify_row (verify, table, id, &base, &now, error);
    }
  hv_row_clear (&base.row);
  hv_row_clear (&now.row);
  return done;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(HvTable *const *)a)->name, (*(HvTable *const *)b)->name);
}

/* Up to the changes of a table (NULL: to the end). */
static void
skip_unknown_tables (HvVerify *verify, const char *name)
{
  while (verify->at == HV_DB_ROW && (name == NULL || g_strcmp0 (hv_db_get_text (verify->changes, 0), name) < 0))
    {
      hv_verify_add_finding (verify, hv_own_text ("The change log names a table “%s” that is not there."),
                             hv_db_get_text (verify->changes, 0));
      verify->at = hv_db_step (verify->changes);
    }
}

/* Tables in the order in which the changes name them. */
static bool
verify_tables (HvVerify *verify, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    g_ptr_array_add (tables, hv_tables_get (verify->store->tables, (HvKind)kind));
  g_ptr_array_sort (tables, compare_names);
  for (guint i = 0; i < tables->len; i++)
    {
      const HvTable *table = tables->pdata[i];
      skip_unknown_tables (verify, table->name);
      if (!verify_table (verify, table, error))
        return false;
    }
  skip_unknown_tables (verify, NULL);
  return hv_db_finish (verify->changes, verify->at == HV_DB_ROW ? HV_DB_DONE : verify->at, error);
}

/* --- the whole --- */

static bool
compare_state (HvDb *db, gpointer data, GError **error)
{
  HvVerify *verify = data;

  g_ptr_array_set_size (verify->findings, 0);
  if (!hv_verify_counters (verify, error) || !hv_verify_logs (verify, error))
    return false;
  verify->changes = hv_db_prepare (db, hv_sql[HV_SQL_VERIFY_ROWS], error);
  if (verify->changes == NULL)
    return false;
  hv_db_bind_int (verify->changes, 1, HV_SQL_ORG);
  verify->at = verify->base != NULL || verify->from_beginning ? hv_db_step (verify->changes) : HV_DB_DONE;
  return verify_tables (verify, error);
}

typedef struct
{
  char *epoch;
} Epoch;

static bool
read_epoch (HvDb *db, gpointer data, GError **error)
{
  Epoch *epoch = data;

  g_clear_pointer (&epoch->epoch, g_free);
  return hv_schema_read_epoch (db, &epoch->epoch, error);
}

/* The newest good backup of the same life of the data: not of one before a restore. */
static HvDb *
open_base (HvStore *store, const char *folder)
{
  Epoch now = { NULL };
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, store->where);
  HvDb *base = NULL;

  if (!hv_db_read (store->db, read_epoch, &now, NULL))
    return NULL;
  for (guint i = 0; i < backups->len && base == NULL; i++)
    {
      const char *path = ((HvBackup *)backups->pdata[i])->path;
      Epoch then = { NULL };
      HvDb *db = hv_copy_check (path, NULL) ? hv_db_open (&hv_db_sqlite, path, HV_DB_READ, NULL) : NULL;
      if (db != NULL && hv_db_read (db, read_epoch, &then, NULL) && g_strcmp0 (now.epoch, then.epoch) == 0)
        base = g_steal_pointer (&db);
      g_clear_pointer (&db, hv_db_close);
      g_free (then.epoch);
    }
  g_free (now.epoch);
  return base;
}

/* The database's own findings, in its words. */
static bool
check_database (HvVerify *verify, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!hv_db_check (verify->store->db, true, lines, error))
    return hv_db_explain (verify->store->db, error);
  for (guint i = 0; i < lines->len; i++)
    hv_verify_add_finding (verify, hv_own_text ("The database reports: %s"), (char *)lines->pdata[i]);
  return true;
}

/* Damage that stops the check is what it was to find. */
static bool
take_damage (HvVerify *verify, GError *failure, GError **error)
{
  if (!g_error_matches (failure, HV_ERROR, HV_ERROR_DAMAGED))
    {
      g_propagate_error (error, failure);
      return false;
    }
  hv_verify_add_finding (verify, "%s", failure->message);
  g_error_free (failure);
  return true;
}

bool
hv_store_verify (HvStore *store, const char *folder, GPtrArray **ret_findings, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  HvVerify verify = { .store = store, .findings = findings };
  g_autoptr (GError) failure = NULL;
  bool done = check_database (&verify, &failure);

  if (done && findings->len == 0)
    {
      g_autoptr (HvDb) base = open_base (store, folder);
      verify.base = base;
      done = hv_db_read (store->db, compare_state, &verify, &failure);
    }
  if (!done && !take_damage (&verify, g_steal_pointer (&failure), error))
    return false;
  *ret_findings = g_steal_pointer (&findings);
  return true;
}
