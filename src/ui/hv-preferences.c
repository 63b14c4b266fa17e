/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-preferences.h"

#include "hv-backup.h"
#include "hv-choose-file.h"
#include "hv-format.h"
#include "hv-ui-text.h"
#include "hv-window.h"

struct _HvPreferences
{
  AdwPreferencesWindow parent_instance;

  /* template */
  AdwComboRow *appearance;
  AdwComboRow *text_size;
  AdwComboRow *language;
  GtkWidget *weekends;
  AdwActionRow *publish_folder;
  AdwActionRow *data_file;
  AdwActionRow *backup_folder;

  GSettings *settings; /* owned */
};

G_DEFINE_FINAL_TYPE (HvPreferences, hv_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const int text_sizes[] = { 100, 115, 130 };

/* In the order of the rows in the interface file. */
static const char *const appearances[] = { "system", "light", "dark", NULL };
static const char *const languages[] = { "system", "da", "sv", "en", NULL };

/* --- settings and rows --- */

/* No row is chosen while a model is exchanged: nothing to keep then. */

static gboolean
word_to_row (GValue *value, GVariant *variant, gpointer words)
{
  const char *word = g_variant_get_string (variant, NULL);
  for (guint i = 0; ((const char *const *)words)[i] != NULL; i++)
    if (g_str_equal (((const char *const *)words)[i], word))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
row_to_word (const GValue *value, const GVariantType *type, gpointer words)
{
  const char *const *all = words;
  guint row = g_value_get_uint (value);
  return row < g_strv_length ((char **)all) ? g_variant_new_string (all[row]) : NULL;
}

static gboolean
size_to_row (GValue *value, GVariant *variant, gpointer unused)
{
  guint nearest = 0;
  for (guint i = 1; i < G_N_ELEMENTS (text_sizes); i++)
    if (ABS (text_sizes[i] - g_variant_get_int32 (variant)) < ABS (text_sizes[nearest] - g_variant_get_int32 (variant)))
      nearest = i;
  g_value_set_uint (value, nearest);
  return TRUE;
}

static GVariant *
row_to_size (const GValue *value, const GVariantType *type, gpointer unused)
{
  guint row = g_value_get_uint (value);
  return row < G_N_ELEMENTS (text_sizes) ? g_variant_new_int32 (text_sizes[row]) : NULL;
}

static void
bind_words (HvPreferences *self, const char *key, AdwComboRow *row, const char *const *words)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, word_to_row, row_to_word,
                                (gpointer)words, NULL);
}

static void
bind_text_size (HvPreferences *self)
{
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    gtk_string_list_take (sizes, hv_format_percent (text_sizes[i] / 100.0, 0, hv_text_get_own_language ()));
  adw_combo_row_set_model (self->text_size, G_LIST_MODEL (sizes));
  g_settings_bind_with_mapping (self->settings, "text-size", self->text_size, "selected", G_SETTINGS_BIND_DEFAULT,
                                size_to_row, row_to_size, NULL, NULL);
}

/* --- places --- */

/* Subtitles are markup, and a path may hold anything. */
static void
show_path (AdwActionRow *row, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  adw_action_row_set_subtitle (row, escaped);
}

static void
show_publish_folder (HvPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "publish-folder");
  if (folder[0] == '\0')
    adw_action_row_set_subtitle (self->publish_folder, _ ("None yet: you are asked when you publish"));
  else
    show_path (self->publish_folder, folder);
}

static void
show_data (HvPreferences *self, GtkWindow *parent)
{
  g_autofree char *file = HV_IS_WINDOW (parent)
                              ? g_strdup (hv_workspace_get_path (hv_window_get_workspace (HV_WINDOW (parent))))
                              : hv_workspace_dup_default_path ();
  g_autofree char *chosen = g_settings_get_string (self->settings, "backup-folder");
  g_autofree char *backups = chosen[0] != '\0' ? g_strdup (chosen) : hv_backup_dup_folder (file);
  show_path (self->data_file, file);
  show_path (self->backup_folder, backups);
}

static void
folder_chosen_cb (const char *path, gpointer owner)
{
  g_settings_set_string (HV_PREFERENCES (owner)->settings, "publish-folder", path);
}

static void
choose_folder_cb (HvPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "publish-folder");
  hv_choose_folder (GTK_WINDOW (self), _ ("Folder for the Calendars"), folder, folder_chosen_cb, G_OBJECT (self));
}

/* --- life --- */

static void
hv_preferences_dispose (GObject *object)
{
  g_clear_object (&HV_PREFERENCES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_PREFERENCES);
  G_OBJECT_CLASS (hv_preferences_parent_class)->dispose (object);
}

static void
hv_preferences_class_init (HvPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, weekends);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, publish_folder);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, data_file);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, backup_folder);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
hv_preferences_init (HvPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hv_preferences_new (GtkWindow *parent, GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  HvPreferences *self = g_object_new (HV_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  bind_words (self, "appearance", self->appearance, appearances);
  bind_words (self, "language", self->language, languages);
  bind_text_size (self);
  g_settings_bind (settings, "always-show-weekends", self->weekends, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::publish-folder", G_CALLBACK (show_publish_folder), self,
                           G_CONNECT_SWAPPED);
  show_publish_folder (self);
  show_data (self, parent);
  return GTK_WIDGET (self);
}
