/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The soft rules, one function each, in their order. */

#include "hv-load.h"
#include "hv-rule-check.h"

static void
check_travel (HvCheck *check, GArray *obstacles)
{
  HvSpan here = check->placement->span;
  for (guint i = 0; i < check->duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (check->duties, i);
      HvSpan there = hv_assignment_get_span (duty);
      if (hv_span_overlaps (here, there))
        continue;
      bool before = there.from < here.from;
      gint64 pause = before ? here.from - there.to : there.from - here.to;
      int travel = hv_roster_get_travel (check->roster, check->shift->house, duty->house);
      if (pause < travel)
        hv_check_add (check, obstacles,
                      (HvObstacle){ .rule = HV_RULE_TRAVEL,
                                    .detail = before ? HV_DETAIL_TRAVEL_FROM : HV_DETAIL_TRAVEL_TO,
                                    .assignment = duty->r.id,
                                    .house = duty->house,
                                    .number = travel - (int)pause });
    }
}

/* Rest is between days: two duties on one day are a matter of travel. */
static const HvAssignment *
find_least_rest (const HvCheck *check, gint64 *ret_minutes)
{
  const HvAssignment *least = NULL;
  HvSpan here = check->placement->span;
  for (guint i = 0; i < check->duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (check->duties, i);
      HvSpan there = hv_assignment_get_span (duty);
      if (hv_span_overlaps (here, there) || hv_minute_get_day (there.from) == check->day)
        continue;
      gint64 minutes = there.from < here.from ? here.from - there.to : there.from - here.to;
      if (least == NULL || minutes < *ret_minutes)
        {
          least = duty;
          *ret_minutes = minutes;
        }
    }
  return least;
}

static void
check_rest (HvCheck *check, GArray *obstacles)
{
  HvMicro hours = hv_roster_get_rest_hours (check->roster, check->volunteer);
  if (hours == HV_NONE)
    return;
  gint64 wished = hours * 60 / HV_MICRO;
  gint64 minutes = 0;
  const HvAssignment *duty = find_least_rest (check, &minutes);
  if (duty != NULL && minutes < wished)
    hv_check_add (
        check, obstacles,
        (HvObstacle){ .rule = HV_RULE_REST, .assignment = duty->r.id, .number = (int)wished, .against = (int)minutes });
}

static void
check_most (HvCheck *check, GArray *obstacles)
{
  const HvVolunteer *volunteer = check->volunteer;
  const HvPlacement *placement = check->placement;
  HvObstacle obstacle = { .rule = HV_RULE_MOST };
  gint64 most_week = hv_roster_get_most_week (check->roster, volunteer);
  if (most_week != HV_NONE)
    {
      obstacle.detail = HV_DETAIL_MOST_WEEK;
      obstacle.number = (int)most_week;
      obstacle.against = hv_load_count (check->roster, volunteer->r.id, check->week.monday, check->week.monday + 7,
                                        placement->moved, placement->pending);
      if (obstacle.against + 1 > obstacle.number)
        hv_check_add (check, obstacles, obstacle);
    }
  if (volunteer->most_four_weeks != HV_NONE)
    {
      obstacle.detail = HV_DETAIL_MOST_FOUR_WEEKS;
      obstacle.number = (int)volunteer->most_four_weeks;
      obstacle.against =
          hv_load_count_four_weeks (check->roster, volunteer->r.id, check->week, placement->moved, placement->pending);
      if (obstacle.against + 1 > obstacle.number)
        hv_check_add (check, obstacles, obstacle);
    }
}

static void
check_rather_not (HvCheck *check, GArray *obstacles)
{
  const HvFit *fit = hv_check_get_fit (check);
  if (fit->offer == HV_OFFER_RATHER_NOT)
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_RATHER_NOT,
                                .detail = fit->said ? HV_DETAIL_RATHER_NOT : HV_DETAIL_NOT_SAID,
                                .span = fit->window });
}

/* Whether the placement gives every shift of the opening the people it wants. */
static bool
completes_opening (HvCheck *check)
{
  const GArray *people = hv_check_get_people (check);
  const GPtrArray *shifts = hv_roster_list_of (check->roster, HV_KIND_SHIFT, HV_KIND_OPENING, check->shift->opening);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      gint64 wanted = shift->wanted != HV_NONE ? shift->wanted : shift->minimum;
      gint64 filling = hv_presence_count_filling (people, shift->r.id);
      if (shift->r.id == check->shift->r.id && !hv_check_is_trainee (check))
        filling++;
      if (filling < wanted)
        return false;
    }
  return true;
}

/* The part of the placement in which visitors are received. */
static HvSpan
get_open_time (const HvCheck *check)
{
  const HvOpening *opening = hv_roster_find_opening (check->roster, check->shift->opening);
  if (opening == NULL)
    return check->placement->span;
  return hv_span_intersect (check->placement->span, hv_opening_get_span (opening));
}

static GArray *
list_spans (const GArray *people, bool experienced_only)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HvSpan));
  for (guint i = 0; i < people->len; i++)
    {
      const HvPresence *person = &g_array_index (people, HvPresence, i);
      if (person->experienced || !experienced_only)
        g_array_append_val (spans, person->span);
    }
  return spans;
}

static void
check_alone (HvCheck *check, GArray *obstacles)
{
  if (check->house == NULL || check->house->never_alone != 1 || !completes_opening (check))
    return;
  g_autoptr (GArray) others = list_spans (hv_check_get_people (check), false);
  HvSpan alone;
  if (hv_presence_find_uncovered (get_open_time (check), others, &alone))
    hv_check_add (check, obstacles, (HvObstacle){ .rule = HV_RULE_ALONE, .span = alone });
}

static bool
is_experienced (const HvCheck *check)
{
  HvLevel level;
  return hv_roster_get_level (check->roster, check->volunteer->r.id, check->shift->role, &level)
         && level == HV_LEVEL_EXPERIENCED;
}

/* A trainee stands beside somebody experienced all the time; and some houses never
 * want to be without one. */
static void
check_trainee (HvCheck *check, GArray *obstacles)
{
  bool trainee = hv_check_is_trainee (check);
  bool asked = check->house != NULL && check->house->experienced == 1;
  if (!trainee && (!asked || is_experienced (check) || !completes_opening (check)))
    return;
  g_autoptr (GArray) experienced = list_spans (hv_check_get_people (check), true);
  HvSpan without;
  if (hv_presence_find_uncovered (get_open_time (check), experienced, &without))
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_TRAINEE,
                                .detail = trainee ? HV_DETAIL_WITHOUT_EXPERIENCED : HV_DETAIL_NONE_EXPERIENCED,
                                .span = without });
}

static bool
has_key (const HvRoster *roster, HvId volunteer, HvId house)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = g_ptr_array_index (ties, i);
      if (tie->house == house && tie->key == 1)
        return true;
    }
  return false;
}

static void
check_key (HvCheck *check, GArray *obstacles)
{
  HvId house = check->shift->house;
  if (check->house == NULL || check->house->key != 1 || has_key (check->roster, check->volunteer->r.id, house)
      || !completes_opening (check))
    return;
  const GArray *people = hv_check_get_people (check);
  for (guint i = 0; i < people->len; i++)
    {
      HvId volunteer = g_array_index (people, HvPresence, i).assignment->volunteer;
      if (volunteer != HV_NONE && has_key (check->roster, volunteer, house))
        return;
    }
  hv_check_add (check, obstacles, (HvObstacle){ .rule = HV_RULE_KEY, .house = house });
}

static void
check_away (HvCheck *check, GArray *obstacles)
{
  HvId home = hv_roster_get_home (check->roster, check->volunteer->r.id);
  if (home != HV_NONE && home != check->shift->house)
    hv_check_add (check, obstacles, (HvObstacle){ .rule = HV_RULE_AWAY, .house = home });
}

static void
check_load (HvCheck *check, GArray *obstacles)
{
  HvLoad load =
      hv_load_get (check->roster, check->volunteer, check->week, check->placement->moved, check->placement->pending);
  if (load.duties + 1 > load.wish)
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_LOAD,
                                .detail = load.said ? HV_DETAIL_LOAD_WISH : HV_DETAIL_LOAD_UNASKED,
                                .number = load.wish,
                                .against = load.duties });
}

static void
check_published (HvCheck *check, GArray *obstacles)
{
  const GPtrArray *publications = hv_roster_list (check->roster, HV_KIND_PUBLICATION);
  for (guint i = 0; i < publications->len; i++)
    {
      const HvPublication *publication = g_ptr_array_index (publications, i);
      if (publication->week == check->week.monday)
        {
          hv_check_add (check, obstacles, (HvObstacle){ .rule = HV_RULE_PUBLISHED });
          return;
        }
    }
}

#define SOFT(rule) [(rule)-HV_RULE_FULL - 1]

const HvCheckRule hv_check_soft_rules[] = {
  SOFT (HV_RULE_TRAVEL) = check_travel, SOFT (HV_RULE_REST) = check_rest,
  SOFT (HV_RULE_MOST) = check_most,     SOFT (HV_RULE_RATHER_NOT) = check_rather_not,
  SOFT (HV_RULE_ALONE) = check_alone,   SOFT (HV_RULE_TRAINEE) = check_trainee,
  SOFT (HV_RULE_KEY) = check_key,       SOFT (HV_RULE_AWAY) = check_away,
  SOFT (HV_RULE_LOAD) = check_load,     SOFT (HV_RULE_PUBLISHED) = check_published,
};
