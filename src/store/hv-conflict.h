/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Why an edit was refused because of what somebody else did: the sentences, and the
 * store's HvConflict. All answer false with an HV_ERROR, so that a caller can return
 * them. Private to store/. */

#include "hv-store-private.h"

G_BEGIN_DECLS

void hv_conflict_clear (HvConflict *conflict);

/* The record has another version than the one the edit was made from. */
bool hv_conflict_moved_on (HvStore *store, HvDb *db, gconstpointer record, GError **error);

/* The volunteer has the duty `other` at the time of the assignment. */
bool hv_conflict_overlap (HvStore *store, HvDb *db, const HvAssignment *assignment, HvId other, GError **error);

/* What the record hangs on was removed, or was never there. */
bool hv_conflict_lost_parent (HvStore *store, HvDb *db, gconstpointer record, HvKind kind, HvId parent, GError **error);

/* What is to be removed has meanwhile been given something that hangs on it. */
bool hv_conflict_new_child (HvStore *store, HvDb *db, gconstpointer record, HvKind kind, HvId child, GError **error);

/* Somebody has changed something in a house, or of the organisation (0). */
bool hv_conflict_house_moved_on (HvStore *store, HvDb *db, HvId house, GError **error);

/* Somebody has joined a shift; `other` is their assignment. */
bool hv_conflict_joined (HvStore *store, HvDb *db, HvId other, GError **error);

/* After the schema refused a record (HV_ERROR_BAD_INPUT): replaces *error by one that says why. */
bool hv_conflict_explain_constraint (HvStore *store, gconstpointer record, GError **error);

G_END_DECLS
