/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-profile.h"
#include "hv-terms.h"

/* Tallies per half hour, the door in the first → shares of those who come later. */
static const struct
{
  const char *what;
  double tallies[4];
  double door;
  double expected[4];
} profiles[] = {
  { "nothing counted", { 0, 0, 0, 0 }, 0.1, { 0.25, 0.25, 0.25, 0.25 } },
  { "nothing counted, no door", { 0, 0, 0, 0 }, 0, { 0.25, 0.25, 0.25, 0.25 } },
  { "forty, all in the last", { 0, 0, 0, 40 }, 0, { 0.125, 0.125, 0.125, 0.625 } },
  { "as expected with the door", { 32.5, 22.5, 22.5, 22.5 }, 0.1, { 0.25, 0.25, 0.25, 0.25 } },
  { "everybody at the door", { 0, 0, 0, 0 }, 1, { 0.25, 0.25, 0.25, 0.25 } },
  { "fewer at the door than thought", { 0, 1e9, 1e9, 1e9 }, 0.2, { 0, 1 / 3.0, 1 / 3.0, 1 / 3.0 } },
};

static void
test_profile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      double found[4];

      hv_profile_find (profiles[i].tallies, NULL, 4, profiles[i].door, found);
      for (gsize j = 0; j < 4; j++)
        check_near (profiles[i].what, "share", found[j], profiles[i].expected[j], 1e-7);
    }
}

static void
test_profile_default (void)
{
  const double tallies[] = { 0, 40 };
  const double defaults[] = { 30, 10 };
  const double nothing[] = { 0, 0 };
  double found[2];

  hv_profile_find (tallies, defaults, 2, 0, found);
  check_near ("default 3 : 1, forty in the second", "share", found[0], 0.375, 1e-12);
  hv_profile_find (tallies, nothing, 2, 0, found);
  check_near ("default of nothing is flat", "share", found[0], 0.25, 1e-12);
}

/* --- visits over the quarter hours of an opening --- */

static const struct
{
  const char *what;
  double length;
  double door;
  double profile[4];
  gsize n_profile;
  gsize n_quarters;
  double arrivals[6];
} spreads[] = {
  { "one hour, flat", 60, 0, { 0 }, 0, 4, { 10, 10, 10, 10 } },
  { "one hour, half at the door", 60, 0.5, { 0 }, 0, 4, { 5, 5, 5, 5 } },
  { "fifty minutes, flat", 50, 0, { 0 }, 0, 4, { 12, 12, 12, 4 } },
  { "one hour, three to one", 60, 0, { 3, 1 }, 2, 4, { 15, 15, 5, 5 } },
  { "fifty minutes, three to one", 50, 0, { 3, 1 }, 2, 4, { 15, 15, 7.5, 2.5 } },
  { "profile too short", 90, 0, { 1, 1 }, 2, 6, { 10, 10, 10, 10, 0, 0 } },
  { "profile too long", 30, 0, { 1, 1, 5 }, 3, 2, { 20, 20 } },
  { "profile of nothing", 60, 0, { 0, 0 }, 2, 4, { 10, 10, 10, 10 } },
  { "ten minutes", 10, 0, { 2 }, 1, 1, { 40 } },
  { "everybody at the door", 30, 1, { 0 }, 0, 2, { 0, 0 } },
};

static void
test_spread (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
    {
      HvDemandTerms terms = { .length = spreads[i].length,
                              .minutes = 15,
                              .target_share = 0.8,
                              .target_minutes = 15,
                              .door = spreads[i].door,
                              .profile = spreads[i].n_profile > 0 ? spreads[i].profile : NULL,
                              .n_profile = spreads[i].n_profile };
      double arrivals[HV_WAITING_MAX_INTERVALS];

      g_assert_cmpint (hv_terms_check (&terms), ==, HV_WAITING_OK);
      HvWaitingInput input = hv_terms_spread (&terms, 40, arrivals);
      g_assert_cmpuint (input.n_intervals, ==, spreads[i].n_quarters);
      check_near (spreads[i].what, "door", input.door, 40 * spreads[i].door, 1e-9);
      for (gsize j = 0; j < input.n_intervals; j++)
        check_near (spreads[i].what, "arrivals", arrivals[j], spreads[i].arrivals[j], 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/tallies", test_profile);
  g_test_add_func ("/profile/default", test_profile_default);
  g_test_add_func ("/profile/spread", test_spread);
  return g_test_run ();
}
