/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* kill-loop WRITER [CYCLES [CLI]]: starts the writer on a file (with the command line, the
 * writer of which counts visits), kills its whole process group
 * with SIGKILL at a moment chosen by chance, and judges what is left: every step that was
 * acknowledged is there, none is there by half, the file is whole and opens at once, and
 * no process is left over. */

#include "hv-backup.h"
#include "hv-verify.h"
#include "kill-words.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every so many cycles on a file of their own: judging reads everything there is. */
#define CYCLES_A_FILE 50

typedef struct
{
  const char *writer;
  const char *cli; /* or NULL */
  char *folder;
  char *path;
  char *backups;
  gint64 acknowledged; /* the last number the writer said */
  gint64 steps;
  guint killed_busy; /* cycles in which a step was under way */
  double slowest;    /* opening, in seconds */
  guint failures;
} Loop;

static void
complain (Loop *loop, const char *what, gint64 a, gint64 b)
{
  printf ("# %s (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")\n", what, a, b);
  loop->failures++;
}

/* --- killing --- */

static pid_t
start_writer (const Loop *loop, int *ret_pipe)
{
  int ends[2];
  g_assert_cmpint (pipe (ends), ==, 0);

  pid_t child = fork ();
  if (child == 0)
    {
      setpgid (0, 0);
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, loop->acknowledged);
      execl (loop->writer, loop->writer, loop->path, loop->cli, start, NULL);
      _exit (127);
    }
  setpgid (child, child);
  close (ends[1]);
  *ret_pipe = ends[0];
  return child;
}

/* Everything the writer said before it died; a line without an end was never said. */
static void
read_acknowledgements (Loop *loop, int from)
{
  char buffer[65536];
  GString *said = g_string_new (NULL);
  ssize_t got;

  while ((got = read (from, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, got);
  g_auto (GStrv) lines = g_strsplit (said->str, "\n", -1);
  guint n = g_strv_length (lines);
  for (guint i = 0; i + 1 < n; i++)
    {
      loop->acknowledged = g_ascii_strtoll (lines[i], NULL, 10);
      loop->steps++;
    }
  g_string_free (said, TRUE);
}

/* Short waits meet the opening, long ones the writing. */
static void
kill_at_random (Loop *loop)
{
  int from, status;
  pid_t writer = start_writer (loop, &from);

  g_usleep ((gulong)g_random_int_range (0, loop->cli != NULL ? 300000 : 150000));
  kill (-writer, SIGKILL);
  read_acknowledgements (loop, from);
  close (from);
  waitpid (writer, &status, 0);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    complain (loop, "the writer ended by itself", writer, status);
  while (waitpid (-writer, NULL, 0) > 0)
    ; /* its children, which are ours now */
  if (kill (-writer, 0) == 0 || errno != ESRCH)
    complain (loop, "a process is left over", writer, 0);
}

/* --- judging --- */

/* One count of visits, written anew by each command. */
static void
judge_visits (Loop *loop, HvStore *store)
{
  g_autoptr (GPtrArray) visits = NULL;

  g_assert_true (hv_store_load_records (store, HV_KIND_VISIT, "opening", SAMPLE_OPENING_J, &visits, NULL));
  gint64 number = visits->len == 1 ? ((HvVisit *)visits->pdata[0])->count : 0;
  if (visits->len > 1 || (number != loop->acknowledged && number != loop->acknowledged + 1))
    complain (loop, "lost or invented", loop->acknowledged, number);
  loop->killed_busy += number != loop->acknowledged;
  loop->acknowledged = number;
}

static void
judge_numbers (Loop *loop, HvStore *store)
{
  gint64 number = kill_read_number (store);
  g_autoptr (HvRecord) other = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_T);
  g_autoptr (HvRecord) anna = sample_find (store, HV_KIND_VOLUNTEER, SAMPLE_ANNA);
  g_autofree char *note = g_strdup_printf (KILL_NOTE, number);
  g_autoptr (GPtrArray) closed = NULL;

  /* A tenth may have been killed between being taken back and made again. */
  bool between = loop->acknowledged % 10 == 0 && number == loop->acknowledged - 1;
  if (number != loop->acknowledged && number != loop->acknowledged + 1 && !between)
    complain (loop, "lost or invented", loop->acknowledged, number);
  if (number > 3 && (((HvShift *)other)->minimum != number || g_strcmp0 (((HvVolunteer *)anna)->note, note) != 0))
    complain (loop, "half a step", number, ((HvShift *)other)->minimum);
  g_assert_true (hv_store_load_records (store, HV_KIND_CLOSED, "house", SAMPLE_TORRING, &closed, NULL));
  if (closed->len != number - 3)
    complain (loop, "half a step: new records", number, closed->len);
  loop->killed_busy += number != loop->acknowledged;
  loop->acknowledged = number;
}

static void
judge_file (Loop *loop, HvStore *store)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!hv_store_verify (store, loop->backups, &findings, &error))
    complain (loop, error->message, 0, 0);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    complain (loop, findings->pdata[i], 0, 0);
}

static void
judge (Loop *loop)
{
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  g_autoptr (HvStore) store = hv_store_open (loop->path, HV_STORE_DEFAULT, &error);
  double took = (double)(g_get_monotonic_time () - before) / G_USEC_PER_SEC;

  loop->slowest = MAX (loop->slowest, took);
  if (store == NULL)
    {
      complain (loop, error->message, 0, 0);
      return;
    }
  if (loop->cli != NULL)
    judge_visits (loop, store);
  else
    judge_numbers (loop, store);
  judge_file (loop, store);
}

/* Half way a backup, so that verification has one to start from. */
static void
make_backup (Loop *loop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvStore) store = hv_store_open (loop->path, HV_STORE_DEFAULT, &error);

  if (store == NULL || !hv_store_backup_if_due (store, loop->backups, HV_BACKUP_IMPORT, NULL, &error))
    complain (loop, error->message, 0, 0);
}

static void
begin_file (Loop *loop)
{
  loop->folder = sample_folder_new_on_disk ();
  loop->path = sample_path (loop->folder, "roster.husvagt");
  loop->backups = hv_backup_dup_folder (loop->path);
  loop->acknowledged = loop->cli != NULL ? 0 : 3;
  hv_store_close (sample_store_new_filled (loop->folder));
}

static void
end_file (Loop *loop)
{
  g_free (loop->path);
  g_free (loop->backups);
  sample_folder_free (loop->folder);
}

/* The judge must see a lost step: one is acknowledged that never was. */
static bool
judge_sees (Loop *loop)
{
  Loop blind = *loop;

  blind.acknowledged += 2;
  blind.failures = 0;
  judge (&blind);
  return blind.failures > 0;
}

int
main (int argc, char **argv)
{
  int cycles = argc > 2 ? atoi (argv[2]) : 20;
  Loop loop = { .writer = argv[1], .cli = argc > 3 ? argv[3] : NULL };

  prctl (PR_SET_CHILD_SUBREAPER, 1);
  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("1..2\n");
  begin_file (&loop);
  for (int cycle = 1; cycle <= cycles; cycle++)
    {
      kill_at_random (&loop);
      judge (&loop);
      if (cycle % CYCLES_A_FILE == CYCLES_A_FILE / 2)
        make_backup (&loop);
      if (cycle % CYCLES_A_FILE == 0)
        {
          end_file (&loop);
          begin_file (&loop);
        }
    }
  printf ("# %d kills, %" G_GINT64_FORMAT " acknowledged steps, %u kills with a step under way, %u failures, "
          "slowest opening %.0f ms\n",
          cycles, loop.steps, loop.killed_busy, loop.failures, loop.slowest * 1000);
  printf ("%s 1 nothing lost, nothing half done\n", loop.failures == 0 && loop.slowest < 1 ? "ok" : "not ok");
  printf ("%s 2 the judge sees a lost step\n", judge_sees (&loop) ? "ok" : "not ok");
  end_file (&loop);
  return loop.failures > 0;
}
