/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSwap: two volunteers take each other's shift.
 *
 * Both are checked by every rule, as if neither stood where they stand now, before
 * anything changes. Each takes the place of the other with its hours; what they leave
 * behind stays, as swapped away.
 */

#include "hv-rule.h"

G_BEGIN_DECLS

/* What the rules say to the one who leaves `from` and takes the place of `to`. New array
 * of HvObstacle; g_array_unref (). */
GArray *hv_swap_check (const HvRoster *roster, const HvAssignment *from, const HvAssignment *to);

/* The step; one undo. Refused as a whole with the first rule that refuses either of them;
 * a reason overrides as in hv_placement_assign (). Warnings name the person. */
HvEdit *hv_swap_make (const HvRoster *roster, const HvAssignment *a, const HvAssignment *b, const char *reason,
                      HvLanguage language, HvEditSource source, GError **error);

G_END_DECLS
