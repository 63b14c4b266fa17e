/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-pattern.h"

#include "hv-people-sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_RECORDS 8

/* --- short notation: "1 can 12-17" is Mondays from 12 to 17 --- */

static const char *const offers[] = { "can", "rather", "cannot" };
static const char *const repeats[] = { "every", "even", "odd" };

static HvOffer
read_offer (const char *word)
{
  for (int i = 0; i < 3; i++)
    if (g_str_equal (offers[i], word))
      return (HvOffer)i;
  g_assert_not_reached ();
}

static HvRepeat
read_repeat (const char *word)
{
  for (int i = 0; i < 3; i++)
    if (g_str_equal (repeats[i], word))
      return (HvRepeat)i;
  g_assert_not_reached ();
}

static HvOfferSpan
read_span (const char *text)
{
  char offer[8];
  HvOfferSpan span;
  g_assert_cmpint (sscanf (text, "%d %7s %d-%d", &span.weekday, offer, &span.start, &span.end), ==, 4);
  span.start *= 60;
  span.end *= 60;
  span.offer = read_offer (offer);
  return span;
}

static GArray *
read_spans (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HvOfferSpan));
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      HvOfferSpan span = read_span (parts[i]);
      g_array_append_val (spans, span);
    }
  return spans;
}

static char *
show_spans (const GArray *spans)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      const HvOfferSpan *span = &g_array_index (spans, HvOfferSpan, i);
      g_string_append_printf (text, "%s%d %s %g-%g", i == 0 ? "" : ", ", span->weekday, offers[span->offer],
                              span->start / 60.0, span->end / 60.0);
    }
  return g_string_free (text, FALSE);
}

/* "from..until repeat span": weeks of 2026, nothing where there is none: "10.. every 1 can 12-17". */
static HvAvailability *
read_record (HvId id, const char *text)
{
  HvAvailability *record = hv_record_new (HV_KIND_AVAILABILITY, id);
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  g_auto (GStrv) weeks = g_strsplit (parts[0], "..", 2);
  HvOfferSpan span = read_span (parts[2]);
  HvWeek week;
  record->volunteer = PEOPLE_BO;
  record->weekday = span.weekday;
  record->start = span.start;
  record->end = span.end;
  record->offer = span.offer;
  record->repeat = read_repeat (parts[1]);
  if (hv_week_from_number (2026, atoi (weeks[0]), &week))
    record->from = week.monday;
  if (hv_week_from_number (2026, atoi (weeks[1]), &week))
    record->until = week.monday;
  return record;
}

static char *
show_record (const HvAvailability *record)
{
  g_autofree char *from = record->from == HV_NONE
                              ? g_strdup ("")
                              : g_strdup_printf ("%d", hv_week_get_number (hv_week_of_day ((HvDay)record->from)));
  g_autofree char *until = record->until == HV_NONE
                               ? g_strdup ("")
                               : g_strdup_printf ("%d", hv_week_get_number (hv_week_of_day ((HvDay)record->until)));
  return g_strdup_printf ("%s..%s %s %d %s %d-%d", from, until, repeats[record->repeat], (int)record->weekday,
                          offers[record->offer], (int)record->start / 60, (int)record->end / 60);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
show_records (const HvRoster *roster)
{
  const GPtrArray *records = hv_roster_list_of (roster, HV_KIND_AVAILABILITY, HV_KIND_VOLUNTEER, PEOPLE_BO);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (shown, show_record (g_ptr_array_index (records, i)));
  g_ptr_array_sort (shown, compare_texts);
  g_ptr_array_add (shown, NULL);
  return g_strjoinv ("; ", (char **)shown->pdata);
}

static HvRoster *
build (const char *const *records)
{
  HvAvailability *made[MAX_RECORDS] = { NULL };
  for (guint i = 0; i < MAX_RECORDS && records[i] != NULL; i++)
    made[i] = read_record (200 + i, records[i]);
  g_assert_null (made[MAX_RECORDS - 1]);
  return people_build (made[0], made[1], made[2], made[3], made[4], made[5], made[6], made[7], NULL);
}

static HvWeek
get_week (int number)
{
  HvWeek week;
  g_assert_true (hv_week_from_number (2026, number, &week));
  return week;
}

/* --- reading --- */

static void
test_find (void)
{
  static const struct
  {
    const char *records[MAX_RECORDS];
    int week;
    const char *repeat;
    const char *spans;
    bool said;
  } table[] = {
    { { NULL }, 19, "every", "", false },
    { { "10.. every 1 can 12-17" }, 19, "every", "1 can 12-17", true },
    { { "10.. every 1 can 12-17" }, 9, "every", "", false },
    { { ".. every 1 can 12-17" }, 1, "every", "1 can 12-17", true },
    { { "..18 every 1 can 12-17" }, 19, "every", "", false },
    { { "19..19 every 1 can 12-17" }, 19, "every", "1 can 12-17", true },
    /* what touches is one span, and what differs is not */
    { { ".. every 1 can 9-12", ".. every 1 can 12-17" }, 19, "every", "1 can 9-17", true },
    { { ".. every 1 can 9-12", ".. every 1 rather 12-17" }, 19, "every", "1 can 9-12, 1 rather 12-17", true },
    /* cannot beats rather not, and that beats can */
    { { ".. every 1 can 9-17", ".. every 1 rather 11-13" },
      19,
      "every",
      "1 can 9-11, 1 rather 11-13, 1 can 13-17",
      true },
    { { ".. every 1 can 9-17", ".. every 1 cannot 11-13" }, 19, "every", "1 can 9-11, 1 can 13-17", true },
    { { ".. every 1 can 9-17", ".. every 1 can 9-17" }, 19, "every", "1 can 9-17", true },
    { { ".. every 1 cannot 0-24" }, 19, "every", "", true },
    { { ".. every 7 can 22-30" }, 19, "every", "7 can 22-30", true },
    { { ".. every 3 can 9-12", ".. every 1 can 9-12" }, 19, "every", "1 can 9-12, 3 can 9-12", true },
    /* even and odd */
    { { ".. odd 1 can 9-12", ".. even 2 can 9-12" }, 19, "every", "1 can 9-12", true },
    { { ".. odd 1 can 9-12", ".. even 2 can 9-12" }, 19, "even", "2 can 9-12", true },
    { { ".. odd 1 can 9-12", ".. even 2 can 9-12" }, 20, "odd", "1 can 9-12", true },
    { { "19..19 every 1 can 9-12", "20.. every 2 can 9-12" }, 19, "even", "2 can 9-12", true },
    { { ".. odd 1 can 9-12" }, 20, "every", "", true }, /* in force, though not in this week */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) roster = build (table[i].records);
      bool said = !table[i].said;
      g_autoptr (GArray) spans =
          hv_week_pattern_find (roster, PEOPLE_BO, get_week (table[i].week), read_repeat (table[i].repeat), &said);
      g_autofree char *shown = show_spans (spans);
      g_assert_cmpstr (shown, ==, table[i].spans);
      g_assert_true (said == table[i].said);
    }
}

/* After week 53, which is odd, comes week 1: the next even week is week 2 of 2027. */
static void
test_find_over_week_53 (void)
{
  HvAvailability *even = read_record (200, ".. even 1 can 9-12");
  even->from = hv_week_add (get_week (53), 2).monday;
  g_autoptr (HvRoster) roster = people_build (even, NULL);
  bool said;
  g_autoptr (GArray) spans = hv_week_pattern_find (roster, PEOPLE_BO, get_week (53), HV_REPEAT_EVEN, &said);
  g_autofree char *shown = show_spans (spans);
  g_assert_cmpstr (shown, ==, "1 can 9-12");
}

static void
test_find_repeat (void)
{
  static const struct
  {
    const char *records[MAX_RECORDS];
    int week;
    const char *repeat;
    int start; /* week, 0 for none */
  } table[] = {
    { { NULL }, 19, "every", 0 },
    { { "10.. every 1 can 12-17" }, 19, "every", 10 },
    { { ".. even 1 can 12-17", "12.. odd 1 can 12-17" }, 19, "every", 12 },
    { { ".. even 1 can 12-17" }, 19, "odd", 0 },
    { { ".. even 1 can 12-17" }, 20, "even", 0 },
    { { "..18 even 1 can 12-17", "19.. every 2 can 12-17" }, 19, "every", 19 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) roster = build (table[i].records);
      HvWeek week = get_week (table[i].week);
      g_assert_cmpint (hv_week_pattern_find_repeat (roster, PEOPLE_BO, week), ==, read_repeat (table[i].repeat));
      gint64 start = hv_week_pattern_find_start (roster, PEOPLE_BO, week);
      g_assert_cmpint (start, ==, table[i].start == 0 ? HV_NONE : get_week (table[i].start).monday);
    }
}

/* --- replacing --- */

static void
test_replace (void)
{
  static const struct
  {
    const char *records[MAX_RECORDS];
    const char *spans; /* from week 19 on */
    const char *repeat;
    const char *after;
    guint puts;
  } table[] = {
    /* first words */
    { { NULL }, "1 can 12-17", "every", "19.. every 1 can 12-17", 1 },
    { { NULL }, "1 can 12-17, 3 rather 9-13", "even", "19.. even 1 can 12-17; 19.. even 3 rather 9-13", 2 },
    /* a new habit ends the old one the week before */
    { { ".. every 2 can 9-12" }, "1 can 12-17", "every", "..18 every 2 can 9-12; 19.. every 1 can 12-17", 2 },
    { { "10..30 every 2 can 9-12" }, "1 can 12-17", "every", "10..18 every 2 can 9-12; 19.. every 1 can 12-17", 2 },
    /* what is over stays, what comes later goes */
    { { "1..18 every 2 can 9-12" }, "1 can 12-17", "every", "1..18 every 2 can 9-12; 19.. every 1 can 12-17", 1 },
    { { "19.. every 2 can 9-12" }, "1 can 12-17", "every", "19.. every 1 can 12-17", 2 },
    { { "30.. every 2 can 9-12" }, "1 can 12-17", "every", "19.. every 1 can 12-17", 2 },
    /* what is said already is not said again */
    { { "19.. every 1 can 12-17" }, "1 can 12-17", "every", "19.. every 1 can 12-17", 0 },
    { { "19.. every 1 can 12-17" },
      "1 can 12-17, 2 can 9-12",
      "every",
      "19.. every 1 can 12-17; 19.. every 2 can 9-12",
      1 },
    /* the same hours go on: the old record still ends, the week is what changes */
    { { "10.. every 1 can 12-17" }, "1 can 12-17", "every", "10..18 every 1 can 12-17; 19.. every 1 can 12-17", 2 },
    /* only even weeks change: odd ones go on as they were */
    { { ".. every 2 can 9-12" },
      "1 can 12-17",
      "even",
      "..18 every 2 can 9-12; 19.. even 1 can 12-17; 19.. odd 2 can 9-12",
      3 },
    { { "10..30 every 2 can 9-12" },
      "1 can 12-17",
      "odd",
      "10..18 every 2 can 9-12; 19.. odd 1 can 12-17; 19..30 even 2 can 9-12",
      3 },
    { { "20.. every 2 can 9-12" }, "1 can 12-17", "even", "19.. even 1 can 12-17; 20.. odd 2 can 9-12", 2 },
    { { ".. odd 2 can 9-12", ".. even 3 can 9-12" },
      "1 can 12-17",
      "even",
      ".. odd 2 can 9-12; ..18 even 3 can 9-12; 19.. even 1 can 12-17",
      2 },
    /* and every week takes both */
    { { ".. odd 2 can 9-12", ".. even 3 can 9-12" },
      "1 can 12-17",
      "every",
      "..18 even 3 can 9-12; ..18 odd 2 can 9-12; 19.. every 1 can 12-17",
      3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (HvRoster) roster = build (table[i].records);
      g_autoptr (GArray) spans = read_spans (table[i].spans);
      g_autoptr (HvEdit) edit = hv_week_pattern_replace (roster, people_find (roster, PEOPLE_BO), get_week (19),
                                                         read_repeat (table[i].repeat),
                                                         (const HvOfferSpan *)spans->data, spans->len, people_source);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_autofree char *shown = show_records (after);
      g_assert_cmpstr (shown, ==, table[i].after);
      g_assert_cmpuint (edit->puts->len, ==, table[i].puts);
    }
}

/* Nobody's week is empty by accident: "cannot at any time" is not "never asked". */
static void
test_replace_by_nothing (void)
{
  static const char *const records[MAX_RECORDS] = { ".. every 2 can 9-12" };
  g_autoptr (HvRoster) roster = build (records);
  const HvVolunteer *bo = people_find (roster, PEOPLE_BO);
  g_autoptr (HvRoster) after = people_apply (
      roster, hv_week_pattern_replace (roster, bo, get_week (19), HV_REPEAT_EVERY, NULL, 0, people_source));
  bool said = false;
  g_autoptr (GArray) spans = hv_week_pattern_find (after, PEOPLE_BO, get_week (19), HV_REPEAT_EVERY, &said);
  g_assert_cmpuint (spans->len, ==, 0);
  g_assert_true (said);

  g_autoptr (HvRoster) asked = people_apply (
      after, hv_week_pattern_forget (after, people_find (after, PEOPLE_BO), get_week (19), people_source));
  g_autofree char *shown = show_records (asked);
  g_assert_cmpstr (shown, ==, "..18 every 2 can 9-12");
}

/* What was written is read again, also in the week after and over the year's end. */
static void
test_round_trip (void)
{
  static const char *const texts[] = { "1 can 12-17", "1 can 9-11, 1 rather 11-13, 1 can 13-17",
                                       "5 rather 22-30, 6 can 0-24, 7 can 0-12", "1 can 0-24, 2 can 0-24" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int repeat = HV_REPEAT_EVERY; repeat <= HV_REPEAT_ODD; repeat++)
      {
        g_autoptr (HvRoster) roster = people_build (NULL);
        g_autoptr (GArray) spans = read_spans (texts[i]);
        g_autoptr (HvRoster) after = people_apply (
            roster, hv_week_pattern_replace (roster, people_find (roster, PEOPLE_BO), get_week (19), (HvRepeat)repeat,
                                             (const HvOfferSpan *)spans->data, spans->len, people_source));
        for (int later = 0; later < 40; later++)
          {
            bool said;
            g_autoptr (GArray) found =
                hv_week_pattern_find (after, PEOPLE_BO, hv_week_add (get_week (19), later), (HvRepeat)repeat, &said);
            g_autofree char *shown = show_spans (found);
            g_assert_cmpstr (shown, ==, texts[i]);
          }
      }
}

/* --- words --- */

static void
test_words (void)
{
  static const struct
  {
    const char *spans;
    const char *english;
  } table[] = {
    { "", "cannot at any time" },
    { "1 can 12-17", "Monday 12:00–17:00" },
    { "1 can 9-12, 1 rather 13-17, 3 can 9-24", "Monday 09:00–12:00, 13:00–17:00 (rather not), Wednesday 09:00–24:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GArray) spans = read_spans (table[i].spans);
      g_autofree char *words = hv_week_pattern_format ((const HvOfferSpan *)spans->data, spans->len, HV_LANGUAGE_EN);
      g_assert_cmpstr (words, ==, table[i].english);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-pattern/find", test_find);
  g_test_add_func ("/week-pattern/find-over-week-53", test_find_over_week_53);
  g_test_add_func ("/week-pattern/find-repeat", test_find_repeat);
  g_test_add_func ("/week-pattern/replace", test_replace);
  g_test_add_func ("/week-pattern/replace-by-nothing", test_replace_by_nothing);
  g_test_add_func ("/week-pattern/round-trip", test_round_trip);
  g_test_add_func ("/week-pattern/words", test_words);
  return g_test_run ();
}
