/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-premise.h"

#include "hv-conflict.h"
#include "hv-sql.h"

static gint64
get_number (GHashTable *counters, HvId house)
{
  const gint64 *number = g_hash_table_lookup (counters, &house);

  return number != NULL ? *number : 0;
}

static bool
check_houses (HvStore *store, HvDb *db, const HvStepInfo *info, GError **error)
{
  g_autoptr (GHashTable) counters = NULL;

  if (info->n_houses == 0)
    return true;
  counters = hv_store_read_counters (db, error);
  if (counters == NULL)
    return false;
  for (guint i = 0; i < info->n_houses; i++)
    if (get_number (counters, info->houses[i]) > get_number (store->seen, info->houses[i]))
      return hv_conflict_house_moved_on (store, db, info->houses[i], error);
  return true;
}

static bool
count_people (HvDb *db, HvId shift, guint *ret_people, HvId *ret_newest, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_COUNT_IN_SHIFT], error);
  bool found;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, shift);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_people = found ? (guint)hv_db_get_int (statement, 0) : 0;
  *ret_newest = found ? hv_db_get_int (statement, 1) : HV_NONE; /* ids count up with time */
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
check_shift (HvStore *store, HvDb *db, HvShiftSeen seen, GError **error)
{
  guint people;
  HvId newest;

  if (!count_people (db, seen.shift, &people, &newest, error))
    return false;
  return people <= seen.people || hv_conflict_joined (store, db, newest, error);
}

bool
hv_premise_check (HvStore *store, HvDb *db, const HvStepInfo *info, GError **error)
{
  if (!check_houses (store, db, info, error))
    return false;
  for (guint i = 0; i < info->n_shifts; i++)
    if (!check_shift (store, db, info->shifts[i], error))
      return false;
  return true;
}
