/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The sentence on one opening: the light in a word, an ordinary day, then the busy day
 * or what it means for those who wait, then the remedy. Window and terminal say the
 * same. Waits are rounded to the minute below 20 and to five above, people to whole
 * numbers; probabilities are not mentioned.
 */

#include "hv-outlook.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* "Enough", "Tight", "Too few", "No estimate yet". */
const char *hv_sentence_get_light_word (HvLight light, HvLanguage language);

/* With the house and the day in front; the caller owns it. The opening must be open. */
char *hv_sentence_make (const HvOutlook *outlook, const HvRoster *roster, const HvOpening *opening,
                        HvLanguage language);

/* The same without house and day, for where both are on the page already. */
char *hv_sentence_make_short (const HvOutlook *outlook, const HvRoster *roster, const HvOpening *opening,
                              HvLanguage language);

/* "about 45 min", "under 1 min". */
char *hv_sentence_format_wait (double minutes, HvLanguage language);

/* Minutes of waiting as they are said: 44.7 → 45, 6.2 → 6. */
int hv_sentence_round_wait (double minutes);

G_END_DECLS
