/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-step-words.h"

/* Undo and redo answer like every edit. */
static bool
answer (HvSession *session, const HvStep *step, char *sentence)
{
  g_autofree char *said = sentence;
  hv_session_put_step (session, step);
  hv_session_begin_list (session, "warnings");
  hv_session_end_list (session);
  hv_session_say (session, "%s", said);
  return true;
}

static bool
run_undo (HvSession *session, int argc, char **argv, GError **error)
{
  HvStep step;
  if (!hv_session_open (session, false, error) || !hv_workspace_undo (session->workspace, &step, error))
    return false;
  /* TRANSLATORS: %s is what was undone, such as “place filled” */
  return answer (session, &step,
                 hv_text_format (session->language, "Undone: %s", hv_step_words_what (step.verb, session->language)));
}

static bool
run_redo (HvSession *session, int argc, char **argv, GError **error)
{
  HvStep step;
  if (!hv_session_open (session, false, error) || !hv_workspace_redo (session->workspace, &step, error))
    return false;
  /* TRANSLATORS: %s is what was done again, such as “place filled” */
  return answer (
      session, &step,
      hv_text_format (session->language, "Done again: %s", hv_step_words_what (step.verb, session->language)));
}

const HvVerb hv_verb_undo = {
  .name = "undo",
  .arguments = "",
  .summary = HV_N_ ("Undo your own latest step"),
  .example = "--data roster.husvagt",
  .most = 0,
  .run = run_undo,
};

const HvVerb hv_verb_redo = {
  .name = "redo",
  .arguments = "",
  .summary = HV_N_ ("Do again what was undone"),
  .example = "--data roster.husvagt",
  .most = 0,
  .run = run_redo,
};
