/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The hard rules, one function each, in their order. */

#include "hv-name.h"
#include "hv-rule-check.h"

static HvObstacle
describe_twice (const HvAssignment *assignment)
{
  HvObstacle obstacle = { .rule = HV_RULE_TWICE, .weight = HV_WEIGHT_BY_HAND, .assignment = assignment->r.id };
  switch ((HvState)assignment->state)
    {
    case HV_STATE_CALLED_OFF:
      obstacle.detail = HV_DETAIL_CALLED_OFF;
      break;
    case HV_STATE_SWAPPED:
      obstacle.detail = HV_DETAIL_SWAPPED_AWAY;
      break;
    case HV_STATE_NO_SHOW:
      obstacle.detail = HV_DETAIL_NO_SHOW;
      break;
    default:
      obstacle.detail = HV_DETAIL_ON_SHIFT;
      obstacle.weight = HV_WEIGHT_FINAL;
    }
  return obstacle;
}

static void
check_twice (HvCheck *check, GArray *obstacles)
{
  const HvPlacement *placement = check->placement;
  g_autoptr (GPtrArray) assignments =
      hv_pending_list (placement->pending, check->roster, HV_KIND_SHIFT, check->shift->r.id);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (assignments, i);
      if (assignment->volunteer == placement->volunteer && !hv_check_is_moved (placement, assignment))
        hv_check_add (check, obstacles, describe_twice (assignment));
    }
}

static void
check_overlap (HvCheck *check, GArray *obstacles)
{
  for (guint i = 0; i < check->duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (check->duties, i);
      HvSpan span = hv_assignment_get_span (duty);
      if (hv_span_overlaps (span, check->placement->span))
        hv_check_add (check, obstacles,
                      (HvObstacle){ .rule = HV_RULE_OVERLAP,
                                    .weight = HV_WEIGHT_HARD,
                                    .assignment = duty->r.id,
                                    .house = duty->house,
                                    .span = span });
    }
}

static void
check_role (HvCheck *check, GArray *obstacles)
{
  HvObstacle obstacle = { .rule = HV_RULE_ROLE, .role = check->shift->role };
  HvLevel level;
  if (!hv_roster_get_level (check->roster, check->volunteer->r.id, check->shift->role, &level))
    {
      obstacle.weight = HV_WEIGHT_HARD;
      obstacle.detail = HV_DETAIL_NO_ROLE;
    }
  else if (level == HV_LEVEL_TRAINEE)
    {
      obstacle.weight = HV_WEIGHT_BY_HAND;
      obstacle.detail = HV_DETAIL_IS_TRAINEE;
    }
  else
    return;
  hv_check_add (check, obstacles, obstacle);
}

/* The reason is free text; a holiday is the one that has a sentence of its own. */
static bool
is_holiday (const HvAbsence *absence)
{
  if (absence->reason == NULL)
    return false;
  g_autofree char *reason = hv_name_key (absence->reason);
  for (int language = HV_LANGUAGE_EN; language <= HV_LANGUAGE_SV; language++)
    {
      /* TRANSLATORS: why somebody is away: the word that people type */
      g_autofree char *holiday = hv_name_key (hv_ctext ((HvLanguage)language, "absence", "Holiday"));
      if (g_str_equal (reason, holiday))
        return true;
    }
  return false;
}

static HvDetail
describe_absence (const HvAbsence *absence)
{
  if (absence->start == HV_NONE && absence->end == HV_NONE)
    return is_holiday (absence) ? HV_DETAIL_HOLIDAY : HV_DETAIL_AWAY_DAYS;
  if (absence->from == absence->to && absence->start != HV_NONE && absence->end != HV_NONE)
    return HV_DETAIL_AWAY_SPAN;
  return absence->end != HV_NONE ? HV_DETAIL_AWAY_TIME : HV_DETAIL_AWAY_DAYS;
}

static void
check_absent (HvCheck *check, GArray *obstacles)
{
  const HvAbsence *absence = hv_roster_find_absence (check->roster, check->volunteer->r.id, check->placement->span);
  if (absence != NULL)
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_ABSENT,
                                .weight = HV_WEIGHT_HARD,
                                .detail = describe_absence (absence),
                                .span = hv_absence_get_span (absence),
                                .day = (HvDay)absence->to });
}

static HvDetail
describe_fit (const HvFit *fit, HvSpan span)
{
  if (fit->weeks != HV_REPEAT_EVERY)
    return fit->weeks == HV_REPEAT_EVEN ? HV_DETAIL_EVEN_WEEKS : HV_DETAIL_ODD_WEEKS;
  if (fit->window.from == fit->window.to)
    return HV_DETAIL_WEEKDAY;
  if (!hv_span_overlaps (fit->window, span))
    return HV_DETAIL_ONLY;
  if (fit->window.to >= span.to)
    return HV_DETAIL_FROM;
  return fit->window.from <= span.from ? HV_DETAIL_UNTIL : HV_DETAIL_ONLY;
}

static void
check_availability (HvCheck *check, GArray *obstacles)
{
  const HvFit *fit = hv_check_get_fit (check);
  if (fit->offer == HV_OFFER_CANNOT)
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_AVAILABILITY,
                                .weight = HV_WEIGHT_HARD,
                                .detail = describe_fit (fit, check->placement->span),
                                .span = fit->window });
}

static void
check_paused (HvCheck *check, GArray *obstacles)
{
  const HvVolunteer *volunteer = check->volunteer;
  const HvPause *pause = hv_roster_find_pause (check->roster, volunteer->r.id, check->day);
  HvObstacle obstacle = { .rule = HV_RULE_PAUSED, .weight = HV_WEIGHT_HARD };
  if (volunteer->archived == 1 || (volunteer->until != HV_NONE && volunteer->until < check->day))
    obstacle.detail = HV_DETAIL_STOPPED;
  else if (volunteer->from != HV_NONE && volunteer->from > check->day)
    {
      obstacle.detail = HV_DETAIL_NOT_BEGUN;
      obstacle.day = (HvDay)volunteer->from;
    }
  else if (pause != NULL)
    {
      obstacle.detail = pause->to == HV_NONE ? HV_DETAIL_PAUSED : HV_DETAIL_PAUSED_UNTIL;
      obstacle.day = pause->to == HV_NONE ? 0 : (HvDay)pause->to;
    }
  else
    return;
  hv_check_add (check, obstacles, obstacle);
}

static const HvAssignment *
find_in_house (HvCheck *check, HvId volunteer)
{
  const GArray *people = hv_check_get_people (check);
  for (guint i = 0; i < people->len; i++)
    {
      const HvAssignment *assignment = g_array_index (people, HvPresence, i).assignment;
      if (assignment->volunteer == volunteer)
        return assignment;
    }
  return NULL;
}

static void
check_never_together (HvCheck *check, GArray *obstacles)
{
  HvId self = check->volunteer->r.id;
  const GPtrArray *pairs = hv_roster_list_of (check->roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, self);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = g_ptr_array_index (pairs, i);
      HvId other = pair->a == self ? pair->b : pair->a;
      const HvAssignment *there = pair->pair_kind == HV_PAIR_NEVER ? find_in_house (check, other) : NULL;
      if (there != NULL)
        hv_check_add (
            check, obstacles,
            (HvObstacle){
                .rule = HV_RULE_NEVER_TOGETHER, .weight = HV_WEIGHT_HARD, .other = other, .assignment = there->r.id });
    }
}

static void
check_house (HvCheck *check, GArray *obstacles)
{
  if (!hv_roster_serves (check->roster, check->volunteer->r.id, check->shift->house))
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_HOUSE, .weight = HV_WEIGHT_HARD, .house = check->shift->house });
}

static void
check_full (HvCheck *check, GArray *obstacles)
{
  gint64 maximum = check->shift->maximum;
  if (maximum == HV_NONE || hv_check_is_trainee (check))
    return;
  if (hv_presence_count_filling (hv_check_get_people (check), check->shift->r.id) >= maximum)
    hv_check_add (check, obstacles,
                  (HvObstacle){ .rule = HV_RULE_FULL, .weight = HV_WEIGHT_HARD, .number = (int)maximum });
}

const HvCheckRule hv_check_hard_rules[] = {
  [HV_RULE_TWICE] = check_twice,
  [HV_RULE_OVERLAP] = check_overlap,
  [HV_RULE_ROLE] = check_role,
  [HV_RULE_ABSENT] = check_absent,
  [HV_RULE_AVAILABILITY] = check_availability,
  [HV_RULE_PAUSED] = check_paused,
  [HV_RULE_NEVER_TOGETHER] = check_never_together,
  [HV_RULE_HOUSE] = check_house,
  [HV_RULE_FULL] = check_full,
};
