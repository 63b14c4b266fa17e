/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-appearance.h"

#include "hv-text.h"

#include <libintl.h>
#include <locale.h>

static bool
find_chosen_language (HvLanguage *ret_language)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source == NULL ? NULL : g_settings_schema_source_lookup (source, "io.github.husvagt.Husvagt", TRUE);
  if (schema == NULL)
    return false;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.husvagt.Husvagt");
  g_autofree char *chosen = g_settings_get_string (settings, "language");
  return hv_language_parse (chosen, ret_language);
}

static HvLanguage
find_language (void)
{
  HvLanguage language;
  if (find_chosen_language (&language))
    return language;
  const char *const *names = g_get_language_names ();
  for (gsize i = 0; names[i] != NULL; i++)
    if (hv_language_parse (names[i], &language))
      return language;
  return HV_LANGUAGE_EN;
}

void
hv_appearance_choose_language (void)
{
  HvLanguage language = find_language ();
  hv_text_set_own_language (language);

  /* gettext translates interface files; it obeys LANGUAGE in any locale but "C". */
  g_setenv ("LANGUAGE", hv_language_get_code (language), TRUE);
  if (setlocale (LC_ALL, "") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  const char *folder = g_getenv ("HUSVAGT_LOCALE_DIR");
  bindtextdomain ("husvagt", folder != NULL ? folder : HV_LOCALE_DIR);
  bind_textdomain_codeset ("husvagt", "UTF-8");
  textdomain ("husvagt");
}

static void
apply_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int appearance = g_settings_get_enum (settings, "appearance");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[appearance]);
}

/* GTK scales every text, popovers and dialogs too, with the resolution of fonts:
 * thousands and twenty-fourths of a dot per inch. */
static void
apply_text_size (GSettings *settings)
{
  GtkSettings *gtk = gtk_settings_get_default ();
  if (gtk == NULL)
    return;
  static int system_dpi = 0;
  if (system_dpi == 0)
    g_object_get (gtk, "gtk-xft-dpi", &system_dpi, NULL);
  int base = system_dpi > 0 ? system_dpi : 96 * 1024;
  g_object_set (gtk, "gtk-xft-dpi", base * g_settings_get_int (settings, "text-size") / 100, NULL);
}

void
hv_appearance_follow (GSettings *settings)
{
  g_signal_connect (settings, "changed::appearance", G_CALLBACK (apply_scheme), NULL);
  g_signal_connect (settings, "changed::text-size", G_CALLBACK (apply_text_size), NULL);
  apply_scheme (settings);
  apply_text_size (settings);
}
