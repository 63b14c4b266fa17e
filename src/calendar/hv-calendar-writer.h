/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A calendar of published entries as one iCalendar text (RFC 5545, 5546 and 7986),
 * for the feeds and for files that people take home.
 *
 * The text is a function of what is handed in: no clock, no locale, no order by
 * chance. An entry that has not changed is written in the same bytes every time,
 * whatever happened to the others. A calendar without entries is a calendar all the
 * same, with its zone.
 *
 * Times are local with the zone's name, and the zone is described in the file. Where
 * the clock shows an hour twice, the entry is in UTC; where it leaves an hour out, the
 * moment of the jump is meant. A cancelled entry says so in its title too, because
 * some programs show no state, and never rings.
 */

#include "hv-record.h"
#include "hv-zone.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;        /* what the subscriber's program shows */
  const char *description; /* or NULL */
  const char *zone;        /* of the calendar as a whole */
  const char *colour;      /* CSS3 name, or NULL */
  const char *source;      /* own address, or NULL. It holds the secret: not in files that are passed on */
  const char *url;         /* a page for people, or NULL */
  gint64 modified;         /* when the calendar was made, UTC seconds: it has never changed before that */
  int alarm_minutes;       /* before each entry; 0: none */
} HvCalendarHead;

/* The zone of a name; lent, alive for the length of the call that asks. NULL when it is
 * not known: its times are then taken for UTC. */
typedef HvZone *(*HvCalendarFindZone) (const char *name, gpointer data);

/* HvEvent of one owner in any order, each uid once. The caller owns the text. */
char *hv_calendar_write (const HvCalendarHead *head, const GPtrArray *events, HvCalendarFindZone find_zone,
                         gpointer data);

/* "IT help, Juelsminde", in a house's calendar "IT help 3 of 5", with "CANCELLED: "
 * before it when it is; in the entry's own language. The caller owns it. */
char *hv_calendar_format_summary (const HvEvent *event);

G_END_DECLS
