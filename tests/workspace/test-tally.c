/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-tally.h"

/* An opening from 10 on 4 May 2026. */
static HvOpening *
make_opening (int minutes)
{
  HvOpening *opening = hv_record_new (HV_KIND_OPENING, 1);
  opening->starts = hv_minute_at (hv_day_from_ymd (2026, 5, 4), 600);
  opening->ends = opening->starts + minutes;
  return opening;
}

static HvVisit *
make_visit (gint64 count, const char *slots)
{
  HvVisit *visit = hv_record_new (HV_KIND_VISIT, 2);
  visit->count = count;
  hv_set_text (&visit->slots, slots);
  return visit;
}

static void
test_slots (void)
{
  static const struct
  {
    int minutes; /* the opening lasts */
    int now;     /* minutes after it begins */
    int slot;
  } cases[] = {
    { 180, 0, 0 },   { 180, 29, 0 },   { 180, 30, 1 },     { 180, 179, 5 },    { 180, -1, 0 },
    { 180, -30, 0 }, { 180, -31, -1 }, { 180, 180, 5 },    { 180, 239, 5 },    { 180, 240, -1 },
    { 20, 15, 0 },   { 100, 99, 3 },   { 180, 10080, -1 }, { 1440, 1439, 47 }, { 2000, 1990, 47 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvOpening) opening = make_opening (cases[i].minutes);
      HvTally tally = hv_tally_read (opening, NULL);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (hv_tally_find_slot (&tally, opening, opening->starts + cases[i].now), ==, cases[i].slot);
    }
}

/* What is pressed ('+' and '-') in a half hour, after what is kept. */
static void
test_steps (void)
{
  static const struct
  {
    gint64 count; /* HV_NONE: nothing is kept */
    const char *slots;
    int slot; /* −1: at another time */
    const char *presses;
    gint64 count_after;
    const char *slots_after;
  } cases[] = {
    { HV_NONE, NULL, 0, "-", 0, NULL },                   /* there is nobody to take away */
    { HV_NONE, NULL, 0, "+", 1, "1 0 0 0 0 0" },          /* */
    { HV_NONE, NULL, 5, "+++-", 2, "0 0 0 0 0 2" },       /* */
    { HV_NONE, NULL, -1, "++", 2, NULL },                 /* counted the day after */
    { 3, "1 1 1", 1, "+", 4, "1 2 1 0 0 0" },             /* fewer half hours than there are */
    { 3, "1 1 1 0 0 0", 4, "-", 2, "1 1 0 0 0 0" },       /* nobody in this half hour: the last give way */
    { 1, "1 0 0 0 0 0", 0, "--", 0, "0 0 0 0 0 0" },      /* */
    { 10, "1 1 1 0 0 0", -1, "+", 11, "1 1 1 0 0 0" },    /* some were counted in no half hour */
    { 10, "1 1 1 0 0 0", -1, "-", 9, "1 1 1 0 0 0" },     /* */
    { 99999, NULL, 9, "+", 100000, NULL },                /* no such half hour */
    { 6, "1 1 1 1 1 1 1 1 1", 0, "+", 7, "2 1 1 1 1 1" }, /* the opening was shortened */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvOpening) opening = make_opening (180);
      g_autoptr (HvVisit) visit = cases[i].count == HV_NONE ? NULL : make_visit (cases[i].count, cases[i].slots);
      HvTally tally = hv_tally_read (opening, visit);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      for (const char *press = cases[i].presses; *press != '\0'; press++)
        {
          gint64 before = tally.count;
          g_assert_true (hv_tally_step (&tally, *press == '+' ? 1 : -1, cases[i].slot) == (tally.count != before));
        }
      g_autofree char *slots = hv_tally_format_slots (&tally);
      g_assert_cmpint (tally.count, ==, cases[i].count_after);
      g_assert_cmpstr (slots, ==, cases[i].slots_after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/slots", test_slots);
  g_test_add_func ("/tally/steps", test_steps);
  return g_test_run ();
}
