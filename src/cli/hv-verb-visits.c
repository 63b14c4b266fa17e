/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-argument.h"
#include "hv-counting.h"
#include "hv-error.h"
#include "hv-format.h"

static char *slots_option;
static char *left_option;
static char *wait_option;
static char *note_option;
static char *at_option;
static gboolean special_option;
static gboolean usual_option;

static const GOptionEntry visits_options[] = {
  { "slots", 0, 0, G_OPTION_ARG_STRING, &slots_option, HV_N_ ("Visits of each half hour"), "9,11,12" },
  { "left", 0, 0, G_OPTION_ARG_STRING, &left_option, HV_N_ ("People who left without help"), "N" },
  { "wait", 0, 0, G_OPTION_ARG_STRING, &wait_option, HV_N_ ("Observed minutes of waiting"), "MIN" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note_option, HV_N_ ("What volunteers and visitors said"), HV_N_ ("TEXT") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, HV_N_ ("When the opening starts, if there are several that day"),
    HV_N_ ("HH:MM") },
  { "special", 0, 0, G_OPTION_ARG_NONE, &special_option, HV_N_ ("It was a special week: the forecast leaves it out"),
    NULL },
  { "usual", 0, 0, G_OPTION_ARG_NONE, &usual_option, HV_N_ ("It was a usual week: the forecast learns from it"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry expect_options[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at_option, HV_N_ ("When the opening starts, if there are several that day"),
    HV_N_ ("HH:MM") },
  G_OPTION_ENTRY_NULL,
};

static bool
parse_count (const char *text, gint64 *ret_count, GError **error)
{
  if (text == NULL)
    {
      *ret_count = HV_NONE;
      return true;
    }
  if (g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, ret_count, NULL))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no whole number."), text);
  return false;
}

static bool
parse_minutes (const char *text, HvMicro *ret_minutes, GError **error)
{
  *ret_minutes = HV_NONE;
  if (text == NULL)
    return true;
  char *end;
  double minutes = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(minutes >= -1e6 && minutes <= 1e6))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no number of minutes."), text);
      return false;
    }
  *ret_minutes = (HvMicro)(minutes * HV_MICRO + (minutes < 0 ? -0.5 : 0.5));
  return true;
}

static bool
parse_at (gint64 *ret_at, GError **error)
{
  int minute;
  *ret_at = HV_NONE;
  if (at_option == NULL)
    return true;
  if (!hv_time_parse (at_option, &minute, error))
    return false;
  *ret_at = minute;
  return true;
}

static char *
list_times (const GArray *starts)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < starts->len; i++)
    {
      g_autofree char *time = hv_time_format (g_array_index (starts, int, i));
      g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", time);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Where a house opens twice that day, the first is not meant any more than the second. */
static bool
check_which (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 at, GError **error)
{
  g_autoptr (GArray) starts = hv_counting_list_starts (roster, house, day);
  if (at != HV_NONE || starts->len < 2)
    return true;
  g_autofree char *date = hv_format_day_with_year (day, hv_text_get_own_language ());
  g_autofree char *times = list_times (starts);
  /* TRANSLATORS: house, date, times of day */
  g_set_error (error, HV_ERROR, HV_ERROR_REFUSED,
               hv_own_text ("%s opens more than once on %s. Say which opening with --at: %s."), house->name, date,
               times);
  return false;
}

/* HOUSE DATE [--at HH:MM] */
static bool
open_house (HvSession *session, char **argv, const HvHouse **ret_house, HvDay *ret_day, gint64 *ret_at, GError **error)
{
  return parse_at (ret_at, error) && hv_argument_open_house (session, argv, ret_house, ret_day, error)
         && check_which (hv_session_get_roster (session), *ret_house, *ret_day, *ret_at, error);
}

static bool
collect_facts (char **argv, HvCountFacts *ret_facts, GError **error)
{
  *ret_facts = HV_COUNT_FACTS_NOTHING;
  ret_facts->slots = slots_option;
  ret_facts->note = note_option;
  if (special_option && usual_option)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_USAGE,
                           hv_own_text ("--special and --usual contradict each other."));
      return false;
    }
  ret_facts->special = special_option ? 1 : usual_option ? 0 : HV_NONE;
  return parse_count (argv[2], &ret_facts->count, error) && parse_count (left_option, &ret_facts->left, error)
         && parse_minutes (wait_option, &ret_facts->wait, error);
}

static bool
run_visits (HvSession *session, int argc, char **argv, GError **error)
{
  HvCountFacts facts;
  const HvHouse *house;
  HvDay day;
  gint64 at;
  if (!collect_facts (argv, &facts, error) || !open_house (session, argv, &house, &day, &at, error))
    return false;
  HvEdit *edit = hv_counting_record (hv_session_get_roster (session), house, day, at, &facts, session->language,
                                     hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *date = hv_format_day (day, session->language);
  char *said =
      g_strdup_printf (hv_ntext (session->language, "%s, %s: %d visit.", "%s, %s: %d visits.", (gulong)facts.count),
                       house->name, date, (int)facts.count);
  return hv_session_commit (session, edit, said, error);
}

static bool
run_expect (HvSession *session, int argc, char **argv, GError **error)
{
  const HvHouse *house;
  HvDay day;
  gint64 at;
  gint64 count = HV_NONE;
  bool forecast = g_ascii_strcasecmp (argv[2], "forecast") == 0;
  if ((!forecast && !parse_count (argv[2], &count, error)) || !open_house (session, argv, &house, &day, &at, error))
    return false;
  HvEdit *edit =
      hv_counting_expect (hv_session_get_roster (session), house, day, at, count, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *date = hv_format_day (day, session->language);
  char *said = forecast
                   ? hv_text_format (session->language, "%s, %s: the forecast counts.", house->name, date)
                   : hv_text_format (session->language, "%s, %s: %d visits expected.", house->name, date, (int)count);
  return hv_session_commit (session, edit, said, error);
}

const HvVerb hv_verb_visits = {
  .name = "visits",
  .arguments =
      "HOUSE DATE COUNT [--at HH:MM] [--slots 9,11,12] [--left N] [--wait MIN] [--note TEXT] [--special|--usual]",
  .summary = HV_N_ ("Note how many people came"),
  .example = "Juelsminde 2026-04-27 53",
  .least = 3,
  .most = 3,
  .options = visits_options,
  .run = run_visits,
};

const HvVerb hv_verb_expect = {
  .name = "expect",
  .arguments = "HOUSE DATE COUNT|forecast [--at HH:MM]",
  .summary = HV_N_ ("Type the expected visits of an opening, or go back to the forecast"),
  .example = "Juelsminde 2026-05-04 53",
  .least = 3,
  .most = 3,
  .options = expect_options,
  .run = run_expect,
};
