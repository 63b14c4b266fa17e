/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-visit-chart.h"
#include "hv-visit-counter.h"
#include "hv-visits-page.h"

static int
sum_visits (HvWorkspace *workspace)
{
  const GPtrArray *visits = hv_roster_list (hv_workspace_get_roster (workspace), HV_KIND_VISIT);
  int sum = 0;
  for (guint i = 0; i < visits->len; i++)
    sum += MAX (0, ((const HvVisit *)g_ptr_array_index (visits, i))->count);
  return sum;
}

typedef struct
{
  HvWorkspace *workspace;
  int visits;
} Expected;

static bool
has_visits (gpointer data)
{
  const Expected *expected = data;
  return sum_visits (expected->workspace) == expected->visits;
}

/* What is pressed at the door, and what is kept after each press. */
static const struct
{
  guint key;
  int visits;
} presses[] = {
  { GDK_KEY_BackSpace, 0 }, /* there is nobody to take away */
  { GDK_KEY_space, 1 },     { GDK_KEY_space, 2 }, { GDK_KEY_space, 3 }, { GDK_KEY_BackSpace, 2 },
};

static void
test_counts (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  hv_window_show_page (window, "visits");
  fixture_settle ();
  GtkWidget *page = fixture_find (GTK_WIDGET (window), HV_TYPE_VISITS_PAGE, 0);
  int before = sum_visits (workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      Expected expected = { workspace, before + presses[i].visits };
      fixture_press (page, presses[i].key);
      fixture_wait (has_visits, &expected);
    }
  fixture_close (window, workspace);
}

/* Ctrl+Z takes back one press, not the afternoon. */
static void
test_undoes (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  hv_window_show_page (window, "visits");
  fixture_settle ();
  GtkWidget *page = fixture_find (GTK_WIDGET (window), HV_TYPE_VISITS_PAGE, 0);
  Expected expected = { workspace, sum_visits (workspace) };
  for (int i = 0; i < 2; i++)
    {
      fixture_press (page, GDK_KEY_space);
      expected.visits++;
      fixture_wait (has_visits, &expected);
    }
  gtk_widget_activate_action (page, "win.undo", NULL);
  expected.visits--;
  fixture_wait (has_visits, &expected);
  fixture_close (window, workspace);
}

/* The chart says in words what it draws. */
static void
test_says_the_chart (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  hv_window_show_page (window, "visits");
  fixture_settle ();
  GtkWidget *chart = fixture_find (GTK_WIDGET (window), HV_TYPE_VISIT_CHART, 0);
  g_assert_nonnull (chart);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL));
  fixture_close (window, workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/visits-page/counts", test_counts);
  g_test_add_func ("/visits-page/undoes", test_undoes);
  g_test_add_func ("/visits-page/says-the-chart", test_says_the_chart);
  return g_test_run ();
}
