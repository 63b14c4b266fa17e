/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-state.h"

#include "hv-people-sample.h"

/* --- the line under a name --- */

typedef struct
{
  HvId volunteer;
  int day; /* after Monday 4 May */
  HvPersonStateKind kind;
  const char *english;
} Line;

static const Line lines[] = {
  { PEOPLE_ANNA, 0, HV_PERSON_HERE, "IT-hjælp · Juelsminde, Tørring" },
  { PEOPLE_BO, 0, HV_PERSON_HERE, "IT-hjælp · all houses" },
  { PEOPLE_LEIF, 0, HV_PERSON_HERE, "IT-hjælp (trainee) · all houses" },
  { PEOPLE_OLD, 0, HV_PERSON_ARCHIVED, "archived" },
  { PEOPLE_GERDA, -4, HV_PERSON_HERE, "IT-hjælp, Kaffevært · all houses" },
  { PEOPLE_GERDA, -3, HV_PERSON_AWAY, "Ferie up to and including 10 May" },
  { PEOPLE_GERDA, 6, HV_PERSON_AWAY, "Ferie up to and including 10 May" },
  { PEOPLE_GERDA, 7, HV_PERSON_HERE, "IT-hjælp, Kaffevært · all houses" },
  { 90, 0, HV_PERSON_HERE, "no role yet · all houses" },
  { 91, 0, HV_PERSON_NOT_BEGUN, "begins 5 May" },
  { 91, 1, HV_PERSON_HERE, "no role yet · all houses" },
  { 92, 0, HV_PERSON_HERE, "no role yet · all houses" },
  { 92, 1, HV_PERSON_STOPPED, "has stopped" },
  { 93, -1, HV_PERSON_HERE, "no role yet · all houses" },
  { 93, 0, HV_PERSON_PAUSED, "paused until further notice" },
  { 94, 0, HV_PERSON_PAUSED, "paused up to and including Friday 1 January 2027" },
  { 95, 0, HV_PERSON_HERE, "no role yet · all houses" }, /* away for some hours */
  { 96, 0, HV_PERSON_AWAY, "away up to and including 5 May" },
};

static HvVolunteer *
new_volunteer (HvId id)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, "Nobody");
  return volunteer;
}

static HvPause *
new_pause (HvId id, HvId volunteer, HvDay from, gint64 to)
{
  HvPause *pause = hv_record_new (HV_KIND_PAUSE, id);
  pause->volunteer = volunteer;
  pause->from = from;
  pause->to = to;
  return pause;
}

static HvAbsence *
new_absence (HvId id, HvId volunteer, HvDay from, HvDay to, gint64 start)
{
  HvAbsence *absence = hv_record_new (HV_KIND_ABSENCE, id);
  absence->volunteer = volunteer;
  absence->from = from;
  absence->to = to;
  absence->start = start;
  return absence;
}

static HvRoster *
build (void)
{
  HvVolunteer *late = new_volunteer (91);
  late->from = PEOPLE_MONDAY + 1;
  HvVolunteer *gone = new_volunteer (92);
  gone->until = PEOPLE_MONDAY;
  return people_build (new_volunteer (90), late, gone, new_volunteer (93), new_volunteer (94), new_volunteer (95),
                       new_volunteer (96), new_pause (300, 93, PEOPLE_MONDAY, HV_NONE),
                       new_pause (301, 94, PEOPLE_MONDAY, hv_day_from_ymd (2027, 1, 1)),
                       new_absence (302, 95, PEOPLE_MONDAY, PEOPLE_MONDAY, 540),
                       new_absence (303, 96, PEOPLE_MONDAY - 1, PEOPLE_MONDAY + 1, 540), NULL);
}

static void
test_lines (void)
{
  g_autoptr (HvRoster) roster = build ();
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const HvVolunteer *volunteer = people_find (roster, lines[i].volunteer);
      HvDay day = PEOPLE_MONDAY + lines[i].day;
      g_assert_cmpint (hv_person_state_find (roster, volunteer, day).kind, ==, lines[i].kind);
      g_autofree char *line = hv_person_state_format_line (roster, volunteer, day, HV_LANGUAGE_EN);
      g_assert_cmpstr (line, ==, lines[i].english);
    }
}

/* --- free in a week --- */

static void
test_free (void)
{
  static const struct
  {
    HvId volunteer;
    int week; /* 18, 19, 20 */
    bool free;
  } table[] = {
    { PEOPLE_ANNA, 18, true },
    { PEOPLE_ANNA, 19, false },
    { PEOPLE_ANNA, 20, false },
    { PEOPLE_BO, 18, true },
    { PEOPLE_BO, 19, false },
    { PEOPLE_BO, 20, true },
    { PEOPLE_GERDA, 18, true }, /* away from Friday on only */
    { PEOPLE_GERDA, 19, false },
    { PEOPLE_GERDA, 20, true },
    { PEOPLE_OLD, 19, false },
    { 90, 19, true },
    { 91, 18, false },
    { 91, 19, true },
    { 92, 19, true },
    { 92, 20, false },
    { 93, 18, true },
    { 93, 19, false },
    { 95, 19, true },
  };
  g_autoptr (HvRoster) roster = build ();
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvWeek week = hv_week_of_day (PEOPLE_MONDAY + (table[i].week - 19) * 7);
      g_assert_true (hv_person_state_is_free (roster, people_find (roster, table[i].volunteer), week) == table[i].free);
    }
}

/* Who can in even weeks only is free in those, and who cannot at all in none. */
static void
test_free_by_pattern (void)
{
  HvAvailability *even = hv_record_new (HV_KIND_AVAILABILITY, 300);
  even->volunteer = 90;
  even->weekday = 1;
  even->end = 600;
  even->repeat = HV_REPEAT_EVEN;
  HvAvailability *never = hv_record_new (HV_KIND_AVAILABILITY, 301);
  never->volunteer = 91;
  never->weekday = 1;
  never->end = HV_MINUTES_PER_DAY;
  never->offer = HV_OFFER_CANNOT;
  g_autoptr (HvRoster) roster = people_build (new_volunteer (90), new_volunteer (91), even, never, NULL);
  for (int number = 18; number <= 20; number++)
    {
      HvWeek week = hv_week_of_day (PEOPLE_MONDAY + (number - 19) * 7);
      g_assert_true (hv_person_state_is_free (roster, people_find (roster, 90), week) == (number != 19));
      g_assert_false (hv_person_state_is_free (roster, people_find (roster, 91), week));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-state/lines", test_lines);
  g_test_add_func ("/person-state/free", test_free);
  g_test_add_func ("/person-state/free-by-pattern", test_free_by_pattern);
  return g_test_run ();
}
