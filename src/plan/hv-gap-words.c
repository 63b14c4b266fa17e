/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words for a gap. */

#include "hv-format.h"
#include "hv-gap.h"

static const char *const on_weekdays[] = {
  HV_NC_ ("every week", "Mondays"),   HV_NC_ ("every week", "Tuesdays"), HV_NC_ ("every week", "Wednesdays"),
  HV_NC_ ("every week", "Thursdays"), HV_NC_ ("every week", "Fridays"),  HV_NC_ ("every week", "Saturdays"),
  HV_NC_ ("every week", "Sundays"),
};

static const char *
get_role_name (const HvGap *gap, const HvRoster *roster)
{
  const HvRole *role = hv_roster_find_role (roster, gap->shift->role);
  return role != NULL ? role->name : "?";
}

static const char *
get_house_name (const HvGap *gap, const HvRoster *roster)
{
  const HvHouse *house = hv_roster_find_house (roster, gap->shift->house);
  return house != NULL ? house->name : "?";
}

static char *
format_missing (const HvGap *gap, HvLanguage language)
{
  if (hv_span_compare (gap->when, hv_shift_get_span (gap->shift)) == 0)
    return g_strdup_printf (hv_ntext (language, "%d missing", "%d missing", (gulong)gap->missing), gap->missing);
  g_autofree char *when = hv_format_span (gap->when, language);
  /* TRANSLATORS: people and a span of hours: "1 missing 13:00–13:30" */
  return g_strdup_printf (hv_ntext (language, "%d missing %s", "%d missing %s", (gulong)gap->missing), gap->missing,
                          when);
}

char *
hv_gap_format (const HvGap *gap, const HvRoster *roster, HvLanguage language)
{
  switch (gap->kind)
    {
    case HV_GAP_EMPTY:
      return g_strdup (hv_text (language, "nobody on duty"));
    case HV_GAP_NO_ROLE:
      /* TRANSLATORS: a role that nobody fills: "missing: Coffee host" */
      return g_strdup_printf (hv_ctext (language, "role", "missing: %s"), get_role_name (gap, roster));
    case HV_GAP_TRAINEE_ONLY:
      return g_strdup (hv_text (language, "trainees only"));
    case HV_GAP_SHORT:
      return format_missing (gap, language);
    case HV_GAP_ALONE:
      return g_strdup (hv_text (language, "alone on duty"));
    case HV_GAP_TIGHT:
      return g_strdup (hv_text (language, "tight on a busy day"));
    default:
      return g_strdup (hv_text (language, "fully staffed"));
    }
}

/* The hours of an opening that has the weekday's name not for itself, with a blank in front. */
static char *
format_hours (const HvOpening *opening, const HvRoster *roster, HvLanguage language)
{
  if (opening == NULL || !hv_roster_opens_again (roster, opening))
    return g_strdup ("");
  g_autofree char *span = hv_format_span_short (hv_opening_get_span (opening), language);
  return g_strdup_printf (" %s", span);
}

char *
hv_gap_format_weekday (const HvOpening *opening, const HvRoster *roster, HvLanguage language)
{
  g_autofree char *hours = format_hours (opening, roster, language);
  return g_strconcat (hv_format_weekday (hv_day_get_weekday (hv_opening_get_day (opening)), language), hours, NULL);
}

char *
hv_gap_format_tag (const HvGap *gap, const HvRoster *roster, HvLanguage language)
{
  g_autofree char *what = gap->missing > 0 ? format_missing (gap, language) : hv_gap_format (gap, roster, language);
  g_autofree char *weekday =
      hv_gap_format_weekday (hv_roster_find_opening (roster, gap->shift->opening), roster, language);
  /* TRANSLATORS: house, weekday, role, what is wrong: "Juelsminde, Monday: IT help, 2 missing" */
  return g_strdup_printf (hv_ctext (language, "house, weekday: role, gap", "%s, %s: %s, %s"),
                          get_house_name (gap, roster), weekday, get_role_name (gap, roster), what);
}

static char *
format_only_regulars (int regulars, HvLanguage language)
{
  if (regulars == 0)
    return g_strdup (hv_text (language, "nobody is a regular"));
  return g_strdup_printf (hv_ntext (language, "only %d is a regular", "only %d are regulars", (gulong)regulars),
                          regulars);
}

static bool
is_of_every_week (const HvShift *shift, const HvRoster *roster)
{
  const HvTemplate *tmpl = hv_roster_find (roster, HV_KIND_TEMPLATE, shift->tmpl);
  return tmpl == NULL || tmpl->repeat == HV_REPEAT_EVERY;
}

/* "Juelsminde, Mondays: 2 are missing every week." */
static char *
format_missing_always (const HvGap *gap, const HvRoster *roster, HvLanguage language)
{
  int missing = gap->needed - gap->regulars;
  int weekday = hv_day_get_weekday (hv_minute_get_day (gap->shift->starts));
  g_autofree char *hours = format_hours (hv_roster_find_opening (roster, gap->shift->opening), roster, language);
  g_autofree char *when = g_strconcat (hv_ctext (language, "every week", on_weekdays[weekday - 1]), hours, NULL);
  const char *house = get_house_name (gap, roster);
  if (is_of_every_week (gap->shift, roster))
    /* TRANSLATORS: house and weekday: "Juelsminde, Mondays: 2 are missing every week." */
    return g_strdup_printf (
        hv_ntext (language, "%s, %s: %d is missing every week.", "%s, %s: %d are missing every week.", (gulong)missing),
        house, when, missing);
  /* TRANSLATORS: house and weekday, of shifts that are every other week or once a month */
  return g_strdup_printf (
      hv_ntext (language, "%s, %s: %d is missing every time.", "%s, %s: %d are missing every time.", (gulong)missing),
      house, when, missing);
}

char *
hv_gap_format_chronic (const HvGap *gap, const HvRoster *roster, HvLanguage language)
{
  g_autofree char *first = format_missing_always (gap, roster, language);
  g_autofree char *needed =
      g_strdup_printf (hv_ntext (language, "%d is needed", "%d are needed", (gulong)gap->needed), gap->needed);
  g_autofree char *regulars = format_only_regulars (gap->regulars, language);
  /* TRANSLATORS: two halves: "5 are needed, but only 3 are regulars." */
  g_autofree char *second = g_strdup_printf (hv_ctext (language, "needed, regulars", "%s, but %s."), needed, regulars);
  return g_strdup_printf ("%s %s", first, second);
}

char *
hv_gap_format_count (int places, HvWeek week, HvLanguage language)
{
  g_autofree char *when = hv_format_in_week (week, language);
  /* TRANSLATORS: the week as inside a sentence: "3 empty places in week 19" */
  return g_strdup_printf (hv_ntext (language, "%d empty place %s", "%d empty places %s", (gulong)places), places, when);
}
