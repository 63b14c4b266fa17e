/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The entries of a calendar file, found line by line; private to calendar, and run in
 * a child process (hv-limited-child.h).
 *
 * Only the few properties that absences need are kept. What else a file may hold
 * (pictures, people, alarms, zones) is passed over unread, however much of it there is.
 */

#include "hv-calendar-entry.h"

G_BEGIN_DECLS

/* What is kept of one entry, in octets: many times what a real one has. */
#define HV_CALENDAR_SCAN_LARGEST 65536

/* The entries of a file in its order, no more than `most` and one; NULL when it holds
 * no calendar at all. New array of HvCalendarEntry that owns them. */
GPtrArray *hv_calendar_scan (const char *text, gsize length, guint most);

G_END_DECLS
