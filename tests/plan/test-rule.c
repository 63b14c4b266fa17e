/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-rule.h"

#include <string.h>

/* Each case builds a world, and asks whether Anna may stand on a shift: mostly IT in
 * Juelsminde on 4 May 10:00–13:00, minimum 3. */
typedef struct
{
  World *world;
  HvId shift;
  HvId volunteer;
  HvSpan own; /* empty: the whole shift */
  HvId moved; /* 0: from nowhere */
} Scene;

typedef void (*Stage) (Scene *scene);

static void
nothing (Scene *s)
{
}

/* --- twice --- */

static void
already_there (Scene *s)
{
  world_assign (s->world, s->shift, ANNA);
}

static void
stand_in_state (Scene *s, HvState state)
{
  HvAssignment *assignment = world_get (s->world, HV_KIND_ASSIGNMENT, world_assign (s->world, s->shift, ANNA));
  assignment->state = state;
}

static void
called_off (Scene *s)
{
  stand_in_state (s, HV_STATE_CALLED_OFF);
}

static void
swapped_away (Scene *s)
{
  stand_in_state (s, HV_STATE_SWAPPED);
}

static void
no_show (Scene *s)
{
  stand_in_state (s, HV_STATE_NO_SHOW);
}

static void
present (Scene *s)
{
  stand_in_state (s, HV_STATE_PRESENT);
}

static void
moved_within (Scene *s)
{
  s->moved = world_assign (s->world, s->shift, ANNA);
  s->own = span ("2026-05-04", "11:00", "13:00");
}

/* --- overlap --- */

static HvId
stand_elsewhere (Scene *s, HvId house, const char *day, const char *from, const char *to)
{
  return world_assign (s->world, world_open (s->world, house, IT, day, from, to, 1), ANNA);
}

static void
online_until_ten (Scene *s)
{
  stand_elsewhere (s, ONLINE, "2026-05-04", "07:00", "10:00");
}

static void
online_a_minute_too_long (Scene *s)
{
  stand_elsewhere (s, ONLINE, "2026-05-04", "07:00", "10:01");
}

static void
online_all_night (Scene *s)
{
  stand_elsewhere (s, ONLINE, "2026-05-03", "22:00", "34:30");
}

static void
inside_another (Scene *s)
{
  stand_elsewhere (s, TORRING, "2026-05-04", "08:00", "18:00");
  s->own = span ("2026-05-04", "11:00", "12:00");
}

static void
two_overlaps (Scene *s)
{
  stand_elsewhere (s, TORRING, "2026-05-04", "09:00", "11:00");
  stand_elsewhere (s, ONLINE, "2026-05-04", "12:00", "15:00");
}

static void
overlap_called_off (Scene *s)
{
  HvAssignment *other =
      world_get (s->world, HV_KIND_ASSIGNMENT, stand_elsewhere (s, ONLINE, "2026-05-04", "09:00", "12:00"));
  other->state = HV_STATE_CALLED_OFF;
}

static void
overlap_closed (Scene *s)
{
  HvId shift = world_open (s->world, ONLINE, IT, "2026-05-04", "09:00", "12:00", 1);
  world_assign (s->world, shift, ANNA);
  HvOpening *opening =
      world_get (s->world, HV_KIND_OPENING, ((HvShift *)world_get (s->world, HV_KIND_SHIFT, shift))->opening);
  hv_set_text (&opening->closed, "");
}

static void
overlap_moved (Scene *s)
{
  s->moved = stand_elsewhere (s, ONLINE, "2026-05-04", "09:00", "12:00");
}

/* --- role --- */

static void
has_no_role (Scene *s)
{
  s->volunteer = FINN;
}

static void
is_trainee (Scene *s)
{
  world_set_level (s->world, ANNA, IT, HV_LEVEL_TRAINEE);
}

static void
trainee_beside_able (Scene *s)
{
  is_trainee (s);
  world_assign (s->world, s->shift, BO);
}

static void
trainee_beside_experienced (Scene *s)
{
  is_trainee (s);
  world_set_level (s->world, BO, IT, HV_LEVEL_EXPERIENCED);
  world_assign (s->world, s->shift, BO);
}

static void
trainee_beside_experienced_host (Scene *s)
{
  is_trainee (s);
  world_set_level (s->world, FINN, HOST, HV_LEVEL_EXPERIENCED);
  world_assign (s->world, world_add_shift (s->world, s->shift, HOST, "10:00", "13:00", 1), FINN);
}

static void
trainee_beside_early_leaver (Scene *s)
{
  is_trainee (s);
  world_set_level (s->world, BO, IT, HV_LEVEL_EXPERIENCED);
  world_assign_at (s->world, s->shift, BO, "10:00", "12:59");
}

static void
trainee_beside_two_in_turn (Scene *s)
{
  is_trainee (s);
  world_set_level (s->world, BO, IT, HV_LEVEL_EXPERIENCED);
  world_set_level (s->world, DAN, IT, HV_LEVEL_EXPERIENCED);
  world_assign_at (s->world, s->shift, BO, "11:30", "13:00");
  world_assign_at (s->world, s->shift, DAN, "09:00", "11:30");
}

static void
trainee_beside_absent (Scene *s)
{
  trainee_beside_experienced (s);
  world_add_absence (s->world, BO, "2026-05-04", "2026-05-04", NULL);
}

static void
trainee_of_a_full_shift (Scene *s)
{
  trainee_beside_experienced (s);
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->maximum = 1;
}

/* --- absent, availability, paused --- */

static void
away_all_week (Scene *s)
{
  world_add_absence (s->world, ANNA, "2026-05-01", "2026-05-10", NULL);
}

static void
away_the_day_before (Scene *s)
{
  world_add_absence (s->world, ANNA, "2026-05-01", "2026-05-03", NULL);
}

static void
away_the_day_after (Scene *s)
{
  world_add_absence (s->world, ANNA, "2026-05-05", "2026-05-05", NULL);
}

static void
away_until_ten (Scene *s)
{
  away_the_day_before (s);
  HvAbsence *absence = g_ptr_array_index (s->world->records, s->world->records->len - 1);
  absence->to = day ("2026-05-04");
  absence->end = 600;
}

static void
away_until_eleven (Scene *s)
{
  away_until_ten (s);
  HvAbsence *absence = g_ptr_array_index (s->world->records, s->world->records->len - 1);
  absence->end = 660;
}

static void
away_but_comes_later (Scene *s)
{
  away_until_eleven (s);
  s->own = span ("2026-05-04", "11:00", "13:00");
}

static void
never_on_mondays (Scene *s)
{
  world_remove_all (s->world, HV_KIND_AVAILABILITY, ANNA);
  world_offer (s->world, ANNA, 2, "00:00", "24:00", HV_OFFER_CAN);
}

static void
never_on_mondays_but_regular (Scene *s)
{
  never_on_mondays (s);
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->tmpl = JUELSMINDE;
  world_add_regular (s->world, JUELSMINDE, ANNA);
}

static void
rather_not (Scene *s)
{
  world_offer (s->world, ANNA, 1, "12:00", "13:00", HV_OFFER_RATHER_NOT);
}

static void
has_not_said (Scene *s)
{
  world_remove_all (s->world, HV_KIND_AVAILABILITY, ANNA);
}

static HvVolunteer *
anna (Scene *s)
{
  return world_get (s->world, HV_KIND_VOLUNTEER, ANNA);
}

static void
pause_from_to (Scene *s, const char *from, const char *to)
{
  HvPause *pause = world_add (s->world, HV_KIND_PAUSE);
  pause->volunteer = ANNA;
  pause->from = day (from);
  pause->to = to != NULL ? day (to) : HV_NONE;
}

static void
paused_to_the_day (Scene *s)
{
  pause_from_to (s, "2026-04-01", "2026-05-04");
}

static void
paused_to_the_day_before (Scene *s)
{
  pause_from_to (s, "2026-04-01", "2026-05-03");
}

static void
paused_without_end (Scene *s)
{
  pause_from_to (s, "2026-05-04", NULL);
}

static void
paused_later (Scene *s)
{
  pause_from_to (s, "2026-05-05", NULL);
}

static void
left_yesterday (Scene *s)
{
  anna (s)->until = day ("2026-05-03");
}

static void
leaves_today (Scene *s)
{
  anna (s)->until = day ("2026-05-04");
}

static void
begins_tomorrow (Scene *s)
{
  anna (s)->from = day ("2026-05-05");
}

static void
begins_today (Scene *s)
{
  anna (s)->from = day ("2026-05-04");
}

static void
archived (Scene *s)
{
  anna (s)->archived = 1;
}

/* --- never together, house, full --- */

static void
never_with_bo (Scene *s)
{
  world_add_pair (s->world, BO, ANNA, HV_PAIR_NEVER);
}

static void
never_with_bo_there (Scene *s)
{
  never_with_bo (s);
  world_assign (s->world, s->shift, BO);
}

static void
never_with_the_host (Scene *s)
{
  world_add_pair (s->world, ANNA, FINN, HV_PAIR_NEVER);
  world_assign (s->world, world_add_shift (s->world, s->shift, HOST, "12:30", "13:00", 1), FINN);
}

static void
never_with_bo_who_called_off (Scene *s)
{
  never_with_bo (s);
  ((HvAssignment *)world_get (s->world, HV_KIND_ASSIGNMENT, world_assign (s->world, s->shift, BO)))->state =
      HV_STATE_CALLED_OFF;
}

static void
best_with_bo_there (Scene *s)
{
  world_add_pair (s->world, BO, ANNA, HV_PAIR_TOGETHER);
  world_assign (s->world, s->shift, BO);
}

static void
serves_torring (Scene *s)
{
  world_serve (s->world, ANNA, TORRING, 0);
}

static void
serves_both (Scene *s)
{
  world_serve (s->world, ANNA, TORRING, 0);
  world_serve (s->world, ANNA, JUELSMINDE, 1);
}

static void
serves_at_home (Scene *s)
{
  world_serve (s->world, ANNA, TORRING, 1);
  world_serve (s->world, ANNA, JUELSMINDE, 0);
}

static void
full_of_two (Scene *s)
{
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->maximum = 2;
  world_assign (s->world, s->shift, BO);
  world_assign (s->world, s->shift, CARLA);
}

static void
full_but_one_is_absent (Scene *s)
{
  full_of_two (s);
  world_add_absence (s->world, BO, "2026-05-04", "2026-05-04", NULL);
}

static void
full_with_a_guest (Scene *s)
{
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->maximum = 1;
  HvAssignment *guest = world_get (s->world, HV_KIND_ASSIGNMENT, world_assign (s->world, s->shift, HV_NONE));
  hv_set_text (&guest->guest, "nabo");
}

static void
no_room_at_all (Scene *s)
{
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->maximum = 0;
}

/* --- soft rules --- */

static void
travels_long (Scene *s)
{
  world_add_travel (s->world, TORRING, JUELSMINDE, 25);
  stand_elsewhere (s, TORRING, "2026-05-04", "07:00", "09:45");
}

static void
travels_just_enough (Scene *s)
{
  world_add_travel (s->world, TORRING, JUELSMINDE, 25);
  stand_elsewhere (s, TORRING, "2026-05-04", "07:00", "09:35");
}

static void
travels_on (Scene *s)
{
  world_add_travel (s->world, JUELSMINDE, TORRING, 25);
  stand_elsewhere (s, TORRING, "2026-05-04", "13:00", "15:00");
}

static void
stays_in_the_house (Scene *s)
{
  world_assign (s->world, world_add_shift (s->world, s->shift, IT, "13:00", "15:00", 1), ANNA);
}

static void
rests_too_little (Scene *s)
{
  anna (s)->rest_hours = 11 * HV_MICRO;
  stand_elsewhere (s, ONLINE, "2026-05-03", "16:00", "23:01");
}

static void
rests_enough (Scene *s)
{
  anna (s)->rest_hours = 11 * HV_MICRO;
  stand_elsewhere (s, ONLINE, "2026-05-03", "16:00", "23:00");
}

static void
rests_too_little_afterwards (Scene *s)
{
  anna (s)->rest_hours = 11 * HV_MICRO + HV_MICRO / 2;
  stand_elsewhere (s, ONLINE, "2026-05-05", "00:29", "06:00");
}

static void
works_twice_on_one_day (Scene *s)
{
  anna (s)->rest_hours = 11 * HV_MICRO;
  stand_elsewhere (s, ONLINE, "2026-05-04", "20:00", "22:00");
}

static void
at_most_one_a_week (Scene *s)
{
  anna (s)->most_week = 1;
  stand_elsewhere (s, TORRING, "2026-05-10", "10:00", "13:00");
}

static void
at_most_one_a_week_next_week (Scene *s)
{
  anna (s)->most_week = 1;
  stand_elsewhere (s, TORRING, "2026-05-11", "10:00", "13:00");
}

static void
at_most_one_a_week_moved (Scene *s)
{
  anna (s)->most_week = 1;
  s->moved = stand_elsewhere (s, TORRING, "2026-05-06", "10:00", "13:00");
}

static void
at_most_two_in_four_weeks (Scene *s)
{
  anna (s)->most_four_weeks = 2;
  world_add_past (s->world, ANNA, TORRING, "2026-04-15");
  stand_elsewhere (s, TORRING, "2026-04-29", "10:00", "13:00");
}

/* Weeks 16, 19 and 22: no four weeks hold all three. */
static void
at_most_two_far_apart (Scene *s)
{
  anna (s)->most_four_weeks = 2;
  world_add_past (s->world, ANNA, TORRING, "2026-04-15");
  stand_elsewhere (s, TORRING, "2026-05-27", "10:00", "13:00");
}

static void
none_wished_a_week (Scene *s)
{
  anna (s)->most_week = 0;
}

static void
alone_on_a_shift_for_one (Scene *s)
{
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->shift))->minimum = 1;
}

static void
alone_is_fine_here (Scene *s)
{
  alone_on_a_shift_for_one (s);
  ((HvHouse *)world_get (s->world, HV_KIND_HOUSE, JUELSMINDE))->never_alone = 0;
}

static void
alone_with_a_host_to_come (Scene *s)
{
  alone_on_a_shift_for_one (s);
  world_add_shift (s->world, s->shift, HOST, "10:00", "13:00", 1);
}

static void
alone_until_the_host_comes (Scene *s)
{
  alone_on_a_shift_for_one (s);
  world_assign (s->world, world_add_shift (s->world, s->shift, HOST, "10:30", "13:00", 1), FINN);
}

static void
not_alone_with_a_host (Scene *s)
{
  alone_on_a_shift_for_one (s);
  world_assign (s->world, world_add_shift (s->world, s->shift, HOST, "09:30", "13:00", 1), FINN);
}

static void
not_alone_with_a_guest (Scene *s)
{
  alone_on_a_shift_for_one (s);
  world_assign (s->world, s->shift, HV_NONE);
}

static void
house_of_the_experienced (Scene *s)
{
  alone_is_fine_here (s);
  ((HvHouse *)world_get (s->world, HV_KIND_HOUSE, JUELSMINDE))->experienced = 1;
}

static void
experienced_herself (Scene *s)
{
  house_of_the_experienced (s);
  world_set_level (s->world, ANNA, IT, HV_LEVEL_EXPERIENCED);
}

static void
house_with_a_key (Scene *s)
{
  alone_is_fine_here (s);
  ((HvHouse *)world_get (s->world, HV_KIND_HOUSE, JUELSMINDE))->key = 1;
}

static void
give_key (Scene *s, HvId volunteer, HvId house)
{
  HvTie *tie = world_add (s->world, HV_KIND_TIE);
  tie->volunteer = volunteer;
  tie->house = house;
  tie->key = 1;
}

static void
key_of_another_house (Scene *s)
{
  house_with_a_key (s);
  give_key (s, ANNA, TORRING);
}

static void
key_of_her_own (Scene *s)
{
  house_with_a_key (s);
  give_key (s, ANNA, JUELSMINDE);
}

static void
key_of_the_other (Scene *s)
{
  house_with_a_key (s);
  give_key (s, BO, JUELSMINDE);
  world_assign (s->world, s->shift, BO);
}

static void
four_in_eight_weeks (Scene *s)
{
  world_add_past (s->world, ANNA, TORRING, "2026-03-09");
  world_add_past (s->world, ANNA, TORRING, "2026-03-18");
  world_add_past (s->world, ANNA, TORRING, "2026-04-01");
  world_add_past (s->world, ANNA, TORRING, "2026-04-08");
}

/* Sunday of week 10 is nine weeks back. */
static void
four_in_nine_weeks (Scene *s)
{
  four_in_eight_weeks (s);
  g_array_index (s->world->past, HvPastDuty, 0).day = day ("2026-03-08");
}

static void
four_and_wishes_five (Scene *s)
{
  four_in_eight_weeks (s);
  anna (s)->eight_weeks = 5;
}

static void
wishes_none (Scene *s)
{
  anna (s)->eight_weeks = 0;
}

static void
published_week (Scene *s)
{
  HvPublication *publication = world_add (s->world, HV_KIND_PUBLICATION);
  publication->week = week ("2026-W19").monday;
}

static void
published_week_before (Scene *s)
{
  HvPublication *publication = world_add (s->world, HV_KIND_PUBLICATION);
  publication->week = week ("2026-W18").monday;
}

/* --- everything at once, in order --- */

static void
everything (Scene *s)
{
  world_remove_all (s->world, HV_KIND_SKILL, ANNA);
  never_on_mondays (s);
  away_all_week (s);
  archived (s);
  full_of_two (s);
  never_with_bo (s);
  serves_torring (s);
  stand_elsewhere (s, TORRING, "2026-05-04", "12:00", "13:30");
  called_off (s);
  at_most_one_a_week (s);
  four_in_eight_weeks (s);
  published_week (s);
  world_add_travel (s->world, JUELSMINDE, ONLINE, 60);
  anna (s)->rest_hours = 12 * HV_MICRO;
  stand_elsewhere (s, ONLINE, "2026-05-03", "20:00", "33:30");
}

/* Expected codes in order: "!" never, "+" hard, "~" by hand only, soft without a mark. */
static const struct
{
  Stage stage;
  const char *expected;
} cases[] = {
  { nothing, "" },
  { everything,
    "~twice +overlap +role +absent +availability +paused +never-together +house +full travel rest most away load "
    "published" },

  { already_there, "!twice" },
  { present, "!twice" },
  { called_off, "~twice" },
  { swapped_away, "~twice" },
  { no_show, "~twice" },
  { moved_within, "" },

  { online_until_ten, "" },
  { online_a_minute_too_long, "+overlap" },
  { online_all_night, "+overlap" },
  { inside_another, "+overlap" },
  { two_overlaps, "+overlap +overlap" },
  { overlap_called_off, "" },
  { overlap_closed, "" },
  { overlap_moved, "" },

  { has_no_role, "+role" },
  { is_trainee, "~role trainee" },
  { trainee_beside_able, "~role trainee" },
  { trainee_beside_experienced, "~role" },
  { trainee_beside_experienced_host, "~role" },
  { trainee_beside_early_leaver, "~role trainee" },
  { trainee_beside_two_in_turn, "~role" },
  { trainee_beside_absent, "~role trainee" },
  { trainee_of_a_full_shift, "~role" },

  { away_all_week, "+absent" },
  { away_the_day_before, "" },
  { away_the_day_after, "" },
  { away_until_ten, "" },
  { away_until_eleven, "+absent" },
  { away_but_comes_later, "" },
  { never_on_mondays, "+availability" },
  { never_on_mondays_but_regular, "" },
  { rather_not, "rather-not" },
  { has_not_said, "rather-not" },
  { paused_to_the_day, "+paused" },
  { paused_to_the_day_before, "" },
  { paused_without_end, "+paused" },
  { paused_later, "" },
  { left_yesterday, "+paused" },
  { leaves_today, "" },
  { begins_tomorrow, "+paused" },
  { begins_today, "" },
  { archived, "+paused" },

  { never_with_bo, "" },
  { never_with_bo_there, "+never-together" },
  { never_with_the_host, "+never-together" },
  { never_with_bo_who_called_off, "" },
  { best_with_bo_there, "" },
  { serves_torring, "+house away" },
  { serves_both, "away" },
  { serves_at_home, "" },
  { full_of_two, "+full" },
  { full_but_one_is_absent, "" },
  { full_with_a_guest, "+full" },
  { no_room_at_all, "+full" },

  { travels_long, "travel" },
  { travels_just_enough, "" },
  { travels_on, "travel" },
  { stays_in_the_house, "" },
  { rests_too_little, "rest" },
  { rests_enough, "" },
  { rests_too_little_afterwards, "rest" },
  { works_twice_on_one_day, "" },
  { at_most_one_a_week, "most" },
  { at_most_one_a_week_next_week, "" },
  { at_most_one_a_week_moved, "" },
  { at_most_two_in_four_weeks, "most" },
  { at_most_two_far_apart, "" },
  { none_wished_a_week, "most" },
  { alone_on_a_shift_for_one, "alone" },
  { alone_is_fine_here, "" },
  { alone_with_a_host_to_come, "" },
  { alone_until_the_host_comes, "alone" },
  { not_alone_with_a_host, "" },
  { not_alone_with_a_guest, "" },
  { house_of_the_experienced, "trainee" },
  { experienced_herself, "" },
  { house_with_a_key, "key" },
  { key_of_another_house, "key" },
  { key_of_her_own, "" },
  { key_of_the_other, "" },
  { four_in_eight_weeks, "load" },
  { four_in_nine_weeks, "" },
  { four_and_wishes_five, "" },
  { wishes_none, "load" },
  { published_week, "published" },
  { published_week_before, "" },
};

static const char *const marks[] = {
  [HV_WEIGHT_SOFT] = "",
  [HV_WEIGHT_BY_HAND] = "~",
  [HV_WEIGHT_HARD] = "+",
  [HV_WEIGHT_FINAL] = "!",
};

static char *
describe (const GArray *obstacles)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (obstacles, HvObstacle, i);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", marks[obstacle->weight],
                              hv_obstacle_get_code (obstacle));
    }
  return g_string_free (text, FALSE);
}

static HvPlacement
place (const Scene *scene, const HvRoster *roster)
{
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, scene->shift), scene->volunteer);
  if (scene->own.from < scene->own.to)
    placement.span = scene->own;
  if (scene->moved != 0)
    placement.moved = hv_roster_find_assignment (roster, scene->moved);
  return placement;
}

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      Scene scene = { world, world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3), ANNA, { 0 }, 0 };
      cases[i].stage (&scene);
      g_autoptr (HvRoster) roster = world_end (world);

      HvPlacement placement = place (&scene, roster);
      g_autoptr (GArray) obstacles = hv_rule_check (roster, &placement);
      g_autofree char *text = describe (obstacles);
      g_test_message ("case %zu expects \"%s\"", i, cases[i].expected);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* The short way gives the beginning of the long one, up to the first that excludes. */
static void
test_until_excluded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      Scene scene = { world, world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3), ANNA, { 0 }, 0 };
      cases[i].stage (&scene);
      g_autoptr (HvRoster) roster = world_end (world);

      HvPlacement placement = place (&scene, roster);
      g_autoptr (GArray) obstacles = hv_rule_check_until_excluded (roster, &placement);
      g_autofree char *text = describe (obstacles);
      g_assert_true (g_str_has_prefix (cases[i].expected, text));
      bool excluded = strpbrk (cases[i].expected, "~+!") != NULL;
      g_assert_cmpint (strpbrk (text, "~+!") != NULL, ==, excluded);
      if (!excluded)
        g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A6: Bo is in Tørring on 6 May 10–13; Hedensted is 25 minutes away. */
static void
test_boundaries (void)
{
  static const struct
  {
    HvId house;
    const char *from;
    const char *to;
    const char *expected;
  } duties[] = {
    { ONLINE, "12:30", "14:00", "+overlap" },  { TORRING, "13:00", "15:00", "" },
    { HEDENSTED, "13:15", "15:00", "travel" }, { HEDENSTED, "13:25", "15:00", "" },
    { HEDENSTED, "08:00", "09:50", "travel" }, { HEDENSTED, "12:59", "15:00", "+overlap" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      g_autoptr (World) world = world_new ();
      world_add_travel (world, TORRING, HEDENSTED, 25);
      world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3), BO);
      HvId shift = world_open (world, duties[i].house, IT, "2026-05-06", duties[i].from, duties[i].to, 2);
      g_autoptr (HvRoster) roster = world_end (world);

      HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), BO);
      g_autoptr (GArray) obstacles = hv_rule_check (roster, &placement);
      g_autofree char *text = describe (obstacles);
      g_assert_cmpstr (text, ==, duties[i].expected);
      if (g_str_equal (duties[i].expected, "travel"))
        g_assert_cmpint (g_array_index (obstacles, HvObstacle, 0).number, ==, i == 2 ? 10 : 15);
    }
}

static void
test_refusal (void)
{
  static const struct
  {
    HvWeight weights[3];
    int without; /* place of the refusal, −1: none */
    int with;
  } lists[] = {
    { { HV_WEIGHT_SOFT, HV_WEIGHT_SOFT, HV_WEIGHT_SOFT }, -1, -1 },
    { { HV_WEIGHT_BY_HAND, HV_WEIGHT_SOFT, HV_WEIGHT_SOFT }, -1, -1 },
    { { HV_WEIGHT_BY_HAND, HV_WEIGHT_HARD, HV_WEIGHT_HARD }, 1, -1 },
    { { HV_WEIGHT_HARD, HV_WEIGHT_FINAL, HV_WEIGHT_SOFT }, 0, 1 },
    { { HV_WEIGHT_FINAL, HV_WEIGHT_HARD, HV_WEIGHT_SOFT }, 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
      for (gsize j = 0; j < G_N_ELEMENTS (lists[i].weights); j++)
        {
          HvObstacle obstacle = { .weight = lists[i].weights[j] };
          g_array_append_val (obstacles, obstacle);
        }
      const HvObstacle *first = (const HvObstacle *)(void *)obstacles->data;
      const HvObstacle *without = hv_rule_find_refusal (obstacles, false);
      const HvObstacle *with = hv_rule_find_refusal (obstacles, true);
      g_assert_cmpint (without != NULL ? (int)(without - first) : -1, ==, lists[i].without);
      g_assert_cmpint (with != NULL ? (int)(with - first) : -1, ==, lists[i].with);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/table", test_rules);
  g_test_add_func ("/rule/until-excluded", test_until_excluded);
  g_test_add_func ("/rule/boundaries", test_boundaries);
  g_test_add_func ("/rule/refusal", test_refusal);
  return g_test_run ();
}
