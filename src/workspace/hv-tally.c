/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-tally.h"

#include "hv-slots.h"

#define EARLY HV_SLOT_MINUTES      /* people at the door before it opens */
#define LATE (2 * HV_SLOT_MINUTES) /* people who are let in at the last moment */

HvTally
hv_tally_read (const HvOpening *opening, const HvVisit *visit)
{
  HvTally tally = { .count = visit == NULL ? 0 : visit->count };
  gint64 half_hours = (opening->ends - opening->starts + HV_SLOT_MINUTES - 1) / HV_SLOT_MINUTES;
  tally.n_slots = (int)CLAMP (half_hours, 1, HV_TALLY_MOST_SLOTS);
  g_autoptr (GArray) numbers = hv_slots_parse (visit == NULL ? NULL : visit->slots);
  tally.has_slots = numbers != NULL && numbers->len > 0;
  for (guint i = 0; tally.has_slots && i < numbers->len && i < (guint)tally.n_slots; i++)
    tally.slots[i] = (int)g_array_index (numbers, gint64, i);
  return tally;
}

int
hv_tally_find_slot (const HvTally *tally, const HvOpening *opening, HvMinute now)
{
  if (now < opening->starts - EARLY || now >= opening->ends + LATE)
    return -1;
  return CLAMP ((int)((now - opening->starts) / HV_SLOT_MINUTES), 0, tally->n_slots - 1);
}

/* The half hour that is fewer may have been counted in another: the last ones give way. */
static void
trim_slots (HvTally *tally)
{
  gint64 left = tally->count;
  for (int i = 0; i < tally->n_slots; i++)
    {
      tally->slots[i] = (int)MIN (tally->slots[i], left);
      left -= tally->slots[i];
    }
}

bool
hv_tally_step (HvTally *tally, int step, int slot)
{
  if (tally->count + step < 0)
    return false;
  tally->count += step;
  if (slot >= 0 && slot < tally->n_slots && tally->slots[slot] + step >= 0)
    {
      tally->slots[slot] += step;
      tally->has_slots = true;
    }
  trim_slots (tally);
  return true;
}

char *
hv_tally_format_slots (const HvTally *tally)
{
  if (!tally->has_slots)
    return NULL;
  GString *text = g_string_new (NULL);
  for (int i = 0; i < tally->n_slots; i++)
    g_string_append_printf (text, "%s%d", i == 0 ? "" : " ", tally->slots[i]);
  return g_string_free (text, FALSE);
}
