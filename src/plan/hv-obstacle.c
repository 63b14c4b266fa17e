/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-obstacle.h"

#include "hv-format.h"

static const char *const codes[HV_N_RULES] = {
  [HV_RULE_TWICE] = "twice",
  [HV_RULE_OVERLAP] = "overlap",
  [HV_RULE_ROLE] = "role",
  [HV_RULE_ABSENT] = "absent",
  [HV_RULE_AVAILABILITY] = "availability",
  [HV_RULE_PAUSED] = "paused",
  [HV_RULE_NEVER_TOGETHER] = "never-together",
  [HV_RULE_HOUSE] = "house",
  [HV_RULE_FULL] = "full",
  [HV_RULE_TRAVEL] = "travel",
  [HV_RULE_REST] = "rest",
  [HV_RULE_MOST] = "most",
  [HV_RULE_RATHER_NOT] = "rather-not",
  [HV_RULE_ALONE] = "alone",
  [HV_RULE_TRAINEE] = "trainee",
  [HV_RULE_KEY] = "key",
  [HV_RULE_AWAY] = "away",
  [HV_RULE_LOAD] = "load",
  [HV_RULE_PUBLISHED] = "published",
};

static const HvErrorCode errors[] = {
  [HV_RULE_TWICE] = HV_ERROR_TWICE,
  [HV_RULE_OVERLAP] = HV_ERROR_OVERLAP,
  [HV_RULE_ROLE] = HV_ERROR_ROLE,
  [HV_RULE_ABSENT] = HV_ERROR_ABSENT,
  [HV_RULE_AVAILABILITY] = HV_ERROR_AVAILABILITY,
  [HV_RULE_PAUSED] = HV_ERROR_PAUSED,
  [HV_RULE_NEVER_TOGETHER] = HV_ERROR_NEVER_TOGETHER,
  [HV_RULE_HOUSE] = HV_ERROR_HOUSE,
  [HV_RULE_FULL] = HV_ERROR_FULL,
};

static const char *const cannot_on_weekdays[] = {
  HV_N_ ("cannot on Mondays"),   HV_N_ ("cannot on Tuesdays"), HV_N_ ("cannot on Wednesdays"),
  HV_N_ ("cannot on Thursdays"), HV_N_ ("cannot on Fridays"),  HV_N_ ("cannot on Saturdays"),
  HV_N_ ("cannot on Sundays"),
};

const char *
hv_rule_get_code (HvRule rule)
{
  g_return_val_if_fail ((guint)rule < HV_N_RULES, NULL);
  return codes[rule];
}

const char *
hv_obstacle_get_code (const HvObstacle *obstacle)
{
  return hv_rule_get_code (obstacle->rule);
}

bool
hv_obstacle_refuses (const HvObstacle *obstacle)
{
  return obstacle->weight >= HV_WEIGHT_HARD;
}

bool
hv_obstacle_excludes (const HvObstacle *obstacle)
{
  return obstacle->weight >= HV_WEIGHT_BY_HAND;
}

bool
hv_obstacle_can_be_overridden (const HvObstacle *obstacle)
{
  return obstacle->weight != HV_WEIGHT_FINAL;
}

/* --- names: a reference may lead out of the snapshot --- */

static const char *
get_volunteer_name (const HvRoster *roster, HvId id)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, id);
  return volunteer != NULL ? volunteer->name : "?";
}

static const char *
get_house_name (const HvRoster *roster, HvId id)
{
  const HvHouse *house = hv_roster_find_house (roster, id);
  return house != NULL ? house->name : "?";
}

static const char *
get_role_name (const HvRoster *roster, HvId id)
{
  const HvRole *role = hv_roster_find_role (roster, id);
  return role != NULL ? role->name : "?";
}

/* "12 May", with its year where that is not the year of the duty. */
static char *
format_date (HvDay day, HvDay when, HvLanguage language)
{
  if (hv_day_get_year (day) == hv_day_get_year (when))
    return hv_format_day_month (day, language);
  return hv_format_day_with_year (day, language);
}

/* "10:00–13:00" on the day of the duty itself, else with its date. */
static char *
format_time (HvSpan span, HvDay when, HvLanguage language)
{
  HvDay day = hv_minute_get_day (span.from);
  if (day == when && span.to <= hv_minute_at (day + 1, 0))
    return hv_format_span (span, language);
  return hv_format_day_span (span, language);
}

/* --- one sentence function a rule --- */

static char *
format_twice (const HvObstacle *o, HvLanguage language)
{
  switch (o->detail)
    {
    case HV_DETAIL_CALLED_OFF:
      return g_strdup (hv_text (language, "has called off this shift"));
    case HV_DETAIL_SWAPPED_AWAY:
      return g_strdup (hv_text (language, "has swapped this shift away"));
    case HV_DETAIL_NO_SHOW:
      return g_strdup (hv_text (language, "did not come to this shift"));
    default:
      return g_strdup (hv_text (language, "is already on this shift"));
    }
}

static char *
format_overlap (const HvObstacle *o, const HvRoster *roster, HvLanguage language)
{
  g_autofree char *time = format_time (o->span, o->when, language);
  /* TRANSLATORS: house and time: "has another shift then: Tørring 10:00–13:00" */
  return hv_text_format (language, "has another shift then: %s %s", get_house_name (roster, o->house), time);
}

static char *
format_role (const HvObstacle *o, const HvRoster *roster, HvLanguage language)
{
  if (o->detail == HV_DETAIL_IS_TRAINEE)
    return g_strdup (hv_text (language, "is a trainee"));
  return hv_text_format (language, "does not have the role %s", get_role_name (roster, o->role));
}

static char *
format_absent (const HvObstacle *o, HvLanguage language)
{
  g_autofree char *date = format_date (o->day, o->when, language);
  switch (o->detail)
    {
    case HV_DETAIL_HOLIDAY:
      /* TRANSLATORS: a person on holiday, and its last day: "12 May" */
      return hv_text_format (language, "on holiday up to and including %s", date);
    case HV_DETAIL_AWAY_DAYS:
      /* TRANSLATORS: a person who is away, and the last day: "12 May" */
      return hv_text_format (language, "away up to and including %s", date);
    case HV_DETAIL_AWAY_TIME:
      {
        g_autofree char *time = hv_format_time (hv_minute_get_of_day (o->span.to), language);
        /* TRANSLATORS: date and time: "away until 12 May, 09:00" */
        return hv_text_format (language, "away until %s, %s", date, time);
      }
    default:
      {
        g_autofree char *time = format_time (o->span, o->when, language);
        /* TRANSLATORS: a person who is away, and when: "away 09:00–12:00" */
        return g_strdup_printf (hv_ctext (language, "absence", "away %s"), time);
      }
    }
}

static char *
format_availability (const HvObstacle *o, HvLanguage language)
{
  g_autofree char *from = hv_format_time (hv_minute_get_of_day (o->span.from), language);
  g_autofree char *to = hv_format_time (hv_minute_get_of_day (o->span.to), language);
  g_autofree char *time = format_time (o->span, o->when, language);
  switch (o->detail)
    {
    case HV_DETAIL_EVEN_WEEKS:
      return g_strdup (hv_text (language, "can only in even weeks"));
    case HV_DETAIL_ODD_WEEKS:
      return g_strdup (hv_text (language, "can only in odd weeks"));
    case HV_DETAIL_FROM:
      /* TRANSLATORS: a time of day: "can only from 13:30" */
      return hv_text_format (language, "can only from %s", from);
    case HV_DETAIL_UNTIL:
      /* TRANSLATORS: a time of day: "can only until 15:00" */
      return hv_text_format (language, "can only until %s", to);
    case HV_DETAIL_ONLY:
      /* TRANSLATORS: a span of hours: "can only 17:00–20:00" */
      return hv_text_format (language, "can only %s", time);
    default:
      return g_strdup (hv_text (language, cannot_on_weekdays[hv_day_get_weekday (o->when) - 1]));
    }
}

static char *
format_pause_end (const HvObstacle *o, HvLanguage language)
{
  HvWeek week = hv_week_of_day (o->day);
  bool ends_with_week = hv_day_get_weekday (o->day) == 7;
  if (ends_with_week && hv_week_get_year (week) == hv_week_get_year (hv_week_of_day (o->when)))
    return hv_text_format (language, "paused up to and including week\u00A0%d", hv_week_get_number (week));

  g_autofree char *date = format_date (o->day, o->when, language);
  /* TRANSLATORS: a date: "paused up to and including 20 May" */
  return hv_text_format (language, "paused up to and including %s", date);
}

static char *
format_paused (const HvObstacle *o, HvLanguage language)
{
  switch (o->detail)
    {
    case HV_DETAIL_PAUSED_UNTIL:
      return format_pause_end (o, language);
    case HV_DETAIL_STOPPED:
      return g_strdup (hv_text (language, "has stopped"));
    case HV_DETAIL_NOT_BEGUN:
      {
        g_autofree char *date = format_date (o->day, o->when, language);
        /* TRANSLATORS: a new volunteer: "begins 1 June" */
        return hv_text_format (language, "begins %s", date);
      }
    default:
      return g_strdup (hv_text (language, "paused until further notice"));
    }
}

static char *
format_travel (const HvObstacle *o, const HvRoster *roster, HvLanguage language)
{
  const char *house = get_house_name (roster, o->house);
  g_autofree char *minutes = hv_format_minutes (o->number, language);
  if (o->detail == HV_DETAIL_TRAVEL_TO)
    /* TRANSLATORS: minutes too few between two shifts, and the house of the later one: "10 min short …" */
    return hv_text_format (language, "%s short for travel to %s", minutes, house);
  /* TRANSLATORS: minutes too few between two shifts, and the house of the earlier one: "10 min short …" */
  return hv_text_format (language, "%s short for travel from %s", minutes, house);
}

static char *
format_hours (int minutes, HvLanguage language)
{
  return hv_format_decimal (minutes / 60.0, minutes % 60 != 0 ? 1 : 0, language);
}

static char *
format_rest (const HvObstacle *o, HvLanguage language)
{
  g_autofree char *there_is = format_hours (o->against, language);
  g_autofree char *wished = format_hours (o->number, language);
  /* TRANSLATORS: hours between two shifts, and the hours the volunteer wishes */
  return hv_text_format (language, "%s\u00A0h of rest, wishes %s\u00A0h", there_is, wished);
}

static char *
format_most (const HvObstacle *o, HvLanguage language)
{
  if (o->detail == HV_DETAIL_MOST_WEEK)
    /* TRANSLATORS: a volunteer's own limit, and what they have: "wants at most 1 shift a week, has 1" */
    return g_strdup_printf (hv_ntext (language, "wants at most %d shift a week, has %d",
                                      "wants at most %d shifts a week, has %d", (gulong)o->number),
                            o->number, o->against);
  return g_strdup_printf (hv_ntext (language, "wants at most %d shift in four weeks, has %d",
                                    "wants at most %d shifts in four weeks, has %d", (gulong)o->number),
                          o->number, o->against);
}

static char *
format_load (const HvObstacle *o, HvLanguage language)
{
  if (o->detail == HV_DETAIL_LOAD_UNASKED)
    return g_strdup_printf (
        hv_ntext (language, "has %d shift in eight weeks", "has %d shifts in eight weeks", (gulong)o->against),
        o->against);
  /* TRANSLATORS: a volunteer's own wish, and what they have: "wishes 2 shifts in eight weeks, has 2" */
  return g_strdup_printf (hv_ntext (language, "wishes %d shift in eight weeks, has %d",
                                    "wishes %d shifts in eight weeks, has %d", (gulong)o->number),
                          o->number, o->against);
}

static char *
format_rather_not (const HvObstacle *o, HvLanguage language)
{
  if (o->detail == HV_DETAIL_NOT_SAID)
    return g_strdup (hv_text (language, "has not said when"));
  g_autofree char *time = format_time (o->span, o->when, language);
  /* TRANSLATORS: a span of hours: "would rather not 15:00–16:00" */
  return hv_text_format (language, "would rather not %s", time);
}

static char *
format_hard (const HvObstacle *o, const HvRoster *roster, HvLanguage language)
{
  switch (o->rule)
    {
    case HV_RULE_TWICE:
      return format_twice (o, language);
    case HV_RULE_OVERLAP:
      return format_overlap (o, roster, language);
    case HV_RULE_ROLE:
      return format_role (o, roster, language);
    case HV_RULE_ABSENT:
      return format_absent (o, language);
    case HV_RULE_AVAILABILITY:
      return format_availability (o, language);
    case HV_RULE_PAUSED:
      return format_paused (o, language);
    case HV_RULE_NEVER_TOGETHER:
      return hv_text_format (language, "not together with %s", get_volunteer_name (roster, o->other));
    case HV_RULE_HOUSE:
      return g_strdup (hv_text (language, "does not help in this house"));
    default:
      return hv_text_format (language, "the shift is full, at most %d", o->number);
    }
}

static char *
format_soft (const HvObstacle *o, const HvRoster *roster, HvLanguage language)
{
  switch (o->rule)
    {
    case HV_RULE_TRAVEL:
      return format_travel (o, roster, language);
    case HV_RULE_REST:
      return format_rest (o, language);
    case HV_RULE_MOST:
      return format_most (o, language);
    case HV_RULE_RATHER_NOT:
      return format_rather_not (o, language);
    case HV_RULE_ALONE:
      return g_strdup (hv_text (language, "alone on duty"));
    case HV_RULE_TRAINEE:
      if (o->detail == HV_DETAIL_NONE_EXPERIENCED)
        return g_strdup (hv_text (language, "nobody experienced is there"));
      return g_strdup (hv_text (language, "is a trainee, and nobody experienced is there"));
    case HV_RULE_KEY:
      return g_strdup (hv_text (language, "nobody there has a key"));
    case HV_RULE_AWAY:
      return hv_text_format (language, "home house: %s", get_house_name (roster, o->house));
    case HV_RULE_LOAD:
      return format_load (o, language);
    default:
      {
        g_autofree char *week = hv_format_in_week (hv_week_of_day (o->when), language);
        /* TRANSLATORS: the week as inside a sentence: "changes what is published in week 19" */
        return hv_text_format (language, "changes what is published %s", week);
      }
    }
}

char *
hv_obstacle_format (const HvObstacle *obstacle, const HvRoster *roster, HvLanguage language)
{
  if (obstacle->rule <= HV_RULE_FULL)
    return format_hard (obstacle, roster, language);
  return format_soft (obstacle, roster, language);
}

void
hv_obstacle_to_error (const HvObstacle *obstacle, const HvRoster *roster, GError **error)
{
  g_return_if_fail (obstacle->rule <= HV_RULE_FULL);

  const char *name = get_volunteer_name (roster, obstacle->volunteer);
  g_autofree char *why = hv_obstacle_format (obstacle, roster, hv_text_get_own_language ());
  g_set_error (error, HV_ERROR, errors[obstacle->rule],
               hv_obstacle_can_be_overridden (obstacle)
                   ? /* TRANSLATORS: volunteer, and why: "Bo Vestermark: has another shift then: …" */
                   hv_own_text ("%s: %s. Give a reason to assign anyway, or choose somebody else.")
                   : /* TRANSLATORS: volunteer, and why: "Bo Vestermark: is already on this shift" */
                   hv_own_text ("%s: %s. Choose somebody else."),
               name, why);
}
