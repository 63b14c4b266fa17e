/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-file-import.h"

#include "hv-absence-import.h"
#include "hv-error.h"
#include "hv-json-reader.h"

#include <string.h>

bool
hv_file_kind_parse (const char *text, HvFileKind *ret_kind, GError **error)
{
  static const char *const words[] = { NULL, "volunteers", "visits", "shifts" };
  *ret_kind = HV_FILE_ANY;
  if (text == NULL)
    return true;
  for (gsize i = 1; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], text) == 0)
      {
        *ret_kind = (HvFileKind)i;
        return true;
      }
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is none of volunteers, visits and shifts."), text);
  return false;
}

static GBytes *
read_bytes (const char *path, GError **error)
{
  char *contents;
  gsize length;
  g_autoptr (GError) reason = NULL;
  if (g_file_get_contents (path, &contents, &length, &reason))
    return g_bytes_new_take (contents, length);
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s cannot be read: %s"), path, reason->message);
  return NULL;
}

static bool
is_calendar (GBytes *file)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);
  g_autofree char *head = g_strndup (text == NULL ? "" : text, MIN (length, 200));
  return strstr (head, "BEGIN:VCALENDAR") != NULL;
}

static HvImport *
read_calendar (HvWorkspace *workspace, GBytes *file, const char *path, const char *volunteer, GError **error)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  const HvVolunteer *owner = NULL;
  if (volunteer != NULL && (owner = hv_roster_match_volunteer (roster, volunteer, error)) == NULL)
    return NULL;
  HvZone *zone = hv_workspace_get_zone (workspace, hv_roster_get_organisation (roster)->zone);
  /* What is over and done with still matters to the week that is being looked at. */
  HvDay from = hv_workspace_get_today (workspace) - 365;
  return hv_absence_import_read (roster, file, path, owner == NULL ? HV_NONE : owner->r.id, zone, from,
                                 hv_store_new_edit_source (), error);
}

HvImport *
hv_file_import_read (HvWorkspace *workspace, const char *path, HvFileKind kind, const char *volunteer, GError **error)
{
  g_autoptr (GBytes) file = read_bytes (path, error);
  if (file == NULL)
    return NULL;
  if (is_calendar (file))
    return read_calendar (workspace, file, path, volunteer, error);
  return hv_json_read (hv_workspace_get_roster (workspace), file, hv_store_new_edit_source (), error);
}
