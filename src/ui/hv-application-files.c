/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-application-private.h"

#include "hv-backup-content.h"
#include "hv-error.h"
#include "hv-example.h"
#include "hv-recent-files.h"
#include "hv-restoring.h"
#include "hv-ui-text.h"

HvWindow *
hv_application_find_window (HvApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (HV_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* --- what could not be opened --- */

typedef struct
{
  HvApplication *application; /* owned, and held: there may be no window */
  char *path;
  char *backup; /* or NULL */
} Failure;

static void
failure_free (Failure *failure)
{
  g_application_release (G_APPLICATION (failure->application));
  g_object_unref (failure->application);
  g_free (failure->path);
  g_free (failure->backup);
  g_free (failure);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Failure, failure_free)

static void show_failure (HvApplication *self, const char *path, const GError *error);

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Failure) failure = data;
  g_autoptr (GError) error = NULL;
  if (hv_restoring_finish (result, &error))
    hv_application_open_asked (failure->application, failure->path, 0);
  else
    show_failure (failure->application, NULL, error);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Failure) failure = data;
  if (g_strcmp0 (response, "open") == 0)
    g_action_group_activate_action (G_ACTION_GROUP (failure->application), "open", NULL);
  else if (g_strcmp0 (response, "restore") == 0)
    {
      const char *path = failure->path;
      const char *backup = failure->backup;
      hv_restoring_start (path, backup, restored_cb, g_steal_pointer (&failure));
    }
}

/* One sentence. A damaged file has its newest good backup offered. */
static void
show_failure (HvApplication *self, const char *path, const GError *error)
{
  Failure *failure = g_new0 (Failure, 1);
  failure->application = g_object_ref (self);
  failure->path = g_strdup (path);
  g_application_hold (G_APPLICATION (self));

  HvWindow *window = hv_application_find_window (self);
  GtkWidget *dialog = adw_message_dialog_new (window == NULL ? NULL : GTK_WINDOW (window),
                                              _ ("The file could not be opened"), error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "open",
                                    _ ("Open _Another File…"), NULL);
  if (path != NULL && g_error_matches (error, HV_ERROR, HV_ERROR_DAMAGED) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *folder = hv_backup_dup_folder (path);
      g_autoptr (HvBackup) good = hv_backup_find_good (folder, path);
      g_autofree char *when =
          good == NULL ? NULL : hv_backup_content_format_when (good->at, hv_text_get_own_language ());
      /* TRANSLATORS: %s is a day and a time */
      g_autofree char *label = good == NULL ? NULL : g_strdup_printf (_ ("_Restore the Backup of %s"), when);
      if (good != NULL)
        adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "restore", label);
      failure->backup = good == NULL ? NULL : g_strdup (good->path);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), failure->backup == NULL ? "open" : "restore");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), failure);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- opening --- */

static bool
open_path (HvApplication *self, const char *path, HvWorkspaceFlags flags, GError **error)
{
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (path, flags, error);
  if (workspace == NULL)
    return false;
  HvWindow *window = hv_application_find_window (self);
  if (window != NULL)
    hv_window_set_workspace (window, workspace);
  else
    window = hv_window_new (ADW_APPLICATION (self), workspace);
  gtk_window_present (GTK_WINDOW (window));
  return true;
}

bool
hv_application_open_path (HvApplication *self, const char *path, HvWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  if (open_path (self, path, flags, &error))
    return true;
  show_failure (self, path, error);
  return false;
}

void
hv_application_open_asked (HvApplication *self, const char *path, HvWorkspaceFlags flags)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  if (hv_application_open_path (self, whole, flags))
    hv_recent_files_add (self->settings, whole);
}

/* Without the file of last time the usual one comes up, and the sentence over it. */
void
hv_application_open_own (HvApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *last = g_settings_get_string (self->settings, "data-file");
  g_autofree char *usual = hv_workspace_dup_default_path ();
  if (last[0] == '\0' || g_strcmp0 (last, usual) == 0)
    hv_application_open_asked (self, usual, HV_WORKSPACE_CREATE);
  else if (!open_path (self, last, 0, &error))
    {
      if (open_path (self, usual, HV_WORKSPACE_CREATE, NULL))
        hv_recent_files_add (self->settings, usual);
      show_failure (self, last, error);
    }
}

void
hv_application_open_example (HvApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      hv_example_prepare (hv_text_get_own_language () == HV_LANGUAGE_SV ? "vaxjo" : "hedensted", &error);
  if (path == NULL)
    show_failure (self, NULL, error);
  else
    hv_application_open_path (self, path, 0);
}

/* --- choosing --- */

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (HvApplication) self = data;
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      bool create = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
      if (path != NULL)
        hv_application_open_asked (self, path, create ? HV_WORKSPACE_CREATE : 0);
    }
  g_object_unref (dialog);
  g_application_release (G_APPLICATION (self));
}

static void
choose_file (HvApplication *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  HvWindow *window = hv_application_find_window (self);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, window == NULL ? NULL : GTK_WINDOW (window), action, accept, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Organisations"));
  gtk_file_filter_add_suffix (filter, "husvagt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "roster.husvagt");
  g_application_hold (G_APPLICATION (self));
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data, _ ("Open an Organisation"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_file (data, _ ("New Organisation"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));
}

static void
open_recent_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvApplication *self = data;
  const char *path = g_variant_get_string (parameter, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    hv_recent_files_drop (self->settings, path);
  hv_application_open_asked (self, path, 0);
}

static void
open_own_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hv_application_open_own (data);
}

static void
open_example_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hv_application_open_example (data);
}

void
hv_application_add_file_actions (HvApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_activated },
    { .name = "open", .activate = open_activated },
    { .name = "open-recent", .activate = open_recent_activated, .parameter_type = "s" },
    { .name = "open-own", .activate = open_own_activated },
    { .name = "open-example", .activate = open_example_activated },
  };
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
