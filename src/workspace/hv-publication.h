/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Publishing: the step after which the calendars show a week as it is planned.
 *
 * It writes the week's entries into HvEvent records, from which alone the calendars are
 * made. An entry keeps its uid for life. When it takes place, where, or whether at all:
 * if that changes, its sequence goes up; if anything changes, its time of change moves;
 * an entry that is as it was is not touched, and its text stays the same to the octet.
 * Sequence and time of change never go back, whatever the clock does.
 *
 * What is no longer wanted (taken from somebody, removed, closed, called off) stays as
 * cancelled until 14 days after its end (or after the publish that cancelled it, where that
 * is later), so that people learn of it, and is dropped at
 * the next publish after that. Should it come back, the same entry is confirmed again.
 */

#include "hv-draft.h"
#include "hv-feed.h"

G_BEGIN_DECLS

/* How long after its end, and after its last change, a cancelled entry stays, and how far
 * back a calendar goes. */
#define HV_PUBLICATION_CANCELLED_DAYS 14
#define HV_PUBLICATION_PAST_DAYS 60

/* The step that publishes a draft, at an instant in UTC seconds: entries, the record that the
 * week is published, and the addresses of calendars (hv_feed_tidy ()). It is never
 * undone: what subscribers have seen cannot be taken back. */
HvEdit *hv_publication_make (const HvDraft *draft, HvFeedRandom random, gpointer random_data, gint64 at,
                             HvEditSource source);

/* Whether publishing would change anything that subscribers see, texts too. */
bool hv_publication_is_due (const HvDraft *draft);

/* Whether a calendar made at an instant still shows an entry. */
bool hv_publication_shows (const HvEvent *event, int past_days, gint64 at);

/* Days that past entries stay in calendars: the organisation's, else HV_PUBLICATION_PAST_DAYS. */
int hv_publication_get_past_days (const HvRoster *roster);

/* The last time that any week was published, which is what calendars are made at;
 * 0 when none ever was. */
gint64 hv_publication_find_last (const HvRoster *roster);

G_END_DECLS
