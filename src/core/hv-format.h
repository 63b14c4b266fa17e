/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Dates, times, weeks and numbers as people read them, in a given language.
 *
 * The patterns are texts of the catalogues: nothing here asks the C library's
 * locale. A non-breaking space (U+00A0) stands between a number and its unit, after
 * "kl.", "uge", "vecka" and "week", before "%" and as the Swedish thousands mark;
 * ranges have an en dash; a minus is U+2212. Danish has no zero before the hour.
 * Weekdays are 1 = Monday … 7, months 1 … 12. Names are lent and live as long as the
 * program; every char * is a new string that the caller owns.
 */

#include "hv-span.h"
#include "hv-text.h"
#include "hv-week.h"

G_BEGIN_DECLS

/* --- names --- */

const char *hv_format_weekday (int weekday, HvLanguage language);       /* "mandag" */
const char *hv_format_weekday_short (int weekday, HvLanguage language); /* "man.", "mån", "Mon" */
const char *hv_format_month (int month, HvLanguage language);           /* "maj" */
const char *hv_format_month_short (int month, HvLanguage language);     /* "apr.": only where it is narrow */

/* --- weeks --- */

/* A title: "Uge 19"; "Uge 1, 2027" where the year differs from this_year. */
char *hv_format_week (HvWeek week, int this_year, HvLanguage language);

/* Inside a sentence: "i uge 19", "vecka 19", "in week 19". */
char *hv_format_in_week (HvWeek week, HvLanguage language);

/* Several weeks, in order and each once: "uge 10–18, uge 21 og 22". Three or more that
 * follow each other are a range; weeks of another year come apart and name it. */
char *hv_format_weeks (const HvWeek *weeks, gsize n_weeks, int this_year, HvLanguage language);

/* --- days --- */

char *hv_format_day_range (HvDay from, HvDay to, HvLanguage language); /* "4.–10. maj 2026", both included */
char *hv_format_day_column (HvDay day, HvLanguage language);           /* "man. 4." */
char *hv_format_day_month (HvDay day, HvLanguage language);            /* "4. maj" */
char *hv_format_day (HvDay day, HvLanguage language);                  /* "mandag 4. maj" */
char *hv_format_day_with_year (HvDay day, HvLanguage language);        /* "mandag den 4. maj 2026" */

/* --- times: minutes of the day, 0 … 1440; later ones are of the next day --- */

char *hv_format_clock (int minute_of_day, HvLanguage language); /* "9.30"; sv, en "09:30" */
char *hv_format_time (int minute_of_day, HvLanguage language);  /* "kl. 9.30"; en "09:30" */

/* A span that ends at midnight ends at 24:00 of its own day. */
char *hv_format_hours (HvSpan span, HvLanguage language);       /* "12.30–16.00": cards, axes, tables */
char *hv_format_hours_short (HvSpan span, HvLanguage language); /* "12.30–16": where it is narrow */
char *hv_format_span (HvSpan span, HvLanguage language);        /* "kl. 13.00–16.00" */
char *hv_format_span_short (HvSpan span, HvLanguage language); /* "kl. 13–16"; as above unless both are whole hours */

/* "mandag 4. maj kl. 13.00–16.00"; past midnight "lørdag 24. oktober kl. 22.00 til søndag kl. 6.00". */
char *hv_format_day_span (HvSpan span, HvLanguage language);

char *hv_format_minutes (gint64 minutes, HvLanguage language); /* "15 min.", "15 min" */

/* --- numbers --- */

char *hv_format_number (gint64 number, HvLanguage language); /* "1.234", "1 234", "1,234" */

/* "41,2", rounded to that many decimals (0 … 9), halves away from zero; never "−0,0".
 * No end is "∞", no number "–". */
char *hv_format_decimal (double number, int decimals, HvLanguage language);
char *hv_format_percent (double share, int decimals, HvLanguage language); /* 0.589 → "58,9 %", "58.9%" */
char *hv_format_change (double share, int decimals, HvLanguage language);  /* 0.67 → "+67 %", −0.12 → "−12 %" */
char *hv_format_share (gint64 part, gint64 whole, HvLanguage language);    /* "8 ud af 10" */

/* --- words --- */

char *hv_format_quoted (const char *text, HvLanguage language); /* “Nord”, sv ”Nord” */

G_END_DECLS
