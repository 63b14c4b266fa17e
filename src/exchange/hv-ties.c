/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-ties.h"

static int
compare_positions_cb (gconstpointer a, gconstpointer b)
{
  const HvTie *one = *(const HvTie *const *)a, *other = *(const HvTie *const *)b;
  return (one->position > other->position) - (one->position < other->position);
}

GPtrArray *
hv_ties_list (const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *stored = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  GPtrArray *ties = g_ptr_array_sized_new (stored->len);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (ties, stored->pdata[i]);
  g_ptr_array_sort (ties, compare_positions_cb);
  return ties;
}
