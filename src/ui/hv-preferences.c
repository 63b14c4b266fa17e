/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-preferences.h"

#include "hv-backup-content.h"
#include "hv-choose-file.h"
#include "hv-everything.h"
#include "hv-field-row.h"
#include "hv-format.h"
#include "hv-organisation-edit.h"
#include "hv-restore-dialog.h"
#include "hv-ui-text.h"
#include "hv-who-dialog.h"
#include "hv-window.h"
#include "hv-wish-row.h"

#define LAST_FIRST_HOUR 12

struct _HvPreferences
{
  AdwPreferencesWindow parent_instance;

  /* template */
  AdwComboRow *appearance;
  AdwComboRow *text_size;
  AdwComboRow *language;
  GtkDropDown *first_hour;
  GtkWidget *weekends;
  GtkWidget *planning;
  GtkSpinButton *of_ten;
  GtkSpinButton *minutes;
  AdwPreferencesGroup *volunteers;
  AdwComboRow *country;
  AdwPreferencesGroup *publishing;
  AdwActionRow *publish_folder;
  AdwActionRow *data_file;
  GtkWidget *export_row;
  AdwActionRow *backup_folder;
  AdwActionRow *backups;
  GtkWidget *who_row;

  HvFieldRow *name;
  HvWishRow *limits[HV_N_ORGANISATION_LIMITS];

  /* owned */
  GSettings *settings;
  HvWorkspace *workspace; /* NULL when there is no window */
  bool showing;           /* values are being set, not edited */
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

/* How many backups there are, and when the newest was made. */
static void
show_backups (HvPreferences *self, const char *file, const char *folder)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GPtrArray) backups = hv_backup_list (folder, file);
  guint n = backups->len;
  g_autofree char *when =
      n == 0 ? NULL : hv_backup_content_format_when (((const HvBackup *)g_ptr_array_index (backups, 0))->at, language);
  /* TRANSLATORS: %s is a day and a time */
  g_autofree char *text =
      n == 0 ? g_strdup (_ ("None yet"))
             : g_strdup_printf (hv_own_ntext ("%u backup, of %s", "%u backups, the newest of %s", n), n, when);
  adw_action_row_set_subtitle (self->backups, text);
}

static void
show_data (HvPreferences *self)
{
  g_autofree char *file =
      self->workspace != NULL ? g_strdup (hv_workspace_get_path (self->workspace)) : hv_workspace_dup_default_path ();
  g_autofree char *folder = hv_backup_dup_folder (file);
  show_path (self->data_file, file);
  show_path (self->backup_folder, folder);
  show_backups (self, file, folder);
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

/* The window below; NULL in front of none. */
static HvWindow *
get_window (HvPreferences *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  return HV_IS_WINDOW (parent) ? HV_WINDOW (parent) : NULL;
}

static void
export_clicked_cb (HvPreferences *self)
{
  hv_everything_ask (get_window (self), GTK_WINDOW (self));
}

/* Both are windows over the organisation's, as this one is. */
static void
restore_clicked_cb (HvPreferences *self)
{
  HvRestoreDialog *dialog = hv_restore_dialog_new (get_window (self));
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
who_clicked_cb (HvPreferences *self)
{
  HvWhoDialog *dialog = hv_who_dialog_new (get_window (self));
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- what the organisation decides: saved at once, each as a step that can be undone --- */

static const HvRoster *
get_roster (HvPreferences *self)
{
  return hv_workspace_get_roster (self->workspace);
}

/* Swallows the edit; NULL says the error. */
static void
commit (HvPreferences *self, HvEdit *edit, const GError *error)
{
  if (edit != NULL)
    hv_window_commit (get_window (self), edit, g_strdup (_ ("Saved")));
  else
    hv_window_say (get_window (self), error->message, false);
}

static void
target_changed_cb (HvPreferences *self)
{
  g_autoptr (GError) error = NULL;
  if (self->showing)
    return;
  HvEdit *edit = hv_organisation_edit_set_target (get_roster (self), gtk_spin_button_get_value_as_int (self->of_ten),
                                                  gtk_spin_button_get_value_as_int (self->minutes),
                                                  hv_store_new_edit_source (), &error);
  commit (self, edit, error);
}

static void
country_chosen_cb (HvPreferences *self)
{
  HvCountry country = adw_combo_row_get_selected (self->country) == 1 ? HV_COUNTRY_SE : HV_COUNTRY_DK;
  if (!self->showing && country != hv_organisation_edit_get_country (get_roster (self)))
    commit (self, hv_organisation_edit_set_country (get_roster (self), country, hv_store_new_edit_source ()), NULL);
}

static bool
check_name (const char *text, gpointer self, GError **error)
{
  g_autoptr (HvEdit) edit = hv_organisation_edit_set_name (get_roster (self), text, hv_store_new_edit_source (), error);
  return edit != NULL;
}

static void
name_entered_cb (HvPreferences *self)
{
  g_autoptr (GError) error = NULL;
  HvEdit *edit = hv_organisation_edit_set_name (get_roster (self), hv_field_row_get_text (self->name),
                                                hv_store_new_edit_source (), &error);
  commit (self, edit, error);
}

static void
limit_entered_cb (HvWishRow *row, HvPreferences *self)
{
  for (int limit = 0; limit < HV_N_ORGANISATION_LIMITS; limit++)
    if (self->limits[limit] == row)
      {
        g_autoptr (GError) error = NULL;
        HvEdit *edit =
            hv_organisation_edit_set_limit (get_roster (self), (HvOrganisationLimit)limit, hv_wish_row_get_value (row),
                                            hv_store_new_edit_source (), &error);
        commit (self, edit, error);
      }
}

static void
show_organisation (HvPreferences *self)
{
  const HvRoster *roster = get_roster (self);
  int of_ten;
  int minutes;
  hv_organisation_edit_get_target (roster, &of_ten, &minutes);
  self->showing = true;
  gtk_spin_button_set_value (self->of_ten, of_ten);
  gtk_spin_button_set_value (self->minutes, minutes);
  adw_combo_row_set_selected (self->country, hv_organisation_edit_get_country (roster) == HV_COUNTRY_SE);
  hv_field_row_set_value (self->name, hv_roster_get_organisation (roster)->name);
  for (int limit = 0; limit < HV_N_ORGANISATION_LIMITS; limit++)
    hv_wish_row_set_value (self->limits[limit], hv_organisation_edit_get_limit (roster, (HvOrganisationLimit)limit));
  self->showing = false;
}

static void
add_limit (HvPreferences *self, AdwPreferencesGroup *group, HvOrganisationLimit limit, const char *title)
{
  GtkWidget *row = hv_wish_row_new (title, hv_organisation_edit_get_most (limit));
  self->limits[limit] = HV_WISH_ROW (row);
  adw_preferences_group_add (group, row);
  g_signal_connect (row, "entered", G_CALLBACK (limit_entered_cb), self);
}

static void
make_organisation_rows (HvPreferences *self)
{
  add_limit (self, self->volunteers, HV_ORGANISATION_MOST_WEEK, _ ("At most so many shifts a week"));
  add_limit (self, self->volunteers, HV_ORGANISATION_REST_HOURS, _ ("Hours of rest between shifts"));
  self->name = HV_FIELD_ROW (hv_field_row_new (_ ("Sender’s name in the calendars")));
  hv_field_row_set_check (self->name, check_name, self, NULL);
  adw_preferences_group_add (self->publishing, GTK_WIDGET (self->name));
  add_limit (self, self->publishing, HV_ORGANISATION_KEEP_WEEKS, _ ("Weeks that past shifts stay in the calendars"));
}

static void
follow_organisation (HvPreferences *self)
{
  bool writable = hv_workspace_get_read_only_reason (self->workspace) == NULL;
  GtkWidget *written[] = { self->planning, GTK_WIDGET (self->name),
                           GTK_WIDGET (self->limits[HV_ORGANISATION_KEEP_WEEKS]), GTK_WIDGET (self->backups) };
  show_organisation (self);
  g_signal_connect_swapped (self->of_ten, "value-changed", G_CALLBACK (target_changed_cb), self);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (target_changed_cb), self);
  g_signal_connect_swapped (self->country, "notify::selected", G_CALLBACK (country_chosen_cb), self);
  g_signal_connect_swapped (self->name, "entered", G_CALLBACK (name_entered_cb), self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (show_organisation), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    gtk_widget_set_sensitive (written[i], writable);
}

/* --- hours --- */

static void
bind_first_hour (HvPreferences *self)
{
  g_autoptr (GtkStringList) hours = gtk_string_list_new (NULL);
  for (int hour = 0; hour <= LAST_FIRST_HOUR; hour++)
    gtk_string_list_take (hours, hv_format_time (hour * 60, hv_text_get_own_language ()));
  gtk_drop_down_set_model (self->first_hour, G_LIST_MODEL (hours));
  g_settings_bind (self->settings, "first-hour", self->first_hour, "selected", G_SETTINGS_BIND_DEFAULT);
}

/* --- life --- */

/* What is being entered when the window closes is meant. */
static gboolean
hv_preferences_close_request (GtkWindow *window)
{
  HvPreferences *self = HV_PREFERENCES (window);
  for (int limit = 0; limit < HV_N_ORGANISATION_LIMITS && self->workspace != NULL; limit++)
    hv_wish_row_flush (self->limits[limit]);
  return GTK_WINDOW_CLASS (hv_preferences_parent_class)->close_request (window);
}

static void
hv_preferences_dispose (GObject *object)
{
  g_clear_object (&HV_PREFERENCES (object)->settings);
  g_clear_object (&HV_PREFERENCES (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_PREFERENCES);
  G_OBJECT_CLASS (hv_preferences_parent_class)->dispose (object);
}

static void
hv_preferences_class_init (HvPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hv_preferences_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, first_hour);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, weekends);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, planning);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, of_ten);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, minutes);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, volunteers);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, country);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, publishing);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, publish_folder);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, data_file);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, export_row);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, backup_folder);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, backups);
  gtk_widget_class_bind_template_child (widget_class, HvPreferences, who_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_clicked_cb);
}

static void
hv_preferences_init (HvPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_organisation_rows (self);
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
  bind_first_hour (self);
  g_settings_bind (settings, "always-show-weekends", self->weekends, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::publish-folder", G_CALLBACK (show_publish_folder), self,
                           G_CONNECT_SWAPPED);

  HvWindow *window = get_window (self);
  GtkWidget *of_a_file[] = {
    self->planning,   GTK_WIDGET (self->name),    GTK_WIDGET (self->limits[HV_ORGANISATION_KEEP_WEEKS]),
    self->export_row, GTK_WIDGET (self->backups), self->who_row
  };
  for (gsize i = 0; i < G_N_ELEMENTS (of_a_file); i++)
    gtk_widget_set_sensitive (of_a_file[i], window != NULL);
  if (window != NULL)
    {
      self->workspace = g_object_ref (hv_window_get_workspace (window));
      follow_organisation (self);
    }
  show_publish_folder (self);
  show_data (self);
  return GTK_WIDGET (self);
}
