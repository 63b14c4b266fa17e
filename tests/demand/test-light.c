/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-light.h"

static const struct
{
  HvLightFacts facts; /* known, risk, worst wait, fewest on duty, least crew */
  const char *expected;
} cases[] = {
  { { true, 0.20, 0, 2, 2 }, "green" },    { { true, 0, 29.9, 5, 2 }, "green" },
  { { true, 0.2001, 0, 2, 2 }, "yellow" }, { { true, 0.40, 29.9, 2, 2 }, "yellow" },
  { { true, 0.4001, 0, 2, 2 }, "red" },    { { true, 0, 30, 2, 2 }, "red" },
  { { true, 0, 0, 1, 2 }, "red" },         { { true, 0, 0, 0, 0 }, "red" },
  { { false, 0, 0, 2, 2 }, "grey" },       { { false, 0.9, 90, 2, 2 }, "grey" },
  { { false, 0, 0, 0, 2 }, "red" },        { { false, 0, 0, 1, 2 }, "red" },
  { { true, 0, 1000000, 3, 2 }, "red" },
};

static void
test_light (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HvLightFacts *facts = &cases[i].facts;

      g_test_message ("known %d, risk %g, wait %g, %d of %d", facts->known, facts->risk, facts->worst_wait,
                      facts->fewest, facts->least);
      g_assert_cmpstr (hv_light_get_name (hv_light_find (facts)), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/light", test_light);
  return g_test_run ();
}
