/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-recent-files.h"

#include <stdbool.h>

#define MOST 8

/* The list with `first` in front (or NULL: nothing) and without `gone`. */
static void
rewrite (GSettings *settings, const char *first, const char *gone)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;
  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; old[i] != NULL && n < MOST; i++)
    if (g_strcmp0 (old[i], gone) != 0)
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  g_auto (GStrv) list = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *)list);
}

void
hv_recent_files_add (GSettings *settings, const char *path)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_settings_set_string (settings, "data-file", path);
  rewrite (settings, path, path);
}

void
hv_recent_files_drop (GSettings *settings, const char *path)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_autofree char *last = g_settings_get_string (settings, "data-file");
  if (g_strcmp0 (last, path) == 0)
    g_settings_reset (settings, "data-file");
  rewrite (settings, NULL, path);
}

static bool
is_namesake (const char *path, const char *other)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *other_name = g_path_get_basename (other);
  return g_strcmp0 (path, other) != 0 && g_strcmp0 (name, other_name) == 0;
}

/* "roster.husvagt", or "roster.husvagt · Hedensted" beside another of that name. */
static char *
make_label (const char *path, char **all)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_basename (folder);
  g_autoptr (GString) label = g_string_new (name);
  for (guint i = 0; all[i] != NULL; i++)
    if (is_namesake (path, all[i]))
      {
        g_string_append_printf (label, " · %s", shown);
        break;
      }
  g_string_replace (label, "_", "__", 0); /* no key of its own */
  return g_string_free (g_steal_pointer (&label), FALSE);
}

void
hv_recent_files_fill_menu (GSettings *settings, GMenu *menu)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_auto (GStrv) paths = g_settings_get_strv (settings, "recent-files");
  g_menu_remove_all (menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *label = make_label (paths[i], paths);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", paths[i]);
      g_menu_append_item (menu, item);
    }
}
