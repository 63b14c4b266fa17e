/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-all-weeks.h"

static gpointer
load (HvStore *store, const HvRoster *latest, gpointer data, GError **error)
{
  HvRoster *roster;
  return hv_store_load_everything (store, &roster, error) ? roster : NULL;
}

void
hv_all_weeks_load_async (HvWorkspace *workspace, GAsyncReadyCallback done, gpointer data)
{
  hv_workspace_ask_async (workspace, load, NULL, NULL, (GDestroyNotify)hv_roster_unref, done, data);
}

HvRoster *
hv_all_weeks_load_finish (HvWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return hv_workspace_ask_finish (workspace, result, error);
}
