/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the visits page takes to open with five years of counts in three houses, from
 * asking for the weeks until they are painted. Peer: the same page with five counts. */

#include "hv-resources.h"
#include "hv-window.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#define N_HOUSES 3
#define YEARS 5
#define RUNS 15

static void
add_house (HvEdit *edit, HvId id, int n_weeks, HvWeek last)
{
  HvHouse *house = hv_record_new (HV_KIND_HOUSE, id);
  g_autofree char *name = g_strdup_printf ("House %d", (int)id);
  hv_set_text (&house->name, name);
  house->model = HV_MODEL_QUEUE;
  hv_edit_take (edit, house);
  for (int i = 0; i < n_weeks; i++)
    {
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      HvDay day = hv_week_get_day (hv_week_add (last, -i), (int)id);
      opening->house = id;
      opening->starts = hv_minute_at (day, 600);
      opening->ends = hv_minute_at (day, 780);
      HvId opening_id = opening->r.id;
      HvVisit *visit = hv_edit_add (edit, HV_KIND_VISIT);
      visit->house = id;
      visit->opening = opening_id;
      visit->count = 40 + (i * 7) % 23;
      hv_set_text (&visit->slots, "9 11 12 6 4 2");
    }
}

static HvWorkspace *
make_workspace (const char *path, int n_weeks)
{
  HvWorkspace *workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, NULL);
  HvWeek last = hv_week_of_day (hv_day_from_ymd (2026, 4, 27));
  HvEdit *edit = hv_workspace_begin (workspace, "import");
  HvOrganisation *organisation = hv_record_new (HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->name, "Bench");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
  hv_edit_take (edit, organisation);
  for (HvId id = 1; id <= N_HOUSES; id++)
    add_house (edit, id, n_weeks, last);
  g_autoptr (GError) error = NULL;
  if (!hv_workspace_commit (workspace, edit, NULL, &error))
    g_error ("%s", error->message);
  return workspace;
}

/* --- measuring --- */

static bool painted;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = true;
}

static void
changed_cb (HvWorkspace *workspace, gpointer changed)
{
  *(bool *)changed = true;
}

typedef struct
{
  double wall; /* milliseconds */
  double cpu;  /* of the whole program */
} Time;

static double
get_cpu (void)
{
  return (double)clock () * 1000 / CLOCKS_PER_SEC;
}

static Time
open_page (HvWindow *window, HvWorkspace *workspace)
{
  bool changed = false;
  hv_window_show_page (window, "publish");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gulong handler = g_signal_connect_after (workspace, "changed", G_CALLBACK (changed_cb), &changed);
  gint64 start = g_get_monotonic_time ();
  double cpu = get_cpu ();
  hv_window_show_page (window, "visits");
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  painted = false;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (workspace, handler);
  return (Time){ (double)(g_get_monotonic_time () - start) / 1000, get_cpu () - cpu };
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = ((const Time *)a)->wall;
  double second = ((const Time *)b)->wall;
  return (first > second) - (first < second);
}

static void
measure (int n_weeks, Time times[RUNS])
{
  g_autofree char *folder = g_dir_make_tmp ("husvagt-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  HvWorkspace *workspace = make_workspace (path, n_weeks);
  HvWindow *window = hv_window_new (NULL, workspace);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  open_page (window, workspace); /* the widgets are made once */
  for (int i = 0; i < RUNS; i++)
    times[i] = open_page (window, workspace);
  qsort (times, RUNS, sizeof *times, compare);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (workspace);
  g_unlink (path);
  g_rmdir (folder);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/husvagt/Husvagt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (void)
{
  Time long_history[RUNS];
  Time short_history[RUNS];
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("HUSVAGT_TODAY", "2026-05-03", FALSE);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (hv_get_resource ());
  load_style ();
  measure (YEARS * 52, long_history);
  measure (5, short_history);
  printf ("Opening the visits page, %d runs\n", RUNS);
  printf ("%d years of counts  %6.1f ms, worst %6.1f ms, CPU %6.1f ms\n", YEARS, long_history[RUNS / 2].wall,
          long_history[RUNS - 1].wall, long_history[RUNS / 2].cpu);
  printf ("five counts         %6.1f ms, worst %6.1f ms, CPU %6.1f ms   ratio %.2f\n", short_history[RUNS / 2].wall,
          short_history[RUNS - 1].wall, short_history[RUNS / 2].cpu,
          long_history[RUNS / 2].wall / short_history[RUNS / 2].wall);
  return 0;
}
