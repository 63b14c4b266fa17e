/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-choice.h"

static bool
is_in_weeks (const HvChoice *choice, HvMinute starts)
{
  HvDay day = hv_minute_get_day (starts);
  return (choice->from == HV_NONE || day >= choice->from) && (choice->until == HV_NONE || day < choice->until + 7);
}

bool
hv_choice_has_house (const HvChoice *choice, HvId house)
{
  return choice->house == HV_NONE || choice->house == house;
}

static bool
is_assigned (const HvRoster *roster, const HvOpening *opening, HvId volunteer)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    if (hv_roster_find_assigned (roster, ((const HvRecord *)shifts->pdata[i])->id, volunteer) != NULL)
      return true;
  return false;
}

bool
hv_choice_has_opening (const HvChoice *choice, const HvRoster *roster, const HvOpening *opening)
{
  if (opening == NULL || !hv_choice_has_house (choice, opening->house) || !is_in_weeks (choice, opening->starts))
    return false;
  return choice->volunteer == HV_NONE || is_assigned (roster, opening, choice->volunteer);
}

bool
hv_choice_has_shift (const HvChoice *choice, const HvRoster *roster, const HvShift *shift)
{
  if (shift == NULL || !hv_choice_has_opening (choice, roster, hv_roster_find_opening (roster, shift->opening)))
    return false;
  return choice->volunteer == HV_NONE || hv_roster_find_assigned (roster, shift->r.id, choice->volunteer) != NULL;
}

bool
hv_choice_has_assignment (const HvChoice *choice, const HvRoster *roster, const HvAssignment *assignment)
{
  return (choice->volunteer == HV_NONE || assignment->volunteer == choice->volunteer)
         && hv_choice_has_shift (choice, roster, hv_roster_find_shift (roster, assignment->shift));
}

/* Whether a volunteer is named by a record of a kind that belongs to the house. */
static bool
is_named (const HvRoster *roster, HvKind kind, HvId volunteer, HvId house)
{
  const HvField *field = hv_kind_find_field (kind, "house");
  const GPtrArray *records = hv_roster_list_of (roster, kind, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < records->len; i++)
    if (hv_record_get_int (records->pdata[i], field) == house)
      return true;
  return false;
}

bool
hv_choice_has_volunteer (const HvChoice *choice, const HvRoster *roster, HvId volunteer)
{
  if (choice->volunteer != HV_NONE)
    return choice->volunteer == volunteer;
  return choice->house == HV_NONE || is_named (roster, HV_KIND_TIE, volunteer, choice->house)
         || is_named (roster, HV_KIND_REGULAR, volunteer, choice->house)
         || is_named (roster, HV_KIND_ASSIGNMENT, volunteer, choice->house);
}
