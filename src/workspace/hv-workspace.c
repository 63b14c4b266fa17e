/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-workspace.h"

#include "hv-backup.h"
#include "hv-edit-premises.h"
#include "hv-error.h"
#include "hv-zones.h"

#include <string.h>

struct _HvWorkspace
{
  GObject parent_instance;

  /* Used by whoever carries out a task, one at a time: the caller for the plain
   * commands, the worker for the others. */
  HvStore *store;
  HvRoster *latest;
  HvOutlook *latest_outlook;
  gint64 backed_up; /* the day (UTC) of the last look at the backups */

  /* The main context's side. */
  HvRoster *roster;
  HvOutlook *outlook;
  GHashTable *zones; /* name → HvZone */
  GThreadPool *worker;
  char *who;
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

/* --- tasks: one thing to do with the store --- */

typedef enum
{
  TASK_SHOW,
  TASK_SHOW_ALL,
  TASK_COMMIT,
  TASK_UNDO,
  TASK_REDO,
  TASK_REFRESH,
  TASK_ERASE,
  TASK_ASK,
} TaskKind;

typedef struct
{
  TaskKind kind;
  HvWeek from;
  HvWeek until;
  HvEdit *edit;       /* owned */
  HvErasure *erasure; /* owned */
  HvWorkspaceAsk ask;
  gpointer question; /* owned, by free_question */
  GDestroyNotify free_question;

  /* the outcome */
  bool done;
  bool changed; /* `latest` is another roster than before */
  HvStep step;
  GError *error;
  HvRoster *roster;   /* owned, when changed */
  HvOutlook *outlook; /* owned, when changed */
  gpointer found;     /* owned, by free_found */
  GDestroyNotify free_found;

  GTask *answer; /* owned; NULL for the plain commands */
} Task;

static Task *
task_new (TaskKind kind)
{
  Task *task = g_new0 (Task, 1);
  task->kind = kind;
  return task;
}

static void
task_free (Task *task)
{
  g_clear_pointer (&task->edit, hv_edit_free);
  g_clear_pointer (&task->erasure, hv_erasure_free);
  if (task->free_question != NULL)
    task->free_question (task->question);
  if (task->found != NULL && task->free_found != NULL)
    task->free_found (task->found);
  g_clear_error (&task->error);
  g_clear_pointer (&task->roster, hv_roster_unref);
  g_clear_pointer (&task->outlook, hv_outlook_unref);
  g_clear_object (&task->answer);
  g_free (task);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Task, task_free)

static void
take_roster (HvWorkspace *self, Task *task, HvRoster *roster)
{
  hv_roster_unref (self->latest);
  self->latest = roster;
  task->changed = true;
}

static bool
load (HvWorkspace *self, Task *task, HvWeek from, HvWeek until)
{
  HvRoster *roster;
  if (!hv_store_load_roster (self->store, from, until, HV_LOAD_HISTORY, &roster, &task->error))
    return false;
  take_roster (self, task, roster);
  return true;
}

static bool
load_all (HvWorkspace *self, Task *task)
{
  HvRoster *roster;
  if (!hv_store_load_everything (self->store, &roster, &task->error))
    return false;
  take_roster (self, task, roster);
  return true;
}

/* What others have done meanwhile. A restored backup means loading anew. */
static bool
fetch_news (HvWorkspace *self, Task *task, GError **error)
{
  g_autoptr (HvEdit) edit = NULL;
  bool reload = false;
  if (!hv_store_fetch_news (self->store, &edit, &reload, error))
    return false;
  if (reload)
    return load (self, task, hv_roster_get_from (self->latest), hv_roster_get_until (self->latest));
  if (edit != NULL && !hv_edit_is_empty (edit))
    take_roster (self, task, hv_roster_apply (self->latest, edit));
  return true;
}

/* Before the first change of a day. A backup that cannot be made is no reason to lose
 * the change: `verify` and the preferences say how old the newest one is. */
static void
back_up_daily (HvWorkspace *self)
{
  gint64 day = g_get_real_time () / G_USEC_PER_SEC / 86400;
  if (self->backed_up == day)
    return;
  self->backed_up = day;
  g_autofree char *folder = hv_backup_dup_folder (hv_store_get_where (self->store));
  hv_store_backup_if_due (self->store, folder, HV_BACKUP_DAILY, NULL, NULL);
}

static bool
commit (HvWorkspace *self, Task *task, bool undoable)
{
  hv_edit_trim (task->edit, self->latest);
  if (hv_edit_is_empty (task->edit))
    return true;
  back_up_daily (self);

  g_autoptr (HvEditPremises) premises = hv_edit_premises_new (task->edit, self->latest, self->latest_outlook);
  HvStepInfo info = { .who = self->who, .client = "husvagt", .undoable = undoable };
  hv_edit_premises_tell (premises, &info);
  if (!hv_store_apply (self->store, task->edit, &info, &task->step, &task->error))
    {
      /* Show what the other one did; their change is why this one was refused. */
      if (g_error_matches (task->error, HV_ERROR, HV_ERROR_CONFLICT))
        fetch_news (self, task, NULL);
      return false;
    }
  take_roster (self, task, hv_roster_apply (self->latest, task->edit));
  return true;
}

static bool
step_back (HvWorkspace *self, Task *task)
{
  g_autoptr (HvEdit) edit = NULL;
  bool done = task->kind == TASK_UNDO ? hv_store_undo (self->store, self->who, &task->step, &edit, &task->error)
                                      : hv_store_redo (self->store, self->who, &task->step, &edit, &task->error);
  if (!done)
    return false;
  take_roster (self, task, hv_roster_apply (self->latest, edit));
  return true;
}

static bool
erase (HvWorkspace *self, Task *task)
{
  HvErasure *erasure = task->erasure;
  task->edit = g_steal_pointer (&erasure->edit);
  return commit (self, task, false)
         && hv_store_forget (self->store, erasure->volunteer, (const char *const *)erasure->words, &task->error);
}

static bool
ask (HvWorkspace *self, Task *task)
{
  task->found = task->ask (self->store, self->latest, task->question, &task->error);
  return task->error == NULL;
}

static bool
refresh (HvWorkspace *self, Task *task)
{
  return !hv_store_has_news (self->store) || fetch_news (self, task, &task->error);
}

static bool
do_task (HvWorkspace *self, Task *task)
{
  switch (task->kind)
    {
    case TASK_SHOW:
      return load (self, task, task->from, task->until);
    case TASK_SHOW_ALL:
      return load_all (self, task);
    case TASK_COMMIT:
      return commit (self, task, true);
    case TASK_UNDO:
    case TASK_REDO:
      return step_back (self, task);
    case TASK_REFRESH:
      return refresh (self, task);
    case TASK_ERASE:
      return erase (self, task);
    case TASK_ASK:
      return ask (self, task);
    default:
      g_assert_not_reached ();
    }
}

static void
carry_out (HvWorkspace *self, Task *task)
{
  task->done = do_task (self, task);
  if (!task->changed)
    return;
  HvOutlook *outlook = hv_outlook_new (self->latest, self->latest_outlook);
  hv_outlook_unref (self->latest_outlook);
  self->latest_outlook = outlook;
  task->roster = hv_roster_ref (self->latest);
  task->outlook = hv_outlook_ref (outlook);
}

/* Back on the main context: the new snapshot becomes the one that is shown. */
static void
take_over (HvWorkspace *self, Task *task)
{
  if (task->done && task->step.id != 0)
    self->saved_at = task->step.at;
  if (!task->changed)
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
  Task *task;             /* owned */
  GMainContext *context;  /* owned */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->workspace);
  task_free (errand->task);
  g_main_context_unref (errand->context);
  g_free (errand);
}

static gboolean
errand_done_cb (gpointer data)
{
  Errand *errand = data;
  Task *task = errand->task;
  HvWorkspace *self = errand->workspace;
  take_over (self, task);
  if (task->answer == NULL)
    {
      self->looking = false;
      if (task->error != NULL)
        g_signal_emit (self, signals[FAILED], 0, task->error);
      return G_SOURCE_REMOVE;
    }
  g_autoptr (GTask) answer = g_steal_pointer (&task->answer);
  if (task->done && task->kind == TASK_ASK)
    g_task_return_pointer (answer, g_steal_pointer (&task->found), task->free_found);
  else if (task->done)
    g_task_return_pointer (answer, g_memdup2 (&task->step, sizeof task->step), g_free);
  else
    g_task_return_error (answer, g_steal_pointer (&task->error));
  return G_SOURCE_REMOVE;
}

/* Always through a source: g_main_context_invoke () would answer in this thread while
 * nobody runs the context for a moment. */
static void
work_cb (gpointer data, gpointer unused)
{
  Errand *errand = data;
  carry_out (errand->workspace, errand->task);
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, errand_done_cb, errand, (GDestroyNotify)errand_free);
  g_source_attach (source, errand->context);
}

static void
send (HvWorkspace *self, Task *task)
{
  if (self->worker == NULL)
    self->worker = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);
  Errand *errand = g_new0 (Errand, 1);
  errand->workspace = g_object_ref (self);
  errand->task = task;
  errand->context = g_main_context_ref_thread_default ();
  g_thread_pool_push (self->worker, errand, NULL);
}

static void
send_with_answer (HvWorkspace *self, Task *task, GAsyncReadyCallback done, gpointer data)
{
  task->answer = g_task_new (self, NULL, done, data);
  send (self, task);
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

/* --- commands --- */

static bool
do_now (HvWorkspace *self, Task *made, HvStep *ret_step, GError **error)
{
  g_autoptr (Task) task = made;
  carry_out (self, task);
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

static Task *
make_show (HvWeek from, HvWeek until)
{
  Task *task = task_new (TASK_SHOW);
  task->from = from;
  task->until = until;
  return task;
}

static Task *
make_commit (HvEdit *edit)
{
  Task *task = task_new (TASK_COMMIT);
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
  return do_now (self, task_new (TASK_SHOW_ALL), NULL, error);
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
  return do_now (self, task_new (TASK_UNDO), ret_step, error);
}

bool
hv_workspace_redo (HvWorkspace *self, HvStep *ret_step, GError **error)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), false);
  return do_now (self, task_new (TASK_REDO), ret_step, error);
}

void
hv_workspace_undo_async (HvWorkspace *self, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, task_new (TASK_UNDO), done, data);
}

void
hv_workspace_redo_async (HvWorkspace *self, GAsyncReadyCallback done, gpointer data)
{
  g_return_if_fail (HV_IS_WORKSPACE (self));
  send_with_answer (self, task_new (TASK_REDO), done, data);
}

static Task *
make_erase (HvErasure *erasure)
{
  Task *task = task_new (TASK_ERASE);
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
  Task *task = task_new (TASK_ASK);
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
  return do_now (self, task_new (TASK_REFRESH), NULL, error);
}

static gboolean
look_cb (gpointer data)
{
  HvWorkspace *self = data;
  if (self->looking)
    return G_SOURCE_CONTINUE;
  self->looking = true;
  send (self, task_new (TASK_REFRESH));
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
  return self->store;
}

const char *
hv_workspace_get_path (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return hv_store_get_where (self->store);
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
  return hv_store_get_read_only_reason (self->store);
}

const char *
hv_workspace_get_who (HvWorkspace *self)
{
  g_return_val_if_fail (HV_IS_WORKSPACE (self), NULL);
  return self->who;
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
static char *
find_who (void)
{
  const char *who = g_getenv ("HUSVAGT_WHO");
  if (who == NULL || who[0] == '\0')
    who = g_get_user_name ();
  return g_strdup (who);
}

HvWorkspace *
hv_workspace_open (const char *path, HvWorkspaceFlags flags, GError **error)
{
  HvStoreFlags store_flags =
      (flags & HV_WORKSPACE_CREATE ? HV_STORE_CREATE : 0) | (flags & HV_WORKSPACE_READ_ONLY ? HV_STORE_READ_ONLY : 0);
  g_autoptr (HvStore) store = hv_store_open (path, store_flags, error);
  if (store == NULL)
    return NULL;

  /* People and places, and a week to stand in until one is asked for. */
  HvWeek week = hv_week_of_day ((HvDay)(g_get_real_time () / G_USEC_PER_SEC / 86400));
  HvRoster *roster;
  if (!hv_store_load_roster (store, week, week, HV_LOAD_PLAIN, &roster, error))
    return NULL;

  HvWorkspace *self = g_object_new (HV_TYPE_WORKSPACE, NULL);
  self->store = g_steal_pointer (&store);
  self->latest = roster;
  self->latest_outlook = hv_outlook_new (roster, NULL);
  self->roster = hv_roster_ref (roster);
  self->outlook = hv_outlook_ref (self->latest_outlook);
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
  g_clear_pointer (&self->latest, hv_roster_unref);
  g_clear_pointer (&self->latest_outlook, hv_outlook_unref);
  g_clear_pointer (&self->store, hv_store_close);
  g_hash_table_unref (self->zones);
  g_free (self->who);
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
  self->who = find_who ();
}
