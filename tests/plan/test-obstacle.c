/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-rule.h"

#define NB "\u00A0"

/* --- codes and weights --- */

static void
test_codes (void)
{
  static const char *const codes[] = {
    "twice",   "overlap", "role",   "absent", "availability", "paused",     "never-together",
    "house",   "full",    "travel", "rest",   "most",         "rather-not", "alone",
    "trainee", "key",     "away",   "load",   "published",
  };
  g_assert_cmpint (G_N_ELEMENTS (codes), ==, HV_N_RULES);
  for (int rule = 0; rule < HV_N_RULES; rule++)
    {
      HvObstacle obstacle = { .rule = (HvRule)rule };
      g_assert_cmpstr (hv_rule_get_code ((HvRule)rule), ==, codes[rule]);
      g_assert_cmpstr (hv_obstacle_get_code (&obstacle), ==, codes[rule]);
    }
}

static void
test_weights (void)
{
  static const struct
  {
    HvWeight weight;
    bool excludes;
    bool refuses;
    bool can_be_overridden;
  } cases[] = {
    { HV_WEIGHT_SOFT, false, false, true },
    { HV_WEIGHT_BY_HAND, true, false, true },
    { HV_WEIGHT_HARD, true, true, true },
    { HV_WEIGHT_FINAL, true, true, false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvObstacle obstacle = { .weight = cases[i].weight };
      g_assert_cmpint (hv_obstacle_excludes (&obstacle), ==, cases[i].excludes);
      g_assert_cmpint (hv_obstacle_refuses (&obstacle), ==, cases[i].refuses);
      g_assert_cmpint (hv_obstacle_can_be_overridden (&obstacle), ==, cases[i].can_be_overridden);
    }
}

/* --- sentences: those of the design, found by the rules themselves --- */

/* Where the world is told what is wrong: Anna, IT in Juelsminde on 4 May 10:00–13:00. */
typedef void (*Stage) (World *world, HvId shift);

static void
on_shift (World *world, HvId shift)
{
  world_assign (world, shift, ANNA);
}

static void
called_off (World *world, HvId shift)
{
  ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, ANNA)))->state =
      HV_STATE_CALLED_OFF;
}

static void
stand (World *world, HvId house, const char *day, const char *from, const char *to)
{
  world_assign (world, world_open (world, house, IT, day, from, to, 2), ANNA);
}

static void
in_torring (World *world, HvId shift)
{
  stand (world, TORRING, "2026-05-04", "10:00", "13:00");
}

static void
online_at_night (World *world, HvId shift)
{
  stand (world, ONLINE, "2026-05-03", "22:00", "36:00");
}

static void
without_role (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_SKILL, ANNA);
}

static void
trainee (World *world, HvId shift)
{
  world_set_level (world, ANNA, IT, HV_LEVEL_TRAINEE);
}

static HvAbsence *
be_away (World *world, const char *from, const char *to, const char *reason)
{
  world_add_absence (world, ANNA, from, to, reason);
  return g_ptr_array_index (world->records, world->records->len - 1);
}

static void
on_holiday (World *world, HvId shift)
{
  be_away (world, "2026-05-01", "2026-05-12", "HOLIDAY");
}

static void
away_for_a_reason (World *world, HvId shift)
{
  be_away (world, "2026-05-01", "2026-05-12", "Grandchildren");
}

static void
away_over_the_year (World *world, HvId shift)
{
  be_away (world, "2026-05-01", "2027-01-04", NULL);
}

static void
away_for_hours (World *world, HvId shift)
{
  HvAbsence *absence = be_away (world, "2026-05-04", "2026-05-04", NULL);
  absence->start = 540;
  absence->end = 720;
}

static void
away_until_a_time (World *world, HvId shift)
{
  be_away (world, "2026-05-01", "2026-05-04", "Holiday")->end = 720;
}

static void
away_from_a_time (World *world, HvId shift)
{
  be_away (world, "2026-05-04", "2026-05-06", NULL)->start = 660;
}

static void
offer_only (World *world, const char *from, const char *to, HvOffer offer)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  world_offer (world, ANNA, 1, from, to, offer);
}

static void
not_on_mondays (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  world_offer (world, ANNA, 2, "08:00", "18:00", HV_OFFER_CAN);
}

static void
can_from (World *world, HvId shift)
{
  offer_only (world, "10:30", "17:00", HV_OFFER_CAN);
}

static void
can_until (World *world, HvId shift)
{
  offer_only (world, "08:00", "12:00", HV_OFFER_RATHER_NOT);
}

static void
can_between (World *world, HvId shift)
{
  offer_only (world, "11:00", "12:00", HV_OFFER_CAN);
}

static void
can_in_the_evening (World *world, HvId shift)
{
  offer_only (world, "17:00", "20:00", HV_OFFER_CAN);
}

static void
even_weeks (World *world, HvId shift)
{
  offer_only (world, "10:00", "13:00", HV_OFFER_CAN);
  ((HvAvailability *)g_ptr_array_index (world->records, world->records->len - 1))->repeat = HV_REPEAT_EVEN;
}

static void
rather_not (World *world, HvId shift)
{
  world_offer (world, ANNA, 1, "12:00", "15:00", HV_OFFER_RATHER_NOT);
}

static void
not_said (World *world, HvId shift)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
}

static void
be_paused (World *world, const char *to)
{
  HvPause *pause = world_add (world, HV_KIND_PAUSE);
  pause->volunteer = ANNA;
  pause->from = day ("2026-05-01");
  pause->to = to != NULL ? day (to) : HV_NONE;
}

static void
paused_to_sunday (World *world, HvId shift)
{
  be_paused (world, "2026-05-17");
}

static void
paused_to_saturday (World *world, HvId shift)
{
  be_paused (world, "2026-05-16");
}

static void
paused_to_week_1 (World *world, HvId shift)
{
  be_paused (world, "2027-01-10");
}

/* The Sunday of week 53 is in 2027, its week is not. */
static void
paused_to_week_53 (World *world, HvId shift)
{
  be_paused (world, "2027-01-03");
}

static void
paused (World *world, HvId shift)
{
  be_paused (world, NULL);
}

static HvVolunteer *
anna (World *world)
{
  return world_get (world, HV_KIND_VOLUNTEER, ANNA);
}

static void
stopped (World *world, HvId shift)
{
  anna (world)->until = day ("2026-04-30");
}

static void
not_begun (World *world, HvId shift)
{
  anna (world)->from = day ("2026-06-01");
}

static void
not_begun_for_long (World *world, HvId shift)
{
  anna (world)->from = day ("2027-06-01");
}

static void
never_with_bo (World *world, HvId shift)
{
  world_add_pair (world, ANNA, BO, HV_PAIR_NEVER);
  world_assign (world, shift, BO);
}

static void
other_house (World *world, HvId shift)
{
  world_serve (world, ANNA, TORRING, 0);
}

static void
full (World *world, HvId shift)
{
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->maximum = 5;
  for (HvId id = BO; id <= GERDA; id++)
    world_assign (world, shift, id);
}

static void
travels_from (World *world, HvId shift)
{
  world_add_travel (world, JUELSMINDE, TORRING, 25);
  stand (world, TORRING, "2026-05-04", "08:00", "09:45");
}

static void
travels_to (World *world, HvId shift)
{
  world_add_travel (world, JUELSMINDE, TORRING, 25);
  stand (world, TORRING, "2026-05-04", "13:24", "15:00");
}

static void
rests (World *world, HvId shift)
{
  anna (world)->rest_hours = 11 * HV_MICRO;
  stand (world, ONLINE, "2026-05-03", "20:00", "24:30");
}

static void
once_a_week (World *world, HvId shift)
{
  anna (world)->most_week = 1;
  stand (world, TORRING, "2026-05-06", "10:00", "13:00");
}

static void
twice_in_four_weeks (World *world, HvId shift)
{
  anna (world)->most_four_weeks = 2;
  stand (world, TORRING, "2026-05-06", "10:00", "13:00");
  stand (world, TORRING, "2026-05-13", "10:00", "13:00");
}

static void
alone (World *world, HvId shift)
{
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->minimum = 1;
}

static void
nobody_experienced (World *world, HvId shift)
{
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->minimum = 0;
  ((HvHouse *)world_get (world, HV_KIND_HOUSE, JUELSMINDE))->experienced = 1;
}

static void
nobody_with_key (World *world, HvId shift)
{
  ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->minimum = 0;
  ((HvHouse *)world_get (world, HV_KIND_HOUSE, JUELSMINDE))->key = 1;
}

static void
away_from_home (World *world, HvId shift)
{
  world_serve (world, ANNA, HEDENSTED, 0);
  world_serve (world, ANNA, JUELSMINDE, 1);
}

static void
loaded (World *world, HvId shift)
{
  for (int i = 0; i < 4; i++)
    world_add_past (world, ANNA, TORRING, "2026-04-01");
}

static void
loaded_beyond_wish (World *world, HvId shift)
{
  anna (world)->eight_weeks = 1;
  world_add_past (world, ANNA, TORRING, "2026-04-01");
}

static void
published (World *world, HvId shift)
{
  HvPublication *publication = world_add (world, HV_KIND_PUBLICATION);
  publication->week = week ("2026-W19").monday;
}

static const struct
{
  Stage stage;
  HvRule rule;
  const char *text;
} sentences[] = {
  { on_shift, HV_RULE_TWICE, "is already on this shift" },
  { called_off, HV_RULE_TWICE, "has called off this shift" },
  { in_torring, HV_RULE_OVERLAP, "has another shift then: Tørring 10:00–13:00" },
  { online_at_night, HV_RULE_OVERLAP, "has another shift then: Online Sunday 3 May 22:00 to Monday 12:00" },
  { without_role, HV_RULE_ROLE, "does not have the role IT help" },
  { trainee, HV_RULE_ROLE, "is a trainee" },
  { on_holiday, HV_RULE_ABSENT, "on holiday up to and including 12 May" },
  { away_for_a_reason, HV_RULE_ABSENT, "away up to and including 12 May" },
  { away_over_the_year, HV_RULE_ABSENT, "away up to and including Monday 4 January 2027" },
  { away_for_hours, HV_RULE_ABSENT, "away 09:00–12:00" },
  { away_until_a_time, HV_RULE_ABSENT, "away until 4 May, 12:00" },
  { away_from_a_time, HV_RULE_ABSENT, "away up to and including 6 May" },
  { not_on_mondays, HV_RULE_AVAILABILITY, "cannot on Mondays" },
  { can_from, HV_RULE_AVAILABILITY, "can only from 10:30" },
  { can_until, HV_RULE_AVAILABILITY, "can only until 12:00" },
  { can_between, HV_RULE_AVAILABILITY, "can only 11:00–12:00" },
  { can_in_the_evening, HV_RULE_AVAILABILITY, "can only 17:00–20:00" },
  { even_weeks, HV_RULE_AVAILABILITY, "can only in even weeks" },
  { paused_to_sunday, HV_RULE_PAUSED, "paused up to and including week" NB "20" },
  { paused_to_saturday, HV_RULE_PAUSED, "paused up to and including 16 May" },
  { paused_to_week_1, HV_RULE_PAUSED, "paused up to and including Sunday 10 January 2027" },
  { paused_to_week_53, HV_RULE_PAUSED, "paused up to and including week" NB "53" },
  { paused, HV_RULE_PAUSED, "paused until further notice" },
  { stopped, HV_RULE_PAUSED, "has stopped" },
  { not_begun, HV_RULE_PAUSED, "begins 1 June" },
  { not_begun_for_long, HV_RULE_PAUSED, "begins Tuesday 1 June 2027" },
  { never_with_bo, HV_RULE_NEVER_TOGETHER, "not together with Bo Vestermark" },
  { other_house, HV_RULE_HOUSE, "does not help in this house" },
  { full, HV_RULE_FULL, "the shift is full, at most 5" },
  { travels_from, HV_RULE_TRAVEL, "10" NB "min short for travel from Tørring" },
  { travels_to, HV_RULE_TRAVEL, "1" NB "min short for travel to Tørring" },
  { rests, HV_RULE_REST, "9.5" NB "h of rest, wishes 11" NB "h" },
  { once_a_week, HV_RULE_MOST, "wants at most 1 shift a week, has 1" },
  { twice_in_four_weeks, HV_RULE_MOST, "wants at most 2 shifts in four weeks, has 2" },
  { rather_not, HV_RULE_RATHER_NOT, "would rather not 12:00–13:00" },
  { not_said, HV_RULE_RATHER_NOT, "has not said when" },
  { alone, HV_RULE_ALONE, "alone on duty" },
  { trainee, HV_RULE_TRAINEE, "is a trainee, and nobody experienced is there" },
  { nobody_experienced, HV_RULE_TRAINEE, "nobody experienced is there" },
  { nobody_with_key, HV_RULE_KEY, "nobody there has a key" },
  { away_from_home, HV_RULE_AWAY, "home house: Hedensted" },
  { loaded, HV_RULE_LOAD, "has 4 shifts in eight weeks" },
  { loaded_beyond_wish, HV_RULE_LOAD, "wishes 1 shift in eight weeks, has 1" },
  { published, HV_RULE_PUBLISHED, "changes what is published in week" NB "19" },
};

static const HvObstacle *
find_obstacle (const GArray *obstacles, HvRule rule)
{
  for (guint i = 0; i < obstacles->len; i++)
    if (g_array_index (obstacles, HvObstacle, i).rule == rule)
      return &g_array_index (obstacles, HvObstacle, i);
  g_assert_not_reached ();
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
      sentences[i].stage (world, shift);
      g_autoptr (HvRoster) roster = world_end (world);

      HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, shift), ANNA);
      g_autoptr (GArray) obstacles = hv_rule_check (roster, &placement);
      const HvObstacle *obstacle = find_obstacle (obstacles, sentences[i].rule);
      g_autofree char *text = hv_obstacle_format (obstacle, roster, HV_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, sentences[i].text);
    }
}

/* Every weekday has its own sentence: Danish and Swedish inflect them. */
static void
test_weekdays (void)
{
  static const char *const texts[] = {
    "cannot on Mondays", "cannot on Tuesdays",  "cannot on Wednesdays", "cannot on Thursdays",
    "cannot on Fridays", "cannot on Saturdays", "cannot on Sundays",
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (int i = 0; i < 7; i++)
    {
      HvObstacle obstacle = { .rule = HV_RULE_AVAILABILITY,
                              .weight = HV_WEIGHT_HARD,
                              .detail = HV_DETAIL_WEEKDAY,
                              .when = day ("2026-05-04") + i };
      g_autofree char *text = hv_obstacle_format (&obstacle, roster, HV_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* What the references name may have gone. */
static void
test_lost_names (void)
{
  static const struct
  {
    HvRule rule;
    const char *text;
  } cases[] = {
    { HV_RULE_OVERLAP, "has another shift then: ? 10:00–13:00" },
    { HV_RULE_ROLE, "does not have the role ?" },
    { HV_RULE_NEVER_TOGETHER, "not together with ?" },
    { HV_RULE_AWAY, "home house: ?" },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvObstacle obstacle = { .rule = cases[i].rule,
                              .house = 999,
                              .role = 999,
                              .other = 999,
                              .span = span ("2026-05-04", "10:00", "13:00"),
                              .when = day ("2026-05-04") };
      g_autofree char *text = hv_obstacle_format (&obstacle, roster, HV_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_error (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) roster = world_end (world);
  HvObstacle obstacle = { .rule = HV_RULE_HOUSE, .weight = HV_WEIGHT_HARD, .volunteer = BO };
  g_autoptr (GError) error = NULL;
  hv_obstacle_to_error (&obstacle, roster, &error);
  g_assert_error (error, HV_ERROR, HV_ERROR_HOUSE);
  g_assert_cmpstr (error->message, ==,
                   "Bo Vestermark: does not help in this house. Give a reason to assign anyway, or choose somebody "
                   "else.");
  g_clear_error (&error);

  obstacle = (HvObstacle){ .rule = HV_RULE_TWICE, .weight = HV_WEIGHT_FINAL, .volunteer = BO };
  hv_obstacle_to_error (&obstacle, roster, &error);
  g_assert_error (error, HV_ERROR, HV_ERROR_TWICE);
  g_assert_cmpstr (error->message, ==, "Bo Vestermark: is already on this shift. Choose somebody else.");

  /* The error's name is the rule's, for every hard rule. */
  for (int rule = HV_RULE_TWICE; rule <= HV_RULE_FULL; rule++)
    {
      g_autoptr (GError) named = NULL;
      HvObstacle any = { .rule = (HvRule)rule, .weight = HV_WEIGHT_HARD };
      hv_obstacle_to_error (&any, roster, &named);
      g_assert_cmpstr (hv_error_get_name (named), ==, hv_rule_get_code ((HvRule)rule));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/obstacle/codes", test_codes);
  g_test_add_func ("/obstacle/weights", test_weights);
  g_test_add_func ("/obstacle/sentences", test_sentences);
  g_test_add_func ("/obstacle/weekdays", test_weekdays);
  g_test_add_func ("/obstacle/lost-names", test_lost_names);
  g_test_add_func ("/obstacle/error", test_error);
  return g_test_run ();
}
