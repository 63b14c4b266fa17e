/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "week-fixture.h"

#include "hv-error.h"
#include "hv-opening-edit.h"

#define EVENING "2026-05-12"
#define HALF_PAST_SIX (18 * 60 + 30)
#define HALF_PAST_EIGHT (20 * 60 + 30)

static const HvRoleNumber numbers[] = { { HOST, 2 }, { IT, 1 } };

static HvOpeningFacts
make_facts (const char *date, int start, int end)
{
  return (
      HvOpeningFacts){ .day = day (date), .times = { start, end }, .address = "Torvet 1, 8723 Løsning", .guests = 60 };
}

static HvRoster *
add_evening (const HvRoster *roster)
{
  g_autoptr (GError) error = NULL;
  HvOpeningFacts facts = make_facts (EVENING, HALF_PAST_SIX, HALF_PAST_EIGHT);
  g_autoptr (HvEdit) edit =
      hv_opening_edit_add (roster, hv_roster_find_house (roster, ONLINE), &facts, numbers, 2, new_source (), &error);
  g_assert_no_error (error);
  return hv_roster_apply (roster, edit);
}

static const HvOpening *
find_evening (const HvRoster *roster, const char *date)
{
  return hv_roster_find_opening_on (roster, ONLINE, day (date), HV_NONE);
}

/* A dialogue evening: two hosts and one who takes notes, in no template (A21). */
static void
test_adds (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) after = add_evening (before);
  const HvOpening *evening = find_evening (after, EVENING);
  g_assert_cmpstr (evening->address, ==, "Torvet 1, 8723 Løsning");
  g_assert_cmpint (evening->guests, ==, 60);
  g_assert_cmpint (evening->hours, ==, HV_NONE);
  g_assert_cmpint (evening->starts, ==, at (EVENING, "18:30"));
  g_assert_cmpint (hv_opening_edit_get_number (after, evening, HOST), ==, 2);
  g_assert_cmpint (hv_opening_edit_get_number (after, evening, IT), ==, 1);
  const GPtrArray *shifts = hv_roster_list_of (after, HV_KIND_SHIFT, HV_KIND_OPENING, evening->r.id);
  g_assert_cmpuint (shifts->len, ==, 2);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      g_assert_cmpint (shift->tmpl, ==, HV_NONE);
      g_assert_cmpint (shift->ends, ==, at (EVENING, "20:30"));
      g_assert_nonnull (shift->uid);
    }
  g_autoptr (GPtrArray) listed = hv_opening_edit_list (after, ONLINE, day (EVENING));
  g_autoptr (GPtrArray) later = hv_opening_edit_list (after, ONLINE, day (EVENING) + 1);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpuint (later->len, ==, 0);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *day;
    int start;
    int end;
    gint64 guests;
    const char *address;
    const char *error;
  } cases[] = {
    { "2026-05-13", HALF_PAST_SIX, HALF_PAST_EIGHT, 60, NULL, NULL },
    { "2026-05-13", 1320, 1500, HV_NONE, "", NULL }, /* past midnight */
    { "2026-05-13", 600, 600, 60, NULL, "bad-input" },
    { "2026-05-13", 600, 590, 60, NULL, "bad-input" },
    { "2026-05-13", 600, 2100, 60, NULL, "bad-input" },
    { "2026-05-13", 600, 700, -1, NULL, "bad-input" },
    { "2026-05-13", 600, 700, 100001, NULL, "bad-input" },
    { "2026-05-13", 600, 700, 60, "cpr 150480-1234", "identity-number" },
    { "2026-05-13", 600, 700, 60, "half a letter \xc3", "bad-input" },
    { EVENING, 18 * 60, 19 * 60, 60, NULL, "bad-input" }, /* it is open then */
    { EVENING, 20 * 60 + 30, 21 * 60, 60, NULL, NULL },   /* one after the other */
  };
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) roster = add_evening (before);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HvOpeningFacts facts = make_facts (cases[i].day, cases[i].start, cases[i].end);
      facts.guests = cases[i].guests;
      facts.address = cases[i].address;
      HvEditSource source = new_source ();
      source.next_id += 100;
      g_autoptr (HvEdit) edit =
          hv_opening_edit_add (roster, hv_roster_find_house (roster, ONLINE), &facts, numbers, 2, source, &error);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (error == NULL ? NULL : hv_error_get_name (error), ==, cases[i].error);
      g_assert_true ((edit == NULL) == (error != NULL));
    }
}

/* Whatever is not refused is kept. */
static void
test_long_note (void)
{
  g_autofree char *note = g_strnfill (4000, 'x');
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (GError) error = NULL;
  HvOpeningFacts facts = make_facts (EVENING, HALF_PAST_SIX, HALF_PAST_EIGHT);
  facts.note = note;
  g_autoptr (HvEdit) edit =
      hv_opening_edit_add (before, hv_roster_find_house (before, ONLINE), &facts, numbers, 2, new_source (), &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) after = hv_roster_apply (before, edit);
  g_assert_cmpstr (find_evening (after, EVENING)->note, ==, note);
}

/* Moved a day and an hour: people move along; one role fewer, but not under somebody's feet. */
static void
test_changes (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (HvRoster) before = world_end (world);
  g_autoptr (HvRoster) added = add_evening (before);
  const HvOpening *evening = find_evening (added, EVENING);
  const GPtrArray *shifts = hv_roster_list_of (added, HV_KIND_SHIFT, HV_KIND_OPENING, evening->r.id);
  const HvShift *hosts = g_ptr_array_index (shifts, 0);
  HvEditSource source = new_source ();
  source.next_id += 100;
  g_autoptr (HvEdit) placing = hv_edit_new ("assign", source);
  HvAssignment *finn = hv_edit_add (placing, HV_KIND_ASSIGNMENT);
  finn->house = ONLINE;
  finn->shift = hosts->r.id;
  finn->volunteer = FINN;
  finn->starts = hosts->starts;
  finn->ends = hosts->ends;
  HvId id = finn->r.id;
  g_autoptr (HvRoster) placed = hv_roster_apply (added, placing);

  g_autoptr (GError) error = NULL;
  HvOpeningFacts facts = make_facts ("2026-05-13", HALF_PAST_SIX + 60, HALF_PAST_EIGHT + 60);
  const HvRoleNumber none[] = { { HOST, 0 }, { IT, 0 } };
  source.next_id += 100;
  g_autoptr (HvEdit) edit =
      hv_opening_edit_change (placed, find_evening (placed, EVENING), &facts, none, 2, source, &error);
  g_assert_no_error (error);
  g_autoptr (HvRoster) after = hv_roster_apply (placed, edit);
  const HvOpening *moved = find_evening (after, "2026-05-13");
  g_assert_null (find_evening (after, EVENING));
  g_assert_cmpint (hv_roster_find_assignment (after, id)->starts, ==, at ("2026-05-13", "19:30"));
  g_assert_cmpuint (hv_roster_list_of (after, HV_KIND_SHIFT, HV_KIND_OPENING, moved->r.id)->len, ==, 1);
  g_assert_cmpint (hv_opening_edit_get_number (after, moved, HOST), ==, 0);

  g_autoptr (HvEdit) removal = hv_opening_edit_remove (after, moved, source, &error);
  g_autoptr (HvRoster) gone = hv_roster_apply (after, removal);
  g_assert_cmpuint (removal->warnings->len, ==, 1);
  g_assert_null (find_evening (gone, "2026-05-13"));
  g_assert_null (hv_roster_find_assignment (gone, id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-edit/adds", test_adds);
  g_test_add_func ("/opening-edit/refuses", test_refuses);
  g_test_add_func ("/opening-edit/long_note", test_long_note);
  g_test_add_func ("/opening-edit/changes", test_changes);
  return g_test_run ();
}
