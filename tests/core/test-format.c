/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-format.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* U+00A0, where a line must not break. */
#define NB "\302\240"

/* One text in each language, in the order of the design's table. */
typedef struct
{
  const char *da;
  const char *sv;
  const char *en;
} Expected;

static const HvLanguage languages[] = { HV_LANGUAGE_DA, HV_LANGUAGE_SV, HV_LANGUAGE_EN };

static const char *
get_expected (const Expected *expected, HvLanguage language)
{
  return language == HV_LANGUAGE_DA ? expected->da : language == HV_LANGUAGE_SV ? expected->sv : expected->en;
}

/* Swallows the text. */
static void
check (char *text, const Expected *expected, HvLanguage language)
{
  g_assert_cmpstr (text, ==, get_expected (expected, language));
  g_free (text);
}

static HvWeek
week (int year, int number)
{
  HvWeek found = { 0 };
  g_assert_true (hv_week_from_number (year, number, &found));
  return found;
}

static HvSpan
span (int year, int month, int day, int from, int to)
{
  return hv_span_on_day (hv_day_from_ymd (year, month, day), from, to);
}

/* "09:30" as minutes of the day */
#define AT(hour, minute) ((hour)*60 + (minute))

/* --- names --- */

static void
test_weekdays (void)
{
  static const Expected names[] = {
    { "mandag", "måndag", "Monday" },     { "tirsdag", "tisdag", "Tuesday" }, { "onsdag", "onsdag", "Wednesday" },
    { "torsdag", "torsdag", "Thursday" }, { "fredag", "fredag", "Friday" },   { "lørdag", "lördag", "Saturday" },
    { "søndag", "söndag", "Sunday" },
  };
  static const Expected shorts[] = {
    { "man.", "mån", "Mon" }, { "tirs.", "tis", "Tue" }, { "ons.", "ons", "Wed" }, { "tors.", "tors", "Thu" },
    { "fre.", "fre", "Fri" }, { "lør.", "lör", "Sat" },  { "søn.", "sön", "Sun" },
  };

  for (int weekday = 1; weekday <= 7; weekday++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_assert_cmpstr (hv_format_weekday (weekday, languages[i]), ==,
                         get_expected (&names[weekday - 1], languages[i]));
        g_assert_cmpstr (hv_format_weekday_short (weekday, languages[i]), ==,
                         get_expected (&shorts[weekday - 1], languages[i]));
      }
}

static void
test_months (void)
{
  static const Expected names[] = {
    { "januar", "januari", "January" },
    { "februar", "februari", "February" },
    { "marts", "mars", "March" },
    { "april", "april", "April" },
    { "maj", "maj", "May" },
    { "juni", "juni", "June" },
    { "juli", "juli", "July" },
    { "august", "augusti", "August" },
    { "september", "september", "September" },
    { "oktober", "oktober", "October" },
    { "november", "november", "November" },
    { "december", "december", "December" },
  };
  static const Expected shorts[] = {
    { "jan.", "jan.", "Jan" },  { "feb.", "feb.", "Feb" }, { "mar.", "mars", "Mar" }, { "apr.", "apr.", "Apr" },
    { "maj", "maj", "May" },    { "jun.", "juni", "Jun" }, { "jul.", "juli", "Jul" }, { "aug.", "aug.", "Aug" },
    { "sep.", "sep.", "Sept" }, { "okt.", "okt.", "Oct" }, { "nov.", "nov.", "Nov" }, { "dec.", "dec.", "Dec" },
  };

  for (int month = 1; month <= 12; month++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_assert_cmpstr (hv_format_month (month, languages[i]), ==, get_expected (&names[month - 1], languages[i]));
        g_assert_cmpstr (hv_format_month_short (month, languages[i]), ==,
                         get_expected (&shorts[month - 1], languages[i]));
      }
}

/* --- weeks --- */

static void
test_week (void)
{
  static const struct
  {
    int year;
    int number;
    int this_year;
    Expected title;
    Expected sentence;
  } cases[] = {
    { 2026,
      19,
      2026,
      { "Uge" NB "19", "Vecka" NB "19", "Week" NB "19" },
      { "i uge" NB "19", "vecka" NB "19", "in week" NB "19" } },
    { 2027,
      1,
      2026,
      { "Uge" NB "1, 2027", "Vecka" NB "1, 2027", "Week" NB "1, 2027" },
      { "i uge" NB "1", "vecka" NB "1", "in week" NB "1" } },
    { 2026,
      53,
      2026,
      { "Uge" NB "53", "Vecka" NB "53", "Week" NB "53" },
      { "i uge" NB "53", "vecka" NB "53", "in week" NB "53" } },
    /* its Monday is in 2025 */
    { 2026,
      1,
      2026,
      { "Uge" NB "1", "Vecka" NB "1", "Week" NB "1" },
      { "i uge" NB "1", "vecka" NB "1", "in week" NB "1" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        HvWeek w = week (cases[i].year, cases[i].number);
        check (hv_format_week (w, cases[i].this_year, languages[k]), &cases[i].title, languages[k]);
        check (hv_format_in_week (w, languages[k]), &cases[i].sentence, languages[k]);
      }
}

/* Reads "10-18 21 2027/1": weeks of 2026 unless the year is said. */
static GArray *
read_weeks (const char *text)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (HvWeek));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (gsize i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      const char *slash = strchr (words[i], '/');
      int year = slash != NULL ? atoi (words[i]) : 2026;
      const char *first = slash != NULL ? slash + 1 : words[i];
      const char *dash = strchr (first, '-');
      int last = atoi (dash != NULL ? dash + 1 : first);
      for (int number = atoi (first); number <= last; number++)
        {
          HvWeek one = week (year, number);
          g_array_append_val (weeks, one);
        }
    }
  return weeks;
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *weeks;
    Expected expected;
  } cases[] = {
    { "10-18 21 22",
      { "uge" NB "10–18, uge" NB "21 og 22", "vecka" NB "10–18, vecka" NB "21 och 22",
        "weeks" NB "10–18, weeks" NB "21 and 22" } },
    { "", { "", "", "" } },
    { "19", { "uge" NB "19", "vecka" NB "19", "week" NB "19" } },
    { "21 22", { "uge" NB "21 og 22", "vecka" NB "21 och 22", "weeks" NB "21 and 22" } },
    { "21-23", { "uge" NB "21–23", "vecka" NB "21–23", "weeks" NB "21–23" } },
    { "21 24 26", { "uge" NB "21, 24 og 26", "vecka" NB "21, 24 och 26", "weeks" NB "21, 24 and 26" } },
    { "10 12-14 16",
      { "uge" NB "10, uge" NB "12–14, uge" NB "16", "vecka" NB "10, vecka" NB "12–14, vecka" NB "16",
        "week" NB "10, weeks" NB "12–14, week" NB "16" } },
    /* weeks 52, 53 and 1 follow each other, but not in one year */
    { "52 53 2027/1",
      { "uge" NB "52 og 53, uge" NB "1, 2027", "vecka" NB "52 och 53, vecka" NB "1, 2027",
        "weeks" NB "52 and 53, week" NB "1, 2027" } },
    { "2027/1 2027/2 2027/3", { "uge" NB "1–3, 2027", "vecka" NB "1–3, 2027", "weeks" NB "1–3, 2027" } },
    { "2025/51 2025/52 1",
      { "uge" NB "51 og 52, 2025, uge" NB "1", "vecka" NB "51 och 52, 2025, vecka" NB "1",
        "weeks" NB "51 and 52, 2025, week" NB "1" } },
    { "2027/1 2027/5 2027/6 2027/7",
      { "uge" NB "1, uge" NB "5–7, 2027", "vecka" NB "1, vecka" NB "5–7, 2027", "week" NB "1, weeks" NB "5–7, 2027" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        g_autoptr (GArray) weeks = read_weeks (cases[i].weeks);
        check (hv_format_weeks ((const HvWeek *)weeks->data, weeks->len, 2026, languages[k]), &cases[i].expected,
               languages[k]);
      }
}

/* --- days --- */

static void
test_day_range (void)
{
  static const struct
  {
    int from[3];
    int to[3];
    Expected expected;
  } cases[] = {
    { { 2026, 5, 4 }, { 2026, 5, 10 }, { "4.–10. maj 2026", "4–10 maj 2026", "4–10 May 2026" } },
    { { 2026, 4, 27 }, { 2026, 5, 3 }, { "27. april–3. maj 2026", "27 april–3 maj 2026", "27 April – 3 May 2026" } },
    { { 2026, 12, 28 },
      { 2027, 1, 3 },
      { "28. december 2026–3. januar 2027", "28 december 2026–3 januari 2027", "28 December 2026 – 3 January 2027" } },
    { { 2026, 5, 4 }, { 2026, 5, 4 }, { "4. maj 2026", "4 maj 2026", "4 May 2026" } },
    /* the same month of two years */
    { { 2026, 5, 4 },
      { 2027, 5, 3 },
      { "4. maj 2026–3. maj 2027", "4 maj 2026–3 maj 2027", "4 May 2026 – 3 May 2027" } },
    { { 2028, 2, 28 }, { 2028, 2, 29 }, { "28.–29. februar 2028", "28–29 februari 2028", "28–29 February 2028" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        HvDay from = hv_day_from_ymd (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
        HvDay to = hv_day_from_ymd (cases[i].to[0], cases[i].to[1], cases[i].to[2]);
        check (hv_format_day_range (from, to, languages[k]), &cases[i].expected, languages[k]);
      }
}

static void
test_day (void)
{
  static const struct
  {
    char *(*format) (HvDay day, HvLanguage language);
    int ymd[3];
    Expected expected;
  } cases[] = {
    { hv_format_day_column, { 2026, 5, 4 }, { "man. 4.", "mån 4", "Mon 4" } },
    { hv_format_day_column, { 2026, 5, 31 }, { "søn. 31.", "sön 31", "Sun 31" } },
    { hv_format_day_month, { 2026, 5, 4 }, { "4. maj", "4 maj", "4 May" } },
    { hv_format_day, { 2026, 5, 4 }, { "mandag 4. maj", "måndag 4 maj", "Monday 4 May" } },
    { hv_format_day, { 2028, 2, 29 }, { "tirsdag 29. februar", "tisdag 29 februari", "Tuesday 29 February" } },
    { hv_format_day_with_year, { 2026, 5, 4 }, { "mandag den 4. maj 2026", "måndag 4 maj 2026", "Monday 4 May 2026" } },
    { hv_format_day_with_year,
      { 2027, 1, 3 },
      { "søndag den 3. januar 2027", "söndag 3 januari 2027", "Sunday 3 January 2027" } },
    { hv_format_day_with_year,
      { 1583, 1, 1 },
      { "lørdag den 1. januar 1583", "lördag 1 januari 1583", "Saturday 1 January 1583" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        HvDay day = hv_day_from_ymd (cases[i].ymd[0], cases[i].ymd[1], cases[i].ymd[2]);
        check (cases[i].format (day, languages[k]), &cases[i].expected, languages[k]);
      }
}

/* --- times --- */

static void
test_clock (void)
{
  static const struct
  {
    int minute;
    Expected clock;
    Expected time;
  } cases[] = {
    { AT (13, 0), { "13.00", "13:00", "13:00" }, { "kl." NB "13.00", "kl." NB "13:00", "13:00" } },
    { AT (9, 30), { "9.30", "09:30", "09:30" }, { "kl." NB "9.30", "kl." NB "09:30", "09:30" } },
    { AT (0, 0), { "0.00", "00:00", "00:00" }, { "kl." NB "0.00", "kl." NB "00:00", "00:00" } },
    { AT (0, 5), { "0.05", "00:05", "00:05" }, { "kl." NB "0.05", "kl." NB "00:05", "00:05" } },
    { AT (23, 59), { "23.59", "23:59", "23:59" }, { "kl." NB "23.59", "kl." NB "23:59", "23:59" } },
    { AT (24, 0), { "24.00", "24:00", "24:00" }, { "kl." NB "24.00", "kl." NB "24:00", "24:00" } },
    { AT (30, 0), { "6.00", "06:00", "06:00" }, { "kl." NB "6.00", "kl." NB "06:00", "06:00" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        check (hv_format_clock (cases[i].minute, languages[k]), &cases[i].clock, languages[k]);
        check (hv_format_time (cases[i].minute, languages[k]), &cases[i].time, languages[k]);
      }
}

static void
test_span (void)
{
  static const struct
  {
    char *(*format) (HvSpan span, HvLanguage language);
    int from;
    int to;
    Expected expected;
  } cases[] = {
    { hv_format_span, AT (13, 0), AT (16, 0), { "kl." NB "13.00–16.00", "kl." NB "13:00–16:00", "13:00–16:00" } },
    { hv_format_span, AT (9, 30), AT (13, 0), { "kl." NB "9.30–13.00", "kl." NB "09:30–13:00", "09:30–13:00" } },
    { hv_format_span, AT (20, 0), AT (24, 0), { "kl." NB "20.00–24.00", "kl." NB "20:00–24:00", "20:00–24:00" } },
    { hv_format_span, AT (22, 0), AT (6, 0), { "kl." NB "22.00–6.00", "kl." NB "22:00–06:00", "22:00–06:00" } },
    { hv_format_span_short, AT (13, 0), AT (16, 0), { "kl." NB "13–16", "kl." NB "13–16", "13–16" } },
    { hv_format_span_short, AT (9, 0), AT (12, 0), { "kl." NB "9–12", "kl." NB "09–12", "09–12" } },
    { hv_format_span_short, AT (9, 30), AT (12, 0), { "kl." NB "9.30–12.00", "kl." NB "09:30–12:00", "09:30–12:00" } },
    { hv_format_span_short, AT (9, 0), AT (12, 15), { "kl." NB "9.00–12.15", "kl." NB "09:00–12:15", "09:00–12:15" } },
    { hv_format_span_short, AT (20, 0), AT (24, 0), { "kl." NB "20–24", "kl." NB "20–24", "20–24" } },
    { hv_format_span_short, AT (22, 0), AT (6, 0), { "kl." NB "22–6", "kl." NB "22–06", "22–06" } },
    { hv_format_hours, AT (13, 0), AT (16, 0), { "13.00–16.00", "13:00–16:00", "13:00–16:00" } },
    { hv_format_hours, AT (9, 5), AT (24, 0), { "9.05–24.00", "09:05–24:00", "09:05–24:00" } },
    { hv_format_hours, AT (22, 0), AT (30, 0), { "22.00–6.00", "22:00–06:00", "22:00–06:00" } },
    { hv_format_hours_short, AT (13, 0), AT (16, 0), { "13–16", "13–16", "13–16" } },
    { hv_format_hours_short, AT (9, 30), AT (12, 0), { "9.30–12", "09:30–12", "09:30–12" } },
    { hv_format_hours_short, AT (9, 0), AT (24, 0), { "9–24", "09–24", "09–24" } },
    { hv_format_hours_short, AT (22, 0), AT (30, 15), { "22–6.15", "22–06:15", "22–06:15" } },
    { hv_format_day_span,
      AT (13, 0),
      AT (16, 0),
      { "lørdag 24. oktober kl." NB "13.00–16.00", "lördag 24 oktober kl." NB "13:00–16:00",
        "Saturday 24 October 13:00–16:00" } },
    { hv_format_day_span,
      AT (22, 0),
      AT (6, 0),
      { "lørdag 24. oktober kl." NB "22.00 til søndag kl." NB "6.00",
        "lördag 24 oktober kl." NB "22:00 till söndag kl." NB "06:00", "Saturday 24 October 22:00 to Sunday 06:00" } },
    /* midnight ends the day it ends */
    { hv_format_day_span,
      AT (22, 0),
      AT (24, 0),
      { "lørdag 24. oktober kl." NB "22.00–24.00", "lördag 24 oktober kl." NB "22:00–24:00",
        "Saturday 24 October 22:00–24:00" } },
    { hv_format_day_span,
      AT (0, 0),
      AT (24, 0),
      { "lørdag 24. oktober kl." NB "0.00–24.00", "lördag 24 oktober kl." NB "00:00–24:00",
        "Saturday 24 October 00:00–24:00" } },
    { hv_format_day_span,
      AT (12, 0),
      AT (48, 0),
      { "lørdag 24. oktober kl." NB "12.00 til søndag kl." NB "24.00",
        "lördag 24 oktober kl." NB "12:00 till söndag kl." NB "24:00", "Saturday 24 October 12:00 to Sunday 24:00" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      check (cases[i].format (span (2026, 10, 24, cases[i].from, cases[i].to), languages[k]), &cases[i].expected,
             languages[k]);
}

/* --- numbers --- */

static void
test_number (void)
{
  static const struct
  {
    gint64 number;
    Expected expected;
  } cases[] = {
    { 0, { "0", "0", "0" } },
    { 7, { "7", "7", "7" } },
    { 999, { "999", "999", "999" } },
    { 1234, { "1.234", "1" NB "234", "1,234" } },
    { 21000, { "21.000", "21" NB "000", "21,000" } },
    { 1000000, { "1.000.000", "1" NB "000" NB "000", "1,000,000" } },
    { -12, { "−12", "−12", "−12" } },
    { -123, { "−123", "−123", "−123" } },
    { -1234, { "−1.234", "−1" NB "234", "−1,234" } },
    { G_MAXINT64,
      { "9.223.372.036.854.775.807", "9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "807",
        "9,223,372,036,854,775,807" } },
    { G_MININT64,
      { "−9.223.372.036.854.775.808", "−9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "808",
        "−9,223,372,036,854,775,808" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      check (hv_format_number (cases[i].number, languages[k]), &cases[i].expected, languages[k]);
}

static void
test_decimal (void)
{
  static const struct
  {
    double number;
    int decimals;
    Expected expected;
  } cases[] = {
    { 41.2, 1, { "41,2", "41,2", "41.2" } },
    { 3.456, 2, { "3,46", "3,46", "3.46" } },
    { 2.0, 1, { "2,0", "2,0", "2.0" } },
    { 2.5, 0, { "3", "3", "3" } },
    { -0.5, 0, { "−1", "−1", "−1" } },
    { 0.125, 2, { "0,13", "0,13", "0.13" } },
    { 1234.5, 1, { "1.234,5", "1" NB "234,5", "1,234.5" } },
    { 999.96, 1, { "1.000,0", "1" NB "000,0", "1,000.0" } },
    { -0.04, 1, { "0,0", "0,0", "0.0" } },
    { -1234.5, 1, { "−1.234,5", "−1" NB "234,5", "−1,234.5" } },
    { 1e15, 0, { "1.000.000.000.000.000", "1" NB "000" NB "000" NB "000" NB "000" NB "000", "1,000,000,000,000,000" } },
    { INFINITY, 1, { "∞", "∞", "∞" } },
    { -INFINITY, 1, { "−∞", "−∞", "−∞" } },
    { NAN, 1, { "–", "–", "–" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      check (hv_format_decimal (cases[i].number, cases[i].decimals, languages[k]), &cases[i].expected, languages[k]);

  g_autofree char *largest = hv_format_decimal (-G_MAXDOUBLE, 9, HV_LANGUAGE_SV);
  g_assert_true (g_str_has_prefix (largest, "−179" NB "769" NB "313"));
}

static void
test_percent (void)
{
  static const struct
  {
    char *(*format) (double share, int decimals, HvLanguage language);
    double share;
    int decimals;
    Expected expected;
  } cases[] = {
    { hv_format_percent, 0.94, 0, { "94" NB "%", "94" NB "%", "94%" } },
    { hv_format_percent, 0.589, 1, { "58,9" NB "%", "58,9" NB "%", "58.9%" } },
    { hv_format_percent, 12.5, 0, { "1.250" NB "%", "1" NB "250" NB "%", "1,250%" } },
    { hv_format_percent, 0, 0, { "0" NB "%", "0" NB "%", "0%" } },
    { hv_format_change, 0.67, 0, { "+67" NB "%", "+67" NB "%", "+67%" } },
    { hv_format_change, -0.12, 0, { "−12" NB "%", "−12" NB "%", "−12%" } },
    { hv_format_change, 0.004, 0, { "0" NB "%", "0" NB "%", "0%" } },
    { hv_format_change, -0.004, 0, { "0" NB "%", "0" NB "%", "0%" } },
    { hv_format_change, 0, 1, { "0,0" NB "%", "0,0" NB "%", "0.0%" } },
    { hv_format_change, INFINITY, 0, { "+∞" NB "%", "+∞" NB "%", "+∞%" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      check (cases[i].format (cases[i].share, cases[i].decimals, languages[k]), &cases[i].expected, languages[k]);
}

static void
test_words (void)
{
  static const Expected minutes = { "15" NB "min.", "15" NB "min", "15" NB "min" };
  static const Expected long_minutes = { "1.440" NB "min.", "1" NB "440" NB "min", "1,440" NB "min" };
  static const Expected share = { "8 ud af 10", "8 av 10", "8 of 10" };
  static const Expected quoted = { "“Nord”", "”Nord”", "“Nord”" };
  static const Expected quoted_format = { "“100 %s”", "”100 %s”", "“100 %s”" };

  for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
    {
      check (hv_format_minutes (15, languages[k]), &minutes, languages[k]);
      check (hv_format_minutes (1440, languages[k]), &long_minutes, languages[k]);
      check (hv_format_share (8, 10, languages[k]), &share, languages[k]);
      check (hv_format_quoted ("Nord", languages[k]), &quoted, languages[k]);
      check (hv_format_quoted ("100 %s", languages[k]), &quoted_format, languages[k]);
    }
}

/* The title of a day's page, whatever locale the process runs in. */
static void
test_foreign_locale (void)
{
  static const Expected expected = {
    "Uge" NB "19 · mandag den 4. maj 2026 · 1.234,5",
    "Vecka" NB "19 · måndag 4 maj 2026 · 1" NB "234,5",
    "Week" NB "19 · Monday 4 May 2026 · 1,234.5",
  };
  static const char *const locales[] = { "C", "C.UTF-8", "en_US.UTF-8", "da_DK.UTF-8", "sv_SE.UTF-8", "de_DE.UTF-8" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
        {
          HvDay day = hv_day_from_ymd (2026, 5, 4);
          g_autofree char *title = hv_format_week (hv_week_of_day (day), 2026, languages[k]);
          g_autofree char *date = hv_format_day_with_year (day, languages[k]);
          g_autofree char *number = hv_format_decimal (1234.5, 1, languages[k]);
          check (g_strjoin (" · ", title, date, number, NULL), &expected, languages[k]);
        }
    }
  setlocale (LC_ALL, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/weekdays", test_weekdays);
  g_test_add_func ("/format/months", test_months);
  g_test_add_func ("/format/week", test_week);
  g_test_add_func ("/format/weeks", test_weeks);
  g_test_add_func ("/format/day-range", test_day_range);
  g_test_add_func ("/format/day", test_day);
  g_test_add_func ("/format/clock", test_clock);
  g_test_add_func ("/format/span", test_span);
  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/decimal", test_decimal);
  g_test_add_func ("/format/percent", test_percent);
  g_test_add_func ("/format/words", test_words);
  g_test_add_func ("/format/foreign-locale", test_foreign_locale);
  return g_test_run ();
}
