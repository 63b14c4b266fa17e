/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-erasure.h"

#include "hv-people-sample.h"
#include "hv-person-edit.h"

#include <string.h>

/* Tuesday of week 19, noon: Anna's duty of Monday has been, the one of week 20 is to come. */
#define NOW hv_minute_at (PEOPLE_MONDAY + 1, 12 * 60)
#define UTC 1777975200

static HvEvent *
new_event (HvId id, HvOwner owner_kind, HvId owner, HvId subject, const char *description)
{
  HvEvent *event = hv_record_new (HV_KIND_EVENT, id);
  event->house = PEOPLE_JUELSMINDE;
  event->owner_kind = owner_kind;
  event->owner = owner;
  event->subject = subject;
  event->week = PEOPLE_MONDAY;
  event->starts = hv_minute_at (PEOPLE_MONDAY, 13 * 60);
  event->ends = event->starts + 180;
  hv_set_text (&event->description, description);
  return event;
}

static HvVisit *
new_visit (HvId id, const char *note)
{
  HvVisit *visit = hv_record_new (HV_KIND_VISIT, id);
  visit->house = PEOPLE_JUELSMINDE;
  visit->opening = PEOPLE_DUTY_ANNA + 100;
  visit->count = 53;
  hv_set_text (&visit->note, note);
  return visit;
}

static HvVolunteer *
new_volunteer (HvId id, const char *name, const char *note)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  hv_set_text (&volunteer->note, note);
  return volunteer;
}

static HvErasure *
erase (const HvRoster *roster, HvId volunteer)
{
  return hv_erasure_new (roster, people_find (roster, volunteer), NOW, UTC, people_source);
}

/* Every text of every record, one a line. */
static char *
dump_texts (const HvRoster *roster)
{
  GString *dump = g_string_new (NULL);
  for (int kind = 0; kind < HV_N_KINDS; kind++)
    {
      gsize n_fields;
      const HvField *fields = hv_kind_get_fields ((HvKind)kind, &n_fields);
      const GPtrArray *records = hv_roster_list (roster, (HvKind)kind);
      for (guint i = 0; i < records->len; i++)
        {
          const HvRecord *record = g_ptr_array_index (records, i);
          g_string_append_printf (dump, "%s\n%s\n", record->ext == NULL ? "" : record->ext,
                                  record->extra == NULL ? "" : record->extra);
          for (gsize j = 0; j < n_fields; j++)
            if (fields[j].type == HV_FIELD_TEXT && hv_record_get_text (record, &fields[j]) != NULL)
              g_string_append_printf (dump, "%s\n", hv_record_get_text (record, &fields[j]));
        }
    }
  return g_string_free (dump, FALSE);
}

static HvRoster *
build_with_traces (void)
{
  HvAbsence *past = hv_record_new (HV_KIND_ABSENCE, 300);
  past->volunteer = PEOPLE_ANNA;
  past->from = past->to = PEOPLE_MONDAY - 30;
  hv_set_text (&past->reason, "anna's knee");
  HvCall *call = hv_record_new (HV_KIND_CALL, 301);
  call->shift = PEOPLE_DUTY_BO + 200;
  call->volunteer = PEOPLE_ANNA;
  HvAvailability *can = hv_record_new (HV_KIND_AVAILABILITY, 302);
  can->volunteer = PEOPLE_ANNA;
  can->weekday = 1;
  can->end = 600;
  return people_build (
      past, call, can,
      new_event (310, HV_OWNER_VOLUNTEER, PEOPLE_ANNA, PEOPLE_DUTY_ANNA, "Remember the key, Anna Lindeskov"),
      new_event (311, HV_OWNER_HOUSE, PEOPLE_JUELSMINDE, PEOPLE_DUTY_ANNA + 200, "Anna Lindeskov, Bo Vestermark"),
      new_event (312, HV_OWNER_HOUSE, PEOPLE_JUELSMINDE, PEOPLE_DUTY_BO + 200, "Bo Vestermark"),
      new_visit (313, "Busy. Anna Lindeskov stayed until five."),
      new_volunteer (314, "Ida Rønnehave", "lives beside Anna Lindeskov"), NULL);
}

/* Nothing that says who it was is left anywhere. */
static void
test_no_trace (void)
{
  static const char *const traces[] = { "Anna", "anna", "Lindeskov", "12 34 56 78", "example.org", "red car", "knee" };
  g_autoptr (HvRoster) roster = build_with_traces ();
  g_autoptr (HvErasure) erasure = erase (roster, PEOPLE_ANNA);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, erasure->edit);
  g_autofree char *before_texts = dump_texts (roster);
  g_autofree char *texts = dump_texts (after);
  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      g_assert_nonnull (strstr (before_texts, traces[i]));
      g_assert_null (strstr (texts, traces[i]));
    }
  g_assert_nonnull (strstr (texts, erasure->sign));
  g_assert_nonnull (strstr (texts, "Bo Vestermark"));
  g_assert_true (g_str_has_prefix (erasure->sign, "Slettet "));
}

static void
test_what_goes (void)
{
  static const HvKind gone[] = { HV_KIND_TIE,  HV_KIND_SKILL,   HV_KIND_AVAILABILITY,
                                 HV_KIND_PAIR, HV_KIND_ABSENCE, HV_KIND_CALL };
  g_autoptr (HvRoster) roster = build_with_traces ();
  g_autoptr (HvErasure) erasure = erase (roster, PEOPLE_ANNA);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, erasure->edit);
  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_assert_cmpuint (hv_roster_list_of (roster, gone[i], HV_KIND_VOLUNTEER, PEOPLE_ANNA)->len, >, 0);
      g_assert_cmpuint (hv_roster_list_of (after, gone[i], HV_KIND_VOLUNTEER, PEOPLE_ANNA)->len, ==, 0);
    }
  g_assert_null (hv_roster_find (after, HV_KIND_EVENT, 310));
  g_assert_null (hv_roster_find_assignment (after, PEOPLE_DUTY_ANNA_LATER));

  const HvFeed *feed = hv_roster_find (after, HV_KIND_FEED, PEOPLE_FEED_ANNA);
  g_assert_cmpint (feed->state, ==, HV_FEED_EMPTIED);
  g_assert_cmpint (feed->since, ==, UTC);
  g_assert_cmpstr (feed->token, ==, "0123456789abcdefghijkl"); /* so that nobody gets it again */
  g_assert_cmpint (people_find (after, PEOPLE_ANNA)->archived, ==, 1);
}

/* Weeks that have been count the same people as before. */
static void
test_same_figures (void)
{
  HvAbsence *over_duty = hv_record_new (HV_KIND_ABSENCE, 300);
  over_duty->volunteer = PEOPLE_ANNA;
  over_duty->from = over_duty->to = PEOPLE_MONDAY;
  hv_set_text (&over_duty->reason, "Ferie");
  g_autoptr (HvRoster) roster = people_build (over_duty, NULL);
  static const HvId people[] = { PEOPLE_ANNA, PEOPLE_LEIF };
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (HvErasure) erasure = erase (roster, people[i]);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, erasure->edit);
      for (HvId duty = PEOPLE_DUTY_LEIF; duty <= PEOPLE_DUTY_ANNA; duty++)
        {
          const HvAssignment *was = hv_roster_find_assignment (roster, duty);
          const HvAssignment *is = hv_roster_find_assignment (after, duty);
          g_assert_nonnull (is);
          g_assert_true (hv_roster_fills (roster, was) == hv_roster_fills (after, is));
          g_assert_cmpint (was->starts, ==, is->starts);
          g_assert_cmpint (was->volunteer, ==, is->volunteer);
        }
      g_assert_cmpuint (hv_roster_count_duties (roster, people[i], PEOPLE_MONDAY - 7, PEOPLE_MONDAY + 1), ==,
                        hv_roster_count_duties (after, people[i], PEOPLE_MONDAY - 7, PEOPLE_MONDAY + 1));
    }
  const HvAbsence *kept = hv_roster_find (roster, HV_KIND_ABSENCE, 300);
  g_autoptr (HvErasure) erasure = erase (roster, PEOPLE_ANNA);
  g_assert_cmpint (erasure->n_absences, ==, 1);
  g_autoptr (HvRoster) after = hv_roster_apply (roster, erasure->edit);
  g_assert_null (((const HvAbsence *)hv_roster_find (after, HV_KIND_ABSENCE, kept->r.id))->reason);
}

/* Texts that may mean another are left alone; lists of names are not texts. */
static void
test_careful (void)
{
  static const struct
  {
    const char *name;
    const char *other; /* who else is there */
    const char *note;
    const char *note_after; /* "*" is the sign */
    const char *list;
    const char *list_after;
  } table[] = {
    { "Anna Lindeskov", "Bo", "Anna Lindeskov!", "*!", "Bo, Anna Lindeskov", "Bo, *" },
    { "Anna Lindeskov", "Bo", "(Anna Lindeskov)", "(*)", "Anna Lindeskov\nBo", "*\nBo" },
    { "Anna Lindeskov", "Bo", "Anna Lindeskovs kage", "Anna Lindeskovs kage", "Anna Lindeskovskov",
      "Anna Lindeskovskov" },
    { "Anna Lindeskov", "Bo", "Marianna Lindeskov", "Marianna Lindeskov", "Bo", "Bo" },
    { "Anna Lindeskov", "Anna Lindeskov", "Anna Lindeskov!", "Anna Lindeskov!", "Bo, Anna Lindeskov", "Bo, *" },
    { "Anna", "Anna Munkholt", "Anna!", "Anna!", "Anna Munkholt, Anna", "Anna Munkholt, *" },
    { "IT", "Bo", "IT help", "IT help", "IT, Bo", "*, Bo" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvAssignment *duty = hv_record_new (HV_KIND_ASSIGNMENT, 320);
      duty->house = PEOPLE_JUELSMINDE;
      duty->shift = PEOPLE_DUTY_ANNA + 200;
      duty->volunteer = 321;
      duty->starts = hv_minute_at (PEOPLE_MONDAY, 13 * 60);
      duty->ends = duty->starts + 60;
      HvVolunteer *anna = new_volunteer (PEOPLE_ANNA, "Somebody Else", NULL);
      g_autoptr (HvRoster) roster = people_build (
          anna, duty, new_volunteer (321, table[i].name, NULL), new_volunteer (322, table[i].other, NULL),
          new_visit (323, table[i].note),
          new_event (324, HV_OWNER_HOUSE, PEOPLE_JUELSMINDE, PEOPLE_DUTY_ANNA + 200, table[i].list), NULL);
      g_autoptr (HvErasure) erasure = erase (roster, 321);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, erasure->edit);

      g_autoptr (GString) note = g_string_new (table[i].note_after);
      g_autoptr (GString) list = g_string_new (table[i].list_after);
      g_string_replace (note, "*", erasure->sign, 0);
      g_string_replace (list, "*", erasure->sign, 0);
      g_assert_cmpstr (((const HvVisit *)hv_roster_find (after, HV_KIND_VISIT, 323))->note, ==, note->str);
      g_assert_cmpstr (((const HvEvent *)hv_roster_find (after, HV_KIND_EVENT, 324))->description, ==, list->str);
    }
}

/* --- words --- */

static void
test_words (void)
{
  g_autoptr (HvRoster) roster = build_with_traces ();
  g_autoptr (HvErasure) erasure = erase (roster, PEOPLE_ANNA);
  g_auto (GStrv) going = hv_erasure_list_going (erasure, HV_LANGUAGE_EN);
  g_auto (GStrv) staying = hv_erasure_list_staying (erasure, HV_LANGUAGE_EN);
  g_autofree char *all_going = g_strjoinv ("\n", going);
  g_autofree char *all_staying = g_strjoinv ("\n", staying);
  g_autofree char *expected =
      g_strdup_printf ("1 duty that has been, under “%s” instead of a name\n"
                       "Visits, hours and staffing of every week, with the same figures as now\n"
                       "Backups that were made before: they are deleted after 35 days",
                       erasure->sign);
  g_assert_cmpstr (all_going, ==,
                   "Name, phone and e-mail\n"
                   "The note\n"
                   "Roles, houses, ordinary week, absences and wishes\n"
                   "The calendar: it is emptied, and its address is never used again\n"
                   "1 duty to come, which becomes an empty place\n"
                   "The name in 3 texts of calendars and notes\n"
                   "What the change log remembers of all that");
  g_assert_cmpstr (all_staying, ==, expected);
}

/* --- in the file --- */

static bool
file_holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

static void
commit (HvWorkspace *workspace, HvEdit *edit)
{
  g_autoptr (GError) error = NULL;
  hv_workspace_commit (workspace, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
erase_in_file (HvWorkspace *workspace, HvId volunteer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) everything = NULL;
  hv_store_load_everything (hv_workspace_get_store (workspace), &everything, &error);
  g_assert_no_error (error);
  HvErasure *erasure =
      hv_erasure_new (everything, people_find (everything, volunteer), NOW, UTC, hv_store_new_edit_source ());
  hv_workspace_erase (workspace, erasure, NULL, &error);
  g_assert_no_error (error);
}

/* No byte of the file says who it was, not even what an earlier edit wrote over, and
 * duties of weeks that are not in view are gone too. */
static void
test_file (void)
{
  static const char *const traces[] = { "Anna", "anna", "Lindeskov", "12 34 56 78", "87 65 43 21", "red car" };
  g_autoptr (HvRoster) roster = people_build (NULL);
  HvWorkspace *workspace = people_open (roster);
  const char *path = hv_workspace_get_path (workspace);
  commit (workspace, hv_person_edit_set_field (hv_workspace_get_roster (workspace),
                                               people_find (hv_workspace_get_roster (workspace), PEOPLE_ANNA),
                                               HV_PERSON_PHONE, "87 65 43 21", hv_store_new_edit_source (), NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_true (file_holds (path, traces[i]));

  erase_in_file (workspace, PEOPLE_ANNA);
  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_false (file_holds (path, traces[i]));
  g_assert_true (file_holds (path, "Bo Vestermark"));
  g_assert_true (hv_workspace_show_all (workspace, NULL));
  g_assert_null (hv_roster_find_assignment (hv_workspace_get_roster (workspace), PEOPLE_DUTY_ANNA_LATER));
  g_assert_nonnull (hv_roster_find_assignment (hv_workspace_get_roster (workspace), PEOPLE_DUTY_ANNA));

  /* Nor can anybody bring it back. */
  while (hv_workspace_undo (workspace, NULL, NULL))
    ;
  g_assert_false (file_holds (path, "Lindeskov"));
  people_close (workspace);
}

/* Two people erased in one organisation are told apart. */
static void
test_signs (void)
{
  g_autoptr (HvRoster) roster = people_build (NULL);
  g_autoptr (GHashTable) signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < 50; i++)
    {
      HvEditSource source = { 1000, { (guint8)i } };
      g_autoptr (HvErasure) erasure = hv_erasure_new (roster, people_find (roster, PEOPLE_BO), NOW, UTC, source);
      g_hash_table_add (signs, g_strdup (erasure->sign));
    }
  g_assert_cmpuint (g_hash_table_size (signs), >=, 49);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erasure/no-trace", test_no_trace);
  g_test_add_func ("/erasure/what-goes", test_what_goes);
  g_test_add_func ("/erasure/same-figures", test_same_figures);
  g_test_add_func ("/erasure/careful", test_careful);
  g_test_add_func ("/erasure/words", test_words);
  g_test_add_func ("/erasure/signs", test_signs);
  g_test_add_func ("/erasure/file", test_file);
  return g_test_run ();
}
