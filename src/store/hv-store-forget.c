/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an edit cannot do about a person who is to be erased: old values in the log, and
 * rows that were removed but lie there still. */

#include "hv-db.h"
#include "hv-sql.h"
#include "hv-store-private.h"

#include <string.h>

typedef struct
{
  HvStore *store;
  HvId volunteer;
  const char *const *words;
  GHashTable *rows; /* everything the log ever tied to the volunteer */
} Forget;

typedef struct
{
  HvId step;
  gint64 n;
} PrivateKey;

static bool
has_word (const Forget *forget, const char *text)
{
  for (const char *const *word = forget->words; text != NULL && word != NULL && *word != NULL; word++)
    if (**word != '\0' && strstr (text, *word) != NULL)
      return true;
  return false;
}

/* --- the log --- */

static bool
list_private (Forget *forget, HvDb *db, GArray *keys, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_PRIVATE], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvKind kind;
      PrivateKey key = { hv_db_get_int (statement, 0), hv_db_get_int (statement, 1) };
      bool about = hv_kind_find (hv_db_get_text (statement, 2), &kind)
                   && hv_row_set_contains (forget->rows, kind, hv_db_get_int (statement, 3));
      if (about || has_word (forget, hv_db_get_text (statement, 4)) || has_word (forget, hv_db_get_text (statement, 5)))
        g_array_append_val (keys, key);
    }
  return hv_db_finish (statement, result, error);
}

static bool
delete_private (HvDb *db, const PrivateKey *key, GError **error)
{
  HvDbStatement *deletion = hv_db_prepare (db, hv_sql[HV_SQL_DELETE_PRIVATE], error);
  HvDbStatement *mark = hv_db_prepare (db, hv_sql[HV_SQL_MARK_NOT_UNDOABLE], error);
  if (deletion == NULL || mark == NULL)
    return false;

  hv_db_bind_int (deletion, 1, HV_SQL_ORG);
  hv_db_bind_int (deletion, 2, key->step);
  hv_db_bind_int (deletion, 3, key->n);
  hv_db_bind_int (mark, 1, HV_SQL_ORG);
  hv_db_bind_int (mark, 2, key->step);
  return hv_db_run (deletion, error) && hv_db_run (mark, error);
}

/* A step whose old values are gone cannot be undone; undo passes it over. */
static bool
forget_log (Forget *forget, HvDb *db, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (PrivateKey));

  if (!list_private (forget, db, keys, error))
    return false;
  for (guint i = 0; i < keys->len; i++)
    if (!delete_private (db, &g_array_index (keys, PrivateKey, i), error))
      return false;
  return true;
}

/* --- removed rows --- */

static bool
is_about (const Forget *forget, const HvTable *table, gconstpointer record)
{
  if (hv_row_set_contains (forget->rows, table->kind, ((const HvRecord *)record)->id))
    return true;
  for (guint i = 0; i < table->n_columns; i++)
    {
      HvColumns column = HV_COLUMN (i);
      if ((table->people & column) != 0 && hv_table_get_int (table, record, i) == forget->volunteer)
        return true;
      if ((table->private_ & column) != 0 && table->columns[i].type == HV_FIELD_TEXT
          && has_word (forget, hv_table_get_text (table, record, i)))
        return true;
    }
  return table->kind == HV_KIND_VOLUNTEER && ((const HvRecord *)record)->id == forget->volunteer;
}

static bool
list_removed (Forget *forget, HvDb *db, const HvTable *table, GArray *ids, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, table->list_all, error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      g_auto (HvRow) row = { NULL, 0, false };
      if (!hv_table_read_row (table, statement, &row, error))
        return false;
      if (row.gone && is_about (forget, table, row.record))
        g_array_append_val (ids, ((HvRecord *)row.record)->id);
    }
  return hv_db_finish (statement, result, error);
}

static bool
blank_removed (Forget *forget, HvDb *db, const HvTable *table, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (HvId));

  if (!list_removed (forget, db, table, ids, error))
    return false;
  for (guint i = 0; i < ids->len; i++)
    {
      HvDbStatement *statement = hv_db_prepare (db, table->blank, error);
      if (statement == NULL)
        return false;
      hv_db_bind_int (statement, 1, HV_SQL_ORG);
      hv_db_bind_int (statement, 2, g_array_index (ids, HvId, i));
      if (!hv_db_run (statement, error))
        return false;
    }
  return true;
}

/* --- the whole --- */

static bool
note_erasure (Forget *forget, HvDb *db, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_ADD_ERASURE], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, forget->volunteer);
  hv_db_bind_int (statement, 3, g_get_real_time () / G_USEC_PER_SEC);
  return hv_db_run (statement, error);
}

static bool
run_forget (HvDb *db, gpointer data, GError **error)
{
  Forget *forget = data;

  g_clear_pointer (&forget->rows, g_hash_table_unref);
  forget->rows = hv_store_find_rows_about (forget->store, db, forget->volunteer, error);
  if (forget->rows == NULL || !forget_log (forget, db, error))
    return false;
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const HvTable *table = hv_tables_get (forget->store->tables, (HvKind)kind);
      if (table->blank != NULL && !blank_removed (forget, db, table, error))
        return false;
    }
  return note_erasure (forget, db, error);
}

bool
hv_store_forget (HvStore *store, HvId volunteer, const char *const *words, GError **error)
{
  Forget forget = { .store = store, .volunteer = volunteer, .words = words };
  bool done = hv_store_write (store, run_forget, &forget, error);

  g_clear_pointer (&forget.rows, g_hash_table_unref);
  return done && (hv_db_compact (store->db, error) || hv_db_explain (store->db, error));
}
