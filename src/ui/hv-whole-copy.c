/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-whole-copy.h"

typedef struct
{
  char *path; /* of the organisation */
  HvWholeCopyWrite write;
  gpointer data; /* owned, by free_data */
  GDestroyNotify free_data;
  char *sentence;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->path);
  copy->free_data (copy->data);
  g_free (copy->sentence);
  g_free (copy);
}

static bool
write_copy (const Copy *copy, GError **error)
{
  g_autoptr (HvWorkspace) whole = hv_workspace_open (copy->path, HV_WORKSPACE_READ_ONLY, error);
  return whole != NULL && hv_workspace_show_all (whole, error) && copy->write (whole, copy->data, error);
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
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  bool done = g_task_propagate_boolean (G_TASK (result), &error);
  hv_window_say (HV_WINDOW (source), done ? copy->sentence : error->message, false);
}

void
hv_whole_copy_run (HvWindow *window, HvWholeCopyWrite write, gpointer data, GDestroyNotify free_data, char *sentence)
{
  Copy *copy = g_new0 (Copy, 1);
  copy->path = g_strdup (hv_workspace_get_path (hv_window_get_workspace (window)));
  copy->write = write;
  copy->data = data;
  copy->free_data = free_data;
  copy->sentence = sentence;
  g_autoptr (GTask) task = g_task_new (window, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copy, (GDestroyNotify)copy_free);
  g_task_run_in_thread (task, copy_in_thread);
}
