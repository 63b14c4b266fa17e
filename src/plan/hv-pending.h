/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPending: assignments of the step that is being computed, on top of a roster.
 *
 * A step that places several people (a generated week, a swap, a pasted card) must
 * check each of them against the others before there is a roster that holds them
 * all. A pending assignment stands in for the stored one of the same id: to take
 * somebody off for the check, add a copy of their assignment in state `swapped`.
 * The shifts named must be in the roster.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct _HvPending HvPending;

HvPending *hv_pending_new (void);
void hv_pending_free (HvPending *pending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvPending, hv_pending_free)

/* Takes a reference; a later one of the same id replaces an earlier one. */
void hv_pending_add (HvPending *pending, const HvAssignment *assignment);

/* The assignments of a volunteer or of a shift (owner_kind) as they will be; pending
 * may be NULL. New array of lent records: stored ones first, both in order of adding. */
GPtrArray *hv_pending_list (const HvPending *pending, const HvRoster *roster, HvKind owner_kind, HvId owner);

/* Whether the stored assignment of this id is replaced. */
bool hv_pending_replaces (const HvPending *pending, HvId assignment);

/* The pending assignments of a volunteer alone; lent, NULL when there are none. */
const GPtrArray *hv_pending_list_of_volunteer (const HvPending *pending, HvId volunteer);

G_END_DECLS
