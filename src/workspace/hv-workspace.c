/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-workspace.h"

#include "hv-clerk.h"
#include "hv-zones.h"

struct _HvWorkspace
{
  GObject parent_instance;

  HvClerk *clerk; /* at work for the caller of a plain command, or for the worker */

  /* The main context's side: what is shown. */
  HvRoster *roster;
  HvOutlook *outlook;
  GHashTable *zones; /* name → HvZone */
  GThreadPool *worker;
  gint64 saved_at;
  guint watch;
  bool looking; /* a refresh is under way */
};

G_DEFINE_FINAL_TYPE (HvWorkspace, hv_workspace, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Twice a second is felt as at once, and costs some microseconds. */
#define WATCH_MILLISECONDS 500

/* Back on the main context: the new snapshot becomes the one that is shown. */
static void
take_over (HvWorkspace *self, HvTask *task)
{
  if (task->done && task->step.id != 0)
    self->saved_at = task->step.at;
  if (task->roster == NULL)
    return;
  hv_roster_unref (self->roster);
  hv_outlook_unref (self->outlook);
  self->roster = g_steal_pointer (&task->roster);
  self->outlook = g_steal_pointer (&task->outlook);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the worker --- */

typedef struct
{
  HvWorkspace *workspace; /* owned */
  HvTask *task;           /* owned */
  GTask *answer;          /* owned; NULL for a look at what others do */
  GMainContext *context;  /* owned */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->workspace);
  hv_task_free (errand->task);
  g_clear_object (&errand->answer);
  g_main_context_unref (errand->context);
  g_free (errand);
}

static HvUnsaved *
make_unsaved (HvTask *task)
{
  HvUnsaved *unsaved = g_new0 (HvUnsaved, 1);
  unsaved->edit = g_steal_pointer (&task->edit);
  unsaved->kind = task->lost_kind;
  unsaved->id = task->lost_id;
  return unsaved;
}

static gboolean
errand_done_cb (gpointer data)
{
  Errand *errand = data;
  HvTask *task = errand->task;
  HvWorkspace *self = errand->workspace;
  take_over (self, task);
  if (errand->answer == NULL)
    {
      self->looking = false;
      if (task->error != NULL)
        g_signal_emit (self, signals[FAILED], 0, task->error);
      return G_SOURCE_REMOVE;
    }
  GTask *answer = errand->answer;
  if (task->done && task->kind == HV_TASK_ASK)
    g_task_return_pointer (answer, g_steal_pointer (&task->found), task->free_found);
  else if (task->done)
    g_task_return_pointer (answer, g_memdup2 (&task->step, sizeof task->step), g_free);
  else
    {
      if (task->kind == HV_TASK_COMMIT)
        g_task_set_task_data (answer, make_unsaved (task), (GDestroyNotify)hv_unsaved_free);
      g_task_return_error (answer, g_steal_pointer (&task->error));
    }
  return G_SOURCE_REMOVE;
}

/* Always through a source: g_main_context_invoke () would answer in this thread while
 * nobody runs the context for a moment. */
static void
work_cb (gpointer data, gpointer unused)
{
  Errand *errand = data;
  hv_clerk_carry_out (errand->workspace->clerk, errand->task);
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, errand_done_cb, errand, (GDestroyNotify)errand_free);
  g_source_attach (source, errand->context);
}

/* Swallows the task and the answer. */
static void
send (HvWorkspace *self, HvTask *task, GTask *answer)
{
  if (self->worker == NULL)
    self->worker = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);
  Errand *errand = g_new0 (Errand, 1);
  errand->workspace = g_object_ref (self);
  errand->task = task;
  errand->answer = answer;
  errand->context = g_main_context_ref_thread_default ();
  g_thread_pool_push (self->worker, errand, NULL);
}

static void
send_with_answer (HvWorkspace *self, HvTask *task, GAsyncReadyCallback done, gpointer data)
{
  send (self, task, g_task_new (self, NULL, done, data));
}

bool
hv_workspace_finish (HvWorkspace *self, GAsyncResult *result, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), false);
  g_autofree HvStep *step = g_task_propagate_pointer (G_TASK (result), error);
  if (step == NULL)
    return false;
  if (ret_step != NULL)
    *ret_step = *step;
  return true;
}

HvUnsaved *
hv_workspace_take_unsaved (HvWorkspace *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  HvUnsaved *kept = g_task_get_task_data (G_TASK (result));
  if (kept == NULL || kept->edit == NULL)
    return NULL;
  HvUnsaved *unsaved = g_memdup2 (kept, sizeof *kept);
  kept->edit = NULL;
  return unsaved;
}

/* --- commands --- */

static bool
do_now (HvWorkspace *self, HvTask *made, HvStep *ret_step, GError **error)
{
  g_autoptr (HvTask) task = made;
  hv_clerk_carry_out (self->clerk, task);
  take_over (self, task);
  if (!task->done)
    {
      g_propagate_error (error, g_steal_pointer (&task->error));
      return false;
    }
  if (ret_step != NULL)
    *ret_step = task->step;
  return true;
}

static HvTask *
make_show (HvWeek from, HvWeek until)
{
  HvTask *task = hv_task_new (HV_TASK_SHOW);
  task->from = from;
  task->until = until;
  return task;
}

static HvTask *
make_commit (HvEdit *edit)
{
  HvTask *task = hv_task_new (HV_TASK_COMMIT);
  task->edit = edit;
  return task;
}

bool
hv_workspace_show (HvWorkspace *self, HvWeek from, HvWeek until, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, make_show (from, until), NULL, error);
}

void
hv_workspace_show_async (HvWorkspace *self, HvWeek from, HvWeek until, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, make_show (from, until), done, data);
}

bool
hv_workspace_show_all (HvWorkspace *self, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, hv_task_new (HV_TASK_SHOW_ALL), NULL, error);
}

bool
hv_workspace_commit (HvWorkspace *self, HvEdit *edit, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, make_commit (edit), ret_step, error);
}

void
hv_workspace_commit_async (HvWorkspace *self, HvEdit *edit, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, make_commit (edit), done, data);
}

bool
hv_workspace_undo (HvWorkspace *self, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, hv_task_new (HV_TASK_UNDO), ret_step, error);
}

bool
hv_workspace_redo (HvWorkspace *self, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, hv_task_new (HV_TASK_REDO), ret_step, error);
}

void
hv_workspace_undo_async (HvWorkspace *self, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, hv_task_new (HV_TASK_UNDO), done, data);
}

void
hv_workspace_redo_async (HvWorkspace *self, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, hv_task_new (HV_TASK_REDO), done, data);
}

static HvTask *
make_erase (HvErasure *erasure)
{
  HvTask *task = hv_task_new (HV_TASK_ERASE);
  task->erasure = erasure;
  return task;
}

bool
hv_workspace_erase (HvWorkspace *self, HvErasure *erasure, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, make_erase (erasure), ret_step, error);
}

void
hv_workspace_erase_async (HvWorkspace *self, HvErasure *erasure, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, make_erase (erasure), done, data);
}

void
hv_workspace_ask_async (HvWorkspace *self, HvWorkspaceAsk question, gpointer question_data, GDestroyNotify free_data,
                        GDestroyNotify free_answer, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  HvTask *task = hv_task_new (HV_TASK_ASK);
  task->ask = question;
  task->question = question_data;
  task->free_question = free_data;
  task->free_found = free_answer;
  send_with_answer (self, task, done, data);
}

gpointer
hv_workspace_ask_finish (HvWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

bool
hv_workspace_refresh (HvWorkspace *self, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, hv_task_new (HV_TASK_REFRESH), NULL, error);
}

static gboolean
look_cb (gpointer data)
{
  HvWorkspace *self = data;
  if (self->looking)
    return G_SOURCE_CONTINUE;
  self->looking = true;
  send (self, hv_task_new (HV_TASK_REFRESH), NULL);
  return G_SOURCE_CONTINUE;
}

void
hv_workspace_watch (HvWorkspace *self)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  if (self->watch == 0)
    self->watch = g_timeout_add (WATCH_MILLISECONDS, look_cb, self);
}

void
hv_workspace_stop (HvWorkspace *self)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  g_clear_handle_id (&self->watch, g_source_remove);
}

HvEdit *
hv_workspace_begin (HvWorkspace *self, const char *verb)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_edit_new (verb, hv_store_new_edit_source ());
}

/* --- questions --- */

const HvRoster *
hv_workspace_get_roster (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return self->roster;
}

const HvOutlook *
hv_workspace_get_outlook (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return self->outlook;
}

HvStore *
hv_workspace_get_store (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_clerk_get_store (self->clerk);
}

const char *
hv_workspace_get_path (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_store_get_where (hv_clerk_get_store (self->clerk));
}

bool
hv_workspace_is_empty (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  static const HvKind kinds[] = { HV_KIND_HOUSE, HV_KIND_VOLUNTEER, HV_KIND_ROLE };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (hv_roster_list (self->roster, kinds[i])->len > 0)
      return false;
  return true;
}

const char *
hv_workspace_get_read_only_reason (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_store_get_read_only_reason (hv_clerk_get_store (self->clerk));
}

const char *
hv_workspace_get_who (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_clerk_get_who (self->clerk);
}

gint64
hv_workspace_get_saved_at (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), 0);
  return self->saved_at;
}

HvZone *
hv_workspace_get_zone (HvWorkspace *self, const char *name)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  HvZone *zone = g_hash_table_lookup (self->zones, name);
  if (zone != NULL)
    return zone;
  zone = hv_zones_load (name);
  if (zone == NULL)
    zone = hv_zone_new (name, 0, NULL, 0);
  g_hash_table_insert (self->zones, g_strdup (name), zone);
  return zone;
}

HvMinute
hv_workspace_get_now (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), 0);
  const HvOrganisation *organisation = hv_roster_get_organisation (self->roster);
  HvMinute now =
      hv_zone_to_local (hv_workspace_get_zone (self, organisation->zone), g_get_real_time () / G_USEC_PER_SEC);
  HvDay day;
  const char *pretended = g_getenv ("HUSVAGT_TODAY");
  if (pretended != NULL && hv_day_parse (pretended, &day, NULL))
    return hv_minute_at (day, hv_minute_get_of_day (now));
  return now;
}

HvDay
hv_workspace_get_today (HvWorkspace *self)
{
  return hv_minute_get_day (hv_workspace_get_now (self));
}

HvWeek
hv_workspace_get_this_week (HvWorkspace *self)
{
  return hv_week_of_day (hv_workspace_get_today (self));
}

/* --- life --- */

char *
hv_workspace_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "husvagt", "roster.husvagt", NULL);
}

/* Who the change log names: the person's name on this machine. Steps of undo are
 * theirs, so two people on one machine do not undo each other. */
static const char *
find_who (void)
{
  const char *who = g_getenv ("HUSVAGT_WHO");
  return who == NULL || who[0] == '\0' ? g_get_user_name () : who;
}

HvWorkspace *
hv_workspace_open (const char *path, HvWorkspaceFlags flags, GError **error)
{
  HvStoreFlags store_flags =
      (flags & HV_WORKSPACE_CREATE ? HV_STORE_CREATE : 0) | (flags & HV_WORKSPACE_READ_ONLY ? HV_STORE_READ_ONLY : 0);
  HvStore *store = hv_store_open (path, store_flags, error);
  HvClerk *clerk = store == NULL ? NULL : hv_clerk_new (store, find_who (), error);
  if (clerk == NULL)
    return NULL;

  HvWorkspace *self = g_object_new (HV_TYPE_WORKSPACE, NULL);
  self->clerk = clerk;
  self->roster = hv_roster_ref (hv_clerk_get_roster (clerk));
  self->outlook = hv_outlook_ref (hv_clerk_get_outlook (clerk));
  return self;
}

static void
hv_workspace_dispose (GObject *object)
{
  HvWorkspace *self = HV_WORKSPACE (object);
  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->worker != NULL)
    g_thread_pool_free (g_steal_pointer (&self->worker), FALSE, TRUE);
  G_OBJECT_CLASS (hv_workspace_parent_class)->dispose (object);
}

static void
hv_workspace_finalize (GObject *object)
{
  HvWorkspace *self = HV_WORKSPACE (object);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_pointer (&self->outlook, hv_outlook_unref);
  hv_clerk_free (self->clerk);
  g_hash_table_unref (self->zones);
  G_OBJECT_CLASS (hv_workspace_parent_class)->finalize (object);
}

static void
hv_workspace_class_init (HvWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->dispose = hv_workspace_dispose;
  object_class->finalize = hv_workspace_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
      g_signal_new ("failed", HV_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hv_workspace_init (HvWorkspace *self)
{
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)hv_zone_unref);
}
