/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-day-edit.h"
#include "hv-error.h"
#include "hv-generation.h"
#include "hv-opening-edit.h"

/* Tørring on Wednesday 6 May, 10–13, one IT shift with Bo on it. */
static HvRoster *
make_wednesday (HvId *ret_shift)
{
  g_autoptr (World) world = world_new ();
  *ret_shift = world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3);
  world_assign (world, *ret_shift, BO);
  return world_end (world);
}

static HvRoster *
carry_out (HvRoster *roster, HvEdit *made, const GError *error)
{
  g_autoptr (HvRoster) before = roster;
  g_autoptr (HvEdit) edit = made;
  g_assert_no_error (error);
  return hv_roster_apply (before, edit);
}

static const HvShift *
find_shift (const HvRoster *roster, HvId shift)
{
  return hv_roster_find_shift (roster, shift);
}

/* --- openings --- */

static HvEdit *
open_torring (const HvRoster *roster, HvDay date, HvTimes times, GError **error)
{
  HvOpeningFacts facts = { .day = date, .times = times, .guests = HV_NONE };
  return hv_opening_edit_add (roster, hv_roster_find_house (roster, TORRING), &facts, NULL, 0, new_source (), error);
}

static void
test_open (void)
{
  static const struct
  {
    const char *date;
    HvTimes times;
    const char *error; /* NULL: it opens */
    int n;             /* openings on that day */
  } cases[] = {
    { "2026-05-05", { 600, 780 }, NULL, 1 },
    { WEDNESDAY, { 780, 900 }, NULL, 2 },             /* touches */
    { WEDNESDAY, { 420, 600 }, NULL, 2 },             /* touches */
    { WEDNESDAY, { 779, 900 }, "bad-input", 1 },      /* a minute over */
    { "2026-05-05", { 1320, 2041 }, "bad-input", 0 }, /* the night before, a minute into it */
    { "2026-05-05", { 1320, 1800 }, NULL, 1 },        /* until 6 in the morning */
    { "2026-05-05", { 780, 780 }, "bad-input", 0 },
    { "2026-05-05", { 780, 600 }, "bad-input", 0 },
    { "2026-05-05", { -1, 600 }, "bad-input", 0 },
    { "2026-05-05", { 600, 2100 }, "bad-input", 0 }, /* 25 hours */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId shift;
      g_autoptr (GError) error = NULL;
      g_autoptr (HvRoster) roster = make_wednesday (&shift);
      HvEdit *edit = open_torring (roster, day (cases[i].date), cases[i].times, &error);
      g_test_message ("%s %d–%d", cases[i].date, cases[i].times.start, cases[i].times.end);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit != NULL)
        roster = carry_out (g_steal_pointer (&roster), edit, NULL);
      g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (roster, TORRING, day (cases[i].date));
      g_assert_cmpuint (openings->len, ==, cases[i].n);
    }
}

/* Generating the week closes nothing that was opened on a holiday by hand. */
static void
test_open_on_holiday (void)
{
  HvId shift;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = make_wednesday (&shift);
  HvDay ascension = day ("2026-05-14");
  HvTimes times = { 600, 780 };
  roster = carry_out (g_steal_pointer (&roster), open_torring (roster, ascension, times, &error), error);
  HvEditSource later = { .next_id = 200000, .random = { 4, 5, 6 } };
  g_autoptr (HvGeneration) generation = hv_generation_new (roster, week ("2026-W20"), 1, later);
  roster = carry_out (g_steal_pointer (&roster), g_steal_pointer (&generation->edit), NULL);
  g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (roster, TORRING, ascension);
  g_assert_cmpuint (openings->len, ==, 1);
  g_assert_null (((const HvOpening *)openings->pdata[0])->closed);
}

static void
test_remove_opening (void)
{
  HvId shift;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = make_wednesday (&shift);
  roster =
      carry_out (g_steal_pointer (&roster),
                 hv_day_edit_remove_opening (roster, week_find_opening (roster, shift), new_source (), &error), error);
  g_assert_null (find_shift (roster, shift));
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_ASSIGNMENT)->len, ==, 0);
}

/* What was counted is not lost, and what comes from hours would come again. */
static void
test_keep_opening (void)
{
  static const struct
  {
    bool from_hours;
    int count;
    bool kept;
  } cases[] = { { false, 0, false }, { false, 20, true }, { true, 0, true } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3);
      week_count (world, TORRING, WEDNESDAY, cases[i].count);
      HvOpening *opening =
          world_get (world, HV_KIND_OPENING, ((HvShift *)world_get (world, HV_KIND_SHIFT, shift))->opening);
      opening->hours = cases[i].from_hours ? 1 : HV_NONE;
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_day_edit_remove_opening (roster, week_find_opening (roster, shift), new_source (), &error);
      g_assert_cmpint (edit == NULL, ==, cases[i].kept);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].kept ? "refused" : NULL);
    }
}

static void
test_texts (void)
{
  static const struct
  {
    HvDayText which;
    const char *text;
    const char *expected; /* what stands there */
    const char *error;
  } cases[] = {
    { HV_DAY_NOTE, "  Nøglen ligger hos naboen.\n", "Nøglen ligger hos naboen.", NULL },
    { HV_DAY_NOTE, "", NULL, NULL },
    { HV_DAY_NOTE, "150480-1234", NULL, "identity-number" },
    { HV_DAY_NOTE, "half a letter \xc3", NULL, "bad-input" },
    { HV_DAY_ADDRESS, "Møllegade 4, 8700 Horsens", "Møllegade 4, 8700 Horsens", NULL },
    { HV_DAY_ADDRESS, "19850709-9805", NULL, "identity-number" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId shift;
      g_autoptr (GError) error = NULL;
      g_autoptr (HvRoster) roster = make_wednesday (&shift);
      HvEdit *edit = hv_day_edit_set_text (week_find_opening (roster, shift), cases[i].which, cases[i].text,
                                           new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      g_assert_cmpint (hv_day_edit_check_text (cases[i].which, cases[i].text, NULL), ==, edit != NULL);
      if (edit != NULL)
        roster = carry_out (g_steal_pointer (&roster), edit, NULL);
      const HvOpening *opening = week_find_opening (roster, shift);
      g_assert_cmpstr (cases[i].which == HV_DAY_NOTE ? opening->note : opening->address, ==, cases[i].expected);
    }
}

static void
test_guests (void)
{
  static const struct
  {
    gint64 guests;
    bool good;
  } cases[] = { { 0, true }, { 60, true }, { HV_NONE, true }, { -1, false }, { 100001, false } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId shift;
      g_autoptr (GError) error = NULL;
      g_autoptr (HvRoster) roster = make_wednesday (&shift);
      HvEdit *edit = hv_day_edit_set_guests (week_find_opening (roster, shift), cases[i].guests, new_source (), &error);
      g_assert_cmpint (edit != NULL, ==, cases[i].good);
      if (edit == NULL)
        continue;
      roster = carry_out (g_steal_pointer (&roster), edit, NULL);
      g_assert_cmpint (week_find_opening (roster, shift)->guests, ==, cases[i].guests);
    }
}

/* --- shifts --- */

static void
test_add_shift (void)
{
  static const struct
  {
    HvId role;
    HvTimes times;
    gint64 minimum;
    bool good;
  } cases[] = {
    { HOST, { 570, 780 }, 1, true }, { HOST, { 600, 780 }, 0, true },     { IT, { 660, 720 }, 2, true },
    { 99, { 600, 780 }, 1, false },  { HOST, { 780, 600 }, 1, false },    { HOST, { 600, 780 }, -1, false },
    { IT, { 1320, 1800 }, 1, true }, { HOST, { 600, 780 }, 1000, false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvId first;
      g_autoptr (GError) error = NULL;
      g_autoptr (HvRoster) roster = make_wednesday (&first);
      HvEdit *edit = hv_day_edit_add_shift (roster, week_find_opening (roster, first), cases[i].role, &cases[i].times,
                                            cases[i].minimum, new_source (), &error);
      g_assert_cmpint (edit != NULL, ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
      if (edit == NULL)
        continue;
      roster = carry_out (g_steal_pointer (&roster), edit, NULL);
      g_autoptr (GPtrArray) shifts = hv_day_edit_list_shifts (roster, week_find_opening (roster, first));
      g_assert_cmpuint (shifts->len, ==, 2);
      const HvShift *added = shifts->pdata[((const HvShift *)shifts->pdata[0])->r.id == first ? 1 : 0];
      g_assert_cmpint (added->minimum, ==, cases[i].minimum);
      g_assert_cmpint (added->wanted, ==, HV_NONE);
      g_assert_nonnull (added->uid);
      g_assert_true (hv_day_edit_can_remove_shift (added));
    }
}

static void
test_places (void)
{
  HvId shift;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = make_wednesday (&shift);
  roster = carry_out (g_steal_pointer (&roster),
                      hv_day_edit_set_places (find_shift (roster, shift), 2, 5, new_source (), &error), error);
  g_assert_cmpint (find_shift (roster, shift)->minimum, ==, 2);
  g_assert_cmpint (find_shift (roster, shift)->wanted, ==, 5);
  roster = carry_out (g_steal_pointer (&roster),
                      hv_day_edit_set_places (find_shift (roster, shift), 0, HV_NONE, new_source (), &error), error);
  g_assert_cmpint (find_shift (roster, shift)->wanted, ==, HV_NONE);
  g_assert_null (hv_day_edit_set_places (find_shift (roster, shift), -1, HV_NONE, new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
}

/* A shift of a template would be generated again. */
static void
test_remove_shift (void)
{
  HvId shift;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) roster = make_wednesday (&shift);
  roster = carry_out (g_steal_pointer (&roster),
                      hv_day_edit_remove_shift (roster, find_shift (roster, shift), new_source (), &error), error);
  g_assert_null (find_shift (roster, shift));
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_ASSIGNMENT)->len, ==, 0);

  g_autoptr (HvGeneration) generation = hv_generation_new (roster, week ("2026-W20"), 1, new_source ());
  roster = carry_out (g_steal_pointer (&roster), g_steal_pointer (&generation->edit), NULL);
  g_autoptr (GPtrArray) openings = hv_day_edit_list_openings (roster, TORRING, day ("2026-05-13"));
  g_autoptr (GPtrArray) shifts = hv_day_edit_list_shifts (roster, openings->pdata[0]);
  g_assert_null (hv_day_edit_remove_shift (roster, shifts->pdata[0], new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-edit/open", test_open);
  g_test_add_func ("/day-edit/open-on-holiday", test_open_on_holiday);
  g_test_add_func ("/day-edit/remove-opening", test_remove_opening);
  g_test_add_func ("/day-edit/keep-opening", test_keep_opening);
  g_test_add_func ("/day-edit/texts", test_texts);
  g_test_add_func ("/day-edit/guests", test_guests);
  g_test_add_func ("/day-edit/add-shift", test_add_shift);
  g_test_add_func ("/day-edit/places", test_places);
  g_test_add_func ("/day-edit/remove-shift", test_remove_shift);
  return g_test_run ();
}
