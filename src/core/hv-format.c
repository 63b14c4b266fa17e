/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-format.h"

#include <math.h>
#include <string.h>

#define MINUS "\u2212"

/* --- names --- */

static const char *const weekdays[] = {
  HV_NC_ ("weekday", "Monday"),   HV_NC_ ("weekday", "Tuesday"), HV_NC_ ("weekday", "Wednesday"),
  HV_NC_ ("weekday", "Thursday"), HV_NC_ ("weekday", "Friday"),  HV_NC_ ("weekday", "Saturday"),
  HV_NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
  HV_NC_ ("weekday, short", "Mon"), HV_NC_ ("weekday, short", "Tue"), HV_NC_ ("weekday, short", "Wed"),
  HV_NC_ ("weekday, short", "Thu"), HV_NC_ ("weekday, short", "Fri"), HV_NC_ ("weekday, short", "Sat"),
  HV_NC_ ("weekday, short", "Sun"),
};

static const char *const months[] = {
  HV_NC_ ("month", "January"), HV_NC_ ("month", "February"), HV_NC_ ("month", "March"),
  HV_NC_ ("month", "April"),   HV_NC_ ("month", "May"),      HV_NC_ ("month", "June"),
  HV_NC_ ("month", "July"),    HV_NC_ ("month", "August"),   HV_NC_ ("month", "September"),
  HV_NC_ ("month", "October"), HV_NC_ ("month", "November"), HV_NC_ ("month", "December"),
};

static const char *const short_months[] = {
  HV_NC_ ("month, short", "Jan"), HV_NC_ ("month, short", "Feb"), HV_NC_ ("month, short", "Mar"),
  HV_NC_ ("month, short", "Apr"), HV_NC_ ("month, short", "May"), HV_NC_ ("month, short", "Jun"),
  HV_NC_ ("month, short", "Jul"), HV_NC_ ("month, short", "Aug"), HV_NC_ ("month, short", "Sept"),
  HV_NC_ ("month, short", "Oct"), HV_NC_ ("month, short", "Nov"), HV_NC_ ("month, short", "Dec"),
};

const char *
hv_format_weekday (int weekday, HvLanguage language)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return hv_ctext (language, "weekday", weekdays[weekday - 1]);
}

const char *
hv_format_weekday_short (int weekday, HvLanguage language)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return hv_ctext (language, "weekday, short", short_weekdays[weekday - 1]);
}

const char *
hv_format_month (int month, HvLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return hv_ctext (language, "month", months[month - 1]);
}

const char *
hv_format_month_short (int month, HvLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return hv_ctext (language, "month, short", short_months[month - 1]);
}

/* --- weeks --- */

char *
hv_format_week (HvWeek week, int this_year, HvLanguage language)
{
  int number = hv_week_get_number (week);
  int year = hv_week_get_year (week);
  if (year == this_year)
    /* TRANSLATORS: a title; non-breaking space before the number, here and in all such patterns */
    return g_strdup_printf (hv_ctext (language, "title", "Week\u00A0%d"), number);
  /* TRANSLATORS: a title, the week and its year: "Week 1, 2027" */
  return g_strdup_printf (hv_ctext (language, "title", "Week\u00A0%d, %d"), number, year);
}

char *
hv_format_in_week (HvWeek week, HvLanguage language)
{
  /* TRANSLATORS: inside a sentence: "3 empty places in week 19" */
  return g_strdup_printf (hv_ctext (language, "in a sentence", "in week\u00A0%d"), hv_week_get_number (week));
}

/* How many weeks from the first one follow each other within one year. */
static gsize
count_run (const HvWeek *weeks, gsize n_weeks)
{
  gsize n = 1;
  while (n < n_weeks && weeks[n].monday == weeks[n - 1].monday + 7
         && hv_week_get_year (weeks[n]) == hv_week_get_year (weeks[0]))
    n++;
  return n;
}

/* How many weeks from the first one are named one by one: up to the next range or year. */
static gsize
count_single (const HvWeek *weeks, gsize n_weeks)
{
  gsize n = 0;
  while (n < n_weeks && hv_week_get_year (weeks[n]) == hv_week_get_year (weeks[0]))
    {
      gsize run = count_run (weeks + n, n_weeks - n);
      if (run >= 3)
        break;
      n += run;
    }
  return n;
}

/* "week 21", "weeks 21, 24 and 26" */
static char *
format_single_weeks (const HvWeek *weeks, gsize n_weeks, HvLanguage language)
{
  int last = hv_week_get_number (weeks[n_weeks - 1]);
  if (n_weeks == 1)
    return g_strdup_printf (hv_ctext (language, "in a list", "week\u00A0%d"), last);

  g_autoptr (GString) others = g_string_new (NULL);
  for (gsize i = 0; i + 1 < n_weeks; i++)
    g_string_append_printf (others, "%s%d", i > 0 ? ", " : "", hv_week_get_number (weeks[i]));
  /* TRANSLATORS: "weeks 21 and 22", "weeks 21, 24 and 26" */
  return g_strdup_printf (hv_ctext (language, "in a list", "weeks\u00A0%s and %d"), others->str, last);
}

static char *
format_week_range (HvWeek from, HvWeek to, HvLanguage language)
{
  /* TRANSLATORS: "weeks 10–18" */
  return g_strdup_printf (hv_ctext (language, "in a list", "weeks\u00A0%d–%d"), hv_week_get_number (from),
                          hv_week_get_number (to));
}

char *
hv_format_weeks (const HvWeek *weeks, gsize n_weeks, int this_year, HvLanguage language)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize n = 0;
  for (gsize i = 0; i < n_weeks; i += n)
    {
      gsize run = count_run (weeks + i, n_weeks - i);
      n = run >= 3 ? run : count_single (weeks + i, n_weeks - i);
      g_autofree char *part = run >= 3 ? format_week_range (weeks[i], weeks[i + n - 1], language)
                                       : format_single_weeks (weeks + i, n, language);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", part);

      int year = hv_week_get_year (weeks[i]);
      bool year_ends = i + n == n_weeks || hv_week_get_year (weeks[i + n]) != year;
      if (year_ends && year != this_year)
        g_string_append_printf (list, ", %d", year);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* --- days --- */

typedef struct
{
  int year;
  int day;
  const char *weekday;
  const char *month;
} Date;

static Date
describe (HvDay day, HvLanguage language)
{
  Date date = { 0 };
  int month = 1;
  hv_day_to_ymd (day, &date.year, &month, &date.day);
  date.weekday = hv_format_weekday (hv_day_get_weekday (day), language);
  date.month = hv_format_month (month, language);
  return date;
}

char *
hv_format_day_range (HvDay from, HvDay to, HvLanguage language)
{
  Date a = describe (from, language);
  Date b = describe (to, language);
  if (from == to)
    /* TRANSLATORS: "4 May 2026" */
    return g_strdup_printf (hv_ctext (language, "date", "%d %s %d"), b.day, b.month, b.year);
  if (a.year != b.year)
    /* TRANSLATORS: "28 December 2026 – 3 January 2027" */
    return g_strdup_printf (hv_ctext (language, "date range", "%d %s %d – %d %s %d"), a.day, a.month, a.year, b.day,
                            b.month, b.year);
  if (a.month != b.month)
    /* TRANSLATORS: "27 April – 3 May 2026" */
    return g_strdup_printf (hv_ctext (language, "date range", "%d %s – %d %s %d"), a.day, a.month, b.day, b.month,
                            b.year);
  /* TRANSLATORS: "4–10 May 2026" */
  return g_strdup_printf (hv_ctext (language, "date range", "%d–%d %s %d"), a.day, b.day, b.month, b.year);
}

char *
hv_format_day_column (HvDay day, HvLanguage language)
{
  Date date = describe (day, language);
  const char *weekday = hv_format_weekday_short (hv_day_get_weekday (day), language);
  /* TRANSLATORS: head of a column: "Mon 4" */
  return g_strdup_printf (hv_ctext (language, "short weekday and day", "%s %d"), weekday, date.day);
}

char *
hv_format_day_month (HvDay day, HvLanguage language)
{
  Date date = describe (day, language);
  /* TRANSLATORS: "4 May" */
  return g_strdup_printf (hv_ctext (language, "date", "%d %s"), date.day, date.month);
}

char *
hv_format_day (HvDay day, HvLanguage language)
{
  Date date = describe (day, language);
  /* TRANSLATORS: "Monday 4 May" */
  return g_strdup_printf (hv_ctext (language, "date", "%s %d %s"), date.weekday, date.day, date.month);
}

char *
hv_format_day_with_year (HvDay day, HvLanguage language)
{
  Date date = describe (day, language);
  /* TRANSLATORS: "Monday 4 May 2026" */
  return g_strdup_printf (hv_ctext (language, "date", "%s %d %s %d"), date.weekday, date.day, date.month, date.year);
}

/* --- times --- */

static int
wrap_at_midnight (int minute)
{
  return minute == HV_MINUTES_PER_DAY ? minute
                                      : ((minute % HV_MINUTES_PER_DAY) + HV_MINUTES_PER_DAY) % HV_MINUTES_PER_DAY;
}

/* Minutes of the day of a span's end; midnight is 24:00 of the day before. */
static int
get_end_of_day (HvSpan span)
{
  int end = hv_minute_get_of_day (span.to);
  return end == 0 ? HV_MINUTES_PER_DAY : end;
}

char *
hv_format_clock (int minute_of_day, HvLanguage language)
{
  int minute = wrap_at_midnight (minute_of_day);
  /* TRANSLATORS: hour and minute: "09:30"; Danish writes "9.30" */
  return g_strdup_printf (hv_ctext (language, "clock", "%02d:%02d"), minute / 60, minute % 60);
}

char *
hv_format_time (int minute_of_day, HvLanguage language)
{
  g_autofree char *clock = hv_format_clock (minute_of_day, language);
  /* TRANSLATORS: a time of day inside a sentence: "kl. 9.30" */
  return g_strdup_printf (hv_ctext (language, "time of day", "%s"), clock);
}

char *
hv_format_hours (HvSpan span, HvLanguage language)
{
  g_autofree char *from = hv_format_clock (hv_minute_get_of_day (span.from), language);
  g_autofree char *to = hv_format_clock (get_end_of_day (span), language);
  /* TRANSLATORS: two clock times in a table: "13:00–16:00" */
  return g_strdup_printf (hv_ctext (language, "hours in a table", "%s–%s"), from, to);
}

/* No minutes at the whole hour. */
static char *
format_clock_short (int minute_of_day, HvLanguage language)
{
  if (minute_of_day % 60 != 0)
    return hv_format_clock (minute_of_day, language);
  /* TRANSLATORS: a whole hour where it is narrow: "09"; Danish writes "9" */
  return g_strdup_printf (hv_ctext (language, "whole hour", "%02d"), minute_of_day / 60);
}

char *
hv_format_hours_short (HvSpan span, HvLanguage language)
{
  g_autofree char *from = format_clock_short (hv_minute_get_of_day (span.from), language);
  g_autofree char *to = format_clock_short (get_end_of_day (span), language);
  return g_strdup_printf (hv_ctext (language, "hours in a table", "%s–%s"), from, to);
}

char *
hv_format_span (HvSpan span, HvLanguage language)
{
  g_autofree char *from = hv_format_clock (hv_minute_get_of_day (span.from), language);
  g_autofree char *to = hv_format_clock (get_end_of_day (span), language);
  /* TRANSLATORS: two clock times inside a sentence: "kl. 13.00–16.00" */
  return g_strdup_printf (hv_ctext (language, "span of time", "%s–%s"), from, to);
}

char *
hv_format_span_short (HvSpan span, HvLanguage language)
{
  int from = hv_minute_get_of_day (span.from);
  int to = get_end_of_day (span);
  if (from % 60 != 0 || to % 60 != 0)
    return hv_format_span (span, language);
  /* TRANSLATORS: two whole hours inside a sentence: "kl. 13–16" */
  return g_strdup_printf (hv_ctext (language, "span of whole hours", "%02d–%02d"), from / 60, to / 60);
}

char *
hv_format_day_span (HvSpan span, HvLanguage language)
{
  HvDay first = hv_minute_get_day (span.from);
  HvDay last = hv_minute_get_day (span.to - 1);
  g_autofree char *day = hv_format_day (first, language);
  if (first == last)
    {
      g_autofree char *hours = hv_format_span (span, language);
      /* TRANSLATORS: a day and its hours: "Monday 4 May 13:00–16:00" */
      return g_strdup_printf (hv_ctext (language, "day and hours", "%s %s"), day, hours);
    }

  g_autofree char *from = hv_format_time (hv_minute_get_of_day (span.from), language);
  g_autofree char *to = hv_format_time (get_end_of_day (span), language);
  const char *weekday = hv_format_weekday (hv_day_get_weekday (last), language);
  /* TRANSLATORS: day, time, weekday, time: "Saturday 24 October 22:00 to Sunday 06:00" */
  return g_strdup_printf (hv_ctext (language, "past midnight", "%s %s to %s %s"), day, from, weekday, to);
}

char *
hv_format_minutes (gint64 minutes, HvLanguage language)
{
  g_autofree char *number = hv_format_number (minutes, language);
  /* TRANSLATORS: a length of time: "15 min" */
  return g_strdup_printf (hv_ctext (language, "minutes", "%s\u00A0min"), number);
}

/* --- numbers --- */

/* Puts the language's marks into plain ASCII digits with a point. */
static char *
mark_digits (const char *digits, HvLanguage language)
{
  bool negative = *digits == '-';
  if (negative)
    digits++;

  gsize whole = strcspn (digits, ".");
  g_autoptr (GString) text = g_string_new (negative ? MINUS : NULL);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        /* TRANSLATORS: the mark between thousands, as in 1,234 */
        g_string_append (text, hv_ctext (language, "thousands mark", ","));
      g_string_append_c (text, digits[i]);
    }
  if (digits[whole] == '.')
    {
      /* TRANSLATORS: the mark before decimals, as in 41.2 */
      g_string_append (text, hv_ctext (language, "decimal mark", "."));
      g_string_append (text, digits + whole + 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hv_format_number (gint64 number, HvLanguage language)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return mark_digits (digits, language);
}

/* Halves go away from zero, as people round; printf would make 2 of 2.5. */
static double
round_as_people (double number, int decimals)
{
  double scale = pow (10, decimals);
  double scaled = number * scale;
  return fabs (scaled) < 1e15 ? round (scaled) / scale : number;
}

char *
hv_format_decimal (double number, int decimals, HvLanguage language)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= 9, NULL);

  if (isnan (number))
    return g_strdup ("–");
  if (isinf (number))
    return g_strdup (number < 0 ? MINUS "∞" : "∞");

  char pattern[] = "%.0f";
  pattern[2] = (char)('0' + decimals);
  char digits[400]; /* the largest double has 309 digits before the point */
  g_ascii_formatd (digits, sizeof digits, pattern, round_as_people (number, decimals));
  bool nothing = strpbrk (digits, "123456789") == NULL;
  return mark_digits (nothing && *digits == '-' ? digits + 1 : digits, language);
}

char *
hv_format_percent (double share, int decimals, HvLanguage language)
{
  g_autofree char *number = hv_format_decimal (share * 100, decimals, language);
  /* TRANSLATORS: a share: "94%"; Danish and Swedish have a non-breaking space before the sign */
  return g_strdup_printf (hv_ctext (language, "per cent", "%s%%"), number);
}

/* What rounds to nothing has no sign. */
char *
hv_format_change (double share, int decimals, HvLanguage language)
{
  g_autofree char *percent = hv_format_percent (share, decimals, language);
  bool plus = share > 0 && (isinf (share) || strpbrk (percent, "123456789") != NULL);
  return plus ? g_strconcat ("+", percent, NULL) : g_steal_pointer (&percent);
}

char *
hv_format_share (gint64 part, gint64 whole, HvLanguage language)
{
  g_autofree char *a = hv_format_number (part, language);
  g_autofree char *b = hv_format_number (whole, language);
  /* TRANSLATORS: a share of all: "8 of 10 within 15 min" */
  return g_strdup_printf (hv_ctext (language, "share", "%s of %s"), a, b);
}

/* --- words --- */

char *
hv_format_quoted (const char *text, HvLanguage language)
{
  g_return_val_if_fail (text != NULL, NULL);
  /* TRANSLATORS: quotation marks of your language */
  return g_strdup_printf (hv_ctext (language, "quotation", "“%s”"), text);
}
