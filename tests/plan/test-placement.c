/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-obstacle.h"
#include "hv-placement.h"

static HvEdit *
assign (const HvRoster *roster, const HvPlacement *placement, const char *reason, GError **error)
{
  return hv_placement_assign (roster, placement, HV_ORIGIN_HAND, false, reason, HV_LANGUAGE_EN, new_source (), error);
}

static const HvAssignment *
get_only_put (const HvEdit *edit)
{
  g_assert_cmpint (edit->puts->len, ==, 1);
  g_assert_false (g_array_index (edit->puts, HvPut, 0).remove);
  return g_array_index (edit->puts, HvPut, 0).record;
}

static void
test_assign (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift_id = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);

  HvPlacement placement = hv_placement_new (shift, ANNA);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = hv_placement_assign (roster, &placement, HV_ORIGIN_FILLED, true, "not asked for",
                                                 HV_LANGUAGE_EN, new_source (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (edit->verb, ==, "assign");
  g_assert_cmpint (edit->warnings->len, ==, 0);
  const HvAssignment *put = get_only_put (edit);
  g_assert_cmpint (put->house, ==, TORRING);
  g_assert_cmpint (put->shift, ==, shift_id);
  g_assert_cmpint (put->volunteer, ==, ANNA);
  g_assert_cmpint (put->state, ==, HV_STATE_PLANNED);
  g_assert_cmpint (put->origin, ==, HV_ORIGIN_FILLED);
  g_assert_cmpint (put->locked, ==, 1);
  g_assert_cmpint (put->starts, ==, shift->starts);
  g_assert_cmpint (put->ends, ==, shift->ends);
  g_assert_cmpint (put->own_span, ==, 0);
  g_assert_null (put->reason);
  g_assert_nonnull (put->uid);

  /* Her own time: came 11:30. */
  placement.span = span ("2026-05-06", "11:30", "13:00");
  g_autoptr (HvEdit) later = assign (roster, &placement, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_only_put (later)->starts, ==, placement.span.from);
  g_assert_cmpint (get_only_put (later)->own_span, ==, 1);
}

/* A6 a and c: a reason is needed and kept; a warning is given and needs none. */
static void
test_reason (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *reason;
    const char *error; /* NULL: allowed */
    const char *kept;
    const char *warning;
  } cases[] = {
    { "12:30", "14:00", NULL, "overlap", NULL, NULL },
    { "12:30", "14:00", "", "overlap", NULL, NULL },
    { "12:30", "14:00", " \n ", "overlap", NULL, NULL },
    { "12:30", "14:00", "150480-1234", "identity-number", NULL, NULL },
    { "13:15", "15:00", "150480-1234", "identity-number", NULL, NULL },
    { "12:30", "14:00", "half a letter \xc3", "bad-input", NULL, NULL },
    { "12:30", "14:00", " helps out for an hour\n", NULL, "helps out for an hour", NULL },
    { "13:15", "15:00", NULL, NULL, NULL, "travel" },
    { "13:15", "15:00", "needless", NULL, NULL, "travel" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      world_add_travel (world, TORRING, HEDENSTED, 25);
      world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3), BO);
      HvId shift = world_open (world, HEDENSTED, IT, "2026-05-06", cases[i].from, cases[i].to, 3);
      g_autoptr (HvRoster) roster = world_end (world);

      HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), BO);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = assign (roster, &placement, cases[i].reason, &error);
      if (cases[i].error != NULL)
        {
          g_assert_null (edit);
          g_assert_cmpstr (hv_error_get_name (error), ==, cases[i].error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (get_only_put (edit)->reason, ==, cases[i].kept);
      g_assert_cmpint (edit->warnings->len, ==, cases[i].warning != NULL);
      if (cases[i].warning != NULL)
        g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).code, ==, cases[i].warning);
    }
}

/* A7: no reason puts the same volunteer twice on one shift; nor do undo and redo, which
 * lead back to rosters that hold one of each. */
static void
test_twice (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  g_autoptr (HvRoster) before = world_end (world);
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (before, shift), ANNA);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = assign (before, &placement, NULL, &error);
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);

  placement.shift = hv_roster_find_shift (after, shift);
  static const char *const reasons[] = { NULL, "", "she insists" };
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_assert_null (assign (after, &placement, reasons[i], &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_TWICE);
      g_clear_error (&error);
    }

  /* Nor with what is pending in the same step: pasted twice. */
  g_autoptr (HvPending) pending = hv_pending_new ();
  hv_pending_add (pending, get_only_put (edit));
  placement.shift = hv_roster_find_shift (before, shift);
  placement.pending = pending;
  g_assert_null (assign (before, &placement, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_TWICE);
}

/* A trainee may be added beside the others without a reason. */
static void
test_trainee (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
  world_set_level (world, LEIF, IT, HV_LEVEL_TRAINEE);
  g_autoptr (HvRoster) roster = world_end (world);
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), LEIF);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = assign (roster, &placement, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edit->warnings->len, ==, 1);
  g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).code, ==, "trainee");
}

/* Whoever called off and comes back takes up the same record: a calendar then shows the
 * same entry again. */
static void
test_comes_back (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  HvId own = world_assign (world, shift, ANNA);
  HvAssignment *called_off = world_get (world, HV_KIND_ASSIGNMENT, own);
  called_off->state = HV_STATE_CALLED_OFF;
  hv_set_text (&called_off->reason, "an old reason");
  hv_set_text (&called_off->uid, "u1");
  g_autoptr (HvRoster) roster = world_end (world);

  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), ANNA);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = assign (roster, &placement, NULL, &error);
  g_assert_no_error (error);
  const HvAssignment *put = get_only_put (edit);
  g_assert_cmpint (put->r.id, ==, own);
  g_assert_cmpint (put->state, ==, HV_STATE_PLANNED);
  g_assert_cmpstr (put->uid, ==, "u1");
  g_assert_null (put->reason);
}

/* Moved to another shift, an assignment stays the same calendar entry. */
static void
test_move (void)
{
  g_autoptr (World) world = world_new ();
  HvId first = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  HvId second = world_open (world, HEDENSTED, IT, "2026-05-06", "12:00", "15:00", 3);
  HvId own = world_assign (world, first, ANNA);
  HvId old = world_assign (world, second, ANNA);
  ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, old))->state = HV_STATE_CALLED_OFF;
  g_autoptr (HvRoster) roster = world_end (world);

  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, second), ANNA);
  placement.moved = hv_roster_find_assignment (roster, own);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = assign (roster, &placement, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (edit->verb, ==, "move");

  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  const HvAssignment *moved = hv_roster_find_assignment (after, own);
  g_assert_cmpint (moved->shift, ==, second);
  g_assert_cmpint (moved->house, ==, HEDENSTED);
  g_assert_cmpint (moved->starts, ==, at ("2026-05-06", "12:00"));
  g_assert_null (hv_roster_find_assignment (after, old));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placement/assign", test_assign);
  g_test_add_func ("/placement/reason", test_reason);
  g_test_add_func ("/placement/twice", test_twice);
  g_test_add_func ("/placement/trainee", test_trainee);
  g_test_add_func ("/placement/comes-back", test_comes_back);
  g_test_add_func ("/placement/move", test_move);
  return g_test_run ();
}
