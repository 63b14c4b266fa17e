/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-saver.h"

struct _HvSaver
{
  GObject *owner; /* lent */
  HvSaverMake make;
  HvSaverSettled settled;
  bool busy;
  bool again; /* something changed since the step that is under way */
};

HvSaver *
hv_saver_new (GObject *owner, HvSaverMake make, HvSaverSettled settled)
{
  HvSaver *self = g_new0 (HvSaver, 1);
  self->owner = owner;
  self->make = make;
  self->settled = settled;
  return self;
}

void
hv_saver_free (HvSaver *self)
{
  g_return_if_fail (!self->busy);
  g_free (self);
}

bool
hv_saver_is_busy (const HvSaver *self)
{
  return self->busy;
}

/* --- a step under way --- */

typedef struct
{
  HvSaver *saver;
  GObject *owner;   /* owned, and with it the saver */
  HvWindow *window; /* owned */
  char *sentence;   /* owned; NULL says nothing */
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->window);
  g_free (step->sentence);
  g_object_unref (step->owner);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void run (HvSaver *self, HvWindow *window, HvWorkspace *workspace);

static void
say (HvSaver *self, HvWindow *window, const char *text, bool with_undo)
{
  if (hv_window_of (GTK_WIDGET (self->owner)) != NULL)
    hv_window_say (window, text, with_undo);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  g_autoptr (GError) error = NULL;
  HvSaver *self = step->saver;
  HvWorkspace *workspace = HV_WORKSPACE (source);
  bool saved = hv_workspace_finish (workspace, result, NULL, &error);
  bool again = self->again;
  self->busy = false;
  self->again = false;
  if (!saved)
    hv_window_keep (step->window, result, error, NULL, self);
  else if (step->sentence != NULL)
    say (self, step->window, step->sentence, true);
  if (saved && again)
    run (self, step->window, workspace);
  else
    self->settled (self->owner, saved);
}

static void
run (HvSaver *self, HvWindow *window, HvWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  HvEdit *edit = self->make (self->owner, hv_workspace_get_roster (workspace), &sentence, &error);
  if (edit == NULL)
    {
      if (error != NULL)
        say (self, window, error->message, false);
      self->settled (self->owner, error == NULL);
      return;
    }
  Step *step = g_new0 (Step, 1);
  step->saver = self;
  step->owner = g_object_ref (self->owner);
  step->window = g_object_ref (window);
  step->sentence = g_steal_pointer (&sentence);
  self->busy = true;
  hv_window_forget (window, self); /* all that was kept is in this one */
  hv_workspace_commit_async (workspace, edit, saved_cb, step);
}

void
hv_saver_save (HvSaver *self, HvWindow *window)
{
  g_return_if_fail (HV_IS_WINDOW (window));
  if (self->busy)
    self->again = true;
  else
    run (self, window, hv_window_get_workspace (window));
}
