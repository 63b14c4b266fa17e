/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-fit.h"

#include <string.h>

typedef struct
{
  const char *day;
  const char *time;
  /* "Mon 08:00-11:00 can", parted by "; ", with weeks behind it: "from 2026-W19", "until
   * 2026-W19", "even", "odd". */
  const char *said;
  const char *expected; /* the answer and its hours, counted from the day's midnight; "-": none */
} Case;

/* Weeks 18, 20, 48 are even; 19, 49, 53 and 1 are odd. 4 May 2026 is the Monday of week 19. */
static const Case cases[] = {
  /* nobody was asked */
  { "2026-05-04", "10:00-13:00", "", "not said 10:00-13:00" },
  { "2026-05-04", "10:00-13:00", "Mon 09:00-17:00 can from 2026-W20", "not said 10:00-13:00" },
  { "2026-05-04", "10:00-13:00", "Mon 09:00-17:00 can until 2026-W18", "not said 10:00-13:00" },
  /* the first and the last week are included */
  { "2026-05-04", "10:00-13:00", "Mon 10:00-13:00 can from 2026-W19 until 2026-W19", "can 10:00-13:00" },
  { "2026-05-11", "10:00-13:00", "Mon 10:00-13:00 can from 2026-W19 until 2026-W19", "not said 10:00-13:00" },
  /* the hours around */
  { "2026-05-04", "13:00-16:00", "Mon 12:00-17:00 can", "can 12:00-17:00" },
  { "2026-05-04", "10:00-13:00", "Mon 00:00-24:00 can", "can 00:00-24:00" },
  /* hours that touch run on; a gap of a minute does not */
  { "2026-05-04", "10:00-13:00", "Mon 08:00-11:00 can; Mon 11:00-14:00 can", "can 08:00-14:00" },
  { "2026-05-04", "10:00-13:00", "Mon 08:00-11:00 can; Mon 11:01-14:00 can", "cannot 11:01-14:00" },
  { "2026-05-04", "10:00-13:00", "Mon 12:00-14:00 can; Mon 08:00-12:30 can", "can 08:00-14:00" },
  /* only a part */
  { "2026-05-04", "13:00-16:00", "Mon 13:30-18:00 can", "cannot 13:30-18:00" },
  { "2026-05-04", "13:00-16:00", "Mon 08:00-15:00 can", "cannot 08:00-15:00" },
  { "2026-05-04", "10:00-13:00", "Mon 10:00-10:30 can; Mon 12:00-13:00 can", "cannot 12:00-13:00" },
  /* no part: the nearest hours of the day, the earlier of two as near */
  { "2026-05-04", "13:00-16:00", "Mon 17:00-20:00 can", "cannot 17:00-20:00" },
  { "2026-05-04", "13:00-16:00", "Mon 07:00-09:00 can; Mon 18:00-20:00 rather", "cannot 18:00-20:00" },
  { "2026-05-04", "13:00-16:00", "Mon 20:00-22:00 can; Mon 07:00-09:00 can", "cannot 07:00-09:00" },
  { "2026-05-04", "10:00-13:00", "Mon 13:00-15:00 can", "cannot 13:00-15:00" },
  { "2026-05-04", "10:00-13:00", "Tue 08:00-18:00 can", "cannot -" },
  /* rather not, for all or a part of it */
  { "2026-05-04", "13:00-16:00", "Mon 12:00-17:00 rather", "rather 13:00-16:00" },
  { "2026-05-04", "13:00-16:00", "Mon 12:00-15:00 can; Mon 15:00-17:00 rather", "rather 15:00-16:00" },
  /* cannot beats rather not beats can, in whatever order they were said */
  { "2026-05-04", "13:00-16:00", "Mon 08:00-20:00 can; Mon 14:00-15:00 rather", "rather 14:00-15:00" },
  { "2026-05-04", "13:00-16:00", "Mon 14:00-15:00 rather; Mon 08:00-20:00 can", "rather 14:00-15:00" },
  { "2026-05-04", "13:00-16:00", "Mon 08:00-20:00 can; Mon 15:30-17:00 cannot", "cannot 08:00-15:30" },
  { "2026-05-04", "13:00-16:00", "Mon 15:30-17:00 cannot; Mon 08:00-20:00 rather", "cannot 08:00-15:30" },
  { "2026-05-04", "13:00-16:00", "Mon 08:00-20:00 can; Mon 08:00-20:00 cannot; Mon 08:00-20:00 can", "cannot -" },
  { "2026-05-04", "13:00-16:00", "Mon 13:00-16:00 cannot", "cannot -" },
  /* everything in force counts: a later record adds, and ends nothing */
  { "2026-05-04", "10:00-13:00", "Mon 10:00-12:00 can from 2026-W10; Mon 12:00-14:00 can from 2026-W19",
    "can 10:00-14:00" },
  /* even and odd weeks */
  { "2026-05-11", "10:00-13:00", "Mon 10:00-13:00 can even", "can 10:00-13:00" },
  { "2026-05-04", "10:00-13:00", "Mon 10:00-13:00 can even", "cannot - even" },
  { "2026-05-11", "10:00-13:00", "Mon 10:00-13:00 can odd", "cannot - odd" },
  { "2026-05-04", "10:00-13:00", "Mon 11:00-13:00 can even", "cannot -" },
  { "2026-05-04", "10:00-13:00", "Mon 10:00-13:00 cannot even", "cannot -" },
  { "2026-12-28", "10:00-13:00", "Mon 10:00-13:00 can odd", "can 10:00-13:00" },
  { "2027-01-04", "10:00-13:00", "Mon 10:00-13:00 can odd", "can 10:00-13:00" },
  /* the night: one record past midnight, two that meet there, and half a night */
  { "2026-10-24", "22:00-30:00", "Sat 22:00-30:00 can", "can 22:00-30:00" },
  { "2026-10-24", "22:00-30:00", "Sat 22:00-06:00 can", "can 22:00-30:00" },
  { "2026-10-24", "22:00-30:00", "Sat 20:00-24:00 can; Sun 00:00-08:00 can", "can 20:00-32:00" },
  { "2026-10-24", "22:00-30:00", "Sat 20:00-24:00 can", "cannot 20:00-24:00" },
  { "2026-10-25", "00:00-06:00", "Sat 22:00-30:00 can", "can 00:00-06:00" },
  { "2026-10-26", "00:00-06:00", "Sat 22:00-06:00 can", "cannot -" },
  { "2026-10-26", "00:00-06:00", "Sat 08:00-48:00 can", "cannot -" },
  { "2026-10-25", "10:00-13:00", "Sat 08:00-48:00 can", "can 00:00-24:00" },
  /* from the last night of week 19 into week 20 */
  { "2026-05-10", "22:00-30:00", "Sun 22:00-30:00 can odd", "can 22:00-30:00" },
  { "2026-05-10", "22:00-30:00", "Sun 22:00-24:00 can; Mon 00:00-08:00 can from 2026-W20", "can 22:00-32:00" },
};

static const char *const offers[] = {
  [HV_OFFER_CAN] = "can",
  [HV_OFFER_RATHER_NOT] = "rather",
  [HV_OFFER_CANNOT] = "cannot",
};

static HvOffer
read_offer (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    if (g_str_equal (offers[i], word))
      return (HvOffer)i;
  g_assert_not_reached ();
}

static int
read_weekday (const char *word)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (g_str_equal (weekdays[i], word))
      return (int)i + 1;
  g_assert_not_reached ();
}

static void
say_weeks (HvAvailability *record, char **words)
{
  for (; *words != NULL; words++)
    if (g_str_equal (*words, "from"))
      record->from = week (*++words).monday;
    else if (g_str_equal (*words, "until"))
      record->until = week (*++words).monday;
    else
      record->repeat = g_str_equal (*words, "even") ? HV_REPEAT_EVEN : HV_REPEAT_ODD;
}

static void
say (World *world, const char *said)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  g_auto (GStrv) records = g_strsplit (said, "; ", -1);
  for (char **record = records; *record != NULL; record++)
    {
      g_auto (GStrv) words = g_strsplit (*record, " ", -1);
      g_auto (GStrv) hours = g_strsplit (words[1], "-", 2);
      world_offer (world, ANNA, read_weekday (words[0]), hours[0], hours[1], read_offer (words[2]));
      say_weeks (g_ptr_array_index (world->records, world->records->len - 1), words + 3);
    }
}

static char *
describe_window (HvDay day, HvSpan window)
{
  if (window.from == window.to)
    return g_strdup ("-");
  g_autofree char *from = hv_time_format ((int)(window.from - hv_minute_at (day, 0)));
  g_autofree char *to = hv_time_format ((int)(window.to - hv_minute_at (day, 0)));
  return g_strdup_printf ("%s-%s", from, to);
}

static char *
describe (HvDay day, const HvFit *fit)
{
  g_autofree char *window = describe_window (day, fit->window);
  const char *weeks = fit->weeks == HV_REPEAT_EVERY ? "" : fit->weeks == HV_REPEAT_EVEN ? " even" : " odd";
  return g_strdup_printf ("%s %s%s", fit->said ? offers[fit->offer] : "not said", window, weeks);
}

static void
test_fit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (World) world = world_new ();
      say (world, cases[i].said);
      g_autoptr (HvRoster) roster = world_end (world);
      g_auto (GStrv) hours = g_strsplit (cases[i].time, "-", 2);
      HvFit fit = hv_fit_find (roster, ANNA, span (cases[i].day, hours[0], hours[1]));
      g_autofree char *text = describe (day (cases[i].day), &fit);
      g_test_message ("%s %s: %s", cases[i].day, cases[i].time, cases[i].said);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_true (fit.said || fit.offer == HV_OFFER_RATHER_NOT);
    }
}

static void
test_all_day (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    bool all_day;
  } windows[] = {
    { "00:00", "24:00", true },  { "00:00", "23:59", false }, { "00:01", "24:00", false },
    { "10:00", "13:00", false }, { "00:00", "48:00", false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      HvFit fit = { .window = span ("2026-05-04", windows[i].from, windows[i].to) };
      g_assert_cmpint (hv_fit_is_all_day (&fit), ==, windows[i].all_day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/table", test_fit);
  g_test_add_func ("/fit/all-day", test_all_day);
  return g_test_run ();
}
