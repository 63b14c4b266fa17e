/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-counting.h"

#include "hv-error.h"
#include "hv-expectation.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-slots.h"

#define MOST_VISITS 100000
#define MOST_MINUTES 1440
#define MOST_CHARACTERS 4000

/* --- the opening --- */

static bool
is_in_force (const HvHours *hours, HvDay day)
{
  HvRecurrence recurrence = hv_hours_get_recurrence (hours);
  return hv_recurrence_is_on (&recurrence, day);
}

/* The weekday's usual hours (that start then): those in force, else the ones it last had. */
static const HvHours *
find_usual_hours (const HvRoster *roster, HvId house, HvDay day, gint64 start)
{
  const HvHours *last = NULL;
  const GPtrArray *hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house);
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *candidate = g_ptr_array_index (hours, i);
      if (candidate->weekday != hv_day_get_weekday (day) || (start != HV_NONE && candidate->start != start))
        continue;
      if (is_in_force (candidate, day))
        return candidate;
      last = candidate;
    }
  return last;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static void
add_usual_starts (GArray *starts, const HvRoster *roster, HvId house, HvDay day)
{
  const GPtrArray *hours = hv_roster_list_of (roster, HV_KIND_HOURS, HV_KIND_HOUSE, house);
  for (guint i = 0; i < hours->len; i++)
    {
      const HvHours *usual = g_ptr_array_index (hours, i);
      int start = (int)usual->start;
      if (is_in_force (usual, day))
        g_array_append_val (starts, start);
    }
  g_array_sort (starts, compare_starts);
}

GArray *
hv_counting_list_starts (const HvRoster *roster, const HvHouse *house, HvDay day)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, hv_week_of_day (day), house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      int start = hv_minute_get_of_day (opening->starts);
      if (hv_opening_get_day (opening) == day)
        g_array_append_val (starts, start);
    }
  if (starts->len == 0)
    add_usual_starts (starts, roster, house->r.id, day);
  return starts;
}

/* The opening that is meant, made when there is none; part of the edit or of the roster. */
static const HvOpening *
find_opening (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 start, HvEdit *edit, GError **error)
{
  const HvOpening *opening = hv_roster_find_opening_on (roster, house->r.id, day, start);
  if (opening != NULL)
    return opening;
  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  const HvHours *hours = find_usual_hours (roster, house->r.id, day, start);
  if (hours == NULL && start != HV_NONE)
    {
      g_autofree char *time = hv_format_time ((int)start, hv_text_get_own_language ());
      /* TRANSLATORS: house, date, time of day */
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("%s has no opening on %s that starts at %s."),
                   house->name, date, time);
      return NULL;
    }
  if (hours == NULL)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("%s has no opening on %s, and no usual hours on that weekday."), house->name, date);
      return NULL;
    }
  HvOpening *made = hv_edit_add (edit, HV_KIND_OPENING);
  HvSpan span = hv_span_on_day (day, (int)hours->start, (int)hours->end);
  made->house = house->r.id;
  made->starts = span.from;
  made->ends = span.to;
  made->hours = hours->r.id;
  return made;
}

/* --- facts --- */

static bool
check_number (gint64 number, gint64 most, const char *sentence, GError **error)
{
  if (number == HV_NONE || (number >= 0 && number <= most))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, "%s", sentence);
  return false;
}

bool
hv_counting_check_note (const char *note, GError **error)
{
  g_autofree char *clean = hv_text_clean (note, MOST_CHARACTERS, error);
  return clean != NULL && hv_identity_check (hv_own_text ("note"), clean, error);
}

static bool
check_facts (const HvCountFacts *facts, GError **error)
{
  return check_number (facts->count, MOST_VISITS, hv_own_text ("A count of visits is a whole number from 0 to 100000."),
                       error)
         && check_number (facts->left, MOST_VISITS,
                          hv_own_text ("People who left are a whole number from 0 to 100000."), error)
         && check_number (facts->wait, (gint64)MOST_MINUTES * HV_MICRO,
                          hv_own_text ("A waiting time is from 0 to 1440 minutes."), error)
         && check_number (facts->minutes, (gint64)MOST_MINUTES * HV_MICRO,
                          hv_own_text ("The minutes per visit are from 0 to 1440."), error)
         && (facts->note == NULL || hv_counting_check_note (facts->note, error));
}

/* "9,11,12" → "9 11 12"; their sum. */
static char *
parse_slots (const char *text, gint64 *ret_sum, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ", ;", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  *ret_sum = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 number;
      if (parts[i][0] == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (parts[i], 10, 0, MOST_VISITS, &number, NULL))
        {
          g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                       hv_own_text ("“%s” is no count of visits per half hour. They look like 9,11,12."), text);
          return NULL;
        }
      g_string_append_printf (clean, "%s%" G_GUINT64_FORMAT, clean->len == 0 ? "" : " ", number);
      *ret_sum += (gint64)number;
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

char *
hv_counting_ask (const HvRoster *roster, const HvOpening *opening, gint64 count, HvLanguage language)
{
  HvExpectedVisits forecast = hv_expectation_forecast (roster, opening);
  if (!forecast.visits.known || !hv_forecast_is_unusual (&forecast.visits, (double)count))
    return NULL;
  return hv_text_format (language, "Is %d right? Usually %d–%d come.", (int)count, forecast.visits.low,
                         forecast.visits.high);
}

static guint
count_half_hours (HvSpan span)
{
  return (guint)((hv_span_get_minutes (span) + HV_SLOT_MINUTES - 1) / HV_SLOT_MINUTES);
}

static bool
check_half_hours (const char *slots, HvSpan span, GError **error)
{
  g_autoptr (GArray) numbers = hv_slots_parse (slots);
  if (numbers->len <= count_half_hours (span))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
               hv_own_text ("There are counts of %u half hours, but the opening has %u."), numbers->len,
               count_half_hours (span));
  return false;
}

/* A count that is corrected may no longer be what the half hours add up to. */
static void
drop_stale_slots (HvVisit *visit, HvSpan span)
{
  if (visit->slots != NULL && !hv_slots_check (visit, span, NULL))
    hv_set_text (&visit->slots, NULL);
}

static bool
take_slots (HvVisit *visit, const HvCountFacts *facts, HvSpan span, GError **error)
{
  gint64 sum;
  if (facts->slots == NULL)
    {
      drop_stale_slots (visit, span);
      return true;
    }
  g_autofree char *slots = parse_slots (facts->slots, &sum, error);
  if (slots == NULL || !check_half_hours (slots, span, error))
    return false;
  if (facts->count != HV_NONE && sum > facts->count)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("The half hours add up to %d, more than the count of %d."), (int)sum,
                   (int)facts->count);
      return false;
    }
  hv_set_text (&visit->slots, slots);
  if (facts->count == HV_NONE)
    visit->count = sum;
  return true;
}

static bool
take_facts (HvVisit *visit, const HvCountFacts *facts, HvSpan span, GError **error)
{
  if (facts->count != HV_NONE)
    visit->count = facts->count;
  if (!take_slots (visit, facts, span, error))
    return false;
  if (facts->left != HV_NONE)
    visit->left = facts->left;
  if (facts->wait != HV_NONE)
    visit->wait = facts->wait;
  if (facts->minutes != HV_NONE)
    visit->minutes = facts->minutes;
  if (facts->special != HV_NONE)
    visit->special = facts->special;
  if (facts->note == NULL)
    return true;
  g_autofree char *note = hv_text_clean (facts->note, MOST_CHARACTERS, error);
  if (note == NULL)
    return false;
  hv_set_text (&visit->note, note[0] == '\0' ? NULL : note);
  return true;
}

HvEdit *
hv_counting_record (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 start, const HvCountFacts *facts,
                    HvLanguage language, HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("count", source);
  if (!check_facts (facts, error))
    return NULL;
  const HvOpening *opening = find_opening (roster, house, day, start, edit, error);
  if (opening == NULL)
    return NULL;

  HvId id = opening->r.id;
  HvSpan span = hv_opening_get_span (opening);
  const HvVisit *known = hv_roster_find_visit (roster, id);
  if (known == NULL && facts->count == HV_NONE && facts->slots == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("Say how many people came: nothing was counted yet."));
      return NULL;
    }
  HvVisit *visit = known == NULL ? hv_edit_add (edit, HV_KIND_VISIT) : hv_edit_change (edit, known);
  visit->house = house->r.id;
  visit->opening = id;
  if (!take_facts (visit, facts, span, error))
    return NULL;
  opening = hv_edit_find (edit, roster, HV_KIND_OPENING, id);
  char *question = visit->special == HV_NONE ? hv_counting_ask (roster, opening, visit->count, language) : NULL;
  if (question != NULL)
    hv_edit_warn (edit, "unusual", question);
  return g_steal_pointer (&edit);
}

HvEdit *
hv_counting_clear (const HvVisit *visit, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("count", source);
  hv_edit_remove (edit, visit);
  return edit;
}

HvEdit *
hv_counting_expect (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 start, gint64 count,
                    HvEditSource source, GError **error)
{
  g_autoptr (HvEdit) edit = hv_edit_new ("expect", source);
  if (!check_number (count, MOST_VISITS, hv_own_text ("Expected visits are a whole number from 0 to 100000."), error))
    return NULL;
  const HvOpening *opening = find_opening (roster, house, day, start, edit, error);
  if (opening == NULL)
    return NULL;
  HvId id = opening->r.id;
  const HvExpectation *known = hv_roster_find_expectation (roster, id);
  if (count == HV_NONE)
    {
      if (known != NULL)
        hv_edit_remove (edit, known);
      return g_steal_pointer (&edit);
    }
  HvExpectation *typed = known == NULL ? hv_edit_add (edit, HV_KIND_EXPECTATION) : hv_edit_change (edit, known);
  typed->house = house->r.id;
  typed->opening = id;
  typed->count = count;
  return g_steal_pointer (&edit);
}
