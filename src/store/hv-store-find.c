/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sql.h"
#include "hv-store-private.h"

/* --- by id --- */

typedef struct
{
  HvTable *table;
  HvId id;
  HvRow row;
} Find;

static bool
find_row (HvDb *db, gpointer data, GError **error)
{
  Find *find = data;

  hv_row_clear (&find->row);
  return hv_table_fetch (find->table, db, find->id, &find->row, error);
}

bool
hv_store_find_record (HvStore *store, HvKind kind, HvId id, gpointer *ret_record, GError **error)
{
  Find find = { hv_tables_get (store->tables, kind), id, { NULL, 0, false } };

  bool done = hv_db_read (store->db, find_row, &find, error);
  if (done)
    *ret_record = find.row.gone ? NULL : g_steal_pointer (&find.row.record);
  hv_row_clear (&find.row);
  return done;
}

/* --- by the value of a field --- */

typedef struct
{
  HvTable *table;
  const char *sql;
  gint64 numbers[3]; /* $2 … */
  guint n_numbers;
  const char *text; /* $2 instead */
  GPtrArray *records;
} List;

static bool
append_rows (HvDb *db, const List *list, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, list->sql, error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  for (guint i = 0; i < list->n_numbers; i++)
    hv_db_bind_int (statement, (int)i + 2, list->numbers[i]);
  if (list->n_numbers == 0)
    hv_db_bind_text (statement, 2, list->text);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      gpointer record = hv_table_read (list->table, statement, error);
      if (record == NULL)
        return false;
      g_ptr_array_add (list->records, record);
    }
  return hv_db_finish (statement, result, error);
}

static bool
list_rows (HvDb *db, gpointer data, GError **error)
{
  List *list = data;

  g_ptr_array_set_size (list->records, 0);
  return append_rows (db, list, error);
}

static bool
load_list (HvStore *store, List *list, GPtrArray **ret_records, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (hv_record_unref);

  list->records = records;
  if (!hv_db_read (store->db, list_rows, list, error))
    return false;
  *ret_records = g_steal_pointer (&records);
  return true;
}

bool
hv_store_load_records (HvStore *store, HvKind kind, const char *field, gint64 value, GPtrArray **ret_records,
                       GError **error)
{
  HvTable *table = hv_tables_get (store->tables, kind);
  guint column;
  g_return_val_if_fail (hv_table_find_column (table, field, &column), false);
  g_return_val_if_fail (table->columns[column].type == HV_FIELD_INT, false);

  List list = { .table = table, .sql = hv_table_get_list_by (table, column), .numbers = { value }, .n_numbers = 1 };
  return load_list (store, &list, ret_records, error);
}

bool
hv_store_load_records_by_text (HvStore *store, HvKind kind, const char *field, const char *value,
                               GPtrArray **ret_records, GError **error)
{
  HvTable *table = hv_tables_get (store->tables, kind);
  guint column;
  g_return_val_if_fail (hv_table_find_column (table, field, &column), false);
  g_return_val_if_fail (table->columns[column].type == HV_FIELD_TEXT && value != NULL, false);

  List list = { .table = table, .sql = hv_table_get_list_by (table, column), .text = value };
  return load_list (store, &list, ret_records, error);
}

/* --- a week of one house --- */

typedef struct
{
  List list;
  HvStore *store;
} HouseWeek;

static bool
list_house_week (HvDb *db, gpointer data, GError **error)
{
  static const HvKind kinds[] = { HV_KIND_OPENING, HV_KIND_SHIFT,       HV_KIND_ASSIGNMENT,
                                  HV_KIND_VISIT,   HV_KIND_EXPECTATION, HV_KIND_CALL };
  HouseWeek *week = data;

  g_ptr_array_set_size (week->list.records, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      week->list.table = hv_tables_get (week->store->tables, kinds[i]);
      week->list.sql = hv_table_get_week (week->list.table);
      if (!append_rows (db, &week->list, error))
        return false;
    }
  return true;
}

bool
hv_store_load_house (HvStore *store, HvId house, HvWeek from, HvWeek until, GPtrArray **ret_records, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (hv_record_unref);
  HouseWeek week = {
    .list = { .numbers = { house, hv_minute_at (from.monday, 0), hv_minute_at (until.monday + 7, 0) },
              .n_numbers = 3,
              .records = records },
    .store = store,
  };

  if (!hv_db_read (store->db, list_house_week, &week, error))
    return false;
  *ret_records = g_steal_pointer (&records);
  return true;
}
