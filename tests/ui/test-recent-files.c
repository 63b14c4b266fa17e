/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-example-bar.h"
#include "hv-example.h"
#include "hv-recent-files.h"

static void
assert_list (GSettings *settings, const char *expected)
{
  g_auto (GStrv) list = g_settings_get_strv (settings, "recent-files");
  g_autofree char *joined = g_strjoinv (" ", list);
  g_assert_cmpstr (joined, ==, expected);
}

static char *
dup_label (GMenu *menu, int at)
{
  g_autoptr (GVariant) label =
      g_menu_model_get_item_attribute_value (G_MENU_MODEL (menu), at, G_MENU_ATTRIBUTE_LABEL, NULL);
  return label == NULL ? NULL : g_variant_dup_string (label, NULL);
}

/* Newest first, each once, and no more than eight. */
static void
test_order (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.husvagt.Husvagt");
  hv_recent_files_add (settings, "/a");
  hv_recent_files_add (settings, "/b");
  hv_recent_files_add (settings, "/a");
  assert_list (settings, "/a /b");
  for (char letter = 'c'; letter <= 'k'; letter++)
    {
      char path[] = { '/', letter, '\0' };
      hv_recent_files_add (settings, path);
    }
  assert_list (settings, "/k /j /i /h /g /f /e /d");
  hv_recent_files_drop (settings, "/k");
  assert_list (settings, "/j /i /h /g /f /e /d");
  g_autofree char *last = g_settings_get_string (settings, "data-file");
  g_assert_cmpstr (last, ==, "");
  g_settings_reset (settings, "recent-files");
}

static void
test_labels (void)
{
  static const struct
  {
    const char *path;
    const char *label;
  } table[] = {
    { "/home/my_files/vagter_2026.husvagt", "vagter__2026.husvagt" },
    { "/srv/hedensted/roster.husvagt", "roster.husvagt · hedensted" },
    { "/srv/vaxjo/roster.husvagt", "roster.husvagt · vaxjo" },
  };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.husvagt.Husvagt");
  g_autoptr (GMenu) menu = g_menu_new ();
  for (gsize i = G_N_ELEMENTS (table); i > 0; i--)
    hv_recent_files_add (settings, table[i - 1].path);
  hv_recent_files_fill_menu (settings, menu);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *label = dup_label (menu, (int)i);
      g_assert_cmpstr (label, ==, table[i].label);
    }
  g_settings_reset (settings, "recent-files");
  g_settings_reset (settings, "data-file");
}

/* An example says so, and one's own file does not. */
static void
test_example (void)
{
  g_autofree char *example = g_build_filename (g_get_user_data_dir (), "husvagt", "demo", "hedensted.husvagt", NULL);
  g_autofree char *own = hv_workspace_dup_default_path ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = g_object_new (HV_TYPE_EXAMPLE_BAR, NULL);
  GtkWidget *seen = bar;
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (bar));
  hv_example_bar_show (HV_EXAMPLE_BAR (bar), example);
  g_assert_true (gtk_widget_get_visible (bar));
  GtkWidget *text = fixture_find (bar, GTK_TYPE_LABEL, 0);
  gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (text)), "This is an example."));
  hv_example_bar_show (HV_EXAMPLE_BAR (bar), own);
  g_assert_false (gtk_widget_get_visible (bar));
  g_object_add_weak_pointer (G_OBJECT (bar), (gpointer *)&seen);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_wait_gone (&seen);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/recent-files/order", test_order);
  g_test_add_func ("/recent-files/labels", test_labels);
  g_test_add_func ("/recent-files/example", test_example);
  return g_test_run ();
}
