/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSql: the statements that are not made from the field table (hv-table.h), by name.
 *
 * All SQL of the store is in files that end in .sql.c, and is the same for SQLite and
 * PostgreSQL. The rules, each of which avoids a measured difference (a test reads every
 * statement against them):
 *
 *  1 parameters are $n;
 *  2 a parameter without a typed neighbour is CAST ($1 AS BIGINT|TEXT);
 *  3 columns are 64-bit integers or text, flags integers 0 and 1;
 *  4 no TRUE, FALSE or comparison as a result, no avg (), round (), no division;
 *  5 ORDER BY of a nullable column says NULLS FIRST or LAST;
 *  6 LIKE only with ESCAPE '\', never lower () or upper ();
 *  7 text is COLLATE "C" on PostgreSQL ({TEXT} says so);
 *  8 no scalar max () or min (), greatest, string_agg, group_concat, date functions, || or ->;
 *  9 GROUP BY lists all plain columns; no FOR UPDATE, MERGE, TRUNCATE, DISTINCT ON,
 *    LATERAL, triggers or procedures;
 * 10 INSERT … SELECT … ON CONFLICT has WHERE true;
 * 11 numbers stay within ±2⁶²; 12 text holds no NUL and is UTF-8 (both checked on the way in);
 * 13 ids are made by the program: no AUTOINCREMENT or SERIAL;
 * 14 a schema step creates tables, indexes and views, adds, renames and drops columns,
 *    moves rows to a new table, and drops and renames tables.
 */

#include <glib.h>

G_BEGIN_DECLS

/* org_id of everything in a file of one's own. */
#define HV_SQL_ORG 1

/* No number beyond this, on either side: SQLite would turn it into a fraction. */
#define HV_SQL_LARGEST (G_GINT64_CONSTANT (1) << 62)

typedef enum
{
  HV_SQL_GET_META,
  HV_SQL_SET_META,

  HV_SQL_LIST_COUNTERS,
  HV_SQL_BUMP_COUNTER,

  HV_SQL_GET_STEP,
  HV_SQL_ADD_STEP,
  HV_SQL_ADD_CHANGE,
  HV_SQL_ADD_PRIVATE,
  HV_SQL_FIND_LAST_CHANGE,
  HV_SQL_FIND_UNDO,
  HV_SQL_FIND_REDO,
  HV_SQL_MARK_UNDONE,
  HV_SQL_LIST_CHANGES_OF_STEP,
  HV_SQL_LIST_STEPS,
  HV_SQL_LIST_CHANGES,
  HV_SQL_LIST_CHANGES_SINCE,

  HV_SQL_TIDY_PRIVATE,
  HV_SQL_LIST_OLD_CHANGES,
  HV_SQL_ADD_MONTH,
  HV_SQL_DELETE_OLD_CHANGES,
  HV_SQL_DELETE_OLD_STEPS,
  HV_SQL_FIND_LAST_ERASURE,
  HV_SQL_ADD_ERASURE,
  HV_SQL_LIST_PRIVATE,
  HV_SQL_DELETE_PRIVATE,
  HV_SQL_MARK_NOT_UNDOABLE,

  HV_SQL_VERIFY_COUNTERS,
  HV_SQL_VERIFY_ROWS,
  HV_SQL_VERIFY_CHANGES,
  HV_SQL_VERIFY_PRIVATE,
  HV_SQL_VERIFY_STEPS,

  HV_SQL_LOCK_VOLUNTEER,
  HV_SQL_FIND_OVERLAP,
  HV_SQL_FIND_ON_SHIFT,
  HV_SQL_FIND_IN_SHIFT,
  HV_SQL_COUNT_IN_SHIFT,
  HV_SQL_FIND_IN_OPENING,

  HV_SQL_LIST_PAST_DUTIES,
  HV_SQL_LIST_PAST_CLOSED,
  HV_SQL_LIST_PAST_COUNTS,
  HV_SQL_LIST_HOUSES,
  HV_SQL_FIND_LIMITS,

  HV_N_SQL
} HvSql;

extern const char *const hv_sql[HV_N_SQL];

G_END_DECLS
