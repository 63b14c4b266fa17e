/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-state.h"

#include "hv-format.h"
#include "hv-person-edit.h"
#include "hv-week-pattern.h"

/* --- the state --- */

/* An absence of some hours is no state of the day. */
static const HvAbsence *
find_absence (const HvRoster *roster, HvId volunteer, HvDay day)
{
  const GPtrArray *absences = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, volunteer);
  for (guint i = 0; i < absences->len; i++)
    if (hv_span_contains (hv_absence_get_span (g_ptr_array_index (absences, i)), hv_span_of_day (day)))
      return g_ptr_array_index (absences, i);
  return NULL;
}

HvPersonState
hv_person_state_find (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day)
{
  HvPersonState state = { HV_PERSON_HERE, day, HV_NONE, NULL };
  const HvPause *pause = hv_roster_find_pause (roster, volunteer->r.id, day);
  const HvAbsence *absence = find_absence (roster, volunteer->r.id, day);
  if (volunteer->archived == 1)
    state.kind = HV_PERSON_ARCHIVED;
  else if (volunteer->until != HV_NONE && volunteer->until < day)
    state.kind = HV_PERSON_STOPPED;
  else if (volunteer->from != HV_NONE && volunteer->from > day)
    {
      state.kind = HV_PERSON_NOT_BEGUN;
      state.until = volunteer->from;
    }
  else if (pause != NULL)
    {
      state.kind = HV_PERSON_PAUSED;
      state.until = pause->to;
    }
  else if (absence != NULL)
    {
      state.kind = HV_PERSON_AWAY;
      state.until = absence->to;
      state.reason = absence->reason;
    }
  return state;
}

static char *
format_away (const HvPersonState *state, const char *date, HvLanguage language)
{
  if (state->reason == NULL)
    return hv_text_format (language, "away up to and including %s", date);
  /* TRANSLATORS: why somebody is away, in their own words ("Holiday"), and the last day: "12 May" */
  return hv_text_format (language, "%s up to and including %s", state->reason, date);
}

static char *
format_date (const HvPersonState *state, HvLanguage language)
{
  if (state->until == HV_NONE)
    return NULL;
  if (hv_day_get_year ((HvDay)state->until) == hv_day_get_year (state->day))
    return hv_format_day_month ((HvDay)state->until, language);
  return hv_format_day_with_year ((HvDay)state->until, language);
}

char *
hv_person_state_format (const HvPersonState *state, HvLanguage language)
{
  g_autofree char *date = format_date (state, language);
  switch (state->kind)
    {
    case HV_PERSON_AWAY:
      return format_away (state, date, language);
    case HV_PERSON_PAUSED:
      if (date == NULL)
        return g_strdup (hv_text (language, "paused until further notice"));
      return hv_text_format (language, "paused up to and including %s", date);
    case HV_PERSON_NOT_BEGUN:
      /* TRANSLATORS: a new volunteer, and the first day: "begins 1 June" */
      return hv_text_format (language, "begins %s", date);
    case HV_PERSON_STOPPED:
      return g_strdup (hv_text (language, "has stopped"));
    case HV_PERSON_ARCHIVED:
      return g_strdup (hv_ctext (language, "person", "archived"));
    default:
      return NULL;
    }
}

/* --- free in a week --- */

static bool
has_duty (const HvRoster *roster, HvId volunteer, HvWeek week)
{
  return hv_roster_count_duties (roster, volunteer, week.monday, week.monday + 7) > 0;
}

static bool
is_here_some_day (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek week)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    if (hv_person_state_find (roster, volunteer, hv_week_get_day (week, weekday)).kind == HV_PERSON_HERE)
      return true;
  return false;
}

bool
hv_person_state_is_free (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek week)
{
  bool said;
  if (volunteer->archived == 1 || has_duty (roster, volunteer->r.id, week)
      || !is_here_some_day (roster, volunteer, week))
    return false;
  g_autoptr (GArray) spans = hv_week_pattern_find (roster, volunteer->r.id, week, HV_REPEAT_EVERY, &said);
  return !said || spans->len > 0;
}

/* --- words --- */

const char *
hv_person_state_get_level_name (HvLevel level, HvLanguage language)
{
  switch (level)
    {
    case HV_LEVEL_TRAINEE:
      return hv_text (language, "trainee");
    case HV_LEVEL_EXPERIENCED:
      return hv_text (language, "experienced");
    default:
      /* TRANSLATORS: can do the role alone; between “trainee” and “experienced” */
      return hv_text (language, "able");
    }
}

static void
append_item (GString *list, const char *item)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, item);
}

char *
hv_person_state_format_roles (const HvRoster *roster, HvId volunteer, HvLanguage language)
{
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      HvLevel level;
      if (!hv_roster_get_level (roster, volunteer, role->r.id, &level))
        continue;
      append_item (list, role->name);
      if (level == HV_LEVEL_TRAINEE)
        g_string_append_printf (list, " (%s)", hv_person_state_get_level_name (level, language));
    }
  if (list->len == 0)
    return g_strdup (hv_text (language, "no role yet"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
hv_person_state_format_houses (const HvRoster *roster, HvId volunteer, HvLanguage language)
{
  g_autoptr (GArray) houses = hv_person_edit_list_houses (roster, volunteer);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = hv_roster_find_house (roster, g_array_index (houses, HvId, i));
      if (house != NULL)
        append_item (list, house->name);
    }
  if (list->len == 0)
    return g_strdup (hv_text (language, "all houses"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
hv_person_state_format_line (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today, HvLanguage language)
{
  HvPersonState state = hv_person_state_find (roster, volunteer, today);
  char *words = hv_person_state_format (&state, language);
  if (words != NULL)
    return words;
  g_autofree char *roles = hv_person_state_format_roles (roster, volunteer->r.id, language);
  g_autofree char *houses = hv_person_state_format_houses (roster, volunteer->r.id, language);
  return g_strdup_printf ("%s · %s", roles, houses);
}
