/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-closing.h"
#include "hv-error.h"
#include "hv-generation.h"

#include <string.h>

/* Thursday 14 May is Ascension Day. */
#define ASCENSION "2026-05-14"

static HvId
open_torring (World *world)
{
  HvId shift = world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3);
  world_assign (world, shift, BO);
  return shift;
}

static const HvHouse *
house_of (const HvRoster *roster, HvId house)
{
  return hv_roster_find_house (roster, house);
}

static HvRoster *
close_on (const HvRoster *roster, HvId house, const char *date, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit =
      hv_closing_close (roster, house_of (roster, house), day (date), reason, new_source (), &error);
  g_assert_no_error (error);
  return hv_roster_apply (roster, edit);
}

static HvRoster *
open_on (const HvRoster *roster, HvId house, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvEdit) edit = hv_closing_open (roster, house_of (roster, house), day (date), new_source (), &error);
  g_assert_no_error (error);
  return hv_roster_apply (roster, edit);
}

static void
test_close_and_open (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = open_torring (world);
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) closed = close_on (before, TORRING, WEDNESDAY, "  lokalet optaget ");
  g_assert_cmpstr (week_find_opening (closed, shift)->closed, ==, "lokalet optaget");
  g_assert_cmpuint (hv_roster_list (closed, HV_KIND_ASSIGNMENT)->len, ==, 1);

  g_autoptr (HvRoster) opened = open_on (closed, TORRING, WEDNESDAY);
  g_assert_true (hv_record_equal (week_find_opening (opened, shift), week_find_opening (before, shift)));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *reason;
    const char *error;
  } cases[] = {
    { "", "bad-input" },
    { " \n ", "bad-input" },
    { "150480-1234", "identity-number" },
    { "half a letter \xc3", "bad-input" },
    { "turned \u202e around", "bad-input" },
  };
  g_autoptr (World) world = world_new ();
  open_torring (world);
  g_autoptr (HvRoster) roster = world_end (world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_closing_close (roster, house_of (roster, TORRING), day (WEDNESDAY), cases[i].reason,
                                       new_source (), &error));
      g_assert_cmpstr (hv_error_get_name (error), ==, cases[i].error);
    }

  g_autoptr (GError) error = NULL;
  g_assert_null (hv_closing_open (roster, house_of (roster, TORRING), day (WEDNESDAY), new_source (), &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Tørring"));
}

/* What a date that has no openings yet comes out as, after some steps. */
typedef enum
{
  CLOSE,
  CLOSE_AGAIN,
  OPEN,
  END
} Do;

static void
test_before_generating (void)
{
  static const struct
  {
    const char *what;
    HvId house;
    const char *day;
    const char *span_from; /* the house's own closed span */
    const char *span_to;
    Do steps[4];
    const char *closed; /* the reason, or NULL: open */
  } cases[] = {
    { "nothing", HEDENSTED, "2026-05-21", NULL, NULL, { END }, NULL },
    { "a holiday", HEDENSTED, ASCENSION, NULL, NULL, { END }, "Ascension Day" },
    { "open on a holiday", HEDENSTED, ASCENSION, NULL, NULL, { OPEN, END }, NULL },
    { "closed beforehand", HEDENSTED, "2026-05-21", NULL, NULL, { CLOSE, END }, "once" },
    { "closed for another reason", HEDENSTED, "2026-05-21", NULL, NULL, { CLOSE, CLOSE_AGAIN, END }, "again" },
    { "closed and opened", HEDENSTED, "2026-05-21", NULL, NULL, { CLOSE, OPEN, END }, NULL },
    { "closed twice and opened", HEDENSTED, "2026-05-21", NULL, NULL, { CLOSE, CLOSE_AGAIN, OPEN, END }, NULL },
    { "in the holidays of the house", HEDENSTED, "2026-05-21", "2026-05-18", "2026-05-31", { END }, "Ferie" },
    { "opened in them", HEDENSTED, "2026-05-21", "2026-05-18", "2026-05-31", { OPEN, END }, NULL },
    { "another day of them", HEDENSTED, "2026-05-28", "2026-05-18", "2026-05-31", { END }, "Ferie" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_autoptr (World) world = world_new ();
      if (cases[i].span_from != NULL)
        {
          HvClosed *closed = world_add (world, HV_KIND_CLOSED);
          closed->house = cases[i].house;
          closed->from = day (cases[i].span_from);
          closed->to = day (cases[i].span_to);
          hv_set_text (&closed->reason, "Ferie");
        }
      HvRoster *roster = world_end (world);
      for (int step = 0; cases[i].steps[step] != END; step++)
        {
          HvRoster *before = roster;
          roster = cases[i].steps[step] == OPEN ? open_on (before, cases[i].house, cases[i].day)
                                                : close_on (before, cases[i].house, cases[i].day,
                                                            cases[i].steps[step] == CLOSE ? "once" : "again");
          hv_roster_unref (before);
        }
      g_assert_cmpuint (hv_roster_list (roster, HV_KIND_CLOSED)->len, <=, 1);
      /* Ids of their own: those of the steps before start at the same number. */
      HvEditSource source = { .next_id = 900000, .random = { 9 } };
      g_autoptr (HvGeneration) generation = hv_generation_new (roster, week ("2026-W20"), 3, source);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, generation->edit);
      const HvOpening *opening = hv_roster_find_opening_on (after, cases[i].house, day (cases[i].day), HV_NONE);
      g_assert_nonnull (opening);
      g_assert_cmpstr (opening->closed, ==, cases[i].closed);
      g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id)->len, ==, 1);
      hv_roster_unref (roster);
    }
}

static void
test_words (void)
{
  HvOpening opening = { .closed = (char *)"Ascension Day", .holiday = 1 };
  g_assert_cmpstr (hv_closing_get_reason (&opening, HV_LANGUAGE_EN), ==, "Ascension Day");
  g_assert_cmpstr (hv_closing_get_reason (&opening, HV_LANGUAGE_DA), ==, "Kristi himmelfartsdag");
  opening.holiday = 0; /* what a coordinator typed is not translated */
  g_assert_cmpstr (hv_closing_get_reason (&opening, HV_LANGUAGE_DA), ==, "Ascension Day");
  opening.closed = NULL;
  g_assert_null (hv_closing_get_reason (&opening, HV_LANGUAGE_DA));
}

/* Each once, by name; not who called off, not the walk-in helper, not another day. */
static void
test_people (void)
{
  g_autoptr (World) world = world_new ();
  HvId shift = open_torring (world);
  HvId host = world_add_shift (world, shift, HOST, "10:00", "13:00", 1);
  world_assign (world, shift, ANNA);
  world_assign (world, host, ANNA);
  HvAssignment *off = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, CARLA));
  off->state = HV_STATE_CALLED_OFF;
  HvAssignment *guest = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, shift, HV_NONE));
  hv_set_text (&guest->guest, "Naboen");
  world_assign (world, world_open (world, TORRING, IT, THURSDAY, "10:00", "13:00", 1), DAN);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (GPtrArray) people = hv_closing_list_people (roster, TORRING, day (WEDNESDAY));
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpint (((const HvRecord *)people->pdata[0])->id, ==, ANNA);
  g_assert_cmpint (((const HvRecord *)people->pdata[1])->id, ==, BO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/close-and-open", test_close_and_open);
  g_test_add_func ("/closing/refusals", test_refusals);
  g_test_add_func ("/closing/before-generating", test_before_generating);
  g_test_add_func ("/closing/words", test_words);
  g_test_add_func ("/closing/people", test_people);
  return g_test_run ();
}
