/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-application-private.h"

#include "hv-appearance.h"
#include "hv-first-run.h"
#include "hv-preferences.h"
#include "hv-ui-text.h"

G_DEFINE_FINAL_TYPE (HvApplication, hv_application, ADW_TYPE_APPLICATION)

/* --- command line --- */

/* A path as the one who typed it meant it, wherever this program runs. */
static char *
dup_path (GApplicationCommandLine *line, const char *typed)
{
  g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, typed);
  char *path = g_file_get_path (file);
  return path == NULL ? g_strdup (typed) : path;
}

static int
hv_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  HvApplication *self = HV_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *data = NULL;
  g_autofree const char **files = NULL;
  g_variant_dict_lookup (options, "data", "^&ay", &data);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (data == NULL)
    data = g_application_command_line_getenv (line, "HUSVAGT_DATA");
  g_autofree char *path = files != NULL && files[0] != NULL ? dup_path (line, files[0])
                          : data != NULL                    ? dup_path (line, data)
                                                            : NULL;

  HvWindow *window = hv_application_find_window (self);
  if (g_variant_dict_contains (options, "demo"))
    hv_application_open_example (self);
  else if (files != NULL)
    hv_application_open_asked (self, path, 0);
  else if (path != NULL)
    hv_application_open_path (self, path, HV_WORKSPACE_CREATE);
  else if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    hv_application_open_own (self);
  return 0;
}

static void
hv_application_activate (GApplication *application)
{
  hv_application_open_own (HV_APPLICATION (application));
}

/* --- actions --- */

static void
set_up_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvWindow *window = hv_application_find_window (data);
  if (window != NULL)
    hv_first_run_open (window);
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvApplication *self = data;
  HvWindow *window = hv_application_find_window (self);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (hv_preferences_new (GTK_WINDOW (window), self->settings)));
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", "Husvagt", "application-icon",
                         "io.github.husvagt.Husvagt", "version", HV_VERSION, "developer-name",
                         _ ("The Husvagt developers"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Plan who stands where, and see where too few people are planned."),
                         /* TRANSLATORS: your name, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
text_size_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvApplication *self = data;
  static const int sizes[] = { 100, 115, 130 };
  int now = g_settings_get_int (self->settings, "text-size");
  int direction = g_variant_get_int32 (parameter);
  int next = 100;
  for (guint i = 0; direction != 0 && i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] == now)
      next = sizes[CLAMP ((int)i + direction, 0, (int)G_N_ELEMENTS (sizes) - 1)];
  g_settings_set_int (self->settings, "text-size", next);
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window;
  while ((window = gtk_application_get_active_window (data)) != NULL)
    {
      gtk_window_close (window);
      gtk_window_destroy (window);
    }
}

static const GActionEntry action_entries[] = {
  { .name = "set-up", .activate = set_up_activated },
  { .name = "preferences", .activate = preferences_activated },
  { .name = "about", .activate = about_activated },
  { .name = "text-size", .activate = text_size_activated, .parameter_type = "i" },
  { .name = "quit", .activate = quit_activated },
};

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new", { "<Control><Shift>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.text-size(1)", { "<Control>plus", "<Control>KP_Add" } },
    { "app.text-size(-1)", { "<Control>minus", "<Control>KP_Subtract" } },
    { "app.text-size(0)", { "<Control>0", "<Control>KP_0" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
hv_application_startup (GApplication *application)
{
  HvApplication *self = HV_APPLICATION (application);
  G_APPLICATION_CLASS (hv_application_parent_class)->startup (application);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/husvagt/Husvagt/icons");
  gtk_window_set_default_icon_name ("io.github.husvagt.Husvagt");
  self->settings = g_settings_new ("io.github.husvagt.Husvagt");
  hv_appearance_follow (self->settings);
  hv_application_add_file_actions (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  set_accels (GTK_APPLICATION (self));
}

static void
hv_application_dispose (GObject *object)
{
  g_clear_object (&HV_APPLICATION (object)->settings);
  G_OBJECT_CLASS (hv_application_parent_class)->dispose (object);
}

static void
hv_application_class_init (HvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_application_dispose;
  application_class->startup = hv_application_startup;
  application_class->activate = hv_application_activate;
  application_class->command_line = hv_application_command_line;
}

static void
hv_application_init (HvApplication *self)
{
  static const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, HV_N_ ("Open this organisation’s file"), HV_N_ ("WHERE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, HV_N_ ("Open the example, in a file of its own"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, HV_N_ ("[FILE]") },
    G_OPTION_ENTRY_NULL,
  };
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

HvApplication *
hv_application_new (void)
{
  return g_object_new (HV_TYPE_APPLICATION, "application-id", "io.github.husvagt.Husvagt", "resource-base-path",
                       "/io/github/husvagt/Husvagt", "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
