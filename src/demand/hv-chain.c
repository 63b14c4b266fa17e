/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-chain.h"

#include <math.h>
#include <string.h>

/* Longer steps are taken in several: up to here a Poisson sum needs few terms. */
#define MAX_JUMPS 4.0
#define MAX_TERMS 24

/* What is left out of a Poisson sum, and of the window at each end. */
#define TAIL 1e-10
#define NEGLIGIBLE 1e-13

/* More than rounding can add to a probability, less than anybody can see. */
#define LAST_SEAT 1e-9

/* Steps look two states beyond the window. */
#define PADDING 2

bool
hv_chain_init (HvChain *chain, HvChainRates rates, int size)
{
  gsize room = (gsize)size + 2 * PADDING;

  *chain = (HvChain){ .rates = rates, .size = size };
  chain->memory = g_try_new0 (double, 4 * room);
  if (chain->memory == NULL)
    return false;

  chain->p = chain->memory + PADDING;
  chain->next = chain->p + room;
  chain->other = chain->next + room;
  chain->sum = chain->other + room;
  chain->p[0] = 1;
  return true;
}

void
hv_chain_clear (HvChain *chain)
{
  g_free (chain->memory);
  *chain = (HvChain){ 0 };
}

void
hv_chain_copy (HvChain *chain, const HvChain *from)
{
  chain->rates = from->rates;
  chain->lo = from->lo;
  chain->hi = from->hi;
  memcpy (chain->p + from->lo, from->p + from->lo, (gsize)(from->hi - from->lo + 1) * sizeof (double));
}

double
hv_chain_rates_get_drain (HvChainRates rates, int people, int helpers)
{
  return MIN (people, helpers) * rates.help + MAX (0, people - helpers) * rates.leave;
}

static void
narrow_window (HvChain *chain)
{
  while (chain->lo < chain->hi && chain->p[chain->lo] < NEGLIGIBLE)
    chain->lo++;
  while (chain->hi > chain->lo && chain->p[chain->hi] < NEGLIGIBLE)
    chain->hi--;
}

static double
start_fixed (HvChain *chain, double people)
{
  int last = chain->size - 1;
  int below = (int)MIN (floor (people), (double)last);
  double above = MIN (people - below, 1.0);

  chain->p[0] = 0;
  chain->p[below] += 1 - above;
  chain->p[MIN (below + 1, last)] += above;
  chain->lo = below;
  chain->hi = MIN (below + 1, last);
  return MAX (0.0, people - last);
}

static double
start_poisson (HvChain *chain, double people)
{
  int last = chain->size - 1;
  double below = 0;
  double inside = 0;

  int n;

  for (n = 0; n < last && below < 1 - NEGLIGIBLE; n++)
    {
      int sign;
      chain->p[n] = exp (n * log (people) - people - lgamma_r (n + 1.0, &sign));
      below += chain->p[n];
      inside += n * chain->p[n];
    }
  chain->p[n] = MAX (0.0, 1 - below);
  chain->lo = 0;
  chain->hi = n;
  return n == last ? MAX (0.0, people - inside - last * chain->p[last]) : 0;
}

double
hv_chain_start (HvChain *chain, double people, bool fixed)
{
  double turned_away = 0;

  if (people > 0 && fixed)
    turned_away = start_fixed (chain, people);
  else if (people > 0)
    turned_away = start_poisson (chain, people);

  narrow_window (chain);
  return turned_away;
}

/* One jump of the embedded chain at `rate` jumps per minute: from `now`, which lives in
 * [lo, hi], into `next`, one state wider. */
static void
jump (const HvChain *chain, double arrivals, int helpers, double rate, double *restrict now, int lo, int hi,
      double *restrict next)
{
  int first = MAX (0, lo - 1);
  int last = MIN (chain->size - 1, hi + 1);
  double up = arrivals / rate;
  double help = chain->rates.help / rate;
  double leave = chain->rates.leave / rate;

  now[lo - 1] = now[lo - 2] = 0;
  now[hi + 1] = now[hi + 2] = 0;

  for (int n = first; n <= MIN (last, helpers - 1); n++)
    next[n] = now[n] * (1 - up - n * help) + now[n - 1] * up + now[n + 1] * (n + 1) * help;

  double busy = helpers * help;
  double stay = 1 - up - busy;
  if (chain->rates.leave > 0)
    for (int n = MAX (first, helpers); n <= last; n++)
      next[n] =
          now[n] * (stay - (n - helpers) * leave) + now[n - 1] * up + now[n + 1] * (busy + (n + 1 - helpers) * leave);
  else
    for (int n = MAX (first, helpers); n <= last; n++)
      next[n] = now[n] * stay + now[n - 1] * up + now[n + 1] * busy;

  if (last == chain->size - 1)
    next[last] += now[last] * up; /* turned away: nobody enters */
}

static void
add_term (double *restrict sum, const double *restrict term, double weight, int lo, int hi)
{
  for (int n = lo; n <= hi; n++)
    sum[n] += weight * term[n];
}

/* p ← Σ Poisson (k; jumps) · Pᵏ p, with the cut-off tail shared out, so that no
 * probability is lost. */
static void
uniformize (HvChain *chain, double arrivals, int helpers, double rate, double minutes)
{
  double jumps = rate * minutes;
  double weight = exp (-jumps);
  double total = weight;
  double *now = chain->p;
  double *next = chain->next;
  int lo = chain->lo;
  int hi = chain->hi;
  int reach_lo = MAX (0, lo - MAX_TERMS);
  int reach_hi = MIN (chain->size - 1, hi + MAX_TERMS);

  memset (chain->sum + reach_lo, 0, (gsize)(reach_hi - reach_lo + 1) * sizeof (double));
  add_term (chain->sum, now, weight, lo, hi);
  for (int k = 1; k <= MAX_TERMS && total < 1 - TAIL; k++)
    {
      jump (chain, arrivals, helpers, rate, now, lo, hi, next);
      lo = MAX (0, lo - 1);
      hi = MIN (chain->size - 1, hi + 1);
      weight *= jumps / k;
      total += weight;
      add_term (chain->sum, next, weight, lo, hi);

      now = next;
      next = next == chain->next ? chain->other : chain->next;
    }

  for (int n = lo; n <= hi; n++)
    chain->sum[n] /= total;
  double *swap = chain->p;
  chain->p = chain->sum;
  chain->sum = swap;
  chain->lo = lo;
  chain->hi = hi;
  narrow_window (chain);
}

void
hv_chain_step (HvChain *chain, double arrivals, int helpers, double minutes)
{
  while (minutes > 1e-12)
    {
      int top = MIN (chain->size - 1, chain->hi + MAX_TERMS);
      double rate = arrivals + hv_chain_rates_get_drain (chain->rates, top, helpers);
      if (rate <= 0)
        return;

      double step = MIN (minutes, MAX_JUMPS / rate);
      uniformize (chain, arrivals, helpers, rate, step);
      minutes -= step;
    }
}

double
hv_chain_get_inside (const HvChain *chain)
{
  double mean = 0;
  for (int n = chain->lo; n <= chain->hi; n++)
    mean += n * chain->p[n];
  return mean;
}

double
hv_chain_get_queue (const HvChain *chain, int helpers)
{
  double mean = 0;
  for (int n = MAX (chain->lo, helpers + 1); n <= chain->hi; n++)
    mean += (n - helpers) * chain->p[n];
  return mean;
}

double
hv_chain_get_busy (const HvChain *chain, int helpers)
{
  double mean = 0;
  for (int n = chain->lo; n <= chain->hi; n++)
    mean += MIN (n, helpers) * chain->p[n];
  return mean;
}

double
hv_chain_weigh_let_in (const double *p, int lo, int hi, int size, const double *value)
{
  double sum = 0;

  for (int n = lo; n <= MIN (hi, size - 2); n++)
    sum += p[n - lo] * (value != NULL ? value[n] : 1);
  if (hi == size - 1)
    sum += LAST_SEAT * (value != NULL ? value[size - 2] : 1);
  return sum;
}

/* While nobody leaves, all helpers stay busy as long as somebody waits: the number
 * ahead falls as a Poisson stream, and carrying back is a convolution. */
static void
convolve_back (double *value, int last, int helpers, double jumps)
{
  double weight[128];
  int n_terms = 1;
  double total = weight[0] = exp (-jumps);

  for (; n_terms < (int)G_N_ELEMENTS (weight) && total < 1 - TAIL; n_terms++)
    total += weight[n_terms] = weight[n_terms - 1] * jumps / n_terms;

  for (int a = last; a >= helpers; a--)
    {
      double sum = 0;
      int n = MIN (n_terms - 1, a - helpers);
      for (int k = 0; k <= n; k++)
        sum += weight[k] * value[a - k];
      value[a] = sum;
    }
}

/* The general case: uniformization of a pure death process that may also end. */
static void
uniformize_back (HvChainRates rates, double *value, int last, int helpers, double rate, double minutes, double *scratch)
{
  double jumps = rate * minutes;
  double weight = exp (-jumps);
  double total = weight;
  gsize bytes = (gsize)(last - helpers + 1) * sizeof (double);

  memcpy (scratch + helpers, value + helpers, bytes);
  for (int a = helpers; a <= last; a++)
    value[a] *= weight;

  for (int k = 1; total < 1 - TAIL && k < 200; k++)
    {
      weight *= jumps / k;
      total += weight;
      for (int a = last; a >= helpers; a--)
        {
          double falls = hv_chain_rates_get_drain (rates, a, helpers) / rate;
          double below = a > helpers ? scratch[a - 1] : 0;
          scratch[a] = falls * below + (1 - falls - rates.leave / rate) * scratch[a];
          value[a] += weight * scratch[a];
        }
    }
}

void
hv_chain_rates_carry_back (HvChainRates rates, double *value, int last, int helpers, double minutes, double *scratch)
{
  double rate = hv_chain_rates_get_drain (rates, last, helpers) + rates.leave;

  for (int a = 0; a < MIN (helpers, last + 1); a++)
    value[a] = 0;
  if (last < helpers || rate <= 0)
    return;

  while (minutes > 1e-12)
    {
      double step = MIN (minutes, 30 / rate);
      if (rates.leave > 0)
        uniformize_back (rates, value, last, helpers, rate, step, scratch);
      else
        convolve_back (value, last, helpers, rate * step);
      minutes -= step;
    }
}
