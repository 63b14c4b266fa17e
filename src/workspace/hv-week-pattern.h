/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWeekPattern: what somebody can in an ordinary week, from a week on: in every
 * week, or in even or odd ones.
 *
 * A pattern is read and written as spans that do not overlap, by weekday and start:
 * hours that they can and hours that they would rather not. All others they cannot.
 * In the roster it is made of HvAvailability records, which have histories and may
 * overlap (hv-fit.h says how they count together).
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* On one weekday (1–7), in minutes of the day; may end after midnight, up to 48:00. */
typedef struct
{
  int weekday;
  int start;
  int end;
  HvOffer offer; /* never HV_OFFER_CANNOT where it is read */
} HvOfferSpan;

/* What is said about the first week, from `week` on, that `repeat` means (every: `week`
 * itself). False in ret_said: nothing is in force, and the array is empty. New array of
 * HvOfferSpan; g_array_unref (). */
GArray *hv_week_pattern_find (const HvRoster *roster, HvId volunteer, HvWeek week, HvRepeat repeat, bool *ret_said);

/* How a pattern is best shown from a week on: every week when even and odd ones are
 * alike, else even or odd as the week itself is. */
HvRepeat hv_week_pattern_find_repeat (const HvRoster *roster, HvId volunteer, HvWeek week);

/* The week from which what is in force in a week holds; HV_NONE: always, or nothing is. */
gint64 hv_week_pattern_find_start (const HvRoster *roster, HvId volunteer, HvWeek week);

/* From a week on this holds, in the weeks that are meant, whatever was said before: older
 * records end the week before, later ones go, and what was said about every week goes on
 * for the weeks that are not meant. No spans at all: they cannot at any time. */
HvEdit *hv_week_pattern_replace (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek from, HvRepeat repeat,
                                 const HvOfferSpan *spans, gsize n_spans, HvEditSource source);

/* From a week on nothing is said: they have to be asked. */
HvEdit *hv_week_pattern_forget (const HvRoster *roster, const HvVolunteer *volunteer, HvWeek from, HvEditSource source);

/* "Monday 12:00–17:00, Wednesday 9:00–13:00 (rather not)"; "cannot at any time" without
 * spans. The caller owns it. */
char *hv_week_pattern_format (const HvOfferSpan *spans, gsize n_spans, HvLanguage language);

G_END_DECLS
