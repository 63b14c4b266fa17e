/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvShelf: all records of one kind in a roster, and the ways to find one; private
 * to core.
 *
 * A shelf is immutable and atomically reference-counted, so that rosters share the
 * shelves which an edit does not touch. The next shelf is made from the last by
 * what leaves and what enters, and costs little more than copying its pointers.
 *
 * Records are in the order hv-roster.h promises. A group holds those that name the
 * same owner, in the same order: one set of groups per kind of owner that the field
 * table refers to (a pair is in the groups of both its people).
 */

#include "hv-record.h"

G_BEGIN_DECLS

typedef struct _HvShelf HvShelf;

HvShelf *hv_shelf_new (HvKind kind);
HvShelf *hv_shelf_ref (HvShelf *shelf);
void hv_shelf_unref (HvShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvShelf, hv_shelf_unref)

/* The shelf without the records that have the ids of `leaving`, and with those of
 * `entering`, each in the place of the one with its id; of two in `entering` with
 * one id the later stays. Both arrays are lent and may be NULL. */
HvShelf *hv_shelf_change (HvShelf *shelf, const GPtrArray *leaving, const GPtrArray *entering);

const GPtrArray *hv_shelf_get_records (const HvShelf *shelf);
gpointer hv_shelf_find (const HvShelf *shelf, HvId id);
gpointer hv_shelf_find_ext (const HvShelf *shelf, const char *ext);

/* NULL when nothing names the owner. */
const GPtrArray *hv_shelf_find_group (const HvShelf *shelf, HvKind owner_kind, HvId owner);
bool hv_shelf_has_groups (const HvShelf *shelf, HvKind owner_kind);

/* The search key of the i-th record's name; houses, roles and volunteers only. */
const char *hv_shelf_get_name_key (const HvShelf *shelf, guint i);

G_END_DECLS
