/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a step must not bring about, looked at when all its rows are written: so two people
 * may change places, and a shift may move together with those on it. */

#include "hv-conflict.h"
#include "hv-sql.h"
#include "hv-writer.h"

/* The id in the first column of the first row, or 0. */
static bool
ask_id (HvDbStatement *statement, HvId *ret_id, GError **error)
{
  bool found;

  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_id = found ? hv_db_get_int (statement, 0) : 0;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
check_booking (HvWriter *writer, const HvAssignment *assignment, GError **error)
{
  HvId other;
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_sql[HV_SQL_FIND_OVERLAP], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, assignment->volunteer);
  hv_db_bind_int (statement, 3, assignment->starts);
  hv_db_bind_int (statement, 4, assignment->ends);
  hv_db_bind_int (statement, 5, assignment->starts - HV_SPAN_MAX_MINUTES);
  hv_db_bind_int (statement, 6, assignment->r.id);
  if (!ask_id (statement, &other, error))
    return false;
  return other == 0 || hv_conflict_overlap (writer->store, writer->db, assignment, other, error);
}

static bool
is_here (HvWriter *writer, HvKind kind, HvId id)
{
  return writer->here[kind] != NULL && g_hash_table_contains (writer->here[kind], &id);
}

/* Whether there is such a row, or only what is left of it. */
static bool
ask_presence (HvWriter *writer, HvKind kind, HvId id, bool *ret_found, bool *ret_gone, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (writer->db, hv_tables_get (writer->store->tables, kind)->find_gone, error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, id);
  if (!hv_db_fetch (statement, ret_found, error))
    return false;
  *ret_gone = *ret_found && hv_db_get_int (statement, 0) != 0;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

/* Nobody may have taken away what a record hangs on: the shift of an assignment, say. */
static bool
check_parent (HvWriter *writer, const HvTable *table, const HvHanging *hanging, guint column, GError **error)
{
  const HvField *field = &table->columns[column];
  const HvId *parent = G_STRUCT_MEMBER_P (hanging->record, field->offset);
  HvKind kind = (HvKind)field->ref;
  bool found, gone;

  if (*parent == HV_NONE || is_here (writer, kind, *parent))
    return true;
  if (!ask_presence (writer, kind, *parent, &found, &gone, error))
    return false;
  if (!found || (gone && (table->parents & HV_COLUMN (column)) != 0))
    return hv_conflict_lost_parent (writer->store, writer->db, hanging->record, kind, *parent, error);
  hv_writer_note_here (writer, kind, parent);
  return true;
}

static bool
check_hanging (HvWriter *writer, const HvHanging *hanging, GError **error)
{
  const HvTable *table = hv_tables_get (writer->store->tables, hanging->record->kind);

  for (guint i = 0; i < table->n_columns; i++)
    if ((hanging->columns & HV_COLUMN (i)) != 0 && !check_parent (writer, table, hanging, i, error))
      return false;
  return true;
}

/* Nor may somebody have put people into what is removed. */
static bool
check_removal (HvWriter *writer, const HvRecord *record, GError **error)
{
  bool shift = record->kind == HV_KIND_SHIFT;
  HvId child;
  HvDbStatement *statement =
      hv_db_prepare (writer->db, hv_sql[shift ? HV_SQL_FIND_IN_SHIFT : HV_SQL_FIND_IN_OPENING], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, record->id);
  if (!ask_id (statement, &child, error))
    return false;
  return child == 0
         || hv_conflict_new_child (writer->store, writer->db, record, shift ? HV_KIND_ASSIGNMENT : HV_KIND_SHIFT, child,
                                   error);
}

bool
hv_writer_end (HvWriter *writer, GError **error)
{
  for (guint i = 0; i < writer->hangings->len; i++)
    if (!check_hanging (writer, &g_array_index (writer->hangings, HvHanging, i), error))
      return false;
  for (guint i = 0; i < writer->removals->len; i++)
    if (!check_removal (writer, writer->removals->pdata[i], error))
      return false;
  for (guint i = 0; i < writer->bookings->len; i++)
    if (!check_booking (writer, writer->bookings->pdata[i], error))
      return false;
  return true;
}
