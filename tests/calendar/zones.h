/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Zones for the tests: by rule, and as this machine's tzdata has them. */

#include "hv-zone.h"

/* "2026-10-25 01:00" as seconds of UTC. */
gint64 instant (const char *text);

/* The EU's rule from 1981 to 2100, with September as the end of summer until 1995. */
HvZone *zone_new_european (const char *name, int standard_hours);

/* NULL when the machine does not know it. */
HvZone *zone_new_from_machine (const char *name);

/* HvCalendarFindZone: Copenhagen, Stockholm and Helsinki by rule, Asia/Kolkata without
 * changes, and whatever else is NULL. */
HvZone *zone_find (const char *name, gpointer unused);
