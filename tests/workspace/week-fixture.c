/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

void
week_put (World *world, HvId shift, HvId first, int n)
{
  for (HvId id = first; id < first + n; id++)
    world_assign (world, shift, id);
}

static HvOpening *
find_on (World *world, HvId house, HvDay day)
{
  for (guint i = 0; i < world->records->len; i++)
    {
      HvOpening *opening = g_ptr_array_index (world->records, i);
      if (opening->r.kind == HV_KIND_OPENING && opening->house == house && hv_opening_get_day (opening) == day)
        return opening;
    }
  return NULL;
}

static HvOpening *
add_opening (World *world, HvId house, const char *day)
{
  HvSpan hours = span (day, "10:00", "13:00");
  HvOpening *opening = world_add (world, HV_KIND_OPENING);
  opening->house = house;
  opening->starts = hours.from;
  opening->ends = hours.to;
  return opening;
}

void
week_count (World *world, HvId house, const char *date, int count)
{
  HvOpening *opening = find_on (world, house, day (date));
  if (opening == NULL)
    opening = add_opening (world, house, date);
  HvVisit *visit = world_add (world, HV_KIND_VISIT);
  visit->house = house;
  visit->opening = opening->r.id;
  visit->count = count;
}

void
week_expect (World *world, HvId shift_id, int count)
{
  const HvShift *shift = world_get (world, HV_KIND_SHIFT, shift_id);
  HvExpectation *expectation = world_add (world, HV_KIND_EXPECTATION);
  expectation->house = shift->house;
  expectation->opening = shift->opening;
  expectation->count = count;
}

WeekShifts
week_19 (World *world, int juelsminde, int torring, int hedensted)
{
  WeekShifts shifts = {
    world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3),
    world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3),
    world_open (world, HEDENSTED, IT, THURSDAY, "10:00", "13:00", 3),
  };
  week_expect (world, shifts.juelsminde, 53);
  week_expect (world, shifts.torring, 20);
  week_expect (world, shifts.hedensted, 17);
  week_put (world, shifts.juelsminde, ANNA, juelsminde);
  week_put (world, shifts.torring, GERDA, torring);
  week_put (world, shifts.hedensted, GERDA, hedensted);
  return shifts;
}

const HvOpening *
week_find_opening (const HvRoster *roster, HvId shift)
{
  return hv_roster_find_opening (roster, hv_roster_find_shift (roster, shift)->opening);
}

char *
week_plain (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);
  g_free (text);
  return g_strjoinv (" ", parts);
}
