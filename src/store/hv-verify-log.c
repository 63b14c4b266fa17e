/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sql.h"
#include "hv-text.h"
#include "hv-verify-private.h"

#define MAX_FINDINGS 100

void
hv_verify_add_finding (HvVerify *verify, const char *sentence, ...)
{
  va_list figures;

  if (verify->findings->len >= MAX_FINDINGS)
    return;
  va_start (figures, sentence);
  g_ptr_array_add (verify->findings, g_strdup_vprintf (sentence, figures));
  va_end (figures);
}

/* A table of the log: its statement and its columns, a letter each: i number, t text, u and d
 * a flag that may only go up or down. The first n_keys are the key. Rows that the backup
 * still has may be gone by now. */
typedef struct
{
  HvSql sql;
  const char *name;
  const char *columns;
  int n_keys;
} LogTable;

static const LogTable log_tables[] = {
  { HV_SQL_VERIFY_CHANGES, "change", "iiiitiiiittt", 2 },
  { HV_SQL_VERIFY_PRIVATE, "change_private", "iitt", 2 },
  { HV_SQL_VERIFY_STEPS, "step", "iiittitidu", 1 },
};

static int
compare_keys (HvDbStatement *a, HvDbStatement *b, int n_keys)
{
  for (int i = 0; i < n_keys; i++)
    {
      gint64 one = hv_db_get_int (a, i), other = hv_db_get_int (b, i);
      if (one != other)
        return one < other ? -1 : 1;
    }
  return 0;
}

static bool
column_fits (HvDbStatement *then, HvDbStatement *now, char letter, int column)
{
  switch (letter)
    {
    case 't':
      return g_strcmp0 (hv_db_get_text (then, column), hv_db_get_text (now, column)) == 0;
    case 'u':
      return hv_db_get_int (then, column) <= hv_db_get_int (now, column);
    case 'd':
      return hv_db_get_int (then, column) >= hv_db_get_int (now, column);
    default:
      return hv_db_get_int (then, column) == hv_db_get_int (now, column);
    }
}

static bool
row_fits (HvDbStatement *then, HvDbStatement *now, const char *columns)
{
  for (int i = 0; columns[i] != '\0'; i++)
    if (!column_fits (then, now, columns[i], i))
      return false;
  return true;
}

static HvDbStatement *
open_log (HvDb *db, const LogTable *table, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (db, hv_sql[table->sql], error);

  if (statement != NULL)
    hv_db_bind_int (statement, 1, HV_SQL_ORG);
  return statement;
}

static bool
verify_log (HvVerify *verify, const LogTable *table, GError **error)
{
  HvDbStatement *base = open_log (verify->base, table, error);
  HvDbStatement *now = open_log (verify->store->db, table, error);
  if (base == NULL || now == NULL)
    return false;

  HvDbResult at_base = hv_db_step (base), at_now = hv_db_step (now);
  while (at_base == HV_DB_ROW && at_now == HV_DB_ROW)
    {
      int order = compare_keys (base, now, table->n_keys);
      if (order == 0 && !row_fits (base, now, table->columns))
        hv_verify_add_finding (verify, hv_own_text ("The change log (%s) is not as it was in the backup."),
                               table->name);
      if (order <= 0)
        at_base = hv_db_step (base);
      if (order >= 0)
        at_now = hv_db_step (now);
    }
  bool done = hv_db_finish (base, at_base == HV_DB_ROW ? HV_DB_DONE : at_base, error);
  return hv_db_finish (now, at_now == HV_DB_ROW ? HV_DB_DONE : at_now, error) && done;
}

bool
hv_verify_logs (HvVerify *verify, GError **error)
{
  for (gsize i = 0; verify->base != NULL && i < G_N_ELEMENTS (log_tables); i++)
    if (!verify_log (verify, &log_tables[i], error))
      return false;
  return true;
}

bool
hv_verify_counters (HvVerify *verify, GError **error)
{
  HvDbStatement *statement = hv_db_prepare (verify->store->db, hv_sql[HV_SQL_VERIFY_COUNTERS], error);
  HvDbResult result;
  if (statement == NULL)
    return false;

  verify->from_beginning = true;
  hv_db_bind_int (statement, 1, HV_SQL_ORG);
  while ((result = hv_db_step (statement)) == HV_DB_ROW)
    {
      gint64 last = hv_db_get_int (statement, 1), n = hv_db_get_int (statement, 2);
      gint64 lowest = hv_db_get_int (statement, 3), highest = hv_db_get_int (statement, 4);
      verify->from_beginning = verify->from_beginning && n > 0 && lowest == 1;
      if (n > 0 && (highest != last || highest - lowest + 1 != n))
        {
          g_autofree char *house = g_strdup_printf ("%" G_GINT64_FORMAT, hv_db_get_int (statement, 0));
          hv_verify_add_finding (verify, hv_own_text ("The change log of house %s has a gap."), house);
        }
    }
  return hv_db_finish (statement, result, error);
}
