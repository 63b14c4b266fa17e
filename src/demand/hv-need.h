/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The need curve: how many helpers each hour of an opening needs, and when too few are
 * on duty ("short by 2 from 13 to 16").
 *
 * Hours are counted from opening; the last may be shorter. Each hour takes the smallest
 * crew, not below the least crew, with which enough of those arriving in it meet the
 * target if that crew stayed, after hours staffed in the same way. So it does not depend
 * on who is on duty: a shortage early in the day does not inflate the need later.
 */

#include "hv-crew.h"

G_BEGIN_DECLS

#define HV_NEED_MAX_HOURS 48
#define HV_NEED_MAX_SHORTAGES 16

/* Minutes from opening. */
typedef struct
{
  double from;
  double to;
  int by; /* helpers missing at the worst moment */
} HvShortage;

gsize hv_need_count_hours (double length);

/* The curve for a number of visits: hv_crew_get_visits_at_risk () for the needed risk. */
HvWaitingStatus hv_need_find_curve (const HvDemandTerms *terms, double visits, int *ret_hours);

/* The spans in which the crew is smaller than the curve, longest possible each. Should
 * there be more than HV_NEED_MAX_SHORTAGES, the last reaches to the end of them all. */
gsize hv_need_list_shortages (const int *hours, double length, HvCrew crew, HvShortage *ret_shortages);

/* Helper-hours missing: how large a shortage is. */
double hv_need_sum_shortage (const int *hours, double length, HvCrew crew);

G_END_DECLS
