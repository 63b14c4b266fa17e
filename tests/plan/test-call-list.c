/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-call-list.h"

/* A9: Juelsminde, 4 May, with Anna, Bo and Jens; Carla, Dan and Else may stand in. */
static HvId
stage_a9 (World *world)
{
  HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
  world_assign (world, shift, ANNA);
  world_assign (world, shift, BO);
  world_assign (world, shift, JENS);
  world_add_past (world, CARLA, JUELSMINDE, "2026-04-13");
  world_add_past (world, DAN, JUELSMINDE, "2026-04-20");
  for (int i = 0; i < 3; i++)
    world_add_past (world, ELSE, JUELSMINDE, "2026-03-16");
  for (HvId id = GERDA; id < N_PEOPLE; id++)
    if (id != JENS)
      world_remove_all (world, HV_KIND_SKILL, id);
  return shift;
}

static HvRoster *
take (HvRoster *roster, HvEdit *edit)
{
  g_assert_nonnull (edit);
  HvRoster *next = hv_roster_apply (roster, edit);
  hv_edit_free (edit);
  hv_roster_unref (roster);
  return next;
}

static HvRoster *
call_off (HvRoster *roster, HvId shift, HvId volunteer)
{
  g_autoptr (GError) error = NULL;
  HvEdit *edit = hv_call_list_call_off (hv_roster_find_assigned (roster, shift, volunteer), new_source (), &error);
  g_assert_no_error (error);
  return take (roster, edit);
}

static HvRoster *
answer (HvRoster *roster, HvId shift, HvId volunteer, HvAnswer what)
{
  g_autoptr (GError) error = NULL;
  HvEditSource source = new_source ();
  source.next_id += 100 * volunteer;
  HvEdit *edit = hv_call_list_answer (roster, hv_roster_find_shift (roster, shift), volunteer, what, NULL,
                                      HV_LANGUAGE_EN, source, &error);
  g_assert_no_error (error);
  return take (roster, edit);
}

static char *
say (const HvRoster *roster, HvId shift, int missing)
{
  g_autoptr (HvCallList) list = hv_call_list_new (roster, hv_roster_find_shift (roster, shift));
  return hv_call_list_format (list, hv_roster_find_assigned (roster, shift, ANNA), missing, HV_LANGUAGE_EN);
}

#define FIRST "Anna Lindeskov cannot come: IT help, Juelsminde, Monday 4 May 10:00–13:00."

static void
test_a9 (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = stage_a9 (world);
  g_autoptr (HvRoster) roster = world_end (world);
  g_assert_cmpint (hv_roster_count_filling (roster, hv_roster_find_shift (roster, shift)), ==, 3);

  roster = call_off (roster, shift, ANNA);
  g_assert_cmpint (hv_roster_count_filling (roster, hv_roster_find_shift (roster, shift)), ==, 2);
  g_autofree char *before = say (roster, shift, 1);
  g_assert_cmpstr (before, ==,
                   FIRST " 1 is missing. Call in this order: 1. Carla Munkholt, 2. Dan Østerlide, 3. Else Fjordby.");

  roster = answer (roster, shift, DAN, HV_ANSWER_NO_ANSWER);
  roster = answer (roster, shift, ELSE, HV_ANSWER_YES);
  g_autofree char *after = say (roster, shift, 1);
  g_assert_cmpstr (after, ==,
                   FIRST " 1 is missing. Call in this order: 1. Carla Munkholt, 2. Dan Østerlide (no answer), 3. Else "
                         "Fjordby (yes).");
  g_assert_cmpint (hv_roster_find_assigned (roster, shift, ELSE)->state, ==, HV_STATE_PLANNED);
  g_assert_cmpint (hv_roster_count_filling (roster, hv_roster_find_shift (roster, shift)), ==, 3);

  /* Nothing is missing any more, and an answer can be corrected: one line a person. */
  roster = answer (roster, shift, DAN, HV_ANSWER_NO);
  g_autofree char *corrected = say (roster, shift, 0);
  g_assert_cmpstr (corrected, ==,
                   FIRST " Call in this order: 1. Carla Munkholt, 2. Dan Østerlide (no), 3. Else Fjordby (yes).");
  g_assert_cmpint (hv_roster_list_of (roster, HV_KIND_CALL, HV_KIND_SHIFT, shift)->len, ==, 2);
}

/* Dan says yes and is placed: his line stays where it was. */
static void
test_order_stays (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = stage_a9 (world);
  g_autoptr (HvRoster) roster = call_off (world_end (world), shift, ANNA);
  roster = answer (roster, shift, DAN, HV_ANSWER_YES);
  g_autofree char *text = say (roster, shift, 0);
  g_assert_cmpstr (text, ==, FIRST " Call in this order: 1. Carla Munkholt, 2. Dan Østerlide (yes), 3. Else Fjordby.");
}

/* Those with an answer are always shown, the others only the first three. */
static void
test_long_list (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
  world_assign (world, shift, ANNA);
  g_autoptr (HvRoster) roster = call_off (world_end (world), shift, ANNA);
  roster = answer (roster, shift, JENS, HV_ANSWER_NO);
  g_autofree char *text = say (roster, shift, 3);
  /* Åsa and Örjan sort as asa and orjan; Finn is no IT help. */
  g_assert_cmpstr (text, ==,
                   FIRST " 3 are missing. Call in this order: 1. Åsa Blåklint, 2. Bo Vestermark, 3. Carla Munkholt, 9. "
                         "Jens Åbrink (no).");
}

static void
test_nobody (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = world_open (world, JUELSMINDE, IT, "2026-05-04", "10:00", "13:00", 3);
  world_assign (world, shift, ANNA);
  for (HvId id = BO; id < N_PEOPLE; id++)
    world_remove_all (world, HV_KIND_SKILL, id);
  g_autoptr (HvRoster) roster = call_off (world_end (world), shift, ANNA);
  g_autofree char *text = say (roster, shift, 1);
  g_assert_cmpstr (text, ==, FIRST " 1 is missing. There is nobody to call.");
}

/* Who was rung and then cannot any more stays on the list, at its end. */
static void
test_cannot_any_more (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = stage_a9 (world);
  HvCall *call = world_add (world, HV_KIND_CALL);
  call->house = JUELSMINDE;
  call->shift = shift;
  call->volunteer = CARLA;
  call->answer = HV_ANSWER_NO;
  world_add_absence (world, CARLA, "2026-05-04", "2026-05-04", NULL);
  g_autoptr (HvRoster) roster = call_off (world_end (world), shift, ANNA);
  g_autofree char *text = say (roster, shift, 1);
  g_assert_cmpstr (text, ==,
                   FIRST " 1 is missing. Call in this order: 1. Dan Østerlide, 2. Else Fjordby, 3. Carla Munkholt "
                         "(no).");
}

static void
test_refused (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = stage_a9 (world);
  g_autoptr (HvRoster) roster = call_off (world_end (world), shift, ANNA);
  g_autoptr (GError) error = NULL;
  g_assert_null (hv_call_list_call_off (hv_roster_find_assigned (roster, shift, ANNA), new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_clear_error (&error);

  /* A yes that a rule refuses notes nothing. */
  g_assert_null (hv_call_list_answer (roster, hv_roster_find_shift (roster, shift), FINN, HV_ANSWER_YES, NULL,
                                      HV_LANGUAGE_EN, new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_ROLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call-list/a9", test_a9);
  g_test_add_func ("/call-list/order-stays", test_order_stays);
  g_test_add_func ("/call-list/long-list", test_long_list);
  g_test_add_func ("/call-list/nobody", test_nobody);
  g_test_add_func ("/call-list/cannot-any-more", test_cannot_any_more);
  g_test_add_func ("/call-list/refused", test_refused);
  return g_test_run ();
}
