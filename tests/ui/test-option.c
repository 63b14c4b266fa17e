/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option.h"

static GArray *
make_obstacles (int n, const HvWeight *weights)
{
  GArray *obstacles = g_array_new (FALSE, TRUE, sizeof (HvObstacle));
  for (int i = 0; i < n; i++)
    {
      HvObstacle obstacle = { .rule = weights[i] == HV_WEIGHT_SOFT ? HV_RULE_ALONE : HV_RULE_HOUSE,
                              .weight = weights[i] };
      g_array_append_val (obstacles, obstacle);
    }
  return obstacles;
}

/* The heaviest obstacle decides what may be done. */
static void
test_kinds (void)
{
  static const struct
  {
    int n;
    HvWeight weights[3];
    HvOptionKind kind;
    bool excluded;
  } table[] = {
    { 0, { 0 }, HV_OPTION_FREE, false },
    { 1, { HV_WEIGHT_SOFT }, HV_OPTION_FREE, false },
    { 1, { HV_WEIGHT_BY_HAND }, HV_OPTION_FREE, true },
    { 1, { HV_WEIGHT_HARD }, HV_OPTION_ASK, true },
    { 1, { HV_WEIGHT_FINAL }, HV_OPTION_NEVER, true },
    { 2, { HV_WEIGHT_HARD, HV_WEIGHT_SOFT }, HV_OPTION_ASK, true },
    { 3, { HV_WEIGHT_SOFT, HV_WEIGHT_HARD, HV_WEIGHT_FINAL }, HV_OPTION_NEVER, true },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GArray) obstacles = make_obstacles (table[i].n, table[i].weights);
      g_autoptr (HvOption) option = hv_option_new (7, "Bo", "bo", obstacles);
      g_assert_cmpint (hv_option_get_kind (option), ==, table[i].kind);
      g_assert_cmpint (hv_option_is_excluded (option), ==, table[i].excluded);
      g_assert_false (hv_option_is_described (option));
    }
}

static HvOption *
make_described (const HvRoster *roster, guint rank, const char *reason, HvWeight weight, bool has_obstacle)
{
  g_autoptr (GArray) obstacles = make_obstacles (has_obstacle, &weight);
  HvOption *option = hv_option_new (7, "Bo", "bo", obstacles);
  hv_option_set_rank (option, rank);
  if (reason != NULL)
    hv_option_add_reason (option, "object-select-symbolic", g_strdup (reason));
  hv_option_add_obstacles (option, obstacles, false, roster, HV_LANGUAGE_EN);
  return option;
}

/* What a screen reader reads is one sentence with everything in it. */
static void
test_said (void)
{
  static const struct
  {
    guint rank;
    const char *reason;
    HvWeight weight;
    bool has_obstacle;
    const char *said;
  } table[] = {
    { 1, "can all day", HV_WEIGHT_SOFT, false, "Bo, best choice: can all day." },
    { 2, "can all day", HV_WEIGHT_SOFT, false, "Bo: can all day." },
    { 2, "can all day", HV_WEIGHT_SOFT, true, "Bo: can all day, alone on duty." },
    { 0, NULL, HV_WEIGHT_SOFT, false, "Bo" },
    { 0, NULL, HV_WEIGHT_HARD, true,
      "Bo, not possible: does not help in this house. Can be chosen anyway when you give a reason." },
    { 0, NULL, HV_WEIGHT_FINAL, true, "Bo, not possible: does not help in this house." },
    { 0, NULL, HV_WEIGHT_BY_HAND, true, "Bo: does not help in this house." },
  };
  g_autoptr (HvRoster) roster = hv_roster_builder_end (hv_roster_builder_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvOption) option =
          make_described (roster, table[i].rank, table[i].reason, table[i].weight, table[i].has_obstacle);
      g_autofree char *said = hv_option_say (option, HV_LANGUAGE_EN);
      g_assert_cmpstr (said, ==, table[i].said);
      g_assert_true (hv_option_is_described (option));
    }
}

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_question (void)
{
  g_autoptr (GArray) obstacles = make_obstacles (0, NULL);
  g_autoptr (HvOption) option = hv_option_new (7, "Bo", "bo", obstacles);
  int n = 0;
  g_signal_connect_swapped (option, "notify::asking", G_CALLBACK (count_cb), &n);
  g_assert_cmpstr (hv_option_get_typed (option), ==, "");
  hv_option_set_asking (option, true);
  hv_option_set_asking (option, true);
  hv_option_set_typed (option, "has promised");
  hv_option_set_asking (option, false);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpstr (hv_option_get_typed (option), ==, "has promised");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/option/kinds", test_kinds);
  g_test_add_func ("/option/said", test_said);
  g_test_add_func ("/option/question", test_question);
  return g_test_run ();
}
