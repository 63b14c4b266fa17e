/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Closing a house on a date, and opening it again. Closing is not understaffing:
 * nobody is removed, and opening again brings everybody back. A date whose week has
 * not been generated yet is remembered and comes out closed.
 */

#include "hv-edit.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* Closes all openings of a house on a date for a reason in the coordinator's words. */
HvEdit *hv_closing_close (const HvRoster *roster, const HvHouse *house, HvDay day, const char *reason,
                          HvEditSource source, GError **error);

/* Opens what is closed on a date: by hand, by a closed day, by a public holiday, or by a
 * longer closed span, whose other days stay closed. */
HvEdit *hv_closing_open (const HvRoster *roster, const HvHouse *house, HvDay day, HvEditSource source, GError **error);

/* Why an opening is closed, in a language: a holiday's name is translated, what a
 * coordinator typed is not. NULL while it is open. */
const char *hv_closing_get_reason (const HvOpening *opening, HvLanguage language);

/* The people on duty in a house on a date, who need to be told: HvVolunteer, by
 * name, each once; lent records in a new array. */
GPtrArray *hv_closing_list_people (const HvRoster *roster, HvId house, HvDay day);

G_END_DECLS
