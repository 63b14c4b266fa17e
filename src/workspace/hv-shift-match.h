/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The shift that somebody means who names a house, a date and a role. */

#include "hv-roster.h"

G_BEGIN_DECLS

/* `at` ("13:00") tells several shifts apart and may be NULL. The error names what
 * there is. Shifts of a closed opening are refused. */
const HvShift *hv_shift_match (const HvRoster *roster, const char *house, HvDay day, const char *role, const char *at,
                               GError **error);

G_END_DECLS
