/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-who-report.h"

#include "hv-erasure.h"
#include "hv-people-sample.h"

#include <string.h>

static HvDay
day (int year, int month, int of_month)
{
  return hv_day_from_ymd (year, month, of_month);
}

static const HvWhoPerson *
find (const HvWhoReport *report, HvId id)
{
  for (guint i = 0; i < report->people->len; i++)
    if (((const HvWhoPerson *)g_ptr_array_index (report->people, i))->id == id)
      return g_ptr_array_index (report->people, i);
  return NULL;
}

/* --- people --- */

static void
test_people (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (HvWhoReport) report = hv_who_report_new (roster, day (2026, 5, 5));
  g_assert_cmpuint (report->people->len, ==, 5);
  g_assert_cmpuint (report->n_archived, ==, 1);

  const HvWhoPerson *anna = find (report, PEOPLE_ANNA);
  g_assert_cmpint (anna->last, ==, day (2026, 5, 4));
  g_assert_cmpint (anna->coming, ==, day (2026, 5, 11));
  g_assert_true (anna->calendar);
  g_assert_cmpuint (anna->n_wishes, ==, 1);
  g_assert_cmpuint (find (report, PEOPLE_GERDA)->n_absences, ==, 1);
  g_assert_true (find (report, PEOPLE_OLD)->archived);
  g_assert_cmpint (find (report, PEOPLE_OLD)->last, ==, HV_NONE);
}

/* Two years to the day are not more than two years; a leap day has no namesake. */
static void
test_long_ago (void)
{
  static const struct
  {
    HvDay today[3]; /* year, month, day */
    bool long_ago;
  } table[] = {
    { { 2028, 4, 26 }, false }, { { 2028, 4, 27 }, false }, { { 2028, 4, 28 }, true },
    { { 2027, 1, 1 }, false },  { { 2032, 2, 29 }, true },
  };
  g_autoptr (HvRoster) roster = people_build (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvDay today = day (table[i].today[0], table[i].today[1], table[i].today[2]);
      g_autoptr (HvWhoReport) report = hv_who_report_new (roster, today);
      const HvWhoPerson *leif = find (report, PEOPLE_LEIF); /* 27 April 2026 was the last time */
      g_assert_true (leif->long_ago == table[i].long_ago);
      g_assert_false (find (report, PEOPLE_OLD)->long_ago); /* who never was on duty has no last one */
      if (leif->long_ago)
        g_assert_true (((const HvWhoPerson *)g_ptr_array_index (report->people, 0))->long_ago);
    }
}

static void
test_empty (void)
{
  HvRosterBuilder *builder = hv_roster_builder_new ();
  g_autoptr (HvRoster) nobody = hv_roster_builder_end (builder);
  g_autoptr (HvWhoReport) report = hv_who_report_new (nobody, day (2026, 5, 5));
  g_auto (GStrv) sums = hv_who_report_list_sums (report, HV_LANGUAGE_EN);
  g_assert_cmpuint (report->people->len, ==, 0);
  g_assert_cmpstr (sums[0], ==, "0 persons: 0 with a phone number, 0 with an e-mail address, 0 with a note.");
  g_assert_null (sums[1]);
}

/* --- who is not a person --- */

static void
test_erased (void)
{
  static const struct
  {
    const char *name;
    bool sign;
  } names[] = {
    { "Erased 7QK2", true },   { "Slettet 7QK2", true }, { "Raderad 7QK2", true }, { "Erased", false },
    { "Erased 7qk2", false },  { "7QK2", false },        { "Anna 7QK2", false },   { "", false },
    { "Erased 7QK2X", false },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (hv_erasure_is_sign (names[i].name) == names[i].sign);

  g_autoptr (HvRoster) roster = people_build (NULL);
  HvErasure *erasure =
      hv_erasure_new (roster, people_find (roster, PEOPLE_LEIF), hv_minute_at (day (2026, 5, 5), 0), 0, people_source);
  g_autoptr (HvRoster) after = people_apply (roster, g_steal_pointer (&erasure->edit));
  hv_erasure_free (erasure);
  g_autoptr (HvWhoReport) report = hv_who_report_new (after, day (2026, 5, 5));
  g_assert_cmpuint (report->people->len, ==, 4);
  g_assert_cmpuint (report->n_erased, ==, 1);
  g_assert_null (find (report, PEOPLE_LEIF));
}

static void
test_guests (void)
{
  HvAssignment *first = hv_record_new (HV_KIND_ASSIGNMENT, 901);
  HvAssignment *second = hv_record_new (HV_KIND_ASSIGNMENT, 902);
  HvAssignment *nameless = hv_record_new (HV_KIND_ASSIGNMENT, 903);
  HvAssignment *all[] = { first, second, nameless };
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      all[i]->house = PEOPLE_JUELSMINDE;
      all[i]->starts = hv_minute_at (day (2026, 5, 4), 600);
      all[i]->ends = hv_minute_at (day (2026, 5, 4), 780);
    }
  hv_set_text (&first->guest, "Nabo");
  hv_set_text (&second->guest, "Nabo");
  g_autoptr (HvRoster) roster = people_build (first, second, nameless, NULL);
  g_autoptr (HvWhoReport) report = hv_who_report_new (roster, day (2026, 5, 5));
  g_assert_cmpuint (report->n_guests, ==, 1);
  g_assert_cmpuint (report->people->len, ==, 5);
}

/* --- words --- */

static void
test_words (void)
{
  static const struct
  {
    HvWhoPerson person;
    const char *data;
    const char *age;
  } table[] = {
    { { .last = HV_NONE, .coming = HV_NONE }, "name only", "no duty yet" },
    { { .phone = true, .email = true, .note = true, .n_offers = 7, .last = HV_NONE, .coming = 20577 },
      "phone, e-mail, note, ordinary week",
      "first duty Monday 4 May 2026" },
    { { .n_absences = 1, .n_wishes = 2, .calendar = true, .last = 20577, .coming = HV_NONE },
      "1 absence, 2 wishes about others, calendar",
      "last duty Monday 4 May 2026" },
    { { .archived = true, .phone = true, .last = 20577, .coming = HV_NONE, .long_ago = true },
      "phone · archived",
      "last duty Monday 4 May 2026: more than two years ago" },
  };
  g_assert_cmpint (day (2026, 5, 4), ==, 20577);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *data = hv_who_report_format_data (&table[i].person, HV_LANGUAGE_EN);
      g_autofree char *age = hv_who_report_format_age (&table[i].person, HV_LANGUAGE_EN);
      g_assert_cmpstr (data, ==, table[i].data);
      g_assert_cmpstr (age, ==, table[i].age);
    }
}

/* A name that a spreadsheet would run is a name. */
static void
test_files (void)
{
  HvVolunteer *formula = hv_record_new (HV_KIND_VOLUNTEER, 900);
  hv_volunteer_set_name (formula, "=1+1;Æ");
  g_autoptr (HvRoster) roster = people_build (formula, NULL);
  g_autoptr (HvWhoReport) report = hv_who_report_new (roster, day (2026, 5, 5));
  g_autofree char *csv = hv_who_report_to_csv (report, HV_LANGUAGE_DA);
  g_autofree char *text = hv_who_report_to_text (report, "roster.husvagt", HV_LANGUAGE_EN);
  g_assert_nonnull (strstr (csv, "\"'=1+1;Æ\";"));
  g_assert_nonnull (strstr (csv, "\"Anna Lindeskov\""));
  g_assert_nonnull (strstr (csv, "2026-05-04;2026-05-11;0\r\n"));
  g_assert_true (g_str_has_prefix (text, "Who is in this file\nroster.husvagt\nTuesday 5 May 2026\n"));
  g_assert_nonnull (strstr (text, "\nGerda Sølund\n  "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/who-report/people", test_people);
  g_test_add_func ("/who-report/long-ago", test_long_ago);
  g_test_add_func ("/who-report/empty", test_empty);
  g_test_add_func ("/who-report/erased", test_erased);
  g_test_add_func ("/who-report/guests", test_guests);
  g_test_add_func ("/who-report/words", test_words);
  g_test_add_func ("/who-report/files", test_files);
  return g_test_run ();
}
