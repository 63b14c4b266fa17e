/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rules of hv-sql.h, read against every statement of the store, whether written by
 * hand or made from the field table. */

#include "hv-sample.h"
#include "hv-schema.h"
#include "hv-sql.h"
#include "hv-table.h"

#include <sqlite3.h>
#include <string.h>

/* What no statement holds, by the number of the rule. */
static const struct
{
  int rule;
  const char *pattern;
} forbidden[] = {
  { 1, "\\?" },
  { 1, "[:@][a-z]" },
  { 2, "^SELECT (?:(?!FROM).)*(?<!CAST \\()\\$\\d" },
  { 3, "\\b(BOOLEAN|BOOL|DATE|TIME|TIMESTAMP|REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL|BLOB|BYTEA|JSONB?|VARCHAR|CHAR|INTEGER|"
       "BIGINT|INT|TEXT)\\b(?![^(]*\\bCAST)(?<!\\{INT)(?<!\\{TEXT)" },
  { 4, "\\b(avg|round|total)\\s*\\(" },
  { 4, "\\b(TRUE|FALSE)\\b" },
  { 4, "(?<!\\w)true(?!\\w)(?<!WHERE true)" },
  { 4, "/" },
  { 6, "\\b(lower|upper)\\s*\\(" },
  { 6, "LIKE (?!.*ESCAPE)" },
  { 6, "\\bILIKE\\b|\\bGLOB\\b" },
  { 8, "\\b(max|min)\\s*\\([^()]*," },
  { 8, "\\b(greatest|least|string_agg|group_concat|ifnull|nvl|date|datetime|strftime|julianday|now|extract)\\s*\\(" },
  { 8, "\\|\\||->" },
  { 9, "FOR UPDATE|\\bMERGE\\b|\\bTRUNCATE\\b|DISTINCT ON|\\bLATERAL\\b|\\bTRIGGER\\b|\\bPROCEDURE\\b|\\bFUNCTION\\b" },
  { 9, "INSERT OR|REPLACE INTO|\\browid\\b" },
  { 10, "INSERT(?=.*SELECT)(?=.*ON CONFLICT)(?!.*WHERE true)" },
  { 13, "AUTOINCREMENT|\\bSERIAL\\b|\\bIDENTITY\\b" },
  { 0, "\\b(select|insert|update|delete|from|where|order by|values|set|join)\\b" }, /* keywords are upper case */
  { 0, ";|--|/\\*" },
};

/* Columns that are never NULL: an ORDER BY may name them as they are. */
#define NEVER_NULL "(id|seq|nr|n|step|house_id|starts|tbl|row_id|ver)"

/* The first rule that a statement breaks, or -1. */
static int
find_broken_rule (const char *statement)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (g_regex_match_simple (forbidden[i].pattern, statement, G_REGEX_DOTALL, 0))
      return forbidden[i].rule;
  if (strstr (statement, "ORDER BY") != NULL
      && !g_regex_match_simple (
          "ORDER BY (\\w\\.)?" NEVER_NULL "( DESC)?(, (\\w\\.)?" NEVER_NULL "( DESC)?)*\\s*(\\n|$)", statement, 0, 0)
      && strstr (statement, "NULLS") == NULL)
    return 5;
  return -1;
}

/* One tenant's rows are never mixed with another's. */
static bool
names_tenant (const char *statement)
{
  return strstr (statement, "org_id = $1") != NULL || g_str_has_prefix (statement, "INSERT INTO");
}

static bool
is_schema_statement (const char *statement)
{
  return g_regex_match_simple ("^(CREATE TABLE \\w+ \\(\\s*org_id |CREATE (UNIQUE )?INDEX \\w+ ON \\w+ \\(org_id, |"
                               "ALTER TABLE \\w+ (ADD|RENAME|DROP) COLUMN |DROP TABLE |INSERT INTO \\w+ SELECT )",
                               statement, 0, 0);
}

static void
check (const char *statement)
{
  int rule = find_broken_rule (statement);

  if (rule != -1 || !names_tenant (statement))
    g_test_message ("rule %d: %s", rule, statement);
  g_assert_cmpint (rule, ==, -1);
  g_assert_true (names_tenant (statement));
}

/* The lint itself: each line is caught, or passes. */
static void
lint_catches (void)
{
  static const struct
  {
    const char *statement;
    int rule; /* -1: passes */
  } cases[] = {
    { "SELECT id\nFROM house\nWHERE org_id = $1 AND id = $2", -1 },
    { "SELECT id\nFROM house\nWHERE id = ?1", 1 },
    { "SELECT id\nFROM house\nWHERE id = :id", 1 },
    { "SELECT $1\nFROM house", 2 },
    { "SELECT id, $2\nFROM house", 2 },
    { "SELECT CAST ($2 AS {TEXT})\nFROM house", -1 },
    { "CREATE TABLE x (org_id {INT} NOT NULL, note {TEXT}{END}", -1 },
    { "CREATE TABLE x (org_id INTEGER NOT NULL)", 3 },
    { "CREATE TABLE x (org_id {INT}, share REAL)", 3 },
    { "CREATE TABLE x (org_id {INT}, open BOOLEAN)", 3 },
    { "SELECT avg (count)\nFROM visit", 4 },
    { "SELECT id\nFROM house\nWHERE TRUE", 4 },
    { "SELECT sum (count) / 7\nFROM visit", 4 },
    { "SELECT id\nFROM house\nORDER BY note", 5 },
    { "SELECT id\nFROM house\nORDER BY note NULLS LAST", -1 },
    { "SELECT id\nFROM house\nORDER BY id DESC", -1 },
    { "SELECT id\nFROM house\nWHERE name LIKE $1", 6 },
    { "SELECT id\nFROM house\nWHERE lower (name) = $1", 6 },
    { "SELECT max (a, b)\nFROM travel", 8 },
    { "SELECT max (a)\nFROM travel", -1 },
    { "SELECT a || b\nFROM travel", 8 },
    { "SELECT extra ->> 'x'\nFROM house", 8 },
    { "SELECT group_concat (name)\nFROM house", 8 },
    { "SELECT id\nFROM house\nFOR UPDATE", 9 },
    { "INSERT OR REPLACE INTO house VALUES ($1)", 9 },
    { "INSERT INTO a (b)\nSELECT c\nFROM d\nON CONFLICT (b) DO NOTHING", 10 },
    { "INSERT INTO a (b)\nSELECT c\nFROM d\nWHERE true\nON CONFLICT (b) DO NOTHING", -1 },
    { "CREATE TABLE x (id {INT} PRIMARY KEY AUTOINCREMENT)", 13 },
    { "select id from house", 0 },
    { "SELECT id\nFROM house; DROP TABLE house", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].statement);
      g_assert_cmpint (find_broken_rule (cases[i].statement), ==, cases[i].rule);
    }
  g_assert_false (names_tenant ("SELECT id FROM house WHERE id = $1"));
  g_assert_false (is_schema_statement ("CREATE TABLE x (id {INT})"));
  g_assert_false (is_schema_statement ("CREATE INDEX x ON y (id)"));
  g_assert_false (is_schema_statement ("ALTER TABLE x ALTER COLUMN y"));
}

static void
written_statements (void)
{
  for (guint i = 0; i < HV_N_SQL; i++)
    {
      g_assert_nonnull (hv_sql[i]);
      check (hv_sql[i]);
    }
}

static void
schema_statements (void)
{
  for (int step = 0; step < hv_schema_current.n_steps; step++)
    for (const char *const *s = hv_schema_current.steps[step].statements; *s != NULL; s++)
      {
        int rule = find_broken_rule (*s);
        if (rule != -1 || !is_schema_statement (*s))
          g_test_message ("rule %d: %s", rule, *s);
        g_assert_cmpint (rule, ==, -1);
        g_assert_true (is_schema_statement (*s));
      }
}

/* Every statement of a table, to a function. */
static void
for_each_statement (HvTable *table, void (*act) (const char *statement, gpointer data), gpointer data)
{
  const char *const fixed[] = {
    table->find, table->list, table->list_all, table->insert, table->find_gone, table->blank
  };
  guint column;

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i] != NULL)
      act (fixed[i], data);
  for (guint i = 0; i < table->n_columns; i++)
    {
      act (hv_table_get_update (table, HV_COLUMN (i)), data);
      act (hv_table_get_list_by (table, i), data);
    }
  act (hv_table_get_update (table, 0), data);
  act (hv_table_get_update (table, HV_COLUMN_GONE), data);
  act (hv_table_get_update (table, table->all | HV_COLUMN_GONE), data);
  if (hv_table_find_column (table, "opening", &column) || hv_table_find_column (table, "shift", &column)
      || table->kind == HV_KIND_OPENING)
    act (hv_table_get_week (table), data);
  if (hv_table_find_column (table, "starts", &column))
    act (hv_table_get_starting (table), data);
}

static void
check_cb (const char *statement, gpointer data)
{
  check (statement);
}

static void
made_statements (void)
{
  HvTables *tables = hv_tables_new ();

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    for_each_statement (hv_tables_get (tables, (HvKind)kind), check_cb, NULL);
  hv_tables_free (tables);
}

/* --- on a real database --- */

static void
prepare_cb (const char *statement, gpointer data)
{
  sqlite3_stmt *prepared = NULL;

  if (sqlite3_prepare_v2 (data, statement, -1, &prepared, NULL) != SQLITE_OK)
    g_test_message ("%s: %s", sqlite3_errmsg (data), statement);
  g_assert_nonnull (prepared);
  sqlite3_finalize (prepared);
}

static sqlite3 *
open_raw (const char *folder)
{
  g_autofree char *path = sample_path (folder, "roster.husvagt");
  g_autoptr (HvStore) store = sample_store_new_filled (folder);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  return handle;
}

static void
all_prepare (void)
{
  char *folder = sample_folder_new ();
  sqlite3 *handle = open_raw (folder);
  HvTables *tables = hv_tables_new ();

  for (guint i = 0; i < HV_N_SQL; i++)
    prepare_cb (hv_sql[i], handle);
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    for_each_statement (hv_tables_get (tables, (HvKind)kind), prepare_cb, handle);
  hv_tables_free (tables);
  sqlite3_close (handle);
  sample_folder_free (folder);
}

/* A table has the columns of its kind and those every row has, and no others. */
static void
columns_match (void)
{
  static const char *const own[] = { "org_id", "id", "ver", "content", "gone", "booked" };
  char *folder = sample_folder_new ();
  sqlite3 *handle = open_raw (folder);
  HvTables *tables = hv_tables_new ();

  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const HvTable *table = hv_tables_get (tables, (HvKind)kind);
      g_autofree char *sql =
          g_strdup_printf ("SELECT name, type, \"notnull\" FROM pragma_table_info ('%s')", table->name);
      sqlite3_stmt *info;
      guint n = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &info, NULL), ==, SQLITE_OK);
      while (sqlite3_step (info) == SQLITE_ROW)
        {
          const char *name = (const char *)sqlite3_column_text (info, 0);
          guint column;
          bool known = false;
          for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
            known = known || strcmp (own[i], name) == 0;
          if (known)
            continue;
          g_test_message ("%s.%s", table->name, name);
          g_assert_true (hv_table_find_column (table, name, &column));
          g_assert_cmpstr ((const char *)sqlite3_column_text (info, 1), ==,
                           table->columns[column].type == HV_FIELD_INT ? "INTEGER" : "TEXT");
          g_assert_cmpint (sqlite3_column_int (info, 2), ==, (table->columns[column].flags & HV_FIELD_REQUIRED) != 0);
          n++;
        }
      g_assert_cmpuint (n, ==, table->n_columns);
      sqlite3_finalize (info);
    }
  hv_tables_free (tables);
  sqlite3_close (handle);
  sample_folder_free (folder);
}

/* What is asked at every edit and every week never reads a whole table. */
static void
uses_indexes (void)
{
  static const HvSql asked_often[] = { HV_SQL_BUMP_COUNTER,     HV_SQL_GET_STEP,         HV_SQL_FIND_LAST_CHANGE,
                                       HV_SQL_FIND_UNDO,        HV_SQL_FIND_REDO,        HV_SQL_LIST_CHANGES_SINCE,
                                       HV_SQL_FIND_OVERLAP,     HV_SQL_FIND_ON_SHIFT,    HV_SQL_FIND_IN_SHIFT,
                                       HV_SQL_FIND_IN_OPENING,  HV_SQL_LIST_PAST_DUTIES, HV_SQL_LIST_PAST_CLOSED,
                                       HV_SQL_LIST_PAST_COUNTS, HV_SQL_MARK_UNDONE,      HV_SQL_LIST_CHANGES_OF_STEP };
  static const struct
  {
    HvKind kind;
    const char *column;
  } lists[] = { { HV_KIND_ASSIGNMENT, "volunteer" }, { HV_KIND_ASSIGNMENT, "shift" }, { HV_KIND_SHIFT, "opening" },
                { HV_KIND_EVENT, "owner" },          { HV_KIND_EVENT, "week" },       { HV_KIND_FEED, "token" },
                { HV_KIND_VOLUNTEER, "ext" } };
  char *folder = sample_folder_new ();
  sqlite3 *handle = open_raw (folder);
  HvTables *tables = hv_tables_new ();
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (asked_often); i++)
    g_ptr_array_add (statements, (gpointer)hv_sql[asked_often[i]]);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      HvTable *table = hv_tables_get (tables, lists[i].kind);
      guint column;
      g_assert_true (hv_table_find_column (table, lists[i].column, &column));
      g_ptr_array_add (statements, (gpointer)hv_table_get_list_by (table, column));
    }
  g_ptr_array_add (statements, (gpointer)hv_table_get_week (hv_tables_get (tables, HV_KIND_ASSIGNMENT)));
  g_ptr_array_add (statements, (gpointer)hv_table_get_week (hv_tables_get (tables, HV_KIND_VISIT)));
  g_ptr_array_add (statements, (gpointer)hv_table_get_starting (hv_tables_get (tables, HV_KIND_EVENT)));

  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", statements->pdata[i], NULL);
      sqlite3_stmt *plan;
      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &plan, NULL), ==, SQLITE_OK);
      while (sqlite3_step (plan) == SQLITE_ROW)
        {
          const char *detail = (const char *)sqlite3_column_text (plan, 3);
          bool whole = g_str_has_prefix (detail, "SCAN ") && strstr (detail, "CONSTANT ROW") == NULL;
          bool half = strstr (detail, "PRIMARY KEY (org_id=?)") != NULL || strstr (detail, "(org_id=?)") != NULL;
          if (whole || half)
            g_test_message ("%s: %s", detail, (char *)statements->pdata[i]);
          g_assert_false (whole || half);
        }
      sqlite3_finalize (plan);
    }
  hv_tables_free (tables);
  sqlite3_close (handle);
  sample_folder_free (folder);
}

/* No SQL outside the files that may hold it. */
static void
nowhere_else (void)
{
  g_autofree char *sources = g_test_build_filename (G_TEST_DIST, "..", "src", NULL);
  const char *folders[] = { "store", "workspace", "cli", "ui", "exchange", "calendar" };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (sources, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *text = NULL;
          if (!g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".sql.c")
              || g_str_has_prefix (name, "hv-db-sqlite"))
            continue;
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          bool found = g_regex_match_simple (
              "\"(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|BEGIN|VACUUM)[ \"]", text, 0, 0);
          if (found)
            g_test_message ("%s", path);
          g_assert_false (found);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sql/lint_catches", lint_catches);
  g_test_add_func ("/sql/written_statements", written_statements);
  g_test_add_func ("/sql/schema_statements", schema_statements);
  g_test_add_func ("/sql/made_statements", made_statements);
  g_test_add_func ("/sql/all_prepare", all_prepare);
  g_test_add_func ("/sql/columns_match", columns_match);
  g_test_add_func ("/sql/uses_indexes", uses_indexes);
  g_test_add_func ("/sql/nowhere_else", nowhere_else);
  return g_test_run ();
}
