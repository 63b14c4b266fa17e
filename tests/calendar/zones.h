/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Zones for the tests: by rule, and as this machine's tzdata has them. */

#include "hv-zone.h"

/* Copenhagen from 1996 on, as a calendar says it. */
#define COPENHAGEN_TEXT                         \
  "BEGIN:VTIMEZONE\r\n"                         \
  "TZID:Europe/Copenhagen\r\n"                  \
  "BEGIN:DAYLIGHT\r\n"                          \
  "TZNAME:CEST\r\n"                             \
  "TZOFFSETFROM:+0100\r\n"                      \
  "TZOFFSETTO:+0200\r\n"                        \
  "DTSTART:19810329T020000\r\n"                 \
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"  \
  "END:DAYLIGHT\r\n"                            \
  "BEGIN:STANDARD\r\n"                          \
  "TZNAME:CET\r\n"                              \
  "TZOFFSETFROM:+0200\r\n"                      \
  "TZOFFSETTO:+0100\r\n"                        \
  "DTSTART:19961027T030000\r\n"                 \
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n" \
  "END:STANDARD\r\n"                            \
  "END:VTIMEZONE\r\n"

/* "2026-10-25 01:00" as seconds of UTC. */
gint64 instant (const char *text);

/* The EU's rule from 1981 to 2100, with September as the end of summer until 1995. */
HvZone *zone_new_european (const char *name, int standard_hours);

/* NULL when the machine does not know it. */
HvZone *zone_new_from_machine (const char *name);

/* HvCalendarFindZone: Copenhagen, Stockholm and Helsinki by rule, Asia/Kolkata without
 * changes, and whatever else is NULL. */
HvZone *zone_find (const char *name, gpointer unused);
