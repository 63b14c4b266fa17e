/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-absence-edit.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-identity.h"
#include "hv-name.h"

#define REASON_MAX_CHARACTERS 100

/* --- terms --- */

HvSpan
hv_absence_terms_get_span (const HvAbsenceTerms *terms)
{
  int start = terms->start == HV_NONE ? 0 : (int)terms->start;
  int end = terms->end == HV_NONE ? HV_MINUTES_PER_DAY : (int)terms->end;
  return (HvSpan){ hv_minute_at (terms->from, start), hv_minute_at (terms->to, end) };
}

static bool
check_order (const HvAbsenceTerms *terms, GError **error)
{
  HvLanguage language = hv_text_get_own_language ();
  HvSpan span = hv_absence_terms_get_span (terms);
  if (terms->to < terms->from)
    {
      g_autofree char *first = hv_format_day_with_year (terms->from, language);
      g_autofree char *last = hv_format_day_with_year (terms->to, language);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("The last day, %s, is before the first, %s. Change one of them."), last, first);
      return false;
    }
  if (span.to <= span.from)
    {
      g_autofree char *start = hv_format_clock (hv_minute_get_of_day (span.from), language);
      g_autofree char *end = hv_format_clock (hv_minute_get_of_day (span.to), language);
      g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                   hv_own_text ("The absence ends at %s, but begins at %s. Change one of them."), end, start);
      return false;
    }
  return true;
}

static bool
clean_reason (const char *reason, char **ret_clean, GError **error)
{
  g_autofree char *clean = hv_text_clean (reason == NULL ? "" : reason, REASON_MAX_CHARACTERS, error);
  if (clean == NULL || !hv_identity_check (hv_own_text ("reason"), clean, error))
    return false;
  *ret_clean = clean[0] == '\0' ? NULL : g_steal_pointer (&clean);
  return true;
}

bool
hv_absence_terms_check (const HvAbsenceTerms *terms, GError **error)
{
  g_autofree char *reason = NULL;
  return check_order (terms, error) && clean_reason (terms->reason, &reason, error);
}

/* --- duties that become gaps --- */

static bool
is_open_duty (const HvRoster *roster, const HvAssignment *duty)
{
  const HvShift *shift = hv_roster_find_shift (roster, duty->shift);
  const HvOpening *opening = shift == NULL ? NULL : hv_roster_find_opening (roster, shift->opening);
  return duty->state == HV_STATE_PLANNED && (opening == NULL || opening->closed == NULL);
}

GPtrArray *
hv_absence_edit_list_duties (const HvRoster *roster, HvId volunteer, HvSpan span)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      if (hv_span_overlaps (hv_assignment_get_span (duty), span) && is_open_duty (roster, duty))
        g_ptr_array_add (found, (gpointer)duty);
    }
  return found;
}

static char *
describe_duty (const HvRoster *roster, const HvAssignment *duty, HvLanguage language)
{
  const HvShift *shift = hv_roster_find_shift (roster, duty->shift);
  const HvRole *role = shift == NULL ? NULL : hv_roster_find_role (roster, shift->role);
  const HvHouse *house = hv_roster_find_house (roster, duty->house);
  g_autofree char *when = hv_format_day_span (hv_assignment_get_span (duty), language);
  /* TRANSLATORS: role, house, day and time of a duty that nobody fills now */
  return hv_text_format (language, "%s, %s, %s, is an empty place now.", role == NULL ? "–" : role->name,
                         house == NULL ? "–" : house->name, when);
}

static void
warn_of_gaps (HvEdit *edit, const HvRoster *roster, HvId volunteer, HvSpan span)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GPtrArray) duties = hv_absence_edit_list_duties (roster, volunteer, span);
  for (guint i = 0; i < duties->len; i++)
    hv_edit_warn (edit, "absent", describe_duty (roster, g_ptr_array_index (duties, i), language));
}

/* --- absences --- */

static void
set_terms (HvAbsence *absence, const HvAbsenceTerms *terms, const char *reason)
{
  absence->from = terms->from;
  absence->to = terms->to;
  absence->start = terms->start;
  absence->end = terms->end;
  hv_set_text (&absence->reason, reason);
}

HvEdit *
hv_absence_edit_add (const HvRoster *roster, const HvVolunteer *volunteer, const HvAbsenceTerms *terms,
                     HvEditSource source, GError **error)
{
  g_autofree char *reason = NULL;
  if (!check_order (terms, error) || !clean_reason (terms->reason, &reason, error))
    return NULL;

  HvEdit *edit = hv_edit_new ("absence", source);
  HvAbsence *absence = hv_edit_add (edit, HV_KIND_ABSENCE);
  absence->volunteer = volunteer->r.id;
  set_terms (absence, terms, reason);
  warn_of_gaps (edit, roster, volunteer->r.id, hv_absence_terms_get_span (terms));
  return edit;
}

HvEdit *
hv_absence_edit_change (const HvRoster *roster, const HvAbsence *absence, const HvAbsenceTerms *terms,
                        HvEditSource source, GError **error)
{
  g_autofree char *reason = NULL;
  if (!check_order (terms, error) || !clean_reason (terms->reason, &reason, error))
    return NULL;

  HvEdit *edit = hv_edit_new ("absence", source);
  set_terms (hv_edit_change (edit, absence), terms, reason);
  warn_of_gaps (edit, roster, absence->volunteer, hv_absence_terms_get_span (terms));
  hv_edit_trim (edit, roster);
  return edit;
}

HvEdit *
hv_absence_edit_remove (const HvRoster *roster, const HvAbsence *absence, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("absence", source);
  hv_edit_remove (edit, absence);
  return edit;
}

/* --- pauses --- */

HvEdit *
hv_absence_edit_pause (const HvRoster *roster, const HvVolunteer *volunteer, HvDay from, gint64 to, HvEditSource source,
                       GError **error)
{
  HvAbsenceTerms terms = { from, to == HV_NONE ? from : (HvDay)to, HV_NONE, HV_NONE, NULL };
  if (!check_order (&terms, error))
    return NULL;
  HvEdit *edit = hv_edit_new ("absence", source);
  HvPause *pause = hv_edit_add (edit, HV_KIND_PAUSE);
  pause->volunteer = volunteer->r.id;
  pause->from = from;
  pause->to = to;
  return edit;
}

HvEdit *
hv_absence_edit_resume (const HvRoster *roster, const HvVolunteer *volunteer, HvDay from, HvEditSource source)
{
  HvEdit *edit = hv_edit_new ("absence", source);
  const GPtrArray *pauses = hv_roster_list_of (roster, HV_KIND_PAUSE, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < pauses->len; i++)
    {
      const HvPause *pause = g_ptr_array_index (pauses, i);
      if (pause->to != HV_NONE && pause->to < from)
        continue;
      if (pause->from >= from)
        hv_edit_remove (edit, pause);
      else
        ((HvPause *)hv_edit_change (edit, pause))->to = from - 1;
    }
  return edit;
}

/* --- words --- */

/* The ISO weeks from one day to another, as a sentence has them. */
static char *
format_weeks (HvDay from, HvDay to, int this_year, HvLanguage language)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (HvWeek));
  for (HvWeek week = hv_week_of_day (from); week.monday <= to; week = hv_week_add (week, 1))
    g_array_append_val (weeks, week);
  return hv_format_weeks ((const HvWeek *)weeks->data, weeks->len, this_year, language);
}

/* Several days that begin or end at a time of day. */
static char *
format_days_and_times (HvDay from, HvDay to, HvSpan span, HvLanguage language)
{
  g_autofree char *first = hv_format_day (from, language);
  g_autofree char *last = hv_format_day (to, language);
  g_autofree char *start = hv_format_time (hv_minute_get_of_day (span.from), language);
  g_autofree char *end = hv_format_time ((int)(span.to - hv_minute_at (to, 0)), language);
  /* TRANSLATORS: day, time, day, time: when somebody is away */
  return hv_text_format (language, "%s %s to %s %s", first, start, last, end);
}

char *
hv_absence_edit_format_when (const HvAbsence *absence, int this_year, HvLanguage language)
{
  HvDay from = (HvDay)absence->from;
  HvDay to = (HvDay)absence->to;
  HvSpan span = hv_absence_get_span (absence);
  bool has_times = absence->start != HV_NONE || absence->end != HV_NONE;
  g_autofree char *weeks = format_weeks (from, to, this_year, language);
  g_autofree char *days = NULL;
  if (has_times)
    days = from == to ? hv_format_day_span (span, language) : format_days_and_times (from, to, span, language);
  else
    days = from == to ? hv_format_day_with_year (from, language) : hv_format_day_range (from, to, language);
  return g_strdup_printf ("%s · %s", days, weeks);
}
