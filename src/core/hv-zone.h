/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvZone: the clock changes of one time zone, as data.
 *
 * core knows neither the machine nor tzdata: whoever opens a zone (workspace)
 * hands in the transitions, as far ahead as anybody plans. Offsets are seconds
 * east of UTC. Before the first transition the first offset holds, after the last
 * one its own. A zone is immutable; any thread may read it.
 */

#include "hv-span.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 at;     /* UTC seconds from which the offset holds */
  gint32 offset; /* seconds east of UTC */
} HvClockChange;

typedef struct _HvZone HvZone;

/* Copies the changes, which are in order of time, none within another's jump. NULL
 * and 0 make a zone whose clock never changes. */
HvZone *hv_zone_new (const char *name, gint32 first_offset, const HvClockChange *changes, gsize n_changes);
HvZone *hv_zone_ref (HvZone *zone);
void hv_zone_unref (HvZone *zone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvZone, hv_zone_unref)

const char *hv_zone_get_name (const HvZone *zone);

/* The offset that holds at an instant, in seconds east of UTC. */
gint32 hv_zone_get_offset (const HvZone *zone, gint64 utc);

/* The first clock change after an instant; false when there is none. */
bool hv_zone_find_change (const HvZone *zone, gint64 after, HvClockChange *ret_change);

typedef enum
{
  HV_LOCAL_ONCE,  /* the ordinary case */
  HV_LOCAL_TWICE, /* the autumn hour: the first of the two is meant */
  HV_LOCAL_NEVER, /* the spring hour: the moment of the jump is meant */
} HvLocalKind;

/* UTC seconds of a wall-clock minute. ret_kind may be NULL. */
gint64 hv_zone_to_utc (const HvZone *zone, HvMinute local, HvLocalKind *ret_kind);
HvMinute hv_zone_to_local (const HvZone *zone, gint64 utc);

/* The true length in minutes: 22:00–06:00 is 540 on the night the clock goes
 * back and 420 on the night it goes forward. */
gint64 hv_zone_elapsed (const HvZone *zone, HvSpan span);

G_END_DECLS
