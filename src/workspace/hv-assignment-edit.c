/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-assignment-edit.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-person-edit.h"
#include "hv-rule.h"
#include "hv-week-words.h"

HvEdit *
hv_assignment_edit_remove (const HvRoster *roster, const HvAssignment *assignment, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("unassign", source);
  hv_edit_remove (edit, assignment);
  return edit;
}

HvEdit *
hv_assignment_edit_unassign (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvEditSource source,
                             GError **error)
{
  const HvAssignment *assignment = hv_roster_find_assigned (roster, shift->r.id, volunteer);
  if (assignment != NULL)
    return hv_assignment_edit_remove (roster, assignment, source);
  g_autofree char *where = hv_week_words_shift (roster, shift, hv_text_get_own_language ());
  const HvVolunteer *who = hv_roster_find_volunteer (roster, volunteer);
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s is not on this shift: %s."), who->name, where);
  return NULL;
}

HvEdit *
hv_assignment_edit_call_off (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day, HvEditSource source,
                             GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("call-off", source);
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      if (!hv_state_fills (duty->state) || hv_minute_get_day (duty->starts) != day)
        continue;
      HvAssignment *off = hv_edit_change (edit, duty);
      off->state = HV_STATE_CALLED_OFF;
    }
  if (!hv_edit_is_empty (edit))
    return g_steal_pointer (&edit);

  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s has no duty on %s to call off."), volunteer->name,
               date);
  return NULL;
}

HvEdit *
hv_assignment_edit_set_locked (const HvRoster *roster, const HvAssignment *assignment, bool locked, HvEditSource source)
{
  HvEdit *edit = hv_edit_new (locked ? "lock" : "unlock", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->locked = locked;
  return edit;
}

HvEdit *
hv_assignment_edit_set_state (const HvRoster *roster, const HvAssignment *assignment, HvState state,
                              HvEditSource source)
{
  HvEdit *edit = hv_edit_new (state == HV_STATE_CALLED_OFF ? "call-off" : "state", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->state = state;
  return edit;
}

HvEdit *
hv_assignment_edit_set_times (const HvRoster *roster, const HvAssignment *assignment, HvSpan span, HvEditSource source,
                              GError **error)
{
  const HvShift *shift = hv_roster_find_shift (roster, assignment->shift);
  if (!hv_span_is_valid (span) || (shift != NULL && ABS (span.from - shift->starts) > HV_MINUTES_PER_DAY))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("The end must come after the start, and near the times of the shift."));
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("times", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->starts = span.from;
  changed->ends = span.to;
  changed->own_span = shift == NULL || span.from != shift->starts || span.to != shift->ends;
  return edit;
}

HvEdit *
hv_assignment_edit_add_guest (const HvRoster *roster, const HvShift *shift, const char *name, HvEditSource source,
                              GError **error)
{
  g_autofree char *clean = hv_name_clean (name, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("name"), clean, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("guest", source);
  HvAssignment *guest = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  guest->house = shift->house;
  guest->shift = shift->r.id;
  guest->guest = g_steal_pointer (&clean);
  guest->starts = shift->starts;
  guest->ends = shift->ends;
  return edit;
}

GArray *
hv_assignment_edit_check_link (const HvRoster *roster, const HvAssignment *guest, HvId volunteer)
{
  HvPlacement placement = hv_placement_new (hv_roster_find_shift (roster, guest->shift), volunteer);
  placement.span = hv_assignment_get_span (guest);
  placement.moved = guest;
  return hv_rule_check_elsewhere (roster, &placement);
}

static HvAssignment *
link_to (HvEdit *edit, const HvAssignment *guest, HvId volunteer)
{
  HvAssignment *linked = hv_edit_change (edit, guest);
  linked->volunteer = volunteer;
  hv_set_text (&linked->guest, NULL);
  return linked;
}

HvEdit *
hv_assignment_edit_link (const HvRoster *roster, const HvAssignment *guest, HvId volunteer, const char *reason,
                         HvEditSource source, GError **error)
{
  g_return_val_if_fail (guest->volunteer == HV_NONE, NULL);
  g_autofree char *said = NULL;
  if (!hv_rule_read_reason (reason, &said, error))
    return NULL;
  g_autoptr (GArray) obstacles = hv_assignment_edit_check_link (roster, guest, volunteer);
  const HvObstacle *refusal = hv_rule_find_refusal (obstacles, said != NULL);
  if (refusal != NULL)
    {
      hv_obstacle_to_error (refusal, roster, error);
      return NULL;
    }

  HvEdit *edit = hv_edit_new ("link", source);
  /* A shift holds one record a person. */
  const HvAssignment *left_behind = hv_roster_find_assigned (roster, guest->shift, volunteer);
  if (left_behind != NULL)
    hv_edit_remove (edit, left_behind);
  HvAssignment *linked = link_to (edit, guest, volunteer);
  if (hv_rule_find_refusal (obstacles, false) != NULL)
    hv_set_text (&linked->reason, said);
  return edit;
}

HvEdit *
hv_assignment_edit_link_new (const HvRoster *roster, const HvAssignment *guest, const char *name, HvEditSource source,
                             GError **error)
{
  g_return_val_if_fail (guest->volunteer == HV_NONE, NULL);
  g_autofree char *clean = NULL;
  if (!hv_person_field_clean (HV_PERSON_NAME, name, &clean, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("link", source);
  const HvShift *shift = hv_roster_find_shift (roster, guest->shift);
  link_to (edit, guest, hv_person_edit_add_to_edit (edit, clean, shift->role, shift->house));
  return edit;
}
