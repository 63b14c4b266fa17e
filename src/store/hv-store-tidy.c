/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sql.h"
#include "hv-store-private.h"

#define DAY G_GINT64_CONSTANT (86400) /* seconds */
#define KEEP_PRIVATE (30 * DAY)
#define KEEP_LOG (396 * DAY) /* 13 months */
#define KEEP_ERASED (35 * DAY)

typedef struct
{
  gint64 now;
  gint64 erased_before;
} Tidy;

/* Carries out a statement on what lies before a moment. */
static bool
run_before (HvDb *db, HvSql sql, gint64 moment, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[sql], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, moment);
  return hv_db_run (statement, error);
}

/* --- sums by house and month --- */

typedef struct
{
  HvId house;
  gint64 month; /* year × 12 + month − 1 */
} MonthKey;

static guint
hash_month (gconstpointer data)
{
  const MonthKey *key = data;

  return g_int64_hash (&key->house) * 31 + (guint)key->month;
}

static gboolean
equal_month (gconstpointer a, gconstpointer b)
{
  const MonthKey *one = a, *other = b;

  return one->house == other->house && one->month == other->month;
}

static gint64
get_month (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);

  return time != NULL ? g_date_time_get_year (time) * 12 + g_date_time_get_month (time) - 1 : 0;
}

static bool
count_months (HvDb *db, gint64 moment, GHashTable *months, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_LIST_OLD_CHANGES], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, moment);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      MonthKey key = { hv_db_get_int (statement, 0), get_month (hv_db_get_int (statement, 1)) };
      gsize changes = GPOINTER_TO_SIZE (g_hash_table_lookup (months, &key));
      g_hash_table_insert (months, g_memdup2 (&key, sizeof key), GSIZE_TO_POINTER (changes + 1));
    }
  return hv_db_finish (statement, result, error);
}

static bool
add_months (HvDb *db, GHashTable *months, GError **error)
{
  GHashTableIter iter;
  gpointer key, changes;

  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &key, &changes))
    {
      HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_ADD_MONTH], error);
      if (statement == NULL)
        return false;
      hv_db_bind_int (statement, 1, HV_SQL_ORG);
      hv_db_bind_int (statement, 2, ((MonthKey *)key)->house);
      hv_db_bind_int (statement, 3, ((MonthKey *)key)->month);
      hv_db_bind_int (statement, 4, (gint64)GPOINTER_TO_SIZE (changes));
      if (!hv_db_run (statement, error))
        return false;
    }
  return true;
}

static bool
shorten_log (HvDb *db, gint64 moment, GError **error)
{
  g_autoptr (GHashTable) months = g_hash_table_new_full (hash_month, equal_month, g_free, NULL);

  if (!count_months (db, moment, months, error))
    return false;
  return g_hash_table_size (months) == 0
         || (add_months (db, months, error) && run_before (db, HV_SQL_DELETE_OLD_CHANGES, moment, error)
             && run_before (db, HV_SQL_DELETE_OLD_STEPS, moment, error));
}

/* --- erasures --- */

static bool
find_last_erasure (HvDb *db, gint64 moment, gint64 *ret_at, GError **error)
{
  bool found;
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[HV_SQL_FIND_LAST_ERASURE], error);
  if (statement == NULL)
    return false;

  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  hv_db_bind_int (statement, 2, moment);
  if (!hv_db_fetch (statement, &found, error))
    return false;
  *ret_at = found ? hv_db_get_int (statement, 0) : HV_NONE;
  return hv_db_finish (statement, HV_DB_DONE, error);
}

static bool
run_tidy (HvDb *db, gpointer data, GError **error)
{
  Tidy *tidy = data;

  return run_before (db, HV_SQL_TIDY_PRIVATE, tidy->now - KEEP_PRIVATE, error)
         && shorten_log (db, tidy->now - KEEP_LOG, error)
         && find_last_erasure (db, tidy->now - KEEP_ERASED, &tidy->erased_before, error);
}

bool
hv_store_tidy (HvStore *store, gint64 now, gint64 *ret_erased_before, GError **error)
{
  Tidy tidy = { .now = now };

  if (!hv_store_write (store, run_tidy, &tidy, error))
    return false;
  *ret_erased_before = tidy.erased_before; /* HV_NONE is before every backup */
  return true;
}
