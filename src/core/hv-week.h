/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWeek: one ISO 8601 week, with its own year, Monday first.
 *
 * A week is held as the day number of its Monday, so that weeks are compared,
 * stored and stepped as integers and week 53 needs no special case. Two weeks
 * follow each other exactly when their Mondays are seven days apart.
 */

#include "hv-day.h"

G_BEGIN_DECLS

typedef struct
{
  HvDay monday;
} HvWeek;

HvWeek hv_week_of_day (HvDay day);

/* False when the year has no such week (54, or 53 in a year with 52 weeks), or is
 * not one of HV_YEAR_FIRST to HV_YEAR_LAST. */
bool hv_week_from_number (int year, int number, HvWeek *ret_week);

int hv_week_get_year (HvWeek week);
int hv_week_get_number (HvWeek week);
int hv_week_count_in_year (int year);
bool hv_week_is_even (HvWeek week);

HvWeek hv_week_add (HvWeek week, int weeks);
int hv_week_compare (HvWeek a, HvWeek b);
HvDay hv_week_get_day (HvWeek week, int weekday);
bool hv_week_contains (HvWeek week, HvDay day);

/* Reads "2026-W19" (also "2026W19", "2026-w9"), and nothing else. A text that is no
 * week is HV_ERROR_USAGE; a well-formed week that its year does not have is
 * HV_ERROR_UNKNOWN_WEEK ("2027 has no week 53, …"). */
bool hv_week_parse (const char *text, HvWeek *ret_week, GError **error);

/* Reads what people type: the same, or a number with or without the word ("19", "uge 19",
 * "v. 19"), and with its year behind it where it is another than that of `near`
 * ("1/2027", "uge 1, 2027"). */
bool hv_week_parse_loose (const char *text, HvWeek near, HvWeek *ret_week, GError **error);

/* "2026-W19"; the caller owns it. */
char *hv_week_format (HvWeek week);

G_END_DECLS
