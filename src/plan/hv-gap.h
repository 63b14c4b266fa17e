/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvGap: what a shift needs, whom it has, and what is wrong with that.
 *
 * A shift needs its fixed number (`wanted`), else the larger of its minimum and the
 * crew that demand suggests. The suggestion is for the opening's roles that serve
 * visitors: of several such shifts at the same time, the first in the order of roles
 * gets what the others' own numbers leave, and the others keep to their own. A role
 * that does not serve has no suggestion.
 *
 * A shift has at most one kind of gap, the first that fits, in the order below. A
 * closed opening has none. What demand found comes in as figures (HvNeed): the rules
 * of this layer know nothing of visits.
 */

#include "hv-presence.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* What demand says about an opening. */
typedef struct
{
  gint64 suggested; /* crew that serves visitors; HV_NONE without an estimate */
  bool tight;       /* with the people on duty, too many wait too long about 1 time in 5 or more (risk above 20 %) */
  gint64 burden;    /* minutes that visitors wait beyond the target, all together: orders gaps of the same size */
} HvNeed;

typedef enum
{
  HV_GAP_NONE,
  HV_GAP_EMPTY,        /* nobody: the house is empty, or nobody there serves visitors */
  HV_GAP_NO_ROLE,      /* others are there, but nobody in this role, which does not serve visitors */
  HV_GAP_TRAINEE_ONLY, /* nobody on the shift but trainees */
  HV_GAP_SHORT,        /* fewer than needed, at some time of the shift */
  HV_GAP_ALONE,        /* enough, but somebody is the only person in the house for a part of the opening */
  HV_GAP_TIGHT,        /* enough, but tight on a busy day */
} HvGapKind;

typedef struct
{
  const HvShift *shift; /* lent by the roster */
  HvGapKind kind;
  int assigned;     /* people who fill a place */
  int needed;       /* 0: the shift asks for nobody */
  gint64 suggested; /* HV_NONE without one */
  int missing;      /* the most that are missing at any moment of the shift */
  HvSpan when;      /* from the first to the last moment of it; alone: the first time of it; else the shift */
  bool chronic;     /* the template's own gap: its regulars do not reach what is needed */
  int regulars;     /* of the template, trainees not counted */
  gint64 burden;
} HvGap;

/* "none", "empty", "no-role", "trainee-only", "short", "alone", "tight". Static. */
const char *hv_gap_kind_get_name (HvGapKind kind);

/* One HvGap a shift of the opening, in the order of the roster, also where nothing is
 * wrong (HV_GAP_NONE). New array; g_array_unref (). */
GArray *hv_gap_find (const HvRoster *roster, const HvOpening *opening, const HvNeed *need);

/* Which gap is first on the list: more people × hours missing, then the larger burden, then
 * empty before the later kinds, then earlier. For g_array_sort (). */
int hv_gap_compare (const HvGap *a, const HvGap *b);

/* Places to fill: needed − assigned, never below 0. */
int hv_gap_get_places (const HvGap *gap);

/* --- words --- */

/* "2 missing", "nobody on duty", "missing: Coffee host", "1 missing 13:00–13:30", "alone on
 * duty"; for HV_GAP_NONE "fully staffed". */
char *hv_gap_format (const HvGap *gap, const HvRoster *roster, HvLanguage language);

/* "Monday"; "Monday 10–13" where the house opens more than once that day. */
char *hv_gap_format_weekday (const HvOpening *opening, const HvRoster *roster, HvLanguage language);

/* "Juelsminde, Monday: IT help, 2 missing" */
char *hv_gap_format_tag (const HvGap *gap, const HvRoster *roster, HvLanguage language);

/* "Juelsminde, Mondays: 2 are missing every week. 5 are needed, but only 3 are regulars.";
 * "every time" of a template that is not of every week. */
char *hv_gap_format_chronic (const HvGap *gap, const HvRoster *roster, HvLanguage language);

/* "3 empty places in week 19" */
char *hv_gap_format_count (int places, HvWeek week, HvLanguage language);

G_END_DECLS
