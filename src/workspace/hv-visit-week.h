/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvVisitWeek: the visits of one house in one ISO week: what was counted, what is
 * expected, or that it was closed. A week that is not generated has the usual hours.
 */

#include "hv-expectation.h"

G_BEGIN_DECLS

typedef struct
{
  HvWeek week;
  HvId house;
  bool open;                 /* the house opens in that week */
  int n_openings;            /* that are not closed */
  bool closed;               /* it would, but is closed: closed is no zero */
  HvDay day;                 /* of the first opening: where a number for the week is written */
  gint64 counted;            /* visits of all openings that were counted; HV_NONE: none was */
  gint64 left;               /* people who left without help, HV_NONE: not noted */
  bool special;              /* somebody answered that it was special */
  HvExpectedVisits expected; /* of the first opening */
  double mean;               /* expected visits of all its openings */
  int low;                   /* and between which eight of ten such weeks lie */
  int high;
  double factor; /* of unusual weeks (hv-factor-edit.h); 1 in a usual one */
} HvVisitWeek;

HvVisitWeek hv_visit_week_find (const HvRoster *roster, HvId house, HvWeek week);

G_END_DECLS
