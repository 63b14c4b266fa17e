/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-waiting.h"

#include "hv-pass.h"

#include <math.h>
#include <string.h>

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

static void
report_intervals (const HvPass *pass, HvWaitingResult *result)
{
  const HvWaitingInput *input = pass->input;

  result->n_intervals = input->n_intervals;
  for (gsize i = 0; i < input->n_intervals; i++)
    {
      const HvPassSums *sum = &pass->intervals[i];
      double minutes = hv_waiting_get_interval_length (input, i);

      result->offered_load[i] = input->arrivals[i] / minutes * input->minutes;
      result->utilisation[i] = sum->on_duty > 0 ? divide_share (sum->busy, sum->on_duty) : 1;
      result->queue_mean[i] = sum->queue / minutes;
      result->wait_mean[i] = divide (sum->wait, sum->let_in);
      result->late_share[i] = divide_share (sum->late, sum->let_in);
    }
}

static void
report_totals (const HvPass *pass, HvWaitingResult *result)
{
  const HvWaitingInput *input = pass->input;
  HvPassSums people = hv_pass_sum_people (pass);

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
report_closing (HvPass *pass, HvWaitingResult *result)
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
  result->overtime_mean = MAX (0, queue + (1 + pass->input->cv * pass->input->cv) / 2 * (overtime - queue));

  hv_chain_step (chain, 0, helpers, 15);
  result->overtime_over15 = chain->lo > 0 ? 1 : 1 - chain->p[0];
  hv_chain_step (chain, 0, helpers, 15);
  result->overtime_over30 = chain->lo > 0 ? 1 : 1 - chain->p[0];
}

static void
report (HvPass *pass, const double *in_system_end, HvWaitingResult *result)
{
  *result = (HvWaitingResult){ 0 };
  memcpy (result->in_system_end, in_system_end, sizeof result->in_system_end);
  report_intervals (pass, result);
  report_totals (pass, result);
  report_closing (pass, result);
}

HvWaitingStatus
hv_waiting_solve (const HvWaitingInput *input, HvWaitingResult *ret_result)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  HvChain chain;
  HvPass pass;
  double in_system_end[HV_WAITING_MAX_INTERVALS] = { 0 };
  if (!hv_waiting_init_chain (input, &chain))
    return HV_WAITING_NO_MEMORY;

  status = HV_WAITING_NO_MEMORY;
  if (hv_pass_begin (&pass, input, &chain, true) && hv_pass_move_forward (&pass, in_system_end))
    {
      hv_pass_move_backward (&pass);
      report (&pass, in_system_end, ret_result);
      status = HV_WAITING_OK;
    }
  hv_pass_end (&pass, &chain);
  hv_chain_clear (&chain);
  return status;
}

HvWaitingStatus
hv_waiting_continue (const HvWaitingInput *input, HvChain *chain, double *ret_late_share)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  HvPass pass;
  status = HV_WAITING_NO_MEMORY;
  if (hv_pass_begin (&pass, input, chain, false) && hv_pass_move_forward (&pass, NULL))
    {
      HvPassSums people = hv_pass_sum_people (&pass);
      *ret_late_share = divide_share (people.late, people.let_in);
      status = HV_WAITING_OK;
    }
  hv_pass_end (&pass, chain);
  return status;
}

HvWaitingStatus
hv_waiting_find_late_share (const HvWaitingInput *input, double *ret_late_share)
{
  HvWaitingStatus status = hv_waiting_check (input);
  if (status != HV_WAITING_OK)
    return status;

  HvChain chain;
  status = HV_WAITING_NO_MEMORY;
  if (hv_waiting_init_chain (input, &chain))
    status = hv_waiting_continue (input, &chain, ret_late_share);
  hv_chain_clear (&chain);
  return status;
}
