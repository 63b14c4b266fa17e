/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-waiting.h"

#include "hv-lateness.h"

#include <math.h>
#include <string.h>

/* Integrals over time are taken by Simpson's rule on pieces of at most this many
 * minutes and this many jumps of the chain. */
#define PIECE_MINUTES 5.0
#define PIECE_JUMPS 2.0

/* The state probabilities at one moment, kept for the way back. */
typedef struct
{
  gsize offset;
  int lo;
  int hi;
} Node;

/* The step of Simpson's rule: two halves between three nodes, of which the last is the
 * next piece's first. */
typedef struct
{
  const HvStretch *stretch;
  double half; /* minutes */
} Piece;

/* Integrals over one interval, or at one moment their integrands. */
typedef struct
{
  double late;
  double let_in;
  double queue;
  double busy;
  double on_duty;
  double wait;
} Measure;

typedef struct
{
  const HvWaitingInput *input;
  bool everything; /* or only what the late share needs */

  HvChain chain;
  HvStretches day;
  HvLateness lateness;
  HvCrewPhase *phases;

  Piece *pieces;
  gsize n_pieces;
  gsize room_pieces;
  Node *nodes; /* 2 · n_pieces + 1 */
  gsize n_nodes;
  gsize room_nodes;
  double *kept;
  gsize n_kept;
  gsize room_kept;
  double *wait; /* expected remaining wait by the number ahead */
  double *steady;

  Measure intervals[HV_WAITING_MAX_INTERVALS];
  Measure door;
  double lost;
} Pass;

double
hv_waiting_get_length (const HvWaitingInput *input)
{
  return input->length > 0 ? input->length : (double)input->n_intervals * input->interval_minutes;
}

static bool
is_within (double value, double low, double high)
{
  return isfinite (value) && value >= low && value <= high;
}

static bool
are_intervals_good (const HvWaitingInput *input)
{
  if (input->n_intervals < 1 || input->n_intervals > HV_WAITING_MAX_INTERVALS)
    return false;
  if (!is_within (input->interval_minutes, 1, HV_WAITING_MAX_MINUTES))
    return false;

  double most = (double)input->n_intervals * input->interval_minutes;
  return input->length == 0 || (is_within (input->length, 0, most) && input->length > most - input->interval_minutes);
}

static bool
are_arrivals_good (const HvWaitingInput *input)
{
  double visits = input->door;

  for (gsize i = 0; i < input->n_intervals; i++)
    {
      if (!is_within (input->arrivals[i], 0, HV_WAITING_MAX_VISITS))
        return false;
      visits += input->arrivals[i];
    }
  return visits <= HV_WAITING_MAX_VISITS * (1 + 1e-9);
}

static bool
is_crew_good (const HvWaitingInput *input)
{
  if (input->n_crew < 1 || input->n_crew > HV_WAITING_MAX_CREW_STEPS || input->crew[0].minute != 0)
    return false;

  for (gsize i = 0; i < input->n_crew; i++)
    {
      if (input->crew[i].helpers < 0 || input->crew[i].helpers > HV_WAITING_MAX_HELPERS)
        return false;
      if (!isfinite (input->crew[i].minute) || (i > 0 && input->crew[i].minute < input->crew[i - 1].minute))
        return false;
    }
  return true;
}

HvWaitingStatus
hv_waiting_check (const HvWaitingInput *input)
{
  if (!are_intervals_good (input))
    return HV_WAITING_BAD_INTERVALS;
  if (!is_within (input->door, 0, HV_WAITING_MAX_VISITS))
    return HV_WAITING_BAD_DOOR;
  if (!are_arrivals_good (input))
    return HV_WAITING_BAD_ARRIVALS;
  if (!is_crew_good (input))
    return HV_WAITING_BAD_CREW;
  if (input->crew_after < -1 || input->crew_after > HV_WAITING_MAX_HELPERS)
    return HV_WAITING_BAD_CREW_AFTER;
  if (!is_within (input->minutes, HV_WAITING_MIN_MINUTES, HV_WAITING_MAX_MINUTES))
    return HV_WAITING_BAD_MINUTES;
  if (!is_within (input->target, 0, HV_WAITING_MAX_TARGET))
    return HV_WAITING_BAD_TARGET;
  if (!is_within (input->patience, 0, HV_WAITING_MAX_PATIENCE))
    return HV_WAITING_BAD_PATIENCE;
  if (input->room < 0)
    return HV_WAITING_BAD_ROOM;
  if (!is_within (input->cv, 0, HV_WAITING_MAX_CV))
    return HV_WAITING_BAD_CV;
  return HV_WAITING_OK;
}

/* --- setting up --- */

/* Enough states for everybody who may come: beyond them lies less than 1e-10. */
static int
count_states (const HvWaitingInput *input)
{
  double visits = input->door;

  for (gsize i = 0; i < input->n_intervals; i++)
    visits += input->arrivals[i];
  int states = (int)ceil (visits + 7 * sqrt (visits + 1) + 12);
  return input->room > 0 && input->room < states ? input->room + 1 : states;
}

bool
hv_waiting_init_chain (const HvWaitingInput *input, HvChain *chain)
{
  HvChainRates rates = { 1 / input->minutes, input->patience > 0 ? 1 / input->patience : 0 };
  return hv_chain_init (chain, rates, count_states (input));
}

/* Everything but the chain. */
static bool
begin (Pass *pass)
{
  gsize size = (gsize)pass->chain.size;

  if (!hv_stretches_init (&pass->day, pass->input)
      || !hv_lateness_init (&pass->lateness, pass->chain.rates, pass->chain.size, pass->day.n_steps))
    return false;

  pass->phases = g_try_new (HvCrewPhase, pass->day.n_steps);
  pass->wait = g_try_new (double, 2 * size);
  pass->steady = pass->wait + size;
  return pass->phases != NULL && pass->wait != NULL;
}

static void
end (Pass *pass)
{
  hv_stretches_clear (&pass->day);
  hv_lateness_clear (&pass->lateness);
  g_free (pass->phases);
  g_free (pass->pieces);
  g_free (pass->nodes);
  g_free (pass->kept);
  g_free (pass->wait);
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
get_lateness (Pass *pass, const HvStretch *stretch, double moment)
{
  gsize n = hv_stretches_list_phases (&pass->day, stretch, moment, pass->phases);
  return hv_lateness_get (&pass->lateness, pass->phases, n, pass->chain.hi);
}

static Measure
measure (Pass *pass, const HvStretch *stretch, double moment)
{
  const HvChain *chain = &pass->chain;
  const double *p = chain->p + chain->lo;
  const double *lateness = get_lateness (pass, stretch, moment);
  Measure now = { .on_duty = stretch->helpers };

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
add_measure (Measure *sum, const Measure *measured, double weight)
{
  sum->late += weight * measured->late;
  sum->let_in += weight * measured->let_in;
  sum->queue += weight * measured->queue;
  sum->busy += weight * measured->busy;
  sum->on_duty += weight * measured->on_duty;
}

static bool
make_room (gpointer *memory, gsize *room, gsize needed, gsize size)
{
  if (needed <= *room)
    return true;

  gsize bigger = MAX (2 * *room, MAX (needed, 64));
  gpointer moved = g_try_realloc_n (*memory, bigger, size);
  if (moved == NULL)
    return false;
  *memory = moved;
  *room = bigger;
  return true;
}

static bool
keep_node (Pass *pass)
{
  const HvChain *chain = &pass->chain;
  gsize width = (gsize)(chain->hi - chain->lo + 1);

  if (!pass->everything)
    return true;
  if (!make_room ((gpointer *)&pass->nodes, &pass->room_nodes, pass->n_nodes + 1, sizeof (Node))
      || !make_room ((gpointer *)&pass->kept, &pass->room_kept, pass->n_kept + width, sizeof (double)))
    return false;

  memcpy (pass->kept + pass->n_kept, chain->p + chain->lo, width * sizeof (double));
  pass->nodes[pass->n_nodes++] = (Node){ pass->n_kept, chain->lo, chain->hi };
  pass->n_kept += width;
  return true;
}

static bool
keep_piece (Pass *pass, const HvStretch *stretch, double half)
{
  if (!pass->everything)
    return true;
  if (!make_room ((gpointer *)&pass->pieces, &pass->room_pieces, pass->n_pieces + 1, sizeof (Piece)))
    return false;

  pass->pieces[pass->n_pieces++] = (Piece){ stretch, half };
  return true;
}

/* Half of the next piece, so that equal ones fill what remains of a stretch. */
static double
choose_half (const Pass *pass, const HvStretch *stretch, double minutes)
{
  double rate = stretch->arrivals + hv_chain_rates_get_drain (pass->chain.rates, pass->chain.hi, stretch->helpers);
  double n = ceil (MAX (minutes / PIECE_MINUTES, minutes * rate / PIECE_JUMPS) - 1e-9);
  return minutes / MAX (n, 1) / 2;
}

static bool
cross_piece (Pass *pass, const HvStretch *stretch, double from, double half, Measure *before)
{
  Measure *sum = &pass->intervals[stretch->interval];

  add_measure (sum, before, half / 3);
  for (int i = 1; i <= 2; i++)
    {
      hv_chain_step (&pass->chain, stretch->arrivals, stretch->helpers, half);
      if (!keep_node (pass))
        return false;
      *before = measure (pass, stretch, from + i * half);
      add_measure (sum, before, i == 1 ? half * 4 / 3 : half / 3);
    }
  return keep_piece (pass, stretch, half);
}

static bool
cross_stretch (Pass *pass, const HvStretch *stretch)
{
  Measure before = measure (pass, stretch, stretch->from);
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
let_in_door (Pass *pass)
{
  HvChain *chain = &pass->chain;

  pass->lost = hv_chain_start (chain, pass->input->door, pass->input->door_fixed);
  pass->door.let_in = weigh_door (chain->p + chain->lo, chain->lo, chain->hi, NULL);
  pass->door.late =
      weigh_door (chain->p + chain->lo, chain->lo, chain->hi, get_lateness (pass, &pass->day.stretches[0], 0));
}

static bool
move_forward (Pass *pass, double *ret_in_system_end)
{
  if (pass->input->door > 0)
    let_in_door (pass);
  if (!keep_node (pass))
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
find_steady_wait (const Pass *pass, int helpers, int last, double *wait)
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
carry_wait_back (Pass *pass, int helpers, int reach, double minutes)
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
widen (Pass *pass, int reach, int *last)
{
  for (; *last < reach; ++*last)
    pass->wait[*last + 1] = pass->wait[*last];
}

static double
weigh_node (const Pass *pass, const Node *node)
{
  return hv_chain_weigh_let_in (pass->kept + node->offset, node->lo, node->hi, pass->chain.size, pass->wait);
}

/* Help begins at once for those below the crew of the stretch. */
static void
enter_stretch (Pass *pass, const HvStretch *stretch, int last)
{
  for (int a = 0; a < MIN (stretch->helpers, last + 1); a++)
    pass->wait[a] = 0;
  find_steady_wait (pass, stretch->helpers, pass->chain.size - 1, pass->steady);
}

static void
move_backward (Pass *pass)
{
  const HvStretch *stretch = NULL;
  int last = pass->nodes[pass->n_nodes - 1].hi;

  find_steady_wait (pass, hv_stretches_get_crew_after (&pass->day), last, pass->wait);
  for (gsize i = pass->n_pieces; i-- > 0;)
    {
      const Piece *piece = &pass->pieces[i];
      const Node *end = &pass->nodes[2 * i + 2];
      double *sum = &pass->intervals[piece->stretch->interval].wait;

      if (piece->stretch != stretch)
        enter_stretch (pass, piece->stretch, last);
      stretch = piece->stretch;

      *sum += piece->half / 3 * weigh_node (pass, end);
      for (int j = 1; j <= 2; j++)
        {
          const Node *node = end - j;
          widen (pass, MAX (node->hi, node[1].hi), &last);
          carry_wait_back (pass, stretch->helpers, MAX (node->hi, node[1].hi), piece->half);
          *sum += piece->half * (j == 1 ? 4 : 1) / 3 * weigh_node (pass, node);
          last = node->hi;
        }
    }
  if (pass->input->door > 0)
    {
      const Node *first = &pass->nodes[0];
      pass->door.wait = weigh_door (pass->kept + first->offset, first->lo, first->hi, pass->wait);
    }
}

/* --- results --- */

static double
divide (double sum, double by)
{
  return by > 0 ? MIN (sum / by, HV_WAITING_FOREVER) : 0;
}

/* A share of people, whatever rounding says. */
static double
divide_share (double sum, double by)
{
  return CLAMP (divide (sum, by), 0.0, 1.0);
}

static Measure
sum_people (const Pass *pass)
{
  const HvWaitingInput *input = pass->input;
  Measure people = pass->door;

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

static void
report_intervals (const Pass *pass, HvWaitingResult *result)
{
  const HvWaitingInput *input = pass->input;

  result->n_intervals = input->n_intervals;
  for (gsize i = 0; i < input->n_intervals; i++)
    {
      const Measure *sum = &pass->intervals[i];
      double minutes = hv_waiting_get_interval_length (input, i);

      result->offered_load[i] = input->arrivals[i] / minutes * input->minutes;
      result->utilisation[i] = sum->on_duty > 0 ? divide_share (sum->busy, sum->on_duty) : 1;
      result->queue_mean[i] = sum->queue / minutes;
      result->wait_mean[i] = divide (sum->wait, sum->let_in);
      result->late_share[i] = divide_share (sum->late, sum->let_in);
    }
}

static void
report_totals (const Pass *pass, HvWaitingResult *result)
{
  const HvWaitingInput *input = pass->input;
  Measure people = sum_people (pass);

  result->visits = input->door;
  result->lost = pass->lost;
  for (gsize i = 0; i < input->n_intervals; i++)
    {
      double minutes = hv_waiting_get_interval_length (input, i);
      result->visits += input->arrivals[i];
      if (pass->chain.size == input->room + 1)
        result->lost += input->arrivals[i] / minutes * MAX (0, minutes - pass->intervals[i].let_in);
      result->abandoned += pass->chain.rates.leave * pass->intervals[i].queue;
    }

  result->total_wait_mean = divide (people.wait, people.let_in);
  result->total_late_share = divide_share (people.late, people.let_in);
  result->door_wait_mean = divide (pass->door.wait, pass->door.let_in);
  result->door_late_share = divide_share (pass->door.late, pass->door.let_in);
}

/* After closing: the expected time until the house is empty, one citizen after the
 * other, and how many of them give up. Real help varies less than the exponential:
 * what remains after the queue has been served is shortened by the residual-life
 * ratio (1 + cv²) / 2. */
static void
report_closing (Pass *pass, HvWaitingResult *result)
{
  HvChain *chain = &pass->chain;
  int helpers = hv_stretches_get_crew_after (&pass->day);
  double minutes = 0;
  double give_up = 0;
  double overtime = 0;

  for (int n = 1; n <= chain->hi; n++)
    {
      double rate = hv_chain_rates_get_drain (chain->rates, n, helpers);
      minutes = rate > 0 ? MIN (minutes + 1 / rate, HV_WAITING_FOREVER) : HV_WAITING_FOREVER;
      give_up += rate > 0 ? MAX (0, n - helpers) * chain->rates.leave / rate : 0;
      if (n >= chain->lo)
        {
          overtime += chain->p[n] * minutes;
          result->abandoned += chain->p[n] * give_up;
        }
    }

  result->in_system_close = hv_chain_get_inside (chain);
  result->waiting_close = hv_chain_get_queue (chain, helpers);
  double queue = helpers > 0 ? result->waiting_close * pass->input->minutes / helpers : overtime;
  result->overtime_mean = queue + (1 + pass->input->cv * pass->input->cv) / 2 * (overtime - queue);

  hv_chain_step (chain, 0, helpers, 15);
  result->overtime_over15 = chain->lo > 0 ? 1 : 1 - chain->p[0];
  hv_chain_step (chain, 0, helpers, 15);
  result->overtime_over30 = chain->lo > 0 ? 1 : 1 - chain->p[0];
}

HvWaitingStatus
hv_waiting_solve (const HvWaitingInput *input, HvWaitingResult *ret_result)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  Pass pass = { .input = input, .everything = true };
  double in_system_end[HV_WAITING_MAX_INTERVALS] = { 0 };
  if (hv_waiting_init_chain (input, &pass.chain) && begin (&pass) && move_forward (&pass, in_system_end))
    {
      *ret_result = (HvWaitingResult){ 0 };
      memcpy (ret_result->in_system_end, in_system_end, sizeof in_system_end);
      move_backward (&pass);
      report_intervals (&pass, ret_result);
      report_totals (&pass, ret_result);
      report_closing (&pass, ret_result);
    }
  else
    status = HV_WAITING_NO_MEMORY;

  end (&pass);
  hv_chain_clear (&pass.chain);
  return status;
}

HvWaitingStatus
hv_waiting_continue (const HvWaitingInput *input, HvChain *chain, double *ret_late_share)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  Pass pass = { .input = input, .chain = *chain };
  if (begin (&pass) && move_forward (&pass, NULL))
    {
      Measure people = sum_people (&pass);
      *ret_late_share = divide_share (people.late, people.let_in);
    }
  else
    status = HV_WAITING_NO_MEMORY;

  end (&pass);
  *chain = pass.chain;
  return status;
}

HvWaitingStatus
hv_waiting_find_late_share (const HvWaitingInput *input, double *ret_late_share)
{
  HvChain chain;
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  status = HV_WAITING_NO_MEMORY;
  if (hv_waiting_init_chain (input, &chain))
    status = hv_waiting_continue (input, &chain, ret_late_share);
  hv_chain_clear (&chain);
  return status;
}
