/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-writer.h"

#include "hv-conflict.h"
#include "hv-db-engine.h"
#include "hv-delta.h"
#include "hv-sql.h"

/* The counter that puts the steps of everybody into one order. */
#define STEPS (-1)

typedef struct
{
  HvId house;
  gint64 count; /* rows that will be written */
  gint64 next;  /* the change number of the next one */
} HouseCount;

void
hv_writer_init (HvWriter *writer, HvStore *store, HvDb *db, const HvStepInfo *info, const HvStep *step, HvTurn turn)
{
  *writer = (HvWriter){ .store = store, .db = db, .info = info, .step = *step, .turn = turn };
  writer->houses = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  writer->volunteers = g_hash_table_new (g_int64_hash, g_int64_equal);
  writer->bookings = g_ptr_array_new ();
  writer->hangings = g_array_new (FALSE, FALSE, sizeof (HvHanging));
  writer->removals = g_ptr_array_new ();
  writer->before = g_string_new (NULL);
  writer->after = g_string_new (NULL);
}

void
hv_writer_clear (HvWriter *writer)
{
  g_hash_table_unref (writer->houses);
  g_hash_table_unref (writer->volunteers);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    g_clear_pointer (&writer->here[kind], g_hash_table_unref);
  g_ptr_array_unref (writer->bookings);
  g_array_unref (writer->hangings);
  g_ptr_array_unref (writer->removals);
  g_string_free (writer->before, TRUE);
  g_string_free (writer->after, TRUE);
}

/* --- the order of locks --- */

static HouseCount *
find_house (HvWriter *writer, HvId house)
{
  HouseCount *count = writer->last_house;

  if (count == NULL || count->house != house)
    count = g_hash_table_lookup (writer->houses, &house);
  if (count == NULL)
    {
      count = g_new0 (HouseCount, 1);
      count->house = house;
      g_hash_table_insert (writer->houses, &count->house, count);
    }
  writer->last_house = count;
  return count;
}

void
hv_writer_announce (HvWriter *writer, gconstpointer record)
{
  const HvAssignment *assignment = record;

  find_house (writer, hv_record_get_house (record))->count++;
  if (hv_db_get_engine (writer->db)->locks_rows && assignment->r.kind == HV_KIND_ASSIGNMENT
      && assignment->volunteer != HV_NONE)
    g_hash_table_add (writer->volunteers, (gpointer)&assignment->volunteer);
}

static bool
bump_counter (HvWriter *writer, HvId house, gint64 by, gint64 *ret_last, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_BUMP_COUNTER], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, house);
  hv_db_bind_int (statement, 3, by);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_last = hv_db_get_int (statement, 0);
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  HvId one = **(HvId *const *)a, other = **(HvId *const *)b;

  return one < other ? -1 : one > other;
}

static GPtrArray *
sort_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_ids);
  return keys;
}

static bool
take_numbers (HvWriter *writer, GError **error)
{
  g_autoptr (GPtrArray) houses = sort_keys (writer->houses);

  for (guint i = 0; i < houses->len; i++)
    {
      HouseCount *count = g_hash_table_lookup (writer->houses, houses->pdata[i]);
      gint64 last;
      if (!bump_counter (writer, count->house, count->count, &last, error))
        return false;
      count->next = last - count->count + 1;
    }
  return true;
}

static bool
lock_volunteers (HvWriter *writer, GError **error)
{
  g_autoptr (GPtrArray) volunteers = sort_keys (writer->volunteers);

  for (guint i = 0; i < volunteers->len; i++)
    {
      HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_LOCK_VOLUNTEER], error);
      if (statement == NULL)
        return false;
      hv_db_bind_int (statement, 1, HV_SQL_ORG);
      hv_db_bind_int (statement, 2, *(const HvId *)volunteers->pdata[i]);
      if (!hv_db_run (statement, error))
        return false;
    }
  return true;
}

static bool
add_step (HvWriter *writer, gint64 nr, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_ADD_STEP], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, writer->step.id);
  hv_db_bind_int (statement, 3, nr);
  hv_db_bind_int (statement, 4, writer->step.at);
  hv_db_bind_text (statement, 5, writer->info->who != NULL ? writer->info->who : "");
  hv_db_bind_text (statement, 6, writer->info->client);
  hv_db_bind_text (statement, 7, writer->step.verb);
  hv_db_bind_int (statement, 8, writer->turn);
  hv_db_bind_int (statement, 9, writer->step.undo_of != 0 ? writer->step.undo_of : HV_NONE);
  hv_db_bind_int (statement, 10, writer->undoable);
  return hv_db_run (statement, error);
}

bool
hv_writer_begin (HvWriter *writer, GError **error)
{
  gint64 nr;

  return bump_counter (writer, STEPS, 1, &nr, error) && take_numbers (writer, error) && lock_volunteers (writer, error)
         && add_step (writer, nr, error);
}

/* --- one row --- */

static bool
insert_row (HvWriter *writer, const HvTable *table, const HvRecord *record, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (writer->db, table->insert, error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, record->id);
  for (guint i = 0; i < table->n_columns; i++)
    hv_table_bind (table, statement, (int)i + 3, record, i);
  return hv_db_run (statement, error);
}

static bool
update_row (HvWriter *writer, HvTable *table, const HvWrite *write, HvColumns columns, gint64 content, GError **error)
{
  int parameter = 5;
  bool found;
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_table_get_update (table, columns), error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, write->record->id);
  hv_db_bind_int (statement, 3, ((const HvRecord *)write->before.record)->ver);
  hv_db_bind_int (statement, 4, content);
  if ((columns & HV_COLUMN_GONE) != 0)
    hv_db_bind_int (statement, parameter++, write->gone);
  for (guint i = 0; i < table->n_columns; i++)
    if ((columns & HV_COLUMN (i)) != 0)
      hv_table_bind (table, statement, parameter++, write->record, i);
  if (!hv_db_fetch (statement, &found, error) || !hv_db_finish (statement, HV_DB_DONE, error))
    return false;
  return found || hv_conflict_moved_on (writer->store, writer->db, write->record, error);
}

/* --- the log --- */

/* The object of some columns in a buffer, or NULL when there are none. */
static const char *
make_delta (GString *buffer, const HvTable *table, const HvRecord *record, bool gone, HvColumns columns)
{
  if (record == NULL || columns == 0)
    return NULL;
  g_string_truncate (buffer, 0);
  hv_delta_append (buffer, table, record, gone, columns);
  return buffer->str;
}

static bool
log_private (HvWriter *writer, const HvTable *table, const HvWrite *write, HvColumns columns, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_ADD_PRIVATE], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, writer->step.id);
  hv_db_bind_int (statement, 3, write->n);
  hv_db_bind_text (statement, 4, make_delta (writer->before, table, write->before.record, false, columns));
  hv_db_bind_text (statement, 5, make_delta (writer->after, table, write->record, false, columns));
  return hv_db_run (statement, error);
}

static bool
log_change (HvWriter *writer, const HvTable *table, const HvWrite *write, HvColumns columns, gint64 content,
            GError **error)
{
  HvColumns plain = columns & ~(table->private_ | table->derived);
  HvColumns hidden = columns & table->private_ & ~table->derived;
  const HvRecord *before = write->before.record;
  HouseCount *count = find_house (writer, hv_record_get_house (write->record));
  g_autofree char *names = hidden != 0 ? hv_delta_name_columns (table, hidden) : NULL;
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_ADD_CHANGE], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, count->house);
  hv_db_bind_int (statement, 3, count->next++);
  hv_db_bind_int (statement, 4, writer->step.id);
  hv_db_bind_int (statement, 5, write->n);
  hv_db_bind_text (statement, 6, table->name);
  hv_db_bind_int (statement, 7, write->record->id);
  hv_db_bind_int (statement, 8, before != NULL ? before->ver + 1 : 1);
  hv_db_bind_int (statement, 9, before != NULL ? write->before.content : 0);
  hv_db_bind_int (statement, 10, content);
  hv_db_bind_text (statement, 11, make_delta (writer->before, table, before, write->before.gone, plain));
  hv_db_bind_text (statement, 12, make_delta (writer->after, table, write->record, write->gone, plain));
  hv_db_bind_text (statement, 13, names);
  return hv_db_run (statement, error) && (hidden == 0 || log_private (writer, table, write, hidden, error));
}

/* --- what must be looked at in the end --- */

static bool
takes_time (const HvAssignment *assignment, bool gone)
{
  return assignment != NULL && !gone && assignment->volunteer != HV_NONE && hv_state_fills ((HvState)assignment->state)
         && assignment->reason == NULL;
}

/* Whether somebody's time is taken that was not before: a correction of something else
 * on an assignment asks no questions about an overlap that was allowed long ago. */
static bool
is_booking (const HvWrite *write)
{
  const HvAssignment *now = (const HvAssignment *)write->record;
  const HvAssignment *before = write->before.record;

  if (now->r.kind != HV_KIND_ASSIGNMENT || !takes_time (now, write->gone))
    return false;
  return before == NULL || write->before.gone || !hv_state_fills ((HvState)before->state)
         || before->volunteer != now->volunteer || before->starts != now->starts || before->ends != now->ends;
}

void
hv_writer_note_here (HvWriter *writer, HvKind kind, const HvId *id)
{
  if (writer->here[kind] == NULL)
    writer->here[kind] = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_hash_table_add (writer->here[kind], (gpointer)id);
}

static void
note_write (HvWriter *writer, const HvTable *table, const HvWrite *write, HvColumns columns)
{
  bool back = write->before.record != NULL && write->before.gone && !write->gone;
  HvColumns refs = table->parents | table->origins;
  HvHanging hanging = { write->record, back ? refs : columns & refs };

  if (!write->gone)
    hv_writer_note_here (writer, table->kind, &write->record->id);
  if (!write->gone && hanging.columns != 0)
    g_array_append_val (writer->hangings, hanging);
  if (is_booking (write))
    g_ptr_array_add (writer->bookings, (gpointer)write->record);
  if (write->gone && (table->kind == HV_KIND_OPENING || table->kind == HV_KIND_SHIFT))
    g_ptr_array_add (writer->removals, (gpointer)write->record);
}

bool
hv_writer_write (HvWriter *writer, const HvWrite *write, GError **error)
{
  HvTable *table = hv_tables_get (writer->store->tables, write->record->kind);
  const HvRecord *before = write->before.record;
  HvColumns columns = hv_table_compare (table, before, write->record);
  gint64 content = write->content != HV_NONE ? write->content : before != NULL ? before->ver + 1 : 1;

  if (before != NULL && write->before.gone != write->gone)
    columns |= HV_COLUMN_GONE;

  writer->failed = write->record;
  if (before == NULL ? !insert_row (writer, table, write->record, error)
                     : !update_row (writer, table, write, columns, content, error))
    return false;
  if (!log_change (writer, table, write, columns, content, error))
    return false;
  writer->failed = NULL;
  note_write (writer, table, write, columns);
  return true;
}

void
hv_writer_list_ranges (const HvWriter *writer, GArray *ranges)
{
  GHashTableIter iter;
  gpointer entry;

  g_array_set_size (ranges, 0);
  g_hash_table_iter_init (&iter, writer->houses);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      const HouseCount *count = entry;
      HvSeqRange range = { count->house, count->next - count->count, count->next - 1 };
      g_array_append_val (ranges, range);
    }
}
