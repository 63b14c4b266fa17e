/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-error.h"
#include "hv-example.h"
#include "hv-holiday.h"
#include "hv-identity.h"
#include "hv-name.h"
#include "hv-organisation-edit.h"

static char *name_option;
static char *country_option;

static const GOptionEntry options[] = {
  { "name", 0, 0, G_OPTION_ARG_STRING, &name_option, HV_N_ ("The organisation’s name"), HV_N_ ("NAME") },
  { "country", 0, 0, G_OPTION_ARG_STRING, &country_option, HV_N_ ("Decides holidays, zone and language"), "DK|SE" },
  G_OPTION_ENTRY_NULL,
};

/* An organisation that holds anything is not made anew; a named one is not renamed. */
static bool
check_empty (HvSession *session, bool unnamed, GError **error)
{
  bool named = hv_roster_list (hv_session_get_roster (session), HV_KIND_ORGANISATION)->len > 0;
  if (!hv_workspace_is_empty (session->workspace) || (unnamed && named))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
                   hv_own_text ("%s already holds an organisation. Choose another file with --data."), session->data);
      return false;
    }
  return true;
}

static bool
run_init (HvSession *session, int argc, char **argv, GError **error)
{
  HvCountry country = HV_COUNTRY_DK;
  if (country_option != NULL && !hv_country_parse (country_option, &country))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is none of the countries DK and SE."),
                   country_option);
      return false;
    }
  g_autofree char *name = name_option == NULL ? g_strdup ("Husvagt") : hv_name_clean (name_option, error);
  if (name == NULL || !hv_identity_check (hv_own_text ("name"), name, error))
    return false;
  if (!hv_session_open (session, true, error) || !check_empty (session, true, error))
    return false;

  HvEdit *edit = hv_workspace_begin (session->workspace, "init");
  HvOrganisation *organisation = hv_edit_change (edit, hv_roster_get_organisation (hv_session_get_roster (session)));
  hv_set_text (&organisation->name, name);
  hv_organisation_edit_settle (organisation, country);
  return hv_session_commit (session, edit, hv_text_format (session->language, "%s is ready: %s", name, session->data),
                            error);
}

static bool
run_demo (HvSession *session, int argc, char **argv, GError **error)
{
  const char *name = argc > 0 ? argv[0] : "hedensted";
  if (!hv_example_find (name, error) || !hv_session_open (session, true, error) || !check_empty (session, false, error)
      || !hv_workspace_show_all (session->workspace, error))
    return false;
  HvEdit *edit = hv_example_read (name, hv_session_get_roster (session), hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  return hv_session_commit (session, edit,
                            hv_text_format (session->language, "The example is ready: %s", session->data), error);
}

const HvVerb hv_verb_init = {
  .name = "init",
  .arguments = "[--name NAME] [--country DK|SE]",
  .summary = HV_N_ ("Make an empty organisation"),
  .example = "--name \"Ældre Sagen Hedensted\" --country DK",
  .most = 0,
  .options = options,
  .run = run_init,
};

const HvVerb hv_verb_demo = {
  .name = "demo",
  .arguments = "[hedensted|vaxjo]",
  .summary = HV_N_ ("Load an example organisation into a new or empty file"),
  .example = "hedensted --data example.husvagt",
  .most = 1,
  .run = run_demo,
};
