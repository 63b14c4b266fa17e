/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-zone.h"

#include <string.h>

#define SECONDS_PER_MINUTE 60

struct _HvZone
{
  gatomicrefcount refs;
  char *name;
  gint32 first_offset;
  gsize n_changes;
  HvClockChange changes[];
};

/* Between two changes the local clock runs evenly: an era. Era 0 lies before the
 * first change, era i begins with change i − 1. */
static gint32
get_offset (const HvZone *zone, gsize era)
{
  return era == 0 ? zone->first_offset : zone->changes[era - 1].offset;
}

/* What the local clock, in seconds, shows when an era begins, and would show when it
 * ends. In the autumn an era begins before the one before has ended. */
static gint64
get_local_start (const HvZone *zone, gsize era)
{
  return era == 0 ? G_MININT64 : zone->changes[era - 1].at + get_offset (zone, era);
}

static gint64
get_local_end (const HvZone *zone, gsize era)
{
  return era == zone->n_changes ? G_MAXINT64 : zone->changes[era].at + get_offset (zone, era);
}

static bool
are_in_order (gint32 first_offset, const HvClockChange *changes, gsize n_changes)
{
  gint64 previous_end = G_MININT64;
  gint32 offset = first_offset;

  for (gsize i = 0; i < n_changes; i++)
    {
      gint64 end = changes[i].at + offset;
      if ((i > 0 && changes[i].at <= changes[i - 1].at) || end <= previous_end)
        return false;
      previous_end = end;
      offset = changes[i].offset;
    }
  return true;
}

HvZone *
hv_zone_new (const char *name, gint32 first_offset, const HvClockChange *changes, gsize n_changes)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (are_in_order (first_offset, changes, n_changes), NULL);

  HvZone *zone = g_malloc0 (sizeof *zone + n_changes * sizeof *changes);
  g_atomic_ref_count_init (&zone->refs);
  zone->name = g_strdup (name);
  zone->first_offset = first_offset;
  zone->n_changes = n_changes;
  if (n_changes > 0)
    memcpy (zone->changes, changes, n_changes * sizeof *changes);
  return zone;
}

HvZone *
hv_zone_ref (HvZone *zone)
{
  g_atomic_ref_count_inc (&zone->refs);
  return zone;
}

void
hv_zone_unref (HvZone *zone)
{
  if (!g_atomic_ref_count_dec (&zone->refs))
    return;
  g_free (zone->name);
  g_free (zone);
}

const char *
hv_zone_get_name (const HvZone *zone)
{
  return zone->name;
}

/* The era of an instant: as many changes lie at or before it. */
static gsize
find_era (const HvZone *zone, gint64 utc)
{
  gsize low = 0;
  gsize high = zone->n_changes;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (zone->changes[middle].at > utc)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

gint32
hv_zone_get_offset (const HvZone *zone, gint64 utc)
{
  return get_offset (zone, find_era (zone, utc));
}

bool
hv_zone_find_change (const HvZone *zone, gint64 after, HvClockChange *ret_change)
{
  gsize era = find_era (zone, after);
  if (era == zone->n_changes)
    return false;

  *ret_change = zone->changes[era];
  return true;
}

/* The first era that has not ended yet when the local clock shows `seconds`. */
static gsize
find_era_by_local (const HvZone *zone, gint64 seconds)
{
  gsize low = 0;
  gsize high = zone->n_changes;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (get_local_end (zone, middle) > seconds)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

gint64
hv_zone_to_utc (const HvZone *zone, HvMinute local, HvLocalKind *ret_kind)
{
  gint64 seconds = local * SECONDS_PER_MINUTE;
  gsize era = find_era_by_local (zone, seconds);
  bool never = seconds < get_local_start (zone, era);
  bool twice = !never && era < zone->n_changes && seconds >= get_local_start (zone, era + 1);

  if (ret_kind != NULL)
    *ret_kind = never ? HV_LOCAL_NEVER : twice ? HV_LOCAL_TWICE : HV_LOCAL_ONCE;
  return never ? zone->changes[era - 1].at : seconds - get_offset (zone, era);
}

HvMinute
hv_zone_to_local (const HvZone *zone, gint64 utc)
{
  gint64 seconds = utc + hv_zone_get_offset (zone, utc);
  HvMinute minutes = seconds / SECONDS_PER_MINUTE;
  return seconds % SECONDS_PER_MINUTE < 0 ? minutes - 1 : minutes;
}

gint64
hv_zone_elapsed (const HvZone *zone, HvSpan span)
{
  gint64 seconds = hv_zone_to_utc (zone, span.to, NULL) - hv_zone_to_utc (zone, span.from, NULL);
  return seconds / SECONDS_PER_MINUTE;
}
