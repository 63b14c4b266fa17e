/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-file.h"

#include "hv-people-sample.h"

/* Noon of a day, counted from Monday of week 19; Anna is on duty 13–16 that day and a week later. */
static HvMinute
noon (int day)
{
  return hv_minute_at (PEOPLE_MONDAY + day, 12 * 60);
}

static HvId
get_id (const HvAssignment *duty)
{
  return duty == NULL ? 0 : duty->r.id;
}

typedef struct
{
  HvId volunteer;
  int day;
  HvId next;
  HvId last;
} Case;

static const Case cases[] = {
  { PEOPLE_ANNA, -30, PEOPLE_DUTY_ANNA, 0 },
  { PEOPLE_ANNA, 0, PEOPLE_DUTY_ANNA, 0 },
  { PEOPLE_ANNA, 1, PEOPLE_DUTY_ANNA_LATER, PEOPLE_DUTY_ANNA },
  { PEOPLE_ANNA, 8, 0, PEOPLE_DUTY_ANNA_LATER },
  { PEOPLE_GERDA, 0, 0, 0 },
  { PEOPLE_LEIF, 0, 0, PEOPLE_DUTY_LEIF },
};

static void
check (HvWorkspace *workspace, const Case *c)
{
  const HvRoster *roster = hv_workspace_get_roster (workspace);
  g_autoptr (HvPersonFile) file = hv_person_file_load (hv_workspace_get_store (workspace), c->volunteer, NULL);
  g_assert_nonnull (file);
  g_assert_cmpint (get_id (hv_person_file_find_next (file, roster, noon (c->day))), ==, c->next);
  g_assert_cmpint (get_id (hv_person_file_find_last (file, roster, noon (c->day))), ==, c->last);
}

/* The snapshot has no weeks at all: the file has every one. */
static void
test_next_and_last (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  HvWorkspace *workspace = people_open (roster);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (workspace, &cases[i]);
  people_close (workspace);
}

static const HvZone *
lend_zone (const char *name, gpointer zone)
{
  return zone;
}

/* What is called off, closed or over an absence is no duty, and gives no hours. */
static void
test_what_counts (void)
{
  static const struct
  {
    HvState state;
    bool closed;
    bool away;
    int hours;
  } table[] = {
    { HV_STATE_PLANNED, false, false, 3 },    { HV_STATE_PRESENT, false, false, 3 },
    { HV_STATE_CALLED_OFF, false, false, 0 }, { HV_STATE_NO_SHOW, false, false, 0 },
    { HV_STATE_SWAPPED, false, false, 0 },    { HV_STATE_PLANNED, true, false, 0 },
    { HV_STATE_PLANNED, false, true, 0 },     { HV_STATE_PRESENT, false, true, 3 },
  };
  g_autoptr (HvZone) zone = hv_zone_new ("Europe/Copenhagen", 7200, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvAbsence *absence = hv_record_new (HV_KIND_ABSENCE, 300);
      absence->volunteer = PEOPLE_BO;
      absence->from = absence->to = PEOPLE_MONDAY + (table[i].away ? 2 : 50);
      g_autoptr (HvRoster) plain = people_build (absence, NULL);
      g_autoptr (HvEdit) edit = hv_edit_new ("test", people_source);
      HvAssignment *duty = hv_edit_change (edit, hv_roster_find_assignment (plain, PEOPLE_DUTY_BO));
      duty->state = table[i].state;
      if (table[i].closed)
        hv_set_text (
            &((HvOpening *)hv_edit_change (edit, hv_roster_find_opening (plain, PEOPLE_DUTY_BO + 100)))->closed,
            "lukket");
      g_autoptr (HvRoster) roster = hv_roster_apply (plain, edit);
      HvWorkspace *workspace = people_open (roster);
      g_autoptr (HvPersonFile) file = hv_person_file_load (hv_workspace_get_store (workspace), PEOPLE_BO, NULL);
      HvDay from = PEOPLE_MONDAY;
      g_assert_cmpint (hv_person_file_sum_minutes (file, roster, from, from + 7, lend_zone, zone), ==,
                       table[i].hours * 60);
      g_assert_cmpint (hv_person_file_count (file, roster, from, from + 7), ==, table[i].hours > 0);
      g_assert_cmpint (hv_person_file_count (file, roster, from, from + 2), ==, 0);
      people_close (workspace);
    }
}

static void
test_words (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  HvWorkspace *workspace = people_open (roster);
  g_autoptr (HvPersonFile) file = hv_person_file_load (hv_workspace_get_store (workspace), PEOPLE_ANNA, NULL);
  const HvAssignment *duty = g_ptr_array_index (file->duties, 0);
  g_autofree char *now = hv_person_file_format_duty (file, roster, duty, 2026, HV_LANGUAGE_EN);
  g_autofree char *later = hv_person_file_format_duty (file, roster, duty, 2027, HV_LANGUAGE_EN);
  g_assert_cmpstr (now, ==, "Monday 4 May 13:00–16:00, IT-hjælp, Juelsminde");
  g_assert_cmpstr (later, ==, "Monday 4 May 2026 13:00–16:00, IT-hjælp, Juelsminde");
  people_close (workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-file/next-and-last", test_next_and_last);
  g_test_add_func ("/person-file/what-counts", test_what_counts);
  g_test_add_func ("/person-file/words", test_words);
  return g_test_run ();
}
