/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-generation.h"

/* "2026-05-04 10:00-13:00 IT:3 Anna,Bo; 2026-05-06 …": one part an opening, its shifts
 * behind it, "x" in front of a closed one. */
static char *
describe (const HvRoster *roster, HvId house)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GPtrArray *openings = hv_roster_list_of (roster, HV_KIND_OPENING, HV_KIND_HOUSE, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      g_autofree char *day = hv_day_format (hv_opening_get_day (opening));
      g_autofree char *from = hv_span_format_from (hv_opening_get_span (opening));
      g_autofree char *to = hv_span_format_to (hv_opening_get_span (opening));
      g_string_append_printf (text, "%s%s%s %s-%s", i > 0 ? "; " : "", opening->closed != NULL ? "x " : "", day, from,
                              to);
      const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
      for (guint j = 0; j < shifts->len; j++)
        {
          const HvShift *shift = g_ptr_array_index (shifts, j);
          g_string_append_printf (text, " %s:%d", shift->role == IT ? "IT" : "host", (int)shift->minimum);
          const GPtrArray *people = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift->r.id);
          for (guint k = 0; k < people->len; k++)
            {
              const HvAssignment *assignment = g_ptr_array_index (people, k);
              const HvVolunteer *volunteer = hv_roster_find_volunteer (roster, assignment->volunteer);
              g_auto (GStrv) names = g_strsplit (volunteer->name, " ", 2);
              g_string_append_printf (text, "%s%s", k > 0 ? "," : " ", names[0]);
            }
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  int n_new;
  int n_unchanged;
  int n_closed;
  guint n_conflicts;
} Counts;

/* Generates, checks the counts, and gives the roster it leads to. */
static HvRoster *
generate (const HvRoster *roster, const char *from, int n_weeks, Counts expected)
{
  static HvId next_id = 100000;
  HvEditSource source = { .next_id = next_id, .random = { 7 } };
  g_autoptr (HvGeneration) generation = hv_generation_new (roster, week (from), n_weeks, source);
  g_assert_cmpint (generation->n_new, ==, expected.n_new);
  g_assert_cmpint (generation->n_unchanged, ==, expected.n_unchanged);
  g_assert_cmpint (generation->n_closed, ==, expected.n_closed);
  g_assert_cmpint (generation->conflicts->len, ==, expected.n_conflicts);
  next_id = generation->edit->source.next_id + 1000;
  return hv_roster_apply (roster, generation->edit);
}

static void
assert_nothing_to_do (const HvRoster *roster, const char *from, int n_weeks)
{
  g_autoptr (HvGeneration) generation = hv_generation_new (roster, week (from), n_weeks, new_source ());
  g_assert_true (hv_edit_is_empty (generation->edit));
  g_assert_cmpint (generation->n_new, ==, 0);
  g_assert_cmpint (generation->conflicts->len, ==, 0);
}

static void
assert_house (const HvRoster *roster, HvId house, const char *expected)
{
  g_autofree char *text = describe (roster, house);
  g_assert_cmpstr (text, ==, expected);
}

static void
set_country (World *world, const char *country)
{
  hv_set_text (&((HvOrganisation *)world_get (world, HV_KIND_ORGANISATION, 1))->country, country);
}

static const char *
get_closed (const HvRoster *roster, HvId house, const char *date)
{
  return hv_roster_find_opening_on (roster, house, day (date), HV_NONE)->closed;
}

/* A13 and A15: weeks 19–23 in Denmark. */
static void
test_denmark (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 5, (Counts){ 13, 0, 2, 0 });
  g_assert_cmpstr (get_closed (roster, HEDENSTED, "2026-05-14"), ==, "Ascension Day");
  g_assert_cmpstr (get_closed (roster, JUELSMINDE, "2026-05-25"), ==, "Whit Monday");
  g_assert_cmpint (hv_roster_find_opening_on (roster, HEDENSTED, day ("2026-05-14"), HV_NONE)->holiday, ==, 1);
  assert_house (roster, HEDENSTED,
                "2026-05-07 10:00-13:00 IT:3; x 2026-05-14 10:00-13:00 IT:3; 2026-05-21 10:00-13:00 IT:3; "
                "2026-05-28 10:00-13:00 IT:3; 2026-06-04 10:00-13:00 IT:3");
  assert_nothing_to_do (roster, "2026-W19", 5);
  g_autoptr (HvRoster) again = generate (roster, "2026-W19", 5, (Counts){ 0, 13, 2, 0 });
  g_assert_cmpint (hv_roster_list (again, HV_KIND_SHIFT)->len, ==, 15);
}

/* A14: in Sweden Whit Monday is an ordinary Monday. */
static void
test_sweden (void)
{
  g_autoptr (World) world = world_new ();
  set_country (world, "SE");
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 5, (Counts){ 14, 0, 1, 0 });
  g_assert_cmpstr (get_closed (roster, HEDENSTED, "2026-05-14"), ==, "Ascension Day");
  g_assert_null (get_closed (roster, JUELSMINDE, "2026-05-25"));
}

/* A one-off opening on Friday 1 May: no Danish holiday, but a Swedish one; and on the
 * Swedish side also where somebody has said that the house opens anyway. */
static void
test_one_off_on_holiday (void)
{
  static const struct
  {
    const char *country;
    bool open_on;
    const char *closed;
  } cases[] = {
    { "DK", false, NULL },
    { "SE", false, "May Day" },
    { "SE", true, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      set_country (world, cases[i].country);
      world_assign (world, world_open (world, TORRING, IT, "2026-05-01", "10:00", "13:00", 2), ANNA);
      if (cases[i].open_on)
        {
          HvOpenOn *open_on = world_add (world, HV_KIND_OPEN_ON);
          open_on->house = TORRING;
          open_on->day = day ("2026-05-01");
        }
      g_autoptr (HvRoster) before = world_end (world);
      int closed = cases[i].closed != NULL;
      g_autoptr (HvRoster) roster = generate (before, "2026-W18", 1, (Counts){ 3, 1 - closed, closed, 0 });
      g_assert_cmpstr (get_closed (roster, TORRING, "2026-05-01"), ==, cases[i].closed);
      /* Closing takes nobody off. */
      g_assert_cmpint (hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, ANNA)->len, ==, 1);
      assert_nothing_to_do (roster, "2026-W18", 1);
    }
}

/* A15: after people have been placed, moved, taken off and openings closed by hand. */
static void
test_twice_after_edits (void)
{
  g_autoptr (World) world = world_new ();
  world_add_regular (world, JUELSMINDE, ANNA);
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 2, (Counts){ 5, 0, 1, 0 });

  const HvOpening *juelsminde = hv_roster_find_opening_on (roster, JUELSMINDE, day ("2026-05-04"), HV_NONE);
  const HvOpening *torring = hv_roster_find_opening_on (roster, TORRING, day ("2026-05-06"), HV_NONE);
  const HvOpening *hedensted = hv_roster_find_opening_on (roster, HEDENSTED, day ("2026-05-07"), HV_NONE);
  const HvShift *shift =
      g_ptr_array_index (hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, hedensted->r.id), 0);
  g_autoptr (HvEdit) edit = hv_edit_new ("test", (HvEditSource){ .next_id = 900000 });
  /* Juelsminde moves to Friday, Tørring is closed, Hedensted gets Bo and another minimum. */
  HvOpening *moved = hv_edit_change (edit, juelsminde);
  moved->starts += 4 * 1440;
  moved->ends += 4 * 1440;
  const GPtrArray *its_shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, juelsminde->r.id);
  HvShift *moved_shift = hv_edit_change (edit, g_ptr_array_index (its_shifts, 0));
  moved_shift->starts += 4 * 1440;
  moved_shift->ends += 4 * 1440;
  hv_set_text (&((HvOpening *)hv_edit_change (edit, torring))->closed, "lokalet optaget");
  ((HvShift *)hv_edit_change (edit, shift))->minimum = 7;
  HvAssignment *bo = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
  bo->house = HEDENSTED;
  bo->shift = shift->r.id;
  bo->volunteer = BO;
  bo->starts = shift->starts;
  bo->ends = shift->ends;
  /* Anna is taken off by hand: she does not come back by herself. */
  const GPtrArray *annas = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, ANNA);
  hv_edit_remove (edit, g_ptr_array_index (annas, 0));
  g_autoptr (HvRoster) edited = hv_roster_apply (roster, edit);

  assert_nothing_to_do (edited, "2026-W19", 2);
  g_autoptr (HvRoster) again = generate (edited, "2026-W19", 2, (Counts){ 0, 4, 2, 0 });
  assert_house (again, JUELSMINDE, "2026-05-08 10:00-13:00 IT:3; 2026-05-11 10:00-13:00 IT:3 Anna");
  assert_house (again, TORRING, "x 2026-05-06 10:00-13:00 IT:3; 2026-05-13 10:00-13:00 IT:3");
  assert_house (again, HEDENSTED, "2026-05-07 10:00-13:00 IT:7 Bo; x 2026-05-14 10:00-13:00 IT:3");
}

/* --- what makes openings and shifts, house by house --- */

static HvTemplate *
get_template (World *world)
{
  return world_get (world, HV_KIND_TEMPLATE, TORRING);
}

static HvHours *
get_hours (World *world)
{
  return world_get (world, HV_KIND_HOURS, TORRING);
}

static HvTemplate *
add_template (World *world, HvId role, int weekday, int start, int end)
{
  HvTemplate *tmpl = world_add (world, HV_KIND_TEMPLATE);
  tmpl->house = TORRING;
  tmpl->role = role;
  tmpl->weekday = weekday;
  tmpl->start = start;
  tmpl->end = end;
  tmpl->minimum = 1;
  return tmpl;
}

static void
plain (World *world)
{
}

static void
hours_end_with_week_19 (World *world)
{
  get_hours (world)->until = week ("2026-W19").monday;
}

static void
template_begins_in_week_20 (World *world)
{
  get_template (world)->from = week ("2026-W20").monday;
}

static void
even_weeks (World *world)
{
  get_template (world)->repeat = HV_REPEAT_EVEN;
}

static void
first_wednesday (World *world)
{
  get_hours (world)->until = week ("2026-W10").monday;
  get_template (world)->repeat = HV_REPEAT_NTH;
  get_template (world)->n = 2;
}

static void
host_prepares (World *world)
{
  add_template (world, HOST, 3, 540, 600);
}

static void
host_on_friday (World *world)
{
  add_template (world, HOST, 5, 540, 600);
}

static void
two_openings_a_day (World *world)
{
  HvHours *afternoon = world_add (world, HV_KIND_HOURS);
  afternoon->house = TORRING;
  afternoon->weekday = 3;
  afternoon->start = 840;
  afternoon->end = 1020;
  add_template (world, HOST, 3, 780, 1020);
  add_template (world, HOST, 3, 1080, 1140);
}

static void
night (World *world)
{
  get_hours (world)->until = week ("2026-W10").monday;
  get_template (world)->until = week ("2026-W10").monday;
  HvHours *hours = world_add (world, HV_KIND_HOURS);
  hours->house = TORRING;
  hours->weekday = 6;
  hours->start = 1320;
  hours->end = 1800;
  add_template (world, IT, 6, 1320, 1800);
  add_template (world, HOST, 7, 0, 360);
}

static void
imported (World *world)
{
  world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 4), BO);
}

static void
imported_at_other_hours (World *world)
{
  world_assign (world, world_open (world, TORRING, IT, "2026-05-06", "09:30", "12:30", 4), BO);
}

static void
one_off_in_the_evening (World *world)
{
  world_open (world, TORRING, IT, "2026-05-06", "19:00", "21:00", 1);
}

static void
close_span (World *world, const char *from, const char *to)
{
  HvClosed *closed = world_add (world, HV_KIND_CLOSED);
  closed->house = TORRING;
  closed->from = day (from);
  closed->to = day (to);
  hv_set_text (&closed->reason, "Sommerlukket");
}

static void
closed_week (World *world)
{
  close_span (world, "2026-05-06", "2026-05-06");
}

static void
one_off_in_a_closed_week (World *world)
{
  close_span (world, "2026-05-01", "2026-05-10");
  world_open (world, TORRING, IT, "2026-05-05", "10:00", "13:00", 1);
}

static void
nothing_at_all (World *world)
{
  get_hours (world)->until = week ("2026-W10").monday;
  get_template (world)->until = week ("2026-W10").monday;
}

static void
test_openings (void)
{
  /* Tørring in weeks 19 and 20, as it comes out. */
  static const struct
  {
    void (*stage) (World *world);
    const char *expected;
  } cases[] = {
    { plain, "2026-05-06 10:00-13:00 IT:3; 2026-05-13 10:00-13:00 IT:3" },
    { nothing_at_all, "" },
    { hours_end_with_week_19, "2026-05-06 10:00-13:00 IT:3; 2026-05-13 10:00-13:00 IT:3" },
    { template_begins_in_week_20, "2026-05-06 10:00-13:00; 2026-05-13 10:00-13:00 IT:3" },
    { even_weeks, "2026-05-06 10:00-13:00; 2026-05-13 10:00-13:00 IT:3" },
    { first_wednesday, "2026-05-13 10:00-13:00 IT:3" },
    { host_prepares, "2026-05-06 10:00-13:00 host:1 IT:3; 2026-05-13 10:00-13:00 host:1 IT:3" },
    { host_on_friday, "2026-05-06 10:00-13:00 IT:3; 2026-05-08 09:00-10:00 host:1; 2026-05-13 10:00-13:00 IT:3; "
                      "2026-05-15 09:00-10:00 host:1" },
    { two_openings_a_day,
      "2026-05-06 10:00-13:00 IT:3; 2026-05-06 14:00-17:00 host:1 host:1; 2026-05-13 10:00-13:00 IT:3; "
      "2026-05-13 14:00-17:00 host:1 host:1" },
    { night, "2026-05-09 22:00-30:00 IT:1 host:1; 2026-05-16 22:00-30:00 IT:1 host:1" },
    { imported, "2026-05-06 10:00-13:00 IT:4 Bo; 2026-05-13 10:00-13:00 IT:3" },
    { imported_at_other_hours, "2026-05-06 09:30-12:30 IT:4 Bo IT:3; 2026-05-13 10:00-13:00 IT:3" },
    { one_off_in_the_evening, "2026-05-06 10:00-13:00 IT:3; 2026-05-06 19:00-21:00 IT:1; 2026-05-13 10:00-13:00 IT:3" },
    { closed_week, "x 2026-05-06 10:00-13:00 IT:3; 2026-05-13 10:00-13:00 IT:3" },
    { one_off_in_a_closed_week,
      "2026-05-05 10:00-13:00 IT:1; x 2026-05-06 10:00-13:00 IT:3; 2026-05-13 10:00-13:00 IT:3" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      cases[i].stage (world);
      g_autoptr (HvRoster) before = world_end (world);
      g_autoptr (HvGeneration) generation = hv_generation_new (before, week ("2026-W19"), 2, new_source ());
      g_autoptr (HvRoster) roster = hv_roster_apply (before, generation->edit);
      g_test_message ("case %zu expects %s", i, cases[i].expected);
      assert_house (roster, TORRING, cases[i].expected);
      assert_nothing_to_do (roster, "2026-W19", 2);
    }
}

/* What was moved to another house is not made a second time. */
static void
test_moved_house (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 1, (Counts){ 3, 0, 0, 0 });
  const HvOpening *opening = hv_roster_find_opening_on (roster, TORRING, day ("2026-05-06"), HV_NONE);
  g_autoptr (HvEdit) edit = hv_edit_new ("test", (HvEditSource){ .next_id = 900000 });
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  ((HvOpening *)hv_edit_change (edit, opening))->house = HEDENSTED;
  ((HvShift *)hv_edit_change (edit, g_ptr_array_index (shifts, 0)))->house = HEDENSTED;
  g_autoptr (HvRoster) moved = hv_roster_apply (roster, edit);
  assert_nothing_to_do (moved, "2026-W19", 1);
  g_autoptr (HvRoster) again = generate (moved, "2026-W19", 1, (Counts){ 0, 3, 0, 0 });
  assert_house (again, TORRING, "");
}

/* A closed span that was added after the week was made closes what came from hours; an
 * opening with a new shift counts as new. */
static void
test_later_changes (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 1, (Counts){ 3, 0, 0, 0 });

  g_autoptr (HvEdit) edit = hv_edit_new ("test", (HvEditSource){ .next_id = 900000 });
  HvClosed *closed = hv_edit_add (edit, HV_KIND_CLOSED);
  closed->house = TORRING;
  closed->from = closed->to = day ("2026-05-06");
  HvTemplate *tmpl = hv_edit_add (edit, HV_KIND_TEMPLATE);
  tmpl->house = JUELSMINDE;
  tmpl->role = HOST;
  tmpl->weekday = 1;
  tmpl->start = 600;
  tmpl->end = 780;
  g_autoptr (HvRoster) changed = hv_roster_apply (roster, edit);
  g_autoptr (HvRoster) again = generate (changed, "2026-W19", 1, (Counts){ 1, 1, 1, 0 });
  assert_house (again, TORRING, "x 2026-05-06 10:00-13:00 IT:3");
  assert_house (again, JUELSMINDE, "2026-05-04 10:00-13:00 IT:3 host:0");
  g_assert_cmpstr (get_closed (again, TORRING, "2026-05-06"), ==, "");
}

static void
test_places (void)
{
  g_autoptr (World) world = world_new ();
  get_template (world)->wanted = 5;
  get_template (world)->maximum = 6;
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = generate (before, "2026-W19", 1, (Counts){ 3, 0, 0, 0 });
  const HvShift *shift = g_ptr_array_index (hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_HOUSE, TORRING), 0);
  g_assert_cmpint (shift->minimum, ==, 3);
  g_assert_cmpint (shift->wanted, ==, 5);
  g_assert_cmpint (shift->maximum, ==, 6);
  g_assert_cmpint (shift->tmpl, ==, TORRING);
  g_assert_nonnull (shift->uid);
}

/* A11: even weeks over week 53, odd ones, and every second week. */
static void
test_week_53 (void)
{
  static const struct
  {
    HvRepeat repeat;
    const char *weeks;
  } cases[] = {
    { HV_REPEAT_EVEN, "2026-W48 2026-W50 2026-W52 2027-W02 2027-W04" },
    { HV_REPEAT_ODD, "2026-W49 2026-W51 2026-W53 2027-W01 2027-W03" },
    { HV_REPEAT_WEEKS, "2026-W48 2026-W50 2026-W52 2027-W01 2027-W03" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      world->from = week ("2026-W48");
      world->until = week ("2027-W04");
      HvTemplate *tmpl = world_get (world, HV_KIND_TEMPLATE, JUELSMINDE);
      tmpl->repeat = cases[i].repeat;
      tmpl->n = cases[i].repeat == HV_REPEAT_WEEKS ? 2 : HV_NONE;
      tmpl->since = cases[i].repeat == HV_REPEAT_WEEKS ? day ("2026-11-23") : HV_NONE;
      g_autoptr (HvRoster) before = world_end (world);
      g_autoptr (HvGeneration) generation = hv_generation_new (before, week ("2026-W48"), 10, new_source ());
      g_autoptr (HvRoster) roster = hv_roster_apply (before, generation->edit);
      g_autoptr (GString) weeks = g_string_new (NULL);
      const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_HOUSE, JUELSMINDE);
      for (guint j = 0; j < shifts->len; j++)
        {
          const HvShift *shift = g_ptr_array_index (shifts, j);
          g_autofree char *text = hv_week_format (hv_week_of_day (hv_minute_get_day (shift->starts)));
          g_string_append_printf (weeks, "%s%s", j > 0 ? " " : "", text);
        }
      g_assert_cmpstr (weeks->str, ==, cases[i].weeks);
    }
}

/* --- regulars --- */

/* A8: Gerda, every Monday in Juelsminde, is away 1–10 May. */
static void
test_absent_regular (void)
{
  g_autoptr (World) world = world_new ();
  world_add_regular (world, JUELSMINDE, GERDA);
  world_add_absence (world, GERDA, "2026-05-01", "2026-05-10", "Holiday");
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvGeneration) generation = hv_generation_new (before, week ("2026-W18"), 3, new_source ());
  g_autoptr (HvRoster) roster = hv_roster_apply (before, generation->edit);
  assert_house (roster, JUELSMINDE,
                "2026-04-27 10:00-13:00 IT:3 Gerda; 2026-05-04 10:00-13:00 IT:3; 2026-05-11 10:00-13:00 IT:3 Gerda");

  g_assert_cmpint (generation->conflicts->len, ==, 1);
  const HvUnplaced *conflict = &g_array_index (generation->conflicts, HvUnplaced, 0);
  g_assert_cmpint (conflict->house, ==, JUELSMINDE);
  g_assert_cmpint (conflict->day, ==, day ("2026-05-04"));
  g_assert_cmpint (conflict->volunteer, ==, GERDA);
  g_autofree char *why = hv_obstacle_format (&conflict->why, roster, HV_LANGUAGE_EN);
  g_assert_cmpstr (why, ==, "on holiday up to and including 10 May");

  /* Nothing to bring back while she is away; with the absence gone, the one Monday. */
  HvSpan away = { at ("2026-05-01", "00:00"), at ("2026-05-11", "00:00") };
  g_autoptr (GPtrArray) none = hv_regular_list_missing (roster, GERDA, away);
  g_assert_cmpint (none->len, ==, 0);
  g_autoptr (HvEdit) edit = hv_edit_new ("test", (HvEditSource){ .next_id = 900000 });
  const GPtrArray *absences = hv_roster_list_of (roster, HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, GERDA);
  hv_edit_remove (edit, g_ptr_array_index (absences, 0));
  g_autoptr (HvRoster) back = hv_roster_apply (roster, edit);
  g_autoptr (GPtrArray) missing = hv_regular_list_missing (back, GERDA, away);
  g_assert_cmpint (missing->len, ==, 1);
  g_assert_cmpint (((HvShift *)g_ptr_array_index (missing, 0))->starts, ==, at ("2026-05-04", "10:00"));
  g_autoptr (GPtrArray) nobodys = hv_regular_list_missing (back, ANNA, away);
  g_assert_cmpint (nobodys->len, ==, 0);
}

typedef void (*Stage) (World *world);

static void
placed (World *world)
{
}

static void
never_said (World *world)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
}

static void
pattern_says_no (World *world)
{
  never_said (world);
  world_offer (world, ANNA, 5, "10:00", "13:00", HV_OFFER_CAN);
}

static void
paused (World *world)
{
  HvPause *pause = world_add (world, HV_KIND_PAUSE);
  pause->volunteer = ANNA;
  pause->from = day ("2026-05-01");
}

static void
no_role (World *world)
{
  world_remove_all (world, HV_KIND_SKILL, ANNA);
}

static void
trainee (World *world)
{
  world_set_level (world, ANNA, IT, HV_LEVEL_TRAINEE);
}

static void
serves_elsewhere (World *world)
{
  world_serve (world, ANNA, HEDENSTED, 0);
}

static void
busy (World *world)
{
  world_assign (world, world_open (world, ONLINE, IT, "2026-05-06", "12:00", "15:00", 1), ANNA);
}

/* Two templates at one time, a regular of both: the first one has her. */
static void
in_two_houses (World *world)
{
  HvTemplate *tmpl = world_add (world, HV_KIND_TEMPLATE);
  tmpl->house = HEDENSTED;
  tmpl->role = IT;
  tmpl->weekday = 3;
  tmpl->start = 720;
  tmpl->end = 900;
  world_add_regular (world, tmpl->r.id, ANNA);
}

static void
twice_regular (World *world)
{
  world_add_regular (world, TORRING, ANNA);
}

static void
with_an_enemy (World *world)
{
  world_add_regular (world, TORRING, BO);
  world_add_pair (world, BO, ANNA, HV_PAIR_NEVER);
}

static void
room_for_one (World *world)
{
  get_template (world)->maximum = 1;
  world_add_regular (world, TORRING, BO);
}

static void
on_a_closed_day (World *world)
{
  closed_week (world);
}

static void
lost_volunteer (World *world)
{
  world_add_regular (world, TORRING, 999);
}

static void
test_regulars (void)
{
  static const struct
  {
    Stage stage;
    const char *expected; /* Tørring in week 19 */
    const char *conflict; /* code, or NULL */
  } cases[] = {
    { placed, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { never_said, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { pattern_says_no, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { paused, "2026-05-06 10:00-13:00 IT:3", "paused" },
    { no_role, "2026-05-06 10:00-13:00 IT:3", "role" },
    { trainee, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { serves_elsewhere, "2026-05-06 10:00-13:00 IT:3", "house" },
    { busy, "2026-05-06 10:00-13:00 IT:3", "overlap" },
    { in_two_houses, "2026-05-06 10:00-13:00 IT:3 Anna", "overlap" },
    { twice_regular, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { with_an_enemy, "2026-05-06 10:00-13:00 IT:3 Anna", "never-together" },
    { room_for_one, "2026-05-06 10:00-13:00 IT:3 Anna", "full" },
    { on_a_closed_day, "x 2026-05-06 10:00-13:00 IT:3 Anna", NULL },
    { lost_volunteer, "2026-05-06 10:00-13:00 IT:3 Anna", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      world_add_regular (world, TORRING, ANNA);
      cases[i].stage (world);
      g_autoptr (HvRoster) before = world_end (world);
      g_autoptr (HvGeneration) generation = hv_generation_new (before, week ("2026-W19"), 1, new_source ());
      g_autoptr (HvRoster) roster = hv_roster_apply (before, generation->edit);
      g_test_message ("case %zu", i);
      assert_house (roster, TORRING, cases[i].expected);
      g_assert_cmpint (generation->conflicts->len, ==, cases[i].conflict != NULL);
      if (cases[i].conflict != NULL)
        g_assert_cmpstr (hv_obstacle_get_code (&g_array_index (generation->conflicts, HvUnplaced, 0).why), ==,
                         cases[i].conflict);
      assert_nothing_to_do (roster, "2026-W19", 1);
      const GPtrArray *assignments = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_HOUSE, TORRING);
      for (guint j = 0; j < assignments->len; j++)
        g_assert_cmpint (((HvAssignment *)g_ptr_array_index (assignments, j))->origin, ==, HV_ORIGIN_REGULAR);
    }
}

/* The same roster and source give the same ids and uids. */
static void
test_same_again (void)
{
  g_autoptr (World) world = world_new ();
  world_add_regular (world, TORRING, ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvGeneration) a = hv_generation_new (roster, week ("2026-W18"), 6, new_source ());
  g_autoptr (HvGeneration) b = hv_generation_new (roster, week ("2026-W18"), 6, new_source ());
  g_assert_cmpint (a->edit->puts->len, ==, b->edit->puts->len);
  g_assert_cmpint (a->edit->puts->len, >, 36);
  for (guint i = 0; i < a->edit->puts->len; i++)
    g_assert_true (hv_record_equal (g_array_index (a->edit->puts, HvPut, i).record,
                                    g_array_index (b->edit->puts, HvPut, i).record));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generation/denmark", test_denmark);
  g_test_add_func ("/generation/sweden", test_sweden);
  g_test_add_func ("/generation/one-off-on-holiday", test_one_off_on_holiday);
  g_test_add_func ("/generation/twice-after-edits", test_twice_after_edits);
  g_test_add_func ("/generation/openings", test_openings);
  g_test_add_func ("/generation/moved-house", test_moved_house);
  g_test_add_func ("/generation/later-changes", test_later_changes);
  g_test_add_func ("/generation/places", test_places);
  g_test_add_func ("/generation/week-53", test_week_53);
  g_test_add_func ("/generation/absent-regular", test_absent_regular);
  g_test_add_func ("/generation/regulars", test_regulars);
  g_test_add_func ("/generation/same-again", test_same_again);
  return g_test_run ();
}
