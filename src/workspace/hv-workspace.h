/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWorkspace: one open organisation, living.
 *
 * It holds the current snapshot (HvRoster) of the weeks in view and what they
 * mean for the visitors (HvOutlook), and it is the only way to change anything:
 * an edit goes in as a value, is made durable by the store in one transaction,
 * and comes out as the next snapshot and one "changed" signal. A change that
 * another program makes on the same data arrives the same way.
 *
 * Commands come in two forms. The plain ones block until the data is durable:
 * for the command line and tests. Those that end in _async do the same work on
 * the workspace's own thread and answer on the main context of the caller: for
 * the window, which must never wait for a disk. They are carried out one after
 * the other, in the order they were asked for. Do not mix both on one workspace
 * while an async one is under way.
 */

#include "hv-edit.h"
#include "hv-erasure.h"
#include "hv-outlook.h"
#include "hv-store.h"
#include "hv-unsaved.h"
#include "hv-zone.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HV_TYPE_WORKSPACE (hv_workspace_get_type ())
G_DECLARE_FINAL_TYPE (HvWorkspace, hv_workspace, HV, WORKSPACE, GObject)

typedef enum
{
  HV_WORKSPACE_CREATE = 1 << 0,    /* make the file when it is missing */
  HV_WORKSPACE_READ_ONLY = 1 << 1, /* never write */
} HvWorkspaceFlags;

/* Opens the organisation at a path. The snapshot is empty of weeks until
 * hv_workspace_show (). A file that can only be read opens read-only. */
HvWorkspace *hv_workspace_open (const char *path, HvWorkspaceFlags flags, GError **error);

/* Where the data is when nobody says: $XDG_DATA_HOME/husvagt/roster.husvagt. */
char *hv_workspace_dup_default_path (void);

const char *hv_workspace_get_path (HvWorkspace *workspace);

/* Whether it holds no house, no volunteer and no role. */
bool hv_workspace_is_empty (HvWorkspace *workspace);

/* Why nothing can be changed, as a sentence; NULL when it can. */
const char *hv_workspace_get_read_only_reason (HvWorkspace *workspace);

/* Whom the change log names: HUSVAGT_WHO, else the name on this machine. */
const char *hv_workspace_get_who (HvWorkspace *workspace);

HvStore *hv_workspace_get_store (HvWorkspace *workspace); /* for questions outside the snapshot */

/* --- the snapshot --- */

/* Takes the weeks in view into the snapshot, with the history the forecast and
 * fairness need. hv_workspace_show_all () takes every week there is. */
bool hv_workspace_show (HvWorkspace *workspace, HvWeek from, HvWeek until, GError **error);
bool hv_workspace_show_all (HvWorkspace *workspace, GError **error);
void hv_workspace_show_async (HvWorkspace *workspace, HvWeek from, HvWeek until, GAsyncReadyCallback done,
                              gpointer data);

const HvRoster *hv_workspace_get_roster (HvWorkspace *workspace);   /* lent until the next change */
const HvOutlook *hv_workspace_get_outlook (HvWorkspace *workspace); /* lent until the next change */

/* Today and now in the organisation's zone. HUSVAGT_TODAY (YYYY-MM-DD) in the
 * environment stands in for today, so that pictures and tests repeat. */
HvMinute hv_workspace_get_now (HvWorkspace *workspace);
HvDay hv_workspace_get_today (HvWorkspace *workspace);
HvWeek hv_workspace_get_this_week (HvWorkspace *workspace);

/* The zone's clock changes, loaded once per zone; lent. An unknown zone is UTC. */
HvZone *hv_workspace_get_zone (HvWorkspace *workspace, const char *name);

/* --- changing --- */

/* An empty edit with fresh ids. */
HvEdit *hv_workspace_begin (HvWorkspace *workspace, const char *verb);

/* Makes an edit durable and takes over the snapshot it leads to. Swallows the
 * edit. An edit that changes nothing succeeds with step id 0. */
bool hv_workspace_commit (HvWorkspace *workspace, HvEdit *edit, HvStep *ret_step, GError **error);
void hv_workspace_commit_async (HvWorkspace *workspace, HvEdit *edit, GAsyncReadyCallback done, gpointer data);

bool hv_workspace_undo (HvWorkspace *workspace, HvStep *ret_step, GError **error);
bool hv_workspace_redo (HvWorkspace *workspace, HvStep *ret_step, GError **error);
void hv_workspace_undo_async (HvWorkspace *workspace, GAsyncReadyCallback done, gpointer data);
void hv_workspace_redo_async (HvWorkspace *workspace, GAsyncReadyCallback done, gpointer data);

/* Forgets a person for good: makes the erasure durable, and takes what the change log
 * remembers of the person away. It cannot be undone, and takes as long as writing the
 * whole file anew. Swallows the erasure. */
bool hv_workspace_erase (HvWorkspace *workspace, HvErasure *erasure, HvStep *ret_step, GError **error);
void hv_workspace_erase_async (HvWorkspace *workspace, HvErasure *erasure, GAsyncReadyCallback done, gpointer data);

/* The answer of any of the _async commands above. */
bool hv_workspace_finish (HvWorkspace *workspace, GAsyncResult *result, HvStep *ret_step, GError **error);

/* After hv_workspace_finish () has said no: the edit that was handed in, for another try.
 * The caller's; NULL when it was no commit. */
HvUnsaved *hv_workspace_take_unsaved (HvWorkspace *workspace, GAsyncResult *result);

/* Looks whether another program has changed the data, and if so takes the new
 * state over; hv_workspace_watch () does so twice a second until it is given up. */
bool hv_workspace_refresh (HvWorkspace *workspace, GError **error);
void hv_workspace_watch (HvWorkspace *workspace);
void hv_workspace_stop (HvWorkspace *workspace);

/* --- asking --- */

/* A question that the snapshot cannot answer. It is put on the workspace's own thread,
 * between edits, to the store and to the newest snapshot; it changes neither. The answer
 * is the caller's; NULL is an answer too, unless the error is set. */
typedef gpointer (*HvWorkspaceAsk) (HvStore *store, const HvRoster *latest, gpointer data, GError **error);
void hv_workspace_ask_async (HvWorkspace *workspace, HvWorkspaceAsk ask, gpointer ask_data, GDestroyNotify free_data,
                             GDestroyNotify free_answer, GAsyncReadyCallback done, gpointer data);
gpointer hv_workspace_ask_finish (HvWorkspace *workspace, GAsyncResult *result, GError **error);

/* When the last edit was made durable, in UTC seconds; 0 before the first. */
gint64 hv_workspace_get_saved_at (HvWorkspace *workspace);

/* signal "changed" (HvWorkspace *): the snapshot is another one
 * signal "failed" (HvWorkspace *, GError *): a refresh went wrong; the snapshot stays readable */

G_END_DECLS
