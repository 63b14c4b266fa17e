/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Publishing a week from beginning to end: its draft with what the store knows beyond
 * the snapshot, the step, and the folder of calendars. The functions may be called on
 * the workspace's own thread (hv_workspace_ask_async ()): they touch the store and the
 * roster they are given, nothing else.
 */

#include "hv-choice.h"
#include "hv-draft.h"
#include "hv-feed-folder.h"
#include "hv-outlook.h"
#include "hv-store.h"

G_BEGIN_DECLS

/* The draft of a week; the outlook says how many people each shift needs. */
HvDraft *hv_publishing_draft (HvStore *store, const HvRoster *roster, const HvOutlook *outlook, HvWeek week,
                              GError **error);

/* The step that publishes the draft, now. */
HvEdit *hv_publishing_make (const HvDraft *draft);

/* Writes the calendars of all volunteers and houses that changed into a folder. The
 * roster is the one after publishing. */
bool hv_publishing_write (HvStore *store, const HvRoster *roster, const char *folder, HvFeedFolderCount *ret_count,
                          GError **error);

/* One calendar as a file to take home, without its secret address: what is published of
 * the chosen weeks. The caller owns it. */
char *hv_publishing_export (HvStore *store, const HvRoster *roster, HvOwner owner_kind, HvId owner,
                            const HvChoice *choice, GError **error);

G_END_DECLS
