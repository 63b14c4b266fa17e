/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-closing.h"
#include "hv-format.h"
#include "hv-holiday.h"
#include "hv-week-words.h"

static char *house_option;

static const GOptionEntry options[] = {
  { "house", 0, 0, G_OPTION_ARG_STRING, &house_option, HV_N_ ("Only this house"), HV_N_ ("HOUSE") },
  G_OPTION_ENTRY_NULL,
};

static const char *const state_names[] = { "planned", "called-off", "swapped", "present", "no-show" };
static const char *const origin_names[] = { "hand", "regular", "filled", "wish" };

/* --- JSON --- */

static void
put_person (HvSession *session, const HvRoster *roster, const HvShift *shift, const HvAssignment *assignment)
{
  const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, assignment->volunteer);
  hv_session_begin_object (session);
  hv_session_put_text (session, "volunteer", volunteer != NULL ? volunteer->name : assignment->guest);
  hv_session_put_id (session, "volunteer_id", volunteer);
  hv_session_put_text (session, "state", state_names[assignment->state]);
  hv_session_put_bool (session, "locked", assignment->locked == 1);
  hv_session_put_text (session, "origin", origin_names[assignment->origin]);
  hv_session_put_span_of_day (session, hv_assignment_get_span (assignment), hv_minute_get_day (shift->starts));
  hv_session_end_object (session);
}

static void
put_shift (HvSession *session, const HvRoster *roster, const HvShift *shift)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  const HvGap *gap = hv_outlook_find_gap (hv_workspace_get_outlook (session->workspace), shift);
  hv_session_begin_object (session);
  hv_session_put_id (session, "shift_id", shift);
  hv_session_put_text (session, "role", role == NULL ? NULL : role->name);
  hv_session_put_span (session, hv_shift_get_span (shift));
  hv_session_put_int (session, "minimum", shift->minimum);
  hv_session_put_int (session, "wanted", shift->wanted);
  hv_session_put_int (session, "maximum", shift->maximum);
  hv_session_put_int (session, "needed", gap == NULL ? 0 : gap->needed);
  hv_session_begin_list (session, "people");
  const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
  for (guint i = 0; i < people->len; i++)
    put_person (session, roster, shift, g_ptr_array_index (people, i));
  hv_session_end_list (session);
  hv_session_end_object (session);
}

static void
put_opening (HvSession *session, const HvRoster *roster, const HvOpening *opening)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  hv_session_begin_object (session);
  hv_session_put_text (session, "house", house == NULL ? NULL : house->name);
  hv_session_put_id (session, "house_id", house);
  hv_session_put_day (session, "date", hv_opening_get_day (opening));
  hv_session_put_span (session, hv_opening_get_span (opening));
  hv_session_put_bool (session, "closed", opening->closed != NULL);
  hv_session_put_text (session, "reason", hv_closing_get_reason (opening, session->language));
  hv_session_begin_list (session, "shifts");
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    put_shift (session, roster, g_ptr_array_index (shifts, i));
  hv_session_end_list (session);
  hv_session_end_object (session);
}

static void
put_holidays (HvSession *session, const HvRoster *roster, HvWeek week)
{
  HvCountry country = HV_COUNTRY_DK;
  hv_country_parse (hv_roster_get_organisation (roster)->country, &country);
  hv_session_begin_list (session, "holidays");
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      HvHoliday holiday;
      HvDay day = hv_week_get_day (week, weekday);
      if (!hv_holiday_find (country, day, &holiday))
        continue;
      hv_session_begin_object (session);
      hv_session_put_day (session, "date", day);
      hv_session_put_text (session, "name", hv_holiday_get_name (&holiday, session->language));
      hv_session_end_object (session);
      g_autofree char *date = hv_format_day (day, session->language);
      hv_session_say (session, "%s: %s", date, hv_holiday_get_name (&holiday, session->language));
    }
  hv_session_end_list (session);
}

/* --- text --- */

/* Columns on a terminal count letters, not bytes as printf does. */
#define ROLE_COLUMN 12

static int
count_padding (const char *text)
{
  return MAX (0, ROLE_COLUMN - (int)g_utf8_strlen (text, -1));
}

static void
say_opening (HvSession *session, const HvRoster *roster, const HvOpening *opening)
{
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  g_autofree char *when = hv_format_day_span (hv_opening_get_span (opening), session->language);
  hv_session_say (session, "\n%s · %s%s%s", house == NULL ? "" : house->name, when,
                  opening->address == NULL ? "" : " · ", opening->address == NULL ? "" : opening->address);
  if (opening->closed != NULL)
    {
      g_autofree char *closed =
          hv_text_format (session->language, "closed: %s", hv_closing_get_reason (opening, session->language));
      hv_session_say (session, "  %s", closed);
      return;
    }
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  if (shifts->len == 0)
    hv_session_say (session, "  %s", hv_text (session->language, "No shift is planned."));
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      const HvRole *role = hv_roster_find_role (roster, shift->role);
      const HvGap *gap = hv_outlook_find_gap (hv_workspace_get_outlook (session->workspace), shift);
      g_autofree char *hours = hv_format_hours (hv_shift_get_span (shift), session->language);
      g_autofree char *count = gap == NULL ? g_strdup ("") : hv_week_words_count (gap, session->language);
      g_autofree char *names = hv_week_words_people (roster, shift, session->language);
      const char *what = role == NULL ? "" : role->name;
      hv_session_say (session, "  %s  %s%*s %s%s%s", hours, what, count_padding (what), "", count,
                      names[0] == '\0' ? "" : "  ", names);
    }
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvWeek week;
  HvId only;
  if (!hv_argument_open_week (session, argc, argv, &week, error)
      || !hv_argument_find_house (session, house_option, &only, error))
    return false;
  const HvRoster *roster = hv_session_get_roster (session);

  g_autofree char *title = hv_format_week (week, hv_week_get_year (week), session->language);
  g_autofree char *range = hv_format_day_range (week.monday, week.monday + 6, session->language);
  hv_session_say (session, "%s · %s", title, range);
  hv_session_put_week (session, "week", week);
  hv_session_put_day (session, "from", week.monday);
  hv_session_put_day (session, "to", week.monday + 6);
  hv_session_put_week (session, "previous", hv_week_add (week, -1));
  hv_session_put_week (session, "next", hv_week_add (week, 1));
  put_holidays (session, roster, week);

  g_autoptr (GPtrArray) openings = hv_roster_list_openings (roster, week, only);
  hv_session_begin_list (session, "openings");
  for (guint i = 0; i < openings->len; i++)
    {
      put_opening (session, roster, g_ptr_array_index (openings, i));
      say_opening (session, roster, g_ptr_array_index (openings, i));
    }
  hv_session_end_list (session);
  if (openings->len == 0)
    hv_session_say (session, "%s",
                    hv_text (session->language,
                             "Nothing is planned. “husvagt-cli generate” makes the week from opening "
                             "hours and shift templates."));
  return true;
}

const HvVerb hv_verb_week = {
  .name = "week",
  .arguments = "[W] [--house HOUSE]",
  .summary = HV_N_ ("Show the roster of a week"),
  .example = "2026-W19",
  .most = 1,
  .options = options,
  .run = run,
};
