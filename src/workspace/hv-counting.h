/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Counting visits and typing expectations: facts of one opening, as edits.
 *
 * A date without an opening gets one with the weekday's usual hours. A count far from
 * the forecast is kept and asked about (warning "unusual") until somebody has said
 * whether the week was special.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* Members that are not said keep what was there: HV_NONE, and NULL. Half hours that add
 * up to more than a new count do not stay. */
typedef struct
{
  gint64 count;      /* HV_NONE: the sum of the slots */
  const char *slots; /* "9,11,12" or "9 11 12": visits per half hour */
  gint64 left;       /* people who left without help */
  HvMicro wait;      /* observed minutes of waiting */
  HvMicro minutes;   /* observed minutes per visit */
  const char *note;
  gint64 special; /* 1 special, 0 usual */
} HvCountFacts;

#define HV_COUNT_FACTS_NOTHING ((HvCountFacts){ HV_NONE, NULL, HV_NONE, HV_NONE, HV_NONE, NULL, HV_NONE })

/* When a house opens on a date, as minutes of the day: its openings, else the usual
 * hours that one would be made of. New array of int, in order. */
GArray *hv_counting_list_starts (const HvRoster *roster, const HvHouse *house, HvDay day);

/* `start` tells the openings of a date apart, HV_NONE: the first. */
HvEdit *hv_counting_record (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 start,
                            const HvCountFacts *facts, HvLanguage language, HvEditSource source, GError **error);

/* Takes a count away, with all that was noted beside it: nobody counted, which is not nobody. */
HvEdit *hv_counting_clear (const HvVisit *visit, HvEditSource source);

/* Whether a note of the day can be kept; false with a sentence. */
bool hv_counting_check_note (const char *note, GError **error);

/* Types the expected visits of an opening; HV_NONE goes back to the forecast. */
HvEdit *hv_counting_expect (const HvRoster *roster, const HvHouse *house, HvDay day, gint64 start, gint64 count,
                            HvEditSource source, GError **error);

/* "Is 530 right? Usually 31–77 come."; NULL when a count is not unusual. */
char *hv_counting_ask (const HvRoster *roster, const HvOpening *opening, gint64 count, HvLanguage language);

G_END_DECLS
