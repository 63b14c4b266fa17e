/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-neighbour.h"
#include "hv-time-axis.h"

#define MONDAY (hv_day_from_ymd (2026, 5, 4))

/* Three hours on 600 pixels, from pixel 100: minutes of the day ↔ pixels. */
static void
test_pixels (void)
{
  static const struct
  {
    int minute;
    double x;
  } table[] = {
    { 780, 100 }, { 795, 150 }, { 960, 700 }, { 720, -100 }, { 1020, 900 },
  };
  HvTimeAxis axis = { hv_span_on_day (MONDAY, 780, 960), 100, 600 };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvMinute minute = hv_minute_at (MONDAY, table[i].minute);
      g_assert_cmpfloat_with_epsilon (hv_time_axis_get_x (&axis, minute), table[i].x, 0.001);
      g_assert_cmpint (hv_time_axis_get_minute (&axis, table[i].x, 15), ==, minute);
    }
}

/* A point is the nearest quarter of an hour. */
static void
test_steps (void)
{
  static const struct
  {
    double x;
    int minute;
  } table[] = {
    { 124, 780 }, { 126, 795 }, { 174, 795 }, { 176, 810 }, { 76, 780 }, { 74, 765 },
  };
  HvTimeAxis axis = { hv_span_on_day (MONDAY, 780, 960), 100, 600 };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (hv_time_axis_get_minute (&axis, table[i].x, 15), ==, hv_minute_at (MONDAY, table[i].minute));
}

/* Lines are at least 70 pixels apart: hours of the axis, its width, minutes between two. */
static void
test_lines (void)
{
  static const struct
  {
    int hours;
    double width;
    int step;
  } table[] = {
    { 3, 600, 30 },   { 3, 300, 60 },   { 8, 600, 60 },    { 8, 280, 120 },
    { 24, 600, 180 }, { 24, 200, 720 }, { 48, 100, 1440 }, { 0, 600, 30 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvMinute start = hv_minute_at (MONDAY, 0);
      HvTimeAxis axis = { { start, start + table[i].hours * 60 }, 0, table[i].width };
      g_assert_cmpint (hv_time_axis_find_step (&axis, 70), ==, table[i].step);
    }
}

/* The axis of Juelsminde on Monday holds whoever comes before and goes after. */
static void
test_span (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  const HvShift *shift = hv_roster_find_shift (roster, MONDAY_IT);
  HvSpan span = hv_time_axis_find_span (roster, hv_roster_find_opening (roster, shift->opening));
  g_assert_cmpint (span.from, ==, hv_minute_at (MONDAY, 600));
  g_assert_cmpint (span.to, ==, hv_minute_at (MONDAY, 780));

  HvEdit *edit = hv_workspace_begin (workspace, "set-times");
  HvAssignment *anna = hv_edit_change (edit, hv_roster_find_assignment (roster, ANNA_MONDAY));
  anna->starts -= 50;
  anna->ends += 5;
  anna->own_span = 1;
  fixture_commit (workspace, edit);
  roster = hv_workspace_get_roster (workspace);
  shift = hv_roster_find_shift (roster, MONDAY_IT);
  span = hv_time_axis_find_span (roster, hv_roster_find_opening (roster, shift->opening));
  g_assert_cmpint (span.from, ==, hv_minute_at (MONDAY, 540));
  g_assert_cmpint (span.to, ==, hv_minute_at (MONDAY, 810));
  fixture_close (window, workspace);
}

/* The gutter grows with the text, but never takes more than two fifths. */
static void
test_gutter (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  HvSpan span = hv_span_on_day (MONDAY, 780, 960);
  HvTimeAxis wide = hv_time_axis_new (label, span, 800);
  HvTimeAxis narrow = hv_time_axis_new (label, span, 200);
  g_assert_cmpfloat (wide.left, >, 80);
  g_assert_cmpfloat (wide.left + wide.width, ==, 800);
  g_assert_cmpfloat (narrow.left, ==, 80);
  g_assert_cmpfloat (narrow.width, ==, 120);
  g_object_unref (label);
}

/* Two rows of two, and a long one below:
 *   0 1
 *   2 3
 *    4   */
static void
test_neighbours (void)
{
  static const graphene_rect_t areas[] = {
    { { 0, 0 }, { 40, 10 } },   { { 50, 0 }, { 40, 10 } }, { { 0, 20 }, { 40, 10 } },
    { { 50, 20 }, { 40, 10 } }, { { 0, 40 }, { 90, 10 } },
  };
  static const struct
  {
    guint from;
    GtkDirectionType direction;
    int to;
  } table[] = {
    { 0, GTK_DIR_RIGHT, 1 },  { 0, GTK_DIR_LEFT, -1 },        { 0, GTK_DIR_DOWN, 2 },  { 0, GTK_DIR_UP, -1 },
    { 1, GTK_DIR_RIGHT, -1 }, { 1, GTK_DIR_LEFT, 0 },         { 1, GTK_DIR_DOWN, 3 },  { 2, GTK_DIR_UP, 0 },
    { 3, GTK_DIR_DOWN, 4 },   { 2, GTK_DIR_DOWN, 4 },         { 4, GTK_DIR_LEFT, -1 }, { 4, GTK_DIR_RIGHT, -1 },
    { 4, GTK_DIR_DOWN, -1 },  { 4, GTK_DIR_TAB_FORWARD, -1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (hv_neighbour_find (areas, G_N_ELEMENTS (areas), table[i].from, table[i].direction), ==,
                     table[i].to);
}

static void
test_arrow_keys (void)
{
  GtkDirectionType direction;
  g_assert_true (hv_neighbour_parse_key (GDK_KEY_Left, &direction));
  g_assert_cmpint (direction, ==, GTK_DIR_LEFT);
  g_assert_true (hv_neighbour_parse_key (GDK_KEY_KP_Down, &direction));
  g_assert_cmpint (direction, ==, GTK_DIR_DOWN);
  g_assert_false (hv_neighbour_parse_key (GDK_KEY_a, &direction));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/time-axis/pixels", test_pixels);
  g_test_add_func ("/time-axis/steps", test_steps);
  g_test_add_func ("/time-axis/lines", test_lines);
  g_test_add_func ("/time-axis/span", test_span);
  g_test_add_func ("/time-axis/gutter", test_gutter);
  g_test_add_func ("/neighbour/areas", test_neighbours);
  g_test_add_func ("/neighbour/keys", test_arrow_keys);
  return g_test_run ();
}
