/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-opening-index.h"

#include <string.h>

/* a opens Mondays 9–12 and 13–16 and Fridays 10–12; b Tuesdays 10–13 until week 18 and
 * 12–15 from week 19; c Saturdays 22–06; d never. a has openings on Monday 4 May (both)
 * and one on Wednesday 6 May, 18–20; c on Saturday 9 May. */
static const char houses[] =
    "{\"format\": \"husvagt-1\", \"houses\": ["
    "{\"id\": \"a\", \"name\": \"A\", \"hours\": [{\"id\": \"a1\", \"weekday\": 1, \"start\": \"09:00\", \"end\": "
    "\"12:00\"},"
    " {\"id\": \"a2\", \"weekday\": 1, \"start\": \"13:00\", \"end\": \"16:00\"},"
    " {\"id\": \"a3\", \"weekday\": 5, \"start\": \"10:00\", \"end\": \"12:00\"}]},"
    "{\"id\": \"b\", \"name\": \"B\", \"hours\": [{\"id\": \"b1\", \"weekday\": 2, \"start\": \"10:00\", \"end\": "
    "\"13:00\","
    " \"until\": \"2026-W18\"}, {\"id\": \"b2\", \"weekday\": 2, \"start\": \"12:00\", \"end\": \"15:00\", \"from\": "
    "\"2026-W19\"}]},"
    "{\"id\": \"c\", \"name\": \"C\", \"hours\": [{\"id\": \"c1\", \"weekday\": 6, \"start\": \"22:00\", \"end\": "
    "\"30:00\"}]},"
    "{\"id\": \"d\", \"name\": \"D\"}],"
    " \"openings\": [{\"id\": \"o1\", \"house\": \"a\", \"date\": \"2026-05-04\", \"start\": \"09:00\", \"end\": "
    "\"12:00\"},"
    " {\"id\": \"o2\", \"house\": \"a\", \"date\": \"2026-05-04\", \"start\": \"13:00\", \"end\": \"16:00\"},"
    " {\"id\": \"o3\", \"house\": \"a\", \"date\": \"2026-05-06\", \"start\": \"18:00\", \"end\": \"20:00\"},"
    " {\"id\": \"o4\", \"house\": \"c\", \"date\": \"2026-05-09\"}]}";

/* What a file says → the opening it means, or the hours a new one gets; NULL: refused. */
static const struct
{
  const char *house;
  const char *date;
  const char *start;
  const char *end;
  const char *means;
} cases[] = {
  { "a", "2026-05-04", NULL, NULL, NULL },
  { "a", "2026-05-04", "09:00", NULL, "o1" },
  { "a", "2026-05-04", "13:00", NULL, "o2" },
  { "a", "2026-05-04", "14:30", NULL, "o2" },
  { "a", "2026-05-04", "12:00", NULL, "12:00–15:00" },
  { "a", "2026-05-04", "12:00", "12:30", "12:00–12:30" },
  { "a", "2026-05-06", NULL, NULL, "o3" },
  { "a", "2026-05-06", "09:00", NULL, "09:00–12:00" },
  { "a", "2026-05-11", NULL, NULL, NULL },
  { "a", "2026-05-11", "13:00", NULL, "13:00–16:00 a2" },
  { "a", "2026-05-08", NULL, NULL, "10:00–12:00 a3" },
  { "a", "2026-05-08", NULL, "13:00", "10:00–13:00" },
  { "a", "2026-05-08", NULL, "09:00", NULL },
  { "a", "2026-05-07", NULL, NULL, "09:00–12:00" },
  { "b", "2026-04-28", NULL, NULL, "10:00–13:00 b1" },
  { "b", "2026-05-05", NULL, NULL, "12:00–15:00 b2" },
  { "b", "2030-01-01", NULL, NULL, "12:00–15:00 b2" },
  { "b", "2026-05-06", NULL, NULL, "10:00–13:00" },
  { "c", "2026-05-09", NULL, NULL, "o4" },
  { "c", "2026-05-09", "23:00", NULL, "o4" },
  { "c", "2026-05-10", NULL, NULL, "22:00–30:00" },
  { "c", "2027-01-02", NULL, NULL, "22:00–30:00 c1" },
  { "d", "2026-05-04", NULL, NULL, NULL },
  { "d", "2026-05-04", "10:00", NULL, NULL },
  { "d", "2026-05-04", "10:00", "12:00", "10:00–12:00" },
};

static gint64
parse_time (const char *text)
{
  int minute;
  return text != NULL && hv_time_parse (text, &minute, NULL) ? minute : HV_NONE;
}

static char *
say_new (const HvOpeningIndex *index, const HvRoster *roster, const HvOpeningName *name)
{
  HvSpan span;
  HvId hours;
  g_autoptr (GError) error = NULL;
  if (!hv_opening_index_propose (index, name, &span, &hours, &error))
    {
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      return NULL;
    }
  const HvRecord *from = hours != HV_NONE ? hv_roster_find (roster, HV_KIND_HOURS, hours) : NULL;
  g_autofree char *start = hv_span_format_from (span);
  g_autofree char *end = hv_span_format_to (span);
  g_assert_cmpint (hv_minute_get_day (span.from), ==, name->day);
  return g_strdup_printf ("%s–%s%s%s", start, end, from != NULL ? " " : "", from != NULL ? from->ext : "");
}

static char *
say_meaning (const HvOpeningIndex *index, const HvRoster *roster, const HvOpeningName *name)
{
  const HvOpening *opening;
  g_autoptr (GError) error = NULL;
  if (!hv_opening_index_find (index, name, &opening, &error))
    {
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      return NULL;
    }
  return opening != NULL ? g_strdup (opening->r.ext) : say_new (index, roster, name);
}

static void
test_cases (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) roster = fixture_apply_json (empty, houses);
  g_autoptr (HvEdit) edit = hv_edit_new ("test", fixture_get_source ());
  g_autoptr (HvOpeningIndex) index = hv_opening_index_new (roster, edit);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HvOpeningName name = {
        .house = ((const HvRecord *)fixture_find (roster, HV_KIND_HOUSE, cases[i].house))->id,
        .start = parse_time (cases[i].start),
        .end = parse_time (cases[i].end),
      };
      g_assert_true (hv_day_parse (cases[i].date, &name.day, NULL));
      g_autofree char *means = say_meaning (index, roster, &name);
      g_test_message ("%s %s %s", cases[i].house, cases[i].date, cases[i].start);
      g_assert_cmpstr (means, ==, cases[i].means);
    }
}

/* What the edit has changed is seen: a removed opening is gone, a new one is there. */
static void
test_edit (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) roster = fixture_apply_json (empty, houses);
  g_autoptr (HvEdit) edit = hv_edit_new ("test", fixture_get_source ());
  const HvOpening *o1 = fixture_find (roster, HV_KIND_OPENING, "o1");
  HvDay monday = hv_opening_get_day (o1);
  g_autoptr (HvOpeningIndex) index = hv_opening_index_new (roster, edit);
  g_autoptr (GPtrArray) before = hv_opening_index_list (index, o1->house, monday);
  g_assert_cmpuint (before->len, ==, 2);

  HvId house = o1->house;
  hv_edit_remove (edit, o1);
  HvOpening *evening = hv_edit_add (edit, HV_KIND_OPENING);
  evening->house = house;
  evening->starts = hv_minute_at (monday, 18 * 60);
  evening->ends = hv_minute_at (monday, 20 * 60);
  hv_opening_index_add (index, evening);
  hv_opening_index_add (index, evening);

  g_autoptr (GPtrArray) after = hv_opening_index_list (index, house, monday);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (after->pdata[1] == evening);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-index/cases", test_cases);
  g_test_add_func ("/opening-index/edit", test_edit);
  return g_test_run ();
}
