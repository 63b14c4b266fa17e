/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-load.h"

/* Copenhagen around the two nights of 2026: 29 March 01:00 UTC and 25 October 01:00 UTC. */
static HvZone *
new_copenhagen (void)
{
  static const HvClockChange changes[] = { { 1774746000, 7200 }, { 1792890000, 3600 } };
  return hv_zone_new ("Europe/Copenhagen", 3600, changes, G_N_ELEMENTS (changes));
}

/* --- eight weeks --- */

static void
test_window (void)
{
  /* One duty each, seen from week 19 (4–10 May): the eight weeks before begin on 9 March. */
  static const struct
  {
    const char *day;
    int duties;
  } cases[] = {
    { "2026-03-08", 0 }, { "2026-03-09", 1 }, { "2026-04-26", 1 }, /* before the snapshot */
    { "2026-04-27", 1 }, { "2026-05-03", 1 }, { "2026-05-04", 1 }, { "2026-05-10", 1 }, { "2026-05-11", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      if (day (cases[i].day) < world->from.monday)
        world_add_past (world, ANNA, TORRING, cases[i].day);
      else
        world_assign (world, world_open (world, TORRING, IT, cases[i].day, "10:00", "13:00", 3), ANNA);
      g_autoptr (HvRoster) roster = world_end (world);
      HvLoad load = hv_load_get (roster, hv_roster_find_volunteer (roster, ANNA), week ("2026-W19"), NULL, NULL);
      g_assert_cmpint (load.duties, ==, cases[i].duties);
      g_assert_cmpint (load.wish, ==, 4);
      g_assert_false (load.said);
    }
}

static void
test_states (void)
{
  static const struct
  {
    HvState state;
    int duties;
  } cases[] = {
    { HV_STATE_PLANNED, 1 }, { HV_STATE_PRESENT, 1 }, { HV_STATE_CALLED_OFF, 0 },
    { HV_STATE_SWAPPED, 0 }, { HV_STATE_NO_SHOW, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId id = world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3), ANNA);
      ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, id))->state = cases[i].state;
      g_autoptr (HvRoster) roster = world_end (world);
      const HvAssignment *own = hv_roster_find_assignment (roster, id);
      HvDay from = day ("2026-05-04");
      g_assert_cmpint (hv_load_count (roster, ANNA, from, from + 7, NULL, NULL), ==, cases[i].duties);
      /* Without it there is none; without somebody else's, nothing changes. */
      g_assert_cmpint (hv_load_count (roster, ANNA, from, from + 7, own, NULL), ==, 0);
      g_assert_cmpint (hv_load_count (roster, BO, from, from + 7, own, NULL), ==, 0);
    }
}

/* What is pending replaces what is stored. */
static void
test_pending (void)
{
  g_autoptr (World) world = world_new ();
  HvId first = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  HvId second = world_open (world, TORRING, IT, "2026-05-13", "10:00", "13:00", 3);
  HvId own = world_assign (world, first, ANNA);
  g_autoptr (HvRoster) roster = world_end (world);

  g_autoptr (HvPending) pending = hv_pending_new ();
  g_autoptr (HvAssignment) moved = hv_record_copy (hv_roster_find_assignment (roster, own));
  const HvShift *shift = hv_roster_find_shift (roster, second);
  moved->shift = second;
  moved->starts = shift->starts;
  moved->ends = shift->ends;
  hv_pending_add (pending, moved);

  HvDay from = day ("2026-05-04");
  g_assert_cmpint (hv_load_count (roster, ANNA, from, from + 7, NULL, pending), ==, 0);
  g_assert_cmpint (hv_load_count (roster, ANNA, from + 7, from + 14, NULL, pending), ==, 1);
  g_assert_cmpint (hv_load_count (roster, BO, from, from + 14, NULL, pending), ==, 0);
}

/* --- comparison --- */

static void
test_compare (void)
{
  static const struct
  {
    HvLoad a;
    HvLoad b;
    int order;
  } cases[] = {
    { { 1, 4 }, { 1, 4 }, 0 },
    { { 1, 4 }, { 3, 4 }, -1 },
    { { 0, 1 }, { 3, 4 }, 0 },  /* one of one, or the fourth of four */
    { { 0, 2 }, { 2, 4 }, -1 }, /* a half before three quarters */
    { { 0, 1 }, { 2, 4 }, 1 },  /* who wants one shift in eight weeks is not behind */
    { { 9, 8 }, { 4, 4 }, 0 },  /* 10/8 and 5/4 */
    { { 0, 0 }, { 20, 4 }, 1 }, /* who wants none comes last */
    { { 0, 0 }, { 1, 0 }, -1 },
    { { 2, 0 }, { 2, 0 }, 0 },
    { { 999999, 1000000 }, { 999998, 999999 }, 0 },
    { { 999999, 1000001 }, { 999998, 999999 }, -1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int forwards = hv_load_compare (cases[i].a, cases[i].b);
      int backwards = hv_load_compare (cases[i].b, cases[i].a);
      g_assert_cmpint ((forwards > 0) - (forwards < 0), ==, cases[i].order);
      g_assert_cmpint ((backwards > 0) - (backwards < 0), ==, -cases[i].order);
    }
}

static void
test_points (void)
{
  /* max (0, 3 + 2 (duties + 1 − wish)), at most 24 */
  static const struct
  {
    HvLoad load;
    int points;
  } cases[] = {
    { { 0, 4 }, 0 }, { { 1, 4 }, 0 }, { { 2, 4 }, 1 },   { { 3, 4 }, 3 },   { { 4, 4 }, 5 },
    { { 0, 0 }, 5 }, { { 0, 1 }, 3 }, { { 13, 4 }, 23 }, { { 14, 4 }, 24 }, { { 500, 4 }, 24 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hv_load_get_points (cases[i].load), ==, cases[i].points);
}

static void
test_four_weeks (void)
{
  /* Weeks of duties, and the most in four weeks that hold week 19. */
  static const struct
  {
    const char *weeks[5];
    int most;
  } cases[] = {
    { { 0 }, 0 },
    { { "2026-W16", "2026-W19" }, 2 },
    { { "2026-W15", "2026-W19" }, 1 },
    { { "2026-W16", "2026-W22" }, 1 },
    { { "2026-W16", "2026-W18", "2026-W20", "2026-W21" }, 3 }, /* 18–21 */
    { { "2026-W19", "2026-W20", "2026-W21", "2026-W22", "2026-W23" }, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].weeks) && cases[i].weeks[j] != NULL; j++)
        {
          g_autofree char *day = hv_day_format (week (cases[i].weeks[j]).monday);
          if (week (cases[i].weeks[j]).monday < world->from.monday)
            world_add_past (world, ANNA, TORRING, day);
          else
            world_assign (world, world_open (world, TORRING, IT, day, "10:00", "13:00", 3), ANNA);
        }
      g_autoptr (HvRoster) roster = world_end (world);
      g_assert_cmpint (hv_load_count_four_weeks (roster, ANNA, week ("2026-W19"), NULL, NULL), ==, cases[i].most);
    }
}

/* --- hours --- */

/* A19: a night is what the clock really lets pass. */
static void
test_nights (void)
{
  static const struct
  {
    const char *day;
    gint64 minutes;
  } cases[] = {
    { "2026-10-17", 480 }, { "2026-10-24", 540 }, { "2026-10-25", 480 }, { "2026-03-28", 420 }, { "2026-03-29", 480 },
  };
  g_autoptr (HvZone) zone = new_copenhagen ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      world->from = world->until = hv_week_of_day (day (cases[i].day));
      HvId id = world_assign (world, world_open (world, ONLINE, IT, cases[i].day, "22:00", "30:00", 2), ASA);
      g_autoptr (HvRoster) roster = world_end (world);
      g_assert_cmpint (hv_load_get_minutes (roster, hv_roster_find_assignment (roster, id), zone), ==,
                       cases[i].minutes);
    }
}

/* A27: a walk-in helper counts in the house's hours, and in nobody's record. */
static void
test_hours (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  HvId closed = world_open (world, TORRING, IT, "2026-05-13", "10:00", "13:00", 3);
  HvId elsewhere = world_open (world, ONLINE, IT, "2026-05-06", "20:00", "22:00", 1);
  world_assign (world, shift, BO);
  world_assign_at (world, shift, JENS, "11:30", "13:00");
  HvAssignment *guest = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, HV_NONE));
  hv_set_text (&guest->guest, "Gæst: nabo");
  ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, IDA)))->state =
      HV_STATE_CALLED_OFF;
  world_assign (world, shift, GERDA);
  world_add_absence (world, GERDA, "2026-05-06", "2026-05-06", NULL);
  world_assign (world, closed, BO);
  HvId opening = ((HvShift *)world_get (world, HV_KIND_SHIFT, closed))->opening;
  hv_set_text (&((HvOpening *)world_get (world, HV_KIND_OPENING, opening))->closed, "lokalet optaget");
  world_assign (world, elsewhere, BO);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvZone) zone = new_copenhagen ();

  const struct
  {
    HvId volunteer;
    HvId house;
    const char *from;
    const char *to;
    gint64 minutes;
  } cases[] = {
    { BO, TORRING, "2026-05-04", "2026-05-18", 180 },      { BO, HV_NONE, "2026-05-04", "2026-05-18", 300 },
    { JENS, TORRING, "2026-05-04", "2026-05-18", 90 },     { IDA, TORRING, "2026-05-04", "2026-05-18", 0 },
    { GERDA, TORRING, "2026-05-04", "2026-05-18", 0 },     { HV_NONE, TORRING, "2026-05-04", "2026-05-18", 450 },
    { HV_NONE, HV_NONE, "2026-05-04", "2026-05-18", 570 }, { HV_NONE, TORRING, "2026-05-07", "2026-05-18", 0 },
    { HV_NONE, TORRING, "2026-05-06", "2026-05-06", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        hv_load_sum_minutes (roster, cases[i].volunteer, cases[i].house, day (cases[i].from), day (cases[i].to), zone),
        ==, cases[i].minutes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/window", test_window);
  g_test_add_func ("/load/states", test_states);
  g_test_add_func ("/load/pending", test_pending);
  g_test_add_func ("/load/compare", test_compare);
  g_test_add_func ("/load/points", test_points);
  g_test_add_func ("/load/four-weeks", test_four_weeks);
  g_test_add_func ("/load/nights", test_nights);
  g_test_add_func ("/load/hours", test_hours);
  return g_test_run ();
}
