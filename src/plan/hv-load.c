/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-load.h"

#include "hv-presence.h"

#define FOUR_WEEKS 4

static bool
starts_within (const HvAssignment *assignment, HvDay from, HvDay to)
{
  HvDay day = hv_minute_get_day (assignment->starts);
  return day >= from && day < to;
}

static bool
counts (const HvRoster *roster, const HvAssignment *assignment, HvDay from, HvDay to)
{
  return starts_within (assignment, from, to) && hv_state_fills ((HvState)assignment->state)
         && !hv_presence_is_cancelled (roster, assignment);
}

/* What a pending assignment adds to the stored ones, less the one it replaces. */
static int
count_pending (const HvRoster *roster, HvId volunteer, HvDay from, HvDay to, const HvPending *pending)
{
  int n = 0;
  const GPtrArray *added = hv_pending_list_of_volunteer (pending, volunteer);
  for (guint i = 0; added != NULL && i < added->len; i++)
    n += counts (roster, g_ptr_array_index (added, i), from, to);

  const GPtrArray *stored = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < stored->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (stored, i);
      if (hv_pending_replaces (pending, assignment->r.id))
        n -= counts (roster, assignment, from, to);
    }
  return n;
}

int
hv_load_count (const HvRoster *roster, HvId volunteer, HvDay from, HvDay to, const HvAssignment *except,
               const HvPending *pending)
{
  int n = (int)hv_roster_count_duties (roster, volunteer, from, to);
  if (except != NULL && except->volunteer == volunteer && counts (roster, except, from, to))
    n--;
  if (pending != NULL)
    n += count_pending (roster, volunteer, from, to, pending);
  return n;
}

HvLoad
hv_load_get (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek week, const HvAssignment *except,
             const HvPending *pending)
{
  bool said = volunteer->eight_weeks != HV_NONE;
  HvDay from = hv_week_add (week, -HV_LOAD_WEEKS).monday;
  HvDay to = hv_week_add (week, 1).monday;
  return (HvLoad){
    .duties = hv_load_count (roster, volunteer->r.id, from, to, except, pending),
    .wish = said ? (int)volunteer->eight_weeks : HV_LOAD_WISH,
    .said = said,
  };
}

int
hv_load_compare (HvLoad a, HvLoad b)
{
  /* A wish of none makes every duty infinitely much: behind everybody, then by duties. */
  if (a.wish == 0 || b.wish == 0)
    {
      int order = (a.wish == 0) - (b.wish == 0);
      return order != 0 ? order : a.duties - b.duties;
    }
  gint64 left = (gint64)(a.duties + 1) * b.wish;
  gint64 right = (gint64)(b.duties + 1) * a.wish;
  return (left > right) - (left < right);
}

int
hv_load_get_points (HvLoad load)
{
  return CLAMP (3 + 2 * (load.duties + 1 - load.wish), 0, HV_LOAD_MOST_POINTS);
}

int
hv_load_count_four_weeks (const HvRoster *roster, HvId volunteer, HvWeek week, const HvAssignment *except,
                          const HvPending *pending)
{
  int most = 0;
  for (int back = 0; back < FOUR_WEEKS; back++)
    {
      HvDay from = hv_week_add (week, -back).monday;
      HvDay to = hv_week_add (week, FOUR_WEEKS - back).monday;
      most = MAX (most, hv_load_count (roster, volunteer, from, to, except, pending));
    }
  return most;
}

gint64
hv_load_get_minutes (const HvRoster *roster, const HvAssignment *assignment, const HvZone *zone)
{
  if (!hv_presence_is_there (roster, assignment) || hv_presence_is_cancelled (roster, assignment))
    return 0;
  return hv_zone_elapsed (zone, hv_assignment_get_span (assignment));
}

static const GPtrArray *
list_assignments (const HvRoster *roster, HvId volunteer, HvId house)
{
  if (volunteer != HV_NONE)
    return hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  if (house != HV_NONE)
    return hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_HOUSE, house);
  return hv_roster_list (roster, HV_KIND_ASSIGNMENT);
}

gint64
hv_load_sum_minutes (const HvRoster *roster, HvId volunteer, HvId house, HvDay from, HvDay to, const HvZone *zone)
{
  gint64 minutes = 0;
  const GPtrArray *assignments = list_assignments (roster, volunteer, house);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (assignments, i);
      if (starts_within (assignment, from, to) && (house == HV_NONE || assignment->house == house))
        minutes += hv_load_get_minutes (roster, assignment, zone);
    }
  return minutes;
}
