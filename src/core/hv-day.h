/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDay: one civil date, counted in days since 1970-01-01 (negative before).
 *
 * A day has no time zone: it is the date on the house's own wall. Dates from
 * 1583 to 9999 are accepted on the way in: the first year that was Gregorian from
 * its beginning, and the last one with four digits. Arithmetic may pass those
 * borders (by millions of years, not more). Weekdays are 1 = Monday … 7 = Sunday.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef gint32 HvDay;

#define HV_MINUTES_PER_DAY 1440

#define HV_YEAR_FIRST 1583
#define HV_YEAR_LAST 9999
#define HV_DAY_FIRST ((HvDay)-141349) /* 1583-01-01 */
#define HV_DAY_LAST ((HvDay)2932896)  /* 9999-12-31 */

bool hv_day_is_valid_ymd (int year, int month, int day);
HvDay hv_day_from_ymd (int year, int month, int day); /* of any year */
void hv_day_to_ymd (HvDay day, int *ret_year, int *ret_month, int *ret_day);
int hv_day_get_year (HvDay day);
int hv_day_get_weekday (HvDay day);

/* Reads "2026-05-04", and nothing else. Sets HV_ERROR_USAGE. */
bool hv_day_parse (const char *text, HvDay *ret_day, GError **error);

/* Reads what people type and spreadsheets write: the same, or day, month and the
 * year in four digits, with ".", "/", "-" or blanks between ("4.5.2026",
 * "4. 5. 2026", "04/05 2026"). Blanks around it are ignored. Sets HV_ERROR_USAGE. */
bool hv_day_parse_loose (const char *text, HvDay *ret_day, GError **error);

/* "2026-05-04"; the caller owns it. */
char *hv_day_format (HvDay day);

G_END_DECLS
