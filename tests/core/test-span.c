/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-span.h"

/* Rows are written in minutes, or in hours of one day: H (13, 30) is 13:30. */
#define H(hours, minutes) ((hours)*60 + (minutes))

/* --- two spans --- */

typedef struct
{
  const char *what;
  HvSpan a;
  HvSpan b;
  bool overlaps;
  bool a_contains_b;
  bool b_contains_a;
  int compared; /* a to b */
} PairCase;

static const PairCase pair_cases[] = {
  { "touch: 10–13 and 13–15", { H (10, 0), H (13, 0) }, { H (13, 0), H (15, 0) }, false, false, false, -1 },
  { "touch at midnight", { H (22, 0), H (24, 0) }, { H (24, 0), H (30, 0) }, false, false, false, -1 },
  { "one minute in common", { H (10, 0), H (13, 0) }, { H (12, 59), H (15, 0) }, true, false, false, -1 },
  { "A6: 10–13 and 12.30–14", { H (10, 0), H (13, 0) }, { H (12, 30), H (14, 0) }, true, false, false, -1 },
  { "A6: 10–13 and 13.15–15", { H (10, 0), H (13, 0) }, { H (13, 15), H (15, 0) }, false, false, false, -1 },
  { "the same", { H (10, 0), H (13, 0) }, { H (10, 0), H (13, 0) }, true, true, true, 0 },
  { "inside", { H (10, 0), H (13, 0) }, { H (11, 0), H (12, 0) }, true, true, false, -1 },
  { "same start, shorter", { H (10, 0), H (13, 0) }, { H (10, 0), H (12, 0) }, true, true, false, 1 },
  { "same end, shorter", { H (10, 0), H (13, 0) }, { H (11, 0), H (13, 0) }, true, true, false, -1 },
  { "a night and the morning after", { H (22, 0), H (30, 0) }, { H (29, 0), H (33, 0) }, true, false, false, -1 },
  { "a night, not the evening of the day after",
    { H (22, 0), H (30, 0) },
    { H (46, 0), H (54, 0) },
    false,
    false,
    false,
    -1 },
  { "before 1970", { -H (2, 0), H (1, 0) }, { -H (1, 0), H (2, 0) }, true, false, false, -1 },
  { "days apart", { 0, 60 }, { 100000, 100060 }, false, false, false, -1 },
  { "empty inside another", { H (11, 0), H (11, 0) }, { H (10, 0), H (13, 0) }, false, false, true, 1 },
  { "empty and itself", { H (11, 0), H (11, 0) }, { H (11, 0), H (11, 0) }, false, true, true, 0 },
  { "all of time", { G_MININT64, G_MAXINT64 }, { H (10, 0), H (13, 0) }, true, true, false, -1 },
};

static void
assert_pair (const char *what, HvSpan a, HvSpan b, const PairCase *row, int compared)
{
  g_test_message ("%s", what);
  g_assert_true (hv_span_overlaps (a, b) == row->overlaps);
  g_assert_cmpint (hv_span_compare (a, b), ==, compared);

  HvSpan common = hv_span_intersect (a, b);
  g_assert_true ((common.from < common.to) == row->overlaps);
  g_assert_true (!row->overlaps || (hv_span_contains (a, common) && hv_span_contains (b, common)));
}

static void
test_compares_two (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pair_cases); i++)
    {
      const PairCase *row = &pair_cases[i];
      assert_pair (row->what, row->a, row->b, row, row->compared);
      assert_pair (row->what, row->b, row->a, row, -row->compared);
      g_assert_true (hv_span_contains (row->a, row->b) == row->a_contains_b);
      g_assert_true (hv_span_contains (row->b, row->a) == row->b_contains_a);
    }
}

static void
test_sorts_minutes (void)
{
  const HvMinute sorted[] = { G_MININT64, -1, 0, 0, 1, 30412800, G_MAXINT64 };
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        int order = hv_minute_compare_cb (&sorted[i], &sorted[j]);
        g_assert_cmpint (order, ==, sorted[i] == sorted[j] ? 0 : i < j ? -1 : 1);
      }
}

/* --- one span --- */

typedef struct
{
  int from;
  int to;
  const char *from_text;
  const char *to_text;
  int minutes;
  bool valid;
} DayCase;

static const DayCase day_cases[] = {
  { H (22, 0), H (6, 0), "22:00", "30:00", H (8, 0), true },
  { H (22, 0), H (30, 0), "22:00", "30:00", H (8, 0), true },
  { H (13, 0), H (16, 0), "13:00", "16:00", H (3, 0), true },
  { H (13, 0), H (13, 0), "13:00", "37:00", H (24, 0), true }, /* round the clock */
  { H (13, 0), H (12, 59), "13:00", "36:59", H (23, 59), true },
  { H (0, 0), H (24, 0), "00:00", "24:00", H (24, 0), true },
  { H (0, 0), H (0, 0), "00:00", "24:00", H (24, 0), true },
  { H (0, 0), H (48, 0), "00:00", "48:00", H (48, 0), true },
  { H (23, 59), H (48, 0), "23:59", "48:00", H (24, 1), true },
  { H (23, 59), H (48, 1), "23:59", "48:01", H (24, 2), false },
  { H (0, 0), H (48, 1), "00:00", "48:01", H (48, 1), false },
  { H (25, 0), H (2, 0), "01:00", "02:00", H (1, 0), true }, /* the small hours of the next day */
  { H (25, 0), H (0, 30), "01:00", "24:30", H (23, 30), true },
};

static void
test_stands_on_a_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    for (HvDay day = -3; day <= 3; day++)
      {
        const DayCase *row = &day_cases[i];
        HvSpan span = hv_span_on_day (day, row->from, row->to);
        g_autofree char *from = hv_span_format_from (span);
        g_autofree char *to = hv_span_format_to (span);

        g_assert_cmpstr (from, ==, row->from_text);
        g_assert_cmpstr (to, ==, row->to_text);
        g_assert_cmpint (hv_span_get_minutes (span), ==, row->minutes);
        g_assert_true (hv_span_is_valid (span) == row->valid);
        g_assert_cmpint (hv_minute_get_day (span.from), ==, day + row->from / HV_MINUTES_PER_DAY);
        g_assert_cmpint (hv_minute_get_of_day (span.from), ==, row->from % HV_MINUTES_PER_DAY);
      }
}

static void
test_fills_a_day (void)
{
  HvSpan day = hv_span_of_day (-1);

  g_assert_cmpint (day.from, ==, -1440);
  g_assert_cmpint (day.to, ==, 0);
  g_assert_false (hv_span_overlaps (day, hv_span_of_day (0)));
  g_assert_cmpint (hv_minute_get_day (-1), ==, -1);
  g_assert_cmpint (hv_minute_get_of_day (-1), ==, 1439);
  g_assert_cmpint (hv_minute_get_day (-1440), ==, -1);
  g_assert_cmpint (hv_minute_get_of_day (-1440), ==, 0);
  g_assert_cmpint (hv_minute_get_day (-1441), ==, -2);
}

typedef struct
{
  const char *what;
  HvSpan span;
  bool valid;
} ValidCase;

static const ValidCase valid_cases[] = {
  { "one minute", { 0, 1 }, true },
  { "empty", { 60, 60 }, false },
  { "backwards", { 60, 0 }, false },
  { "no start", { HV_NONE, 60 }, false },
  { "no end", { 0, HV_NONE }, false },
  { "neither", { HV_NONE, HV_NONE }, false },
  { "no end in sight", { 0, G_MAXINT64 }, false },
  { "after all days", { G_MAXINT64 - 60, G_MAXINT64 }, false },
  { "the first night", { HV_DAY_FIRST * 1440LL, HV_DAY_FIRST * 1440LL + 60 }, true },
  { "before the calendar", { HV_DAY_FIRST * 1440LL - 1, HV_DAY_FIRST * 1440LL + 60 }, false },
  { "the last night", { HV_DAY_LAST * 1440LL + 1320, HV_DAY_LAST * 1440LL + 1800 }, true },
  { "after the calendar", { (HV_DAY_LAST + 1) * 1440LL, (HV_DAY_LAST + 1) * 1440LL + 60 }, false },
};

static void
test_knows_what_can_be_a_shift (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid_cases); i++)
    {
      g_test_message ("%s", valid_cases[i].what);
      g_assert_true (hv_span_is_valid (valid_cases[i].span) == valid_cases[i].valid);
    }
}

/* --- times of day --- */

typedef struct
{
  const char *text;
  const char *expected; /* the time, or the name of the error */
} ReadCase;

static const ReadCase read_cases[] = {
  { "13:00", "13:00" },  { "9.30", "09:30" },   { "9:30", "09:30" },     { "09.30", "09:30" },   { "0:00", "00:00" },
  { "00.00", "00:00" },  { "23:59", "23:59" },  { "24:00", "24:00" },    { "25:00", "25:00" },   { "30:00", "30:00" },
  { "48:00", "48:00" },  { "48:01", "usage" },  { "49:00", "usage" },    { "99:59", "usage" },   { "9.5", "usage" },
  { "9.60", "usage" },   { "13:60", "usage" },  { "13:000", "usage" },   { "013:00", "usage" },  { "13", "usage" },
  { "1300", "usage" },   { "13:", "usage" },    { "13:0", "usage" },     { ":30", "usage" },     { ".30", "usage" },
  { "9,30", "usage" },   { "-1:00", "usage" },  { "+1:00", "usage" },    { "1:-1", "usage" },    { "13:00 ", "usage" },
  { " 13:00", "usage" }, { "13: 00", "usage" }, { "13:00:00", "usage" }, { "1:00 pm", "usage" }, { "kl. 13", "usage" },
  { "\xff", "usage" },   { "", "usage" },
};

static void
test_reads_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      const ReadCase *row = &read_cases[i];
      int minutes = -1;
      g_autoptr (GError) error = NULL;
      bool ok = hv_time_parse (row->text, &minutes, &error);

      g_autofree char *written = ok ? hv_time_format (minutes) : g_strdup (hv_error_get_name (error));
      g_autofree char *got = g_strdup_printf ("%s → %s", row->text, written);
      g_autofree char *expected = g_strdup_printf ("%s → %s", row->text, row->expected);
      g_assert_cmpstr (got, ==, expected);
      g_assert_true (ok == (error == NULL));
      g_assert_true (ok || minutes == -1);
      g_assert_true (hv_time_parse (row->text, &minutes, NULL) == ok);
    }
}

static void
test_writes_every_time_it_reads (void)
{
  for (int minutes = 0; minutes <= HV_SPAN_MAX_MINUTES; minutes++)
    {
      int again = -1;
      g_autofree char *text = hv_time_format (minutes);
      g_assert_true (hv_time_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, minutes);
    }
}

static void
test_says_what_is_wrong (void)
{
  int minutes;
  g_autoptr (GError) error = NULL;

  hv_time_parse ("9.5", &minutes, &error);
  g_assert_cmpstr (error->message, ==,
                   "“9.5” is not a time of day. Write hours and minutes, for example 9:30 or 13:00.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/compares-two", test_compares_two);
  g_test_add_func ("/span/sorts-minutes", test_sorts_minutes);
  g_test_add_func ("/span/stands-on-a-day", test_stands_on_a_day);
  g_test_add_func ("/span/fills-a-day", test_fills_a_day);
  g_test_add_func ("/span/knows-what-can-be-a-shift", test_knows_what_can_be_a_shift);
  g_test_add_func ("/span/reads-times", test_reads_times);
  g_test_add_func ("/span/writes-every-time-it-reads", test_writes_every_time_it_reads);
  g_test_add_func ("/span/says-what-is-wrong", test_says_what_is_wrong);
  return g_test_run ();
}
