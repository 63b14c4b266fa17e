/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the week takes to switch, from the call to the end of the frame's paint:
 * three houses as in the example, and twenty houses open on every day of the week
 * with eight shifts each. An empty container would give wonderful times, so the cards
 * that were drawn are counted beside the milliseconds. Peer: a GtkGrid of as many
 * boxes of labels, the plain way to show the same.
 *
 * Then a person is dragged across the same weeks: every place is asked whether they may
 * stand there, and each motion is a frame. */

#include "hv-outlook.h"
#include "hv-placement.h"
#include "hv-resources.h"
#include "hv-rule.h"
#include "hv-shift-card.h"
#include "hv-swap.h"
#include "hv-week-grid.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUNS 30

/* --- a roster of a size --- */

typedef struct
{
  int houses;
  int days;
  int shifts; /* a day */
  int places;
} Size;

static void
add_assignment (HvRosterBuilder *builder, const HvShift *shift, HvId id, HvId volunteer)
{
  HvAssignment *assignment = hv_record_new (HV_KIND_ASSIGNMENT, id);
  assignment->house = shift->house;
  assignment->shift = shift->r.id;
  assignment->volunteer = volunteer;
  assignment->starts = shift->starts;
  assignment->ends = shift->ends;
  hv_roster_builder_take (builder, assignment);
}

static void
add_day (HvRosterBuilder *builder, const Size *size, HvId house, HvDay day, HvId *id)
{
  HvOpening *opening = hv_record_new (HV_KIND_OPENING, (*id)++);
  opening->house = house;
  opening->starts = hv_minute_at (day, 9 * 60);
  opening->ends = hv_minute_at (day, 12 * 60);
  hv_roster_builder_take (builder, hv_record_ref (opening));
  for (int i = 0; i < size->shifts; i++)
    {
      HvShift *shift = hv_record_new (HV_KIND_SHIFT, (*id)++);
      shift->house = house;
      shift->opening = opening->r.id;
      shift->role = 1 + i % 2;
      shift->starts = opening->starts;
      shift->ends = opening->ends;
      shift->minimum = size->places;
      for (int place = 0; place < size->places - 1; place++)
        {
          HvId next = (*id)++;
          add_assignment (builder, shift, next, 1000 + (next * 7) % 200);
        }
      hv_roster_builder_take (builder, shift);
    }
  hv_record_unref (opening);
}

static HvRoster *
make_roster (const Size *size, HvWeek first, int weeks)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  HvId id = 100000;
  hv_roster_builder_set_weeks (builder, first, hv_week_add (first, weeks - 1));
  for (HvId role = 1; role <= 2; role++)
    {
      HvRole *record = hv_record_new (HV_KIND_ROLE, role);
      hv_set_text (&record->name, role == 1 ? "IT-hjælp" : "Kaffevært");
      record->serves = role == 1;
      hv_roster_builder_take (builder, record);
    }
  for (int i = 0; i < 200; i++)
    {
      HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, 1000 + i);
      g_autofree char *name = g_strdup_printf ("Birthe Solvang %d", i);
      hv_volunteer_set_name (volunteer, name);
      hv_roster_builder_take (builder, volunteer);
    }
  for (int house = 0; house < size->houses; house++)
    {
      HvHouse *record = hv_record_new (HV_KIND_HOUSE, 10 + house);
      g_autofree char *name = g_strdup_printf ("Hus %d", house + 1);
      hv_set_text (&record->name, name);
      record->position = house;
      hv_roster_builder_take (builder, record);
      for (int week = 0; week < weeks; week++)
        for (int day = 0; day < size->days; day++)
          add_day (builder, size, 10 + house, first.monday + week * 7 + (day + house) % 7, &id);
    }
  return hv_roster_builder_end (builder);
}

/* --- measuring --- */

static bool painted;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted = true;
}

static double
measure_switch (GtkWidget *window, void (*show) (gpointer data, int run), gpointer data, int run)
{
  gint64 start = g_get_monotonic_time ();
  painted = false;
  show (data, run);
  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;
  return (first > second) - (first < second);
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  return window;
}

/* --- ours --- */

typedef struct
{
  HvWeekGrid *grid;
  HvRoster *roster;
  HvOutlook *outlook;
  HvWeek week;
} Ours;

static void
show_ours (gpointer data, int run)
{
  Ours *ours = data;
  hv_week_grid_show (ours->grid, ours->roster, ours->outlook, hv_week_add (ours->week, run % 2), false);
}

/* --- dragging --- */

#define MOTIONS 200

/* As the page asks: a swap with whoever stands there, or a move. */
static char *
check_cb (const char *what, HvGridPlace at, gpointer data)
{
  const Ours *ours = data;
  const HvAssignment *moved =
      hv_roster_find_assignment (ours->roster, g_ascii_strtoll (strchr (what, ':') + 1, NULL, 10));
  HvShiftCard *card = hv_week_board_find_card (HV_WEEK_BOARD (ours->grid), at.shift);
  const HvCardPlace *place = hv_shift_card_get_place (card, at.n);
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (ours->roster, at.shift), moved->volunteer);
  placement.moved = moved;
  g_autoptr (GArray) obstacles =
      place->assignment == HV_NONE
          ? hv_rule_check (ours->roster, &placement)
          : hv_swap_check (ours->roster, moved, hv_roster_find_assignment (ours->roster, place->assignment));
  return obstacles->len == 0 ? NULL : g_strdup ("no");
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the widget has it */
    }
  return NULL;
}

static void
take (gpointer data, int run)
{
  const Ours *ours = data;
  GtkWidget *grid = GTK_WIDGET (ours->grid);
  g_autoptr (GdkContentProvider) what = NULL;
  for (double y = 60; what == NULL && y < gtk_widget_get_height (grid); y += 10)
    for (double x = 160; what == NULL && x < gtk_widget_get_width (grid); x += 20)
      g_signal_emit_by_name (find_controller (grid, GTK_TYPE_DRAG_SOURCE), "prepare", x, y, &what);
}

/* From the upper left to the lower right, where it scrolls. */
static void
move (gpointer data, int run)
{
  const Ours *ours = data;
  GtkWidget *grid = GTK_WIDGET (ours->grid);
  double part = (double)run / MOTIONS;
  GdkDragAction action = 0;
  g_signal_emit_by_name (find_controller (grid, GTK_TYPE_DROP_TARGET), "motion",
                         160 + part * (gtk_widget_get_width (grid) - 170),
                         60 + part * (gtk_widget_get_height (grid) - 65), &action);
}

static void
report_dragging (const char *name, GtkWidget *window, Ours *ours)
{
  double times[MOTIONS];
  hv_week_grid_set_check (ours->grid, check_cb, ours);
  double taken = measure_switch (window, take, ours, 0);
  for (int i = 0; i < MOTIONS; i++)
    times[i] = measure_switch (window, move, ours, i);
  qsort (times, MOTIONS, sizeof times[0], compare_doubles);
  printf ("%-28s %6.1f ms median %6.1f ms worst of %d frames while dragging, %6.1f ms when it is taken\n", name,
          times[MOTIONS / 2], times[MOTIONS - 1], MOTIONS, taken);
}

/* --- the plain way: a label for every text --- */

static void
fill_plain (GtkWidget *grid, const Size *size)
{
  for (int house = 0; house < size->houses; house++)
    for (int day = 0; day < size->days; day++)
      {
        GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
        for (int shift = 0; shift < size->shifts; shift++)
          {
            GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
            gtk_widget_add_css_class (card, "card");
            gtk_box_append (GTK_BOX (card), gtk_label_new ("IT-hjælp 9.00–12.00 2 af 3"));
            for (int place = 0; place < size->places; place++)
              gtk_box_append (GTK_BOX (card), gtk_button_new_with_label ("Birthe Solvang"));
            gtk_box_append (GTK_BOX (cell), card);
          }
        gtk_grid_attach (GTK_GRID (grid), cell, day, house, 1, 1);
      }
}

typedef struct
{
  GtkWidget *scroller;
  const Size *size;
} Plain;

static void
show_plain (gpointer data, int run)
{
  Plain *plain = data;
  GtkWidget *grid = gtk_grid_new ();
  fill_plain (grid, plain->size);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (plain->scroller), grid);
}

/* --- the table --- */

static void
measure (GtkWidget *window, void (*show) (gpointer data, int run), gpointer data, double *ret_median, double *ret_worst)
{
  double times[RUNS];
  show (data, 0);
  for (int run = 0; run < RUNS; run++)
    times[run] = measure_switch (window, show, data, run + 1);
  qsort (times, RUNS, sizeof times[0], compare_doubles);
  *ret_median = times[RUNS / 2];
  *ret_worst = times[RUNS - 1];
}

static void
report (const char *name, const Size *size)
{
  HvWeek week = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Ours ours = { .grid = HV_WEEK_GRID (hv_week_grid_new ()), .week = week };
  ours.roster = make_roster (size, week, 2);
  ours.outlook = hv_outlook_new (ours.roster, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (ours.grid));
  GtkWidget *window = open_window (scroller);
  double median;
  double worst;
  guint before = hv_shift_card_get_drawn ();
  measure (window, show_ours, &ours, &median, &worst);
  guint drawn = (hv_shift_card_get_drawn () - before) / (RUNS + 1);
  report_dragging (name, window, &ours);
  gtk_window_destroy (GTK_WINDOW (window));

  Plain plain = { gtk_scrolled_window_new (), size };
  window = open_window (plain.scroller);
  double plain_median;
  double plain_worst;
  measure (window, show_plain, &plain, &plain_median, &plain_worst);
  gtk_window_destroy (GTK_WINDOW (window));
  printf ("%-28s %6.1f ms median %6.1f ms worst  %4u cards drawn   labels and boxes %6.1f ms   ratio %.2f\n", name,
          median, worst, drawn, plain_median, median / plain_median);
  hv_outlook_unref (ours.outlook);
  hv_roster_unref (ours.roster);
}

int
main (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  adw_init ();
  g_resources_register (hv_get_resource ());
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/husvagt/Husvagt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/husvagt/Husvagt/icons");
  printf ("Switching the week, %d runs\n", RUNS);
  report ("3 houses, 1 day, 2 shifts", &(Size){ 3, 1, 2, 4 });
  report ("20 houses, 7 days, 8 shifts", &(Size){ 20, 7, 8, 3 });
  return 0;
}
