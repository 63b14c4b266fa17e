/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-conflict.h"

#include "hv-error.h"
#include "hv-mention.h"
#include "hv-sql.h"
#include "hv-text.h"

void
hv_conflict_clear (HvConflict *conflict)
{
  g_free (conflict->who);
  *conflict = (HvConflict){ .kind = HV_N_KINDS };
}

/* Who changed a record last, from the newest end of its house's log. */
static void
note_conflict (HvStore *store, HvDb *db, const HvRecord *record)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_FIND_LAST_CHANGE], NULL);
  bool found;

  hv_conflict_clear (&store->conflict);
  store->conflict.kind = record->kind;
  store->conflict.id = record->id;
  if (statement == NULL)
    return;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, hv_record_get_house (record));
  hv_db_bind_text (statement, 3, hv_kind_get_name (record->kind));
  hv_db_bind_int (statement, 4, record->id);
  if (!hv_db_fetch (statement, &found, NULL))
    return;
  if (found)
    {
      store->conflict.who = g_strdup (hv_db_get_text (statement, 0));
      store->conflict.at = hv_db_get_int (statement, 1);
    }
  hv_db_finish (statement, HV_DB_DONE, NULL);
}

/* "Karen (14:02)", or "somebody else". */
static char *
mention_who (const HvConflict *conflict)
{
  if (conflict->who == NULL || conflict->who[0] == '\0')
    return g_strdup (hv_own_text ("somebody else"));
  g_autofree char *time = hv_mention_time (conflict->at);
  return g_strdup_printf ("%s (%s)", conflict->who, time);
}

bool
hv_conflict_moved_on (HvStore *store, HvDb *db, gconstpointer record, GError **error)
{
  note_conflict (store, db, record);

  g_autofree char *what = hv_mention (store, db, record);
  g_autofree char *who = mention_who (&store->conflict);
  g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
               /* TRANSLATORS: the second %s is a name and a time, "Karen (14:02)". */
               hv_own_text ("Meanwhile %s was changed by %s. Nothing was saved: look at it as it is now and decide "
                            "again."),
               what, who);
  return false;
}

bool
hv_conflict_overlap (HvStore *store, HvDb *db, const HvAssignment *assignment, HvId other, GError **error)
{
  g_auto (HvRow) duty = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, HV_KIND_ASSIGNMENT), db, other, &duty, error))
    return false;
  note_conflict (store, db, duty.record);

  g_autofree char *name = hv_mention_name (store, db, HV_KIND_VOLUNTEER, assignment->volunteer);
  g_autofree char *where = hv_mention (store, db, duty.record);
  g_set_error (error, HV_ERROR, HV_ERROR_OVERLAP,
               hv_own_text ("%s already has a duty at that time: %s. Choose somebody else, or give a reason."), name,
               where);
  return false;
}

bool
hv_conflict_lost_parent (HvStore *store, HvDb *db, gconstpointer record, HvKind kind, HvId parent, GError **error)
{
  g_auto (HvRow) row = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, kind), db, parent, &row, error))
    return false;
  if (row.record == NULL)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, parent);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   /* TRANSLATORS: "… a shift refers to a volunteer (id 17) that is not there" */
                   hv_own_text ("Nothing was saved: %s refers to %s (id %s) that is not there."),
                   hv_mention_kind (((const HvRecord *)record)->kind), hv_mention_kind (kind), id);
      return false;
    }

  note_conflict (store, db, row.record);
  g_autofree char *what = hv_mention (store, db, row.record);
  g_autofree char *who = mention_who (&store->conflict);
  g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
               hv_own_text ("Meanwhile %s was removed by %s. Nothing was saved: look at it as it is now and decide "
                            "again."),
               what, who);
  return false;
}

bool
hv_conflict_new_child (HvStore *store, HvDb *db, gconstpointer record, HvKind kind, HvId child, GError **error)
{
  g_auto (HvRow) row = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, kind), db, child, &row, error))
    return false;
  note_conflict (store, db, row.record);

  g_autofree char *what = hv_mention (store, db, record);
  g_autofree char *who = mention_who (&store->conflict);
  g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
               /* TRANSLATORS: what was added is "a shift" or "a place on a shift". */
               hv_own_text ("Meanwhile %s was given %s by %s, so it was not removed. Look at it as it is now and "
                            "decide again."),
               what, hv_mention_kind (kind), who);
  return false;
}

bool
hv_conflict_house_moved_on (HvStore *store, HvDb *db, HvId house, GError **error)
{
  hv_conflict_clear (&store->conflict);
  store->conflict.kind = house == 0 ? HV_KIND_ORGANISATION : HV_KIND_HOUSE;
  store->conflict.id = house == 0 ? 1 : house;
  g_autofree char *name =
      house == 0 ? g_strdup (hv_own_text ("the organisation")) : hv_mention_name (store, db, HV_KIND_HOUSE, house);
  g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
               /* TRANSLATORS: %s is a house, or "the organisation" */
               hv_own_text ("Meanwhile somebody else has changed something in %s. Nothing was saved: look at it as it "
                            "is now and do it again."),
               name);
  return false;
}

bool
hv_conflict_joined (HvStore *store, HvDb *db, HvId other, GError **error)
{
  g_auto (HvRow) joined = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, HV_KIND_ASSIGNMENT), db, other, &joined, error))
    return false;
  note_conflict (store, db, joined.record);

  const HvAssignment *assignment = joined.record;
  g_autofree char *name = assignment->volunteer == HV_NONE
                              ? g_strdup (assignment->guest)
                              : hv_mention_name (store, db, HV_KIND_VOLUNTEER, assignment->volunteer);
  g_autofree char *who = mention_who (&store->conflict);
  g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
               /* TRANSLATORS: a name and a time, "Karen (14:02)", and the name of a volunteer */
               hv_own_text ("Meanwhile %s has given the place to %s. Nothing was saved: look at it as it is now and "
                            "decide again."),
               who, name);
  return false;
}

/* --- what the schema refused --- */

typedef struct
{
  HvStore *store;
  const HvRecord *record;
} Refused;

static bool
ask_on_shift (HvDb *db, const HvAssignment *assignment, HvId *ret_other, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_FIND_ON_SHIFT], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, assignment->shift);
  hv_db_bind_int (statement, 3, assignment->volunteer);
  hv_db_bind_int (statement, 4, assignment->r.id);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_other = found ? hv_db_get_int (statement, 0) : 0;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
explain_twice (HvStore *store, HvDb *db, const HvAssignment *assignment, GError **error)
{
  HvId other;
  if (assignment->r.kind != HV_KIND_ASSIGNMENT || assignment->volunteer == HV_NONE)
    return true;
  if (!ask_on_shift (db, assignment, &other, error) || other == 0)
    return true;

  g_autofree char *name = hv_mention_name (store, db, HV_KIND_VOLUNTEER, assignment->volunteer);
  g_autofree char *where = hv_mention (store, db, assignment);
  g_set_error (error, HV_ERROR, HV_ERROR_TWICE, hv_own_text ("%s is already on this shift: %s."), name, where);
  return false;
}

/* A new record whose id is taken: the edit was made from a state without it. */
static bool
explain_id (HvStore *store, HvDb *db, const HvRecord *record, GError **error)
{
  g_auto (HvRow) row = { NULL, 0, false };

  if (!hv_table_fetch (hv_tables_get (store->tables, record->kind), db, record->id, &row, NULL) || row.record == NULL
      || ((HvRecord *)row.record)->ver == record->ver)
    return true;
  return hv_conflict_moved_on (store, db, row.record, error);
}

/* Read in a transaction of its own: after a refusal PostgreSQL answers nothing more in the old one. */
static bool
explain_refused (HvDb *db, gpointer data, GError **error)
{
  Refused *refused = data;
  const HvRecord *record = refused->record;

  if (!explain_id (refused->store, db, record, error)
      || !explain_twice (refused->store, db, (const HvAssignment *)record, error))
    return false;

  if (hv_table_find_unsound (hv_tables_get (refused->store->tables, record->kind), record) == NULL)
    g_set_error (error, HV_ERROR, HV_ERROR_CONFLICT,
                 hv_own_text ("Nothing was saved: %s like this is there already, or its id “%s” is in use. Look at it "
                              "as it is now and decide again."),
                 hv_mention_kind (record->kind), record->ext != NULL ? record->ext : "");
  return false;
}

bool
hv_conflict_explain_constraint (HvStore *store, gconstpointer record, GError **error)
{
  Refused refused = { store, record };
  g_autoptr (GError) better = NULL;

  if (g_error_matches (*error, HV_ERROR, HV_ERROR_BAD_INPUT))
    hv_db_read (store->db, explain_refused, &refused, &better);
  if (better != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&better));
    }
  return false;
}
