/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-swap.h"

static HvAssignment *
copy_in_state (const HvAssignment *assignment, HvState state)
{
  HvAssignment *copy = hv_record_copy (assignment);
  copy->state = state;
  return copy;
}

static void
add_left (HvPending *pending, const HvAssignment *assignment)
{
  g_autoptr (HvAssignment) left = copy_in_state (assignment, HV_STATE_SWAPPED);
  hv_pending_add (pending, left);
}

/* The other one as they will stand; the id 0 is nobody's, so that nothing is replaced. */
static void
add_arrived (HvPending *pending, const HvAssignment *who, const HvAssignment *where)
{
  g_autoptr (HvAssignment) arrived = copy_in_state (where, HV_STATE_PLANNED);
  arrived->r.id = 0;
  arrived->volunteer = who->volunteer;
  hv_pending_add (pending, arrived);
}

GArray *
hv_swap_check (const HvRoster *roster, const HvAssignment *from, const HvAssignment *to)
{
  g_autoptr (HvPending) pending = hv_pending_new ();
  add_left (pending, from);
  add_left (pending, to);
  add_arrived (pending, to, from);

  HvPlacement placement = { hv_roster_find_shift (roster, to->shift), from->volunteer, hv_assignment_get_span (to),
                            NULL, pending };
  return hv_rule_check (roster, &placement);
}

/* --- the step --- */

static bool
can_be_swapped (const HvRoster *roster, const HvAssignment *a, const HvAssignment *b, GError **error)
{
  const char *message = NULL;
  if (a->volunteer == HV_NONE || b->volunteer == HV_NONE)
    message = hv_own_text ("A walk-in helper cannot swap shifts. Link the helper to a volunteer first.");
  else if (a->volunteer == b->volunteer || a->shift == b->shift)
    message = hv_own_text ("A swap needs two volunteers on two shifts. Choose another shift.");
  else if (!hv_state_fills ((HvState)a->state) || !hv_state_fills ((HvState)b->state))
    message = hv_own_text ("Only shifts that both volunteers still have can be swapped. Choose another shift.");
  else if (hv_roster_find_shift (roster, a->shift) == NULL || hv_roster_find_shift (roster, b->shift) == NULL)
    message = hv_own_text ("One of the two shifts is no longer there. Choose another shift.");
  if (message == NULL)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED, message);
  return false;
}

static bool
is_allowed (const GArray *obstacles, const HvRoster *roster, bool has_reason, GError **error)
{
  const HvObstacle *refusal = hv_rule_find_refusal (obstacles, has_reason);
  if (refusal != NULL)
    hv_obstacle_to_error (refusal, roster, error);
  return refusal == NULL;
}

static void
add_warnings (HvEdit *edit, const GArray *obstacles, const HvRoster *roster, HvLanguage language)
{
  for (guint i = 0; i < obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (obstacles, HvObstacle, i);
      if (hv_obstacle_excludes (obstacle))
        continue;
      const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, obstacle->volunteer);
      g_autofree char *text = hv_obstacle_format (obstacle, roster, language);
      /* TRANSLATORS: volunteer and what speaks against it: "Bo Vestermark: 10 min short for travel …" */
      hv_edit_warn (edit, hv_obstacle_get_code (obstacle),
                    g_strdup_printf (hv_ctext (language, "volunteer: warning", "%s: %s"), volunteer->name, text));
    }
}

static void
add_half (HvEdit *edit, const HvRoster *roster, const HvAssignment *from, const HvAssignment *to,
          const GArray *obstacles, const char *reason)
{
  HvPlacement placement = { hv_roster_find_shift (roster, to->shift), from->volunteer, hv_assignment_get_span (to),
                            NULL, NULL };
  HvAssignment *arrived = hv_placement_add_to_edit (&placement, roster, HV_ORIGIN_HAND, edit);
  arrived->locked = from->locked;
  if (hv_rule_find_refusal (obstacles, false) != NULL)
    hv_set_text (&arrived->reason, reason);

  HvAssignment *left = hv_edit_change (edit, from);
  left->state = HV_STATE_SWAPPED;
  left->locked = 0;
}

HvEdit *
hv_swap_make (const HvRoster *roster, const HvAssignment *a, const HvAssignment *b, const char *reason,
              HvLanguage language, HvEditSource source, GError **error)
{
  if (!can_be_swapped (roster, a, b, error))
    return NULL;

  g_autofree char *said = NULL;
  if (!hv_rule_read_reason (reason, &said, error))
    return NULL;
  g_autoptr (GArray) for_a = hv_swap_check (roster, a, b);
  g_autoptr (GArray) for_b = hv_swap_check (roster, b, a);
  if (!is_allowed (for_a, roster, said != NULL, error) || !is_allowed (for_b, roster, said != NULL, error))
    return NULL;

  g_autoptr (HvEdit) edit = hv_edit_new ("swap", source);
  add_half (edit, roster, a, b, for_a, said);
  add_half (edit, roster, b, a, for_b, said);
  add_warnings (edit, for_a, roster, language);
  add_warnings (edit, for_b, roster, language);
  return g_steal_pointer (&edit);
}
