/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDemandTerms: what is known of an opening apart from how many come and who serves.
 *
 * Visits are spread over quarter hours: a share of them waits at the door when it opens,
 * the others arrive evenly or by the profile. Times are minutes.
 */

#include "hv-waiting.h"

G_BEGIN_DECLS

#define HV_TERMS_QUARTER 15.0
#define HV_TERMS_HALF_HOUR 30.0
#define HV_TERMS_MAX_LENGTH (HV_WAITING_MAX_INTERVALS * HV_TERMS_QUARTER)

/* The defaults of a house; the minutes until the last citizen has left assume this
 * spread of the minutes per visit. */
#define HV_TERMS_DEFAULT_CV 0.7

typedef struct
{
  double length;         /* that the doors are open; at most 48 hours */
  double minutes;        /* per visit, 15 by default */
  double target_share;   /* this share of citizens … (0.8) */
  double target_minutes; /* … waits no longer than this (15) */
  double door;           /* share of the visits that waits at the door (0.1) */
  const double *profile; /* weight of each half hour for those who come later; NULL: flat */
  gsize n_profile;       /* half hours beyond the profile weigh nothing */
  double patience;       /* mean minutes until a waiting citizen gives up; 0: nobody does */
  int least;             /* the computed crew is never smaller (2) */
} HvDemandTerms;

/* The waiting calculation for a number of visits, in quarter hours; the crew is still to
 * be set. `arrivals` holds HV_WAITING_MAX_INTERVALS numbers and is lent to the result. */
HvWaitingInput hv_terms_spread (const HvDemandTerms *terms, double visits, double *arrivals);

/* HV_WAITING_OK, or the first member out of its limits. */
HvWaitingStatus hv_terms_check (const HvDemandTerms *terms);

G_END_DECLS
