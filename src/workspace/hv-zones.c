/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-zones.h"

#define FIRST_SECOND G_GINT64_CONSTANT (0)         /* 1970 */
#define LAST_SECOND G_GINT64_CONSTANT (4102444800) /* 2100 */
#define STRIDE (20 * 24 * 3600)                    /* no zone changes twice in so few days and back */

static gint32
offset_at (GTimeZone *zone, gint64 second)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second));
}

/* The first second with the offset of `late`, which differs from that of `early`. */
static gint64
find_change (GTimeZone *zone, gint64 early, gint64 late)
{
  gint32 before = offset_at (zone, early);
  while (late - early > 1)
    {
      gint64 middle = early + (late - early) / 2;
      if (offset_at (zone, middle) == before)
        early = middle;
      else
        late = middle;
    }
  return late;
}

HvZone *
hv_zones_load (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    return NULL;

  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (HvClockChange));
  for (gint64 early = FIRST_SECOND; early < LAST_SECOND; early += STRIDE)
    {
      gint64 late = early + STRIDE;
      if (offset_at (zone, early) == offset_at (zone, late))
        continue;
      HvClockChange change = { .at = find_change (zone, early, late), .offset = offset_at (zone, late) };
      g_array_append_val (changes, change);
    }
  return hv_zone_new (name, offset_at (zone, FIRST_SECOND), (const HvClockChange *)changes->data, changes->len);
}
