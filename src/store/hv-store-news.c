/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sql.h"
#include "hv-store-private.h"

bool
hv_store_has_news (HvStore *store)
{
  return hv_db_has_changed (store->db);
}

/* --- how far we have seen --- */

GHashTable *
hv_store_read_counters (HvDb *db, GError **error)
{
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_COUNTERS], error);
  HvDbResult result;
  if (statement == NULL)
    return NULL;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      gint64 house = hv_db_get_int (statement, 0), seq = hv_db_get_int (statement, 1);
      g_hash_table_insert (counters, g_memdup2 (&house, sizeof house), g_memdup2 (&seq, sizeof seq));
    }
  return hv_db_finish (statement, result, error) ? g_steal_pointer (&counters) : NULL;
}

static void
replace_seen (HvStore *store, GHashTable *counters, char *epoch)
{
  g_hash_table_unref (store->seen);
  g_free (store->epoch);
  store->seen = counters;
  store->epoch = epoch;
}

bool
hv_store_note_seen (HvStore *store, GError **error)
{
  char *epoch;
  GHashTable *counters = hv_store_read_counters (store->db, error);
  if (counters == NULL)
    return false;
  if (!hv_schema_read_epoch (store->db, &epoch, error))
    {
      g_hash_table_unref (counters);
      return false;
    }
  replace_seen (store, counters, epoch);
  return true;
}

void
hv_store_note_written (HvStore *store, const GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const HvSeqRange *range = &g_array_index (ranges, HvSeqRange, i);
      gint64 *seen = g_hash_table_lookup (store->seen, &range->house);
      if (seen != NULL && *seen + 1 == range->first)
        *seen = range->last;
      else if (seen == NULL && range->first == 1)
        g_hash_table_insert (store->seen, g_memdup2 (&range->house, sizeof range->house),
                             g_memdup2 (&range->last, sizeof range->last));
    }
}

/* --- news --- */

typedef struct
{
  HvStore *store;
  HvEdit *edit;
  bool reload;
} News;

/* One record of a change, as it is now. hv_roster_apply () counts the version up. */
static bool
take_record (News *news, HvDb *db, HvKind kind, HvId id, GError **error)
{
  g_auto (HvRow) row = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (news->store->tables, kind), db, id, &row, error))
    return false;
  if (row.record == NULL)
    return true;
  ((HvRecord *)row.record)->ver--;
  if (row.gone)
    hv_edit_remove (news->edit, row.record);
  else
    hv_edit_take (news->edit, g_steal_pointer (&row.record));
  return true;
}

typedef struct
{
  HvKind kind;
  HvId id;
} Changed;

/* The records that a house's changes after a number name, each once. */
static bool
list_changed (HvDb *db, HvId house, gint64 since, GArray *changed, GError **error)
{
  g_autoptr (GHashTable) known = hv_row_set_new ();
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_CHANGES_SINCE], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, house);
  hv_db_bind_int (statement, 3, since);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      Changed row = { .id = hv_db_get_int (statement, 1) };
      if (!hv_kind_find (hv_db_get_text (statement, 0), &row.kind) || hv_row_set_contains (known, row.kind, row.id))
        continue;
      hv_row_set_add (known, row.kind, row.id);
      g_array_append_val (changed, row);
    }
  return hv_db_finish (statement, result, error);
}

static bool
take_house (News *news, HvDb *db, HvId house, gint64 since, GError **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (Changed));

  if (!list_changed (db, house, since, changed, error))
    return false;
  for (guint i = 0; i < changed->len; i++)
    {
      const Changed *row = &g_array_index (changed, Changed, i);
      if (!take_record (news, db, row->kind, row->id, error))
        return false;
    }
  return true;
}

static bool
take_houses (News *news, HvDb *db, GHashTable *counters, GError **error)
{
  GHashTableIter iter;
  gpointer house, seq;

  g_hash_table_iter_init (&iter, counters);
  while (g_hash_table_iter_next (&iter, &house, &seq))
    {
      const gint64 *seen = g_hash_table_lookup (news->store->seen, house);
      gint64 since = seen != NULL ? *seen : 0;
      if (*(gint64 *)seq > since && !take_house (news, db, *(HvId *)house, since, error))
        return false;
    }
  return true;
}

static bool
read_news (HvDb *db, gpointer data, GError **error)
{
  News *news = data;
  g_autoptr (GHashTable) counters = NULL;
  g_autofree char *epoch = NULL;

  g_clear_pointer (&news->edit, hv_edit_free);
  news->edit = hv_edit_new ("news", (HvEditSource){ 0 });
  if (!hv_schema_read_epoch (db, &epoch, error) || (counters = hv_store_read_counters (db, error)) == NULL)
    return false;

  news->reload = g_strcmp0 (epoch, news->store->epoch) != 0;
  if (!news->reload && !take_houses (news, db, counters, error))
    return false;
  replace_seen (news->store, g_steal_pointer (&counters), g_steal_pointer (&epoch));
  return true;
}

bool
hv_store_fetch_news (HvStore *store, HvEdit **ret_edit, bool *ret_reload, GError **error)
{
  News news = { .store = store };
  bool done = hv_db_read (store->db, read_news, &news, error);

  if (done)
    {
      *ret_reload = news.reload;
      *ret_edit = hv_edit_is_empty (news.edit) ? NULL : g_steal_pointer (&news.edit);
    }
  g_clear_pointer (&news.edit, hv_edit_free);
  return done;
}
