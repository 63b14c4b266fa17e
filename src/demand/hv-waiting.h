/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvWaiting: how long citizens wait in one opening with a given crew.
 *
 * The opening is a queue with arrivals and crew that change over the day, M(t)/M/s(t):
 * it starts with people at the door and ends when the doors are closed and everybody
 * inside has been helped. It is solved exactly, as a birth–death chain moved forward
 * by uniformization, and the expected remaining wait moved backward (Ingolfsson et al.,
 * INFORMS J. Computing 19, 2007, compare the methods). Steady-state formulas are not
 * used: they have no answer for a day that starts empty and may be overloaded.
 *
 * First come, first served. Helpers are equal. When the crew shrinks, a citizen who is
 * being helped is handed over and keeps their turn; their wait ended when help began.
 * A wait ends when help begins or the citizen gives up. "Late" is a wait longer than
 * the target. Whoever meets a full room is turned away, counts as lost and in no
 * wait. Somebody who is never helped (nobody on duty after closing, nobody gives up)
 * counts with a wait of HV_WAITING_FOREVER.
 *
 * All times are minutes, minute 0 is the opening of the doors. Pure numbers: no global
 * state, no NaN, errors by status; any thread may solve.
 */

#include "hv-chain.h"

G_BEGIN_DECLS

#define HV_WAITING_MAX_INTERVALS 192
#define HV_WAITING_MAX_CREW_STEPS 1024
#define HV_WAITING_MAX_HELPERS 40
#define HV_WAITING_MAX_VISITS 2000.0
#define HV_WAITING_MIN_MINUTES 2.0   /* per visit */
#define HV_WAITING_MAX_MINUTES 240.0 /* per visit, and of an interval */
#define HV_WAITING_MAX_TARGET 1440.0
#define HV_WAITING_MAX_PATIENCE 100000.0
#define HV_WAITING_MAX_CV 10.0
#define HV_WAITING_FOREVER 1000000.0

/* From a minute on, that many helpers. */
typedef struct
{
  double minute;
  int helpers;
} HvCrewStep;

typedef struct
{
  gsize n_intervals;
  double interval_minutes;
  double length;          /* minutes the doors are open; 0: n_intervals × interval_minutes,
                             otherwise the last interval is the shorter one */
  const double *arrivals; /* expected visits per interval, without those at the door */

  const HvCrewStep *crew; /* by minute, the first at 0; steps after closing are ignored */
  gsize n_crew;
  int crew_after; /* helpers from closing on; −1: those on duty at closing */

  double minutes;  /* per visit */
  double target;   /* minutes */
  double door;     /* expected people waiting at opening */
  bool door_fixed; /* exactly that many, instead of a Poisson number with that mean */
  double patience; /* mean minutes until a waiting citizen gives up; 0: nobody does */
  int room;        /* people who fit inside, waiting or being helped; 0: no limit */
  double cv;       /* of the minutes per visit, for the time after closing; 1: exponential */
} HvWaitingInput;

typedef struct
{
  gsize n_intervals;
  double offered_load[HV_WAITING_MAX_INTERVALS]; /* helpers that would be busy without a queue */
  double utilisation[HV_WAITING_MAX_INTERVALS];  /* busy helpers / helpers; 1 where nobody is on duty */
  double wait_mean[HV_WAITING_MAX_INTERVALS];    /* of those arriving then, or of somebody who would */
  double late_share[HV_WAITING_MAX_INTERVALS];
  double queue_mean[HV_WAITING_MAX_INTERVALS];    /* people waiting, mean over the interval */
  double in_system_end[HV_WAITING_MAX_INTERVALS]; /* people inside at its end */

  double visits; /* expected, with the people at the door and those lost */
  double total_wait_mean;
  double total_late_share;
  double door_wait_mean;
  double door_late_share;
  double in_system_close;
  double waiting_close;
  double overtime_mean;   /* minutes from closing until the last citizen has left */
  double overtime_over15; /* probability that this takes longer than 15 minutes */
  double overtime_over30;
  double abandoned; /* citizens who give up, until the house is empty */
  double lost;      /* citizens turned away by a full room */
} HvWaitingResult;

/* HV_WAITING_OK, or the first member of the input that is out of its limits. */
typedef enum
{
  HV_WAITING_OK,
  HV_WAITING_BAD_INTERVALS, /* 1–192, each of 1–240 minutes, length within the last one */
  HV_WAITING_BAD_ARRIVALS,  /* not negative, at most 2000 with the door */
  HV_WAITING_BAD_CREW,      /* 0–40 helpers, steps in order */
  HV_WAITING_BAD_CREW_AFTER,
  HV_WAITING_BAD_MINUTES, /* 2–240 */
  HV_WAITING_BAD_TARGET,  /* 0–1440 */
  HV_WAITING_BAD_DOOR,
  HV_WAITING_BAD_PATIENCE,
  HV_WAITING_BAD_ROOM,
  HV_WAITING_BAD_CV,
  HV_WAITING_NO_MEMORY,
} HvWaitingStatus;

HvWaitingStatus hv_waiting_check (const HvWaitingInput *input);

/* Everything. The result is set on success only. */
HvWaitingStatus hv_waiting_solve (const HvWaitingInput *input, HvWaitingResult *ret_result);

/* Only total_late_share, in about half the time: what a search for crew or capacity asks. */
HvWaitingStatus hv_waiting_find_late_share (const HvWaitingInput *input, double *ret_late_share);

/* The same for a part of an opening: who is inside when it begins is in `chain`, and who
 * is inside when it ends is left there. People at the door need a chain as it was made.
 * The chain must have been made for the whole opening; false when there is no memory. */
HvWaitingStatus hv_waiting_continue (const HvWaitingInput *input, HvChain *chain, double *ret_late_share);
bool hv_waiting_init_chain (const HvWaitingInput *input, HvChain *chain);

/* The minutes the doors are open. */
double hv_waiting_get_length (const HvWaitingInput *input);

G_END_DECLS
