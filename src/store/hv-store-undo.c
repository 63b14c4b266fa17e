/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo is a step like any other: it writes the old values as a new version. A row may be
 * put back only when its content is what the step left, whoever wrote that last: taking
 * back a later step brings an earlier content back under a new version. */

#include "hv-conflict.h"
#include "hv-delta.h"
#include "hv-error.h"
#include "hv-sql.h"
#include "hv-text.h"
#include "hv-writer.h"

#define REACH (30 * 24 * G_GINT64_CONSTANT (3600)) /* seconds */

/* One row on its way back. */
typedef struct
{
  HvTable *table;
  HvId id;
  gint64 left; /* the content that the step left … */
  gint64 was;  /* … and found; 0: the row was new */
  char *before;
  char *private_before;
  bool lost; /* the old personal values have been deleted */
  guint n;

  HvRow now;
  gpointer record; /* as it shall be */
  bool gone;
} Return;

typedef struct
{
  HvStore *store;
  const char *who;
  bool redo;
  bool anyway;
  HvStep step;
  HvEdit *edit;
  GArray *written; /* HvSeqRange */
  gpointer failed; /* the record that the schema refused, owned */
} Undo;

static void
clear_return (gpointer data)
{
  Return *back = data;

  g_free (back->before);
  g_free (back->private_before);
  hv_row_clear (&back->now);
  g_clear_pointer (&back->record, hv_record_unref);
}

/* --- which step --- */

static bool
find_target (HvDb *db, const char *who, bool redo, HvStep *ret_target, GError **error)
{
  bool found;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[redo ? HV_SQL_FIND_REDO : HV_SQL_FIND_UNDO], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_text (statement, 2, who);
  hv_db_bind_int (statement, 3, now - REACH);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_target = (HvStep){ 0 };
  if (found)
    *ret_target = (HvStep){
      .id = hv_db_get_int (statement, 0),
      .at = hv_db_get_int (statement, 1),
      .verb = g_intern_string (hv_db_get_text (statement, 2)),
    };
  return hv_db_finish (statement, HV_DB_DONE, error);
}

/* --- what it did --- */

static bool
read_return (HvStore *store, HvDbStatement *statement, Return *back)
{
  HvKind kind;

  if (!hv_kind_find (hv_db_get_text (statement, 0), &kind))
    return false;
  *back = (Return){
    .table = hv_tables_get (store->tables, kind),
    .id = hv_db_get_int (statement, 1),
    .was = hv_db_get_int (statement, 3),
    .left = hv_db_get_int (statement, 4),
    .before = g_strdup (hv_db_get_text (statement, 5)),
    .lost = hv_db_get_text (statement, 7) != NULL && hv_db_get_int (statement, 9) == HV_NONE,
    .n = (guint)hv_db_get_int (statement, 8),
    .private_before = g_strdup (hv_db_get_text (statement, 10)),
  };
  return true;
}

static bool
list_returns (Undo *undo, HvDb *db, HvId target, GArray *returns, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_CHANGES_OF_STEP], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, target);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      Return back;
      if (!read_return (undo->store, statement, &back))
        return hv_db_finish (statement, HV_DB_CORRUPT, error);
      g_array_append_val (returns, back);
    }
  return hv_db_finish (statement, result, error);
}

/* --- how it was --- */

static bool
refuse_lost (GError **error)
{
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("This can no longer be undone: the personal data it changed has been deleted since."));
  return false;
}

static bool
put_values_back (Return *back)
{
  HvColumns columns;

  if (back->was == 0)
    {
      back->gone = true;
      return true;
    }
  return (back->before == NULL || hv_delta_apply (back->before, back->table, back->record, &back->gone, &columns))
         && (back->private_before == NULL
             || hv_delta_apply (back->private_before, back->table, back->record, &back->gone, &columns));
}

static bool
prepare_return (Undo *undo, HvDb *db, Return *back, GError **error)
{
  if (!hv_table_fetch (back->table, db, back->id, &back->now, error))
    return false;
  if (back->now.record == NULL)
    return hv_db_fail (db, HV_DB_CORRUPT, error);
  if (back->now.content != back->left && !undo->anyway)
    return hv_conflict_moved_on (undo->store, db, back->now.record, error);
  if (back->lost && back->was != 0)
    return refuse_lost (error);

  back->record = hv_record_copy (back->now.record);
  back->gone = back->now.gone;
  return put_values_back (back) || hv_db_fail (db, HV_DB_CORRUPT, error);
}

/* --- writing --- */

static HvPass
get_pass (const Return *back)
{
  if (back->gone)
    return HV_PASS_REMOVE;
  return back->now.gone ? HV_PASS_ADD : HV_PASS_CHANGE;
}

static bool
write_return (HvWriter *writer, const Return *back, GError **error)
{
  /* Put over somebody else's values, it is a content that never was before. */
  HvWrite write = {
    .record = back->record,
    .gone = back->gone,
    .before = back->now,
    .content = back->now.content == back->left ? back->was : HV_NONE,
    .n = back->n,
  };

  return hv_writer_write (writer, &write, error);
}

static bool
write_returns (HvWriter *writer, const GArray *returns, GError **error)
{
  for (guint i = 0; i < returns->len; i++)
    hv_writer_announce (writer, g_array_index (returns, Return, i).record);
  if (!hv_writer_begin (writer, error))
    return false;
  for (guint pass = 0; pass < HV_N_PASSES; pass++)
    for (guint i = returns->len; i-- > 0;)
      {
        const Return *back = &g_array_index (returns, Return, i);
        if (get_pass (back) == pass && !write_return (writer, back, error))
          return false;
      }
  return hv_writer_end (writer, error);
}

static bool
mark_undone (HvDb *db, HvId target, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_MARK_UNDONE], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, target);
  return hv_db_run (statement, error);
}

/* What hv_roster_apply () makes of it: it counts versions up itself. */
static void
take_into_edit (Undo *undo, GArray *returns)
{
  g_clear_pointer (&undo->edit, hv_edit_free);
  undo->edit = hv_edit_new (undo->step.verb, (HvEditSource){ 0 });
  for (guint i = 0; i < returns->len; i++)
    {
      Return *back = &g_array_index (returns, Return, i);
      if (back->gone)
        hv_edit_remove (undo->edit, back->record);
      else
        hv_edit_take (undo->edit, g_steal_pointer (&back->record));
    }
}

static bool
write_step (Undo *undo, HvDb *db, GArray *returns, GError **error)
{
  HvStepInfo info = { .who = undo->who };
  HvWriter writer;

  hv_writer_init (&writer, undo->store, db, &info, &undo->step, undo->redo ? HV_TURN_REDO : HV_TURN_UNDO);
  writer.undoable = true;
  bool done = write_returns (&writer, returns, error) && mark_undone (db, undo->step.undo_of, error);
  g_clear_pointer (&undo->failed, hv_record_unref);
  undo->failed = writer.failed != NULL ? hv_record_ref (writer.failed) : NULL;
  hv_writer_list_ranges (&writer, undo->written);
  hv_writer_clear (&writer);
  return done;
}

static bool
run_undo (HvDb *db, gpointer data, GError **error)
{
  Undo *undo = data;
  g_autoptr (GArray) returns = g_array_new (FALSE, FALSE, sizeof (Return));
  g_array_set_clear_func (returns, clear_return);
  HvStep target;

  if (!find_target (db, undo->who, undo->redo, &target, error))
    return false;
  if (target.id == 0)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, "%s",
                   undo->redo ? hv_own_text ("There is nothing to redo.")
                              : hv_own_text ("There is nothing more to undo."));
      return false;
    }

  undo->step.verb = target.verb;
  undo->step.undo_of = target.id;
  if (!list_returns (undo, db, target.id, returns, error))
    return false;
  for (guint i = 0; i < returns->len; i++)
    if (!prepare_return (undo, db, &g_array_index (returns, Return, i), error))
      return false;
  if (!write_step (undo, db, returns, error))
    return false;
  take_into_edit (undo, returns);
  return true;
}

static bool
write_undo (Undo *undo, GError **error)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (HvSeqRange));

  undo->written = written;
  if (hv_store_write (undo->store, run_undo, undo, error))
    {
      hv_store_note_written (undo->store, written);
      return true;
    }
  return undo->failed != NULL && hv_conflict_explain_constraint (undo->store, undo->failed, error);
}

static bool
undo_or_redo (Undo *undo, HvStep *ret_step, HvEdit **ret_edit, GError **error)
{
  g_autoptr (GError) failure = NULL;

  hv_conflict_clear (&undo->store->conflict);
  undo->step.id = hv_store_new_edit_source ().next_id;
  undo->step.at = g_get_real_time () / G_USEC_PER_SEC;
  bool done = write_undo (undo, &failure);
  if (done)
    {
      *ret_step = undo->step;
      *ret_edit = g_steal_pointer (&undo->edit);
    }
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  g_clear_pointer (&undo->edit, hv_edit_free);
  g_clear_pointer (&undo->failed, hv_record_unref);
  return done;
}

bool
hv_store_undo (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error)
{
  Undo undo = { .store = store, .who = who };

  return undo_or_redo (&undo, ret_step, ret_edit, error);
}

bool
hv_store_redo (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error)
{
  Undo undo = { .store = store, .who = who, .redo = true };

  return undo_or_redo (&undo, ret_step, ret_edit, error);
}

bool
hv_store_undo_anyway (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error)
{
  Undo undo = { .store = store, .who = who, .anyway = true };

  return undo_or_redo (&undo, ret_step, ret_edit, error);
}

bool
hv_store_redo_anyway (HvStore *store, const char *who, HvStep *ret_step, HvEdit **ret_edit, GError **error)
{
  Undo undo = { .store = store, .who = who, .redo = true, .anyway = true };

  return undo_or_redo (&undo, ret_step, ret_edit, error);
}

/* --- what it would be --- */

typedef struct
{
  const char *who;
  bool redo;
  HvStep target;
} Peek;

static bool
run_peek (HvDb *db, gpointer data, GError **error)
{
  Peek *peek = data;

  return find_target (db, peek->who, peek->redo, &peek->target, error);
}

static bool
peek_at (HvStore *store, const char *who, bool redo, HvStep *ret_step, GError **error)
{
  Peek peek = { who, redo, { 0 } };

  if (!hv_db_read (store->db, run_peek, &peek, error))
    return false;
  *ret_step = peek.target;
  return true;
}

bool
hv_store_peek_undo (HvStore *store, const char *who, HvStep *ret_step, GError **error)
{
  return peek_at (store, who, false, ret_step, error);
}

bool
hv_store_peek_redo (HvStore *store, const char *who, HvStep *ret_step, GError **error)
{
  return peek_at (store, who, true, ret_step, error);
}
