/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-conflict.h"
#include "hv-error.h"
#include "hv-mention.h"
#include "hv-premise.h"
#include "hv-sql.h"
#include "hv-text.h"
#include "hv-writer.h"

#include <string.h>

typedef struct
{
  HvStore *store;
  const HvEdit *edit;
  const HvStepInfo *info;
  HvStep step;
  const HvRecord *failed;
  GArray *written;    /* HvSeqRange */
  GPtrArray *removed; /* the removed records as they were stored */
  bool tried;         /* a try before this one may have been committed after all */
} Apply;

/* --- rows --- */

static HvPass
get_pass (const HvPut *put)
{
  if (put->remove)
    return HV_PASS_REMOVE;
  return ((const HvRecord *)put->record)->ver == 0 ? HV_PASS_ADD : HV_PASS_CHANGE;
}

/* Made and removed within one edit: as if it had never been. */
static bool
is_nothing (const HvPut *put)
{
  return put->remove && ((const HvRecord *)put->record)->ver == 0;
}

/* What is removed stays as it was stored, whatever the edit thinks it looked like. */
static const HvRecord *
choose_record (Apply *apply, const HvPut *put, const HvRow *before)
{
  if (!put->remove)
    return put->record;
  g_ptr_array_add (apply->removed, hv_record_ref (before->record));
  return before->record;
}

static bool
write_known (Apply *apply, HvWriter *writer, const HvPut *put, guint n, GError **error)
{
  const HvRecord *record = put->record;
  g_auto (HvRow) before = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (writer->store->tables, record->kind), writer->db, record->id, &before, error))
    return false;
  if (before.record == NULL || ((HvRecord *)before.record)->ver != record->ver)
    return hv_conflict_moved_on (writer->store, writer->db, before.record != NULL ? before.record : record, error);

  HvWrite write = {
    .record = choose_record (apply, put, &before), .gone = put->remove, .before = before, .content = HV_NONE, .n = n
  };
  return hv_writer_write (writer, &write, error);
}

static bool
write_new (HvWriter *writer, const HvPut *put, guint n, GError **error)
{
  HvWrite write = { .record = put->record, .content = HV_NONE, .n = n };

  return hv_writer_write (writer, &write, error);
}

static bool
write_puts (Apply *apply, HvWriter *writer, HvPass pass, GError **error)
{
  for (guint i = 0; i < apply->edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (apply->edit->puts, HvPut, i);
      if (get_pass (put) != pass || is_nothing (put))
        continue;
      if (pass == HV_PASS_ADD ? !write_new (writer, put, i + 1, error)
                              : !write_known (apply, writer, put, i + 1, error))
        return false;
    }
  return true;
}

/* --- the step --- */

/* The answer to a first try may have been lost on its way: then the step is there. */
static bool
find_step (HvDb *db, HvId id, bool *ret_found, HvStep *ret_step, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_GET_STEP], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, id);
  if (!hv_db_fetch (statement, ret_found, error))
    return false;
  if (*ret_found)
    *ret_step = (HvStep){
      .id = hv_db_get_int (statement, 0),
      .at = hv_db_get_int (statement, 1),
      .verb = g_intern_string (hv_db_get_text (statement, 2)),
      .undo_of = hv_db_get_int (statement, 3) == HV_NONE ? 0 : hv_db_get_int (statement, 3),
    };
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
write_edit (Apply *apply, HvWriter *writer, GError **error)
{
  const HvEdit *edit = apply->edit;

  for (guint i = 0; i < edit->puts->len; i++)
    if (!is_nothing (&g_array_index (edit->puts, HvPut, i)))
      hv_writer_announce (writer, g_array_index (edit->puts, HvPut, i).record);

  if (!hv_writer_begin (writer, error))
    return false;
  for (guint pass = 0; pass < HV_N_PASSES; pass++)
    if (!write_puts (apply, writer, (HvPass)pass, error))
      return false;
  return hv_writer_end (writer, error);
}

static bool
apply_edit (HvDb *db, gpointer data, GError **error)
{
  Apply *apply = data;
  HvWriter writer;
  bool found = false;

  if ((apply->tried || apply->info->id != 0) && !find_step (db, apply->step.id, &found, &apply->step, error))
    return false;
  apply->tried = true;
  if (found)
    return true;

  hv_writer_init (&writer, apply->store, db, apply->info, &apply->step, HV_TURN_EDIT);
  writer.undoable = apply->info->undoable && strcmp (apply->edit->verb, "publish") != 0;
  bool done = hv_premise_check (apply->store, db, apply->info, error) && write_edit (apply, &writer, error);
  apply->failed = writer.failed;
  hv_writer_list_ranges (&writer, apply->written);
  hv_writer_clear (&writer);
  return done;
}

/* --- before it --- */

static bool
check_put (HvStore *store, const HvRecord *record, GError **error)
{
  const char *column = hv_table_find_unsound (hv_tables_get (store->tables, record->kind), record);
  if (column == NULL && record->id > 0)
    return true;

  g_autofree char *what = hv_mention (store, store->db, record);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               /* TRANSLATORS: the second %s is the name of a field, in English as in files. */
               hv_own_text ("Nothing was saved: %s has an impossible value (%s)."), what,
               column != NULL ? column : "id");
  return false;
}

static bool
check_edit (HvStore *store, const HvEdit *edit, GError **error)
{
  for (guint i = 0; i < edit->puts->len; i++)
    if (!check_put (store, g_array_index (edit->puts, HvPut, i).record, error))
      return false;
  return true;
}

static bool
run_apply (Apply *apply, GError **error)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (HvSeqRange));
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (hv_record_unref);

  apply->written = written;
  apply->removed = removed;
  if (!check_edit (apply->store, apply->edit, error))
    return false;
  if (hv_store_write (apply->store, apply_edit, apply, error))
    {
      hv_store_note_written (apply->store, written);
      return true;
    }
  return apply->failed != NULL && hv_conflict_explain_constraint (apply->store, apply->failed, error);
}

bool
hv_store_apply (HvStore *store, const HvEdit *edit, const HvStepInfo *info, HvStep *ret_step, GError **error)
{
  Apply apply = { .store = store, .edit = edit, .info = info };
  g_autoptr (GError) failure = NULL;

  hv_conflict_clear (&store->conflict);
  apply.step.verb = g_intern_string (edit->verb);
  apply.step.at = g_get_real_time () / G_USEC_PER_SEC;
  if (!hv_edit_is_empty (edit))
    {
      apply.step.id = info->id != 0 ? info->id : hv_store_new_edit_source ().next_id;
      if (!run_apply (&apply, &failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return false;
        }
    }
  if (ret_step != NULL)
    *ret_step = apply.step;
  return true;
}
