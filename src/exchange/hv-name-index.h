/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvNameIndex: the houses, roles or volunteers of a roster by the names that a file
 * calls them, for files with a name in every line. It finds what hv_roster_match_house ()
 * and its like find, without looking through everybody each time; only the first
 * names that are unknown are told with the names near them.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct _HvNameIndex HvNameIndex;

/* HV_KIND_HOUSE, ROLE or VOLUNTEER; the roster is lent for as long as the index. */
HvNameIndex *hv_name_index_new (const HvRoster *roster, HvKind kind);
void hv_name_index_free (HvNameIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvNameIndex, hv_name_index_free)

/* The record's id by id or unambiguous name; HV_NONE and an error when there is none. */
HvId hv_name_index_find (HvNameIndex *index, const char *text, GError **error);

/* The name by which a record is found, or its id for files where others share the name.
 * The caller owns it. */
char *hv_name_index_dup_name (HvNameIndex *index, HvId id);

/* Whether a text names one at all. */
bool hv_name_index_has (HvNameIndex *index, const char *text);

G_END_DECLS
