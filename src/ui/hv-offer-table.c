/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-offer-table.h"

#include <string.h>

#define WEEKDAYS 7
#define HOURS_MAX 48

/* --- its shape --- */

static bool
fits (const HvOfferSpan *spans, gsize n_spans, int step)
{
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].start % step != 0 || spans[i].end % step != 0)
      return false;
  return true;
}

static int
find_step (const HvOfferSpan *spans, gsize n_spans)
{
  static const int steps[] = { 60, 30, 15, 5 };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (fits (spans, n_spans, steps[i]))
      return steps[i];
  return 5;
}

static HvOffer *
get_cell (const HvOfferTable *table, int weekday, guint row)
{
  return &table->cells[(weekday - 1) * table->n_rows + row];
}

/* --- painting the spans --- */

static void
paint (HvOfferTable *table, const HvOfferSpan *span)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      int start = hv_offer_table_get_start (table, row);
      if (span->start <= start && start + table->step <= span->end)
        *get_cell (table, span->weekday, row) = span->offer;
    }
}

HvOfferTable *
hv_offer_table_new (const HvOfferSpan *spans, gsize n_spans, int first_hour, int last_hour)
{
  int first = CLAMP (first_hour, 0, HOURS_MAX - 1);
  int last = CLAMP (last_hour, first + 1, HOURS_MAX);
  for (gsize i = 0; i < n_spans; i++)
    {
      first = MIN (first, spans[i].start / 60);
      last = MAX (last, (spans[i].end + 59) / 60);
    }

  HvOfferTable *table = g_new0 (HvOfferTable, 1);
  table->first = first * 60;
  table->step = find_step (spans, n_spans);
  table->n_rows = (guint)((last - first) * 60 / table->step);
  table->cells = g_new (HvOffer, WEEKDAYS * table->n_rows);
  for (guint i = 0; i < WEEKDAYS * table->n_rows; i++)
    table->cells[i] = HV_OFFER_CANNOT;
  for (gsize i = 0; i < n_spans; i++)
    paint (table, &spans[i]);
  return table;
}

HvOfferTable *
hv_offer_table_copy (const HvOfferTable *table)
{
  HvOfferTable *copy = g_memdup2 (table, sizeof *table);
  copy->cells = g_memdup2 (table->cells, sizeof (HvOffer) * WEEKDAYS * table->n_rows);
  return copy;
}

void
hv_offer_table_free (HvOfferTable *table)
{
  if (table == NULL)
    return;
  g_free (table->cells);
  g_free (table);
}

/* --- cells --- */

HvOffer
hv_offer_table_get (const HvOfferTable *table, int weekday, guint row)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= WEEKDAYS && row < table->n_rows, HV_OFFER_CANNOT);
  return *get_cell (table, weekday, row);
}

void
hv_offer_table_set (HvOfferTable *table, int weekday, guint row, HvOffer offer)
{
  g_return_if_fail (weekday >= 1 && weekday <= WEEKDAYS && row < table->n_rows);
  *get_cell (table, weekday, row) = offer;
}

bool
hv_offer_table_equal (const HvOfferTable *a, const HvOfferTable *b)
{
  return a->first == b->first && a->step == b->step && a->n_rows == b->n_rows
         && memcmp (a->cells, b->cells, sizeof (HvOffer) * WEEKDAYS * a->n_rows) == 0;
}

int
hv_offer_table_get_start (const HvOfferTable *table, guint row)
{
  return table->first + (int)row * table->step;
}

GArray *
hv_offer_table_list_spans (const HvOfferTable *table)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HvOfferSpan));
  for (int weekday = 1; weekday <= WEEKDAYS; weekday++)
    for (guint row = 0; row < table->n_rows; row++)
      {
        HvOffer offer = *get_cell (table, weekday, row);
        int start = hv_offer_table_get_start (table, row);
        HvOfferSpan span = { weekday, start, start + table->step, offer };
        if (offer == HV_OFFER_CANNOT)
          continue;
        if (row > 0 && *get_cell (table, weekday, row - 1) == offer)
          g_array_index (spans, HvOfferSpan, spans->len - 1).end = span.end;
        else
          g_array_append_val (spans, span);
      }
  return spans;
}

HvOffer
hv_offer_get_next (HvOffer offer)
{
  static const HvOffer next[] = {
    [HV_OFFER_CANNOT] = HV_OFFER_CAN,
    [HV_OFFER_CAN] = HV_OFFER_RATHER_NOT,
    [HV_OFFER_RATHER_NOT] = HV_OFFER_CANNOT,
  };
  g_return_val_if_fail (offer <= HV_OFFER_CANNOT, HV_OFFER_CAN);
  return next[offer];
}
