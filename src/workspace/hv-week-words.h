/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What a shift shows, in words: the count of its places and the names on it. The
 * window's cards and the terminal's table say the same.
 */

#include "hv-gap.h"

G_BEGIN_DECLS

/* "3 of 5", "4 of 3, 1 more than planned"; the caller owns it. */
char *hv_week_words_count (const HvGap *gap, HvLanguage language);

/* The names on a shift, by their order in the roster, with what is to be known about
 * each: "Birthe Solvang, Poul Åkjær (locked), Lis Mosegren (called off)". */
char *hv_week_words_people (const HvRoster *roster, const HvShift *shift, HvLanguage language);

/* "IT-hjælp, Juelsminde, Monday 4 May 13:00–16:00"; the caller owns it. */
char *hv_week_words_shift (const HvRoster *roster, const HvShift *shift, HvLanguage language);

/* The name of the volunteer or walk-in helper of an assignment; lent. */
const char *hv_week_words_name (const HvRoster *roster, const HvAssignment *assignment);

/* The same among other names, where a walk-in helper is told from a volunteer: "Guest:
 * neighbour". The caller owns it. */
char *hv_week_words_who (const HvRoster *roster, const HvAssignment *assignment, HvLanguage language);

G_END_DECLS
