/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvAbsenceReading: when somebody is away, from a calendar file (.ics) of their own.
 *
 * Every entry is an absence, but those that are cancelled and those with a time that
 * are marked as free. Whole days are dates; times are turned into the wall clock of
 * the zone handed in. Entries that repeat are followed for two years from the day
 * handed in; what lies before it or after them is left out. Whole days in a row with
 * one title are one absence.
 *
 * The file may come from anybody: it is read in a child process with little time and
 * memory, and what cannot be read well is refused entry by entry, with its line and the
 * reason in the language of the person at the machine. It is for the caller to decide
 * whether to keep a title: what somebody does while away is their own business.
 */

#include "hv-zone.h"

G_BEGIN_DECLS

#define HV_ABSENCE_LARGEST_FILE (20 * 1000 * 1000)

typedef struct
{
  guint line; /* of the entry, counted from 1 */
  HvDay from;
  HvDay to;     /* included */
  gint64 start; /* minute of the first day, or HV_NONE: from its beginning */
  gint64 end;   /* minute of the last day, or HV_NONE: to its end */
  char *title;  /* at most 200 characters on one line, or NULL */
} HvReadAbsence;

typedef struct
{
  guint line;
  char *reason; /* a sentence without the line, lower case first */
} HvAbsenceRefusal;

typedef struct
{
  GArray *absences; /* HvReadAbsence, in order of time, each once */
  GArray *refusals; /* HvAbsenceRefusal, by line */
  guint n_left_out; /* entries that are no absences, or of another time */
} HvAbsenceReading;

/* NULL when the file is no calendar, is too large, or takes too much to read: HV_ERROR_BAD_INPUT. */
HvAbsenceReading *hv_absence_reading_new (const char *text, gsize length, const HvZone *zone, HvDay from,
                                          GError **error);
void hv_absence_reading_free (HvAbsenceReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvAbsenceReading, hv_absence_reading_free)

G_END_DECLS
