/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What writer and judge of the kill loop agree upon. */

#include "hv-sample.h"

/* What number n leaves in a volunteer's note. */
#define KILL_NOTE "number %" G_GINT64_FORMAT

/* The number of the last step, as one of its records says. */
static inline gint64
kill_read_number (HvStore *store)
{
  g_autoptr (HvRecord) shift = sample_find (store, HV_KIND_SHIFT, SAMPLE_SHIFT_J);

  return ((HvShift *)shift)->minimum;
}
