/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* How many helpers an opening needs, and how many visits a crew can take.
 *
 * Capacity is the number of expected visits at which a crew just meets the target.
 * Risk is the probability that more come than that: visits are negative binomial around
 * the expected number (hv-negative-binomial.h), and the risk is a slightly cautious
 * probability of a bad day. Needed is the smallest constant crew with a risk of at most
 * 40 %, comfortable at most 20 %; neither is below the least crew. The defaults give the
 * 5 / 3 / 3 helpers for 53 / 20 / 17 visits that the organisers of the houses chose.
 *
 * More helpers never have a smaller capacity, and more visits never need fewer helpers.
 */

#include "hv-terms.h"

G_BEGIN_DECLS

#define HV_CREW_NEEDED_RISK 0.40
#define HV_CREW_COMFORTABLE_RISK 0.20

/* Who serves when, from opening on, and after closing (−1: those on duty at closing). */
typedef struct
{
  const HvCrewStep *steps;
  gsize n_steps;
  int after;
} HvCrew;

/* All of `terms`, `crew` and numbers must be within their limits; the functions below
 * answer something harmless otherwise. */

/* At most HV_WAITING_MAX_VISITS. */
double hv_crew_find_capacity (const HvDemandTerms *terms, HvCrew crew);

double hv_crew_get_risk (double capacity, double visits, double phi);

/* The smallest constant crew whose risk is at most `risk`; at most HV_WAITING_MAX_HELPERS,
 * also when even they are too few. */
int hv_crew_find_needed (const HvDemandTerms *terms, double visits, double phi, double risk);

/* The number of visits that a crew must take for its risk to be at most `risk`. */
double hv_crew_get_visits_at_risk (double visits, double phi, double risk);

/* The plain rule: the smallest constant crew, after closing too, whose late share for
 * these arrivals is at most 1 − level; the input's own crew does not count. −1 when no
 * crew of up to HV_WAITING_MAX_HELPERS is enough. */
HvWaitingStatus hv_crew_find_plain_need (const HvWaitingInput *input, double level, int *ret_helpers);

/* The smallest crew from `least` on that is enough, looking around a guess;
 * HV_WAITING_MAX_HELPERS + 1 when none is. The last crew it asked about and that was
 * enough is the answer. */
typedef bool (*HvCrewIsEnough) (int helpers, gpointer data);
int hv_crew_find_smallest (int least, int guess, HvCrewIsEnough is_enough, gpointer data);

G_END_DECLS
