/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-presence.h"

static void
test_is_there (void)
{
  static const struct
  {
    HvState state;
    HvId volunteer;
    bool absent;
    bool trainee;
    bool there;
    guint filling;
  } cases[] = {
    { HV_STATE_PLANNED, ANNA, false, false, true, 1 },     { HV_STATE_PRESENT, ANNA, false, false, true, 1 },
    { HV_STATE_CALLED_OFF, ANNA, false, false, false, 0 }, { HV_STATE_SWAPPED, ANNA, false, false, false, 0 },
    { HV_STATE_NO_SHOW, ANNA, false, false, false, 0 },    { HV_STATE_PLANNED, ANNA, true, false, false, 0 },
    { HV_STATE_PRESENT, ANNA, true, false, true, 1 },      { HV_STATE_PLANNED, ANNA, false, true, true, 0 },
    { HV_STATE_PLANNED, HV_NONE, true, false, true, 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
      HvId id = world_assign (world, shift, cases[i].volunteer);
      ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, id))->state = cases[i].state;
      if (cases[i].absent)
        world_add_absence (world, ANNA, "2026-05-06", "2026-05-06", NULL);
      if (cases[i].trainee)
        world_set_level (world, ANNA, IT, HV_LEVEL_TRAINEE);
      g_autoptr (HvRoster) roster = world_end (world);

      const HvAssignment *assignment = hv_roster_find_assignment (roster, id);
      HvId opening = hv_roster_find_shift (roster, shift)->opening;
      g_autoptr (GArray) people = hv_presence_list (roster, opening, NULL, NULL);
      g_autoptr (GArray) others = hv_presence_list (roster, opening, NULL, assignment);
      g_assert_cmpint (hv_presence_is_there (roster, assignment), ==, cases[i].there);
      g_assert_cmpint (people->len, ==, cases[i].there);
      g_assert_cmpint (hv_presence_count_filling (people, shift), ==, cases[i].filling);
      g_assert_cmpint (others->len, ==, 0);
    }
}

static void
test_uncovered (void)
{
  /* Spans of minutes in [10, 20). */
  static const struct
  {
    HvSpan spans[4];
    HvSpan part; /* empty: covered */
  } cases[] = {
    { { { 0 } }, { 10, 20 } },
    { { { 10, 20 } }, { 0, 0 } },
    { { { 0, 100 } }, { 0, 0 } },
    { { { 0, 10 }, { 20, 30 } }, { 10, 20 } },
    { { { 10, 15 }, { 15, 20 } }, { 0, 0 } },
    { { { 15, 20 }, { 10, 15 } }, { 0, 0 } },
    { { { 10, 15 }, { 16, 20 } }, { 15, 16 } },
    { { { 16, 20 }, { 5, 15 }, { 11, 12 } }, { 15, 16 } },
    { { { 12, 14 }, { 16, 18 } }, { 10, 12 } },
    { { { 10, 12 } }, { 12, 20 } },
    { { { 18, 25 } }, { 10, 18 } },
    { { { 5, 11 }, { 11, 12 }, { 12, 13 }, { 13, 30 } }, { 0, 0 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (HvSpan));
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].spans) && cases[i].spans[j].to > 0; j++)
        g_array_append_val (spans, cases[i].spans[j]);
      HvSpan part = { 0, 0 };
      bool found = hv_presence_find_uncovered ((HvSpan){ 10, 20 }, spans, &part);
      g_assert_cmpint (found, ==, cases[i].part.to > 0);
      g_assert_cmpint (hv_span_compare (part, cases[i].part), ==, 0);
    }

  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HvSpan));
  HvSpan part = { 0, 0 };
  g_assert_false (hv_presence_find_uncovered ((HvSpan){ 10, 10 }, none, &part));
  g_assert_false (hv_presence_find_uncovered ((HvSpan){ 10, 5 }, none, &part));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presence/is-there", test_is_there);
  g_test_add_func ("/presence/uncovered", test_uncovered);
  return g_test_run ();
}
