/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The short words beside a house and on a strip: what is missing, the visits expected,
 * the longest waiting. All return a new text, or NULL where there is nothing to say.
 */

#include "hv-outlook.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* "2 missing", "Fully staffed", "Tight on a busy day"; NULL when nothing is open.
 * *ret_under: something is wrong, and the words want a triangle. */
char *hv_outlook_words_state (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house,
                              bool *ret_under, HvLanguage language);

/* "about 53 visits" of a week, in one house or in all (HV_NONE). */
char *hv_outlook_words_visits (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house,
                               HvLanguage language);

/* "Waiting up to 75 min"; *ret_late: longer than the house's target. */
char *hv_outlook_words_wait (const HvOutlook *outlook, const HvRoster *roster, HvWeek week, HvId house, bool *ret_late,
                             HvLanguage language);

/* What a screen reader says of a strip: "Staffing: understaffed in 6 of 6 half hours, up
 * to 2 missing, waiting up to about 75 minutes." */
char *hv_outlook_words_strip (const HvOutlook *outlook, const HvOpening *opening, HvLanguage language);

G_END_DECLS
