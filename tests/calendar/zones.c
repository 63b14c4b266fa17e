/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "zones.h"

#include "../written.h"

#include <string.h>

gint64
instant (const char *text)
{
  return minute (text) * 60;
}

static HvDay
find_last_sunday (int year, int month)
{
  HvDay last = hv_day_from_ymd (year, month, month == 9 ? 30 : 31);
  return last - hv_day_get_weekday (last) % 7;
}

HvZone *
zone_new_european (const char *name, int standard_hours)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (HvClockChange));
  gint32 standard = standard_hours * 3600;

  for (int year = 1981; year <= 2100; year++)
    {
      HvClockChange change[] = {
        { hv_minute_at (find_last_sunday (year, 3), 60) * 60, standard + 3600 },
        { hv_minute_at (find_last_sunday (year, year < 1996 ? 9 : 10), 60) * 60, standard },
      };
      g_array_append_vals (changes, change, G_N_ELEMENTS (change));
    }
  return hv_zone_new (name, standard, (const HvClockChange *)(gpointer)changes->data, changes->len);
}

static gint32
offset_at (GTimeZone *zone, gint64 utc)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

/* The first instant with the offset of `late`, which differs from that of `early`. */
static gint64
find_change (GTimeZone *zone, gint64 early, gint64 late)
{
  gint32 before = offset_at (zone, early);
  while (late - early > 1)
    {
      gint64 middle = early + (late - early) / 2;
      *(offset_at (zone, middle) == before ? &early : &late) = middle;
    }
  return late;
}

/* No zone changes its offset and back within a week. */
HvZone *
zone_new_from_machine (const char *name)
{
  g_autoptr (GTimeZone) machine = g_time_zone_new_identifier (name);
  if (machine == NULL)
    return NULL;

  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (HvClockChange));
  gint64 first = instant ("1970-01-01 00:00");
  for (gint64 utc = first; utc < instant ("2060-01-01 00:00"); utc += 7 * 86400)
    {
      gint32 offset = offset_at (machine, utc + 7 * 86400);
      if (offset == offset_at (machine, utc))
        continue;
      HvClockChange change = { find_change (machine, utc, utc + 7 * 86400), offset };
      g_array_append_val (changes, change);
    }
  return hv_zone_new (name, offset_at (machine, first), (const HvClockChange *)(gpointer)changes->data, changes->len);
}

HvZone *
zone_find (const char *name, gpointer unused)
{
  static HvZone *zones[4];
  if (zones[0] == NULL)
    {
      zones[0] = zone_new_european ("Europe/Copenhagen", 1);
      zones[1] = zone_new_european ("Europe/Stockholm", 1);
      zones[2] = zone_new_european ("Europe/Helsinki", 2);
      zones[3] = hv_zone_new ("Asia/Kolkata", 19800, NULL, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strcmp (name, hv_zone_get_name (zones[i])) == 0)
      return zones[i];
  return NULL;
}
