/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFeed: the secret addresses of the calendars, one live one for every volunteer and
 * house.
 *
 * An address is 128 random bits, written as 22 characters of base64url; who has it can
 * read that calendar and nothing else. A calendar that is closed or gets a new address
 * is shown empty under the old one for four weeks, because programs keep the last copy
 * of one that is simply gone; the row stays for ever, so that no address is ever
 * somebody else's.
 *
 * These commands put rows into an edit; the caller makes it durable. Random bits are
 * handed in, so that a test can repeat what it does.
 */

#include "hv-edit.h"

G_BEGIN_DECLS

#define HV_FEED_TOKEN_LENGTH 22
#define HV_FEED_EMPTY_DAYS 28

/* Fills 16 octets. */
typedef void (*HvFeedRandom) (guint8 octets[16], gpointer data);

/* From the kernel. HvFeedRandom; data is unused. */
void hv_feed_random (guint8 octets[16], gpointer unused);

/* Whether a text is an address in shape: the names of files are made of them. */
bool hv_feed_is_token (const char *text);

/* NULL when the owner has none. */
const HvFeed *hv_feed_find_live (const HvRoster *roster, HvOwner owner_kind, HvId owner);

/* "https://example.org/f/….ics", where the calendar is found; NULL while the organisation
 * has not said where it publishes. The caller owns it. */
char *hv_feed_dup_address (const HvFeed *feed, const HvRoster *roster);

/* Gives an address to every volunteer and house that has none, and closes those of
 * volunteers and houses who are gone (removed or archived). `at` is UTC seconds. */
void hv_feed_tidy (HvEdit *edit, const HvRoster *roster, HvFeedRandom random, gpointer data, gint64 at);

/* Closes the owner's address, if there is one. */
void hv_feed_close (HvEdit *edit, const HvRoster *roster, HvOwner owner_kind, HvId owner, gint64 at);

/* Closes it and makes a new one, which is lent. */
const HvFeed *hv_feed_renew (HvEdit *edit, const HvRoster *roster, HvOwner owner_kind, HvId owner, HvFeedRandom random,
                             gpointer data, gint64 at);

/* Whether an emptied calendar should still be there. */
bool hv_feed_is_shown (const HvFeed *feed, gint64 now);

G_END_DECLS
