/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPass: one waiting calculation under way.
 *
 * Forward through the opening it moves the probabilities of how many are inside, and
 * takes the integrals of what follows from them; backward it moves the expected remaining
 * wait over the same moments. The inner part of hv-waiting.h, which reports it.
 */

#include "hv-lateness.h"

G_BEGIN_DECLS

/* The state probabilities at one moment, kept for the way back, and how we came there
 * from the moment before. Two such steps make one of Simpson's rule. */
typedef struct
{
  const HvStretch *stretch;
  double minutes;
  gsize offset;
  int lo;
  int hi;
} HvPassNode;

/* Integrals over one interval, or at one moment their integrands. */
typedef struct
{
  double late;
  double let_in;
  double queue;
  double busy;
  double on_duty;
  double wait;
} HvPassSums;

typedef struct
{
  const HvWaitingInput *input;
  bool everything; /* or only what the late share needs */

  HvChain chain;
  HvStretches day;
  HvLateness lateness;
  HvCrewPhase *phases;

  HvPassNode *nodes;
  gsize n_nodes;
  gsize room_nodes;
  double *kept;
  gsize n_kept;
  gsize room_kept;
  double *wait; /* expected remaining wait by the number ahead */
  double *steady;

  HvPassSums intervals[HV_WAITING_MAX_INTERVALS];
  HvPassSums door;
  double lost;
} HvPass;

/* Takes the chain over; false when there is no memory, to be ended all the same. */
bool hv_pass_begin (HvPass *pass, const HvWaitingInput *input, const HvChain *chain, bool everything);

/* Gives the chain, which is at closing now, back to the caller. */
void hv_pass_end (HvPass *pass, HvChain *ret_chain);

/* Fills the sums but `wait`; `ret_in_system_end` per interval, or NULL. */
bool hv_pass_move_forward (HvPass *pass, double *ret_in_system_end);

/* Fills `wait`; only of a pass for everything that has moved forward. */
void hv_pass_move_backward (HvPass *pass);

/* The sums of all who come, the people at the door included, per person instead of per
 * minute. */
HvPassSums hv_pass_sum_people (const HvPass *pass);

G_END_DECLS
