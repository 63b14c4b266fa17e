/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-erasure.h"
#include "hv-error.h"
#include "hv-person-export.h"

static char *output_option;

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_option, HV_N_ ("The folder to write into"), HV_N_ ("DIR") },
  G_OPTION_ENTRY_NULL,
};

static const HvVolunteer *
open_person (HvSession *session, const char *text, GError **error)
{
  if (!hv_session_open_all (session, error))
    return NULL;
  return hv_roster_match_volunteer (hv_session_get_roster (session), text, error);
}

static bool
run_export (HvSession *session, int argc, char **argv, GError **error)
{
  if (output_option == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("Say where to with -o DIR."));
      return false;
    }
  const HvVolunteer *volunteer = open_person (session, argv[0], error);
  if (volunteer == NULL || !hv_person_export (session->workspace, volunteer, output_option, error))
    return false;
  hv_session_put_bool (session, "done", true);
  hv_session_begin_list (session, "files");
  json_builder_add_string_value (session->answer, "person.json");
  json_builder_add_string_value (session->answer, "person.html");
  hv_session_end_list (session);
  hv_session_say (session, hv_text (session->language, "The personal data of %s is in %s."), volunteer->name,
                  output_option);
  return true;
}

static void
put_sentences (HvSession *session, const char *name, char **sentences)
{
  hv_session_begin_list (session, name);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      json_builder_add_string_value (session->answer, sentences[i]);
      hv_session_say (session, "  %s", sentences[i]);
    }
  hv_session_end_list (session);
}

static bool
run_erase (HvSession *session, int argc, char **argv, GError **error)
{
  const HvVolunteer *volunteer = open_person (session, argv[0], error);
  if (volunteer == NULL)
    return false;
  g_autofree char *name = g_strdup (volunteer->name);
  HvErasure *erasure =
      hv_erasure_new (hv_session_get_roster (session), volunteer, hv_workspace_get_now (session->workspace),
                      g_get_real_time () / G_USEC_PER_SEC, hv_store_new_edit_source ());
  g_auto (GStrv) going = hv_erasure_list_going (erasure, session->language);
  g_auto (GStrv) staying = hv_erasure_list_staying (erasure, session->language);
  HvStep step;
  if (!hv_workspace_erase (session->workspace, erasure, &step, error))
    return false;
  hv_session_put_step (session, &step);
  hv_session_begin_list (session, "warnings");
  hv_session_end_list (session);
  hv_session_say (
      session,
      hv_text (session->language, "The personal data of %s is erased. Backups from before lose it in 35 days."), name);
  put_sentences (session, "going", going);
  put_sentences (session, "staying", staying);
  return true;
}

const HvVerb hv_verb_person_export = {
  .name = "person-export",
  .arguments = "VOLUNTEER -o DIR",
  .summary = HV_N_ ("Write everything that is kept about a volunteer"),
  .example = "\"Anna Lindeskov\" -o anna",
  .least = 1,
  .most = 1,
  .options = export_options,
  .run = run_export,
};

const HvVerb hv_verb_erase = {
  .name = "erase",
  .arguments = "VOLUNTEER",
  .summary = HV_N_ ("Erase the personal data of a volunteer; numbers in reports stay"),
  .example = "\"Anna Lindeskov\"",
  .least = 1,
  .most = 1,
  .run = run_erase,
};
