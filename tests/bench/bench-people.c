/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long a key press in the search of the volunteers takes at 20,000 people: until the
 * list is filtered, and until the frame is painted; and how long a frame takes while the
 * list is scrolled, by a row, by a page and from end to end. Peer: GtkFilterListModel with
 * a GtkStringFilter over the same names, and a label for a row.
 *
 * And how long ten thousand people take from a spreadsheet to the disk. */

#include "hv-resources.h"
#include "hv-volunteer-list.h"
#include "hv-volunteer-row.h"
#include "hv-volunteer-table.h"
#include "hv-workspace.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#define N_PEOPLE 20000
#define FIRST_PERSON 1000
#define N_FRAMES 90
#define N_IMPORTED 10000

/* What is typed and taken away again; the list ends as it began. */
static const char *const searches[] = { "b", "bi", "bir", "birthe", "birthe 1", "birthe 12", "birthe 1", "birthe", "" };

static HvRoster *
make_roster (void)
{
  static const char *const names[] = { "Birthe Solvang", "Jørgen Åkjær", "Anna Maria Poulsen", "Özlem Demir" };
  HvRosterBuilder *builder = hv_roster_builder_new ();
  HvWeek week = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  hv_roster_builder_set_weeks (builder, week, week);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, FIRST_PERSON + i);
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);
      hv_volunteer_set_name (volunteer, name);
      hv_roster_builder_take (builder, volunteer);
    }
  return hv_roster_builder_end (builder);
}

/* --- measuring --- */

typedef struct
{
  GtkListView *view;
  void (*search) (gpointer data, const char *text);
  gpointer data;
} Side;

typedef struct
{
  double filtered; /* milliseconds */
  double painted;
} Times;

typedef struct
{
  double median; /* milliseconds a frame */
  double worst;
  double cpu; /* of the whole program */
} Scrolled;

static bool painted;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = true;
}

static void
wait_for_paint (Side *side)
{
  painted = false;
  gtk_widget_queue_draw (GTK_WIDGET (side->view));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure (Side *side, const char *text, Times *times)
{
  gint64 start = g_get_monotonic_time ();
  side->search (side->data, text);
  times->filtered = (g_get_monotonic_time () - start) / 1000.0;
  wait_for_paint (side);
  times->painted = (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;
  return (first > second) - (first < second);
}

/* The frame after each step; a list view makes the rows that come into sight. */
static void
scroll (Side *side, GtkAdjustment *adjustment, Scrolled *scrolled)
{
  double frames[N_FRAMES];
  double page = gtk_adjustment_get_page_size (adjustment);
  double most = gtk_adjustment_get_upper (adjustment) - page;
  clock_t cpu = clock ();
  for (int i = 0; i < N_FRAMES; i++)
    {
      double at = gtk_adjustment_get_value (adjustment);
      double next = i % 3 == 0 ? at + 56 : i % 3 == 1 ? at + page : most * ((i * 7) % N_FRAMES) / N_FRAMES;
      gint64 start = g_get_monotonic_time ();
      gtk_adjustment_set_value (adjustment, next);
      wait_for_paint (side);
      frames[i] = (double)(g_get_monotonic_time () - start) / 1000;
    }
  scrolled->cpu = (double)(clock () - cpu) * 1000 / CLOCKS_PER_SEC / N_FRAMES;
  qsort (frames, N_FRAMES, sizeof *frames, compare);
  scrolled->median = frames[N_FRAMES / 2];
  scrolled->worst = frames[N_FRAMES - 1];
}

static void
measure_all (Side *side, Times *times, Scrolled *scrolled)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (side->view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 320, 700);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  wait_for_paint (side);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    measure (side, searches[i], &times[i]);
  scroll (side, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), scrolled);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- ours --- */

static void
search_ours (gpointer data, const char *text)
{
  hv_volunteer_list_set_filter (data, &(HvVolunteerFilter){ .role = HV_NONE, .search = text });
}

static void
measure_ours (HvRoster *roster, Times *times, Scrolled *scrolled)
{
  HvVolunteerList *list = hv_volunteer_list_new ();
  hv_volunteer_list_set_roster (list, roster, hv_day_from_ymd (2026, 5, 4));
  Side side = { .search = search_ours, .data = list };
  side.view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (list), hv_volunteer_row_make_factory ()));
  gtk_widget_add_css_class (GTK_WIDGET (side.view), "hv-people");
  measure_all (&side, times, scrolled);
}

/* --- the plain way --- */

static void
search_plain (gpointer data, const char *text)
{
  gtk_string_filter_set_search (data, text);
}

static void
setup_plain_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  gtk_list_item_set_child (line, gtk_label_new (NULL));
}

static void
bind_plain_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (line));
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (line)), name);
}

static void
measure_plain (HvRoster *roster, Times *times, Scrolled *scrolled)
{
  const GPtrArray *people = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  GtkStringList *names = gtk_string_list_new (NULL);
  for (guint i = 0; i < people->len; i++)
    gtk_string_list_append (names, ((const HvVolunteer *)g_ptr_array_index (people, i))->name);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (text);
  GtkFilterListModel *found = gtk_filter_list_model_new (G_LIST_MODEL (names), g_object_ref (GTK_FILTER (filter)));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_plain_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_plain_cb), NULL);
  Side side = { .search = search_plain, .data = filter };
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (found));
  side.view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  measure_all (&side, times, scrolled);
  g_object_unref (filter);
}

/* --- from a spreadsheet --- */

static GBytes *
make_table (void)
{
  GString *text = g_string_new ("Navn;Telefon;E-mail\n");
  for (int i = 0; i < N_IMPORTED; i++)
    g_string_append_printf (text, "Person Ærø %05d;+45 70 %02d %02d 00;person%05d@example.org\n", i, i / 100, i % 100,
                            i);
  return g_string_free_to_bytes (text);
}

static void
measure_import (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table = make_table ();
  g_autofree char *folder = g_dir_make_tmp ("husvagt-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  HvWorkspace *workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  gint64 start = g_get_monotonic_time ();
  clock_t cpu = clock ();
  g_autoptr (HvImport) import =
      hv_volunteer_table_read (hv_workspace_get_roster (workspace), table, hv_store_new_edit_source (), NULL, &error);
  g_assert_no_error (error);
  double read = (double)(g_get_monotonic_time () - start) / 1000;
  hv_workspace_commit (workspace, hv_import_take_edit (import, false, NULL), NULL, &error);
  g_assert_no_error (error);
  double all = (double)(g_get_monotonic_time () - start) / 1000;
  printf ("%d people from a spreadsheet: read in %.0f ms, saved after %.0f ms, CPU %.0f ms (limit 2,000 ms)\n",
          N_IMPORTED, read, all, (double)(clock () - cpu) * 1000 / CLOCKS_PER_SEC);
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
  Times ours[G_N_ELEMENTS (searches)];
  Times plain[G_N_ELEMENTS (searches)];
  Scrolled our_frames;
  Scrolled plain_frames;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  adw_init ();
  g_resources_register (hv_get_resource ());
  load_style ();
  g_autoptr (HvRoster) roster = make_roster ();
  measure_ours (roster, ours, &our_frames);
  measure_plain (roster, plain, &plain_frames);
  printf ("A key press among %d people\n", N_PEOPLE);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    printf ("“%s”%*s %6.1f ms filtered %6.1f ms painted   filter model %6.1f ms %6.1f ms   ratio %.2f\n", searches[i],
            12 - (int)strlen (searches[i]), "", ours[i].filtered, ours[i].painted, plain[i].filtered, plain[i].painted,
            ours[i].painted / plain[i].painted);
  printf ("A frame while scrolling: %.1f ms, worst %.1f ms, CPU %.1f ms   labels %.1f ms, worst %.1f ms, CPU %.1f ms   "
          "ratio of CPU %.2f\n",
          our_frames.median, our_frames.worst, our_frames.cpu, plain_frames.median, plain_frames.worst,
          plain_frames.cpu, our_frames.cpu / plain_frames.cpu);
  measure_import ();
  return 0;
}
