/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The inside of HvRoster, for the files in core that build, change and ask it. */

#include "hv-history.h"
#include "hv-roster.h"
#include "hv-shelf.h"

G_BEGIN_DECLS

struct _HvRoster
{
  gatomicrefcount refs;
  HvWeek from;
  HvWeek until; /* before `from`: no weeks */
  HvShelf *shelves[HV_N_KINDS];
  HvHistory *history;
  HvOrganisation *unnamed; /* answers while no organisation is stored */
  GPtrArray *nothing;      /* answers where nobody names an owner */
};

G_END_DECLS
