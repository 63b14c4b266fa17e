/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvDemandResult: everything the program says about the demand of one opening.
 *
 * hv_demand_assess () takes the facts of an opening and returns what the strip, the
 * sentence and `check` show. Times are minutes from opening, waits minutes, people
 * numbers of people, probabilities and shares 0 … 1. Nothing is rounded. Pure: the same
 * input gives the same result, on any thread; the result owns nothing.
 */

#include "hv-light.h"
#include "hv-need.h"
#include "hv-profile.h"
#include "hv-record.h"

G_BEGIN_DECLS

/* Somebody who serves visitors, on duty in [from, to); what lies outside the opening
 * does not count. */
typedef struct
{
  double from;
  double to;
} HvCrewSpan;

typedef struct
{
  HvDemandModel model;
  HvDemandTerms terms;

  bool known;    /* there is a forecast or a typed number: `visits` says something */
  double visits; /* expected visits, or guests */
  double phi;    /* their dispersion; a typed number has HV_FORECAST_TYPED_PHI, whatever this says */
  bool typed;
  int seen;          /* openings counted so far; below 3 a forecast is uncertain */
  double guests_per; /* guests per helper, for HV_MODEL_GUESTS */

  const HvCrewSpan *crew; /* in any order; above HV_WAITING_MAX_HELPERS at once nobody counts more */
  gsize n_crew;
  int crew_after; /* on duty after closing; −1: those on duty at closing */

  int minimum; /* helpers the coordinator asks for at least, 0: none */
  int wanted;  /* the number the coordinator has fixed, −1: none */
} HvDemandInput;

typedef struct
{
  bool waits;      /* the queue model and visits are known: the members of the second group are set */
  int suggested;   /* computed crew; −1: none (fixed model, nothing known) */
  int comfortable; /* computed crew for a risk of at most 20 %; −1: none */
  int needed;      /* wanted, else the larger of minimum and suggested */
  int fewest;      /* helpers on duty at the worst minute while open */
  int most;        /* … and at the best */
  double capacity; /* visits this crew can take; −1: not the queue model */
  double risk;     /* that more come; −1: none */
  double low;      /* 10 % and 90 % quantile of the visits; 0 where nothing is known */
  double high;
  bool uncertain; /* a forecast from fewer than 3 openings: hatched */
  HvLight light;  /* without the gaps of shifts */

  gsize n_hours; /* need per hour from opening, between minimum and needed */
  int hours[HV_NEED_MAX_HOURS];
  gsize n_shortages;
  HvShortage shortages[HV_NEED_MAX_SHORTAGES];
  double short_hours; /* helper-hours missing */

  /* What follows for the visitors. */
  double wait_mean;
  double late_share;
  double wait_last;       /* of those who come in the last quarter hour */
  double wait_worst;      /* … in the quarter hour that waits longest */
  double wait_worst_hour; /* … in the hour that waits longest, with those at the door */
  double queue_longest;   /* people waiting, in the worst quarter hour */
  double waiting_close;   /* people still waiting at closing */
  double finish;          /* minutes after closing until the last citizen has left */
  double over_target;     /* persons × minutes of expected wait above the target */
  double one_fewer_wait;  /* with one helper fewer all the time */
  double needed_wait;     /* with `needed` helpers all the time */

  double busy_visits; /* a busy day, one in ten, with the same crew … */
  double busy_wait;
  double busy_waiting_close;
  double busy_comfortable_wait; /* … and with `comfortable` helpers */

  gsize n_half_hours;
  double half_hour_visits[HV_PROFILE_MAX_HALF_HOURS]; /* the first with those at the door */
  double half_hour_wait[HV_PROFILE_MAX_HALF_HOURS];
} HvDemandResult;

/* The result is set on success only; the status names the first bad member. */
HvWaitingStatus hv_demand_assess (const HvDemandInput *input, HvDemandResult *ret_result);

/* What a constant crew would mean for the same opening ("3, 4, 5, 6"); queue model only. */
typedef struct
{
  int helpers;
  double capacity;
  double risk;
  double wait_mean;
  double wait_worst;
  double waiting_close;
  HvLight light;
} HvCrewMeaning;

HvWaitingStatus hv_demand_assess_crew (const HvDemandInput *input, int helpers, HvCrewMeaning *ret_meaning);

G_END_DECLS
