/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The store against bare sqlite3 doing the same work on a file of the same form, in the
 * same run: one saved edit, one week of one house and opening at five million assignments,
 * and an import. Bare means: the same rows, the same log, the same checks for double
 * booking, the same settings; statements prepared once; rows read into plain structs. */

#include "hv-sample.h"
#include "hv-sql.h"
#include "hv-table.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HOUSES 100
#define WEEKS 500
#define OPENINGS_A_WEEK 5
#define SHIFTS_AN_OPENING 4
#define PEOPLE_A_SHIFT 5
#define VOLUNTEERS 20000

#define FIRST_HOUSE G_GINT64_CONSTANT (1000)
#define FIRST_VOLUNTEER G_GINT64_CONSTANT (100000)
#define FIRST_OPENING G_GINT64_CONSTANT (10000000)
#define FIRST_SHIFT G_GINT64_CONSTANT (100000000)
#define FIRST_ASSIGNMENT G_GINT64_CONSTANT (1000000000)

#define EDITS 400
#define READS 400
#define IMPORTED 100000

static bool all_held = true;

static void
say (const char *what, double ours, double bare, const char *unit, double limit, bool more_is_better)
{
  double ratio = ours / bare;
  bool held = more_is_better ? ratio >= limit : ratio <= limit;

  all_held = all_held && held;
  printf ("%-44s %10.3f %10.3f %-8s %6.2f  (%s %.2f) %s\n", what, ours, bare, unit, ratio,
          more_is_better ? "at least" : "at most", limit, held ? "" : "NOT HELD");
}

static double
now_ms (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int
compare_numbers (const void *a, const void *b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return one < other ? -1 : one > other;
}

static double
get_percentile (double *numbers, guint n, guint percent)
{
  qsort (numbers, n, sizeof *numbers, compare_numbers);
  return numbers[MIN (n - 1, n * percent / 100)];
}

/* --- bare sqlite3 --- */

typedef struct
{
  sqlite3 *handle;
  HvTables *tables;
  GHashTable *statements;
} Bare;

static void
must (Bare *bare, int rc)
{
  if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
    {
      fprintf (stderr, "bench-store: %s\n", sqlite3_errmsg (bare->handle));
      exit (1);
    }
}

static void
run (Bare *bare, const char *sql)
{
  must (bare, sqlite3_exec (bare->handle, sql, NULL, NULL, NULL));
}

static void
finalize_cb (gpointer statement)
{
  sqlite3_finalize (statement);
}

static Bare *
bare_open (const char *path)
{
  Bare *bare = g_new0 (Bare, 1);

  must (bare, sqlite3_open_v2 (path, &bare->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  run (bare,
       "PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
       "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -16000");
  bare->tables = hv_tables_new ();
  bare->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_cb);
  return bare;
}

static void
bare_close (Bare *bare)
{
  g_hash_table_unref (bare->statements);
  hv_tables_free (bare->tables);
  sqlite3_exec (bare->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (bare->handle);
  g_free (bare);
}

static sqlite3_stmt *
prepare (Bare *bare, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (bare->statements, sql);

  if (statement == NULL)
    {
      must (bare, sqlite3_prepare_v3 (bare->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
      g_hash_table_insert (bare->statements, (gpointer)sql, statement);
    }
  return statement;
}

static gint64
bump (Bare *bare, gint64 house, gint64 by)
{
  sqlite3_stmt *statement = prepare (bare, hv_sql[HV_SQL_BUMP_COUNTER]);

  sqlite3_bind_int64 (statement, 1, 1);
  sqlite3_bind_int64 (statement, 2, house);
  sqlite3_bind_int64 (statement, 3, by);
  must (bare, sqlite3_step (statement));
  gint64 last = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return last;
}

static void
add_step (Bare *bare, gint64 step, gint64 nr, const char *verb)
{
  sqlite3_stmt *statement = prepare (bare, hv_sql[HV_SQL_ADD_STEP]);

  sqlite3_bind_int64 (statement, 1, 1);
  sqlite3_bind_int64 (statement, 2, step);
  sqlite3_bind_int64 (statement, 3, nr);
  sqlite3_bind_int64 (statement, 4, time (NULL));
  sqlite3_bind_text (statement, 5, "Karen", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, "bench", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, verb, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 8, 0);
  sqlite3_bind_int64 (statement, 10, 1);
  must (bare, sqlite3_step (statement));
  sqlite3_reset (statement);
}

/* In the order of the table's columns. */
static void
add_assignment (Bare *bare, const HvAssignment *a)
{
  sqlite3_stmt *statement = prepare (bare, hv_tables_get (bare->tables, HV_KIND_ASSIGNMENT)->insert);

  sqlite3_bind_int64 (statement, 1, 1);
  sqlite3_bind_int64 (statement, 2, a->r.id);
  sqlite3_bind_int64 (statement, 3, a->house);
  sqlite3_bind_int64 (statement, 4, a->shift);
  sqlite3_bind_int64 (statement, 5, a->volunteer);
  sqlite3_bind_text (statement, 6, a->guest, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, a->state);
  sqlite3_bind_int64 (statement, 8, a->origin);
  sqlite3_bind_int64 (statement, 9, a->locked);
  sqlite3_bind_int64 (statement, 10, a->starts);
  sqlite3_bind_int64 (statement, 11, a->ends);
  sqlite3_bind_int64 (statement, 12, a->own_span);
  sqlite3_bind_text (statement, 13, a->reason, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 14, a->uid, -1, SQLITE_STATIC);
  must (bare, sqlite3_step (statement));
  sqlite3_reset (statement);
}

static void
add_change (Bare *bare, const HvAssignment *a, gint64 seq, gint64 step, gint64 n)
{
  sqlite3_stmt *statement = prepare (bare, hv_sql[HV_SQL_ADD_CHANGE]);
  char after[400];
  int length = snprintf (after, sizeof after,
                         "{\"house\":%ld,\"shift\":%ld,\"volunteer\":%ld,\"state\":%ld,\"origin\":%ld,\"locked\":%ld,"
                         "\"starts\":%ld,\"ends\":%ld,\"own_span\":%ld,\"uid\":\"%s\"}",
                         (long)a->house, (long)a->shift, (long)a->volunteer, (long)a->state, (long)a->origin,
                         (long)a->locked, (long)a->starts, (long)a->ends, (long)a->own_span, a->uid);

  sqlite3_bind_int64 (statement, 1, 1);
  sqlite3_bind_int64 (statement, 2, a->house);
  sqlite3_bind_int64 (statement, 3, seq);
  sqlite3_bind_int64 (statement, 4, step);
  sqlite3_bind_int64 (statement, 5, n);
  sqlite3_bind_text (statement, 6, "assignment", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, a->r.id);
  sqlite3_bind_int64 (statement, 8, 1);
  sqlite3_bind_int64 (statement, 9, 0);
  sqlite3_bind_int64 (statement, 10, 1);
  sqlite3_bind_text (statement, 12, after, length, SQLITE_STATIC);
  must (bare, sqlite3_step (statement));
  sqlite3_reset (statement);
}

static void
check_booking (Bare *bare, const HvAssignment *a)
{
  sqlite3_stmt *statement = prepare (bare, hv_sql[HV_SQL_FIND_OVERLAP]);
  static const int order[] = { 1, 2, 4, 5, 3, 6 }; /* by first appearance in the statement */
  const gint64 values[] = { 1, a->volunteer, a->starts, a->ends, a->starts - HV_SPAN_MAX_MINUTES, a->r.id };

  for (int position = 1; position <= 6; position++)
    sqlite3_bind_int64 (statement, position, values[order[position - 1] - 1]);
  if (sqlite3_step (statement) != SQLITE_DONE)
    must (bare, SQLITE_ERROR);
  sqlite3_reset (statement);
}

static void
bare_save (Bare *bare, const GPtrArray *assignments, gint64 step)
{
  run (bare, "BEGIN IMMEDIATE");
  gint64 nr = bump (bare, -1, 1);
  gint64 seq = bump (bare, ((HvAssignment *)assignments->pdata[0])->house, assignments->len) - assignments->len;
  add_step (bare, step, nr, "assign");
  for (guint i = 0; i < assignments->len; i++)
    {
      add_assignment (bare, assignments->pdata[i]);
      add_change (bare, assignments->pdata[i], ++seq, step, i + 1);
    }
  for (guint i = 0; i < assignments->len; i++)
    check_booking (bare, assignments->pdata[i]);
  run (bare, "COMMIT");
}

/* --- one saved edit, one import --- */

/* Shifts enough for everybody to have one each, in one house. */
static void
make_shifts (HvStore *store, guint n)
{
  HvEdit *edit = sample_begin ("generate");

  for (guint i = 0; i < n; i++)
    {
      HvOpening *opening = hv_record_new (HV_KIND_OPENING, FIRST_OPENING + i);
      HvShift *shift = hv_record_new (HV_KIND_SHIFT, FIRST_SHIFT + i);
      opening->house = shift->house = SAMPLE_JUELSMINDE;
      opening->starts = shift->starts = hv_minute_at (SAMPLE_MONDAY + 7 + (HvDay)i, 600);
      opening->ends = shift->ends = opening->starts + 180;
      shift->opening = opening->r.id;
      shift->role = SAMPLE_ROLE_IT;
      hv_edit_take (edit, opening);
      hv_edit_take (edit, shift);
    }
  sample_apply (store, edit, "Karen");
}

static HvAssignment *
make_assignment (HvEdit *edit, guint i)
{
  HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);

  assignment->house = SAMPLE_JUELSMINDE;
  assignment->shift = FIRST_SHIFT + i;
  assignment->volunteer = SAMPLE_ANNA;
  assignment->starts = hv_minute_at (SAMPLE_MONDAY + 7 + (HvDay)i, 600);
  assignment->ends = assignment->starts + 180;
  return assignment;
}

static GPtrArray *
list_assignments (const HvEdit *edit)
{
  GPtrArray *assignments = g_ptr_array_new ();

  for (guint i = 0; i < edit->puts->len; i++)
    g_ptr_array_add (assignments, g_array_index (edit->puts, HvPut, i).record);
  return assignments;
}

static double
save_ours (HvStore *store, const HvEdit *edit)
{
  g_autoptr (GError) error = NULL;
  HvStepInfo info = { .who = "Karen", .client = "bench", .undoable = true };
  double before = now_ms (CLOCK_MONOTONIC);

  if (!hv_store_apply (store, edit, &info, NULL, &error))
    g_error ("%s", error->message);
  return now_ms (CLOCK_MONOTONIC) - before;
}

static double
save_bare (Bare *bare, const HvEdit *edit)
{
  g_autoptr (GPtrArray) assignments = list_assignments (edit);
  double before = now_ms (CLOCK_MONOTONIC);

  bare_save (bare, assignments, edit->source.next_id);
  return now_ms (CLOCK_MONOTONIC) - before;
}

static HvEdit *
make_edit (guint first, guint n)
{
  HvEdit *edit = sample_begin ("assign");

  for (guint i = 0; i < n; i++)
    make_assignment (edit, first + i);
  return edit;
}

static void
bench_edits (HvStore *store, Bare *bare)
{
  double ours[EDITS], theirs[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (HvEdit) edit = make_edit (i, 1);
      ours[i] = save_ours (store, edit);
      theirs[i] = save_bare (bare, edit);
    }
  say ("one saved edit, p50", get_percentile (ours, EDITS, 50), get_percentile (theirs, EDITS, 50), "ms", 1.25, false);
}

static void
bench_import (HvStore *store, Bare *bare)
{
  double ours = 0, theirs = 0;

  for (guint part = 0; part < 4; part++)
    {
      g_autoptr (HvEdit) edit = make_edit (EDITS + part * IMPORTED / 4, IMPORTED / 4);
      ours += save_ours (store, edit);
      theirs += save_bare (bare, edit);
    }
  say ("import of 100 000 assignments", IMPORTED / ours, IMPORTED / theirs, "rows/ms", 0.8, true);
}

static void
bench_writing (const char *folder)
{
  g_autofree char *ours_folder = sample_path (folder, "ours");
  g_autofree char *bare_folder = sample_path (folder, "bare");
  g_autofree char *bare_path = sample_path (bare_folder, "roster.husvagt");
  const char *const folders[] = { bare_folder, ours_folder };
  HvStore *store = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&store, hv_store_close);
      store = sample_store_new_filled (folders[i]);
      make_shifts (store, EDITS + IMPORTED);
    }
  Bare *bare = bare_open (bare_path);
  bench_edits (store, bare);
  bench_import (store, bare);
  bare_close (bare);
  hv_store_close (store);
}

/* --- five million assignments --- */

static void
bind_row (sqlite3_stmt *statement, const gint64 *values, int n)
{
  for (int i = 0; i < n; i++)
    if (values[i] == HV_NONE)
      sqlite3_bind_null (statement, i + 1);
    else
      sqlite3_bind_int64 (statement, i + 1, values[i]);
}

static void
insert (Bare *bare, const char *sql, const gint64 *values, int n)
{
  sqlite3_stmt *statement = prepare (bare, sql);

  bind_row (statement, values, n);
  must (bare, sqlite3_step (statement));
  sqlite3_reset (statement);
}

#define HEAD "org_id, id, ver, content, gone, "

static void
generate_places (Bare *bare)
{
  for (gint64 i = 0; i < HOUSES; i++)
    insert (bare,
            "INSERT INTO house (" HEAD
            "name, house_kind, position, hide_names, never_alone, experienced, needs_key, model) "
            "VALUES (1, $1, 1, 1, 0, 'House', 0, 0, 0, 1, 0, 0, 0)",
            (gint64[]){ FIRST_HOUSE + i }, 1);
  for (gint64 i = 0; i < VOLUNTEERS; i++)
    insert (bare,
            "INSERT INTO volunteer (" HEAD "name, name_key, archived) VALUES (1, $1, 1, 1, 0, 'Anna Lindeskov', "
            "'anna lindeskov', 0)",
            (gint64[]){ FIRST_VOLUNTEER + i }, 1);
}

typedef struct
{
  gint64 openings;
  gint64 shifts;
  gint64 assignments;
} Counts;

static void
generate_shift (Bare *bare, Counts *counts, gint64 house, gint64 opening, gint64 starts)
{
  gint64 shift = FIRST_SHIFT + counts->shifts++;

  insert (bare,
          "INSERT INTO shift (" HEAD "house, opening, role, starts, ends, minimum, uid) "
          "VALUES (1, $1, 1, 1, 0, $2, $3, 101, $4, $5, 3, '0f8fad5b-d9cb-469f-a165-70867728950e')",
          (gint64[]){ shift, house, opening, starts, starts + 180 }, 5);
  for (int i = 0; i < PEOPLE_A_SHIFT; i++)
    {
      gint64 id = FIRST_ASSIGNMENT + counts->assignments++;
      insert (bare,
              "INSERT INTO assignment (" HEAD
              "house, shift, volunteer, state, origin, locked, starts, ends, own_span, uid) "
              "VALUES (1, $1, 1, 1, 0, $2, $3, $4, 0, 1, 0, $5, $6, 0, '7c9e6679-7425-40de-944b-e07fc1f90ae7')",
              (gint64[]){ id, house, shift, FIRST_VOLUNTEER + (id * 7919) % VOLUNTEERS, starts, starts + 180 }, 6);
    }
}

static void
generate_week (Bare *bare, Counts *counts, gint64 house, int week)
{
  for (int i = 0; i < OPENINGS_A_WEEK; i++)
    {
      gint64 opening = FIRST_OPENING + counts->openings++;
      gint64 starts = hv_minute_at (SAMPLE_MONDAY + week * 7 + i, 600);
      insert (bare, "INSERT INTO opening (" HEAD "house, starts, ends, holiday) VALUES (1, $1, 1, 1, 0, $2, $3, $4, 0)",
              (gint64[]){ opening, house, starts, starts + 180 }, 4);
      for (int shift = 0; shift < SHIFTS_AN_OPENING; shift++)
        generate_shift (bare, counts, house, opening, starts);
    }
}

/* Indexes are made when the rows are there. */
static GPtrArray *
drop_indexes (Bare *bare)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *query;

  must (bare, sqlite3_prepare_v2 (bare->handle,
                                  "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN "
                                  "('opening', 'shift', 'assignment') AND sql IS NOT NULL",
                                  -1, &query, NULL));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  while (sqlite3_step (query) == SQLITE_ROW)
    {
      g_ptr_array_add (names, g_strdup_printf ("DROP INDEX %s", sqlite3_column_text (query, 0)));
      g_ptr_array_add (made, g_strdup ((const char *)sqlite3_column_text (query, 1)));
    }
  sqlite3_finalize (query);
  for (guint i = 0; i < names->len; i++)
    run (bare, names->pdata[i]);
  return made;
}

static void
generate (const char *path)
{
  Bare *bare = bare_open (path);
  Counts counts = { 0 };

  run (bare,
       "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000;"
       "PRAGMA writable_schema = OFF");
  g_autofree char *statistics = NULL;
  run (bare, "CREATE TEMP TABLE figures AS SELECT * FROM sqlite_stat1");
  g_autoptr (GPtrArray) indexes = drop_indexes (bare);
  run (bare, "BEGIN");
  generate_places (bare);
  for (int week = 0; week < WEEKS; week++)
    for (gint64 house = 0; house < HOUSES; house++)
      generate_week (bare, &counts, FIRST_HOUSE + house, week);
  run (bare, "COMMIT");
  for (guint i = 0; i < indexes->len; i++)
    run (bare, indexes->pdata[i]);
  run (bare, "DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 SELECT * FROM figures");
  bare_close (bare);
}

/* --- reading it --- */

static char *
dup_column (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static gint64
get_column (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? HV_NONE : sqlite3_column_int64 (statement, column);
}

/* Any program must keep what it has read: a struct, and copies of its texts. */
static guint
read_kind (Bare *bare, HvKind kind, gint64 house, HvWeek week, GPtrArray *kept)
{
  HvTable *table = hv_tables_get (bare->tables, kind);
  sqlite3_stmt *statement = prepare (bare, hv_table_get_week (table));
  guint n = 0;

  sqlite3_bind_int64 (statement, 1, 1);
  sqlite3_bind_int64 (statement, 2, house);
  sqlite3_bind_int64 (statement, 3, hv_minute_at (week.monday, 0));
  sqlite3_bind_int64 (statement, 4, hv_minute_at (week.monday + 7, 0));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 *row = g_malloc0 ((table->n_columns + 4) * sizeof (gint64));
      for (int i = 0; i < 4; i++)
        row[i] = sqlite3_column_int64 (statement, i);
      for (guint i = 0; i < table->n_columns; i++)
        if (table->columns[i].type == HV_FIELD_INT)
          row[i + 4] = get_column (statement, (int)i + 4);
        else
          row[i + 4] = (gint64)(gsize)dup_column (statement, (int)i + 4);
      g_ptr_array_add (kept, row);
      n++;
    }
  sqlite3_reset (statement);
  for (guint r = kept->len - n; r < kept->len; r++)
    for (guint i = 0; i < table->n_columns; i++)
      if (table->columns[i].type == HV_FIELD_TEXT)
        g_free ((gpointer)(gsize)((gint64 *)kept->pdata[r])[i + 4]);
  return n;
}

static guint
read_week_bare (Bare *bare, gint64 house, HvWeek week)
{
  static const HvKind kinds[] = { HV_KIND_OPENING, HV_KIND_SHIFT,       HV_KIND_ASSIGNMENT,
                                  HV_KIND_VISIT,   HV_KIND_EXPECTATION, HV_KIND_CALL };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  run (bare, "BEGIN");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    n += read_kind (bare, kinds[i], house, week, kept);
  run (bare, "COMMIT");
  return n;
}

static guint
read_week_ours (HvStore *store, gint64 house, HvWeek week)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  if (!hv_store_load_house (store, house, week, week, &records, &error))
    g_error ("%s", error->message);
  return records->len;
}

static void
bench_reading (const char *path)
{
  HvStore *store = hv_store_open (path, HV_STORE_DEFAULT, NULL);
  Bare *bare = bare_open (path);
  double ours[READS], theirs[READS], waits[READS];
  guint n = 0;

  for (guint i = 0; i < READS; i++)
    {
      HvWeek week = hv_week_add (hv_week_of_day (SAMPLE_MONDAY), g_random_int_range (0, WEEKS));
      gint64 house = FIRST_HOUSE + g_random_int_range (0, HOUSES);
      read_week_ours (store, house, week); /* both find the pages in memory */
      read_week_bare (bare, house, week);
      double wait = now_ms (CLOCK_MONOTONIC), before = now_ms (CLOCK_PROCESS_CPUTIME_ID);
      n = read_week_ours (store, house, week);
      ours[i] = now_ms (CLOCK_PROCESS_CPUTIME_ID) - before;
      waits[i] = now_ms (CLOCK_MONOTONIC) - wait;
      before = now_ms (CLOCK_PROCESS_CPUTIME_ID);
      g_assert_cmpuint (read_week_bare (bare, house, week), ==, n);
      theirs[i] = now_ms (CLOCK_PROCESS_CPUTIME_ID) - before;
    }
  say ("one week of one house (125 rows), CPU, p50", get_percentile (ours, READS, 50),
       get_percentile (theirs, READS, 50), "ms", 1.25, false);
  printf ("%-44s %10.3f\n", "  the same, time that passes, p99", get_percentile (waits, READS, 99));
  bare_close (bare);
  hv_store_close (store);
}

static double
open_and_close (const char *path)
{
  double times[41];

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      double before = now_ms (CLOCK_MONOTONIC);
      HvStore *store = hv_store_open (path, HV_STORE_DEFAULT, &error);
      if (store == NULL)
        g_error ("%s", error->message);
      hv_store_close (store);
      times[i] = now_ms (CLOCK_MONOTONIC) - before;
    }
  return get_percentile (times, G_N_ELEMENTS (times), 50);
}

/* Five million assignments in a folder; the path of the file. */
static char *
make_big_file (const char *folder)
{
  char *big = sample_path (folder, "roster.husvagt");
  hv_store_close (sample_store_new_filled (folder));
  double before = now_ms (CLOCK_MONOTONIC);
  generate (big);
  printf ("# %d assignments generated in %.0f s\n",
          HOUSES * WEEKS * OPENINGS_A_WEEK * SHIFTS_AN_OPENING * PEOPLE_A_SHIFT,
          (now_ms (CLOCK_MONOTONIC) - before) / 1e3);
  return big;
}

static void
bench_big_file (const char *folder)
{
  g_autofree char *empty_folder = sample_path (folder, "empty");
  g_autofree char *empty = sample_path (empty_folder, "roster.husvagt");

  hv_store_close (sample_store_new (empty_folder));
  g_autofree char *big = make_big_file (folder);
  bench_reading (big);
  say ("opening, against an empty file", open_and_close (big), open_and_close (empty), "ms", 3, false);
}

/* With a folder it only makes the big file there, for the benchmark of the start. */
int
main (int argc, char *argv[])
{
  if (argc > 1)
    {
      g_free (make_big_file (argv[1]));
      return 0;
    }
  char *folder = sample_folder_new_on_disk ();

  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("%-44s %10s %10s %-8s %6s\n", "store", "ours", "bare", "", "ratio");
  bench_writing (folder);
  bench_big_file (folder);
  sample_folder_free (folder);
  printf ("%s\n", all_held ? "every limit is held" : "NOT every limit is held");
  return 0;
}
