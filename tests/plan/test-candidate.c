/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-candidate.h"

#include <stdarg.h>

#define NB "\u00A0"

static HvVolunteer *
get_volunteer (World *world, HvId id)
{
  return world_get (world, HV_KIND_VOLUNTEER, id);
}

/* Archives everybody but those named (ended by 0). */
static void
keep_only (World *world, ...)
{
  for (HvId id = ANNA; id < N_PEOPLE; id++)
    get_volunteer (world, id)->archived = 1;
  va_list ids;
  va_start (ids, world);
  for (int id = va_arg (ids, int); id != 0; id = va_arg (ids, int))
    get_volunteer (world, id)->archived = 0;
  va_end (ids);
}

/* "Carla Dan | Finn:role": first names, and codes behind those who cannot. */
static char *
describe (const HvRanking *ranking)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < ranking->candidates->len; i++)
    {
      const HvCandidate *candidate = g_ptr_array_index (ranking->candidates, i);
      g_auto (GStrv) names = g_strsplit (candidate->volunteer->name, " ", 2);
      g_string_append_printf (text, "%s ", names[0]);
    }
  g_string_append (text, "|");
  for (guint i = 0; i < ranking->cannot->len; i++)
    {
      const HvCandidate *candidate = g_ptr_array_index (ranking->cannot, i);
      g_auto (GStrv) names = g_strsplit (candidate->volunteer->name, " ", 2);
      g_string_append_printf (text, " %s:%s", names[0], hv_obstacle_get_code (hv_candidate_get_excluded (candidate)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
rank (const World *world, HvId shift_id)
{
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);
  g_autoptr (HvRanking) ranking = hv_ranking_new (roster, shift, hv_shift_get_span (shift), NULL);
  return describe (ranking);
}

/* --- A5 --- */

static HvId
stage_a5 (World *world)
{
  keep_only (world, CARLA, DAN, ELSE, FINN, GERDA, HANS, IDA, 0);
  HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
  world_add_past (world, CARLA, JUELSMINDE, "2026-04-13");
  world_add_past (world, DAN, JUELSMINDE, "2026-04-20");
  world_add_past (world, ELSE, JUELSMINDE, "2026-03-16");
  world_add_past (world, ELSE, JUELSMINDE, "2026-03-23");
  world_add_past (world, ELSE, TORRING, "2026-04-01");
  get_volunteer (world, IDA)->most_week = 1;
  world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3), IDA);
  world_add_absence (world, GERDA, "2026-05-01", "2026-05-10", NULL);
  world_assign (world, world_open (world, ONLINE, IT, "2026-05-04", "09:00", "12:00", 1), HANS);
  return shift;
}

static void
test_a5 (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift_id = stage_a5 (world);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (HvRanking) ranking = hv_ranking_new (roster, shift, hv_shift_get_span (shift), NULL);
      g_autofree char *text = describe (ranking);
      g_assert_cmpstr (text, ==, "Carla Dan Else Ida | Finn:role Gerda:absent Hans:overlap");
      for (guint j = 0; j < ranking->candidates->len; j++)
        {
          const HvCandidate *candidate = g_ptr_array_index (ranking->candidates, j);
          bool is_ida = candidate->volunteer->r.id == IDA;
          g_assert_cmpint (candidate->obstacles->len, ==, is_ida);
          if (is_ida)
            g_assert_cmpint (g_array_index (candidate->obstacles, HvObstacle, 0).rule, ==, HV_RULE_MOST);
        }
    }
}

/* The order of the records in the store does not matter. */
static void
test_order_of_records (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = stage_a5 (world);
  g_autofree char *text = rank (world, shift);
  for (guint i = 0; i < world->records->len / 2; i++)
    {
      gpointer *records = world->records->pdata;
      gpointer last = records[world->records->len - 1 - i];
      records[world->records->len - 1 - i] = records[i];
      records[i] = last;
    }
  g_autofree char *again = rank (world, shift);
  g_assert_cmpstr (again, ==, text);
}

/* --- one step of the order at a time, Anna against Bo --- */

typedef void (*Stage) (World *world, HvId shift);

static void
equal (World *world, HvId shift)
{
}

static void
anna_rather_not (World *world, HvId shift)
{
  world_offer (world, ANNA, 1, "10:00", "13:00", HV_OFFER_RATHER_NOT);
  world_add_past (world, BO, JUELSMINDE, "2026-04-20");
  get_volunteer (world, BO)->most_week = 0;
}

static void
anna_not_said (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
}

static void
not_said_is_rather_not (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  world_offer (world, BO, 1, "10:00", "13:00", HV_OFFER_RATHER_NOT);
}

static void
anna_at_most_none (World *world, HvId shift)
{
  get_volunteer (world, ANNA)->most_week = 0;
  world_add_past (world, BO, JUELSMINDE, "2026-04-20");
}

static void
anna_did_more (World *world, HvId shift)
{
  world_add_past (world, ANNA, TORRING, "2026-04-15");
  world_serve (world, ANNA, JUELSMINDE, 0);
}

static void
anna_wishes_more (World *world, HvId shift)
{
  get_volunteer (world, ANNA)->eight_weeks = 8;
  world_add_past (world, ANNA, TORRING, "2026-04-15");
  world_add_past (world, BO, TORRING, "2026-04-15");
}

static void
bo_is_at_home (World *world, HvId shift)
{
  world_serve (world, BO, JUELSMINDE, 0);
}

static void
anna_was_there_later (World *world, HvId shift)
{
  world_add_past (world, ANNA, JUELSMINDE, "2026-04-20");
  world_add_past (world, BO, JUELSMINDE, "2026-04-13");
}

static void
anna_was_there_bo_never (World *world, HvId shift)
{
  world_add_past (world, ANNA, JUELSMINDE, "2025-04-14");
}

static void
same_name (World *world, HvId shift)
{
  hv_volunteer_set_name (get_volunteer (world, ANNA), "Bo Vestermark");
}

static void
bo_away_from_home_but_fresh (World *world, HvId shift)
{
  world_serve (world, ANNA, JUELSMINDE, 0);
  world_serve (world, BO, TORRING, 0);
  world_serve (world, BO, JUELSMINDE, 1);
  world_add_past (world, ANNA, JUELSMINDE, "2026-04-20");
}

static void
published (World *world, HvId shift)
{
  HvPublication *publication = world_add (world, HV_KIND_PUBLICATION);
  publication->week = week ("2026-W19").monday;
}

static void
on_the_shift (World *world, HvId shift)
{
  world_assign (world, shift, ANNA);
}

static void
trainee (World *world, HvId shift)
{
  world_set_level (world, ANNA, IT, HV_LEVEL_TRAINEE);
}

static void
regular_without_pattern (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, BO);
  world_add_regular (world, JUELSMINDE, BO);
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->tmpl = JUELSMINDE;
  anna_not_said (world, shift);
}

static void
nobody (World *world, HvId shift)
{
  keep_only (world, 0);
}

static void
test_steps (void)
{
  static const struct
  {
    Stage stage;
    const char *expected;
  } cases[] = {
    { equal, "Anna Bo |" },
    { anna_rather_not, "Bo Anna |" },
    { anna_not_said, "Bo Anna |" },
    { not_said_is_rather_not, "Anna Bo |" },
    { anna_at_most_none, "Bo Anna |" },
    { anna_did_more, "Bo Anna |" },
    { anna_wishes_more, "Anna Bo |" },
    { bo_is_at_home, "Bo Anna |" },
    { anna_was_there_later, "Bo Anna |" },
    { anna_was_there_bo_never, "Bo Anna |" },
    { same_name, "Bo Bo |" },
    { bo_away_from_home_but_fresh, "Bo Anna |" },
    { published, "Anna Bo |" },
    { on_the_shift, "Bo | Anna:twice" },
    { trainee, "Bo | Anna:role" },
    { regular_without_pattern, "Bo Anna |" },
    { nobody, "|" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      keep_only (world, ANNA, BO, 0);
      HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
      cases[i].stage (world, shift);
      g_autofree char *text = rank (world, shift);
      g_test_message ("case %zu expects %s", i, cases[i].expected);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* --- reasons --- */

static void
can_for_hours (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  world_offer (world, ANNA, 1, "09:00", "14:00", HV_OFFER_CAN);
}

static void
was_here (World *world, HvId shift)
{
  can_for_hours (world, shift);
  world_add_past (world, ANNA, JUELSMINDE, "2026-04-20");
}

static void
was_here_a_year_ago (World *world, HvId shift)
{
  world_add_past (world, ANNA, JUELSMINDE, "2025-05-05");
}

static void
at_home_and_was_here (World *world, HvId shift)
{
  was_here (world, shift);
  world_serve (world, ANNA, JUELSMINDE, 0);
}

static void
works_in_the_week (World *world, HvId shift)
{
  world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3), ANNA);
}

static void
works_twice (World *world, HvId shift)
{
  works_in_the_week (world, shift);
  world_assign (world, world_open (world, TORRING, IT, "2026-05-04", "14:00", "17:00", 3), ANNA);
}

static void
regular (World *world, HvId shift)
{
  world_add_regular (world, JUELSMINDE, ANNA);
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->tmpl = JUELSMINDE;
}

static void
test_reasons (void)
{
  static const struct
  {
    Stage stage;
    const char *reasons;
  } cases[] = {
    { equal, "can all day; no shifts in week" NB "19" },
    { can_for_hours, "can 09:00–14:00; no shifts in week" NB "19" },
    { was_here, "can 09:00–14:00; no shifts in week" NB "19; was here in week" NB "17" },
    { was_here_a_year_ago, "can all day; no shifts in week" NB "19" },
    { at_home_and_was_here, "can 09:00–14:00; no shifts in week" NB "19; home house" },
    { works_in_the_week, "can all day; 1 shift in week" NB "19" },
    { works_twice, "can all day; 2 shifts in week" NB "19" },
    { regular, "has this as a regular shift; no shifts in week" NB "19" },
    { anna_not_said, "no shifts in week" NB "19" },
    { anna_rather_not, "no shifts in week" NB "19" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift_id = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
      cases[i].stage (world, shift_id);
      g_autoptr (HvRoster) roster = world_end (world);
      HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift_id), ANNA);
      g_autoptr (HvCandidate) candidate = hv_candidate_new (roster, &placement);
      g_auto (GStrv) reasons = hv_candidate_list_reasons (candidate, HV_LANGUAGE_EN);
      g_autofree char *text = g_strjoinv ("; ", reasons);
      g_assert_cmpstr (text, ==, cases[i].reasons);
    }
}

/* --- A24: the order alone, week after week, is fair --- */

static const struct
{
  HvId house;
  int weekday;
  int places;
} places[] = { { JUELSMINDE, 1, 5 }, { TORRING, 3, 3 }, { HEDENSTED, 4, 3 } };

static void
fill_shift (World *world, HvId shift_id, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autoptr (HvRoster) roster = world_end (world);
      const HvShift *shift = hv_roster_find_shift (roster, shift_id);
      g_autoptr (HvRanking) ranking = hv_ranking_new (roster, shift, hv_shift_get_span (shift), NULL);
      const HvCandidate *best = g_ptr_array_index (ranking->candidates, 0);
      g_assert_cmpint (best->blockers, ==, 0);
      world_assign (world, shift_id, best->volunteer->r.id);
    }
}

static void
fill_week (World *world, HvWeek monday, int duties[N_PEOPLE])
{
  world->from = world->until = monday;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *day = hv_day_format (hv_week_get_day (monday, places[i].weekday));
      HvId shift = world_open (world, places[i].house, IT, day, "10:00", "13:00", places[i].places);
      ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->maximum = places[i].places;
      fill_shift (world, shift, places[i].places);
    }
  for (guint i = world->records->len; i > 0; i--)
    {
      HvAssignment *assignment = g_ptr_array_index (world->records, i - 1);
      if (assignment->r.kind != HV_KIND_ASSIGNMENT)
        continue;
      HvPastDuty past = { assignment->volunteer, assignment->house, hv_minute_get_day (assignment->starts) };
      g_array_append_val (world->past, past);
      duties[assignment->volunteer]++;
      g_ptr_array_remove_index (world->records, i - 1);
    }
}

static void
assert_between (const int duties[N_PEOPLE], int least, int most)
{
  for (HvId id = ANNA; id <= LEIF; id++)
    {
      g_assert_cmpint (duties[id], >=, least);
      g_assert_cmpint (duties[id], <=, most);
    }
}

static void
test_fairness (void)
{
  int duties[N_PEOPLE] = { 0 };
  g_autoptr (World) world = world_new ();
  for (HvId id = ANNA; id < N_PEOPLE; id++)
    {
      world_set_level (world, id, IT, HV_LEVEL_ABLE);
      get_volunteer (world, id)->eight_weeks = 2;
      get_volunteer (world, id)->most_week = 1;
      get_volunteer (world, id)->archived = id > LEIF;
    }
  for (int i = 0; i < 12; i++)
    {
      fill_week (world, hv_week_add (week ("2026-W33"), i), duties);
      if (i == 7)
        assert_between (duties, 7, 8);
    }
  assert_between (duties, 10, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/candidate/a5", test_a5);
  g_test_add_func ("/candidate/order-of-records", test_order_of_records);
  g_test_add_func ("/candidate/steps", test_steps);
  g_test_add_func ("/candidate/reasons", test_reasons);
  g_test_add_func ("/candidate/fairness", test_fairness);
  return g_test_run ();
}
