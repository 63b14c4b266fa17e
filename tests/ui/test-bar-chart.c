/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-bar-chart.h"

static int
measure (GtkWidget *widget, GtkOrientation orientation)
{
  int minimum;
  gtk_widget_measure (widget, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Nothing, one, zeros only, what is not counted, and more bars than have room. */
static void
test_shapes (void)
{
  static const HvBar few[] = { { 1, "1", "11", HV_BAR_SOLID },
                               { 0, "0", "12", HV_BAR_SOLID },
                               { 2.5, "2.5", "13", HV_BAR_HATCHED },
                               { 0, NULL, "14", HV_BAR_NONE } };
  HvBar many[200];
  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = (HvBar){ (double)i, "199", "199", HV_BAR_SOLID };
  const struct
  {
    const HvBar *bars;
    gsize n;
  } table[] = { { few, 0 }, { few, 1 }, { few + 1, 1 }, { few, 4 }, { many, 200 } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *chart = hv_bar_chart_new ();
      gtk_window_set_child (GTK_WINDOW (window), chart);
      gtk_window_set_default_size (GTK_WINDOW (window), 240, 120);
      hv_bar_chart_set_bars (HV_BAR_CHART (chart), table[i].bars, table[i].n, 2, "in words");
      gtk_window_present (GTK_WINDOW (window));
      fixture_settle ();
      gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "in words");

      g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *)&chart);
      gtk_window_destroy (GTK_WINDOW (window));
      fixture_settle ();
      g_assert_null (chart);
    }
}

static void
test_sizes (void)
{
  static const HvBar bars[] = { { 1, "1", "11", HV_BAR_SOLID }, { 2, "2", "12", HV_BAR_SOLID } };
  g_autoptr (GtkWidget) chart = g_object_ref_sink (hv_bar_chart_new ());
  hv_bar_chart_set_bars (HV_BAR_CHART (chart), bars, 2, 1, "in words");
  int height = measure (chart, GTK_ORIENTATION_VERTICAL);
  hv_bar_chart_set_bar_height (HV_BAR_CHART (chart), 100);
  g_assert_cmpint (measure (chart, GTK_ORIENTATION_VERTICAL), >, height);
  g_assert_cmpint (measure (chart, GTK_ORIENTATION_HORIZONTAL), <, 100);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/bar-chart/shapes", test_shapes);
  g_test_add_func ("/bar-chart/sizes", test_sizes);
  return g_test_run ();
}
