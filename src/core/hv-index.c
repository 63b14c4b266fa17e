/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-index.h"

/* Open addressing with linear probing: an entry lies at its home or in the unbroken
 * run of entries after it. The table is at most half full. */

typedef struct
{
  gint64 id;
  gpointer value; /* NULL: a free slot */
} Slot;

struct _HvIndex
{
  Slot *slots;
  guint bits; /* there are 2^bits slots */
  gsize n;
  HvIndexRef ref;
  GDestroyNotify unref;
};

#define FIRST_BITS 4

static gsize
count_slots (const HvIndex *index)
{
  return (gsize)1 << index->bits;
}

/* Fibonacci hashing: ids count up, and this spreads them evenly. */
static gsize
get_home (const HvIndex *index, gint64 id)
{
  return ((guint64)id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - index->bits);
}

/* The slot of an id, or the free one where it belongs. */
static gsize
seek (const HvIndex *index, gint64 id)
{
  gsize mask = count_slots (index) - 1;
  gsize at = get_home (index, id);
  while (index->slots[at].value != NULL && index->slots[at].id != id)
    at = (at + 1) & mask;
  return at;
}

static void
grow (HvIndex *index)
{
  Slot *old = index->slots;
  gsize n_old = count_slots (index);

  index->bits++;
  index->slots = g_new0 (Slot, count_slots (index));
  for (gsize i = 0; i < n_old; i++)
    if (old[i].value != NULL)
      index->slots[seek (index, old[i].id)] = old[i];
  g_free (old);
}

HvIndex *
hv_index_new (HvIndexRef ref, GDestroyNotify unref)
{
  HvIndex *index = g_new0 (HvIndex, 1);
  index->bits = FIRST_BITS;
  index->slots = g_new0 (Slot, count_slots (index));
  index->ref = ref;
  index->unref = unref;
  return index;
}

HvIndex *
hv_index_copy (const HvIndex *index)
{
  HvIndex *copy = g_memdup2 (index, sizeof *index);
  copy->slots = g_memdup2 (index->slots, count_slots (index) * sizeof (Slot));
  if (copy->ref == NULL)
    return copy;

  for (gsize i = 0; i < count_slots (copy); i++)
    if (copy->slots[i].value != NULL)
      copy->ref (copy->slots[i].value);
  return copy;
}

void
hv_index_free (HvIndex *index)
{
  if (index->unref != NULL)
    for (gsize i = 0; i < count_slots (index); i++)
      if (index->slots[i].value != NULL)
        index->unref (index->slots[i].value);
  g_free (index->slots);
  g_free (index);
}

gpointer
hv_index_find (const HvIndex *index, gint64 id)
{
  return index->slots[seek (index, id)].value;
}

void
hv_index_take (HvIndex *index, gint64 id, gpointer value)
{
  g_return_if_fail (value != NULL);

  Slot *slot = &index->slots[seek (index, id)];
  if (slot->value != NULL)
    {
      if (index->unref != NULL)
        index->unref (slot->value);
      slot->value = value;
      return;
    }

  *slot = (Slot){ id, value };
  index->n++;
  if (index->n * 2 > count_slots (index))
    grow (index);
}

void
hv_index_remove (HvIndex *index, gint64 id)
{
  gsize mask = count_slots (index) - 1;
  gsize hole = seek (index, id);
  if (index->slots[hole].value == NULL)
    return;

  if (index->unref != NULL)
    index->unref (index->slots[hole].value);
  index->n--;

  /* Entries behind the hole move up into it, unless it lies before their home. */
  for (gsize at = (hole + 1) & mask; index->slots[at].value != NULL; at = (at + 1) & mask)
    {
      gsize home = get_home (index, index->slots[at].id);
      if (((at - home) & mask) < ((at - hole) & mask))
        continue;
      index->slots[hole] = index->slots[at];
      hole = at;
    }
  index->slots[hole] = (Slot){ 0, NULL };
}
