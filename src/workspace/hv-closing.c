/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-closing.h"

#include "hv-day-edit.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"

static char *
clean_reason (const char *reason, GError **error)
{
  g_autofree char *clean = hv_text_clean (reason, 200, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("reason"), clean, error))
    return NULL;
  if (clean[0] != '\0')
    return g_steal_pointer (&clean);
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                       hv_own_text ("Say why the house is closed: people will ask."));
  return NULL;
}

/* The closed day of that one date, or NULL; a longer closed span is the house's. */
static const HvClosed *
find_closed_day (const HvRoster *roster, HvId house, HvDay day)
{
  const GPtrArray *spans = hv_roster_list_of (roster, HV_KIND_CLOSED, HV_KIND_HOUSE, house);
  for (guint i = 0; i < spans->len; i++)
    {
      const HvClosed *closed = g_ptr_array_index (spans, i);
      if (closed->from == day && closed->to == day)
        return closed;
    }
  return NULL;
}

HvEdit *
hv_closing_close (const HvRoster *roster, const HvHouse *house, HvDay day, const char *reason, HvEditSource source,
                  GError **error)
{
  g_autofree char *clean = clean_reason (reason, error);
  if (clean == NULL)
    return NULL;

  HvEdit *edit = hv_edit_new ("close", source);
  g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (roster, house->r.id, day);
  for (guint i = 0; i < openings->len; i++)
    {
      HvOpening *opening = hv_edit_change (edit, g_ptr_array_index (openings, i));
      hv_set_text (&opening->closed, clean);
      opening->holiday = 0;
    }
  if (openings->len > 0)
    return edit;

  const HvClosed *known = find_closed_day (roster, house->r.id, day);
  HvClosed *closed = known != NULL ? hv_edit_change (edit, known) : hv_edit_add (edit, HV_KIND_CLOSED);
  closed->house = house->r.id;
  closed->from = day;
  closed->to = day;
  hv_set_text (&closed->reason, clean);
  return edit;
}

static void
forget_closed_day (const HvRoster *roster, HvEdit *edit, HvId house, HvDay day)
{
  const HvClosed *closed = find_closed_day (roster, house, day);
  if (closed != NULL)
    hv_edit_remove (edit, closed);
}

/* One day of a longer closed span whose week is still to be generated: openings that come
 * from no hours are meant, and stay open. */
static void
open_in_span (const HvRoster *roster, HvEdit *edit, HvId house, HvDay day)
{
  bool holiday = false;
  if (hv_roster_find_closing (roster, house, day, &holiday) == NULL || holiday
      || find_closed_day (roster, house, day) != NULL)
    return;
  const GPtrArray *hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house);
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *usual = g_ptr_array_index (hours, i);
      HvRecurrence recurrence = hv_hours_get_recurrence (usual);
      if (!hv_recurrence_is_on (&recurrence, day))
        continue;
      HvSpan span = hv_span_on_day (day, (int)usual->start, (int)usual->end);
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      opening->house = house;
      opening->starts = span.from;
      opening->ends = span.to;
    }
}

static bool
is_in_closed_span (const HvRoster *roster, HvId house, HvDay day)
{
  const GPtrArray *spans = hv_roster_list_of (roster, HV_KIND_CLOSED, HV_KIND_HOUSE, house);
  for (guint i = 0; i < spans->len; i++)
    {
      const HvClosed *closed = g_ptr_array_index (spans, i);
      if (closed->from <= day && day <= closed->to && closed->from < closed->to)
        return true;
    }
  return false;
}

HvEdit *
hv_closing_open (const HvRoster *roster, const HvHouse *house, HvDay day, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("open", source);
  g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (roster, house->r.id, day);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *closed = g_ptr_array_index (openings, i);
      if (closed->closed == NULL)
        continue;
      HvOpening *opening = hv_edit_change (edit, closed);
      hv_set_text (&opening->closed, NULL);
      opening->holiday = 0;
      /* It now stands on its own, or the next generation would close it again. */
      if (is_in_closed_span (roster, house->r.id, day))
        opening->hours = HV_NONE;
    }
  if (openings->len == 0)
    open_in_span (roster, edit, house->r.id, day);
  forget_closed_day (roster, edit, house->r.id, day);
  hv_day_edit_ignore_holiday (roster, edit, house->r.id, day);
  if (!hv_edit_is_empty (edit))
    return g_steal_pointer (&edit);

  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s is not closed on %s."), house->name, date);
  return NULL;
}

const char *
hv_closing_get_reason (const HvOpening *opening, HvLanguage language)
{
  return opening->closed != NULL && opening->holiday == 1 ? hv_text (language, opening->closed) : opening->closed;
}

static int
compare_by_name (gconstpointer a, gconstpointer b)
{
  const HvVolunteer *first = *(const HvVolunteer *const *)a;
  const HvVolunteer *second = *(const HvVolunteer *const *)b;
  int order = g_strcmp0 (first->key, second->key);
  return order != 0 ? order : (first->r.id > second->r.id) - (first->r.id < second->r.id);
}

GPtrArray *
hv_closing_list_people (const HvRoster *roster, HvId house, HvDay day)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *people = g_ptr_array_new ();
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_HOUSE, house);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      const HvVolunteer *who = hv_roster_find_volunteer (roster, duty->volunteer);
      if (who == NULL || !hv_state_fills (duty->state) || hv_minute_get_day (duty->starts) != day)
        continue;
      if (g_hash_table_add (seen, (gpointer)who))
        g_ptr_array_add (people, (gpointer)who);
    }
  g_ptr_array_sort (people, compare_by_name);
  return people;
}
