/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Somebody counts at the door, and the program is killed in the middle of it: every press
 * that was saved is there afterwards, and none was counted twice. The child counts in a
 * window; the parent kills it. */

#include "fixture.h"

#include "hv-visits-page.h"

#include <stdio.h>

#define PRESS_MILLISECONDS 15
#define ROUNDS 3
#define PRESSES_A_ROUND 12

static gint64
get_count (HvWorkspace *workspace)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  const HvOpening *opening = hv_roster_find_opening_on (roster, JUELSMINDE, hv_day_from_ymd (2026, 5, 4), HV_NONE);
  const HvVisit *visit = opening == NULL ? NULL : hv_roster_find_visit (roster, opening->r.id);
  return visit == NULL ? 0 : visit->count;
}

static void
show_week (HvWorkspace *workspace)
{
  HvWeek week = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  g_assert_true (hv_workspace_show (workspace, hv_week_add (week, -1), hv_week_add (week, 1), NULL));
}

/* --- the one who counts --- */

static int pressed;

static gboolean
press_cb (gpointer page)
{
  if (fixture_press (page, GDK_KEY_space))
    pressed++;
  return G_SOURCE_CONTINUE;
}

/* What is saved now, and what was pressed: for the parent to hold against each other. */
static void
changed_cb (HvWorkspace *workspace)
{
  printf ("%d %d\n", (int)get_count (workspace), pressed);
  fflush (stdout);
}

G_NORETURN static void
count_until_killed (const char *path)
{
  HvWorkspace *workspace = hv_workspace_open (path, 0, NULL);
  g_assert_nonnull (workspace);
  show_week (workspace);
  HvWindow *window = hv_window_new (NULL, workspace);
  gtk_window_present (GTK_WINDOW (window));
  hv_window_show_page (window, "visits");
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), NULL);
  g_timeout_add (PRESS_MILLISECONDS, press_cb, fixture_find (GTK_WIDGET (window), HV_TYPE_VISITS_PAGE, 0));
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* --- the one who kills --- */

typedef struct
{
  int saved;
  int pressed;
} Told;

static Told
read_until (GDataInputStream *lines, int presses)
{
  Told told = { 0, 0 };
  while (told.pressed < presses)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      Told next;
      g_assert_nonnull (line);
      if (sscanf (line, "%d %d", &next.saved, &next.pressed) == 2) /* GLib says things of its own */
        told = next;
    }
  return told;
}

static void
test_killed (gconstpointer program)
{
  HvWorkspace *workspace = fixture_open ();
  gint64 before = 0;
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--count",
                                                        hv_workspace_get_path (workspace), NULL);
      g_assert_no_error (error);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      Told told = read_until (lines, PRESSES_A_ROUND);
      g_subprocess_force_exit (child);
      g_subprocess_wait (child, NULL, NULL);

      show_week (workspace);
      gint64 after = get_count (workspace);
      g_test_message ("%d saved of %d pressed, %d found", told.saved, told.pressed, (int)after);
      g_assert_cmpint (after, >=, told.saved);
      g_assert_cmpint (after, <=, before + told.pressed + PRESSES_A_ROUND); /* some more may come before the end */
      before = after;
    }
  g_assert_cmpint (before, >, ROUNDS);
  fixture_close (NULL, workspace);
}

int
main (int argc, char **argv)
{
  const char *program = argv[0];
  fixture_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], "--count"))
    count_until_killed (argv[2]);
  g_test_add_data_func ("/counter/killed", program, test_killed);
  return g_test_run ();
}
