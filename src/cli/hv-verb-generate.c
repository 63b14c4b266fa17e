/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-generation.h"

#define MOST_WEEKS 104

/* Somebody else may have made the same weeks meanwhile; then there is less to make. */
#define MOST_ATTEMPTS 5

static int weeks_option = 1;

static const GOptionEntry options[] = {
  { "weeks", 0, 0, G_OPTION_ARG_INT, &weeks_option, HV_N_ ("This many weeks from W on"), "N" },
  G_OPTION_ENTRY_NULL,
};

static void
put_conflicts (HvSession *session, const GArray *conflicts)
{
  const HvRoster *roster = hv_session_get_roster (session);
  hv_session_begin_list (session, "conflicts");
  for (guint i = 0; i < conflicts->len; i++)
    {
      const HvUnplaced *conflict = &g_array_index (conflicts, HvUnplaced, i);
      const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, conflict->volunteer);
      const HvHouse *house = hv_roster_find_house (roster, conflict->house);
      g_autofree char *reason = hv_obstacle_format (&conflict->why, roster, session->language);
      g_autofree char *day = hv_format_day (conflict->day, session->language);
      hv_session_begin_object (session);
      hv_session_put_text (session, "house", house->name);
      hv_session_put_day (session, "date", conflict->day);
      hv_session_put_text (session, "volunteer", volunteer->name);
      hv_session_put_text (session, "reason", reason);
      hv_session_end_object (session);
      /* TRANSLATORS: house, date: a regular who is not placed, and why */
      hv_session_say (session, hv_text (session->language, "%s, %s: %s is not placed: %s"), house->name, day,
                      volunteer->name, reason);
    }
  hv_session_end_list (session);
}

static bool
generate (HvSession *session, HvWeek week, GError **error)
{
  g_autoptr (HvGeneration) generation =
      hv_generation_new (hv_session_get_roster (session), week, weeks_option, hv_store_new_edit_source ());
  /* TRANSLATORS: numbers of openings */
  char *sentence = hv_text_format (session->language, "%d new, %d unchanged, %d closed", generation->n_new,
                                   generation->n_unchanged, generation->n_closed);
  if (!hv_session_commit (session, g_steal_pointer (&generation->edit), sentence, error))
    return false;
  hv_session_put_int (session, "new", generation->n_new);
  hv_session_put_int (session, "unchanged", generation->n_unchanged);
  hv_session_put_int (session, "closed", generation->n_closed);
  put_conflicts (session, generation->conflicts);
  return true;
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvWeek week;
  if (!hv_argument_read_week (session, argc, argv, &week, error))
    return false;
  if (weeks_option < 1 || weeks_option > MOST_WEEKS)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("--weeks takes a number from 1 to %d."), MOST_WEEKS);
      return false;
    }
  if (hv_week_get_year (hv_week_add (week, weeks_option - 1)) > HV_YEAR_LAST)
    {
      g_set_error (error, HV_ERROR, HV_ERROR_UNKNOWN_WEEK, hv_own_text ("There are no weeks after the year %d."),
                   HV_YEAR_LAST);
      return false;
    }
  if (!hv_session_open (session, false, error)
      || !hv_workspace_show (session->workspace, hv_week_add (week, -1), hv_week_add (week, weeks_option), error))
    return false;

  for (int attempt = 1;; attempt++)
    {
      g_autoptr (GError) conflict = NULL;
      if (generate (session, week, &conflict))
        return true;
      if (attempt < MOST_ATTEMPTS && g_error_matches (conflict, HV_ERROR, HV_ERROR_CONFLICT))
        continue;
      g_propagate_error (error, g_steal_pointer (&conflict));
      return false;
    }
}

const HvVerb hv_verb_generate = {
  .name = "generate",
  .arguments = "[W] [--weeks N]",
  .summary = HV_N_ ("Make openings and shifts from opening hours and shift templates"),
  .example = "2026-W19 --weeks 4",
  .most = 1,
  .options = options,
  .run = run,
};
