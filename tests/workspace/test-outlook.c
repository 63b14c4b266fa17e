/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-outlook.h"

#include <math.h>
#include <string.h>

/* --- lights and gaps of one opening: Juelsminde, Monday 10–13, minimum 3 --- */

static void
test_lights (void)
{
  static const struct
  {
    const char *what;
    int expected; /* −1: nothing known */
    int people;
    HvLight light;
    HvGapKind gap;
    int needed;
    int missing;
  } cases[] = {
    { "nobody", 53, 0, HV_LIGHT_RED, HV_GAP_EMPTY, 5, 5 },
    { "one too few", 53, 4, HV_LIGHT_RED, HV_GAP_SHORT, 5, 1 },
    { "enough, tight on a busy day", 53, 5, HV_LIGHT_YELLOW, HV_GAP_TIGHT, 5, 0 },
    { "comfortable", 53, 6, HV_LIGHT_GREEN, HV_GAP_NONE, 5, 0 },
    { "more than needed", 20, 8, HV_LIGHT_GREEN, HV_GAP_NONE, 3, 0 },
    { "the minimum is above the suggestion", 5, 2, HV_LIGHT_RED, HV_GAP_SHORT, 3, 1 },
    { "nobody expected", 0, 3, HV_LIGHT_GREEN, HV_GAP_NONE, 3, 0 },
    { "nothing known, as many as asked for", -1, 3, HV_LIGHT_GREY, HV_GAP_NONE, 3, 0 },
    { "nothing known, nobody", -1, 0, HV_LIGHT_RED, HV_GAP_EMPTY, 3, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
      week_put (world, shift, ANNA, MIN (cases[i].people, 5));
      week_put (world, shift, GERDA, MAX (0, cases[i].people - 5)); /* Finn is a host only */
      if (cases[i].expected >= 0)
        week_expect (world, shift, cases[i].expected);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
      const HvOpeningOutlook *found = hv_outlook_find (outlook, week_find_opening (roster, shift)->r.id);
      const HvGap *gap = hv_outlook_find_gap (outlook, hv_roster_find_shift (roster, shift));
      g_assert_cmpint (found->light, ==, cases[i].light);
      g_assert_cmpint (gap->kind, ==, cases[i].gap);
      g_assert_cmpint (gap->needed, ==, cases[i].needed);
      g_assert_cmpint (gap->assigned, ==, cases[i].people);
      g_assert_cmpint (hv_gap_get_places (gap), ==, cases[i].missing);
      g_assert_cmpint (found->expected.typed, ==, cases[i].expected >= 0);
    }
}

static void
test_closed_is_no_gap (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  HvOpening *opening =
      world_get (world, HV_KIND_OPENING, ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening);
  hv_set_text (&opening->closed, "lokalet optaget");
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  bool open = true;
  g_assert_null (hv_outlook_find (outlook, opening->r.id));
  g_assert_null (hv_outlook_find_gap (outlook, hv_roster_find_shift (roster, shift)));
  g_assert_cmpint (hv_outlook_count_missing (outlook, week ("2026-W19"), HV_NONE, &open), ==, 0);
  g_assert_false (open);
}

/* --- a week --- */

/* A3: equal shortage, longer waiting first; tight ones last. */
static void
test_order_of_gaps (void)
{
  static const struct
  {
    int crew[3]; /* Juelsminde, Tørring, Hedensted */
    const char *order;
    int missing;
  } cases[] = {
    { { 4, 3, 2 }, "Juelsminde Hedensted", 2 }, { { 4, 0, 2 }, "Tørring Juelsminde Hedensted", 5 },
    { { 5, 3, 2 }, "Hedensted Juelsminde", 1 }, /* Juelsminde is tight only */
    { { 3, 3, 3 }, "Juelsminde", 2 },           { { 0, 0, 0 }, "Juelsminde Tørring Hedensted", 11 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      week_19 (world, cases[i].crew[0], cases[i].crew[1], cases[i].crew[2]);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
      g_autoptr (GPtrArray) gaps = hv_outlook_list_gaps (outlook, week ("2026-W19"), HV_NONE);
      g_autoptr (GString) order = g_string_new (NULL);
      for (guint j = 0; j < gaps->len; j++)
        {
          const HvGap *gap = g_ptr_array_index (gaps, j);
          g_string_append_printf (order, "%s%s", j == 0 ? "" : " ",
                                  hv_roster_find_house (roster, gap->shift->house)->name);
        }
      bool open = false;
      g_assert_cmpstr (order->str, ==, cases[i].order);
      g_assert_cmpint (hv_outlook_count_missing (outlook, week ("2026-W19"), HV_NONE, &open), ==, cases[i].missing);
      g_assert_true (open);
      g_assert_cmpint (hv_outlook_count_missing (outlook, week ("2026-W20"), HV_NONE, &open), ==, 0);
      g_assert_false (open);
    }
}

/* --- the strip --- */

/* Anna from ten to one, and Bo for a time of his own. */
static void
test_slots (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int crew[6];
  } cases[] = {
    { "10:00", "13:00", { 2, 2, 2, 2, 2, 2 } }, { "10:30", "12:00", { 1, 2, 2, 2, 1, 1 } },
    { "10:00", "10:28", { 1, 1, 1, 1, 1, 1 } }, /* gone before the half hour is over */
    { "10:00", "10:30", { 2, 1, 1, 1, 1, 1 } }, { "10:29", "10:31", { 1, 1, 1, 1, 1, 1 } },
    { "10:01", "13:00", { 1, 2, 2, 2, 2, 2 } }, { "09:00", "14:00", { 2, 2, 2, 2, 2, 2 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("Bo %s–%s", cases[i].from, cases[i].to);
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 2);
      week_expect (world, shift, 20);
      world_assign (world, shift, ANNA);
      world_assign_at (world, shift, BO, cases[i].from, cases[i].to);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
      g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, week_find_opening (roster, shift));
      double visits = 0;
      g_assert_cmpuint (slots->len, ==, 6);
      for (guint j = 0; j < slots->len; j++)
        {
          const HvSlot *slot = &g_array_index (slots, HvSlot, j);
          g_assert_cmpint (slot->span.from, ==, at (MONDAY, "10:00") + 30 * j);
          g_assert_cmpint (slot->crew, ==, cases[i].crew[j]);
          g_assert_cmpint (slot->need, >=, 2);
          visits += slot->visits;
        }
      g_assert_cmpfloat (fabs (visits - 20), <, 1e-6);
    }
}

static void
test_slots_without (void)
{
  g_autoptr (World) world = world_new ();
  HvId host = world_open (world, JUELSMINDE, HOST, MONDAY, "10:00", "13:00", 1);
  HvId odd = world_open (world, TORRING, IT, WEDNESDAY, "10:00", "11:10", 2);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  g_autoptr (GArray) none = hv_outlook_list_slots (outlook, week_find_opening (roster, host));
  g_assert_cmpuint (none->len, ==, 0); /* nobody there serves visitors */

  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, week_find_opening (roster, odd));
  g_assert_cmpuint (slots->len, ==, 3);
  const HvSlot *last = &g_array_index (slots, HvSlot, 2);
  g_assert_cmpint (hv_span_get_minutes (last->span), ==, 10);
  g_assert_true (isnan (last->visits) && isnan (last->wait)); /* no estimate */
}

static void
test_meaning (void)
{
  static const struct
  {
    int helpers;
    int capacity;
    int wait; /* minutes, rounded */
  } cases[] = { { 3, 30, 45 }, { 4, 43, 17 }, { 5, 57, 6 }, { 6, 71, 2 } };
  g_autoptr (World) world = world_new ();
  WeekShifts shifts = week_19 (world, 3, 3, 3);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvOutlook) outlook = hv_outlook_new (roster, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvCrewMeaning meaning;
      g_assert_true (
          hv_outlook_find_meaning (outlook, week_find_opening (roster, shifts.juelsminde), cases[i].helpers, &meaning));
      g_assert_cmpint (lround (meaning.capacity), ==, cases[i].capacity);
      g_assert_cmpint (lround (meaning.wait_mean), ==, cases[i].wait);
    }
}

/* --- what is taken over --- */

static void
test_figures_are_taken_over (void)
{
  g_autoptr (World) world = world_new ();
  WeekShifts shifts = week_19 (world, 3, 3, 3);
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvOutlook) old = hv_outlook_new (before, NULL);
  world_assign (world, shifts.juelsminde, ELSE);
  g_autoptr (HvRoster) after = world_end (world);
  g_autoptr (HvOutlook) fresh = hv_outlook_new (after, NULL);
  g_autoptr (HvOutlook) carried = hv_outlook_new (after, old);

  HvId ids[] = { shifts.juelsminde, shifts.torring, shifts.hedensted };
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      HvId opening = week_find_opening (after, ids[i])->r.id;
      const HvOpeningOutlook *one = hv_outlook_find (fresh, opening);
      const HvOpeningOutlook *other = hv_outlook_find (carried, opening);
      g_assert_cmpint (one->light, ==, other->light);
      g_assert_cmpfloat (one->figures.wait_mean, ==, other->figures.wait_mean);
      g_assert_cmpfloat (one->figures.risk, ==, other->figures.risk);
      /* Gaps lend from the roster they are of, never from the one before. */
      g_assert_true (g_array_index (other->gaps, HvGap, 0).shift == hv_roster_find_shift (after, ids[i]));
    }
  g_assert_cmpint (hv_outlook_find_gap (carried, hv_roster_find_shift (after, shifts.juelsminde))->assigned, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outlook/lights", test_lights);
  g_test_add_func ("/outlook/closed-is-no-gap", test_closed_is_no_gap);
  g_test_add_func ("/outlook/order-of-gaps", test_order_of_gaps);
  g_test_add_func ("/outlook/slots", test_slots);
  g_test_add_func ("/outlook/slots-without", test_slots_without);
  g_test_add_func ("/outlook/meaning", test_meaning);
  g_test_add_func ("/outlook/figures-are-taken-over", test_figures_are_taken_over);
  return g_test_run ();
}
