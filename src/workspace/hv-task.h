/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvTask: one thing to do with the data of a workspace, and what came of it.
 *
 * The workspace writes a task, the clerk carries it out (hv-clerk.h), perhaps on another
 * thread, and the workspace takes the outcome over. Nobody else holds it meanwhile.
 */

#include "hv-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  HV_TASK_SHOW,     /* the weeks from … until */
  HV_TASK_SHOW_ALL, /* every week */
  HV_TASK_COMMIT,
  HV_TASK_UNDO,
  HV_TASK_REDO,
  HV_TASK_REFRESH,
  HV_TASK_ERASE,
  HV_TASK_ASK,
} HvTaskKind;

typedef struct
{
  HvTaskKind kind;
  HvWeek from;
  HvWeek until;
  HvEdit *edit;       /* owned */
  HvErasure *erasure; /* owned */
  HvWorkspaceAsk ask;
  gpointer question; /* owned, by free_question */
  GDestroyNotify free_question;

  /* the outcome */
  bool done;
  GError *error;    /* why not */
  HvKind lost_kind; /* the record that was in the way of an edit; HV_N_KINDS: none */
  HvId lost_id;
  HvStep step;
  HvRoster *roster;   /* owned; NULL when it is the one from before */
  HvOutlook *outlook; /* owned, with roster */
  gpointer found;     /* owned, by free_found */
  GDestroyNotify free_found;
} HvTask;

HvTask *hv_task_new (HvTaskKind kind);
void hv_task_free (HvTask *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvTask, hv_task_free)

G_END_DECLS
