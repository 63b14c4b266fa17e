/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day-edit.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-removal.h"

#define MOST_GUESTS 100000
#define MOST_PLACES 999

GPtrArray *
hv_day_edit_list_openings (const HvRoster *roster, HvId house, HvDay day)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, hv_week_of_day (day), house);
  for (guint i = 0; i < openings->len; i++)
    if (hv_opening_get_day (g_ptr_array_index (openings, i)) == day)
      g_ptr_array_add (found, g_ptr_array_index (openings, i));
  return found;
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  const HvShift *first = *(const HvShift *const *)a;
  const HvShift *second = *(const HvShift *const *)b;
  if (first->starts != second->starts)
    return first->starts < second->starts ? -1 : 1;
  return (first->r.id > second->r.id) - (first->r.id < second->r.id);
}

GPtrArray *
hv_day_edit_list_shifts (const HvRoster *roster, const HvOpening *opening)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    g_ptr_array_add (found, g_ptr_array_index (shifts, i));
  g_ptr_array_sort (found, compare_shifts);
  return found;
}

/* --- openings --- */

bool
hv_day_edit_check_times (const HvTimes *times, GError **error)
{
  if (times->start >= 0 && times->start < HV_MINUTES_PER_DAY && times->end > times->start
      && times->end - times->start <= HV_MINUTES_PER_DAY)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("The end must come after the start."));
  return false;
}

bool
hv_day_edit_check_free (const HvRoster *roster, const HvHouse *house, HvId self, HvSpan span, GError **error)
{
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *other = g_ptr_array_index (openings, i);
      if (other->r.id == self || !hv_span_overlaps (hv_opening_get_span (other), span))
        continue;
      g_autofree char *when = hv_format_day_span (hv_opening_get_span (other), hv_text_get_own_language ());
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s has an opening then already: %s."),
                   house->name, when);
      return false;
    }
  return true;
}

void
hv_day_edit_ignore_holiday (const HvRoster *roster, HvEdit *edit, HvId house, HvDay day)
{
  bool holiday = false;
  if (hv_roster_find_closing (roster, house, day, &holiday) == NULL || !holiday)
    return;
  HvOpenOn *open = hv_edit_add (edit, HV_KIND_OPEN_ON);
  open->house = house;
  open->day = day;
}

HvEdit *
hv_day_edit_remove_opening (const HvRoster *roster, const HvOpening *opening, HvEditSource source, GError **error)
{
  const HvVisit *visit = hv_roster_find_visit (roster, opening->r.id);
  if (opening->hours != HV_NONE)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                         hv_own_text ("This opening comes from the opening hours. Close the day instead."));
  else if (visit != NULL && visit->count > 0)
    g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                         hv_own_text ("Visits are counted here, and would be lost. Close the day instead."));
  else
    {
      HvEdit *edit = hv_edit_new ("delete", source);
      hv_removal_add (edit, roster, HV_KIND_OPENING, opening->r.id);
      return edit;
    }
  return NULL;
}

bool
hv_day_edit_clean_text (HvDayText which, const char *text, char **ret_clean, GError **error)
{
  const char *title = which == HV_DAY_NOTE ? hv_own_text ("Note") : hv_own_text ("Address");
  g_autofree char *clean = hv_text_clean (text == NULL ? "" : text, which == HV_DAY_NOTE ? 4000 : 200, error);
  if (clean == NULL || !hv_identity_check (title, clean, error))
    return false;
  *ret_clean = clean[0] == '\0' ? NULL : g_steal_pointer (&clean);
  return true;
}

bool
hv_day_edit_check_text (HvDayText which, const char *text, GError **error)
{
  g_autofree char *clean = NULL;
  return hv_day_edit_clean_text (which, text, &clean, error);
}

HvEdit *
hv_day_edit_set_text (const HvOpening *opening, HvDayText which, const char *text, HvEditSource source, GError **error)
{
  g_autofree char *clean = NULL;
  if (!hv_day_edit_clean_text (which, text, &clean, error))
    return NULL;
  HvEdit *edit = hv_edit_new (which == HV_DAY_NOTE ? "note" : "opening", source);
  HvOpening *changed = hv_edit_change (edit, opening);
  hv_set_text (which == HV_DAY_NOTE ? &changed->note : &changed->address, clean);
  return edit;
}

bool
hv_day_edit_check_guests (gint64 guests, GError **error)
{
  if (guests == HV_NONE || (guests >= 0 && guests <= MOST_GUESTS))
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                       hv_own_text ("Expected guests are a whole number from 0 to 100000."));
  return false;
}

HvEdit *
hv_day_edit_set_guests (const HvOpening *opening, gint64 guests, HvEditSource source, GError **error)
{
  if (!hv_day_edit_check_guests (guests, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("opening", source);
  HvOpening *changed = hv_edit_change (edit, opening);
  changed->guests = guests;
  return edit;
}

/* --- shifts --- */

static bool
check_places (gint64 places, GError **error)
{
  if (places >= 0 && places <= MOST_PLACES)
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("Places are a number from 0 to %d."), MOST_PLACES);
  return false;
}

HvEdit *
hv_day_edit_add_shift (const HvRoster *roster, const HvOpening *opening, HvId role, const HvTimes *times,
                       gint64 minimum, HvEditSource source, GError **error)
{
  if (!hv_day_edit_check_times (times, error) || !check_places (minimum, error))
    return NULL;
  if (hv_roster_find_role (roster, role) == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("Say which role the shift is for."));
      return NULL;
    }
  HvSpan span = hv_span_on_day (hv_opening_get_day (opening), times->start, times->end);
  HvEdit *edit = hv_edit_new ("shift", source);
  HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
  shift->house = opening->house;
  shift->opening = opening->r.id;
  shift->role = role;
  shift->starts = span.from;
  shift->ends = span.to;
  shift->minimum = minimum;
  return edit;
}

HvEdit *
hv_day_edit_set_places (const HvShift *shift, gint64 minimum, gint64 wanted, HvEditSource source, GError **error)
{
  if (!check_places (minimum, error) || (wanted != HV_NONE && !check_places (wanted, error)))
    return NULL;
  HvEdit *edit = hv_edit_new ("shift", source);
  HvShift *changed = hv_edit_change (edit, shift);
  changed->minimum = minimum;
  changed->wanted = wanted;
  return edit;
}

bool
hv_day_edit_can_remove_shift (const HvShift *shift)
{
  return shift->tmpl == HV_NONE;
}

HvEdit *
hv_day_edit_remove_shift (const HvRoster *roster, const HvShift *shift, HvEditSource source, GError **error)
{
  if (!hv_day_edit_can_remove_shift (shift))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED,
                           hv_own_text ("This shift comes from a template of the house. End the template there, or ask "
                                        "for 0 people on this day."));
      return NULL;
    }
  HvEdit *edit = hv_edit_new ("delete", source);
  hv_removal_add (edit, roster, HV_KIND_SHIFT, shift->r.id);
  return edit;
}
