/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The rules of the rota: who may stand where, and what speaks against it.
 *
 * Every path asks here (by hand, fill, copy, import, swap), and every path gets the
 * same obstacles in the same order: that of HvRule, hard rules before soft ones.
 * Nothing is decided here: the caller refuses, warns or ranks.
 *
 * Two duties are compared on the wall clocks of their houses. The houses of one
 * organisation share their clock (Denmark and Sweden do), and so an overlap on the
 * wall is an overlap in fact.
 *
 * What must always hold in a house (never alone, somebody experienced, a key) is
 * asked once the placement gives every shift of the opening the people it wants (the
 * fixed number, else the minimum): the first of five is not told to be alone.
 */

#include "hv-obstacle.h"
#include "hv-placement.h"

G_BEGIN_DECLS

/* All obstacles of a placement. New array of HvObstacle; g_array_unref (). The shift
 * and the volunteer must be in the roster. */
GArray *hv_rule_check (const HvRoster *roster, const HvPlacement *placement);

/* The same, but ends behind the first obstacle that excludes the person: enough, and
 * far quicker, for ranking. */
GArray *hv_rule_check_until_excluded (const HvRoster *roster, const HvPlacement *placement);

/* Only whether they are somewhere else: on this shift already, or on another one then
 * (HV_RULE_TWICE, HV_RULE_OVERLAP). For somebody who is known to be there, so that no
 * wish and no absence matters any more. */
GArray *hv_rule_check_elsewhere (const HvRoster *roster, const HvPlacement *placement);

/* The first obstacle that refuses the placement, or NULL. With a reason, the first
 * that no reason overrides. */
const HvObstacle *hv_rule_find_refusal (const GArray *obstacles, bool has_reason);

/* Reads a reason as somebody typed it: NULL in *ret_reason when it says nothing. False when
 * it holds what may not be kept. */
bool hv_rule_read_reason (const char *text, char **ret_reason, GError **error);

/* Whether a volunteer is fixed on the template that a shift comes from. */
bool hv_rule_is_regular (const HvRoster *roster, HvId volunteer, const HvShift *shift);

G_END_DECLS
