/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Regulars: volunteers who are fixed on a shift template.
 *
 * They are placed when a shift is made from the template, and only then: whom somebody
 * took off by hand does not come back by itself. Being a regular is an offer, so their
 * weekly pattern is not asked; any other hard rule (absent, paused, elsewhere at that
 * time …) keeps them off, and is reported.
 */

#include "hv-edit.h"
#include "hv-obstacle.h"

G_BEGIN_DECLS

/* A regular who could not be placed. */
typedef struct
{
  HvId house;
  HvDay day;
  HvId volunteer;
  HvObstacle why;
} HvUnplaced;

/* Adds to an edit the regulars of some shifts (an array of HvId), checked against the roster, which
 * has the shifts, and against each other in that order. New array of HvUnplaced;
 * g_array_unref (). */
GArray *hv_regular_place (const HvRoster *roster, const GArray *shifts, HvEdit *edit);

/* The shifts in a span on which a regular should stand and does not, although nothing
 * speaks against it: what deleting an absence offers to bring back. New array of lent
 * HvShift, by start; g_ptr_array_unref (). */
GPtrArray *hv_regular_list_missing (const HvRoster *roster, HvId volunteer, HvSpan span);

G_END_DECLS
