/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvOfferTable: an ordinary week cut into cells, seven columns of hours, as it can be
 * painted.
 *
 * The rows are hours, or half or quarter hours or less where the spans need it, and
 * reach as far as the spans do: 22:00–06:00 of a Friday is in the Friday's column, down
 * to 30:00. What does not fit the smallest cells counts as little as it must: a cell is
 * "can" only when all of it is.
 */

#include "hv-week-pattern.h"

G_BEGIN_DECLS

typedef struct
{
  int first; /* minute of the day at which the first row begins */
  int step;  /* minutes a row */
  guint n_rows;
  HvOffer *cells; /* n_rows of the first weekday, then of the next */
} HvOfferTable;

/* At least the hours from first to last (0–48). */
HvOfferTable *hv_offer_table_new (const HvOfferSpan *spans, gsize n_spans, int first_hour, int last_hour);
HvOfferTable *hv_offer_table_copy (const HvOfferTable *table);
void hv_offer_table_free (HvOfferTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvOfferTable, hv_offer_table_free)

/* Weekdays are 1–7. */
HvOffer hv_offer_table_get (const HvOfferTable *table, int weekday, guint row);
void hv_offer_table_set (HvOfferTable *table, int weekday, guint row, HvOffer offer);
bool hv_offer_table_equal (const HvOfferTable *a, const HvOfferTable *b); /* of the same shape */

int hv_offer_table_get_start (const HvOfferTable *table, guint row); /* minute of the day */

/* What the cells say, as hv_week_pattern_replace () takes it. New array. */
GArray *hv_offer_table_list_spans (const HvOfferTable *table);

/* The state after this one: cannot, can, rather not, and again. */
HvOffer hv_offer_get_next (HvOffer offer);

G_END_DECLS
