/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* race [PROCESSES [ATTEMPTS]]: several processes put the same few people on shifts that
 * overlap, change the same records, undo, and listen to each other, all on one file. In the
 * end nobody is in two places, every refusal was one that a person can understand, and
 * what each has heard of the others is what is there. */

#include "hv-error.h"
#include "hv-sample.h"
#include "hv-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_PEOPLE 6
#define N_SHIFTS 12
#define FIRST_PERSON 3000
#define FIRST_OPENING 4000
#define FIRST_SHIFT 5000

/* A morning of shifts in two houses, each half an hour after the one before. */
static HvSpan
get_span (int shift)
{
  HvMinute from = hv_minute_at (SAMPLE_MONDAY + 7, 8 * 60) + shift * 30;

  return (HvSpan){ from, from + 90 };
}

static void
make_organisation (HvStore *store)
{
  HvEdit *edit = sample_begin ("import");

  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %d", i);
      HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, FIRST_PERSON + i);
      hv_volunteer_set_name (volunteer, name);
      hv_edit_take (edit, volunteer);
    }
  for (int i = 0; i < N_SHIFTS; i++)
    {
      HvOpening *opening = hv_record_new (HV_KIND_OPENING, FIRST_OPENING + i);
      HvShift *shift = hv_record_new (HV_KIND_SHIFT, FIRST_SHIFT + i);
      opening->house = shift->house = i % 2 == 0 ? SAMPLE_JUELSMINDE : SAMPLE_TORRING;
      opening->starts = shift->starts = get_span (i).from;
      opening->ends = shift->ends = get_span (i).to;
      shift->opening = opening->r.id;
      shift->role = SAMPLE_ROLE_IT;
      hv_edit_take (edit, opening);
      hv_edit_take (edit, shift);
    }
  sample_apply (store, edit, "Karen");
}

/* --- one racer --- */

typedef struct
{
  HvStore *store;
  HvRoster *roster;
  char who[16];
  guint done;
  guint refused;
  guint undone;
  GArray *waits; /* how long reads took, in µs */
} Racer;

static void
listen (Racer *racer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) news = NULL;
  bool reload;

  hv_store_fetch_news (racer->store, &news, &reload, &error);
  g_assert_no_error (error);
  if (news == NULL)
    return;
  HvRoster *next = hv_roster_apply (racer->roster, news);
  hv_roster_unref (racer->roster);
  racer->roster = next;
}

/* A week of a house, as a window reads it. */
static void
read_week (Racer *racer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  HvWeek week = hv_week_of_day (SAMPLE_MONDAY + 7);
  gint64 before = g_get_monotonic_time ();

  hv_store_load_house (racer->store, SAMPLE_JUELSMINDE, week, week, &records, &error);
  g_assert_no_error (error);
  gint64 took = g_get_monotonic_time () - before;
  g_array_append_val (racer->waits, took);
}

static int
compare_waits (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

static double
get_percentile (GArray *waits, guint percent)
{
  g_array_sort (waits, compare_waits);
  return (double)g_array_index (waits, gint64, MIN (waits->len - 1, waits->len * percent / 100)) / 1000;
}

static HvEdit *
make_edit (Racer *racer)
{
  HvEdit *edit = sample_begin ("assign");
  int place = g_random_int_range (0, N_SHIFTS);
  const HvShift *shift = hv_roster_find_shift (racer->roster, FIRST_SHIFT + place);
  const GPtrArray *duties = hv_roster_list_of (racer->roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  int what = g_random_int_range (0, 10);

  if (what == 0)
    ((HvShift *)hv_edit_change (edit, shift))->minimum = g_random_int_range (0, 9);
  else if (what < 4 && duties->len > 0)
    hv_edit_remove (edit, duties->pdata[0]);
  else
    {
      HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
      assignment->house = shift->house;
      assignment->shift = shift->r.id;
      assignment->volunteer = FIRST_PERSON + g_random_int_range (0, N_PEOPLE);
      assignment->starts = shift->starts;
      assignment->ends = shift->ends;
    }
  return edit;
}

static bool
is_understandable (const GError *error)
{
  return g_error_matches (error, HV_ERROR, HV_ERROR_CONFLICT) || g_error_matches (error, HV_ERROR, HV_ERROR_OVERLAP)
         || g_error_matches (error, HV_ERROR, HV_ERROR_TWICE) || g_error_matches (error, HV_ERROR, HV_ERROR_REFUSED);
}

static void
take_over (Racer *racer, const HvEdit *edit)
{
  HvRoster *next = hv_roster_apply (racer->roster, edit);

  hv_roster_unref (racer->roster);
  racer->roster = next;
}

static bool
attempt (Racer *racer, GError **error)
{
  g_autoptr (HvEdit) edit = NULL;
  HvStepInfo info = { .who = racer->who, .undoable = true };
  HvStep step;
  bool undo = g_random_int_range (0, 8) == 0;

  if (undo)
    {
      if (!hv_store_undo (racer->store, racer->who, &step, &edit, error))
        return false;
      racer->undone++;
    }
  else
    {
      edit = make_edit (racer);
      if (!hv_store_apply (racer->store, edit, &info, &step, error))
        return false;
      racer->done++;
    }
  take_over (racer, edit);
  return true;
}

static void
compare_rosters (const HvRoster *heard, const HvRoster *there)
{
  for (guint kind = 0; kind < HV_N_KINDS; kind++)
    {
      const GPtrArray *a = hv_roster_list (heard, (HvKind)kind), *b = hv_roster_list (there, (HvKind)kind);
      g_assert_cmpuint (a->len, ==, b->len);
      for (guint i = 0; i < a->len; i++)
        {
          g_assert_true (hv_record_equal (a->pdata[i], b->pdata[i]));
          g_assert_cmpint (((HvRecord *)a->pdata[i])->ver, ==, ((HvRecord *)b->pdata[i])->ver);
        }
    }
}

static void
run_racer (const char *path, int number, int attempts, const char *finish)
{
  g_autoptr (GError) error = NULL;
  Racer racer = { .store = hv_store_open (path, HV_STORE_DEFAULT, &error) };
  g_assert_no_error (error);
  racer.waits = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_snprintf (racer.who, sizeof racer.who, "racer %d", number);
  g_random_set_seed ((guint32)(number * 7919 + 1));
  g_assert_true (hv_store_load_everything (racer.store, &racer.roster, NULL));

  for (int i = 0; i < attempts; i++)
    {
      g_autoptr (GError) failure = NULL;
      if (hv_store_has_news (racer.store))
        listen (&racer);
      read_week (&racer);
      if (!attempt (&racer, &failure))
        {
          if (!is_understandable (failure))
            fprintf (stderr, "# %s: %s\n", racer.who, failure->message);
          g_assert_true (is_understandable (failure));
          racer.refused++;
        }
    }

  /* When everybody has finished, the last news must complete the picture. */
  g_autofree char *mark = g_strdup_printf ("%s.%d", finish, number);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  while (!g_file_test (finish, G_FILE_TEST_EXISTS))
    g_usleep (2000);
  g_autoptr (HvRoster) there = NULL;
  listen (&racer);
  g_assert_true (hv_store_load_everything (racer.store, &there, NULL));
  compare_rosters (racer.roster, there);
  printf ("# %s: %u saved, %u undone, %u refused; a read took %.1f ms (p50), %.1f ms (p99)\n", racer.who, racer.done,
          racer.undone, racer.refused, get_percentile (racer.waits, 50), get_percentile (racer.waits, 99));
  g_array_unref (racer.waits);
  hv_roster_unref (racer.roster);
  hv_store_close (racer.store);
}

/* --- the judge --- */

static gint64
ask (const char *path, const char *sql)
{
  sqlite3 *handle;
  sqlite3_stmt *query;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &query, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (query), ==, SQLITE_ROW);
  gint64 answer = sqlite3_column_int64 (query, 0);
  sqlite3_finalize (query);
  sqlite3_close (handle);
  return answer;
}

static void
wait_for_marks (const char *finish, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%s.%d", finish, i);
      while (!g_file_test (mark, G_FILE_TEST_EXISTS) && waitpid (-1, NULL, WNOHANG) == 0)
        g_usleep (2000);
    }
  g_assert_true (g_file_set_contents (finish, "", 0, NULL));
}

int
main (int argc, char **argv)
{
  int processes = argc > 1 ? atoi (argv[1]) : 8;
  int attempts = argc > 2 ? atoi (argv[2]) : 100;
  char *folder = sample_folder_new_on_disk ();
  g_autofree char *path = sample_path (folder, "roster.husvagt");
  g_autofree char *finish = sample_path (folder, "finish");
  int failed = 0;

  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("1..3\n");
  HvStore *store = sample_store_new_filled (folder);
  make_organisation (store);
  hv_store_close (store);

  g_autofree pid_t *racers = g_new (pid_t, processes);
  for (int i = 0; i < processes; i++)
    if ((racers[i] = fork ()) == 0)
      {
        run_racer (path, i, attempts, finish);
        fflush (stdout);
        _exit (0);
      }
  wait_for_marks (finish, processes);
  for (int i = 0; i < processes; i++)
    {
      int status;
      if (waitpid (racers[i], &status, 0) != racers[i] || status != 0)
        failed++;
    }

  gint64 doubled = ask (path, "SELECT count(*) FROM assignment a JOIN assignment b ON b.volunteer = a.volunteer AND "
                              "b.id > a.id AND b.starts < a.ends AND b.ends > a.starts "
                              "WHERE a.gone = 0 AND b.gone = 0 AND a.state IN (0, 3) AND b.state IN (0, 3)");
  gint64 unnumbered = ask (path, "SELECT count(*) FROM counter k WHERE house_id >= 0 AND seq <> "
                                 "(SELECT count(*) FROM change c WHERE c.house_id = k.house_id)");
  g_autoptr (GPtrArray) findings = NULL;
  store = sample_store_new (folder);
  g_assert_true (hv_store_verify (store, folder, &findings, NULL));
  hv_store_close (store);

  printf ("%s 1 every racer arrived, having heard everything\n", failed == 0 ? "ok" : "not ok");
  printf ("%s 2 nobody is in two places\n", doubled == 0 ? "ok" : "not ok");
  printf ("%s 3 the log is complete\n", unnumbered == 0 && findings->len == 0 ? "ok" : "not ok");
  sample_folder_free (folder);
  return failed > 0 || doubled > 0 || unnumbered > 0 || findings->len > 0;
}
