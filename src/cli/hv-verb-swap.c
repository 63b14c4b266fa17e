/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-swap.h"

static char *reason_option;

static const GOptionEntry options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_option, HV_N_ ("Why a rule is set aside; kept in the log"),
    HV_N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

/* The one duty of a volunteer on a date. */
static const HvAssignment *
find_duty (const HvRoster *roster, const HvVolunteer *volunteer, HvDay day, GError **error)
{
  const HvAssignment *found = NULL;
  int n = 0;
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, volunteer->r.id);
  for (guint i = 0; i < duties->len; i++)
    {
      const HvAssignment *duty = g_ptr_array_index (duties, i);
      if (!hv_state_fills (duty->state) || hv_minute_get_day (duty->starts) != day)
        continue;
      found = duty;
      n++;
    }
  if (n == 1)
    return found;
  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  if (n == 0)
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED, hv_own_text ("%s has no duty on %s to swap."), volunteer->name,
                 date);
  else
    g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                 hv_own_text ("%s has several duties on %s. Take off and assign one by one instead."), volunteer->name,
                 date);
  return NULL;
}

static bool
show_weeks_of (HvSession *session, HvDay a, HvDay b, GError **error)
{
  HvWeek from = hv_week_of_day (MIN (a, b));
  HvWeek until = hv_week_of_day (MAX (a, b));
  if ((until.monday - from.monday) / 7 > 52)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("The two dates are more than a year apart."));
      return false;
    }
  return hv_session_open (session, false, error)
         && hv_workspace_show (session->workspace, hv_week_add (from, -1), hv_week_add (until, 1), error);
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvDay days[2];
  const HvAssignment *duties[2];
  const HvVolunteer *people[2];
  if (!hv_day_parse (argv[1], &days[0], error) || !hv_day_parse (argv[3], &days[1], error)
      || !show_weeks_of (session, days[0], days[1], error))
    return false;
  const HvRoster *roster = hv_session_get_roster (session);
  for (int i = 0; i < 2; i++)
    {
      people[i] = hv_roster_match_volunteer (roster, argv[2 * i], error);
      if (people[i] == NULL || (duties[i] = find_duty (roster, people[i], days[i], error)) == NULL)
        return false;
    }
  HvEdit *edit =
      hv_swap_make (roster, duties[0], duties[1], reason_option, session->language, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  return hv_session_commit (
      session, edit, hv_text_format (session->language, "%s and %s have swapped.", people[0]->name, people[1]->name),
      error);
}

const HvVerb hv_verb_swap = {
  .name = "swap",
  .arguments = "VOLUNTEER DATE VOLUNTEER DATE [--reason TEXT]",
  .summary = HV_N_ ("Let two volunteers take each other’s duty"),
  .example = "\"Kaj Viborghus\" 2026-05-06 \"Ejvind Havlund\" 2026-05-07",
  .least = 4,
  .most = 4,
  .options = options,
  .run = run,
};
