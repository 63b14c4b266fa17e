/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-pending.h"

struct _HvPending
{
  GHashTable *by_id;        /* HvId → HvAssignment, owned */
  GHashTable *by_shift;     /* HvId → GPtrArray of lent HvAssignment */
  GHashTable *by_volunteer; /* the same */
};

HvPending *
hv_pending_new (void)
{
  HvPending *pending = g_new0 (HvPending, 1);
  pending->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, hv_record_unref);
  pending->by_shift = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  pending->by_volunteer =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return pending;
}

void
hv_pending_free (HvPending *pending)
{
  g_hash_table_unref (pending->by_volunteer);
  g_hash_table_unref (pending->by_shift);
  g_hash_table_unref (pending->by_id);
  g_free (pending);
}

static void
add_to (GHashTable *lists, HvId owner, gpointer assignment)
{
  GPtrArray *list = g_hash_table_lookup (lists, &owner);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, g_memdup2 (&owner, sizeof owner), list);
    }
  g_ptr_array_add (list, assignment);
}

static void
remove_from (GHashTable *lists, HvId owner, gpointer assignment)
{
  GPtrArray *list = g_hash_table_lookup (lists, &owner);
  g_ptr_array_remove (list, assignment);
}

void
hv_pending_add (HvPending *pending, const HvAssignment *assignment)
{
  HvAssignment *earlier = g_hash_table_lookup (pending->by_id, &assignment->r.id);
  if (earlier != NULL)
    {
      remove_from (pending->by_shift, earlier->shift, earlier);
      remove_from (pending->by_volunteer, earlier->volunteer, earlier);
    }

  HvAssignment *held = hv_record_ref (assignment);
  g_hash_table_replace (pending->by_id, &held->r.id, held);
  add_to (pending->by_shift, held->shift, held);
  add_to (pending->by_volunteer, held->volunteer, held);
}

bool
hv_pending_replaces (const HvPending *pending, HvId assignment)
{
  return pending != NULL && g_hash_table_contains (pending->by_id, &assignment);
}

const GPtrArray *
hv_pending_list_of_volunteer (const HvPending *pending, HvId volunteer)
{
  return pending != NULL ? g_hash_table_lookup (pending->by_volunteer, &volunteer) : NULL;
}

GPtrArray *
hv_pending_list (const HvPending *pending, const HvRoster *roster, HvKind owner_kind, HvId owner)
{
  g_return_val_if_fail (owner_kind == HV_KIND_SHIFT || owner_kind == HV_KIND_VOLUNTEER, NULL);

  const GPtrArray *stored = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, owner_kind, owner);
  GPtrArray *list = g_ptr_array_sized_new (stored->len + 1);
  for (guint i = 0; i < stored->len; i++)
    {
      HvAssignment *assignment = g_ptr_array_index (stored, i);
      if (!hv_pending_replaces (pending, assignment->r.id))
        g_ptr_array_add (list, assignment);
    }
  if (pending == NULL)
    return list;

  const GPtrArray *added =
      g_hash_table_lookup (owner_kind == HV_KIND_SHIFT ? pending->by_shift : pending->by_volunteer, &owner);
  for (guint i = 0; added != NULL && i < added->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (added, i));
  return list;
}
