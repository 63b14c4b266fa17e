/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-application.h"

#include "hv-appearance.h"
#include "hv-example.h"
#include "hv-first-run.h"
#include "hv-preferences.h"
#include "hv-ui-text.h"
#include "hv-window.h"

#include <glib/gstdio.h>

struct _HvApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* owned */
};

G_DEFINE_FINAL_TYPE (HvApplication, hv_application, ADW_TYPE_APPLICATION)

#define MAX_RECENT 8

static void
remember_file (HvApplication *self, const char *path)
{
  g_settings_set_string (self->settings, "data-file", path);
  g_auto (GStrv) old = g_settings_get_strv (self->settings, "recent-files");
  g_autoptr (GStrvBuilder) recent = g_strv_builder_new ();
  g_strv_builder_add (recent, path);
  for (guint i = 0, kept = 1; old[i] != NULL && kept < MAX_RECENT; i++)
    if (g_strcmp0 (old[i], path) != 0)
      {
        g_strv_builder_add (recent, old[i]);
        kept++;
      }
  g_auto (GStrv) list = g_strv_builder_end (recent);
  g_settings_set_strv (self->settings, "recent-files", (const char *const *)list);
}

static void
show_error (HvApplication *self, const char *heading, const char *body)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  if (parent == NULL)
    gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Opens an organisation in the window that is there, or in a new one. */
static bool
open_path (HvApplication *self, const char *path, HvWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (path, flags, &error);
  if (workspace == NULL)
    {
      show_error (self, _ ("The organisation could not be opened"), error->message);
      return false;
    }
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (HV_IS_WINDOW (window))
    hv_window_set_workspace (HV_WINDOW (window), workspace);
  else
    window = GTK_WINDOW (hv_window_new (ADW_APPLICATION (self), workspace));
  gtk_window_present (window);
  return true;
}

static void
open_example (HvApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      hv_example_prepare (hv_text_get_own_language () == HV_LANGUAGE_SV ? "vaxjo" : "hedensted", &error);
  if (path == NULL)
    show_error (self, _ ("The example could not be opened"), error->message);
  else
    open_path (self, path, 0);
}

static void
open_last (HvApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "data-file");
  if (last[0] != '\0' && g_file_test (last, G_FILE_TEST_EXISTS) && open_path (self, last, 0))
    return;
  g_autofree char *usual = hv_workspace_dup_default_path ();
  open_path (self, usual, HV_WORKSPACE_CREATE);
}

static int
hv_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  HvApplication *self = HV_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *data = NULL;
  g_variant_dict_lookup (options, "data", "^&ay", &data);
  if (data == NULL)
    data = g_application_command_line_getenv (line, "HUSVAGT_DATA");

  if (g_variant_dict_contains (options, "demo"))
    open_example (self);
  else if (data != NULL)
    open_path (self, data, HV_WORKSPACE_CREATE);
  else if (gtk_application_get_active_window (GTK_APPLICATION (self)) != NULL)
    gtk_window_present (gtk_application_get_active_window (GTK_APPLICATION (self)));
  else
    open_last (self);
  return 0;
}

static void
hv_application_activate (GApplication *application)
{
  open_last (HV_APPLICATION (application));
}

/* --- actions --- */

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  HvApplication *self = data;
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      bool create = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
      if (path != NULL && open_path (self, path, create ? HV_WORKSPACE_CREATE : 0))
        remember_file (self, path);
    }
  g_object_unref (dialog);
}

static void
choose_organisation (HvApplication *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Organisations"));
  gtk_file_filter_add_suffix (filter, "husvagt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "roster.husvagt");
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_organisation (data, _ ("Open an Organisation"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_organisation (data, _ ("New Organisation"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));
}

static void
open_recent_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *path = g_variant_get_string (parameter, NULL);
  if (open_path (data, path, 0))
    remember_file (data, path);
}

static void
open_example_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_example (data);
}

static void
set_up_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  if (HV_IS_WINDOW (window))
    hv_first_run_open (HV_WINDOW (window));
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (hv_preferences_new (window, self->settings)));
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
  { .name = "new", .activate = new_activated },
  { .name = "open", .activate = open_activated },
  { .name = "open-recent", .activate = open_recent_activated, .parameter_type = "s" },
  { .name = "open-example", .activate = open_example_activated },
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
