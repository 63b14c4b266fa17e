/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCalendarEntry: one VEVENT of somebody's calendar file, as far as absences need
 * it; private to calendar, and made in a child process (hv-limited-child.h).
 *
 * Only times are given to libical. A rule is kept as text, because libical drops one
 * it does not like without a word, and the entry would then seem not to repeat.
 */

#include "hv-span.h"

G_BEGIN_DECLS

/* libical leaves out what goes beyond this many values of one line. */
#define HV_CALENDAR_ENTRY_MOST_DATES 400

typedef enum
{
  HV_ENTRY_FINE = 0,
  HV_ENTRY_UNFINISHED, /* the file, or the next entry, begins before it has ended */
  HV_ENTRY_TOO_LARGE,
  HV_ENTRY_NO_START,
  HV_ENTRY_NO_END, /* none, before the start, or years away */
  HV_ENTRY_BAD_TIME,
  HV_ENTRY_MIXED_TIMES, /* dates and times, or times of several zones */
  HV_ENTRY_BAD_RULE,
  HV_ENTRY_RULE_TOO_OFTEN,
  HV_ENTRY_UNKNOWN_RULE,
  HV_ENTRY_TOO_MANY_DATES,
  HV_ENTRY_N_FAULTS,
} HvEntryFault;

typedef enum
{
  HV_CLOCK_DATE,  /* whole days: minutes are midnights */
  HV_CLOCK_LOCAL, /* the clock on a wall: of `zone`, or wherever it is read */
  HV_CLOCK_UTC,
} HvClock;

typedef struct
{
  guint line; /* of its BEGIN, counted from 1 */
  HvEntryFault fault;
  HvClock clock;
  char *zone; /* TZID, or NULL */
  HvMinute starts;
  HvMinute ends;
  HvMinute replaces; /* the occurrence of its uid that it takes the place of, or HV_NONE */
  char *uid;         /* or NULL */
  char *rule;        /* text of RRULE, or NULL */
  GArray *extra;     /* HvMinute: RDATE */
  GArray *except;    /* HvMinute: EXDATE */
  bool cancelled;
  bool free; /* the person says not to be busy */
  char *title;
} HvCalendarEntry;

HvCalendarEntry *hv_calendar_entry_new (guint line);
void hv_calendar_entry_free (HvCalendarEntry *entry);

/* Says that something is wrong with it. The first such thing is the one that is told. */
void hv_calendar_entry_blame (HvCalendarEntry *entry, HvEntryFault fault);

/* Sets what DTSTART, DTEND, DURATION, RDATE, EXDATE and RECURRENCE-ID say, from those lines. */
void hv_calendar_entry_read_times (HvCalendarEntry *entry, const char *lines);

G_END_DECLS
