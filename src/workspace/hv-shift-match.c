/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-shift-match.h"

#include "hv-closing.h"
#include "hv-error.h"
#include "hv-format.h"

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
hv_shift_match (const HvRoster *roster, const char *house_text, HvDay day, const char *role_text, const char *at,
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
