/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-verbs.h"

#include "hv-error.h"
#include "hv-format.h"
#include "hv-holiday.h"

static char *country_option;

static const GOptionEntry options[] = {
  { "country", 0, 0, G_OPTION_ARG_STRING, &country_option, HV_N_ ("Instead of the organisation’s country"), "DK|SE" },
  G_OPTION_ENTRY_NULL,
};

static bool
parse_year (const char *text, int *ret_year, GError **error)
{
  guint64 year;
  if (!g_ascii_string_to_unsigned (text, 10, 1583, 9999, &year, NULL))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is no year. A year looks like 2026."), text);
      return false;
    }
  *ret_year = (int)year;
  return true;
}

static bool
find_country (HvSession *session, HvCountry *ret_country, GError **error)
{
  if (country_option == NULL)
    {
      if (!hv_session_open (session, false, error))
        return false;
      hv_country_parse (hv_roster_get_organisation (hv_session_get_roster (session))->country, ret_country);
      return true;
    }
  if (hv_country_parse (country_option, ret_country))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE, hv_own_text ("“%s” is none of the countries DK and SE."),
               country_option);
  return false;
}

static bool
run (HvSession *session, int argc, char **argv, GError **error)
{
  int year;
  HvCountry country = HV_COUNTRY_DK;
  if (!parse_year (argv[0], &year, error) || !find_country (session, &country, error))
    return false;

  g_autoptr (GArray) holidays = hv_holiday_list (country, year);
  hv_session_put_int (session, "year", year);
  hv_session_put_text (session, "country", hv_country_get_code (country));
  hv_session_begin_list (session, "holidays");
  for (guint i = 0; i < holidays->len; i++)
    {
      const HvHoliday *holiday = &g_array_index (holidays, HvHoliday, i);
      const char *name = hv_holiday_get_name (holiday, session->language);
      g_autofree char *day = hv_format_day_with_year (holiday->day, session->language);
      hv_session_begin_object (session);
      hv_session_put_day (session, "date", holiday->day);
      hv_session_put_text (session, "name", name);
      hv_session_put_bool (session, "half", holiday->half);
      hv_session_end_object (session);
      if (holiday->half)
        /* TRANSLATORS: a date and the name of a day on which many things are closed although it is no public holiday */
        hv_session_say (session, hv_text (session->language, "%s: %s (no public holiday)"), day, name);
      else
        hv_session_say (session, "%s: %s", day, name);
    }
  hv_session_end_list (session);
  return true;
}

const HvVerb hv_verb_holidays = {
  .name = "holidays",
  .arguments = "YEAR [--country DK|SE]",
  .summary = HV_N_ ("List the public holidays and half days of a year"),
  .example = "2026 --country DK",
  .least = 1,
  .most = 1,
  .options = options,
  .run = run,
};
