/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCandidate: one volunteer, looked at for one shift.
 *
 * Candidates come in one order, always the same for the same roster:
 *   1. who can, before who would rather not or has not said when;
 *   2. fewer soft rules against them (travel, rest, most, alone, trainee, key);
 *   3. the smaller part of their own wish used up over eight weeks (hv-load.h);
 *   4. whose home house it is;
 *   5. who was there longest ago, or never;
 *   6. name, then id.
 * Nobody is hidden: who cannot is listed after them, by name, with the first rule that
 * says so. A trainee is among them, although a trainee may be added by hand beside the
 * others. Only archived volunteers, who are deleted to everybody but history, are left out.
 */

#include "hv-fit.h"
#include "hv-load.h"
#include "hv-rule.h"

G_BEGIN_DECLS

typedef struct
{
  const HvVolunteer *volunteer; /* lent by the roster */
  HvWeek week;
  HvFit fit;      /* of who can: how their pattern fits */
  bool regular;   /* fixed on the template of the shift */
  HvLoad load;    /* of the week, without the assignment they come from */
  int in_week;    /* other duties in the week */
  bool at_home;   /* it is their home house */
  bool was_there; /* last_there holds the day of their last duty in the house */
  HvDay last_there;
  int blockers;      /* soft rules that count in the ranking */
  GArray *obstacles; /* HvObstacle: soft ones as warnings; ends with the one that excludes */
} HvCandidate;

HvCandidate *hv_candidate_new (const HvRoster *roster, const HvPlacement *placement);
void hv_candidate_free (HvCandidate *candidate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvCandidate, hv_candidate_free)

/* The obstacle for which they are listed among those who cannot, or NULL. */
const HvObstacle *hv_candidate_get_excluded (const HvCandidate *candidate);

/* The order above; < 0 when a comes before b. */
int hv_candidate_compare (const HvCandidate *a, const HvCandidate *b);

/* What can speak for somebody, in the order in which it is said. */
typedef enum
{
  HV_REASON_CAN,  /* "can 12:00–17:00" */
  HV_REASON_WEEK, /* "no shifts in week 19" */
  HV_REASON_TIE,  /* "home house" or "was here in week 17" */
  HV_N_REASONS
} HvReason;

/* NULL when it does not speak for them; the caller owns it. */
char *hv_candidate_format_reason (const HvCandidate *candidate, HvReason reason, HvLanguage language);

/* Those that do. g_strfreev (). */
GStrv hv_candidate_list_reasons (const HvCandidate *candidate, HvLanguage language);

/* Everybody for a shift. */
typedef struct
{
  GPtrArray *candidates; /* HvCandidate, best first: the first has rank 1 */
  GPtrArray *cannot;     /* HvCandidate, by search key */
} HvRanking;

/* For a time, ordinarily the whole of the shift. Whoever is to give up their place in the same
 * step is pending (else NULL). */
HvRanking *hv_ranking_new (const HvRoster *roster, const HvShift *shift, HvSpan span, const HvPending *pending);

/* Puts those who cannot in the order of their names, as a language sorts. */
void hv_ranking_sort_cannot (HvRanking *ranking, HvLanguage language);
void hv_ranking_free (HvRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvRanking, hv_ranking_free)

G_END_DECLS
