/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the tests of exchange share: rosters made from text, and reading text into one. */

#include "hv-import.h"

G_BEGIN_DECLS

/* An empty roster of all weeks from 1600 to 9998. */
HvRoster *fixture_new_roster (void);

/* An organisation with something in every field that a file can hold, the ugly ones too. */
HvRoster *fixture_new_full (void);

/* Ids count up from a number that no id in a test's text has. */
HvEditSource fixture_get_source (void);

GBytes *fixture_bytes (const char *text);

/* Reads exchange JSON; the error, if any, ends the test. */
HvImport *fixture_read_json (const HvRoster *roster, const char *text);

/* The roster after a file that must be clean. */
HvRoster *fixture_apply_json (const HvRoster *roster, const char *text);
HvRoster *fixture_apply (const HvRoster *roster, HvImport *import);

/* All refusals, one a line: "line 3, houses[0] “a”: …". The caller owns it. */
char *fixture_format_refusals (const HvImport *import);

/* Compares two rosters record by record, by the ids they have in files; ends the test
 * with the first difference. */
void fixture_assert_same (const HvRoster *a, const HvRoster *b);

/* The record of a kind that files call so; it must be there. */
gconstpointer fixture_find (const HvRoster *roster, HvKind kind, const char *ext);

/* The words of a roster that is asked about in most tests: roles it and host; houses
 * jue (Juelsminde, Mondays 13–16), tor (Tørring, Wednesdays 10–13) and tel (Telefon,
 * remote, Saturdays 22–06); volunteers anna, bo, carla; opening o1 of jue on 4 May
 * 2026 with shift s1 (IT, minimum 3) and anna on it as a1. */
extern const char fixture_small[];

G_END_DECLS
