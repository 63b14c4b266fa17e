/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-rule.h"

#include "hv-identity.h"
#include "hv-name.h"
#include "hv-rule-check.h"

/* Letters of a reason: a sentence or two. */
#define MOST_REASON 500

bool
hv_check_is_moved (const HvPlacement *placement, const HvAssignment *assignment)
{
  return placement->moved != NULL && placement->moved->r.id == assignment->r.id;
}

/* Everything else they have promised, in any house; a closed opening asks nothing of them. */
static GPtrArray *
list_duties (const HvRoster *roster, const HvPlacement *placement)
{
  GPtrArray *duties = hv_pending_list (placement->pending, roster, HV_KIND_VOLUNTEER, placement->volunteer);
  for (guint i = duties->len; i > 0; i--)
    {
      const HvAssignment *assignment = g_ptr_array_index (duties, i - 1);
      if (hv_check_is_moved (placement, assignment) || assignment->shift == placement->shift->r.id
          || !hv_state_fills ((HvState)assignment->state) || hv_presence_is_cancelled (roster, assignment))
        g_ptr_array_remove_index (duties, i - 1);
    }
  return duties;
}

static void
init_check (HvCheck *check, const HvRoster *roster, const HvPlacement *placement)
{
  HvDay day = hv_minute_get_day (placement->span.from);
  *check = (HvCheck){
    .roster = roster,
    .placement = placement,
    .shift = placement->shift,
    .volunteer = hv_roster_find_volunteer (roster, placement->volunteer),
    .house = hv_roster_find_house (roster, placement->shift->house),
    .day = day,
    .week = hv_week_of_day (day),
    .duties = list_duties (roster, placement),
  };
}

static void
clear_check (HvCheck *check)
{
  g_ptr_array_unref (check->duties);
  g_clear_pointer (&check->people, g_array_unref);
}

const GArray *
hv_check_get_people (HvCheck *check)
{
  if (check->people == NULL)
    check->people =
        hv_presence_list (check->roster, check->shift->opening, check->placement->pending, check->placement->moved);
  return check->people;
}

/* A regular has offered the hours of their own template. */
const HvFit *
hv_check_get_fit (HvCheck *check)
{
  if (check->has_fit)
    return &check->fit;
  check->has_fit = true;
  if (hv_rule_is_regular (check->roster, check->volunteer->r.id, check->shift))
    check->fit = (HvFit){ .offer = HV_OFFER_CAN, .said = true, .window = check->placement->span };
  else
    check->fit = hv_fit_find (check->roster, check->volunteer->r.id, check->placement->span);
  return &check->fit;
}

bool
hv_check_is_trainee (const HvCheck *check)
{
  HvLevel level;
  return hv_roster_get_level (check->roster, check->volunteer->r.id, check->shift->role, &level)
         && level == HV_LEVEL_TRAINEE;
}

void
hv_check_add (const HvCheck *check, GArray *obstacles, HvObstacle obstacle)
{
  obstacle.volunteer = check->volunteer->r.id;
  obstacle.when = check->day;
  g_array_append_val (obstacles, obstacle);
}

static bool
excludes_last (const GArray *obstacles)
{
  return obstacles->len > 0 && hv_obstacle_excludes (&g_array_index (obstacles, HvObstacle, obstacles->len - 1));
}

static GArray *
ask_rules (const HvRoster *roster, const HvPlacement *placement, bool until_excluded)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
  HvCheck check;
  init_check (&check, roster, placement);
  g_assert (check.volunteer != NULL);

  bool enough = false;
  for (gsize i = 0; i < G_N_ELEMENTS (hv_check_hard_rules) && !enough; i++)
    {
      hv_check_hard_rules[i](&check, obstacles);
      enough = until_excluded && excludes_last (obstacles);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hv_check_soft_rules) && !enough; i++)
    hv_check_soft_rules[i](&check, obstacles);

  clear_check (&check);
  return obstacles;
}

GArray *
hv_rule_check (const HvRoster *roster, const HvPlacement *placement)
{
  return ask_rules (roster, placement, false);
}

GArray *
hv_rule_check_until_excluded (const HvRoster *roster, const HvPlacement *placement)
{
  return ask_rules (roster, placement, true);
}

GArray *
hv_rule_check_elsewhere (const HvRoster *roster, const HvPlacement *placement)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (HvObstacle));
  HvCheck check;
  init_check (&check, roster, placement);
  g_assert (check.volunteer != NULL);
  for (int rule = HV_RULE_TWICE; rule <= HV_RULE_OVERLAP; rule++)
    hv_check_hard_rules[rule](&check, obstacles);
  clear_check (&check);
  return obstacles;
}

const HvObstacle *
hv_rule_find_refusal (const GArray *obstacles, bool has_reason)
{
  for (guint i = 0; i < obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (obstacles, HvObstacle, i);
      if (hv_obstacle_refuses (obstacle) && !(has_reason && hv_obstacle_can_be_overridden (obstacle)))
        return obstacle;
    }
  return NULL;
}

bool
hv_rule_read_reason (const char *text, char **ret_reason, GError **error)
{
  *ret_reason = NULL;
  if (text == NULL)
    return true;
  g_autofree char *reason = hv_text_clean (text, MOST_REASON, error);
  if (reason == NULL || !hv_identity_check (hv_own_text ("reason"), reason, error))
    return false;
  *ret_reason = reason[0] != '\0' ? g_steal_pointer (&reason) : NULL;
  return true;
}

bool
hv_rule_is_regular (const HvRoster *roster, HvId volunteer, const HvShift *shift)
{
  if (shift->tmpl == HV_NONE)
    return false;
  const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, shift->tmpl);
  for (guint i = 0; i < regulars->len; i++)
    if (((const HvRegular *)g_ptr_array_index (regulars, i))->volunteer == volunteer)
      return true;
  return false;
}
