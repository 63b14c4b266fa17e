/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The calendar entries that a week should have, if it were published as it stands.
 *
 * A volunteer's calendar has an entry for each duty of theirs: the state fills a place
 * or says no show (that is a note about the past, and changes nobody's calendar), they
 * are not absent then, and the opening is open. It holds the role, the house, the place,
 * the notes and the check lists, in the volunteer's language, and nothing about anybody
 * else. A house's calendar has an entry for each shift, in the organisation's language,
 * with the people on it: by name, or as "Shift 1", "Shift 2" where the house hides names.
 *
 * Entries are new HvEvent records that never were in any roster: id, sequence and time
 * of publishing are the matter of who publishes (hv-publication.h).
 */

#include "hv-roster.h"
#include "hv-text.h"

G_BEGIN_DECLS

/* What a volunteer reads; the organisation's language for NULL and for who has not said. */
HvLanguage hv_week_events_get_language (const HvRoster *roster, const HvVolunteer *volunteer);

/* How many people a shift needs. */
typedef gint64 (*HvCountNeeded) (const HvShift *shift, gpointer data);

/* Without a forecast: the fixed number, else the minimum. HvCountNeeded; data is unused. */
gint64 hv_week_events_count_typed (const HvShift *shift, gpointer unused);

/* Whether a duty belongs into its volunteer's calendar. */
bool hv_week_events_has (const HvRoster *roster, const HvAssignment *assignment);

/* Of the openings that start in a week. New array that owns its HvEvent. */
GPtrArray *hv_week_events_make (const HvRoster *roster, HvWeek week, HvCountNeeded count_needed, gpointer data);

/* The volunteers' entries alone, and of them only whose and what they are, when and where
 * (no texts): enough to count what has changed. */
GPtrArray *hv_week_events_make_bare (const HvRoster *roster, HvWeek week);

G_END_DECLS
