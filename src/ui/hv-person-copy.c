/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-copy.h"

#include "hv-choose-file.h"
#include "hv-error.h"
#include "hv-person-export.h"
#include "hv-ui-text.h"
#include "hv-whole-copy.h"

typedef struct
{
  char *folder;
  HvId volunteer;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;
  g_free (copy->folder);
  g_free (copy);
}

static bool
write_copy (HvWorkspace *whole, gpointer data, GError **error)
{
  const Copy *copy = data;
  const HvVolunteer *volunteer = hv_roster_find_volunteer (hv_workspace_get_roster (whole), copy->volunteer);
  if (volunteer == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_UNKNOWN_VOLUNTEER, _ ("The volunteer is not there any more."));
      return false;
    }
  return hv_person_export (whole, volunteer, copy->folder, error);
}

void
hv_person_copy_save (HvWindow *window, HvId volunteer, const char *folder)
{
  Copy *copy = g_new0 (Copy, 1);
  copy->folder = g_strdup (folder);
  copy->volunteer = volunteer;
  g_autofree char *name = g_filename_display_name (folder);
  hv_whole_copy_run (window, write_copy, copy, copy_free, g_strdup_printf (_ ("The copy is in %s."), name));
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
