/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-example.h"

#include "hv-error.h"
#include "hv-examples.h"
#include "hv-json-reader.h"
#include "hv-workspace.h"

static const char *const names[] = { "hedensted", "vaxjo" };

bool
hv_example_find (const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      return true;
  g_autofree char *quoted = hv_error_quote (name);
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("There is no example %s. Examples: %s, %s."), quoted,
               names[0], names[1]);
  return false;
}

static GBytes *
load_file (const char *name, GError **error)
{
  if (!hv_example_find (name, error))
    return NULL;
  g_autofree char *path = g_strdup_printf ("/io/github/husvagt/Husvagt/examples/%s.json", name);
  return g_resource_lookup_data (hv_examples_get_resource (), path, 0, error);
}

HvEdit *
hv_example_read (const char *name, const HvRoster *roster, HvEditSource source, GError **error)
{
  g_autoptr (GBytes) file = load_file (name, error);
  if (file == NULL)
    return NULL;
  g_autoptr (HvImport) import = hv_json_read (roster, file, source, error);
  HvEdit *edit = import == NULL ? NULL : hv_import_take_edit (import, false, error);
  if (edit != NULL)
    edit->verb = "init";
  return edit;
}

static bool
fill (HvWorkspace *workspace, const char *name, GError **error)
{
  if (!hv_workspace_is_empty (workspace))
    return true;
  if (!hv_workspace_show_all (workspace, error))
    return false;
  HvEdit *edit = hv_example_read (name, hv_workspace_get_roster (workspace), hv_store_new_edit_source (), error);
  return edit != NULL && hv_workspace_commit (workspace, edit, NULL, error);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "husvagt", "demo", NULL);
}

bool
hv_example_is_at (const char *path)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *lies_in = g_path_get_dirname (path);
  return g_strcmp0 (folder, lies_in) == 0;
}

char *
hv_example_prepare (const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".husvagt", NULL);
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, error);
  if (workspace == NULL || !fill (workspace, name, error))
    return NULL;
  return g_steal_pointer (&path);
}
