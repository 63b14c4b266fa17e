/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-everything.h"

#include "hv-choose-file.h"
#include "hv-file-export.h"
#include "hv-ui-text.h"

typedef struct
{
  char *from; /* the organisation's file */
  char *to;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->from);
  g_free (copy->to);
  g_free (copy);
}

/* With a workspace of its own: the window's goes on working, and holds a few weeks only. */
static bool
write_copy (const Copy *copy, GError **error)
{
  HvChoice all = HV_CHOICE_ALL;
  g_autoptr (HvWorkspace) workspace = hv_workspace_open (copy->from, HV_WORKSPACE_READ_ONLY, error);
  if (workspace == NULL || !hv_workspace_show_all (workspace, error))
    return false;
  g_autofree char *text =
      hv_file_export_write (workspace, HV_EXPORT_ALL, HV_EXPORT_JSON, &all, hv_text_get_own_language (), error);
  return text != NULL && hv_file_export_save (copy->to, text, error);
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
  g_autofree char *name = g_filename_display_basename (copy->to);
  g_autofree char *text = g_task_propagate_boolean (G_TASK (result), &error)
                              ? g_strdup_printf (_ ("Saved as %s."), name)
                              : g_strdup (error->message);
  hv_window_say (HV_WINDOW (source), text, false);
}

void
hv_everything_save (HvWindow *window, GFile *file)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  Copy *copy = g_new0 (Copy, 1);
  copy->from = g_strdup (hv_workspace_get_path (hv_window_get_workspace (window)));
  copy->to = g_file_get_path (file);
  g_autoptr (GTask) task = g_task_new (window, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copy, (GDestroyNotify)copy_free);
  if (copy->to != NULL)
    g_task_run_in_thread (task, copy_in_thread);
  else
    hv_window_say (window, _ ("Choose a folder of this computer."), false);
}

static void
chosen_cb (GFile *file, gpointer window)
{
  hv_everything_save (window, file);
}

void
hv_everything_ask (HvWindow *window, GtkWindow *over)
{
  static const char *const suffixes[] = { "json", NULL };
  /* TRANSLATORS: the name of a file, without its ending */
  g_autofree char *name = g_strdup_printf ("%s.json", _ ("everything"));
  HvFileQuestion question = {
    .title = _ ("Save a Copy of Everything"), .name = name, .kind = _ ("Copies of everything"), .suffixes = suffixes
  };
  hv_choose_file (over, &question, chosen_cb, G_OBJECT (window));
}
