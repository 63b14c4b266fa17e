/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvChain: how many citizens are inside, as probabilities that move with time.
 *
 * State n counts everybody inside, waiting or being helped. Citizens come at a rate
 * per minute and are turned away in the last state; with s helpers they go at
 *
 *     d (n) = min (n, s) · help + max (0, n − s) · leave      per minute.
 *
 * A step is exact for constant rates: uniformization (a Poisson number of jumps of
 * the embedded chain), so probabilities are never negative and there is no step
 * size to tune. Only the window of states that matter is touched. Used by
 * hv-waiting.c and hv-crew.c; nothing above demand/ needs it.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  double help;  /* citizens one helper manages per minute */
  double leave; /* 1 / mean patience in minutes; 0: nobody leaves */
} HvChainRates;

typedef struct
{
  HvChainRates rates;
  int size; /* states 0 … size − 1 */
  int lo;   /* the window, both ends included; p says nothing outside it */
  int hi;
  double *p;

  double *next; /* scratch */
  double *other;
  double *sum;
  double *memory;
} HvChain;

/* Everybody outside: p (0) = 1. False when there is no memory. */
bool hv_chain_init (HvChain *chain, HvChainRates rates, int size);
void hv_chain_clear (HvChain *chain);
void hv_chain_copy (HvChain *chain, const HvChain *from); /* of the same size */

/* Adds people at the door to an empty house: a Poisson number, or exactly `people`
 * (a fraction is a mixture of the two numbers beside it). Who finds no room is
 * turned away; returns their expected number. */
double hv_chain_start (HvChain *chain, double people, bool fixed);

/* Lets minutes pass: `arrivals` per minute, `helpers` on duty. */
void hv_chain_step (HvChain *chain, double arrivals, int helpers, double minutes);

double hv_chain_get_inside (const HvChain *chain);             /* mean number inside */
double hv_chain_get_queue (const HvChain *chain, int helpers); /* mean number waiting */
double hv_chain_get_busy (const HvChain *chain, int helpers);  /* mean number of helpers at work */

/* Σ p (n) · value (n) over the states in which somebody arriving finds room; p holds those
 * of lo … hi, and NULL values are 1. In a house that is full for sure nobody does: the last
 * free seat counts with a weight too small for anything else, so that a mean over those
 * let in always says what one of them would meet. */
double hv_chain_weigh_let_in (const double *p, int lo, int hi, int size, const double *value);

/* d (n) of above. */
double hv_chain_rates_get_drain (HvChainRates rates, int people, int helpers);

/* Somebody with `a` people ahead waits while a ≥ helpers; the number ahead only falls,
 * and they may leave themselves. Carries a value at the end of some minutes back to
 * their start, for a = helpers … last: value (a) ← E [value (a at the end); still waiting].
 * Values below `helpers` become 0: help has started. `scratch` holds last + 1 numbers. */
void hv_chain_rates_carry_back (HvChainRates rates, double *value, int last, int helpers, double minutes,
                                double *scratch);

G_END_DECLS
