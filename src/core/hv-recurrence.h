/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvRecurrence: on which dates a weekly thing happens.
 *
 * Even and odd are ISO week numbers: week 53 and the week 1 after it are both
 * odd, so "odd weeks" happens twice in a row there, and "even weeks" pauses for
 * two. Every-n-weeks counts on over the year's end.
 */

#include "hv-span.h"
#include "hv-week.h"

G_BEGIN_DECLS

typedef enum
{
  HV_REPEAT_EVERY,
  HV_REPEAT_EVEN,
  HV_REPEAT_ODD,
  HV_REPEAT_WEEKS, /* every n weeks, counted from the week of `since`, never before `since` */
  HV_REPEAT_NTH,   /* the nth such weekday of the month; −1 is the last */
} HvRepeat;

typedef struct
{
  int weekday; /* 1–7 */
  HvRepeat repeat;
  int n;        /* HV_REPEAT_WEEKS ≥ 1; HV_REPEAT_NTH 1–5 or −1; else unused */
  HvDay since;  /* HV_REPEAT_WEEKS only */
  gint64 from;  /* Monday of the first week, HV_NONE without limit */
  gint64 until; /* Monday of the last week, HV_NONE without limit */
} HvRecurrence;

/* Whether weekday, repeat and n mean something, and the limits are not crossed. What
 * is not valid happens on no date. */
bool hv_recurrence_is_valid (const HvRecurrence *recurrence);

/* Whether it happens on a date: right weekday, week within its limits, pattern. */
bool hv_recurrence_is_on (const HvRecurrence *recurrence, HvDay day);

/* "every" "even" "odd" "weeks" "nth" */
bool hv_repeat_parse (const char *text, HvRepeat *ret_repeat);
const char *hv_repeat_get_name (HvRepeat repeat);

/* Whether an even or odd pattern meets a year's end where week 53 and week 1 are
 * both odd: its days of the two weeks lie in [from, to], both included, and within
 * its limits. The coordinator should be told. */
bool hv_recurrence_meets_week_53 (const HvRecurrence *recurrence, HvDay from, HvDay to);

G_END_DECLS
