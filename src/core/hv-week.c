/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week.h"

#include "hv-error.h"
#include "hv-text.h"

#include <stdlib.h>
#include <string.h>

#define DAYS_PER_WEEK 7

HvWeek
hv_week_of_day (HvDay day)
{
  return (HvWeek){ day - (hv_day_get_weekday (day) - 1) };
}

bool
hv_week_from_number (int year, int number, HvWeek *ret_week)
{
  if (year < HV_YEAR_FIRST || year > HV_YEAR_LAST || number < 1 || number > hv_week_count_in_year (year))
    return false;

  /* 4 January always lies in week 1. */
  *ret_week = hv_week_add (hv_week_of_day (hv_day_from_ymd (year, 1, 4)), number - 1);
  return true;
}

int
hv_week_get_year (HvWeek week)
{
  /* A week belongs to the year that has most of its days: that of its Thursday. */
  return hv_day_get_year (week.monday + 3);
}

int
hv_week_get_number (HvWeek week)
{
  HvDay new_year = hv_day_from_ymd (hv_week_get_year (week), 1, 1);
  return (week.monday + 3 - new_year) / DAYS_PER_WEEK + 1;
}

int
hv_week_count_in_year (int year)
{
  /* 28 December always lies in the last week. */
  return hv_week_get_number (hv_week_of_day (hv_day_from_ymd (year, 12, 28)));
}

bool
hv_week_is_even (HvWeek week)
{
  return hv_week_get_number (week) % 2 == 0;
}

HvWeek
hv_week_add (HvWeek week, int weeks)
{
  return (HvWeek){ week.monday + weeks * DAYS_PER_WEEK };
}

int
hv_week_compare (HvWeek a, HvWeek b)
{
  return (a.monday > b.monday) - (a.monday < b.monday);
}

HvDay
hv_week_get_day (HvWeek week, int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= DAYS_PER_WEEK, week.monday);
  return week.monday + weekday - 1;
}

bool
hv_week_contains (HvWeek week, HvDay day)
{
  return day >= week.monday && day < week.monday + DAYS_PER_WEEK;
}

/* "2026-W19": four digits, W between them and one or two more, and nothing else. */
static bool
read_week (const char *text, int *ret_year, int *ret_number)
{
  int year = 0;
  for (int i = 0; i < 4; i++, text++)
    {
      if (!g_ascii_isdigit (*text))
        return false;
      year = year * 10 + g_ascii_digit_value (*text);
    }
  if (*text == '-')
    text++;
  if (g_ascii_toupper (*text++) != 'W' || !g_ascii_isdigit (*text))
    return false;

  int number = g_ascii_digit_value (*text++);
  if (g_ascii_isdigit (*text))
    number = number * 10 + g_ascii_digit_value (*text++);

  *ret_year = year;
  *ret_number = number;
  return *text == '\0' && year >= HV_YEAR_FIRST;
}

static bool
take_week (int year, int number, HvWeek *ret_week, GError **error)
{
  if (!hv_week_from_number (year, number, ret_week))
    {
      g_set_error (error, HV_ERROR, HV_ERROR_UNKNOWN_WEEK,
                   /* TRANSLATORS: year, week number, week number: "2027 has no week 53, its last week is 52." */
                   hv_own_text ("%d has no week %d, its last week is %d."), year, number, hv_week_count_in_year (year));
      return false;
    }
  return true;
}

bool
hv_week_parse (const char *text, HvWeek *ret_week, GError **error)
{
  g_return_val_if_fail (text != NULL, false);

  int year, number;
  if (read_week (text, &year, &number))
    return take_week (year, number, ret_week, error);
  g_autofree char *quoted = hv_error_quote (text);
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
               /* TRANSLATORS: %s is what somebody typed, in quotation marks; keep 2026-W19 as it is */
               hv_own_text ("%s is not a week. Write year and week number, for example 2026-W19."), quoted);
  return false;
}

/* --- as people write it --- */

static const char *
skip (const char *text, const char *characters)
{
  return text + strspn (text, characters);
}

/* The whole word for a week, or a short one with or without its full stop. */
static const char *
skip_word (const char *text)
{
  static const char *const words[] = { "uge", "vecka", "week", "v", "u", "w" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      return skip (text + strlen (words[i]), ". ");
  return text;
}

/* At most so many digits; NULL where there are none, or more. */
static const char *
read_number (const char *text, gsize most, int *ret_number)
{
  gsize n = strspn (text, "0123456789");
  if (n == 0 || n > most)
    return NULL;
  *ret_number = atoi (text);
  return text + n;
}

static bool
read_loose (const char *text, int *ret_year, int *ret_number)
{
  const char *at = read_number (skip_word (skip (text, " ")), 2, ret_number);
  if (at == NULL)
    return false;
  const char *year = skip (at, " ,/");
  if (*year != '\0' && year == at)
    return false;
  if (*year != '\0' && ((at = read_number (year, 4, ret_year)) == NULL || at - year != 4))
    return false;
  return *skip (*year == '\0' ? year : at, " ") == '\0';
}

bool
hv_week_parse_loose (const char *text, HvWeek near, HvWeek *ret_week, GError **error)
{
  g_return_val_if_fail (text != NULL, false);

  int year = hv_week_get_year (near);
  int number;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  if (read_week (stripped, &year, &number))
    return take_week (year, number, ret_week, error);
  year = hv_week_get_year (near);
  if (read_loose (stripped, &year, &number))
    return take_week (year, number, ret_week, error);
  g_autofree char *quoted = hv_error_quote (text);
  g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
               /* TRANSLATORS: %s is what somebody typed, in quotation marks */
               hv_own_text ("%s is not a week. Write its number, and its year if it is another one: 19 or 1/2027."),
               quoted);
  return false;
}

char *
hv_week_format (HvWeek week)
{
  return g_strdup_printf ("%04d-W%02d", hv_week_get_year (week), hv_week_get_number (week));
}
