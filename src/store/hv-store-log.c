/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-delta.h"
#include "hv-sql.h"
#include "hv-store-private.h"
#include "hv-writer.h"

#include <string.h>

#define MOST_ROWS 10000

static void
clear_row (gpointer data)
{
  g_strfreev (((HvStepRow *)data)->fields);
}

void
hv_log_entry_free (HvLogEntry *entry)
{
  g_free (entry->who);
  g_free (entry->client);
  g_array_unref (entry->rows);
  g_free (entry);
}

/* --- steps --- */

static HvLogEntry *
read_entry (HvDbStatement *statement)
{
  HvLogEntry *entry = g_new0 (HvLogEntry, 1);
  gint64 undo_of = hv_db_get_int (statement, 3);

  entry->step = (HvStep){
    .id = hv_db_get_int (statement, 0),
    .at = hv_db_get_int (statement, 1),
    .verb = g_intern_string (hv_db_get_text (statement, 2)),
    .undo_of = undo_of == HV_NONE ? 0 : undo_of,
  };
  entry->who = g_strdup (hv_db_get_text (statement, 4));
  entry->client = g_strdup (hv_db_get_text (statement, 5));
  entry->is_undo = hv_db_get_int (statement, 6) != HV_TURN_EDIT;
  entry->undone = hv_db_get_int (statement, 7) == 1;
  entry->rows = g_array_new (FALSE, FALSE, sizeof (HvStepRow));
  g_array_set_clear_func (entry->rows, clear_row);
  return entry;
}

static bool
list_entries (HvDb *db, gint64 since, guint limit, GPtrArray *entries, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_STEPS], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, since != HV_NONE ? since : -HV_SQL_LARGEST);
  hv_db_bind_int (statement, 3, limit);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return hv_db_finish (statement, result, error);
}

/* --- rows --- */

/* The columns that a change names, in its plain and its personal part. */
static bool
find_columns (const HvTable *table, HvDbStatement *statement, HvColumns *ret_columns, bool *gone)
{
  g_autoptr (HvRecord) scratch = hv_record_new (table->kind, 1);
  const char *after = hv_db_get_text (statement, 6);
  const char *names = hv_db_get_text (statement, 7);

  *ret_columns = 0;
  if (after != NULL && !hv_delta_apply (after, table, scratch, gone, ret_columns))
    return false;
  if (names != NULL)
    *ret_columns |= hv_delta_find_columns (table, names);
  return true;
}

static bool
read_row (HvStore *store, HvDbStatement *statement, HvStepRow *row)
{
  HvColumns columns;
  bool gone = false;

  *row = (HvStepRow){ .id = hv_db_get_int (statement, 1) };
  if (!hv_kind_find (hv_db_get_text (statement, 0), &row->kind))
    return false;
  const HvTable *table = hv_tables_get (store->tables, row->kind);
  if (!find_columns (table, statement, &columns, &gone))
    return false;

  bool turned = (columns & HV_COLUMN_GONE) != 0;
  row->added = hv_db_get_int (statement, 3) == 0 || (turned && !gone);
  row->removed = turned && gone;
  g_autofree char *names = row->added ? g_strdup ("") : hv_delta_name_columns (table, columns & ~HV_COLUMN_GONE);
  row->fields = g_strsplit (names, ",", -1);
  return true;
}

/* Of a step that changed a million rows nobody reads each; they are counted. */
static bool
fill_entry (HvStore *store, HvDb *db, HvLogEntry *entry, guint most, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_CHANGES_OF_STEP], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, entry->step.id);
  for (; (result = hv_db_step (statement)) == HV_DB_ROW; entry->n_rows++)
    {
      HvStepRow row;
      if (entry->n_rows >= most)
        continue;
      if (!read_row (store, statement, &row))
        return hv_db_finish (statement, HV_DB_CORRUPT, error);
      g_array_append_val (entry->rows, row);
    }
  return hv_db_finish (statement, result, error);
}

static bool
fill_entries (HvStore *store, HvDb *db, GPtrArray *entries, guint most, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!fill_entry (store, db, entries->pdata[i], most, error))
      return false;
  return true;
}

/* --- the whole log --- */

typedef struct
{
  HvStore *store;
  gint64 since;
  guint limit;
  HvId volunteer;
  GPtrArray *entries;
} Log;

static bool
read_log (HvDb *db, gpointer data, GError **error)
{
  Log *log = data;

  g_ptr_array_set_size (log->entries, 0);
  return list_entries (db, log->since, log->limit, log->entries, error)
         && fill_entries (log->store, db, log->entries, MOST_ROWS, error);
}

static bool
finish_log (Log *log, HvDbWork work, GPtrArray **ret_entries, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)hv_log_entry_free);

  log->entries = entries;
  if (!hv_db_read (log->store->db, work, log, error))
    return false;
  *ret_entries = g_steal_pointer (&entries);
  return true;
}

bool
hv_store_list_steps (HvStore *store, gint64 since, guint limit, GPtrArray **ret_entries, GError **error)
{
  Log log = { .store = store, .since = since, .limit = limit };

  return finish_log (&log, read_log, ret_entries, error);
}

/* --- one person --- */

/* Kind and id in one key: rows of different kinds may share an id. */
typedef struct
{
  HvKind kind;
  HvId id;
} RowKey;

static guint
hash_key (gconstpointer data)
{
  const RowKey *key = data;

  return g_int64_hash (&key->id) * HV_N_KINDS + key->kind;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const RowKey *one = a, *other = b;

  return one->kind == other->kind && one->id == other->id;
}

GHashTable *
hv_row_set_new (void)
{
  return g_hash_table_new_full (hash_key, equal_key, g_free, NULL);
}

void
hv_row_set_add (GHashTable *rows, HvKind kind, HvId id)
{
  RowKey key = { kind, id };

  g_hash_table_add (rows, g_memdup2 (&key, sizeof key));
}

bool
hv_row_set_contains (GHashTable *rows, HvKind kind, HvId id)
{
  RowKey key = { kind, id };

  return g_hash_table_contains (rows, &key);
}

/* {"volunteer":7} names 7, {"volunteer":77} does not. */
static bool
names_volunteer (const char *json, const char *name, const char *id)
{
  g_autofree char *wanted = g_strdup_printf ("\"%s\":%s", name, id);
  gsize length = strlen (wanted);

  for (const char *at = json; at != NULL && (at = strstr (at, wanted)) != NULL; at += length)
    if (!g_ascii_isdigit (at[length]))
      return true;
  return false;
}

/* Whether a change is about the volunteer, or gives or takes them a record. */
static bool
is_about (HvStore *store, HvDbStatement *statement, HvKind kind, HvId volunteer)
{
  const HvTable *table = hv_tables_get (store->tables, kind);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, volunteer);

  if (kind == HV_KIND_VOLUNTEER && hv_db_get_int (statement, 2) == volunteer)
    return true;
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->people & HV_COLUMN (i)) != 0
        && (names_volunteer (hv_db_get_text (statement, 3), table->columns[i].name, id)
            || names_volunteer (hv_db_get_text (statement, 4), table->columns[i].name, id)))
      return true;
  return false;
}

/* Later changes of such rows name only what changed. */
GHashTable *
hv_store_find_rows_about (HvStore *store, HvDb *db, HvId volunteer, GError **error)
{
  g_autoptr (GHashTable) rows = hv_row_set_new ();
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_CHANGES], error);
  HvDbResult result;
  if (statement == NULL)
    return NULL;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvKind kind;
      if (hv_kind_find (hv_db_get_text (statement, 1), &kind) && is_about (store, statement, kind, volunteer))
        hv_row_set_add (rows, kind, hv_db_get_int (statement, 2));
    }
  return hv_db_finish (statement, result, error) ? g_steal_pointer (&rows) : NULL;
}

static void
keep_rows (HvLogEntry *entry, GHashTable *about)
{
  for (guint i = entry->rows->len; i-- > 0;)
    {
      const HvStepRow *row = &g_array_index (entry->rows, HvStepRow, i);
      if (!hv_row_set_contains (about, row->kind, row->id))
        g_array_remove_index (entry->rows, i);
    }
  entry->n_rows = entry->rows->len;
}

/* Only the steps that hold one of the rows are looked into. */
static bool
find_steps_about (HvDb *db, GHashTable *about, GHashTable *steps, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_CHANGES], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvKind kind;
      HvId step = hv_db_get_int (statement, 0);
      if (hv_kind_find (hv_db_get_text (statement, 1), &kind)
          && hv_row_set_contains (about, kind, hv_db_get_int (statement, 2)))
        g_hash_table_add (steps, g_memdup2 (&step, sizeof step));
    }
  return hv_db_finish (statement, result, error);
}

static bool
read_log_about (HvDb *db, gpointer data, GError **error)
{
  Log *log = data;
  g_autoptr (GHashTable) steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) about = hv_store_find_rows_about (log->store, db, log->volunteer, error);

  g_ptr_array_set_size (log->entries, 0);
  if (about == NULL || !find_steps_about (db, about, steps, error)
      || !list_entries (db, HV_NONE, G_MAXINT, log->entries, error))
    return false;
  for (guint i = log->entries->len; i-- > 0;)
    if (!g_hash_table_contains (steps, &((HvLogEntry *)log->entries->pdata[i])->step.id))
      g_ptr_array_remove_index (log->entries, i);
  if (!fill_entries (log->store, db, log->entries, G_MAXUINT, error))
    return false;
  for (guint i = 0; i < log->entries->len; i++)
    keep_rows (log->entries->pdata[i], about);
  return true;
}

bool
hv_store_list_steps_about (HvStore *store, HvId volunteer, GPtrArray **ret_entries, GError **error)
{
  Log log = { .store = store, .volunteer = volunteer };

  return finish_log (&log, read_log_about, ret_entries, error);
}
