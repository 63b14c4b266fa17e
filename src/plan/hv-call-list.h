/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCallList: whom to ring when somebody has called off, in which order.
 *
 * The order is that of the candidates (hv-candidate.h) and stays while the calls are
 * made: somebody who said yes and stands on the shift keeps their line. Whoever has
 * called the shift off is not rung. Somebody who was rung and cannot any more is last.
 */

#include "hv-candidate.h"

G_BEGIN_DECLS

typedef struct
{
  HvCandidate *candidate; /* owned */
  HvAnswer answer;
} HvCallLine;

typedef struct
{
  const HvRoster *roster; /* lent */
  const HvShift *shift;   /* lent */
  GPtrArray *lines;       /* HvCallLine */
} HvCallList;

HvCallList *hv_call_list_new (const HvRoster *roster, const HvShift *shift);
void hv_call_list_free (HvCallList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvCallList, hv_call_list_free)

/* "Anna Lindeskov cannot come: IT help, Juelsminde, Monday 4 May 13:00–16:00. 1 is missing."
 * `missing` is what the shift lacks (hv-gap.h). The caller owns it. */
char *hv_call_list_format_need (const HvCallList *list, const HvAssignment *called_off, int missing,
                                HvLanguage language);

/* "Anna Lindeskov cannot come: …. 1 is missing. Call in this order: 1. …, 2. …": the first
 * few lines, and all that have an answer. */
char *hv_call_list_format (const HvCallList *list, const HvAssignment *called_off, int missing, HvLanguage language);

/* The step by which a volunteer or walk-in helper calls off. Refused when they are not on
 * the shift any more. Why is nobody's business, and not asked. */
HvEdit *hv_call_list_call_off (const HvAssignment *assignment, HvEditSource source, GError **error);

/* The step that notes an answer; a yes puts the volunteer on the shift as
 * hv_placement_assign () does, refusals and warnings included. */
HvEdit *hv_call_list_answer (const HvRoster *roster, const HvShift *shift, HvId volunteer, HvAnswer answer,
                             const char *reason, HvLanguage language, HvEditSource source, GError **error);

G_END_DECLS
