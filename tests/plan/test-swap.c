/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-swap.h"

/* A10: Bo in Tørring on 6 May, Jens in Hedensted on 7 May. */
typedef struct
{
  World *world;
  HvId torring;
  HvId hedensted;
  HvId bo; /* assignments */
  HvId jens;
} Scene;

static Scene
stage (World *world)
{
  Scene s = { .world = world };
  s.torring = world_open (world, TORRING, IT, "2026-05-06", "10:00", "13:00", 3);
  s.hedensted = world_open (world, HEDENSTED, IT, "2026-05-07", "10:00", "13:00", 3);
  s.bo = world_assign (world, s.torring, BO);
  s.jens = world_assign (world, s.hedensted, JENS);
  return s;
}

static HvEdit *
swap (const HvRoster *roster, HvId a, HvId b, const char *reason, GError **error)
{
  return hv_swap_make (roster, hv_roster_find_assignment (roster, a), hv_roster_find_assignment (roster, b), reason,
                       HV_LANGUAGE_EN, new_source (), error);
}

static bool
stands (const HvRoster *roster, HvId shift, HvId volunteer)
{
  const HvAssignment *assignment = hv_roster_find_assigned (roster, shift, volunteer);
  return assignment != NULL && hv_state_fills ((HvState)assignment->state);
}

static void
test_a10 (void)
{
  g_autoptr (World) world = world_new ();
  Scene s = stage (world);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = swap (roster, s.bo, s.jens, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (edit->verb, ==, "swap");
  g_assert_cmpint (edit->warnings->len, ==, 0);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);

  g_assert_true (stands (after, s.torring, JENS));
  g_assert_true (stands (after, s.hedensted, BO));
  g_assert_false (stands (after, s.torring, BO));
  g_assert_false (stands (after, s.hedensted, JENS));
  g_assert_cmpint (hv_roster_find_assignment (after, s.bo)->state, ==, HV_STATE_SWAPPED);
  const HvAssignment *bo = hv_roster_find_assigned (after, s.hedensted, BO);
  g_assert_cmpint (bo->starts, ==, at ("2026-05-07", "10:00"));
  g_assert_cmpint (bo->house, ==, HEDENSTED);

  /* And back again: nobody is twice on a shift, and the old records are taken up. */
  const HvAssignment *jens = hv_roster_find_assigned (after, s.torring, JENS);
  g_autoptr (HvEdit) back = swap (after, bo->r.id, jens->r.id, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) restored = hv_roster_apply (after, back);
  g_assert_true (stands (restored, s.torring, BO));
  g_assert_true (stands (restored, s.hedensted, JENS));
  g_assert_cmpint (hv_roster_find_assignment (restored, s.bo)->state, ==, HV_STATE_PLANNED);
  g_assert_cmpint (hv_roster_list (restored, HV_KIND_ASSIGNMENT)->len, ==, 4);
}

/* --- what one of them cannot --- */

typedef void (*Stage) (Scene *scene);

static void
bo_absent (Scene *s)
{
  world_add_absence (s->world, BO, "2026-05-07", "2026-05-07", NULL);
}

static void
jens_absent (Scene *s)
{
  world_add_absence (s->world, JENS, "2026-05-06", "2026-05-06", NULL);
}

/* Where he leaves does not matter. */
static void
jens_absent_on_his_own_day (Scene *s)
{
  world_add_absence (s->world, JENS, "2026-05-07", "2026-05-07", NULL);
}

static void
jens_is_there_already (Scene *s)
{
  world_assign (s->world, s->torring, JENS);
}

static void
jens_overlaps (Scene *s)
{
  world_assign (s->world, world_open (s->world, ONLINE, IT, "2026-05-06", "12:00", "14:00", 1), JENS);
}

/* Full before, and after as well: the place is given on. */
static void
both_full (Scene *s)
{
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->torring))->maximum = 1;
  ((HvShift *)world_get (s->world, HV_KIND_SHIFT, s->hedensted))->maximum = 1;
}

/* They never meet: each goes where the other was. */
static void
never_together (Scene *s)
{
  world_add_pair (s->world, BO, JENS, HV_PAIR_NEVER);
}

/* Roles of one opening swapped: they would go on standing together. */
static void
never_together_in_one_opening (Scene *s)
{
  never_together (s);
  world_set_level (s->world, BO, HOST, HV_LEVEL_ABLE);
  s->hedensted = world_add_shift (s->world, s->torring, HOST, "10:00", "13:00", 1);
  s->jens = world_assign (s->world, s->hedensted, JENS);
}

static void
jens_never_with_anna (Scene *s)
{
  world_add_pair (s->world, ANNA, JENS, HV_PAIR_NEVER);
  world_assign (s->world, s->torring, ANNA);
}

static void
most_one_a_week (Scene *s)
{
  ((HvVolunteer *)world_get (s->world, HV_KIND_VOLUNTEER, BO))->most_week = 1;
}

static void
jens_would_rather_not (Scene *s)
{
  world_offer (s->world, JENS, 3, "10:00", "13:00", HV_OFFER_RATHER_NOT);
}

static void
jens_called_off (Scene *s)
{
  ((HvAssignment *)world_get (s->world, HV_KIND_ASSIGNMENT, s->jens))->state = HV_STATE_CALLED_OFF;
}

static void
jens_is_a_guest (Scene *s)
{
  HvAssignment *guest = world_get (s->world, HV_KIND_ASSIGNMENT, s->jens);
  guest->volunteer = HV_NONE;
  hv_set_text (&guest->guest, "nabo");
}

static void
test_refusals (void)
{
  static const struct
  {
    Stage stage;
    const char *error;   /* NULL: swapped */
    const char *with;    /* with a reason; NULL: swapped */
    const char *warning; /* or NULL */
  } cases[] = {
    { bo_absent, "absent", NULL, NULL },
    { jens_absent, "absent", NULL, NULL },
    { jens_absent_on_his_own_day, NULL, NULL, NULL },
    { jens_is_there_already, "twice", "twice", NULL },
    { jens_overlaps, "overlap", NULL, NULL },
    { both_full, NULL, NULL, NULL },
    { never_together, NULL, NULL, NULL },
    { never_together_in_one_opening, "never-together", NULL, NULL },
    { jens_never_with_anna, "never-together", NULL, NULL },
    { most_one_a_week, NULL, NULL, NULL },
    { jens_would_rather_not, NULL, NULL, "Jens Åbrink: would rather not 10:00–13:00" },
    { jens_called_off, "refused", "refused", NULL },
    { jens_is_a_guest, "refused", "refused", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int reason = 0; reason < 2; reason++)
      {
        g_autoptr (World) world = world_new ();
        Scene s = stage (world);
        cases[i].stage (&s);
        g_autoptr (HvRoster) roster = world_end (world);
        g_autoptr (GError) error = NULL;
        g_autoptr (HvEdit) edit = swap (roster, s.bo, s.jens, reason ? "agreed by telephone" : NULL, &error);
        const char *expected = reason ? cases[i].with : cases[i].error;
        g_test_message ("case %zu", i);
        g_assert_cmpint (edit == NULL, ==, expected != NULL);
        if (edit == NULL)
          {
            g_assert_cmpstr (hv_error_get_name (error), ==, expected);
            continue;
          }
        g_assert_cmpint (edit->warnings->len, ==, cases[i].warning != NULL);
        if (cases[i].warning != NULL)
          g_assert_cmpstr (g_array_index (edit->warnings, HvWarning, 0).message, ==, cases[i].warning);
      }
}

/* A reason is kept where a rule asked for it, and only there. */
static void
test_reason (void)
{
  g_autoptr (World) world = world_new ();
  Scene s = stage (world);
  jens_absent (&s);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvEdit) edit = swap (roster, s.bo, s.jens, "comes after all", NULL);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  g_assert_cmpstr (hv_roster_find_assigned (after, s.torring, JENS)->reason, ==, "comes after all");
  g_assert_null (hv_roster_find_assigned (after, s.hedensted, BO)->reason);
}

static void
test_same_shift (void)
{
  g_autoptr (World) world = world_new ();
  Scene s = stage (world);
  HvId anna = world_assign (world, s.torring, ANNA);
  HvId other = world_assign (world, s.hedensted, BO);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (GError) error = NULL;
  g_assert_null (swap (roster, s.bo, anna, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (swap (roster, s.bo, other, NULL, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
}

/* Each takes the hours of the place, and the lock of the person. */
static void
test_hours_and_lock (void)
{
  g_autoptr (World) world = world_new ();
  Scene s = stage (world);
  HvAssignment *bo = world_get (world, HV_KIND_ASSIGNMENT, s.bo);
  bo->locked = 1;
  bo->own_span = 1;
  bo->starts = at ("2026-05-06", "11:30");
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvEdit) edit = swap (roster, s.bo, s.jens, NULL, NULL);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  const HvAssignment *jens = hv_roster_find_assigned (after, s.torring, JENS);
  const HvAssignment *arrived = hv_roster_find_assigned (after, s.hedensted, BO);
  g_assert_cmpint (jens->starts, ==, at ("2026-05-06", "11:30"));
  g_assert_cmpint (jens->own_span, ==, 1);
  g_assert_cmpint (jens->locked, ==, 0);
  g_assert_cmpint (arrived->own_span, ==, 0);
  g_assert_cmpint (arrived->locked, ==, 1);
  g_assert_cmpint (hv_roster_find_assignment (after, s.bo)->locked, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/swap/a10", test_a10);
  g_test_add_func ("/swap/refusals", test_refusals);
  g_test_add_func ("/swap/reason", test_reason);
  g_test_add_func ("/swap/same-shift", test_same_shift);
  g_test_add_func ("/swap/hours-and-lock", test_hours_and_lock);
  return g_test_run ();
}
