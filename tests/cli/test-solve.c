/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-error.h"
#include "hv-solve.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* The Monday of 53 visits, three hours in quarters; %s are further fields. */
#define MONDAY                                                                                           \
  "{\"interval_minutes\": 15, \"service_minutes\": 15, \"target_minutes\": 15, \"initial_queue\": 5.3, " \
  "\"arrivals\": [3.975,3.975,3.975,3.975,3.975,3.975,3.975,3.975,3.975,3.975,3.975,3.975], "            \
  "\"staff\": [5,5,5,5,5,5,5,5,5,5,5,5]%s}"

static JsonObject *
parse (const char *json, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_near (double value, double expected, double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_test_fail_printf ("%.9g is not %.9g", value, expected);
}

static double
get_total (JsonObject *answer, const char *field)
{
  return json_object_get_double_member (json_object_get_object_member (answer, "total"), field);
}

/* --- solve waiting --- */

static void
test_one_case (void)
{
  static const char *const arrays[] = { "offered_load", "utilisation", "wait_mean",
                                        "late_share",   "queue_mean",  "in_system_end" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = g_strdup_printf (MONDAY, "");
  g_autofree char *text = hv_solve_waiting (json, 0.8, true, &error);

  g_assert_no_error (error);
  JsonObject *answer = parse (text, parser);
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, arrays[i])), ==, 12);
  assert_near (json_array_get_double_element (json_object_get_array_member (answer, "offered_load"), 3), 3.975, 1e-9);
  assert_near (get_total (answer, "visits"), 53, 1e-9);
  assert_near (get_total (answer, "wait_mean"), 5.78, 0.01);
  assert_near (get_total (answer, "late_share"), 0.140, 0.001);
  g_assert_cmpfloat (get_total (answer, "door_wait_mean"), <, get_total (answer, "wait_mean"));
  g_assert_cmpfloat (get_total (answer, "door_late_share"), <, 0.2);
  assert_near (get_total (answer, "waiting_close"), 1.85, 0.01);
  g_assert_cmpfloat (get_total (answer, "in_system_close"), >, 5);
  g_assert_cmpfloat (get_total (answer, "overtime_over15"), >, get_total (answer, "overtime_over30"));
  g_assert_cmpfloat (get_total (answer, "abandoned"), ==, 0);
  g_assert_cmpfloat (get_total (answer, "lost"), ==, 0);
  g_assert_cmpfloat (json_object_get_double_member (answer, "milliseconds"), >=, 0);

  JsonObject *need = json_object_get_object_member (answer, "need");
  g_assert_cmpint (json_object_get_int_member (need, "crew"), ==, 5);
  g_assert_cmpfloat (json_object_get_double_member (need, "level"), ==, 0.8);
}

/* Further fields → mean wait, overtime, abandoned, lost (an independent Runge–Kutta
 * solution of the same equations). */
static const struct
{
  const char *fields;
  double wait;
  double overtime;
  double abandoned;
  double lost;
} optional[] = {
  { "", 5.779, 35.56, 0, 0 },
  { ", \"weather\": [\"rain\"], \"name\": 7", 5.779, 35.56, 0, 0 },
  { ", \"patience_minutes\": null, \"capacity\": null, \"service\": null, \"staff_after_close\": null", 5.779, 35.56, 0,
    0 },
  { ", \"patience_minutes\": 0, \"capacity\": 0, \"service\": {}", 5.779, 35.56, 0, 0 },
  { ", \"service\": {\"cv\": 0.7, \"shape\": \"lognormal\"}", 5.779, 27.91, 0, 0 },
  { ", \"service\": {\"cv\": 1}, \"initial_queue_kind\": \"poisson\"", 5.779, 35.56, 0, 0 },
  { ", \"initial_queue_kind\": \"fixed\"", 5.260, 35.39, 0, 0 },
  { ", \"staff_after_close\": 1", 9.668, 86.96, 0, 0 },
  { ", \"patience_minutes\": 20", 1.845, 29.81, 4.89, 0 },
  { ", \"capacity\": 5", 0, 26.98, 0, 10.94 },
};

static void
test_optional (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (optional); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char *json = g_strdup_printf (MONDAY, optional[i].fields);
      g_autofree char *text = hv_solve_waiting (json, -1, false, &error);

      g_test_message ("%s", optional[i].fields);
      g_assert_no_error (error);
      JsonObject *answer = parse (text, parser);
      assert_near (get_total (answer, "wait_mean"), optional[i].wait, 0.01);
      assert_near (get_total (answer, "overtime_mean"), optional[i].overtime, 0.05);
      assert_near (get_total (answer, "abandoned"), optional[i].abandoned, 0.05);
      assert_near (get_total (answer, "lost"), optional[i].lost, 0.05);
      g_assert_false (json_object_has_member (answer, "need"));
      g_assert_false (json_object_has_member (answer, "milliseconds"));
    }
}

static void
test_cases (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *monday = g_strdup_printf (MONDAY, "");
  g_autofree char *json = g_strdup_printf ("{\"cases\": [{\"name\": \"Juelsminde, mandag\", \"input\": %s}, "
                                           "{\"input\": %s}, {\"name\": 3, \"input\": %s}]}",
                                           monday, monday, monday);
  g_autofree char *text = hv_solve_waiting (json, 1, true, &error);

  g_assert_no_error (error);
  JsonArray *answers = json_object_get_array_member (parse (text, parser), "answers");
  g_assert_cmpuint (json_array_get_length (answers), ==, 3);
  JsonObject *first = json_array_get_object_element (answers, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "Juelsminde, mandag");
  g_assert_true (json_object_has_member (first, "milliseconds"));
  assert_near (get_total (first, "visits"), 53, 1e-9);
  g_assert_false (json_object_has_member (json_array_get_object_element (answers, 1), "name"));
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (answers, 2), "name"), ==, 3);

  g_autofree char *none = hv_solve_waiting ("{\"cases\": []}", -1, false, &error);
  g_assert_cmpstr (none, ==, "{\"answers\":[]}");
}

/* No crew is enough: null. Nobody on duty: a wait without end. */
static void
test_extremes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = hv_solve_waiting ("{\"interval_minutes\": 60, \"arrivals\": [900], \"staff\": [0], "
                                            "\"service_minutes\": 15, \"target_minutes\": 0}",
                                            0.8, false, &error);

  g_assert_no_error (error);
  JsonObject *answer = parse (text, parser);
  g_assert_true (json_object_get_null_member (json_object_get_object_member (answer, "need"), "crew"));
  assert_near (get_total (answer, "wait_mean"), 1000000, 0.001);
  assert_near (get_total (answer, "waiting_close"), 900, 0.001);
}

/* --- what is refused, and the sentence that says so --- */

static const struct
{
  const char *json;
  const char *message;
} refused[] = {
  { "", "The input must be one JSON object." },
  { "[1, 2]", "The input must be one JSON object." },
  { "{\"cases\": 3}", "The input: “cases” must be a list." },
  { "{\"cases\": [3]}", "Number 1 of “cases” must be a JSON object." },
  { "{\"cases\": [{\"name\": \"Tørring\"}]}", "Case 1 (“Tørring”): “input” must be a JSON object." },
  { "{\"cases\": [{\"input\": {}}]}", "Case 1: “interval_minutes” must be a number from 1 to 240." },
  { "{\"interval_minutes\": \"15\"}", "The case: “interval_minutes” must be a number from 1 to 240." },
  { "{\"interval_minutes\": 1e999}", "The case: “interval_minutes” must be a number from 1 to 240." },
  { "{\"interval_minutes\": 15}", "The case: “service_minutes” must be a number from 2 to 240." },
  { "{\"interval_minutes\": 15, \"service_minutes\": 1}",
    "The case: “service_minutes” must be a number from 2 to 240." },
};

/* Further fields of the Monday: the last of two of the same name counts. */
static const struct
{
  const char *fields;
  const char *message;
} refused_fields[] = {
  { ", \"target_minutes\": -1", "The case: “target_minutes” must be a number from 0 to 1440." },
  { ", \"target_minutes\": null", "The case: “target_minutes” must be a number from 0 to 1440." },
  { ", \"initial_queue\": -1", "The case: “initial_queue” must be a number from 0 to 2000." },
  { ", \"initial_queue\": 1999", "The case: “arrivals” and “initial_queue” must be at most 2000 visits together." },
  { ", \"initial_queue_kind\": \"exact\"", "The case: “initial_queue_kind” must be “poisson” or “fixed”." },
  { ", \"initial_queue_kind\": 3", "The case: “initial_queue_kind” must be “poisson” or “fixed”." },
  { ", \"staff_after_close\": 2.5", "The case: “staff_after_close” must be a whole number from 0 to 40." },
  { ", \"patience_minutes\": -3", "The case: “patience_minutes” must be a number from 0 to 100000." },
  { ", \"capacity\": 2.5", "The case: “capacity” must be a whole number from 0 to 1000000." },
  { ", \"service\": 15", "The case: “service” must be a JSON object." },
  { ", \"service\": {\"cv\": \"big\"}", "The case: “cv” must be a number from 0 to 10." },
  { ", \"arrivals\": 20", "The case: “arrivals” must be a list." },
  { ", \"arrivals\": []", "The case: “arrivals” must hold from 1 to 192 numbers, not 0." },
  { ", \"arrivals\": [1, null]", "The case: number 2 of “arrivals” must be a number from 0 to 2000." },
  { ", \"arrivals\": [1, 2]", "The case: “staff” must hold as many numbers as “arrivals”: 2, not 12." },
  { ", \"staff\": [5,5,5,5,5,41,5,5,5,5,5,5]", "The case: number 6 of “staff” must be a whole number from 0 to 40." },
  { ", \"staff\": [2.5]", "The case: number 1 of “staff” must be a whole number from 0 to 40." },
  { ", \"staff\": null", "The case: “staff” must be a list." },
};

static void
assert_refused (const char *json, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hv_solve_waiting (json, 0.8, true, &error);

  g_assert_null (text);
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (refused[i].json, refused[i].message);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_fields); i++)
    {
      g_autofree char *json = g_strdup_printf (MONDAY, refused_fields[i].fields);
      assert_refused (json, refused_fields[i].message);
    }
}

static void
test_no_json (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hv_solve_waiting ("{\"cases\": [", -1, false, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "This is not JSON: "));
}

/* --- solve forecast --- */

static double
get_cell (JsonObject *answer, const char *field, guint week, guint day)
{
  JsonArray *weeks = json_object_get_array_member (answer, field);
  g_assert_cmpuint (json_array_get_length (weeks), ==, 4);
  return json_array_get_double_element (json_array_get_array_element (weeks, week), day);
}

static void
test_forecast (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text =
      hv_solve_forecast ("{\"tasks\": ["
                         "{\"key\": \"Juelsminde\", \"weekdays\": [1], \"history\": [[53], [48], [45], [41]]},"
                         "{\"key\": 7, \"weekdays\": [4], \"history\": [[17], [19], [null], [15]], \"future\": []},"
                         "{\"weekdays\": [1, 4], \"history\": [[null, null]]},"
                         "{\"weekdays\": [1], \"history\": []}]}",
                         true, &error);

  g_assert_no_error (error);
  JsonArray *answers = json_object_get_array_member (parse (text, parser), "answers");
  g_assert_cmpuint (json_array_get_length (answers), ==, 4);

  JsonObject *juelsminde = json_array_get_object_element (answers, 0);
  g_assert_cmpstr (json_object_get_string_member (juelsminde, "key"), ==, "Juelsminde");
  assert_near (get_cell (juelsminde, "mean", 1, 0), 44.038, 0.001);
  g_assert_cmpfloat (get_cell (juelsminde, "q10", 1, 0), ==, 27);
  g_assert_cmpfloat (get_cell (juelsminde, "q90", 1, 0), ==, 63);
  g_assert_true (json_object_has_member (juelsminde, "milliseconds"));

  JsonObject *hedensted = json_array_get_object_element (answers, 1);
  g_assert_cmpint (json_object_get_int_member (hedensted, "key"), ==, 7);
  assert_near (get_cell (hedensted, "mean", 3, 0), 16.3796, 0.001);
  g_assert_cmpfloat (get_cell (hedensted, "q10", 3, 0), ==, 8);
  g_assert_cmpfloat (get_cell (hedensted, "q90", 3, 0), ==, 26);

  JsonArray *unknown = json_object_get_array_member (json_array_get_object_element (answers, 2), "mean");
  g_assert_true (json_array_get_null_element (json_array_get_array_element (unknown, 3), 1));
  g_assert_false (json_object_has_member (json_array_get_object_element (answers, 3), "key"));
}

static const struct
{
  const char *json;
  const char *message;
} refused_tasks[] = {
  { "{}", "The input: “tasks” must be a list." },
  { "{\"tasks\": [[]]}", "Number 1 of “tasks” must be a JSON object." },
  { "{\"tasks\": [{\"key\": \"J\", \"history\": []}]}", "Task 1 (“J”): “weekdays” must be a list." },
  { "{\"tasks\": [{\"weekdays\": [0]}]}", "Task 1: number 1 of “weekdays” must be a whole number from 1 to 7." },
  { "{\"tasks\": [{\"weekdays\": [1,2,3,4,5,6,7,1]}]}", "Task 1: “weekdays” must hold from 1 to 7 numbers, not 8." },
  { "{\"tasks\": [{\"weekdays\": [3, 3]}]}", "Task 1: “weekdays” holds the weekday 3 twice." },
  { "{\"tasks\": [{\"weekdays\": [3]}]}", "Task 1: “history” must be a list." },
  { "{\"tasks\": [{\"weekdays\": [3], \"history\": [[1], 2]}]}",
    "Task 1: week 2 of “history” must be a list of 1 counts, one per weekday." },
  { "{\"tasks\": [{\"weekdays\": [3], \"history\": [[1, 2]]}]}",
    "Task 1: week 1 of “history” must be a list of 1 counts, one per weekday." },
  { "{\"tasks\": [{\"weekdays\": [3], \"history\": [[-1]]}]}",
    "Task 1: number 1 of “history” must be a number from 0 to 1000000." },
};

static void
test_refused_tasks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused_tasks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (hv_solve_forecast (refused_tasks[i].json, false, &error));
      g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
      g_assert_cmpstr (error->message, ==, refused_tasks[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solve/waiting/one-case", test_one_case);
  g_test_add_func ("/solve/waiting/optional", test_optional);
  g_test_add_func ("/solve/waiting/cases", test_cases);
  g_test_add_func ("/solve/waiting/extremes", test_extremes);
  g_test_add_func ("/solve/waiting/refused", test_refused);
  g_test_add_func ("/solve/waiting/no-json", test_no_json);
  g_test_add_func ("/solve/forecast", test_forecast);
  g_test_add_func ("/solve/forecast/refused", test_refused_tasks);
  return g_test_run ();
}
