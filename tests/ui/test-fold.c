/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

static void
count_cb (HvWindow *window, guint *n)
{
  (*n)++;
}

static void
resize (HvWindow *window, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  for (int i = 0; i < 3; i++) /* folding makes room for the next size */
    fixture_settle ();
}

/* In every page and at every width the window comes to rest: what a page leaves out when
 * the sidebar folds does not make the sidebar come back. */
static void
test_rest (void)
{
  static const char *const pages[] = { "week", "volunteers", "houses", "visits" };
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  guint n = 0;
  g_signal_connect (window, "folded-changed", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      resize (window, 1300);
      hv_window_show_page (window, pages[i]);
      fixture_settle ();
      g_assert_false (hv_window_is_folded (window));
      for (int width = 1300; width >= 400; width -= 60)
        {
          resize (window, width);
          n = 0;
          for (int frame = 0; frame < 4; frame++)
            fixture_settle ();
          g_assert_cmpuint (n, ==, 0);
        }
      g_assert_true (hv_window_is_folded (window));
    }
  fixture_close (window, workspace);
}

/* Folded stays folded until there is room for what was left out. */
static void
test_widen (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  guint n = 0;
  resize (window, 500);
  g_assert_true (hv_window_is_folded (window));
  g_signal_connect (window, "folded-changed", G_CALLBACK (count_cb), &n);
  for (int width = 500; width <= 1300; width += 50)
    resize (window, width);
  g_assert_false (hv_window_is_folded (window));
  g_assert_cmpuint (n, ==, 1);
  fixture_close (window, workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/fold/rest", test_rest);
  g_test_add_func ("/fold/widen", test_widen);
  return g_test_run ();
}
