/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-error.h"
#include "hv-file-export.h"

static char *what_option;
static char *week_option;
static char *from_option;
static char *to_option;
static char *house_option;
static char *volunteer_option;
static char *format_option;
static char *output_option;

static const GOptionEntry options[] = {
  { "what", 0, 0, G_OPTION_ARG_STRING, &what_option, HV_N_ ("What to write"), "all|volunteers|visits|roster|hours" },
  { "week", 0, 0, G_OPTION_ARG_STRING, &week_option, HV_N_ ("Only this week"), HV_N_ ("W") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_option, HV_N_ ("From this week on"), HV_N_ ("W") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_option, HV_N_ ("Up to and including this week"), HV_N_ ("W") },
  { "house", 0, 0, G_OPTION_ARG_STRING, &house_option, HV_N_ ("Only this house"), HV_N_ ("HOUSE") },
  { "volunteer", 0, 0, G_OPTION_ARG_STRING, &volunteer_option, HV_N_ ("Only this volunteer"), HV_N_ ("VOLUNTEER") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_option, HV_N_ ("How to write it"), "json|csv|ics" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_option, HV_N_ ("The file; otherwise standard output"),
    HV_N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

static bool
read_week (const char *text, gint64 *ret_monday, GError **error)
{
  HvWeek week;
  if (text == NULL)
    return true;
  if (!hv_week_parse (text, &week, error))
    return false;
  *ret_monday = week.monday;
  return true;
}

static bool
check_order (const HvChoice *choice, GError **error)
{
  if (choice->from == HV_NONE || choice->until == HV_NONE || choice->from <= choice->until)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                       hv_own_text ("The last week is before the first. Say the earlier one with --from."));
  return false;
}

static bool
find_choice (HvSession *session, HvChoice *choice, GError **error)
{
  const HvRoster *roster = hv_session_get_roster (session);
  const HvVolunteer *volunteer = NULL;
  if (!hv_argument_find_house (session, house_option, &choice->house, error))
    return false;
  if (volunteer_option != NULL && (volunteer = hv_roster_match_volunteer (roster, volunteer_option, error)) == NULL)
    return false;
  choice->volunteer = volunteer == NULL ? HV_NONE : volunteer->r.id;
  return true;
}

static bool
print (HvSession *session, const char *text)
{
  if (!session->json || format_option == NULL || g_str_equal (format_option, "json"))
    {
      g_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
      session->printed = true;
    }
  else
    hv_session_put_text (session, "content", text);
  return true;
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  HvExportWhat what;
  HvExportFormat format;
  HvChoice choice = HV_CHOICE_ALL;
  if (session->json && format_option == NULL)
    format_option = g_strdup ("json");
  if (!hv_export_what_parse (what_option, &what, error) || !hv_export_format_parse (format_option, what, &format, error)
      || !read_week (week_option, &choice.from, error) || !read_week (week_option, &choice.until, error)
      || !read_week (from_option, &choice.from, error) || !read_week (to_option, &choice.until, error)
      || !check_order (&choice, error) || !hv_session_open_all (session, error)
      || !find_choice (session, &choice, error))
    return false;
  g_autofree char *text = hv_file_export_write (session->workspace, what, format, &choice, session->language, error);
  if (text == NULL)
    return false;
  if (output_option == NULL || g_str_equal (output_option, "-"))
    return print (session, text);
  if (!hv_file_export_save (output_option, text, error))
    return false;
  hv_session_put_bool (session, "done", true);
  hv_session_put_text (session, "file", output_option);
  hv_session_say (session, hv_text (session->language, "Written: %s"), output_option);
  return true;
}

const HvVerb hv_verb_export = {
  .name = "export",
  .arguments = "[--what WHAT] [--week W] [--from W --to W] [--house HOUSE] [--volunteer VOLUNTEER] [--format FORMAT] "
               "[-o FILE]",
  .summary = HV_N_ ("Write all or a part of the organisation"),
  .example = "--what roster --week 2026-W19 --format csv -o week19.csv",
  .most = 0,
  .options = options,
  .run = run,
};
