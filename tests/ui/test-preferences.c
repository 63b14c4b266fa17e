/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-preferences.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *preferences;
} Case;

static void
begin (Case *c)
{
  c->settings = g_settings_new ("io.github.husvagt.Husvagt");
  c->preferences = hv_preferences_new (NULL, c->settings);
  gtk_window_present (GTK_WINDOW (c->preferences));
  fixture_settle ();
}

static void
end (Case *c)
{
  GtkWidget *preferences = c->preferences;
  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *)&preferences);
  gtk_window_destroy (GTK_WINDOW (c->preferences));
  fixture_wait_gone (&preferences);
  g_object_unref (c->settings);
}

/* Rows and settings follow each other. */
static void
test_words (void)
{
  static const struct
  {
    guint row; /* the nth combo row */
    const char *key;
    const char *words[5];
  } table[] = {
    { 0, "appearance", { "system", "light", "dark" } },
    { 2, "language", { "system", "da", "sv", "en" } },
  };
  Case c;
  begin (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *row = fixture_find (c.preferences, ADW_TYPE_COMBO_ROW, table[i].row);
      for (guint j = 0; table[i].words[j] != NULL; j++)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), j);
          g_autofree char *kept = g_settings_get_string (c.settings, table[i].key);
          g_assert_cmpstr (kept, ==, table[i].words[j]);
        }
      g_settings_reset (c.settings, table[i].key);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
    }
  end (&c);
}

/* A size between ours shows as the nearest one, and is not changed by that. */
static void
test_text_size (void)
{
  static const struct
  {
    int size;
    guint row;
  } table[] = { { 100, 0 }, { 115, 1 }, { 130, 2 }, { 107, 0 }, { 109, 1 }, { 125, 2 } };
  Case c;
  begin (&c);
  AdwComboRow *row = ADW_COMBO_ROW (fixture_find (c.preferences, ADW_TYPE_COMBO_ROW, 1));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_settings_set_int (c.settings, "text-size", table[i].size);
      g_assert_cmpuint (adw_combo_row_get_selected (row), ==, table[i].row);
      g_assert_cmpint (g_settings_get_int (c.settings, "text-size"), ==, table[i].size);
    }
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpint (g_settings_get_int (c.settings, "text-size"), ==, 115);
  g_settings_reset (c.settings, "text-size");
  end (&c);
}

static AdwActionRow *
find_titled (Case *c, const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = fixture_find (c->preferences, ADW_TYPE_ACTION_ROW, i);
      g_assert_nonnull (row);
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return ADW_ACTION_ROW (row);
    }
}

static bool
shows (AdwActionRow *row, const char *text)
{
  GtkWidget *label;
  for (guint i = 0; (label = fixture_find (GTK_WIDGET (row), GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return true;
  return false;
}

/* Folders may be called anything. */
static void
test_places (void)
{
  Case c;
  begin (&c);
  AdwActionRow *row = find_titled (&c, "_Folder for the Calendars");
  g_assert_true (shows (row, "None yet: you are asked when you publish"));
  g_settings_set_string (c.settings, "publish-folder", "/srv/a <b> & c");
  g_assert_true (shows (row, "/srv/a <b> & c"));
  g_settings_reset (c.settings, "publish-folder");
  g_autofree char *file = hv_workspace_dup_default_path ();
  g_assert_true (shows (find_titled (&c, "File of the Organisation"), file));
  end (&c);
}

/* The keys are a window that GTK finds by its name; each of them has words. */
static void
test_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;
  gtk_builder_add_from_resource (builder, "/io/github/husvagt/Husvagt/gtk/help-overlay.ui", &error);
  g_assert_no_error (error);
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (GTK_WINDOW (overlay));
  fixture_settle ();
  guint n = 0;
  GtkWidget *shortcut;
  while ((shortcut = fixture_find (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, n)) != NULL)
    {
      g_autofree char *accelerator = NULL;
      g_autofree char *title = NULL;
      g_object_get (shortcut, "accelerator", &accelerator, "title", &title, NULL);
      g_assert_cmpstr (title, !=, "");
      g_assert_cmpstr (accelerator, !=, "");
      n++;
    }
  g_assert_cmpuint (n, >, 30);
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/preferences/words", test_words);
  g_test_add_func ("/preferences/text-size", test_text_size);
  g_test_add_func ("/preferences/places", test_places);
  g_test_add_func ("/preferences/help-overlay", test_help_overlay);
  return g_test_run ();
}
