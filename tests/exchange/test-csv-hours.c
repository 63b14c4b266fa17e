/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-csv-hours.h"

/* The nights of 2026 on which the clock of Copenhagen moves: to summer on 29 March at
 * 1:00 UTC, and back on 25 October. */
static HvZone *
new_copenhagen (void)
{
  const HvClockChange changes[] = {
    { ((gint64)hv_day_from_ymd (2026, 3, 29) * 24 + 1) * 3600, 7200 },
    { ((gint64)hv_day_from_ymd (2026, 10, 25) * 24 + 1) * 3600, 3600 },
  };
  return hv_zone_new ("Europe/Copenhagen", 3600, changes, G_N_ELEMENTS (changes));
}

static const HvZone *
find_zone_cb (const char *name, gpointer data)
{
  g_assert_cmpstr (name, ==, "Europe/Copenhagen");
  return data;
}

static const char duties[] =
    "{\"format\": \"husvagt-1\", \"openings\": ["
    "{\"id\": \"spring\", \"house\": \"tel\", \"date\": \"2026-03-28\"},"
    " {\"id\": \"autumn\", \"house\": \"tel\", \"date\": \"2026-10-24\"},"
    " {\"id\": \"shut\", \"house\": \"jue\", \"date\": \"2026-05-11\", \"closed\": \"Optaget\"}],"
    " \"shifts\": [{\"id\": \"s2\", \"opening\": \"spring\", \"role\": \"it\"}, {\"id\": \"s3\", \"opening\": "
    "\"autumn\", "
    "\"role\": \"it\"}, {\"id\": \"s4\", \"opening\": \"shut\", \"role\": \"it\"}],"
    " \"assignments\": [{\"id\": \"a2\", \"shift\": \"s2\", \"volunteer\": \"bo\"},"
    " {\"id\": \"a3\", \"shift\": \"s3\", \"volunteer\": \"bo\", \"state\": \"present\"},"
    " {\"id\": \"a4\", \"shift\": \"s1\", \"guest\": \"=Nabo\", \"start\": \"13:30\", \"end\": \"15:45\"},"
    " {\"id\": \"a5\", \"shift\": \"s1\", \"volunteer\": \"carla\", \"state\": \"called-off\"},"
    " {\"id\": \"a6\", \"shift\": \"s4\", \"volunteer\": \"anna\"},"
    " {\"id\": \"a7\", \"shift\": \"s3\", \"volunteer\": \"anna\", \"start\": \"22:00\", \"end\": \"23:30\"}]}";

static HvRoster *
new_duties (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) small = fixture_apply_json (empty, fixture_small);
  return fixture_apply_json (small, duties);
}

static char *
write_hours (const HvRoster *roster, const HvChoice *choice, HvLanguage language, HvZone *zone)
{
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), false);
  hv_csv_hours_write (writer, roster, choice, language, zone != NULL ? find_zone_cb : NULL, zone);
  return hv_csv_writer_end (writer);
}

/* Seven hours in spring and nine in autumn; called off and closed are none. */
static void
test_nights (void)
{
  g_autoptr (HvRoster) roster = new_duties ();
  g_autoptr (HvZone) zone = new_copenhagen ();
  g_autofree char *text = write_hours (roster, &HV_CHOICE_ALL, HV_LANGUAGE_DA, zone);
  g_assert_cmpstr (text, ==,
                   "\"Frivillig\";\"Hus\";\"Dato\";\"Rolle\";\"Start\";\"Slut\";\"Timer\"\r\n"
                   "\"Bo Vestermark\";\"Telefon\";2026-03-28;\"IT-hjælp\";22:00;30:00;7\r\n"
                   "\"Anna Lindeskov\";\"Juelsminde\";2026-05-04;\"IT-hjælp\";13:00;16:00;3\r\n"
                   "\"'=Nabo\";\"Juelsminde\";2026-05-04;\"IT-hjælp\";13:30;15:45;2,25\r\n"
                   "\"Bo Vestermark\";\"Telefon\";2026-10-24;\"IT-hjælp\";22:00;30:00;9\r\n"
                   "\"Anna Lindeskov\";\"Telefon\";2026-10-24;\"IT-hjælp\";22:00;23:30;1,5\r\n");
}

static void
test_choice (void)
{
  g_autoptr (HvRoster) roster = new_duties ();
  HvChoice choice = HV_CHOICE_ALL;
  choice.volunteer = ((const HvRecord *)fixture_find (roster, HV_KIND_VOLUNTEER, "anna"))->id;
  choice.from = hv_week_of_day (hv_day_from_ymd (2026, 10, 24)).monday;
  g_autofree char *text = write_hours (roster, &choice, HV_LANGUAGE_EN, NULL);
  g_assert_cmpstr (text, ==,
                   "\"Volunteer\",\"House\",\"Date\",\"Role\",\"Start\",\"End\",\"Hours\"\r\n"
                   "\"Anna Lindeskov\",\"Telefon\",2026-10-24,\"IT-hjælp\",22:00,23:30,1.5\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-hours/nights", test_nights);
  g_test_add_func ("/csv-hours/choice", test_choice);
  return g_test_run ();
}
