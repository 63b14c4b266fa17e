/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-file-import.h"

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

HvImport *
hv_file_import_read (HvWorkspace *workspace, const char *path, HvFileKind kind, const char *volunteer, GError **error)
{
  g_autoptr (GBytes) file = read_bytes (path, error);
  if (file == NULL)
    return NULL;
  return hv_json_read (hv_workspace_get_roster (workspace), file, hv_store_new_edit_source (), error);
}
