/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to a whole week at once: copying another week's people into it,
 * emptying it, keeping it as templates. Each is one edit, and one undo.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* Puts the people of one week on the same shifts of another (same template, or same
 * house, role, weekday and start): empty places only, nobody is moved or removed.
 * Whoever a hard rule speaks against is left out, and each becomes a sentence of
 * ret_skipped ("Anna Lindeskov: on holiday up to and including 12 May"), a new array
 * of owned strings. Both weeks must be in the roster. */
HvEdit *hv_week_edit_copy (const HvRoster *roster, HvWeek from, HvWeek to, HvId house, HvLanguage language,
                           HvEditSource source, GPtrArray **ret_skipped);

/* Takes everybody off who is not locked, in one house or in all (HV_NONE). Whoever
 * called off or was present stays: that is history. */
HvEdit *hv_week_edit_clear (const HvRoster *roster, HvWeek week, HvId house, HvEditSource source);

/* Keeps a week as it is: each of its shifts without a template gets one, valid from
 * the week after, and everybody planned becomes a regular of the shift's template. */
HvEdit *hv_week_edit_keep (const HvRoster *roster, HvWeek week, HvId house, HvEditSource source);

G_END_DECLS
