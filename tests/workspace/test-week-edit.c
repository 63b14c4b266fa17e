/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-week-edit.h"

#include <string.h>

#define W18 week ("2026-W18")
#define W19 week ("2026-W19")

/* Juelsminde's Mondays of weeks 18 and 19, from one template. */
typedef struct
{
  World *world;
  HvId before;
  HvId after;
} Mondays;

static Mondays
open_mondays (void)
{
  Mondays mondays = { .world = world_new () };
  mondays.before = world_open (mondays.world, JUELSMINDE, IT, "2026-04-27", "10:00", "13:00", 3);
  mondays.after = world_open (mondays.world, JUELSMINDE, IT, MONDAY, "10:00", "13:00", 3);
  ((HvShift *)world_get (mondays.world, HV_KIND_SHIFT, mondays.before))->tmpl = JUELSMINDE;
  ((HvShift *)world_get (mondays.world, HV_KIND_SHIFT, mondays.after))->tmpl = JUELSMINDE;
  return mondays;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "Anna Bo": the first names of those who fill a place, by name. */
static char *
list_people (const HvRoster *roster, HvId shift)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GPtrArray *on_shift = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, shift);
  for (guint i = 0; i < on_shift->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (on_shift, i);
      if (hv_state_fills ((HvState)assignment->state))
        g_ptr_array_add (names, assignment->volunteer == HV_NONE
                                    ? assignment->guest
                                    : hv_roster_find_volunteer (roster, assignment->volunteer)->name);
    }
  g_ptr_array_sort (names, compare_names);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%.*s", i == 0 ? "" : " ", (int)strcspn (names->pdata[i], " "),
                            (const char *)names->pdata[i]);
  return g_string_free (list, FALSE);
}

/* --- copying week 18 into week 19 --- */

typedef void (*Arrange) (Mondays *mondays);

static void
nothing (Mondays *mondays)
{
}

static void
one_is_there (Mondays *mondays)
{
  world_assign (mondays->world, mondays->after, DAN);
}

static void
full_already (Mondays *mondays)
{
  week_put (mondays->world, mondays->after, DAN, 2);
  world_assign (mondays->world, mondays->after, GERDA);
}

static void
anna_is_there (Mondays *mondays)
{
  world_assign (mondays->world, mondays->after, ANNA);
}

static void
anna_called_off (Mondays *mondays)
{
  HvAssignment *off =
      world_get (mondays->world, HV_KIND_ASSIGNMENT, world_assign (mondays->world, mondays->after, ANNA));
  off->state = HV_STATE_CALLED_OFF;
}

static void
anna_is_away (Mondays *mondays)
{
  world_add_absence (mondays->world, ANNA, MONDAY, MONDAY, "Ferie");
}

static void
anna_is_elsewhere (Mondays *mondays)
{
  world_assign (mondays->world, world_open (mondays->world, TORRING, IT, MONDAY, "12:00", "14:00", 1), ANNA);
}

static void
bo_had_called_off (Mondays *mondays)
{
  const GPtrArray *records = mondays->world->records;
  for (guint i = 0; i < records->len; i++)
    {
      HvAssignment *assignment = g_ptr_array_index (records, i);
      if (assignment->r.kind == HV_KIND_ASSIGNMENT && assignment->volunteer == BO)
        assignment->state = HV_STATE_CALLED_OFF;
    }
}

static void
closed_now (Mondays *mondays)
{
  HvShift *shift = world_get (mondays->world, HV_KIND_SHIFT, mondays->after);
  hv_set_text (&((HvOpening *)world_get (mondays->world, HV_KIND_OPENING, shift->opening))->closed, "Maling");
}

static void
room_for_two (Mondays *mondays)
{
  ((HvShift *)world_get (mondays->world, HV_KIND_SHIFT, mondays->after))->maximum = 2;
}

static void
at_another_hour (Mondays *mondays)
{
  HvShift *shift = world_get (mondays->world, HV_KIND_SHIFT, mondays->after);
  HvSpan later = span (MONDAY, "14:00", "17:00");
  shift->tmpl = HV_NONE;
  shift->starts = later.from;
  shift->ends = later.to;
}

/* Anna, Bo and Carla were there in week 18, and the neighbour. */
static void
test_copy (void)
{
  static const struct
  {
    const char *what;
    Arrange arrange;
    const char *people;
    const char *skipped; /* the beginning of the one sentence, or NULL */
  } cases[] = {
    { "into an empty week", nothing, "Anna Bo Carla", NULL },
    { "one place is taken", one_is_there, "Anna Bo Carla Dan", NULL }, /* as many as last week */
    { "nobody is moved or removed", full_already, "Anna Dan Else Gerda", NULL },
    { "nobody twice", anna_is_there, "Anna Bo Carla", NULL },
    { "who called off does not come back", anna_called_off, "Bo Carla", NULL },
    { "who is away is left out, and said", anna_is_away, "Bo Carla", "Anna Lindeskov: " },
    { "who is elsewhere is left out, and said", anna_is_elsewhere, "Bo Carla", "Anna Lindeskov: " },
    { "who had called off is not copied", bo_had_called_off, "Anna Carla", NULL },
    { "nothing into a closed opening", closed_now, "", NULL },
    { "not beyond the room", room_for_two, "Anna Bo", NULL },
    { "not into a shift at another time", at_another_hour, "", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      Mondays mondays = open_mondays ();
      g_autoptr (World) world = mondays.world;
      week_put (world, mondays.before, ANNA, 3);
      HvAssignment *guest = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, mondays.before, HV_NONE));
      hv_set_text (&guest->guest, "Naboen");
      cases[i].arrange (&mondays);
      g_autoptr (HvRoster) roster = world_end (world);
      g_autoptr (GPtrArray) skipped = NULL;
      g_autoptr (HvEdit) edit = hv_week_edit_copy (roster, W18, W19, HV_NONE, HV_LANGUAGE_EN, new_source (), &skipped);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_autofree char *people = list_people (after, mondays.after);
      g_assert_cmpstr (people, ==, cases[i].people);
      g_assert_cmpuint (skipped->len, ==, cases[i].skipped != NULL);
      if (cases[i].skipped != NULL)
        g_assert_true (g_str_has_prefix (skipped->pdata[0], cases[i].skipped));
    }
}

static void
test_copy_one_house (void)
{
  Mondays mondays = open_mondays ();
  g_autoptr (World) world = mondays.world;
  week_put (world, mondays.before, ANNA, 2);
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HvEdit) edit = hv_week_edit_copy (roster, W18, W19, TORRING, HV_LANGUAGE_EN, new_source (), &skipped);
  g_assert_true (hv_edit_is_empty (edit));
}

/* --- emptying --- */

static void
test_clear (void)
{
  Mondays mondays = open_mondays ();
  g_autoptr (World) world = mondays.world;
  week_put (world, mondays.before, ANNA, 1);
  week_put (world, mondays.after, ANNA, 4);
  const HvState states[] = { HV_STATE_PLANNED, HV_STATE_PLANNED, HV_STATE_CALLED_OFF, HV_STATE_PRESENT };
  for (guint i = 0, n = 0; i < world->records->len; i++)
    {
      HvAssignment *assignment = g_ptr_array_index (world->records, i);
      if (assignment->r.kind != HV_KIND_ASSIGNMENT || assignment->shift != mondays.after)
        continue;
      assignment->state = states[n];
      assignment->locked = n == 1;
      n++;
    }
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvEdit) edit = hv_week_edit_clear (roster, W19, HV_NONE, new_source ());
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
  g_autofree char *now = list_people (after, mondays.after);
  g_autofree char *before = list_people (after, mondays.before);
  g_assert_cmpstr (now, ==, "Bo Dan"); /* the locked one, and who was there */
  g_assert_cmpstr (before, ==, "Anna");
  g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, mondays.after)->len, ==, 3);
}

/* --- keeping --- */

static void
test_keep (void)
{
  Mondays mondays = open_mondays ();
  g_autoptr (World) world = mondays.world;
  world_add_regular (world, JUELSMINDE, ANNA);
  week_put (world, mondays.after, ANNA, 2);
  HvId evening = world_open (world, TORRING, HOST, WEDNESDAY, "22:00", "02:00", 2);
  ((HvShift *)world_get (world, HV_KIND_SHIFT, evening))->maximum = 4;
  world_assign (world, evening, FINN);
  HvAssignment *guest = world_get (world, HV_KIND_ASSIGNMENT, world_assign (world, evening, HV_NONE));
  hv_set_text (&guest->guest, "Naboen");
  g_autoptr (HvRoster) roster = world_end (world);
  g_autoptr (HvEdit) edit = hv_week_edit_keep (roster, W19, HV_NONE, new_source ());
  g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);

  /* Anna was a regular already, Bo is one now. */
  g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_REGULAR, HV_KIND_TEMPLATE, JUELSMINDE)->len, ==, 2);
  const GPtrArray *templates = hv_roster_list (after, HV_KIND_TEMPLATE);
  g_assert_cmpuint (templates->len, ==, hv_roster_list (roster, HV_KIND_TEMPLATE)->len + 1);
  const HvTemplate *made = g_ptr_array_index (templates, templates->len - 1);
  g_assert_cmpint (made->house, ==, TORRING);
  g_assert_cmpint (made->role, ==, HOST);
  g_assert_cmpint (made->weekday, ==, 3);
  g_assert_cmpint (made->start, ==, 22 * 60);
  g_assert_cmpint (made->end, ==, 26 * 60);
  g_assert_cmpint (made->minimum, ==, 2);
  g_assert_cmpint (made->maximum, ==, 4);
  g_assert_cmpint (made->from, ==, week ("2026-W20").monday);
  const GPtrArray *regulars = hv_roster_list_of (after, HV_KIND_REGULAR, HV_KIND_TEMPLATE, made->r.id);
  g_assert_cmpuint (regulars->len, ==, 1);
  g_assert_cmpint (((const HvRegular *)regulars->pdata[0])->volunteer, ==, FINN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-edit/copy", test_copy);
  g_test_add_func ("/week-edit/copy-one-house", test_copy_one_house);
  g_test_add_func ("/week-edit/clear", test_clear);
  g_test_add_func ("/week-edit/keep", test_keep);
  return g_test_run ();
}
