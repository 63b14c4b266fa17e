/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-who-report.h"

#include "hv-csv.h"
#include "hv-erasure.h"
#include "hv-feed.h"
#include "hv-format.h"
#include "hv-person-field.h"

/* --- one person --- */

static void
person_free (HvWhoPerson *person)
{
  g_free (person->name);
  g_free (person);
}

static void
find_duties (HvWhoPerson *person, const HvRoster *roster, HvDay today)
{
  const GPtrArray *duties = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_VOLUNTEER, person->id);
  person->last = person->coming = HV_NONE;
  for (guint i = 0; i < duties->len; i++)
    {
      HvDay day = hv_minute_get_day (((const HvAssignment *)g_ptr_array_index (duties, i))->starts);
      if (day <= today)
        person->last = day;
      else if (person->coming == HV_NONE)
        person->coming = day;
    }
}

/* The same day so many months before, or the last one of a shorter month. */
static HvDay
find_limit (HvDay today)
{
  int year;
  int month;
  int day;
  hv_day_to_ymd (today, &year, &month, &day);
  int months = year * 12 + month - 1 - HV_WHO_LONG_MONTHS;
  HvDay first = hv_day_from_ymd (months / 12, months % 12 + 1, 1);
  HvDay next = hv_day_from_ymd ((months + 1) / 12, (months + 1) % 12 + 1, 1);
  return MIN (first + day - 1, next - 1);
}

static guint
count_of (const HvRoster *roster, HvKind kind, HvId volunteer)
{
  return hv_roster_list_of (roster, kind, HV_KIND_VOLUNTEER, volunteer)->len;
}

static HvWhoPerson *
make_person (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  HvWhoPerson *person = g_new0 (HvWhoPerson, 1);
  person->id = volunteer->r.id;
  person->name = g_strdup (volunteer->name);
  person->archived = volunteer->archived == 1;
  person->phone = volunteer->phone != NULL;
  person->email = volunteer->email != NULL;
  person->note = volunteer->note != NULL;
  person->n_offers = count_of (roster, HV_KIND_AVAILABILITY, person->id);
  person->n_absences = count_of (roster, HV_KIND_ABSENCE, person->id);
  person->n_wishes = count_of (roster, HV_KIND_PAIR, person->id);
  person->calendar = hv_feed_find_live (roster, HV_OWNER_VOLUNTEER, person->id) != NULL;
  find_duties (person, roster, today);
  person->long_ago = person->last != HV_NONE && person->last < find_limit (today) && person->coming == HV_NONE;
  return person;
}

/* --- the whole --- */

static guint
count_guests (const HvRoster *roster)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *assignments = hv_roster_list (roster, HV_KIND_ASSIGNMENT);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *assignment = g_ptr_array_index (assignments, i);
      if (assignment->guest != NULL)
        g_hash_table_add (names, assignment->guest);
    }
  return g_hash_table_size (names);
}

static void
add_person (HvWhoReport *report, HvWhoPerson *person)
{
  report->n_archived += person->archived;
  report->n_phone += person->phone;
  report->n_email += person->email;
  report->n_note += person->note;
  report->n_long_ago += person->long_ago;
  g_ptr_array_add (report->people, person);
}

HvWhoReport *
hv_who_report_new (const HvRoster *everything, HvDay today)
{
  HvWhoReport *report = g_new0 (HvWhoReport, 1);
  const GPtrArray *volunteers = hv_roster_list (everything, HV_KIND_VOLUNTEER);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  report->today = today;
  report->people = g_ptr_array_new_with_free_func ((GDestroyNotify)person_free);
  report->n_guests = count_guests (everything);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      if (hv_erasure_is_sign (volunteer->name))
        {
          report->n_erased++;
          continue;
        }
      HvWhoPerson *person = make_person (everything, volunteer, today);
      if (person->long_ago)
        add_person (report, person);
      else
        g_ptr_array_add (others, person);
    }
  for (guint i = 0; i < others->len; i++)
    add_person (report, g_ptr_array_index (others, i));
  return report;
}

void
hv_who_report_free (HvWhoReport *report)
{
  g_ptr_array_unref (report->people);
  g_free (report);
}

/* --- in words --- */

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len == 0 ? "" : ", ", word);
}

char *
hv_who_report_format_data (const HvWhoPerson *person, HvLanguage language)
{
  g_autoptr (GString) words = g_string_new (NULL);
  if (person->phone)
    add_word (words, hv_text (language, "phone"));
  if (person->email)
    add_word (words, hv_text (language, "e-mail"));
  if (person->note)
    add_word (words, hv_text (language, "note"));
  if (person->n_offers > 0)
    add_word (words, hv_text (language, "ordinary week"));
  g_autofree char *absences =
      g_strdup_printf (hv_ntext (language, "%u absence", "%u absences", person->n_absences), person->n_absences);
  g_autofree char *wishes = g_strdup_printf (
      hv_ntext (language, "%u wish about others", "%u wishes about others", person->n_wishes), person->n_wishes);
  if (person->n_absences > 0)
    add_word (words, absences);
  if (person->n_wishes > 0)
    add_word (words, wishes);
  if (person->calendar)
    add_word (words, hv_text (language, "calendar"));
  if (words->len == 0)
    add_word (words, hv_text (language, "name only"));
  if (person->archived)
    g_string_append_printf (words, " · %s", hv_text (language, "archived"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
hv_who_report_format_age (const HvWhoPerson *person, HvLanguage language)
{
  if (person->last == HV_NONE && person->coming == HV_NONE)
    return g_strdup (hv_text (language, "no duty yet"));
  g_autofree char *day =
      hv_format_day_with_year ((HvDay)(person->last != HV_NONE ? person->last : person->coming), language);
  if (person->last == HV_NONE)
    return hv_text_format (language, "first duty %s", day);
  if (person->long_ago)
    /* TRANSLATORS: %s is a date with its year */
    return hv_text_format (language, "last duty %s: more than two years ago", day);
  return hv_text_format (language, "last duty %s", day);
}

GStrv
hv_who_report_list_sums (const HvWhoReport *report, HvLanguage language)
{
  g_autoptr (GStrvBuilder) sums = g_strv_builder_new ();
  guint n = report->people->len;
  g_autofree char *persons = g_strdup_printf (hv_ntext (language, "%u person", "%u persons", n), n);
  /* TRANSLATORS: "22 persons: 20 with a phone number, …" */
  g_autofree char *first =
      hv_text_format (language, "%s: %u with a phone number, %u with an e-mail address, %u with a note.", persons,
                      report->n_phone, report->n_email, report->n_note);
  g_strv_builder_add (sums, first);
  if (report->n_long_ago > 0)
    {
      g_autofree char *text = g_strdup_printf (
          hv_ntext (language, "%u of them has not been on duty for two years: is the data still needed?",
                    "%u of them have not been on duty for two years: is the data still needed?", report->n_long_ago),
          report->n_long_ago);
      g_strv_builder_add (sums, text);
    }
  if (report->n_guests > 0)
    {
      g_autofree char *text =
          g_strdup_printf (hv_ntext (language, "Beside them the name of %u walk-in helper.",
                                     "Beside them the names of %u walk-in helpers.", report->n_guests),
                           report->n_guests);
      g_strv_builder_add (sums, text);
    }
  if (report->n_erased > 0)
    {
      g_autofree char *text =
          g_strdup_printf (hv_ntext (language, "%u person has been erased: only hours are left.",
                                     "%u persons have been erased: only hours are left.", report->n_erased),
                           report->n_erased);
      g_strv_builder_add (sums, text);
    }
  return g_strv_builder_end (sums);
}

/* --- as files --- */

char *
hv_who_report_to_text (const HvWhoReport *report, const char *file, HvLanguage language)
{
  g_autofree char *day = hv_format_day_with_year (report->today, language);
  g_auto (GStrv) sums = hv_who_report_list_sums (report, language);
  GString *text = g_string_new (hv_text (language, "Who is in this file"));
  g_string_append_printf (text, "\n%s\n%s\n\n", file, day);
  for (guint i = 0; sums[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", sums[i]);
  for (guint i = 0; i < report->people->len; i++)
    {
      const HvWhoPerson *person = g_ptr_array_index (report->people, i);
      g_autofree char *data = hv_who_report_format_data (person, language);
      g_autofree char *age = hv_who_report_format_age (person, language);
      g_string_append_printf (text, "\n%s\n  %s\n  %s\n", person->name, data, age);
    }
  return g_string_free (text, FALSE);
}

static void
add_date (HvCsvWriter *writer, gint64 day)
{
  g_autofree char *text = day == HV_NONE ? NULL : hv_day_format ((HvDay)day);
  if (text == NULL)
    hv_csv_writer_add_text (writer, NULL);
  else
    hv_csv_writer_add_plain (writer, text);
}

char *
hv_who_report_to_csv (const HvWhoReport *report, HvLanguage language)
{
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), true);
  const char *heads[] = { hv_person_field_get_title (HV_PERSON_NAME, language), hv_text (language, "What is kept"),
                          hv_text (language, "Last duty"), hv_text (language, "Next duty"),
                          hv_text (language, "More than two years ago") };
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    hv_csv_writer_add_text (writer, heads[i]);
  hv_csv_writer_end_row (writer);
  for (guint i = 0; i < report->people->len; i++)
    {
      const HvWhoPerson *person = g_ptr_array_index (report->people, i);
      g_autofree char *data = hv_who_report_format_data (person, language);
      hv_csv_writer_add_text (writer, person->name);
      hv_csv_writer_add_text (writer, data);
      add_date (writer, person->last);
      add_date (writer, person->coming);
      hv_csv_writer_add_int (writer, person->long_ago);
      hv_csv_writer_end_row (writer);
    }
  return hv_csv_writer_end (writer);
}
