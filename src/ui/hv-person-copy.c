/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-copy.h"

#include "hv-choose-file.h"
#include "hv-error.h"
#include "hv-person-export.h"
#include "hv-ui-text.h"

typedef struct
{
  char *path; /* of the organisation */
  char *folder;
  HvId volunteer;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->path);
  g_free (copy->folder);
  g_free (copy);
}

/* With a workspace of its own: the window's goes on working, and holds a few weeks only. */
static bool
write_copy (const Copy *copy, GError **error)
{
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (copy->path, HV_WORKSPACE_READ_ONLY, error);
  if (workspace == NULL || !hv_workspace_show_all (workspace, error))
    return false;
  const HvVolunteer *volunteer = hv_roster_find_volunteer (hv_workspace_get_roster (workspace), copy->volunteer);
  if (volunteer == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_UNKNOWN_VOLUNTEER, _ ("The volunteer is not there any more."));
      return false;
    }
  return hv_person_export (workspace, volunteer, copy->folder, error);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  if (write_copy (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HvWindow *window = HV_WINDOW (source);
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_filename_display_name (copy->folder);
  g_autofree char *text = g_task_propagate_boolean (G_TASK (result), &error)
                              ? g_strdup_printf (_ ("The copy is in %s."), folder)
                              : g_strdup (error->message);
  hv_window_say (window, text, false);
}

void
hv_person_copy_save (HvWindow *window, HvId volunteer, const char *folder)
{
  Copy *copy = g_new0 (Copy, 1);
  copy->path = g_strdup (hv_workspace_get_path (hv_window_get_workspace (window)));
  copy->folder = g_strdup (folder);
  copy->volunteer = volunteer;
  g_autoptr (GTask) task = g_task_new (window, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copy, (GDestroyNotify)copy_free);
  g_task_run_in_thread (task, copy_in_thread);
}

/* --- asking for the folder --- */

/* What was asked for stays with the window until it is answered, or asked anew. */
static void
folder_chosen_cb (const char *folder, gpointer window)
{
  const HvId *volunteer = g_object_get_data (window, "hv-person-copy");
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvVolunteer *person = volunteer == NULL ? NULL : hv_roster_find_volunteer (roster, *volunteer);
  if (person == NULL)
    return;
  g_autofree char *name = g_strdelimit (g_strdup (person->name), "/\\:", '-');
  g_autofree char *own = g_build_filename (folder, name, NULL);
  hv_person_copy_save (window, person->r.id, own);
}

void
hv_person_copy_ask (HvWindow *window, HvId volunteer)
{
  g_object_set_data_full (G_OBJECT (window), "hv-person-copy", g_memdup2 (&volunteer, sizeof volunteer), g_free);
  hv_choose_folder (GTK_WINDOW (window), _ ("Save a Copy of the Data"), NULL, folder_chosen_cb, G_OBJECT (window));
}
