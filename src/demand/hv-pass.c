/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-pass.h"

#include <math.h>
#include <string.h>

/* Integrals over time are taken by Simpson's rule on pieces of at most this many
 * minutes and this many jumps of the chain. */
#define PIECE_MINUTES 5.0
#define PIECE_JUMPS 2.0

bool
hv_pass_begin (HvPass *pass, const HvWaitingInput *input, const HvChain *chain, bool everything)
{
  gsize size = (gsize)chain->size;

  *pass = (HvPass){ .input = input, .everything = everything, .chain = *chain };
  if (!hv_stretches_init (&pass->day, pass->input)
      || !hv_lateness_init (&pass->lateness, pass->chain.rates, pass->chain.size, pass->day.n_steps))
    return false;

  pass->phases = g_try_new (HvCrewPhase, pass->day.n_steps);
  pass->wait = g_try_new (double, size);
  pass->steady = g_try_new (double, size);
  return pass->phases != NULL && pass->wait != NULL && pass->steady != NULL;
}

void
hv_pass_end (HvPass *pass, HvChain *ret_chain)
{
  *ret_chain = pass->chain;
  hv_stretches_clear (&pass->day);
  hv_lateness_clear (&pass->lateness);
  g_free (pass->phases);
  g_free (pass->nodes);
  g_free (pass->kept);
  g_free (pass->wait);
  g_free (pass->steady);
}

/* --- forward: who is inside --- */

/* Σ P (at least j at the door) · value (j − 1): the person j has j − 1 ahead. The
 * probabilities p are those of lo … hi. */
static double
weigh_door (const double *p, int lo, int hi, const double *value)
{
  double sum = 0;
  double at_least = 0;

  for (int j = hi; j >= 1; j--)
    {
      at_least += j >= lo ? p[j - lo] : 0;
      sum += at_least * (value == NULL ? 1 : value[j - 1]);
    }
  return sum;
}

static const double *
get_lateness (HvPass *pass, const HvStretch *stretch, double moment)
{
  gsize n = hv_stretches_list_phases (&pass->day, stretch, moment, pass->phases);
  return hv_lateness_get (&pass->lateness, pass->phases, n, pass->chain.hi);
}

static HvPassSums
measure (HvPass *pass, const HvStretch *stretch, double moment)
{
  const HvChain *chain = &pass->chain;
  const double *p = chain->p + chain->lo;
  const double *lateness = get_lateness (pass, stretch, moment);
  HvPassSums now = { .on_duty = stretch->helpers };

  now.let_in = hv_chain_weigh_let_in (p, chain->lo, chain->hi, chain->size, NULL);
  now.late = hv_chain_weigh_let_in (p, chain->lo, chain->hi, chain->size, lateness);
  if (pass->everything)
    {
      now.queue = hv_chain_get_queue (chain, stretch->helpers);
      now.busy = hv_chain_get_busy (chain, stretch->helpers);
    }
  return now;
}

static void
add_measure (HvPassSums *sum, const HvPassSums *measured, double weight)
{
  sum->late += weight * measured->late;
  sum->let_in += weight * measured->let_in;
  sum->queue += weight * measured->queue;
  sum->busy += weight * measured->busy;
  sum->on_duty += weight * measured->on_duty;
}

/* NULL when there is no memory; then the old one is as it was. */
static gpointer
make_room (gpointer memory, gsize *room, gsize needed, gsize size)
{
  if (needed <= *room)
    return memory;

  gsize bigger = MAX (2 * *room, MAX (needed, 64));
  gpointer moved = g_try_realloc_n (memory, bigger, size);
  if (moved != NULL)
    *room = bigger;
  return moved;
}

static bool
keep_node (HvPass *pass, const HvStretch *stretch, double minutes)
{
  const HvChain *chain = &pass->chain;
  gsize width = (gsize)(chain->hi - chain->lo + 1);

  if (!pass->everything)
    return true;

  HvPassNode *nodes = make_room (pass->nodes, &pass->room_nodes, pass->n_nodes + 1, sizeof (HvPassNode));
  if (nodes == NULL)
    return false;
  pass->nodes = nodes;

  double *kept = make_room (pass->kept, &pass->room_kept, pass->n_kept + width, sizeof (double));
  if (kept == NULL)
    return false;
  pass->kept = kept;

  memcpy (kept + pass->n_kept, chain->p + chain->lo, width * sizeof (double));
  nodes[pass->n_nodes++] = (HvPassNode){ stretch, minutes, pass->n_kept, chain->lo, chain->hi };
  pass->n_kept += width;
  return true;
}

/* Half of the next piece, so that equal ones fill what remains of a stretch. */
static double
choose_half (const HvPass *pass, const HvStretch *stretch, double minutes)
{
  double rate = stretch->arrivals + hv_chain_rates_get_drain (pass->chain.rates, pass->chain.hi, stretch->helpers);
  double n = ceil (MAX (minutes / PIECE_MINUTES, minutes * rate / PIECE_JUMPS) - 1e-9);
  return minutes / MAX (n, 1) / 2;
}

static bool
cross_piece (HvPass *pass, const HvStretch *stretch, double from, double half, HvPassSums *before)
{
  HvPassSums *sum = &pass->intervals[stretch->interval];

  add_measure (sum, before, half / 3);
  for (int i = 1; i <= 2; i++)
    {
      hv_chain_step (&pass->chain, stretch->arrivals, stretch->helpers, half);
      if (!keep_node (pass, stretch, half))
        return false;
      *before = measure (pass, stretch, from + i * half);
      add_measure (sum, before, i == 1 ? half * 4 / 3 : half / 3);
    }
  return true;
}

static bool
cross_stretch (HvPass *pass, const HvStretch *stretch)
{
  HvPassSums before = measure (pass, stretch, stretch->from);
  double at = stretch->from;

  while (stretch->to - at > 1e-9)
    {
      double half = choose_half (pass, stretch, stretch->to - at);
      if (!cross_piece (pass, stretch, at, half, &before))
        return false;
      at += 2 * half;
    }
  return true;
}

static void
let_in_door (HvPass *pass)
{
  HvChain *chain = &pass->chain;

  pass->lost = hv_chain_start (chain, pass->input->door, pass->input->door_fixed);
  pass->door.let_in = weigh_door (chain->p + chain->lo, chain->lo, chain->hi, NULL);
  pass->door.late =
      weigh_door (chain->p + chain->lo, chain->lo, chain->hi, get_lateness (pass, &pass->day.stretches[0], 0));
}

bool
hv_pass_move_forward (HvPass *pass, double *ret_in_system_end)
{
  if (pass->input->door > 0)
    let_in_door (pass);
  if (!keep_node (pass, NULL, 0))
    return false;

  for (gsize i = 0; i < pass->day.n_stretches; i++)
    {
      const HvStretch *stretch = &pass->day.stretches[i];
      if (!cross_stretch (pass, stretch))
        return false;
      if (ret_in_system_end != NULL)
        ret_in_system_end[stretch->interval] = hv_chain_get_inside (&pass->chain);
    }
  return true;
}

/* --- backward: how much longer they wait --- */

/* The remaining wait if this crew stayed for ever: the same as after closing. */
static void
find_steady_wait (const HvPass *pass, int helpers, int last, double *wait)
{
  HvChainRates rates = pass->chain.rates;

  for (int a = 0; a <= last; a++)
    {
      double falls = hv_chain_rates_get_drain (rates, a, helpers);
      if (a < helpers)
        wait[a] = 0;
      else if (falls + rates.leave <= 0)
        wait[a] = HV_WAITING_FOREVER;
      else
        wait[a] = (1 + (a > 0 ? falls * wait[a - 1] : 0)) / (falls + rates.leave);
    }
}

/* The wait is the steady one plus a difference that fades as it is carried back. */
static void
carry_wait_back (HvPass *pass, int helpers, int reach, double minutes)
{
  if (helpers == 0 && pass->chain.rates.leave == 0)
    {
      for (int a = 0; a <= reach; a++)
        pass->wait[a] += minutes;
      return;
    }

  for (int a = helpers; a <= reach; a++)
    pass->wait[a] -= pass->steady[a];
  hv_chain_rates_carry_back (pass->chain.rates, pass->wait, reach, helpers, minutes, pass->lateness.scratch);
  for (int a = helpers; a <= reach; a++)
    pass->wait[a] += pass->steady[a];
}

/* Whoever is ahead is inside, so nothing above the window ever counts. Where the window
 * widens on the way back, values that hardly count are put in for those that follow. */
static void
widen (HvPass *pass, int reach, int *last)
{
  for (; *last < reach; ++*last)
    pass->wait[*last + 1] = pass->wait[*last];
}

static double
weigh_node (const HvPass *pass, const HvPassNode *node)
{
  return hv_chain_weigh_let_in (pass->kept + node->offset, node->lo, node->hi, pass->chain.size, pass->wait);
}

/* Help begins at once for those below the crew of the stretch. */
static void
enter_stretch (HvPass *pass, const HvStretch *stretch, int last)
{
  for (int a = 0; a < MIN (stretch->helpers, last + 1); a++)
    pass->wait[a] = 0;
  find_steady_wait (pass, stretch->helpers, pass->chain.size - 1, pass->steady);
}

/* From a node to the one two steps before it. */
static void
cross_piece_back (HvPass *pass, const HvPassNode *end, int *last)
{
  double *sum = &pass->intervals[end->stretch->interval].wait;
  double third = end->minutes / 3;

  *sum += third * weigh_node (pass, end);
  for (int i = 1; i <= 2; i++)
    {
      const HvPassNode *from = end - i;
      int reach = MAX (from->hi, from[1].hi);

      widen (pass, reach, last);
      carry_wait_back (pass, end->stretch->helpers, reach, end->minutes);
      *sum += third * (i == 1 ? 4 : 1) * weigh_node (pass, from);
      *last = from->hi;
    }
}

void
hv_pass_move_backward (HvPass *pass)
{
  const HvPassNode *first = &pass->nodes[0];
  const HvStretch *stretch = NULL;
  int last = pass->nodes[pass->n_nodes - 1].hi;

  find_steady_wait (pass, hv_stretches_get_crew_after (&pass->day), last, pass->wait);
  for (gsize i = pass->n_nodes - 1; i >= 2; i -= 2)
    {
      if (pass->nodes[i].stretch != stretch)
        enter_stretch (pass, pass->nodes[i].stretch, last);
      stretch = pass->nodes[i].stretch;
      cross_piece_back (pass, &pass->nodes[i], &last);
    }
  if (pass->input->door > 0)
    pass->door.wait = weigh_door (pass->kept + first->offset, first->lo, first->hi, pass->wait);
}

HvPassSums
hv_pass_sum_people (const HvPass *pass)
{
  const HvWaitingInput *input = pass->input;
  HvPassSums people = pass->door;

  for (gsize i = 0; i < input->n_intervals; i++)
    {
      double minutes = hv_waiting_get_interval_length (input, i);
      double arrivals = input->arrivals[i] / minutes;
      people.let_in += arrivals * pass->intervals[i].let_in;
      people.late += arrivals * pass->intervals[i].late;
      people.wait += arrivals * pass->intervals[i].wait;
    }
  return people;
}
