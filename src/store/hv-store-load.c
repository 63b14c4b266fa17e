/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-db-engine.h"
#include "hv-sql.h"
#include "hv-store-private.h"

/* How far back the history goes. */
#define DUTY_WEEKS 8
#define COUNT_WEEKS 104
#define LAST_DUTIES 60

typedef struct
{
  HvStore *store;
  HvWeek from;
  HvWeek until;
  HvLoadFlags flags;
  HvRosterBuilder *builder;
  GArray *houses;     /* HvId */
  GArray *volunteers; /* HvId */
  GHashTable *ties;   /* volunteer (in a tie of the builder) → number of houses they serve */
} Load;

/* What is in every roster, whole. */
static const HvKind people_and_places[] = {
  HV_KIND_ORGANISATION, HV_KIND_ROLE,   HV_KIND_HOUSE,        HV_KIND_HOURS,       HV_KIND_TEMPLATE,
  HV_KIND_REGULAR,      HV_KIND_CLOSED, HV_KIND_OPEN_ON,      HV_KIND_TRAVEL,      HV_KIND_VOLUNTEER,
  HV_KIND_SKILL,        HV_KIND_TIE,    HV_KIND_AVAILABILITY, HV_KIND_ABSENCE,     HV_KIND_PAUSE,
  HV_KIND_PAIR,         HV_KIND_FACTOR, HV_KIND_FEED,         HV_KIND_PUBLICATION,
};

/* What belongs to a week, by way of its opening. */
static const HvKind of_openings[] = {
  HV_KIND_OPENING, HV_KIND_SHIFT, HV_KIND_ASSIGNMENT, HV_KIND_VISIT, HV_KIND_EXPECTATION, HV_KIND_CALL,
};

static HvMinute
get_start (HvWeek week)
{
  return hv_minute_at (week.monday, 0);
}

/* --- records --- */

/* Tells what a record says about the questions still to be asked. */
static void
note_record (Load *load, const HvRecord *record)
{
  if (record->kind == HV_KIND_VOLUNTEER)
    g_array_append_val (load->volunteers, record->id);
  if (record->kind == HV_KIND_TIE && ((const HvTie *)record)->serves == 1)
    {
      const HvId *volunteer = &((const HvTie *)record)->volunteer;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (load->ties, volunteer));
      g_hash_table_insert (load->ties, (gpointer)volunteer, GUINT_TO_POINTER (n + 1));
    }
}

static bool
take_records (Load *load, HvKind kind, HvDbStatement *statement, GError **error)
{
  HvTable *table = hv_tables_get (load->store->tables, kind);
  HvDbResult result;

  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      gpointer record = hv_table_read (table, statement, error);
      if (record == NULL)
        return false;
      note_record (load, record);
      hv_roster_builder_take (load->builder, record);
    }
  return hv_db_finish (statement, result, error);
}

static bool
load_all (Load *load, HvKind kind, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_tables_get (load->store->tables, kind)->list, error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  return take_records (load, kind, statement, error);
}

static bool
load_week_of_house (Load *load, HvKind kind, HvId house, GError **error)
{
  const char *sql = hv_table_get_week (hv_tables_get (load->store->tables, kind));
  HvDbStatement *statement = hv_db_prepare (load->store->db, sql, error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, house);
  hv_db_bind_int (statement, 3, get_start (load->from));
  hv_db_bind_int (statement, 4, get_start (hv_week_add (load->until, 1)));
  return take_records (load, kind, statement, error);
}

/* Houses that were removed too: what happened in them stays. */
static bool
list_houses (Load *load, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_sql[HV_SQL_LIST_HOUSES], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvId house = hv_db_get_int (statement, 0);
      g_array_append_val (load->houses, house);
    }
  return hv_db_finish (statement, result, error);
}

static bool
load_weeks (Load *load, GError **error)
{
  for (guint i = 0; i < load->houses->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (of_openings); k++)
      if (!load_week_of_house (load, of_openings[k], g_array_index (load->houses, HvId, i), error))
        return false;
  return true;
}

static bool
load_events (Load *load, GError **error)
{
  HvTable *table = hv_tables_get (load->store->tables, HV_KIND_EVENT);
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_table_get_starting (table), error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, get_start (load->from));
  hv_db_bind_int (statement, 3, get_start (hv_week_add (load->until, 1)));
  return take_records (load, HV_KIND_EVENT, statement, error);
}

/* --- history --- */

/* A question about a house in the weeks that the forecast looks at. */
static HvDbStatement *
prepare_past (Load *load, HvSql sql, HvId house, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_sql[sql], error);
  if (statement == NULL)
    return NULL;
  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, house);
  hv_db_bind_int (statement, 3, get_start (hv_week_add (load->from, -COUNT_WEEKS)));
  hv_db_bind_int (statement, 4, get_start (load->from));
  return statement;
}

static bool
find_closed_shifts (Load *load, HvId house, GHashTable *closed, GError **error)
{
  HvDbStatement *statement = prepare_past (load, HV_SQL_LIST_PAST_CLOSED, house, error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvId shift = hv_db_get_int (statement, 0);
      g_hash_table_add (closed, g_memdup2 (&shift, sizeof shift));
    }
  return hv_db_finish (statement, result, error);
}

static bool
load_past_counts (Load *load, HvId house, GError **error)
{
  HvDbStatement *statement = prepare_past (load, HV_SQL_LIST_PAST_COUNTS, house, error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    hv_roster_builder_add_past_count (load->builder, (HvPastCount){
                                                         .house = hv_db_get_int (statement, 0),
                                                         .starts = hv_db_get_int (statement, 1),
                                                         .ends = hv_db_get_int (statement, 2),
                                                         .count = hv_db_get_int (statement, 3),
                                                         .special = hv_db_get_int (statement, 4),
                                                         .slots = hv_db_get_text (statement, 5),
                                                     });
  return hv_db_finish (statement, result, error);
}

/* One past duty: of the last eight weeks, or the last one in its house. */
static void
take_past_duty (Load *load, HvPastDuty duty, GArray *houses)
{
  bool recent = duty.day >= hv_week_add (load->from, -DUTY_WEEKS).monday;
  bool last = !hv_id_is_in (houses, duty.house);

  if (recent || last)
    hv_roster_builder_add_past_duty (load->builder, duty);
  if (last)
    g_array_append_val (houses, duty.house);
}

/* Newest first, until eight weeks are through and every house they serve has been met. */
static bool
load_past_duties (Load *load, HvId volunteer, GHashTable *closed, GArray *houses, GError **error)
{
  guint n_ties = GPOINTER_TO_UINT (g_hash_table_lookup (load->ties, &volunteer));
  HvDay recent = hv_week_add (load->from, -DUTY_WEEKS).monday;
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_sql[HV_SQL_LIST_PAST_DUTIES], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  g_array_set_size (houses, 0);
  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, volunteer);
  hv_db_bind_int (statement, 3, get_start (load->from));
  hv_db_bind_int (statement, 4, LAST_DUTIES);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      HvPastDuty duty = { volunteer, hv_db_get_int (statement, 0), hv_minute_get_day (hv_db_get_int (statement, 1)) };
      HvId shift = hv_db_get_int (statement, 2);

      if (duty.day < recent && n_ties > 0 && houses->len >= n_ties)
        return hv_db_finish (statement, HV_DB_DONE, error);
      if (hv_state_fills ((HvState)hv_db_get_int (statement, 3)) && !g_hash_table_contains (closed, &shift))
        take_past_duty (load, duty, houses);
    }
  return hv_db_finish (statement, result, error);
}

static bool
load_history (Load *load, GError **error)
{
  g_autoptr (GHashTable) closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) houses = g_array_new (FALSE, FALSE, sizeof (HvId));

  for (guint i = 0; i < load->houses->len; i++)
    {
      HvId house = g_array_index (load->houses, HvId, i);
      if (!find_closed_shifts (load, house, closed, error) || !load_past_counts (load, house, error))
        return false;
    }
  for (guint i = 0; i < load->volunteers->len; i++)
    if (!load_past_duties (load, g_array_index (load->volunteers, HvId, i), closed, houses, error))
      return false;
  return true;
}

/* --- rosters --- */

static void
clear_load (Load *load)
{
  g_clear_pointer (&load->ties, g_hash_table_unref);
  g_clear_pointer (&load->builder, hv_roster_builder_free);
  g_clear_pointer (&load->houses, g_array_unref);
  g_clear_pointer (&load->volunteers, g_array_unref);
}

static void
start_load (Load *load)
{
  clear_load (load);
  load->builder = hv_roster_builder_new ();
  load->houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  load->volunteers = g_array_new (FALSE, FALSE, sizeof (HvId));
  load->ties = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static bool
read_roster (HvDb *db, gpointer data, GError **error)
{
  Load *load = data;

  start_load (load);
  hv_roster_builder_set_weeks (load->builder, load->from, load->until);
  for (gsize i = 0; i < G_N_ELEMENTS (people_and_places); i++)
    if (!load_all (load, people_and_places[i], error))
      return false;
  if (!list_houses (load, error) || !load_weeks (load, error) || !load_events (load, error))
    return false;
  if ((load->flags & HV_LOAD_HISTORY) != 0 && !load_history (load, error))
    return false;
  return hv_store_note_seen (load->store, error);
}

/* From the first to the last opening; a roster without openings covers no week. */
static bool
set_all_weeks (Load *load, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (load->store->db, hv_sql[HV_SQL_FIND_LIMITS], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  gint64 first = found ? hv_db_get_int (statement, 0) : HV_NONE;
  gint64 last = found ? hv_db_get_int (statement, 1) : HV_NONE;
  if (first != HV_NONE)
    hv_roster_builder_set_weeks (load->builder, hv_week_of_day (hv_minute_get_day (first)),
                                 hv_week_of_day (hv_minute_get_day (last)));
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
read_everything (HvDb *db, gpointer data, GError **error)
{
  Load *load = data;

  start_load (load);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    if (!load_all (load, (HvKind)kind, error))
      return false;
  return set_all_weeks (load, error) && hv_store_note_seen (load->store, error);
}

static bool
finish_load (Load *load, bool done, HvRoster **ret_roster)
{
  if (done)
    *ret_roster = hv_roster_builder_end (g_steal_pointer (&load->builder));
  clear_load (load);
  return done;
}

bool
hv_store_load_roster (HvStore *store, HvWeek from, HvWeek until, HvLoadFlags flags, HvRoster **ret_roster,
                      GError **error)
{
  Load load = { .store = store, .from = from, .until = until, .flags = flags };

  return finish_load (&load, hv_db_read (store->db, read_roster, &load, error), ret_roster);
}

bool
hv_store_load_everything (HvStore *store, HvRoster **ret_roster, GError **error)
{
  Load load = { .store = store };

  return finish_load (&load, hv_db_read (store->db, read_everything, &load, error), ret_roster);
}
