/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvIndex: ids → pointers; private to core.
 *
 * A snapshot makes a new index for nearly every edit, and it differs from the last
 * one in a record or two. So this is a table that is copied in one piece (a
 * GHashTable would be filled again, entry by entry: ten times slower). Values are
 * never NULL. With the two functions, the index owns a reference of each value.
 */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HvIndex HvIndex;
typedef gpointer (*HvIndexRef) (gpointer value);

HvIndex *hv_index_new (HvIndexRef ref, GDestroyNotify unref);
HvIndex *hv_index_copy (const HvIndex *index);
void hv_index_free (HvIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvIndex, hv_index_free)

gpointer hv_index_find (const HvIndex *index, gint64 id);
void hv_index_take (HvIndex *index, gint64 id, gpointer value); /* replaces; swallows the value */
void hv_index_remove (HvIndex *index, gint64 id);

G_END_DECLS
