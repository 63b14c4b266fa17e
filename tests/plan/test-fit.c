/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "hv-fit.h"

#include <string.h>

#define MONDAY 1
#define SATURDAY 6
#define SUNDAY 7

/* One record of a pattern; a weekday of 0 ends the list. */
typedef struct
{
  int weekday;
  const char *from;
  const char *to;
  char offer; /* c can, r rather not, n cannot */
  const char *since;
  const char *until;
  HvRepeat repeat;
} Said;

typedef struct
{
  const char *day;
  const char *from;
  const char *to;
  Said said[4];
  char offer;         /* 'q': has not said */
  const char *window; /* "10:00–17:00" counted from the day's midnight; "-": none */
  HvRepeat weeks;
} Case;

/* Weeks 18, 20, 48 are even; 19, 49, 53 and 1 are odd. 4 May 2026 is the Monday of week 19. */
static const Case cases[] = {
  /* nobody was asked */
  { "2026-05-04", "10:00", "13:00", { { 0 } }, 'q', "10:00–13:00" },
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "09:00", "17:00", 'c', .since = "2026-W20" } }, 'q', "10:00–13:00" },
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "09:00", "17:00", 'c', .until = "2026-W18" } }, 'q', "10:00–13:00" },
  /* the ends are included */
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "10:00", "13:00", 'c', "2026-W19", "2026-W19" } }, 'c', "10:00–13:00" },
  { "2026-05-11", "10:00", "13:00", { { MONDAY, "10:00", "13:00", 'c', "2026-W19", "2026-W19" } }, 'q', "10:00–13:00" },
  /* the hours around */
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "12:00", "17:00", 'c' } }, 'c', "12:00–17:00" },
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "00:00", "24:00", 'c' } }, 'c', "00:00–24:00" },
  /* hours that touch run on; a gap of a minute does not */
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "08:00", "11:00", 'c' }, { MONDAY, "11:00", "14:00", 'c' } },
    'c',
    "08:00–14:00" },
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "08:00", "11:00", 'c' }, { MONDAY, "11:01", "14:00", 'c' } },
    'n',
    "11:01–14:00" },
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "12:00", "14:00", 'c' }, { MONDAY, "08:00", "12:30", 'c' } },
    'c',
    "08:00–14:00" },
  /* only a part */
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "13:30", "18:00", 'c' } }, 'n', "13:30–18:00" },
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "08:00", "15:00", 'c' } }, 'n', "08:00–15:00" },
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "17:00", "20:00", 'c' } }, 'n', "17:00–20:00" },
  { "2026-05-04",
    "13:00",
    "16:00",
    { { MONDAY, "07:00", "09:00", 'c' }, { MONDAY, "18:00", "20:00", 'r' } },
    'n',
    "18:00–20:00" },
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "10:30", 'c' }, { MONDAY, "12:00", "13:00", 'c' } },
    'n',
    "12:00–13:00" },
  /* touching is not overlapping */
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "13:00", "15:00", 'c' } }, 'n', "13:00–15:00" },
  /* another weekday */
  { "2026-05-04", "10:00", "13:00", { { 2, "08:00", "18:00", 'c' } }, 'n', "-" },
  /* rather not, for all or a part of it */
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "12:00", "17:00", 'r' } }, 'r', "13:00–16:00" },
  { "2026-05-04",
    "13:00",
    "16:00",
    { { MONDAY, "12:00", "15:00", 'c' }, { MONDAY, "15:00", "17:00", 'r' } },
    'r',
    "15:00–16:00" },
  /* cannot beats rather not beats can */
  { "2026-05-04",
    "13:00",
    "16:00",
    { { MONDAY, "08:00", "20:00", 'c' }, { MONDAY, "14:00", "15:00", 'r' } },
    'r',
    "14:00–15:00" },
  { "2026-05-04",
    "13:00",
    "16:00",
    { { MONDAY, "08:00", "20:00", 'c' }, { MONDAY, "15:30", "17:00", 'n' } },
    'n',
    "08:00–15:30" },
  { "2026-05-04",
    "13:00",
    "16:00",
    { { MONDAY, "08:00", "20:00", 'c' }, { MONDAY, "08:00", "20:00", 'r' }, { MONDAY, "08:00", "20:00", 'n' } },
    'n',
    "-" },
  { "2026-05-04", "13:00", "16:00", { { MONDAY, "13:00", "16:00", 'n' } }, 'n', "-" },
  /* everything in force counts: a later record adds, and ends nothing */
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "12:00", 'c', .since = "2026-W10" }, { MONDAY, "12:00", "14:00", 'c', .since = "2026-W19" } },
    'c',
    "10:00–14:00" },
  /* even and odd weeks */
  { "2026-05-04",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "13:00", 'c', .repeat = HV_REPEAT_EVEN } },
    'n',
    "-",
    HV_REPEAT_EVEN },
  { "2026-05-11",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "13:00", 'c', .repeat = HV_REPEAT_EVEN } },
    'c',
    "10:00–13:00" },
  { "2026-05-11",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "13:00", 'c', .repeat = HV_REPEAT_ODD } },
    'n',
    "-",
    HV_REPEAT_ODD },
  { "2026-05-04", "10:00", "13:00", { { MONDAY, "11:00", "13:00", 'c', .repeat = HV_REPEAT_EVEN } }, 'n', "-" },
  { "2026-12-28",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "13:00", 'c', .repeat = HV_REPEAT_ODD } },
    'c',
    "10:00–13:00" },
  { "2027-01-04",
    "10:00",
    "13:00",
    { { MONDAY, "10:00", "13:00", 'c', .repeat = HV_REPEAT_ODD } },
    'c',
    "10:00–13:00" },
  /* the night: one record past midnight, two that meet there, and half a night */
  { "2026-10-24", "22:00", "30:00", { { SATURDAY, "22:00", "30:00", 'c' } }, 'c', "22:00–30:00" },
  { "2026-10-24", "22:00", "30:00", { { SATURDAY, "22:00", "06:00", 'c' } }, 'c', "22:00–30:00" },
  { "2026-10-24",
    "22:00",
    "30:00",
    { { SATURDAY, "20:00", "24:00", 'c' }, { SUNDAY, "00:00", "08:00", 'c' } },
    'c',
    "20:00–32:00" },
  { "2026-10-24", "22:00", "30:00", { { SATURDAY, "20:00", "24:00", 'c' } }, 'n', "20:00–24:00" },
  { "2026-10-25", "00:00", "06:00", { { SATURDAY, "22:00", "30:00", 'c' } }, 'c', "00:00–06:00" },
  /* from the last night of week 19 into week 20 */
  { "2026-05-10",
    "22:00",
    "30:00",
    { { SUNDAY, "22:00", "30:00", 'c', .repeat = HV_REPEAT_ODD } },
    'c',
    "22:00–30:00" },
  { "2026-05-10",
    "22:00",
    "30:00",
    { { SUNDAY, "22:00", "24:00", 'c' }, { MONDAY, "00:00", "08:00", 'c', .since = "2026-W20" } },
    'c',
    "22:00–32:00" },
};

static HvOffer
read_offer (char offer)
{
  return offer == 'c' ? HV_OFFER_CAN : offer == 'n' ? HV_OFFER_CANNOT : HV_OFFER_RATHER_NOT;
}

static void
say (World *world, const Said *said)
{
  world_remove_all (world, HV_KIND_AVAILABILITY, ANNA);
  for (gsize i = 0; i < G_N_ELEMENTS (cases->said) && said[i].weekday != 0; i++)
    {
      world_offer (world, ANNA, said[i].weekday, said[i].from, said[i].to, read_offer (said[i].offer));
      HvAvailability *last = g_ptr_array_index (world->records, world->records->len - 1);
      last->from = said[i].since != NULL ? week (said[i].since).monday : HV_NONE;
      last->until = said[i].until != NULL ? week (said[i].until).monday : HV_NONE;
      last->repeat = said[i].repeat;
    }
}

static char *
describe_window (const Case *c, HvSpan window)
{
  if (window.from == window.to)
    return g_strdup ("-");
  HvMinute midnight = hv_minute_at (on (c->day), 0);
  g_autofree char *from = hv_time_format ((int)(window.from - midnight));
  g_autofree char *to = hv_time_format ((int)(window.to - midnight));
  return g_strdup_printf ("%s–%s", from, to);
}

static void
test_fit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (World) world = world_new ();
      say (world, c->said);
      g_autoptr (HvRoster) roster = world_end (world);

      HvFit fit = hv_fit_find (roster, ANNA, span (c->day, c->from, c->to));
      g_test_message ("case %zu: %s %s-%s", i, c->day, c->from, c->to);
      g_autofree char *window = describe_window (c, fit.window);
      g_assert_cmpint (fit.offer, ==, read_offer (c->offer));
      g_assert_cmpint (fit.said, ==, c->offer != 'q');
      g_assert_cmpstr (window, ==, c->window);
      g_assert_cmpint (fit.weeks, ==, c->weeks);
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
