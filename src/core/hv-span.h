/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvSpan: a stretch of wall-clock time, [from, to), in local minutes: the day
 * number × 1440 plus the minute of the day in the house's own zone.
 *
 * The end may lie past midnight, on a later day. A span includes its start and
 * excludes its end, so spans that touch do not overlap. hv_span_get_minutes ()
 * counts the clock; hv_zone_elapsed () in hv-zone.h counts real time.
 */

#include "hv-day.h"

G_BEGIN_DECLS

/* A moment on a house's wall clock. */
typedef gint64 HvMinute;

typedef struct
{
  HvMinute from;
  HvMinute to;
} HvSpan;

/* No shift ends later than 48:00, counted from the midnight before its start. */
#define HV_SPAN_MAX_MINUTES 2880

/* An integer field that has no value (SQL NULL, JSON null). */
#define HV_NONE G_MININT64

HvMinute hv_minute_at (HvDay day, int minute_of_day);
HvDay hv_minute_get_day (HvMinute minute);
int hv_minute_get_of_day (HvMinute minute);
int hv_minute_compare_cb (gconstpointer a, gconstpointer b); /* of pointers to minutes, to sort an array of them */

/* from and to are minutes of the day; to ≤ from means the next day, and to may
 * itself be past 24:00. */
HvSpan hv_span_on_day (HvDay day, int from, int to);
HvSpan hv_span_of_day (HvDay day);

/* Whether it can be the span of an opening or a shift: some minutes long, on a day
 * of the calendar, and not ending after 48:00, so that it can be written and read. */
bool hv_span_is_valid (HvSpan span);
gint64 hv_span_get_minutes (HvSpan span);
bool hv_span_overlaps (HvSpan a, HvSpan b); /* not when they touch, or one is empty */
bool hv_span_contains (HvSpan outer, HvSpan inner);
HvSpan hv_span_intersect (HvSpan a, HvSpan b); /* to ≤ from when they are apart */
int hv_span_compare (HvSpan a, HvSpan b);      /* by start, then by end */

/* Reads "13:00" or "9.30", and nothing else, into minutes of the day; "24:00" to
 * "48:00" are read too, for ends past midnight. Sets HV_ERROR_USAGE. */
bool hv_time_parse (const char *text, int *ret_minutes, GError **error);

/* "13:00", or "30:00" past midnight; the caller owns it. */
char *hv_time_format (int minutes);

/* "13:00" of the span's start, and the end counted from the same midnight. */
char *hv_span_format_from (HvSpan span);
char *hv_span_format_to (HvSpan span);

G_END_DECLS
