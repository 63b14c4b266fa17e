/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Days, weeks and minutes as the tables of the tests write them. */

#include "hv-span.h"
#include "hv-week.h"

/* "2026-05-04" */
static inline HvDay
day (const char *text)
{
  HvDay value;
  g_assert_true (hv_day_parse (text, &value, NULL));
  return value;
}

/* "2026-W19" */
static inline HvWeek
week (const char *text)
{
  HvWeek value;
  g_assert_true (hv_week_parse (text, &value, NULL));
  return value;
}

/* "2026-05-04 13:00" */
static inline HvMinute
minute (const char *text)
{
  int of_day;
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_assert_true (hv_time_parse (parts[1], &of_day, NULL));
  return hv_minute_at (day (parts[0]), of_day);
}
