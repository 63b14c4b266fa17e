/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitVerdict: the forecast of one opening beside what came. The forecast is the one
 * that could be made before it, from the counts until then; what was typed instead is
 * told apart.
 */

#include "hv-expectation.h"
#include "hv-text.h"

G_BEGIN_DECLS

typedef enum
{
  HV_VERDICT_AS_EXPECTED, /* inside the interval, its ends included */
  HV_VERDICT_MORE,
  HV_VERDICT_FEWER,
} HvVerdict;

typedef struct
{
  HvId opening;
  HvDay day;
  gint64 counted;
  HvExpected forecast; /* always known */
  gint64 typed;        /* HV_NONE: nothing was typed */
  HvMicro wait;        /* minutes as somebody saw them; HV_NONE: not noted */
  HvVerdict verdict;
} HvVisitVerdict;

/* The counted openings of a house in the snapshot that a forecast could be made for,
 * latest first, at most so many. New array of HvVisitVerdict. */
GArray *hv_visit_verdict_list (const HvRoster *roster, HvId house, guint most);

/* "53 came, 45 were expected (31–66) · people waited about 45 min"; the caller owns it. */
char *hv_visit_verdict_describe (const HvVisitVerdict *verdict, HvLanguage language);

/* "as expected", "more than expected", "fewer than expected"; static. */
const char *hv_verdict_get_words (HvVerdict verdict, HvLanguage language);

/* "4 of 5 as expected": how often the forecast was right; the caller owns it. */
char *hv_visit_verdict_sum_up (const GArray *verdicts, HvLanguage language);

G_END_DECLS
