/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-closing.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-name.h"

static char *reason_option;

static const GOptionEntry close_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_option, HV_N_ ("Why, in your words"), HV_N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

static const char *
get_name (gconstpointer volunteer)
{
  return ((const HvVolunteer *)volunteer)->name;
}

static char *
list_names (HvSession *session, GPtrArray *people)
{
  hv_name_sort (people, 0, get_name, session->language);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                            ((const HvVolunteer *)g_ptr_array_index (people, i))->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* "Tørring, Wednesday 20 May: closed, lokalet optaget. 3 volunteers need to be told: …" */
static char *
describe_closing (HvSession *session, const HvHouse *house, HvDay day)
{
  g_autofree char *date = hv_format_day (day, session->language);
  g_autoptr (GPtrArray) people = hv_closing_list_people (hv_session_get_roster (session), house->r.id, day);
  if (people->len == 0)
    return hv_text_format (session->language, "%s, %s: closed, %s.", house->name, date, reason_option);
  g_autofree char *names = list_names (session, people);
  return g_strdup_printf (hv_ntext (session->language, "%s, %s: closed, %s. %u volunteer needs to be told: %s.",
                                    "%s, %s: closed, %s. %u volunteers need to be told: %s.", people->len),
                          house->name, date, reason_option, people->len, names);
}

static bool
run_close (HvSession *session, int argc, char **argv, GError **error)
{
  const HvHouse *house;
  HvDay day;
  if (reason_option == NULL)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("Say why with --reason: people will ask."));
      return false;
    }
  if (!hv_argument_open_house (session, argv, &house, &day, error))
    return false;
  HvEdit *edit =
      hv_closing_close (hv_session_get_roster (session), house, day, reason_option, hv_store_new_edit_source (), error);
  return edit != NULL && hv_session_commit (session, edit, describe_closing (session, house, day), error);
}

static bool
run_open (HvSession *session, int argc, char **argv, GError **error)
{
  const HvHouse *house;
  HvDay day;
  if (!hv_argument_open_house (session, argv, &house, &day, error))
    return false;
  HvEdit *edit = hv_closing_open (hv_session_get_roster (session), house, day, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *date = hv_format_day (day, session->language);
  return hv_session_commit (session, edit, hv_text_format (session->language, "%s, %s: open.", house->name, date),
                            error);
}

const HvVerb hv_verb_close = {
  .name = "close",
  .arguments = "HOUSE DATE --reason TEXT",
  .summary = HV_N_ ("Close a house on a date"),
  .example = "Tørring 2026-05-20 --reason \"lokalet optaget\"",
  .least = 2,
  .most = 2,
  .options = close_options,
  .run = run_close,
};

const HvVerb hv_verb_open = {
  .name = "open",
  .arguments = "HOUSE DATE",
  .summary = HV_N_ ("Open a house again, or on a holiday"),
  .example = "Hedensted 2026-05-14",
  .least = 2,
  .most = 2,
  .run = run_open,
};
