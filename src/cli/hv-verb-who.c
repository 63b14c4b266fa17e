/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-candidate.h"
#include "hv-week-words.h"

static char *at_option;

static const GOptionEntry options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, HV_N_ ("When the shift starts, if the role has several that day"),
    HV_N_ ("HH:MM") },
  G_OPTION_ENTRY_NULL,
};

static void
put_warnings (HvSession *session, const HvCandidate *candidate)
{
  hv_session_begin_list (session, "warnings");
  for (guint i = 0; i < candidate->obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (candidate->obstacles, HvObstacle, i);
      g_autofree char *message = hv_obstacle_format (obstacle, hv_session_get_roster (session), session->language);
      hv_session_begin_object (session);
      hv_session_put_text (session, "code", hv_obstacle_get_code (obstacle));
      hv_session_put_text (session, "message", message);
      hv_session_end_object (session);
      hv_session_say (session, "      ! %s", message);
    }
  hv_session_end_list (session);
}

static void
put_candidate (HvSession *session, const HvCandidate *candidate, int rank)
{
  g_auto (GStrv) reasons = hv_candidate_list_reasons (candidate, session->language);
  g_autofree char *joined = g_strjoinv (" · ", reasons);
  hv_session_say (session, "%4d. %s  %s", rank, candidate->volunteer->name, joined);
  hv_session_begin_object (session);
  hv_session_put_text (session, "volunteer", candidate->volunteer->name);
  hv_session_put_id (session, "volunteer_id", candidate->volunteer);
  hv_session_put_int (session, "rank", rank);
  hv_session_begin_list (session, "reasons");
  for (guint i = 0; reasons[i] != NULL; i++)
    json_builder_add_string_value (session->answer, reasons[i]);
  hv_session_end_list (session);
  put_warnings (session, candidate);
  hv_session_end_object (session);
}

static void
put_cannot (HvSession *session, const HvCandidate *candidate)
{
  const HvObstacle *obstacle = hv_candidate_get_excluded (candidate);
  g_autofree char *reason = hv_obstacle_format (obstacle, hv_session_get_roster (session), session->language);
  hv_session_say (session, "   –  %s: %s", candidate->volunteer->name, reason);
  hv_session_begin_object (session);
  hv_session_put_text (session, "volunteer", candidate->volunteer->name);
  hv_session_put_id (session, "volunteer_id", candidate->volunteer);
  hv_session_put_text (session, "code", hv_obstacle_get_code (obstacle));
  hv_session_put_text (session, "reason", reason);
  hv_session_end_object (session);
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  const HvShift *shift = hv_argument_open_shift (session, argv, at_option, error);
  if (shift == NULL)
    return false;
  const HvRoster *roster = hv_session_get_roster (session);

  g_autoptr (HvRanking) ranking = hv_ranking_new (roster, shift, hv_shift_get_span (shift), NULL);
  g_autofree char *title = hv_week_words_shift (roster, shift, session->language);
  hv_session_say (session, "%s", title);
  hv_session_begin_list (session, "candidates");
  for (guint i = 0; i < ranking->candidates->len; i++)
    put_candidate (session, g_ptr_array_index (ranking->candidates, i), (int)i + 1);
  hv_session_end_list (session);

  if (ranking->cannot->len > 0)
    hv_session_say (session, "%s", hv_text (session->language, "Not possible:"));
  hv_session_begin_list (session, "cannot");
  hv_ranking_sort_cannot (ranking, session->language);
  for (guint i = 0; i < ranking->cannot->len; i++)
    put_cannot (session, g_ptr_array_index (ranking->cannot, i));
  hv_session_end_list (session);
  return true;
}

const HvVerb hv_verb_who = {
  .name = "who",
  .arguments = "HOUSE DATE ROLE [--at HH:MM]",
  .summary = HV_N_ ("Say who could take a shift, best first, and who cannot and why"),
  .example = "Juelsminde 2026-05-04 IT-hjælp",
  .least = 3,
  .most = 3,
  .options = options,
  .run = run,
};
