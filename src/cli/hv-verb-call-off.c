/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-assignment-edit.h"
#include "hv-candidate.h"
#include "hv-format.h"
#include "hv-week-words.h"

/* The first few to ring, with their numbers. */
#define CALLS 5

static void
say_call_list (HvSession *session, const HvShift *shift)
{
  const HvRoster *roster = hv_session_get_roster (session);
  g_autoptr (HvRanking) ranking = hv_ranking_new (roster, shift, hv_shift_get_span (shift), NULL);
  g_autofree char *title = hv_week_words_shift (roster, shift, session->language);
  hv_session_say (session, hv_text (session->language, "Who can step in (%s):"), title);
  for (guint i = 0; i < ranking->candidates->len && i < CALLS; i++)
    {
      const HvCandidate *candidate = g_ptr_array_index (ranking->candidates, i);
      hv_session_say (session, "%4u. %s  %s", i + 1, candidate->volunteer->name,
                      candidate->volunteer->phone == NULL ? "" : candidate->volunteer->phone);
    }
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvDay day;
  if (!hv_argument_open_day (session, argv[1], &day, error))
    return false;
  const HvVolunteer *volunteer = hv_roster_match_volunteer (hv_session_get_roster (session), argv[0], error);
  if (volunteer == NULL)
    return false;
  HvEdit *edit =
      hv_assignment_edit_call_off (hv_session_get_roster (session), volunteer, day, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;

  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (HvId));
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvAssignment *off = g_array_index (edit->puts, HvPut, i).record;
      g_array_append_val (shifts, off->shift);
    }
  g_autofree char *date = hv_format_day (day, session->language);
  if (!hv_session_commit (session, edit,
                          hv_text_format (session->language, "%s cannot come on %s.", volunteer->name, date), error))
    return false;
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = hv_roster_find_shift (hv_session_get_roster (session), g_array_index (shifts, HvId, i));
      if (shift != NULL)
        say_call_list (session, shift);
    }
  return true;
}

const HvVerb hv_verb_call_off = {
  .name = "call-off",
  .arguments = "VOLUNTEER DATE",
  .summary = HV_N_ ("Note that a volunteer cannot come, and say who can step in"),
  .example = "\"Birthe Solvang\" 2026-05-04",
  .least = 2,
  .most = 2,
  .run = run,
};
