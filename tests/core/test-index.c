/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-index.h"

static char some_values[512];

static void
test_ids (void)
{
  static const gint64 ids[] = { 0, 1, -1, 16, 32, G_MAXINT64, G_MININT64, 1 };

  g_autoptr (HvIndex) index = hv_index_new (NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      hv_index_remove (index, ids[i]); /* not there: nothing happens */
      hv_index_take (index, ids[i], &some_values[i]);
      g_assert_true (hv_index_find (index, ids[i]) == &some_values[i]);
    }
  g_assert_true (hv_index_find (index, 1) == &some_values[7]); /* replaced */
  g_assert_null (hv_index_find (index, 2));
}

/* The index and an array, through the same twenty thousand changes. */
static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);
  g_autoptr (HvIndex) index = hv_index_new (NULL, NULL);
  gpointer expected[G_N_ELEMENTS (some_values)] = { NULL };

  for (int step = 0; step < 20000; step++)
    {
      int id = g_rand_int_range (rand, 0, G_N_ELEMENTS (expected));
      if (g_rand_int_range (rand, 0, 5) < (step / 5000 % 2 == 0 ? 3 : 2)) /* it fills, and empties, and fills */
        {
          expected[id] = &some_values[g_rand_int_range (rand, 0, G_N_ELEMENTS (some_values))];
          hv_index_take (index, id, expected[id]);
        }
      else
        {
          expected[id] = NULL;
          hv_index_remove (index, id);
        }

      if (step % 100 == 0)
        for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
          g_assert_true (hv_index_find (index, (gint64)i) == expected[i]);
    }
}

static gpointer
ref_group (gpointer group)
{
  return g_ptr_array_ref (group);
}

static void
unref_group (gpointer group)
{
  g_ptr_array_unref (group);
}

static void
test_copy (void)
{
  GPtrArray *group = g_ptr_array_new ();
  HvIndex *index = hv_index_new (ref_group, unref_group);
  for (gint64 id = 0; id < 100; id++)
    hv_index_take (index, id, g_ptr_array_ref (group));

  g_autoptr (HvIndex) copy = hv_index_copy (index);
  hv_index_remove (copy, 5);
  hv_index_take (copy, 7, g_ptr_array_new ());
  hv_index_take (copy, 200, g_ptr_array_ref (group));
  g_assert_true (hv_index_find (index, 5) == group);
  g_assert_true (hv_index_find (index, 7) == group);
  g_assert_null (hv_index_find (index, 200));

  hv_index_free (index);
  g_ptr_array_unref (group);
  for (gint64 id = 10; id < 100; id++)
    g_assert_true (hv_index_find (copy, id) == group); /* the copy holds it alone */
  g_assert_null (hv_index_find (copy, 5));
  g_assert_cmpuint (((GPtrArray *)hv_index_find (copy, 7))->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/ids", test_ids);
  g_test_add_func ("/index/many", test_many);
  g_test_add_func ("/index/copy", test_copy);
  return g_test_run ();
}
