/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvLateness: the probability that somebody with a people ahead still waits when
 * their target is over, for a = 0, 1, 2, …
 *
 * It depends on nothing but the crew they meet until then, so it is computed once
 * for each pattern of crew and kept as long as the same pattern is asked for. Part of
 * the waiting calculation; see hv-waiting.h.
 */

#include "hv-chain.h"
#include "hv-stretch.h"

G_BEGIN_DECLS

typedef struct
{
  HvChainRates rates;
  int size;
  int last; /* computed up to here */
  double *value;
  double *scratch;
  HvCrewPhase *phases;
  gsize n_phases; /* 0: nothing computed yet */
} HvLateness;

/* For numbers ahead below `size`. False when there is no memory; clear it all the same. */
bool hv_lateness_init (HvLateness *lateness, HvChainRates rates, int size, gsize max_phases);
void hv_lateness_clear (HvLateness *lateness);

/* P (late) by the number ahead, right for 0 … last; lent until the next call. */
const double *hv_lateness_get (HvLateness *lateness, const HvCrewPhase *phases, gsize n_phases, int last);

G_END_DECLS
