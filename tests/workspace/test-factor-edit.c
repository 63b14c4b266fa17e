/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-error.h"
#include "hv-expectation.h"
#include "hv-factor-edit.h"

static void
test_reads_factors (void)
{
  static const struct
  {
    const char *text;
    HvMicro factor; /* 0: refused */
  } cases[] = {
    { "1,5", 1500000 }, { "1.5", 1500000 },   { "×1,5", 1500000 }, { " × 2 ", 2000000 }, { "150 %", 1500000 },
    { "80%", 800000 },  { "0,1", 100000 },    { "10", 10000000 },  { "1", 1000000 },     { "0", 0 },
    { "0,05", 0 },      { "11", 0 },          { "-1", 0 },         { "1e1", 0 },         { "inf", 0 },
    { "nan", 0 },       { "1.2.3", 0 },       { "half", 0 },       { "%", 0 },           { "", 0 },
    { "½", 0 },         { "1,333", 1333000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvMicro factor = 0;
      g_autoptr (GError) error = NULL;
      bool ok = hv_factor_parse (cases[i].text, &factor, &error);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (factor, ==, cases[i].factor);
      g_assert_true (ok == (cases[i].factor != 0));
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, ok ? NULL : "bad-input");
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *name;
    const char *from;
    const char *to;
    const char *error;
  } cases[] = {
    { "New ID launched", "2026-W19", "2026-W22", NULL },
    { "One week", "2026-W19", "2026-W19", NULL },
    { "Over the year", "2026-W53", "2027-W01", NULL },
    { "Backwards", "2026-W22", "2026-W19", "bad-input" },
    { "  ", "2026-W19", "2026-W22", "bad-input" },
    { "cpr 150480-1234", "2026-W19", "2026-W22", "identity-number" },
    { "half a letter \xc3", "2026-W19", "2026-W22", "bad-input" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HvFactorFacts facts = { HV_NONE, week (cases[i].from), week (cases[i].to), 1500000, cases[i].name };
      g_autoptr (HvEdit) edit = hv_factor_edit_add (&facts, new_source (), &error);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      g_assert_true ((edit == NULL) == (error != NULL));
    }
}

/* --- what they do --- */

static HvRoster *
add (const HvRoster *roster, HvId house, const char *from, const char *to, double times, const char *name)
{
  g_autoptr (GError) error = NULL;
  HvFactorFacts facts = { house, week (from), week (to), (HvMicro)(times * HV_MICRO), name };
  HvEditSource source = new_source ();
  source.next_id += hv_roster_list (roster, HV_KIND_FACTOR)->len;
  g_autoptr (HvEdit) edit = hv_factor_edit_add (&facts, source, &error);
  g_assert_no_error (error);
  return hv_roster_apply (roster, edit);
}

static void
test_multiplies (void)
{
  static const struct
  {
    HvId house;
    const char *week;
    double factor;
  } cases[] = {
    { JUELSMINDE, "2026-W18", 1 }, { JUELSMINDE, "2026-W19", 1.5 }, { JUELSMINDE, "2026-W22", 3 },
    { JUELSMINDE, "2026-W23", 1 }, { TORRING, "2026-W19", 1.5 },    { TORRING, "2026-W22", 1.5 },
    { ONLINE, "2026-W20", 1.5 },
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) all = add (before, HV_NONE, "2026-W19", "2026-W22", 1.5, "New ID launched");
  g_autoptr (HvRoster) roster = add (all, JUELSMINDE, "2026-W22", "2026-W22", 2, "Market day");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, house %d", cases[i].week, (int)cases[i].house);
      g_assert_cmpfloat (hv_factor_find (roster, cases[i].house, week (cases[i].week)), ==, cases[i].factor);
    }

  g_autoptr (GPtrArray) juelsminde = hv_factor_edit_list (roster, JUELSMINDE);
  g_autoptr (GPtrArray) torring = hv_factor_edit_list (roster, TORRING);
  g_assert_cmpuint (juelsminde->len, ==, 2);
  g_assert_cmpstr (((const HvFactor *)g_ptr_array_index (juelsminde, 0))->name, ==, "Market day");
  g_assert_cmpuint (torring->len, ==, 1);
}

static void
test_says (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) all = add (before, HV_NONE, "2026-W19", "2026-W22", 1.5, "New ID launched");
  g_autoptr (HvRoster) roster = add (all, TORRING, "2026-W53", "2026-W53", 1.25, "Between the years");
  g_autoptr (GPtrArray) factors = hv_factor_edit_list (roster, HV_NONE);
  const char *const words[] = { "week 53 · ×1.25 · Tørring", "weeks 19–22 · ×1.5 · all houses" };
  g_assert_cmpuint (factors->len, ==, 2);
  for (guint i = 0; i < factors->len; i++)
    {
      char *said = hv_factor_edit_describe (roster, g_ptr_array_index (factors, i), 2026, HV_LANGUAGE_EN);
      g_autofree char *plain = week_plain (said);
      g_assert_cmpstr (plain, ==, words[i]);
    }
}

/* A factor lifts the forecast; changed it lifts it more; removed not at all. */
static void
test_changes_the_forecast (void)
{
  g_autoptr (World) world = world_new ();
  const char *const mondays[] = { "2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27" };
  for (gsize i = 0; i < G_N_ELEMENTS (mondays); i++)
    week_count (world, JUELSMINDE, mondays[i], 50);
  HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) usual = world_end (world);
  double mean = hv_expectation_find (usual, week_find_opening (usual, shift)).visits.mean;
  g_assert_cmpfloat_with_epsilon (mean, 50, 0.5);

  g_autoptr (HvRoster) lifted = add (usual, JUELSMINDE, "2026-W19", "2026-W22", 1.5, "New ID launched");
  double more = hv_expectation_find (lifted, week_find_opening (lifted, shift)).visits.mean;
  g_assert_cmpfloat_with_epsilon (more, 1.5 * mean, 1e-6);

  const HvFactor *factor = g_ptr_array_index ((GPtrArray *)hv_roster_list (lifted, HV_KIND_FACTOR), 0);
  HvFactorFacts facts = { JUELSMINDE, week ("2026-W19"), week ("2026-W19"), 2 * HV_MICRO, "Twice" };
  g_autoptr (HvEdit) change = hv_factor_edit_change (factor, &facts, new_source (), NULL);
  g_autoptr (HvRoster) changed = hv_roster_apply (lifted, change);
  g_assert_cmpfloat_with_epsilon (hv_expectation_find (changed, week_find_opening (changed, shift)).visits.mean,
                                  2 * mean, 1e-6);

  g_autoptr (HvEdit) removal = hv_factor_edit_remove (factor, new_source ());
  g_autoptr (HvRoster) removed = hv_roster_apply (lifted, removal);
  g_assert_cmpuint (hv_roster_list (removed, HV_KIND_FACTOR)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/factor-edit/reads-factors", test_reads_factors);
  g_test_add_func ("/factor-edit/refuses", test_refuses);
  g_test_add_func ("/factor-edit/multiplies", test_multiplies);
  g_test_add_func ("/factor-edit/says", test_says);
  g_test_add_func ("/factor-edit/changes-the-forecast", test_changes_the_forecast);
  return g_test_run ();
}
