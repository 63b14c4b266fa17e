/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCalendarRule: how an entry of somebody else's calendar repeats (RFC 5545
 * 3.3.10), as far as days away can; private to calendar.
 *
 * A rule is understood when it repeats by days, weeks, months or years, and names
 * whole days; a rule by hours, minutes or seconds, or one that picks among its own
 * results, is refused. Its days are found by asking of every day between two dates
 * whether the rule names it, so that no rule can take longer than those days, and one
 * that never happens simply has none. (libical 3.0.16 does not come back from some.)
 */

#include "hv-span.h"

G_BEGIN_DECLS

#define HV_RULE_MOST_NUMBERS 64

typedef enum
{
  HV_RULE_DAILY,
  HV_RULE_WEEKLY,
  HV_RULE_MONTHLY,
  HV_RULE_YEARLY,
} HvRuleUnit;

typedef enum
{
  HV_RULE_FINE = 0,
  HV_RULE_BROKEN,    /* is no rule */
  HV_RULE_TOO_OFTEN, /* more often than daily */
  HV_RULE_UNKNOWN,   /* says something that is not understood here */
} HvRuleFault;

/* Negative numbers count from the end. */
typedef struct
{
  guint n;
  gint16 values[HV_RULE_MOST_NUMBERS];
} HvRuleNumbers;

/* "MO" (nth 0: every one), "2MO", "-1SU". */
typedef struct
{
  gint8 nth;
  gint8 weekday; /* 1–7 */
} HvRuleWeekday;

typedef struct
{
  HvRuleUnit unit;
  int interval;
  gint64 count;   /* HV_NONE: no limit */
  HvMinute until; /* no occurrence begins later; HV_NONE: no limit */
  bool until_utc; /* until is a minute of UTC */
  int week_start; /* 1–7 */
  HvRuleNumbers months;
  HvRuleNumbers month_days;
  HvRuleNumbers year_days;
  HvRuleNumbers weeks; /* ISO */
  guint n_weekdays;
  HvRuleWeekday weekdays[HV_RULE_MOST_NUMBERS];
} HvCalendarRule;

/* Reads "FREQ=WEEKLY;BYDAY=MO,TH". */
HvRuleFault hv_calendar_rule_parse (const char *text, HvCalendarRule *ret_rule);

/* The days in [from, to], both included, on which an entry that began at `start`
 * happens. New array of HvDay, in order; g_array_unref (). */
GArray *hv_calendar_rule_list_days (const HvCalendarRule *rule, HvMinute start, HvDay from, HvDay to);

G_END_DECLS
