/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvHistory: what a roster knows of the time before its weeks, as sums; private to
 * core. It is filled while a roster is built and never changes after that, so that
 * all rosters that follow from one another share it.
 */

#include "hv-roster.h"

G_BEGIN_DECLS

typedef struct _HvHistory HvHistory;

HvHistory *hv_history_new (void);
HvHistory *hv_history_ref (HvHistory *history);
void hv_history_unref (HvHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvHistory, hv_history_unref)

void hv_history_add_duty (HvHistory *history, HvPastDuty duty);
void hv_history_add_count (HvHistory *history, HvPastCount count); /* copies its slots */
void hv_history_end (HvHistory *history);                          /* before the first question */

/* Duties of a volunteer in [from, to). */
guint hv_history_count_duties (const HvHistory *history, HvId volunteer, HvDay from, HvDay to);

/* The last duty before a date in a house (HV_NONE: any). */
bool hv_history_get_last_duty (const HvHistory *history, HvId volunteer, HvId house, HvDay before, HvDay *ret_day);

/* Appends the counts of a house, by start; their slots are lent. */
void hv_history_append_counts (const HvHistory *history, HvId house, GArray *counts);

G_END_DECLS
