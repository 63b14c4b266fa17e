/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvClerk: keeps the data file of a workspace, and knows the newest snapshot of it.
 *
 * The clerk carries out one task at a time, on whatever thread it is called: the
 * caller's for the plain commands of the workspace, the workspace's own for the others.
 * It knows nothing of signals and main contexts. Before the first change of a day it
 * makes a backup.
 */

#include "hv-task.h"

G_BEGIN_DECLS

typedef struct HvClerk HvClerk;

/* Takes over the store, also when that fails, and loads people and places, and a week in
 * which there is nothing, until one is asked for: what a week means takes seconds where
 * there are hundreds of houses, and nobody waits for it before the window is there. `who` is whom the change log names.
 */
HvClerk *hv_clerk_new (HvStore *store, const char *who, GError **error);
void hv_clerk_free (HvClerk *clerk); /* NULL is no clerk */

/* Writes the task's outcome into it; the snapshot too when it has become another. */
void hv_clerk_carry_out (HvClerk *clerk, HvTask *task);

/* Lent. The snapshot and what it means only until the next task. */
HvStore *hv_clerk_get_store (HvClerk *clerk);
const char *hv_clerk_get_who (HvClerk *clerk);
HvRoster *hv_clerk_get_roster (HvClerk *clerk);
HvOutlook *hv_clerk_get_outlook (HvClerk *clerk);

G_END_DECLS
