/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvAbsenceWork: finding the times of a calendar file; private to calendar. It runs in
 * a child process (hv-limited-child.h), and its answer is lines of text, which the
 * parent reads as it would read anything from a stranger:
 *
 *   T line clock starts ends zone title     a time (tabs between), as an entry says it
 *   F line fault                            an entry that cannot be read
 *   L n                                     entries that are no absences
 *   N                                       no calendar
 *   M                                       too many entries or times
 */

#include "hv-calendar-entry.h"
#include "hv-zone.h"

G_BEGIN_DECLS

#define HV_ABSENCE_MOST_PER_RULE 1000
#define HV_ABSENCE_MOST_PER_FILE 100000

typedef struct
{
  const char *text;
  gsize length;
  HvDay from; /* times are wanted that lie in [from, to], by the day */
  HvDay to;
  const HvZone *zone; /* of the reader */
} HvAbsenceWork;

/* HvLimitedChildWork */
void hv_absence_work_run (GString *answer, gpointer work);

G_END_DECLS
