/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-error.h"
#include "hv-times-popover.h"
#include "hv-week-grid.h"

#define MONDAY (hv_day_from_ymd (2026, 5, 4))

static HvShift *
make_shift (int from, int to)
{
  HvShift *shift = hv_record_new (HV_KIND_SHIFT, 1);
  HvSpan span = hv_span_on_day (MONDAY, from * 60, to * 60);
  shift->starts = span.from;
  shift->ends = span.to;
  return shift;
}

/* What two times mean on a shift: minutes after Monday's midnight. */
static void
test_read (void)
{
  static const struct
  {
    int shift_from, shift_to;
    const char *from, *to;
    int starts, ends; /* −1: no time */
  } table[] = {
    { 10, 13, "10:00", "13:00", 600, 780 },   { 10, 13, "10.30", "12.15", 630, 735 },
    { 10, 13, "9:00", "13:00", 540, 780 },    { 10, 13, "13:00", "10:00", 780, 2040 },
    { 22, 6, "22:00", "6:00", 1320, 1800 },   { 22, 6, "0:30", "6:00", 1470, 1800 },
    { 22, 6, "21:45", "2:00", 1305, 1560 },   { 10, 13, "", "13:00", -1, -1 },
    { 10, 13, "ten", "13:00", -1, -1 },       { 10, 13, "10:00", "13:61", -1, -1 },
    { 10, 13, "25:00", "26:00", 1500, 1560 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvShift) shift = make_shift (table[i].shift_from, table[i].shift_to);
      g_autoptr (GError) error = NULL;
      HvSpan span;
      bool read = hv_times_popover_read (shift, table[i].from, table[i].to, &span, &error);
      g_assert_cmpint (read, ==, table[i].starts >= 0);
      if (!read)
        {
          g_assert_error (error, HV_ERROR, HV_ERROR_USAGE);
          continue;
        }
      g_assert_cmpint (span.from - hv_minute_at (MONDAY, 0), ==, table[i].starts);
      g_assert_cmpint (span.to - hv_minute_at (MONDAY, 0), ==, table[i].ends);
    }
}

/* --- the popover --- */

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvTimesPopover *popover; /* weak */
  GtkEditable *from;
  GtkEditable *to;
} Case;

static void
open_popover (Case *c)
{
  GtkWidget *grid = fixture_find (GTK_WIDGET (c->window), HV_TYPE_WEEK_GRID, 0);
  HvTimesPopover *popover = hv_times_popover_open (grid, &(GdkRectangle){ 10, 10, 60, 20 }, ANNA_MONDAY);
  g_assert_nonnull (popover);
  g_set_weak_pointer (&c->popover, popover);
  c->from = GTK_EDITABLE (fixture_find (GTK_WIDGET (popover), GTK_TYPE_ENTRY, 0));
  c->to = GTK_EDITABLE (fixture_find (GTK_WIDGET (popover), GTK_TYPE_ENTRY, 1));
  fixture_settle ();
}

static const HvAssignment *
find_anna (Case *c)
{
  return hv_roster_find_assignment (hv_workspace_get_roster (c->workspace), ANNA_MONDAY);
}

static GtkWidget *
find_mistake (Case *c)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = fixture_find (GTK_WIDGET (c->popover), GTK_TYPE_LABEL, i);
      if (label == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_ALERT)
        return label;
    }
}

/* A mistake is said and keeps what was typed; then the time is set, and given up again. */
static void
test_set_and_reset (void)
{
  Case c = { .workspace = fixture_open () };
  c.window = fixture_show (c.workspace);
  open_popover (&c);
  g_assert_cmpstr (gtk_editable_get_text (c.from), ==, "10:00");
  g_assert_cmpstr (gtk_editable_get_text (c.to), ==, "13:00");
  gtk_editable_set_text (c.to, "noon");
  g_signal_emit_by_name (c.to, "activate");
  g_assert_true (gtk_widget_get_visible (find_mistake (&c)));
  g_assert_cmpstr (gtk_editable_get_text (c.to), ==, "noon");

  gtk_editable_set_text (c.to, "11:30");
  g_signal_emit_by_name (c.to, "activate");
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_anna (&c)->ends, ==, hv_minute_at (MONDAY, 690));
  g_assert_cmpint (find_anna (&c)->own_span, ==, 1);
  fixture_wait_closed (&c.popover);

  open_popover (&c);
  g_assert_cmpstr (gtk_editable_get_text (c.to), ==, "11:30");
  GtkWidget *reset = fixture_find (GTK_WIDGET (c.popover), GTK_TYPE_BUTTON, 0);
  g_signal_emit_by_name (reset, "clicked");
  fixture_wait_changed (c.workspace);
  g_assert_cmpint (find_anna (&c)->ends, ==, hv_minute_at (MONDAY, 780));
  g_assert_cmpint (find_anna (&c)->own_span, ==, 0);
  fixture_close (c.window, c.workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/times-popover/read", test_read);
  g_test_add_func ("/times-popover/set-and-reset", test_set_and_reset);
  return g_test_run ();
}
