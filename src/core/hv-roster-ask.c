/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The questions of hv-roster.h that are asked everywhere. */

#include "hv-holiday.h"
#include "hv-roster-private.h"

#define DEFAULT_MINUTES 15.0
#define DEFAULT_TARGET_SHARE 0.8
#define DEFAULT_TARGET_MINUTES 15.0
#define DEFAULT_DOOR 0.1
#define DEFAULT_LEAST 2

/* --- openings --- */

/* In a list of openings: the place of the first that starts at or after a minute. */
static guint
find_opening_place (const GPtrArray *openings, HvMinute starts)
{
  guint low = 0;
  guint high = openings->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const HvOpening *opening = openings->pdata[middle];
      if (opening->starts < starts)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GPtrArray *
hv_roster_list_openings (const HvRoster *roster, HvWeek week, HvId house)
{
  const GPtrArray *openings = house == HV_NONE ? hv_roster_list (roster, HV_KIND_OPENING)
                                               : hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);
  guint from = find_opening_place (openings, hv_minute_at (week.monday, 0));
  guint to = find_opening_place (openings, hv_minute_at (week.monday + 7, 0));

  GPtrArray *in_week = g_ptr_array_sized_new (to - from);
  for (guint i = from; i < to; i++)
    g_ptr_array_add (in_week, openings->pdata[i]);
  return in_week;
}

const HvOpening *
hv_roster_find_opening_on (const HvRoster *roster, HvId house, HvDay day, gint64 start_or_none)
{
  bool any_time = start_or_none == HV_NONE;
  HvMinute wanted = hv_minute_at (day, any_time ? 0 : (int)start_or_none);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);

  guint place = find_opening_place (openings, wanted);
  if (place == openings->len)
    return NULL;

  const HvOpening *opening = openings->pdata[place];
  bool found = any_time ? hv_opening_get_day (opening) == day : opening->starts == wanted;
  return found ? opening : NULL;
}

bool
hv_roster_opens_again (const HvRoster *roster, const HvOpening *opening)
{
  HvDay day = hv_opening_get_day (opening);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, opening->house);
  guint n = 0;
  for (guint i = find_opening_place (openings, hv_minute_at (day, 0)); i < openings->len && n < 2; i++, n++)
    if (hv_opening_get_day (openings->pdata[i]) != day)
      break;
  return n > 1;
}

static gconstpointer
find_first_of (const HvRoster *roster, HvKind kind, HvKind owner_kind, HvId owner)
{
  const GPtrArray *group = hv_roster_list_of (roster, kind, owner_kind, owner);
  return group->len > 0 ? group->pdata[0] : NULL;
}

const HvVisit *
hv_roster_find_visit (const HvRoster *roster, HvId opening)
{
  return find_first_of (roster, HV_KIND_VISIT, HV_KIND_OPENING, opening);
}

const HvExpectation *
hv_roster_find_expectation (const HvRoster *roster, HvId opening)
{
  return find_first_of (roster, HV_KIND_EXPECTATION, HV_KIND_OPENING, opening);
}

/* --- who is on a shift --- */

const HvAssignment *
hv_roster_find_assigned (const HvRoster *roster, HvId shift, HvId volunteer)
{
  const GPtrArray *assigned = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift);
  for (guint i = 0; i < assigned->len; i++)
    {
      const HvAssignment *assignment = assigned->pdata[i];
      if (assignment->volunteer == volunteer && volunteer != HV_NONE)
        return assignment;
    }
  return NULL;
}

static bool
is_trainee (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  HvLevel level;
  return shift != NULL && hv_roster_get_level (roster, assignment->volunteer, shift->role, &level)
         && level == HV_LEVEL_TRAINEE;
}

bool
hv_roster_fills (const HvRoster *roster, const HvAssignment *assignment)
{
  if (!hv_state_fills ((HvState)assignment->state))
    return false;
  if (assignment->volunteer == HV_NONE)
    return true;
  if (is_trainee (roster, assignment))
    return false;

  /* Who has been seen on duty was there, whatever was said before. */
  return assignment->state == HV_STATE_PRESENT
         || hv_roster_find_absence (roster, assignment->volunteer, hv_assignment_get_span (assignment)) == NULL;
}

guint
hv_roster_count_filling (const HvRoster *roster, const HvShift *shift)
{
  const GPtrArray *assigned = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  guint n = 0;
  for (guint i = 0; i < assigned->len; i++)
    if (hv_roster_fills (roster, assigned->pdata[i]))
      n++;
  return n;
}

/* --- a volunteer --- */

const HvAbsence *
hv_roster_find_absence (const HvRoster *roster, HvId volunteer, HvSpan span)
{
  const GPtrArray *absences = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < absences->len; i++)
    if (hv_span_overlaps (hv_absence_get_span (absences->pdata[i]), span))
      return absences->pdata[i];
  return NULL;
}

const HvPause *
hv_roster_find_pause (const HvRoster *roster, HvId volunteer, HvDay day)
{
  const GPtrArray *pauses = hv_roster_list_of (roster, HV_KIND_PAUSE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < pauses->len; i++)
    {
      const HvPause *pause = pauses->pdata[i];
      if (pause->from <= day && (pause->to == HV_NONE || pause->to >= day))
        return pause;
    }
  return NULL;
}

bool
hv_roster_get_level (const HvRoster *roster, HvId volunteer, HvId role, HvLevel *ret_level)
{
  const GPtrArray *skills = hv_roster_list_of (roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < skills->len; i++)
    {
      const HvSkill *skill = skills->pdata[i];
      if (skill->role == role)
        {
          *ret_level = (HvLevel)skill->level;
          return true;
        }
    }
  return false;
}

HvId
hv_roster_get_home (const HvRoster *roster, HvId volunteer)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  const HvTie *home = NULL;
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = ties->pdata[i];
      if (tie->serves == 1 && (home == NULL || tie->position < home->position))
        home = tie;
    }
  return home != NULL ? home->house : HV_NONE;
}

bool
hv_roster_serves (const HvRoster *roster, HvId volunteer, HvId house)
{
  const GPtrArray *ties = hv_roster_list_of (roster, HV_KIND_TIE, HV_KIND_VOLUNTEER, volunteer);
  bool names_some = false;
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = ties->pdata[i];
      if (tie->serves == 1 && tie->house == house)
        return true;
      names_some |= tie->serves == 1;
    }
  return !names_some;
}

static bool
is_cancelled (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvOpening *opening = shift != NULL ? hv_roster_find_opening (roster, shift->opening) : NULL;
  return opening != NULL && opening->closed != NULL;
}

static bool
is_duty (const HvRoster *roster, const HvAssignment *assignment)
{
  return hv_state_fills ((HvState)assignment->state) && !is_cancelled (roster, assignment);
}

static HvDay
get_duty_day (const HvAssignment *assignment)
{
  return hv_minute_get_day (assignment->starts);
}

guint
hv_roster_count_duties (const HvRoster *roster, HvId volunteer, HvDay from, HvDay to)
{
  const GPtrArray *assigned = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  guint n = hv_history_count_duties (roster->history, volunteer, from, to);
  for (guint i = 0; i < assigned->len; i++)
    {
      HvDay day = get_duty_day (assigned->pdata[i]);
      if (from <= day && day < to && is_duty (roster, assigned->pdata[i]))
        n++;
    }
  return n;
}

bool
hv_roster_get_last_duty (const HvRoster *roster, HvId volunteer, HvId house, HvDay before, HvDay *ret_day)
{
  const GPtrArray *assigned = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = assigned->len; i > 0; i--)
    {
      const HvAssignment *assignment = assigned->pdata[i - 1];
      if (get_duty_day (assignment) < before && (house == HV_NONE || assignment->house == house)
          && is_duty (roster, assignment))
        {
          *ret_day = get_duty_day (assignment);
          return true;
        }
    }
  return hv_history_get_last_duty (roster->history, volunteer, house, before, ret_day);
}

/* --- a house --- */

GArray *
hv_roster_list_counts (const HvRoster *roster, HvId house)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (HvPastCount));
  hv_history_append_counts (roster->history, house, counts);

  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = openings->pdata[i];
      const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
      /* A closed day is not a zero. */
      if (visit == NULL || opening->closed != NULL)
        continue;

      HvPastCount count = { house, opening->starts, opening->ends, visit->count, visit->special, visit->slots };
      g_array_append_val (counts, count);
    }
  return counts;
}

int
hv_roster_get_travel (const HvRoster *roster, HvId house_a, HvId house_b)
{
  if (house_a == house_b)
    return 0;

  const GPtrArray *ways = hv_roster_list_of (roster, HV_KIND_TRAVEL, HV_KIND_HOUSE, house_a);
  for (guint i = 0; i < ways->len; i++)
    {
      const HvTravel *way = ways->pdata[i];
      if (way->a == house_b || way->b == house_b)
        return (int)way->minutes;
    }
  return 0;
}

const char *
hv_roster_get_zone_name (const HvRoster *roster, HvId house)
{
  const HvHouse *found = hv_roster_find_house (roster, house);
  return found != NULL && found->zone != NULL ? found->zone : hv_roster_get_organisation (roster)->zone;
}

static const HvClosed *
find_closed (const HvRoster *roster, HvId house, HvDay day)
{
  const GPtrArray *spans = hv_roster_list_of (roster, HV_KIND_CLOSED, HV_KIND_HOUSE, house);
  for (guint i = 0; i < spans->len; i++)
    {
      const HvClosed *closed = spans->pdata[i];
      if (closed->from <= day && day <= closed->to)
        return closed;
    }
  return NULL;
}

static bool
opens_anyway (const HvRoster *roster, HvId house, HvDay day)
{
  const GPtrArray *days = hv_roster_list_of (roster, HV_KIND_OPEN_ON, HV_KIND_HOUSE, house);
  for (guint i = 0; i < days->len; i++)
    if (((const HvOpenOn *)days->pdata[i])->day == day)
      return true;
  return false;
}

const char *
hv_roster_find_closing (const HvRoster *roster, HvId house, HvDay day, bool *ret_holiday)
{
  const HvClosed *closed = find_closed (roster, house, day);
  if (closed != NULL)
    {
      *ret_holiday = false;
      return closed->reason != NULL ? closed->reason : "";
    }

  HvCountry country;
  HvHoliday holiday;
  if (!hv_country_parse (hv_roster_get_organisation (roster)->country, &country)
      || !hv_holiday_find (country, day, &holiday) || opens_anyway (roster, house, day))
    return NULL;

  *ret_holiday = true;
  return holiday.name;
}

/* --- demand parameters with their defaults --- */

static double
get_first (HvMicro own, HvMicro general, double otherwise)
{
  if (own != HV_NONE)
    return (double)own / HV_MICRO;
  return general != HV_NONE ? (double)general / HV_MICRO : otherwise;
}

double
hv_roster_get_minutes (const HvRoster *roster, const HvHouse *house)
{
  return get_first (house->minutes, HV_NONE, DEFAULT_MINUTES);
}

double
hv_roster_get_target_share (const HvRoster *roster, const HvHouse *house)
{
  return get_first (house->target_share, hv_roster_get_organisation (roster)->target_share, DEFAULT_TARGET_SHARE);
}

double
hv_roster_get_target_minutes (const HvRoster *roster, const HvHouse *house)
{
  return get_first (house->target_minutes, hv_roster_get_organisation (roster)->target_minutes, DEFAULT_TARGET_MINUTES);
}

double
hv_roster_get_door (const HvRoster *roster, const HvHouse *house)
{
  return get_first (house->door, HV_NONE, DEFAULT_DOOR);
}

int
hv_roster_get_least (const HvRoster *roster, const HvHouse *house)
{
  return house->least != HV_NONE ? (int)house->least : DEFAULT_LEAST;
}

gint64
hv_roster_get_most_week (const HvRoster *roster, const HvVolunteer *volunteer)
{
  return volunteer->most_week != HV_NONE ? volunteer->most_week : hv_roster_get_organisation (roster)->most_week;
}

HvMicro
hv_roster_get_rest_hours (const HvRoster *roster, const HvVolunteer *volunteer)
{
  return volunteer->rest_hours != HV_NONE ? volunteer->rest_hours : hv_roster_get_organisation (roster)->rest_hours;
}
