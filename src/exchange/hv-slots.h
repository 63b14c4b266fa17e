/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Visits counted per half hour of an opening, from its start: HvVisit's slots, whole
 * numbers with blanks between. They may be fewer than the half hours, and may add up
 * to less than the count, for somebody forgot to tally; never to more.
 */

#include "hv-record.h"

G_BEGIN_DECLS

#define HV_SLOT_MINUTES 30

/* The numbers of a text, as an array of gint64; NULL is none. The caller owns it. */
GArray *hv_slots_parse (const char *slots);
char *hv_slots_format (const GArray *numbers); /* NULL when there are none; the caller owns it */

/* False with HV_ERROR_BAD_INPUT when a visit's half hours do not fit its opening or its count. */
bool hv_slots_check (const HvVisit *visit, HvSpan opening, GError **error);

G_END_DECLS
