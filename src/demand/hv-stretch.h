/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvStretch: a part of an opening in which nothing changes.
 *
 * Arrivals and crew are constant in it, and so is the number of crew changes that
 * somebody arriving in it meets before their target is over: the share of late
 * citizens jumps one target before each such change, so stretches end there too.
 * The part of the waiting calculation that cuts the day; see hv-waiting.h.
 */

#include "hv-waiting.h"

G_BEGIN_DECLS

typedef struct
{
  double from;
  double to;
  gsize interval;
  double arrivals; /* per minute */
  int helpers;
  gsize next_change; /* the first crew change at its end or later */
  gsize n_changes;   /* crew changes within the target */
} HvStretch;

typedef struct
{
  double target;
  HvCrewStep *steps; /* the crew without idle steps; the last is the crew after closing */
  gsize n_steps;
  HvStretch *stretches;
  gsize n_stretches;
} HvStretches;

/* A crew that stays for some minutes. */
typedef struct
{
  double minutes;
  int helpers;
} HvCrewPhase;

/* False when there is no memory; clear it all the same. */
bool hv_stretches_init (HvStretches *stretches, const HvWaitingInput *input);
void hv_stretches_clear (HvStretches *stretches);

int hv_stretches_get_crew_after (const HvStretches *stretches);

/* The crew that somebody arriving at a moment of a stretch meets until their target is
 * over, at most n_steps phases; returns how many. */
gsize hv_stretches_list_phases (const HvStretches *stretches, const HvStretch *stretch, double moment,
                                HvCrewPhase *phases);

/* How long an interval is, in minutes: the last may be shorter. */
double hv_waiting_get_interval_length (const HvWaitingInput *input, gsize interval);

G_END_DECLS
