/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The calendar behind one address, as the text that subscribers get.
 *
 * It is a function of what was published: made again without a publish in between, it is
 * the same to the octet, on every computer. An emptied calendar names nobody.
 */

#include "hv-calendar-writer.h"
#include "hv-feed.h"

G_BEGIN_DECLS

/* `events` are the owner's, of all weeks, as they were published; the roster is the one
 * after publishing. Read back before it is given out: NULL, and an error, if it would be
 * damaged. find_zone may not know a zone; alarm_minutes as in HvCalendarHead. */
char *hv_feed_calendar_write (const HvFeed *feed, const HvRoster *roster, const GPtrArray *events,
                              HvCalendarFindZone find_zone, gpointer data, int alarm_minutes, GError **error);

G_END_DECLS
