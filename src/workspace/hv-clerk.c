/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-clerk.h"

#include "hv-backup.h"
#include "hv-edit-premises.h"
#include "hv-error.h"

struct HvClerk
{
  HvStore *store;
  char *who;
  HvRoster *roster; /* the newest, of the weeks in view */
  HvOutlook *outlook;
  gint64 backed_up; /* the day (UTC) of the last look at the backups */
};

/* --- the snapshot --- */

static void
take_roster (HvClerk *clerk, HvTask *task, HvRoster *roster)
{
  hv_roster_unref (clerk->roster);
  clerk->roster = roster;
  g_clear_pointer (&task->roster, hv_roster_unref);
  task->roster = hv_roster_ref (roster);
}

static bool
load (HvClerk *clerk, HvTask *task, HvWeek from, HvWeek until, GError **error)
{
  HvRoster *roster;
  if (!hv_store_load_roster (clerk->store, from, until, HV_LOAD_HISTORY, &roster, error))
    return false;
  take_roster (clerk, task, roster);
  return true;
}

static bool
load_all (HvClerk *clerk, HvTask *task)
{
  HvRoster *roster;
  if (!hv_store_load_everything (clerk->store, &roster, &task->error))
    return false;
  take_roster (clerk, task, roster);
  return true;
}

/* What others have done meanwhile. A restored backup means loading anew. */
static bool
fetch_news (HvClerk *clerk, HvTask *task, GError **error)
{
  g_autoptr (HvEdit) edit = NULL;
  bool reload = false;
  if (!hv_store_fetch_news (clerk->store, &edit, &reload, error))
    return false;
  if (reload)
    return load (clerk, task, hv_roster_get_from (clerk->roster), hv_roster_get_until (clerk->roster), error);
  if (edit != NULL && !hv_edit_is_empty (edit))
    take_roster (clerk, task, hv_roster_apply (clerk->roster, edit));
  return true;
}

/* Before the first change of a day. A backup that cannot be made is no reason to lose
 * the change: `verify` and the preferences say how old the newest one is. */
static void
back_up_daily (HvClerk *clerk)
{
  gint64 day = g_get_real_time () / G_USEC_PER_SEC / 86400;
  if (clerk->backed_up == day)
    return;
  clerk->backed_up = day;
  g_autofree char *folder = hv_backup_dup_folder (hv_store_get_where (clerk->store));
  hv_store_backup_if_due (clerk->store, folder, HV_BACKUP_DAILY, NULL, NULL);
}

static bool
commit (HvClerk *clerk, HvTask *task, bool undoable)
{
  hv_edit_trim (task->edit, clerk->roster);
  if (hv_edit_is_empty (task->edit))
    return true;
  back_up_daily (clerk);

  g_autoptr (HvEditPremises) premises = hv_edit_premises_new (task->edit, clerk->roster, clerk->outlook);
  /* With its first step an organisation begins: there is nothing to go back to. */
  bool begins = g_str_equal (task->edit->verb, "init");
  HvStepInfo info = { .who = clerk->who, .client = "husvagt", .undoable = undoable && !begins };
  hv_edit_premises_tell (premises, &info);
  if (!hv_store_apply (clerk->store, task->edit, &info, &task->step, &task->error))
    {
      /* Show what the other one did; their change is why this one was refused. */
      if (g_error_matches (task->error, HV_ERROR, HV_ERROR_CONFLICT))
        {
          const HvConflict *lost = hv_store_get_conflict (clerk->store);
          task->lost_kind = lost->kind;
          task->lost_id = lost->id;
          fetch_news (clerk, task, NULL);
        }
      return false;
    }
  take_roster (clerk, task, hv_roster_apply (clerk->roster, task->edit));
  return true;
}

static bool
step_back (HvClerk *clerk, HvTask *task)
{
  g_autoptr (HvEdit) edit = NULL;
  bool done = task->kind == HV_TASK_UNDO ? hv_store_undo (clerk->store, clerk->who, &task->step, &edit, &task->error)
                                         : hv_store_redo (clerk->store, clerk->who, &task->step, &edit, &task->error);
  if (!done)
    return false;
  take_roster (clerk, task, hv_roster_apply (clerk->roster, edit));
  return true;
}

static bool
erase (HvClerk *clerk, HvTask *task)
{
  HvErasure *erasure = task->erasure;
  task->edit = g_steal_pointer (&erasure->edit);
  return commit (clerk, task, false)
         && hv_store_forget (clerk->store, erasure->volunteer, (const char *const *)erasure->words, &task->error);
}

static bool
ask (HvClerk *clerk, HvTask *task)
{
  task->found = task->ask (clerk->store, clerk->roster, task->question, &task->error);
  return task->error == NULL;
}

static bool
refresh (HvClerk *clerk, HvTask *task)
{
  return !hv_store_has_news (clerk->store) || fetch_news (clerk, task, &task->error);
}

static bool
do_task (HvClerk *clerk, HvTask *task)
{
  switch (task->kind)
    {
    case HV_TASK_SHOW:
      return load (clerk, task, task->from, task->until, &task->error);
    case HV_TASK_SHOW_ALL:
      return load_all (clerk, task);
    case HV_TASK_COMMIT:
      return commit (clerk, task, true);
    case HV_TASK_UNDO:
    case HV_TASK_REDO:
      return step_back (clerk, task);
    case HV_TASK_REFRESH:
      return refresh (clerk, task);
    case HV_TASK_ERASE:
      return erase (clerk, task);
    case HV_TASK_ASK:
      return ask (clerk, task);
    default:
      g_assert_not_reached ();
    }
}

void
hv_clerk_carry_out (HvClerk *clerk, HvTask *task)
{
  task->done = do_task (clerk, task);
  if (task->roster == NULL)
    return;
  HvOutlook *outlook = hv_outlook_new (clerk->roster, clerk->outlook);
  hv_outlook_unref (clerk->outlook);
  clerk->outlook = outlook;
  task->outlook = hv_outlook_ref (outlook);
}

/* --- questions and life --- */

HvStore *
hv_clerk_get_store (HvClerk *clerk)
{
  return clerk->store;
}

const char *
hv_clerk_get_who (HvClerk *clerk)
{
  return clerk->who;
}

HvRoster *
hv_clerk_get_roster (HvClerk *clerk)
{
  return clerk->roster;
}

HvOutlook *
hv_clerk_get_outlook (HvClerk *clerk)
{
  return clerk->outlook;
}

HvClerk *
hv_clerk_new (HvStore *store, const char *who, GError **error)
{
  HvWeek week = hv_week_add (hv_week_of_day (HV_DAY_FIRST), 1);
  HvRoster *roster;
  if (!hv_store_load_roster (store, week, week, HV_LOAD_PLAIN, &roster, error))
    {
      hv_store_close (store);
      return NULL;
    }
  HvClerk *clerk = g_new0 (HvClerk, 1);
  clerk->store = store;
  clerk->who = g_strdup (who);
  clerk->roster = roster;
  clerk->outlook = hv_outlook_new (roster, NULL);
  return clerk;
}

void
hv_clerk_free (HvClerk *clerk)
{
  if (clerk == NULL)
    return;
  hv_outlook_unref (clerk->outlook);
  hv_roster_unref (clerk->roster);
  hv_store_close (clerk->store);
  g_free (clerk->who);
  g_free (clerk);
}
