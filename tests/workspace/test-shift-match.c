/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-error.h"
#include "hv-shift-match.h"

#include <string.h>

/* Juelsminde on Monday 10–13 with a host; Tørring on Wednesday 10–13 and 18–20; Hedensted
 * closed on Thursday; the night line from Saturday to Sunday. */
static void
test_match (void)
{
  static const struct
  {
    const char *house;
    const char *day;
    const char *role;
    const char *at;
    const char *error; /* NULL: found */
    const char *says;  /* part of the sentence, or when the found shift starts */
  } cases[] = {
    { "Juelsminde", MONDAY, "IT help", NULL, NULL, "10:00" },
    { "juelsminde", MONDAY, "it HELP", NULL, NULL, "10:00" },
    { "1", MONDAY, "1", NULL, NULL, "10:00" }, /* by their ids */
    { "torring", WEDNESDAY, "IT help", "18:00", NULL, "18:00" },
    { "torring", WEDNESDAY, "IT help", "10.00", NULL, "10:00" },
    { "Online", "2026-05-09", "IT help", NULL, NULL, "22:00" },
    { "torring", WEDNESDAY, "IT help", NULL, "refused", "--at: 10:00, 18:00" },
    { "torring", WEDNESDAY, "IT help", "11:00", "refused", "Tørring has no shift for IT help" },
    { "torring", WEDNESDAY, "IT help", "eleven", "usage", "eleven" },
    { "Juelsminde", "2026-05-05", "IT help", NULL, "refused", "Tuesday 5 May 2026" },
    { "Juelsminde", MONDAY, "Gardener", NULL, "bad-input", "Gardener" },
    { "Vejle", MONDAY, "IT help", NULL, "unknown-house", "Vejle" },
    { "", MONDAY, "IT help", NULL, "unknown-house", "" },
    { "Online", "2026-05-10", "IT help", NULL, "refused", "Online has no shift" }, /* it began the day before */
    { "Hedensted", THURSDAY, "IT help", NULL, "refused",
      "closed on Thursday 7 May 2026: Maling. Open it again first." },
  };
  g_autoptr (World) world = world_new ();
  HvId monday = world_open (world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  world_add_shift (world, monday, HOST, "10:00", "13:00", 1);
  world_open (world, TORRING, IT, WEDNESDAY, "10:00", "13:00", 3);
  world_open (world, TORRING, IT, WEDNESDAY, "18:00", "20:00", 1);
  HvId closed = world_open (world, HEDENSTED, IT, THURSDAY, "10:00", "13:00", 3);
  HvOpening *opening =
      world_get (world, HV_KIND_OPENING, ((HvShift *)world_get (world, HV_KIND_SHIFT, closed))->opening);
  hv_set_text (&opening->closed, "Maling");
  world_open (world, ONLINE, IT, "2026-05-09", "22:00", "06:00", 2);
  g_autoptr (HvRoster) roster = world_end (world);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s, %s", cases[i].house, cases[i].day, cases[i].role);
      g_autoptr (GError) error = NULL;
      const HvShift *shift =
          hv_shift_match (roster, cases[i].house, day (cases[i].day), cases[i].role, cases[i].at, &error);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      if (shift != NULL)
        g_assert_cmpint (shift->starts, ==, at (cases[i].day, cases[i].says));
      else
        g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift-match/match", test_match);
  return g_test_run ();
}
