/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* The clock changes of a zone as iCalendar writes them: one VTIMEZONE (RFC 5545
 * 3.6.5), named by the IANA name, of a few hundred octets.
 *
 * libical's own is right but unfit for feeds: it has a name that no other program
 * knows and the history of a century, with offsets that some calendars refuse.
 *
 * A zone that keeps the rule of the European Union (directive 2000/84: forward on
 * the last Sunday of March, back on the last Sunday of October, at 01:00 UTC) in all
 * the years asked for is written as that rule, in the same words every time. Any
 * other is written change by change. Which of the two it is, the zone's own clock
 * changes decide: should the rule be given up, an up-to-date tzdata is enough.
 */

#include "hv-zone.h"

G_BEGIN_DECLS

/* Whether a text has the shape of an IANA name, and can stand in a file as it is. What
 * somebody once typed may be no name at all. */
bool hv_calendar_zone_is_name (const char *text);

/* The VTIMEZONE of a zone whose name is one, right at every instant in [from, until], UTC
 * seconds. The caller owns it. */
char *hv_calendar_zone_write (const HvZone *zone, gint64 from, gint64 until);

G_END_DECLS
