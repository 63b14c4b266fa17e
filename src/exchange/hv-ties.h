/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What binds a volunteer to houses, in the volunteer's own order: the home house first. */

#include "hv-roster.h"

G_BEGIN_DECLS

/* New array of lent HvTie. */
GPtrArray *hv_ties_list (const HvRoster *roster, HvId volunteer);

G_END_DECLS
