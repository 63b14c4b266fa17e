/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-assignment-edit.h"
#include "hv-error.h"
#include "hv-person-edit.h"
#include "hv-week-words.h"

#include <string.h>

static const HvAssignment *
find (const HvRoster *roster, HvId assignment)
{
  return hv_roster_find_assignment (roster, assignment);
}

/* The roster after an edit that must be there; swallows the edit. */
static HvRoster *
apply (const HvRoster *roster, HvEdit *made)
{
  g_autoptr (HvEdit) edit = made;
  g_assert_nonnull (edit);
  return hv_roster_apply (roster, edit);
}

static void
test_unassign (void)
{
  g_autoptr (World) world = world_new ();
  HvId id = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  HvId anna = world_assign (world, id, ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, id);
  g_autoptr (HvRoster) after = apply (roster, hv_assignment_edit_unassign (roster, shift, ANNA, new_source (), NULL));
  g_assert_null (find (after, anna));

  g_autoptr (GError) error = NULL;
  g_assert_null (hv_assignment_edit_unassign (roster, shift, BO, new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Bo Vestermark"));
  g_assert_nonnull (strstr (error->message, "Juelsminde"));
}

/* Everything on one date, whatever the house; what was called off already, or has been,
 * and other days stay. A night belongs to the day it begins. */
static void
test_call_off (void)
{
  static const struct
  {
    const char *day;
    bool any;
    const char *states; /* morning, evening, night, next day: p planned, c called off, n no show */
  } cases[] = {
    { "2026-05-09", true, "ccnp" },
    { "2026-05-10", true, "ppnc" },
    { "2026-05-11", false, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId duties[] = {
        world_assign (world, world_open (world, JUELSMINDE, IT, "2026-05-09", "10:00", "13:00", 1), ANNA),
        world_assign (world, world_open (world, ONLINE, IT, "2026-05-09", "22:00", "06:00", 1), ANNA),
        world_assign (world, world_open (world, TORRING, IT, "2026-05-09", "14:00", "16:00", 1), ANNA),
        world_assign (world, world_open (world, HEDENSTED, IT, "2026-05-10", "10:00", "13:00", 1), ANNA),
      };
      ((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, duties[2]))->state = HV_STATE_NO_SHOW;
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_assignment_edit_call_off (roster, hv_roster_find_volunteer (roster, ANNA),
                                                             day (cases[i].day), new_source (), &error);
      g_assert_true ((edit != NULL) == cases[i].any);
      if (edit == NULL)
        {
          g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
          continue;
        }
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      char states[G_N_ELEMENTS (duties) + 1] = "";
      for (gsize j = 0; j < G_N_ELEMENTS (duties); j++)
        states[j] = "pcs-n"[find (after, duties[j])->state];
      g_assert_cmpstr (states, ==, cases[i].states);
    }
}

static void
test_lock_and_state (void)
{
  g_autoptr (World) world = world_new ();
  HvId id = world_assign (world, world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3), ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvRoster) locked =
      apply (roster, hv_assignment_edit_set_locked (roster, find (roster, id), true, new_source ()));
  g_assert_cmpint (find (locked, id)->locked, ==, 1);
  g_autoptr (HvRoster) free =
      apply (locked, hv_assignment_edit_set_locked (locked, find (locked, id), false, new_source ()));
  g_assert_true (hv_record_equal (find (free, id), find (roster, id)));
  g_autoptr (HvRoster) present =
      apply (roster, hv_assignment_edit_set_state (roster, find (roster, id), HV_STATE_PRESENT, new_source ()));
  g_assert_cmpint (find (present, id)->state, ==, HV_STATE_PRESENT);
}

/* Own times of somebody on Monday 10–13. */
static void
test_times (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    bool good;
    bool own;
  } cases[] = {
    { "10:30", "13:00", true, true }, { "10:00", "13:00", true, false },
    { "09:00", "14:00", true, true }, { "22:00", "30:00", true, true }, /* past midnight */
    { "10:00", "10:01", true, true }, { "10:00", "48:00", true, true },
  };
  g_autoptr (World) world = world_new ();
  HvId id = world_assign (world, world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3), ANNA);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvSpan time = { at (MONDAY, cases[i].from), at (MONDAY, cases[i].to) };
      g_autoptr (HvRoster) after =
          apply (roster, hv_assignment_edit_set_times (roster, find (roster, id), time, new_source (), NULL));
      g_assert_cmpint (find (after, id)->starts, ==, time.from);
      g_assert_cmpint (find (after, id)->ends, ==, time.to);
      g_assert_cmpint (find (after, id)->own_span, ==, cases[i].own);
    }

  const HvSpan bad[] = {
    { at (MONDAY, "13:00"), at (MONDAY, "10:00") },             /* end before start */
    { at (MONDAY, "10:00"), at (MONDAY, "10:00") },             /* nothing */
    { at ("2026-05-01", "10:00"), at ("2026-05-01", "13:00") }, /* three days before */
    { at ("2026-05-07", "10:00"), at ("2026-05-07", "13:00") }, /* three days after */
    { at (MONDAY, "10:00"), at ("2026-05-06", "10:01") },       /* longer than two days */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_assignment_edit_set_times (roster, find (roster, id), bad[i], new_source (), &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
    }
}

/* A walk-in helper fills a place, and two of one name are two. */
static void
test_guest (void)
{
  static const struct
  {
    const char *name;
    const char *kept;
    const char *error;
  } cases[] = {
    { " Naboen ", "Naboen", NULL }, { "Gæst: nabo", "Gæst: nabo", NULL },
    { "", NULL, "bad-input" },      { "Per 150480-1234", NULL, "identity-number" },
    { "a\nb", NULL, "bad-input" },
  };
  g_autoptr (World) world = world_new ();
  HvId id = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  g_autoptr (HvRoster) roster = world_end (world);
  const HvShift *shift = hv_roster_find_shift (roster, id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit = hv_assignment_edit_add_guest (roster, shift, cases[i].name, new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const HvAssignment *guest = hv_roster_list (after, HV_KIND_ASSIGNMENT)->pdata[0];
      g_assert_cmpstr (guest->guest, ==, cases[i].kept);
      g_assert_cmpint (guest->volunteer, ==, HV_NONE);
      g_assert_cmpuint (hv_roster_count_filling (after, hv_roster_find_shift (after, id)), ==, 1);
    }
}

/* --- which volunteer a walk-in helper is --- */

/* "Naboen" at Juelsminde on Monday 10–13, came, with a time of their own. */
static HvId
add_guest (World *world, HvId shift)
{
  HvId id = world_assign_at (world, shift, HV_NONE, "10:30", "12:30");
  HvAssignment *guest = world_get (world, HV_KIND_ASSIGNMENT, id);
  hv_set_text (&guest->guest, "Naboen");
  guest->state = HV_STATE_PRESENT;
  return id;
}

static void
bo_is_there (World *world, HvId shift)
{
  world_assign (world, shift, BO);
}

static void
bo_called_off (World *world, HvId shift)
{
  HvAssignment *off = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, BO));
  off->state = HV_STATE_CALLED_OFF;
}

static void
bo_is_elsewhere (World *world, HvId shift)
{
  world_assign (world, world_open (world, TORRING, IT, MONDAY, "12:00", "15:00", 1), BO);
}

/* The guest left at 12:30. */
static void
bo_is_elsewhere_later (World *world, HvId shift)
{
  world_assign (world, world_open (world, TORRING, IT, MONDAY, "12:30", "15:00", 1), BO);
}

/* What would keep a volunteer from being put there does not matter: they stand there. */
static void
bo_is_away_and_no_it_helper (World *world, HvId shift)
{
  world_add_absence (world, BO, "2026-05-01", "2026-05-20", "holiday");
  world_remove_all (world, HV_KIND_SKILL, BO);
}

static void
shift_is_full (World *world, HvId shift)
{
  week_put (world, shift, CARLA, 3);
}

static void
nothing_else (World *world, HvId shift)
{
}

static void
test_link (void)
{
  static const struct
  {
    void (*set_up) (World *world, HvId shift);
    const char *reason;
    const char *error;
    const char *kept; /* of the reason */
    guint filling;    /* before and after */
  } cases[] = {
    { nothing_else, NULL, NULL, NULL, 1 },
    { nothing_else, "They are one", NULL, NULL, 1 },
    { bo_is_there, NULL, "twice", NULL, 2 },
    { bo_is_there, "They are one", "twice", NULL, 2 },
    { bo_called_off, NULL, NULL, NULL, 1 },
    { bo_is_elsewhere, NULL, "overlap", NULL, 1 },
    { bo_is_elsewhere, "  ", "overlap", NULL, 1 },
    { bo_is_elsewhere, "Left early", NULL, "Left early", 1 },
    { bo_is_elsewhere, "150480-1234", "identity-number", NULL, 1 },
    { bo_is_elsewhere_later, NULL, NULL, NULL, 1 },
    { bo_is_away_and_no_it_helper, NULL, NULL, NULL, 1 },
    { shift_is_full, NULL, NULL, NULL, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
      HvId id = add_guest (world, shift);
      cases[i].set_up (world, shift);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_assignment_edit_link (roster, find (roster, id), BO, cases[i].reason, new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      const HvAssignment *linked = find (after, id);
      g_assert_true (hv_roster_find_assigned (after, shift, BO) == linked); /* and no other record of Bo's */
      g_assert_null (linked->guest);
      g_assert_cmpint (linked->state, ==, HV_STATE_PRESENT);
      g_assert_cmpint (linked->starts, ==, at (MONDAY, "10:30"));
      g_assert_cmpstr (linked->uid, ==, find (roster, id)->uid);
      g_assert_cmpstr (linked->reason, ==, cases[i].kept);
      g_assert_cmpuint (hv_roster_count_filling (after, hv_roster_find_shift (after, shift)), ==, cases[i].filling);
    }
}

/* One step makes the volunteer, who can do what they did, where they did it. */
static void
test_link_new (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
    const char *error;
  } cases[] = {
    { "Naboen", "Naboen", NULL },
    { "  Nils  Nabo ", "Nils Nabo", NULL },
    { "Bo Vestermark", "Bo Vestermark", NULL }, /* a namesake */
    { "", NULL, "bad-input" },
    { "Per 150480-1234", NULL, "identity-number" },
  };
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, HOST, MONDAY, "10:00", "13:00", 3);
  HvId id = add_guest (world, shift);
  g_autoptr (HvRoster) roster = world_end (world);
  guint n = hv_roster_list (roster, HV_KIND_VOLUNTEER)->len;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HvEdit) edit =
          hv_assignment_edit_link_new (roster, find (roster, id), cases[i].typed, new_source (), &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (edit == NULL)
        continue;
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_assert_cmpuint (hv_roster_list (after, HV_KIND_VOLUNTEER)->len, ==, n + 1);
      const HvVolunteer *volunteer = hv_roster_find_volunteer (after, find (after, id)->volunteer);
      g_assert_cmpstr (volunteer->name, ==, cases[i].name);
      g_assert_null (find (after, id)->guest);
      HvLevel level;
      g_assert_true (hv_roster_get_level (after, volunteer->r.id, HOST, &level));
      g_assert_cmpint (level, ==, HV_LEVEL_ABLE);
      g_autoptr (GArray) houses = hv_person_edit_list_houses (after, volunteer->r.id);
      g_assert_cmpuint (houses->len, ==, 1);
      g_assert_cmpint (g_array_index (houses, HvId, 0), ==, JUELSMINDE);
    }
}

/* Among other names the word tells a walk-in helper; nobody is a guest twice over. */
static void
test_who (void)
{
  static const struct
  {
    const char *guest; /* NULL: Anna */
    HvLanguage language;
    const char *who;
  } cases[] = {
    { NULL, HV_LANGUAGE_DA, "Anna Lindeskov" },       { "Naboen", HV_LANGUAGE_EN, "Guest: Naboen" },
    { "Guest: nabo", HV_LANGUAGE_EN, "Guest: nabo" }, { "100 %", HV_LANGUAGE_EN, "Guest: 100 %" },
    { "Naboen", HV_LANGUAGE_DA, "Gæst: Naboen" },     { "Gæst: nabo", HV_LANGUAGE_DA, "Gæst: nabo" },
    { "Grannen", HV_LANGUAGE_SV, "Gäst: Grannen" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      HvId shift = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
      HvId id = world_assign (world, shift, cases[i].guest == NULL ? ANNA : HV_NONE);
      hv_set_text (&((HvAssignment *)world_get (world, HV_KIND_ASSIGNMENT, id))->guest, cases[i].guest);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autofree char *who = hv_week_words_who (roster, find (roster, id), cases[i].language);
      g_assert_cmpstr (who, ==, cases[i].who);
      g_autofree char *people = hv_week_words_people (roster, hv_roster_find_shift (roster, shift), cases[i].language);
      g_assert_cmpstr (people, ==, cases[i].who);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment-edit/unassign", test_unassign);
  g_test_add_func ("/assignment-edit/call-off", test_call_off);
  g_test_add_func ("/assignment-edit/lock-and-state", test_lock_and_state);
  g_test_add_func ("/assignment-edit/times", test_times);
  g_test_add_func ("/assignment-edit/guest", test_guest);
  g_test_add_func ("/assignment-edit/link", test_link);
  g_test_add_func ("/assignment-edit/link-new", test_link_new);
  g_test_add_func ("/assignment-edit/who", test_who);
  return g_test_run ();
}
