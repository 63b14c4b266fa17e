/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-place.h"

#include "hv-closing.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"

/* --- finding the shift that is meant --- */

static bool
is_meant (const HvShift *shift, HvId role, HvDay day, gint64 at)
{
  return shift->role == role && hv_minute_get_day (shift->starts) == day
         && (at == HV_NONE || hv_minute_get_of_day (shift->starts) == at);
}

static char *
list_times (const GPtrArray *shifts)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < shifts->len; i++)
    {
      g_autofree char *start = hv_span_format_from (hv_shift_get_span (g_ptr_array_index (shifts, i)));
      g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", start);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static bool
parse_at (const char *at, gint64 *ret_at, GError **error)
{
  *ret_at = HV_NONE;
  int minutes;
  if (at == NULL)
    return true;
  if (!hv_time_parse (at, &minutes, error))
    return false;
  *ret_at = minutes;
  return true;
}

static bool
refuse_closed (const HvRoster *roster, const HvShift *shift, const HvHouse *house, GError **error)
{
  const HvOpening *opening = hv_roster_find_opening (roster, shift->opening);
  if (opening == NULL || opening->closed == NULL)
    return true;
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *day = hv_format_day_with_year (hv_opening_get_day (opening), language);
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s is closed on %s: %s. Open it again first."),
               house->name, day, hv_closing_get_reason (opening, language));
  return false;
}

const HvShift *
hv_place_match_shift (const HvRoster *roster, const char *house_text, HvDay day, const char *role_text, const char *at,
                      GError **error)
{
  gint64 minute;
  const HvHouse *house = hv_roster_match_house (roster, house_text, error);
  if (house == NULL)
    return NULL;
  const HvRole *role = hv_roster_match_role (roster, role_text, error);
  if (role == NULL || !parse_at (at, &minute, error))
    return NULL;

  g_autoptr (GPtrArray) meant = g_ptr_array_new ();
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < shifts->len; i++)
    if (is_meant (g_ptr_array_index (shifts, i), role->r.id, day, minute))
      g_ptr_array_add (meant, g_ptr_array_index (shifts, i));

  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  if (meant->len == 0)
    {
      g_set_error (
          error, HV_ERROR, HV_ERROR_REFUSED,
          hv_own_text ("%s has no shift for %s on %s. Generate the week first, or check the date and the role."),
          house->name, role->name, date);
      return NULL;
    }
  if (meant->len > 1)
    {
      g_autofree char *times = list_times (meant);
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("%s has several shifts for %s on %s. Say which with --at: %s."), house->name,
                   role->name, date, times);
      return NULL;
    }
  const HvShift *shift = g_ptr_array_index (meant, 0);
  return refuse_closed (roster, shift, house, error) ? shift : NULL;
}

char *
hv_place_describe_shift (const HvRoster *roster, const HvShift *shift, HvLanguage language)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  const HvHouse *house = hv_roster_find_house (roster, shift->house);
  g_autofree char *when = hv_format_day_span (hv_shift_get_span (shift), language);
  /* TRANSLATORS: role, house, date and time of a shift */
  return hv_text_format (language, "%s, %s, %s", role == NULL ? "" : role->name, house == NULL ? "" : house->name,
                         when);
}

/* --- commands --- */

HvEdit *
hv_place_remove (const HvRoster *roster, const HvAssignment *assignment, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("unassign", source);
  hv_edit_remove (edit, assignment);
  return edit;
}

HvEdit *
hv_place_unassign (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvEditSource source, GError **error)
{
  const HvAssignment *assignment = hv_roster_find_assigned (roster, shift->r.id, volunteer);
  if (assignment != NULL)
    return hv_place_remove (roster, assignment, source);
  g_autofree char *where = hv_place_describe_shift (roster, shift, hv_text_get_own_language ());
  const HvVolunteer *who = hv_roster_find_volunteer (roster, volunteer);
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s is not on this shift: %s."), who->name, where);
  return NULL;
}

HvEdit *
hv_place_call_off (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day, HvEditSource source, GError **error)
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
hv_place_set_locked (const HvRoster *roster, const HvAssignment *assignment, bool locked, HvEditSource source)
{
  HvEdit *edit = hv_edit_new (locked ? "lock" : "unlock", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->locked = locked;
  return edit;
}

HvEdit *
hv_place_set_state (const HvRoster *roster, const HvAssignment *assignment, HvState state, HvEditSource source)
{
  HvEdit *edit = hv_edit_new (state == HV_STATE_CALLED_OFF ? "call-off" : "state", source);
  HvAssignment *changed = hv_edit_change (edit, assignment);
  changed->state = state;
  return edit;
}

HvEdit *
hv_place_set_times (const HvRoster *roster, const HvAssignment *assignment, HvSpan span, HvEditSource source,
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
hv_place_add_guest (const HvRoster *roster, const HvShift *shift, const char *name, HvEditSource source, GError **error)
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
