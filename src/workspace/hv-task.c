/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-task.h"

HvTask *
hv_task_new (HvTaskKind kind)
{
  HvTask *task = g_new0 (HvTask, 1);
  task->kind = kind;
  task->lost_kind = HV_N_KINDS;
  return task;
}

void
hv_task_free (HvTask *task)
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
  g_free (task);
}
