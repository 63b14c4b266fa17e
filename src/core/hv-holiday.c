/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-holiday.h"

#define DK (1 << HV_COUNTRY_DK)
#define SE (1 << HV_COUNTRY_SE)

/* The month of a rule that counts its days from Easter Sunday instead. */
#define EASTER 0

#define FRIDAY 5
#define SATURDAY 6

typedef struct
{
  int countries;
  int month;
  int day;
  const char *name;
  bool half;
  int weekday;    /* the first such weekday from that date on; 0: the date itself */
  int first_year; /* 0: without limit */
  int last_year;  /* 0: without limit */
} Rule;

static const Rule rules[] = {
  { DK | SE, 1, 1, HV_N_ ("New Year's Day") },
  { SE, 1, 6, HV_N_ ("Epiphany") },
  { DK, EASTER, -3, HV_N_ ("Maundy Thursday") },
  { DK | SE, EASTER, -2, HV_N_ ("Good Friday") },
  { SE, EASTER, -1, HV_N_ ("Holy Saturday"), .half = true },
  { DK | SE, EASTER, 0, HV_N_ ("Easter Sunday") },
  { DK | SE, EASTER, 1, HV_N_ ("Easter Monday") },
  { DK, EASTER, 26, HV_N_ ("Great Prayer Day"), .last_year = 2023 },
  { SE, 5, 1, HV_N_ ("May Day") },
  { DK, 5, 1, HV_N_ ("May Day"), .half = true },
  { DK | SE, EASTER, 39, HV_N_ ("Ascension Day") },
  { DK | SE, EASTER, 49, HV_N_ ("Whit Sunday") },
  { DK, EASTER, 50, HV_N_ ("Whit Monday") },
  { SE, EASTER, 50, HV_N_ ("Whit Monday"), .last_year = 2004 },
  /* TRANSLATORS: the Danish one, 5 June */
  { DK, 6, 5, HV_N_ ("Constitution Day"), .half = true },
  { SE, 6, 6, HV_N_ ("National Day of Sweden"), .first_year = 2005 },
  { SE, 6, 19, HV_N_ ("Midsummer Eve"), .half = true, .weekday = FRIDAY },
  { SE, 6, 20, HV_N_ ("Midsummer Day"), .weekday = SATURDAY },
  { SE, 10, 31, HV_N_ ("All Saints' Day"), .weekday = SATURDAY },
  { DK | SE, 12, 24, HV_N_ ("Christmas Eve"), .half = true },
  { DK | SE, 12, 25, HV_N_ ("Christmas Day") },
  /* TRANSLATORS: 26 December, the second day of Christmas */
  { DK | SE, 12, 26, HV_N_ ("Boxing Day") },
  { DK | SE, 12, 31, HV_N_ ("New Year's Eve"), .half = true },
};

static const char *const codes[] = {
  [HV_COUNTRY_DK] = "DK",
  [HV_COUNTRY_SE] = "SE",
};

bool
hv_country_parse (const char *text, HvCountry *ret_country)
{
  if (text == NULL)
    return false;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (text, codes[i]) == 0)
      {
        *ret_country = (HvCountry)i;
        return true;
      }
  return false;
}

const char *
hv_country_get_code (HvCountry country)
{
  g_return_val_if_fail ((gsize)country < G_N_ELEMENTS (codes), codes[HV_COUNTRY_DK]);
  return codes[country];
}

/* The anonymous Gregorian computus (Nature, 20 April 1876), as in Jean Meeus,
 * Astronomical Algorithms, chapter 8; his letters are a, b, c, g, h, l and m. */
HvDay
hv_easter_sunday (int year)
{
  g_return_val_if_fail (year >= HV_YEAR_FIRST && year <= HV_YEAR_LAST, 0);

  int golden = year % 19; /* place in the moon's cycle of 19 years, less one */
  int century = year / 100;
  int year_of_century = year % 100;
  int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  int full_moon = (19 * golden + century - century / 4 - moon_shift + 15) % 30; /* days after 21 March */
  int to_sunday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - full_moon - year_of_century % 4) % 7;
  int late = (golden + 11 * full_moon + 22 * to_sunday) / 451; /* the two exceptions of the rule */

  return hv_day_from_ymd (year, 3, 22) + full_moon + to_sunday - 7 * late;
}

static bool
is_in_force (const Rule *rule, HvCountry country, int year)
{
  return (rule->countries & (1 << country)) != 0 && year >= rule->first_year
         && (rule->last_year == 0 || year <= rule->last_year);
}

static HvHoliday
find_in_year (const Rule *rule, int year, HvDay easter)
{
  HvDay day = rule->month == EASTER ? easter + rule->day : hv_day_from_ymd (year, rule->month, rule->day);

  if (rule->weekday != 0)
    day += (rule->weekday - hv_day_get_weekday (day) + 7) % 7;
  return (HvHoliday){ .day = day, .half = rule->half, .name = rule->name };
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  const HvHoliday *left = a;
  const HvHoliday *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->half - right->half;
}

GArray *
hv_holiday_list (HvCountry country, int year)
{
  g_return_val_if_fail (year >= HV_YEAR_FIRST && year <= HV_YEAR_LAST, NULL);

  GArray *holidays = g_array_new (FALSE, FALSE, sizeof (HvHoliday));
  HvDay easter = hv_easter_sunday (year);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (is_in_force (&rules[i], country, year))
      {
        HvHoliday holiday = find_in_year (&rules[i], year, easter);
        g_array_append_val (holidays, holiday);
      }

  g_array_sort (holidays, compare_holidays);
  return holidays;
}

bool
hv_holiday_find (HvCountry country, HvDay day, HvHoliday *ret_holiday)
{
  if (day < HV_DAY_FIRST || day > HV_DAY_LAST)
    return false; /* the last week of 9999 ends in 10000 */

  int year = hv_day_get_year (day);
  HvDay easter = hv_easter_sunday (year);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].half || !is_in_force (&rules[i], country, year))
        continue;
      HvHoliday holiday = find_in_year (&rules[i], year, easter);
      if (holiday.day == day)
        {
          *ret_holiday = holiday;
          return true;
        }
    }
  return false;
}

const char *
hv_holiday_get_name (const HvHoliday *holiday, HvLanguage language)
{
  return hv_text (language, holiday->name);
}
