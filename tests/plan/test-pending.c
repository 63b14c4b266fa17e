/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-pending.h"

static HvAssignment *
copy_to (const HvAssignment *assignment, HvId shift, HvId volunteer)
{
  HvAssignment *copy = hv_record_copy (assignment);
  copy->shift = shift;
  copy->volunteer = volunteer;
  return copy;
}

static guint
count (const HvPending *pending, const HvRoster *roster, HvKind kind, HvId owner)
{
  g_autoptr (GPtrArray) list = hv_pending_list (pending, roster, kind, owner);
  return list->len;
}

static void
test_list (void)
{
  g_autoptr (World) world = world_new ();
  HvId first = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  HvId second = world_open (world, HEDENSTED, IT, "2026-05-07", "10:00", "13:00", 3);
  HvId own = world_assign (world, first, ANNA);
  world_assign (world, first, BO);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvAssignment *stored = hv_roster_find_assignment (roster, own);

  g_assert_cmpint (count (NULL, roster, HV_KIND_SHIFT, first), ==, 2);
  g_assert_false (hv_pending_replaces (NULL, own));
  g_assert_null (hv_pending_list_of_volunteer (NULL, ANNA));

  /* Anna moves to the second shift … */
  g_autoptr (HvPending) pending = hv_pending_new ();
  g_autoptr (HvAssignment) moved = copy_to (stored, second, ANNA);
  hv_pending_add (pending, moved);
  g_assert_true (hv_pending_replaces (pending, own));
  g_assert_cmpint (count (pending, roster, HV_KIND_SHIFT, first), ==, 1);
  g_assert_cmpint (count (pending, roster, HV_KIND_SHIFT, second), ==, 1);
  g_assert_cmpint (count (pending, roster, HV_KIND_VOLUNTEER, ANNA), ==, 1);
  g_assert_cmpint (hv_pending_list_of_volunteer (pending, ANNA)->len, ==, 1);

  /* … and then gives it to Carla: the last word counts. */
  g_autoptr (HvAssignment) given = copy_to (stored, second, CARLA);
  hv_pending_add (pending, given);
  g_assert_cmpint (count (pending, roster, HV_KIND_SHIFT, second), ==, 1);
  g_assert_cmpint (count (pending, roster, HV_KIND_VOLUNTEER, ANNA), ==, 0);
  g_assert_cmpint (count (pending, roster, HV_KIND_VOLUNTEER, CARLA), ==, 1);

  /* A new one beside it. */
  g_autoptr (HvAssignment) added = hv_record_new (HV_KIND_ASSIGNMENT, 5000);
  added->shift = second;
  added->volunteer = DAN;
  hv_pending_add (pending, added);
  g_assert_cmpint (count (pending, roster, HV_KIND_SHIFT, second), ==, 2);
  g_assert_cmpint (count (pending, roster, HV_KIND_VOLUNTEER, BO), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pending/list", test_list);
  return g_test_run ();
}
