/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day.h"

#include "hv-error.h"
#include "hv-text.h"

/* Days from 0000-03-01 to 1970-01-01, and the days of 400 Gregorian years. */
#define EPOCH_OFFSET 719468
#define YEARS_PER_ERA 400
#define DAYS_PER_ERA 146097

static bool
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
count_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

static bool
is_in_calendar (int year, int month, int day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= count_days_in_month (year, month);
}

bool
hv_day_is_valid_ymd (int year, int month, int day)
{
  return year >= HV_YEAR_FIRST && year <= HV_YEAR_LAST && is_in_calendar (year, month, day);
}

static int
divide_down (int number, int divisor)
{
  return (number >= 0 ? number : number - (divisor - 1)) / divisor;
}

/* days_from_civil and civil_from_days of Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms": years begin in March, so that the leap day is the
 * last one and the months before it follow one straight line (153 days in five). */
HvDay
hv_day_from_ymd (int year, int month, int day)
{
  g_return_val_if_fail (is_in_calendar (year, month, day), 0);

  int march_year = month <= 2 ? year - 1 : year;
  int era = divide_down (march_year, YEARS_PER_ERA);
  int year_of_era = march_year - era * YEARS_PER_ERA;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET;
}

void
hv_day_to_ymd (HvDay day, int *ret_year, int *ret_month, int *ret_day)
{
  int shifted = day + EPOCH_OFFSET;
  int era = divide_down (shifted, DAYS_PER_ERA);
  int day_of_era = shifted - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int month = march_month < 10 ? march_month + 3 : march_month - 9;

  *ret_year = era * YEARS_PER_ERA + year_of_era + (month <= 2);
  *ret_month = month;
  *ret_day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

int
hv_day_get_year (HvDay day)
{
  int year, month, day_of_month;
  hv_day_to_ymd (day, &year, &month, &day_of_month);
  return year;
}

int
hv_day_get_weekday (HvDay day)
{
  /* 1970-01-01 was a Thursday. */
  int since_monday = (day % 7 + 3) % 7;
  return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

/* Reads from min to max digits; false when there are fewer. A further digit is left
 * standing, where the separator that should follow will miss it. */
static bool
read_digits (const char **text, int min, int max, int *ret_number)
{
  int number = 0;
  int n = 0;

  for (; n < max && g_ascii_isdigit (**text); n++, (*text)++)
    number = number * 10 + g_ascii_digit_value (**text);
  if (n < min)
    return false;

  *ret_number = number;
  return true;
}

static bool
read_char (const char **text, char c)
{
  if (**text != c)
    return false;
  (*text)++;
  return true;
}

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* At most one mark, with or without blanks, but not nothing. */
static bool
read_separator (const char **text)
{
  const char *start = *text;

  skip_blanks (text);
  if (!read_char (text, '.') && !read_char (text, '/'))
    read_char (text, '-');
  skip_blanks (text);
  return *text > start;
}

static bool
read_iso (const char **text, int *ret_year, int *ret_month, int *ret_day)
{
  return read_digits (text, 4, 4, ret_year) && read_char (text, '-') && read_digits (text, 2, 2, ret_month)
         && read_char (text, '-') && read_digits (text, 2, 2, ret_day);
}

static bool
read_day_month_year (const char **text, int *ret_year, int *ret_month, int *ret_day)
{
  return read_digits (text, 1, 2, ret_day) && read_separator (text) && read_digits (text, 1, 2, ret_month)
         && read_separator (text) && read_digits (text, 4, 4, ret_year);
}

static bool
accept (const char *text, int year, int month, int day, HvDay *ret_day, GError **error)
{
  if (!hv_day_is_valid_ymd (year, month, day))
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks: “31/4 2026” */
                   hv_own_text ("%s is not in the calendar. Check the day, the month and the year."), quoted);
      return false;
    }

  *ret_day = hv_day_from_ymd (year, month, day);
  return true;
}

bool
hv_day_parse (const char *text, HvDay *ret_day, GError **error)
{
  g_return_val_if_fail (text != NULL, false);

  const char *rest = text;
  int year, month, day;
  if (!read_iso (&rest, &year, &month, &day) || *rest != '\0')
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks; keep the example as it is */
                   hv_own_text ("%s is not a date. Write year, month and day, for example 2026-05-04."), quoted);
      return false;
    }

  return accept (text, year, month, day, ret_day, error);
}

bool
hv_day_parse_loose (const char *text, HvDay *ret_day, GError **error)
{
  g_return_val_if_fail (text != NULL, false);

  const char *start = text;
  skip_blanks (&start);

  const char *rest = start;
  int year, month, day;
  bool is_date =
      read_iso (&rest, &year, &month, &day) || (rest = start, read_day_month_year (&rest, &year, &month, &day));
  skip_blanks (&rest);
  if (!is_date || *rest != '\0')
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks; keep 2026-05-04 as it is */
                   hv_own_text ("%s is not a date. Write for example 4.5.2026 or 2026-05-04."), quoted);
      return false;
    }

  return accept (text, year, month, day, ret_day, error);
}

char *
hv_day_format (HvDay day)
{
  int year, month, day_of_month;
  hv_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}
