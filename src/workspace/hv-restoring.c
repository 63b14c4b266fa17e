/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-restoring.h"

typedef struct
{
  char *where;
  char *backup;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_free (restoring->where);
  g_free (restoring->backup);
  g_free (restoring);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restoring *restoring = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = hv_backup_dup_folder (restoring->where);
  if (hv_backup_restore (restoring->where, restoring->backup, folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
hv_restoring_start (const char *where, const char *backup, GAsyncReadyCallback done, gpointer data)
{
  Restoring *restoring = g_new0 (Restoring, 1);
  restoring->where = g_strdup (where);
  restoring->backup = g_strdup (backup);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, data);
  g_task_set_task_data (task, restoring, (GDestroyNotify)restoring_free);
  g_task_run_in_thread (task, restore_in_thread);
}

bool
hv_restoring_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
