/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A roster of all weeks there are, for what must not overlook any of them: the snapshot
 * that is shown has only the weeks in view.
 */

#include "hv-workspace.h"

G_BEGIN_DECLS

void hv_all_weeks_load_async (HvWorkspace *workspace, GAsyncReadyCallback done, gpointer data);

/* The caller owns the roster. */
HvRoster *hv_all_weeks_load_finish (HvWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
