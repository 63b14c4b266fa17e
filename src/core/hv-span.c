/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-span.h"

#include "hv-error.h"
#include "hv-text.h"

/* The latest end that can be written: "48:00". */
#define LATEST_END HV_SPAN_MAX_MINUTES

HvMinute
hv_minute_at (HvDay day, int minute_of_day)
{
  return (HvMinute)day * HV_MINUTES_PER_DAY + minute_of_day;
}

HvDay
hv_minute_get_day (HvMinute minute)
{
  HvMinute days = minute / HV_MINUTES_PER_DAY;
  return (HvDay)(minute % HV_MINUTES_PER_DAY < 0 ? days - 1 : days);
}

int
hv_minute_get_of_day (HvMinute minute)
{
  int rest = (int)(minute % HV_MINUTES_PER_DAY);
  return rest < 0 ? rest + HV_MINUTES_PER_DAY : rest;
}

int
hv_minute_compare_cb (gconstpointer a, gconstpointer b)
{
  HvMinute x = *(const HvMinute *)a;
  HvMinute y = *(const HvMinute *)b;
  return (x > y) - (x < y);
}

HvSpan
hv_span_on_day (HvDay day, int from, int to)
{
  if (to <= from)
    to += ((from - to) / HV_MINUTES_PER_DAY + 1) * HV_MINUTES_PER_DAY;
  return (HvSpan){ hv_minute_at (day, from), hv_minute_at (day, to) };
}

HvSpan
hv_span_of_day (HvDay day)
{
  return hv_span_on_day (day, 0, HV_MINUTES_PER_DAY);
}

bool
hv_span_is_valid (HvSpan span)
{
  if (span.from < hv_minute_at (HV_DAY_FIRST, 0) || span.from >= hv_minute_at (HV_DAY_LAST + 1, 0))
    return false;
  return span.to > span.from && span.to <= hv_minute_at (hv_minute_get_day (span.from), LATEST_END);
}

gint64
hv_span_get_minutes (HvSpan span)
{
  return span.to - span.from;
}

/* Asked of the common stretch, so that an empty span overlaps nothing. */
bool
hv_span_overlaps (HvSpan a, HvSpan b)
{
  HvSpan common = hv_span_intersect (a, b);
  return common.from < common.to;
}

bool
hv_span_contains (HvSpan outer, HvSpan inner)
{
  return inner.from >= outer.from && inner.to <= outer.to;
}

HvSpan
hv_span_intersect (HvSpan a, HvSpan b)
{
  return (HvSpan){ MAX (a.from, b.from), MIN (a.to, b.to) };
}

int
hv_span_compare (HvSpan a, HvSpan b)
{
  if (a.from != b.from)
    return a.from < b.from ? -1 : 1;
  return (a.to > b.to) - (a.to < b.to);
}

/* One or two digits of hours, ":" or ".", two digits of minutes, and nothing else:
 * "9.5" might mean half past nine or five past. */
static bool
read_time (const char *text, int *ret_hours, int *ret_minutes)
{
  if (!g_ascii_isdigit (*text))
    return false;
  int hours = g_ascii_digit_value (*text++);
  if (g_ascii_isdigit (*text))
    hours = hours * 10 + g_ascii_digit_value (*text++);

  if (*text != ':' && *text != '.')
    return false;
  text++;
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != '\0')
    return false;

  *ret_hours = hours;
  *ret_minutes = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  return true;
}

bool
hv_time_parse (const char *text, int *ret_minutes, GError **error)
{
  g_return_val_if_fail (text != NULL, false);

  int hours, minutes;
  if (!read_time (text, &hours, &minutes) || minutes > 59 || hours * 60 + minutes > LATEST_END)
    {
      g_autofree char *quoted = hv_error_quote (text);
      g_set_error (error, HV_ERROR, HV_ERROR_USAGE,
                   /* TRANSLATORS: %s is what somebody typed, in quotation marks; write the examples as people do */
                   hv_own_text ("%s is not a time of day. Write hours and minutes, for example 9:30 or 13:00."),
                   quoted);
      return false;
    }

  *ret_minutes = hours * 60 + minutes;
  return true;
}

char *
hv_time_format (int minutes)
{
  g_return_val_if_fail (minutes >= 0, NULL);
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

char *
hv_span_format_from (HvSpan span)
{
  return hv_time_format (hv_minute_get_of_day (span.from));
}

char *
hv_span_format_to (HvSpan span)
{
  return hv_time_format ((int)(span.to - span.from) + hv_minute_get_of_day (span.from));
}
