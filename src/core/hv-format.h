/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Dates, times, weeks and numbers as people read them, in a given language.
 *
 * The patterns are msgids (design table "Formats"): nothing here asks the C
 * library's locale. Numbers keep to their units by non-breaking spaces. All
 * functions return a new string that the caller owns.
 */

#include "hv-span.h"
#include "hv-text.h"
#include "hv-week.h"

G_BEGIN_DECLS

const char *hv_format_weekday (int weekday, HvLanguage language);       /* "mandag" */
const char *hv_format_weekday_short (int weekday, HvLanguage language); /* "man." */
const char *hv_format_month (int month, HvLanguage language);           /* "maj" */
const char *hv_format_month_short (int month, HvLanguage language);

char *hv_format_week (HvWeek week, int this_year,
                      HvLanguage language); /* "Uge 19"; "Uge 1, 2027" where the year differs from this_year */
char *hv_format_in_week (HvWeek week, HvLanguage language);            /* "i uge 19", "vecka 19", "in week 19" */
char *hv_format_day_range (HvDay from, HvDay to, HvLanguage language); /* "4.–10. maj 2026" */
char *hv_format_day_column (HvDay day, HvLanguage language);           /* "man. 4." */
char *hv_format_day_month (HvDay day, HvLanguage language);            /* "4. maj" */
char *hv_format_day (HvDay day, HvLanguage language);                  /* "mandag 4. maj" */
char *hv_format_day_with_year (HvDay day, HvLanguage language);        /* "mandag den 4. maj 2026" */

char *hv_format_clock (int minute_of_day, HvLanguage language); /* "13.00", "9.30"; sv, en "09:30" */
char *hv_format_time (int minute_of_day, HvLanguage language);  /* "kl. 13.00" */
char *hv_format_hours (HvSpan span, HvLanguage language);       /* "13.00–16.00": cards, axes, tables */
char *hv_format_span (HvSpan span, HvLanguage language);        /* "kl. 13.00–16.00" */
char *hv_format_span_short (HvSpan span,
                            HvLanguage language); /* "kl. 13–16" when both are whole hours, else as above */
char *hv_format_day_span (HvSpan span, HvLanguage language); /* "mandag 4. maj kl. 13.00–16.00"; past midnight
                                                                "lørdag 24. oktober kl. 22.00 til søndag kl. 6.00" */

char *hv_format_number (gint64 number, HvLanguage language);                /* "1.234", "1 234", "1,234" */
char *hv_format_decimal (double number, int decimals, HvLanguage language); /* "41,2" */
char *hv_format_percent (double share, int decimals, HvLanguage language);  /* 0.589 → "58,9 %" */

G_END_DECLS
