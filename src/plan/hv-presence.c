/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-presence.h"

/* Who has been seen on duty was there, whatever was said before. */
bool
hv_presence_is_there (const HvRoster *roster, const HvAssignment *assignment)
{
  if (!hv_state_fills ((HvState)assignment->state))
    return false;
  return assignment->volunteer == HV_NONE || assignment->state == HV_STATE_PRESENT
         || hv_roster_find_absence (roster, assignment->volunteer, hv_assignment_get_span (assignment)) == NULL;
}

bool
hv_presence_is_cancelled (const HvRoster *roster, const HvAssignment *assignment)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  const HvOpening *opening = shift != NULL ? hv_roster_find_opening (roster, shift->opening) : NULL;
  return opening != NULL && opening->closed != NULL;
}

static bool
is_experienced (const HvRoster *roster, const HvAssignment *assignment, HvId role)
{
  HvLevel level;
  return assignment->volunteer != HV_NONE && hv_roster_get_level (roster, assignment->volunteer, role, &level)
         && level == HV_LEVEL_EXPERIENCED;
}

GArray *
hv_presence_list (const HvRoster *roster, HvId opening, const HvPending *pending, const HvAssignment *except)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (HvPresence));
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      g_autoptr (GPtrArray) assignments = hv_pending_list (pending, roster, HV_KIND_SHIFT, shift->r.id);
      for (guint j = 0; j < assignments->len; j++)
        {
          const HvAssignment *assignment = g_ptr_array_index (assignments, j);
          if ((except != NULL && assignment->r.id == except->r.id) || !hv_presence_is_there (roster, assignment))
            continue;
          HvPresence person = { assignment, shift, hv_assignment_get_span (assignment),
                                hv_roster_fills (roster, assignment),
                                is_experienced (roster, assignment, shift->role) };
          g_array_append_val (people, person);
        }
    }
  return people;
}

guint
hv_presence_count_filling (const GArray *people, HvId shift)
{
  guint n = 0;
  for (guint i = 0; i < people->len; i++)
    {
      const HvPresence *person = &g_array_index (people, HvPresence, i);
      n += person->fills && person->shift->r.id == shift;
    }
  return n;
}

/* How far the spans that hold a minute reach without a break. */
static HvMinute
get_reach (const GArray *spans, HvMinute from)
{
  HvMinute reach = from;
  for (bool further = true; further;)
    {
      further = false;
      for (guint i = 0; i < spans->len; i++)
        {
          HvSpan span = g_array_index (spans, HvSpan, i);
          if (span.from <= reach && span.to > reach)
            {
              reach = span.to;
              further = true;
            }
        }
    }
  return reach;
}

static HvMinute
get_next_start (const GArray *spans, HvMinute after, HvMinute otherwise)
{
  HvMinute next = otherwise;
  for (guint i = 0; i < spans->len; i++)
    {
      HvMinute from = g_array_index (spans, HvSpan, i).from;
      if (from > after)
        next = MIN (next, from);
    }
  return next;
}

bool
hv_presence_find_uncovered (HvSpan span, const GArray *spans, HvSpan *ret_part)
{
  HvMinute from = get_reach (spans, span.from);
  if (from >= span.to)
    return false;
  *ret_part = (HvSpan){ from, get_next_start (spans, from, span.to) };
  return true;
}

bool
hv_presence_find_lone (const GArray *people, guint which, HvSpan within, HvSpan *ret_part)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (HvSpan));
  for (guint i = 0; i < people->len; i++)
    if (i != which)
      g_array_append_val (others, g_array_index (people, HvPresence, i).span);
  HvSpan time = hv_span_intersect (g_array_index (people, HvPresence, which).span, within);
  return hv_presence_find_uncovered (time, others, ret_part);
}
