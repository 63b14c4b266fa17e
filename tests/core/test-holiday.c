/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-holiday.h"

#include <string.h>

/* --- Easter --- */

/* Published dates. */
static const char *const easters[] = {
  "1818-03-22", /* the earliest there can be */
  "1943-04-25", /* the latest */
  "1954-04-18", /* 1954 and 1981 are the two exceptions of the rule */
  "1970-03-29", "1975-03-30", "1978-03-26", "1981-04-19", "1984-04-22", "1989-03-26", "1990-04-15", "1997-03-30",
  "1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11", "2005-03-27", "2006-04-16",
  "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20",
  "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
  "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
  "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
};

static void
test_easter_as_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      g_autofree char *easter = hv_day_format (hv_easter_sunday ((int)g_ascii_strtoll (easters[i], NULL, 10)));
      g_assert_cmpstr (easter, ==, easters[i]);
    }
}

/* The church's own table for 1900–2199: the full moon of each golden number, in days
 * after 21 March. Easter is the Sunday after it. */
static const int full_moons[19] = { 24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6 };

static void
test_easter_by_the_table_of_moons (void)
{
  for (int year = 1900; year <= 2199; year++)
    {
      GDate date;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 21, G_DATE_MARCH, (GDateYear)year);
      g_date_add_days (&date, (guint)full_moons[year % 19]);
      do
        g_date_add_days (&date, 1);
      while (g_date_get_weekday (&date) != G_DATE_SUNDAY);

      char expected[11];
      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &date);
      g_autofree char *easter = hv_day_format (hv_easter_sunday (year));
      g_assert_cmpstr (easter, ==, expected);
    }
}

/* The rule of Lilius and Clavius, 1582, for every year: the age of the moon at New
 * Year (epact), then the next Sunday. Donald Knuth, The Art of Computer Programming,
 * 1.3.2, exercise 14. */
static HvDay
compute_easter_by_epact (int year)
{
  int golden = year % 19 + 1;
  int century = year / 100 + 1;
  int left_out = 3 * century / 4 - 12; /* leap years that were none */
  int moon = (8 * century + 5) / 25 - 5;
  int sunday = 5 * year / 4 - left_out - 10; /* 7 − this is a Sunday of March, modulo 7 */
  int epact = (11 * golden + 20 + moon - left_out) % 30;
  if (epact < 0)
    epact += 30;
  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;

  int march = 44 - epact;
  if (march < 21)
    march += 30;
  march += 7 - (sunday + march) % 7;
  return hv_day_from_ymd (year, 3, 1) + march - 1;
}

static void
test_easter_by_epact_in_every_year (void)
{
  for (int year = HV_YEAR_FIRST; year <= HV_YEAR_LAST; year++)
    {
      HvDay easter = hv_easter_sunday (year);
      g_assert_cmpint (easter, ==, compute_easter_by_epact (year));
      g_assert_cmpint (hv_day_get_weekday (easter), ==, 7);
      g_assert_cmpint (easter, >=, hv_day_from_ymd (year, 3, 22));
      g_assert_cmpint (easter, <=, hv_day_from_ymd (year, 4, 25));
    }
}

/* --- whole years --- */

typedef struct
{
  HvCountry country;
  int year;
  const char *days; /* one a line; "½" marks a half day */
} YearCase;

static const YearCase year_cases[] = {
  { HV_COUNTRY_DK, 2026,
    "01-01 New Year's Day\n"
    "04-02 Maundy Thursday\n"
    "04-03 Good Friday\n"
    "04-05 Easter Sunday\n"
    "04-06 Easter Monday\n"
    "05-01 ½ May Day\n"
    "05-14 Ascension Day\n"
    "05-24 Whit Sunday\n"
    "05-25 Whit Monday\n"
    "06-05 ½ Constitution Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  { HV_COUNTRY_SE, 2026,
    "01-01 New Year's Day\n"
    "01-06 Epiphany\n"
    "04-03 Good Friday\n"
    "04-04 ½ Holy Saturday\n"
    "04-05 Easter Sunday\n"
    "04-06 Easter Monday\n"
    "05-01 May Day\n"
    "05-14 Ascension Day\n"
    "05-24 Whit Sunday\n"
    "06-06 National Day of Sweden\n"
    "06-19 ½ Midsummer Eve\n"
    "06-20 Midsummer Day\n"
    "10-31 All Saints' Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  /* The last Great Prayer Day. */
  { HV_COUNTRY_DK, 2023,
    "01-01 New Year's Day\n"
    "04-06 Maundy Thursday\n"
    "04-07 Good Friday\n"
    "04-09 Easter Sunday\n"
    "04-10 Easter Monday\n"
    "05-01 ½ May Day\n"
    "05-05 Great Prayer Day\n"
    "05-18 Ascension Day\n"
    "05-28 Whit Sunday\n"
    "05-29 Whit Monday\n"
    "06-05 ½ Constitution Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  /* The last Swedish Whit Monday. */
  { HV_COUNTRY_SE, 2004,
    "01-01 New Year's Day\n"
    "01-06 Epiphany\n"
    "04-09 Good Friday\n"
    "04-10 ½ Holy Saturday\n"
    "04-11 Easter Sunday\n"
    "04-12 Easter Monday\n"
    "05-01 May Day\n"
    "05-20 Ascension Day\n"
    "05-30 Whit Sunday\n"
    "05-31 Whit Monday\n"
    "06-25 ½ Midsummer Eve\n"
    "06-26 Midsummer Day\n"
    "11-06 All Saints' Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  /* The earliest Ascension Day of our time falls on 1 May. */
  { HV_COUNTRY_SE, 2008,
    "01-01 New Year's Day\n"
    "01-06 Epiphany\n"
    "03-21 Good Friday\n"
    "03-22 ½ Holy Saturday\n"
    "03-23 Easter Sunday\n"
    "03-24 Easter Monday\n"
    "05-01 May Day\n"
    "05-01 Ascension Day\n"
    "05-11 Whit Sunday\n"
    "06-06 National Day of Sweden\n"
    "06-20 ½ Midsummer Eve\n"
    "06-21 Midsummer Day\n"
    "11-01 All Saints' Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  { HV_COUNTRY_DK, 2008,
    "01-01 New Year's Day\n"
    "03-20 Maundy Thursday\n"
    "03-21 Good Friday\n"
    "03-23 Easter Sunday\n"
    "03-24 Easter Monday\n"
    "04-18 Great Prayer Day\n"
    "05-01 Ascension Day\n"
    "05-01 ½ May Day\n"
    "05-11 Whit Sunday\n"
    "05-12 Whit Monday\n"
    "06-05 ½ Constitution Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
  /* Whit Monday on Constitution Day. */
  { HV_COUNTRY_DK, 2017,
    "01-01 New Year's Day\n"
    "04-13 Maundy Thursday\n"
    "04-14 Good Friday\n"
    "04-16 Easter Sunday\n"
    "04-17 Easter Monday\n"
    "05-01 ½ May Day\n"
    "05-12 Great Prayer Day\n"
    "05-25 Ascension Day\n"
    "06-04 Whit Sunday\n"
    "06-05 Whit Monday\n"
    "06-05 ½ Constitution Day\n"
    "12-24 ½ Christmas Eve\n"
    "12-25 Christmas Day\n"
    "12-26 Boxing Day\n"
    "12-31 ½ New Year's Eve\n" },
};

static char *
describe_year (HvCountry country, int year)
{
  g_autoptr (GArray) holidays = hv_holiday_list (country, year);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const HvHoliday *holiday = &g_array_index (holidays, HvHoliday, i);
      g_autofree char *date = hv_day_format (holiday->day);
      g_assert_cmpint (hv_day_get_year (holiday->day), ==, year);
      g_string_append_printf (lines, "%s %s%s\n", date + strlen ("2026-"), holiday->half ? "½ " : "",
                              hv_holiday_get_name (holiday, HV_LANGUAGE_EN));
    }
  return g_string_free (lines, FALSE);
}

static void
test_lists_a_year (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (year_cases); i++)
    {
      g_autofree char *days = describe_year (year_cases[i].country, year_cases[i].year);
      g_assert_cmpstr (days, ==, year_cases[i].days);
    }
}

/* --- single days --- */

typedef struct
{
  HvCountry country;
  const char *date;
  const char *name; /* NULL: an ordinary day, or half a one */
} FindCase;

static const FindCase find_cases[] = {
  { HV_COUNTRY_DK, "2026-05-14", "Ascension Day" },          /* A13 */
  { HV_COUNTRY_DK, "2026-05-25", "Whit Monday" },            /* A13 */
  { HV_COUNTRY_DK, "2026-05-01", NULL },                     /* A13 */
  { HV_COUNTRY_SE, "2026-05-14", "Ascension Day" },          /* A14 */
  { HV_COUNTRY_SE, "2026-05-25", NULL },                     /* A14 */
  { HV_COUNTRY_SE, "2026-05-01", "May Day" },                /* A14 */
  { HV_COUNTRY_SE, "2026-06-06", "National Day of Sweden" }, /* A14 */
  { HV_COUNTRY_SE, "2008-05-01", "May Day" },                /* Ascension Day too */
  { HV_COUNTRY_DK, "2008-05-01", "Ascension Day" },          /* and half of May Day */
  { HV_COUNTRY_DK, "2017-06-05", "Whit Monday" },            /* and half of Constitution Day */
  { HV_COUNTRY_DK, "2022-06-05", "Whit Sunday" },
  { HV_COUNTRY_DK, "2015-05-01", "Great Prayer Day" },
  { HV_COUNTRY_DK, "2021-04-30", "Great Prayer Day" },
  { HV_COUNTRY_DK, "2022-05-13", "Great Prayer Day" },
  { HV_COUNTRY_DK, "2024-04-26", NULL }, /* abolished */
  { HV_COUNTRY_SE, "2023-05-05", NULL },
  { HV_COUNTRY_DK, "2026-06-05", NULL },
  { HV_COUNTRY_DK, "2026-12-24", NULL },
  { HV_COUNTRY_DK, "2026-12-31", NULL },
  { HV_COUNTRY_SE, "2026-12-24", NULL },
  { HV_COUNTRY_SE, "2026-06-19", NULL },
  { HV_COUNTRY_SE, "2026-04-04", NULL },
  { HV_COUNTRY_DK, "2026-04-02", "Maundy Thursday" },
  { HV_COUNTRY_SE, "2026-04-02", NULL },
  { HV_COUNTRY_SE, "2026-01-06", "Epiphany" },
  { HV_COUNTRY_DK, "2026-01-06", NULL },
  { HV_COUNTRY_DK, "2026-06-06", NULL },
  { HV_COUNTRY_SE, "2004-06-06", NULL },
  { HV_COUNTRY_SE, "2005-06-06", "National Day of Sweden" },
  { HV_COUNTRY_SE, "2004-05-31", "Whit Monday" },
  { HV_COUNTRY_SE, "2005-05-16", NULL },
  { HV_COUNTRY_DK, "2005-05-16", "Whit Monday" },
  { HV_COUNTRY_SE, "2049-06-06", "Whit Sunday" }, /* and the National Day */
  { HV_COUNTRY_SE, "2015-06-20", "Midsummer Day" },
  { HV_COUNTRY_SE, "2019-06-22", "Midsummer Day" },
  { HV_COUNTRY_SE, "2021-06-26", "Midsummer Day" },
  { HV_COUNTRY_SE, "2024-06-22", "Midsummer Day" },
  { HV_COUNTRY_SE, "2025-06-21", "Midsummer Day" },
  { HV_COUNTRY_DK, "2025-06-21", NULL },
  { HV_COUNTRY_SE, "2015-10-31", "All Saints' Day" },
  { HV_COUNTRY_SE, "2020-10-31", "All Saints' Day" },
  { HV_COUNTRY_SE, "2021-11-06", "All Saints' Day" },
  { HV_COUNTRY_SE, "2024-11-02", "All Saints' Day" },
  { HV_COUNTRY_SE, "2025-11-01", "All Saints' Day" },
  { HV_COUNTRY_SE, "2021-11-01", NULL },
  { HV_COUNTRY_DK, "1583-01-01", "New Year's Day" },
  { HV_COUNTRY_SE, "9999-12-26", "Boxing Day" },
  { HV_COUNTRY_SE, "9999-12-31", NULL },
};

static void
test_finds_public_holidays (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      const FindCase *row = &find_cases[i];
      HvDay day;
      HvHoliday holiday = { .name = NULL };
      g_assert_true (hv_day_parse (row->date, &day, NULL));
      bool found = hv_holiday_find (row->country, day, &holiday);

      const char *code = hv_country_get_code (row->country);
      g_autofree char *got = g_strdup_printf ("%s %s: %s", code, row->date, found ? holiday.name : "–");
      g_autofree char *expected = g_strdup_printf ("%s %s: %s", code, row->date, row->name != NULL ? row->name : "–");
      g_assert_cmpstr (got, ==, expected);
      g_assert_true (found ? holiday.day == day && !holiday.half : holiday.name == NULL);
    }
}

/* What is listed is found, and nothing else, on every day of 130 years. */
static void
test_finds_what_it_lists (void)
{
  for (int country = HV_COUNTRY_DK; country <= HV_COUNTRY_SE; country++)
    for (int year = 1970; year <= 2100; year++)
      {
        g_autoptr (GArray) holidays = hv_holiday_list ((HvCountry)country, year);
        guint next = 0;
        for (HvDay day = hv_day_from_ymd (year, 1, 1); day <= hv_day_from_ymd (year, 12, 31); day++)
          {
            const char *first = NULL;
            for (; next < holidays->len && g_array_index (holidays, HvHoliday, next).day == day; next++)
              if (first == NULL && !g_array_index (holidays, HvHoliday, next).half)
                first = g_array_index (holidays, HvHoliday, next).name;

            HvHoliday found = { .name = NULL };
            g_assert_true (hv_holiday_find ((HvCountry)country, day, &found) == (first != NULL));
            g_assert_cmpstr (found.name, ==, first);
          }
        g_assert_cmpint (next, ==, holidays->len);
      }
}

/* --- countries --- */

typedef struct
{
  const char *text;
  const char *code; /* NULL: neither of the two */
} CountryCase;

static const CountryCase country_cases[] = {
  { "DK", "DK" },  { "dk", "DK" }, { "SE", "SE" },  { "Se", "SE" }, { "NO", NULL },
  { "DKK", NULL }, { "D", NULL },  { " DK", NULL }, { "", NULL },   { NULL, NULL },
};

static void
test_reads_countries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (country_cases); i++)
    {
      HvCountry country = (HvCountry)-1;
      bool known = hv_country_parse (country_cases[i].text, &country);
      g_assert_cmpstr (known ? hv_country_get_code (country) : NULL, ==, country_cases[i].code);
      g_assert_true (known || country == (HvCountry)-1);
    }
}

/* The first and the last week of the calendar hold days of years beside it. */
static void
test_outside (void)
{
  HvHoliday holiday;
  g_assert_false (hv_holiday_find (HV_COUNTRY_DK, HV_DAY_LAST + 1, &holiday)); /* New Year's Day of 10000 */
  g_assert_false (hv_holiday_find (HV_COUNTRY_SE, HV_DAY_FIRST - 7, &holiday));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday/easter-as-published", test_easter_as_published);
  g_test_add_func ("/holiday/easter-by-the-table-of-moons", test_easter_by_the_table_of_moons);
  g_test_add_func ("/holiday/easter-by-epact-in-every-year", test_easter_by_epact_in_every_year);
  g_test_add_func ("/holiday/lists-a-year", test_lists_a_year);
  g_test_add_func ("/holiday/finds-public-holidays", test_finds_public_holidays);
  g_test_add_func ("/holiday/finds-what-it-lists", test_finds_what_it_lists);
  g_test_add_func ("/holiday/reads-countries", test_reads_countries);
  g_test_add_func ("/holiday/outside", test_outside);
  return g_test_run ();
}
