/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-assignment-edit.h"
#include "hv-error.h"

#include <string.h>

static const HvAssignment *
find (const HvRoster *roster, HvId assignment)
{
  return hv_roster_find_assignment (roster, assignment);
}

/* The roster after an edit that must be there; swallows the edit. */
static HvRoster *
apply (const HvRoster *roster, HvEdit *made)
{
  g_autoptr (HvEdit) edit = made;
  g_assert_nonnull (edit);
  return hv_roster_apply (roster, edit);
}

static void
test_unassign (void)
{
  g_autoptr (World) world = world_new ();
  HvId id = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  HvId anna = world_assign (world, id, ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, id);
  g_autoptr (HvRoster) after = apply (roster, hv_assignment_edit_unassign (roster, shift, ANNA, new_source (), NULL));
  g_assert_null (find (after, anna));

  g_autoptr (GError) error = NULL;
  g_assert_null (hv_assignment_edit_unassign (roster, shift, BO, new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Bo Vestermark"));
  g_assert_nonnull (strstr (error->message, "Juelsminde"));
}

/* Everything on one date, whatever the house; what was called off already, or has been,
 * and other days stay. A night belongs to the day it begins. */
static void
test_call_off (void)
{
  static const struct
  {
    const char *day;
    bool any;
    const char *states; /* morning, evening, night, next day: p planned, c called off, n no show */
  } cases[] = {
    { "2026-05-09", true, "ccnp" },
    { "2026-05-10", true, "ppnc" },
    { "2026-05-11", false, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId duties[] = {
        world_assign (world, world_open (world, JUELSMINDE, IT, "2026-05-09", "10:00", "13:00", 1), ANNA),
        world_assign (world, world_open (world, ONLINE, IT, "2026-05-09", "22:00", "06:00", 1), ANNA),
        world_assign (world, world_open (world, TORRING, IT, "2026-05-09", "14:00", "16:00", 1), ANNA),
        world_assign (world, world_open (world, HEDENSTED, IT, "2026-05-10", "10:00", "13:00", 1), ANNA),
      };
      ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, duties[2]))->state = HV_STATE_NO_SHOW;
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_assignment_edit_call_off (roster, hv_roster_find_volunteer (roster, ANNA),
                                                             day (cases[i].day), new_source (), &error);
      g_assert_true ((edit != NULL) == cases[i].any);
      if (edit == NULL)
        {
          g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
          continue;
        }
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      char states[G_N_ELEMENTS (duties) + 1] = "";
      for (gsize j = 0; j < G_N_ELEMENTS (duties); j++)
        states[j] = "pcs-n"[find (after, duties[j])->state];
      g_assert_cmpstr (states, ==, cases[i].states);
    }
}

static void
test_lock_and_state (void)
{
  g_autoptr (World) world = world_new ();
  HvId id = world_assign (world, world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3), ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvRoster) locked =
      apply (roster, hv_assignment_edit_set_locked (roster, find (roster, id), true, new_source ()));
  g_assert_cmpint (find (locked, id)->locked, ==, 1);
  g_autoptr (HvRoster) free =
      apply (locked, hv_assignment_edit_set_locked (locked, find (locked, id), false, new_source ()));
  g_assert_true (hv_record_equal (find (free, id), find (roster, id)));
  g_autoptr (HvRoster) present =
      apply (roster, hv_assignment_edit_set_state (roster, find (roster, id), HV_STATE_PRESENT, new_source ()));
  g_assert_cmpint (find (present, id)->state, ==, HV_STATE_PRESENT);
}

/* Own times of somebody on Monday 10–13. */
static void
test_times (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    bool good;
    bool own;
  } cases[] = {
    { "10:30", "13:00", true, true }, { "10:00", "13:00", true, false },
    { "09:00", "14:00", true, true }, { "22:00", "30:00", true, true }, /* past midnight */
    { "10:00", "10:01", true, true }, { "10:00", "48:00", true, true },
  };
  g_autoptr (World) world = world_new ();
  HvId id = world_assign (world, world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3), ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvSpan time = { at (MONDAY, cases[i].from), at (MONDAY, cases[i].to) };
      g_autoptr (HvRoster) after =
          apply (roster, hv_assignment_edit_set_times (roster, find (roster, id), time, new_source (), NULL));
      g_assert_cmpint (find (after, id)->starts, ==, time.from);
      g_assert_cmpint (find (after, id)->ends, ==, time.to);
      g_assert_cmpint (find (after, id)->own_span, ==, cases[i].own);
    }

  const HvSpan bad[] = {
    { at (MONDAY, "13:00"), at (MONDAY, "10:00") },             /* end before start */
    { at (MONDAY, "10:00"), at (MONDAY, "10:00") },             /* nothing */
    { at ("2026-05-01", "10:00"), at ("2026-05-01", "13:00") }, /* three days before */
    { at ("2026-05-07", "10:00"), at ("2026-05-07", "13:00") }, /* three days after */
    { at (MONDAY, "10:00"), at ("2026-05-06", "10:01") },       /* longer than two days */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_assignment_edit_set_times (roster, find (roster, id), bad[i], new_source (), &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
    }
}

/* A walk-in helper fills a place, and two of one name are two. */
static void
test_guest (void)
{
  static const struct
  {
    const char *name;
    const char *kept;
    const char *error;
  } cases[] = {
    { " Naboen ", "Naboen", NULL }, { "Gæst: nabo", "Gæst: nabo", NULL },
    { "", NULL, "bad-input" },      { "Per 150480-1234", NULL, "identity-number" },
    { "a\nb", NULL, "bad-input" },
  };
  g_autoptr (World) world = world_new ();
  HvId id = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_assignment_edit_add_guest (roster, shift, cases[i].name, new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const HvAssignment *guest = hv_roster_list (after, HV_KIND_ASSIGNMENT)->pdata[0];
      g_assert_cmpstr (guest->guest, ==, cases[i].kept);
      g_assert_cmpint (guest->volunteer, ==, HV_NONE);
      g_assert_cmpuint (hv_roster_count_filling (after, hv_roster_find_shift (after, id)), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment-edit/unassign", test_unassign);
  g_test_add_func ("/assignment-edit/call-off", test_call_off);
  g_test_add_func ("/assignment-edit/lock-and-state", test_lock_and_state);
  g_test_add_func ("/assignment-edit/times", test_times);
  g_test_add_func ("/assignment-edit/guest", test_guest);
  return g_test_run ();
}
