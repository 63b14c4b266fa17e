/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-placement.h"

#include "hv-rule.h"

HvPlacement
hv_placement_new (const HvShift *shift, HvId volunteer)
{
  return (HvPlacement){ .shift = shift, .volunteer = volunteer, .span = hv_shift_get_span (shift) };
}

/* A shift holds one record a person, also of somebody who had called it off. */
static const HvAssignment *
find_left_behind (const HvPlacement *placement, const HvRoster *roster)
{
  const HvAssignment *assignment = hv_roster_find_assigned (roster, placement->shift->r.id, placement->volunteer);
  bool is_moved = assignment != NULL && placement->moved != NULL && assignment->r.id == placement->moved->r.id;
  return is_moved ? NULL : assignment;
}

static HvAssignment *
choose_record (const HvPlacement *placement, const HvRoster *roster, HvEdit *edit)
{
  const HvAssignment *left_behind = find_left_behind (placement, roster);
  if (placement->moved != NULL)
    {
      if (left_behind != NULL)
        hv_edit_remove (edit, left_behind);
      return hv_edit_change (edit, placement->moved);
    }
  if (left_behind != NULL)
    return hv_edit_change (edit, left_behind);
  return hv_edit_add (edit, HV_KIND_ASSIGNMENT);
}

HvAssignment *
hv_placement_add_to_edit (const HvPlacement *placement, const HvRoster *roster, HvOrigin origin, HvEdit *edit)
{
  HvSpan whole = hv_shift_get_span (placement->shift);
  HvAssignment *assignment = choose_record (placement, roster, edit);
  assignment->house = placement->shift->house;
  assignment->shift = placement->shift->r.id;
  assignment->volunteer = placement->volunteer;
  assignment->state = HV_STATE_PLANNED;
  assignment->origin = origin;
  assignment->starts = placement->span.from;
  assignment->ends = placement->span.to;
  assignment->own_span = hv_span_compare (placement->span, whole) != 0;
  hv_set_text (&assignment->reason, NULL);
  return assignment;
}

static void
add_warnings (const GArray *obstacles, const HvRoster *roster, HvLanguage language, HvEdit *edit)
{
  for (guint i = 0; i < obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (obstacles, HvObstacle, i);
      if (!hv_obstacle_excludes (obstacle))
        hv_edit_warn (edit, hv_obstacle_get_code (obstacle), hv_obstacle_format (obstacle, roster, language));
    }
}

HvEdit *
hv_placement_assign (const HvRoster *roster, const HvPlacement *placement, HvOrigin origin, bool locked,
                     const char *reason, HvLanguage language, HvEditSource source, GError **error)
{
  g_autofree char *said = NULL;
  if (!hv_rule_read_reason (reason, &said, error))
    return NULL;
  g_autoptr (GArray) obstacles = hv_rule_check (roster, placement);
  const HvObstacle *refusal = hv_rule_find_refusal (obstacles, said != NULL);
  if (refusal != NULL)
    {
      hv_obstacle_to_error (refusal, roster, error);
      return NULL;
    }

  g_autoptr (HvEdit) edit = hv_edit_new (placement->moved != NULL ? "move" : "assign", source);
  HvAssignment *assignment = hv_placement_add_to_edit (placement, roster, origin, edit);
  assignment->locked = locked;
  /* A reason that nothing asked for overrides nothing, and is not kept. */
  if (hv_rule_find_refusal (obstacles, false) != NULL)
    hv_set_text (&assignment->reason, said);
  add_warnings (obstacles, roster, language, edit);
  return g_steal_pointer (&edit);
}
