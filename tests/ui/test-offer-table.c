/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-offer-table.h"

typedef struct
{
  HvOfferSpan spans[3];
  gsize n;
  int first; /* hours asked for */
  int last;
  int table_first; /* and what there is: hour, minutes a row, rows */
  int step;
  guint n_rows;
} Shape;

static const Shape shapes[] = {
  { { { 0 } }, 0, 9, 19, 9, 60, 10 },
  { { { 1, 720, 1020, HV_OFFER_CAN } }, 1, 9, 19, 9, 60, 10 },
  { { { 1, 420, 1020, HV_OFFER_CAN } }, 1, 9, 19, 7, 60, 12 },
  { { { 1, 720, 1440, HV_OFFER_CAN } }, 1, 9, 19, 9, 60, 15 },
  { { { 1, 750, 1020, HV_OFFER_CAN } }, 1, 9, 19, 9, 30, 20 },
  { { { 1, 735, 1020, HV_OFFER_CAN } }, 1, 9, 19, 9, 15, 40 },
  { { { 1, 725, 1020, HV_OFFER_CAN } }, 1, 9, 19, 9, 5, 120 },
  { { { 1, 727, 1020, HV_OFFER_CAN } }, 1, 9, 19, 9, 5, 120 },
  { { { 5, 1320, 1800, HV_OFFER_CAN } }, 1, 9, 19, 9, 60, 21 }, /* until 30:00 */
  { { { 5, 0, 2880, HV_OFFER_CAN } }, 1, 9, 19, 0, 60, 48 },
  { { { 0 } }, 0, 10, 10, 10, 60, 1 }, /* at least a row */
};

static void
test_shapes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const Shape *shape = &shapes[i];
      g_autoptr (HvOfferTable) table = hv_offer_table_new (shape->spans, shape->n, shape->first, shape->last);
      g_assert_cmpint (table->first, ==, shape->table_first * 60);
      g_assert_cmpint (table->step, ==, shape->step);
      g_assert_cmpuint (table->n_rows, ==, shape->n_rows);
    }
}

/* Spans without overlaps come out as they went in. */
static void
test_round_trip (void)
{
  static const struct
  {
    HvOfferSpan spans[4];
    gsize n;
  } table[] = {
    { { { 0 } }, 0 },
    { { { 1, 720, 1020, HV_OFFER_CAN }, { 2, 540, 720, HV_OFFER_CAN }, { 3, 540, 780, HV_OFFER_RATHER_NOT } }, 3 },
    { { { 1, 540, 600, HV_OFFER_CAN }, { 1, 600, 660, HV_OFFER_RATHER_NOT }, { 1, 660, 720, HV_OFFER_CAN } }, 3 },
    { { { 1, 1320, 1800, HV_OFFER_CAN }, { 7, 0, 45, HV_OFFER_RATHER_NOT } }, 2 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvOfferTable) painted = hv_offer_table_new (table[i].spans, table[i].n, 9, 19);
      g_autoptr (GArray) spans = hv_offer_table_list_spans (painted);
      g_assert_cmpuint (spans->len, ==, table[i].n);
      for (guint j = 0; j < spans->len; j++)
        {
          const HvOfferSpan *span = &g_array_index (spans, HvOfferSpan, j);
          g_assert_cmpint (span->weekday, ==, table[i].spans[j].weekday);
          g_assert_cmpint (span->start, ==, table[i].spans[j].start);
          g_assert_cmpint (span->end, ==, table[i].spans[j].end);
          g_assert_cmpint (span->offer, ==, table[i].spans[j].offer);
        }
    }
}

/* What fits no cell promises nothing that was not said. */
static void
test_odd_minutes (void)
{
  const HvOfferSpan span = { 1, 12 * 60 + 7, 13 * 60 + 2, HV_OFFER_CAN };
  g_autoptr (HvOfferTable) table = hv_offer_table_new (&span, 1, 9, 19);
  g_autoptr (GArray) spans = hv_offer_table_list_spans (table);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_array_index (spans, HvOfferSpan, 0).start, ==, 12 * 60 + 10);
  g_assert_cmpint (g_array_index (spans, HvOfferSpan, 0).end, ==, 13 * 60);
}

static void
test_next (void)
{
  g_assert_cmpint (hv_offer_get_next (HV_OFFER_CANNOT), ==, HV_OFFER_CAN);
  g_assert_cmpint (hv_offer_get_next (HV_OFFER_CAN), ==, HV_OFFER_RATHER_NOT);
  g_assert_cmpint (hv_offer_get_next (HV_OFFER_RATHER_NOT), ==, HV_OFFER_CANNOT);
}

static void
test_equal (void)
{
  g_autoptr (HvOfferTable) a = hv_offer_table_new (NULL, 0, 9, 19);
  g_autoptr (HvOfferTable) b = hv_offer_table_copy (a);
  g_assert_true (hv_offer_table_equal (a, b));
  hv_offer_table_set (b, 7, 9, HV_OFFER_CAN);
  g_assert_false (hv_offer_table_equal (a, b));
  g_assert_cmpint (hv_offer_table_get (a, 7, 9), ==, HV_OFFER_CANNOT);
  g_autoptr (HvOfferTable) longer = hv_offer_table_new (NULL, 0, 9, 20);
  g_assert_false (hv_offer_table_equal (a, longer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offer-table/shapes", test_shapes);
  g_test_add_func ("/offer-table/round-trip", test_round_trip);
  g_test_add_func ("/offer-table/odd-minutes", test_odd_minutes);
  g_test_add_func ("/offer-table/next", test_next);
  g_test_add_func ("/offer-table/equal", test_equal);
  return g_test_run ();
}
